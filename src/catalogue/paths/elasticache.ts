import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'

export const elasticachePaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'elasticache-kms',
    title: 'ElastiCache creates grants on the key of a cluster',
    via: 'elasticache.amazonaws.com',
    entryActions: ['elasticache:CreateReplicationGroup', 'elasticache:CreateSnapshot'],
    hops: [
      { actions: ['kms:CreateGrant', 'kms:DescribeKey'] },
      { actions: ['kms:CreateGrant', 'kms:DescribeKey'], kmsService: 'dax.amazonaws.com' },
    ],
    basis: 'documented',
    note: 'KMS may be told of ElastiCache or of DAX: an exemption by kms:ViaService needs both names.',
    sources: [
      archivedGuide(
        'amazon-elasticache-docs@7ed0a8a',
        'doc_source/redis/at-rest-encryption.md',
        'ElastiCache User Guide: At-Rest Encryption in ElastiCache for Redis',
        '2023-06-15',
      ),
    ],
  }),
]
