import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const controltowerPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'controltower-orgs',
    title: 'Control Tower creates, changes and attaches policies of the organization',
    via: 'controltower.amazonaws.com',
    entryActions: ['controltower:EnableControl', 'controltower:EnableBaseline'],
    hops: [{ actions: ['organizations:CreatePolicy', 'organizations:AttachPolicy', 'organizations:UpdatePolicy'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AWSTransformLandingZoneAgentPolicy', 1, '2026-08-06')],
  }),
]
