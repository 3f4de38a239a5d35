import assert from 'node:assert/strict'
import { test } from 'node:test'
import { configFile, runHere, workingTreeWith } from './run-here.ts'

interface Listed {
  readonly id: string
  readonly via: string
  readonly basis: string
  readonly actions: readonly string[]
  readonly sources: readonly { readonly url: string }[]
}

async function list(...args: readonly string[]): Promise<readonly Listed[]> {
  return JSON.parse((await runHere(['paths', '--format', 'json', ...args], { cwd: '.' })).stdout)
}
const everything = await list()
const tell = async (...args: readonly string[]) => (await runHere(['paths', ...args], { cwd: '.' })).stdout

test('the whole catalogue as JSON: curated and generated, sorted by id, each with sources', async () => {
  const ids = everything.map(({ id }) => id)
  assert.deepEqual(ids, [...new Set(ids)].toSorted())
  for (const id of ['athena-s3-data', 'cfn-type-aws-s3-bucket', 'fas-s3-kms']) assert.ok(ids.includes(id), id)
  const keys = ['id', 'title', 'mechanism', 'via', 'entryActions', 'actions', 'basis', 'sources']
  for (const path of everything) assert.deepEqual(Object.keys(path), keys, path.id)
  assert.ok(
    everything.every(({ sources }) => sources.length > 0 && sources.every(({ url }) => url.startsWith('https://'))),
  )
})

test('a service is named by its principal or the first part of that', async () => {
  const athena = await list('--service', 'athena')
  assert.ok(athena.length > 0 && athena.every(({ via }) => via === 'athena.amazonaws.com'))
  assert.deepEqual(await list('--service', 'athena.amazonaws.com'), athena)
  const cloudFormation = await list('--service', 'CloudFormation')
  assert.ok(cloudFormation.some(({ id }) => id === 'cfn-type-aws-sqs-queue'))
  assert.ok(cloudFormation.some(({ id }) => id === 'fas-cloudformation-iam'))
  assert.ok(cloudFormation.every(({ via }) => via === 'cloudformation.amazonaws.com'))
  assert.deepEqual(await list('--service', 'nobody'), [])
})

const reached: readonly (readonly [string, RegExp])[] = [
  ['KMS:decrypt', /^kms:Decrypt$/],
  ['kms:*', /^kms:/],
  ['sqs:CreateQueu?', /^sqs:CreateQueue$/],
  ['*:CreateQueue', /:CreateQueue$/],
  ['*', /./],
]
for (const [action, expected] of reached) {
  test(`--action ${action} lists what reaches it, and nothing else`, async () => {
    const found = await list('--action', action)
    const ids = new Set(found.map(({ id }) => id))
    assert.ok(found.length > 0)
    for (const { id, actions } of everything)
      assert.equal(
        actions.some((name) => expected.test(name)),
        ids.has(id),
        id,
      )
  })
}

test('what nothing reaches is an empty list, and what is no action an error', async () => {
  assert.deepEqual(await list('--action', 'nothing:Known'), [])
  assert.deepEqual(await list('--action', 'kms:Decryp'), [])
  const { status, stderr } = await runHere(['paths', '--action', 'kms'], { cwd: '.' })
  assert.equal(status, 2)
  assert.match(stderr, /`kms` is no action; write it as `s3:GetObject` or `s3:\*`/)
})

test('for people the generated tables are counted, with examples', async () => {
  const told = await tell()
  assert.match(told, /^a service calls with the caller’s credentials.*\na service calls as itself/s)
  assert.match(told, /\n\d+ CloudFormation resource types, e\.g\. cfn-type-aws-ec2-instance, cfn-type-[^\n]*\n/)
  assert.match(told, /\n\d+ calls of one service by another, as AWS’s managed policies show, e\.g\. fas-/)
  assert.ok(told.split('\n').length < 250, 'it is a list for people')
  assert.match(told, /\n\d+ paths; `sourceip-guard paths ID` tells one with its sources[^\n]*\n$/)
})

