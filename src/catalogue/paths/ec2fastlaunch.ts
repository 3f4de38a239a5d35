import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const ec2fastlaunchPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'ec2fastlaunch',
    title: 'EC2 Fast Launch creates launch templates and stacks',
    via: 'ec2fastlaunch.amazonaws.com',
    entryActions: ['ec2:EnableFastLaunch'],
    hops: [{ actions: ['cloudformation:CreateStack', 'ec2:CreateLaunchTemplate', 'ec2:CreateVpc'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('EC2FastLaunchFullAccess', 5, '2026-08-04')],
  }),
]
