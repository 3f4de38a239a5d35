import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Member, ParsedTree, SyntaxProblem, TreeNode } from './tree.ts'

const wordings: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is not JSON: a value must be quoted, a number, true, false or null',
  InvalidNumberFormat: 'this is not a number',
  PropertyNameExpected: 'a quoted property name is expected here',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a colon is expected here',
  CommaExpected: 'a comma is expected here',
  CloseBraceExpected: 'a closing brace is missing here',
  CloseBracketExpected: 'a closing bracket is missing here',
  EndOfFileExpected: 'the file goes on after its JSON value ended',
  UnexpectedEndOfComment: 'this comment is never closed',
  UnexpectedEndOfString: 'this string is never closed',
  UnexpectedEndOfNumber: 'this number breaks off',
  InvalidUnicode: 'this \\u escape is not one',
  InvalidEscapeCharacter: 'JSON knows no such escape',
  InvalidCharacter: 'a string must not hold this control character unescaped',
}

/** In UTF-16 units: far more than a policy takes; parsing takes about 50 times the text in memory. Plans of Terraform are larger. */
const largest = 4_000_000
/** Deeper than any policy or template, and far from where those who walk the tree would run out of stack. */
const deepest = 200

const nestedTooDeeply = 'this JSON is nested too deeply to be read'

/**
 * JSON and JSONC (comments, trailing commas, byte order mark) as a tree with offsets into `text` as it stands.
 * What is broken is listed, and the tree holds what could be read around it. `limit`: how long the text may be.
 */
export function parseJson(text: string, limit = largest): ParsedTree {
  if (text.length > limit) return unreadable(0, 'this JSON is too large to be read')
  // A space is as long as the byte order mark, so offsets stay those of the file.
  const source = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text
  const errors: ParseError[] = []
  try {
    const root = parseTree(source, errors, { allowTrailingComma: true })
    return { root: root && treeOf(root, 0), problems: problemsOf(errors, text.length) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return unreadable(0, nestedTooDeeply)
  }
}

function unreadable(start: number, message: string): ParsedTree {
  return { root: undefined, problems: [{ range: { start, end: start + 1 }, message }] }
}

/** The first problem of each place: the parser repeats itself while it recovers. */
function problemsOf(errors: readonly ParseError[], length: number): SyntaxProblem[] {
  return errors.slice(0, 1).map(({ error, offset, length: width }) => {
    const start = Math.min(offset, Math.max(0, length - 1))
    return {
      range: { start, end: Math.min(length, Math.max(start + 1, offset + width)) },
      message: wordings[printParseErrorCode(error)] ?? 'this is not JSON',
    }
  })
}

function treeOf(node: Node, depth: number): TreeNode {
  if (depth > deepest) throw new RangeError(nestedTooDeeply)
  const range = { start: node.offset, end: node.offset + node.length }
  const children = node.children ?? []
  if (node.type === 'object')
    return { kind: 'mapping', range, members: children.flatMap((property) => memberOf(property, depth + 1)) }
  if (node.type === 'array') return { kind: 'sequence', range, items: children.map((item) => treeOf(item, depth + 1)) }
  const type = node.type === 'property' ? 'null' : node.type
  return { kind: 'scalar', range, type, text: String(node.value) }
}

function memberOf(property: Node, depth: number): Member[] {
  const [key, value] = property.children ?? []
  if (key === undefined || value === undefined) return []
  const range = { start: key.offset, end: key.offset + key.length }
  return [{ key: { value: String(key.value), range }, value: treeOf(value, depth) }]
}
