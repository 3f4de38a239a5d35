import type { Citation, Hop, KeyState, Reading, ServiceCallPath } from '../model/request.ts'
import { kmsViaServicePattern, setsCalledVia } from './service-names.ts'
import {
  absent,
  addressKept,
  addressLost,
  afterVpcEndpoint,
  browserAddress,
  cloudFormationRoleRow,
  cloudShellRow,
  consoleAddress,
  like,
  listed,
  present,
  type Row,
  roleMarkers,
  serviceLinkedRoleRow,
  servicePrincipalRow,
  serviceRoleRow,
  unknown,
} from './truth-table.ts'

type Keys = Readonly<Record<string, KeyState>>

/** A hop as a path writes it; the mechanism adds the keys. Calls to KMS stand in a hop of their own. */
interface HopSketch {
  readonly actions: readonly string[]
  /** ARN pattern, for all partitions: `arn:*:s3:::cf-templates-*`. */
  readonly resource?: string
  /**
   * Services that the call passes after `via`, in order; the last one makes this hop, with the credentials it was
   * handed.
   */
  readonly through?: readonly string[]
  /** The service that KMS is told of, where it is not the one that makes the hop. */
  readonly kmsService?: string
  /** What the documents say of this hop alone; goes before everything else. */
  readonly keys?: Keys
}

interface PathSketch
  extends Pick<ServiceCallPath, 'id' | 'title' | 'via' | 'entryActions' | 'basis' | 'note' | 'sources'> {
  readonly hops: readonly HopSketch[]
}

/** Where AWS's page on the very service says that the address of the caller is lost. */
export interface LostAddress {
  readonly claim: string
  readonly source: Citation
}

/**
 * A service calls with the caller's own credentials: two readings of what becomes of a public address, one for
 * callers behind a VPC endpoint.
 * Source: IAM User Guide, "Forward access sessions", and the pages that contradict it.
 */
export function forwardAccessSession({ lost, ...path }: PathSketch & { readonly lost?: LostAddress }): ServiceCallPath {
  const keys = { ...calledVia([path.via]), 'kms:viaservice': absent }
  return {
    ...path,
    mechanism: 'forward-access-session',
    hops: path.hops.map((hop) => hopOf(hop, forwardedKeys(path.via, hop))),
    readings: [reading(addressKept, keys), { ...reading(addressLost, keys), ...lost }, reading(afterVpcEndpoint, keys)],
  }
}

/**
 * A service calls as a role that it has assumed; hops that go `through` another service are made by that one for the
 * role.
 */
export function serviceRole(path: PathSketch & { readonly markers?: Keys }): ServiceCallPath {
  const { markers = {}, ...rest } = path
  return {
    ...rest,
    mechanism: 'service-role',
    hops: path.hops.map((hop) => hopOf(hop, hop.through === undefined ? {} : forRole(hop.through, hop))),
    readings: [reading(serviceRoleRow, { ...Object.fromEntries(roleMarkers.map((key) => [key, absent])), ...markers })],
  }
}

/** CloudFormation is the one service whose calls with a service role carry the keys of forward access sessions. */
export function stackServiceRole(path: Omit<PathSketch, 'via'>): ServiceCallPath {
  const via = 'cloudformation.amazonaws.com'
  return {
    ...path,
    via,
    mechanism: 'service-role',
    hops: path.hops.map((hop) => hopOf(hop, forwardedKeys(via, hop))),
    readings: [reading(cloudFormationRoleRow, { ...calledVia([via]), 'kms:viaservice': absent })],
  }
}

/**
 * A service calls as itself. `namesSource`: its guide says that it tells the target for which account and resource: the customer's
 * own, which a statement that tests them is taken to name.
 */
export function servicePrincipal(path: PathSketch & { readonly namesSource?: boolean }): ServiceCallPath {
  const { namesSource = false, ...rest } = path
  const source = namesSource ? listed : unknown
  const keys = {
    'aws:principalservicename': present(path.via),
    'kms:viaservice': absent,
    'aws:sourceaccount': source,
    'aws:sourcearn': source,
    // There only if the account is a member of an organization.
    'aws:sourceorgid': unknown,
    'aws:sourceorgpaths': unknown,
  }
  return {
    ...rest,
    mechanism: 'service-principal',
    hops: path.hops.map((hop) => hopOf(hop, isKms(hop) ? { 'kms:viaservice': unknown } : {})),
    readings: [reading(servicePrincipalRow, keys)],
  }
}

