import { type Mapping, type Member, membersNamed, type TreeNode } from '../syntax/tree.ts'
import { expressionText, type Place, resolveValues } from './cloudformation-scalars.ts'
import { intrinsicOf, itemsOf, type Template } from './cloudformation-template.ts'
import { evaluate, expressionOf, flatten } from './cloudformation-value.ts'

/** Where a policy stands, as far as its values depend on it. */
export interface Surroundings {
  readonly template: Template
  /** ARN of an example of what the policy protects, where it is a resource's own. */
  readonly home: string | undefined
}

/** A policy whose expressions are evaluated, and the statements as they are written, in the same order. */
export interface ResolvedPolicy {
  readonly document: Mapping
  readonly written: readonly Mapping[]
  /** Places of what the policy takes from elsewhere (`Fn::Transform`, an expression for a whole statement). */
  readonly elsewhere: readonly TreeNode[]
}

/** Which branch of each condition a statement stands in. */
type World = ReadonlyMap<string, boolean>

interface ResolvedStatement {
  readonly world: World
  readonly node: Mapping
  readonly written: Mapping
}

/** More conditions in one statement than this are not told apart: their branches are then taken together. */
const mostConditions = 3

/**
 * The policies that a document with conditions (`Fn::If`) may become: both branches are read, and what excludes each other stands in
 * different policies. One that has no conditions is one policy.
 */
export function resolvePolicy(document: Mapping, place: Surroundings): ResolvedPolicy[] {
  const elsewhere: TreeNode[] = []
  const found = membersNamed(document, 'Statement').flatMap(({ value }) => {
    return statementsIn(value, new Map(), place, elsewhere)
  })
  const groups: { readonly world: Map<string, boolean>; readonly statements: ResolvedStatement[] }[] = []
  for (const statement of found) {
    const group = groups.find(({ world }) => agree(world, statement.world))
    if (group === undefined) groups.push({ world: new Map(statement.world), statements: [statement] })
    else {
      for (const [name, branch] of statement.world) group.world.set(name, branch)
      group.statements.push(statement)
    }
  }
  elsewhere.push(...document.members.filter(isTransform).map(({ value }) => value))
  return groups.map(({ statements }, index) => ({
    document: withStatements(document, statements),
    written: statements.map(({ written }) => written),
    elsewhere: index === 0 ? elsewhere : [],
  }))
}

function withStatements(document: Mapping, statements: readonly ResolvedStatement[]): Mapping {
  const items = statements.map(({ node }) => node)
  const members = document.members
    .filter((member) => !isTransform(member))
    .map((member) => {
      if (member.key.value !== 'Statement') return member
      return { ...member, value: { kind: 'sequence', range: member.value.range, items } as const }
    })
  return { ...document, members }
}

function isTransform({ key }: Member): boolean {
  return key.value === 'Fn::Transform'
}

function agree(a: World, b: World): boolean {
  return [...b].every(([name, branch]) => (a.get(name) ?? branch) === branch)
}

function statementsIn(node: TreeNode, world: World, place: Surroundings, elsewhere: TreeNode[]): ResolvedStatement[] {
  if (node.kind === 'sequence') return node.items.flatMap((item) => statementsIn(item, world, place, elsewhere))
  const choice = choiceOf(node)
  if (choice !== undefined) {
    return ([true, false] as const).flatMap((branch) => {
      const chosen = new Map([...world, [choice.condition, branch]])
      const value = branch ? choice.then : choice.otherwise
      return agree(world, chosen) && value !== undefined ? statementsIn(value, chosen, place, elsewhere) : []
    })
  }
  if (isNoValue(node)) return []
  if (node.kind === 'scalar' || intrinsicOf(node) !== undefined) {
    elsewhere.push(node)
    return []
  }
  elsewhere.push(...node.members.filter(isTransform).map(({ value }) => value))
  return variantsOf(node, world, place)
}

/** A statement once for each combination of branches that makes another statement of it. */
function variantsOf(written: Mapping, world: World, place: Surroundings): ResolvedStatement[] {
  const open = [...new Set(conditionsOf(written, 0))].filter((name) => !world.has(name)).slice(0, mostConditions)
  const worlds = open.reduce<readonly World[]>(
    (all, name) => [
      ...all.map((one) => new Map([...one, [name, true]])),
      ...all.map((one) => new Map([...one, [name, false]])),
    ],
    [world],
  )
  const seen = new Set<string>()
  return worlds.flatMap((one) => {
    const node = resolveStatement(written, one, place)
    const meaning = open.length === 0 ? '' : expressionOf(node)
    if (seen.has(meaning)) return []
    seen.add(meaning)
    return [{ world: one, node, written }]
  })
}

interface Choice {
  readonly condition: string
  readonly then: TreeNode | undefined
  readonly otherwise: TreeNode | undefined
}

function choiceOf(node: TreeNode): Choice | undefined {
  const intrinsic = intrinsicOf(node)
  if (intrinsic?.name !== 'Fn::If') return undefined
  const [condition, then, otherwise] = itemsOf(intrinsic.argument)
  return { condition: condition === undefined ? '' : expressionOf(condition), then, otherwise }
}

function isNoValue(node: TreeNode | undefined): boolean {
  const intrinsic = node && intrinsicOf(node)
  return intrinsic?.name === 'Ref' && expressionOf(intrinsic.argument) === 'AWS::NoValue'
}

