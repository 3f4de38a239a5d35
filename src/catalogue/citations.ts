import type { Citation } from '../model/request.ts'

const iamGuide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide'

/**
 * Pages that many paths and readings rest on. `retrieved` is how old the copy is that was read: AWS changes these
 * pages without a notice, and some of them contradict each other.
 */
export const forwardAccessSessions: Citation = {
  title: 'IAM User Guide: Forward access sessions',
  url: `${iamGuide}/access_forward_access_sessions.html`,
  retrieved: '2026-09-26',
}
export const globalConditionKeys: Citation = {
  title: 'IAM User Guide: AWS global condition context keys',
  url: `${iamGuide}/reference_policies_condition-keys.html`,
  retrieved: '2026',
}
export const globalConditionKeys2023: Citation = {
  title: 'IAM User Guide: AWS global condition context keys, copy of May 2023',
  url: 'https://github.com/awsdocs/iam-user-guide/blob/651083f/doc_source/reference_policies_condition-keys.md',
  retrieved: '2023-05-11',
}
export const conditionOperators: Citation = {
  title: 'IAM User Guide: Condition operators, IP address',
  url: `${iamGuide}/reference_policies_elements_condition_operators.html`,
  retrieved: '2025',
}
export const denyBySourceIp: Citation = {
  title: 'IAM User Guide: example that denies access by source IP',
  url: `${iamGuide}/reference_policies_examples_aws_deny-ip.html`,
  retrieved: '2026',
}
export const terminateByIp: Citation = {
  title: 'IAM User Guide: example that limits terminating instances to an address range',
  url: `${iamGuide}/reference_policies_examples_ec2_terminate-ip.html`,
  retrieved: '2026',
}
export const s3ConditionKeys: Citation = {
  title: 'S3 User Guide: Bucket policy examples using condition keys, on redacted network context',
  url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html',
  retrieved: '2025',
}
export const cloudFormationFas: Citation = {
  title: 'CloudFormation User Guide: FAS requests and permission evaluation',
  url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/fas-requests-and-permission-evaluation.html',
  retrieved: '2026',
}
export const cloudFormationAccess: Citation = {
  title: 'CloudFormation User Guide: Control access with IAM',
  url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html',
  retrieved: '2026',
}
export const kmsGlobalKeys: Citation = {
  title: 'KMS Developer Guide: AWS global condition keys',
  url: 'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-aws.html',
  retrieved: '2025',
}
export const kmsConditionKeys: Citation = {
  title: 'KMS Developer Guide: AWS KMS condition keys, kms:ViaService',
  url: 'https://github.com/awsdocs/aws-kms-developer-guide/blob/977c685/doc_source/conditions-kms.md',
  retrieved: '2023-06-15',
}
export const restrictCallsByAddress: Citation = {
  title: 'AWS re:Post Knowledge Center: restrict API calls to specific IP addresses',
  url: 'https://repost.aws/knowledge-center/iam-restrict-calls-ip-addresses',
  retrieved: '2026',
}
export const athenaS3Permissions: Citation = {
  title: 'Athena User Guide: Control access to Amazon S3 from Athena',
  url: 'https://docs.aws.amazon.com/athena/latest/ug/s3-permissions.html',
  retrieved: '2024',
}
export const dynamoDbRestore: Citation = {
  title: 'DynamoDB Developer Guide: Restoring a table from a backup, archived copy',
  url: 'https://github.com/awsdocs/amazon-dynamodb-developer-guide/blob/8229480/doc_source/Restore.Tutorial.md',
  retrieved: '2023-06-15',
}
export const dataPerimeterScps: Citation = {
  title: 'AWS data perimeter policy examples: service control policies',
  url: 'https://github.com/aws-samples/data-perimeter-policy-examples/blob/8e0d3c5/service_control_policies/README.md',
  retrieved: '2026-03-18',
}
export const dataPerimeterRcps: Citation = {
  title: 'AWS data perimeter policy examples: resource control policies',
  url: 'https://github.com/aws-samples/data-perimeter-policy-examples/blob/8e0d3c5/resource_control_policies/README.md',
  retrieved: '2026-03-18',
}
export const dataPerimeterOwned: Citation = {
  title: 'AWS data perimeter policy examples: resources that services own',
  url: 'https://github.com/aws-samples/data-perimeter-policy-examples/blob/8e0d3c5/service_owned_resources.md',
  retrieved: '2026-03-18',
}
export const dataPerimeterResourcePolicies: Citation = {
  title: 'AWS data perimeter policy examples: resource-based policies, copy of July 2024',
  url: 'https://github.com/aws-samples/data-perimeter-policy-examples/blob/95a3cae/resource_based_policies/README.md',
  retrieved: '2024-07-29',
}
export const dataPerimeterIssue3: Citation = {
  title: 'data-perimeter-policy-examples issue 3: no key tells service roles apart (answer of a maintainer)',
  url: 'https://github.com/aws-samples/data-perimeter-policy-examples/issues/3',
  retrieved: '2023-04-05',
}
export const dataPerimeterIssue4: Citation = {
  title: 'data-perimeter-policy-examples issue 4: functions outside a VPC call from an AWS-internal range',
  url: 'https://github.com/aws-samples/data-perimeter-policy-examples/issues/4',
  retrieved: '2023-04-07',
}
export const dataPerimeterIssue63: Citation = {
  title: 'data-perimeter-policy-examples issue 63: a network SCP stops Lambda’s CreateNetworkInterface',
  url: 'https://github.com/aws-samples/data-perimeter-policy-examples/issues/63',
  retrieved: '2026-07-29',
}
export const cloudShellReport: Citation = {
  title: 'DevelopersIO: AccessDenied in CloudShell under an IP restriction (Japanese)',
  url: 'https://dev.classmethod.jp/articles/tsnote-aws-cloudshell-accessdenied-by-ip-address-restriction',
  retrieved: '2023-06-28',
}
export const sourceIpTips: Citation = {
  title: 'DevelopersIO: what to remember when an IAM policy uses aws:SourceIp (Japanese)',
  url: 'https://dev.classmethod.jp/articles/tips-iam-policy-using-aws-sourceip',
  retrieved: '2018',
}
export const permissionSetReport: Citation = {
  title: 'DevelopersIO: operations fail under an IP restriction in a permission set (Japanese)',
  url: 'https://dev.classmethod.jp/articles/tsnote-aws-sso-some-operations-seem-to-fail-when-ip-address-restriction-is-set-in-the-access-permission-set-why-is-this',
  retrieved: '2022-01-13',
}
export const encryptedVolumesReport: Citation = {
  title: 'awsdocs/iam-user-guide issue 210: encrypted EBS volumes under a condition on aws:ViaAWSService',
  url: 'https://github.com/awsdocs/iam-user-guide/issues/210',
  retrieved: '2020-08',
}
export const trailDeliveryReport: Citation = {
  title: 'awsdocs/iam-user-guide issue 180: CloudTrail cannot deliver under an IP restriction',
  url: 'https://github.com/awsdocs/iam-user-guide/issues/180',
  retrieved: '2020-03-30',
}
export const logDeliveryReport: Citation = {
  title: 'cloud-custodian pull request 2916: a bucket policy blocks log delivery',
  url: 'https://github.com/cloud-custodian/cloud-custodian/pull/2916',
  retrieved: '2018-09-24',
}
export const cloudTrailRecords: Citation = {
  title: 'CloudTrail User Guide: record contents, source address of console actions',
  url: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html',
  retrieved: '2025',
}
export const switchRoleReport: Citation = {
  title: 'AWS Knowledge Center: Switch Role under an aws:SourceIp condition',
  url: 'https://aws.amazon.com/premiumsupport/knowledge-center/source-ip-switch-role',
  retrieved: '2022',
}
export const acmKeySecurity: Citation = {
  title: 'ACM User Guide: private key security',
  url: 'https://docs.aws.amazon.com/acm/latest/userguide/kms.html',
  retrieved: '2018',
}
export const acmDecryptRecord: Citation = {
  title: 'ACM User Guide: CloudTrail records of integrated services, decrypting a private key',
  url: 'https://docs.aws.amazon.com/acm/latest/userguide/ct-related.html',
  retrieved: '2025',
}
export const sourceFunctionArn: Citation = {
  title: 'Lambda Developer Guide: which calls carry the ARN of the source function',
  url: 'https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html',
  retrieved: '2025',
}
export const glueContextKeys: Citation = {
  title: 'Glue Developer Guide: identity-based policy examples, control policies with context keys',
  url: 'https://docs.aws.amazon.com/glue/latest/dg/security_iam_id-based-policy-examples.html',
  retrieved: '2025',
}
export const codeBuildContextKeys: Citation = {
  title: 'CodeBuild User Guide: condition keys of builds as variables of the service role',
  url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/permissions-conditionkeys-variables.html',
  retrieved: '2025',
}
export const copilotReport: Citation = {
  title: 'aws/copilot-cli issue 5500: an upload fails on kms:GenerateDataKey under a condition on the address',
  url: 'https://github.com/aws/copilot-cli/issues/5500',
  retrieved: '2023-11-22',
}

