import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogue } from '../../../src/catalogue/catalogue.ts'
import { catalogueDate } from '../../../src/catalogue/catalogue-date.ts'
import {
  cloudFormationCalls,
  cloudFormationTypesCalling,
  generatedPaths,
  servicePaths,
  viaServicesCalling,
} from '../../../src/catalogue/generated-paths.ts'
import { withheldPaths } from '../../../src/catalogue/withheld.ts'
import type { ServiceCallPath } from '../../../src/model/request.ts'

const paths = generatedPaths()
const byId = new Map(paths.map((path) => [path.id, path]))
const actionsOf = ({ hops }: ServiceCallPath) => hops.flatMap(({ actions }) => actions)
const pathNamed = (id: string) => byId.get(id) ?? assert.fail(`there is no path ${id}`)
const curated = catalogue.filter(({ mechanism }) => mechanism === 'forward-access-session')

test('ids of generated paths stand once and are none of the curated or withheld ones', () => {
  assert.equal(byId.size, paths.length)
  assert.deepEqual([...byId.keys()], [...byId.keys()].toSorted())
  for (const { id } of [...catalogue, ...withheldPaths]) assert.ok(!byId.has(id), id)
})

test('every generated path is whole', () => {
  for (const { id, title, via, mechanism, entryActions, hops, basis, note, sources } of paths) {
    assert.match(id, /^(cfn-type-aws|fas)(-[a-z0-9]+)+$/)
    assert.match(title, /^[A-Z].*[^.]$/)
    assert.ok(title.length <= 110, title)
    assert.match(via, /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com$/)
    assert.deepEqual([mechanism, basis], ['forward-access-session', 'derived'])
    assert.match(note ?? '', /^[A-Z][^"“”]*\.$/)
    assert.ok(hops.length > 0 && hops.every(({ actions }) => actions.length > 0), id)
    for (const action of entryActions) assert.match(action, /^cloudformation:[A-Z][A-Za-z]+$/)
    for (const source of sources) {
      assert.match(source.url, /^https:\/\/[^\s?]+$/)
      assert.match(source.retrieved, /^20\d\d-\d\d-\d\d$/)
      assert.ok(source.retrieved <= catalogueDate && source.title.length > 5, id)
    }
    assert.equal(new Set(sources.map(({ url }) => url)).size, sources.length, id)
  }
})

test('every generated path has the readings of forward access sessions', () => {
  for (const { id, readings } of paths)
    assert.deepEqual(
      readings.map((reading) => reading.id),
      ['address-kept', 'address-lost', 'after-vpc-endpoint'],
      id,
    )
})

test('calls to KMS stand in a hop of their own, which alone says through whom they are made', () => {
  for (const { id, hops } of paths) {
    for (const { actions, keys } of hops) {
      const kms = actions.filter((action) => action.startsWith('kms:')).length
      assert.ok(kms === 0 || kms === actions.length, id)
      assert.equal(keys['kms:viaservice'] !== undefined, kms > 0, id)
    }
  }
})

test('what a curated entry tells of a service is not told again', () => {
  const told = new Set(curated.flatMap((path) => actionsOf(path).map((action) => `${path.via} ${action}`)))
  for (const path of servicePaths())
    for (const action of actionsOf(path)) assert.ok(!told.has(`${path.via} ${action}`), `${path.id}: ${action}`)
  for (const { via, actions } of viaServicesCalling(() => true))
    for (const action of actions) assert.ok(!told.has(`${via} ${action}`), `${via}: ${action}`)
})

test('what a curated entry tells of a resource type is not told again by the path of the type, which names the entry', () => {
  const instance = pathNamed('cfn-type-aws-ec2-instance')
  assert.ok(!actionsOf(instance).includes('ec2:RunInstances'))
  assert.match(instance.note ?? '', /cfn-ec2-run\b.* is not repeated here\.$/)
  const told = new Set(
    curated.flatMap((path) => path.sources.flatMap(({ url }) => actionsOf(path).map((action) => `${url} ${action}`))),
  )
  for (const path of paths.filter(({ id }) => id.startsWith('cfn-type-')))
    for (const action of actionsOf(path))
      assert.ok(!told.has(`${path.sources[0].url} ${action}`), `${path.id}: ${action}`)
})

const callers: readonly (readonly [string, string])[] = [
  ['ec2:RunInstances', 'AWS::EC2::Instance'],
  ['ec2:StopInstances', 'AWS::EC2::Instance'],
  ['s3:CreateBucket', 'AWS::S3::Bucket'],
  ['kms:CreateGrant', 'AWS::RDS::DBInstance'],
  ['iam:PassRole', 'AWS::Lambda::Function'],
  ['batch:CreateJobQueue', 'AWS::Batch::JobQueue'],
]
for (const [action, type] of callers) {
  test(`${type} is found among the types that call ${action}`, () => {
    const found = cloudFormationTypesCalling((candidate) => candidate === action)
    assert.ok(found.some((line) => line.type === type))
    for (const { actions } of found) assert.deepEqual(actions, [action])
    assert.deepEqual(
      found,
      found.toSorted((a, b) => (a.type < b.type ? -1 : 1)),
    )
  })
}

test('no type and no service is found for an action that matches nothing', () => {
  assert.deepEqual(
    cloudFormationTypesCalling(() => false),
    [],
  )
  assert.deepEqual(
    viaServicesCalling(() => false),
    [],
  )
})

test('services are found by an action of any service that they call, each once', () => {
  const found = viaServicesCalling((action) => /^(ec2|ssm):/.test(action))
  const launchWizard = found.find(({ via }) => via === 'launchwizard.amazonaws.com')
  const services = launchWizard?.actions.map((action) => action.split(':')[0])
  assert.deepEqual([...new Set(services)], ['ec2', 'ssm'])
  assert.equal(new Set(found.map(({ via }) => via)).size, found.length)
})

const titles: readonly (readonly [string, string])[] = [
  ['cfn-type-aws-s3-bucket', 'CloudFormation manages AWS::S3::Bucket resources'],
  ['fas-launchwizard-ec2', 'Launch Wizard calls EC2 with the credentials of its caller'],
  ['fas-ssm-ssm', 'Systems Manager calls itself with the credentials of its caller'],
  ['fas-s3-kms', 'S3 calls KMS with the credentials of its caller'],
]
for (const [id, title] of titles) test(`${id} has a title for people`, () => assert.equal(pathNamed(id).title, title))

test('what users do to a stack leads to the calls of CloudFormation; of other services it is not told', () => {
  for (const { via, entryActions, id } of paths)
    assert.equal(entryActions.includes('cloudformation:UpdateStack'), via === 'cloudformation.amazonaws.com', id)
  for (const { entryActions, via } of servicePaths())
    assert.ok(via === 'cloudformation.amazonaws.com' || entryActions.length === 0)
})

test('one path of any calls of CloudFormation’s stands for the paths of the types', () => {
  const queue = pathNamed('cfn-type-aws-sqs-queue')
  const { hops, readings, via, mechanism, entryActions } = cloudFormationCalls(actionsOf(queue))
  assert.deepEqual(
    { hops, readings, via, mechanism, entryActions },
    {
      hops: queue.hops,
      readings: queue.readings,
      via: queue.via,
      mechanism: queue.mechanism,
      entryActions: queue.entryActions,
    },
  )
})

test('whether CloudFormation itself makes a call is not known, but that it was called first', () => {
  const { hops, readings } = cloudFormationCalls(['s3:CreateBucket', 'kms:CreateGrant'])
  const present = { kind: 'present', values: ['cloudformation.amazonaws.com'] }
  for (const { keys } of readings) assert.deepEqual(keys['aws:calledviafirst'], present)
  assert.deepEqual(hops, [
    { actions: ['s3:CreateBucket'], keys: { 'aws:calledvialast': { kind: 'unknown' } } },
    {
      actions: ['kms:CreateGrant'],
      keys: {
        'aws:calledvialast': { kind: 'unknown' },
        'kms:viaservice': { kind: 'like', pattern: '*.amazonaws.com' },
      },
    },
  ])
})
