import type { Range } from '../model/source.ts'
import type { Conditional, Expression, ForExpression, ObjectExpression, Template } from '../syntax/hcl-tree.ts'
import type { Mapping, Member, Scalar, TreeNode } from '../syntax/tree.ts'
import { exampleOfReference, exampleText, isOfSurroundings } from './terraform-arns.ts'
import { evaluateCall } from './terraform-calls.ts'
import { namesOf, writtenAs } from './terraform-expressions.ts'
import { attributeNamed, type TerraformFile } from './terraform-file.ts'
import { movedTo } from './terraform-moved.ts'

/** What is known where an expression stands. */
export interface Scope {
  readonly file: TerraformFile
  /** The file and its neighbours, in which names are looked up. */
  readonly module: readonly TerraformFile[]
  /** What `for` and `dynamic` have given names to. */
  readonly names: ReadonlyMap<string, TreeNode>
  /** What a template is given by those who fill it in. */
  readonly given?: ReadonlyMap<string, TreeNode>
  readonly notes: Notes
}

/** What is noted while the expressions of a file are read. */
export interface Notes {
  steps: number
  depth: number
  /** What is there only where a condition that is not in the file holds. */
  readonly optional: Set<TreeNode>
  /** Conditions that may not be there, by the offset of their key. */
  readonly optionalKeys: Set<number>
  /** Objects that were put together with some that are not in the file, with these. */
  readonly open: Map<TreeNode, readonly Scalar[]>
  /** Statements in a module's own words, of which a part may mean something that is not read. */
  readonly doubtful: Set<TreeNode>
  /** Texts with expressions in them that come to the same in every deployment, such as the account's id. */
  readonly sure: Set<TreeNode>
  /** Where the operator of a condition is written, by the offset of its key. */
  readonly operators: Map<number, Range>
}

/** A few locals that name each other can stand for billions of values; what is beyond this is taken as not known. */
const mostSteps = 100_000
const deepest = 300

/** The scope of what stands at the top of a file. */
export function fileScope(file: TerraformFile, neighbours: readonly TerraformFile[] = []): Scope {
  const sets = { optional: new Set<TreeNode>(), doubtful: new Set<TreeNode>(), sure: new Set<TreeNode>() }
  const places = { optionalKeys: new Set<number>(), open: new Map(), operators: new Map() }
  return { file, module: [file, ...neighbours], names: new Map(), notes: { steps: 0, depth: 0, ...sets, ...places } }
}

/**
 * What an expression comes to, as far as the file says: locals and defaults of variables are filled in, with the range of the
 * place where they are written. A scalar of type `expression` is left where it does not say.
 */
export function evaluate(expression: Expression, scope: Scope): TreeNode {
  const { notes } = scope
  if (notes.steps >= mostSteps || notes.depth >= deepest) return unresolved(expression, scope)
  notes.steps += 1
  notes.depth += 1
  const node = evaluateKind(expression, scope)
  notes.depth -= 1
  return node
}

function evaluateKind(expression: Expression, scope: Scope): TreeNode {
  switch (expression.kind) {
    case 'constant':
      return { kind: 'scalar', type: expression.type, text: expression.text, range: expression.range }
    case 'template':
      return evaluateTemplate(expression, scope)
    case 'variable':
    case 'attribute-of':
    case 'index':
    case 'splat':
      return evaluateReference(expression, scope)
    case 'call':
      return evaluateCall(expression, scope, evaluate)
    case 'tuple':
      return listOf(expression.items, expression.range, scope)
    case 'object':
      return evaluateObject(expression, scope)
    case 'for':
      return evaluateFor(expression, scope)
    case 'conditional':
      return evaluateConditional(expression, scope)
    case 'parentheses':
      return evaluate(expression.inner, scope)
    case 'unary':
    case 'binary':
      return unresolved(expression, scope)
    default:
      return expression satisfies never
  }
}

