import { representatives } from '../evaluate/addresses.ts'
import { evaluateCondition } from '../evaluate/condition.ts'
import { exampleUser } from '../evaluate/example-principals.ts'
import { evaluateActions, evaluateStatement } from '../evaluate/statement.ts'
import { type CallTemplate, conditionsOn, rangesOf, triedCalls } from '../evaluate/witness.ts'
import type { Control, Registry } from '../model/contracts.ts'
import type { PolicyDocument, Statement } from '../model/policy.ts'
import type { Hop, KeyState, ServiceCallPath } from '../model/request.ts'

/** A statement before and after the remedy, in the policy they stand in. */
export interface Patched {
  readonly policy: PolicyDocument
  readonly before: Statement
  readonly after: Statement
  /** Keys that are as they are when the remedy is in force for good. */
  readonly moment: Readonly<Record<string, KeyState>>
}

const sourceIp = 'aws:sourceip'

/**
 * Whether every direct request that the statement denied is denied still: for each control, over one address out of every part of
 * the address space that either statement tells apart, and without an address. That is all 2^32 + 2^128 addresses, since
 * nothing else of the statement looks at the address.
 */
export function keepsControls(patched: Patched, registry: Pick<Registry, 'controls' | 'catalogue'>): boolean {
  const states = addressStates(patched)
  const actions = sampleActions(patched.before, registry.catalogue)
  return registry.controls.every((control) => {
    const own = control.keys[sourceIp]
    return (own === undefined ? states : [own]).every((state) => controlHolds(patched, control, state, actions))
  })
}

/**
 * States of the address key that the two statements together tell apart: one out of each part of the address space, none, and the two
 * vague ones; of states that every condition on the key answers alike, one is enough.
 */
function addressStates({ policy, before, after }: Patched): KeyState[] {
  const conditions = [...conditionsOn(before, sourceIp), ...conditionsOn(after, sourceIp)]
  const addresses = representatives(rangesOf(conditions)).map(
    (address): KeyState => ({ kind: 'present', values: [address] }),
  )
  const told = new Map<string, KeyState>()
  for (const state of [...addresses, absentKey, { kind: 'unlisted' }, { kind: 'listed' }] satisfies KeyState[]) {
    const keys = new Map([[sourceIp, state]])
    const answers = conditions.map((condition) => evaluateCondition(condition, policy.version, keys))
    const signature = `${state.kind === 'present'} ${answers.join()}`
    if (!told.has(signature)) told.set(signature, state)
  }
  return [...told.values()]
}

function controlHolds(
  { policy, before, after, moment }: Patched,
  control: Control,
  state: KeyState,
  actions: readonly string[],
): boolean {
  const keys = { ...control.keys, ...moment, [sourceIp]: state }
  const signer = control.principal
  const call: CallTemplate = {
    actions,
    resource: undefined,
    mechanism: 'forward-access-session',
    via: '',
    network: 'public',
    keys,
    ...(signer.kind === 'user' ? {} : { principals: [signer] }),
  }
  return [...triedCalls(before, policy.version, call)].every(({ request }) => {
    // The address under test as it is: an example in its place would test another one.
    const exact = { ...request, keys: new Map([...request.keys, [sourceIp, state]]) }
    const wanted = evaluateStatement(before, policy.version, exact)
    const got = evaluateStatement(after, policy.version, exact)
    return wanted === 'false' || got === wanted || (wanted === 'unknown' && got === 'true')
  })
}

/** An action of KMS and one of another service, as far as the statement covers such: its scope is kept, and conditions tell no more apart. */
function sampleActions({ actions }: Statement, catalogue: readonly ServiceCallPath[]): string[] {
  const known = catalogue.flatMap(({ entryActions, hops }) => [...entryActions, ...hops.flatMap((hop) => hop.actions)])
  const own = actions.negated
    ? []
    : actions.patterns.flatMap((value) => (value.kind === 'literal' ? [value.text.replaceAll('*', 'Example')] : []))
  const unique = [...new Set([...own, ...known])]
  const covered = (kms: boolean) =>
    unique.filter((action) => /^kms:/i.test(action) === kms && evaluateActions(actions, action) !== 'false')
  return [...covered(true).slice(0, 1), ...covered(false).slice(0, 1)]
}

/**
 * What an outsider newly reaches through a service: calls of the catalogue's paths that were denied from outside and no longer are,
 * whose first call the statement does not deny to that outsider. One clause each, without user text.
 */
