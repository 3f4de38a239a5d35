import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalCondition, canonicalStatement } from '../../../src/diff/canonical.ts'
import { iamJson } from '../../../src/formats/iam-json.ts'
import type { PolicyDocument, Statement, Value } from '../../../src/model/policy.ts'

const meaningOf = (statement: object): string => {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statement })
  const [policy] = iamJson.read({ path: 'p.json', text }).policies
  const [first] = policy?.statements ?? []
  assert.ok(policy && first)
  return canonicalStatement(first, policy)
}
const bucket = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }

const alike: readonly (readonly [why: string, one: object, other: object])[] = [
  ['`"*"` and `{"AWS": "*"}` are the same principal', bucket, { ...bucket, Principal: { AWS: '*' } }],
  [
    'principals in another order',
    { ...bucket, Principal: { AWS: ['111122223333', '444455556666'] } },
    { ...bucket, Principal: { AWS: ['444455556666', '111122223333'] } },
  ],
  [
    'conditions in another order, keys in another case',
    { ...bucket, Condition: { Bool: { 'aws:ViaAWSService': 'false' }, IpAddress: { 'aws:SourceIp': '192.0.2.1' } } },
    { ...bucket, Condition: { IpAddress: { 'AWS:sourceip': '192.0.2.1' }, Bool: { 'aws:viaawsservice': 'false' } } },
  ],
  ['a value twice', { ...bucket, Resource: ['*', '*'] }, bucket],
  ['actions in another case', { ...bucket, Action: 'S3:*' }, bucket],
]
for (const [why, one, other] of alike) {
  test(`the same meaning: ${why}`, () => assert.equal(meaningOf(one), meaningOf(other)))
}

const different: readonly (readonly [why: string, one: object, other: object])[] = [
  ['another principal', bucket, { ...bucket, Principal: { AWS: '111122223333' } }],
  [
    'a service of that name is not an account of that name',
    { ...bucket, Principal: { AWS: 'sns.amazonaws.com' } },
    { ...bucket, Principal: { Service: 'sns.amazonaws.com' } },
  ],
  [
    'NotPrincipal',
    { Effect: 'Deny', Principal: { AWS: '111122223333' }, Action: 's3:*', Resource: '*' },
    { Effect: 'Deny', NotPrincipal: { AWS: '111122223333' }, Action: 's3:*', Resource: '*' },
  ],
  ['no principal', bucket, { Effect: 'Deny', Action: 's3:*', Resource: '*' }],
  [
    'NotAction',
    { Effect: 'Deny', Action: 's3:*', Resource: '*' },
    { Effect: 'Deny', NotAction: 's3:*', Resource: '*' },
  ],
  [
    'NotResource',
    { Effect: 'Deny', Action: 's3:*', Resource: '*' },
    { Effect: 'Deny', Action: 's3:*', NotResource: '*' },
  ],
  [
    'resources mind their case',
    { ...bucket, Resource: 'arn:aws:s3:::b/K' },
    { ...bucket, Resource: 'arn:aws:s3:::b/k' },
  ],
  ['an Allow', bucket, { ...bucket, Effect: 'Allow' }],
  [
    'another set operator',
    { ...bucket, Condition: { 'ForAnyValue:StringEquals': { 'aws:CalledVia': 'a' } } },
    { ...bucket, Condition: { 'ForAllValues:StringEquals': { 'aws:CalledVia': 'a' } } },
  ],
  [
    'no set operator',
    { ...bucket, Condition: { 'ForAnyValue:StringEquals': { 'aws:CalledVia': 'a' } } },
    { ...bucket, Condition: { StringEquals: { 'aws:CalledVia': 'a' } } },
  ],
  [
    'IfExists',
    { ...bucket, Condition: { StringEqualsIfExists: { 'aws:CalledVia': 'a' } } },
    { ...bucket, Condition: { StringEquals: { 'aws:CalledVia': 'a' } } },
  ],
  [
    'another value',
    { ...bucket, Condition: { StringEquals: { 'aws:CalledVia': 'a' } } },
    { ...bucket, Condition: { StringEquals: { 'aws:CalledVia': 'b' } } },
  ],
]
for (const [why, one, other] of different) {
  test(`another meaning: ${why}`, () => assert.notEqual(meaningOf(one), meaningOf(other)))
}

const range = { start: 0, end: 0 }
const text = (written: string, expression?: string): Value => ({
  kind: 'literal',
  text: written,
  range,
  ...(expression === undefined ? {} : { expression }),
})
const open = (expression: string): Value => ({ kind: 'unresolved', expression, range })
const withValue = (value: Value): string =>
  canonicalCondition({
    operator: { value: { base: 'StringEquals', ifExists: false, quantifier: undefined }, range },
    key: { value: 'aws:SourceVpc', range },
    values: [value],
  })

test('references are told apart by what they say, not by the example that stands for them', () => {
  assert.equal(withValue(text('example', 'Ref A')), withValue(text('another', 'Ref A')))
  assert.equal(withValue(open('Ref A')), withValue(text('example', 'Ref A')))
  assert.notEqual(withValue(open('Ref A')), withValue(open('Ref B')))
  assert.notEqual(withValue(text('example', 'Ref A')), withValue(text('example', 'Ref B')))
  assert.notEqual(withValue(text('example', 'Ref A')), withValue(text('example')))
  assert.notEqual(withValue(open('Ref A')), withValue(text('Ref A')))
})

test('a policy of another type means something else', () => {
  const statement: Statement = {
    sid: undefined,
    effect: 'Deny',
    principals: undefined,
    actions: { patterns: [text('*')], negated: false },
    resources: undefined,
    conditions: [],
    range,
    undecidable: [],
  }
  const policy: PolicyDocument = {
    file: { path: 'p.json', text: '' },
    formatId: 'iam-json',
    address: '$',
    range,
    version: '2012-10-17',
    type: 'identity',
    typeBasis: '',
    assumedBy: [],
    statements: [statement],
  }
  assert.notEqual(canonicalStatement(statement, policy), canonicalStatement(statement, { ...policy, type: 'scp' }))
  const doubtful = { ...statement, undecidable: ['the key stands twice'] }
  assert.notEqual(canonicalStatement(statement, policy), canonicalStatement(doubtful, policy))
})