/** An expression that the file does not say more of. */
export function unresolved({ range }: Expression, { file }: Scope): Scalar {
  return { kind: 'scalar', type: 'expression', text: writtenAs(file.text, range), range }
}

/** Whether a node is a value that is written in the file, no expression and no example of one. */
export function isExact(node: TreeNode | undefined): node is Scalar {
  return node?.kind === 'scalar' && node.type !== 'expression' && node.expression === undefined
}

function evaluateTemplate(template: Template, scope: Scope): TreeNode {
  const { parts, range } = template
  const [only, ...more] = parts
  if (only?.kind === 'interpolation' && more.length === 0) return evaluate(only.value, scope)
  if (parts.some(({ kind }) => kind === 'directive')) return unresolved(template, scope)
  const pieces = parts.map((part) => {
    if (part.kind === 'text') return part.text
    const value = 'value' in part && part.value !== undefined ? evaluate(part.value, scope) : undefined
    return value?.kind === 'scalar' ? value : unresolved(template, scope)
  })
  return joined(pieces, { range, written: writtenAs(scope.file.text, range) }, scope.notes)
}

/** Pieces of a text as one scalar: as it is, as an example, or as the expression that is written there. */
export function joined(
  pieces: readonly (string | Scalar)[],
  { range, written }: { readonly range: Range; readonly written: string },
  { sure }: Notes,
): Scalar {
  const text = exampleText(pieces)
  if (text === undefined) return { kind: 'scalar', type: 'expression', text: written, range }
  const value: Scalar = { kind: 'scalar', type: 'string', text, range }
  const scalars = pieces.filter((piece): piece is Scalar => typeof piece !== 'string')
  const inexact = scalars.filter((piece) => !isExact(piece))
  if (inexact.length === 0) return value
  const example: Scalar = { ...value, expression: written }
  if (inexact.every((piece) => sure.has(piece))) sure.add(example)
  return example
}

/** A list; what a reference in it comes to takes its place, as Terraform's older versions did and its functions do. */
function listOf(items: readonly Expression[], range: Range, scope: Scope): TreeNode {
  const nodes = items.flatMap((item) => {
    const node = evaluate(item, scope)
    return node.kind === 'sequence' && item.kind !== 'tuple' ? node.items : [node]
  })
  return { kind: 'sequence', items: nodes, range }
}

/** An object without the members whose names are not in the file. */
function evaluateObject({ items, range }: ObjectExpression, scope: Scope): Mapping {
  const members = items.flatMap((item): Member[] => {
    const key = keyOf(item.key, scope)
    return key === undefined ? [] : [{ key: { value: key, range: item.key.range }, value: evaluate(item.value, scope) }]
  })
  return { kind: 'mapping', members, range }
}

/** The name of an object's member: a bare word stands for itself. */
function keyOf(key: Expression, scope: Scope): string | undefined {
  if (key.kind === 'variable') return key.name
  const node = evaluate(key, scope)
  return isExact(node) ? node.text : undefined
}

function evaluateFor(expression: ForExpression, scope: Scope): TreeNode {
  const { names, collection, key, value, condition, range } = expression
  if (key !== undefined) return unresolved(expression, scope)
  const rounds = condition === undefined ? entriesOf(evaluate(collection, scope)) : undefined
  if (rounds !== undefined) {
    const items = rounds.map(([index, item]) => evaluate(value, named(scope, bindings(names, index, item))))
    return { kind: 'sequence', items, range }
  }
  const one = evaluate(value, named(scope, new Map(names.map((name) => [name, unknownName(name, range)]))))
  const isText = one.kind === 'scalar' && one.type !== 'expression'
  if (!isText) return unresolved(expression, scope)
  const example: Scalar = { ...one, type: 'string', expression: writtenAs(scope.file.text, range), range }
  return { kind: 'sequence', items: [example], range }
}

