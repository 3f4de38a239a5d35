import type { KeyState } from '../model/request.ts'
import type { PolicyValue } from './operators.ts'
import { literalUnits, type Unit, unitsOf } from './patterns.ts'

type Keys = ReadonlyMap<string, KeyState>

/** What filling in the variables of a policy value came to. */
export type FilledIn =
  | { readonly kind: 'value'; readonly value: PolicyValue }
  /** A variable has no value in this request. */
  | { readonly kind: 'missing' }
  /** A variable's value is not known. */
  | { readonly kind: 'unknown' }

const special: Readonly<Record<string, string>> = { '*': '*', '?': '?', $: '$' }

/** Whether a text holds a `${…}`; in policies of Version 2008-10-17 that is text like any other. */
export function hasVariables(text: string): boolean {
  return text.includes('${')
}

/** A value as it is written: its stars are wildcards, nothing is filled in. */
export function plainValue(text: string): PolicyValue {
  return { text, units: unitsOf(text) }
}

/**
 * A policy value with its variables filled in from the request; what a variable holds stands for itself, stars and all.
 * `${key, 'default'}` has a value always. Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
export function fillIn(text: string, keys: Keys): FilledIn {
  const units: Unit[] = []
  let filled = ''
  let at = 0
  for (const match of text.matchAll(/\$\{([^{}]*)\}/g)) {
    const before = text.slice(at, match.index)
    const value = valueOfVariable(match[1] ?? '', keys)
    if (typeof value !== 'string') return value
    units.push(...unitsOf(before), ...literalUnits(value))
    filled += before + value
    at = match.index + match[0].length
  }
  const rest = text.slice(at)
  return { kind: 'value', value: { text: filled + rest, units: [...units, ...unitsOf(rest)] } }
}

/** `name, 'default'`, blanks around either left out; as a whole the name where it is written in no such way. */
function partsOf(expression: string): { readonly name: string; readonly fallback?: string } {
  const [before = '', ...rest] = expression.split(',')
  const [, fallback] = /^'([^']*)'$/.exec(rest.join(',').trim()) ?? []
  if (rest.length === 0) return { name: before.trim() }
  return fallback === undefined ? { name: expression } : { name: before.trim(), fallback }
}

function valueOfVariable(expression: string, keys: Keys): string | { kind: 'missing' } | { kind: 'unknown' } {
  const literal = special[expression]
  if (literal !== undefined) return literal
  const { name, fallback } = partsOf(expression)
  const state = keys.get(name.toLowerCase()) ?? { kind: 'absent' }
  if (state.kind === 'present') {
    const [only, ...more] = state.values
    // A key with several values cannot be a variable, and what AWS then does is not documented.
    return only !== undefined && more.length === 0 ? only : { kind: 'unknown' }
  }
  if (state.kind !== 'absent') return { kind: 'unknown' }
  return fallback ?? { kind: 'missing' }
}
