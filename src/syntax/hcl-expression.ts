import {
  type Cursor,
  character,
  expect,
  fail,
  identifier,
  isDigit,
  linked,
  nested,
  peek,
  skipBlanks,
  word,
} from './hcl-cursor.ts'
import { readForIntroduction, readHeredoc, readQuoted } from './hcl-template.ts'
import type { Expression, ObjectItem } from './hcl-tree.ts'

/** How tightly operators bind. Source: HCL Native Syntax Specification, "Operations". */
const precedences: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
}

/** Reads an expression at the cursor; `newlines`: line ends are blanks, as within brackets. Throws `HclSyntaxError`. */
export function readExpression(cursor: Cursor, newlines: boolean): Expression {
  return nested(cursor, () => {
    const test = readOperation(cursor, newlines, 1)
    const end = cursor.at
    skipBlanks(cursor, newlines)
    if (peek(cursor) !== character.questionMark) {
      cursor.at = end
      return test
    }
    cursor.at += 1
    skipBlanks(cursor, newlines)
    const yes = readExpression(cursor, newlines)
    skipBlanks(cursor, newlines)
    expect(cursor, character.colon, 'a colon is expected in this conditional')
    skipBlanks(cursor, newlines)
    const no = readExpression(cursor, newlines)
    return { kind: 'conditional', test, yes, no, range: { start: test.range.start, end: no.range.end } }
  })
}

/** Operations of at least this precedence, the left one first. */
function readOperation(cursor: Cursor, newlines: boolean, least: number): Expression {
  let left = readUnary(cursor, newlines)
  for (;;) {
    const end = cursor.at
    skipBlanks(cursor, newlines)
    const two = cursor.text.slice(cursor.at, cursor.at + 2)
    const operator = precedences[two] === undefined ? two.slice(0, 1) : two
    const precedence = precedences[operator] ?? 0
    if (precedence < least) {
      cursor.at = end
      return left
    }
    linked(cursor)
    cursor.at += operator.length
    skipBlanks(cursor, newlines)
    const right = readOperation(cursor, newlines, precedence + 1)
    left = { kind: 'binary', left, right, range: { start: left.range.start, end: right.range.end } }
  }
}

function readUnary(cursor: Cursor, newlines: boolean): Expression {
  const start = cursor.at
  const code = peek(cursor)
  if (code !== character.exclamationMark && code !== character.minus) return readPostfix(cursor, newlines)
  cursor.at += 1
  skipBlanks(cursor, newlines)
  const operand = nested(cursor, () => readUnary(cursor, newlines))
  return { kind: 'unary', operand, range: { start, end: operand.range.end } }
}

/** A primary expression with all the `.name`, `[key]` and `[*]` after it. */
function readPostfix(cursor: Cursor, newlines: boolean): Expression {
  let target = readPrimary(cursor, newlines)
  for (;;) {
    const end = cursor.at
    skipBlanks(cursor, newlines)
    const code = peek(cursor)
    // Where line ends count, a bracket after a blank starts something else.
    const isDot = code === character.dot && cursor.text[cursor.at + 1] !== '.'
    const isBracket = code === character.openBracket && (end === cursor.at || newlines)
    if (!isDot && !isBracket) {
      cursor.at = end
      return target
    }
    linked(cursor)
    target = isDot ? readDot(cursor, newlines, target) : readBracket(cursor, target)
  }
}

function readDot(cursor: Cursor, newlines: boolean, target: Expression): Expression {
  cursor.at += 1
  skipBlanks(cursor, newlines)
  const start = cursor.at
  const range = () => ({ start: target.range.start, end: cursor.at })
  if (peek(cursor) === character.star) {
    cursor.at += 1
    return { kind: 'splat', target, range: range() }
  }
  const name = identifier(cursor)
  if (name !== '') return { kind: 'attribute-of', target, name, range: range() }
  while (isDigit(peek(cursor))) cursor.at += 1
  if (cursor.at === start) fail(cursor, 'the name of an attribute is expected after the dot')
  const text = cursor.text.slice(start, cursor.at)
  const key: Expression = { kind: 'constant', type: 'number', text, range: { start, end: cursor.at } }
  return { kind: 'index', target, key, range: range() }
}

function readBracket(cursor: Cursor, target: Expression): Expression {
  cursor.at += 1
  skipBlanks(cursor, true)
  const start = cursor.at
  const range = () => ({ start: target.range.start, end: cursor.at })
  if (peek(cursor) === character.star) {
    cursor.at += 1
    skipBlanks(cursor, true)
    if (peek(cursor) === character.closeBracket) {
      cursor.at += 1
      return { kind: 'splat', target, range: range() }
    }
    cursor.at = start
  }
  const key = readExpression(cursor, true)
  skipBlanks(cursor, true)
  expect(cursor, character.closeBracket, 'a closing bracket is expected here')
  return { kind: 'index', target, key, range: range() }
}

function readPrimary(cursor: Cursor, newlines: boolean): Expression {
  const code = peek(cursor)
  if (code === character.quote) return readQuoted(cursor, readExpression)
  if (code === character.less && cursor.text.startsWith('<<', cursor.at)) return readHeredoc(cursor, readExpression)
  if (code === character.openParenthesis) return readParentheses(cursor)
  if (code === character.openBracket) return readTuple(cursor)
  if (code === character.openBrace) return readObject(cursor)
  return isDigit(code) ? readNumber(cursor) : readNamed(cursor, newlines)
}

function readNumber(cursor: Cursor): Expression {
  const start = cursor.at
  const pattern = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
  pattern.lastIndex = start
  const text = pattern.exec(cursor.text)?.[0] ?? ''
  cursor.at += text.length
  return { kind: 'constant', type: 'number', text, range: { start, end: cursor.at } }
}

