import type { Range } from '../model/source.ts'
import { speaksOfSourceIp } from '../model/source-ip.ts'
import type { Mapping, Scalar, TreeNode } from '../syntax/tree.ts'
import { protectedArn } from './cloudformation-arns.ts'
import type { Surroundings } from './cloudformation-statements.ts'
import {
  intrinsicOf,
  itemsOf,
  nodeAt,
  noTemplate,
  type Resource,
  resourceOf,
  type Template,
  templateOf,
  textAt,
} from './cloudformation-template.ts'
import {
  type Attachments,
  attachmentsOf,
  noAttachments,
  trustedServices,
  typeBeside,
  typeInResource,
} from './cloudformation-types.ts'
import { evaluate } from './cloudformation-value.ts'
import { dialectPolicy, mappingOf } from './embedded-dialects.ts'
import { type Host, hostString } from './embedded-host.ts'
import { holdsText, isPolicy, isStatement, isStatementList, listed, statementsOf } from './embedded-shapes.ts'
import type { InferredType } from './policy-type.ts'

/** A policy as it stands somewhere in a file. */
export interface FoundPolicy {
  readonly document: Mapping
  readonly host: Host
  readonly address: string
  readonly surroundings: Surroundings
  /** Absent where only the content can tell. */
  readonly type: InferredType | undefined
  readonly assumedBy: readonly string[]
  /** The type of the resource that it stands in. */
  readonly resourceType: string | undefined
  /** `resource`: of a thing with a type; `document`: a policy anywhere; `statements`: without a document around them. */
  readonly place: 'resource' | 'document' | 'statements'
  /** Whether it is written in the words of IAM, so that conditions can be added to it. */
  readonly editable: boolean
}

/** What could not be read on the way. */
export interface SearchProblem {
  readonly range: Range
  readonly message: string
  readonly help: string
  readonly blocking: boolean
}

export interface Found {
  readonly policies: readonly FoundPolicy[]
  readonly problems: readonly SearchProblem[]
}

/** What is known at a place from what stands around it. */
interface Spot {
  readonly path: readonly string[]
  readonly host: Host
  readonly template: Template
  readonly attachments: Attachments
  readonly resource: (Resource & { readonly id: string; readonly depth: number }) | undefined
  readonly beside: InferredType | undefined
  readonly assumedBy: readonly string[]
  /** The variables of the `Fn::Sub` that the next string is given to; undefined: it is given to none. */
  readonly substituted: { readonly variables: TreeNode | undefined } | undefined
  readonly strings: number
}

/** Strings in strings beyond this are not looked into: a template in a template's string in a policy's string is three. */
const deepestString = 4

/** Policy documents, lists of statements and lone statements of a tree, those in strings too, in the order of the text. */
export function findPolicies(root: TreeNode, host: Host): Found {
  const policies: FoundPolicy[] = []
  const problems: SearchProblem[] = []
  const isServerless = nodeAt(root, 'service') !== undefined && nodeAt(root, 'provider') !== undefined
  const template = isServerless ? templateOf(nodeAt(root, 'resources')) : undefined
  const start: Spot = {
    path: kindAndName(root),
    host,
    template: template ?? noTemplate,
    attachments: noAttachments,
    resource: undefined,
    beside: undefined,
    assumedBy: [],
    substituted: undefined,
    strings: 0,
  }
  search(root, start, { policies, problems, isServerless })
  return { policies: withoutAnchors(policies), problems }
}

const places: readonly FoundPolicy['place'][] = ['statements', 'document', 'resource']

/** What stands under an anchor only to be used elsewhere is judged where it is used. */
function withoutAnchors(policies: readonly FoundPolicy[]): FoundPolicy[] {
  const used = new Map<Mapping, number>()
  const rank = ({ place }: FoundPolicy) => places.indexOf(place)
  for (const policy of policies) {
    for (const node of statementsOf(policy.document)) used.set(node, Math.max(rank(policy), used.get(node) ?? 0))
  }
  return policies.filter((policy) => {
    return statementsOf(policy.document).some((node) => (used.get(node) ?? 0) <= rank(policy))
  })
}

interface Search {
  readonly policies: FoundPolicy[]
  readonly problems: SearchProblem[]
  readonly isServerless: boolean
}

