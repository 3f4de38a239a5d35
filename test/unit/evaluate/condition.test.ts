import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evaluateCondition } from '../../../src/evaluate/condition.ts'
import { parseOperator } from '../../../src/formats/read-policy.ts'
import type { Condition, PolicyVersion } from '../../../src/model/policy.ts'
import type { KeyState } from '../../../src/model/request.ts'
import type { Ternary } from '../../../src/model/ternary.ts'

const here = { start: 0, end: 0 }
const absent: KeyState = { kind: 'absent' }
const unknown: KeyState = { kind: 'unknown' }
const unlisted: KeyState = { kind: 'unlisted' }
const listed: KeyState = { kind: 'listed' }
const is = (...values: string[]): KeyState => ({ kind: 'present', values })
/** A value that the file does not hold. */
const someList = { unresolved: 'Ref' } as const

type Written = string | typeof someList
type Row = readonly [why: string, operator: string, values: readonly Written[], state: KeyState, expected: Ternary]

function condition(operator: string, key: string, values: readonly Written[]): Condition {
  return {
    operator: { value: parseOperator(operator), range: here },
    key: { value: key, range: here },
    values: values.map((value) =>
      typeof value === 'string'
        ? { kind: 'literal', text: value, range: here }
        : { kind: 'unresolved', expression: value.unresolved, range: here },
    ),
  }
}

function run(key: string, rows: readonly Row[]): void {
  for (const [why, operator, values, state, expected] of rows) {
    test(`${operator}: ${why}`, () => {
      assert.equal(
        evaluateCondition(condition(operator, key, values), '2012-10-17', new Map([[key.toLowerCase(), state]])),
        expected,
      )
    })
  }
}

const office = ['203.0.113.0/24', '2001:db8::/32']
run('aws:SourceIp', [
  ['inside a range', 'NotIpAddress', office, is('203.0.113.9'), 'false'],
  ['outside all ranges', 'NotIpAddress', office, is('198.51.100.1'), 'true'],
  ['an IPv6 caller is in no IPv4 range', 'NotIpAddress', ['203.0.113.0/24'], is('2001:db8::1'), 'true'],
  ['an IPv6 caller in an IPv6 range', 'NotIpAddress', office, is('2001:db8::1'), 'false'],
  ['a negated operator matches an absent key', 'NotIpAddress', office, absent, 'true'],
  ['IfExists on a negated operator changes nothing', 'NotIpAddressIfExists', office, absent, 'true'],
  ['a positive operator does not match an absent key', 'IpAddress', office, absent, 'false'],
  ['IfExists matches an absent key', 'IpAddressIfExists', office, absent, 'true'],
  ['nothing is known of the key', 'NotIpAddress', office, unknown, 'unknown'],
  ['a service’s address is in no customer’s list', 'NotIpAddress', office, unlisted, 'true'],
  ['a service’s address is in no customer’s list', 'IpAddress', office, unlisted, 'false'],
  ['it may be absent, which IfExists matches, or not', 'IpAddressIfExists', office, unlisted, 'unknown'],
  ['a range of everything may hold it', 'NotIpAddress', ['0.0.0.0/0'], unlisted, 'unknown'],
  ['a range wider than any customer’s may hold it', 'NotIpAddress', ['52.0.0.0/7'], unlisted, 'unknown'],
  ['a list that the file does not hold is a customer’s', 'NotIpAddress', [someList], unlisted, 'true'],
  ['an address of that list', 'NotIpAddress', [someList], listed, 'false'],
  [
    'a concrete address in a list that the file does not hold',
    'NotIpAddress',
    [someList],
    is('203.0.113.9'),
    'unknown',
  ],
  [
    'one known range decides, however much else is unknown',
    'NotIpAddress',
    ['203.0.113.0/24', someList],
    is('203.0.113.9'),
    'false',
  ],
  ['an invalid range has no documented effect', 'NotIpAddress', ['203.0.113.0/33'], is('203.0.113.9'), 'unknown'],
  ['a bare IPv6 address has no documented prefix', 'IpAddress', ['2001:db8::1'], is('2001:db8::1'), 'unknown'],
  ['no variables in addresses', 'IpAddress', ['${aws:username}'], is('203.0.113.9'), 'unknown'],
])

