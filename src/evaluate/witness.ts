import { vpcKeys } from '../model/condition-keys.ts'
import type { Condition, PolicyVersion, Statement } from '../model/policy.ts'
import type { KeyState, Mechanism, Network, RequestContext, RequestPrincipal } from '../model/request.ts'
import { all, type Ternary } from '../model/ternary.ts'
import { contains, parseAddressRange, representatives } from './addresses.ts'
import { covers, givenState, signatureOf } from './call-class.ts'
import { evaluateCondition } from './condition.ts'
import { examplePrincipals } from './example-principals.ts'
import { exampleResources, variableKeys } from './example-resources.ts'
import { admitsSomeValue, bestState, fillKeyPattern } from './example-values.ts'
import { conditionName } from './explain.ts'
import { memo } from './memo.ts'
import { evaluatePrincipals, evaluateStatement } from './statement.ts'

/** A call that a service makes, as far as AWS's documents decide it; the rest is the customer's and may be anything. */
export interface CallTemplate {
  readonly actions: readonly string[]
  /** ARN pattern of what is called; absent: anything of the service. */
  readonly resource: string | undefined
  readonly mechanism: Mechanism
  readonly via: string
  readonly network: Network
  /** Lower-cased key names; a key not listed is the customer's own. */
  readonly keys: Readonly<Record<string, KeyState>>
  /** Who signs, where it is told; else whoever the mechanism and the statement allow. */
  readonly principals?: readonly RequestPrincipal[]
}

export type CallOutcome =
  /** The request has no unknowns, was replayed and matches. `known`: it was denied before already. */
  | { readonly kind: 'denied'; readonly request: RequestContext; readonly known: boolean }
  | { readonly kind: 'undecided'; readonly because: readonly string[] }
  | { readonly kind: 'clear' }

const clear: CallOutcome = { kind: 'clear' }
const sourceIp = 'aws:sourceip'
const principalArn = 'aws:principalarn'
/** How many requests are tried before the answer is taken: a statement may name thousands of resources. */
const mostTried = 64

/**
 * Looks for a request of this kind that the statement matches, first for one that `denied` (asked with the address as the documents
 * leave it) did not deny before. The result is
 * sound: `denied` carries a request that was evaluated, `clear` was decided by what the mechanism fixes or by the elements of
 * the statement; whatever stays open is `undecided`, with what would decide it.
 */
export function findDeniedCall(
  { statement, version }: { readonly statement: Statement; readonly version: PolicyVersion },
  call: CallTemplate,
  denied: (request: RequestContext) => boolean,
): CallOutcome {
  const assigned = assignKeys(statement, version, call)
  if (assigned.outcome === 'false' || statement.undecidable.length > 0) return clear
  let known: RequestContext | undefined
  let open = false
  for (const { request, outcome } of requestsOf(statement, version, call, assigned)) {
    if (outcome === 'true' && !denied(asDocumented(request, call))) return { kind: 'denied', request, known: false }
    if (outcome === 'true') known ??= request
    open ||= outcome === 'unknown'
  }
  if (known !== undefined) return { kind: 'denied', request: known, known: true }
  return open ? { kind: 'undecided', because: undecidedBy(statement, call, assigned) } : clear
}

/** Requests of this kind on which the statement does not say no, with what it says, one after the other. */
export function* triedCalls(statement: Statement, version: PolicyVersion, call: CallTemplate): Generator<TriedCall> {
  const assigned = assignKeys(statement, version, call)
  if (assigned.outcome === 'false') return
  for (const tried of requestsOf(statement, version, call, assigned)) if (tried.outcome !== 'false') yield tried
}

/** An address that the statement lets act directly: one it does not match, IPv4 before IPv6; undefined: it admits nobody. */
export function admittedAddress(statement: Statement, version: PolicyVersion): KeyState | undefined {
  return admittedStates(statement, version, () => findAdmitted(statement, version))
}

const admittedStates = memo<KeyState | undefined>()

function findAdmitted(statement: Statement, version: PolicyVersion): KeyState | undefined {
  const conditions = conditionsOn(statement, sourceIp)
  const isAdmitted = (state: KeyState) => {
    const keys = new Map([[sourceIp, state]])
    return all(conditions.map((condition) => evaluateCondition(condition, version, keys))) === 'false'
  }
  const states = representatives(rangesOf(conditions)).map((address): KeyState => {
    return { kind: 'present', values: [address] }
  })
  const unresolved = conditions.some(({ values }) => values.some(({ kind }) => kind === 'unresolved'))
  // A list that the file does not hold admits those who are in it or, where it says whom to deny, those who are not.
  return [...states, ...(unresolved ? ofUnresolved : [])].find(isAdmitted) ?? (unresolved ? ofUnresolved[0] : undefined)
}

const ofUnresolved: readonly KeyState[] = [{ kind: 'listed' }, { kind: 'unlisted' }]

