import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const emrContainersPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'emr-containers-eks',
    title: 'EMR on EKS manages access entries and security groups of the cluster',
    via: 'emr-containers.amazonaws.com',
    entryActions: ['emr-containers:CreateVirtualCluster', 'emr-containers:CreateManagedEndpoint'],
    hops: [{ actions: ['eks:CreateAccessEntry', 'eks:AssociateAccessPolicy', 'ec2:CreateSecurityGroup'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('SageMakerStudioProjectProvisioningRolePolicy', 82, '2026-08-24')],
  }),
]