/** What a name stands for that `for` or `dynamic` gives to something that is not in the file. */
export function unknownName(name: string, range: Range): Scalar {
  return { kind: 'scalar', type: 'expression', text: name, range }
}

/** A scope with more names. */
export function named(scope: Scope, names: ReadonlyMap<string, TreeNode>): Scope {
  return { ...scope, names: new Map([...scope.names, ...names]) }
}

function bindings(names: readonly string[], index: TreeNode, item: TreeNode): Map<string, TreeNode> {
  const [first = '', second] = names
  return new Map(
    second === undefined
      ? [[first, item]]
      : [
          [first, index],
          [second, item],
        ],
  )
}

/** Longer lists of addresses are not worked through. */
const mostRounds = 1000

/** Keys (or indexes) and values of a collection that is in the file as a whole. */
export function entriesOf(node: TreeNode): (readonly [TreeNode, TreeNode])[] | undefined {
  if (node.kind === 'scalar') return undefined
  const text = (value: string, range: Range): Scalar => ({ kind: 'scalar', type: 'string', text: value, range })
  const entries =
    node.kind === 'sequence'
      ? node.items.map((item, index) => [text(String(index), item.range), item] as const)
      : node.members.map(({ key, value }) => [text(key.value, key.range), value] as const)
  const isWhole = entries.every(([, value]) => value.kind !== 'scalar' || value.type !== 'expression')
  return isWhole && entries.length > 0 && entries.length <= mostRounds ? entries : undefined
}

/** Both branches where they say the same; members that stand in one of them alone are noted as optional. */
function evaluateConditional(expression: Conditional, scope: Scope): TreeNode {
  const yes = evaluate(expression.yes, scope)
  const no = evaluate(expression.no, scope)
  if (sameMeaning(yes, no)) return yes
  if (yes.kind !== 'mapping' && no.kind !== 'mapping') return unresolved(expression, scope)
  const members = eitherOf(membersOf(yes), membersOf(no), scope.notes)
  return { kind: 'mapping', members, range: expression.range }
}

function membersOf(node: TreeNode): readonly Member[] {
  return node.kind === 'mapping' ? node.members : []
}

/** Whether two nodes say the same, wherever they stand. */
export function sameMeaning(a: TreeNode, b: TreeNode): boolean {
  const meaning = (node: TreeNode) => JSON.stringify(node, (key, value) => (key === 'range' ? undefined : value))
  return a.kind === b.kind && meaning(a) === meaning(b)
}

function eitherOf(yes: readonly Member[], no: readonly Member[], notes: Notes): Member[] {
  const other = new Map(no.map((member) => [member.key.value, member]))
  const first = yes.map(({ key, value }): Member => {
    const match = other.get(key.value)
    other.delete(key.value)
    if (match === undefined) notes.optional.add(value)
    if (match === undefined || sameMeaning(value, match.value)) return { key, value }
    if (value.kind !== 'mapping' || match.value.kind !== 'mapping') return { key, value: uncertain(value) }
    return { key, value: { ...value, members: eitherOf(value.members, match.value.members, notes) } }
  })
  for (const { value } of other.values()) notes.optional.add(value)
  return [...first, ...other.values()]
}

/** A value of which the file does not say whether it is there. */
export function uncertain(node: TreeNode): Scalar {
  const texts = node.kind === 'sequence' ? node.items : [node]
  const text = texts.map((item) => (item.kind === 'scalar' ? item.text : '')).join(', ')
  return { kind: 'scalar', type: 'expression', text, range: node.range }
}

