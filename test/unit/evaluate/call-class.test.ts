import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { callClass, givenState, likeAction, sightOf, signatureOf } from '../../../src/evaluate/call-class.ts'
import { evaluateStatement } from '../../../src/evaluate/statement.ts'
import { type CallTemplate, findDeniedCall } from '../../../src/evaluate/witness.ts'
import type { Statement } from '../../../src/model/policy.ts'
import type { KeyState, RequestContext } from '../../../src/model/request.ts'
import { absent, alice, is, like, listed, statementOf, unknown, unlisted } from './written.ts'

const version = '2012-10-17'
const role = 'arn:aws:iam::111122223333:role/deploy'
const service = 'cloudformation.amazonaws.com'

const addresses: readonly KeyState[] = [unlisted, listed, absent, unknown, is('203.0.113.9')]
const via: readonly (readonly [string, string])[] = [
  ['s3.amazonaws.com', 's3.*.amazonaws.com'],
  [service, 'cloudformation.*.amazonaws.com'],
]
const selections = [
  ['kms:Decrypt'],
  ['s3:GetObject', 'kms:Decrypt'],
  ['kms:GenerateDataKey', 's3:PutObject'],
  ['ec2:RunInstances'],
]

/** Calls that differ in all that a statement may tell apart. */
const calls: readonly CallTemplate[] = (
  ['forward-access-session', 'service-role', 'service-principal'] as const
).flatMap((mechanism) =>
  via.flatMap(([name, pattern]) =>
    addresses.flatMap((address) =>
      selections.flatMap((actions): CallTemplate[] =>
        [undefined, 'arn:aws:s3:::logs/*'].map((resource) => ({
          actions,
          resource,
          mechanism,
          via: name,
          network: address === absent ? 'vpc-endpoint' : 'public',
          keys: { 'aws:sourceip': address, 'kms:viaservice': like(pattern), 'aws:viaawsservice': is('true') },
        })),
      ),
    ),
  ),
)

