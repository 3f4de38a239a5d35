import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide, managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

const via = 'sqlworkbench.amazonaws.com'

export const sqlworkbenchPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'redshift-qev2-kms',
    title: 'Redshift query editor v2 uses the KMS key of saved queries',
    via,
    entryActions: ['sqlworkbench:CreateSavedQuery', 'sqlworkbench:GetSavedQuery', 'sqlworkbench:DriverExecute'],
    hops: [{ actions: ['kms:GenerateDataKey', 'kms:Decrypt'] }],
    basis: 'documented',
    sources: [
      archivedGuide(
        'amazon-redshift-management-guide@0a83a47',
        'doc_source/query-editor-v2-getting-started.md',
        'Redshift Management Guide: Configuring your AWS account',
        '2023-06-15',
      ),
    ],
  }),
  forwardAccessSession({
    id: 'sqlworkbench-tags',
    title: 'Redshift query editor v2 looks up tagged resources',
    via,
    entryActions: ['sqlworkbench:ListDatabases', 'sqlworkbench:CreateConnection'],
    hops: [{ actions: ['tag:GetResources'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AmazonRedshiftQueryEditorV2FullAccess', 3, '2024-02-21')],
  }),
]