test('for people generated paths are listed where they are few', async () => {
  const told = await tell('--action', 'sqs:CreateQueue')
  assert.match(
    told,
    /^\d CloudFormation resource types\n(?: {2}cfn-type-.*\n)* {2}cfn-type-aws-sqs-queue +CloudFormation/,
  )
  assert.match(told, /\n\n1 call of one service by another.*\n {2}fas-securitylake-sqs {2}Security Lake calls SQS/)
  assert.equal(await tell('--service', 'nobody').then((text) => text.split(';')[0]), '0 paths')
})

const told: readonly (readonly [string, RegExp])[] = [
  [
    'athena-s3-data',
    /^athena-.*the user calls athena:.*\n {2}1\. .*what the target may see.*\nsources:\n {4}.*\n {4}https:/s,
  ],
  [
    'cfn-type-aws-s3-bucket',
    /^cfn-type-.*: CloudFormation manages AWS::S3::Bucket resources\n.*s3:CreateBucket.*\nbasis: derived\nnote: /s,
  ],
  [
    'fas-s3-kms',
    /^fas-s3-kms: S3 calls KMS .*\ns3\.amazonaws\.com then calls .*\nsources:\n {4}AWS managed policy .*\n {4}https:/s,
  ],
  [
    'cfn-resource-types',
    /: CloudFormation manages resources of \d{4} types\n.* and \d{4} more\n.*\nnote: Each type has a path of its own/s,
  ],
]
for (const [id, expected] of told) {
  test(`${id} is told with its sources`, async () => {
    assert.match(await tell(id), expected)
    assert.deepEqual(
      (await list(id)).map((path) => path.id),
      [id],
    )
  })
}

const unknown: readonly (readonly [string, RegExp])[] = [
  ['athena-s3-dta', /there is no path `athena-s3-dta`\n {2}help: did you mean `athena-s3-data`/],
  ['athena', /similar: athena-/],
  ['AWS::S3::Bucket', /did you mean `cfn-type-aws-s3-bucket`/],
  ['\u001b[2J', /there is no path `\\u001b\[2J`/],
]
for (const [id, expected] of unknown) {
  test(`${JSON.stringify(id)} is no path, and help is near`, async () => {
    const { status, stdout, stderr } = await runHere(['paths', id], { cwd: '.' })
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, expected)
  })
}

const own = `catalogue:
  services: [athena]
  disable: [athena-*]
  paths:
    - id: our-deploy-role
      title: Our pipeline deploys with a role of its own
      mechanism: service-role
      via: codebuild.amazonaws.com
      entry-actions: [codebuild:StartBuild]
      actions: [s3:PutObject]
      principal-arn: arn:aws:iam::*:role/deploy-*
      source: https://wiki.example.com/deploy
`

test('own paths are listed first, beside all that ships, and told with their source', async (t) => {
  const { root } = workingTreeWith(t, { [configFile]: own })
  const run = async (...args: readonly string[]) => (await runHere(['paths', ...args], { cwd: root })).stdout
  assert.match(await run(), /^your own, from the configuration: 1\n {2}our-deploy-role {2}Our pipeline/)
  const listed: readonly Listed[] = JSON.parse(await run('--format', 'json'))
  assert.equal(listed.length, everything.length + 1)
  assert.equal(listed.find(({ id }) => id === 'our-deploy-role')?.basis, 'user')
  assert.match(
    await run('our-deploy-role'),
    /aws:principalarn is like arn:aws:iam::\*:role\/deploy-\*\n.*\nbasis: user\nsources:\n {4}a document of your own at wiki\.example\.com\n {4}https:\/\/wiki\.example\.com\/deploy\n/s,
  )
})

test('a configuration that cannot be used is told', async (t) => {
  const { root } = workingTreeWith(t, { 'other.yml': own.replace('s3:PutObject', 's3:PutObjct') })
  const { status, stderr } = await runHere(['paths', '--config', 'other.yml'], { cwd: root })
  assert.equal(status, 2)
  assert.match(stderr, /other\.yml:10: .*`s3:PutObjct`\n {2}help: did you mean `s3:PutObject`/)
})
