import type { ServiceCallPath } from '../../model/request.ts'
import {
  archivedGuide,
  autopilotModel,
  copilotReport,
  dataPerimeterRcps,
  dataPerimeterScps,
  forwardAccessSessions,
} from '../citations.ts'
import { forwardAccessSession, type LostAddress, servicePrincipal, serviceRole } from '../mechanisms.ts'
import { like, unknown } from '../truth-table.ts'

const via = 's3.amazonaws.com'
const operationModel = autopilotModel('s3')
const serviceNetwork: LostAddress = {
  claim: 'the call to KMS comes from the network of the service',
  source: dataPerimeterRcps,
}
const replicationKms = {
  'kms:viaservice': like('s3.*.amazonaws.com'),
  'aws:viaawsservice': unknown,
  'aws:calledvia': unknown,
  'aws:calledviafirst': unknown,
  'aws:calledvialast': unknown,
}

export const s3Paths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 's3-get-kms',
    title: 'S3 decrypts an object that is encrypted with a KMS key',
    via,
    entryActions: ['s3:GetObject', 's3:GetObjectVersion'],
    hops: [{ actions: ['kms:Decrypt'] }],
    basis: 'documented',
    note: 'Applies to objects under SSE-KMS; S3 Bucket Keys make the call rarer.',
    lost: serviceNetwork,
    sources: [forwardAccessSessions, operationModel, dataPerimeterRcps],
  }),
  forwardAccessSession({
    id: 's3-put-kms',
    title: 'S3 asks KMS for a data key when an object is uploaded',
    via,
    entryActions: ['s3:PutObject'],
    hops: [{ actions: ['kms:GenerateDataKey'] }],
    basis: 'documented',
    note: 'Applies where the bucket or the request asks for SSE-KMS. The README for RCPs of AWS’s data perimeter examples says that the call comes from the service network; a failure was reported in November 2023.',
    lost: serviceNetwork,
    sources: [dataPerimeterScps, dataPerimeterRcps, copilotReport],
  }),
  forwardAccessSession({
    id: 's3-multipart-kms',
    title: 'S3 calls KMS for multipart uploads and copies of encrypted objects',
    via,
    entryActions: ['s3:PutObject', 's3:GetObject'],
    hops: [{ actions: ['kms:Decrypt', 'kms:GenerateDataKey'] }],
    basis: 'documented',
    lost: serviceNetwork,
    sources: [
      archivedGuide(
        'amazon-s3-userguide@cc53dd6',
        'doc_source/mpuoverview.md',
        'S3 User Guide: Uploading and copying objects using multipart upload',
        '2023-06-15',
      ),
      operationModel,
    ],
  }),
  forwardAccessSession({
    id: 'cloudtrail-read-kms',
    title: 'S3 decrypts CloudTrail log files for whoever reads them',
    via,
    entryActions: ['s3:GetObject'],
    hops: [{ actions: ['kms:Decrypt'] }],
    basis: 'documented',
    lost: serviceNetwork,
    sources: [
      archivedGuide(
        'aws-kms-developer-guide@3447fd9',
        'doc_source/services-cloudtrail.md',
        'KMS Developer Guide: How AWS CloudTrail uses AWS KMS',
        '2023-06-15',
      ),
    ],
  }),
  serviceRole({
    id: 's3-replication-role',
    title: 'S3 replicates objects with the role of the replication',
    via,
    entryActions: ['s3:PutObject', 's3:PutReplicationConfiguration'],
    hops: [
      { actions: ['s3:ReplicateObject', 's3:ReplicateDelete', 's3:GetObjectVersionForReplication'] },
      { actions: ['kms:Decrypt', 'kms:Encrypt'], keys: replicationKms },
    ],
    basis: 'documented',
    note: 'The policies in the guide test kms:ViaService for S3 on this role; whether aws:ViaAWSService is set is not documented.',
    sources: [
      archivedGuide(
        'amazon-s3-userguide@cc53dd6',
        'doc_source/replication.md',
        'S3 User Guide: Replicating objects',
        '2023-06-15',
      ),
      archivedGuide(
        'amazon-s3-userguide@cc53dd6',
        'doc_source/replication-config-for-kms-objects.md',
        'S3 User Guide: Replicating encrypted objects',
        '2023-06-15',
      ),
    ],
  }),
  serviceRole({
    id: 's3-batch-role',
    title: 'S3 Batch Operations works on objects with the role of the job',
    via: 'batchoperations.s3.amazonaws.com',
    entryActions: ['s3:CreateJob'],
    hops: [{ actions: ['s3:PutObject', 's3:GetObject', 's3:PutObjectTagging'] }],
    basis: 'documented',
    sources: [
      archivedGuide(
        'amazon-s3-userguide@cc53dd6',
        'doc_source/batch-ops-iam-role-policies.md',
        'S3 User Guide: Granting permissions for Amazon S3 Batch Operations',
        '2023-06-15',
      ),
    ],
  }),
  servicePrincipal({
    id: 's3-server-access-logs',
    title: 'S3 delivers server access logs to the bucket for logs',
    via: 'logging.s3.amazonaws.com',
    entryActions: ['s3:PutBucketLogging'],
    hops: [{ actions: ['s3:PutObject'] }],
    basis: 'documented',
    namesSource: true,
    sources: [
      archivedGuide(
        'amazon-s3-userguide@cc53dd6',
        'doc_source/ServerLogs.md',
        'S3 User Guide: Logging requests using server access logging',
        '2023-06-15',
      ),
    ],
  }),
  servicePrincipal({
    id: 's3-event-notification',
    title: 'S3 sends event notifications to a topic, a queue or a function',
    via,
    entryActions: ['s3:PutBucketNotification'],
    hops: [
      { actions: ['sns:Publish', 'sqs:SendMessage', 'lambda:InvokeFunction'] },
      { actions: ['kms:GenerateDataKey', 'kms:Decrypt'] },
    ],
    basis: 'documented',
    namesSource: true,
    sources: [
      archivedGuide(
        'amazon-s3-userguide@cc53dd6',
        'doc_source/grant-destinations-permissions-to-s3.md',
        'S3 User Guide: Granting permissions to publish event notification messages to a destination',
        '2023-06-15',
      ),
    ],
  }),
]
