import type { PolicyType } from '../model/policy.ts'
import type { RequestContext } from '../model/request.ts'
import { type Ternary, ternary } from '../model/ternary.ts'

/** What a policy hangs on, as far as it is known. */
export interface Attachment {
  /** ARN of the user, role or session (identity, boundary, session), or id of the endpoint (vpce). */
  readonly target: string | undefined
  /** The account the policy governs (SCP: the principal's, RCP: the resource's). */
  readonly account: string | undefined
  readonly managementAccount: boolean
}

/**
 * Whether a policy of this type is evaluated on a request at all.
 * Source: AWS Organizations User Guide, "Service control policies", "Resource control policies"; IAM User Guide, "Policy
 * evaluation logic"; Amazon VPC, "Control access to VPC endpoints using endpoint policies".
 */
export function policyApplies(type: PolicyType, attachment: Attachment, request: RequestContext): Ternary {
  switch (type) {
    case 'identity':
    case 'boundary':
    case 'session':
      return ternary(hangsOnPrincipal(attachment, request))
    case 'scp':
      return ternary(meetsScp(attachment, request))
    case 'rcp':
      return ternary(meetsRcp(attachment, request))
    case 'vpce':
      return cameThrough(attachment, request)
    case 'resource':
    case 'trust':
      return 'true'
    default:
      return type satisfies never
  }
}

function hangsOnPrincipal({ target }: Attachment, { principal }: RequestContext): boolean {
  if (principal.kind === 'service' || principal.kind === 'anonymous') return false
  if (target === undefined || principal.name === '') return true
  return principal.name === target || principal.session === target || sessionOf(principal.name) === roleName(target)
}

function sessionOf(arn: string): string | undefined {
  const [, account, role] = /^arn:aws[\w-]*:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn) ?? []
  return account === undefined ? undefined : `${account}/${role}`
}

function roleName(arn: string): string {
  const [, account, role] = /^arn:aws[\w-]*:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(arn) ?? []
  return `${account}/${role}`
}

/** SCPs bind the users, roles and root of member accounts; neither services, nor service-linked roles, nor strangers. */
function meetsScp({ account, managementAccount }: Attachment, { principal }: RequestContext): boolean {
  if (managementAccount || principal.kind === 'service' || principal.kind === 'anonymous') return false
  if (principal.kind === 'service-linked-role') return false
  return account === undefined || principal.account === undefined || principal.account === account
}

/** RCPs bind everybody who calls on a member account's resource, but service-linked roles. */
function meetsRcp({ account, managementAccount }: Attachment, { principal, resource }: RequestContext): boolean {
  if (managementAccount || principal.kind === 'service-linked-role') return false
  const owner = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(resource)?.[1]
  return account === undefined || owner === undefined || owner === account
}

function cameThrough({ target }: Attachment, { keys }: RequestContext): Ternary {
  const endpoint = keys.get('aws:sourcevpce') ?? { kind: 'absent' }
  if (endpoint.kind === 'absent') return 'false'
  if (endpoint.kind !== 'present' || target === undefined) return endpoint.kind === 'present' ? 'true' : 'unknown'
  return ternary(endpoint.values.includes(target))
}