/**
 * Whether the first call of a path may come over this network without being denied by the statement itself: from an address or
 * through an endpoint that it admits, or because it does not speak of that call. Otherwise the service's call is not the news.
 */
export function entryPasses(
  statement: Statement,
  version: PolicyVersion,
  entryActions: readonly string[],
  network: Network,
): boolean {
  if (network === 'vpc-endpoint') {
    return vpcKeys.some((key) => {
      const conditions = conditionsOn(statement, key)
      return conditions.length > 0 && admitsSomeValue(conditions, version)
    })
  }
  if (admittedAddress(statement, version) !== undefined) return true
  return entryActions.some((action) => covers(statement.actions, action) === 'false')
}

interface Assigned {
  readonly outcome: Ternary
  readonly keys: ReadonlyMap<string, KeyState>
}

/** Every key of the statement's conditions with the state that makes it match; `aws:PrincipalArn` waits for the principal. */
function assignKeys(statement: Statement, version: PolicyVersion, call: CallTemplate): Assigned {
  const groups = groupedConditions(statement, '', () => [...byKey(statement.conditions)])
  const given = groups.map(([key]) =>
    key === sourceIp ? sourceIpState(statement, version, call) : givenState(key, call),
  )
  const waits = call.mechanism !== 'service-principal'
  const signature = `${version} ${waits} ${given.map(signatureOf).join('|')}`
  return assignments(statement, signature, () => {
    const keys = new Map<string, KeyState>()
    const outcomes: Ternary[] = []
    for (const [index, [key, conditions]] of groups.entries()) {
      if (key === principalArn && waits) continue
      const { outcome, state } = bestState(conditions, version, given[index])
      if (outcome === 'false') return { outcome, keys }
      outcomes.push(outcome)
      keys.set(key, state)
    }
    for (const key of variableKeys(statement.resources, version)) {
      if (!keys.has(key)) keys.set(key, { kind: 'present', values: ['example'] })
    }
    return { outcome: all(outcomes), keys }
  })
}

const groupedConditions = memo<[string, Condition[]][]>()
const assignments = memo<Assigned>()

function sourceIpState(statement: Statement, version: PolicyVersion, call: CallTemplate): KeyState {
  const given = call.keys[sourceIp] ?? { kind: 'unlisted' }
  return given.kind === 'listed' ? (admittedAddress(statement, version) ?? { kind: 'unknown' }) : given
}

export interface TriedCall {
  readonly request: RequestContext
  readonly outcome: Ternary
}

function* requestsOf(
  statement: Statement,
  version: PolicyVersion,
  call: CallTemplate,
  assigned: Assigned,
): Generator<TriedCall> {
  const principals = principalsOf(statement, version, call)
  const contexts = principals.map((principal) => ({
    principal,
    keys: keysFor(principal, written(statement, call, assigned)),
  }))
  let left = mostTried
  for (const action of call.actions) {
    if (covers(statement.actions, action) === 'false') continue
    const { resources, open } = resourcesFor(statement, action, call.resource)
    for (const resource of open && resources.length === 0 ? ['*'] : resources) {
      for (const context of contexts) {
        if (left === 0) return
        left -= 1
        yield tryRequest(statement, version, { action, resource, ...context })
      }
    }
  }
}

const exampled = memo<ReturnType<typeof exampleResources>>()

function resourcesFor(
  statement: Statement,
  action: string,
  pattern: string | undefined,
): ReturnType<typeof exampleResources> {
  const compute = () => exampleResources(statement.resources, { action, pattern }, mostTried)
  return exampled(statement, `${action} ${pattern ?? ''}`, compute)
}

const signers = memo<readonly RequestPrincipal[]>()

/** Who may sign the call, of those whom the statement is about. */
function principalsOf(statement: Statement, version: PolicyVersion, call: CallTemplate): readonly RequestPrincipal[] {
  const arn = call.keys[principalArn]
  const told = (call.principals ?? []).map(({ kind, name }) => `${kind} ${name}`).join()
  return signers(statement, `${version} ${call.mechanism} ${call.via} ${signatureOf(arn)} ${told}`, () => {
    const arns = conditionsOn(statement, principalArn).flatMap(({ values }) =>
      values.flatMap((value) => (value.kind === 'literal' ? [value.text] : [])),
    )
    const caller = { mechanism: call.mechanism, via: call.via, principalArn: arn }
    const candidates = call.principals ?? examplePrincipals(caller, statement.principals, arns)
    return candidates.filter((principal) => principalFits(statement, version, principal))
  })
}

function principalFits(statement: Statement, version: PolicyVersion, principal: RequestPrincipal): boolean {
  if (evaluatePrincipals(statement.principals, principal) === 'false') return false
  if (principal.kind === 'service') return true
  const keys = new Map<string, KeyState>([[principalArn, { kind: 'present', values: [principal.name] }]])
  return conditionsOn(statement, principalArn).every(
    (condition) => evaluateCondition(condition, version, keys) !== 'false',
  )
}

