import type { ServiceCallPath } from '../../model/request.ts'
import { serviceRole } from '../mechanisms.ts'

export const quicksightPaths: readonly ServiceCallPath[] = [
  serviceRole({
    id: 'quicksight-role',
    title: 'QuickSight queries Athena and reads S3 with its role',
    via: 'quicksight.amazonaws.com',
    entryActions: ['quicksight:CreateDataSource', 'quicksight:CreateDataSet', 'quicksight:CreateIngestion'],
    hops: [
      { actions: ['athena:StartQueryExecution', 'athena:GetQueryResults'] },
      { actions: ['s3:GetObject', 's3:PutObject'] },
      { actions: ['s3:ListBucket'] },
    ],
    basis: 'documented',
    note: 'S3 is reached with the role too, behind Athena. The role is often named aws-quicksight-service-role-v0.',
    sources: [
      {
        title: 'QuickSight User Guide: Attaching additional policies for Athena and S3',
        url: 'https://docs.aws.amazon.com/quicksight/latest/user/security-create-iam-role-athena-s3.html',
        retrieved: '2026',
      },
    ],
  }),
]
