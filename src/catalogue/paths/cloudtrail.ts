import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide, trailDeliveryReport } from '../citations.ts'
import { servicePrincipal } from '../mechanisms.ts'

const via = 'cloudtrail.amazonaws.com'

export const cloudtrailPaths: readonly ServiceCallPath[] = [
  servicePrincipal({
    id: 'cloudtrail-s3',
    title: 'CloudTrail delivers log files to an S3 bucket',
    via,
    entryActions: ['cloudtrail:CreateTrail', 'cloudtrail:StartLogging'],
    hops: [{ actions: ['s3:PutObject'] }, { actions: ['s3:GetBucketAcl'] }],
    basis: 'documented',
    note: 'A Deny on the address in a bucket policy was reported to stop the delivery. The condition on aws:CalledVia that seemed to help there only switched the Deny off.',
    namesSource: true,
    sources: [
      archivedGuide(
        'aws-cloudtrail-user-guide@56f54d9',
        'doc_source/create-s3-bucket-policy-for-cloudtrail.md',
        'CloudTrail User Guide: Amazon S3 bucket policy for CloudTrail',
        '2023-06-15',
      ),
      trailDeliveryReport,
    ],
  }),
  servicePrincipal({
    id: 'cloudtrail-write-kms',
    title: 'CloudTrail has log files encrypted with the KMS key of the trail',
    via,
    entryActions: ['cloudtrail:CreateTrail', 'cloudtrail:UpdateTrail', 'cloudtrail:StartLogging'],
    hops: [{ actions: ['kms:GenerateDataKey', 'kms:DescribeKey'] }],
    basis: 'documented',
    namesSource: true,
    sources: [
      archivedGuide(
        'aws-kms-developer-guide@3447fd9',
        'doc_source/services-cloudtrail.md',
        'KMS Developer Guide: How AWS CloudTrail uses AWS KMS',
        '2023-06-15',
      ),
    ],
  }),
]
