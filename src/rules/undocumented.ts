import type { Question } from '../model/contracts.ts'
import type { Condition } from '../model/policy.ts'

/** Source: IAM User Guide, "Multivalued context keys" against the table of negated operators in "Condition operators". */
export const undocumentedConditions: Question = {
  id: 'undocumented-conditions',
  ask: ({ conditions }) =>
    conditions.filter(isNegatedForAllValues).map(({ operator }) => ({
      range: operator.range,
      message:
        'AWS’s documents disagree on what this operator does where the key is absent, so the statement cannot be decided',
      help: 'use `ForAllValues` with the positive operator, or add a `Null` condition for the key',
    })),
}

function isNegatedForAllValues({ operator }: Condition): boolean {
  return operator.value.quantifier === 'ForAllValues' && operator.value.base.includes('Not')
}
