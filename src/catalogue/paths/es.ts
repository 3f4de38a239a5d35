import type { ServiceCallPath } from '../../model/request.ts'
import { archivedGuide } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'

export const esPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'opensearch-kms',
    title: 'OpenSearch Service creates grants on the key of a domain',
    via: 'es.amazonaws.com',
    entryActions: ['es:CreateDomain', 'es:UpdateDomainConfig'],
    hops: [{ actions: ['kms:CreateGrant', 'kms:DescribeKey'] }],
    basis: 'documented',
    sources: [
      archivedGuide(
        'amazon-opensearch-service-developer-guide@64e6e7a',
        'doc_source/encryption-at-rest.md',
        'OpenSearch Service Developer Guide: Encryption of data at rest for Amazon OpenSearch Service',
        '2024-11-19',
      ),
    ],
  }),
]
