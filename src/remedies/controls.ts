import { representatives } from '../evaluate/addresses.ts'
import { evaluateCondition } from '../evaluate/condition.ts'
import { exampleResources } from '../evaluate/example-resources.ts'
import { memo } from '../evaluate/memo.ts'
import { evaluateActions, evaluateStatement } from '../evaluate/statement.ts'
import { type CallTemplate, conditionsOn, rangesOf, triedCalls } from '../evaluate/witness.ts'
import type { Control, Registry } from '../model/contracts.ts'
import type { PolicyDocument, Statement } from '../model/policy.ts'
import type { KeyState, ServiceCallPath } from '../model/request.ts'

/** A statement before and after the remedy, in the policy they stand in. */
export interface Patched {
  readonly policy: PolicyDocument
  readonly before: Statement
  readonly after: Statement
  /** Keys that are as they are when the remedy is in force for good. */
  readonly moment: Readonly<Record<string, KeyState>>
}

const sourceIp = 'aws:sourceip'

/**
 * Whether every direct request that the statement denied is denied still: for each control, over one address out of every part of
 * the address space that either statement tells apart, and without an address. That is all 2^32 + 2^128 addresses, since
 * nothing else of the statement looks at the address.
 */
export function keepsControls(patched: Patched, registry: Pick<Registry, 'controls' | 'catalogue'>): boolean {
  const states = addressStates(patched)
  const actions = sampleActions(patched, registry.catalogue)
  return registry.controls.every((control) => {
    const own = control.keys[sourceIp]
    return (own === undefined ? states : [own]).every((state) => controlHolds(patched, control, state, actions))
  })
}

/**
 * States of the address key that the two statements together tell apart: one out of each part of the address space, none, and the two
 * vague ones; of states that every condition on the key answers alike, one is enough.
 */
export function addressStates({ policy, before, after }: Patched): KeyState[] {
  const conditions = [...conditionsOn(before, sourceIp), ...conditionsOn(after, sourceIp)]
  const addresses = representatives(rangesOf(conditions)).map(
    (address): KeyState => ({ kind: 'present', values: [address] }),
  )
  const told = new Map<string, KeyState>()
  for (const state of [...addresses, absentKey, { kind: 'unlisted' }, { kind: 'listed' }] satisfies KeyState[]) {
    const keys = new Map([[sourceIp, state]])
    const answers = conditions.map((condition) => evaluateCondition(condition, policy.version, keys))
    const signature = `${state.kind === 'present'} ${answers.join()}`
    if (!told.has(signature)) told.set(signature, state)
  }
  return [...told.values()]
}

function controlHolds(
  { policy, before, after, moment }: Patched,
  control: Control,
  state: KeyState,
  actions: readonly string[],
): boolean {
  const keys = { ...control.keys, ...moment, [sourceIp]: state }
  const signer = control.principal
  const call: CallTemplate = {
    actions,
    resource: undefined,
    mechanism: 'forward-access-session',
    via: '',
    network: 'public',
    keys,
    ...(signer.kind === 'user' ? {} : { principals: [signer] }),
  }
  return [...triedCalls(before, policy.version, call)].every(({ request }) => {
    // The address under test as it is: an example in its place would test another one.
    const exact = { ...request, keys: new Map([...request.keys, [sourceIp, state]]) }
    return evaluateStatement(after, policy.version, exact) === evaluateStatement(before, policy.version, exact)
  })
}

/**
 * An action of KMS and one of another service, as far as both statements are about such: conditions tell no more apart. What a remedy
 * leaves out of the statement it opens, and says so.
 */
export function sampleActions(
  { before, after }: Pick<Patched, 'before' | 'after'>,
  catalogue: readonly ServiceCallPath[],
): string[] {
  const known = knownActions(catalogue, '', () => actionsOf(catalogue))
  const own = before.actions.negated
    ? []
    : before.actions.patterns.flatMap((value) =>
        value.kind === 'literal' ? [value.text.replaceAll('*', 'Example')] : [],
      )
  const unique = [...new Set([...own, ...known])]
  const isCovered = (action: string) =>
    [before, after].every(({ actions }) => evaluateActions(actions, action) !== 'false')
  // One that no resource of the statement takes would be tried on nothing, and prove nothing.
  const isOnSomething = (action: string) => {
    const { resources, open } = exampleResources(before.resources, { action, pattern: undefined }, 1)
    return open || resources.length > 0
  }
  const first = (kms: boolean) =>
    unique.find((action) => /^kms:/i.test(action) === kms && isCovered(action) && isOnSomething(action)) ?? []
  return [first(true), first(false)].flat()
}

const knownActions = memo<readonly string[]>()

function actionsOf(catalogue: readonly ServiceCallPath[]): readonly string[] {
  const all = catalogue.flatMap(({ entryActions, hops }) => [...entryActions, ...hops.flatMap((hop) => hop.actions)])
  return [...new Set(all)]
}

const absentKey: KeyState = { kind: 'absent' }
