import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const drsPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'drs-ec2',
    title: 'Elastic Disaster Recovery starts recovery instances and attaches their volumes',
    via: 'drs.amazonaws.com',
    entryActions: ['drs:StartRecovery', 'drs:StartFailbackLaunch'],
    hops: [{ actions: ['ec2:StartInstances', 'ec2:AttachVolume', 'ec2:DetachVolume'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AWSElasticDisasterRecoveryConsoleFullAccess_v2', 10, '2026-06-18')],
  }),
]
