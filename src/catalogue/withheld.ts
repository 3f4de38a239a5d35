import type { Citation } from '../model/request.ts'
import {
  dataPerimeterIssue3,
  dataPerimeterIssue4,
  dataPerimeterIssue63,
  dataPerimeterRcps,
  encryptedVolumesReport,
  forwardAccessSessions,
  globalConditionKeys,
  kmsGlobalKeys,
  logDeliveryReport,
  managedPolicy,
  permissionSetReport,
  sourceIpTips,
  trailDeliveryReport,
} from './citations.ts'

/** Something that was found and looked at, and is no path of the catalogue. */
export interface WithheldPath {
  readonly id: string
  readonly title: string
  /** Why it is not shipped, as a clause without a full stop. */
  readonly reason: string
  /** Ids of the paths that say the same, where there are any. */
  readonly within: readonly string[]
  readonly sources: readonly [Citation, ...Citation[]]
}

const reportOf2018 =
  'a report of 2018 that names neither calls nor conditions, older than the keys for calls via a service'
const endpointRule = 'a direct call that carries no address: rules on VPC endpoints tell it, not a path'

/** What was left out on purpose, so that nobody has to find it again. Sorted by id. */
export const withheldPaths: readonly WithheldPath[] = [
  {
    id: 'account-settings',
    title: 'Account management activates features through Organizations and IAM',
    reason:
      'a managed policy of AWS’s proves calls through account.amazonaws.com, but no action is known that starts them',
    within: [],
    sources: [managedPolicy('AWSManagedSettingsAdminAccess', 6, '2026-08-14')],
  },
  {
    id: 'cfn-template-observed',
    title: 'A user under an IP restriction cannot upload a CloudFormation template',
    reason: reportOf2018,
    within: ['cfn-template-upload-s3', 'cfn-template-url-s3'],
    sources: [sourceIpTips],
  },
  {
    id: 'cloudfront-observed',
    title: 'A user under an IP restriction has problems with CloudFront',
    reason: reportOf2018,
    within: ['cloudfront-acm-kms'],
    sources: [sourceIpTips],
  },
  {
    id: 'elb-acm-observed',
    title: 'A user under an IP restriction cannot register an ACM certificate on a load balancer',
    reason: reportOf2018,
    within: ['elb-acm-kms'],
    sources: [sourceIpTips],
  },
  {
    id: 'finspace-account',
    title: 'FinSpace uses the customer’s KMS key from an account of its own',
    reason: 'the caller is an account of AWS, which no mechanism covers; aws:PrincipalAccount exempts it',
    within: [],
    sources: [dataPerimeterRcps],
  },
  {
    id: 'obs-cloudtrail-bucket-deny',
    title: 'A Deny on the address in a bucket policy stops the delivery of CloudTrail logs',
    reason: 'the same call as a documented path, which cites the report',
    within: ['cloudtrail-s3'],
    sources: [trailDeliveryReport],
  },
  {
    id: 'obs-custodian-bucket-deny',
    title: 'A Deny in a bucket policy stops log delivery',
    reason: 'the same call as a documented path, which cites the report',
    within: ['log-delivery'],
    sources: [logDeliveryReport],
  },
  {
    id: 'obs-ebs-encrypted-launch',
    title: 'A user under an IP restriction cannot launch instances with encrypted volumes',
    reason: 'the same call as a documented path, which cites the report; what it complains of was mended by 2022',
    within: ['ebs-volume-kms'],
    sources: [encryptedVolumesReport],
  },
  {
    id: 'obs-ecr-internal',
    title: 'Pulls and pushes of images are logged as coming from AWS Internal',
    reason: 'the source address in a CloudTrail record is not the condition key, and no call is reported to be denied',
    within: [],
    sources: [
      {
        title: 'aws/containers-roadmap issue 1634: CloudTrail records AWS Internal for pulls and pushes',
        url: 'https://github.com/aws/containers-roadmap/issues/1634',
        retrieved: '2022-01-24',
      },
    ],
  },
  {
    id: 'obs-generic-via-service',
    title: 'Requests that services make for a user fail under a condition on the address',
    reason: 'evidence in general that names no call',
    within: [],
    sources: [
      {
        title: 'tasotasoso: unexpected errors under aws:SourceIp where a service acts for the user (Japanese)',
        url: 'https://tasotasoso.hatenablog.com/entry/2020/04/21/100000',
        retrieved: '2020-04-21',
      },
    ],
  },
  {
    id: 'obs-lambda-codebuild-roles',
    title: 'A network perimeter stops the execution roles of Lambda and CodeBuild',
    reason: 'the same calls as documented paths, which cite the report',
    within: ['codebuild-role', 'lambda-execution-role'],
    sources: [dataPerimeterIssue3],
  },
  {
    id: 'obs-lambda-eni-scp',
    title: 'A network SCP stops the execution role of a function from creating network interfaces',
    reason: 'the same call as a documented path, which cites the report',
    within: ['lambda-vpc-eni-role'],
    sources: [dataPerimeterIssue63],
  },
  {
    id: 'obs-lambda-internal-ip',
    title: 'Functions outside a VPC call from an address range of AWS',
    reason: 'the same calls as a documented path, which cites the report',
    within: ['lambda-execution-role'],
    sources: [dataPerimeterIssue4],
  },
  {
    id: 'obs-qldb-session',
    title: 'QLDB denies SendCommand under a condition on the address',
    reason: 'the service reached its end of support in 2025, and the report is of an Allow',
    within: [],
    sources: [
      {
        title: 'aws/aws-sdk-js issue 3081: a QLDB transaction cannot be started from the one address that is allowed',
        url: 'https://github.com/aws/aws-sdk-js/issues/3081',
        retrieved: '2020-01-30',
      },
    ],
  },
  {
    id: 'obs-service-roles-micromanagement',
    title: 'No condition key covers service roles and service-linked roles',
    reason: 'evidence in general that names no call',
    within: [],
    sources: [
      {
        title: 'data-perimeter-policy-examples issue 24: keys for service roles and service-linked roles',
        url: 'https://github.com/aws-samples/data-perimeter-policy-examples/issues/24',
        retrieved: '2024-12-03',
      },
    ],
  },
  {
    id: 'obs-sso-permission-set',
    title: 'Operations through services fail where a permission set restricts the address',
    reason: 'the same calls as a documented path, which cites the report',
    within: ['cfn-any-resource'],
    sources: [permissionSetReport],
  },
  {
    id: 'obs-vpn-private-endpoint',
    title: 'Calls through an interface endpoint have no public source address',
    reason: endpointRule,
    within: [],
    sources: [
      {
        title: 'Kieran Yio: restricting access to AWS by source IP and what to consider',
        url: 'https://kieranyio.medium.com/restricting-access-to-aws-based-on-source-ip-and-its-considerations-86dc55e56785',
        retrieved: '2023-02-06',
      },
    ],
  },
  {
    id: 'presigned-s3',
    title: 'Presigned URLs of S3 are used from any address',
    reason: 'a direct call by whoever holds the URL, which a Deny on the address means to stop',
    within: [],
    sources: [
      {
        title: 'S3 User Guide: Working with presigned URLs, archived copy',
        url: 'https://github.com/awsdocs/amazon-s3-userguide/blob/cc53dd6/doc_source/using-presigned-url.md',
        retrieved: '2023-06-15',
      },
    ],
  },
  {
    id: 'trust-policy-assume-by-service',
    title: 'A service assumes a role whose trust policy denies by address',
    reason: 'told apart by service',
    within: [
      'trust-assume-by-backup',
      'trust-assume-by-cloudformation',
      'trust-assume-by-codebuild',
      'trust-assume-by-config',
      'trust-assume-by-ec2',
      'trust-assume-by-ecs-tasks',
      'trust-assume-by-events',
      'trust-assume-by-glue',
      'trust-assume-by-lambda',
      'trust-assume-by-states',
    ],
    sources: [globalConditionKeys],
  },
  {
    id: 'vpce-caller',
    title: 'A direct call through a VPC endpoint carries no address',
    reason: endpointRule,
    within: [],
    sources: [kmsGlobalKeys],
  },
  {
    id: 'vpce-fas',
    title: 'A forward access session after a call through a VPC endpoint loses the network of the caller',
    reason: 'a reading of every path of that mechanism, not a path',
    within: [],
    sources: [forwardAccessSessions],
  },
]
