import { callClass, likeAction, type Sight, sightOf, signatureOf } from '../evaluate/call-class.ts'
import { memo } from '../evaluate/memo.ts'
import { evaluatePrincipals, evaluateStatement } from '../evaluate/statement.ts'
import { type CallOutcome, type CallTemplate, entryPasses, findDeniedCall } from '../evaluate/witness.ts'
import type { ChangedStatement } from '../model/change.ts'
import type { EngineSettings } from '../model/contracts.ts'
import type { BrokenPath, ReadingOutcome, VerdictKind } from '../model/finding.ts'
import type { PolicyDocument } from '../model/policy.ts'
import type { Hop, KeyState, Network, Reading, RequestContext, ServiceCallPath } from '../model/request.ts'
import { levelOf, levelOfVerdict } from './levels.ts'

const verdictOrder: readonly VerdictKind[] = ['denied', 'contested', 'may-be-denied']
const levelOrder = ['error', 'warning', 'notice']

/** What is news first, then by level, then by verdict. */
export function byGravity(a: BrokenPath, b: BrokenPath): number {
  return (
    Number(a.existing) - Number(b.existing) ||
    levelOrder.indexOf(a.level) - levelOrder.indexOf(b.level) ||
    verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict)
  )
}

/** What a statement does to one path; undefined where such calls do not meet it, or pass. */
export function brokenPath(
  subject: ChangedStatement,
  path: ServiceCallPath,
  settings: EngineSettings,
): BrokenPath | undefined {
  const level = levelOf(path.mechanism, subject.policy.type)
  if (level === undefined || !reaches(path, subject)) return undefined
  const { statement, policy } = subject
  const networks = (['vpc-endpoint', 'public'] as const).filter(
    (network) => madeByService(path) || entryPasses(statement, policy.version, path.entryActions, network),
  )
  // The worst network speaks: behind an endpoint nothing is contested.
  const judged = networks.flatMap((network) => judge(subject, path, network, settings) ?? [])
  const worst = judged.toSorted((a, b) => verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict))[0]
  if (worst === undefined) return undefined
  const own = levelOfVerdict(level, worst.verdict, settings.contestedLevel)
  return {
    id: path.id,
    title: path.title,
    mechanism: path.mechanism,
    via: path.via,
    entryActions: path.entryActions,
    basis: path.basis,
    sources: path.sources,
    ...worst,
    level: worst.existing ? 'notice' : own,
  }
}

/** An identity policy is a person's, unless it is known to hang on a role that this service assumes. */
function reaches({ mechanism, via }: ServiceCallPath, { policy }: ChangedStatement): boolean {
  if (policy.type === 'trust' && mechanism === 'service-principal') return isTrusted(via, policy)
  const hangsOnPrincipal = policy.type === 'identity' || policy.type === 'boundary' || policy.type === 'session'
  if (!hangsOnPrincipal) return true
  return (
    (mechanism === 'service-role') === policy.assumedBy.length > 0 &&
    (mechanism !== 'service-role' || policy.assumedBy.includes(via))
  )
}

/** Whether the trust policy lets this service assume the role: otherwise there is nothing to break. */
function isTrusted(service: string, { statements }: PolicyDocument): boolean {
  const principal = { kind: 'service', name: service, account: undefined } as const
  return statements.some(
    ({ effect, principals }) => effect === 'Allow' && evaluatePrincipals(principals, principal) !== 'false',
  )
}

/** Calls that no user's call at that moment leads to: there is no entry to be denied first. */
function madeByService({ mechanism }: ServiceCallPath): boolean {
  return mechanism === 'service-principal' || mechanism === 'service-linked-role' || mechanism === 'service-role'
}

type Judged = Pick<BrokenPath, 'network' | 'verdict' | 'action' | 'witness' | 'readings' | 'undecided' | 'existing'>

/** The verdict over all readings of one network; undefined where none denies and none is open. */
function judge(
  subject: ChangedStatement,
  path: ServiceCallPath,
  network: Network,
  settings: EngineSettings,
): Judged | undefined {
  const outcomes = callsOf(path, settings)
    .filter(({ reading }) => reading.network === network && isSettled(reading, settings))
    .map(({ reading, calls }) => ({ reading, ...gravestOf(calls.map((call) => judgeHop(subject, call))) }))
  if (outcomes.every(({ outcome }) => outcome.kind === 'clear')) return undefined
  const denied = outcomes.filter(({ outcome }) => outcome.kind === 'denied')
  const open = outcomes.filter(({ outcome }) => outcome.kind === 'undecided')
  const verdict = denied.length === 0 ? 'may-be-denied' : denied.length === outcomes.length ? 'denied' : 'contested'
  const news = denied.find(({ existing }) => !existing) ?? denied[0]
  return {
    network,
    verdict,
    action: news?.action ?? open[0]?.action ?? '',
    witness: news?.outcome.kind === 'denied' ? news.outcome.witness : undefined,
    readings: outcomes.map(({ reading, outcome }): ReadingOutcome => {
      return { claim: reading.claim, denied: outcome.kind === 'denied', source: reading.source }
    }),
    undecided: [...new Set(open.flatMap(({ outcome }) => (outcome.kind === 'undecided' ? outcome.because : [])))],
    existing: [...denied, ...open].every(({ existing }) => existing),
  }
}

