import type { ServiceCallPath } from '../../model/request.ts'
import { managedPolicy } from '../citations.ts'
import { forwardAccessSession } from '../mechanisms.ts'
import { inferredEntry } from '../notes.ts'

export const launchwizardPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'launchwizard-ec2',
    title: 'Launch Wizard creates the instances and directories of a deployment',
    via: 'launchwizard.amazonaws.com',
    entryActions: ['launchwizard:CreateDeployment'],
    hops: [{ actions: ['ec2:RunInstances', 'ec2:CreateLaunchTemplate', 'ds:CreateMicrosoftAD'] }],
    basis: 'derived',
    note: inferredEntry,
    sources: [managedPolicy('AmazonLaunchWizardFullAccessV2', 2, '2026-08-18')],
  }),
]
