import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const vpcLatticePaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'vpclattice-logs',
    title: 'VPC Lattice sets up the delivery of access logs',
    via: 'vpc-lattice.amazonaws.com',
    entryActions: ['vpc-lattice:CreateAccessLogSubscription'],
    hops: [{ actions: ['logs:CreateLogDelivery', 'logs:UpdateLogDelivery'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('VPCLatticeFullAccess', 4, '2026-02-12')],
  }),
]
