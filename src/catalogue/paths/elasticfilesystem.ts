import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide } from '../citations.ts'
import { forwardAccessSession, serviceLinkedRole } from '../mechanisms.ts'
import { callerPermission } from '../notes.ts'

const via = 'elasticfilesystem.amazonaws.com'

export const elasticfilesystemPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'efs-kms',
    title: 'EFS uses a KMS key for whoever creates a file system',
    via,
    entryActions: ['elasticfilesystem:CreateFileSystem'],
    hops: [
      {
        actions: [
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:GenerateDataKeyWithoutPlaintext',
          'kms:CreateGrant',
          'kms:DescribeKey',
        ],
      },
    ],
    basis: 'documented',
    sources: [
      archivedGuide(
        'amazon-efs-user-guide@3046dd7',
        'doc_source/encryption-at-rest.md',
        'EFS User Guide: Encrypting data at rest',
        '2023-06-15',
      ),
    ],
  }),
  forwardAccessSession({
    id: 'efs-mount-target-ec2',
    title: 'EFS creates the network interface of a mount target',
    via,
    entryActions: ['elasticfilesystem:CreateMountTarget'],
    hops: [{ actions: ['ec2:DescribeSubnets', 'ec2:DescribeNetworkInterfaces', 'ec2:CreateNetworkInterface'] }],
    basis: 'documented',
    note: `${callerPermission} The interface itself is created by the service-linked role of EFS; the permission of the caller is checked.`,
    sources: [
      archivedGuide(
        'amazon-efs-user-guide@3046dd7',
        'doc_source/API_CreateMountTarget.md',
        'EFS User Guide: CreateMountTarget',
        '2023-06-15',
      ),
    ],
  }),
  serviceLinkedRole({
    id: 'efs-slr-eni',
    title: 'EFS creates the network interface of a mount target as its service-linked role',
    via,
    entryActions: ['elasticfilesystem:CreateMountTarget'],
    hops: [{ actions: ['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface'] }],
    basis: 'documented',
    note: 'EC2 has no resource policies, so no policy of a customer meets this call.',
    sources: [
      archivedGuide(
        'amazon-efs-user-guide@3046dd7',
        'doc_source/logging-using-cloudtrail.md',
        'EFS User Guide: Logging Amazon EFS API Calls with AWS CloudTrail',
        '2023-06-15',
      ),
    ],
  }),
]
