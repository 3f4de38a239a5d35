import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide, autopilotModel, managedPolicy } from '../citations.ts'
import { forwardAccessSession, serviceRole } from '../mechanisms.ts'

export const redshiftPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'redshift-data-credentials',
    title: 'The Redshift Data API gets database credentials for whoever runs a statement',
    via: 'redshift-data.amazonaws.com',
    entryActions: ['redshift-data:ExecuteStatement', 'redshift-data:BatchExecuteStatement'],
    hops: [
      { actions: ['redshift-serverless:GetCredentials'] },
      { actions: ['redshift:GetClusterCredentialsWithIAM', 'redshift:GetClusterCredentials'] },
    ],
    basis: 'documented',
    sources: [
      archivedGuide(
        'amazon-redshift-management-guide@0a83a47',
        'doc_source/data-api.md',
        'Redshift Management Guide: Using the Amazon Redshift Data API',
        '2023-06-15',
      ),
      autopilotModel('redshift-data'),
      managedPolicy('SageMakerStudioProjectUserRolePolicy', 74, '2026-08-11'),
    ],
  }),
  serviceRole({
    id: 'redshift-copy-role',
    title: 'Redshift loads and unloads data with the role of the cluster',
    via: 'redshift.amazonaws.com',
    entryActions: ['redshift-data:ExecuteStatement'],
    hops: [
      { actions: ['s3:GetObject', 's3:PutObject'] },
      { actions: ['s3:ListBucket'] },
      { actions: ['lambda:InvokeFunction'] },
    ],
    basis: 'documented',
    sources: [
      archivedGuide(
        'amazon-redshift-management-guide@0a83a47',
        'doc_source/copy-unload-iam-role.md',
        'Redshift Management Guide: Authorizing COPY, UNLOAD, CREATE EXTERNAL FUNCTION, and CREATE EXTERNAL SCHEMA operations using IAM roles',
        '2023-06-15',
      ),
    ],
  }),
]
