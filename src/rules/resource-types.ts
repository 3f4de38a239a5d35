import { memo } from '../evaluate/memo.ts'
import { evaluateActions, takesInAll } from '../evaluate/statement.ts'
import { serviceOf } from '../model/action.ts'
import type { ChangedStatement } from '../model/change.ts'
import type { RuleContext } from '../model/contracts.ts'
import type { BrokenPath } from '../model/finding.ts'
import type { Value } from '../model/policy.ts'
import { resourceTypesPathId, type ServiceCallPath, wellKnownResourceTypes } from '../model/request.ts'
import { brokenPath, byGravity } from './broken-path.ts'
import { governedBy } from './governed.ts'
import { levelOf } from './levels.ts'

/**
 * The CloudFormation resource types of which a handler's call is denied, told as one path: their calls differ by action alone, so
 * one call for each service (and for buckets and objects apart) speaks for all types that make it.
 */
export function brokenResourceTypes(subject: ChangedStatement, context: RuleContext): BrokenPath | undefined {
  const { tables, settings } = context
  const { policy, statement } = subject
  if (tables === undefined || levelOf('forward-access-session', policy.type) === undefined) return undefined
  const governs = governedBy(policy, context)
  const wanted = (action: string) =>
    (governs?.has(action) ?? true) && evaluateActions(statement.actions, action) !== 'false'
  // The same few selections of actions come again and again: in the statement, in each of its remedies, in the next policy.
  const selection = JSON.stringify([governs?.name, statement.actions.negated, statement.actions.patterns.map(textOf)])
  const everything = takesInAll(statement.resources)
  const { types, probes } = selected(tables, `${everything} ${selection}`, () => {
    const calling = tables.typesCalling(wanted)
    const probes = new Map<string, string[]>()
    const types = calling.map(({ type, actions }) => {
      const groups = new Set<string>()
      for (const action of actions) {
        const group = groupOf(action, everything)
        groups.add(group)
        addProbe(probes, group, action)
      }
      return { type, groups: [...groups] }
    })
    return {
      types,
      probes: new Map([...probes].map(([group, actions]) => [group, tables.cloudFormationCalls(actions)])),
    }
  })
  const broken = new Map<string, BrokenPath>()
  for (const [group, path] of probes) {
    const found = brokenPath(subject, path, settings)
    if (found !== undefined) broken.set(group, found)
  }
  const [worst] = [...broken.values()].toSorted(byGravity)
  if (worst === undefined) return undefined
  const told = types.filter(({ groups }) => groups.some((group) => broken.has(group)))
  return {
    ...worst,
    id: resourceTypesPathId,
    title: titleOf(
      told.map(({ type }) => type),
      policy.creates ?? [],
    ),
    basis: 'derived',
  }
}

/** The types that call one of the selected actions, and the calls that speak for them. */
interface Selected {
  readonly types: readonly { readonly type: string; readonly groups: readonly string[] }[]
  readonly probes: ReadonlyMap<string, ServiceCallPath>
}

const selected = memo<Selected>()

function textOf(value: Value): string {
  return value.kind === 'literal' ? value.text : `\${${value.expression}}`
}

/** Keeps some actions for each group of calls that a statement may tell apart. */
function addProbe(probes: Map<string, string[]>, group: string, action: string): void {
  const actions = probes.get(group)
  if (actions === undefined) probes.set(group, [action])
  else if (actions.length < 3 && !actions.includes(action)) actions.push(action)
}

/** Where a statement is for every resource, only calls to KMS differ from others: they have a key of their own. */
function groupOf(action: string, everything: boolean): string {
  const service = serviceOf(action)
  if (everything) return service === 'kms' ? 'kms' : 'other'
  return service === 's3' && /object/i.test(action) ? 's3 objects' : service
}

function titleOf(types: readonly string[], creates: readonly string[]): string {
  const own = creates.filter((type) => types.includes(type))
  const first = own.length > 0 ? own : wellKnownResourceTypes.filter((type) => types.includes(type))
  const names = [...new Set([...first, ...types])].slice(0, 3).join(', ')
  if (types.length === 1) return `CloudFormation manages resources of type ${names}`
  const whose = own.length > 0 ? `, ${own.length} of them in this template` : ''
  return `CloudFormation manages ${types.length} resource types${whose}, e.g. ${names}`
}
