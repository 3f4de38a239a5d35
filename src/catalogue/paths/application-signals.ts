import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const applicationSignalsPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'appsignals-xray',
    title: 'Application Signals queries X-Ray',
    via: 'application-signals.cloudwatch.amazonaws.com',
    entryActions: ['application-signals:GetService', 'application-signals:ListServices'],
    hops: [{ actions: ['xray:BatchGetTraces', 'xray:StartTraceRetrieval'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('CloudWatchApplicationSignalsFullAccess', 7, '2026-02-12')],
  }),
]
