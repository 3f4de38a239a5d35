import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allStatements, changedStatements } from '../../../src/diff/changed-statements.ts'
import { fingerprintOf } from '../../../src/diff/fingerprint.ts'
import { iamJson } from '../../../src/formats/iam-json.ts'
import type { ChangedStatement } from '../../../src/model/change.ts'
import type { PolicyDocument, Value } from '../../../src/model/policy.ts'

/** `<Name>` is a value that the file does not hold. */
function opened(value: Value): Value {
  const name = value.kind === 'literal' ? /^<(.+)>$/.exec(value.text)?.[1] : undefined
  return name === undefined ? value : { kind: 'unresolved', expression: name, range: value.range }
}

function read(text: string, path = 'p.json'): readonly PolicyDocument[] {
  return iamJson.read({ path, text }).policies.map((policy) => ({
    ...policy,
    statements: policy.statements.map((statement) => ({
      ...statement,
      actions: { ...statement.actions, patterns: statement.actions.patterns.map(opened) },
      resources: statement.resources && {
        ...statement.resources,
        patterns: statement.resources.patterns.map(opened),
      },
    })),
  }))
}

const policyOf = (...statements: readonly object[]) => ({ Version: '2012-10-17', Statement: statements })
const deny = (address: string, other: object): object => ({
  Effect: 'Deny',
  ...other,
  Condition: { NotIpAddress: { 'aws:SourceIp': address } },
})
const changesOf = (base: unknown, head: unknown): ChangedStatement[] =>
  changedStatements([{ base: read(JSON.stringify(base)), head: read(JSON.stringify(head)) }])

/** What the one changed statement was, by its address list; `added` where it was nothing. */
function before(base: readonly object[], head: readonly object[]): string | undefined {
  const [changed, ...more] = changesOf(policyOf(...base), policyOf(...head))
  assert.ok(changed && more.length === 0)
  assert.equal(changed.change, changed.previous === undefined ? 'added' : 'modified')
  const [value] = changed.previous?.conditions[0]?.values ?? []
  return changed.previous === undefined ? 'added' : value?.kind === 'literal' ? value.text : undefined
}

const one = { Action: 's3:Get*', Resource: 'arn:aws:s3:::one/*' }
const two = { Action: 's3:Put*', Resource: 'arn:aws:s3:::two/*' }
const three = { Action: 's3:List*', Resource: 'arn:aws:s3:::three/*' }

type Row = readonly [why: string, base: readonly object[], head: readonly object[], expected: string]
const rows: readonly Row[] = [
  [
    'the most alike of three',
    [deny('192.0.2.1', one), deny('192.0.2.2', two), deny('192.0.2.3', three)],
    [deny('192.0.2.9', two)],
    '192.0.2.2',
  ],
  [
    'the most alike, if it stands last',
    [deny('192.0.2.1', one), deny('192.0.2.2', two), deny('192.0.2.3', three)],
    [deny('192.0.2.9', three)],
    '192.0.2.3',
  ],
  [
    'the most alike, if it stands first',
    [deny('192.0.2.1', one), deny('192.0.2.2', two), deny('192.0.2.3', three)],
    [deny('192.0.2.9', one)],
    '192.0.2.1',
  ],
  [
    'its Sid tells, however little else is alike',
    [deny('192.0.2.1', { Sid: 'A', ...one }), deny('192.0.2.2', { Sid: 'B', ...two })],
    [deny('192.0.2.9', { Sid: 'B', ...one })],
    '192.0.2.2',
  ],
  [
    'a new Sid, and a statement without one that is alike',
    [deny('192.0.2.1', one)],
    [deny('192.0.2.9', { Sid: 'B', ...one })],
    '192.0.2.1',
  ],
  ['half is alike', [deny('192.0.2.1', one)], [deny('192.0.2.9', one)], '192.0.2.1'],
  ['a third is alike', [deny('192.0.2.1', one)], [deny('192.0.2.9', { ...one, Resource: '*' })], 'added'],
  ['nothing is alike', [deny('192.0.2.1', one)], [deny('192.0.2.9', two)], 'added'],
  [
    'without Resource, a third is alike',
    [deny('192.0.2.1', { Action: 'sts:AssumeRole' })],
    [deny('192.0.2.9', { Action: 'sts:AssumeRole' })],
    'added',
  ],
  [
    'references of another name are not alike',
    [deny('192.0.2.1', { Action: 's3:Get*', Resource: '<One>' })],
    [deny('192.0.2.9', { Action: 's3:Get*', Resource: '<Two>' })],
    'added',
  ],
  [
    'references of the same name are',
    [deny('192.0.2.1', { Action: 's3:Get*', Resource: '<One>' })],
    [deny('192.0.2.9', { Action: 's3:Get*', Resource: '<One>' })],
    '192.0.2.1',
  ],
]
for (const [why, base, head, expected] of rows) {
  test(`what a statement was: ${why}`, () => assert.equal(before(base, head), expected))
}

