import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide, managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { callerPermission, inferredEntry } from '../notes.ts'

const via = 'fsx.amazonaws.com'

export const fsxPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'fsx-kms',
    title: 'FSx creates grants on the key of a file system',
    via,
    entryActions: ['fsx:CreateFileSystem'],
    hops: [{ actions: ['kms:CreateGrant', 'kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext'] }],
    basis: 'documented',
    note: callerPermission,
    sources: [
      archivedGuide(
        'amazon-fsx-windows-user-guide@d8b4ac6',
        'doc_source/encryption-at-rest.md',
        'FSx for Windows User Guide: Encryption at Rest',
        '2023-06-15',
      ),
    ],
  }),
  forwardAccessSession({
    id: 'fsx-ec2',
    title: 'FSx tags network interfaces and looks up the VPC of a file system',
    via,
    entryActions: ['fsx:CreateFileSystem', 'fsx:TagResource'],
    hops: [
      { actions: ['ec2:CreateTags', 'ec2:DescribeSubnets', 'ec2:DescribeSecurityGroups', 'ec2:DescribeRouteTables'] },
    ],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AmazonFSxFullAccess', 13, '2026-02-12')],
  }),
]