/** An object of Kubernetes is known by its kind and name. */
function kindAndName(root: TreeNode): string[] {
  const kind = textAt(root, 'apiVersion') === undefined ? undefined : textAt(root, 'kind')
  const name = textAt(nodeAt(root, 'metadata'), 'name')
  return kind === undefined ? [] : [name === undefined ? kind : `${kind}/${name}`]
}

function search(node: TreeNode, spot: Spot, found: Search): void {
  if (node.kind === 'scalar') searchString(node, spot, found)
  else if (node.kind === 'mapping') searchMapping(node, spot, found)
  else if (isStatementList(node)) add(listed(node), spot, found, { hasDocument: false, editable: true })
  else for (const [index, item] of node.items.entries()) search(item, below(spot, String(index)), found)
}

function searchMapping(node: Mapping, spot: Spot, found: Search): void {
  const dialect = dialectPolicy(node)
  if (isPolicy(node)) add(node, spot, found, { hasDocument: true, editable: true })
  else if (isStatement(node)) add(listed(node), spot, found, { hasDocument: false, editable: true })
  else if (dialect !== undefined) add(dialect, spot, found, { hasDocument: true, editable: false })
  else if (!searchFunction(node, spot, found)) {
    const inner = within(node, spot)
    for (const { key, value } of node.members) search(value, below(inner, key.value), found)
  }
}

function below(spot: Spot, name: string): Spot {
  return { ...spot, path: [...spot.path, name], substituted: undefined }
}

/** What a mapping adds to what is known in it. */
function within(node: Mapping, spot: Spot): Spot {
  const own = templateOf(node)
  const template = own ?? spot.template
  const attachments = own === undefined ? spot.attachments : attachmentsOf(own)
  const inner = { ...spot, template, attachments, beside: typeBeside(node) ?? spot.beside }
  const resource = resourceOf(node)
  if (resource !== undefined) {
    const id = spot.path.at(-1) ?? ''
    const assumedBy = attachments.services.get(id) ?? []
    return { ...inner, assumedBy, resource: { ...resource, id, depth: spot.path.length } }
  }
  const trust = node.members.find(({ key }) => /^assume_?role_?policy(_?document)?$/i.test(key.value))?.value
  return trust === undefined ? inner : { ...inner, assumedBy: trustedServices(documentOf(trust), template) }
}

