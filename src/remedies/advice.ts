import { evaluateStatement } from '../evaluate/statement.ts'
import { type CallTemplate, triedCalls } from '../evaluate/witness.ts'
import type { Advice, Control, PolicyText, RemedyStrategy } from '../model/contracts.ts'
import type { Finding } from '../model/finding.ts'
import type { PolicyDocument, Statement } from '../model/policy.ts'
import type { KeyState, RequestContext } from '../model/request.ts'
import { addressStates, sampleActions } from './controls.ts'
import { lossOf } from './loss.ts'
import { type Candidate, effectOn, type Workshop } from './verify.ts'

const sourceIp = 'aws:sourceip'

/**
 * Policies in the place of the statement, read back and evaluated: whoever the statement kept out may not assume the role, from every
 * address; whoever it let in may; and no service's call meets the Deny any more. Undefined where that cannot be shown.
 */
export function advised(finding: Finding, strategy: RemedyStrategy, workshop: Workshop): Candidate | undefined {
  const advice = strategy.advise?.(finding)
  if (advice === undefined) return undefined
  const trust = policyIn(advice.trust, workshop)
  const caller = policyIn(advice.caller, workshop)
  const deny = trust?.statements.find(({ effect }) => effect === 'Deny')
  if (trust === undefined || deny === undefined || caller === undefined || !allowsOnlyRole(caller)) return undefined
  const proof = workshop.proven(deny, () => {
    const subject = { ...finding.subject, policy: trust, statement: deny, previous: undefined, before: [] }
    const effect = effectOn(finding, subject, workshop, workshop.context)
    if (effect === undefined || !keepsTheDoor(finding, { trust, deny }, advice, workshop)) return undefined
    const { policy, statement: before } = finding.subject
    return {
      ...effect,
      opens: [],
      firstCalls: [],
      loss: lossOf({ policy, before, after: undefined, moment: {} }, workshop.registry),
    }
  })
  if (proof === undefined) return undefined
  const { clears, leaves } = proof
  const opens = strategy.opens?.(finding, workshop.context) ?? []
  const { id, title } = strategy
  return {
    strategies: [strategy],
    changes: [],
    proof,
    remedy: {
      id,
      title,
      clears,
      leaves,
      opens,
      edits: [],
      documents: [advice.trust, advice.caller],
      costs: advice.costs,
      patchedText: finding.subject.policy.file.text,
    },
  }
}

/** The policy as the format of such files reads it, without a problem. */
function policyIn({ text }: PolicyText, { registry }: Workshop): PolicyDocument | undefined {
  const file = { path: 'policy.json', text }
  const read = registry.formats.find((format) => format.recognises(file))?.read(file)
  return read?.problems.length === 0 && read.policies.length === 1 ? read.policies[0] : undefined
}

/** The caller may assume the role and do nothing else. */
function allowsOnlyRole({ statements }: PolicyDocument): boolean {
  return statements.every(
    ({ effect, actions, conditions }) =>
      effect === 'Allow' &&
      !actions.negated &&
      conditions.length === 0 &&
      actions.patterns.every((value) => value.kind === 'literal' && value.text === 'sts:AssumeRole'),
  )
}

interface Door {
  readonly trust: PolicyDocument
  readonly deny: Statement
}

/** Whether the trust policy decides on `sts:AssumeRole` as the statement decided on every direct call. */
function keepsTheDoor(finding: Finding, door: Door, { principal }: Advice, { registry }: Workshop): boolean {
  const { policy, statement: before } = finding.subject
  const actions = sampleActions({ before, after: before }, registry.catalogue)
  const states = addressStates({ policy, before, after: door.deny, moment: {} })
  const callers = registry.controls.filter((control) => control.principal.kind === 'user')
  const calls = callers.flatMap((control) =>
    (control.keys[sourceIp] === undefined ? states : [control.keys[sourceIp]]).map((state) =>
      directCall(control, state, { actions, principal }),
    ),
  )
  return calls.every((call) => isAnsweredAlike(call, principal, before, policy, door))
}

function directCall(
  { keys }: Control,
  state: KeyState,
  { actions, principal }: { readonly actions: readonly string[]; readonly principal: RequestContext['principal'] },
): CallTemplate {
  return {
    actions,
    resource: undefined,
    mechanism: 'forward-access-session',
    via: '',
    network: 'public',
    keys: { ...keys, [sourceIp]: state },
    principals: [principal],
  }
}

function isAnsweredAlike(
  call: CallTemplate,
  principal: RequestContext['principal'],
  before: Statement,
  policy: PolicyDocument,
  { trust, deny }: Door,
): boolean {
  const state = call.keys[sourceIp] ?? { kind: 'absent' }
  const assume = (keys: RequestContext['keys']): RequestContext => ({
    action: 'sts:AssumeRole',
    resource: 'arn:aws:iam::111122223333:role/example',
    principal,
    keys: new Map([...keys, [sourceIp, state]]),
  })
  const tried = [...triedCalls(before, policy.version, call)]
  if (tried.length === 0) {
    const keys = new Map(Object.entries(call.keys))
    return evaluateStatement(deny, trust.version, assume(keys)) === 'false'
  }
  return tried.every(({ request }) => {
    const exact = { ...request, keys: new Map([...request.keys, [sourceIp, state]]) }
    const wanted = evaluateStatement(before, policy.version, exact)
    const got = evaluateStatement(deny, trust.version, assume(request.keys))
    return got === wanted || wanted === 'unknown'
  })
}
