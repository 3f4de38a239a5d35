import { runUnsafeSimulation } from '@cloud-copilot/iam-simulate'
import { evaluateStatement } from '../../src/evaluate/statement.ts'
import { triedCalls } from '../../src/evaluate/witness.ts'
import { keyAsWritten } from '../../src/model/condition-keys.ts'
import type { Remedy, ReportedFinding } from '../../src/model/finding.ts'
import type { PolicyVersion, Selector, Statement } from '../../src/model/policy.ts'
import type { RequestContext } from '../../src/model/request.ts'
import { registry } from '../../src/registry.ts'
import { addressStates, sampleActions } from '../../src/remedies/controls.ts'

/** Who asks, wherever the judge is asked. */
export const principal = 'arn:aws:iam::111122223333:user/alice'

/** The judge takes nothing to be in a range of `/0`. */
export const misjudged = /"0\.0\.0\.0\/0"|"::\/0"/

/** A statement as JSON for the judge; undefined where the file does not hold a value. Who signs is no business of a remedy. */
export function asJson(statement: Statement): object | undefined {
  const lists = [statement.actions, statement.resources].flatMap((selector) => selector?.patterns ?? [])
  const values = [...lists, ...statement.conditions.flatMap((condition) => condition.values)]
  if (values.some(({ kind }) => kind === 'unresolved') || statement.undecidable.length > 0) return undefined
  const block: Record<string, Record<string, string[]>> = {}
  for (const { operator, key, values: texts } of statement.conditions) {
    const { quantifier, base, ifExists } = operator.value
    const name = `${quantifier === undefined ? '' : `${quantifier}:`}${base}${ifExists ? 'IfExists' : ''}`
    block[name] = { ...block[name], [key.value]: textsOf({ patterns: texts }) }
  }
  const resources = statement.resources ?? { negated: false, patterns: [] }
  return {
    Effect: 'Deny',
    [statement.actions.negated ? 'NotAction' : 'Action']: textsOf(statement.actions),
    [resources.negated ? 'NotResource' : 'Resource']: resources.patterns.length === 0 ? ['*'] : textsOf(resources),
    Condition: block,
  }
}

/** Whether an action is of no service: the judge breaks off on such. */
function isOfNoService({ actions }: Statement): boolean {
  return textsOf(actions).some((text) => text !== '*' && !text.includes(':'))
}

/** The values that are known. */
export function textsOf({ patterns }: Pick<Selector, 'patterns'>): string[] {
  return patterns.flatMap((value) => (value.kind === 'literal' ? [value.text] : []))
}

/** What the judge says. */
export function isDenied(
  statement: object,
  version: PolicyVersion,
  { action, resource, keys }: RequestContext,
): boolean {
  const contextVariables = Object.fromEntries(
    [...keys].flatMap(([key, state]) => {
      if (state.kind !== 'present') return []
      const [only = '', ...more] = state.values
      return [[keyAsWritten(key), more.length === 0 && key !== 'aws:calledvia' ? only : [...state.values]]]
    }),
  )
  const allow = { Effect: 'Allow', Action: '*', Resource: '*' }
  return (
    runUnsafeSimulation(
      {
        request: { principal, action, resource: { resource, accountId: '111122223333' }, contextVariables },
        identityPolicies: [{ name: 'p', policy: { Version: version, Statement: [allow, statement] } }],
        serviceControlPolicies: [],
        resourceControlPolicies: [],
      },
      {},
    ) === 'ExplicitlyDenied'
  )
}

/** The patched statement, read from the patched file. */
function after({ finding }: ReportedFinding, { patchedText }: Remedy): Statement | undefined {
  const { policy, statement } = finding.subject
  const format = registry.formats.find(({ id }) => id === policy.formatId)
  const read = format?.read({ ...policy.file, text: patchedText }).policies
  const found = read?.find(({ address }) => address === policy.address)
  return found?.statements[policy.statements.indexOf(statement)]
}

/**
 * What the service's calls look like: of the cleared paths, one of each mechanism and service of the target. Where an exemption is put
 * back, a console's calls are as they were before the change, and which keys they carry is not known: there is no request to ask about.
 */
