import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conditionName, explainStatement } from '../../../src/evaluate/explain.ts'
import { evaluateStatement } from '../../../src/evaluate/statement.ts'
import type { KeyState } from '../../../src/model/request.ts'
import { is, requestOf, statementOf, unknown } from './written.ts'

const outside = { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }
type Row = readonly [statement: object, keys: Readonly<Record<string, KeyState>>, expected: string]
const rows: readonly Row[] = [
  [{ Resource: '*', Condition: outside }, {}, 'every element and every condition matches'],
  [{ Principal: { AWS: '444455556666' }, Resource: '*' }, {}, '`Principal` does not match'],
  [{ NotPrincipal: { AWS: '111122223333' }, Resource: '*' }, {}, '`NotPrincipal` does not match'],
  [{ Action: 'ec2:*', Resource: '*' }, {}, '`Action` does not match'],
  [{ NotAction: 's3:*', Resource: '*' }, {}, '`NotAction` does not match'],
  [{ Resource: 'arn:aws:s3:::other/*' }, {}, '`Resource` does not match'],
  [{ Principal: '*', Action: 'sts:AssumeRole' }, {}, '`Action` does not match'],
  [{ NotResource: '*' }, {}, '`NotResource` does not match'],
  [
    { Resource: '*', Condition: outside },
    { 'aws:SourceIp': is('203.0.113.9') },
    'the condition `NotIpAddress aws:SourceIp` does not match',
  ],
  [
    { Resource: '*', Condition: { 'ForAnyValue:StringEqualsIfExists': { 'aws:CalledVia': 'a' } } },
    { 'aws:CalledVia': is('b') },
    'the condition `ForAnyValue:StringEqualsIfExists aws:CalledVia` does not match',
  ],
  [
    { Action: '<Actions>', Resource: '<Bucket>', Condition: outside },
    { 'aws:SourceIp': unknown },
    'not decided by what is known: `Action`; `Resource`; the condition `NotIpAddress aws:SourceIp`',
  ],
  [{ Action: '<Actions>', Resource: 'arn:aws:s3:::other/*' }, {}, '`Resource` does not match'],
]
for (const [statement, keys, expected] of rows) {
  test(`why: ${expected}`, () => {
    const read = statementOf(statement)
    const request = requestOf({}, keys)
    assert.equal(explainStatement(read, '2012-10-17', request), expected)
    const outcome = evaluateStatement(read, '2012-10-17', request)
    assert.equal(expected.includes('does not match'), outcome === 'false', 'it says what was decided')
  })
}

test('a statement in doubt says what is doubtful', () => {
  const doubtful = { ...statementOf({ Resource: '*' }), undecidable: ['the key stands twice', 'and more'] }
  assert.equal(explainStatement(doubtful, '2012-10-17', requestOf()), 'the statement is in doubt: the key stands twice')
})

test('a condition is told by what of it is in the file', () => {
  const [condition] = statementOf({ Resource: '*', Condition: outside }).conditions
  assert.ok(condition)
  assert.equal(conditionName(condition), 'the condition `NotIpAddress aws:SourceIp`')
  const open = { ...condition, optional: true } as const
  assert.equal(conditionName(open), 'whether the condition `NotIpAddress aws:SourceIp` is there')
  const unread = {
    ...condition,
    operator: { ...condition.operator, value: { base: '', ifExists: false, quantifier: undefined } },
    key: { ...condition.key, value: 'local.conditions' },
  }
  assert.equal(conditionName(unread), 'the conditions that `local.conditions` stands for')
})
