import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const apsPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'aps-eks',
    title: 'Managed Service for Prometheus looks up the EKS cluster of a scraper',
    via: 'aps.amazonaws.com',
    entryActions: ['aps:CreateScraper'],
    hops: [{ actions: ['eks:DescribeCluster', 'ec2:DescribeSubnets', 'ec2:DescribeSecurityGroups'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AmazonPrometheusFullAccess', 2, '2023-11-26')],
  }),
]
