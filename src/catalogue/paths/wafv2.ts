import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

const via = 'wafv2.amazonaws.com'

export const wafv2Paths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'waf-log-delivery',
    title: 'WAF adds itself to the resource policy of the log group for its logs',
    via,
    entryActions: ['wafv2:PutLoggingConfiguration', 'wafv2:DeleteLoggingConfiguration'],
    hops: [{ actions: ['logs:PutResourcePolicy'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AWSWAFFullAccess', 17, '2026-07-28')],
  }),
  forwardAccessSession({
    id: 'waf-log-delivery-create',
    title: 'WAF creates the delivery of its logs',
    via,
    entryActions: ['wafv2:PutLoggingConfiguration'],
    hops: [{ actions: ['logs:CreateLogDelivery'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('SecurityLakeServiceLinkedRole', 4, '2026-07-15')],
  }),
]
