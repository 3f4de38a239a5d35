import {
  type Cursor,
  character,
  expect,
  fail,
  HclSyntaxError,
  identifier,
  nested,
  peek,
  skipBlanks,
} from './hcl-cursor.ts'
import { readExpression } from './hcl-expression.ts'
import { readBareTemplate, readQuoted } from './hcl-template.ts'
import type { Attribute, Block, Body, HclFile, Template } from './hcl-tree.ts'
import type { SyntaxProblem } from './tree.ts'

/** How often the parser starts anew after a bracket that never closes: more would take time that grows with the square. */
const mostRescues = 50

/** A text with more mistakes than this is no configuration; what comes after them is one mistake more. */
const mostProblems = 200

interface FileCursor extends Cursor {
  rescues: number
}

/**
 * Terraform's native syntax as a tree with offsets into `text` as it stands. What is broken is listed, and reading goes on
 * after it. Takes time in proportion to the text. Source: HCL Native Syntax Specification.
 */
export function parseHcl(text: string): HclFile {
  const problems: SyntaxProblem[] = []
  const cursor: FileCursor = { text, at: text.startsWith('\ufeff') ? 1 : 0, depth: 0, height: 0, problems, rescues: 0 }
  return { body: readBody(cursor, false), problems }
}

/**
 * A text with `${…}` in it, such as a string of a `.tf.json` file with its escapes resolved, as a template with offsets into
 * `text`; undefined where it is none.
 */
export function parseHclTemplate(text: string): Template | undefined {
  const cursor: Cursor = { text, at: 0, depth: 0, height: 0, problems: [] }
  try {
    return readBareTemplate(cursor, readExpression)
  } catch (error) {
    if (error instanceof HclSyntaxError) return undefined
    throw error
  }
}

function readBody(cursor: FileCursor, inBlock: boolean): Body {
  const start = cursor.at
  const items: (Attribute | Block)[] = []
  for (;;) {
    skipBlanks(cursor, true)
    if (cursor.problems.length >= mostProblems) giveUp(cursor)
    if (peek(cursor) === -1) {
      const range = { start, end: cursor.at }
      if (inBlock && cursor.problems.length < mostProblems)
        cursor.problems.push({ range, message: 'the closing brace of this block is missing' })
      break
    }
    if (peek(cursor) === character.closeBrace) {
      if (inBlock) break
      cursor.problems.push({ range: { start: cursor.at, end: cursor.at + 1 }, message: 'this brace closes nothing' })
      cursor.at += 1
    } else items.push(...readItemOrGoOn(cursor))
  }
  return { range: { start, end: cursor.at }, items }
}

function giveUp(cursor: FileCursor): void {
  const range = { start: cursor.at, end: cursor.text.length }
  if (range.start < range.end) cursor.problems.push({ range, message: 'too much is broken before this to read on' })
  cursor.at = range.end
}

function readItemOrGoOn(cursor: FileCursor): (Attribute | Block)[] {
  const { at: start, depth, height } = cursor
  try {
    return [readItem(cursor)]
  } catch (error) {
    if (!(error instanceof HclSyntaxError)) throw error
    cursor.depth = depth
    cursor.height = height
    cursor.at = Math.max(error.at, start)
    const message = error.message
    goOn(cursor)
    cursor.problems.push({ range: { start, end: Math.max(cursor.at, start + 1) }, message })
    return []
  }
}

/** After a mistake: to the end of its line, past the brackets that open on the way. */
function goOn(cursor: FileCursor): void {
  const { text, at: start } = cursor
  let open = 0
  while (cursor.at < text.length) {
    const code = peek(cursor)
    if (code === character.lineFeed && open <= 0) break
    if (code === character.openBrace || code === character.openBracket || code === character.openParenthesis) open += 1
    else if (code === character.closeBrace && open === 0) break
    else if (code === character.closeBrace || code === character.closeBracket || code === character.closeParenthesis) {
      open -= 1
    }
    cursor.at += 1
  }
  // A bracket that never closes must not hide the rest of the file.
  if (cursor.at >= text.length && open > 0 && cursor.rescues < mostRescues) {
    cursor.rescues += 1
    const end = text.indexOf('\n', start)
    cursor.at = end < 0 ? text.length : end
  }
  if (cursor.at === start && peek(cursor) !== character.closeBrace) cursor.at = Math.min(text.length, start + 1)
}

function readItem(cursor: FileCursor): Attribute | Block {
  const start = cursor.at
  const name = identifier(cursor)
  if (name === '') fail(cursor, 'an argument or a block is expected here')
  const located = { value: name, range: { start, end: cursor.at } }
  skipBlanks(cursor, false)
  const isAttribute = peek(cursor) === character.equals && cursor.text[cursor.at + 1] !== '='
  return isAttribute ? readAttribute(cursor, located) : readBlock(cursor, located)
}

function readAttribute(cursor: FileCursor, name: Attribute['name']): Attribute {
  cursor.at += 1
  skipBlanks(cursor, false)
  const value = readExpression(cursor, false)
  cursor.at = value.range.end
  skipBlanks(cursor, false)
  if (!endsItem(cursor)) fail(cursor, 'a line end is expected after this argument')
  return { kind: 'attribute', name, value, range: { start: name.range.start, end: value.range.end } }
}

function endsItem(cursor: Cursor): boolean {
  const code = peek(cursor)
  return code === -1 || code === character.lineFeed || code === character.closeBrace
}

function readBlock(cursor: FileCursor, type: Block['type']): Block {
  const labels = readLabels(cursor)
  expect(cursor, character.openBrace, 'an opening brace is expected here')
  const body = nested(cursor, () => readBody(cursor, true))
  if (peek(cursor) === character.closeBrace) cursor.at += 1
  const range = { start: type.range.start, end: cursor.at }
  skipBlanks(cursor, false)
  if (!endsItem(cursor)) {
    const here = { start: range.end, end: cursor.at + 1 }
    cursor.problems.push({ range: here, message: 'a line end is expected after this block' })
  }
  cursor.at = range.end
  return { kind: 'block', type, labels, body, range }
}

function readLabels(cursor: FileCursor): string[] {
  const labels: string[] = []
  for (;;) {
    skipBlanks(cursor, false)
    const code = peek(cursor)
    if (code === character.openBrace) return labels
    if (code === character.quote) {
      const { body } = readQuoted(cursor, readExpression)
      labels.push(cursor.text.slice(body.start, body.end))
    } else {
      const label = identifier(cursor)
      if (label === '') fail(cursor, 'a label or an opening brace is expected here')
      labels.push(label)
    }
  }
}
