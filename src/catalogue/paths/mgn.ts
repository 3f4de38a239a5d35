import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const mgnPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'mgn-ec2',
    title: 'Application Migration Service launches test and cutover instances',
    via: 'mgn.amazonaws.com',
    entryActions: ['mgn:StartTest', 'mgn:StartCutover'],
    hops: [{ actions: ['ec2:RunInstances', 'ec2:CreateVolume', 'ec2:AttachVolume', 'ec2:CreateLaunchTemplate'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [
      managedPolicy('AWSTransformServerMigrationAgentPolicy', 1, '2026-08-06'),
      managedPolicy('AWSApplicationMigrationEC2Access', 10, '2026-02-12'),
    ],
  }),
]