run('aws:ViaAWSService', [
  ['a plain Bool does not match an absent key: a Deny fails open', 'Bool', ['false'], absent, 'false'],
  ['IfExists matches an absent key', 'BoolIfExists', ['false'], absent, 'true'],
  ['a value the other way round', 'BoolIfExists', ['false'], is('true'), 'false'],
  ['case of booleans does not count', 'Bool', ['False'], is('false'), 'true'],
  ['what is no boolean', 'Bool', ['yes'], is('true'), 'unknown'],
  ['Null true: must be absent', 'Null', ['true'], absent, 'true'],
  ['Null true: is there', 'Null', ['true'], is('false'), 'false'],
  ['Null false: must be there', 'Null', ['false'], is('x'), 'true'],
  ['Null false: is absent', 'Null', ['false'], absent, 'false'],
  ['absent or not is not known', 'Null', ['true'], unlisted, 'unknown'],
  ['present with an unknown value is present', 'Null', ['true'], { kind: 'like', pattern: 's3.*' }, 'false'],
  ['a set operator leaves nothing to decide', 'ForAllValues:Null', ['true'], is('x'), 'true'],
  ['a set operator leaves nothing to decide', 'ForAnyValue:Null', ['true'], absent, 'false'],
])

run('aws:CalledVia', [
  [
    'an absent key: no match, even negated, so a Deny with it is inert',
    'ForAnyValue:StringNotEquals',
    ['athena.amazonaws.com'],
    absent,
    'false',
  ],
  ['one value outside the list is enough', 'ForAnyValue:StringNotEquals', ['a'], is('a', 'b'), 'true'],
  ['all values in the list', 'ForAnyValue:StringNotEquals', ['a', 'b'], is('a', 'b'), 'false'],
  ['an absent key matches', 'ForAllValues:StringEquals', ['a'], absent, 'true'],
  ['negated and absent: AWS’s pages say both', 'ForAllValues:StringNotEquals', ['a'], absent, 'unknown'],
  ['no value may be in the list', 'ForAllValues:StringNotEquals', ['a'], is('b', 'c'), 'true'],
  ['one value in the list', 'ForAllValues:StringNotEquals', ['a'], is('a', 'c'), 'false'],
  ['all values in the list', 'ForAllValues:StringEquals', ['a', 'b'], is('b'), 'true'],
  ['several values without a set operator are not supported', 'StringEquals', ['a'], is('a', 'b'), 'unknown'],
  ['an empty list of values has no documented effect', 'StringEquals', [], is('a'), 'unknown'],
  ['operators mind their case', 'stringEquals', ['a'], is('a'), 'unknown'],
])

run('aws:PrincipalTag/team', [
  ['case counts', 'StringEquals', ['Blue'], is('blue'), 'false'],
  ['case does not count', 'StringEqualsIgnoreCase', ['Blue'], is('blue'), 'true'],
  ['negated, case does not count', 'StringNotEqualsIgnoreCase', ['Blue'], is('blue'), 'false'],
  ['no wildcards in StringEquals', 'StringEquals', ['b*'], is('blue'), 'false'],
  ['wildcards in StringLike', 'StringLike', ['b?u*'], is('blue'), 'true'],
  ['values are alternatives', 'StringEquals', ['a', 'b'], is('b'), 'true'],
  ['negated: none of the values', 'StringNotEquals', ['a', 'b'], is('b'), 'false'],
  ['numbers are compared as numbers', 'NumericLessThan', ['10'], is('9'), 'true'],
  ['numbers are compared as numbers', 'NumericGreaterThanEquals', ['10'], is('10.0'), 'true'],
  ['what is no number', 'NumericEquals', ['ten'], is('10'), 'unknown'],
  ['negated numbers', 'NumericNotEquals', ['10'], is('11'), 'true'],
  ['binary as base64', 'BinaryEquals', ['QmluYXJ5'], is('QmluYXJ5'), 'true'],
])

run('aws:SourceVpce', [
  [
    'a redacted endpoint is none that a customer listed, or none at all',
    'StringNotEquals',
    ['vpce-1'],
    unlisted,
    'true',
  ],
  ['a redacted endpoint is none that a customer listed, or none at all', 'StringEquals', ['vpce-1'], unlisted, 'false'],
  ['a wildcard may take it in', 'StringNotLike', ['vpce-*'], unlisted, 'unknown'],
  ['absent or not is not known', 'StringEqualsIfExists', ['vpce-1'], unlisted, 'unknown'],
  ['of dates and numbers nothing is known', 'NumericEquals', ['1'], unlisted, 'unknown'],
])

