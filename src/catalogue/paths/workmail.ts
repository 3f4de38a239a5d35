import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'

export const workmailPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'workmail-kms',
    title: 'WorkMail uses the key of an organization for its administrator',
    via: 'workmail.amazonaws.com',
    entryActions: ['workmail:CreateOrganization', 'workmail:CreateUser'],
    hops: [{ actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:CreateGrant'] }],
    basis: 'documented',
    sources: [
      archivedGuide(
        'aws-kms-developer-guide@3447fd9',
        'doc_source/services-wm.md',
        'KMS Developer Guide: How Amazon WorkMail uses AWS KMS',
        '2023-06-15',
      ),
    ],
  }),
]
