import { closest, isCalledBy } from '../config.ts'
import type { Citation, KeyState, Mechanism, Reading, ServiceCallPath } from '../model/request.ts'
import { registry } from '../registry.ts'
import { visible } from '../report/plain-text.ts'
import { counted, mechanismText } from '../report/wording.ts'
import { openOutput, type Shell } from './shell.ts'
import { type Call, choiceOf, type Synopsis, table, usage } from './usage.ts'

export const pathsSynopsis: Synopsis = {
  name: 'paths',
  operands: '[ID]',
  summary: 'list the known service-call paths, or tell one with its sources',
  does: 'Lists the known service-call paths, or tells one with its sources.',
  options: {
    service: { value: 'NAME', help: 'those whose calls this service makes: `cloudformation`, `athena.amazonaws.com`' },
    action: { value: 'ACTION', help: 'those that reach this action: `kms:Decrypt`, `s3:*`' },
    format: { value: 'FORMAT', help: 'text, json (default: text)' },
    output: { value: 'FILE', help: 'write there instead of to standard output' },
  },
  maxOperands: 1,
}

/** `paths`: the exit status. */
export function paths(call: Call, shell: Shell): number {
  const format = choiceOf(call, pathsSynopsis, 'format', ['text', 'json']) ?? 'text'
  const [id] = call.operands
  const chosen = select(call, id)
  const { write, close } = openOutput(shell, call.flags.get('output'))
  if (format === 'json') write(`${JSON.stringify(chosen.map(jsonPath), null, 2)}\n`)
  else write(id === undefined ? listText(chosen) : chosen.map(entryText).join(''))
  close()
  return 0
}

function select({ flags }: Call, id: string | undefined): ServiceCallPath[] {
  const { catalogue } = registry
  if (id !== undefined && !catalogue.some((path) => path.id === id)) throw unknownId(id, catalogue)
  const service = flags.get('service')
  const action = flags.get('action')
  return catalogue.filter(
    (path) =>
      (id === undefined || path.id === id) &&
      (service === undefined || isCalledBy(path, service)) &&
      (action === undefined || actionsOf(path).some((reached) => overlaps(reached, action))),
  )
}

function unknownId(id: string, catalogue: readonly ServiceCallPath[]): Error {
  const ids = catalogue.map((path) => path.id)
  const similar = ids
    .filter((known) => known.includes(id))
    .toSorted((a, b) => Number(b.startsWith(id)) - Number(a.startsWith(id)))
    .slice(0, 5)
  const hint = similar.length === 0 ? '' : `; similar: ${similar.join(', ')}`
  return usage(pathsSynopsis, `there is no path \`${id}\`${hint}`, closest(id, ids))
}

/** Every action that the service calls on the way, each once. */
function actionsOf({ hops }: ServiceCallPath): string[] {
  return [...new Set(hops.flatMap(({ actions }) => actions))]
}

/** Whether one of two action names, as a pattern with `*` and `?`, covers the other. */
function overlaps(a: string, b: string): boolean {
  return covers(a, b) || covers(b, a)
}

function covers(pattern: string, name: string): boolean {
  const source = pattern
    .replaceAll(/[^\w:*?]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${source}$`, 'i').test(name)
}

function jsonPath(path: ServiceCallPath): object {
  const { id, title, mechanism, via, entryActions, basis, sources } = path
  const links = sources.map(({ title, url }) => ({ title, url }))
  return { id, title, mechanism, via, entryActions, actions: actionsOf(path), basis, sources: links }
}

const mechanismOrder: readonly Mechanism[] = [
  'forward-access-session',
  'service-role',
  'service-principal',
  'service-linked-role',
  'cloudshell',
  'console',
]

function listText(paths: readonly ServiceCallPath[]): string {
  const groups = mechanismOrder.flatMap((mechanism) => {
    const members = paths.filter((path) => path.mechanism === mechanism)
    if (members.length === 0) return []
    const rows = members.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, title }) => [id, title] as const)
    return [`a service calls ${mechanismText(mechanism)}: ${members.length}\n${table(rows)}\n`]
  })
  return `${groups.join('')}${counted(paths.length, 'path')}; \`sourceip-guard paths ID\` tells one with its sources\n`
}

function entryText(path: ServiceCallPath): string {
  const { id, title, mechanism, via, entryActions, hops, readings, basis, note, sources } = path
  const steps = hops.flatMap(({ actions, resource, keys }, index) => [
    `  ${index + 1}. ${actions.join(', ')}${resource === undefined ? '' : ` on ${resource}`}`,
    ...keyLines(Object.entries(keys)),
  ])
  const lines = [
    `${id}: ${title}`,
    '',
    ...(entryActions.length === 0 ? [] : [`the user calls ${entryActions.join(', ')}`]),
    `${via} then calls ${mechanismText(mechanism)}:`,
    ...steps,
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

function readingLines({ claim, network, source, keys }: Reading): string[] {
  const caller = network === 'public' ? 'caller on the public network' : 'caller behind a VPC endpoint'
  const there = Object.entries(keys).filter(([, { kind }]) => kind !== 'absent')
  return [`  - ${claim} (${caller})`, ...keyLines(there), ...citationLines(source)]
}

function citationLines({ title, url, retrieved }: Citation): string[] {
  return [`    ${title} (${retrieved})`, `    ${url}`]
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
