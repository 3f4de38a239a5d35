import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const odbPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'odb-peering',
    title: 'Oracle Database@AWS changes ODB network peerings',
    via: 'odb.amazonaws.com',
    entryActions: ['odb:CreateOdbPeeringConnection', 'odb:DeleteOdbPeeringConnection'],
    hops: [{ actions: ['ec2:CreateOdbNetworkPeering', 'ec2:DeleteOdbNetworkPeering'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AmazonODBFullAccess', 1, '2026-07-23')],
  }),
]
