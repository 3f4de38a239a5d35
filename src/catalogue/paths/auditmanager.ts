import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const auditmanagerPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'auditmanager-kms',
    title: 'Audit Manager creates a grant on a customer managed key',
    via: 'auditmanager.amazonaws.com',
    entryActions: ['auditmanager:RegisterAccount', 'auditmanager:UpdateSettings'],
    hops: [{ actions: ['kms:CreateGrant'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AWSAuditManagerAdministratorAccess', 3, '2024-05-15')],
  }),
]
