import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Advice, RemedyStrategy } from '../../../src/model/contracts.ts'
import { advised } from '../../../src/remedies/advice.ts'
import { assumeRole } from '../../../src/remedies/assume-role.ts'
import { lossOf } from '../../../src/remedies/loss.ts'
import { viaAwsService } from '../../../src/remedies/via-aws-service.ts'
import { denyOutside, outside, policyOf } from '../inspecting.ts'
import { smallRegistry } from './small-registry.ts'
import { workbench } from './subject.ts'

const narrow = denyOutside({ Action: ['s3:*', 'kms:*'] })

/** What is offered for a statement where the pair of policies is another one. */
function offered(change: (advice: Advice) => Advice, statement = narrow, registry = smallRegistry) {
  const { finding, workshop } = workbench(policyOf(statement), { registry })
  const strategy: RemedyStrategy = {
    ...assumeRole,
    advise: () => {
      const advice = assumeRole.advise?.(finding)
      return advice && change(advice)
    },
  }
  return advised(finding, strategy, workshop)
}
const asItIs = (advice: Advice) => advice

test('what is offered: the policies and their costs in the place of edits, all paths cleared, all of the Deny given up', () => {
  const { finding, workshop } = workbench(policyOf(narrow))
  const { policy, statement } = finding.subject
  const advice = assumeRole.advise?.(finding) ?? assert.fail()
  const clears = finding.paths.map(({ id }) => id)
  const opens = ['whatever the role may do, from anywhere, with the credentials of a session that has not ended']
  const loss = lossOf({ policy, before: statement, after: undefined, moment: {} }, smallRegistry)
  assert.ok(clears.length > 1 && loss > 0)
  assert.deepEqual(advised(finding, assumeRole, workshop), {
    strategies: [assumeRole],
    changes: [],
    proof: { clears, leaves: [], opens: [], firstCalls: [], loss },
    remedy: {
      id: 'assume-role',
      title: assumeRole.title,
      clears,
      leaves: [],
      opens,
      edits: [],
      documents: [advice.trust, advice.caller],
      costs: advice.costs,
      patchedText: policyOf(narrow),
    },
  })
  const { opens: _, ...silent } = assumeRole
  assert.deepEqual(advised(finding, silent, workshop)?.remedy.opens, [])
})

test('a strategy that has no advice, or none for this finding, is not asked for a proof', () => {
  const { finding, workshop } = workbench(policyOf(narrow))
  const unasked = { ...workshop, proven: () => assert.fail('asked') }
  assert.equal(advised(finding, viaAwsService, unasked), undefined)
  assert.equal(advised(finding, { ...assumeRole, advise: () => undefined }, unasked), undefined)
})

test('a proof that is remembered is taken', () => {
  const { finding, workshop } = workbench(policyOf(narrow))
  const proof = { clears: ['a'], leaves: ['b'], opens: ['c'], firstCalls: [], loss: 7 }
  const candidate = advised(finding, assumeRole, { ...workshop, proven: () => proof })
  assert.deepEqual([candidate?.proof, candidate?.remedy.clears, candidate?.remedy.leaves], [proof, ['a'], ['b']])
})

const replaced = (part: 'trust' | 'caller', from: string, to: string) => (advice: Advice) => {
  assert.ok(advice[part].text.includes(from), from)
  return { ...advice, [part]: { ...advice[part], text: advice[part].text.replaceAll(from, to) } }
}
const caller =
  (...statements: readonly object[]) =>
  (advice: Advice) => ({
    ...advice,
    caller: { title: '', text: policyOf(...statements) },
  })
const goThrough = { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }

const bad: readonly (readonly [why: string, change: (advice: Advice) => Advice])[] = [
  ['a door that is open to others', replaced('trust', '198.51.100.0/24', '198.51.0.0/16')],
  ['a door that keeps insiders out', replaced('trust', '"198.51.100.0/24"', '"192.0.2.0/24"')],
  ['a door that is open without an address', replaced('trust', '"NotIpAddress"', '"IpAddress"')],
  ['a door that is open to IPv6', replaced('trust', '"198.51.100.0/24"', '"198.51.100.0/24", "2001:db8::/32"')],
  ['a Deny for somebody else', replaced('trust', ':user/example', ':user/other')],
  ['a Deny on something else', replaced('trust', '"sts:AssumeRole"', '"sts:TagSession"')],
  ['a door without a Deny', replaced('trust', '"Deny"', '"Allow"')],
  ['a door that is no policy', (advice) => ({ ...advice, trust: { title: '', text: '{' } })],
  ['a door with a problem', replaced('trust', '"Version"', '"Other": 1, "Version"')],
  [
    'a door of two policies',
    (advice) => ({ ...advice, trust: { title: '', text: `[${advice.trust.text}, ${advice.trust.text}]` } }),
  ],
  ['a user who may do everything', replaced('caller', 'sts:AssumeRole', '*')],
  ['a user who may do more', caller({ ...goThrough, Action: ['sts:AssumeRole', 'sts:GetCallerIdentity'] })],
  ['a user who may do more besides', caller(goThrough, { ...goThrough, Action: 's3:*' })],
  [
    'a user who may do all but go through the door',
    caller({ Effect: 'Allow', NotAction: 'sts:AssumeRole', Resource: '*' }),
  ],
  ['a user who may go through only with more than is asked', caller({ ...goThrough, Condition: mfa })],
  ['a user who may do nothing', replaced('caller', '"Allow"', '"Deny"')],
  ['a user of whom nothing is said', caller()],
  ['a user whose policy is none', (advice) => ({ ...advice, caller: { title: '', text: '[]' } })],
]
for (const [why, change] of bad) {
  test(`no pair is offered with ${why}`, () => assert.equal(offered(change), undefined))
}

const good: readonly (readonly [why: string, change: (advice: Advice) => Advice, statement?: object])[] = [
  ['as it is', asItIs],
  ['with two Allows for the same', caller(goThrough, goThrough)],
  [
    'with another order of the addresses',
    replaced('trust', '"203.0.113.10/32",', '"203.0.113.10/32", "203.0.113.10/32",'),
  ],
  ['for a Deny on everything', asItIs, denyOutside()],
  [
    'for a Deny with a second factor',
    asItIs,
    denyOutside(outside({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } })),
  ],
  ['for a Deny that half spares services', asItIs, denyOutside(outside({ Null: { 'kms:ViaService': 'true' } }))],
  [
    'for a Deny on a tag that a request may have',
    asItIs,
    denyOutside(outside({ StringNotEquals: { 'aws:RequestTag/team': 'a' } })),
  ],
]
for (const [why, change, statement] of good) {
  test(`a pair is offered ${why}`, () => assert.ok(offered(change, statement)))
}

test('a pair that does not hold for a user behind an endpoint is not offered', () => {
  const vpce = { StringNotEqualsIfExists: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } }
  const statement = denyOutside(outside(vpce))
  assert.ok(offered(asItIs, statement))
  const forgetful = replaced('trust', 'vpce-0123456789abcdef0', 'vpce-0f0e0d0c0b0a09080')
  assert.equal(offered(forgetful, statement), undefined)
})

test('who is no user is not asked at the door', () => {
  const users = smallRegistry.controls.filter(({ principal }) => principal.kind === 'user')
  const others = smallRegistry.controls.filter(({ principal }) => principal.kind !== 'user')
  const open = replaced('trust', '198.51.100.0/24', '198.51.0.0/16')
  assert.equal(offered(open, narrow, { ...smallRegistry, controls: users }), undefined)
  assert.ok(offered(open, narrow, { ...smallRegistry, controls: others }))
})
