import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const identitystorePaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'identitystore-kms',
    title: 'The identity store of IAM Identity Center uses a customer managed key',
    via: 'identitystore.amazonaws.com',
    entryActions: ['identitystore:CreateUser', 'identitystore:DescribeUser'],
    hops: [{ actions: ['kms:Decrypt', 'kms:Encrypt'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AWSSSOMasterAccountAdministrator', 13, '2026-02-12')],
  }),
]
