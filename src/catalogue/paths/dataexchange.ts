import type { ServiceCallPath } from '../../model/request.ts'
import { dataPerimeterOwned, managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'

export const dataexchangePaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'dataexchange-s3',
    title: 'AWS Data Exchange reads and writes S3 buckets that it owns',
    via: 'dataexchange.amazonaws.com',
    entryActions: ['dataexchange:StartJob', 'dataexchange:CreateJob'],
    hops: [
      { actions: ['s3:PutObject', 's3:PutObjectAcl', 's3:GetObject'], resource: 'arn:*:s3:::*aws-data-exchange*/*' },
    ],
    basis: 'documented',
    sources: [dataPerimeterOwned, managedPolicy('AWSDataExchangeProviderFullAccess', 12, '2024-08-15')],
  }),
]
