import type { PolicyType } from '../model/policy.ts'

/** What the arguments of a resource that take a policy make of it. */
type Arguments = Readonly<Record<string, PolicyType>>

const identity: Arguments = { policy: 'identity', policy_document: 'identity', inline_policy: 'identity' }

/** Resources whose policies are none of resources. Source: the provider's documentation of each. */
const byResource: Readonly<Record<string, Arguments>> = {
  aws_iam_policy: identity,
  aws_iam_role_policy: identity,
  aws_iam_user_policy: identity,
  aws_iam_group_policy: identity,
  aws_iam_role: { assume_role_policy: 'trust', 'inline_policy.policy': 'identity' },
  aws_ssoadmin_permission_set_inline_policy: identity,
  aws_transfer_user: { policy: 'session' },
  aws_transfer_access: { policy: 'session' },
  aws_organizations_resource_policy: { content: 'resource' },
  // MQTT's own actions; what hangs on devices is no policy of IAM.
  aws_iot_policy: {},
  aws_vpc_endpoint: { policy: 'vpce' },
  aws_vpc_endpoint_policy: { policy: 'vpce' },
  awscc_iam_managed_policy: identity,
  awscc_iam_role_policy: identity,
  awscc_iam_user_policy: identity,
  awscc_iam_group_policy: identity,
  awscc_iam_role: { assume_role_policy_document: 'trust', policies: 'identity' },
  awscc_iam_user: { policies: 'identity' },
  awscc_iam_group: { policies: 'identity' },
  awscc_sso_permission_set: identity,
  awscc_ec2_vpc_endpoint: { policy_document: 'vpce' },
}

/** The `type` of an organization's policies; without one, and with one that is not known, it is taken for an SCP. */
const byOrganizationType: Readonly<Record<string, PolicyType | 'foreign'>> = {
  RESOURCE_CONTROL_POLICY: 'rcp',
  TAG_POLICY: 'foreign',
  BACKUP_POLICY: 'foreign',
  AISERVICES_OPT_OUT_POLICY: 'foreign',
  CHATBOT_POLICY: 'foreign',
  DECLARATIVE_POLICY_EC2: 'foreign',
}

/** Clouds that take the same JSON for their own buckets, or similar JSON: no service of AWS calls there. */
const foreign =
  /^(?:digitalocean|scaleway|minio|wasabi|exoscale|linode|vultr|ovh|ionoscloud|yandex|stackit|alicloud|tencentcloud|huaweicloud|opentelekomcloud|flexibleengine|b2|cloudflare|selectel|radosgw|netapp|oci|google|azurerm)_/

/** What a policy becomes in an argument of a resource; `foreign`: no policy of AWS; undefined: the resource does not say. */
export function policyTypeIn(
  resource: string,
  path: string,
  organizationType: string | undefined,
): PolicyType | 'foreign' | undefined {
  if (foreign.test(resource)) return 'foreign'
  if (/^aws(?:cc)?_organizations_policy$/.test(resource) && path === 'content') {
    return byOrganizationType[organizationType ?? ''] ?? 'scp'
  }
  const own = byResource[resource]
  if (own !== undefined) return own[path]
  // What else takes policies hangs them on itself.
  return /^aws(?:cc)?_/.test(resource) && /polic/.test(path) ? 'resource' : undefined
}
