import type { ServiceCallPath } from '../../model/request.ts'
import { globalConditionKeys, s3ConditionKeys } from '../citations.ts'
import { servicePrincipal } from '../mechanisms.ts'

/**
 * Services that assume roles of most customers, with what their users know them by, and the call that hands them a
 * role.
 */
const assumers = [
  ['backup', 'AWS Backup', 'backup:CreateBackupSelection'],
  ['cloudformation', 'CloudFormation', 'cloudformation:CreateStack'],
  ['codebuild', 'CodeBuild', 'codebuild:StartBuild'],
  ['config', 'AWS Config', 'config:PutConfigurationRecorder'],
  ['ec2', 'EC2', 'ec2:RunInstances'],
  ['ecs-tasks', 'ECS', 'ecs:RunTask'],
  ['events', 'EventBridge', 'events:PutTargets'],
  ['glue', 'Glue', 'glue:StartJobRun'],
  ['lambda', 'Lambda', 'lambda:CreateFunction'],
  ['states', 'Step Functions', 'states:StartExecution'],
] as const

export const trustPoliciesPaths: readonly ServiceCallPath[] = assumers.map(([service, name, entry]) =>
  servicePrincipal({
    id: `trust-assume-by-${service}`,
    title: `${name} assumes a role whose trust policy names it`,
    via: `${service}.amazonaws.com`,
    entryActions: [entry, 'iam:PassRole'],
    hops: [{ actions: ['sts:AssumeRole'], resource: 'arn:*:iam::*:role/*' }],
    basis: 'documented',
    note: 'Shown for ten common services; it holds of every service that assumes a role. Some of them name the account and the resource they act for, not all do.',
    sources: [globalConditionKeys, s3ConditionKeys],
  }),
)
