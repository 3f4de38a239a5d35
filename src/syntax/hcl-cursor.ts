import type { Expression } from './hcl-tree.ts'
import type { SyntaxProblem } from './tree.ts'

/** Where the parser stands in a text. */
export interface Cursor {
  readonly text: string
  at: number
  /** How many brackets and blocks are open. */
  depth: number
  /** How deep the tree of the expression is that is being read. */
  height: number
  readonly problems: SyntaxProblem[]
}

/** Reads an expression; `newlines`: within brackets, where line ends are blanks. */
export type ReadExpression = (cursor: Cursor, newlines: boolean) => Expression

/** Stops the item that is being read; the body that it stands in goes on after it. */
export class HclSyntaxError extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

/** Deeper nesting is no configuration, and would exhaust the stack: of the parser, and of those who read the tree. */
const deepest = 400
const highest = 1000

/** Codes of the characters that the grammar speaks of. */
export const character = {
  tab: 9,
  lineFeed: 10,
  carriageReturn: 13,
  space: 32,
  exclamationMark: 33,
  quote: 34,
  hash: 35,
  dollar: 36,
  percent: 37,
  openParenthesis: 40,
  closeParenthesis: 41,
  star: 42,
  comma: 44,
  minus: 45,
  dot: 46,
  slash: 47,
  zero: 48,
  nine: 57,
  colon: 58,
  less: 60,
  equals: 61,
  questionMark: 63,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  openBrace: 123,
  closeBrace: 125,
  tilde: 126,
} as const

/** The character code at the cursor; -1 at the end. */
export function peek({ text, at }: Cursor): number {
  return at < text.length ? text.charCodeAt(at) : -1
}

/** Throws `HclSyntaxError` at the cursor. */
export function fail(cursor: Cursor, message: string): never {
  throw new HclSyntaxError(message, cursor.at)
}

/** Steps over one character, which must be there. */
export function expect(cursor: Cursor, code: number, message: string): void {
  if (peek(cursor) !== code) fail(cursor, message)
  cursor.at += 1
}

/** Reads one level deeper; throws `HclSyntaxError` where that is too deep. */
export function nested<T>(cursor: Cursor, read: () => T): T {
  const { height } = cursor
  cursor.depth += 1
  if (cursor.depth > deepest) fail(cursor, 'this is nested too deeply to be read')
  cursor.height = 0
  const result = read()
  cursor.depth -= 1
  cursor.height = Math.max(height, cursor.height + 1)
  return result
}

/** One more link in a chain such as `a.b.c` or `a + b + c`; throws `HclSyntaxError` where that is too long. */
export function linked(cursor: Cursor): void {
  cursor.height += 1
  if (cursor.height > highest) fail(cursor, 'this is nested too deeply to be read')
}

/** Skips blanks and comments, and line ends where `newlines`. A line comment ends before its line does. */
export function skipBlanks(cursor: Cursor, newlines: boolean): void {
  const { text } = cursor
  for (;;) {
    const code = peek(cursor)
    if (code === character.space || code === character.tab || code === character.carriageReturn) cursor.at += 1
    else if (code === character.lineFeed && newlines) cursor.at += 1
    else if (code === character.hash || (code === character.slash && text.startsWith('//', cursor.at))) {
      const end = text.indexOf('\n', cursor.at)
      cursor.at = end < 0 ? text.length : end
    } else if (code === character.slash && text.startsWith('/*', cursor.at)) skipBlockComment(cursor)
    else return
  }
}

function skipBlockComment(cursor: Cursor): void {
  const { text, at, problems } = cursor
  const end = text.indexOf('*/', at + 2)
  if (end < 0) problems.push({ range: { start: at, end: text.length }, message: 'this comment is never closed' })
  cursor.at = end < 0 ? text.length : end + 2
}

/** Reads an identifier; empty where none stands. */
export function identifier(cursor: Cursor): string {
  const start = cursor.at
  if (startsName(codePoint(cursor))) {
    do cursor.at += codePoint(cursor) > 0xffff ? 2 : 1
    while (continuesName(codePoint(cursor)))
  }
  return cursor.text.slice(start, cursor.at)
}

/** Steps over a keyword; false, and no step, where another word stands. */
export function word(cursor: Cursor, keyword: string): boolean {
  if (!cursor.text.startsWith(keyword, cursor.at)) return false
  const start = cursor.at
  cursor.at += keyword.length
  if (!continuesName(codePoint(cursor))) return true
  cursor.at = start
  return false
}

function codePoint({ text, at }: Cursor): number {
  return text.codePointAt(at) ?? -1
}

function startsName(code: number): boolean {
  if (code > 127) return /\p{ID_Start}/u.test(String.fromCodePoint(code))
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95
}

function continuesName(code: number): boolean {
  if (code > 127) return /\p{ID_Continue}/u.test(String.fromCodePoint(code))
  return startsName(code) || isDigit(code) || code === character.minus
}

/** Whether a code is that of a digit. */
export function isDigit(code: number): boolean {
  return code >= character.zero && code <= character.nine
}
