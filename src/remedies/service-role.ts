import type { RemedyStrategy } from '../model/contracts.ts'

const serviceRoles = 'arn:*:iam::*:role/service-role/*'
const serviceLinkedRoles = 'arn:*:iam::*:role/aws-service-role/*'

/**
 * No key tells roles that services assume, so their paths do: AWS makes service-linked roles under one, its console service roles
 * under another. `ArnNotLikeIfExists`, since wildcards need a Like, and a request without a signature has no ARN.
 */
export const serviceRole: RemedyStrategy = {
  id: 'service-role',
  title: 'exempt roles that services assume, by their path',
  docs: {
    when: 'An SCP, an RCP or the policy of a resource that roles of services run into.',
    clears: 'Service-linked roles, and service roles that lie under `/service-role/`.',
    leaves: 'Service roles under any other path: add their ARNs.',
    opens: 'Whatever a role under `/service-role/` may do, from anywhere.',
    cost: 'Whoever may make a role under an exempted path is exempt: protect the path.',
    source: {
      title: 'AWS data perimeter policy examples: resource-based policies, copy of July 2024',
      url: 'https://github.com/aws-samples/data-perimeter-policy-examples/blob/95a3cae/resource_based_policies/README.md',
    },
  },
  propose({ paths, subject }) {
    const { type } = subject.policy
    const linked = paths.some(({ mechanism }) => mechanism === 'service-linked-role')
    const assumed = paths.some(({ mechanism }) => mechanism === 'service-role')
    // On the role's own policy it would exempt the very principal that the policy is for.
    if (type === 'identity' || type === 'boundary' || type === 'session' || !(linked || assumed)) return []
    const values = [...(assumed ? [serviceRoles] : []), ...(linked ? [serviceLinkedRoles] : [])]
    return [{ kind: 'add-condition', operator: 'ArnNotLikeIfExists', key: 'aws:PrincipalArn', values }]
  },
  opens: ({ paths }) =>
    paths.some(({ mechanism }) => mechanism === 'service-role')
      ? ['whatever a role under /service-role/ may do, from anywhere: keep people from making roles there']
      : [],
}
