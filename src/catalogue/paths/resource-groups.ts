import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const resourceGroupsPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'resource-groups-tag',
    title: 'Resource Groups looks up tagged resources',
    via: 'resource-groups.amazonaws.com',
    entryActions: ['resource-groups:ListGroupResources', 'resource-groups:SearchResources'],
    hops: [{ actions: ['tag:GetResources'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AWSNetworkFirewallServiceRolePolicy', 4, '2026-06-01')],
  }),
]
