import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide } from '../citations.ts'
import { serviceRole } from '../mechanisms.ts'

export const dmsPaths: readonly ServiceCallPath[] = [
  serviceRole({
    id: 'dms-role',
    title: 'DMS manages network interfaces and logs with its roles',
    via: 'dms.amazonaws.com',
    entryActions: ['dms:CreateReplicationInstance', 'dms:CreateReplicationTask'],
    hops: [{ actions: ['ec2:CreateNetworkInterface', 'ec2:DescribeSubnets', 'logs:PutLogEvents'] }],
    basis: 'documented',
    note: 'The roles are named dms-vpc-role and dms-cloudwatch-logs-role.',
    sources: [
      archivedGuide(
        'aws-dms-user-guide@81be26a',
        'doc_source/cross-service-confused-deputy-prevention.md',
        'DMS User Guide: Cross-service confused deputy prevention',
        '2023-06-15',
      ),
    ],
  }),
]
