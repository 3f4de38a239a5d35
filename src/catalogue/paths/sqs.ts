import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide, autopilotModel } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'

const via = 'sqs.amazonaws.com'
const sqsKeyManagement = archivedGuide(
  'amazon-sqs-developer-guide@39de636',
  'doc_source/sqs-key-management.md',
  'SQS Developer Guide: Key management',
  '2023-06-15',
)
const operationModel = autopilotModel('sqs')

export const sqsPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'sqs-send-kms',
    title: 'SQS encrypts messages that are sent',
    via,
    entryActions: ['sqs:SendMessage'],
    hops: [{ actions: ['kms:GenerateDataKey', 'kms:Decrypt'] }],
    basis: 'documented',
    note: 'Applies to queues under SSE-KMS. KMS is called only when the data key is no longer reused, so failures come and go.',
    sources: [sqsKeyManagement, operationModel],
  }),
  forwardAccessSession({
    id: 'sqs-receive-kms',
    title: 'SQS decrypts messages that are received',
    via,
    entryActions: ['sqs:ReceiveMessage'],
    hops: [{ actions: ['kms:Decrypt'] }],
    basis: 'documented',
    note: 'Applies to queues under SSE-KMS. KMS is called only when the data key is no longer reused, so failures come and go.',
    sources: [sqsKeyManagement, operationModel],
  }),
]
