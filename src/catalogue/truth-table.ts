import { vpcKeys } from '../model/condition-keys.ts'
import type { Citation, KeyState, Mechanism, Network } from '../model/request.ts'
import {
  cloudFormationFas,
  cloudShellReport,
  cloudTrailRecords,
  conditionOperators,
  dataPerimeterIssue4,
  dataPerimeterResourcePolicies,
  forwardAccessSessions,
  globalConditionKeys,
  globalConditionKeys2023,
  kmsConditionKeys,
  restrictCallsByAddress,
  s3ConditionKeys,
  switchRoleReport,
} from './citations.ts'

/** What a mechanism makes of some keys, and who says so. `path`: it depends on the services of the path. */
export interface Cell {
  readonly keys: readonly string[]
  readonly state: KeyState | 'path'
  readonly source: Citation
}

/** One set of contexts that AWS's documents allow for a mechanism: a row of the table. */
export interface Row {
  readonly reading: string
  readonly mechanism: Mechanism
  readonly network: Network
  readonly claim: string
  /** The page that the claim is from. */
  readonly source: Citation
  readonly cells: readonly Cell[]
}

export const calledViaKeys = ['aws:calledvia', 'aws:calledviafirst', 'aws:calledvialast'] as const
export const principalServiceKeys = ['aws:principalservicename', 'aws:principalservicenameslist'] as const
export const sourceResourceKeys = [
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
] as const
/**
 * Keys by which AWS tells code that runs on its compute apart; each is set by one service on the sessions it hands to
 * such code.
 */
export const roleMarkers = [
  'codebuild:buildarn',
  'codebuild:projectarn',
  'ec2:sourceinstancearn',
  'glue:credentialissuingservice',
  'glue:roleassumedby',
  'lambda:sourcefunctionarn',
  'ssm:sourceinstancearn',
] as const

export const absent: KeyState = { kind: 'absent' }
export const unknown: KeyState = { kind: 'unknown' }
export const unlisted: KeyState = { kind: 'unlisted' }
export const listed: KeyState = { kind: 'listed' }

/** The key is there and holds exactly these values. */
export function present(...values: readonly string[]): KeyState {
  return { kind: 'present', values }
}

/** The key is there and holds some value of this pattern. */
export function like(pattern: string): KeyState {
  return { kind: 'like', pattern }
}

const yes = present('true')
const no = present('false')

function cell(keys: readonly string[] | string, state: Cell['state'], source: Citation): Cell {
  return { keys: typeof keys === 'string' ? [keys] : keys, state, source }
}

/** Signed by a user or a role, so never by a service as itself. */
const signedByIdentity: readonly Cell[] = [
  cell('aws:principalisawsservice', no, globalConditionKeys),
  cell(principalServiceKeys, absent, globalConditionKeys),
  cell(sourceResourceKeys, absent, globalConditionKeys),
]

const forwarded: readonly Cell[] = [
  cell('aws:viaawsservice', yes, forwardAccessSessions),
  cell(vpcKeys, absent, forwardAccessSessions),
  cell(calledViaKeys, 'path', globalConditionKeys2023),
  cell('kms:viaservice', 'path', kmsConditionKeys),
  ...signedByIdentity,
  cell(roleMarkers, absent, globalConditionKeys),
]

export const addressKept: Row = {
  reading: 'address-kept',
  mechanism: 'forward-access-session',
  network: 'public',
  claim: 'a forward access session that follows a call to a public endpoint keeps the address of the caller',
  source: forwardAccessSessions,
  cells: [cell('aws:sourceip', listed, forwardAccessSessions), ...forwarded],
}
export const addressLost: Row = {
  reading: 'address-lost',
  mechanism: 'forward-access-session',
  network: 'public',
  claim:
    'a service that is called through another service sees the address of the calling service, not that of the user',
  source: conditionOperators,
  cells: [cell('aws:sourceip', unlisted, conditionOperators), ...forwarded],
}
export const afterVpcEndpoint: Row = {
  reading: 'after-vpc-endpoint',
  mechanism: 'forward-access-session',
  network: 'vpc-endpoint',
  claim:
    'a forward access session that follows a call through a VPC endpoint hands on nothing of the network of the caller',
  source: forwardAccessSessions,
  cells: [cell('aws:sourceip', unlisted, forwardAccessSessions), ...forwarded],
}

