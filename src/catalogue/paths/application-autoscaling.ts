import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const applicationAutoscalingPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'appautoscaling-alarms',
    title: 'Application Auto Scaling manages the CloudWatch alarms of a scaling policy',
    via: 'application-autoscaling.amazonaws.com',
    entryActions: ['application-autoscaling:PutScalingPolicy', 'application-autoscaling:DeleteScalingPolicy'],
    hops: [
      {
        actions: ['cloudwatch:PutMetricAlarm', 'cloudwatch:DeleteAlarms'],
        resource: 'arn:*:cloudwatch:*:*:alarm:TargetTracking-*',
      },
    ],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AmazonSageMakerCanvasFullAccess', 11, '2024-08-16')],
  }),
]
