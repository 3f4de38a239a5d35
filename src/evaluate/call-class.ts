import type { Condition, Selector, Statement } from '../model/policy.ts'
import type { KeyState } from '../model/request.ts'
import type { Ternary } from '../model/ternary.ts'
import { memo } from './memo.ts'
import { evaluateActions, takesInAll } from './statement.ts'
import { hasVariables } from './variables.ts'
import type { CallTemplate } from './witness.ts'

/** What some statements can tell of a call, all together, with what was found out of calls so far. */
export interface Sight {
  readonly statements: readonly Statement[]
  /** The keys of all conditions, in lower case. */
  readonly keys: readonly string[]
  readonly tellsPrincipals: boolean
  readonly tellsResources: boolean
  /** A variable may look at any key. */
  readonly hasVariables: boolean
  /** How the statements cover an action. */
  readonly ways: Map<string, string>
  /** What the keys of a call are to the conditions. */
  readonly states: WeakMap<CallTemplate['keys'], string>
}

/** What of a call the statements look at; the first is the one that is asked, the others were there before. */
export function sightOf(statements: readonly Statement[]): Sight {
  const conditions = statements.flatMap((statement) => statement.conditions)
  const keys = [...new Set(conditions.map(({ key }) => key.value.toLowerCase()))]
  return {
    statements,
    keys,
    tellsPrincipals: keys.includes(principalArn) || statements.some(namesPrincipals),
    tellsResources: statements.some(({ resources }) => !takesInAll(resources)),
    hasVariables:
      conditions.some(namesVariable) || statements.some(({ resources }) => resources?.patterns.some(isFilled)),
    ways: new Map(),
    states: new WeakMap(),
  }
}

/**
 * A text that is the same for two calls which the statements cannot tell apart: what is found for one holds for the other, but for
 * the names in it. Empty where the first statement covers none of the actions; undefined where each call has to be looked at.
 */
export function callClass(sight: Sight, call: CallTemplate): string | undefined {
  const covers = coverages(sight, call.actions)
  if (covers.length === 0) return ''
  if (sight.hasVariables || call.principals !== undefined) return undefined
  const resources = sight.tellsResources ? `${call.actions.join()} ${call.resource ?? ''}` : ''
  const principals = sight.tellsPrincipals ? `${call.via} ${signatureOf(call.keys[principalArn])}` : ''
  return [call.mechanism, call.network, covers.join(), resources, principals, statesText(sight, call)].join('\n')
}

/** The first of the actions that fares as this one does in a call of the same class. */
export function likeAction(sight: Sight, action: string, actions: readonly string[]): string | undefined {
  if (sight.tellsResources) return action
  const wanted = coverageOf(sight, action)
  return actions.find((each) => coverageOf(sight, each) === wanted)
}

const principalArn = 'aws:principalarn'

/** The ways in which the statements cover some of the actions, those left out that the first of them does not cover. */
function coverages(sight: Sight, actions: readonly string[]): string[] {
  const ways = actions.map((action) => coverageOf(sight, action)).filter((way) => !way.startsWith('false'))
  return ways.length < 2 ? ways : [...new Set(ways)]
}

function coverageOf({ statements, ways }: Sight, action: string): string {
  const known = ways.get(action)
  if (known !== undefined) return known
  const way = statements.map(({ actions }) => covers(actions, action)).join(' ')
  ways.set(action, way)
  return way
}

function statesText({ keys, states }: Sight, call: CallTemplate): string {
  const known = states.get(call.keys)
  if (known !== undefined) return known
  const text = keys.map((key) => signatureOf(givenState(key, call))).join('\n')
  states.set(call.keys, text)
  return text
}

const coverage = memo<Ternary>()

/** As `evaluateActions`, remembered: the same few hundred actions are asked for again and again. */
export function covers(selector: Selector, action: string): Ternary {
  return coverage(selector, action, () => evaluateActions(selector, action))
}

/** A state as a text: equal for equal states. */
export function signatureOf(state: KeyState | undefined): string {
  if (state === undefined) return 'free'
  if (state.kind === 'present') return `=${state.values.join('\u0000')}`
  return state.kind === 'like' ? `~${state.pattern}` : state.kind
}

/** What a call says of a key. A role that a service assumes carries the tags that somebody gave it: none, until the file says more. */
export function givenState(key: string, { keys, mechanism }: CallTemplate): KeyState | undefined {
  const untagged = mechanism === 'service-role' && key.startsWith('aws:principaltag/')
  return keys[key] ?? (untagged ? { kind: 'absent' } : undefined)
}

function namesPrincipals({ principals }: Statement): boolean {
  if (principals === undefined) return false
  return principals.entries.some(({ value }) => value.kind !== 'literal' || value.text !== '*')
}

function namesVariable({ values }: Condition): boolean {
  return values.some(isFilled)
}

function isFilled(value: Selector['patterns'][number]): boolean {
  return value.kind === 'literal' && hasVariables(value.text)
}
