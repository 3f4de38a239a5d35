import {
  type Citation,
  type Hop,
  type KeyState,
  type Mechanism,
  type Reading,
  resourceTypePathId,
  type ServiceCallPath,
  wellKnownResourceTypes,
} from '../model/request.ts'
import { visible } from '../report/plain-text.ts'
import { counted, managedPoliciesText, mechanismText, resourceTypesText } from '../report/wording.ts'
import { table } from './usage.ts'

/** Every action that the service calls on the way, each once. */
export function actionsOf({ hops }: ServiceCallPath): string[] {
  return [...new Set(hops.flatMap(({ actions }) => actions))]
}

const mechanismOrder: readonly Mechanism[] = [
  'forward-access-session',
  'service-role',
  'service-principal',
  'service-linked-role',
  'cloudshell',
  'console',
]
/** Generated paths are listed one by one up to so many. */
const fewPaths = 10

/** The list for people: what was reviewed one by one in full, of the generated tables examples and a count. */
export function listText(paths: readonly ServiceCallPath[]): string {
  const [types, rest] = parted(paths, ({ id }) => id.startsWith('cfn-type-'))
  const [services, reviewed] = parted(rest, ({ id }) => id.startsWith('fas-'))
  const [own, shipped] = parted(reviewed, ({ basis }) => basis === 'user')
  const known = new Set(wellKnownResourceTypes.map(resourceTypePathId))
  const [wellKnown, others] = parted(types, ({ id }) => known.has(id))
  const groups = [
    groupText('your own, from the configuration', own),
    ...mechanismOrder.map((mechanism) =>
      groupText(
        `a service calls ${mechanismText(mechanism)}`,
        shipped.filter((path) => path.mechanism === mechanism),
      ),
    ),
    generatedText([...wellKnown, ...others], resourceTypesText),
    generatedText(services, managedPoliciesText),
  ].filter((group) => group !== '')
  const how = '`sourceip-guard paths ID` tells one with its sources, `--format json` lists all'
  return [...groups, `${counted(paths.length, 'path')}; ${how}\n`].join('\n')
}

function groupText(heading: string, paths: readonly ServiceCallPath[]): string {
  if (paths.length === 0) return ''
  const rows = paths.map(({ id, title }) => [id, visible(title)] as const)
  return `${heading}: ${paths.length}\n${table(rows)}`
}

function generatedText(paths: readonly ServiceCallPath[], text: (count: number) => string): string {
  if (paths.length === 0) return ''
  const sentence = text(paths.length)
  if (paths.length <= fewPaths) return `${sentence}\n${table(paths.map(({ id, title }) => [id, title] as const))}`
  const examples = paths.slice(0, 3).map(({ id }) => id)
  return `${sentence}, e.g. ${examples.join(', ')}\n`
}

function parted<T>(items: readonly T[], isFirst: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))]
}

/** One path for people, with what the target sees of its calls and the sources. */
export function entryText(path: ServiceCallPath): string {
  const { id, title, mechanism, via, entryActions, hops, readings, basis, note, sources } = path
  const lines = [
    `${id}: ${title}`,
    '',
    ...(entryActions.length === 0 ? [] : [`the user calls ${entryActions.join(', ')}`]),
    `${via} then calls ${mechanismText(mechanism)}:`,
    ...hops.flatMap(stepLines),
    '',
    'what the target may see, by AWS’s documents (keys that are not named are absent):',
    ...readings.flatMap(readingLines),
    '',
    `basis: ${basis}`,
    ...(note === undefined ? [] : [`note: ${note}`]),
    'sources:',
    ...sources.flatMap(citationLines),
  ]
  return lines.map((line) => `${visible(line)}\n`).join('')
}

/** One path stands for thousands of actions; every other has fewer. */
const mostActions = 70

function stepLines({ actions, resource, keys }: Hop, index: number): string[] {
  const more = actions.length - mostActions
  const named = more > 0 ? `${actions.slice(0, mostActions).join(', ')} and ${more} more` : actions.join(', ')
  const on = resource === undefined ? '' : ` on ${resource}`
  return [`  ${index + 1}. ${named}${on}`, ...keyLines(Object.entries(keys))]
}

function readingLines({ claim, network, source, keys }: Reading): string[] {
  const caller = network === 'public' ? 'caller on the public network' : 'caller behind a VPC endpoint'
  const there = Object.entries(keys).filter(([, { kind }]) => kind !== 'absent')
  return [`  - ${claim} (${caller})`, ...keyLines(there), ...citationLines(source)]
}

function citationLines({ title, url, retrieved }: Citation): string[] {
  return [`    ${title}${retrieved === '' ? '' : ` (${retrieved})`}`, `    ${url}`]
}

function keyLines(keys: readonly (readonly [string, KeyState])[]): string[] {
  const unknown = keys.filter(([, { kind }]) => kind === 'unknown').map(([key]) => key)
  const known = keys
    .filter(([, { kind }]) => kind !== 'unknown')
    .map(([key, state]) => `     ${key} ${stateText(state)}`)
  return unknown.length === 0 ? known : [...known, `     not documented: ${unknown.join(', ')}`]
}

function stateText(state: KeyState): string {
  switch (state.kind) {
    case 'present':
      return `= ${state.values.join(', ')}`
    case 'absent':
      return 'is absent'
    case 'unlisted':
      return 'is an address in no list of the customer’s'
    case 'listed':
      return 'is the caller’s own address'
    case 'like':
      return `is like ${state.pattern}`
    case 'unknown':
      return 'is not documented'
    default:
      return state satisfies never
  }
}
