import type { ServiceCallPath } from '../../model/request.ts'
import { anyAction } from '../any-action.ts'
import { archivedGuide, codeBuildContextKeys, dataPerimeterIssue3 } from '../citations.ts'
import { serviceRole } from '../mechanisms.ts'
import { like } from '../truth-table.ts'

const via = 'codebuild.amazonaws.com'
const settingUp = archivedGuide(
  'aws-codebuild-user-guide@66cc3be',
  'doc_source/setting-up.md',
  'CodeBuild User Guide: Advanced setup',
  '2023-06-15',
)
const buildCode = { 'codebuild:buildarn': like('*'), 'codebuild:projectarn': like('*') }

export const codebuildPaths: readonly ServiceCallPath[] = [
  serviceRole({
    id: 'codebuild-role',
    title: 'CodeBuild builds call AWS with the service role of the project',
    via,
    entryActions: ['codebuild:StartBuild'],
    hops: [
      { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'] },
      { actions: ['s3:GetObject', 's3:PutObject'] },
      { actions: ['ecr:GetAuthorizationToken'] },
      { actions: anyAction },
    ],
    basis: 'documented',
    note: 'The commands of a build may call anything that the role allows. Builds in a VPC call from that VPC.',
    markers: buildCode,
    sources: [settingUp, dataPerimeterIssue3, codeBuildContextKeys],
  }),
  serviceRole({
    id: 'codebuild-artifact-kms',
    title: 'CodeBuild reads and writes encrypted artifacts in S3, for which S3 calls KMS',
    via,
    entryActions: ['codebuild:StartBuild'],
    hops: [
      { actions: ['s3:GetObject', 's3:PutObject'] },
      { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], through: ['s3.amazonaws.com'] },
    ],
    basis: 'documented',
    markers: buildCode,
    sources: [settingUp],
  }),
]
