import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide, autopilotModel } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'

const via = 'kinesis.amazonaws.com'
const permissionsUserKeyKms = archivedGuide(
  'amazon-kinesis-data-streams-developer-guide@61aeec1',
  'doc_source/permissions-user-key-KMS.md',
  'Kinesis Data Streams Developer Guide: Permissions to Use User-Generated KMS Master Keys',
  '2023-06-15',
)
const operationModel = autopilotModel('kinesis')

export const kinesisPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'kinesis-put-kms',
    title: 'Kinesis Data Streams encrypts records that are written',
    via,
    entryActions: ['kinesis:PutRecord', 'kinesis:PutRecords'],
    hops: [{ actions: ['kms:GenerateDataKey'] }],
    basis: 'documented',
    note: 'Applies to encrypted streams.',
    sources: [permissionsUserKeyKms, operationModel],
  }),
  forwardAccessSession({
    id: 'kinesis-get-kms',
    title: 'Kinesis Data Streams decrypts records that are read',
    via,
    entryActions: ['kinesis:GetRecords'],
    hops: [{ actions: ['kms:Decrypt'] }],
    basis: 'documented',
    note: 'Applies to encrypted streams.',
    sources: [permissionsUserKeyKms, operationModel],
  }),
]
