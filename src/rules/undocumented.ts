import { parseAddressRange } from '../evaluate/addresses.ts'
import type { Question } from '../model/contracts.ts'
import type { Condition } from '../model/policy.ts'

/**
 * Source: IAM User Guide, "Multivalued context keys" against the table of negated operators in "Condition operators"; "IP address
 * condition operators", which gives a bare address a prefix for IPv4 alone.
 */
export const undocumentedConditions: Question = {
  id: 'undocumented-conditions',
  ask: ({ conditions }) => conditions.flatMap((condition) => [...disputedOperator(condition), ...bareIpv6(condition)]),
}

function disputedOperator({ operator }: Condition): ReturnType<Question['ask']> {
  if (operator.value.quantifier !== 'ForAllValues' || !operator.value.base.includes('Not')) return []
  return [
    {
      range: operator.range,
      message:
        'AWS’s documents disagree on what this operator does where the key is absent, so the statement cannot be decided',
      help: 'use `ForAllValues` with the positive operator, or add a `Null` condition for the key',
    },
  ]
}

function bareIpv6({ operator, values }: Condition): ReturnType<Question['ask']> {
  if (!operator.value.base.endsWith('IpAddress')) return []
  return values.flatMap((value) => {
    const range = value.kind === 'literal' ? parseAddressRange(value.text) : undefined
    if (range?.family !== 6 || !range.bare) return []
    const message = 'what an IPv6 address without a prefix length matches is not documented by AWS'
    return [{ range: value.range, message, help: 'write `/128` behind it' }]
  })
}
