import type { Range, TextEdit } from '../model/source.ts'

/** Where the text that a string holds stands in the text that holds the string. */
export interface EmbeddedText {
  readonly rangeOf: (range: Range) => Range
  /** An insertion into the held text as one into the holding text; undefined where it would have to be escaped. */
  readonly insertionOf: (edit: TextEdit) => TextEdit | undefined
}

interface Line {
  /** Offset in the held text, offset in the holding text, and how much of it is the same in both. */
  readonly held: number
  readonly holding: number
  readonly length: number
}

/**
 * Finds the lines of `value` in the string that stands at `range` of `text`: block scalars of YAML, strings over several lines of TOML,
 * and strings without escapes. Undefined where the text is written otherwise than it reads.
 */
export function embeddedText(text: string, range: Range, value: string): EmbeddedText | undefined {
  const first = text[range.start] ?? ''
  const isBlock = first === '|' || first === '>'
  const quote = quoteOf(text, range, value)
  const lines = linesOf(text, range, value, isBlock ? 'block' : quote)
  if (lines === undefined) return undefined
  const place = (offset: number): number => {
    const line = lineOf(lines, offset)
    return line === undefined ? range.start : line.holding + Math.max(0, Math.min(offset - line.held, line.length))
  }
  const indent = isBlock ? blockIndent(text, value, lines[0]) : ''
  const newline = `${text.slice(range.start, range.end).includes('\r\n') ? '\r\n' : '\n'}${indent}`
  return {
    rangeOf: ({ start, end }) => ({ start: place(start), end: place(end) }),
    insertionOf: ({ range: { start, end }, newText }) => {
      if (quote.length === 3 && (newText.includes(quote) || newText.includes('\\'))) return undefined
      const oneLine = lines.length === 1 && !/[\n'\\]/.test(newText) && (first === "'" || !newText.includes('"'))
      // A folded text would join the new line to its neighbours, or not, by its indentation.
      if (first !== '|' && quote.length < 3 && (isBlock || !oneLine)) return undefined
      return { range: { start: place(start), end: place(end) }, newText: newText.replaceAll('\n', newline) }
    },
  }
}

/** The quotes around a string: none, one, or the three of TOML. In YAML three in a row are one and a quote that is text. */
function quoteOf(text: string, { start }: Range, value: string): string {
  const first = text[start] ?? ''
  if (first !== '"' && first !== "'") return ''
  const three = first.repeat(3)
  return text.startsWith(three, start) && !value.startsWith(first) ? three : first
}

function linesOf(text: string, range: Range, value: string, form: string): Line[] | undefined {
  const isBlock = form === 'block'
  const width = isBlock ? 0 : form.length
  const inner = { start: range.start + width, end: range.end - width }
  let at = isBlock ? text.indexOf('\n', range.start) + 1 : inner.start
  let held = 0
  const lines: Line[] = []
  while (at < inner.end && at > 0) {
    const feed = text.indexOf('\n', at)
    const end = feed < 0 || feed > inner.end ? inner.end : feed
    const line = text.slice(at, end).replace(/\r$/, '')
    const blanks = /^\s*/.exec(line)?.[0].length ?? 0
    const content = isBlock ? line.slice(blanks) : line.trim()
    if (content !== '') {
      const found = value.indexOf(content, held)
      if (found < 0 || value.slice(held, found).trim() !== '') return undefined
      lines.push({ held: found, holding: at + blanks, length: content.length })
      held = found + content.length
    }
    at = end + 1
  }
  return value.slice(held).trim() === '' && lines.length > 0 ? lines : undefined
}

/** The last line that begins at or before an offset of the held text; the first where none does. */
function lineOf(lines: readonly Line[], offset: number): Line | undefined {
  let [low, high] = [0, lines.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle]?.held ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return lines[low]
}

/** What the block scalar takes off each line: not the blanks that the held text begins with itself. */
function blockIndent(text: string, value: string, first: Line | undefined): string {
  if (first === undefined) return ''
  const column = first.holding - (text.lastIndexOf('\n', first.holding - 1) + 1)
  const own = first.held - (value.lastIndexOf('\n', first.held - 1) + 1)
  return ' '.repeat(Math.max(0, column - own))
}
