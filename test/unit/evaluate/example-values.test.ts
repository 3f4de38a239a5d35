import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evaluateCondition } from '../../../src/evaluate/condition.ts'
import { admitsSomeValue, bestState, fillKeyPattern } from '../../../src/evaluate/example-values.ts'
import type { KeyState } from '../../../src/model/request.ts'
import { all, type Ternary } from '../../../src/model/ternary.ts'
import { absent, conditionsOf, is, like, listed, unknown, unlisted } from './written.ts'

type Row = readonly [
  why: string,
  block: object,
  given: KeyState | undefined,
  outcome: Ternary,
  state: KeyState | undefined,
]
/** `state` undefined: any that makes the conditions come to that. */
const rows: readonly Row[] = [
  [
    'the customer’s own key, best absent',
    { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } },
    undefined,
    'true',
    absent,
  ],
  [
    'a key that must be there holds what is asked for',
    { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
    undefined,
    'true',
    is('vpce-1'),
  ],
  ['a pattern is filled', { StringLike: { 'aws:PrincipalTag/team': 'blue-*' } }, undefined, 'true', is('blue-example')],
  [
    'a value that is not the named one',
    { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
    undefined,
    'true',
    undefined,
  ],
  ['a key of every request is not absent', { Null: { 'aws:RequestedRegion': 'true' } }, undefined, 'false', absent],
  ['a key of every request is not absent', { Null: { 'aws:PrincipalAccount': 'true' } }, undefined, 'false', absent],
  ['a key of every request is not absent', { Null: { 'aws:PrincipalType': 'true' } }, undefined, 'false', absent],
  ['a key of every request is not absent', { Null: { 'aws:userid': 'true' } }, undefined, 'false', absent],
  ['a key of every request is not absent', { Null: { 'aws:CurrentTime': 'true' } }, undefined, 'false', absent],
  ['a key of every request is not absent', { Null: { 'aws:EpochTime': 'true' } }, undefined, 'false', absent],
  ['a key that may be there is', { Null: { 'aws:SourceVpce': 'false' } }, undefined, 'true', undefined],
  ['a key that may not be there is not', { Null: { 'aws:SourceVpce': 'true' } }, undefined, 'true', absent],
  [
    'the opposite of each other',
    { Null: { 'aws:SourceVpce': 'true' }, StringEquals: { 'aws:SourceVpce': 'a' } },
    undefined,
    'false',
    absent,
  ],
  ['a boolean', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, undefined, 'true', is('true')],
  ['a boolean', { Bool: { 'aws:SecureTransport': 'false' } }, undefined, 'true', is('false')],
  [
    'both booleans',
    { Bool: { 'aws:Key': '<Flag>' }, StringNotEquals: { 'aws:Key': ['example', 'true'] } },
    undefined,
    'unknown',
    is('false'),
  ],
  [
    'both booleans',
    { Bool: { 'aws:Key': '<Flag>' }, StringNotEquals: { 'aws:Key': ['example', 'false'] } },
    undefined,
    'unknown',
    is('true'),
  ],
  [
    'two conditions on one key',
    { StringLike: { 'aws:Key': 'a*' }, StringNotEquals: { 'aws:Key': 'ab' } },
    undefined,
    'true',
    is('aexample'),
  ],
  ['a number below', { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } }, undefined, 'true', is('3599')],
  ['a number above', { NumericGreaterThan: { 's3:max-keys': '10' } }, undefined, 'true', is('11')],
  ['a negative number', { NumericGreaterThan: { 's3:max-keys': '-1.5' } }, undefined, 'true', is('-0.5')],
  ['a number above', { NumericGreaterThan: { 's3:max-keys': '1.25' } }, undefined, 'true', is('2.25')],
  [
    'a moment after',
    { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
    undefined,
    'true',
    is('2026-01-02T00:00:00Z'),
  ],
  [
    'a moment before',
    { DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
    undefined,
    'true',
    is('2025-12-31T00:00:00Z'),
  ],
  ['what the file does not hold', { StringEquals: { 'aws:SourceVpc': '<Vpc>' } }, undefined, 'unknown', undefined],
  ['what the mechanism tells', { Bool: { 'aws:ViaAWSService': 'false' } }, is('true'), 'false', is('true')],
  ['what the mechanism tells', { Bool: { 'aws:ViaAWSService': 'true' } }, is('true'), 'true', is('true')],
  ['what the mechanism takes away', { Null: { 'kms:ViaService': 'true' } }, absent, 'true', absent],
  ['what no document says', { StringEquals: { 'aws:CalledViaFirst': 'a' } }, unknown, 'unknown', unknown],
  ['AWS’s own address', { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, unlisted, 'true', unlisted],
  ['an address of the customer’s list', { NotIpAddress: { 'aws:SourceIp': '<Office>' } }, listed, 'false', listed],
  [
    'a key’s pattern',
    { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } },
    like('s3.*.amazonaws.com'),
    'true',
    is('s3.us-east-1.amazonaws.com'),
  ],
  [
    'a key’s pattern and another one',
    {
      StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' },
      StringNotLike: { 'kms:ViaService': ['*us-east-1*', '*another*'] },
    },
    like('s3.*.amazonaws.com'),
    'true',
    is('s3.example.amazonaws.com'),
  ],
  [
    'a key’s pattern, one value',
    { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
    like('s3.*.amazonaws.com'),
    'true',
    is('s3.eu-west-1.amazonaws.com'),
  ],
  [
    'a key’s pattern, another service',
    { StringEquals: { 'kms:ViaService': 'ec2.eu-west-1.amazonaws.com' } },
    like('s3.*.amazonaws.com'),
    'false',
    like('s3.*.amazonaws.com'),
  ],
  [
    'a key’s pattern, not that value',
    { StringNotEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
    like('s3.*.amazonaws.com'),
    'true',
    is('s3.another.amazonaws.com'),
  ],
  ['the customer’s own account', { StringNotEquals: { 'aws:SourceAccount': '444455556666' } }, listed, 'false', listed],
  [
    'the customer’s own account',
    { StringEquals: { 'aws:SourceAccount': '444455556666' } },
    listed,
    'true',
    is('444455556666'),
  ],
  [
    'the customer’s own resource',
    { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } },
    listed,
    'true',
    is('arn:aws:s3:::example'),
  ],
  [
    'an account that the file does not hold',
    { StringNotEquals: { 'aws:SourceAccount': '<Account>' } },
    listed,
    'unknown',
    is('example'),
  ],
]
for (const [why, block, given, outcome, state] of rows) {
  test(`the state of a key under which conditions match: ${why}: ${JSON.stringify(block)}`, () => {
    const conditions = conditionsOf(block)
    const best = bestState(conditions, '2012-10-17', given)
    assert.equal(best.outcome, outcome)
    if (state !== undefined) assert.deepEqual(best.state, state)
    if (outcome === 'false') return
    const key = conditions[0]?.key.value.toLowerCase() ?? ''
    const keys = new Map([[key, best.state]])
    const replayed = all(conditions.map((condition) => evaluateCondition(condition, '2012-10-17', keys)))
    assert.equal(replayed, outcome, 'the state that is told comes to the outcome that is told')
  })
}

test('no conditions match whatever the key is, and let nobody pass', () => {
  assert.deepEqual(bestState([], '2012-10-17', undefined), { outcome: 'true', state: absent })
  assert.equal(admitsSomeValue([], '2012-10-17'), false)
})

const many = Array.from({ length: 300 }, (_, index) => `a${index}`)
test('of a list that is too long to try all nothing is said for certain', () => {
  const block = { StringEquals: { 'aws:SourceVpc': many }, StringLike: { 'aws:SourceVpc': 'a299' } }
  assert.deepEqual(bestState(conditionsOf(block), '2012-10-17', undefined), { outcome: 'unknown', state: unknown })
  const first = { StringEquals: { 'aws:SourceVpc': many }, StringLike: { 'aws:SourceVpc': 'a7' } }
  assert.deepEqual(bestState(conditionsOf(first), '2012-10-17', undefined), { outcome: 'true', state: is('a7') })
  const short = { StringEquals: { 'aws:SourceVpc': many.slice(0, 150) }, StringLike: { 'aws:SourceVpc': 'b' } }
  const last = (length: number) => ({
    StringEquals: { 'aws:SourceVpc': many.slice(0, length) },
    StringLike: { 'aws:SourceVpc': 'b' },
  })
  const outcomes = [195, 196].map((length) => bestState(conditionsOf(last(length)), '2012-10-17', undefined).outcome)
  assert.deepEqual(outcomes, ['false', 'unknown'], 'two hundred states are looked at')
  assert.equal(bestState(conditionsOf(short), '2012-10-17', undefined).outcome, 'false')
})

test('of a list of whom to deny, however long, the others pass', () => {
  for (const length of [100, 1000]) {
    const endpoints = Array.from({ length }, (_, index) => `vpce-${index}`)
    assert.equal(admitsSomeValue(conditionsOf({ StringEquals: { 'aws:SourceVpce': endpoints } }), '2012-10-17'), true)
  }
})

const admits: readonly (readonly [why: string, block: object, expected: boolean])[] = [
  ['named endpoints pass', { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } }, true],
  [
    'named endpoints pass, absent or not',
    { StringNotEqualsIfExists: { 'aws:SourceVpce': ['vpce-1', 'vpce-2'] } },
    true,
  ],
  ['some pattern passes', { StringNotLike: { 'aws:SourceVpce': 'vpce-*' } }, true],
  ['all but the named ones pass', { StringEquals: { 'aws:SourceVpce': 'vpce-1' } }, true],
  ['whoever comes through any passes', { Null: { 'aws:SourceVpce': 'true' } }, true],
  ['whoever comes through any is denied', { Null: { 'aws:SourceVpce': 'false' } }, false],
  ['any value of a character or more is denied', { StringLike: { 'aws:SourceVpce': '?*' } }, false],
  ['what may be denied besides is not in the file', { StringLike: { 'aws:SourceVpce': ['*', '<Endpoint>'] } }, true],
  ['any value is denied', { StringLike: { 'aws:SourceVpce': '*' } }, false],
  ['ranges in a VPC', { NotIpAddress: { 'aws:VpcSourceIp': '10.0.0.0/8' } }, true],
  ['what the file does not hold lets somebody pass', { StringNotEquals: { 'aws:SourceVpce': '<Endpoint>' } }, true],
  [
    'who is denied is not all in the file',
    { StringEquals: { 'aws:SourceVpce': ['vpce-1', '<Endpoint>'] }, StringLike: { 'aws:SourceVpce': 'vpce-1' } },
    true,
  ],
  [
    'one of several that the file does not hold',
    { StringLike: { 'aws:SourceVpce': '*' }, StringNotEquals: { 'aws:SourceVpce': ['vpce-1', '<Endpoint>'] } },
    true,
  ],
  [
    'what nobody can decide lets nobody pass for certain',
    { StringNotEquals: { 'aws:SourceVpce': '${aws:username}' } },
    false,
  ],
]
for (const [why, block, expected] of admits) {
  test(`does some value of the key pass: ${why}: ${JSON.stringify(block)}`, () =>
    assert.equal(admitsSomeValue(conditionsOf(block), '2012-10-17'), expected))
}

const patterns: readonly (readonly [pattern: string, expected: string])[] = [
  ['s3.*.amazonaws.com', 's3.us-east-1.amazonaws.com'],
  ['*.amazonaws.com', 'example.us-east-1.amazonaws.com'],
  ['*', 'example'],
  ['arn:aws:lambda:*:*:function:*', 'arn:aws:lambda:us-east-1:111122223333:function:example'],
  ['a*b', 'aexampleb'],
]
for (const [pattern, expected] of patterns) {
  test(`a value of the pattern ${pattern}`, () => assert.equal(fillKeyPattern(pattern), expected))
}
