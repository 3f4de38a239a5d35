import type { Mapping, Scalar, TreeNode } from '../syntax/tree.ts'
import { attributeOf, exampleAccount, exampleRegion, namePropertyOf } from './cloudformation-arns.ts'
import { intrinsicOf, itemsOf, nodeAt, type Resource, type Template } from './cloudformation-template.ts'
import { holesIn, type Piece } from './embedded-holes.ts'

/** What a node comes to: a text, a list (of a list parameter, of both branches of `Fn::If`), or nothing (`AWS::NoValue`). */
export type Evaluated =
  | { readonly kind: 'text'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'list'; readonly items: readonly Evaluated[] }
  | { readonly kind: 'nothing' }

interface Scope {
  readonly template: Template
  /** The variables of a `Fn::Sub`. */
  readonly variables?: Mapping | undefined
  /** How many functions are being evaluated: a name may be made of itself. */
  readonly depth: number
}

const deepest = 30
const nothing: Evaluated = { kind: 'nothing' }

/** Evaluates a value with its intrinsic functions as far as the template allows. */
export function evaluate(node: TreeNode, template: Template): Evaluated {
  return evaluateIn(node, { template, depth: 0 })
}

function evaluateIn(node: TreeNode, scope: Scope): Evaluated {
  if (node.kind === 'sequence') return { kind: 'list', items: node.items.map((item) => evaluateIn(item, scope)) }
  if (node.kind === 'scalar') return evaluateScalar(node)
  const intrinsic = intrinsicOf(node)
  if (intrinsic === undefined || scope.depth > deepest) return hole(node)
  const evaluateFunction = Object.hasOwn(functions, intrinsic.name) ? functions[intrinsic.name] : undefined
  return evaluateFunction?.(intrinsic.argument, { ...scope, depth: scope.depth + 1 }) ?? hole(node)
}

function evaluateScalar({ type, text, expression }: Scalar): Evaluated {
  if (type === 'expression') return { kind: 'text', pieces: [{ kind: 'hole', expression: text }] }
  if (expression !== undefined) return { kind: 'text', pieces: [{ kind: 'example', text, expression }] }
  return { kind: 'text', pieces: type === 'string' ? holesIn(text) : [{ kind: 'written', text }] }
}

/** The functions that can be evaluated; undefined where this call of one cannot. */
const functions: Readonly<Record<string, (argument: TreeNode, scope: Scope) => Evaluated | undefined>> = {
  Ref: (argument, scope) => (argument.kind === 'scalar' ? reference(argument.text, scope) : undefined),
  'Fn::GetAtt': (argument, scope) => {
    const names = itemsOf(argument).map((item) => (item.kind === 'scalar' ? item.text : ''))
    return attribute(names.join('.'), scope)
  },
  'Fn::Sub': substitute,
  'Fn::Join': join,
  'Fn::Split': split,
  'Fn::Select': select,
  'Fn::FindInMap': findInMap,
  'Fn::If': (argument, scope) => {
    const [, ...branches] = itemsOf(argument)
    return { kind: 'list', items: branches.flatMap((branch) => flatten(evaluateIn(branch, scope))) }
  },
}

const pseudo: Readonly<Record<string, string>> = {
  'AWS::AccountId': exampleAccount,
  'AWS::Region': exampleRegion,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
}

function reference(name: string, { template, depth }: Scope): Evaluated | undefined {
  if (name === 'AWS::NoValue') return nothing
  if (Object.hasOwn(pseudo, name)) return piece('known', pseudo[name] ?? '', name)
  const parameter = template.parameters.get(name)
  const given = parameter?.default
  if (parameter?.list === true && given !== undefined && given !== '') {
    return { kind: 'list', items: given.split(',').map((text) => piece('example', text.trim(), name)) }
  }
  if (parameter !== undefined) return given === undefined || given === '' ? undefined : piece('example', given, name)
  const resource = template.resources.get(name)
  return resource && resourceValue(resource, 'Ref', name, { template, depth })
}

/** `Queue.Arn`; a nested name such as `Stack.Outputs.Arn` is not in the file. */
function attribute(path: string, scope: Scope): Evaluated | undefined {
  const [name = '', ...rest] = path.split('.')
  const resource = scope.template.resources.get(name)
  return resource && resourceValue(resource, rest.join('.'), path, scope)
}

function resourceValue(resource: Resource, name: string, expression: string, scope: Scope): Evaluated | undefined {
  const given = nodeAt(resource.properties, namePropertyOf(resource) ?? '')
  const own = given && textOf(evaluateIn(given, { template: scope.template, depth: scope.depth + 1 }))
  const text = attributeOf(resource, name, own)
  return text === undefined ? undefined : piece('example', text, expression)
}

/** Text of an evaluated value without holes. */
function textOf(value: Evaluated): string | undefined {
  if (value.kind !== 'text') return undefined
  const texts = value.pieces.map((part) => (part.kind === 'hole' ? undefined : part.text))
  return texts.includes(undefined) ? undefined : texts.join('')
}

function substitute(argument: TreeNode, scope: Scope): Evaluated | undefined {
  const [pattern, variables] = itemsOf(argument)
  if (pattern?.kind !== 'scalar') return undefined
  const inner = { ...scope, variables: variables?.kind === 'mapping' ? variables : undefined }
  return { kind: 'text', pieces: substituted(pattern.text, inner) }
}

