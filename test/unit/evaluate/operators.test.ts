import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evaluateCondition } from '../../../src/evaluate/condition.ts'
import type { KeyState } from '../../../src/model/request.ts'
import type { Ternary } from '../../../src/model/ternary.ts'
import { absent, conditionsOf, is, like, listed, unknown, unlisted } from './written.ts'

function evaluate(operator: string, values: readonly string[], state: KeyState): Ternary {
  const [condition] = conditionsOf({ [operator]: { 'aws:Key': values } })
  assert.ok(condition)
  return evaluateCondition(condition, '2012-10-17', new Map([['aws:key', state]]))
}

/** Every ordering operator against a value below, the same and above. */
const ordering: readonly (readonly [operator: string, below: Ternary, same: Ternary, above: Ternary])[] = [
  ['Equals', 'false', 'true', 'false'],
  ['NotEquals', 'true', 'false', 'true'],
  ['LessThan', 'true', 'false', 'false'],
  ['LessThanEquals', 'true', 'true', 'false'],
  ['GreaterThan', 'false', 'false', 'true'],
  ['GreaterThanEquals', 'false', 'true', 'true'],
]
for (const [name, ...expected] of ordering) {
  test(`Numeric${name} compares numbers`, () =>
    assert.deepEqual(
      ['9', '10', '11'].map((value) => evaluate(`Numeric${name}`, ['10'], is(value))),
      expected,
    ))
  test(`Date${name} compares moments`, () =>
    assert.deepEqual(
      ['2025-12-31T23:59:59Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:01Z'].map((value) =>
        evaluate(`Date${name}`, ['2026-01-01T00:00:00Z'], is(value)),
      ),
      expected,
    ))
  const negated = name === 'NotEquals'
  test(`Numeric${name} and Date${name} on an absent key: ${negated}`, () => {
    for (const kind of ['Numeric', 'Date']) {
      assert.equal(evaluate(kind + name, ['10'], absent), negated ? 'true' : 'false')
      assert.equal(evaluate(`${kind}${name}IfExists`, ['10'], absent), 'true')
    }
  })
}

/** Whether a text is that number, that date: `undefined` where it is none. */
const numbers: readonly (readonly [text: string, number: string | undefined])[] = [
  ['10.', '10'],
  ['.5', '0.5'],
  ['+10', '10'],
  ['-10', '-10'],
  ['1e2', '100'],
  ['1E+2', '100'],
  ['12e-1', '1.2'],
  [' 10 ', '10'],
  ['0.25', '0.25'],
  ['.25', '0.25'],
  ['1e10', '10000000000'],
  ['12.', '12'],
  ['10x', undefined],
  ['x10', undefined],
  ['1e', undefined],
  ['0x10', undefined],
  ['', undefined],
  ['.', undefined],
  ['1 0', undefined],
]
for (const [text, number] of numbers) {
  test(`\`${text}\` is ${number === undefined ? 'no number' : `the number ${number}`}`, () =>
    assert.equal(evaluate('NumericEquals', [text], is(number ?? '10')), number === undefined ? 'unknown' : 'true'))
}

const dates: readonly (readonly [text: string, moment: string | undefined])[] = [
  ['2026', '2026-01-01T00:00:00Z'],
  ['2026-02', '2026-02-01T00:00:00Z'],
  ['2026-02-03', '2026-02-03T00:00:00Z'],
  ['2026-02-03T04:05Z', '2026-02-03T04:05:00Z'],
  ['2026-02-03T04:05:06Z', '2026-02-03T04:05:06Z'],
  ['2026-02-03T04:05:06.500Z', '2026-02-03T04:05:06.5Z'],
  ['2026-02-03T04:05:06+01:00', '2026-02-03T03:05:06Z'],
  ['2026-02-03T04:05:06-01:00', '2026-02-03T05:05:06Z'],
  ['1770091506', '2026-02-03T04:05:06Z'],
  ['1770091506.25', '2026-02-03T04:05:06.25Z'],
  ['2026-02-03T04:05:06+0100', '2026-02-03T03:05:06Z'],
  ['2026-02-03T04:05:06', undefined],
  ['2026-13-01', undefined],
  ['x2026-02-03', undefined],
  ['2026-02-03x', undefined],
  ['x1770091506', undefined],
  ['1770091506x', undefined],
  ['February 3, 2026', undefined],
  ['', undefined],
]
for (const [text, moment] of dates) {
  test(`\`${text}\` is ${moment === undefined ? 'no date' : `the moment ${moment}`}`, () => {
    assert.equal(
      evaluate('DateEquals', [text], is(moment ?? '2026-02-03T04:05:06Z')),
      moment === undefined ? 'unknown' : 'true',
    )
    if (moment !== undefined) assert.equal(evaluate('DateEquals', [text], is('1999-01-01')), 'false')
  })
}

