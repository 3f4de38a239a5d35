import { conditionsOn } from '../evaluate/witness.ts'
import type { Reference, RemedyStrategy } from '../model/contracts.ts'
import type { PolicyDocument, Statement, Value } from '../model/policy.ts'
import { referenceAt } from './references.ts'

const endpointKey = 'aws:SourceVpce'
const vpcKey = 'aws:SourceVpc'

/**
 * In the same statement, or each of the two would deny what the other admits. What a service does after a call through an endpoint shows
 * nothing of it, so that `aws:ViaAWSService` must stand beside. Only names that the policy's other statements trust, as ids or as
 * expressions: nobody can guess them.
 */
export const vpcEndpoint: RemedyStrategy = {
  id: 'vpc-endpoint',
  title: 'exempt calls through the VPC endpoints that the policy names',
  docs: {
    when: 'People come through VPC endpoints, and another statement of the policy names these, by id or by reference.',
    clears: 'Direct calls through the named endpoints or VPCs.',
    leaves: 'Calls through all other endpoints.',
    opens: 'Of VPCs: to whoever has one of the same id in another Region, all.',
    cost: 'The list must be kept up to date with the endpoints.',
    source: {
      title: 'IAM User Guide: AWS global condition context keys',
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    },
  },
  propose({ ruleId, subject: { policy, statement } }) {
    if (ruleId !== 'vpc-endpoint-denied') return []
    const endpoints = trusted(policy, statement, endpointKey)
    const key = endpoints.values.length > 0 ? endpointKey : vpcKey
    const named = key === endpointKey ? endpoints : trusted(policy, statement, vpcKey)
    if (named.values.length === 0) return []
    const spares = conditionsOn(statement, 'aws:viaawsservice').length > 0
    return [
      { kind: 'add-condition', operator: 'StringNotEqualsIfExists', key, ...named },
      ...(spares
        ? []
        : [{ kind: 'add-condition', operator: 'BoolIfExists', key: 'aws:ViaAWSService', values: ['false'] } as const]),
    ]
  },
  opens: ({ subject: { policy, statement } }) =>
    trusted(policy, statement, endpointKey).values.length > 0
      ? []
      : ['all of it, from a VPC in another Region that has the same id as one of the named'],
}

interface Trusted {
  readonly values: readonly string[]
  readonly references?: readonly Reference[]
}

/** Ids that some other statement lets in, and expressions for such: an Allow for them, or a Deny for all but them. */
function trusted({ statements, file: { text } }: PolicyDocument, own: Statement, key: string): Trusted {
  const values = statements
    .filter((statement) => statement !== own)
    .flatMap((statement) =>
      conditionsOn(statement, key.toLowerCase())
        .filter(({ operator: { value } }) => value.base.includes('Not') === (statement.effect === 'Deny'))
        .flatMap((condition) => condition.values),
    )
  const ids = values.flatMap((value) =>
    value.kind === 'literal' && /^vpce?-[0-9a-z]+$/.test(value.text) ? [value.text] : [],
  )
  const literals = [...new Set(ids)].toSorted()
  const open = referencesAmong(values, text, key)
  const isFree = literals.length + open.length === 1 && conditionsOn(own, key.toLowerCase()).length === 0
  const references = open.filter(({ mayBeList }) => isFree || !mayBeList)
  if (references.length === 0) return { values: literals }
  return { values: [...literals, ...references.map(({ standIn }) => standIn)], references }
}

/** Each expression once, by name. */
function referencesAmong(values: readonly Value[], text: string, key: string): readonly Reference[] {
  const open = values.flatMap((value) => (value.kind === 'unresolved' ? [value] : []))
  const distinct = [...new Map(open.map((value) => [value.expression, value])).values()]
  return distinct
    .toSorted((a, b) => (a.expression < b.expression ? -1 : 1))
    .flatMap((value, index) => {
      const standIn = `vpce-${String(index).padStart(17, '0')}`
      return referenceAt(text, value, { key, standIn }) ?? []
    })
}
