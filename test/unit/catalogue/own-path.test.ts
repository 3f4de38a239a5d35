import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownPath } from '../../../src/catalogue/own-path.ts'
import type { OwnPathSketch } from '../../../src/model/contracts.ts'
import type { KeyState } from '../../../src/model/request.ts'

const sketch: OwnPathSketch = {
  id: 'ours',
  title: 'Our own',
  mechanism: 'service-role',
  via: 'codebuild.amazonaws.com',
  entryActions: ['codebuild:StartBuild'],
  actions: ['s3:PutObject'],
  resource: undefined,
  principalArn: undefined,
  source: undefined,
}
const like = (pattern: string): KeyState => ({ kind: 'like', pattern })
const present = (...values: readonly string[]): KeyState => ({ kind: 'present', values })
const absent: KeyState = { kind: 'absent' }
const unknown: KeyState = { kind: 'unknown' }

const cases: readonly (readonly [string, Partial<OwnPathSketch>, string, KeyState | undefined])[] = [
  ['a role that is not told is anybody’s', {}, 'aws:principalarn', undefined],
  [
    'a role is known by its ARN',
    { principalArn: 'arn:*:iam::*:role/x' },
    'aws:principalarn',
    like('arn:*:iam::*:role/x'),
  ],
  ['a role calls via nobody', {}, 'aws:viaawsservice', present('false')],
  ['whether the code or the service calls is not said', {}, 'codebuild:projectarn', unknown],
  ['the mark of another service is not there', {}, 'lambda:sourcefunctionarn', absent],
  [
    'the role of a stack is marked',
    { via: 'cloudformation.amazonaws.com' },
    'aws:calledvia',
    present('cloudformation.amazonaws.com'),
  ],
  [
    'the role of a stack is known by its ARN too',
    { via: 'cloudformation.amazonaws.com', principalArn: 'arn:*:iam::*:role/x' },
    'aws:principalarn',
    like('arn:*:iam::*:role/x'),
  ],
  ['a session is marked', { mechanism: 'forward-access-session' }, 'aws:viaawsservice', present('true')],
  [
    'a service as itself is named',
    { mechanism: 'service-principal' },
    'aws:principalservicename',
    present('codebuild.amazonaws.com'),
  ],
  [
    'a service-linked role is known by its path',
    { mechanism: 'service-linked-role' },
    'aws:principalarn',
    like('arn:*:iam::*:role/aws-service-role/codebuild.amazonaws.com/*'),
  ],
]
for (const [name, other, key, state] of cases) {
  test(`${key}: ${name}`, () => assert.deepEqual(ownPath({ ...sketch, ...other }).readings[0]?.keys[key], state))
}

const objects = 'arn:aws:s3:::ours/*'
const hops: readonly (readonly [string, Partial<OwnPathSketch>, readonly (readonly [string, string | undefined])[]])[] =
  [
    [
      'calls on anything',
      { actions: ['s3:PutObject', 'sqs:SendMessage'] },
      [['s3:PutObject sqs:SendMessage', undefined]],
    ],
    [
      'calls to KMS stand apart',
      { actions: ['kms:Decrypt', 's3:GetObject'] },
      [
        ['s3:GetObject', undefined],
        ['kms:Decrypt', undefined],
      ],
    ],
    [
      'calls of another service are not on the resource',
      { actions: ['s3:PutObject', 'kms:GenerateDataKey', 'sns:Publish'], resource: objects },
      [
        ['s3:PutObject', objects],
        ['sns:Publish', undefined],
        ['kms:GenerateDataKey', undefined],
      ],
    ],
    [
      'a resource that goes by another name is that of all calls',
      { actions: ['rds-data:ExecuteStatement'], resource: 'arn:aws:rds:*:*:cluster:ours' },
      [['rds-data:ExecuteStatement', 'arn:aws:rds:*:*:cluster:ours']],
    ],
  ]
for (const [name, other, expected] of hops) {
  test(`hops: ${name}`, () => {
    const path = ownPath({ ...sketch, ...other })
    assert.deepEqual(
      path.hops.map(({ actions, resource }) => [actions.join(' '), resource]),
      expected,
    )
  })
}

test('KMS is told of the service of a session', () => {
  const path = ownPath({
    ...sketch,
    mechanism: 'forward-access-session',
    via: 's3.amazonaws.com',
    actions: ['kms:Decrypt'],
  })
  assert.deepEqual(path.hops[0]?.keys['kms:viaservice'], like('s3.*.amazonaws.com'))
})

test('AWS’s document on the mechanism is cited, behind a document of one’s own', () => {
  const [general, none] = ownPath(sketch).sources
  assert.match(general.url, /^https:\/\/.*aws/)
  assert.equal(none, undefined)
  const cited = ownPath({ ...sketch, source: 'https://wiki.example.com/deploy?v=2' }).sources
  assert.deepEqual(cited, [
    { title: 'a document of your own at wiki.example.com', url: 'https://wiki.example.com/deploy?v=2', retrieved: '' },
    general,
  ])
})