type Row = readonly [why: string, operator: string, values: readonly string[], state: KeyState, expected: Ternary]
const rows: readonly Row[] = [
  ['a request value that is no number fits none', 'NumericEquals', ['10'], is('ten'), 'false'],
  ['and so its negation holds', 'NumericNotEquals', ['10'], is('ten'), 'true'],
  ['of numbers that are not known nothing is known', 'NumericNotEquals', ['ten'], is('10'), 'unknown'],
  ['negated, no boolean', 'Bool', ['no'], is('false'), 'unknown'],
  ['case of the request’s boolean does not count', 'Bool', ['true'], is('TRUE'), 'true'],
  ['a boolean that is not one fits none', 'Bool', ['true'], is('yes'), 'false'],
  ['false', 'Bool', ['false'], is('false'), 'true'],
  ['case counts, negated', 'StringNotEquals', ['Blue'], is('blue'), 'true'],
  ['case does not count on either side', 'StringEqualsIgnoreCase', ['bLUE'], is('Blue'), 'true'],
  ['case does not count, something else', 'StringEqualsIgnoreCase', ['green'], is('Blue'), 'false'],
  ['wildcards, negated', 'StringNotLike', ['b*'], is('blue'), 'false'],
  ['wildcards, negated, something else', 'StringNotLike', ['g*'], is('blue'), 'true'],
  ['wildcards, absent', 'StringLike', ['*'], absent, 'false'],
  ['wildcards, negated, absent', 'StringNotLike', ['*'], absent, 'true'],
  ['case counts in patterns', 'StringLike', ['B*'], is('blue'), 'false'],
  [
    'ArnEquals takes wildcards, negated',
    'ArnNotEquals',
    ['arn:aws:iam::*:role/d*'],
    is('arn:aws:iam::1:role/dev'),
    'false',
  ],
  ['ArnLike', 'ArnLike', ['arn:aws:iam::*:role/d*'], is('arn:aws:iam::1:role/dev'), 'true'],
  ['ArnNotLike', 'ArnNotLike', ['arn:aws:iam::*:role/d*'], is('arn:aws:iam::1:role/dev'), 'false'],
  ['ArnNotLike, something else', 'ArnNotLike', ['arn:aws:iam::*:role/d*'], is('arn:aws:iam::1:role/ops'), 'true'],
  ['ArnEquals, absent', 'ArnEquals', ['*'], absent, 'false'],
  ['ArnNotEquals, absent', 'ArnNotEquals', ['*'], absent, 'true'],
  ['what is no ARN is like none', 'ArnLike', ['arn:aws:iam::1:role/dev'], is('dev'), 'false'],
  ['padding of base64 does not count', 'BinaryEquals', ['QQ=='], is('QQ'), 'true'],
  ['padding of base64 does not count', 'BinaryEquals', ['QQ'], is('QQ=='), 'true'],
  ['other bytes', 'BinaryEquals', ['QQ=='], is('Qg=='), 'false'],
  ['an equals sign inside is no padding', 'BinaryEquals', ['Q=Q'], is('QQ'), 'false'],
  ['an equals sign inside is no padding', 'BinaryEquals', ['QQ'], is('Q=Q'), 'false'],
  ['binary, absent', 'BinaryEquals', ['QQ=='], absent, 'false'],
  ['no variables in numbers', 'NumericEquals', ['${aws:key}'], is('10'), 'unknown'],
  ['no variables in numbers, negated', 'NumericNotEquals', ['${aws:key}'], is('10'), 'unknown'],
  ['variables in patterns of ARNs', 'ArnLike', ['${aws:key}'], is('arn:aws:iam::1:role/dev'), 'true'],
  ['variables in booleans', 'Bool', ['${aws:key}'], is('true'), 'true'],
  ['no variables in binary', 'BinaryEquals', ['${aws:key}'], is('QQ=='), 'false'],
  ['variables in ARNs', 'ArnEquals', ['${aws:key}'], is('arn:aws:iam::1:role/dev'), 'true'],
  ['variables, whatever case', 'StringEqualsIgnoreCase', ['${aws:key}'], is('x'), 'true'],
  ['variables in dates are none', 'DateEquals', ['${aws:key}'], is('2026-01-01'), 'unknown'],
  ['a variable whose value is not known, negated', 'StringNotEquals', ['${aws:other}'], is('x'), 'unknown'],
  ['no values in the request, every one of them', 'ForAllValues:StringEquals', ['a'], is(), 'true'],
  ['no values in the request, any of them', 'ForAnyValue:StringEquals', ['a'], is(), 'false'],
  ['no values in the request, without a set operator', 'StringEquals', ['a'], is(), 'unknown'],
  [
    'ForAnyValue with IfExists on an absent key is not documented',
    'ForAnyValue:StringEqualsIfExists',
    ['a'],
    absent,
    'unknown',
  ],
  ['ForAllValues with IfExists on an absent key', 'ForAllValues:StringNotEqualsIfExists', ['a'], absent, 'true'],
  ['ForAllValues on an absent key', 'ForAllValues:StringLike', ['a'], absent, 'true'],
  ['ForAnyValue on addresses', 'ForAnyValue:IpAddress', ['10.0.0.0/8'], is('192.0.2.1', '10.0.0.1'), 'true'],
  ['ForAllValues on addresses', 'ForAllValues:IpAddress', ['10.0.0.0/8'], is('192.0.2.1', '10.0.0.1'), 'false'],
  ['several addresses without a set operator', 'IpAddress', ['10.0.0.0/8'], is('10.0.0.1', '10.0.0.2'), 'unknown'],
  ['Null minds no case of its value', 'Null', ['True'], absent, 'true'],
  ['Null of what is neither', 'Null', ['maybe'], absent, 'unknown'],
  ['Null of what the file does not hold', 'Null', ['<Flag>'], absent, 'unknown'],
  ['Null true and false always hold', 'Null', ['true', 'false'], is('x'), 'true'],
  ['Null of a key that is not known', 'Null', ['true'], unknown, 'unknown'],
  ['Null of a key of the customer’s', 'Null', ['true'], listed, 'false'],
  ['Null of an empty list', 'Null', [], absent, 'false'],
  ['AWS’s own is in no list of strings', 'StringEquals', ['vpc-1', 'vpc-2'], unlisted, 'false'],
  ['AWS’s own is in no list of strings, negated', 'StringNotEquals', ['vpc-1', 'vpc-2'], unlisted, 'true'],
  ['AWS’s own is no ARN of a customer', 'ArnNotEquals', ['arn:aws:iam::1:role/dev'], unlisted, 'true'],
  ['one with a wildcard may be it', 'StringEquals', ['vpc-1', 'vpc-*'], unlisted, 'unknown'],
  ['one with a question mark may be it', 'StringNotLike', ['vpc-?'], unlisted, 'unknown'],
  ['one with a variable may be it', 'StringEquals', ['${aws:key}'], unlisted, 'unknown'],
  ['a list that the file does not hold is a customer’s', 'StringEquals', ['<Vpc>'], unlisted, 'false'],
  ['of booleans that AWS redacts nothing is known', 'Bool', ['false'], unlisted, 'unknown'],
  ['of dates that AWS redacts nothing is known', 'DateNotEquals', ['2026'], unlisted, 'unknown'],
  ['a customer’s address in the customer’s list', 'IpAddress', ['<Office>'], listed, 'true'],
  ['a customer’s account is told by its key alone', 'StringEquals', ['<Account>'], listed, 'unknown'],
  ['some value of a pattern', 'StringEquals', ['a'], like('a*'), 'unknown'],
  ['a key that is not known', 'StringEquals', ['a'], unknown, 'unknown'],
]
for (const [why, operator, values, state, expected] of rows) {
  test(`${operator}: ${why}`, () => assert.equal(evaluate(operator, values, state), expected))
}

test('a key is found whatever case it is written in, and one that is not there is absent', () => {
  const [condition] = conditionsOf({ StringNotEquals: { 'AWS:KEY': 'a' } })
  assert.ok(condition)
  assert.equal(evaluateCondition(condition, '2012-10-17', new Map([['aws:key', is('a')]])), 'false')
  assert.equal(evaluateCondition(condition, '2012-10-17', new Map([['aws:other', is('a')]])), 'true')
})
