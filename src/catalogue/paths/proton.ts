import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const protonPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'proton-kms',
    title: 'Proton creates a grant on a customer managed key',
    via: 'proton.amazonaws.com',
    entryActions: ['proton:CreateEnvironmentTemplate', 'proton:CreateServiceTemplate'],
    hops: [{ actions: ['kms:CreateGrant'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AWSProtonFullAccess', 3, '2024-06-06')],
  }),
]