/** Elements of which a branch is another statement, not another value. Excluding lists must not be joined. */
const structural = new Set(['Effect', 'Condition', 'Principal', 'NotPrincipal', 'NotAction', 'NotResource'])

/** Names of the conditions on which the shape of a statement depends: its elements, its operators, its keys. */
function conditionsOf(node: TreeNode, depth: number): string[] {
  const choice = choiceOf(node)
  if (choice !== undefined) {
    const inner = [choice.then, choice.otherwise].flatMap((branch) => (branch ? conditionsOf(branch, depth) : []))
    return [choice.condition, ...inner]
  }
  if (node.kind !== 'mapping') return []
  return node.members.flatMap(({ key, value }) => {
    if (depth === 0 && key.value === 'Condition') return conditionsOf(value, 1)
    const splits = depth === 1 || (depth === 0 && structural.has(key.value)) || leavesOut(value)
    if (!splits) return []
    return depth === 1 ? conditionsOf(value, 2) : choiceOf(value) === undefined ? [] : conditionsOf(value, 3)
  })
}

/** Whether one branch takes the member away. */
function leavesOut(node: TreeNode): boolean {
  const choice = choiceOf(node)
  if (choice === undefined) return false
  return [choice.then, choice.otherwise].some(
    (branch) => branch !== undefined && (isNoValue(branch) || leavesOut(branch)),
  )
}

function chosen(node: TreeNode, world: World): TreeNode | undefined {
  const choice = choiceOf(node)
  const branch = choice && world.get(choice.condition)
  if (isNoValue(node)) return undefined
  if (choice === undefined || branch === undefined) return node
  const value = branch ? choice.then : choice.otherwise
  return value && chosen(value, world)
}

type Resolve = (value: TreeNode, key: string) => TreeNode

/** Members with their values chosen and resolved; those that a branch takes away are gone. */
function mapMembers(node: TreeNode, world: World, resolve: Resolve): TreeNode {
  if (node.kind !== 'mapping' || intrinsicOf(node) !== undefined) return node
  const members = node.members.flatMap((member): readonly Member[] => {
    const value = chosen(member.value, world)
    return value === undefined ? [] : [{ ...member, value: resolve(value, member.key.value) }]
  })
  return { ...node, members }
}

function resolveStatement(written: Mapping, world: World, { template, home }: Surroundings): Mapping {
  const values =
    (place: Place): Resolve =>
    (value) =>
      resolveValues(value, template, place)
  const elements: Readonly<Record<string, Resolve>> = {
    Sid: (value) => resolveSid(value, template),
    Effect: (value) => resolveEffect(value, template),
    Principal: (value) => resolvePrincipal(value, world, template),
    NotPrincipal: (value) => resolvePrincipal(value, world, template),
    Action: values({ kind: 'plain' }),
    NotAction: values({ kind: 'plain' }),
    Resource: values({ kind: 'arn', home }),
    NotResource: values({ kind: 'arn', home }),
    Condition: (value) =>
      mapMembers(value, world, (keys) =>
        mapMembers(keys, world, (list, key) => {
          return resolveValues(list, template, { kind: /^aws:(vpc)?sourceip$/i.test(key) ? 'address' : 'plain' })
        }),
      ),
  }
  const members = written.members.flatMap((member): readonly Member[] => {
    const value = isTransform(member) ? undefined : chosen(member.value, world)
    const resolve = Object.hasOwn(elements, member.key.value) ? elements[member.key.value] : undefined
    return value === undefined ? [] : [{ ...member, value: resolve?.(value, member.key.value) ?? value }]
  })
  return { ...written, members }
}

function resolvePrincipal(node: TreeNode, world: World, template: Template): TreeNode {
  const arn: Place = { kind: 'arn', home: undefined }
  if (node.kind === 'mapping' && intrinsicOf(node) === undefined)
    return mapMembers(node, world, (value) => resolveValues(value, template, arn))
  const value = resolveValues(node, template, arn)
  if (value === node || (value.kind === 'scalar' && value.text === '*')) return value
  // Who it is, the file does not say: people and roles are taken for it, as in `{ "AWS": … }`.
  return { kind: 'mapping', range: node.range, members: [{ key: { value: 'AWS', range: node.range }, value }] }
}

/** A Sid is a name: what is not known of it stays as it is written. */
function resolveSid(node: TreeNode, template: Template): TreeNode {
  if (node.kind !== 'mapping') return node
  const [value] = flatten(evaluate(node, template))
  if (value?.kind !== 'text') return node
  return { kind: 'scalar', range: node.range, type: 'string', text: expressionText(value.pieces) }
}

/** What may be a Deny is taken for one. */
function resolveEffect(node: TreeNode, template: Template): TreeNode {
  const values = flatten(evaluate(node, template)).flatMap((value) => (value.kind === 'text' ? [value.pieces] : []))
  const pieces = values.flat()
  if (node.kind === 'scalar' && pieces.every(({ kind }) => kind === 'written')) return node
  const sure = pieces.every(({ kind }) => kind === 'written' || kind === 'known')
  const texts = values.map((parts) => parts.map((part) => (part.kind === 'hole' ? '' : part.text)).join(''))
  const text = sure && !texts.includes('Deny') ? (texts[0] ?? '') : 'Deny'
  return { kind: 'scalar', range: node.range, type: 'string', text, expression: expressionOf(node) }
}
