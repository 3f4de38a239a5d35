import assert from 'node:assert/strict'
import { test } from 'node:test'
import { iamJson } from '../../../src/formats/iam-json.ts'
import { inspect } from '../../../src/inspect.ts'
import type { Statement } from '../../../src/model/policy.ts'
import { registry } from '../../../src/registry.ts'
import { commonList, namesSame, withoutAddresses } from '../../../src/remedies/alike.ts'
import { type JsonFinding, jsonReport } from '../../../src/report/json-report.ts'
import { denyOutside, outside, policyOf, settings } from '../inspecting.ts'

const sourceIp = 'aws:SourceIp'

function statementsOf(...statements: readonly object[]): readonly Statement[] {
  return iamJson.read({ path: 'policy.json', text: policyOf(...statements) }).policies[0]?.statements ?? []
}

function listing(...addresses: readonly string[]): object {
  return denyOutside({ Condition: { NotIpAddress: { [sourceIp]: addresses } } })
}

const plain: readonly [string, readonly object[], string][] = [
  ['one address', [listing('203.0.113.1/32')], '4'],
  ['an address without prefix', [listing('203.0.113.1')], '4'],
  ['the widest IPv4 range that is the customer’s alone', [listing('3.0.0.0/8')], '4'],
  ['IPv6', [listing('2001:db8::/32')], '6'],
  ['both families', [listing('2001:db8::/32', '203.0.113.0/24')], '4,6'],
  [
    'the same list twice, in another order',
    [listing('203.0.113.1', '192.0.2.1'), listing('192.0.2.1', '203.0.113.1')],
    '4',
  ],
  [
    'beside a statement without addresses',
    [listing('203.0.113.1'), { Effect: 'Deny', Action: '*', Resource: '*' }],
    '4',
  ],
  ['the positive operator', [denyOutside({ Condition: { IpAddress: { [sourceIp]: '203.0.113.1' } } })], '4'],
  ['a variable about something else', [denyOutside({ Resource: 'arn:aws:s3:::${aws:username}' })], '4'],
]
for (const [why, statements, families] of plain) {
  test(`a plain list: ${why}`, () => assert.equal(commonList(statementsOf(...statements))?.families, families))
}

const odd: readonly [string, readonly object[]][] = [
  ['no statement', []],
  ['no list', [{ Effect: 'Deny', Action: '*', Resource: '*' }]],
  ['an empty list', [listing()]],
  ['two lists', [listing('203.0.113.1'), listing('203.0.113.2')]],
  [
    'two lists in one statement',
    [
      denyOutside({
        Condition: { NotIpAddress: { [sourceIp]: '203.0.113.1' }, IpAddress: { [sourceIp]: '203.0.113.2' } },
      }),
    ],
  ],
  ['no address', [listing('203.0.113.1', 'office')]],
  ['bits after the prefix', [listing('203.0.113.1/24')]],
  ['a private range', [listing('203.0.113.1', '10.1.0.0/16')]],
  ['a range so wide that it may hold AWS’s own addresses', [listing('2.0.0.0/7')]],
  ['the same of IPv6', [listing('2000::/15')]],
  ['IPv6 without prefix, which AWS does not define', [listing('2001:db8::1')]],
  ['every IPv4 address, in pieces', [listing(...Array.from({ length: 256 }, (_, first) => `${first}.0.0.0/8`))]],
  ['an operator of strings', [denyOutside({ Condition: { StringNotLike: { [sourceIp]: '203.0.113.1' } } })]],
  ['a variable about the address', [denyOutside({ Resource: 'arn:aws:s3:::${aws:SourceIp}' })]],
  ['the same in a condition', [denyOutside(outside({ StringEquals: { 'aws:username': "${AWS:SourceIP, 'x'}" } }))]],
]
for (const [why, statements] of odd) {
  test(`no plain list: ${why}`, () => assert.equal(commonList(statementsOf(...statements)), undefined))
}

