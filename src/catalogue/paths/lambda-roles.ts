import type { ServiceCallPath } from '../../model/request.ts'
import { anyAction } from '../any-action.ts'
import {
  archivedGuide,
  dataPerimeterIssue3,
  dataPerimeterIssue4,
  dataPerimeterIssue63,
  sourceFunctionArn,
} from '../citations.ts'
import { serviceRole } from '../mechanisms.ts'
import { like } from '../truth-table.ts'

const via = 'lambda.amazonaws.com'
const lambdaIntroExecutionRole = archivedGuide(
  'aws-lambda-developer-guide@c5f6ee4',
  'doc_source/lambda-intro-execution-role.md',
  'Lambda Developer Guide: Lambda execution role',
  '2023-10-30',
)
const functionCode = { 'lambda:sourcefunctionarn': like('*') }

export const lambdaRolesPaths: readonly ServiceCallPath[] = [
  serviceRole({
    id: 'lambda-execution-role',
    title: 'The code of a Lambda function calls AWS with the execution role',
    via,
    entryActions: ['lambda:InvokeFunction'],
    hops: [
      { actions: anyAction },
      { actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'] },
      { actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'xray:PutTraceSegments'] },
    ],
    basis: 'documented',
    note: 'Functions in a VPC call from that VPC, through its NAT address or endpoints; a list that holds these does not stop them. lambda:SourceFunctionArn is set, also for logs and traces, which Lambda itself writes.',
    markers: functionCode,
    sources: [lambdaIntroExecutionRole, dataPerimeterIssue3, dataPerimeterIssue4, sourceFunctionArn],
  }),
  serviceRole({
    id: 'lambda-esm-role',
    title: 'Lambda reads queues and streams for event source mappings with the execution role',
    via,
    entryActions: ['lambda:CreateEventSourceMapping'],
    hops: [{ actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'kinesis:GetRecords', 'dynamodb:GetRecords'] }],
    basis: 'documented',
    note: 'Lambda sets lambda:SourceFunctionArn on what the code calls, and not on these calls.',
    sources: [lambdaIntroExecutionRole, sourceFunctionArn],
  }),
  serviceRole({
    id: 'lambda-vpc-eni-role',
    title: 'Lambda creates and deletes network interfaces with the execution role',
    via,
    entryActions: ['lambda:CreateFunction', 'lambda:UpdateFunctionConfiguration'],
    hops: [{ actions: ['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface', 'ec2:DescribeNetworkInterfaces'] }],
    basis: 'documented',
    note: 'A network SCP that exempts aws:ViaAWSService was reported to stop these calls in July 2026. Lambda does not set lambda:SourceFunctionArn on them.',
    sources: [
      archivedGuide(
        'aws-lambda-developer-guide@c5f6ee4',
        'doc_source/configuration-vpc.md',
        'Lambda Developer Guide: Configuring a Lambda function to access resources in a VPC',
        '2023-10-30',
      ),
      dataPerimeterIssue63,
      sourceFunctionArn,
    ],
  }),
  serviceRole({
    id: 'secrets-rotation-lambda',
    title: 'A rotation function of Secrets Manager reads and writes the secret with its execution role',
    via,
    entryActions: ['secretsmanager:RotateSecret'],
    hops: [
      {
        actions: [
          'secretsmanager:GetSecretValue',
          'secretsmanager:PutSecretValue',
          'secretsmanager:UpdateSecretVersionStage',
          'secretsmanager:DescribeSecret',
        ],
      },
    ],
    basis: 'documented',
    note: 'Applies to rotation functions outside a VPC.',
    markers: functionCode,
    sources: [
      archivedGuide(
        'aws-secrets-manager-docs@c3b51cc',
        'doc_source/reference_iam-permissions.md',
        'Secrets Manager User Guide: Permissions reference for AWS Secrets Manager',
        '2023-06-15',
      ),
    ],
  }),
]
