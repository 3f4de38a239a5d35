import type { PolicyType, Statement } from '../model/policy.ts'

export interface InferredType {
  readonly type: PolicyType
  readonly basis: string
}

/** What a reader of the file knows besides the statements. */
export interface Place {
  readonly path: string
  /** Keys on the way to the policy, `Properties.AssumeRolePolicyDocument`; `$` for a whole file. */
  readonly address: string
}

const assumeActions = /^sts:(assumerole(with(saml|webidentity))?|tagsession|setsourceidentity|setcontext|\*)$/i

/** Words in names, most telling first; a name is taken apart at dashes, dots and capitals before. */
const namedTypes: readonly (readonly [PolicyType, RegExp])[] = [
  ['scp', /\b(scps?|service control( policy| policies)?)\b/],
  ['rcp', /\b(rcps?|resource control)\b/],
  ['boundary', /\b(boundary|boundaries)\b/],
  ['vpce', /\b(vpce|vpc endpoints?|endpoint policy|endpoint policies)\b/],
  ['session', /\bsession policy\b/],
  ['trust', /\b(trust|assume role)\b/],
]

/**
 * The type of a policy from its content and its place: a `Principal` stands only in policies of resources, and a trust policy
 * speaks of nothing but assuming. An SCP, an RCP, a boundary and an endpoint policy look like others, so their name decides.
 * Source: IAM User Guide, "Policies and permissions in AWS Identity and Access Management".
 */
export function inferPolicyType(statements: readonly Statement[], place: Place): InferredType {
  const hasPrincipal = statements.some(({ principals }) => principals !== undefined)
  const named = nameOf(place)
  if (hasPrincipal) return withPrincipal(statements, named)
  if (named === undefined || named.type === 'trust' || named.type === 'rcp' || named.type === 'vpce') {
    return { type: 'identity', basis: 'no statement names a principal' }
  }
  return named
}

function withPrincipal(statements: readonly Statement[], named: InferredType | undefined): InferredType {
  if (statements.every(onlyAssumes)) return { type: 'trust', basis: 'its actions are those of assuming a role' }
  if (named !== undefined && named.type !== 'boundary' && named.type !== 'session' && named.type !== 'scp') return named
  return { type: 'resource', basis: 'its statements name principals' }
}

function onlyAssumes({ actions }: Statement): boolean {
  if (actions.negated || actions.patterns.length === 0) return false
  return actions.patterns.every((pattern) => pattern.kind === 'literal' && assumeActions.test(pattern.text))
}

function nameOf({ path, address }: Place): InferredType | undefined {
  // The innermost name speaks first: a file `boundary.json` in a folder `scp` holds a boundary.
  const names = [...path.split('/'), ...address.split('.')].toReversed()
  for (const name of names) {
    const words = name
      .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
      .replaceAll(/[-_.\s]+/g, ' ')
      .toLowerCase()
    const match = namedTypes.find(([, pattern]) => pattern.test(words))
    if (match !== undefined) return { type: match[0], basis: 'its name says so' }
  }
  return undefined
}