/** `${Name}`, `${Name.Attribute}`; `${!Name}` is the text `${Name}`. */
function substituted(pattern: string, scope: Scope): Piece[] {
  return pattern.split(/(\$\{[^{}]*\})/).flatMap((part, index): readonly Piece[] => {
    if (index % 2 === 0) return holesIn(part)
    const name = part.slice(2, -1).trim()
    if (name.startsWith('!')) return [{ kind: 'written', text: `\${${name.slice(1)}}` }]
    return piecesOf(variable(name, scope), name)
  })
}

function variable(name: string, scope: Scope): Evaluated | undefined {
  const given = nodeAt(scope.variables, name)
  if (given !== undefined) return evaluateIn(given, { ...scope, variables: undefined })
  return name.includes('.') ? attribute(name, scope) : reference(name, scope)
}

/** A value within a text: of several, the first stands for all. */
function piecesOf(value: Evaluated | undefined, expression: string): readonly Piece[] {
  if (value === undefined) return [{ kind: 'hole', expression }]
  if (value.kind === 'text') return value.pieces
  if (value.kind === 'nothing') return []
  const [first] = flatten(value)
  return first === undefined ? [{ kind: 'hole', expression }] : piecesOf(first, expression)
}

function join(argument: TreeNode, scope: Scope): Evaluated | undefined {
  const [delimiter, list] = itemsOf(argument)
  if (delimiter?.kind !== 'scalar' || list === undefined) return undefined
  const parts = flatten(evaluateIn(list, scope)).map((part) => piecesOf(part, expressionOf(list)))
  const between: Piece = { kind: 'written', text: delimiter.text }
  return { kind: 'text', pieces: parts.flatMap((part, index) => (index === 0 ? part : [between, ...part])) }
}

function split(argument: TreeNode, scope: Scope): Evaluated | undefined {
  const [delimiter, source] = itemsOf(argument)
  if (delimiter?.kind !== 'scalar' || delimiter.text === '' || source === undefined) return undefined
  const value = evaluateIn(source, scope)
  const [only, ...more] = value.kind === 'text' ? value.pieces : []
  if (only === undefined || more.length > 0 || only.kind === 'hole') return undefined
  const items = only.text.split(delimiter.text).map((text): Evaluated => {
    return { kind: 'text', pieces: [{ ...only, text }] }
  })
  return { kind: 'list', items }
}

function select(argument: TreeNode, scope: Scope): Evaluated | undefined {
  const [index, list] = itemsOf(argument)
  if (index?.kind !== 'scalar' || list === undefined || !/^\d+$/.test(index.text)) return undefined
  const value = evaluateIn(list, scope)
  return value.kind === 'list' ? value.items[Number(index.text)] : undefined
}

function findInMap(argument: TreeNode, scope: Scope): Evaluated | undefined {
  const keys = itemsOf(argument)
    .slice(0, 3)
    .map((key) => evaluateIn(key, scope))
  const texts = keys.map(textOf)
  const found = texts.reduce<TreeNode | undefined>(
    (node, key) => (key === undefined ? undefined : nodeAt(node, key)),
    scope.template.mappings,
  )
  if (found === undefined || found.kind === 'mapping') return undefined
  const parts = keys.flatMap((key) => (key.kind === 'text' ? key.pieces : []))
  // Keys that are written hold in every deployment, those of a Region or a parameter in one.
  const kind = parts.every((part) => part.kind === 'written') ? 'known' : 'example'
  const expression = `Fn::FindInMap ${expressionOf(argument)}`
  const values = itemsOf(found).map((item) => piece(kind, item.kind === 'scalar' ? item.text : '', expression))
  return found.kind === 'sequence' ? { kind: 'list', items: values } : values[0]
}

function piece(kind: 'known' | 'example', text: string, expression: string): Evaluated {
  return { kind: 'text', pieces: [{ kind, text, expression }] }
}

function hole(node: TreeNode): Evaluated {
  return { kind: 'text', pieces: [{ kind: 'hole', expression: expressionOf(node) }] }
}

/** Lists in lists as one, without what is nothing. */
export function flatten(value: Evaluated): readonly Evaluated[] {
  if (value.kind === 'list') return value.items.flatMap(flatten)
  return value.kind === 'nothing' ? [] : [value]
}

/** A node as short text: equal texts mean the same in the same template. */
export function expressionOf(node: TreeNode): string {
  if (node.kind === 'scalar') return node.text
  if (node.kind === 'sequence') return `[${node.items.map(expressionOf).join(', ')}]`
  const intrinsic = intrinsicOf(node)
  if (intrinsic?.name === 'Ref') return expressionOf(intrinsic.argument)
  if (intrinsic?.name === 'Fn::GetAtt') return itemsOf(intrinsic.argument).map(expressionOf).join('.')
  if (intrinsic !== undefined) return `${intrinsic.name} ${expressionOf(intrinsic.argument)}`
  return `{${node.members.map(({ key, value }) => `${key.value}: ${expressionOf(value)}`).join(', ')}}`
}
