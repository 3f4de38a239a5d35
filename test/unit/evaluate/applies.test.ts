import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Attachment, policyApplies } from '../../../src/evaluate/applies.ts'
import type { PolicyType } from '../../../src/model/policy.ts'
import { principalNamed } from '../../../src/model/principal.ts'
import type { KeyState } from '../../../src/model/request.ts'
import type { Ternary } from '../../../src/model/ternary.ts'
import { alice, is, requestOf, unknown } from './written.ts'

const nothing: Attachment = { target: undefined, account: undefined, managementAccount: false }
const role = 'arn:aws:iam::111122223333:role/dev'
const session = 'arn:aws:sts::111122223333:assumed-role/dev/alice'
const linked = 'arn:aws:iam::111122223333:role/aws-service-role/elasticbeanstalk.amazonaws.com/AWSServiceRoleForX'

type Row = readonly [why: string, attachment: Partial<Attachment>, who: string, expected: Ternary]
const onPrincipal: readonly Row[] = [
  ['of somebody who is not named', {}, alice.name, 'true'],
  ['of the caller', { target: alice.name }, alice.name, 'true'],
  ['of somebody else', { target: 'arn:aws:iam::111122223333:user/bob' }, alice.name, 'false'],
  ['of the role of a session', { target: role }, session, 'true'],
  ['of the role of a session, with a path', { target: 'arn:aws:iam::111122223333:role/team/dev' }, session, 'true'],
  [
    'of a session in another partition',
    { target: role.replace('aws', 'aws-cn') },
    session.replace('aws', 'aws-cn'),
    'true',
  ],
  ['of another role', { target: 'arn:aws:iam::111122223333:role/ops' }, session, 'false'],
  ['of what only begins like a role', { target: `${role}/` }, session, 'false'],
  ['of what only ends like a role', { target: `x-${role}` }, session, 'false'],
  ['of the role of what only ends like a session', { target: role }, `x-${session}`, 'false'],
  ['of a role whose name only ends so', { target: 'arn:aws:iam::111122223333:role/ops-dev' }, session, 'false'],
  ['of a role of that name in another account', { target: 'arn:aws:iam::444455556666:role/dev' }, session, 'false'],
  ['of a user named as the role', { target: 'arn:aws:iam::111122223333:user/dev' }, session, 'false'],
  ['a service has none', {}, 'sns.amazonaws.com', 'false'],
  ['who does not sign has none', {}, '*', 'false'],
]
for (const type of ['identity', 'boundary', 'session'] satisfies PolicyType[]) {
  for (const [why, attachment, who, expected] of onPrincipal) {
    test(`a policy of type ${type}: ${why}`, () => {
      const request = requestOf({ principal: principalNamed(who) })
      assert.equal(policyApplies(type, { ...nothing, ...attachment }, request), expected)
    })
  }
}

test('a policy hangs on a role, and the request names its session beside it', () => {
  const principal = { ...principalNamed(role), session }
  for (const target of [role, session])
    assert.equal(policyApplies('identity', { ...nothing, target }, requestOf({ principal })), 'true')
  const other = { ...nothing, target: session.replace('alice', 'bob') }
  assert.equal(policyApplies('identity', other, requestOf({ principal })), 'false')
})

test('a policy of somebody who is not named may be a session’s', () => {
  const principal = { ...principalNamed(role), session }
  assert.equal(policyApplies('identity', nothing, requestOf({ principal })), 'true')
})

test('a policy hangs on whoever calls, where that is not told', () => {
  const principal = { kind: 'user', name: '', account: undefined } as const
  const attachment = { ...nothing, target: 'arn:aws:iam::111122223333:user/bob' }
  assert.equal(policyApplies('identity', attachment, requestOf({ principal })), 'true')
})

const scp: readonly Row[] = [
  ['a user', {}, alice.name, 'true'],
  ['root of a member account', {}, 'arn:aws:iam::111122223333:root', 'true'],
  ['a role of the account', { account: '111122223333' }, role, 'true'],
  ['a role of another account', { account: '444455556666' }, role, 'false'],
  ['a service-linked role', {}, linked, 'false'],
  ['a service', {}, 'sns.amazonaws.com', 'false'],
  ['who does not sign', {}, '*', 'false'],
  ['the management account', { managementAccount: true }, alice.name, 'false'],
  ['somebody whose account is not known', { account: '444455556666' }, 'nobody', 'true'],
]
for (const [why, attachment, who, expected] of scp) {
  test(`an SCP binds ${why}: ${expected}`, () =>
    assert.equal(
      policyApplies('scp', { ...nothing, ...attachment }, requestOf({ principal: principalNamed(who) })),
      expected,
    ))
}

const queue = 'arn:aws:sqs:us-east-1:111122223333:jobs'
type ResourceRow = readonly [...Row, resource: string]
const rcp: readonly ResourceRow[] = [
  ['a user', {}, alice.name, 'true', queue],
  ['a service', {}, 'sns.amazonaws.com', 'true', queue],
  ['who does not sign', {}, '*', 'true', queue],
  ['a service-linked role', {}, linked, 'false', queue],
  ['the management account’s resources', { managementAccount: true }, alice.name, 'false', queue],
  ['a resource of the account', { account: '111122223333' }, alice.name, 'true', queue],
  ['a resource of another account', { account: '444455556666' }, alice.name, 'false', queue],
  ['a bucket, whose ARN names no account', { account: '444455556666' }, alice.name, 'true', 'arn:aws:s3:::logs/a:b'],
  ['what only holds such an ARN', { account: '444455556666' }, alice.name, 'true', `x${queue}`],
]
for (const [why, attachment, who, expected, resource] of rcp) {
  test(`an RCP is evaluated for ${why}: ${expected}`, () => {
    const request = requestOf({ principal: principalNamed(who), resource })
    assert.equal(policyApplies('rcp', { ...nothing, ...attachment }, request), expected)
  })
}

const endpoints: readonly (readonly [why: string, target: string | undefined, state: KeyState | undefined, Ternary])[] =
  [
    ['nothing came through', 'vpce-1', undefined, 'false'],
    ['nothing came through any', undefined, undefined, 'false'],
    ['it came through this one', 'vpce-1', is('vpce-1'), 'true'],
    ['it came through another', 'vpce-1', is('vpce-2'), 'false'],
    ['it came through one, and which is meant is not told', undefined, is('vpce-2'), 'true'],
    ['whether it came through one is not known', 'vpce-1', unknown, 'unknown'],
    ['whether it came through any is not known', undefined, unknown, 'unknown'],
  ]
for (const [why, target, state, expected] of endpoints) {
  test(`an endpoint’s policy: ${why}`, () => {
    const request = requestOf({}, state === undefined ? {} : { 'aws:SourceVpce': state })
    assert.equal(policyApplies('vpce', { ...nothing, target }, request), expected)
  })
}

test('a resource’s policy and a trust policy meet everybody', () => {
  for (const type of ['resource', 'trust'] satisfies PolicyType[]) {
    for (const who of [alice.name, '*', 'sns.amazonaws.com', linked]) {
      const attachment = { ...nothing, managementAccount: true }
      assert.equal(policyApplies(type, attachment, requestOf({ principal: principalNamed(who) })), 'true')
    }
  }
})
