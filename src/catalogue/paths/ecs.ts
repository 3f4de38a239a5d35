import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide } from '../citations.ts'
import { serviceRole } from '../mechanisms.ts'

export const ecsPaths: readonly ServiceCallPath[] = [
  serviceRole({
    id: 'ecs-execution-role',
    title: 'ECS fetches images, secrets and logs for a task with the task execution role',
    via: 'ecs-tasks.amazonaws.com',
    entryActions: ['ecs:RunTask', 'ecs:CreateService', 'ecs:UpdateService'],
    hops: [
      {
        actions: [
          'ecr:GetAuthorizationToken',
          'ecr:BatchGetImage',
          'logs:PutLogEvents',
          'secretsmanager:GetSecretValue',
          'ssm:GetParameters',
        ],
      },
    ],
    basis: 'documented',
    note: 'The calls come from the network of the task: for tasks in a VPC that is its NAT address or its endpoints.',
    sources: [
      archivedGuide(
        'amazon-ecs-developer-guide@49232cf',
        'doc_source/task_execution_IAM_role.md',
        'ECS Developer Guide: Amazon ECS task execution IAM role',
        '2023-06-15',
      ),
    ],
  }),
]
