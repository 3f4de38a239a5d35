import { conditionsOn } from '../evaluate/witness.ts'
import type { RemedyStrategy } from '../model/contracts.ts'
import type { PolicyDocument, Statement } from '../model/policy.ts'

const endpointKey = 'aws:SourceVpce'
const vpcKey = 'aws:SourceVpc'

/**
 * In the same statement, or each of the two would deny what the other admits. What a service does after a call through an endpoint shows
 * nothing of it, so that `aws:ViaAWSService` must stand beside. Only names that the policy's other statements trust: nobody can guess them.
 */
export const vpcEndpoint: RemedyStrategy = {
  id: 'vpc-endpoint',
  title: 'exempt calls through the VPC endpoints that the policy names',
  docs: {
    when: 'People come through VPC endpoints, and another statement of the policy names these.',
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
    const vpcs = endpoints.length > 0 ? [] : trusted(policy, statement, vpcKey)
    const [key, values] = endpoints.length > 0 ? [endpointKey, endpoints] : [vpcKey, vpcs]
    if (values.length === 0) return []
    const spares = conditionsOn(statement, 'aws:viaawsservice').length > 0
    return [
      { kind: 'add-condition', operator: 'StringNotEqualsIfExists', key, values },
      ...(spares
        ? []
        : [{ kind: 'add-condition', operator: 'BoolIfExists', key: 'aws:ViaAWSService', values: ['false'] } as const]),
    ]
  },
  opens: ({ subject: { policy, statement } }) =>
    trusted(policy, statement, endpointKey).length > 0
      ? []
      : ['all of it, from a VPC in another Region that has the same id as one of the named'],
}

/** Ids that some other statement lets in: an Allow for them, or a Deny for all but them. */
function trusted({ statements }: PolicyDocument, own: Statement, key: string): string[] {
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
  return [...new Set(ids)].toSorted()
}
