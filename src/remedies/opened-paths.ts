import { callClass, covers, likeAction, type Sight, sightOf, signatureOf } from '../evaluate/call-class.ts'
import { evaluateCondition } from '../evaluate/condition.ts'
import { exampleUser } from '../evaluate/example-principals.ts'
import { memo } from '../evaluate/memo.ts'
import { evaluateActions, evaluateStatement } from '../evaluate/statement.ts'
import { type CallTemplate, conditionsOn, triedCalls } from '../evaluate/witness.ts'
import { serviceOf } from '../model/action.ts'
import type { Control, Registry } from '../model/contracts.ts'
import type { PolicyDocument } from '../model/policy.ts'
import type { Hop, KeyState, RequestPrincipal, ServiceCallPath } from '../model/request.ts'
import { addressStates, type Patched } from './controls.ts'

/** What an outsider newly reaches through a service. */
export interface Opened {
  /** One clause for each path, without user text. */
  readonly ways: readonly string[]
  /** The first calls of these ways, which the statement does not deny to an outsider. */
  readonly firstCalls: readonly string[]
}

const sourceIp = 'aws:sourceip'

/**
 * Calls of the catalogue's paths that were denied from outside and no longer are, whose first call the statement does not deny to
 * that very outsider: somebody at an address that it admits nowhere, or behind an endpoint of somebody else's.
 */
export function openedPaths(
  patched: Patched,
  registry: Pick<Registry, 'catalogue' | 'rcpServices' | 'controls'>,
): Opened {
  const outsiders = outsidersOf(patched, registry.controls)
  const sight = sightOf([patched.before, patched.after])
  const { rcpServices } = registry
  const ways: Ways = { patched, sight, outsiders, rcpServices, lost: new Map(), denied: new Map() }
  const opened = registry.catalogue
    .filter(({ mechanism }) => mechanism !== 'service-principal' && mechanism !== 'service-linked-role')
    .flatMap((path) => openedBy(path, ways))
  return {
    ways: [...new Set(opened.map(({ way }) => way))],
    firstCalls: [...new Set(opened.flatMap(({ entries }) => entries))].toSorted(),
  }
}

/** Somebody whom the statement, as it was, lets do nothing directly. */
interface Outsider {
  readonly id: number
  /** The keys of a direct call. */
  readonly keys: Readonly<Record<string, KeyState>>
}

/** What is common to the search over all paths. */
interface Ways {
  readonly patched: Patched
  readonly sight: Sight
  readonly outsiders: readonly Outsider[]
  readonly rcpServices: ReadonlySet<string>
  /** What is lost of calls that the two statements cannot tell apart. */
  readonly lost: Map<string, readonly Lost[]>
  /** Whether a first call is denied, by what tells it from others, caller and outsider: many paths begin alike. */
  readonly denied: Map<string, boolean>
}

/** How a user calls directly over each network, as the controls have it, from every kind of address that is kept out. */
function outsidersOf(patched: Patched, controls: readonly Control[]): Outsider[] {
  const routes = controls.filter(
    ({ principal, keys }) => principal.kind === 'user' && keys['aws:viaawsservice']?.kind === 'present',
  )
  const isKeptOut = (state: KeyState) => isOutside(patched, state)
  const addresses = addressStates(patched).filter((state) => state.kind === 'present' && isKeptOut(state))
  const outside = addresses.length > 0 ? addresses : [inNoList].filter(isKeptOut)
  const keySets = routes.flatMap(({ keys }) =>
    keys[sourceIp] === undefined
      ? outside.map((state) => ({ ...keys, [sourceIp]: state }))
      : isKeptOut(keys[sourceIp])
        ? [keys]
        : [],
  )
  return keySets.map((keys, id) => ({ id, keys }))
}

const inNoList: KeyState = { kind: 'unlisted' }

/**
 * Whether the statement, as it was, is meant for callers with this address. Of a list that the file does not hold, those are outside
 * who are in no list; an address that may be in it is nobody's in particular.
 */
function isOutside({ policy, before }: Patched, state: KeyState): boolean {
  const keys = new Map([[sourceIp, state]])
  return conditionsOn(before, sourceIp).every(
    (condition) => evaluateCondition(condition, policy.version, keys) === 'true',
  )
}

function openedBy(
  path: ServiceCallPath,
  ways: Ways,
): readonly { readonly way: string; readonly entries: readonly string[] }[] {
  return path.hops.flatMap((hop) =>
    lostCalls(path, hop, ways).flatMap(({ outsider, principal, action }) => {
      const entries = path.entryActions.filter((entry) => isFree(entry, hop, { outsider, principal }, ways))
      const way = `${action} through ${path.via}, by ${entries[0]}, which this statement does not deny`
      return entries.length === 0 ? [] : [{ way, entries }]
    }),
  )
}

