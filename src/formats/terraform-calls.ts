import type { Call, Expression } from '../syntax/hcl-tree.ts'
import type { Mapping, Member, Scalar, TreeNode } from '../syntax/tree.ts'
import { exampleText } from './terraform-arns.ts'
import { passesArgument, writtenAs } from './terraform-expressions.ts'
import type { Scope } from './terraform-values.ts'

type Evaluate = (expression: Expression, scope: Scope) => TreeNode

/** What a call of a function comes to; only those that build lists, objects and texts are worked out. */
export function evaluateCall(call: Call, scope: Scope, evaluate: Evaluate): TreeNode {
  const { name, args, range } = call
  const [first] = args
  const written: Scalar = { kind: 'scalar', type: 'expression', text: writtenAs(scope.file.text, range), range }
  const values = () => args.map((argument) => evaluate(argument, scope))
  if (name === 'concat' || name === 'setunion') return { kind: 'sequence', items: values().flatMap(itemsOf), range }
  if (name === 'merge') return merged(values(), call, scope) ?? written
  if (name === 'format') return formatted(values(), written) ?? written
  if (name === 'formatlist') return formattedList(values(), written) ?? written
  if (name === 'join') return joinedList(values(), written) ?? written
  if (first === undefined || !passesArgument(name)) return written
  const value = evaluate(first, scope)
  if (value.kind !== 'scalar') return name === 'flatten' ? flattened(value) : value
  return value.type === 'expression' ? written : value
}

function itemsOf(node: TreeNode): readonly TreeNode[] {
  return node.kind === 'sequence' ? node.items : [node]
}

function flattened(node: TreeNode): TreeNode {
  if (node.kind !== 'sequence') return node
  return { ...node, items: node.items.flatMap((item) => itemsOf(flattened(item))) }
}

/** The members of all objects that are in the file, the last of each name; undefined where none of them is. */
function merged(nodes: readonly TreeNode[], { range }: Call, { notes }: Scope): Mapping | undefined {
  const mappings = nodes.flatMap((node) => (node.kind === 'mapping' ? [node] : []))
  if (mappings.length === 0) return undefined
  const members = new Map<string, Member>()
  for (const member of mappings.flatMap((mapping) => mapping.members)) members.set(member.key.value, member)
  const mapping: Mapping = { kind: 'mapping', members: [...members.values()], range }
  const open = nodes.flatMap((node) => (node.kind === 'scalar' ? [node] : (notes.open.get(node) ?? [])))
  if (open.length > 0) notes.open.set(mapping, open)
  return mapping
}

/** `format` with plain `%s`: the pieces between them and the values, as one text. */
function formatted(nodes: readonly TreeNode[], written: Scalar): Scalar | undefined {
  const [pattern, ...values] = nodes
  if (pattern?.kind !== 'scalar' || pattern.type !== 'string' || /%[^sdv]/.test(pattern.text)) return undefined
  const texts = pattern.text.split(/%[sdv]/)
  if (texts.length !== values.length + 1) return undefined
  const pieces = texts.flatMap((text, index): (string | Scalar)[] => {
    const value = values[index - 1]
    if (index === 0) return text === '' ? [] : [text]
    return [value?.kind === 'scalar' ? value : written, text]
  })
  const text = exampleText(pieces)
  return text === undefined ? undefined : { ...written, type: 'string', text, expression: written.text }
}

/** One example for the whole list, where one can be made. */
function formattedList(nodes: readonly TreeNode[], written: Scalar): TreeNode | undefined {
  const lists = nodes.map((node) => (node.kind === 'sequence' ? node.items : [node]))
  const length = Math.max(...lists.map((items) => items.length))
  const items = Array.from({ length }, (_, index) =>
    formatted(
      lists.map((list) => list[index % Math.max(1, list.length)] ?? written),
      written,
    ),
  )
  if (items.some((item) => item === undefined)) return undefined
  return { kind: 'sequence', items: items.filter((item) => item !== undefined), range: written.range }
}

/** A list of one joined with anything, or texts joined with a text. */
function joinedList([separator, list]: readonly TreeNode[], written: Scalar): Scalar | undefined {
  const items = list === undefined ? [] : itemsOf(list)
  const [only] = items
  if (items.length === 1 && only?.kind === 'scalar' && only.type !== 'expression')
    return { ...only, range: written.range }
  const texts = items.map((item) => (item.kind === 'scalar' && item.type !== 'expression' ? item : undefined))
  if (separator?.kind !== 'scalar' || separator.type !== 'string' || texts.length === 0) return undefined
  if (texts.some((item) => item === undefined)) return undefined
  const text = texts.map((item) => item?.text).join(separator.text)
  return { ...written, type: 'string', text, expression: written.text }
}
