import { type LineStarts, lineAt, lineStartsOf } from '../model/lines.ts'
import type { Range } from '../model/source.ts'
import { columnsOf, visible } from './plain-text.ts'

/** A line of an excerpt: a line of the file, marks below one, or lines left out. */
export type ExcerptLine =
  | { readonly kind: 'text'; readonly line: number; readonly text: string }
  | { readonly kind: 'marks'; readonly text: string }
  | { readonly kind: 'gap' }

const maxLines = 16
const maxColumns = 140

/** The lines of `range`, with the marked places underlined; long statements and long lines are shown around the marks. */
export function excerptOf(text: string, range: Range, marks: readonly Range[]): ExcerptLine[] {
  const starts = lineStartsOf(text)
  const first = lineAt(starts, range.start)
  const last = lineAt(starts, Math.max(range.start, range.end - 1))
  const marked = new Set(
    marks.flatMap(({ start, end }) => [lineAt(starts, start), lineAt(starts, Math.max(start, end - 1))]),
  )
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const isShown = (line: number) =>
    all.length <= maxLines ||
    line - first < 2 ||
    line === last ||
    [line - 1, line, line + 1].some((near) => marked.has(near))
  return all.flatMap((line): ExcerptLine[] => {
    if (!isShown(line)) return isShown(line - 1) ? [{ kind: 'gap' }] : []
    return shownLine(text, starts, line, marks)
  })
}

function shownLine(text: string, starts: LineStarts, line: number, marks: readonly Range[]): ExcerptLine[] {
  const whole = lineRange(text, starts, line)
  const own = marks
    .map(({ start, end }) =>
      withoutBlanks(text, { start: Math.max(start, whole.start), end: Math.min(end, whole.end) }),
    )
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start - b.start)
  const window = windowOf(whole, own[0])
  const [before, after] = [window.start > whole.start ? '…' : '', window.end < whole.end ? '…' : '']
  const cut = (start: number, end: number) =>
    visible(text.slice(Math.max(start, window.start), Math.max(window.start, Math.min(end, window.end))))
  const shown: ExcerptLine = { kind: 'text', line, text: `${before}${cut(whole.start, whole.end)}${after}` }
  const underline = own.reduce((drawn, { start, end }) => {
    const from = columnsOf(before + cut(whole.start, start))
    return drawn.padEnd(from) + '^'.repeat(columnsOf(cut(start, end)))
  }, '')
  return underline.trim() === '' ? [shown] : [shown, { kind: 'marks', text: underline }]
}

/** Indentation is not what is meant. */
function withoutBlanks(text: string, { start, end }: Range): Range {
  const marked = text.slice(start, end)
  return { start: start + marked.length - marked.trimStart().length, end: start + marked.trimEnd().length }
}

/** The part of a line that is shown: all of it, or what stands around its first mark. */
function windowOf(line: Range, mark: Range | undefined): Range {
  if (line.end - line.start <= maxColumns) return line
  const start = Math.max(line.start, Math.min((mark?.start ?? line.start) - 30, line.end - maxColumns))
  return { start, end: Math.min(line.end, start + maxColumns) }
}

/** A line without its line end. */
function lineRange(text: string, starts: LineStarts, line: number): Range {
  const start = starts[line - 1] ?? 0
  const next = starts[line] ?? text.length + 1
  const end = text[next - 2] === '\r' ? next - 2 : next - 1
  return { start, end: Math.max(start, end) }
}
