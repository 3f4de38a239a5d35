import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const observabilityadminPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'observabilityadmin-s3tables',
    title: 'CloudWatch telemetry creates S3 table buckets',
    via: 'observabilityadmin.amazonaws.com',
    entryActions: ['observabilityadmin:CreateS3TableIntegration'],
    hops: [{ actions: ['s3tables:CreateTableBucket', 's3tables:PutTableBucketEncryption'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('CloudWatchFullAccessV2', 16, '2026-06-08')],
  }),
]
