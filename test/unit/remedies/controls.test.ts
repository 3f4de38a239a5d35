import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Control } from '../../../src/model/contracts.ts'
import type { Statement } from '../../../src/model/policy.ts'
import type { KeyState, ServiceCallPath } from '../../../src/model/request.ts'
import { registry } from '../../../src/registry.ts'
import { addressStates, keepsControls, type Patched, sampleActions } from '../../../src/remedies/controls.ts'
import { denyOutside, outside } from '../inspecting.ts'
import { pathOf, placed, policyIn } from './subject.ts'

function patched(before: object, after: object = before, moment: Patched['moment'] = {}): Patched {
  const { policy, statement } = placed(before)
  return { policy, before: statement, after: placed(after).statement, moment }
}

const from = (condition: object) => denyOutside({ Condition: condition })
const notIn = (...ranges: string[]) => from({ NotIpAddress: { 'aws:SourceIp': ranges } })

/** A state in a word, an address as it is. */
const told = (state: KeyState) => (state.kind === 'present' ? state.values.join() : state.kind)

const states: readonly (readonly [why: string, before: object, after: object, told: readonly string[]])[] = [
  ['inside, outside, and none', notIn('10.0.0.0/8'), notIn('10.0.0.0/8'), ['0.0.0.0', '10.0.0.0', 'absent']],
  [
    'ranges of both statements are told apart',
    notIn('10.0.0.0/8', '192.0.2.0/24'),
    notIn('10.0.0.0/8'),
    ['0.0.0.0', '10.0.0.0', '192.0.2.0', 'absent'],
  ],
  [
    'the two kinds of addresses are told apart where the statements do',
    notIn('0.0.0.0/0'),
    notIn('0.0.0.0/0', '2001:db8::/32'),
    ['0.0.0.0', '::', '2001:db8::', 'absent', 'unlisted'],
  ],
  [
    'who must have an address and who need not',
    from({ NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' }, Null: { 'aws:SourceIp': 'false' } }),
    notIn('10.0.0.0/8'),
    ['0.0.0.0', '10.0.0.0', 'absent', 'unlisted', 'listed'],
  ],
  ['no condition on it', from({}), from({}), ['0.0.0.0', 'absent']],
]
for (const [why, before, after, expected] of states) {
  test(`states of the address that are tried: ${why}`, () =>
    assert.deepEqual(addressStates(patched(before, after)).map(told), expected))
}

test('of a list that the file does not hold those are tried who are in it and those who are in none', () => {
  const text = `data "aws_iam_policy_document" "d" {
  statement {
    effect    = "Deny"
    actions   = ["*"]
    resources = ["*"]
    condition {
      test     = "NotIpAddress"
      variable = "aws:SourceIp"
      values   = var.office
    }
  }
}
`
  const policy = policyIn(text, 'main.tf')
  const [statement] = policy.statements
  assert.ok(statement)
  assert.deepEqual(addressStates({ policy, before: statement, after: statement, moment: {} }).map(told), [
    '0.0.0.0',
    'absent',
    'listed',
  ])
})

const catalogue: readonly ServiceCallPath[] = [
  pathOf({
    entryActions: ['athena:StartQueryExecution'],
    hops: [{ actions: ['s3:GetObject', 'kms:Decrypt'], keys: {} }],
  }),
  pathOf({ entryActions: ['kms:Encrypt'], hops: [{ actions: ['sns:Publish'], keys: {} }] }),
]
const samples: readonly (readonly [
  why: string,
  before: object,
  after: object,
  actions: readonly string[],
  known?: readonly ServiceCallPath[],
])[] = [
  ['one of KMS and one of another service', { Action: '*' }, { Action: '*' }, ['kms:Decrypt', 'Example']],
  [
    'the statement’s own come first',
    { Action: ['s3:Put*', 'kms:Re*'] },
    { Action: '*' },
    ['kms:ReExample', 's3:PutExample'],
  ],
  ['every star is filled', { Action: 's3:*Object*' }, { Action: '*' }, ['s3:ExampleObjectExample']],
  ['none of KMS', { Action: 's3:*' }, { Action: 's3:*' }, ['s3:Example']],
  ['none but of KMS, in any case', { Action: 'KMS:*' }, { Action: '*' }, ['KMS:Example']],
  ['what both are about', { Action: ['sqs:*', 'sns:*'] }, { Action: 'sns:*' }, ['sns:Example']],
  ['what both are about, the other way', { Action: 'sns:*' }, { Action: ['sqs:*', 'sns:*'] }, ['sns:Example']],
  ['nothing that both are about', { Action: 'sqs:*' }, { Action: 'sns:*' }, []],
  [
    'of all but some what the catalogue knows',
    { Action: undefined, NotAction: ['s3:*', 'athena:*'] },
    { Action: '*' },
    ['kms:Decrypt', 'sns:Publish'],
  ],
  [
    'a first call is known too',
    { Action: undefined, NotAction: ['s3:*', 'sns:*'] },
    { Action: '*' },
    ['kms:Decrypt', 'athena:StartQueryExecution'],
  ],
  ['of all but some, without a catalogue', { Action: undefined, NotAction: 's3:*' }, { Action: '*' }, [], []],
  ['a name that holds the prefix is not of KMS', { Action: 'xkms:*' }, { Action: '*' }, ['xkms:Example']],
  [
    'one that nobody can call on the resources is not tried',
    { Action: '*', Resource: 'arn:aws:sns:*:*:topic' },
    { Action: '*' },
    ['sns:Publish'],
  ],
]
for (const [why, before, after, actions, known = catalogue] of samples) {
  test(`actions that are tried: ${why}`, () => {
    // A statement without a resource is about none: the policy of a user has one.
    const { before: one, after: other } = patched(denyOutside(before), denyOutside(after))
    assert.deepEqual(sampleActions({ before: one, after: other }, known), actions)
  })
}

test('an action that the file does not hold is no sample', () => {
  const { before } = patched(denyOutside({ Action: ['s3:*'] }))
  const [pattern] = before.actions.patterns
  assert.ok(pattern)
  const unknown = { kind: 'unresolved' as const, expression: 'x', range: pattern.range }
  const open: Statement = { ...before, actions: { negated: false, patterns: [unknown, pattern] } }
  assert.deepEqual(sampleActions({ before: open, after: open }, []), ['s3:Example'])
})

const control = (...ids: string[]): Control[] => registry.controls.filter(({ id }) => ids.includes(id))
const everybody = registry.controls
const present = (value: string): KeyState => ({ kind: 'present', values: [value] })
const spares = { BoolIfExists: { 'aws:ViaAWSService': 'false' } }
const lift = { DateGreaterThan: { 'aws:CurrentTime': '2026-12-01T00:00:00Z' } }
const office = '203.0.113.10/32'

const kept: readonly (readonly [
  why: string,
  before: object,
  after: object,
  holds: boolean,
  more?: { readonly controls?: readonly Control[]; readonly moment?: Patched['moment'] },
])[] = [
  ['nothing is changed', denyOutside(), denyOutside(), true],
  ['services are spared', denyOutside(), denyOutside(outside(spares)), true],
  [
    'plain Bool lets in whoever has no such key',
    denyOutside(),
    denyOutside(outside({ Bool: { 'aws:ViaAWSService': 'false' } })),
    false,
  ],
  [
    'plain Bool is right where all have the key',
    denyOutside(),
    denyOutside(outside({ Bool: { 'aws:ViaAWSService': 'false' } })),
    true,
    { controls: control('direct-user-public-via-false', 'direct-role-public-via-false') },
  ],
  ['an address more is let in', notIn('203.0.113.0/24'), notIn('203.0.113.0/24', '192.0.2.1/32'), false],
  ['an IPv6 address more is let in', notIn('203.0.113.0/24'), notIn('203.0.113.0/24', '2001:db8::1/128'), false],
  ['an address less is let in', notIn('203.0.113.0/24', office), notIn('203.0.113.0/24'), true],
  ['an address that was let in is denied', notIn('203.0.113.0/24', '192.0.2.1/32'), notIn('203.0.113.0/24'), true],
  [
    'whoever has no address is let in',
    denyOutside(),
    denyOutside(outside({ Null: { 'aws:SourceIp': 'false' } })),
    false,
  ],
  [
    'behind an endpoint nobody has an address',
    denyOutside(),
    denyOutside(outside({ Null: { 'aws:SourceIp': 'false' } })),
    false,
    { controls: control('direct-user-vpce-via-false') },
  ],
  ['any endpoint is let in', denyOutside(), denyOutside(outside({ Null: { 'aws:SourceVpce': 'true' } })), false],
  [
    'one endpoint is let in',
    denyOutside(),
    denyOutside(outside({ StringNotEqualsIfExists: { 'aws:SourceVpce': 'vpce-1' } })),
    true,
  ],
  [
    'over the public network nobody has an endpoint',
    denyOutside(),
    denyOutside(outside({ Null: { 'aws:SourceVpce': 'true' } })),
    true,
    { controls: control('direct-user-public-via-false', 'direct-user-public-via-absent') },
  ],
  [
    'the root user is let in',
    denyOutside(),
    denyOutside(outside({ StringNotEqualsIfExists: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:root' } })),
    false,
  ],
  [
    'of users whoever the statement names is tried too',
    denyOutside(outside({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/ops/*' } })),
    denyOutside(outside({ ArnLike: { 'aws:PrincipalArn': ['arn:aws:iam::*:user/ops/b*'] } })),
    false,
    { controls: control('direct-user-public-via-false') },
  ],
  [
    'a role is itself and nobody else',
    denyOutside(outside({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/ops/*' } })),
    denyOutside(outside({ ArnLike: { 'aws:PrincipalArn': ['arn:aws:iam::*:user/ops/b*'] } })),
    true,
    { controls: control('direct-role-public-via-false', 'direct-root-public-via-false') },
  ],
  [
    'nothing that is denied is about anything else',
    denyOutside({ Action: 'sqs:*' }),
    denyOutside({ Action: 'sns:*' }),
    true,
  ],
  [
    'a lift, while it lasts',
    denyOutside(),
    denyOutside(outside(lift)),
    false,
    { moment: { 'aws:currenttime': present('2026-11-30T00:00:00Z') } },
  ],
  [
    'a lift that is over',
    denyOutside(),
    denyOutside(outside(lift)),
    true,
    { moment: { 'aws:currenttime': present('2026-12-02T00:00:00Z') } },
  ],
  ['a lift at any moment', denyOutside(), denyOutside(outside(lift)), false],
  [
    'nobody is asked',
    denyOutside(),
    denyOutside(outside({ Null: { 'aws:SourceIp': 'false' } })),
    true,
    { controls: [] },
  ],
]
for (const [why, before, after, holds, { controls = everybody, moment } = {}] of kept) {
  test(`the Deny ${holds ? 'holds' : 'does not hold'} for everybody outside: ${why}`, () =>
    assert.equal(keepsControls(patched(before, after, moment), { controls, catalogue }), holds))
}
