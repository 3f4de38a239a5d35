import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

const via = 'backup.amazonaws.com'
const aWSBackupFullAccess = managedPolicy('AWSBackupFullAccess', 30, '2026-02-12')

export const backupPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'backup-delete-recovery-point',
    title: 'AWS Backup deletes recovery points in the service that holds them',
    via,
    entryActions: ['backup:DeleteRecoveryPoint'],
    hops: [
      {
        actions: [
          'rds:DeleteDBSnapshot',
          'rds:DeleteDBClusterSnapshot',
          'dynamodb:DeleteBackup',
          'ec2:DeleteSnapshot',
          'ec2:DeregisterImage',
          'fsx:DeleteBackup',
          'redshift-serverless:DeleteSnapshot',
        ],
      },
    ],
    basis: 'derived',
    note: inferredEntry,
    sources: [aWSBackupFullAccess],
  }),
  forwardAccessSession({
    id: 'backup-kms',
    title: 'AWS Backup creates grants on the key of a vault',
    via,
    entryActions: ['backup:CreateBackupVault'],
    hops: [{ actions: ['kms:CreateGrant'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [aWSBackupFullAccess],
  }),
]
