import {
  type Cursor,
  character,
  expect,
  fail,
  identifier,
  peek,
  type ReadExpression,
  skipBlanks,
  word,
} from './hcl-cursor.ts'
import type { DirectiveWord, Template, TemplatePart } from './hcl-tree.ts'

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

/** Reads a quoted string, its quotes included. Throws `HclSyntaxError`. */
export function readQuoted(cursor: Cursor, readExpression: ReadExpression): Template {
  const start = cursor.at
  cursor.at += 1
  const parts = readParts(cursor, '"', readExpression)
  const body = { start: start + 1, end: cursor.at }
  expect(cursor, character.quote, 'this string is never closed')
  return { kind: 'template', range: { start, end: cursor.at }, heredoc: false, body, parts }
}

/** Reads the whole text as the inside of a template, no character of it escaped. Throws `HclSyntaxError`. */
export function readBareTemplate(cursor: Cursor, readExpression: ReadExpression): Template {
  const parts = readParts(cursor, '', readExpression)
  const range = { start: 0, end: cursor.at }
  return { kind: 'template', range, heredoc: true, body: range, parts }
}

/** Reads a heredoc, `<<MARKER` or `<<-MARKER` up to the line that holds the marker alone. Throws `HclSyntaxError`. */
export function readHeredoc(cursor: Cursor, readExpression: ReadExpression): Template {
  const start = cursor.at
  cursor.at += 2
  if (peek(cursor) === character.minus) cursor.at += 1
  const marker = identifier(cursor)
  if (marker === '') {
    cursor.at = start
    fail(cursor, 'a heredoc needs a marker')
  }
  if (peek(cursor) === character.carriageReturn) cursor.at += 1
  expect(cursor, character.lineFeed, 'a line end is expected after the marker of a heredoc')
  const from = cursor.at
  const parts = readParts(cursor, marker, readExpression)
  const body = { start: from, end: cursor.at }
  skipIndentation(cursor)
  if (!cursor.text.startsWith(marker, cursor.at)) fail(cursor, 'this heredoc is never closed')
  cursor.at += marker.length
  return { kind: 'template', range: { start, end: cursor.at }, heredoc: true, body, parts }
}

function skipIndentation(cursor: Cursor): void {
  while (peek(cursor) === character.space || peek(cursor) === character.tab) cursor.at += 1
}

/** Whether the line that starts at the cursor holds only the closing marker. */
function closes({ text, at }: Cursor, marker: string): boolean {
  let from = at
  while (text.charCodeAt(from) === character.space || text.charCodeAt(from) === character.tab) from += 1
  if (!text.startsWith(marker, from)) return false
  from += marker.length
  return from >= text.length || text.startsWith('\n', from) || text.startsWith('\r\n', from)
}

/** Gathers the text between two interpolations, with its escapes resolved. */
interface Run {
  readonly start: number
  resolved: string
  /** Where the text that is not yet in `resolved` starts. */
  from: number
}

/** The parts up to `ending`, a quote or a marker, which is left to the caller, or up to the end of the text. */
function readParts(cursor: Cursor, ending: string, readExpression: ReadExpression): TemplatePart[] {
  const parts: TemplatePart[] = []
  const { text } = cursor
  let run: Run = { start: cursor.at, resolved: '', from: cursor.at }
  const isHeredoc = ending !== '' && ending !== '"'
  let ended = isHeredoc && closes(cursor, ending)
  while (!ended && cursor.at < text.length) {
    const code = peek(cursor)
    if (code === character.dollar || code === character.percent) {
      if (text.charCodeAt(cursor.at + 1) === character.openBrace) {
        finish(cursor, run, parts)
        parts.push(readMarkup(cursor, code, readExpression))
        run = { start: cursor.at, resolved: '', from: cursor.at }
      } else readDollar(cursor, run)
    } else if (ending === '"') {
      if (code === character.lineFeed) fail(cursor, 'this string is not closed on its line')
      ended = code === character.quote
      if (code === character.backslash) readEscape(cursor, run)
      else if (!ended) cursor.at += 1
    } else {
      cursor.at += 1
      ended = isHeredoc && code === character.lineFeed && closes(cursor, ending)
    }
  }
  finish(cursor, run, parts)
  return parts
}

