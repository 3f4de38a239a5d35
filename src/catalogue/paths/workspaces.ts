import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'

export const workspacesPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'workspaces-kms',
    title: 'WorkSpaces creates grants on the key of encrypted volumes',
    via: 'workspaces.amazonaws.com',
    entryActions: ['workspaces:CreateWorkspaces'],
    hops: [{ actions: ['kms:CreateGrant', 'kms:DescribeKey'] }],
    basis: 'documented',
    sources: [
      archivedGuide(
        'aws-kms-developer-guide@3447fd9',
        'doc_source/services-workspaces.md',
        'KMS Developer Guide: How WorkSpaces uses AWS KMS',
        '2023-06-15',
      ),
    ],
  }),
]
