import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { callerPermission } from '../notes.ts'

export const ecrPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'ecr-create-kms',
    title: 'ECR creates grants on the key of an encrypted repository',
    via: 'ecr.amazonaws.com',
    entryActions: ['ecr:CreateRepository', 'ecr:DeleteRepository'],
    hops: [{ actions: ['kms:CreateGrant', 'kms:RetireGrant', 'kms:DescribeKey'] }],
    basis: 'documented',
    note: `${callerPermission} Applies to repositories under KMS encryption. RCPs do not cover kms:RetireGrant.`,
    sources: [
      archivedGuide(
        'amazon-ecr-user-guide@8f2dbe9',
        'doc_source/encryption-at-rest.md',
        'ECR User Guide: Encryption at rest',
        '2023-06-15',
      ),
    ],
  }),
]