const outside = { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }
const blocks: readonly object[] = [
  outside,
  { ...outside, BoolIfExists: { 'aws:ViaAWSService': 'false' } },
  { ...outside, StringNotLikeIfExists: { 'kms:ViaService': 's3.*.amazonaws.com' } },
  { ...outside, ArnNotLike: { 'aws:PrincipalArn': role } },
  { ...outside, StringNotEquals: { 'aws:PrincipalTag/team': 'ops' } },
  { ...outside, StringNotLike: { 'kms:ViaService': '${aws:ViaAWSService}*' } },
  { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
]
const elements: readonly object[] = [
  { Resource: '*' },
  {},
  { Resource: 'arn:aws:s3:::logs/*' },
  { NotResource: 'arn:aws:s3:::logs/*' },
  { Resource: 'arn:aws:s3:::${kms:ViaService}/*' },
  { Principal: '*', Resource: '*' },
  { Principal: { Service: service }, Resource: '*' },
  { NotPrincipal: { AWS: role }, Resource: '*' },
]
const actions: readonly object[] = [
  { Action: '*' },
  { Action: 'kms:*' },
  { Action: ['s3:Get*', 'kms:Decrypt'] },
  { NotAction: 's3:*' },
]

const statement = fc
  .tuple(fc.constantFrom(...actions), fc.constantFrom(...elements), fc.constantFrom(...blocks))
  .map(([action, element, block]) => statementOf({ ...element, ...action, Condition: block }))

function outcomeOf(now: Statement, before: readonly Statement[], call: CallTemplate) {
  const denied = (request: RequestContext) =>
    before.some((earlier) => evaluateStatement(earlier, version, request) === 'true')
  return findDeniedCall({ statement: now, version }, call, denied)
}

test('calls of one class fare alike, whatever the statement and those before it', () => {
  let shared = 0
  fc.assert(
    fc.property(statement, fc.array(statement, { maxLength: 2 }), (now, before) => {
      const sight = sightOf([now, ...before])
      const first = new Map<string, { readonly fared: string; readonly action: string | undefined }>()
      for (const call of calls) {
        const kind = callClass(sight, call)
        if (kind === undefined) continue
        const outcome = outcomeOf(now, before, call)
        const fared = outcome.kind === 'denied' ? `denied ${outcome.known}` : outcome.kind
        const action = outcome.kind === 'denied' ? outcome.request.action : undefined
        const known = first.get(kind)
        if (known === undefined) {
          first.set(kind, { fared: kind === '' ? 'clear' : fared, action })
          if (kind !== '') continue
        }
        shared += 1
        assert.equal(fared, first.get(kind)?.fared, JSON.stringify(call))
        if (known?.action !== undefined) assert.equal(likeAction(sight, known.action, call.actions), action)
      }
    }),
    { numRuns: 300 },
  )
  assert.ok(shared > 10_000)
})

const plain = (other: object = {}) => statementOf({ Resource: '*', Action: '*', Condition: outside, ...other })
const callTo = (other: Partial<CallTemplate> = {}): CallTemplate => ({
  actions: ['kms:Decrypt'],
  resource: undefined,
  mechanism: 'forward-access-session',
  via: 's3.amazonaws.com',
  network: 'public',
  keys: { 'aws:sourceip': unlisted },
  ...other,
})

type Call = Partial<CallTemplate>
type Row = readonly [why: string, statements: readonly Statement[], other: Call, alike: boolean, first?: Call]
const onBucket = plain({ Resource: 'arn:aws:s3:::logs/*' })
const sentAlong = plain({ Condition: { StringEquals: { 'aws:CalledViaFirst': 'a', 'aws:CalledViaLast': 'b' } } })
const calledVia = (first: string, last: string): Call => ({
  keys: { 'aws:calledviafirst': is(first), 'aws:calledvialast': is(last) },
})
const rows: readonly Row[] = [
  ['another service calls', [plain()], { via: service }, true],
  ['another action', [plain()], { actions: ['s3:GetObject'] }, true],
  ['another resource', [plain()], { resource: 'arn:aws:s3:::logs/*' }, true],
  ['a key that no condition names', [plain()], { keys: { 'aws:sourceip': unlisted, 'aws:calledvia': is('a') } }, true],
  ['another state of the address', [plain()], { keys: { 'aws:sourceip': absent } }, false],
  ['another mechanism', [plain()], { mechanism: 'service-role' }, false],
  ['another network', [plain()], { network: 'vpc-endpoint' }, false],
  ['another service, before a role', [plain({ Principal: { AWS: role } })], { via: service }, false],
  ['another service, before anybody', [plain({ Principal: '*' })], { via: service }, true],
  [
    'another service, where a condition looks at who signs',
    [plain({ Condition: { ...outside, ArnNotLike: { 'aws:PrincipalArn': role } } })],
    { via: service },
    false,
  ],
  [
    'another service, where an earlier statement names a role',
    [plain(), plain({ Principal: { AWS: role } })],
    { via: service },
    false,
  ],
  ['another action, on one bucket', [plain({ Resource: 'arn:aws:s3:::logs/*' })], { actions: ['kms:Encrypt'] }, false],
  [
    'another resource, on one bucket',
    [plain({ Resource: 'arn:aws:s3:::logs/*' })],
    { resource: 'arn:aws:s3:::logs/*' },
    false,
  ],
  [
    'another action, but for one bucket',
    [statementOf({ NotResource: '*', Condition: outside })],
    { actions: ['kms:Encrypt'] },
    false,
  ],
  [
    'another action, without resources',
    [statementOf({ Action: '*', Condition: outside })],
    { actions: ['kms:Encrypt'] },
    true,
  ],
  [
    'an action that an earlier statement does not cover',
    [plain(), plain({ Action: 'kms:*' })],
    { actions: ['s3:GetObject'] },
    false,
  ],
  ['more actions that are covered alike', [plain()], { actions: ['kms:Decrypt', 'kms:Encrypt'] }, true],
  ['another service, before a role or anybody', [plain({ Principal: { AWS: ['*', role] } })], { via: service }, false],
  [
    'another of two resources',
    [onBucket],
    { resource: 'arn:aws:s3:::logs/b' },
    false,
    { resource: 'arn:aws:s3:::logs/a' },
  ],
  ['values that joined read alike', [sentAlong], calledVia('a', 'b=c'), false, calledVia('a=b', 'c')],
  [
    'a resource and a value that joined read alike',
    [plain({ Resource: 'arn:aws:s3:::logs/*', Condition: { StringEquals: { 'aws:CalledViaFirst': 'a' } } })],
    { resource: 'a', keys: { 'aws:calledviafirst': is('b=c') } },
    false,
    { resource: 'a=b', keys: { 'aws:calledviafirst': is('c') } },
  ],
]
for (const [why, statements, other, alike, first] of rows) {
  test(`${why}: ${alike ? 'the same class' : 'not the same class'}`, () => {
    const sight = sightOf(statements)
    const [one, two] = [callClass(sight, callTo(first)), callClass(sight, callTo(other))]
    assert.ok(one && two)
    assert.equal(one === two, alike)
  })
}

test('what is not covered is told at once; variables and named signers have no class', () => {
  assert.equal(callClass(sightOf([plain({ Action: 'ec2:*' })]), callTo()), '')
  assert.equal(callClass(sightOf([plain()]), callTo({ principals: [alice] })), undefined)
  const inCondition = plain({
    Condition: { ...outside, StringEquals: { 'aws:CalledViaFirst': '${aws:CalledViaLast}' } },
  })
  assert.equal(callClass(sightOf([inCondition]), callTo()), undefined)
  assert.equal(callClass(sightOf([plain({ Resource: ['*', 'arn:aws:s3:::${aws:username}'] })]), callTo()), undefined)
  assert.equal(callClass(sightOf([plain(), inCondition]), callTo()), undefined)
  const oneOfTwo = { StringEquals: { 'aws:CalledViaFirst': ['athena.amazonaws.com', '${aws:CalledViaLast}'] } }
  assert.equal(callClass(sightOf([plain({ Condition: oneOfTwo })]), callTo()), undefined)
  assert.equal(callClass(sightOf([plain(), plain({ Resource: 'arn:aws:s3:::${aws:username}' })]), callTo()), undefined)
})

test('of a call’s actions the one is told that is covered as the first of the class was', () => {
  const sight = sightOf([plain(), plain({ Action: 'kms:*' })])
  assert.equal(likeAction(sight, 's3:GetObject', ['kms:Decrypt', 's3:PutObject', 's3:ListBucket']), 's3:PutObject')
  assert.equal(likeAction(sight, 's3:GetObject', ['kms:Decrypt']), undefined)
  const bucket = sightOf([plain({ Resource: 'arn:aws:s3:::logs/*' })])
  assert.equal(likeAction(bucket, 's3:GetObject', ['kms:Decrypt', 's3:GetObject']), 's3:GetObject')
})

const states: readonly (readonly [KeyState | undefined, string])[] = [
  [undefined, 'free'],
  [is('a', 'b'), '=a\u0000b'],
  [like('s3.*'), '~s3.*'],
  [absent, 'absent'],
  [unknown, 'unknown'],
]
for (const [state, text] of states) {
  test(`the signature of ${JSON.stringify(state)} is its own`, () => assert.equal(signatureOf(state), text))
}

test('a role that a service assumes has no tags; of a person’s nothing is known', () => {
  const tag = 'aws:principaltag/team'
  assert.deepEqual(givenState(tag, callTo({ mechanism: 'service-role' })), absent)
  assert.equal(givenState(tag, callTo()), undefined)
  assert.equal(givenState('aws:principalarn', callTo({ mechanism: 'service-role' })), undefined)
  assert.deepEqual(givenState(tag, callTo({ mechanism: 'service-role', keys: { [tag]: is('ops') } })), is('ops'))
})
