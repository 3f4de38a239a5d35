import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide, managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'

const via = 'lambda.amazonaws.com'

export const lambdaPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'lambda-env-kms',
    title: 'Lambda creates a grant on the key of a function’s environment variables',
    via,
    entryActions: ['lambda:CreateFunction', 'lambda:UpdateFunctionConfiguration'],
    hops: [{ actions: ['kms:CreateGrant', 'kms:Encrypt', 'kms:Decrypt'] }],
    basis: 'documented',
    note: 'Applies to functions with a customer managed key. Lambda’s page on IAM denies support for forward access sessions; its guide says that the permissions of the caller are used.',
    sources: [
      archivedGuide(
        'aws-lambda-developer-guide@c5f6ee4',
        'doc_source/configuration-envvars.md',
        'Lambda Developer Guide: Using AWS Lambda environment variables',
        '2023-10-30',
      ),
    ],
  }),
  forwardAccessSession({
    id: 'lambda-image-ecr',
    title: 'Lambda adds itself to the policy of the ECR repository of a container image',
    via,
    entryActions: ['lambda:CreateFunction', 'lambda:UpdateFunctionCode'],
    hops: [{ actions: ['ecr:GetRepositoryPolicy', 'ecr:SetRepositoryPolicy'] }],
    basis: 'documented',
    note: 'Applies to functions that are container images.',
    sources: [
      archivedGuide(
        'aws-lambda-developer-guide@c5f6ee4',
        'doc_source/gettingstarted-images.md',
        'Lambda Developer Guide: Deploying Lambda functions as container images',
        '2023-10-30',
      ),
    ],
  }),
  forwardAccessSession({
    id: 'lambda-vpc-check',
    title: 'Lambda checks the subnets and security groups of a function with the caller’s permissions',
    via,
    entryActions: ['lambda:CreateFunction', 'lambda:UpdateFunctionConfiguration'],
    hops: [{ actions: ['ec2:DescribeSecurityGroups', 'ec2:DescribeSubnets', 'ec2:DescribeVpcs'] }],
    basis: 'documented',
    note: 'Applies to functions in a VPC.',
    sources: [
      archivedGuide(
        'aws-lambda-developer-guide@c5f6ee4',
        'doc_source/configuration-vpc.md',
        'Lambda Developer Guide: Configuring a Lambda function to access resources in a VPC',
        '2023-10-30',
      ),
    ],
  }),
  forwardAccessSession({
    id: 'lambda-efs-check',
    title: 'Lambda checks the EFS mount targets of a function with the caller’s permissions',
    via,
    entryActions: ['lambda:CreateFunction', 'lambda:UpdateFunctionConfiguration'],
    hops: [{ actions: ['elasticfilesystem:DescribeMountTargets'] }],
    basis: 'documented',
    note: 'Applies to functions with a file system.',
    sources: [
      archivedGuide(
        'aws-lambda-developer-guide@c5f6ee4',
        'doc_source/configuration-filesystem.md',
        'Lambda Developer Guide: Configuring file system access for Lambda functions',
        '2023-10-30',
      ),
    ],
  }),
  forwardAccessSession({
    id: 'lambda-code-s3',
    title: 'Lambda reads the code of a function from S3 with the caller’s permissions',
    via,
    entryActions: ['lambda:CreateFunction', 'lambda:UpdateFunctionCode', 'lambda:PublishLayerVersion'],
    hops: [{ actions: ['s3:GetObject'] }],
    basis: 'derived',
    note: 'Applies where the code is given as an S3 object.',
    sources: [managedPolicy('SageMakerStudioProjectProvisioningRolePolicy', 82, '2026-08-24')],
  }),
]
