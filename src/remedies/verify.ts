import type { Moments, Registry, RemedyStrategy, Rule, RuleContext } from '../model/contracts.ts'
import type { Finding, Remedy } from '../model/finding.ts'
import type { Statement } from '../model/policy.ts'
import { applyEdits } from '../model/source.ts'
import { keepsControls, type Patched } from './controls.ts'
import { lossOf } from './loss.ts'
import { openedPaths } from './opened-paths.ts'
import { type Change, type Place, type ReadBack, readBack } from './read-back.ts'

/** What the proof needs besides the finding. */
export interface Workshop extends Place {
  readonly rule: Rule
  readonly registry: Registry
  readonly context: RuleContext
  /** Remembers a proof by the patched statement: it hangs on what the statements mean, not on where they stand. */
  readonly proven: (after: Statement, prove: () => Proof | undefined) => Proof | undefined
}

/** What was shown of a patched statement; see `Remedy`. */
export interface Proof extends Pick<Remedy, 'clears' | 'leaves' | 'opens'> {
  /** First calls of the ways that are opened. */
  readonly firstCalls: readonly string[]
  /** How much of the Deny is given up, see `lossOf`. */
  readonly loss: number
}

/** What may become a remedy: the changes of one strategy, or of several together. */
export interface Offer {
  readonly strategies: readonly RemedyStrategy[]
  readonly changes: readonly Change[]
  /** Where that of the strategies does not say it all. */
  readonly title?: string
}

/** An offer that was proven. */
export interface Candidate extends Offer {
  readonly remedy: Remedy
  readonly proof: Proof
}

/**
 * The offer applied to the text, read back and evaluated again: the paths it clears are denied in no reading, every control is denied
 * as before, nothing but the statement has changed. Undefined where that cannot be shown.
 */
export function verified(finding: Finding, offer: Offer, workshop: Workshop): Candidate | undefined {
  const { strategies, changes } = offer
  const patched = changes.length === 0 ? undefined : readBack(finding.subject, changes, workshop)
  if (patched === undefined) return undefined
  const { context } = workshop
  const moments = strategies.map((strategy) => strategy.moments?.(context.settings)).find((each) => each !== undefined)
  const proof = workshop.proven(patched.statement, () => prove(finding, patched, workshop, moments))
  if (proof === undefined) return undefined
  const { edits } = patched
  const { text } = finding.subject.policy.file
  const { clears, leaves } = proof
  const opens = [...proof.opens, ...strategies.flatMap((strategy) => strategy.opens?.(finding, context) ?? [])]
  const id = strategies.map((strategy) => strategy.id).join('+')
  const title = offer.title ?? strategies.map((strategy) => strategy.title).join('; ')
  return { ...offer, proof, remedy: remedyOf(text, { id, title, clears, leaves, opens, edits }) }
}

/** The remedy of a text. A function of its own: what it remembers is these alone, and not the patched file that was read for the proof. */
function remedyOf(text: string, remedy: Omit<Remedy, 'patchedText'>): Remedy {
  return {
    ...remedy,
    // Made when it is asked for: a run may hold thousands of remedies, and shows a few.
    get patchedText() {
      return applyEdits(text, remedy.edits)
    },
  }
}

/** Both halves: paths work again and none is worse; every control is denied as before. */
function prove(
  finding: Finding,
  { policy: policyAfter, statement: after }: ReadBack,
  workshop: Workshop,
  moments: Moments | undefined,
): Proof | undefined {
  const { registry, context } = workshop
  const { policy, statement } = finding.subject
  const subject = { ...finding.subject, policy: policyAfter, statement: after }
  const then =
    moments === undefined ? context : { ...context, settings: { ...context.settings, moment: moments.cleared } }
  const effect = effectOn(finding, subject, workshop, then)
  const patched: Patched = { policy, before: statement, after, moment: moments?.inForce ?? {} }
  if (effect === undefined || !keepsControls(patched, registry)) return undefined
  const opened = moments === undefined ? openedPaths(patched, registry) : { ways: [], firstCalls: [] }
  return {
    ...effect,
    opens: opened.ways,
    firstCalls: opened.firstCalls,
    loss: lossOf({ ...patched, moment: moments?.cleared ?? {} }, registry),
  }
}

/** What becomes of the finding; undefined where nothing does, or where something else is denied for it. */
export function effectOn(
  finding: Finding,
  subject: Finding['subject'],
  { rule, registry }: Workshop,
  context: RuleContext,
): Pick<Proof, 'clears' | 'leaves'> | undefined {
  const found = rule.check(subject, context)
  if (finding.paths.length === 0) {
    const others = registry.rules.filter((other) => other !== rule)
    const isWorse = others.some((other) => isGraver(other, finding.subject, subject, context))
    return found.length > 0 || isWorse ? undefined : { clears: [], leaves: [] }
  }
  const remaining = new Set(found.flatMap(({ paths }) => paths.map(({ id }) => id)))
  const ids = finding.paths.map(({ id }) => id)
  const clears = ids.filter((id) => !remaining.has(id))
  const isWorse = [...remaining].some((id) => !ids.includes(id))
  return clears.length === 0 || isWorse ? undefined : { clears, leaves: ids.filter((id) => remaining.has(id)) }
}

/** Whether a rule has more to say of the statement than before: a finding, a path, or a path that is denied for more certain. */
function isGraver(rule: Rule, before: Finding['subject'], after: Finding['subject'], context: RuleContext): boolean {
  const known = told(rule, before, context)
  return [...told(rule, after, context)].some(([what, gravity]) => gravity > (known.get(what) ?? -1))
}

const verdicts = ['may-be-denied', 'contested', 'denied']

function told(rule: Rule, subject: Finding['subject'], context: RuleContext): ReadonlyMap<string, number> {
  const found = rule.check(subject, context)
  const paths = found.flatMap((finding) => finding.paths)
  return new Map([
    ...found.map(({ ruleId }) => [`rule ${ruleId}`, 0] as const),
    ...paths.map(({ id, verdict }) => [`path ${id}`, verdicts.indexOf(verdict)] as const),
  ])
}
