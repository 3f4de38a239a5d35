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
  const outcomes = path.readings
    .filter((reading) => reading.network === network && isSettled(reading, settings))
    .map((reading) => ({ reading, ...judgeReading(subject, path, reading, settings) }))
  const denied = outcomes.filter(({ outcome }) => outcome.kind === 'denied')
  const open = outcomes.filter(({ outcome }) => outcome.kind === 'undecided')
  if (denied.length === 0 && open.length === 0) return undefined
  const verdict = denied.length === 0 ? 'may-be-denied' : denied.length === outcomes.length ? 'denied' : 'contested'
  const news = outcomes.find(({ outcome }) => outcome.kind === 'denied' && !outcome.known) ?? denied[0]
  return {
    network,
    verdict,
    action: news?.action ?? open[0]?.action ?? '',
    witness: news?.outcome.kind === 'denied' ? news.outcome.request : undefined,
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

interface JudgedReading {
  readonly outcome: CallOutcome
  readonly action: string
  readonly existing: boolean
}

/** The first hop that is denied and was not before; else one that was; else one that is open. */
function judgeReading(
  subject: ChangedStatement,
  path: ServiceCallPath,
  reading: Reading,
  settings: EngineSettings,
): JudgedReading {
  const hops = path.hops.map((hop) => judgeHop(subject, callOf(path, hop, reading, settings)))
  const find = (wanted: (hop: JudgedReading) => boolean) => hops.find(wanted)
  const nothing: JudgedReading = { outcome: { kind: 'clear' }, action: '', existing: false }
  return (
    find(({ outcome, existing }) => outcome.kind === 'denied' && !existing) ??
    find(({ outcome }) => outcome.kind === 'denied') ??
    find(({ outcome, existing }) => outcome.kind === 'undecided' && !existing) ??
    find(({ outcome }) => outcome.kind === 'undecided') ??
    nothing
  )
}

function judgeHop({ statement, policy, before, beforePolicy }: ChangedStatement, call: CallTemplate): JudgedReading {
  const version = beforePolicy?.version ?? policy.version
  const wasDenied = (request: RequestContext) =>
    before.some((earlier) => evaluateStatement(earlier, version, request) === 'true')
  const outcome = findDeniedCall({ statement, version: policy.version }, call, wasDenied)
  if (outcome.kind === 'denied') return { outcome, action: outcome.request.action, existing: outcome.known }
  const wasOpen =
    outcome.kind === 'undecided' &&
    before.some((earlier) => findDeniedCall({ statement: earlier, version }, call, () => false).kind !== 'clear')
  return { outcome, action: call.actions[0] ?? '', existing: wasOpen }
}

const contexts = memo<CallTemplate['keys']>()

function momentText([key, state]: readonly [string, KeyState]): string {
  return `${key}=${state.kind === 'present' ? state.values.join() : state.kind}`
}

function callOf(path: ServiceCallPath, hop: Hop, reading: Reading, settings: EngineSettings): CallTemplate {
  const moment = settings.moment ?? {}
  const keys = contexts(
    hop,
    `${reading.id} ${reading.network} ${Object.entries(moment).map(momentText).join()}`,
    () => {
      return { ...reading.keys, ...hop.keys, ...moment }
    },
  )
  return {
    actions: hop.actions,
    resource: hop.resource,
    mechanism: path.mechanism,
    via: path.via,
    network: reading.network,
    keys,
  }
}
