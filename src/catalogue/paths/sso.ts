import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const ssoPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'identity-center-kms',
    title: 'IAM Identity Center uses a customer managed key for whoever administers it',
    via: 'sso.amazonaws.com',
    entryActions: ['sso:CreateInstance', 'sso:CreatePermissionSet'],
    hops: [{ actions: ['kms:Decrypt', 'kms:GenerateDataKeyWithoutPlaintext'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AWSSSOMasterAccountAdministrator', 13, '2026-02-12')],
  }),
]
