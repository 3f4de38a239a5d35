import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'

export const s3ObjectLambdaPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 's3-object-lambda',
    title: 'S3 Object Lambda invokes its function and reads the object for whoever asks for it',
    via: 's3-object-lambda.amazonaws.com',
    entryActions: ['s3-object-lambda:GetObject', 's3-object-lambda:ListBucket'],
    hops: [{ actions: ['lambda:InvokeFunction'] }, { actions: ['s3:GetObject'] }, { actions: ['s3:ListBucket'] }],
    basis: 'documented',
    sources: [
      archivedGuide(
        'amazon-s3-userguide@cc53dd6',
        'doc_source/olap-policies.md',
        'S3 User Guide: Configuring IAM policies for Object Lambda Access Points',
        '2023-06-15',
      ),
    ],
  }),
]
