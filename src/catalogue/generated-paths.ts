import { type Citation, type Hop, resourceTypePathId, type ServiceCallPath } from '../model/request.ts'
import { catalogue } from './catalogue.ts'
import { cloudFormationAccess, managedPolicy, registrySchema } from './citations.ts'
import { cloudFormationTypes } from './generated/cloudformation-types.ts'
import { serviceNames } from './generated/service-names.ts'
import { viaServices } from './generated/via-services.ts'
import {
  calling,
  once,
  type PolicyCalls,
  readServices,
  readTypes,
  type ServiceCalls,
  type TypeCalls,
} from './generated-tables.ts'
import { forwardAccessSession } from './mechanisms.ts'
import { registeredPermission } from './notes.ts'
import { like, unknown } from './truth-table.ts'

const cloudFormation = 'cloudformation.amazonaws.com'
const stackActions = ['CreateStack', 'DeleteStack', 'ExecuteChangeSet', 'UpdateStack'].map(
  (name) => `cloudformation:${name}`,
)
const ownAddress = {
  claim: 'CloudFormation provisions resources from an address of its own, not from that of the request',
  source: cloudFormationAccess,
}
/** The schema does not say whether CloudFormation makes a call itself or a service behind it, which is then the last. */
const lastUnknown: Hop['keys'] = { 'aws:calledvialast': unknown }
/** The call to KMS is made by CloudFormation or by a service behind it, through a service in any case; of which the schema is silent. */
const kmsThroughService: Hop['keys'] = { ...lastUnknown, 'kms:viaservice': like('*.amazonaws.com') }
const allowedThroughService =
  'Managed policies of AWS’s allow these calls if they come through the service only; which call of the user leads to them is not told.'

/**
 * The CloudFormation resource types whose handlers call an action that `matches`, with these actions, by name. Types that
 * a curated entry tells of are among them. Source: the registry schemas, see `generated/meta.json`.
 */
export function cloudFormationTypesCalling(matches: (action: string) => boolean): readonly TypeCalls[] {
  return calling(typeTable(), matches)
}

/**
 * The services that AWS's managed policies let call an action that `matches` for their caller, with these actions, by name.
 * What a curated entry tells is not among them. CloudFormation is, with what no resource type is known to call.
 */
export function viaServicesCalling(matches: (action: string) => boolean): readonly ServiceCalls[] {
  const found = new Map<string, readonly string[]>()
  for (const { via, actions } of calling(serviceTable(), matches))
    found.set(via, [...(found.get(via) ?? []), ...actions])
  return [...found].map(([via, actions]) => ({ via, actions }))
}

/**
 * A path for every CloudFormation resource type, and one for every two services of the table of managed policies, sorted by
 * id. What a curated entry tells is left out: of a service, its actions; of a resource type, those of the entries that cite
 * its schema.
 */
export const generatedPaths: () => readonly ServiceCallPath[] = once(() =>
  [...typeTable().flatMap(typePath), ...servicePaths()].toSorted(byId),
)

/** Those of the services alone: few enough to be judged one by one. */
export const servicePaths: () => readonly ServiceCallPath[] = once(() => serviceTable().map(servicePath).toSorted(byId))

/**
 * Any calls of CloudFormation's for whoever works on a stack, in one path. What a request holds is the same for all resource
 * types, so that one such path tells of as many types as call these actions.
 */
export function cloudFormationCalls(actions: readonly string[]): ServiceCallPath {
  return { ...stackPath(), hops: stackHops(actions) }
}

const typeTable = once(() => readTypes(cloudFormationTypes))

const serviceTable = once(() =>
  readServices(viaServices).flatMap((line) => {
    const actions = line.actions.filter((action) => !told().has(`${line.via} ${action}`))
    return actions.length === 0 ? [] : [{ ...line, actions }]
  }),
)

/**
 * What curated entries tell of forward access sessions, with their ids: the calling service and an action, and the address
 * of each source and an action.
 */
const told = once(
  () =>
    new Map(
      catalogue
        .filter(({ mechanism }) => mechanism === 'forward-access-session')
        .flatMap(({ id, via, hops, sources }) => {
          const tellers = [via, ...sources.map(({ url }) => url)]
          const actions = hops.flatMap((hop) => hop.actions)
          return tellers.flatMap((teller) => actions.map((action) => [`${teller} ${action}`, id] as const))
        }),
    ),
)

function typePath({ type, actions }: TypeCalls): ServiceCallPath[] {
  const schema = registrySchema(type, 'create')
  const own = actions.filter((action) => !told().has(`${schema.url} ${action}`))
  if (own.length === 0) return []
  const others = actions.flatMap((action) => told().get(`${schema.url} ${action}`) ?? [])
  const elsewhere = [...new Set(others)].toSorted().join(', ')
  const more = elsewhere === '' ? '' : ` What is told by ${elsewhere} is not repeated here.`
  return [
    {
      ...cloudFormationCalls(own),
      id: resourceTypePathId(type),
      title: `CloudFormation manages ${type} resources`,
      note: `Applies to stacks without a service role. ${registeredPermission}${more}`,
      sources: [{ ...schema, title: `CloudFormation registry schema of ${type}: permissions of its handlers` }],
    },
  ]
}

/** What all calls of CloudFormation’s have in common. Made once: the readings are many, and the same for every type. */
const stackPath = once(() =>
  forwardAccessSession({
    id: 'cfn-type',
    title: 'CloudFormation manages the resources of a stack',
    via: cloudFormation,
    entryActions: stackActions,
    hops: [],
    basis: 'derived',
    lost: ownAddress,
    sources: [cloudFormationAccess],
  }),
)

function stackHops(actions: readonly string[]): Hop[] {
  const isKms = (action: string) => action.startsWith('kms:')
  const hops: Hop[] = [
    { actions: actions.filter((action) => !isKms(action)), keys: lastUnknown },
    { actions: actions.filter(isKms), keys: kmsThroughService },
  ]
  return hops.filter((hop) => hop.actions.length > 0)
}

function servicePath({ via, actions, policies }: PolicyCalls): ServiceCallPath {
  const caller = via.replace(/\.amazonaws\.com$/, '')
  const called = actions[0]?.split(':')[0] ?? ''
  const own = {
    id: `fas-${caller.replaceAll('.', '-')}-${called}`,
    title: `${nameOf(caller)} calls ${called === caller ? 'itself' : nameOf(called)} with the credentials of its caller`,
    note: allowedThroughService,
    sources: policySources(policies),
  }
  if (via === cloudFormation) return { ...cloudFormationCalls(actions), ...own }
  return forwardAccessSession({ ...own, via, entryActions: [], hops: [{ actions }], basis: 'derived' })
}

/** Throws where there is none: that is a mistake of the generator's. */
function policySources(policies: readonly string[]): [Citation, ...Citation[]] {
  const [first, ...rest] = policies.map((policy) => {
    const [name = '', version = '', date = ''] = policy.split('/')
    return managedPolicy(name, Number(version), date)
  })
  if (first === undefined) throw new Error('a line of the table of managed policies names none')
  return [first, ...rest]
}

function nameOf(service: string): string {
  return names().get(service) ?? service
}

const names = once(
  () => new Map(serviceNames.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)])),
)

function byId(a: ServiceCallPath, b: ServiceCallPath): number {
  return a.id < b.id ? -1 : 1
}
