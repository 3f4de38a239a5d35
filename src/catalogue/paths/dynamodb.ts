import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide, autopilotModel, dynamoDbRestore } from '../citations.ts'
import { forwardAccessSession, type LostAddress } from '../mechanisms.ts'
import { callerPermission } from '../notes.ts'

const via = 'dynamodb.amazonaws.com'
const encryptionUsagenotes = archivedGuide(
  'amazon-dynamodb-developer-guide@8229480',
  'doc_source/encryption.usagenotes.md',
  'DynamoDB Developer Guide: DynamoDB encryption at rest usage notes',
  '2023-06-15',
)
const restoreCancelled: LostAddress = {
  claim: 'a restore is cancelled by a Deny on the address that does not leave out calls of services',
  source: dynamoDbRestore,
}

export const dynamodbPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'dynamodb-data-kms',
    title: 'DynamoDB decrypts the key of a table when its items are read or written',
    via,
    entryActions: [
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
      'dynamodb:Query',
      'dynamodb:Scan',
      'dynamodb:BatchGetItem',
      'dynamodb:BatchWriteItem',
    ],
    hops: [{ actions: ['kms:Decrypt'] }],
    basis: 'documented',
    note: 'Applies to tables under a customer managed key. DynamoDB keeps table keys for up to 5 minutes, so failures come and go.',
    sources: [encryptionUsagenotes, autopilotModel('dynamodb')],
  }),
  forwardAccessSession({
    id: 'dynamodb-create-kms',
    title: 'DynamoDB creates grants on the key of a table',
    via,
    entryActions: ['dynamodb:CreateTable', 'dynamodb:UpdateTable', 'dynamodb:RestoreTableFromBackup'],
    hops: [{ actions: ['kms:CreateGrant', 'kms:DescribeKey', 'kms:Decrypt'] }],
    basis: 'documented',
    sources: [encryptionUsagenotes],
  }),
  forwardAccessSession({
    id: 'dynamodb-restore',
    title: 'DynamoDB writes the items of a restored table for whoever restores it',
    via,
    entryActions: ['dynamodb:RestoreTableFromBackup', 'dynamodb:RestoreTableToPointInTime'],
    hops: [
      {
        actions: [
          'dynamodb:BatchWriteItem',
          'dynamodb:PutItem',
          'dynamodb:UpdateItem',
          'dynamodb:DeleteItem',
          'dynamodb:GetItem',
          'dynamodb:Query',
          'dynamodb:Scan',
        ],
      },
    ],
    basis: 'documented',
    note: 'DynamoDB’s guide warns of this very case; the general page on forward access sessions says that the address is kept.',
    lost: restoreCancelled,
    sources: [dynamoDbRestore],
  }),
  forwardAccessSession({
    id: 'dynamodb-export-s3',
    title: 'DynamoDB exports a table to S3 for whoever asks for it',
    via,
    entryActions: ['dynamodb:ExportTableToPointInTime'],
    hops: [{ actions: ['s3:PutObject', 's3:PutObjectAcl', 's3:AbortMultipartUpload'] }],
    basis: 'documented',
    note: `${callerPermission} The writes go on long after the request.`,
    sources: [
      archivedGuide(
        'amazon-dynamodb-developer-guide@8229480',
        'doc_source/S3DataExport_Requesting.md',
        'DynamoDB Developer Guide: Requesting a table export in DynamoDB',
        '2023-06-15',
      ),
    ],
  }),
  forwardAccessSession({
    id: 'dynamodb-import-s3',
    title: 'DynamoDB imports a table from S3 for whoever asks for it',
    via,
    entryActions: ['dynamodb:ImportTable'],
    hops: [{ actions: ['s3:GetObject'] }, { actions: ['s3:ListBucket'] }],
    basis: 'documented',
    note: callerPermission,
    sources: [
      archivedGuide(
        'amazon-dynamodb-developer-guide@8229480',
        'doc_source/S3DataImport.Requesting.md',
        'DynamoDB Developer Guide: Requesting a table import in DynamoDB',
        '2023-06-15',
      ),
    ],
  }),
]