function finish({ text, at }: Cursor, { start, resolved, from }: Run, parts: TemplatePart[]): void {
  if (at > start) parts.push({ kind: 'text', range: { start, end: at }, text: resolved + text.slice(from, at) })
}

/** `$${` and `%%{` stand for `${` and `%{`; any other dollar or percent sign for itself. */
function readDollar(cursor: Cursor, run: Run): void {
  const { text, at } = cursor
  const doubled = text[at + 1] === text[at] && text.charCodeAt(at + 2) === character.openBrace
  if (!doubled) {
    cursor.at += 1
    return
  }
  run.resolved += text.slice(run.from, at + 1) + '{'
  cursor.at += 3
  run.from = cursor.at
}

function readEscape(cursor: Cursor, run: Run): void {
  const { text, at, problems } = cursor
  const letter = text[at + 1] ?? ''
  const simple = escapes[letter]
  const digits = letter === 'u' ? 4 : letter === 'U' ? 8 : 0
  const hexadecimal = text.slice(at + 2, at + 2 + digits)
  const code = /^[0-9a-fA-F]+$/.test(hexadecimal) ? Number.parseInt(hexadecimal, 16) : Number.NaN
  if (simple !== undefined) escaped(cursor, run, simple, 2)
  else if (hexadecimal.length === digits && code <= 0x10ffff) {
    escaped(cursor, run, String.fromCodePoint(code), 2 + digits)
  } else {
    problems.push({ range: { start: at, end: Math.min(text.length, at + 2) }, message: 'this is not an escape' })
    cursor.at = Math.min(text.length, at + 2)
  }
}

function escaped(cursor: Cursor, run: Run, meaning: string, length: number): void {
  run.resolved += cursor.text.slice(run.from, cursor.at) + meaning
  cursor.at += length
  run.from = cursor.at
}

/** `${…}` or `%{…}`, either with `~` inside its braces. */
function readMarkup(cursor: Cursor, code: number, readExpression: ReadExpression): TemplatePart {
  const start = cursor.at
  cursor.at += 2
  if (peek(cursor) === character.tilde) cursor.at += 1
  skipBlanks(cursor, true)
  const inner = code === character.dollar ? readExpression(cursor, true) : readDirective(cursor, readExpression)
  skipBlanks(cursor, true)
  if (peek(cursor) === character.tilde) cursor.at += 1
  expect(cursor, character.closeBrace, 'a closing brace is expected here')
  const range = { start, end: cursor.at }
  return 'word' in inner ? { kind: 'directive', range, ...inner } : { kind: 'interpolation', range, value: inner }
}

const closingWords: readonly DirectiveWord[] = ['else', 'endif', 'endfor']

function readDirective(
  cursor: Cursor,
  readExpression: ReadExpression,
): Omit<Extract<TemplatePart, { kind: 'directive' }>, 'kind' | 'range'> {
  const start = cursor.at
  const name = identifier(cursor)
  const closing = closingWords.find((candidate) => candidate === name)
  skipBlanks(cursor, true)
  if (closing !== undefined) return { word: closing }
  if (name === 'if') return { word: 'if', value: readExpression(cursor, true) }
  if (name === 'for') return { word: 'for', value: readForIntroduction(cursor, readExpression).collection }
  cursor.at = start
  return fail(cursor, 'Terraform knows no such directive')
}

/** `name, other in collection`, after the word `for`. */
export function readForIntroduction(
  cursor: Cursor,
  readExpression: ReadExpression,
): { readonly names: readonly string[]; readonly collection: ReturnType<ReadExpression> } {
  const names = [identifier(cursor)]
  skipBlanks(cursor, true)
  if (peek(cursor) === character.comma) {
    cursor.at += 1
    skipBlanks(cursor, true)
    names.push(identifier(cursor))
    skipBlanks(cursor, true)
  }
  if (!word(cursor, 'in')) fail(cursor, '`in` is expected here')
  skipBlanks(cursor, true)
  return { names, collection: readExpression(cursor, true) }
}
