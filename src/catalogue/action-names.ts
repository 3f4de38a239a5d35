import type { ActionNames } from '../model/contracts.ts'
import { catalogue } from './catalogue.ts'
import { cloudFormationTypesCalling, servicePaths } from './generated-paths.ts'
import { once } from './generated-tables.ts'
import { iamServices, resemblingActions } from './iam-names.ts'

/** What is known here of the names of AWS's actions. */
export const actionNames: ActionNames = {
  services: iamServices,
  namesOf: (service) => {
    const prefix = `${service}:`
    return known().flatMap((action) => (action.startsWith(prefix) ? [action.slice(prefix.length)] : []))
  },
}

/** Every action that a path or a resource type calls, and those that resemble one of them. */
const known = once(() => [
  ...new Set([
    ...[...catalogue, ...servicePaths()].flatMap(({ entryActions, hops }) => [
      ...entryActions,
      ...hops.flatMap(({ actions }) => actions),
    ]),
    ...cloudFormationTypesCalling(() => true).flatMap(({ actions }) => actions),
    ...resemblingActions.flatMap((line) => {
      const [service, ...names] = line.split(' ')
      return names.map((name) => `${service}:${name}`)
    }),
  ]),
])
