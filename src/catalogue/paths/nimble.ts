import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const nimblePaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'nimble-ec2',
    title: 'Nimble Studio creates the network interface of a streaming session',
    via: 'nimble.amazonaws.com',
    entryActions: ['nimble:CreateStreamingSession'],
    hops: [{ actions: ['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AmazonNimbleStudio-StudioUser', 5, '2023-09-22')],
  }),
]