function tryRequest(statement: Statement, version: PolicyVersion, request: RequestContext): TriedCall {
  const outcome = evaluateStatement(statement, version, request)
  const whole = [...request.keys.values()].every(({ kind }) => kind === 'present' || kind === 'absent')
  return { request, outcome: outcome === 'true' && !whole ? 'unknown' : outcome }
}

/** Every key that can be told, written out, and an example in the place of "some address in no list". */
function written(statement: Statement, call: CallTemplate, assigned: Assigned): ReadonlyMap<string, KeyState> {
  const keys = new Map(toldByMechanism(call.keys, '', () => concreteKeys(call.keys)))
  for (const [key, state] of assigned.keys) {
    if (state.kind === 'absent' || state.kind === 'unlisted') keys.delete(key)
    else keys.set(key, state)
  }
  if ((assigned.keys.get(sourceIp) ?? call.keys[sourceIp])?.kind !== 'unlisted') return keys
  const example = exampleOfUnlisted(statement, call)
  return example === undefined ? keys : keys.set(sourceIp, { kind: 'present', values: [example] })
}

const toldByMechanism = memo<ReadonlyMap<string, KeyState>>()

/** What a mechanism sets, with an example in the place of a pattern. */
function concreteKeys(given: CallTemplate['keys']): ReadonlyMap<string, KeyState> {
  const keys = new Map<string, KeyState>()
  for (const [key, state] of Object.entries(given)) {
    if (state.kind === 'present') keys.set(key, state)
    if (state.kind === 'like') keys.set(key, { kind: 'present', values: [fillKeyPattern(state.pattern)] })
  }
  return keys
}

function keysFor(principal: RequestPrincipal, keys: ReadonlyMap<string, KeyState>): ReadonlyMap<string, KeyState> {
  if (principal.kind === 'service' || principal.kind === 'anonymous') return keys
  return new Map(keys).set(principalArn, { kind: 'present', values: [principal.name] })
}

/** The request as the documents leave it: "some address in no list" stays what it is, whichever example shows it. */
function asDocumented(request: RequestContext, call: CallTemplate): RequestContext {
  if (call.keys[sourceIp]?.kind !== 'unlisted') return request
  return { ...request, keys: new Map(request.keys).set(sourceIp, call.keys[sourceIp]) }
}

/** Network context is redacted for service principals and lost behind an endpoint; else some address that no list holds. */
function exampleOfUnlisted(statement: Statement, { network, mechanism }: CallTemplate): string | undefined {
  if (network === 'vpc-endpoint' || mechanism === 'service-principal') return undefined
  return unlistedExamples(statement, '', () => findUnlisted(conditionsOn(statement, sourceIp)))
}

const unlistedExamples = memo<string | undefined>()

/** An address outside every range; none where the file does not hold all of them. */
function findUnlisted(conditions: readonly Condition[]): string | undefined {
  if (conditions.some(({ values }) => values.some(({ kind }) => kind === 'unresolved'))) return undefined
  const ranges = rangesOf(conditions)
  return ['192.0.2.44', '198.51.100.44', '203.0.113.44', ...representatives(ranges)].find((candidate) => {
    const address = parseAddressRange(candidate)
    return address !== undefined && !ranges.some((range) => contains(range, address))
  })
}

function undecidedBy(statement: Statement, call: CallTemplate, { keys }: Assigned): string[] {
  const open = statement.conditions.filter(({ key, values, optional }) => {
    const state = keys.get(key.value.toLowerCase())
    return optional || state?.kind === 'unknown' || values.some(({ kind }) => kind === 'unresolved')
  })
  const conditions = open.map(conditionName)
  const elements = [
    [statement.actions, 'the actions'],
    [statement.resources, 'the resources'],
  ] as const
  const unresolved = elements.flatMap(([selector, name]) =>
    (selector?.patterns ?? []).some(({ kind }) => kind === 'unresolved') ? [`${name} that the file does not hold`] : [],
  )
  const reasons = [...new Set([...conditions, ...unresolved])]
  return reasons.length > 0 ? reasons : [`what ${call.via} sends along is not documented`]
}

/** The ranges that conditions on an address name, those that are ranges. */
export function rangesOf(conditions: readonly Condition[]) {
  return conditions.flatMap(({ values }) =>
    values.flatMap((value) => (value.kind === 'literal' ? (parseAddressRange(value.text) ?? []) : [])),
  )
}

/** A statement's conditions on one key, its name in lower case. */
export function conditionsOn(statement: Statement, key: string): Condition[] {
  return statement.conditions.filter((condition) => condition.key.value.toLowerCase() === key)
}

function byKey(conditions: readonly Condition[]): Map<string, Condition[]> {
  const groups = new Map<string, Condition[]>()
  for (const condition of conditions) {
    const key = condition.key.value.toLowerCase()
    groups.set(key, [...(groups.get(key) ?? []), condition])
  }
  return groups
}
