import type { Range } from '../model/source.ts'

/** A text without its escapes, and where each of its characters stands in the file. */
export interface UnescapedText {
  readonly text: string
  /** The offset in the file of the character at `index`; of its length, the end. */
  readonly offsetOf: (index: number) => number
}

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '"': '"',
  '\\': '\\',
  '/': '/',
}

/** Resolves the escapes of JSON and of Terraform's strings within `range`; what is no escape stays as it is. */
export function unescapeText(source: string, { start, end }: Range): UnescapedText {
  const raw = source.slice(start, end)
  const pieces: string[] = []
  const offsets: number[] = []
  const add = (text: string, at: number, isVerbatim: boolean): void => {
    pieces.push(text)
    for (let index = 0; index < text.length; index += 1) offsets.push(start + at + (isVerbatim ? index : 0))
  }
  let at = 0
  for (const match of raw.matchAll(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(["\\/bfnrt]))/g)) {
    const [written, four, eight, letter = ''] = match
    const code = Number.parseInt(four ?? eight ?? '0', 16)
    add(raw.slice(at, match.index), at, true)
    add(simple[letter] ?? (code <= 0x10ffff ? String.fromCodePoint(code) : written), match.index, false)
    at = match.index + written.length
  }
  add(raw.slice(at), at, true)
  offsets.push(end)
  return { text: pieces.join(''), offsetOf: (index) => offsets[index] ?? end }
}
