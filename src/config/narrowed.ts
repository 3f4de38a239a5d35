import type { CatalogueTables, OwnPathSketch, Registry } from '../model/contracts.ts'
import { resourceTypePathId, resourceTypesPathId, type ServiceCallPath } from '../model/request.ts'
import { closest } from './closest.ts'
import { matcher } from './globs.ts'
import { ConfigError, didYouMean, fault, nameOfKeys, quoted } from './messages.ts'

/** What the configuration says of the catalogue. */
export interface CatalogueConfig {
  /** Globs of ids. */
  readonly disable: readonly string[]
  /** Services by principal or the first part of that. */
  readonly services: readonly string[] | undefined
  readonly paths: readonly OwnPathSketch[]
  /** `file:line` of what stands at these keys of the file. */
  readonly placeOf: (keys: Keys) => string
}

type Keys = readonly (string | number)[]
interface Configured {
  readonly catalogue: CatalogueConfig
}

/**
 * The registry with the user's own paths and without those that are disabled or of other services, generated ones too; own
 * paths always stay. Throws a `ConfigError` for an own path that cannot be, and for a service that no path has: a slip of
 * the pen would else leave nothing to find.
 */
export function narrowed(registry: Registry, config: Configured): Registry {
  const own = ownPaths(registry, config)
  const keeps = filterOf(registry, own, config)
  const catalogue = [...registry.catalogue.filter(keeps), ...own].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const { tables } = registry
  return { ...registry, catalogue, ...(tables === undefined ? {} : { tables: narrowedTables(tables, keeps) }) }
}

type Keeps = (path: Pick<ServiceCallPath, 'id' | 'via'>) => boolean

function filterOf(registry: Registry, own: readonly ServiceCallPath[], { catalogue }: Configured): Keeps {
  const { disable, services } = catalogue
  if (services !== undefined) checkServices(registry, own, services, catalogue.placeOf)
  const isDisabled = disable.length === 0 ? () => false : matcher(disable)
  return (path) => !isDisabled(path.id) && (services === undefined || services.some((name) => isCalledBy(path, name)))
}

function narrowedTables(tables: CatalogueTables, keeps: Keeps): CatalogueTables {
  const keepsType = (id: string) => keeps({ id, via: 'cloudformation.amazonaws.com' })
  const keepsTypes = keepsType(resourceTypesPathId)
  return {
    typesCalling: (matches) =>
      tables.typesCalling(matches).filter(({ type }) => keepsTypes && keepsType(resourceTypePathId(type))),
    cloudFormationCalls: tables.cloudFormationCalls,
    servicePaths: () => tables.servicePaths().filter(keeps),
    allPaths: () => tables.allPaths().filter(keeps),
  }
}

function checkServices(
  { catalogue, tables }: Registry,
  own: readonly ServiceCallPath[],
  services: readonly string[],
  placeOf: CatalogueConfig['placeOf'],
): void {
  const paths = [...catalogue, ...own, ...(tables?.servicePaths() ?? [])]
  const faults = services.flatMap((name, index) => {
    if (paths.some((path) => isCalledBy(path, name))) return []
    const near = closest(
      name,
      paths.map(({ via }) => shortService(via)),
    )
    const help = near === undefined ? 'list the services with `sourceip-guard paths`' : didYouMean(near)
    return [
      faultAt(['catalogue', 'services', index], placeOf, `${quoted(name)} calls in no path of the catalogue`, help),
    ]
  })
  if (faults.length > 0) throw new ConfigError(faults.join('\n'))
}

/** The user's own paths. Throws a `ConfigError` for an id that is taken and for an action that AWS has not. */
export function ownPaths(registry: Registry, { catalogue: { paths, placeOf } }: Configured): ServiceCallPath[] {
  const { ownPath } = registry
  if (ownPath === undefined) {
    if (paths.length > 0) throw new Error('a registry without `ownPath` was given own paths')
    return []
  }
  const faults = paths.flatMap((sketch, index) => {
    const at: At = (keys, wrong, help) => faultAt(['catalogue', 'paths', index, ...keys], placeOf, wrong, help)
    const earlier = paths.slice(0, index)
    return [
      ...idFaults(sketch.id, registry, earlier, at),
      ...actionFaults('entry-actions', sketch.entryActions, registry, at),
      ...actionFaults('actions', sketch.actions, registry, at),
    ]
  })
  if (faults.length > 0) throw new ConfigError(faults.join('\n'))
  return paths.map(ownPath)
}

/** A fault at keys below the path that is looked at. */
type At = (keys: Keys, wrong: string, help: string) => string

function faultAt(keys: Keys, placeOf: CatalogueConfig['placeOf'], wrong: string, help: string): string {
  return fault(`${placeOf(keys)}: ${nameOfKeys(keys)}`, wrong, help)
}

function idFaults(id: string, { catalogue }: Registry, earlier: readonly OwnPathSketch[], at: At): string[] {
  if (earlier.some((path) => path.id === id)) {
    return [at(['id'], `stands twice: ${quoted(id)}`, 'give each path an id of its own')]
  }
  if (!catalogue.some((path) => path.id === id)) return []
  return [
    at(['id'], `is taken: ${quoted(id)} is a path that ships`, 'choose another id; `disable` leaves out the other'),
  ]
}

/** AWS adds actions every week: a name that nobody here has heard of is an error only where it looks like a slip. */
function actionFaults(key: string, actions: readonly string[], { actionNames }: Registry, at: At): string[] {
  if (actionNames === undefined) return []
  return actions.flatMap((action, index) => {
    const [service = '', name = ''] = action.split(':')
    if (!actionNames.services.includes(service)) {
      const near = closest(service, actionNames.services)
      const help = near === undefined ? 'write the prefix that the actions have in policies' : didYouMean(near)
      return [at([key, index], `is of no service that IAM has: ${quoted(service)}`, help)]
    }
    const names = actionNames.namesOf(service)
    if (names.some((known) => known.toLowerCase() === name.toLowerCase())) return []
    const near = closest(name, names, 2)
    return near === undefined
      ? []
      : [at([key, index], `is no action that is known: ${quoted(action)}`, didYouMean(`${service}:${near}`))]
  })
}

/** Whether a service, by its principal or the first part of that (`cloudformation`), makes the calls of a path. */
export function isCalledBy({ via }: Pick<ServiceCallPath, 'via'>, service: string): boolean {
  const wanted = service.toLowerCase()
  return via === wanted || shortService(via) === wanted
}

function shortService(via: string): string {
  return via.replace(/\.amazonaws\.com(\.cn)?$/, '')
}

/** The services that call in some of these paths, by their short names, sorted. */
export function callingServices(paths: readonly Pick<ServiceCallPath, 'via'>[]): string[] {
  return [...new Set(paths.map(({ via }) => shortService(via)))].toSorted()
}