export function openedPaths(patched: Patched, registry: Pick<Registry, 'catalogue' | 'rcpServices'>): string[] {
  const outsiders = addressStates(patched).filter((state) => isOutside(patched, state))
  const ways = { outsiders, rcpServices: registry.rcpServices, denied: new Map<string, boolean>() }
  const opened = registry.catalogue
    .filter(({ mechanism }) => mechanism !== 'service-principal' && mechanism !== 'service-linked-role')
    .flatMap((path) => openedBy(patched, path, ways))
  return [...new Set(opened)]
}

/** An address from which the statement, as it was, lets nobody act. */
function isOutside({ policy, before }: Patched, state: KeyState): boolean {
  const keys = new Map([[sourceIp, state]])
  const outcomes = conditionsOn(before, sourceIp).map((condition) => evaluateCondition(condition, policy.version, keys))
  return state.kind === 'present' && !outcomes.includes('false')
}

/** What is common to the search over all paths. */
interface Ways {
  readonly outsiders: readonly KeyState[]
  readonly rcpServices: ReadonlySet<string>
  /** Whether a first call is denied to all outsiders, by action: many paths begin alike. */
  readonly denied: Map<string, boolean>
}

function openedBy(patched: Patched, path: ServiceCallPath, ways: Ways): string[] {
  for (const hop of path.hops) {
    const entry = path.entryActions.find((action) => isFree(patched, action, hop, ways))
    const action = entry && lostAction(patched, path, hop, ways)
    if (action !== undefined) {
      return [`${action} through ${path.via}, by ${entry}, which this statement does not deny`]
    }
  }
  return []
}

/** Whether some outsider may make this first call, as far as the statement goes. */
function isFree(
  { policy, after }: Patched,
  entry: string,
  hop: Hop,
  { outsiders, rcpServices, denied }: Ways,
): boolean {
  if (!isEvaluatedOn(policy, entry, hop, rcpServices)) return true
  const known = denied.get(entry) ?? outsiders.every((address) => deniesDirectly(after, policy, entry, address))
  denied.set(entry, known)
  return !known
}

/** The action of a service's call for an outsider that was denied, or not known to pass, and now passes. */
function lostAction(patched: Patched, path: ServiceCallPath, hop: Hop, ways: Ways): string | undefined {
  const { policy, before, after } = patched
  // The scope of both statements is the same, and conditions do not look at the action: one covered action speaks for all.
  const covered = hop.actions.find((action) => {
    const governed = policy.type !== 'rcp' || ways.rcpServices.has(serviceOf(action))
    return governed && evaluateActions(before.actions, action) !== 'false'
  })
  if (covered === undefined) return undefined
  for (const address of ways.outsiders) {
    const keys = { ...path.readings[0]?.keys, ...hop.keys, [sourceIp]: address }
    const { mechanism, via } = path
    const call: CallTemplate = { actions: [covered], resource: hop.resource, mechanism, via, network: 'public', keys }
    for (const { request } of triedCalls(before, policy.version, call)) {
      if (evaluateStatement(after, policy.version, request) === 'false') return request.action
    }
  }
  return undefined
}

function deniesDirectly(statement: Statement, policy: PolicyDocument, action: string, address: KeyState): boolean {
  const call: CallTemplate = {
    actions: [action],
    resource: undefined,
    mechanism: 'forward-access-session',
    via: '',
    network: 'public',
    keys: { ...directKeys, [sourceIp]: address },
    principals: [exampleUser],
  }
  for (const { outcome } of triedCalls(statement, policy.version, call)) if (outcome === 'true') return true
  return false
}

/** A resource's policy is evaluated on calls to that resource, an RCP on those of the services it governs. */
function isEvaluatedOn({ type }: PolicyDocument, entry: string, hop: Hop, rcpServices: ReadonlySet<string>): boolean {
  if (type === 'resource' || type === 'trust')
    return hop.actions.every((action) => serviceOf(action) === serviceOf(entry))
  return type !== 'rcp' || rcpServices.has(serviceOf(entry))
}

function serviceOf(action: string): string {
  return action.slice(0, action.indexOf(':')).toLowerCase()
}

const absentKey: KeyState = { kind: 'absent' }
/** A direct call over the public network. */
const directKeys: Readonly<Record<string, KeyState>> = {
  'aws:viaawsservice': { kind: 'present', values: ['false'] },
  'aws:calledvia': absentKey,
  'aws:calledviafirst': absentKey,
  'aws:calledvialast': absentKey,
  'kms:viaservice': absentKey,
  'aws:principalisawsservice': { kind: 'present', values: ['false'] },
  'aws:sourcevpc': absentKey,
  'aws:sourcevpce': absentKey,
  'aws:vpcsourceip': absentKey,
}