/** Whether the reading still stands after what the user has settled for forward access sessions. */
function isSettled({ id }: Reading, { forwardAccessSessions }: EngineSettings): boolean {
  if (id !== 'address-kept' && id !== 'address-lost') return true
  return forwardAccessSessions === 'unknown' || forwardAccessSessions === id
}

/** As `CallOutcome`; the request is made when it is asked for: of hundreds of paths a few are shown. */
type HopOutcome =
  | { readonly kind: 'denied'; readonly witness: (subject: ChangedStatement) => RequestContext }
  | Exclude<CallOutcome, { readonly kind: 'denied' }>

interface JudgedHop {
  readonly outcome: HopOutcome
  readonly action: string
  readonly existing: boolean
}

const nothing: JudgedHop = { outcome: { kind: 'clear' }, action: '', existing: false }

/** The first hop that is denied and was not before; else one that was; else one that is open. */
function gravestOf(hops: readonly JudgedHop[]): JudgedHop {
  return hops.reduce((gravest, hop) => (gravity(hop) < gravity(gravest) ? hop : gravest), nothing)
}

function gravity({ outcome: { kind }, existing }: JudgedHop): number {
  return kind === 'clear' ? 4 : (kind === 'denied' ? 0 : 2) + Number(existing)
}

const sights = memo<Sight>()
const classes = memo<{ readonly like: string; readonly judged: JudgedHop }>()

/** What the statements do to a call; one of each class of calls is tried, and the others fare as it does. */
function judgeHop(subject: ChangedStatement, call: CallTemplate): JudgedHop {
  const sight = sights(subject, '', () => sightOf([subject.statement, ...subject.before]))
  const kind = callClass(sight, call)
  if (kind === '') return nothing
  if (kind === undefined) return tryHop(subject, call)
  const { like, judged } = classes(subject, kind, () => {
    const tried = tryHop(subject, call)
    return { like: tried.action, judged: tried }
  })
  // What would decide it names the service that calls.
  if (judged.outcome.kind === 'undecided') return tryHop(subject, call)
  if (judged.outcome.kind === 'clear') return judged
  return { ...judged, outcome: deniedAs(call), action: likeAction(sight, like, call.actions) ?? '' }
}

/** That a call is denied, with the request of whoever asks. */
function deniedAs(call: CallTemplate): HopOutcome {
  return {
    kind: 'denied',
    witness: (subject) => {
      const outcome = deniedCall(subject, call)
      if (outcome.kind !== 'denied') throw new Error('a call fares otherwise than the one that it was judged by')
      return outcome.request
    },
  }
}

function deniedCall({ statement, policy, before, beforePolicy }: ChangedStatement, call: CallTemplate): CallOutcome {
  const version = beforePolicy?.version ?? policy.version
  const wasDenied = (request: RequestContext) =>
    before.some((earlier) => evaluateStatement(earlier, version, request) === 'true')
  return findDeniedCall({ statement, version: policy.version }, call, wasDenied)
}

function tryHop(subject: ChangedStatement, call: CallTemplate): JudgedHop {
  const { policy, before, beforePolicy } = subject
  const outcome = deniedCall(subject, call)
  if (outcome.kind === 'denied') {
    return { outcome: deniedAs(call), action: outcome.request.action, existing: outcome.known }
  }
  const version = beforePolicy?.version ?? policy.version
  const wasOpen =
    outcome.kind === 'undecided' &&
    before.some((earlier) => findDeniedCall({ statement: earlier, version }, call, () => false).kind !== 'clear')
  return { outcome, action: call.actions[0] ?? '', existing: wasOpen }
}

/** A reading with the calls of the path as they are in it. */
interface ReadCalls {
  readonly reading: Reading
  readonly calls: readonly CallTemplate[]
}

const templates = memo<readonly ReadCalls[]>()

/** The calls of a path in each of its readings, at the moment that the settings speak of. */
function callsOf(path: ServiceCallPath, { moment }: EngineSettings): readonly ReadCalls[] {
  return templates(path, nameOf(moment), () =>
    path.readings.map((reading) => ({ reading, calls: path.hops.map((hop) => callOf(path, hop, reading, moment)) })),
  )
}

const namesOfKeys = new WeakMap<object, string>()
const namesOfTexts = new Map<string, string>()

/** A short name for keys and their states, the same for equal ones. */
function nameOf(keys: Readonly<Record<string, KeyState>> = none): string {
  const known = namesOfKeys.get(keys)
  if (known !== undefined) return known
  const text = Object.entries(keys).map(stateText).join()
  const name = namesOfTexts.get(text) ?? String(namesOfTexts.size)
  namesOfTexts.set(text, name)
  namesOfKeys.set(keys, name)
  return name
}

const none = {}

function stateText([key, state]: readonly [string, KeyState]): string {
  return `${key}=${signatureOf(state)}`
}

const sharedKeys = memo<CallTemplate['keys']>()

function callOf(path: ServiceCallPath, hop: Hop, reading: Reading, moment: EngineSettings['moment']): CallTemplate {
  const { mechanism, via } = path
  // Calls that look alike share their keys, so that what is found out of them is found out once.
  const alike = `${mechanism} ${nameOf(reading.keys)} ${nameOf(hop.keys)} ${nameOf(moment)}`
  return {
    actions: hop.actions,
    resource: hop.resource,
    mechanism,
    via,
    network: reading.network,
    keys: sharedKeys(callOf, alike, () => ({ ...reading.keys, ...hop.keys, ...moment })),
  }
}
