import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const omicsPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'omics-ram',
    title: 'HealthOmics accepts resource shares of RAM',
    via: 'omics.amazonaws.com',
    entryActions: ['omics:AcceptShare'],
    hops: [{ actions: ['ram:AcceptResourceShareInvitation', 'ram:GetResourceShareInvitations'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AmazonOmicsFullAccess', 1, '2023-02-24')],
  }),
]
