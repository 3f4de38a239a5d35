import type { Condition, PolicyVersion, Value } from '../model/policy.ts'
import type { KeyState } from '../model/request.ts'
import { allOf, anyOf, not, type Ternary, ternary } from '../model/ternary.ts'
import { isInList, isOpenList, mayHoldAwsAddress } from './address-list.ts'
import { type Operator, operators, type PolicyValue } from './operators.ts'
import { fillIn, hasVariables, plainValue } from './variables.ts'

type Keys = ReadonlyMap<string, KeyState>
const absent: KeyState = { kind: 'absent' }

/**
 * Whether one condition matches. A missing key is decided by IAM's rules before any value is looked at.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators", "Multivalued context keys".
 */
export function evaluateCondition(condition: Condition, version: PolicyVersion, keys: Keys): Ternary {
  const outcome = evaluateWritten(condition, version, keys)
  // Where it is not there it matches.
  return condition.optional && outcome !== 'true' ? 'unknown' : outcome
}

function evaluateWritten(condition: Condition, version: PolicyVersion, keys: Keys): Ternary {
  const state = keys.get(condition.key.value.toLowerCase()) ?? absent
  if (condition.operator.value.base === 'Null') return evaluateNull(condition, state)
  const operator = operators.get(condition.operator.value.base)
  if (operator === undefined || condition.values.length === 0) return 'unknown'
  return evaluateState({ condition, operator, version, keys }, state)
}

interface Test {
  readonly condition: Condition
  readonly operator: Operator
  readonly version: PolicyVersion
  readonly keys: Keys
}

function evaluateState(test: Test, state: KeyState): Ternary {
  switch (state.kind) {
    case 'absent':
      return whenAbsent(test)
    case 'present':
      return whenPresent(test, state.values)
    case 'unlisted':
      return agreed(whenAbsent(test), whenUnlisted(test))
    case 'listed':
      return whenListed(test)
    case 'like':
    case 'unknown':
      return 'unknown'
    default:
      return state satisfies never
  }
}

/** The same answer under either assumption is the answer. */
function agreed(a: Ternary, b: Ternary): Ternary {
  return a === b ? a : 'unknown'
}

function evaluateNull({ operator, values }: Condition, state: KeyState): Ternary {
  // Access Analyzer, "Always true" and "Always false with Null": a set operator leaves nothing to decide.
  if (operator.value.quantifier === 'ForAllValues') return 'true'
  if (operator.value.quantifier === 'ForAnyValue') return 'false'
  const missing = isMissing(state)
  return anyOf(values, (value): Ternary => {
    const wanted = value.kind === 'literal' ? value.text.toLowerCase() : undefined
    if (wanted === 'true') return missing
    return wanted === 'false' ? not(missing) : 'unknown'
  })
}

function isMissing(state: KeyState): Ternary {
  if (state.kind === 'unknown' || state.kind === 'unlisted') return 'unknown'
  return ternary(state.kind === 'absent')
}

/** A negated operator matches an absent key, `IfExists` matches it always, every other operator never. */
function whenAbsent({ condition, operator }: Test): Ternary {
  const { ifExists, quantifier } = condition.operator.value
  if (quantifier === 'ForAnyValue') return ifExists ? 'unknown' : 'false'
  if (quantifier === 'ForAllValues') {
    // AWS's text says that it matches, AWS's table of negated operators says that it does not.
    return operator.negated && !ifExists ? forAllNegatedAbsent : 'true'
  }
  return ternary(ifExists || operator.negated)
}

const forAllNegatedAbsent: Ternary = 'unknown'

function whenPresent(test: Test, requestValues: readonly string[]): Ternary {
  const { condition, operator } = test
  const isAddress = aboutAddresses(condition)
  const decide = (requestValue: string): Ternary => {
    const matched = isAddress
      ? isInList(condition, requestValue)
      : anyOf(condition.values, (value) => matchesValue(test, requestValue, value))
    return operator.negated ? not(matched) : matched
  }
  const { quantifier } = condition.operator.value
  if (quantifier === 'ForAllValues') return allOf(requestValues, decide)
  if (quantifier === 'ForAnyValue') return anyOf(requestValues, decide)
  // Several values without a set operator: AWS does not support it and does not say what comes of it.
  const [only, ...more] = requestValues
  return only !== undefined && more.length === 0 ? decide(only) : 'unknown'
}

function matchesValue({ operator, version, keys }: Test, requestValue: string, value: Value): Ternary {
  if (value.kind === 'unresolved') return 'unknown'
  if (!operator.variables || version === '2008-10-17' || !hasVariables(value.text)) {
    return operator.matches(requestValue, written(value))
  }
  const filled = fillIn(value.text, keys)
  if (filled.kind === 'value') return operator.matches(requestValue, filled.value)
  // A missing variable matches nothing; whether its negation then holds, AWS's pages say both.
  return filled.kind === 'missing' && !operator.negated ? 'false' : 'unknown'
}

const plain = new WeakMap<Value, PolicyValue>()

/** A literal as the operators take it, taken apart once. */
function written(value: Extract<Value, { kind: 'literal' }>): PolicyValue {
  const known = plain.get(value) ?? plainValue(value.text)
  plain.set(value, known)
  return known
}

function aboutAddresses({ operator }: Condition): boolean {
  return operator.value.base === 'IpAddress' || operator.value.base === 'NotIpAddress'
}

/** What is AWS's own (an address, a redacted endpoint) is in no list of a customer; a wildcard may take it in. */
function whenUnlisted({ condition, operator }: Test): Ternary {
  if (!aboutAddresses(condition) && !/^(String|Arn)/.test(condition.operator.value.base)) return 'unknown'
  const member = aboutAddresses(condition) ? mayHoldAwsAddress(condition) : anyOf(condition.values, mayTakeIn)
  return operator.negated ? not(member) : member
}

function mayTakeIn(value: Value): Ternary {
  return value.kind === 'literal' && /[*?$]/.test(value.text) ? 'unknown' : 'false'
}

/** The address is in the lists that the file does not hold, and of its place in others nothing is said. */
function whenListed({ condition, operator }: Test): Ternary {
  if (!aboutAddresses(condition)) return 'unknown'
  return operator.negated ? not(isOpenList(condition)) : isOpenList(condition)
}
