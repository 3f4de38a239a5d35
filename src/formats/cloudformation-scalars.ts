import type { Range } from '../model/source.ts'
import type { Scalar, TreeNode } from '../syntax/tree.ts'
import { exampleAccount, exampleRegion } from './cloudformation-arns.ts'
import type { Template } from './cloudformation-template.ts'
import { type Evaluated, evaluate, flatten } from './cloudformation-value.ts'
import type { Piece } from './embedded-holes.ts'

/**
 * What an expression may come to at a place. `address`: only what is written, since an example of a list of addresses says nothing.
 * `plain`: what holds in every deployment. `arn`: an example too, `home` being the ARN of what the policy protects.
 */
export type Place = { readonly kind: 'address' | 'plain' } | { readonly kind: 'arn'; readonly home: string | undefined }

/** A value, or a list of values, of a policy with its expressions evaluated; what the file has as it is stays the same node. */
export function resolveValues(node: TreeNode, template: Template, place: Place): TreeNode {
  if (node.kind === 'sequence') {
    const items = node.items.flatMap((item) => (item.kind === 'sequence' ? [item] : scalarsOf(item, template, place)))
    return items.every((item, index) => item === node.items[index]) ? node : { ...node, items }
  }
  const scalars = scalarsOf(node, template, place)
  const [only, ...more] = scalars
  return only !== undefined && more.length === 0 ? only : { kind: 'sequence', range: node.range, items: scalars }
}

function scalarsOf(node: TreeNode, template: Template, place: Place): readonly TreeNode[] {
  // An object that is no function is the file's mistake, and the grammar says so.
  if (node.kind === 'mapping' && !/^(Ref|Fn::\w+)$/.test(node.members[0]?.key.value ?? '')) return [node]
  if (node.kind === 'scalar' && node.type === 'null') return [node]
  const value = evaluate(node, template)
  if (node.kind === 'scalar' && isWritten(value)) return [node]
  const scalars = flatten(value).flatMap((part) => {
    return part.kind === 'text' ? [scalarOf(part.pieces, node.range, place)] : []
  })
  // A list that the file does not hold is one expression, however many entries its default has.
  return scalars.filter(({ type, text }, index) => {
    return type !== 'expression' || scalars.findIndex((one) => one.type === type && one.text === text) === index
  })
}

function isWritten(value: Evaluated): boolean {
  return value.kind === 'text' && value.pieces.every((piece) => piece.kind === 'written')
}

function scalarOf(pieces: readonly Piece[], range: Range, place: Place): Scalar {
  const unresolved: Scalar = { kind: 'scalar', range, type: 'expression', text: expressionText(pieces) }
  const text = textAt(pieces, place)
  if (text === undefined) return unresolved
  const written: Scalar = { kind: 'scalar', range, type: 'string', text }
  return pieces.every(({ kind }) => kind === 'written') ? written : { ...written, expression: unresolved.text }
}

function textAt(pieces: readonly Piece[], place: Place): string | undefined {
  const kinds = new Set(pieces.map(({ kind }) => kind))
  if (place.kind === 'arn') return exampleOf(pieces, place.home)
  const enough = place.kind === 'address' ? kinds.size === 1 && kinds.has('written') : isSure(kinds)
  return enough ? pieces.map((piece) => (piece.kind === 'hole' ? '' : piece.text)).join('') : undefined
}

function isSure(kinds: ReadonlySet<Piece['kind']>): boolean {
  return !kinds.has('example') && !kinds.has('hole')
}

/** A text with examples for what is missing, by its place in an ARN; undefined where a whole ARN is missing. */
function exampleOf(pieces: readonly Piece[], home: string | undefined): string | undefined {
  const parts: string[] = []
  // The names in an ARN come after its first hundred characters at the latest.
  let start = ''
  for (const piece of pieces) {
    const part = piece.kind === 'hole' ? fillerAt(start, home) : piece.text
    if (part === undefined) return undefined
    parts.push(part)
    if (start.length < 100) start += part.slice(0, 100)
  }
  return parts.join('')
}

function fillerAt(before: string, home: string | undefined): string | undefined {
  if (before === '') return home
  if (!before.startsWith('arn:')) return 'example'
  const parts = before.split(':')
  if (parts.length >= 6)
    return parts.length === 6 && parts[2] === 's3' && parts[5] === '' ? 'example-bucket' : 'example'
  return [undefined, 'aws', undefined, exampleRegion, exampleAccount][parts.length - 1]
}

/** Pieces as one expression: a lone one as it is, else `arn:aws:s3:::${Bucket}/*`. */
export function expressionText(pieces: readonly Piece[]): string {
  const [only, ...more] = pieces
  if (only !== undefined && more.length === 0 && only.kind !== 'written') return only.expression
  return pieces.map((piece) => (piece.kind === 'written' ? piece.text : `\${${piece.expression}}`)).join('')
}
