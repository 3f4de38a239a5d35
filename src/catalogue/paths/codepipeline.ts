import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide } from '../citations.ts'
import { serviceRole } from '../mechanisms.ts'

export const codepipelinePaths: readonly ServiceCallPath[] = [
  serviceRole({
    id: 'codepipeline-role',
    title: 'CodePipeline runs the actions of a pipeline with its service role',
    via: 'codepipeline.amazonaws.com',
    entryActions: ['codepipeline:StartPipelineExecution'],
    hops: [
      { actions: ['s3:GetObject', 's3:PutObject'] },
      { actions: ['codebuild:StartBuild', 'cloudformation:CreateChangeSet', 'iam:PassRole'] },
    ],
    basis: 'documented',
    sources: [
      archivedGuide(
        'aws-codepipeline-user-guide@1ddafe8',
        'doc_source/pipelines-create-service-role.md',
        'CodePipeline User Guide: Create the CodePipeline service role',
        '2023-06-15',
      ),
    ],
  }),
]
