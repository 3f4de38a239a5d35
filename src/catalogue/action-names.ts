import type { ActionNames } from '../model/contracts.ts'
import { catalogue } from './catalogue.ts'
import { cloudFormationTypesCalling, servicePaths } from './generated-paths.ts'
import { once } from './generated-tables.ts'
import { iamServices, resemblingActions } from './iam-names.ts'

/** What is known here of the names of AWS's actions. */
export const actionNames: ActionNames = {
  services: iamServices,
  namesOf: (service) => byService().get(service) ?? [],
}

/** Names by the prefix of their service: those that a path or a resource type calls, and what resembles them. */
const byService = once(() => {
  const called = [
    ...[...catalogue, ...servicePaths()].flatMap(({ entryActions, hops }) => [
      ...entryActions,
      ...hops.flatMap(({ actions }) => actions),
    ]),
    ...cloudFormationTypesCalling(() => true).flatMap(({ actions }) => actions),
  ]
  const names = new Map<string, string[]>()
  const add = (service: string, more: readonly string[]) => {
    const known = names.get(service)
    if (known === undefined) names.set(service, [...more])
    else known.push(...more)
  }
  for (const action of new Set(called)) {
    const colon = action.indexOf(':')
    add(action.slice(0, colon), [action.slice(colon + 1)])
  }
  for (const line of resemblingActions) {
    const [service = '', ...more] = line.split(' ')
    add(service, more)
  }
  return names
})
