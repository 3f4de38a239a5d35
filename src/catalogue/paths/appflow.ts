import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

const via = 'appflow.amazonaws.com'
const amazonAppFlowFullAccess = managedPolicy('AmazonAppFlowFullAccess', 3, '2022-02-28')

export const appflowPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'appflow-secrets',
    title: 'AppFlow stores the credentials of a connector in Secrets Manager',
    via,
    entryActions: ['appflow:CreateConnectorProfile', 'appflow:UpdateConnectorProfile'],
    hops: [
      {
        actions: ['secretsmanager:CreateSecret', 'secretsmanager:PutResourcePolicy'],
        resource: 'arn:*:secretsmanager:*:*:secret:appflow!*',
      },
    ],
    basis: 'derived',
    note: inferredEntry,
    sources: [amazonAppFlowFullAccess],
  }),
  forwardAccessSession({
    id: 'appflow-kms',
    title: 'AppFlow creates grants on the key of a flow or a connector',
    via,
    entryActions: ['appflow:CreateFlow', 'appflow:CreateConnectorProfile'],
    hops: [{ actions: ['kms:CreateGrant', 'kms:ListGrants'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [amazonAppFlowFullAccess],
  }),
]