run('aws:CurrentTime', [
  ['before', 'DateLessThan', ['2026-01-01T00:00:00Z'], is('2025-12-31T23:59:59Z'), 'true'],
  ['seconds since 1970', 'DateGreaterThan', ['1767225600'], is('2026-01-01T00:00:01Z'), 'true'],
  ['a day without time', 'DateEquals', ['2026-01-01'], is('2026-01-01T00:00:00Z'), 'true'],
  ['what is no date', 'DateLessThan', ['tomorrow'], is('2026-01-01T00:00:00Z'), 'unknown'],
])

run('aws:PrincipalArn', [
  [
    'ArnEquals takes wildcards',
    'ArnEquals',
    ['arn:aws:iam::*:role/dev-*'],
    is('arn:aws:iam::111122223333:role/dev-a'),
    'true',
  ],
  [
    'no wildcards in StringNotEquals: it exempts nobody',
    'StringNotEquals',
    ['arn:aws:iam::*:role/dev'],
    is('arn:aws:iam::111122223333:role/dev'),
    'true',
  ],
  ['each part on its own', 'ArnLike', ['arn:aws:*dev'], is('arn:aws:iam::111122223333:role/dev'), 'false'],
  ['absent, negated', 'ArnNotLike', ['arn:aws:iam::*:role/dev'], absent, 'true'],
])

type VariableRow = readonly [
  why: string,
  operator: string,
  value: string,
  version: PolicyVersion,
  keys: Readonly<Record<string, KeyState>>,
  expected: Ternary,
]
const variables: readonly VariableRow[] = [
  ['a variable is filled in', 'StringEquals', '${aws:username}', '2012-10-17', { 'aws:username': is('Peggy') }, 'true'],
  ['text around a variable', 'StringLike', 'P${aws:x}*', '2012-10-17', { 'aws:x': is('egg') }, 'true'],
  [
    'a star that a variable holds is no wildcard',
    'StringLike',
    '${aws:x}',
    '2012-10-17',
    { 'aws:x': is('P*') },
    'false',
  ],
  ['a default', 'StringEquals', "${aws:x, 'Peggy'}", '2012-10-17', {}, 'true'],
  ['a value before the default', 'StringEquals', "${aws:x, 'Peggy'}", '2012-10-17', { 'aws:x': is('Joan') }, 'false'],
  ['a missing variable matches nothing', 'StringEquals', '${aws:x}', '2012-10-17', {}, 'false'],
  ['a missing variable, negated: AWS’s pages say both', 'StringNotEquals', '${aws:x}', '2012-10-17', {}, 'unknown'],
  ['a variable that is not known', 'StringEquals', '${aws:x}', '2012-10-17', { 'aws:x': unknown }, 'unknown'],
  ['Version 2008-10-17 has no variables', 'StringEquals', '${aws:x}', '2008-10-17', { 'aws:x': is('Peggy') }, 'false'],
  ['a star told from a wildcard', 'StringLike', '${*}', '2012-10-17', {}, 'false'],
]
for (const [why, operator, value, version, keys, expected] of variables) {
  test(`variables: ${why}`, () => {
    const all = new Map<string, KeyState>([...Object.entries(keys), ['aws:userid', is('Peggy')]])
    assert.equal(evaluateCondition(condition(operator, 'aws:UserId', [value]), version, all), expected)
  })
}

/** `optional` on each outcome that a condition can have. */
const mayBeThere: readonly (readonly [why: string, state: KeyState, expected: Ternary])[] = [
  ['a condition matches where it is there, and where it is not', is('false'), 'true'],
  ['it does not match where it is there, and matches where it is not', is('true'), 'unknown'],
  ['what is open where it is there stays open', unknown, 'unknown'],
]
for (const [why, state, expected] of mayBeThere) {
  test(`optional: ${why}`, () => {
    const optional: Condition = { ...condition('BoolIfExists', 'aws:ViaAWSService', ['false']), optional: true }
    assert.equal(evaluateCondition(optional, '2012-10-17', new Map([['aws:viaawsservice', state]])), expected)
  })
}

test('what an expression stands for decides nothing', () => {
  const open = condition('', 'var.more_conditions', [someList])
  for (const state of [absent, is('x')]) {
    assert.equal(evaluateCondition(open, '2012-10-17', new Map([['var.more_conditions', state]])), 'unknown')
  }
})
