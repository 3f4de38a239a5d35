import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const servicecatalogAppregistryPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'appregistry-cfn',
    title: 'AppRegistry tags the stacks and resource groups of an application',
    via: 'servicecatalog-appregistry.amazonaws.com',
    entryActions: ['servicecatalog:AssociateResource', 'servicecatalog:CreateApplication'],
    hops: [
      {
        actions: [
          'cloudformation:UpdateStack',
          'resource-groups:CreateGroup',
          'resource-groups:Tag',
          'tag:GetResources',
        ],
      },
    ],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AWSServiceCatalogAppRegistryFullAccess', 7, '2026-08-12')],
  }),
]
