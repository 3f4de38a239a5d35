import { closest, isCalledBy, ownPaths } from '../config.ts'
import { resourceTypePathId, resourceTypesPathId, type ServiceCallPath } from '../model/request.ts'
import { registry } from '../registry.ts'
import { jsonText } from '../report/json-text.ts'
import { actionsOf, entryText, listText } from './paths-text.ts'
import { openOutput, type Shell } from './shell.ts'
import { type Call, choiceOf, type Synopsis, usage } from './usage.ts'
import { openWorkspace } from './workspace.ts'

export const pathsSynopsis: Synopsis = {
  name: 'paths',
  operands: '[ID]',
  summary: 'list the known service-call paths, or tell one with its sources',
  does: 'Lists the service-call paths that are known and those that the configuration adds, or tells one with its sources.',
  options: {
    service: { value: 'NAME', help: 'those whose calls this service makes: `cloudformation`, `athena.amazonaws.com`' },
    action: { value: 'ACTION', help: 'those that reach this action: `kms:Decrypt`, `s3:*`' },
    format: { value: 'FORMAT', help: 'text, json (default: text)' },
    config: { value: 'FILE', help: 'configuration with paths of your own (default: that of the repository)' },
    output: { value: 'FILE', help: 'write there instead of to standard output' },
  },
  maxOperands: 1,
}

/** `paths`: the exit status. */
export function paths(call: Call, shell: Shell): number {
  const format = choiceOf(call, pathsSynopsis, 'format', ['text', 'json']) ?? 'text'
  const [id] = call.operands
  const fits = filterOf(call)
  const known = knownPaths(ownPaths(registry, openWorkspace(pathsSynopsis, call, shell).config))
  const chosen = (id === undefined ? known : [pathNamed(id, known)]).filter(fits)
  const { write, close } = openOutput(shell, call.flags.get('output'))
  if (format === 'json') write(jsonText(chosen.map(jsonPath)))
  else write(id === undefined ? listText(chosen) : chosen.map(entryText).join(''))
  close()
  return 0
}

/** What ships, whether or not the configuration leaves it out, and the user's own; sorted by id. */
function knownPaths(own: readonly ServiceCallPath[]): readonly ServiceCallPath[] {
  const { catalogue, tables } = registry
  return [...catalogue, ...(tables?.allPaths() ?? []), ...own].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function filterOf({ flags }: Call): (path: ServiceCallPath) => boolean {
  const service = flags.get('service')
  const reaches = reaching(flags.get('action'))
  return (path) => (service === undefined || isCalledBy(path, service)) && reaches(path)
}

/** Whether a path reaches an action that this pattern with `*` and `?` names. */
function reaching(wanted: string | undefined): (path: ServiceCallPath) => boolean {
  if (wanted === undefined) return () => true
  if (wanted !== '*' && !wanted.includes(':'))
    throw usage(pathsSynopsis, `\`--action\`: \`${wanted}\` is no action; write it as \`s3:GetObject\` or \`s3:*\``)
  const source = wanted
    .replaceAll(/[^\w:*?]/g, '\\$&')
    .replaceAll(/\*+/g, '.*')
    .replaceAll('?', '.')
  const pattern = new RegExp(`^${source}$`, 'i')
  return (path) => actionsOf(path).some((action) => pattern.test(action))
}

/** One path. Throws a `UsageError` where there is none of this id. */
function pathNamed(id: string, known: readonly ServiceCallPath[]): ServiceCallPath {
  const path = known.find((candidate) => candidate.id === id) ?? (id === resourceTypesPathId ? allTypes() : undefined)
  if (path !== undefined) return path
  const ids = known.map((candidate) => candidate.id)
  // People have the name of a type at hand.
  const part = id.includes('::') ? resourceTypePathId(id) : id.toLowerCase()
  const similar = ids
    .filter((candidate) => candidate.includes(part))
    .toSorted((a, b) => Number(b.startsWith(part)) - Number(a.startsWith(part)))
    .slice(0, 5)
  const hint = similar.length === 0 ? '' : `; similar: ${similar.join(', ')}`
  throw usage(pathsSynopsis, `there is no path \`${id}\`${hint}`, closest(part, ids))
}

/** What reports tell of many resource types at once. */
function allTypes(): ServiceCallPath | undefined {
  const { tables } = registry
  const types = tables?.typesCalling(() => true) ?? []
  const actions = [...new Set(types.flatMap((type) => type.actions))].toSorted()
  const common = tables?.cloudFormationCalls(actions)
  return (
    common && {
      ...common,
      id: resourceTypesPathId,
      title: `CloudFormation manages resources of ${types.length} types`,
      note: 'Each type has a path of its own, `cfn-type-aws-s3-bucket`; a report says of how many a call is denied.',
    }
  )
}

function jsonPath(path: ServiceCallPath): object {
  const { id, title, mechanism, via, entryActions, basis, sources } = path
  const links = sources.map(({ title: name, url }) => ({ title: name, url }))
  return { id, title, mechanism, via, entryActions, actions: actionsOf(path), basis, sources: links }
}
