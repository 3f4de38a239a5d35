import type { Range } from '../model/source.ts'
import type { Member, TreeNode } from './tree.ts'

/** A text and the place up to which it was read. */
export interface TomlCursor {
  readonly text: string
  at: number
}

/** Where a text is no TOML. */
export class TomlSyntaxError extends Error {
  readonly at: number

  constructor(at: number, message: string) {
    super(message)
    this.at = at
  }
}

/** Deeper than any policy; far from where a recursion would run out of stack. */
export const deepestToml = 200

export function failAt(at: number, message: string): never {
  throw new TomlSyntaxError(at, message)
}

/** Passes blanks, and with `lines` line ends and comments too. */
export function skipTomlBlanks(cursor: TomlCursor, lines: boolean): void {
  const blanks = lines ? /(?:[ \t\r\n]|#[^\n]*(?:\n|$))*/y : /[ \t]*/y
  blanks.lastIndex = cursor.at
  cursor.at += blanks.exec(cursor.text)?.[0].length ?? 0
}

/** The parts of a dotted key, `a."b.c".d`. Throws `TomlSyntaxError`. */
export function readTomlKey(cursor: TomlCursor): Member['key'][] {
  const parts: Member['key'][] = []
  for (;;) {
    skipTomlBlanks(cursor, false)
    const start = cursor.at
    if (/["']/.test(cursor.text[start] ?? '')) {
      const { text, range } = readTomlString(cursor)
      parts.push({ value: text, range })
    } else {
      const [word] = matchAt(/[A-Za-z0-9_-]+/y, cursor) ?? failAt(start, 'a key is expected here')
      cursor.at += word.length
      parts.push({ value: word, range: { start, end: cursor.at } })
    }
    if (parts.length > deepestToml) failAt(start, 'this TOML is nested too deeply to be read')
    skipTomlBlanks(cursor, false)
    if (cursor.text[cursor.at] !== '.') return parts
    cursor.at += 1
  }
}

/** A value with its range. Throws `TomlSyntaxError`. */
export function readTomlValue(cursor: TomlCursor, depth = 0): TreeNode {
  const start = cursor.at
  if (depth > deepestToml) failAt(start, 'this TOML is nested too deeply to be read')
  const first = cursor.text[start]
  if (first === '"' || first === "'") return { kind: 'scalar', type: 'string', ...readTomlString(cursor) }
  if (first === '[') return readArray(cursor, depth)
  if (first === '{') return readInlineTable(cursor, depth)
  // A date may have a blank before its time.
  const [word] =
    matchAt(/\d{4}-\d\d-\d\d \d\d:[\d:.]*(?:Z|[+-]\d\d:\d\d)?|[\w.+:-]+/y, cursor) ??
    failAt(start, 'a value is expected here')
  cursor.at += word.length
  const type = word === 'true' || word === 'false' ? 'boolean' : 'number'
  if (type === 'number' && !/^[+-]?(?:\d|inf$|nan$)/.test(word)) failAt(start, 'a text must be quoted in TOML')
  return { kind: 'scalar', type, text: word, range: { start, end: cursor.at } }
}

function readArray(cursor: TomlCursor, depth: number): TreeNode {
  const start = cursor.at
  const items: TreeNode[] = []
  readListed(cursor, ']', () => items.push(readTomlValue(cursor, depth + 1)))
  return { kind: 'sequence', items, range: { start, end: cursor.at } }
}

function readInlineTable(cursor: TomlCursor, depth: number): TreeNode {
  const start = cursor.at
  const members: Member[] = []
  readListed(cursor, '}', () => {
    const [first, ...rest] = readTomlKey(cursor)
    if (depth + rest.length > deepestToml) failAt(cursor.at, 'this TOML is nested too deeply to be read')
    expectAt(cursor, '=')
    skipTomlBlanks(cursor, false)
    const value = readTomlValue(cursor, depth + rest.length + 1)
    // `{ a.b = 1 }` is `{ a = { b = 1 } }`.
    const inner = rest.reduceRight<TreeNode>((node, key) => {
      return {
        kind: 'mapping',
        range: { start: key.range.start, end: node.range.end },
        members: [{ key, value: node }],
      }
    }, value)
    if (first !== undefined) members.push({ key: first, value: inner })
  })
  return { kind: 'mapping', members, range: { start, end: cursor.at } }
}

/** Entries with commas between, and one after the last where somebody wrote it, up to `closing`. */
function readListed(cursor: TomlCursor, closing: string, readEntry: () => void): void {
  cursor.at += 1
  for (;;) {
    skipTomlBlanks(cursor, true)
    if (cursor.text[cursor.at] === closing) break
    readEntry()
    skipTomlBlanks(cursor, true)
    if (cursor.text[cursor.at] !== ',') break
    cursor.at += 1
  }
  expectAt(cursor, closing)
}

/** Passes `sign`. Throws `TomlSyntaxError` where something else stands. */
export function expectAt(cursor: TomlCursor, sign: string): void {
  if (!cursor.text.startsWith(sign, cursor.at)) failAt(cursor.at, `\`${sign}\` is expected here`)
  cursor.at += sign.length
}

function matchAt(pattern: RegExp, { text, at }: TomlCursor): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

const escapes: Readonly<Record<string, string>> = {
  ...{ b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', e: '\u001b' },
  ...{ '"': '"', '\\': '\\' },
}

/** All four kinds of string; line ends within are `\n`. */
function readTomlString(cursor: TomlCursor): { readonly text: string; readonly range: Range } {
  const { text, at: start } = cursor
  const quote = text[start] ?? ''
  const isLong = text.startsWith(quote.repeat(3), start)
  const mark = isLong ? quote.repeat(3) : quote
  const from = start + mark.length
  const end = endOfString(text, from, mark)
  cursor.at = end + mark.length
  const lines = text.slice(from, end).replaceAll('\r\n', '\n')
  const inside = isLong ? lines.replace(/^\n/, '') : lines
  return { text: quote === '"' ? unescaped(inside, start) : inside, range: { start, end: cursor.at } }
}

function endOfString(text: string, from: number, mark: string): number {
  const isLong = mark.length === 3
  const signs = mark.startsWith('"') ? /\\[\s\S]|"|\n/g : /'|\n/g
  signs.lastIndex = from
  for (let found = signs.exec(text); found !== null; found = signs.exec(text)) {
    if (found[0] === '\n' && !isLong) break
    if (!text.startsWith(mark, found.index)) continue
    if (!isLong) return found.index
    // Up to two quotes may stand before the three that close.
    const run = /^["']{3,5}/.exec(text.slice(found.index, found.index + 5))?.[0] ?? mark
    return found.index + run.length - 3
  }
  return failAt(from - mark.length, 'this string is never closed')
}

function unescaped(text: string, at: number): string {
  return text.replaceAll(
    /\\(?:([ \t]*\n\s*)|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([\s\S]))/g,
    (...match) => {
      const [, joined, four, eight, two, letter = ''] = match
      if (joined !== undefined) return ''
      const code = Number.parseInt(four ?? eight ?? two ?? '', 16)
      if (code <= 0x10ffff) return String.fromCodePoint(code)
      return escapes[letter] ?? failAt(at, 'a string of TOML knows no such escape')
    },
  )
}
