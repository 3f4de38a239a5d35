import type { ServiceCallPath } from '../../model/request.ts'
import { anyAction } from '../any-action.ts'
import { archivedGuide, autopilotModel, managedPolicy } from '../citations.ts'
import { forwardAccessSession, serviceRole } from '../mechanisms.ts'
import { callerPermission, inferredEntry } from '../notes.ts'

const via = 'ssm.amazonaws.com'
const operationModel = autopilotModel('ssm')
const automationSetup = archivedGuide(
  'aws-systems-manager-user-guide@dd495cc',
  'doc_source/automation-setup.md',
  'Systems Manager User Guide: Setting up Automation',
  '2023-06-15',
)
const aWSBudgetsActionsRolePolicyForResourceAdministrationWithSSM = managedPolicy(
  'AWSBudgetsActions_RolePolicyForResourceAdministrationWithSSM',
  2,
  '2026-04-07',
)

export const ssmPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'ssm-param-get-kms',
    title: 'Parameter Store decrypts a SecureString parameter',
    via,
    entryActions: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath', 'ssm:GetParameterHistory'],
    hops: [{ actions: ['kms:Decrypt'] }],
    basis: 'documented',
    note: 'Applies to SecureString parameters that are read with decryption.',
    sources: [
      archivedGuide(
        'aws-kms-developer-guide@3447fd9',
        'doc_source/services-parameter-store.md',
        'KMS Developer Guide: How AWS Systems Manager Parameter Store uses AWS KMS',
        '2023-06-15',
      ),
      operationModel,
    ],
  }),
  forwardAccessSession({
    id: 'ssm-param-put-kms',
    title: 'Parameter Store encrypts a SecureString parameter',
    via,
    entryActions: ['ssm:PutParameter'],
    hops: [{ actions: ['kms:Encrypt', 'kms:GenerateDataKey'] }],
    basis: 'documented',
    note: 'Standard parameters are encrypted by KMS itself, advanced ones under a data key.',
    sources: [operationModel],
  }),
  forwardAccessSession({
    id: 'ssm-session-kms',
    title: 'Session Manager asks KMS for the key of an encrypted session',
    via,
    entryActions: ['ssm:StartSession'],
    hops: [{ actions: ['kms:GenerateDataKey'] }],
    basis: 'documented',
    note: `${callerPermission} Applies where the preferences of Session Manager ask for encryption.`,
    sources: [
      archivedGuide(
        'aws-systems-manager-user-guide@dd495cc',
        'doc_source/getting-started-restrict-access-quickstart.md',
        'Systems Manager User Guide: Quickstart default IAM policies for Session Manager',
        '2023-06-15',
      ),
    ],
  }),
  forwardAccessSession({
    id: 'ssm-automation-user',
    title: 'Systems Manager Automation runs the steps of a runbook as the user',
    via,
    entryActions: ['ssm:StartAutomationExecution'],
    hops: [{ actions: ['ec2:StartInstances', 'ec2:StopInstances', 'rds:StartDBInstance', 'rds:StopDBInstance'] }],
    basis: 'documented',
    note: 'Applies to runbooks without an assume role.',
    sources: [automationSetup, aWSBudgetsActionsRolePolicyForResourceAdministrationWithSSM],
  }),
  serviceRole({
    id: 'ssm-automation-role',
    title: 'Systems Manager Automation runs the steps of a runbook with its assume role',
    via,
    entryActions: ['ssm:StartAutomationExecution'],
    hops: [{ actions: anyAction }],
    basis: 'documented',
    sources: [automationSetup],
  }),
  forwardAccessSession({
    id: 'ssm-automation-ec2',
    title: 'Systems Manager Automation stops and starts EC2 and RDS instances for an action of AWS Budgets',
    via,
    entryActions: ['ssm:StartAutomationExecution'],
    hops: [{ actions: ['ec2:StartInstances', 'ec2:StopInstances', 'rds:StartDBInstance', 'rds:StopDBInstance'] }],
    basis: 'derived',
    note: `${inferredEntry} The first call is made by the role of the Budgets action.`,
    sources: [aWSBudgetsActionsRolePolicyForResourceAdministrationWithSSM],
  }),
]
