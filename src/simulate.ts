import { type Attachment, policyApplies } from './evaluate/applies.ts'
import { explainStatement } from './evaluate/explain.ts'
import { evaluateStatement } from './evaluate/statement.ts'
import { type PolicyGrammar, readPolicy } from './formats/read-policy.ts'
import { type PolicyType, type PolicyVersion, policyTypes } from './model/policy.ts'
import { principalNamed } from './model/principal.ts'
import type { KeyState, RequestContext, RequestPrincipal } from './model/request.ts'
import type { Ternary } from './model/ternary.ts'
import { parseJson } from './syntax/json.ts'
import type { Mapping, TreeNode } from './syntax/tree.ts'

export interface SimulatedLine {
  /** What to print for the line, as one JSON object. */
  readonly output: Readonly<Record<string, unknown>>
  /** Whether the line could not be read. */
  readonly failed: boolean
}

/** The line says something that is not a simulation. */
class SimulationError extends Error {}

/**
 * Evaluates one line of `simulate`: `{id, policyType, statement | policy, policyVersion?, attachedTo?, request}`.
 * Context keys that are not listed are absent; `null` means that the value is not known. Gives
 * `{id, match, because}` for a statement, `{id, decision, statements}` for a policy, `{id, error}` for what cannot be read.
 */
export function simulateLine(line: string): SimulatedLine {
  const { root, problems } = parseJson(line)
  const [problem] = problems
  if (root?.kind !== 'mapping' || problem !== undefined) {
    const error =
      problem === undefined
        ? 'the line must be a JSON object'
        : `${problem.message} (character ${problem.range.start + 1})`
    return { output: { id: idOf(root), error }, failed: true }
  }
  try {
    return { output: { id: idOf(root), ...simulate(root) }, failed: false }
  } catch (error) {
    if (!(error instanceof SimulationError)) throw error
    return { output: { id: idOf(root), error: error.message }, failed: true }
  }
}

function idOf(root: TreeNode | undefined): unknown {
  const id = root?.kind === 'mapping' ? member(root, 'id') : undefined
  return id?.kind === 'scalar' ? plainScalar(id) : null
}

function simulate(root: Mapping): Readonly<Record<string, unknown>> {
  const statement = member(root, 'statement')
  const policy = member(root, 'policy')
  if (statement === undefined && policy === undefined) throw new SimulationError('give a `statement` or a `policy`')
  const grammar = readGrammar(root, statement, policy)
  const request = readRequest(mappingAt(root, 'request'))
  const type = readType(root, grammar)
  const applies = policyApplies(type, readAttachment(member(root, 'attachedTo')), request)
  return policy === undefined ? matchOf(grammar, request, { type, applies }) : decisionOf(grammar, request, applies)
}

function readGrammar(root: Mapping, statement: TreeNode | undefined, policy: TreeNode | undefined): PolicyGrammar {
  if (policy?.kind === 'mapping') return readPolicy(policy)
  if (policy !== undefined) throw new SimulationError('`policy` must be an object')
  if (statement?.kind !== 'mapping') throw new SimulationError('`statement` must be an object')
  const key = (value: string) => ({ value, range: statement.range })
  const grammar = readPolicy({ ...root, members: [{ key: key('Statement'), value: statement }] })
  return { ...grammar, version: readVersion(root) }
}

function readVersion(root: Mapping): PolicyVersion {
  const version = textAt(root, 'policyVersion') ?? '2012-10-17'
  if (version === '2012-10-17' || version === '2008-10-17') return version
  throw new SimulationError('`policyVersion` must be 2012-10-17 or 2008-10-17')
}

interface Applicability {
  readonly type: PolicyType
  readonly applies: Ternary
}

function matchOf({ statements, version }: PolicyGrammar, request: RequestContext, { type, applies }: Applicability) {
  const [statement] = statements
  if (statement === undefined) throw new SimulationError('`statement` must be an object')
  if (applies === 'false')
    return { match: 'no-match', because: `a policy of type ${type} is not evaluated on this request` }
  const outcome = evaluateStatement(statement, version, request)
  const match = outcome === 'true' && applies === 'unknown' ? 'unknown' : outcome
  const words = { true: 'match', false: 'no-match', unknown: 'unknown' } as const
  return { match: words[match], because: explainStatement(statement, version, request) }
}

/** A Deny wins; what is unknown of a Deny leaves all open; else one Allow will do. */
function decisionOf({ statements, version }: PolicyGrammar, request: RequestContext, applies: Ternary) {
  const outcomes = statements.map((statement): Ternary => {
    const outcome = applies === 'false' ? 'false' : evaluateStatement(statement, version, request)
    return outcome === 'true' && applies === 'unknown' ? 'unknown' : outcome
  })
  const matched = outcomes.flatMap((outcome, index) => (outcome === 'true' ? [index] : []))
  const has = (effect: 'Allow' | 'Deny', wanted: Ternary) =>
    outcomes.some((outcome, index) => outcome === wanted && statements[index]?.effect === effect)
  if (has('Deny', 'true')) return { decision: 'explicit-deny', statements: matched }
  if (has('Deny', 'unknown')) return { decision: 'unknown', statements: matched }
  if (has('Allow', 'true')) return { decision: 'allow', statements: matched }
  return { decision: has('Allow', 'unknown') ? 'unknown' : 'implicit-deny', statements: matched }
}