/** What starts with a name: a call, a keyword, or the root of a reference. */
function readNamed(cursor: Cursor, newlines: boolean): Expression {
  const start = cursor.at
  let name = identifier(cursor)
  if (name === '') fail(cursor, 'a value is expected here')
  while (cursor.text.startsWith('::', cursor.at)) {
    cursor.at += 2
    name += `::${identifier(cursor)}`
  }
  const range = { start, end: cursor.at }
  skipBlanks(cursor, newlines)
  if (peek(cursor) === character.openParenthesis) return readCall(cursor, name, start)
  cursor.at = range.end
  if (name === 'true' || name === 'false') return { kind: 'constant', type: 'boolean', text: name, range }
  return name === 'null' ? { kind: 'constant', type: 'null', text: name, range } : { kind: 'variable', name, range }
}

function readCall(cursor: Cursor, name: string, start: number): Expression {
  const args = readList(cursor, character.closeParenthesis, 'a comma or a closing parenthesis is expected here')
  return { kind: 'call', name, args, range: { start, end: cursor.at } }
}

/** Expressions between commas, from the opening bracket to the closing one; the last may be followed by `...`. */
function readList(cursor: Cursor, close: number, message: string): Expression[] {
  cursor.at += 1
  const items: Expression[] = []
  for (;;) {
    skipBlanks(cursor, true)
    if (peek(cursor) === close) break
    items.push(readExpression(cursor, true))
    skipBlanks(cursor, true)
    if (close === character.closeParenthesis && cursor.text.startsWith('...', cursor.at)) {
      cursor.at += 3
      skipBlanks(cursor, true)
    }
    if (peek(cursor) === character.comma) cursor.at += 1
    else if (peek(cursor) !== close) fail(cursor, message)
  }
  cursor.at += 1
  return items
}

function readParentheses(cursor: Cursor): Expression {
  const start = cursor.at
  cursor.at += 1
  skipBlanks(cursor, true)
  const inner = readExpression(cursor, true)
  skipBlanks(cursor, true)
  expect(cursor, character.closeParenthesis, 'a closing parenthesis is expected here')
  return { kind: 'parentheses', inner, range: { start, end: cursor.at } }
}

function readTuple(cursor: Cursor): Expression {
  const start = cursor.at
  if (startsFor(cursor)) return readFor(cursor, start, character.closeBracket)
  const items = readList(cursor, character.closeBracket, 'a comma or a closing bracket is expected here')
  return { kind: 'tuple', items, range: { start, end: cursor.at } }
}

/** Steps over a bracket and `for`; false, and no step, where it is no `for` expression. */
function startsFor(cursor: Cursor): boolean {
  const start = cursor.at
  cursor.at += 1
  skipBlanks(cursor, true)
  if (word(cursor, 'for')) {
    skipBlanks(cursor, true)
    // In an object `for = …` is an item of that name.
    const isKey = cursor.text[start] === '{' && [character.equals, character.colon].some((c) => c === peek(cursor))
    if (!isKey) return true
  }
  cursor.at = start
  return false
}

function readFor(cursor: Cursor, start: number, close: number): Expression {
  const { names, collection } = readForIntroduction(cursor, readExpression)
  skipBlanks(cursor, true)
  expect(cursor, character.colon, 'a colon is expected in this `for`')
  skipBlanks(cursor, true)
  const first = readExpression(cursor, true)
  skipBlanks(cursor, true)
  const value = close === character.closeBrace ? readValueOfKey(cursor) : first
  const condition = word(cursor, 'if') ? readCondition(cursor) : undefined
  expect(cursor, close, 'the end of this `for` is expected here')
  const key = value === first ? undefined : first
  return { kind: 'for', names, collection, key, value, condition, range: { start, end: cursor.at } }
}

/** `=> value` and the `...` that may follow it. */
function readValueOfKey(cursor: Cursor): Expression {
  if (!cursor.text.startsWith('=>', cursor.at)) fail(cursor, '`=>` is expected in this `for`')
  cursor.at += 2
  skipBlanks(cursor, true)
  const value = readExpression(cursor, true)
  skipBlanks(cursor, true)
  if (cursor.text.startsWith('...', cursor.at)) cursor.at += 3
  skipBlanks(cursor, true)
  return value
}

function readCondition(cursor: Cursor): Expression {
  skipBlanks(cursor, true)
  const condition = readExpression(cursor, true)
  skipBlanks(cursor, true)
  return condition
}

function readObject(cursor: Cursor): Expression {
  const start = cursor.at
  if (startsFor(cursor)) return readFor(cursor, start, character.closeBrace)
  cursor.at += 1
  const items: ObjectItem[] = []
  for (;;) {
    skipBlanks(cursor, true)
    if (peek(cursor) === character.closeBrace) break
    items.push(readItem(cursor))
    skipBlanks(cursor, false)
    const code = peek(cursor)
    if (code === character.comma) cursor.at += 1
    else if (code !== character.lineFeed && code !== character.closeBrace) {
      fail(cursor, 'a comma or a line end is expected in this object')
    }
  }
  cursor.at += 1
  return { kind: 'object', items, range: { start, end: cursor.at } }
}

function readItem(cursor: Cursor): ObjectItem {
  const key = readExpression(cursor, false)
  skipBlanks(cursor, false)
  const separator = peek(cursor) === character.colon ? ':' : '='
  if (separator === '=') expect(cursor, character.equals, '`=` or `:` is expected in this object')
  else cursor.at += 1
  skipBlanks(cursor, true)
  const value = readExpression(cursor, false)
  return { key, value, separator, range: { start: key.range.start, end: value.range.end } }
}
