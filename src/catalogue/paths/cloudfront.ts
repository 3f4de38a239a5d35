import type { ServiceCallPath } from '../../model/request.ts'
import { acmDecryptRecord, acmKeySecurity, archivedGuide, managedPolicy, sourceIpTips } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { callerPermission } from '../notes.ts'

const via = 'cloudfront.amazonaws.com'
const cloudFrontFullAccess = managedPolicy('CloudFrontFullAccess', 15, '2026-07-30')

export const cloudfrontPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'cloudfront-acm-kms',
    title: 'An ACM certificate is attached to a CloudFront distribution, for which a grant on its key is created',
    via,
    entryActions: ['cloudfront:CreateDistribution', 'cloudfront:UpdateDistribution'],
    hops: [{ actions: ['kms:CreateGrant'], resource: 'arn:*:kms:us-east-1:*:key/*' }],
    basis: 'documented',
    note: 'The guide says that the user implicitly creates the grant; that it is made with the credentials of the user is inferred. Later decryption is done by AWS itself, not by the user. The key is managed by AWS, in us-east-1: key policies and RCPs do not meet the call. CloudFront’s guide of 2023 denies support for forward access sessions, an AWS managed policy of 2026 rests on it.',
    sources: [acmKeySecurity, sourceIpTips, acmDecryptRecord, cloudFrontFullAccess],
  }),
  forwardAccessSession({
    id: 'cloudfront-acm-request',
    title: 'CloudFront requests an ACM certificate for a distribution',
    via,
    entryActions: [
      'cloudfront:CreateDistributionTenant',
      'cloudfront:UpdateDistributionTenant',
      'cloudfront:CreateDistribution',
    ],
    hops: [{ actions: ['acm:RequestCertificate'] }],
    basis: 'derived',
    sources: [cloudFrontFullAccess],
  }),
  forwardAccessSession({
    id: 'cloudfront-logs-s3-acl',
    title: 'CloudFront changes the ACL of the bucket for its logs with the caller’s permissions',
    via,
    entryActions: ['cloudfront:CreateDistribution', 'cloudfront:UpdateDistribution'],
    hops: [{ actions: ['s3:GetBucketAcl', 's3:PutBucketAcl'] }],
    basis: 'documented',
    note: 'Applies to distributions with standard logging.',
    sources: [
      archivedGuide(
        'amazon-cloudfront-developer-guide@1c964d4',
        'doc_source/AccessLogs.md',
        'CloudFront Developer Guide: Configuring and using standard logs (access logs)',
        '2023-06-15',
      ),
    ],
  }),
  forwardAccessSession({
    id: 'cloudfront-lambda-edge',
    title: 'CloudFront replicates a Lambda@Edge function',
    via,
    entryActions: ['cloudfront:UpdateDistribution', 'cloudfront:CreateDistribution'],
    hops: [
      { actions: ['lambda:GetFunction', 'lambda:EnableReplication'] },
      { actions: ['iam:CreateServiceLinkedRole'], resource: 'arn:*:iam::*:role/aws-service-role/*' },
    ],
    basis: 'documented',
    note: callerPermission,
    sources: [
      archivedGuide(
        'amazon-cloudfront-developer-guide@1c964d4',
        'doc_source/lambda-edge-permissions.md',
        'CloudFront Developer Guide: Setting IAM permissions and roles for Lambda@Edge',
        '2023-06-15',
      ),
    ],
  }),
]
