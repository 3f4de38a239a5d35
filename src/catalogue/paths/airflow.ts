import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const airflowPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'airflow-vpce',
    title: 'Managed Workflows for Apache Airflow creates VPC endpoints for an environment',
    via: 'airflow.amazonaws.com',
    entryActions: ['airflow:CreateEnvironment'],
    hops: [{ actions: ['ec2:CreateVpcEndpoint'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('SageMakerStudioProjectRoleMachineLearningPolicy', 42, '2026-08-11')],
  }),
]
