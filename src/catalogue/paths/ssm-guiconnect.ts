import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

const via = 'ssm-guiconnect.amazonaws.com'
const aWSSystemsManagerJustInTimeAccessTokenPolicy = managedPolicy(
  'AWSSystemsManagerJustInTimeAccessTokenPolicy',
  6,
  '2026-02-12',
)

export const ssmGuiconnectPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'ssm-guiconnect',
    title: 'Fleet Manager opens remote desktop sessions as the user',
    via,
    entryActions: ['ssm-guiconnect:StartConnection', 'ssm-guiconnect:GetConnection'],
    hops: [{ actions: ['ssm:StartSession', 'ssm:SendCommand', 'ssm:GetCommandInvocation'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [aWSSystemsManagerJustInTimeAccessTokenPolicy],
  }),
  forwardAccessSession({
    id: 'ssm-guiconnect-kms',
    title: 'Fleet Manager creates a grant for remote desktop sessions',
    via,
    entryActions: ['ssm-guiconnect:StartConnection'],
    hops: [{ actions: ['kms:CreateGrant'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [aWSSystemsManagerJustInTimeAccessTokenPolicy],
  }),
]
