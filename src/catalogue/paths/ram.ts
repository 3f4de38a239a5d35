import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

const via = 'ram.amazonaws.com'

export const ramPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'ram-glue',
    title: 'RAM writes the resource policy of the Glue Data Catalog when it is shared',
    via,
    entryActions: ['ram:CreateResourceShare', 'ram:AssociateResourceShare'],
    hops: [{ actions: ['glue:PutResourcePolicy', 'glue:DeleteResourcePolicy'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AmazonDataZoneGlueManageAccessRolePolicy', 18, '2026-02-12')],
  }),
  forwardAccessSession({
    id: 'ram-fsx',
    title: 'RAM writes the resource policy of an FSx volume when it is shared',
    via,
    entryActions: ['ram:CreateResourceShare'],
    hops: [{ actions: ['fsx:PutResourcePolicy', 'fsx:GetResourcePolicy', 'fsx:DeleteResourcePolicy'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AmazonFSxConsoleFullAccess', 20, '2026-02-12')],
  }),
]
