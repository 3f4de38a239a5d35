import type { Range } from '../model/source.ts'
import type { Mapping, Member, TreeNode } from '../syntax/tree.ts'
import { itemsOf, nodeAt, textAt } from './cloudformation-template.ts'

/** Elements as Crossplane and Terraform's modules spell them, without capitals and underscores. */
const elements: Readonly<Record<string, string>> = {
  sid: 'Sid',
  effect: 'Effect',
  principal: 'Principal',
  principals: 'Principal',
  notprincipal: 'NotPrincipal',
  notprincipals: 'NotPrincipal',
  action: 'Action',
  actions: 'Action',
  notaction: 'NotAction',
  notactions: 'NotAction',
  resource: 'Resource',
  resources: 'Resource',
  notresource: 'NotResource',
  notresources: 'NotResource',
  condition: 'Condition',
  conditions: 'Condition',
}

/**
 * A policy in a spelling of its own, as IAM writes it; undefined for what is none. Crossplane has `effect` and
 * `condition: [{operatorKey, conditions: [{key, stringValue}]}]`, modules of Terraform have
 * `conditions: [{test, variable, values}]`. Source: reference of `BucketPolicy` (s3.aws.crossplane.io/v1alpha3); documentation of the
 * data source `aws_iam_policy_document`.
 */
export function dialectPolicy(node: Mapping): Mapping | undefined {
  const member = node.members.find(({ key, value }) => /^statements?$/.test(key.value) && holdsDialect(value))
  if (member === undefined) return undefined
  const items = itemsOf(member.value).map((item) => (isDialectStatement(item) ? statementOf(item) : item))
  const version = textAt(node, 'version')
  return mappingOf(node.range, [
    ['Version', text(version ?? '2012-10-17', node.range)],
    ['Statement', { kind: 'sequence', range: member.value.range, items }],
  ])
}

function holdsDialect(node: TreeNode): boolean {
  return itemsOf(node).some(isDialectStatement)
}

function isDialectStatement(node: TreeNode): node is Mapping {
  if (node.kind !== 'mapping' || !/^(Allow|Deny)$/.test(textAt(node, 'effect') ?? '')) return false
  return node.members.some(({ key }) => /^not_?actions?$|^actions?$/i.test(key.value))
}

function statementOf(node: Mapping): Mapping {
  const members = node.members.map((member): Member => {
    const folded = member.key.value.replaceAll('_', '').toLowerCase()
    const name = Object.hasOwn(elements, folded) ? (elements[folded] ?? member.key.value) : member.key.value
    return { key: { ...member.key, value: name }, value: elementOf(name, member.value) }
  })
  return { ...node, members }
}

function elementOf(name: string, value: TreeNode): TreeNode {
  if (name === 'Condition') return conditionOf(value)
  return name.endsWith('Principal') ? principalOf(value) : value
}

/** Operators with their keys: several entries with one operator are one block. */
function conditionOf(node: TreeNode): TreeNode {
  if (node.kind !== 'sequence') return node
  const blocks = new Map<string, { readonly operator: TreeNode; readonly members: Member[] }>()
  for (const item of node.items) {
    const operator = nodeAt(item, 'operatorKey') ?? nodeAt(item, 'test')
    if (operator?.kind !== 'scalar') return node
    const block = blocks.get(operator.text) ?? { operator, members: [] }
    blocks.set(operator.text, block)
    const pairs = nodeAt(item, 'conditions')
    for (const pair of pairs === undefined ? [item] : itemsOf(pairs)) block.members.push(...keyOf(pair))
  }
  const members = [...blocks].map(([name, { operator, members: keys }]): Member => {
    return { key: { value: name, range: operator.range }, value: { kind: 'mapping', range: node.range, members: keys } }
  })
  return { kind: 'mapping', range: node.range, members }
}

function keyOf(pair: TreeNode): Member[] {
  const key = nodeAt(pair, 'key') ?? nodeAt(pair, 'variable')
  const value = (pair.kind === 'mapping' ? pair.members : []).find(({ key: { value: name } }) => {
    return /^(string|date|numeric|boolean|list)Value$|^values$/.test(name)
  })
  return key?.kind === 'scalar' && value !== undefined
    ? [{ key: { value: key.text, range: key.range }, value: value.value }]
    : []
}

/** `awsPrincipals: [{iamRoleArn}]`, `service`, `federated`, `allowAnon`; `[{type, identifiers}]`. */
function principalOf(node: TreeNode): TreeNode {
  if (node.kind === 'scalar') return node
  if (textAt(node, 'allowAnon') === 'true') return text('*', node.range)
  const kinds = new Map<string, TreeNode[]>()
  const add = (kind: string, values: readonly TreeNode[]) => kinds.set(kind, [...(kinds.get(kind) ?? []), ...values])
  for (const item of node.kind === 'sequence' ? node.items : []) {
    add(textAt(item, 'type') ?? 'AWS', itemsOf(nodeAt(item, 'identifiers')))
  }
  for (const { key, value } of node.kind === 'mapping' ? node.members : []) {
    if (key.value === 'awsPrincipals') add('AWS', itemsOf(value).map(awsPrincipal))
    else if (key.value === 'service' || key.value === 'federated') add(capitalized(key.value), itemsOf(value))
    else if (key.value !== 'allowAnon') add(key.value, itemsOf(value))
  }
  if (kinds.has('*')) return text('*', node.range)
  return mappingOf(
    node.range,
    [...kinds].map(([kind, items]) => [kind, { kind: 'sequence', range: node.range, items }] as const),
  )
}

/** A reference to a user or a role of the cluster is a principal that the file does not hold. */
function awsPrincipal(node: TreeNode): TreeNode {
  const given = nodeAt(node, 'iamUserArn') ?? nodeAt(node, 'iamRoleArn') ?? nodeAt(node, 'awsAccountId')
  const [only] = node.kind === 'mapping' ? node.members : []
  return given ?? { kind: 'scalar', range: node.range, type: 'expression', text: only?.key.value ?? 'a principal' }
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function text(value: string, range: Range): TreeNode {
  return { kind: 'scalar', range, type: 'string', text: value }
}

/** A mapping that no text stands for; its keys have its range. */
export function mappingOf(range: Range, members: readonly (readonly [string, TreeNode])[]): Mapping {
  return { kind: 'mapping', range, members: members.map(([value, node]) => ({ key: { value, range }, value: node })) }
}
