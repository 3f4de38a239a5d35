import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrokenPath } from '../../../src/model/finding.ts'
import type { Hop } from '../../../src/model/request.ts'
import { registry } from '../../../src/registry.ts'
import { narrowActions } from '../../../src/remedies/narrow-actions.ts'
import { denyOutside } from '../inspecting.ts'
import { findingOf, context as plain } from './subject.ts'

const hop = (...actions: string[]): Hop => ({ actions, keys: {} })
const [someWay] = registry.catalogue
const known = (id: string, ...hops: Hop[]) => (someWay === undefined ? [] : [{ ...someWay, id, hops }])
const many = (count: number) =>
  hop(...Array.from({ length: count }, (_, index) => `s3:Get${String.fromCharCode(65 + index)}`))
const context = {
  ...plain,
  catalogue: [
    ...known('two-hops', hop('s3:PutObject', 's3:GetObject'), hop('kms:Decrypt')),
    ...known('again', hop('s3:GetObject', 'sns:Publish')),
    ...known('twelve', many(12)),
    ...known('thirteen', many(13)),
  ],
}

const all = { Action: '*' }
const of = (...actions: string[]) => ({ Action: actions })
const but = (...actions: string[]) => ({ Action: undefined, NotAction: actions })
const notice = { level: 'notice' } as const

const rows: readonly (readonly [
  why: string,
  statement: object,
  paths: readonly Partial<BrokenPath>[],
  leftOut: readonly string[],
  opens: string,
])[] = [
  [
    'of everything, all that services call, each once, sorted',
    all,
    [{ id: 'two-hops' }, { id: 'again' }],
    ['kms:Decrypt', 's3:GetObject', 's3:PutObject', 'sns:Publish'],
    'kms:Decrypt, s3:GetObject, s3:PutObject, sns:Publish: called directly, from anywhere',
  ],
  [
    'of all but some, what is not taken out already',
    but('kms:*', 'iam:*'),
    [{ id: 'two-hops' }],
    ['s3:GetObject', 's3:PutObject'],
    's3:GetObject, s3:PutObject: called directly, from anywhere',
  ],
  [
    'a path that is not in the catalogue: the call that is denied',
    all,
    [{ action: 'sqs:Send' }],
    ['sqs:Send'],
    'sqs:Send: called directly, from anywhere',
  ],
  [
    'notices are not worth it',
    all,
    [
      { ...notice, id: 'two-hops' },
      { id: 'again', level: 'warning' },
    ],
    ['s3:GetObject', 'sns:Publish'],
    's3:GetObject, sns:Publish: called directly, from anywhere',
  ],
  ['notices alone', all, [{ ...notice, id: 'two-hops' }], [], ': called directly, from anywhere'],
  [
    'as many as are a narrow hole',
    all,
    [{ id: 'twelve' }],
    many(12).actions,
    `${many(12).actions.join(', ')}: called directly, from anywhere`,
  ],
  ['more than are a narrow hole', all, [{ id: 'thirteen' }], [], ': called directly, from anywhere'],
  [
    'of a list, the patterns that stand for all of them',
    of('s3:Get*', 'kms:*', 'iam:*', 's3:PutObject'),
    [{ id: 'two-hops' }],
    ['s3:Get*', 'kms:*', 's3:PutObject'],
    'kms:Decrypt, s3:GetObject, s3:PutObject, and whatever else the patterns that are taken out stand for: called directly, from anywhere',
  ],
  [
    'of a list that would be empty, the service that is called most',
    of('kms:*', 's3:*'),
    [{ id: 'two-hops' }],
    ['s3:*'],
    's3:GetObject, s3:PutObject, and whatever else the patterns that are taken out stand for: called directly, from anywhere',
  ],
  [
    'of services called alike, the first by name',
    of('s3:GetObject', 'sns:*'),
    [{ id: 'again' }],
    ['s3:GetObject'],
    's3:GetObject, and whatever else the patterns that are taken out stand for: called directly, from anywhere',
  ],
  [
    'one service alone: nothing would be left',
    of('s3:*'),
    [{ id: 'two-hops' }],
    [],
    ', and whatever else the patterns that are taken out stand for: called directly, from anywhere',
  ],
  [
    'a list about something else',
    of('iam:*', 'sts:*'),
    [{ id: 'two-hops' }],
    [],
    ', and whatever else the patterns that are taken out stand for: called directly, from anywhere',
  ],
  [
    'a star among others is no statement of everything',
    of('*', 'iam:*'),
    [{ action: 'sqs:Send' }],
    ['*'],
    'sqs:Send, and whatever else the patterns that are taken out stand for: called directly, from anywhere',
  ],
]
for (const [why, statement, paths, actions, opens] of rows) {
  test(`left out: ${why}`, () => {
    const finding = findingOf(denyOutside(statement), { paths })
    const change = { kind: 'leave-out-actions', actions }
    assert.deepEqual(narrowActions.propose(finding, context), actions.length === 0 ? [] : [change])
    assert.deepEqual(narrowActions.opens?.(finding, context), [opens])
  })
}

test('an action that the file does not hold is not taken out', () => {
  const finding = findingOf(denyOutside(of('s3:*', 'kms:*')), { paths: [{ id: 'two-hops' }] })
  const { statement } = finding.subject
  const [first] = statement.actions.patterns
  assert.ok(first)
  const unknown = { kind: 'unresolved' as const, expression: 'var.more', range: first.range }
  const patterns = [...statement.actions.patterns, unknown]
  const subject = { ...finding.subject, statement: { ...statement, actions: { negated: false, patterns } } }
  const [change] = narrowActions.propose({ ...finding, subject }, context)
  assert.deepEqual(change, { kind: 'leave-out-actions', actions: ['s3:*', 'kms:*'] })
  const alone = { ...statement, actions: { negated: false, patterns: [unknown] } }
  assert.deepEqual(narrowActions.propose({ ...finding, subject: { ...subject, statement: alone } }, context), [])
})
