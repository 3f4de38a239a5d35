import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide } from '../citations.ts'
import { serviceRole } from '../mechanisms.ts'

export const configPaths: readonly ServiceCallPath[] = [
  serviceRole({
    id: 'config-role',
    title: 'AWS Config records resources and delivers snapshots with its role',
    via: 'config.amazonaws.com',
    entryActions: ['config:PutConfigurationRecorder', 'config:StartConfigurationRecorder', 'config:PutDeliveryChannel'],
    hops: [
      { actions: ['s3:PutObject'] },
      { actions: ['s3:GetBucketAcl'] },
      { actions: ['sns:Publish'] },
      {
        actions: [
          'ec2:DescribeInstances',
          'ec2:DescribeSecurityGroups',
          'iam:ListRoles',
          'lambda:ListFunctions',
          'rds:DescribeDBInstances',
          's3:ListAllMyBuckets',
        ],
      },
    ],
    basis: 'documented',
    note: 'Recording is shown on common actions.',
    sources: [
      archivedGuide(
        'aws-config-developer-guide@572f307',
        'doc_source/iamrole-permissions.md',
        'Config Developer Guide: Permissions for the IAM Role Assigned to AWS Config',
        '2023-06-15',
      ),
    ],
  }),
]