/** A service calls as the role that AWS has made for it in the account. */
export function serviceLinkedRole(path: PathSketch): ServiceCallPath {
  const arn = like(`arn:*:iam::*:role/aws-service-role/${path.via}/*`)
  return {
    ...path,
    mechanism: 'service-linked-role',
    hops: path.hops.map((hop) => hopOf(hop, isKms(hop) ? { 'kms:viaservice': unknown } : {})),
    readings: [reading(serviceLinkedRoleRow, { 'aws:principalarn': arn, 'kms:viaservice': absent })],
  }
}

/** A console calls for the user who is signed in; from where, the documents do not agree. */
export function consoleBackEnd(path: PathSketch): ServiceCallPath {
  const keys = { 'kms:viaservice': absent }
  return {
    ...path,
    mechanism: 'console',
    hops: path.hops.map((hop) => hopOf(hop, isKms(hop) ? { 'kms:viaservice': unknown } : {})),
    readings: [reading(browserAddress, keys), reading(consoleAddress, keys)],
  }
}

/** A person calls by hand, but from a machine of AWS's. */
export function cloudShell(path: PathSketch): ServiceCallPath {
  return {
    ...path,
    mechanism: 'cloudshell',
    hops: path.hops.map((hop) => hopOf(hop, {})),
    readings: [reading(cloudShellRow, {})],
  }
}

const readings = new Map<Row, Map<string, Reading>>()

/** The reading of a row, one for all paths that decide alike: what is found out of its keys is found out once. */
function reading(row: Row, path: Keys): Reading {
  const ofRow = readings.get(row) ?? new Map<string, Reading>()
  readings.set(row, ofRow)
  const decided = JSON.stringify(path)
  const known = ofRow.get(decided) ?? readingOf(row, path)
  ofRow.set(decided, known)
  return known
}

/** Throws where a row leaves a key to the path and the path says nothing of it: that is a mistake in this file. */
function readingOf({ reading: id, claim, source, network, cells }: Row, path: Keys): Reading {
  const keys: Record<string, KeyState> = {}
  for (const { keys: names, state } of cells) {
    for (const name of names) {
      const decided = state === 'path' ? path[name] : state
      if (decided === undefined) throw new Error(`no path decides ${name} in the reading ${id}`)
      keys[name] = decided
    }
  }
  return { id, claim, source, network, keys }
}

function hopOf({ actions, resource, keys }: HopSketch, own: Keys): Hop {
  return { actions, ...(resource === undefined ? {} : { resource }), keys: { ...own, ...keys } }
}

/**
 * What a hop of a forward access session adds to its reading: a longer chain of services, and for KMS the service it
 * is told of.
 */
function forwardedKeys(via: string, hop: HopSketch): Keys {
  const chain = [via, ...(hop.through ?? [])]
  return { ...(chain.length > 1 ? calledVia(chain) : {}), ...kmsKeys(chain, hop) }
}

/** A role of a service calls `through` another: from there on it is a forward access session of that role. */
function forRole(through: readonly string[], hop: HopSketch): Keys {
  return { 'aws:viaawsservice': present('true'), ...calledVia(through), ...kmsKeys(through, hop) }
}

function kmsKeys(chain: readonly string[], hop: HopSketch): Keys {
  const caller = hop.kmsService ?? chain.at(-1) ?? ''
  return isKms(hop) ? { 'kms:viaservice': like(kmsViaServicePattern(caller)) } : {}
}

function isKms({ actions }: HopSketch): boolean {
  return actions.some((action) => action.startsWith('kms:'))
}

/** `aws:CalledVia` and its ends, as far as each service of the chain is known to put itself there. */
function calledVia(chain: readonly string[]): Keys {
  const end = (service: string | undefined) =>
    service !== undefined && setsCalledVia(service) ? present(service) : unknown
  return {
    'aws:calledvia': chain.every(setsCalledVia) ? present(...chain) : unknown,
    'aws:calledviafirst': end(chain[0]),
    'aws:calledvialast': end(chain.at(-1)),
  }
}
