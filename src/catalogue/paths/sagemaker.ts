import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide } from '../citations.ts'
import { forwardAccessSession, serviceRole } from '../mechanisms.ts'
import { callerPermission } from '../notes.ts'

const via = 'sagemaker.amazonaws.com'
const apiPermissionsReference = archivedGuide(
  'amazon-sagemaker-developer-guide@a869fa5',
  'doc_source/api-permissions-reference.md',
  'SageMaker Developer Guide: Amazon SageMaker API Permissions: Actions, Permissions, and Resources Reference',
  '2023-06-15',
)

export const sagemakerPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'sagemaker-featurestore-kms',
    title: 'SageMaker Feature Store uses the key of an online store',
    via,
    entryActions: ['sagemaker:CreateFeatureGroup', 'sagemaker:PutRecord', 'sagemaker:GetRecord'],
    hops: [{ actions: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:CreateGrant'] }],
    basis: 'documented',
    sources: [
      archivedGuide(
        'amazon-sagemaker-developer-guide@a869fa5',
        'doc_source/feature-store-security.md',
        'SageMaker Developer Guide: Security and Access Control',
        '2023-06-15',
      ),
    ],
  }),
  forwardAccessSession({
    id: 'sagemaker-endpoint-kms',
    title: 'SageMaker creates a grant on the key of an endpoint',
    via,
    entryActions: ['sagemaker:CreateEndpoint'],
    hops: [{ actions: ['kms:CreateGrant'] }],
    basis: 'documented',
    note: callerPermission,
    sources: [apiPermissionsReference],
  }),
  forwardAccessSession({
    id: 'sagemaker-notebook-vpc',
    title: 'SageMaker creates the network interface of a notebook in a VPC',
    via,
    entryActions: ['sagemaker:CreateNotebookInstance'],
    hops: [
      {
        actions: [
          'ec2:CreateNetworkInterface',
          'ec2:DescribeSecurityGroups',
          'ec2:DescribeSubnets',
          'ec2:DescribeVpcs',
        ],
      },
    ],
    basis: 'documented',
    note: callerPermission,
    sources: [apiPermissionsReference],
  }),
  serviceRole({
    id: 'sagemaker-execution-role',
    title: 'SageMaker jobs call AWS with the execution role',
    via,
    entryActions: ['sagemaker:CreateTrainingJob', 'sagemaker:CreateProcessingJob', 'sagemaker:CreateModel'],
    hops: [
      { actions: ['s3:GetObject', 's3:PutObject'] },
      { actions: ['ecr:BatchGetImage', 'logs:PutLogEvents'] },
      { actions: ['kms:Decrypt'], through: ['s3.amazonaws.com'] },
    ],
    basis: 'documented',
    note: 'Jobs in a VPC call from that VPC.',
    sources: [
      archivedGuide(
        'amazon-sagemaker-developer-guide@a869fa5',
        'doc_source/sagemaker-roles.md',
        'SageMaker Developer Guide: SageMaker Roles',
        '2023-06-15',
      ),
    ],
  }),
]