function readType(root: Mapping, { statements }: PolicyGrammar): PolicyType {
  const name = textAt(root, 'policyType')
  if (name === undefined) return statements.some(({ principals }) => principals !== undefined) ? 'resource' : 'identity'
  const type = Object.hasOwn(policyTypes, name) ? policyTypes[name] : undefined
  if (type !== undefined) return type
  throw new SimulationError(`\`policyType\` must be one of ${Object.keys(policyTypes).join(', ')}`)
}

function readAttachment(node: TreeNode | undefined): Attachment {
  const nothing = { target: undefined, account: undefined, managementAccount: false }
  if (node === undefined || (node.kind === 'scalar' && node.type === 'null')) return nothing
  if (node.kind === 'scalar') return { ...nothing, target: node.text }
  if (node.kind === 'sequence') throw new SimulationError('`attachedTo` must be a string or an object')
  const management = member(node, 'managementAccount')
  return {
    ...nothing,
    account: textAt(node, 'account'),
    managementAccount: management?.kind === 'scalar' && management.text === 'true',
  }
}

function readRequest(node: Mapping): RequestContext {
  const action = textAt(node, 'action')
  if (action === undefined) throw new SimulationError('`request.action` must be a string')
  const context = member(node, 'context')
  if (context !== undefined && context.kind !== 'mapping')
    throw new SimulationError('`request.context` must be an object')
  const keys = (context?.members ?? []).map(({ key, value }) => [key.value.toLowerCase(), keyState(value)] as const)
  return {
    action,
    resource: textAt(node, 'resource') ?? '*',
    principal: readPrincipal(member(node, 'principal')),
    keys: new Map(keys),
  }
}

function keyState(node: TreeNode): KeyState {
  if (node.kind === 'scalar')
    return node.type === 'null' ? { kind: 'unknown' } : { kind: 'present', values: [node.text] }
  if (node.kind === 'mapping') throw new SimulationError('a context value must be a string, a list of strings or null')
  return { kind: 'present', values: node.items.map((item) => (item.kind === 'scalar' ? item.text : '')) }
}

const principalKinds: Readonly<Record<string, RequestPrincipal['kind']>> = {
  user: 'user',
  role: 'role',
  'assumed-role': 'role',
  root: 'root',
  account: 'root',
  federated: 'federated',
  service: 'service',
  'service-linked-role': 'service-linked-role',
  anonymous: 'anonymous',
}

/** `{type, arn, sessionArn, account, service, serviceLinked}`, an ARN, or `"*"` for an anonymous caller; absent: some user. */
function readPrincipal(node: TreeNode | undefined): RequestPrincipal {
  if (node === undefined) return { kind: 'user', name: '', account: undefined }
  if (node.kind === 'scalar') return principalNamed(node.text)
  if (node.kind !== 'mapping') throw new SimulationError('`request.principal` must be an object or a string')
  const arn = textAt(node, 'arn') ?? textAt(node, 'service') ?? ''
  const type = textAt(node, 'type')
  const named = principalNamed(arn === '' && type === 'anonymous' ? '*' : arn)
  const kind = type === undefined ? named.kind : Object.hasOwn(principalKinds, type) ? principalKinds[type] : undefined
  if (kind === undefined)
    throw new SimulationError(`\`request.principal.type\` must be one of ${Object.keys(principalKinds).join(', ')}`)
  const linked = member(node, 'serviceLinked')
  const session = textAt(node, 'sessionArn')
  return {
    kind: linked?.kind === 'scalar' && linked.text === 'true' ? 'service-linked-role' : kind,
    name: named.name,
    account: textAt(node, 'account') ?? named.account,
    ...(session === undefined ? {} : { session }),
  }
}

function member(mapping: Mapping, name: string): TreeNode | undefined {
  return mapping.members.find(({ key }) => key.value === name)?.value
}

function mappingAt(mapping: Mapping, name: string): Mapping {
  const node = member(mapping, name)
  if (node?.kind === 'mapping') return node
  throw new SimulationError(`\`${name}\` must be an object`)
}

function textAt(mapping: Mapping, name: string): string | undefined {
  const node = member(mapping, name)
  if (node === undefined || (node.kind === 'scalar' && node.type === 'null')) return undefined
  if (node.kind === 'scalar') return node.text
  throw new SimulationError(`\`${name}\` must be a string`)
}

function plainScalar({ type, text }: Extract<TreeNode, { kind: 'scalar' }>): unknown {
  if (type === 'number') return Number(text)
  return type === 'string' ? text : null
}
