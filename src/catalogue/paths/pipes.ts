import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide } from '../citations.ts'
import { serviceRole } from '../mechanisms.ts'

export const pipesPaths: readonly ServiceCallPath[] = [
  serviceRole({
    id: 'pipes-role',
    title: 'EventBridge Pipes reads its source and calls its target with the role of the pipe',
    via: 'pipes.amazonaws.com',
    entryActions: ['pipes:CreatePipe', 'pipes:StartPipe'],
    hops: [{ actions: ['sqs:ReceiveMessage', 'dynamodb:GetRecords', 'kinesis:GetRecords', 'lambda:InvokeFunction'] }],
    basis: 'documented',
    sources: [
      archivedGuide(
        'amazon-eventbridge-user-guide@896fdda',
        'doc_source/eb-pipes-monitoring.md',
        'EventBridge User Guide: Logging and monitoring Amazon EventBridge Pipes using AWS CloudTrail and Amazon CloudWatch Logs',
        '2023-06-15',
      ),
    ],
  }),
]
