import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

const via = 'docdb-elastic.amazonaws.com'
const amazonDocDBElasticFullAccess = managedPolicy('AmazonDocDBElasticFullAccess', 8, '2026-02-12')

export const docdbElasticPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'docdb-elastic-ec2',
    title: 'DocumentDB elastic clusters create VPC endpoints and read the secret of the administrator',
    via,
    entryActions: ['docdb-elastic:CreateCluster'],
    hops: [{ actions: ['ec2:CreateVpcEndpoint', 'ec2:DescribeSubnets', 'secretsmanager:GetSecretValue'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [amazonDocDBElasticFullAccess],
  }),
  forwardAccessSession({
    id: 'docdb-elastic-kms',
    title: 'DocumentDB elastic clusters use the key of the cluster',
    via,
    entryActions: ['docdb-elastic:CreateCluster'],
    hops: [{ actions: ['kms:CreateGrant', 'kms:Decrypt', 'kms:GenerateDataKey'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [amazonDocDBElasticFullAccess],
  }),
]
