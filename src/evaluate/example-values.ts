import type { Condition, PolicyVersion } from '../model/policy.ts'
import type { KeyState } from '../model/request.ts'
import { allOf, type Ternary } from '../model/ternary.ts'
import { evaluateCondition } from './condition.ts'
import { fillPattern } from './example-resources.ts'
import { commonExample, matchesPattern } from './patterns.ts'

/** Keys that AWS puts into every request, so that their absence is no way out ("AWS global condition context keys"). */
const inEveryRequest = new Set([
  'aws:principalaccount',
  'aws:principaltype',
  'aws:userid',
  'aws:requestedregion',
  'aws:currenttime',
  'aws:epochtime',
])

/** What the conditions on one key come to, and the state of the key that makes them so. */
export interface KeyOutcome {
  readonly outcome: Ternary
  readonly state: KeyState
}

/**
 * The state of a key, out of those that may occur, under which all conditions on it match; failing that, one under which they
 * are not known to fail. `given` is what the mechanism decides; a key that it leaves open is the customer's own: any value may
 * occur, or none.
 */
export function bestState(
  conditions: readonly Condition[],
  version: PolicyVersion,
  given: KeyState | undefined,
): KeyOutcome {
  const [first] = conditions
  const key = first?.key.value.toLowerCase() ?? ''
  const states = candidates(key, conditions, given)
  let open: KeyOutcome | undefined
  for (const state of states.slice(0, mostCandidates)) {
    const keys = new Map([[key, state]])
    const outcome = allOf(conditions, (condition) => evaluateCondition(condition, version, keys))
    if (outcome === 'true') return { outcome, state }
    if (outcome === 'unknown') open ??= { outcome, state }
  }
  // What was not looked at is not known to fail.
  if (states.length > mostCandidates) open ??= { outcome: 'unknown', state: { kind: 'unknown' } }
  return open ?? { outcome: 'false', state: given ?? { kind: 'absent' } }
}

/** A list may be as long as a file; the value that decides is among the first, or there is none. */
const mostCandidates = 200

/** Whether some present value of the key makes the conditions on it fail: then they let callers with that value pass. */
export function admitsSomeValue(conditions: readonly Condition[], version: PolicyVersion): boolean {
  const key = conditions[0]?.key.value.toLowerCase() ?? ''
  const isOpen = conditions.some(({ values, optional }) => optional || values.some(({ kind }) => kind === 'unresolved'))
  return (
    isOpen ||
    // One that they do not name goes first: a list may be longer than what is looked at.
    ['example', ...presentCandidates(conditions)].slice(0, mostCandidates).some((value) => {
      const keys = new Map<string, KeyState>([[key, { kind: 'present', values: [value] }]])
      return allOf(conditions, (condition) => evaluateCondition(condition, version, keys)) === 'false'
    })
  )
}

function candidates(key: string, conditions: readonly Condition[], given: KeyState | undefined): KeyState[] {
  const present = (value: string): KeyState => ({ kind: 'present', values: [value] })
  if (given?.kind === 'like') return likeCandidates(conditions, given.pattern).map(present)
  if (given?.kind === 'listed' && key !== 'aws:sourceip') return ownValues(conditions).map(present)
  if (given !== undefined) return [given]
  const values = presentCandidates(conditions).map(present)
  return inEveryRequest.has(key) ? values : [{ kind: 'absent' }, ...values]
}

/** Values that tell the conditions apart: those they name, their neighbours, and one they do not name. */
function presentCandidates(conditions: readonly Condition[]): string[] {
  const named = literalsOf(conditions)
  return [...new Set([...named.map(fillPattern), ...named.flatMap(neighbours), 'example', 'true', 'false'])]
}

/** The customer's own account or resource: what the statement names is taken to be it. */
function ownValues(conditions: readonly Condition[]): string[] {
  const named = literalsOf(conditions).map(fillPattern)
  return named.length > 0 ? named : ['example']
}

function likeCandidates(conditions: readonly Condition[], pattern: string): string[] {
  const common = literalsOf(conditions).flatMap((literal) => commonExample(pattern, literal, 'example') ?? [])
  const natural = [fillKeyPattern(pattern), pattern.replaceAll('*', 'another'), ...common]
  return [...new Set(natural.filter((value) => matchesPattern(pattern, value)))]
}

/** A value of a key's pattern; `s3.*.amazonaws.com` under `kms:ViaService` has a region in the middle. */
export function fillKeyPattern(pattern: string): string {
  if (pattern === '*.amazonaws.com') return 'example.us-east-1.amazonaws.com'
  return pattern.endsWith('.amazonaws.com')
    ? pattern.replaceAll('*', 'us-east-1')
    : fillPattern(pattern).replace(/^\*$/, 'example')
}

/** Just below and just above a number or a date. */
function neighbours(text: string): string[] {
  if (/^-?\d+(\.\d+)?$/.test(text)) return [String(Number(text) - 1), String(Number(text) + 1)]
  const instant = /^\d{4}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(instant)) return []
  return [-1, 1].map((days) => `${new Date(instant + days * 86_400_000).toISOString().slice(0, 19)}Z`)
}

function literalsOf(conditions: readonly Condition[]): string[] {
  return conditions.flatMap(({ values }) => values.flatMap((value) => (value.kind === 'literal' ? [value.text] : [])))
}
