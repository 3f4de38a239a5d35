import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { anyAction } from '../../../src/catalogue/any-action.ts'
import { catalogue } from '../../../src/catalogue/catalogue.ts'
import { catalogueDate } from '../../../src/catalogue/catalogue-date.ts'
import { rcpServices, rcpServicesDate } from '../../../src/catalogue/rcp-services.ts'
import { withheldPaths } from '../../../src/catalogue/withheld.ts'
import type { Citation } from '../../../src/model/request.ts'

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/
const action = /^[a-z0-9-]+:[A-Z][A-Za-z0-9]+$/
const date = /^20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
/** Texts of AWS’s are not shipped, so no note holds a quotation. */
const quotation = /["“”„«»]/
const ids = new Set(catalogue.map(({ id }) => id))

function assertCitation({ title, url, retrieved }: Citation): void {
  assert.ok(title.length > 5 && !title.endsWith('.'), title)
  assert.doesNotMatch(title, quotation)
  assert.doesNotThrow(() => new URL(url), url)
  assert.match(url, /^https:\/\/[^\s?]+$/)
  assert.match(retrieved, date, url)
  assert.ok(retrieved <= catalogueDate, url)
}

for (const path of catalogue) {
  test(`${path.id} is whole`, () => {
    assert.match(path.id, kebab)
    assert.ok(path.title.length > 10 && path.title.length <= 110, path.title)
    assert.match(path.title, /^[A-Z].*[^.]$/)
    assert.doesNotMatch(path.title, /seed example|observed/i)
    assert.match(path.via, /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com$/)
    assert.notEqual(path.basis, 'user')
    assert.doesNotMatch(path.note ?? '', quotation)
    assert.match(path.note ?? '.', /\.$/)
    for (const source of path.sources) assertCitation(source)
    assert.equal(new Set(path.sources.map(({ url }) => url)).size, path.sources.length, 'a source stands twice')
  })

  test(`${path.id} names actions in AWS’s spelling`, () => {
    assert.ok(path.entryActions.length > 0 && path.hops.length > 0)
    for (const name of path.entryActions) assert.match(name, action)
    for (const hop of path.hops) {
      assert.ok(hop.actions.length > 0)
      for (const name of hop.actions) assert.match(name, action)
      assert.match(hop.resource ?? 'arn:*:s3:::*', /^arn:\*:[a-z0-9-]+:[a-z0-9*-]*:(\*|aws)?:.+$/)
      const kms = hop.actions.filter((name) => name.startsWith('kms:'))
      assert.ok(kms.length === 0 || kms.length === hop.actions.length, 'calls to KMS stand in a hop of their own')
    }
  })

  test(`${path.id} has readings that say where they are from`, () => {
    assert.ok(path.readings.some(({ network }) => network === 'public'))
    for (const { id, claim, source, keys } of path.readings) {
      assert.match(id, kebab)
      assert.match(claim, /^[a-zA-Z].*[^.]$/)
      assert.doesNotMatch(claim, quotation)
      assertCitation(source)
      assert.ok(keys['aws:sourceip'] !== undefined && keys['kms:viaservice'] !== undefined)
      assert.deepEqual(
        Object.keys(keys).filter((key) => key !== key.toLowerCase()),
        [],
      )
    }
  })

  test(`${path.id} tells for every call to KMS through whom it is made`, () => {
    if (path.mechanism !== 'forward-access-session') return
    for (const { actions, keys } of path.hops) {
      const isKms = actions.every((name) => name.startsWith('kms:'))
      assert.equal(keys['kms:viaservice'] !== undefined, isKms, actions.join(', '))
    }
  })
}

test('the catalogue is sorted and no id stands twice', () => {
  const sorted = catalogue.map(({ id }) => id)
  assert.deepEqual(sorted, [...ids].toSorted())
  assert.match(catalogueDate, /^\d{4}-\d{2}-\d{2}$/)
})

test('the bucket hop and the object hop of S3 are told apart where a resource is named', () => {
  for (const { id, hops } of catalogue) {
    for (const { actions, resource } of hops) {
      if (resource === undefined || !resource.startsWith('arn:*:s3:::')) continue
      const onObjects = actions.map((name) => /^s3:(Get|Put|Delete)Object/.test(name))
      for (const onObject of onObjects) assert.equal(onObject, resource.includes('/'), `${id}: ${resource}`)
    }
  }
})

/** What the project was made for: each of these stands in the documents that users come with. */
const named = [
  'cfn-ec2-run',
  'cfn-ec2-stop-fas',
  'cfn-ec2-stop-service-role',
  'cfn-ec2-terminate',
  'cfn-template-upload-s3',
  'cfn-template-url-s3',
  'elb-acm-kms',
  'cloudfront-acm-kms',
  's3-get-kms',
  's3-put-kms',
  'ssm-param-get-kms',
  'secrets-get-kms',
  'dynamodb-data-kms',
  'ebs-volume-kms',
  'rds-kms',
  'lambda-env-kms',
  'athena-s3-data',
  'dynamodb-restore',
  'cloudtrail-s3',
  's3-server-access-logs',
  'elb-access-logs',
  'log-delivery',
  's3-event-notification',
  'trust-assume-by-lambda',
  'lambda-execution-role',
  'ebs-ec2-infrastructure-role',
  's3-replication-role',
  'autoscaling-slr',
  'obs-cloudshell',
]
for (const id of named) test(`${id} is in the catalogue`, () => assert.ok(ids.has(id)))

test('every mechanism has a path', () => {
  assert.deepEqual([...new Set(catalogue.map(({ mechanism }) => mechanism))].toSorted(), [
    'cloudshell',
    'console',
    'forward-access-session',
    'service-linked-role',
    'service-principal',
    'service-role',
  ])
})

test('what is withheld has a reason and a source, and is not shipped', () => {
  const withheld = withheldPaths.map(({ id }) => id)
  assert.deepEqual(withheld, [...new Set(withheld)].toSorted())
  for (const { id, title, reason, within, sources } of withheldPaths) {
    assert.ok(!ids.has(id), id)
    assert.match(title, /^[A-Z].*[^.]$/)
    assert.match(reason, /^[a-z].*[^.]$/)
    assert.doesNotMatch(title + reason, quotation)
    for (const other of within) assert.ok(ids.has(other), `${id} is said to be in ${other}`)
    for (const source of sources) assertCitation(source)
  }
})

test('any action is a list of many services, sorted, without KMS', () => {
  assert.deepEqual(anyAction, [...new Set(anyAction)].toSorted())
  for (const name of anyAction) assert.match(name, action)
  assert.ok(new Set(anyAction.map((name) => name.split(':')[0])).size >= 30)
  assert.ok(!anyAction.some((name) => name.startsWith('kms:')))
})

test('the services that RCPs govern are sorted and dated', () => {
  assert.deepEqual(rcpServices, [...new Set(rcpServices)].toSorted())
  assert.match(rcpServicesDate, /^\d{4}-\d{2}-\d{2}$/)
  for (const service of ['s3', 'sts', 'kms', 'sqs', 'secretsmanager']) assert.ok(rcpServices.includes(service), service)
  for (const service of ['ec2', 'sns', 'lambda', 'athena']) assert.ok(!rcpServices.includes(service), service)
})

const draft = new URL('../../../../shared/catalogue/draft.json', import.meta.url)
test('every entry of the draft is shipped or withheld', {
  skip: existsSync(draft) ? false : 'the draft is not there',
}, () => {
  const { entries }: { entries: readonly { id: string }[] } = JSON.parse(readFileSync(draft, 'utf8'))
  const accounted = new Set([...ids, ...withheldPaths.map(({ id }) => id)])
  assert.deepEqual(
    entries.map(({ id }) => id).filter((id) => !accounted.has(id)),
    [],
  )
})
