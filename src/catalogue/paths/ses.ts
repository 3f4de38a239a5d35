import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide } from '../citations.ts'
import { servicePrincipal } from '../mechanisms.ts'

export const sesPaths: readonly ServiceCallPath[] = [
  servicePrincipal({
    id: 'ses-kms',
    title: 'SES stores received mail in S3 and encrypts it with a KMS key',
    via: 'ses.amazonaws.com',
    entryActions: ['ses:CreateReceiptRule', 'ses:UpdateReceiptRule'],
    hops: [{ actions: ['kms:GenerateDataKey', 'kms:Encrypt'] }, { actions: ['s3:PutObject'] }],
    basis: 'documented',
    namesSource: true,
    sources: [
      archivedGuide(
        'aws-kms-developer-guide@3447fd9',
        'doc_source/services-ses.md',
        'KMS Developer Guide: How Amazon Simple Email Service (Amazon SES) uses AWS KMS',
        '2023-06-15',
      ),
    ],
  }),
]
