import type { ServiceCallPath } from '../../model/request.ts'
import { anyAction } from '../any-action.ts'
import { cloudShellReport } from '../citations.ts'
import { cloudShell } from '../mechanisms.ts'

export const cloudshellPaths: readonly ServiceCallPath[] = [
  cloudShell({
    id: 'obs-cloudshell',
    title: 'A command typed in CloudShell calls from the address of CloudShell',
    via: 'cloudshell.amazonaws.com',
    entryActions: ['cloudshell:CreateSession'],
    hops: [{ actions: anyAction }, { actions: ['kms:Decrypt', 'kms:GenerateDataKey'] }],
    basis: 'observed',
    note: 'A CloudShell environment in a VPC calls from that VPC. The exemption by user agent in the article can be forged by any caller.',
    sources: [cloudShellReport],
  }),
]
