import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide, athenaS3Permissions, dataPerimeterScps, managedPolicy } from '../citations.ts'
import { forwardAccessSession, type LostAddress } from '../mechanisms.ts'
import { callerPermission, inferredEntry } from '../notes.ts'

const via = 'athena.amazonaws.com'
const encryption = archivedGuide(
  'amazon-athena-user-guide@765e909',
  'doc_source/encryption.md',
  'Athena User Guide: Encryption at rest',
  '2023-06-15',
)
const privateAddress: LostAddress = {
  claim: 'what Athena asks of S3 comes from a private address of Athena',
  source: athenaS3Permissions,
}

export const athenaPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'athena-s3-data',
    title: 'Athena reads the data of a query from S3 for whoever runs it',
    via,
    entryActions: ['athena:StartQueryExecution', 'athena:GetQueryResults'],
    hops: [{ actions: ['s3:GetObject'] }, { actions: ['s3:ListBucket', 's3:GetBucketLocation'] }],
    basis: 'documented',
    note: 'Athena’s own guide says that the address of the caller is lost; its copy of 2023 said the opposite, as the page on forward access sessions does today.',
    lost: privateAddress,
    sources: [athenaS3Permissions],
  }),
  forwardAccessSession({
    id: 'athena-s3-results',
    title: 'Athena writes the results of a query to S3 for whoever runs it',
    via,
    entryActions: ['athena:StartQueryExecution'],
    hops: [
      { actions: ['s3:PutObject', 's3:GetObject', 's3:AbortMultipartUpload'] },
      { actions: ['s3:ListBucketMultipartUploads'] },
    ],
    basis: 'documented',
    lost: privateAddress,
    sources: [dataPerimeterScps, athenaS3Permissions],
  }),
  forwardAccessSession({
    id: 'athena-s3-kms',
    title: 'Athena reads encrypted data from S3, for which S3 calls KMS',
    via,
    entryActions: ['athena:StartQueryExecution'],
    hops: [
      { actions: ['s3:GetObject'] },
      { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], through: ['s3.amazonaws.com'] },
    ],
    basis: 'documented',
    note: callerPermission,
    lost: privateAddress,
    sources: [encryption, athenaS3Permissions],
  }),
  forwardAccessSession({
    id: 'athena-glue',
    title: 'Athena reads the Glue Data Catalog for whoever runs a query',
    via,
    entryActions: ['athena:StartQueryExecution', 'athena:GetTableMetadata', 'athena:ListTableMetadata'],
    hops: [
      { actions: ['glue:GetDatabase', 'glue:GetTable', 'glue:GetTables', 'glue:GetPartitions'] },
      { actions: ['kms:Decrypt'], through: ['glue.amazonaws.com'] },
    ],
    basis: 'documented',
    note: `${callerPermission} KMS is called where the catalog is encrypted.`,
    sources: [encryption],
  }),
  forwardAccessSession({
    id: 'athena-lakeformation',
    title: 'Athena asks Lake Formation for access to the data of a query',
    via,
    entryActions: ['athena:StartQueryExecution'],
    hops: [{ actions: ['lakeformation:GetDataAccess'] }],
    basis: 'documented',
    note: callerPermission,
    sources: [
      archivedGuide(
        'amazon-athena-user-guide@765e909',
        'doc_source/lf-athena-user-permissions.md',
        'Athena User Guide: Managing Lake Formation and Athena user permissions',
        '2023-06-15',
      ),
    ],
  }),
  forwardAccessSession({
    id: 'athena-lambda',
    title: 'Athena invokes the Lambda function of a federated query for whoever runs it',
    via,
    entryActions: ['athena:StartQueryExecution'],
    hops: [{ actions: ['lambda:InvokeFunction'] }],
    basis: 'documented',
    sources: [
      archivedGuide(
        'amazon-athena-user-guide@765e909',
        'doc_source/security-iam-athena-calledvia.md',
        'Athena User Guide: Using Athena with CalledVia context keys',
        '2023-06-15',
      ),
    ],
  }),
  forwardAccessSession({
    id: 'athena-lambda-get',
    title: 'Athena looks up the Lambda function of a federated query',
    via,
    entryActions: ['athena:StartQueryExecution'],
    hops: [{ actions: ['lambda:GetFunction'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('SageMakerStudioProjectProvisioningRolePolicy', 82, '2026-08-24')],
  }),
]
