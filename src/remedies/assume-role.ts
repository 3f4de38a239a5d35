import { exampleUser } from '../evaluate/example-principals.ts'
import { operatorName } from '../evaluate/explain.ts'
import type { RemedyStrategy } from '../model/contracts.ts'
import type { Finding } from '../model/finding.ts'
import type { Condition, Statement } from '../model/policy.ts'
import { principalNamed } from '../model/principal.ts'
import type { RequestPrincipal } from '../model/request.ts'

/** Keys by which a statement spares services: at the door of a role no service stands. */
const ofServices = /^(aws:(viaawsservice|calledvia(first|last)?|principalisawsservice|principalarn)|kms:viaservice)$/i

/**
 * The pair of policies of AWS's support article: the user may do nothing but assume a role, and the role's trust policy has the Deny on
 * the address. The role's own permissions say nothing of addresses, so no service's call meets one.
 */
export const assumeRole: RemedyStrategy = {
  id: 'assume-role',
  title: 'check the address when a role is assumed, and let the role’s permissions be without a Deny on it',
  docs: {
    when: 'Users who can work with a role, where services cannot work under the Deny at all.',
    clears: 'Every call of a service: the Deny is met by `sts:AssumeRole` alone.',
    leaves: 'Nothing.',
    opens:
      'What the role may do, from anywhere, to whoever holds the credentials of a session, until it ends: the address is checked once.',
    cost:
      'CloudTrail names the role, not the user, in all that follows the AssumeRole event, unless `sts:SourceIdentity` is required. ' +
      'Users must change how they sign in.',
    source: {
      title: 'AWS re:Post Knowledge Center: restrict API calls to specific IP addresses',
      url: 'https://repost.aws/knowledge-center/iam-restrict-calls-ip-addresses',
    },
  },
  propose: () => [],
  advise(finding) {
    const { policy, statement } = finding.subject
    const isForwarded = finding.paths.some(({ mechanism }) => mechanism === 'forward-access-session')
    const conditions = blockOf(statement)
    if (policy.type !== 'identity' || policy.assumedBy.length > 0 || !isForwarded || conditions === undefined)
      return undefined
    const principal = callerOf(finding)
    const role = `arn:aws:iam::${principal.account ?? exampleUser.account}:role/from-our-addresses`
    const trusting = { Principal: { AWS: principal.name }, Action: 'sts:AssumeRole' }
    const isExample = principal.name === exampleUser.name
    return {
      principal,
      trust: {
        title: `trust policy of the role \`from-our-addresses\`${isExample ? '; put the ARN of your user in' : ''}`,
        text: documentOf({ Effect: 'Allow', ...trusting }, { Effect: 'Deny', ...trusting, Condition: conditions }),
      },
      caller: {
        title:
          'policy of the user, in the place of all others; what the user was allowed is given to the role, without the Deny',
        text: documentOf({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: role }),
      },
      costs: [
        'The address is checked once, when the role is assumed: a session works from anywhere until it ends (15 minutes to 12 hours).',
        'CloudTrail shows the user in the AssumeRole event only; all later events carry the name of the role.',
        'To keep who did it: allow `sts:SetSourceIdentity` in both policies, and in the trust policy require ' +
          '`"StringEquals": { "sts:SourceIdentity": "${aws:username}" }`; CloudTrail then shows it in every event of the session.',
      ],
    }
  },
  opens: () => ['whatever the role may do, from anywhere, with the credentials of a session that has not ended'],
}

/** The conditions that tell insiders from outsiders, as they are written; undefined where the file does not hold one of the values. */
function blockOf({ conditions, undecidable }: Statement): Record<string, Record<string, unknown>> | undefined {
  const kept = conditions.filter(({ key }) => !ofServices.test(key.value))
  const isWhole = kept.every(({ values }) => values.every(({ expression }) => expression === undefined))
  if (!isWhole || undecidable.length > 0) return undefined
  const block: Record<string, Record<string, unknown>> = {}
  for (const condition of kept) {
    const name = operatorName(condition.operator.value)
    block[name] = { ...block[name], [condition.key.value]: textsOf(condition) }
  }
  return block
}

function textsOf({ values }: Condition): string | readonly string[] {
  const texts = values.flatMap((value) => (value.kind === 'literal' ? [value.text] : []))
  const [only, ...more] = texts
  return only !== undefined && more.length === 0 ? only : texts
}

/** The user whom the statement names; else an example. */
function callerOf({ subject }: Finding): RequestPrincipal {
  const named = subject.statement.conditions
    .filter(({ key, operator }) => /^aws:principalarn$/i.test(key.value) && !operator.value.base.includes('Not'))
    .flatMap(({ values }) => values.flatMap((value) => (value.kind === 'literal' ? [value.text] : [])))
    .find((text) => /^arn:[\w-]+:iam::\d{12}:user\/[^*?$]+$/.test(text))
  return named === undefined ? exampleUser : principalNamed(named)
}

function documentOf(...statements: readonly object[]): string {
  return `${JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)}\n`
}