const allow = (action: string) => ({ Effect: 'Allow', Action: action, Resource: '*' })

test('a statement that went from one policy of a file to another is news there, and was nothing there', () => {
  const changed = changesOf(
    [policyOf(deny('192.0.2.1', one), allow('ec2:*')), policyOf(allow('kms:*'))],
    [policyOf(allow('ec2:*')), policyOf(allow('kms:*'), deny('192.0.2.1', one))],
  )
  assert.deepEqual(
    changed.map(({ change, policy }) => [change, policy.address]),
    [['added', '1']],
  )
})

test('a statement that went to a new file while its policy stayed is news', () => {
  const stayed = {
    base: read(JSON.stringify(policyOf(deny('192.0.2.1', one), allow('ec2:*'))), 'a.json'),
    head: read(JSON.stringify(policyOf(allow('ec2:*'))), 'a.json'),
  }
  const changed = changedStatements([
    stayed,
    { base: [], head: read(JSON.stringify(policyOf(deny('192.0.2.1', one))), 'b.json') },
  ])
  assert.deepEqual(
    changed.map(({ change }) => change),
    ['added'],
  )
})

test('of a policy that two new files hold, one is the old one', () => {
  const text = JSON.stringify(policyOf(deny('192.0.2.1', one)))
  const changed = changedStatements([
    { base: read(text, 'a.json'), head: [] },
    { base: [], head: read(text, 'b.json') },
    { base: [], head: read(text, 'c.json') },
  ])
  assert.deepEqual(
    changed.map(({ policy }) => policy.file.path),
    ['c.json'],
  )
})

test('in a new file nothing was denied before', () => {
  const [changed] = changesOf([], policyOf(deny('192.0.2.1', one)))
  assert.deepEqual([changed?.change, changed?.before, changed?.beforePolicy], ['added', [], undefined])
})

test('what was denied before leaves out what was allowed', () => {
  const base = policyOf(allow('ec2:*'), deny('192.0.2.1', one), { Effect: 'Deny', Action: 'iam:*', Resource: '*' })
  const [changed] = changesOf(base, policyOf(deny('192.0.2.9', one)))
  assert.deepEqual(
    changed?.before.map(({ effect, actions }) => [effect, actions.patterns.length]),
    [
      ['Deny', 1],
      ['Deny', 1],
    ],
  )
  assert.equal(changed?.beforePolicy?.statements.length, 3)
})

test('of a tree without an earlier state every Deny on addresses is there, as existing', () => {
  const policies = read(
    JSON.stringify([policyOf(allow('*'), deny('192.0.2.1', one)), policyOf(deny('192.0.2.2', two))]),
  )
  const found = allStatements(policies)
  assert.deepEqual(
    found.map(({ policy: { address }, statement: { effect }, change, previous, before: denied, beforePolicy }) => {
      return [address, effect, change, previous, denied, beforePolicy]
    }),
    [
      ['0', 'Deny', 'existing', undefined, [], undefined],
      ['1', 'Deny', 'existing', undefined, [], undefined],
    ],
  )
})

test('a Deny on addresses counts whatever else it asks for', () => {
  const mixed = {
    Effect: 'Deny',
    ...one,
    Condition: { Bool: { 'aws:ViaAWSService': 'false' }, NotIpAddress: { 'aws:SourceIp': '192.0.2.1' } },
  }
  assert.equal(allStatements(read(JSON.stringify(policyOf(mixed)))).length, 1)
})

test('statements of different Sids have different fingerprints', () => {
  const [policy] = read(
    JSON.stringify(policyOf(deny('192.0.2.1', { Sid: 'A', ...one }), deny('192.0.2.1', { Sid: 'B', ...one }))),
  )
  assert.ok(policy)
  const prints = policy.statements.map((statement) => fingerprintOf('r', 'p.json', policy, statement))
  assert.equal(new Set(prints).size, 2)
})
