import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide, cloudFormationAccess, dataPerimeterOwned, sourceIpTips } from '../citations.ts'
import { consoleBackEnd, forwardAccessSession, type LostAddress } from '../mechanisms.ts'
import { callerPermission } from '../notes.ts'

const via = 'cloudformation.amazonaws.com'
const dynamicReferences = archivedGuide(
  'aws-cloudformation-user-guide@19dc52cd',
  'doc_source/dynamic-references.md',
  'CloudFormation User Guide: Using dynamic references to specify template values',
  '2023-12-07',
)
const ownAddress: LostAddress = {
  claim: 'CloudFormation provisions resources from an address of its own, not from that of the request',
  source: cloudFormationAccess,
}

export const cloudformationTemplatesPaths: readonly ServiceCallPath[] = [
  consoleBackEnd({
    id: 'cfn-template-upload-s3',
    title: 'The CloudFormation console uploads a template to an S3 bucket and reads it back',
    via,
    entryActions: [
      'cloudformation:CreateUploadBucket',
      'cloudformation:CreateStack',
      'cloudformation:ValidateTemplate',
    ],
    hops: [
      { actions: ['s3:CreateBucket', 's3:ListBucket'], resource: 'arn:*:s3:::cf-templates-*' },
      { actions: ['s3:PutObject', 's3:GetObject'], resource: 'arn:*:s3:::cf-templates-*/*' },
    ],
    basis: 'documented',
    note: 'The upload itself comes from the browser; from where the template is read no page says. Failures under a bare Deny on the address were reported in 2018.',
    sources: [
      archivedGuide(
        'aws-cloudformation-user-guide@19dc52cd',
        'doc_source/using-iam-template.md',
        'CloudFormation User Guide: Controlling access with AWS Identity and Access Management',
        '2023-12-07',
      ),
      sourceIpTips,
    ],
  }),
  forwardAccessSession({
    id: 'cfn-template-url-s3',
    title: 'CloudFormation reads a template from the S3 address it is given',
    via,
    entryActions: [
      'cloudformation:CreateStack',
      'cloudformation:CreateChangeSet',
      'cloudformation:UpdateStack',
      'cloudformation:ValidateTemplate',
      'cloudformation:GetTemplateSummary',
    ],
    hops: [{ actions: ['s3:GetObject'] }],
    basis: 'observed',
    note: 'The template is read with the permissions of the caller; no page of AWS says from which address.',
    lost: ownAddress,
    sources: [
      {
        title: 'aws/aws-cdk issue 15593: CreateChangeSet is denied while the template is read from S3',
        url: 'https://github.com/aws/aws-cdk/issues/15593',
        retrieved: '2021',
      },
    ],
  }),
  forwardAccessSession({
    id: 'cfn-macro-lambda',
    title: 'CloudFormation runs the Lambda function of a template macro as the user',
    via,
    entryActions: ['cloudformation:CreateChangeSet', 'cloudformation:CreateStack', 'cloudformation:UpdateStack'],
    hops: [{ actions: ['lambda:InvokeFunction'] }],
    basis: 'documented',
    lost: ownAddress,
    sources: [
      archivedGuide(
        'aws-cloudformation-user-guide@19dc52cd',
        'doc_source/template-macros.md',
        'CloudFormation User Guide: Using AWS CloudFormation macros to perform custom processing on templates',
        '2023-12-07',
      ),
    ],
  }),
  forwardAccessSession({
    id: 'cfn-dynref-ssm',
    title: 'CloudFormation reads Parameter Store values that a template refers to',
    via,
    entryActions: ['cloudformation:CreateStack', 'cloudformation:UpdateStack', 'cloudformation:CreateChangeSet'],
    hops: [{ actions: ['ssm:GetParameters', 'ssm:GetParameter'] }],
    basis: 'documented',
    note: callerPermission,
    lost: ownAddress,
    sources: [dynamicReferences],
  }),
  forwardAccessSession({
    id: 'cfn-dynref-secret',
    title: 'CloudFormation reads secrets that a template refers to',
    via,
    entryActions: ['cloudformation:CreateStack', 'cloudformation:UpdateStack'],
    hops: [
      { actions: ['secretsmanager:GetSecretValue'] },
      { actions: ['kms:Decrypt'], through: ['secretsmanager.amazonaws.com'] },
    ],
    basis: 'documented',
    note: callerPermission,
    lost: ownAddress,
    sources: [dynamicReferences],
  }),
  forwardAccessSession({
    id: 'cfn-drift',
    title: 'CloudFormation reads the resources of a stack to detect drift',
    via,
    entryActions: ['cloudformation:DetectStackDrift', 'cloudformation:DetectStackResourceDrift'],
    hops: [{ actions: ['ec2:DescribeInstances'] }],
    basis: 'documented',
    note: `${callerPermission} Shown on EC2 instances; every resource type has read permissions of its own.`,
    lost: ownAddress,
    sources: [
      archivedGuide(
        'aws-cloudformation-user-guide@19dc52cd',
        'doc_source/using-cfn-stack-drift.md',
        'CloudFormation User Guide: Detecting unmanaged configuration changes to stacks and resources',
        '2023-12-07',
      ),
    ],
  }),
  forwardAccessSession({
    id: 'cfn-service-owned-transform',
    title: 'CloudFormation resolves a transform that AWS owns',
    via,
    entryActions: ['cloudformation:CreateChangeSet', 'cloudformation:CreateStack'],
    hops: [{ actions: ['cloudformation:CreateChangeSet'], resource: 'arn:*:cloudformation:*:aws:transform/*' }],
    basis: 'documented',
    note: 'With a stack service role the call is made with that role instead.',
    lost: ownAddress,
    sources: [dataPerimeterOwned],
  }),
]
