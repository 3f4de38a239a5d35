import { conditionsOn } from '../evaluate/witness.ts'
import type { ChangedStatement } from '../model/change.ts'
import { vpcKeys } from '../model/condition-keys.ts'
import type { Rule } from '../model/contracts.ts'
import type { Condition, PolicyType, Statement } from '../model/policy.ts'

/** Keys by which calls are told apart that people mean to spare. */
const carveOutKeys = [
  ...['aws:viaawsservice', 'aws:calledvia', 'aws:calledviafirst', 'aws:calledvialast', 'kms:viaservice'],
  ...['aws:principalisawsservice', 'aws:principalservicename', 'aws:principalservicenameslist', 'aws:principalarn'],
  ...vpcKeys,
]

interface Mistake {
  /** One sentence, without a full stop, without user text. */
  readonly words: string
  readonly applies: (condition: Condition, statement: Statement, type: PolicyType) => boolean
}

/** Conditions that read like an exemption in a Deny and are none. The first that applies is told. */
const mistakes: readonly Mistake[] = [
  {
    words:
      'ForAnyValue is false where aws:CalledVia is absent, so this Deny no longer applies to any direct call: it is switched off',
    applies: ({ operator, key }) =>
      key.value.toLowerCase() === 'aws:calledvia' &&
      operator.value.quantifier === 'ForAnyValue' &&
      isNegated(operator.value.base),
  },
  {
    words:
      'the value is the wrong way round: with true the Deny is for calls of AWS services alone, with false it would spare them',
    applies: ({ operator, key, values }) =>
      ['aws:viaawsservice', 'aws:principalisawsservice'].includes(key.value.toLowerCase()) &&
      operator.value.base === 'Bool' &&
      allAre(values, 'true'),
  },
  {
    words:
      'Null is the wrong way round: with false the Deny is for calls made through a service alone, with true it would spare them',
    applies: ({ operator, key, values }) =>
      /^(kms:viaservice|aws:calledvia(first|last)?|aws:principalservicename)$/i.test(key.value) &&
      operator.value.base === 'Null' &&
      allAre(values, 'false'),
  },
  {
    words: 'kms:ViaService is absent from all calls but those to KMS, and this statement is about none of these',
    applies: ({ key }, { actions }) =>
      key.value.toLowerCase() === 'kms:viaservice' &&
      !actions.negated &&
      actions.patterns.every((value) => value.kind === 'literal' && !reachesKms(value.text)),
  },
  {
    words: 'aws:PrincipalIsAWSService is false for every principal that this type of policy binds, so it spares nobody',
    applies: ({ key, operator, values }, _, type) =>
      key.value.toLowerCase() === 'aws:principalisawsservice' &&
      operator.value.base === 'Bool' &&
      allAre(values, 'false') &&
      bindsPrincipals(type),
  },
  {
    words: 'AWS knows no such condition key: it is absent from every request, so the condition spares nobody',
    applies: ({ key }) => isMisspelt(key.value),
  },
  {
    words: 'IfExists changes nothing for NotIpAddress: a call without aws:SourceIp is denied with it as without',
    applies: ({ operator, key }, statement) =>
      key.value.toLowerCase() === 'aws:sourceip' &&
      operator.value.base === 'NotIpAddress' &&
      operator.value.ifExists &&
      !hasCarveOut(statement),
  },
]

/** Source: IAM User Guide, "Condition operators" (IfExists, Null, absent keys), "Multivalued context keys". */
export const exemptionWithoutEffect: Rule = {
  id: 'exemption-without-effect',
  title: 'a condition meant as an exemption changes nothing, or switches the Deny off',
  check(subject) {
    const { statement, policy } = subject
    const mistake = mistakeOf(statement, policy.type)
    if (mistake === undefined) return []
    const mistaken = statement.conditions.filter((condition) => mistake.applies(condition, statement, policy.type))
    return [
      {
        ruleId: exemptionWithoutEffect.id,
        level: 'warning',
        subject,
        paths: [],
        detail: mistake.words,
        keys: mistaken.map(({ key }) => key.value.toLowerCase()),
        existing: wasSo(subject, mistake),
      },
    ]
  },
}

function wasSo({ before, policy }: ChangedStatement, mistake: Mistake): boolean {
  return before.some(
    (earlier) => conditionsOn(earlier, 'aws:sourceip').length > 0 && mistakeOf(earlier, policy.type) === mistake,
  )
}

function mistakeOf(statement: Statement, type: PolicyType): Mistake | undefined {
  return mistakes.find(({ applies }) => statement.conditions.some((condition) => applies(condition, statement, type)))
}

function hasCarveOut({ conditions }: Statement): boolean {
  return conditions.some(
    ({ key }) =>
      carveOutKeys.includes(key.value.toLowerCase()) || key.value.toLowerCase().startsWith('aws:principaltag/'),
  )
}

function isNegated(base: string): boolean {
  return /Not/.test(base)
}

function allAre(values: Condition['values'], wanted: string): boolean {
  return values.length > 0 && values.every((value) => value.kind === 'literal' && value.text.toLowerCase() === wanted)
}

function reachesKms(pattern: string): boolean {
  return pattern.startsWith('*') || /^k[ms*?]/i.test(pattern)
}

function bindsPrincipals(type: PolicyType): boolean {
  return type === 'identity' || type === 'boundary' || type === 'session' || type === 'scp'
}

/** Keys that people have invented for service calls. */
const invented = ['aws:invokedby', 'aws:viaservice', 'aws:calledby', 'aws:callingservice']

/** Near a carve-out key, but none: one letter more, less or other, or two. */
function isMisspelt(key: string): boolean {
  const name = key.toLowerCase()
  if (!name.startsWith('aws:') || carveOutKeys.includes(name)) return false
  return (
    invented.includes(name) ||
    ['aws:viaawsservice', 'aws:calledvia', 'aws:principalisawsservice'].some((known) => isNear(name, known))
  )
}

/** Whether two names differ by at most two edits (Levenshtein). */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return (row[b.length] ?? 0) <= 2
}
