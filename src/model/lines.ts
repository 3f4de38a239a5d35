import type { TextEdit } from './source.ts'
import { applyEdits } from './source.ts'

/** Offsets at which the lines of a text start; a line ends with `\n` or `\r\n`, as git and GitHub count. */
export type LineStarts = readonly number[]

export function lineStartsOf(text: string): LineStarts {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === 10) starts.push(at + 1)
  }
  return starts
}

/** The 1-based line on which `offset` stands. */
export function lineAt(starts: LineStarts, offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}

/** A replacement of whole lines, 1-based and inclusive; `replacement` has no line end after its last line. */
export interface LineEdit {
  readonly startLine: number
  readonly endLine: number
  readonly replacement: string
}

/** Edits as replacements of whole lines; edits that touch the same or adjacent lines become one. */
export function lineEditsOf(text: string, edits: readonly TextEdit[]): LineEdit[] {
  const starts = lineStartsOf(text)
  const groups: { first: number; last: number; edits: TextEdit[] }[] = []
  for (const edit of edits.toSorted((a, b) => a.range.start - b.range.start)) {
    const first = lineAt(starts, edit.range.start)
    const last = lineAt(starts, Math.max(edit.range.start, edit.range.end))
    const open = groups.at(-1)
    if (open !== undefined && first <= open.last + 1) {
      open.last = Math.max(open.last, last)
      open.edits.push(edit)
    } else groups.push({ first, last, edits: [edit] })
  }
  return groups.map(({ first, last, edits: members }) => {
    const from = starts[first - 1] ?? 0
    const end = endOfLine(text, starts, last)
    const shifted = members.map(({ range, newText }) => ({
      range: { start: range.start - from, end: range.end - from },
      newText,
    }))
    return { startLine: first, endLine: last, replacement: applyEdits(text.slice(from, end), shifted) }
  })
}

/** Offset of the end of a 1-based line, before its line end. */
function endOfLine(text: string, starts: LineStarts, line: number): number {
  const next = starts[line]
  if (next === undefined) return text.length
  return text[next - 2] === '\r' ? next - 2 : next - 1
}
