import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hiddenKeys } from '../../../src/diff/hidden-keys.ts'
import { iamJson } from '../../../src/formats/iam-json.ts'
import type { PolicyDocument } from '../../../src/model/policy.ts'

function read(...statements: readonly object[]): readonly PolicyDocument[] {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements })
  return iamJson.read({ path: 'p.json', text }).policies
}

const deny = (condition: object, more: object = {}) => ({
  Effect: 'Deny',
  Action: '*',
  Resource: '*',
  Condition: condition,
  ...more,
})
const given = (operator: string, ...keys: readonly string[]) => ({
  [operator]: Object.fromEntries(keys.map((key) => [key, '192.0.2.0/24'])),
})
/** As Terraform writes a variable. */
const hidden = ['$', '{local.key}'].join('')
const secret = deny(given('NotIpAddress', hidden))
const plain = deny(given('NotIpAddress', 'aws:SourceIp'))

/** `told`: how many of the head's statements hide a key. */
const rows: readonly (readonly [
  why: string,
  base: readonly object[],
  head: readonly object[],
  told: readonly number[],
])[] = [
  ['a key that is written out', [], [plain], []],
  ['a key that is written out, under IpAddress', [], [deny(given('IpAddress', 'aws:VpcSourceIp'))], []],
  ['a variable right before a name', [], [deny(given('NotIpAddress', `${hidden}aws:SourceIp`))], [0]],
  ['a key of a tag, with a slash and a dash', [], [deny(given('NotIpAddress', 'aws:ResourceTag/a-b.c@d:e'))], []],
  ['a variable in its place', [], [secret], [0]],
  ['a variable with words before it', [], [deny(given('NotIpAddress', `aws:Source${hidden}`))], [0]],
  ['a variable with words behind it', [], [deny(given('NotIpAddress', `${hidden}:SourceIp`))], [0]],
  ['a name without a prefix', [], [deny(given('NotIpAddress', 'SourceIp'))], [0]],
  ['a variable under IpAddress', [], [deny(given('IpAddress', hidden))], [0]],
  ['one of two keys', [], [deny(given('NotIpAddress', 'aws:SourceIp', hidden))], [0]],
  [
    'the second of two conditions',
    [],
    [deny({ ...given('IpAddress', 'aws:VpcSourceIp'), ...given('NotIpAddress', 'x') })],
    [0],
  ],
  [
    'a variable under another operator',
    [],
    [deny({ ...given('StringLike', hidden), ...given('NotIpAddress', 'aws:SourceIp') })],
    [],
  ],
  [
    'an operator that only ends like it',
    [],
    [deny({ ...given('NotIpAddress', 'aws:SourceIp'), ...given('XIpAddress', 'x') })],
    [],
  ],
  [
    'an operator that only begins like it',
    [],
    [deny({ ...given('NotIpAddress', 'aws:SourceIp'), ...given('IpAddressX', 'x') })],
    [],
  ],
  [
    'the operator in a text, and none that is read',
    [],
    [deny(given('StringEquals', 'aws:RequestedRegion'), { Sid: 'NotIpAddress' })],
    [0],
  ],
  ['no operator that compares addresses', [], [deny(given('StringEquals', hidden))], []],
  ['no condition, where another statement has one', [], [plain, { Effect: 'Deny', Action: '*', Resource: '*' }], []],
  ['an Allow', [], [{ ...secret, Effect: 'Allow' }], []],
  ['one that was there, word for word', [secret], [secret], []],
  ['one that was there in other words', [deny(given('NotIpAddress', `${hidden}.old`))], [secret], [0]],
  ['a new one beside one that was there', [secret], [secret, { ...secret, Sid: 'New' }], [1]],
  ['two that are new', [], [secret, plain, { ...secret, Sid: 'New' }], [0, 2]],
]

for (const [why, base, head, told] of rows) {
  test(`keys that the file does not hold: ${why}`, () => {
    const policies = read(...head)
    const problems = hiddenKeys(read(...base), policies)
    const ranges = policies.flatMap(({ statements }) => statements.map(({ range }) => range))
    assert.equal(ranges.length, head.length, 'all are read')
    assert.deepEqual(
      problems.map(({ range }) => range),
      told.map((index) => ranges[index]),
    )
  })
}

test('what is told of a key that the file does not hold keeps the check from passing, and says what to do', () => {
  const policies = read(secret)
  const [problem] = hiddenKeys([], policies)
  assert.equal(problem?.file, policies[0]?.file)
  assert.equal(problem?.blocking, true)
  assert.match(problem?.message ?? '', /the key that it compares is not in the file: it may be aws:SourceIp$/)
  assert.match(problem?.help ?? '', /^write the key out/)
})

test('a statement that is read into several policies is told once', () => {
  const policies = read(secret)
  assert.equal(hiddenKeys([], [...policies, ...policies]).length, 1)
})
