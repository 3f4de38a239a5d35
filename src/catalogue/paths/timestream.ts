import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const timestreamPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'timestream-kms',
    title: 'Timestream creates a grant on the key of a database',
    via: 'timestream.amazonaws.com',
    entryActions: ['timestream:CreateDatabase'],
    hops: [{ actions: ['kms:CreateGrant'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AmazonTimestreamFullAccess', 2, '2021-11-26')],
  }),
]
