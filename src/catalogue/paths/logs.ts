import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide, logDeliveryReport, managedPolicy } from '../citations.ts'
import { forwardAccessSession, servicePrincipal, serviceRole } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

const via = 'logs.amazonaws.com'

export const logsPaths: readonly ServiceCallPath[] = [
  servicePrincipal({
    id: 'log-delivery',
    title: 'CloudWatch log delivery writes flow logs, WAF logs and other logs to S3',
    via: 'delivery.logs.amazonaws.com',
    entryActions: ['logs:CreateLogDelivery', 'logs:CreateDelivery', 'ec2:CreateFlowLogs'],
    hops: [
      { actions: ['s3:PutObject'] },
      { actions: ['s3:GetBucketAcl'] },
      { actions: ['kms:GenerateDataKey', 'kms:Decrypt'] },
    ],
    basis: 'documented',
    namesSource: true,
    sources: [
      archivedGuide(
        'amazon-cloudwatch-logs-user-guide@26c12c3',
        'doc_source/AWS-logs-and-resource-policy.md',
        'CloudWatch Logs User Guide: Enabling logging from certain AWS services',
        '2023-06-15',
      ),
      logDeliveryReport,
    ],
  }),
  serviceRole({
    id: 'cwlogs-subscription-role',
    title: 'CloudWatch Logs writes to a stream or to Firehose with the role of a subscription filter',
    via,
    entryActions: ['logs:PutSubscriptionFilter'],
    hops: [{ actions: ['kinesis:PutRecord', 'kinesis:PutRecords', 'firehose:PutRecordBatch'] }],
    basis: 'documented',
    sources: [
      archivedGuide(
        'amazon-cloudwatch-logs-user-guide@26c12c3',
        'doc_source/SubscriptionFilters.md',
        'CloudWatch Logs User Guide: Using CloudWatch Logs subscription filters',
        '2023-06-15',
      ),
    ],
  }),
  forwardAccessSession({
    id: 'logs-opensearch',
    title: 'CloudWatch Logs creates OpenSearch dashboards for whoever sets them up',
    via,
    entryActions: ['logs:PutIntegration', 'logs:DeleteIntegration'],
    hops: [
      {
        actions: [
          'aoss:CreateCollection',
          'aoss:CreateAccessPolicy',
          'es:AddDirectQueryDataSource',
          'es:CreateApplication',
        ],
      },
    ],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('CloudWatchOpenSearchDashboardsFullAccess', 3, '2026-02-12')],
  }),
]
