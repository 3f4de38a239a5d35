import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide } from '../citations.ts'
import { serviceRole } from '../mechanisms.ts'

export const appstreamPaths: readonly ServiceCallPath[] = [
  serviceRole({
    id: 'appstream-role',
    title: 'AppStream creates network interfaces and stores data in S3 with its service role',
    via: 'appstream.amazonaws.com',
    entryActions: ['appstream:CreateFleet', 'appstream:CreateImageBuilder'],
    hops: [
      { actions: ['ec2:CreateNetworkInterface', 'ec2:DescribeSubnets'] },
      { actions: ['s3:CreateBucket'] },
      { actions: ['s3:PutObject'] },
    ],
    basis: 'documented',
    sources: [
      archivedGuide(
        'amazon-appstream2-developer-guide@5a76f3f',
        'doc_source/controlling-access-checking-for-iam-service-access.md',
        'AppStream 2.0 Administration Guide: Checking for the AmazonAppStreamServiceAccess Service Role and Policies',
        '2023-06-15',
      ),
    ],
  }),
]
