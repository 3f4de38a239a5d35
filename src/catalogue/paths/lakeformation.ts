import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const lakeformationPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'lakeformation-ram',
    title: 'Lake Formation shares resources through RAM',
    via: 'lakeformation.amazonaws.com',
    entryActions: ['lakeformation:GrantPermissions', 'lakeformation:BatchGrantPermissions'],
    hops: [{ actions: ['ram:CreateResourceShare', 'ram:AssociateResourceShare', 'ram:UpdateResourceShare'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AmazonDataZoneGlueManageAccessRolePolicy', 18, '2026-02-12')],
  }),
]
