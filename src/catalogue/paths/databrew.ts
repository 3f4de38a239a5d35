import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const databrewPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'databrew-secrets',
    title: 'DataBrew creates and reads secrets',
    via: 'databrew.amazonaws.com',
    entryActions: ['databrew:CreateDataset', 'databrew:CreateRecipeJob'],
    hops: [
      {
        actions: ['secretsmanager:CreateSecret', 'secretsmanager:GetSecretValue'],
        resource: 'arn:*:secretsmanager:*:*:secret:databrew!*',
      },
    ],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AwsGlueDataBrewFullAccessPolicy', 8, '2022-02-04')],
  }),
]
