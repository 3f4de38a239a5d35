import type { ServiceCallPath } from '../../model/request.ts'
import { anyAction } from '../any-action.ts'
import { archivedGuide } from '../citations.ts'
import { serviceRole } from '../mechanisms.ts'

export const statesPaths: readonly ServiceCallPath[] = [
  serviceRole({
    id: 'stepfunctions-role',
    title: 'Step Functions runs the tasks of a state machine with its role',
    via: 'states.amazonaws.com',
    entryActions: ['states:StartExecution'],
    hops: [{ actions: anyAction }],
    basis: 'documented',
    note: 'Shown on common actions: a task may call nearly any API.',
    sources: [
      archivedGuide(
        'aws-step-functions-developer-guide@3d6752c',
        'doc_source/procedure-create-iam-role.md',
        'Step Functions Developer Guide: How AWS Step Functions Works with IAM',
        '2023-06-15',
      ),
    ],
  }),
]
