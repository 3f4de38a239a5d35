import { callClass, sightOf } from '../evaluate/call-class.ts'
import { memo } from '../evaluate/memo.ts'
import { evaluateActions, evaluateStatement } from '../evaluate/statement.ts'
import { type CallTemplate, triedCalls } from '../evaluate/witness.ts'
import type { Registry } from '../model/contracts.ts'
import type { Statement } from '../model/policy.ts'
import type { KeyState, RequestContext, ServiceCallPath } from '../model/request.ts'
import { addressStates, type Patched, sampleActions } from './controls.ts'

const sourceIp = 'aws:sourceip'

/**
 * How much of the Deny a remedy gives up: of every kind of call that the catalogue and the controls know, each way of each service and
 * each direct caller, how many requests were denied and no longer are. `after` undefined: the statement is gone.
 */
export function lossOf(
  { after, ...patched }: Omit<Patched, 'after'> & { readonly after: Statement | undefined },
  registry: Pick<Registry, 'catalogue' | 'controls'>,
): number {
  const { before, moment } = patched
  const actions = triedActions(before, after, registry.catalogue)
  const calls = [
    ...servicesOf(registry.catalogue).map((call) => ({ ...call, actions })),
    ...directCalls({ ...patched, after: after ?? before }, actions, registry),
  ]
  const sight = sightOf([before, after ?? before])
  const counts = new Map<string, number>()
  return calls.reduce((sum, call) => {
    const kind = callClass(sight, call)
    const known = kind === undefined ? undefined : counts.get(kind)
    const count = known ?? lostOf({ ...call, keys: { ...call.keys, ...moment } }, patched, after)
    if (kind !== undefined) counts.set(kind, count)
    return sum + count
  }, 0)
}

function lostOf(call: CallTemplate, patched: Pick<Patched, 'policy' | 'before'>, after: Statement | undefined): number {
  const tried = [...triedCalls(patched.before, patched.policy.version, call)]
  return tried.filter(({ request }) => after === undefined || passes(after, patched, request, call)).length
}

function passes(
  after: Statement,
  { policy }: Pick<Patched, 'policy'>,
  request: RequestContext,
  { keys }: CallTemplate,
): boolean {
  const state = keys[sourceIp]
  const exact = state === undefined ? request : { ...request, keys: new Map([...request.keys, [sourceIp, state]]) }
  return evaluateStatement(after, policy.version, exact) === 'false'
}

/** One action of KMS, one of another service, and those that the statement is no longer about. */
function triedActions(
  before: Statement,
  after: Statement | undefined,
  catalogue: readonly ServiceCallPath[],
): readonly string[] {
  const isLess = after !== undefined && selectorText(before) !== selectorText(after)
  const gone = isLess
    ? calledActions(catalogue, '', () => catalogue.flatMap(({ hops }) => hops.flatMap((hop) => hop.actions))).filter(
        (action) => isCovered(before, action) && !isCovered(after, action),
      )
    : []
  return [...new Set([...sampleActions({ before, after: after ?? before }, catalogue), ...gone])]
}

const calledActions = memo<readonly string[]>()

/** The actions that a statement is about, in the same words for the same. */
function selectorText({ actions: { negated, patterns } }: Statement): string {
  return JSON.stringify([negated, patterns.map((value) => [value.kind, 'text' in value ? value.text : ''])])
}

function isCovered({ actions }: Statement, action: string): boolean {
  return evaluateActions(actions, action) !== 'false'
}

const services = memo<readonly Omit<CallTemplate, 'actions'>[]>()

/** A call for each mechanism of each service. */
function servicesOf(catalogue: readonly ServiceCallPath[]): readonly Omit<CallTemplate, 'actions'>[] {
  return services(catalogue, '', () => {
    const distinct = new Map(catalogue.map((path) => [`${path.mechanism} ${path.via}`, path]))
    return [...distinct.values()].map(serviceCall)
  })
}

function serviceCall({ mechanism, via, readings, hops }: ServiceCallPath): Omit<CallTemplate, 'actions'> {
  const keys: Readonly<Record<string, KeyState>> = {
    ...readings[0]?.keys,
    ...hops[0]?.keys,
    [sourceIp]: { kind: 'unlisted' },
  }
  return { resource: undefined, mechanism, via, network: 'public', keys }
}

function directCalls(
  patched: Patched,
  actions: readonly string[],
  { controls }: Pick<Registry, 'controls'>,
): CallTemplate[] {
  const states = addressStates(patched)
  return controls.flatMap(({ principal, keys }) =>
    (keys[sourceIp] === undefined ? states : [keys[sourceIp]]).map((state) => ({
      actions,
      resource: undefined,
      mechanism: 'forward-access-session' as const,
      via: '',
      network: 'public' as const,
      keys: { ...keys, [sourceIp]: state },
      principals: [principal],
    })),
  )
}
