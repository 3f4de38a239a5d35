import type { OwnPathSketch } from '../model/contracts.ts'
import type { Citation, KeyState, ServiceCallPath } from '../model/request.ts'
import {
  forwardAccessSession,
  serviceLinkedRole,
  servicePrincipal,
  serviceRole,
  stackServiceRole,
} from './mechanisms.ts'
import {
  addressKept,
  like,
  type Row,
  roleMarkers,
  serviceLinkedRoleRow,
  servicePrincipalRow,
  serviceRoleRow,
  unknown,
} from './truth-table.ts'

/**
 * The path that a sketch of the user's stands for, with the readings that its mechanism has for everybody. That the call
 * exists is known from the user alone; AWS's document on the mechanism is cited beside the user's own.
 */
export function ownPath(sketch: OwnPathSketch): ServiceCallPath {
  const path = build(sketch)
  const { principalArn } = sketch
  if (principalArn === undefined) return path
  const readings = path.readings.map((reading) => {
    return { ...reading, keys: { ...reading.keys, 'aws:principalarn': like(principalArn) } }
  })
  return { ...path, readings }
}

const rows: Readonly<Record<OwnPathSketch['mechanism'], Row>> = {
  'forward-access-session': addressKept,
  'service-role': serviceRoleRow,
  'service-principal': servicePrincipalRow,
  'service-linked-role': serviceLinkedRoleRow,
}

function build(sketch: OwnPathSketch): ServiceCallPath {
  const { id, title, via, entryActions, mechanism, source } = sketch
  const { source: ofMechanism } = rows[mechanism]
  const sources: ServiceCallPath['sources'] = source === undefined ? [ofMechanism] : [ownDocument(source), ofMechanism]
  const path = { id, title, via, entryActions, hops: hopsOf(sketch), basis: 'user', sources } as const
  switch (mechanism) {
    case 'forward-access-session':
      return forwardAccessSession(path)
    case 'service-role':
      if (via === 'cloudformation.amazonaws.com') return stackServiceRole(path)
      return serviceRole({ ...path, markers: markersOf(via) })
    case 'service-principal':
      return servicePrincipal(path)
    case 'service-linked-role':
      return serviceLinkedRole(path)
    default:
      return mechanism satisfies never
  }
}

/** Nobody here has read it, so there is no day to tell. */
function ownDocument(url: string): Citation {
  return { title: `a document of your own at ${new URL(url).host}`, url, retrieved: '' }
}

/** A service marks what customers' code calls on it, and not all that it calls itself: a sketch does not say which it is. */
function markersOf(via: string): Readonly<Record<string, KeyState>> {
  const own = roleMarkers.filter((key) => via === `${key.split(':')[0]}.amazonaws.com`)
  return Object.fromEntries(own.map((key) => [key, unknown]))
}

/** Calls on the resource, and those of other services, which cannot be on it; calls to KMS stand in a hop of their own. */
function hopsOf({ actions, resource }: OwnPathSketch): Parameters<typeof serviceRole>[0]['hops'] {
  const ofService = actions.filter((action) => action.startsWith(`${resource?.split(':')[2]}:`))
  // The ARNs of some services go by another name than their actions (`rds-data` calls on `rds`): then all calls are meant.
  const onResource = ofService.length > 0 || resource === undefined ? ofService : actions
  const elsewhere = actions.filter((action) => !onResource.includes(action))
  return [
    ...kmsApart(onResource).map((own) => ({ actions: own, ...(resource === undefined ? {} : { resource }) })),
    ...kmsApart(elsewhere).map((own) => ({ actions: own })),
  ]
}

function kmsApart(actions: readonly string[]): (readonly string[])[] {
  const isKms = (action: string) => action.startsWith('kms:')
  const parts = [actions.filter((action) => !isKms(action)), actions.filter(isKms)]
  return parts.filter((part) => part.length > 0)
}
