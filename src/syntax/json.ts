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

/**
 * JSON and JSONC (comments, trailing commas, byte order mark) as a tree with offsets into `text` as it stands.
 * What is broken is listed, and the tree holds what could be read around it.
 */
export function parseJson(text: string): ParsedTree {
  // A space is as long as the byte order mark, so offsets stay those of the file.
  const source = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text
  const errors: ParseError[] = []
  try {
    const root = parseTree(source, errors, { allowTrailingComma: true })
    return { root: root && treeOf(root), problems: problemsOf(errors, text.length) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const range = { start: 0, end: Math.min(1, text.length) }
    return { root: undefined, problems: [{ range, message: 'this JSON is nested too deeply to be read' }] }
  }
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

function treeOf(node: Node): TreeNode {
  const range = { start: node.offset, end: node.offset + node.length }
  const children = node.children ?? []
  if (node.type === 'object') return { kind: 'mapping', range, members: children.flatMap(memberOf) }
  if (node.type === 'array') return { kind: 'sequence', range, items: children.map(treeOf) }
  const type = node.type === 'property' ? 'null' : node.type
  return { kind: 'scalar', range, type, text: String(node.value) }
}

function memberOf(property: Node): Member[] {
  const [key, value] = property.children ?? []
  if (key === undefined || value === undefined) return []
  const range = { start: key.offset, end: key.offset + key.length }
  return [{ key: { value: String(key.value), range }, value: treeOf(value) }]
}