/** A page of a guide that AWS published on GitHub and has since archived; `retrieved` is the date of the commit. */
export function archivedGuide(repository: string, file: string, title: string, retrieved: string): Citation {
  return {
    title: `${title}, archived copy`,
    url: `https://github.com/awsdocs/${repository.replace('@', '/blob/')}/${file}`,
    retrieved,
  }
}

/**
 * A managed policy of AWS's, which allows calls only if they come through the service; `retrieved` is the date of the
 * version.
 */
export function managedPolicy(name: string, version: number, retrieved: string): Citation {
  const url = `https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${name}.html`
  return { title: `AWS managed policy ${name}, version ${version}`, url, retrieved }
}

/** What CloudFormation registers as the permissions of a resource type's handler. */
export function registrySchema(type: string, handler: 'create' | 'update'): Citation {
  const file = `${type.toLowerCase().replaceAll('::', '-')}.json`
  return {
    title: `CloudFormation registry schema of ${type}: permissions of its ${handler} handler`,
    url: `https://github.com/pulumi/pulumi-aws-native/blob/43eed3b/aws-cloudformation-schema/${file}`,
    retrieved: '2026-08-03',
  }
}

/** AWS's own model of the forward access sessions that operations of a service lead to. */
export function autopilotModel(service: string): Citation {
  const folder = 'iam-policy-autopilot-policy-generation/resources/config/operation-fas-maps'
  return {
    title: `IAM Policy Autopilot: forward access sessions of ${service}`,
    url: `https://github.com/awslabs/iam-policy-autopilot/blob/8f09822/${folder}/${service}.json`,
    retrieved: '2026-08-20',
  }
}
