import type { Level, VerdictKind } from '../model/finding.ts'
import type { PolicyType } from '../model/policy.ts'
import type { Mechanism } from '../model/request.ts'

type Row = Readonly<Record<PolicyType, Level | undefined>>

const none: Row = {
  identity: undefined,
  boundary: undefined,
  session: undefined,
  scp: undefined,
  rcp: undefined,
  resource: undefined,
  trust: undefined,
  vpce: undefined,
}
const everywhere = (level: Level): Row => ({
  ...none,
  identity: level,
  boundary: level,
  session: level,
  scp: level,
  rcp: level,
  resource: level,
})

/**
 * Which mechanism's calls meet which type of policy, and how grave it is when they are denied; undefined: they do not meet.
 * An identity policy meets a service role only where it hangs on that role.
 * Source: AWS Organizations User Guide (SCPs and RCPs), IAM User Guide "Forward access sessions".
 */
const levels: Readonly<Record<Mechanism, Row>> = {
  'forward-access-session': everywhere('error'),
  'service-principal': { ...none, rcp: 'error', resource: 'error', trust: 'error' },
  'service-linked-role': { ...none, resource: 'error' },
  // Code of one's own on AWS calls directly as its role: the statement may well mean it.
  'service-role': { ...everywhere('error'), resource: 'warning' },
  cloudshell: everywhere('notice'),
  console: everywhere('notice'),
}

/** Level of a denied or contested path; undefined where such calls do not meet such a policy. */
export function levelOf(mechanism: Mechanism, type: PolicyType): Level | undefined {
  return levels[mechanism][type]
}

const lower: Readonly<Record<Level, Level>> = { error: 'warning', warning: 'notice', notice: 'notice' }

/** `may-be-denied` is one level lower; what AWS's documents disagree on has its own level where the settings give one. */
export function levelOfVerdict(level: Level, verdict: VerdictKind, contested: Level | undefined): Level {
  if (verdict === 'may-be-denied') return lower[level]
  return verdict === 'contested' && contested !== undefined ? leastGrave(level, contested) : level
}

const gravity: readonly Level[] = ['notice', 'warning', 'error']

function leastGrave(a: Level, b: Level): Level {
  return gravity.indexOf(a) < gravity.indexOf(b) ? a : b
}

/** The graver of two levels; undefined is none at all. */
export function gravest(paths: readonly { readonly level: Level }[]): Level {
  return gravity.findLast((level) => paths.some((path) => path.level === level)) ?? 'notice'
}
