/** A file's text and its repository-relative path, with `/` separators. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  /** Why `text` is not what the file says, a clause to be read after its name: `is not UTF-8 text`. */
  readonly unreadable?: string
  /** Files at the same moment that may say what names in this one stand for; they are not looked at for themselves. */
  readonly neighbours?: readonly SourceFile[]
}

/** A half-open span `[start, end)` of UTF-16 offsets into one file's text. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A value as written, with the place it was written. */
export interface Located<T> {
  readonly value: T
  readonly range: Range
}

/** Replaces the text in `range`; an empty range inserts. */
export interface TextEdit {
  readonly range: Range
  readonly newText: string
}

/** Whether no two edits touch the same text, so that `applyEdits` takes them. */
export function areApart(edits: readonly TextEdit[]): boolean {
  const sorted = edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
  return sorted.every(({ range }, index) => index === 0 || (sorted[index - 1]?.range.end ?? 0) <= range.start)
}

/**
 * Applies edits to `text`; the only place where a user's text is cut.
 * Throws a `RangeError` where two edits overlap: that is a mistake of ours, never the file's.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lastFirst = edits.toSorted((a, b) => b.range.start - a.range.start || b.range.end - a.range.end)
  let result = text
  let untouchedUpTo = text.length
  for (const { range, newText } of lastFirst) {
    if (range.end > untouchedUpTo) throw new RangeError(`overlapping edits at offset ${range.start}`)
    result = result.slice(0, range.start) + newText + result.slice(range.end)
    untouchedUpTo = range.start
  }
  return result
}
