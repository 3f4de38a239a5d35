import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide } from '../citations.ts'
import { servicePrincipal, serviceRole } from '../mechanisms.ts'

const via = 'events.amazonaws.com'
const ebTargets = archivedGuide(
  'amazon-eventbridge-user-guide@896fdda',
  'doc_source/eb-targets.md',
  'EventBridge User Guide: Amazon EventBridge targets',
  '2023-06-15',
)

export const eventsPaths: readonly ServiceCallPath[] = [
  servicePrincipal({
    id: 'eventbridge-principal',
    title: 'EventBridge invokes functions, topics and queues that are targets of a rule',
    via,
    entryActions: ['events:PutEvents', 'events:PutRule'],
    hops: [{ actions: ['lambda:InvokeFunction', 'sns:Publish', 'sqs:SendMessage'] }],
    basis: 'documented',
    namesSource: true,
    sources: [ebTargets],
  }),
  serviceRole({
    id: 'eventbridge-role',
    title: 'EventBridge calls streams, state machines and EC2 with the role of a target',
    via,
    entryActions: ['events:PutEvents', 'events:PutRule'],
    hops: [{ actions: ['kinesis:PutRecord', 'states:StartExecution', 'ec2:RebootInstances', 'ec2:StopInstances'] }],
    basis: 'documented',
    sources: [ebTargets],
  }),
]