test('a patched statement names the same list, or is looked at with its own', () => {
  const list = commonList(statementsOf(listing('203.0.113.1', '192.0.2.1'))) ?? assert.fail()
  const rows: readonly [object, boolean][] = [
    [listing('192.0.2.1', '203.0.113.1'), true],
    [
      denyOutside({
        Condition: { NotIpAddress: { [sourceIp]: ['203.0.113.1', '192.0.2.1'] }, Null: { 'kms:ViaService': 'true' } },
      }),
      true,
    ],
    [listing('203.0.113.1'), false],
    [denyOutside({ Condition: { StringNotEquals: { [sourceIp]: ['203.0.113.1', '192.0.2.1'] } } }), false],
    [denyOutside({ Condition: {} }), false],
    [{ ...listing('203.0.113.1', '192.0.2.1'), Resource: '${aws:SourceIp}' }, false],
  ]
  for (const [object, same] of rows) {
    for (const statement of statementsOf(object)) assert.equal(namesSame(statement, list), same, JSON.stringify(object))
  }
})

test('without addresses, a statement keeps every other condition', () => {
  const [statement = assert.fail()] = statementsOf(denyOutside(outside({ Bool: { 'aws:SecureTransport': 'false' } })))
  const list = commonList([statement]) ?? assert.fail()
  const [address, other] = withoutAddresses(statement, list).conditions
  assert.deepEqual(
    address?.values.map((value) => value.kind === 'literal' && value.text),
    ['public addresses 4'],
  )
  assert.equal(other, statement.conditions[1])
})

/** Lists that a statement may have: plain ones, and those that must not be taken for one another. */
const lists = [
  ['203.0.113.1'],
  ['192.0.2.44', '198.51.100.44', '203.0.113.44'],
  ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'],
  ['3.0.0.0/8'],
  ['2001:db8::/32'],
  ['2001:db8::/32', '203.0.113.0/24'],
  ['10.0.0.0/8'],
  ['0.0.0.0/0'],
  ['0.0.0.0/1', '128.0.0.0/1'],
  ['203.0.113.1/24'],
  ['office'],
]

/** Policies around a list. */
const shapes: readonly [string, (list: readonly string[]) => readonly object[]][] = [
  ['everything', (list) => [listing(...list)]],
  ['some actions', (list) => [{ ...listing(...list), Action: ['s3:*', 'kms:Decrypt'] }]],
  ['an exemption that is none', (list) => [denyOutside({ Condition: { NotIpAddressIfExists: { [sourceIp]: list } } })]],
  [
    'an endpoint beside it',
    (list) => [
      denyOutside({
        Condition: { NotIpAddress: { [sourceIp]: list }, StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } },
      }),
    ],
  ],
  ['a blocked list', (list) => [denyOutside({ Condition: { IpAddress: { [sourceIp]: list } } })]],
  ['the same twice', (list) => [listing(...list), { ...listing(...list), Action: 's3:*' }]],
  ['another list beside it', (list) => [listing(...list), listing('198.51.100.7')]],
  ['a bucket’s policy', (list) => [{ ...listing(...list), Principal: '*', Resource: 'arn:aws:s3:::logs/*' }]],
  [
    'a trust policy',
    (list) => [
      { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
      { Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole', Condition: { NotIpAddress: { [sourceIp]: list } } },
    ],
  ],
  [
    'a trust policy of another service',
    (list) => [
      { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
      { Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole', Condition: { NotIpAddress: { [sourceIp]: list } } },
    ],
  ],
]

function findingsIn(heads: readonly { readonly path: string; readonly text: string }[]): readonly JsonFinding[] {
  const files = heads.map((head) => ({ base: undefined, head }))
  return jsonReport(inspect(files, registry, settings), 'test').findings
}

test('statements that are judged together fare as each does alone, with its own witnesses and patches', () => {
  const pairs = shapes.flatMap(([shape, make], at) =>
    // Every list in the first shape, and two that are alike in each.
    lists.slice(0, at === 0 ? lists.length : 2).map((list) => ({ name: `${shape} ${list.join()}`, make, list })),
  )
  const heads = pairs.map(({ name, make, list }, index) => ({
    path: `${index}.json`,
    name,
    text: policyOf(...make(list)),
  }))
  const together = findingsIn(heads)
  for (const head of heads) {
    const own = together.filter(({ file }) => file === head.path)
    assert.deepEqual(own, findingsIn([head]), head.name)
  }
})