/** A document that may stand in a string. */
function documentOf(node: TreeNode): TreeNode {
  if (node.kind !== 'scalar' || !/^\s*\{/.test(node.text)) return node
  return hostString(node, undefined, undefined, (scalar) => scalar).roots[0] ?? node
}

function add(
  document: Mapping,
  spot: Spot,
  { policies, isServerless }: Search,
  form: { readonly hasDocument: boolean; readonly editable: boolean },
): void {
  const { resource, template, path, attachments } = spot
  // AWS IoT evaluates its policies itself, for what is connected to it.
  if (resource?.type === 'AWS::IoT::Policy') return
  const property = resource === undefined ? '' : path.slice(resource.depth + 1).join('.')
  const isTheBoundary = resource !== undefined && attachments.boundaries.has(resource.id)
  const boundary: InferredType = { type: 'boundary', basis: 'the template makes it a permissions boundary' }
  const serverless = isServerless && serverlessRole.test(path.join('.'))
  policies.push({
    document,
    host: spot.host,
    address: path.length === 0 ? '$' : path.join('.'),
    surroundings: { template, home: resource && protectedArn(resource.type) },
    type: isTheBoundary ? boundary : (spot.beside ?? (resource && typeInResource(resource, property))),
    assumedBy: serverless ? ['lambda.amazonaws.com'] : spot.assumedBy,
    resourceType: resource?.type,
    place: resource !== undefined ? 'resource' : form.hasDocument ? 'document' : 'statements',
    editable: form.editable,
  })
}

/** Where the Serverless Framework has the statements of the functions' role. */
const serverlessRole = /^(provider\.(iam\.role\.statements|iamRoleStatements)|functions\.[^.]+\.iamRoleStatements)$/

/** Text that a function makes, and what it takes from elsewhere. Gives whether nothing else is to be looked for in it. */
function searchFunction(node: Mapping, spot: Spot, found: Search): boolean {
  const intrinsic = intrinsicOf(node)
  if (intrinsic === undefined) return false
  const [first, second] = itemsOf(intrinsic.argument)
  if (intrinsic.name === 'Fn::Sub' && first?.kind === 'scalar') {
    const place = below(spot, intrinsic.name)
    searchString(first, { ...place, path: spot.path, substituted: { variables: second } }, found)
    return true
  }
  if (intrinsic.name === 'Fn::Join' && holdsText(second, /sourceip|notipaddress|IpAddress|\\u00/i)) {
    searchJoined(node, spot, found)
    return true
  }
  if (intrinsic.name === 'Fn::Transform' && isPolicyPlace(spot)) found.problems.push(includedFrom(node, spot))
  return false
}

function isPolicyPlace({ path }: Spot): boolean {
  return /polic|statement/i.test(path.at(-1) ?? '')
}

/** A policy that the file only points at. */
function includedFrom({ range }: Mapping, { resource }: Spot): SearchProblem {
  return elsewhere(range, resource?.properties !== undefined && holdsText(resource.properties, /sourceip/i))
}

/** A part of a policy that is not in the file. */
export function elsewhere(range: Range, blocking: boolean): SearchProblem {
  const message = 'a part of this policy is taken from elsewhere and is not in this file'
  return { range, message, help: 'check the file that it is taken from as well', blocking }
}

/** JSON put together with `Fn::Join`: what is not known stays as `${…}`, and no place in it can be told. */
function searchJoined(node: Mapping, spot: Spot, found: Search): void {
  const value = evaluate(node, spot.template)
  if (value.kind !== 'text') return
  const parts = value.pieces.map((piece) => {
    return piece.kind === 'hole' ? `\${${piece.expression.replaceAll(/["\\{}\n]/g, '')}}` : piece.text
  })
  searchString({ kind: 'scalar', range: node.range, type: 'string', text: parts.join('') }, spot, found, false)
}

function searchString(scalar: Scalar, spot: Spot, found: Search, isWritten = true): void {
  if (isEncoded(scalar.text)) found.problems.push(unreadable(scalar.range, 'it is encoded for an address'))
  if (scalar.type !== 'string' || !mayHoldPolicy(scalar.text)) return
  if (spot.strings >= deepestString) {
    if (readsLikePolicy(scalar.text)) found.problems.push(unreadable(scalar.range, 'it is in a string in a string'))
    return
  }
  // Where a string stands in a string is not followed.
  const local = isWritten && spot.host.isFile ? scalar.range : undefined
  const { substituted } = spot
  const change = (inner: Scalar): TreeNode =>
    substituted === undefined ? inner : asSubstituted(inner, substituted.variables)
  const { host, roots, problems } = hostString(scalar, spot.host, local, change)
  for (const root of roots) {
    search(root, { ...spot, host, strings: spot.strings + 1, substituted: undefined }, found)
  }
  const [problem] = problems
  if (problem === undefined || !readsLikePolicy(scalar.text)) return
  found.problems.push(unreadable(problem.range, problem.message))
}

function unreadable(range: Range, reason: string): SearchProblem {
  const message = `the policy in this string cannot be read: ${reason}`
  return { range, message, help: 'keep the policy as a file of its own', blocking: true }
}

/** What a template's variables in a string are comes from the function around the string. */
function asSubstituted(scalar: Scalar, variables: TreeNode | undefined): TreeNode {
  if (scalar.type !== 'string' || !scalar.text.includes('${')) return scalar
  const items = variables === undefined ? [scalar] : [scalar, variables]
  return mappingOf(scalar.range, [['Fn::Sub', { kind: 'sequence', range: scalar.range, items }]])
}

/** As IAM's API gives policies: `%7B%22Statement%22…`. */
function isEncoded(text: string): boolean {
  return /^\s*%7b/i.test(text) && /deny/i.test(text) && speaksOfSourceIp(text)
}

/** JSON or YAML that speaks of the key; code that makes a policy is none. */
function mayHoldPolicy(text: string): boolean {
  if (!speaksOfSourceIp(text)) return false
  return (
    /^\s*[{[]/.test(text) ||
    /^[ \t-]*["']?(Statement|Effect|Resources|statements|effect|Version)["']?[ \t]*:/m.test(text)
  )
}

function readsLikePolicy(text: string): boolean {
  if (!speaksOfSourceIp(text) || !/deny|\\u00/i.test(text)) return false
  return /^\s*[{[]/.test(text) || /^\s*["']?\w+["']?[ \t]*:(\s|$)/.test(text)
}
