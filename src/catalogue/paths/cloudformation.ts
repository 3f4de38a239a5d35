import type { ServiceCallPath } from '../../model/request.ts'
import { anyAction } from '../any-action.ts'
import {
  archivedGuide,
  cloudFormationAccess,
  cloudFormationFas,
  conditionOperators,
  denyBySourceIp,
  forwardAccessSessions,
  permissionSetReport,
  registrySchema,
  restrictCallsByAddress,
  terminateByIp,
} from '../citations.ts'
import { forwardAccessSession, type LostAddress, serviceRole, stackServiceRole } from '../mechanisms.ts'
import { registeredPermission } from '../notes.ts'
import { unknown } from '../truth-table.ts'

const via = 'cloudformation.amazonaws.com'
const usingIamTemplate = archivedGuide(
  'aws-cloudformation-user-guide@19dc52cd',
  'doc_source/using-iam-template.md',
  'CloudFormation User Guide: Controlling access with AWS Identity and Access Management',
  '2023-12-07',
)
const schemaOfInstanceUpdate = registrySchema('AWS::EC2::Instance', 'update')
const ownAddress: LostAddress = {
  claim: 'CloudFormation provisions resources from an address of its own, not from that of the request',
  source: cloudFormationAccess,
}
const terminationDenied: LostAddress = {
  claim: 'a condition on the address denies services such as CloudFormation that call for the user',
  source: terminateByIp,
}
/** CloudFormation is not in AWS’s list for the key. */
const kmsServiceUnknown = { 'kms:viaservice': unknown }
/** Whether such calls are forward access sessions is not documented. */
const viaUnknown = {
  'aws:viaawsservice': unknown,
  'aws:calledvia': unknown,
  'aws:calledviafirst': unknown,
  'aws:calledvialast': unknown,
}

