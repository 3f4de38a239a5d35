import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runUnsafeSimulation } from '@cloud-copilot/iam-simulate'
import { evaluateStatement } from '../../src/evaluate/statement.ts'
import { triedCalls } from '../../src/evaluate/witness.ts'
import { keyAsWritten } from '../../src/model/condition-keys.ts'
import type { Remedy } from '../../src/model/finding.ts'
import type { PolicyVersion, Selector, Statement } from '../../src/model/policy.ts'
import type { RequestContext } from '../../src/model/request.ts'
import { registry } from '../../src/registry.ts'
import { addressStates, sampleActions } from '../../src/remedies/controls.ts'
import { type CaseFinding, caseFindings } from '../unit/remedies/every-case.ts'

const principal = 'arn:aws:iam::111122223333:user/alice'

/** A statement as JSON for the judge; undefined where the file does not hold a value. Who signs is no business of a remedy. */
function asJson(statement: Statement): object | undefined {
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

function textsOf({ patterns }: Pick<Selector, 'patterns'>): string[] {
  return patterns.flatMap((value) => (value.kind === 'literal' ? [value.text] : []))
}

function isDenied(statement: object, version: PolicyVersion, { action, resource, keys }: RequestContext): boolean {
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
function after({ finding }: CaseFinding, { patchedText }: Remedy): Statement {
  const { policy, statement } = finding.subject
  const format = registry.formats.find(({ id }) => id === policy.formatId)
  const read = format?.read({ path: policy.file.path, text: patchedText }).policies
  const found = read?.find(({ address }) => address === policy.address)
  return found?.statements[policy.statements.indexOf(statement)] ?? assert.fail()
}

/** What the service's calls look like: of the cleared paths, one of each mechanism and service of the target. */
function clearedRequests({ finding }: CaseFinding, { clears }: Remedy): RequestContext[] {
  const kinds = new Map(
    finding.paths
      .filter(({ id, witness }) => clears.includes(id) && witness !== undefined)
      .map((path) => [`${path.mechanism} ${path.network} ${path.action.startsWith('kms:')}`, path]),
  )
  return [...kinds.values()].flatMap(({ witness }) => witness?.(finding.subject) ?? [])
}

/** Direct requests with every kind of address and each set of optional keys, and what the evaluator says of them. */
function directRequests({ finding }: CaseFinding, patched: Statement): { request: RequestContext; denied: boolean }[] {
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

/** The judge takes nothing to be in a range of `/0`. */
const misjudged = /"0\.0\.0\.0\/0"|"::\/0"/

const told = { cleared: 0, direct: 0 }
const seen = new Set<string>()

test('the judge agrees on every remedy of every case: service calls pass that did not, direct ones are denied as before', () => {
  for (const each of caseFindings()) {
    const { statement, policy } = each.finding.subject
    const before = asJson(statement)
    const key = JSON.stringify([before, each.finding.ruleId, policy.type])
    if (before === undefined || misjudged.test(key) || seen.has(key)) continue
    seen.add(key)
    for (const remedy of each.remedies.filter(({ edits }) => edits.length > 0)) {
      const patched = after(each, remedy)
      const json = asJson(patched)
      const where = `${each.name}: ${remedy.id}`
      assert.ok(json, where)
      const isLift = remedy.id === 'temporary-lift'
      for (const request of clearedRequests(each, remedy)) {
        told.cleared += 1
        const early = isLift ? at(request, '2026-11-25T12:00:00Z') : request
        assert.equal(isDenied(before, policy.version, early), true, `${where} before: ${request.action}`)
        assert.equal(isDenied(json, policy.version, early), false, `${where} after: ${request.action}`)
      }
      for (const { request, denied } of directRequests(each, patched)) {
        told.direct += 1
        const late = isLift ? at(request, '2026-12-01T00:00:00Z') : request
        const text = () => `${where}: ${request.action} ${JSON.stringify([...request.keys])}`
        assert.equal(isDenied(before, policy.version, late), denied, `${text()} before`)
        assert.equal(isDenied(json, policy.version, late), denied, `${text()} after`)
      }
    }
  }
  assert.ok(told.cleared > 100 && told.direct > 1000, JSON.stringify(told))
})

/** A Deny of everything, on the address alone: then what it says of one action it says of all. */
function isPlain({ actions, conditions }: Statement): boolean {
  const isAddress = conditions.every(({ key }) => /^aws:sourceip$/i.test(key.value))
  return isAddress && !actions.negated && textsOf(actions).join() === '*'
}

test('the judge agrees on the trust policy of assume-role: outsiders may not assume the role, insiders may', () => {
  let judged = 0
  for (const { finding, remedies } of caseFindings()) {
    const [trust, caller] = remedies.find(({ id }) => id === 'assume-role')?.documents ?? []
    if (trust === undefined || caller === undefined) continue
    const { Version: version, Statement: statements } = JSON.parse(trust.text)
    const { Principal: _, ...deny } = statements[1]
    assert.equal(JSON.parse(caller.text).Statement.length, 1)
    for (const address of ['203.0.113.200', '192.0.2.77', '198.51.100.3']) {
      // No IPv6: the judge takes such a caller to be at a bare IPv4 address.
      const keys = new Map([['aws:sourceip', { kind: 'present', values: [address] }]] as const)
      const request = { action: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/r', keys } as const
      const user = { kind: 'user', name: principal, account: '111122223333' } as const
      const asked = { ...request, action: 's3:ListAllMyBuckets', resource: '*', principal: user }
      const { statement, policy } = finding.subject
      const said = evaluateStatement(statement, policy.version, asked)
      if (said === 'unknown' || misjudged.test(trust.text) || !isPlain(statement)) continue
      judged += 1
      assert.equal(
        isDenied({ ...deny, Resource: '*' }, version, { ...request, principal: user }),
        said === 'true',
        `${policy.file.path} ${address}`,
      )
    }
  }
  assert.ok(judged > 10, String(judged))
})