export const serviceRoleRow: Row = {
  reading: 'service-network',
  mechanism: 'service-role',
  network: 'public',
  claim:
    'a service that has assumed a role calls from its own network, so that the target sees the address of the service',
  source: restrictCallsByAddress,
  cells: [
    cell('aws:sourceip', unlisted, dataPerimeterIssue4),
    cell(vpcKeys, absent, globalConditionKeys),
    cell('aws:viaawsservice', no, globalConditionKeys2023),
    cell(calledViaKeys, absent, globalConditionKeys2023),
    cell('kms:viaservice', absent, kmsConditionKeys),
    ...signedByIdentity,
    cell(roleMarkers, 'path', globalConditionKeys),
  ],
}
export const cloudFormationRoleRow: Row = {
  reading: 'stack-service-role',
  mechanism: 'service-role',
  network: 'public',
  claim:
    'CloudFormation calls from its own network also with the service role of a stack, and marks the calls as made via a service',
  source: restrictCallsByAddress,
  cells: [
    cell('aws:sourceip', unlisted, restrictCallsByAddress),
    cell(vpcKeys, absent, forwardAccessSessions),
    cell('aws:viaawsservice', yes, cloudFormationFas),
    cell(calledViaKeys, 'path', cloudFormationFas),
    cell('kms:viaservice', 'path', kmsConditionKeys),
    ...signedByIdentity,
    cell(roleMarkers, absent, globalConditionKeys),
  ],
}

export const servicePrincipalRow: Row = {
  reading: 'redacted-network',
  mechanism: 'service-principal',
  network: 'public',
  claim:
    'where a service calls as itself the network of the request is redacted, and a Deny on it may stop the service',
  source: s3ConditionKeys,
  cells: [
    cell('aws:sourceip', unlisted, s3ConditionKeys),
    cell(vpcKeys, unlisted, globalConditionKeys),
    cell('aws:viaawsservice', unknown, globalConditionKeys),
    cell(calledViaKeys, unknown, globalConditionKeys),
    cell('kms:viaservice', 'path', kmsConditionKeys),
    cell('aws:principalisawsservice', yes, globalConditionKeys),
    cell('aws:principalservicename', 'path', globalConditionKeys),
    cell('aws:principalservicenameslist', unknown, globalConditionKeys),
    cell('aws:principalarn', unknown, globalConditionKeys),
    cell(sourceResourceKeys, 'path', globalConditionKeys),
    cell(roleMarkers, absent, globalConditionKeys),
  ],
}

export const serviceLinkedRoleRow: Row = {
  reading: 'service-network',
  mechanism: 'service-linked-role',
  network: 'public',
  claim:
    'a service calls as its service-linked role from its own network, and no key says that it does so for somebody',
  source: globalConditionKeys2023,
  cells: [
    cell('aws:sourceip', unlisted, dataPerimeterResourcePolicies),
    cell(vpcKeys, absent, globalConditionKeys),
    cell('aws:viaawsservice', no, globalConditionKeys2023),
    cell(calledViaKeys, absent, globalConditionKeys2023),
    cell('kms:viaservice', 'path', kmsConditionKeys),
    cell('aws:principalarn', 'path', globalConditionKeys),
    ...signedByIdentity,
    cell(roleMarkers, absent, globalConditionKeys),
  ],
}

const ofConsoles: readonly Cell[] = [
  cell(vpcKeys, unknown, globalConditionKeys),
  cell('aws:viaawsservice', unknown, globalConditionKeys),
  cell(calledViaKeys, unknown, globalConditionKeys),
  cell('kms:viaservice', 'path', kmsConditionKeys),
  ...signedByIdentity,
  cell(roleMarkers, absent, globalConditionKeys),
]
export const browserAddress: Row = {
  reading: 'browser-address',
  mechanism: 'console',
  network: 'public',
  claim: 'what a console does for a user is reported with the address of the user, not that of the console',
  source: cloudTrailRecords,
  cells: [cell('aws:sourceip', listed, cloudTrailRecords), ...ofConsoles],
}
export const consoleAddress: Row = {
  reading: 'console-address',
  mechanism: 'console',
  network: 'public',
  claim: 'some calls of the console come from an address of AWS',
  source: switchRoleReport,
  cells: [cell('aws:sourceip', unlisted, switchRoleReport), ...ofConsoles],
}

export const cloudShellRow: Row = {
  reading: 'cloudshell-address',
  mechanism: 'cloudshell',
  network: 'public',
  claim: 'a command in CloudShell calls from the address of CloudShell, and not via a service',
  source: cloudShellReport,
  cells: [
    cell('aws:sourceip', unlisted, cloudShellReport),
    cell(vpcKeys, absent, globalConditionKeys),
    cell('aws:viaawsservice', no, cloudShellReport),
    cell(calledViaKeys, absent, globalConditionKeys),
    cell('kms:viaservice', absent, kmsConditionKeys),
    ...signedByIdentity,
    cell(roleMarkers, absent, globalConditionKeys),
  ],
}

/**
 * What the target of a call sees, by the way in which the call comes about. Nothing in it is guessed: what no
 * document states is `unknown`. Rows of direct calls are in `controls.ts`.
 */
export const truthTable: readonly Row[] = [
  addressKept,
  addressLost,
  afterVpcEndpoint,
  serviceRoleRow,
  cloudFormationRoleRow,
  servicePrincipalRow,
  serviceLinkedRoleRow,
  browserAddress,
  consoleAddress,
  cloudShellRow,
]
