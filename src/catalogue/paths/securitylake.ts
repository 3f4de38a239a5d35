import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const securitylakePaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'securitylake-setup',
    title: 'Security Lake sets up a data lake for its administrator',
    via: 'securitylake.amazonaws.com',
    entryActions: ['securitylake:CreateDataLake', 'securitylake:CreateSubscriber'],
    hops: [
      {
        actions: [
          'glue:CreateDatabase',
          'glue:CreateTable',
          'glue:CreateCrawler',
          'events:PutRule',
          'events:PutTargets',
          'iam:CreateRole',
        ],
      },
    ],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AmazonSecurityLakeAdministrator', 2, '2024-02-23')],
  }),
]
