import type { ReadResult } from '../model/contracts.ts'
import type { SourceFile } from '../model/source.ts'
import { type Mapping, membersNamed, type Scalar, type TreeNode } from '../syntax/tree.ts'
import { isPolicyDocument } from './read-policy.ts'
import { terraformFile } from './terraform-file.ts'
import { type Candidate, readCandidates } from './terraform-policies.ts'
import { documentInWordsOfIam } from './terraform-scan.ts'
import { documentOf, objectStatement } from './terraform-statements.ts'
import { plainSource, readText } from './terraform-text.ts'
import { policyTypeIn } from './terraform-types.ts'
import { unreadProblem } from './terraform-unread.ts'
import type { Use } from './terraform-uses.ts'
import { fileScope, type Scope } from './terraform-values.ts'

/** Whether a JSON file is a plan as `terraform show -json` prints it. */
export function isPlan({ path, text }: SourceFile): boolean {
  if (!/\.json$/i.test(path) || !text.slice(0, 4096).includes('"format_version"')) return false
  return text.includes('"planned_values"') || text.includes('"resource_changes"')
}

/** A resource as it will be. */
interface PlannedResource {
  readonly address: string
  readonly mode: string
  readonly type: string
  readonly values: Mapping
}

/**
 * The policies of a plan, each once: those of `planned_values`, and of `resource_changes` what is not there. What was before, and
 * the configuration, are not read. Source: Terraform documentation, "JSON Output Format".
 */
export function readPlan(file: SourceFile, root: Mapping): ReadResult {
  const resources = plannedResources(root)
  const scope = fileScope(terraformFile(file.text, { range: root.range, items: [] }))
  const texts = resources.flatMap((resource) => textsIn(resource.values, '').map((text) => ({ ...text, resource })))
  const read = texts.map((text) => ({ ...text, trees: readText(plainSource(file.text, insideOf(text.node)), scope) }))
  const found = read.map(({ trees = [], ...place }) => ({
    node: place.node,
    candidates: trees.flatMap((tree) => candidatesIn(tree, place, scope)),
    isDocument: place.resource.mode === 'data',
  }))
  const deferred = resources.filter(isUnreadDocument).map((resource) => deferredDocument(resource, scope))
  const { policies, problems } = readCandidates(
    [...found.flatMap(({ candidates }) => candidates), ...deferred],
    { file, notes: scope.notes, broken: [], formatId: 'terraform' },
    { rolesOf: (use) => rolesOf(use, resources), trusts: () => [] },
  )
  const hidden = found.filter(({ node, candidates, isDocument }) => {
    return candidates.length === 0 && !isDocument && /aws:sourceip/i.test(node.text) && /\bdeny\b/i.test(node.text)
  })
  return { policies, problems: [...problems, ...hidden.map(({ node }) => unreadProblem(file, node.range))] }
}

function insideOf({ range }: Scalar): Scalar['range'] {
  return { start: range.start + 1, end: range.end - 1 }
}

function plannedResources(root: Mapping): PlannedResource[] {
  const planned = at(root, 'planned_values', 'root_module').flatMap(resourcesOfModule)
  const known = new Set(planned.map(({ address }) => address))
  const changed = at(root, 'resource_changes').flatMap((list) =>
    itemsOf(list).flatMap((node) => resourceOf(node, at(node, 'change', 'after')[0])),
  )
  return [...planned, ...changed.filter(({ address }) => !known.has(address))]
}

function resourcesOfModule(module: TreeNode): PlannedResource[] {
  const own = at(module, 'resources').flatMap((list) =>
    itemsOf(list).flatMap((node) => resourceOf(node, at(node, 'values')[0])),
  )
  return [...own, ...at(module, 'child_modules').flatMap((list) => itemsOf(list).flatMap(resourcesOfModule))]
}

function resourceOf(node: TreeNode, values: TreeNode | undefined): PlannedResource[] {
  if (values?.kind !== 'mapping') return []
  const text = (key: string) => textOf(at(node, key)[0]) ?? ''
  return [{ address: text('address'), mode: text('mode'), type: text('type'), values }]
}

/** The values on a way of keys; none where it ends before. */
function at(node: TreeNode | undefined, ...keys: readonly string[]): TreeNode[] {
  let found = node
  for (const key of keys) found = found?.kind === 'mapping' ? membersNamed(found, key).at(-1)?.value : undefined
  return found === undefined ? [] : [found]
}

function itemsOf(node: TreeNode): readonly TreeNode[] {
  return node.kind === 'sequence' ? node.items : []
}

function textOf(node: TreeNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.type === 'string' ? node.text : undefined
}

interface FoundText {
  /** Names of the arguments on the way, `inline_policy.policy`. */
  readonly path: string
  readonly node: Scalar
}

/** Strings that may hold a policy. */
function textsIn(node: TreeNode, path: string): FoundText[] {
  if (node.kind === 'sequence') return node.items.flatMap((item) => textsIn(item, path))
  if (node.kind === 'mapping') {
    const below = (name: string) => (path === '' ? name : `${path}.${name}`)
    return node.members.flatMap(({ key, value }) => textsIn(value, below(key.value)))
  }
  const mayHold = node.type === 'string' && /"Statement"\s*:|aws:sourceip/i.test(node.text)
  return mayHold ? [{ path, node }] : []
}

function candidatesIn(
  node: TreeNode,
  place: FoundText & { readonly resource: PlannedResource },
  scope: Scope,
): Candidate[] {
  if (node.kind === 'sequence') return node.items.flatMap((item) => candidatesIn(item, place, scope))
  if (node.kind === 'scalar') return []
  if (!isPolicyDocument(node)) return node.members.flatMap(({ value }) => candidatesIn(value, place, scope))
  const { resource, path } = place
  // What a document of blocks comes to goes into a resource, where it is read.
  if (resource.mode === 'data') return []
  const document = documentInWordsOfIam(node, scope)
  return [{ address: `${resource.address}.${path}`, range: node.range, document, uses: usesOf(resource, path) }]
}

function usesOf({ address, type, values }: PlannedResource, path: string): Use[] {
  const used = policyTypeIn(type, path, textOf(at(values, 'type')[0]))
  return used === undefined ? [] : [{ type: used, resource: address, argument: path }]
}

/** A document that is made of blocks and will only be worked out when the plan is carried out. */
function isUnreadDocument({ mode, type, values }: PlannedResource): boolean {
  return mode === 'data' && type === 'aws_iam_policy_document' && textOf(at(values, 'json')[0]) === undefined
}

function deferredDocument({ address, values }: PlannedResource, scope: Scope): Candidate {
  const blocks = at(values, 'statement').flatMap(itemsOf)
  const statements = blocks.flatMap((node) => (node.kind === 'mapping' ? [objectStatement(node, scope)] : []))
  return { address, range: values.range, document: documentOf(statements, values.range, '2012-10-17'), uses: [] }
}

/** Roles by name: in a plan a policy says on which it hangs. */
function rolesOf({ resource }: Use, resources: readonly PlannedResource[]): readonly string[] {
  const own = resources.find(({ address }) => address === resource)
  if (own?.type === 'aws_iam_role') return [resource]
  const name = own?.type === 'aws_iam_role_policy' ? textOf(at(own.values, 'role')[0]) : undefined
  if (name === undefined) return []
  const roles = resources.filter(
    ({ type, values }) => type === 'aws_iam_role' && textOf(at(values, 'name')[0]) === name,
  )
  return roles.map(({ address }) => address)
}
