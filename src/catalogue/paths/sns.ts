import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide, autopilotModel, managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

const via = 'sns.amazonaws.com'

export const snsPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'sns-publish-kms',
    title: 'SNS encrypts messages that are published',
    via,
    entryActions: ['sns:Publish'],
    hops: [{ actions: ['kms:GenerateDataKey', 'kms:Decrypt'] }],
    basis: 'documented',
    note: 'Applies to encrypted topics.',
    sources: [
      archivedGuide(
        'amazon-sns-developer-guide@d2d6700',
        'doc_source/sns-key-management.md',
        'SNS Developer Guide: Key management',
        '2022-12-02',
      ),
      autopilotModel('sns'),
    ],
  }),
  forwardAccessSession({
    id: 'sns-sms',
    title: 'SNS sends text messages through AWS End User Messaging',
    via,
    entryActions: ['sns:Publish', 'sns:GetSMSAttributes', 'sns:ListPhoneNumbersOptedOut'],
    hops: [
      { actions: ['sms-voice:SendTextMessage', 'sms-voice:DescribeOptedOutNumbers', 'sms-voice:DescribeSpendLimits'] },
    ],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AmazonSNSFullAccess', 2, '2024-09-24')],
  }),
]
