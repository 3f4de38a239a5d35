import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const cleanroomsPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'cleanrooms-logs',
    title: 'Clean Rooms sets up the logging of analyses',
    via: 'cleanrooms.amazonaws.com',
    entryActions: ['cleanrooms:CreateMembership', 'cleanrooms:UpdateMembership'],
    hops: [{ actions: ['logs:CreateLogDelivery', 'logs:PutResourcePolicy', 'logs:CreateLogGroup'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AWSCleanRoomsFullAccessNoQuerying', 7, '2026-02-12')],
  }),
]
