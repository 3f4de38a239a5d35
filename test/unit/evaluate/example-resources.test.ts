import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  exampleOfVariable,
  exampleResources,
  fillPattern,
  variableKeys,
} from '../../../src/evaluate/example-resources.ts'
import { evaluateResources } from '../../../src/evaluate/statement.ts'
import { is, requestOf, statementOf } from './written.ts'

const account = '111122223333'
const key = `arn:aws:kms:us-east-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`

interface Expected {
  readonly resources: readonly string[]
  readonly open?: boolean
}
type Row = readonly [why: string, action: string, pattern: string | undefined, element: object, expected: Expected]
const all = { Resource: '*' }
const rows: readonly Row[] = [
  ['no Resource: what the action is natural on', 'kms:Decrypt', undefined, {}, { resources: [key] }],
  ['everything: what the action is natural on', 'kms:Decrypt', undefined, all, { resources: [key] }],
  ['case of the action does not count', 'KMS:decrypt', undefined, all, { resources: [key] }],
  ['an object', 's3:GetObject', undefined, all, { resources: ['arn:aws:s3:::example-bucket/example-object'] }],
  ['an object', 'S3:PutObject', undefined, all, { resources: ['arn:aws:s3:::example-bucket/example-object'] }],
  ['a bucket', 's3:ListBucket', undefined, all, { resources: ['arn:aws:s3:::example-bucket'] }],
  ['a bucket', 's3:GetBucketAcl', undefined, all, { resources: ['arn:aws:s3:::example-bucket'] }],
  [
    'an object’s list',
    's3:GetObjectVersionAcl',
    undefined,
    all,
    { resources: ['arn:aws:s3:::example-bucket/example-object'] },
  ],
  [
    'an object’s tags',
    's3:DeleteObjectTagging',
    undefined,
    all,
    { resources: ['arn:aws:s3:::example-bucket/example-object'] },
  ],
  [
    'parts of an object',
    's3:AbortMultipartUpload',
    undefined,
    all,
    { resources: ['arn:aws:s3:::example-bucket/example-object'] },
  ],
  [
    'an object, by any action whose name ends so',
    's3:RenameObject',
    undefined,
    all,
    { resources: ['arn:aws:s3:::example-bucket/example-object'] },
  ],
  [
    'a bucket, though the name speaks of objects',
    's3:PutBucketObjectLockConfiguration',
    undefined,
    all,
    { resources: ['arn:aws:s3:::example-bucket'] },
  ],
  [
    'an object with a colon in its key',
    's3:GetObject',
    undefined,
    { Resource: 'arn:aws:s3:::logs/2026-01-01T00:00:*' },
    { resources: ['arn:aws:s3:::logs/2026-01-01T00:00:example'] },
  ],
  [
    'an object in one of several buckets',
    's3:GetObject',
    undefined,
    { Resource: 'arn:aws:s3:::logs*' },
    { resources: ['arn:aws:s3:::logs/example'] },
  ],
  ['a collection', 'aoss:APIAccessAll', undefined, all, { resources: [`arn:aws:aoss:us-east-1:${account}:example`] }],
  ['a role', 'iam:PassRole', undefined, all, { resources: [`arn:aws:iam::${account}:role/example`] }],
  ['a role', 'sts:AssumeRole', undefined, all, { resources: [`arn:aws:iam::${account}:role/example`] }],
  [
    'an instance',
    'ec2:RunInstances',
    undefined,
    all,
    { resources: [`arn:aws:ec2:us-east-1:${account}:instance/i-0123456789abcdef0`] },
  ],
  [
    'a function',
    'lambda:InvokeFunction',
    undefined,
    all,
    { resources: [`arn:aws:lambda:us-east-1:${account}:function:example`] },
  ],
  [
    'a table',
    'dynamodb:GetItem',
    undefined,
    all,
    { resources: [`arn:aws:dynamodb:us-east-1:${account}:table/example`] },
  ],
  [
    'a secret',
    'secretsmanager:GetSecretValue',
    undefined,
    all,
    { resources: [`arn:aws:secretsmanager:us-east-1:${account}:secret:example-AbCdEf`] },
  ],
  [
    'a parameter',
    'ssm:GetParameter',
    undefined,
    all,
    { resources: [`arn:aws:ssm:us-east-1:${account}:parameter/example`] },
  ],
  [
    'a log group',
    'logs:PutLogEvents',
    undefined,
    all,
    { resources: [`arn:aws:logs:us-east-1:${account}:log-group:example`] },
  ],
  [
    'a service of which nothing is said',
    'sqs:SendMessage',
    undefined,
    all,
    { resources: [`arn:aws:sqs:us-east-1:${account}:example`] },
  ],
  [
    'a service with another’s ARNs',
    'redshift-data:ExecuteStatement',
    undefined,
    all,
    { resources: [`arn:aws:redshift:us-east-1:${account}:example`] },
  ],
  ['AWS lists on `*` alone', 'ec2:DescribeInstances', undefined, all, { resources: ['*'] }],
  ['AWS lists on `*` alone, whatever case', 'EC2:describeInstances', undefined, all, { resources: ['*'] }],
  [
    'an action that only sounds like it',
    'sqs:ListQueues',
    undefined,
    all,
    { resources: [`arn:aws:sqs:us-east-1:${account}:example`] },
  ],
  [
    'what only ends like it',
    'my-ec2:DescribeX',
    undefined,
    all,
    { resources: [`arn:aws:my-ec2:us-east-1:${account}:example`] },
  ],
  [
    'a Resource leaves out what AWS authorizes on `*`',
    'ec2:DescribeInstances',
    undefined,
    { Resource: 'arn:aws:ec2:*:*:instance/*' },
    { resources: [] },
  ],
  [
    'the pattern of the path',
    's3:GetObject',
    'arn:aws:s3:::*/AWSLogs/*',
    all,
    { resources: ['arn:aws:s3:::example/AWSLogs/example'] },
  ],
  [
    'a named bucket',
    's3:GetObject',
    undefined,
    { Resource: 'arn:aws:s3:::logs/*' },
    { resources: ['arn:aws:s3:::logs/example'] },
  ],
  [
    'a named object',
    's3:GetObject',
    undefined,
    { Resource: 'arn:aws:s3:::logs/a/b' },
    { resources: ['arn:aws:s3:::logs/a/b'] },
  ],
  [
    'a bucket and its objects: an object',
    's3:GetObject',
    undefined,
    { Resource: ['arn:aws:s3:::logs', 'arn:aws:s3:::logs/*'] },
    { resources: ['arn:aws:s3:::logs/example'] },
  ],
  [
    'a bucket and its objects: the bucket',
    's3:ListBucket',
    undefined,
    { Resource: ['arn:aws:s3:::logs', 'arn:aws:s3:::logs/*'] },
    { resources: ['arn:aws:s3:::logs'] },
  ],
  [
    'an action on objects, a bucket alone',
    's3:GetObject',
    undefined,
    { Resource: 'arn:aws:s3:::logs' },
    { resources: [] },
  ],
  [
    'several',
    'sqs:SendMessage',
    undefined,
    { Resource: ['arn:aws:sqs:*:*:a', 'arn:aws:sqs:*:*:b'] },
    { resources: ['arn:aws:sqs:example:example:a', 'arn:aws:sqs:example:example:b'] },
  ],
  [
    'the same twice',
    'sqs:SendMessage',
    undefined,
    { Resource: ['arn:aws:sqs:*:*:a', 'arn:aws:sqs:*:*:a'] },
    { resources: ['arn:aws:sqs:example:example:a'] },
  ],
  [
    'no more than asked for',
    'sqs:SendMessage',
    undefined,
    { Resource: ['a', 'b', 'c', 'd'].map((name) => `arn:aws:sqs:::${name}`) },
    { resources: ['arn:aws:sqs:::a', 'arn:aws:sqs:::b', 'arn:aws:sqs:::c'] },
  ],
  ['another service’s', 'sqs:SendMessage', undefined, { Resource: 'arn:aws:s3:::logs/*' }, { resources: [] }],
  [
    'another service’s ARNs are its own',
    'redshift-data:ExecuteStatement',
    undefined,
    { Resource: 'arn:aws:redshift:::cluster' },
    { resources: ['arn:aws:redshift:::cluster'] },
  ],
  [
    'tagging is on any service’s',
    'tag:TagResources',
    undefined,
    { Resource: 'arn:aws:sqs:::a' },
    { resources: ['arn:aws:sqs:::a'] },
  ],
  [
    'what the path narrows',
    'kms:Decrypt',
    'arn:aws:kms:*:*:alias/*',
    { Resource: 'arn:aws:kms:eu-west-1:*:*' },
    { resources: ['arn:aws:kms:eu-west-1:example:alias/example'] },
  ],
  [
    'outside what the path narrows',
    's3:PutObject',
    'arn:aws:s3:::*/AWSLogs/*',
    { Resource: 'arn:aws:s3:::logs/data/k' },
    { resources: [] },
  ],
  [
    'a variable is somebody’s name',
    's3:GetObject',
    undefined,
    { Resource: 'arn:aws:s3:::home/${aws:username}' },
    { resources: ['arn:aws:s3:::home/example'] },
  ],
  ['what the file does not hold', 's3:GetObject', undefined, { Resource: '<Bucket>' }, { resources: [], open: true }],
  [
    'known beside unknown',
    's3:GetObject',
    undefined,
    { Resource: ['<Bucket>', 'arn:aws:s3:::logs/a'] },
    { resources: ['arn:aws:s3:::logs/a'], open: true },
  ],
  [
    'everything beside unknown',
    'kms:Decrypt',
    undefined,
    { Resource: ['<Key>', '*'] },
    { resources: [key], open: true },
  ],
  [
    'NotResource of something else',
    'kms:Decrypt',
    undefined,
    { NotResource: 'arn:aws:s3:::logs' },
    { resources: [key] },
  ],
  [
    'NotResource of the natural name',
    'sqs:SendMessage',
    undefined,
    { NotResource: 'arn:aws:sqs:*:example' },
    { resources: [`arn:aws:sqs:us-east-1:${account}:another`] },
  ],
  [
    'NotResource of any such name',
    'sqs:SendMessage',
    undefined,
    { NotResource: ['arn:aws:sqs:*:example', 'arn:aws:sqs:*:another'] },
    { resources: [`arn:aws:sqs:us-east-1:${account}:example-zz9`] },
  ],
  ['NotResource of everything', 'sqs:SendMessage', undefined, { NotResource: '*' }, { resources: [] }],
  [
    'NotResource that the file does not hold',
    'kms:Decrypt',
    undefined,
    { NotResource: '<Key>' },
    { resources: [key], open: true },
  ],
  ['no service at all', 'everything', undefined, all, { resources: [`arn:aws::us-east-1:${account}:example`] }],
]
for (const [why, action, pattern, element, { resources, open = false }] of rows) {
  test(`examples of what ${action} is called on: ${why}`, () => {
    const selector = statementOf(element).resources
    assert.deepEqual(exampleResources(selector, { action, pattern }, 3), { resources, open })
    for (const resource of resources) {
      const request = requestOf({ resource }, { 'aws:username': is('example') })
      assert.notEqual(
        evaluateResources(selector, '2012-10-17', request),
        'false',
        'it is one that the statement takes in',
      )
    }
  })
}

