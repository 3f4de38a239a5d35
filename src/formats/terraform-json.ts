import type { Range } from '../model/source.ts'
import { parseHclTemplate } from '../syntax/hcl.ts'
import type { Attribute, Block, Body, Expression, Template, TemplatePart } from '../syntax/hcl-tree.ts'
import type { Mapping, Member, Scalar, TreeNode } from '../syntax/tree.ts'

/** Blocks that hold parts of policies; whatever else is nested may as well be an argument. */
const blockNames = new Set(['statement', 'principals', 'not_principals', 'condition', 'content', 'inline_policy'])

/**
 * A `.tf.json` file as the blocks and arguments that it stands for. An expression in a string has the range of the string.
 * Source: Terraform documentation, "JSON Configuration Syntax".
 */
export function bodyOfJson(root: Mapping): Body {
  return { range: root.range, items: root.members.filter(({ key }) => key.value !== '//').flatMap(topLevel) }
}

/** How many labels the blocks of a kind have. */
const labelCounts: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  module: 1,
  variable: 1,
  output: 1,
  locals: 0,
}

function topLevel({ key, value }: Member): (Attribute | Block)[] {
  const count = labelCounts[key.value]
  return count === undefined ? [argument(key, value)] : labelled(key, value, [], count)
}

function labelled(type: Member['key'], node: TreeNode, labels: readonly string[], left: number): Block[] {
  if (node.kind === 'sequence') return node.items.flatMap((item) => labelled(type, item, labels, left))
  if (node.kind === 'scalar') return []
  if (left === 0) return [{ kind: 'block', type, labels, body: bodyOf(node), range: node.range }]
  return node.members.flatMap(({ key, value }) => labelled(type, value, [...labels, key.value], left - 1))
}

function bodyOf({ members, range }: Mapping): Body {
  return { range, items: members.filter(({ key }) => key.value !== '//').flatMap(nestedItem) }
}

function nestedItem({ key, value }: Member): (Attribute | Block)[] {
  if (key.value === 'dynamic') return labelled(key, value, [], 1)
  return blockNames.has(key.value) && holdsObjects(value) ? labelled(key, value, [], 0) : [argument(key, value)]
}

function holdsObjects(node: TreeNode): boolean {
  return node.kind === 'sequence' ? node.items.every(({ kind }) => kind === 'mapping') : node.kind === 'mapping'
}

function argument(key: Member['key'], value: TreeNode): Attribute {
  const range = { start: key.range.start, end: value.range.end }
  return { kind: 'attribute', name: key, value: expressionOf(value), range }
}

function expressionOf(node: TreeNode): Expression {
  const { range } = node
  if (node.kind === 'sequence') return { kind: 'tuple', items: node.items.map(expressionOf), range }
  if (node.kind === 'scalar') return scalarExpression(node)
  const items = node.members.map(({ key, value }) => ({
    key: templateOf(key.value, key.range),
    value: expressionOf(value),
    separator: ':' as const,
    range: { start: key.range.start, end: value.range.end },
  }))
  return { kind: 'object', items, range }
}

function scalarExpression({ type, text, range }: Scalar): Expression {
  if (type === 'string' || type === 'expression') return templateOf(text, range)
  return { kind: 'constant', type, text, range }
}

function templateOf(text: string, range: Range): Template {
  const body = { start: range.start + 1, end: range.end - 1 }
  const plain: readonly TemplatePart[] = text === '' ? [] : [{ kind: 'text', text, range: body }]
  const read = /[$%]\{/.test(text) ? parseHclTemplate(text)?.parts.map((part) => relocatedPart(part, range)) : plain
  return { kind: 'template', heredoc: false, range, body, parts: read ?? plain }
}

function relocatedPart(part: TemplatePart, range: Range): TemplatePart {
  if (part.kind === 'text') return { ...part, range }
  return part.value === undefined ? { ...part, range } : { ...part, range, value: relocated(part.value, range) }
}

/** An expression that was read out of a string: each part has the range of the whole. */
export function relocated(expression: Expression, range: Range): Expression {
  const move = (inner: Expression) => relocated(inner, range)
  const e = expression
  switch (e.kind) {
    case 'constant':
    case 'variable':
      return { ...e, range }
    case 'template':
      return { ...e, range, body: range, parts: e.parts.map((part) => relocatedPart(part, range)) }
    case 'attribute-of':
    case 'splat':
      return { ...e, range, target: move(e.target) }
    case 'index':
      return { ...e, range, target: move(e.target), key: move(e.key) }
    case 'call':
      return { ...e, range, args: e.args.map(move) }
    case 'tuple':
      return { ...e, range, items: e.items.map(move) }
    case 'object': {
      const items = e.items.map((item) => ({ ...item, range, key: move(item.key), value: move(item.value) }))
      return { ...e, range, items }
    }
    case 'for': {
      const [key, condition] = [e.key && move(e.key), e.condition && move(e.condition)]
      return { ...e, range, collection: move(e.collection), key, value: move(e.value), condition }
    }
    case 'unary':
      return { ...e, range, operand: move(e.operand) }
    case 'binary':
      return { ...e, range, left: move(e.left), right: move(e.right) }
    case 'conditional':
      return { ...e, range, test: move(e.test), yes: move(e.yes), no: move(e.no) }
    case 'parentheses':
      return { ...e, range, inner: move(e.inner) }
    default:
      return e satisfies never
  }
}