export const cloudformationPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'cfn-ec2-run',
    title: 'CloudFormation creates EC2 instances for whoever creates or updates the stack',
    via,
    entryActions: ['cloudformation:CreateStack', 'cloudformation:UpdateStack', 'cloudformation:ExecuteChangeSet'],
    hops: [{ actions: ['ec2:RunInstances', 'ec2:CreateTags'] }],
    basis: 'documented',
    note: 'Applies to stacks without a service role.',
    lost: ownAddress,
    sources: [
      cloudFormationAccess,
      conditionOperators,
      usingIamTemplate,
      registrySchema('AWS::EC2::Instance', 'create'),
      denyBySourceIp,
    ],
  }),
  forwardAccessSession({
    id: 'cfn-ec2-terminate',
    title: 'CloudFormation terminates EC2 instances when a stack is deleted or an instance is replaced',
    via,
    entryActions: ['cloudformation:DeleteStack', 'cloudformation:UpdateStack'],
    hops: [{ actions: ['ec2:TerminateInstances'] }],
    basis: 'documented',
    note: 'Applies to stacks without a service role.',
    lost: terminationDenied,
    sources: [
      terminateByIp,
      archivedGuide(
        'aws-cloudformation-user-guide@19dc52cd',
        'doc_source/cfn-whatis-howdoesitwork.md',
        'CloudFormation User Guide: How does AWS CloudFormation work?',
        '2023-12-07',
      ),
    ],
  }),
  forwardAccessSession({
    id: 'cfn-ec2-stop-fas',
    title: 'CloudFormation stops and starts EC2 instances when it updates a stack',
    via,
    entryActions: ['cloudformation:UpdateStack', 'cloudformation:ExecuteChangeSet'],
    hops: [{ actions: ['ec2:StopInstances', 'ec2:StartInstances', 'ec2:ModifyInstanceAttribute'] }],
    basis: 'derived',
    note: `${registeredPermission} Applies to updates that interrupt the instance, in stacks without a service role.`,
    lost: ownAddress,
    sources: [schemaOfInstanceUpdate, cloudFormationFas],
  }),
  stackServiceRole({
    id: 'cfn-ec2-stop-service-role',
    title: 'CloudFormation stops and starts EC2 instances with the service role of the stack',
    entryActions: ['cloudformation:UpdateStack', 'cloudformation:ExecuteChangeSet'],
    hops: [{ actions: ['ec2:StopInstances', 'ec2:StartInstances'] }],
    basis: 'documented',
    note: 'Applies where the statement reaches that role. CloudFormation sets aws:ViaAWSService for such calls too, as no other service does for a role. The address is that of CloudFormation, says the support article; no newer page tells it.',
    sources: [restrictCallsByAddress, cloudFormationFas, schemaOfInstanceUpdate],
  }),
  forwardAccessSession({
    id: 'cfn-s3-bucket',
    title: 'CloudFormation creates S3 buckets for whoever creates or updates the stack',
    via,
    entryActions: ['cloudformation:CreateStack', 'cloudformation:UpdateStack'],
    hops: [{ actions: ['s3:CreateBucket', 's3:PutBucketTagging', 's3:PutEncryptionConfiguration'] }],
    basis: 'documented',
    note: 'Applies to stacks without a service role.',
    lost: ownAddress,
    sources: [usingIamTemplate],
  }),
  forwardAccessSession({
    id: 'cfn-any-resource',
    title: 'CloudFormation creates, changes and deletes whatever a template holds',
    via,
    entryActions: [
      'cloudformation:CreateStack',
      'cloudformation:UpdateStack',
      'cloudformation:ExecuteChangeSet',
      'cloudformation:DeleteStack',
    ],
    hops: [{ actions: anyAction }],
    basis: 'documented',
    note: 'Applies to stacks without a service role. Shown on common actions; the permissions that CloudFormation registers for each resource type tell the rest. Operations are reported to have failed under a permission set of IAM Identity Center that denies by address.',
    lost: ownAddress,
    sources: [
      archivedGuide(
        'aws-cloudformation-user-guide@19dc52cd',
        'doc_source/using-iam-servicerole.md',
        'CloudFormation User Guide: AWS CloudFormation service role',
        '2023-12-07',
      ),
      cloudFormationFas,
      permissionSetReport,
    ],
  }),
  stackServiceRole({
    id: 'cfn-service-role-any',
    title: 'CloudFormation creates, changes and deletes whatever a template holds, with the service role of the stack',
    entryActions: [
      'cloudformation:CreateStack',
      'cloudformation:UpdateStack',
      'cloudformation:ExecuteChangeSet',
      'cloudformation:DeleteStack',
    ],
    hops: [
      { actions: anyAction },
      { actions: ['kms:CreateKey', 'kms:PutKeyPolicy', 'kms:TagResource'], keys: kmsServiceUnknown },
    ],
    basis: 'documented',
    note: 'Applies where the statement reaches that role. CloudFormation sets aws:ViaAWSService for such calls too, but for a small subset of resource types that its guide does not name.',
    sources: [cloudFormationFas, restrictCallsByAddress],
  }),
  forwardAccessSession({
    id: 'cfn-kms-key',
    title: 'CloudFormation creates KMS keys for whoever creates the stack',
    via,
    entryActions: ['cloudformation:CreateStack'],
    hops: [{ actions: ['kms:CreateKey', 'kms:PutKeyPolicy', 'kms:TagResource'], keys: kmsServiceUnknown }],
    basis: 'documented',
    note: 'Applies to stacks without a service role. CloudFormation is not among the services that AWS lists for kms:ViaService.',
    lost: ownAddress,
    sources: [cloudFormationFas, registrySchema('AWS::KMS::Key', 'create')],
  }),
  forwardAccessSession({
    id: 'cfn-dynamodb-kms',
    title: 'CloudFormation creates an encrypted DynamoDB table, for which DynamoDB calls KMS',
    via,
    entryActions: ['cloudformation:CreateStack'],
    hops: [
      { actions: ['dynamodb:CreateTable'] },
      { actions: ['kms:CreateGrant', 'kms:DescribeKey'], through: ['dynamodb.amazonaws.com'] },
    ],
    basis: 'documented',
    lost: ownAddress,
    sources: [forwardAccessSessions, registrySchema('AWS::DynamoDB::Table', 'create')],
  }),
  serviceRole({
    id: 'cfn-stacksets-roles',
    title: 'CloudFormation StackSets works in other accounts through an administration and an execution role',
    via,
    entryActions: [
      'cloudformation:CreateStackSet',
      'cloudformation:CreateStackInstances',
      'cloudformation:UpdateStackSet',
    ],
    hops: [
      {
        actions: ['sts:AssumeRole'],
        resource: 'arn:*:iam::*:role/AWSCloudFormationStackSetExecutionRole',
        keys: viaUnknown,
      },
      { actions: anyAction, keys: viaUnknown },
    ],
    basis: 'documented',
    note: 'A Deny in the trust policy of the execution role stops the administration role. Whether these calls carry aws:ViaAWSService is not documented.',
    sources: [
      archivedGuide(
        'aws-cloudformation-user-guide@19dc52cd',
        'doc_source/stacksets-prereqs-self-managed.md',
        'CloudFormation User Guide: Grant self-managed permissions',
        '2023-12-07',
      ),
    ],
  }),
]