function clearedRequests({ finding }: ReportedFinding, { clears }: Remedy): RequestContext[] {
  const kinds = new Map(
    finding.paths
      .filter(({ id, witness }) => clears.includes(id) && witness !== undefined)
      .filter(({ mechanism }) => mechanism !== 'console' || finding.ruleId !== 'exemption-removed')
      .map((path) => [`${path.mechanism} ${path.network} ${path.action.startsWith('kms:')}`, path]),
  )
  return [...kinds.values()].flatMap(({ witness }) => witness?.(finding.subject) ?? [])
}

/** Direct requests with every kind of address and each set of optional keys, and what the evaluator says of them. */
function directRequests(
  { finding }: ReportedFinding,
  patched: Statement,
): { request: RequestContext; denied: boolean }[] {
  const { policy, statement: before } = finding.subject
  const states = addressStates({ policy, before, after: patched, moment: {} }).filter(({ kind }) => kind === 'present')
  const actions = sampleActions({ before, after: patched }, registry.catalogue)
  const callers = registry.controls.filter((control) => control.principal.kind !== 'federated')
  return callers.flatMap(({ principal: who, keys }) =>
    (keys['aws:sourceip'] === undefined ? states : [keys['aws:sourceip']]).flatMap((state) => {
      const template = { resource: undefined, mechanism: 'forward-access-session', via: '', network: 'public' } as const
      const call = { ...template, actions, keys: { ...keys, 'aws:sourceip': state }, principals: [who] }
      return [...triedCalls(before, policy.version, call)].slice(0, 1).map(({ request }) => {
        const exact = { ...request, keys: new Map([...request.keys, ['aws:sourceip', state]] as const) }
        return { request: exact, denied: evaluateStatement(before, policy.version, exact) === 'true' }
      })
    }),
  )
}

function at(request: RequestContext, instant: string): RequestContext {
  return { ...request, keys: new Map([...request.keys, ['aws:currenttime', { kind: 'present', values: [instant] }]]) }
}

/** What the judge was asked of a remedy, and where it says something else than the proof. */
export interface Judgement {
  readonly cleared: number
  readonly direct: number
  readonly disagreements: readonly string[]
}

/**
 * Asks the judge about a remedy: service calls must pass that did not, direct ones be denied as before. A lift is judged before and
 * after the day of `2026-11-26`. Nothing is asked where the file does not hold a value, or of what the judge misjudges.
 */
export function judged(each: ReportedFinding, remedy: Remedy): Judgement {
  const { statement, policy } = each.finding.subject
  const before = asJson(statement)
  if (before === undefined || misjudged.test(JSON.stringify(before)) || remedy.edits.length === 0) return nothing
  if (isOfNoService(statement)) return nothing
  const patched = after(each, remedy)
  if (patched === undefined) return { ...nothing, disagreements: ['it cannot be read back'] }
  const json = asJson(patched)
  if (json === undefined) return nothing
  const isLift = remedy.id === 'temporary-lift'
  const cleared = clearedRequests(each, remedy).map((request) =>
    isLift ? at(request, '2026-11-25T12:00:00Z') : request,
  )
  const direct = directRequests(each, patched).map(({ request, denied }) => ({
    request: isLift ? at(request, '2026-12-01T00:00:00Z') : request,
    denied,
  }))
  const asked = [
    ...cleared.flatMap((request) => [
      { request, when: 'before', json: before, denied: true },
      { request, when: 'after', json, denied: false },
    ]),
    ...direct.flatMap(({ request, denied }) => [
      { request, when: 'before', json: before, denied },
      { request, when: 'after', json, denied },
    ]),
  ]
  const disagreements = asked
    .filter(({ request, json: said, denied }) => isDenied(said, policy.version, request) !== denied)
    .map(({ request, when }) => `${when}: ${request.action} ${JSON.stringify([...request.keys])}`)
  return { cleared: cleared.length, direct: direct.length, disagreements }
}

const nothing: Judgement = { cleared: 0, direct: 0, disagreements: [] }
