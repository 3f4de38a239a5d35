import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide } from '../citations.ts'
import { serviceRole } from '../mechanisms.ts'

export const datasyncPaths: readonly ServiceCallPath[] = [
  serviceRole({
    id: 'datasync-role',
    title: 'DataSync reads and writes an S3 location with its role',
    via: 'datasync.amazonaws.com',
    entryActions: ['datasync:CreateLocationS3', 'datasync:StartTaskExecution'],
    hops: [{ actions: ['s3:GetObject', 's3:PutObject'] }, { actions: ['s3:ListBucket'] }],
    basis: 'documented',
    sources: [
      archivedGuide(
        'aws-datasync-user-guide@68f4520',
        'doc_source/create-s3-location.md',
        'DataSync User Guide: Creating an Amazon S3 location',
        '2023-06-15',
      ),
    ],
  }),
]