/** Who makes the first call, and what a service then does for them. */
interface Lost extends Caller {
  readonly action: string
}

/** A service's calls for outsiders that were denied, or not known to pass, and now pass: one for each caller. */
function lostCalls(path: ServiceCallPath, hop: Hop, ways: Ways): readonly Lost[] {
  const { patched, sight, outsiders, rcpServices } = ways
  const { policy, before } = patched
  const actions = hop.actions.filter((action) => {
    const governed = policy.type !== 'rcp' || rcpServices.has(serviceOf(action))
    return governed && evaluateActions(before.actions, action) !== 'false'
  })
  if (actions.length === 0) return []
  const { mechanism, via } = path
  return outsiders.flatMap((outsider) => {
    const address = addressSeen(path, outsider)
    const keys = keysSeen(hop, `${path.id} ${signatureOf(address)}`, () => {
      return { ...path.readings[0]?.keys, ...hop.keys, [sourceIp]: address }
    })
    const call: CallTemplate = { actions, resource: hop.resource, mechanism, via, network: 'public', keys }
    const kind = callClass(sight, call)
    if (kind === undefined) return lostBy(outsider, call, patched)
    const key = `${outsider.id} ${kind}`
    const lost = ways.lost.get(key) ?? lostBy(outsider, call, patched)
    ways.lost.set(key, lost)
    return lost.map((each) => ({ ...each, action: likeAction(sight, each.action, actions) ?? each.action }))
  })
}

/** The same for every remedy. */
const keysSeen = memo<CallTemplate['keys']>()

/** Their own address is handed on at most with their own credentials. */
function addressSeen({ mechanism }: ServiceCallPath, { keys }: Outsider): KeyState {
  if (mechanism !== 'forward-access-session') return { kind: 'unlisted' }
  return keys[sourceIp] ?? { kind: 'absent' }
}

function lostBy(outsider: Outsider, call: CallTemplate, { policy, before, after }: Patched): Lost[] {
  const lost = new Map<string, Lost>()
  for (const { request } of triedCalls(before, policy.version, call)) {
    // A role that a service assumes is nobody who calls first.
    const principal = call.mechanism === 'forward-access-session' ? request.principal : exampleUser
    const address = call.keys[sourceIp] ?? { kind: 'absent' }
    const exact = { ...request, keys: new Map([...request.keys, [sourceIp, address]]) }
    if (!lost.has(principal.name) && evaluateStatement(after, policy.version, exact) === 'false')
      lost.set(principal.name, { outsider, principal, action: request.action })
  }
  return [...lost.values()]
}

interface Caller {
  readonly outsider: Outsider
  readonly principal: RequestPrincipal
}

/** Whether the outsider may make this first call, as far as the statement goes. */
function isFree(entry: string, hop: Hop, caller: Caller, { patched, sight, rcpServices, denied }: Ways): boolean {
  const { outsider, principal } = caller
  if (!isEvaluatedOn(patched.policy, entry, hop, rcpServices)) return true
  // First calls that the statement covers alike fare alike, where nothing else in it looks at what is called.
  const what = sight.tellsResources || sight.hasVariables ? entry : covers(patched.after.actions, entry)
  const key = `${what} ${principal.name} ${outsider.id}`
  const known = denied.get(key) ?? deniesDirectly(patched, entry, caller)
  denied.set(key, known)
  return !known
}

function deniesDirectly({ after, policy }: Patched, action: string, { outsider, principal }: Caller): boolean {
  const call: CallTemplate = {
    actions: [action],
    resource: undefined,
    mechanism: 'forward-access-session',
    via: '',
    network: 'public',
    keys: outsider.keys,
    principals: [principal],
  }
  const address = outsider.keys[sourceIp] ?? { kind: 'absent' }
  for (const { request } of triedCalls(after, policy.version, call)) {
    const exact = { ...request, keys: new Map([...request.keys, [sourceIp, address]]) }
    if (evaluateStatement(after, policy.version, exact) === 'true') return true
  }
  return false
}

/** A resource's policy is evaluated on calls to that resource, an RCP on those of the services it governs. */
function isEvaluatedOn({ type }: PolicyDocument, entry: string, hop: Hop, rcpServices: ReadonlySet<string>): boolean {
  if (type === 'resource' || type === 'trust')
    return hop.actions.every((action) => serviceOf(action) === serviceOf(entry))
  return type !== 'rcp' || rcpServices.has(serviceOf(entry))
}