const filled: readonly (readonly [pattern: string, expected: string])[] = [
  ['arn:*:*:*:*:*', `arn:aws:example:us-east-1:${account}:example`],
  ['arn:aws:s3:::b*/k?', 'arn:aws:s3:::bexample/kx'],
  ['arn:aws:sns:*:*:a:*:b', `arn:aws:sns:us-east-1:${account}:a:example:b`],
  ['*', '*'],
  ['a*', 'aexample'],
  ['vpce-*?', 'vpce-example'],
  ['plain', 'plain'],
]
for (const [pattern, expected] of filled) {
  test(`an example of ${pattern} is ${expected}`, () => assert.equal(fillPattern(pattern), expected))
}

test('a variable stands for a name, an escape for its character', () => {
  assert.deepEqual(['aws:username', '*', '?', '$'].map(exampleOfVariable), ['example', '*', '?', '$'])
})

const named: readonly (readonly [element: object, expected: readonly string[]])[] = [
  [{}, []],
  [{ Resource: 'arn:aws:s3:::logs' }, []],
  [
    { Resource: ['a/${aws:UserName}', 'b/${aws:PrincipalTag/team}/${aws:userid}'] },
    ['aws:username', 'aws:principaltag/team', 'aws:userid'],
  ],
  [{ Resource: "a/${aws:username, 'nobody'}" }, ['aws:username']],
  [{ Resource: 'a/${ aws:username }' }, ['aws:username']],
  [{ Resource: '${*}${?}${$}${}' }, []],
  [{ Resource: ['<Bucket>', '${aws:username}'] }, ['aws:username']],
]
for (const [element, expected] of named) {
  test(`keys that ${JSON.stringify(element)} speaks of`, () => {
    const { resources } = statementOf(element)
    assert.deepEqual(variableKeys(resources, '2012-10-17'), expected)
    assert.deepEqual(variableKeys(resources, '2008-10-17'), [])
  })
}
