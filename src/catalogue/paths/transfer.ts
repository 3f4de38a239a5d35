import type { ServiceCallPath } from '../../model/request.ts'
import { serviceRole } from '../mechanisms.ts'

export const transferPaths: readonly ServiceCallPath[] = [
  serviceRole({
    id: 'transfer-user-role',
    title: 'Transfer Family reads and writes S3 with the role of a user',
    via: 'transfer.amazonaws.com',
    entryActions: ['transfer:CreateUser', 'transfer:CreateServer'],
    hops: [
      { actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'] },
      { actions: ['s3:ListBucket'] },
      { actions: ['logs:PutLogEvents'] },
    ],
    basis: 'documented',
    note: 'The address of the SFTP client never reaches S3.',
    sources: [
      {
        title: 'Transfer Family User Guide: Managing access controls',
        url: 'https://docs.aws.amazon.com/transfer/latest/userguide/users-policies.html',
        retrieved: '2026',
      },
    ],
  }),
]