function evaluateReference(expression: Expression, scope: Scope): TreeNode {
  const steps = stepsOf(expression)
  if (steps === undefined) return exampleOr(expression, scope)
  const { root, path } = steps
  const bound = scope.names.get(root)
  if (bound !== undefined) return follow(bound, path, expression, scope)
  const given = scope.given?.get(root)
  if (given !== undefined) return movedTo(follow(given, path, expression, scope), expression.range, scope.notes)
  const [first, ...rest] = path
  const name = first?.kind === 'attribute-of' ? first.name : undefined
  if (name === undefined) return unresolved(expression, scope)
  const local = root === 'local' ? valueInModule(({ locals }) => locals.get(name), expression, scope) : undefined
  if (local !== undefined) return follow(local, rest, expression, scope)
  const fallback = root === 'var' ? valueInModule(({ defaults }) => defaults.get(name), expression, scope) : undefined
  if (fallback === undefined) return exampleOr(expression, scope)
  const value = follow(fallback, rest, expression, scope)
  return isEmpty(value) ? unresolved(expression, scope) : value
}

/** What a name comes to that stands in this file or a neighbour; a neighbour's is taken to stand where the name is used. */
function valueInModule(
  find: (file: TerraformFile) => Expression | undefined,
  { range }: Expression,
  scope: Scope,
): TreeNode | undefined {
  for (const file of scope.module) {
    const value = find(file)
    if (value === undefined) continue
    const node = evaluate(value, { ...scope, file, names: new Map() })
    return file === scope.file ? node : movedTo(node, range, scope.notes)
  }
  return undefined
}

/** A default of nothing says that something is to be given. */
function isEmpty(node: TreeNode): boolean {
  if (node.kind === 'sequence') return node.items.length === 0
  return node.kind === 'mapping' ? node.members.length === 0 : node.type === 'null' || node.text === ''
}

type Step = Extract<Expression, { readonly target: Expression }>

/** The root of a reference and the steps from it; undefined where it starts with anything but a name. */
function stepsOf(expression: Expression): { readonly root: string; readonly path: readonly Step[] } | undefined {
  const path: Step[] = []
  let at = expression
  while (at.kind === 'attribute-of' || at.kind === 'index' || at.kind === 'splat') {
    path.push(at)
    at = at.target
  }
  return at.kind === 'variable' ? { root: at.name, path: path.toReversed() } : undefined
}

function follow(start: TreeNode, path: readonly Step[], expression: Expression, scope: Scope): TreeNode {
  let node: TreeNode | undefined = start
  for (const step of path) {
    node = step.kind === 'splat' ? undefined : stepInto(node, keyOfStep(step, scope))
    if (node === undefined) return unresolved(expression, scope)
  }
  // What a name stands for in a `for` is said by the whole expression, not by the name.
  return node.kind === 'scalar' && node.type === 'expression' && path.length > 0 ? unresolved(expression, scope) : node
}

function keyOfStep(step: Exclude<Step, { kind: 'splat' }>, scope: Scope): string | undefined {
  if (step.kind === 'attribute-of') return step.name
  const key = evaluate(step.key, scope)
  return isExact(key) ? key.text : undefined
}

function stepInto(node: TreeNode, key: string | undefined): TreeNode | undefined {
  if (node.kind === 'mapping') return node.members.findLast((member) => member.key.value === key)?.value
  return node.kind === 'sequence' && key !== undefined ? node.items[Number(key)] : undefined
}

/** A reference to a resource of AWS as an example of what it comes to, or as it is written. */
function exampleOr(expression: Expression, scope: Scope): TreeNode {
  const { file } = scope
  const names = namesOf(expression) ?? []
  const text = exampleOfReference(names, (resource, argument) => {
    const nameIn = ({ byAddress }: TerraformFile) => {
      const block = byAddress.get(resource)?.block
      return block && attributeNamed(block.body, argument)?.value
    }
    const node = valueInModule(nameIn, expression, scope)
    return isExact(node) ? node.text : undefined
  })
  if (text === undefined) return unresolved(expression, scope)
  const { range } = expression
  const node: Scalar = { kind: 'scalar', type: 'string', text, range, expression: writtenAs(file.text, range) }
  if (isOfSurroundings(names)) scope.notes.sure.add(node)
  return node
}
