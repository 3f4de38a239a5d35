import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JsonFinding } from '../../../src/report/json-report.ts'
import { denyOutside, findingsOf } from '../inspecting.ts'

const rule = 'service-call-denied'
const toAnybody = denyOutside({ Principal: '*' })
const document = (...statements: readonly object[]) => ({ Version: '2012-10-17', Statement: statements })

function inTemplate(resources: object): readonly JsonFinding[] {
  const head = JSON.stringify({ AWSTemplateFormatVersion: '2010-09-09', Resources: resources }, null, 2)
  return findingsOf({ head, path: 'stack.template.json' }, rule)
}

function inTerraform(head: string): readonly JsonFinding[] {
  return findingsOf({ head, path: 'main.tf' }, rule)
}

function servicesOf([finding]: readonly JsonFinding[]): string[] {
  return [
    ...new Set((finding?.servicePaths ?? []).map(({ action }) => action.slice(0, action.indexOf(':')))),
  ].toSorted()
}

type Row = readonly [resource: string, properties: object, services: readonly string[]]
const resources: readonly Row[] = [
  ['AWS::SQS::QueuePolicy', { Queues: ['q'], PolicyDocument: document(toAnybody) }, ['sqs']],
  ['AWS::SNS::TopicPolicy', { Topics: ['t'], PolicyDocument: document(toAnybody) }, ['sns']],
  ['AWS::S3::BucketPolicy', { Bucket: 'b', PolicyDocument: document(toAnybody) }, ['s3']],
  ['AWS::KMS::Key', { KeyPolicy: document(toAnybody) }, ['kms']],
]
for (const [type, properties, services] of resources) {
  test(`a policy of ${type} is held against calls to ${services.join()} alone, and says why`, () => {
    const found = inTemplate({ It: { Type: type, Properties: properties } })
    assert.deepEqual(servicesOf(found), services)
    assert.match(found[0]?.policyTypeBasis ?? '', new RegExp(`; only calls to ${services.join()} reach the resource$`))
  })
}

const statement = (action: string) => `{
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "${action}"
      Resource  = "*"
      Condition = { NotIpAddress = { "aws:SourceIp" = ["203.0.113.0/24"] } }
    }]
  }`

test('so is a policy in Terraform, by the resource that takes it', () => {
  const queue = inTerraform(`resource "aws_sqs_queue_policy" "q" {\n  policy = jsonencode(${statement('*')})\n}\n`)
  assert.deepEqual(servicesOf(queue), ['sqs'])
  assert.match(queue[0]?.policyTypeBasis ?? '', /only calls to sqs reach the resource$/)
})

test('a policy of two kinds of resources is held against calls to every service', () => {
  const shared = `locals {\n  p = jsonencode(${statement('*')})\n}\n`
  const uses = ['aws_sqs_queue_policy', 'aws_s3_bucket_policy'].map(
    (type) => `resource "${type}" "x" {\n  policy = local.p\n}\n`,
  )
  const services = servicesOf(inTerraform(shared + uses.join('')))
  assert.ok(services.includes('sqs') && services.includes('s3') && services.length > 10, services.join())
})

test('a policy of a resource that is not known here is held against all calls', () => {
  const services = servicesOf(
    inTerraform(`resource "aws_new_thing_policy" "x" {\n  policy = jsonencode(${statement('*')})\n}\n`),
  )
  assert.ok(services.includes('kms') && services.length > 10, services.join())
})

const managed = {
  Type: 'AWS::IAM::ManagedPolicy',
  Properties: { PolicyDocument: document(denyOutside()) },
}

test('what the template itself creates comes first, and is said to be its own', () => {
  const withBuses = inTemplate({ Policy: managed, Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'b' } } })
  const [first] = withBuses[0]?.servicePaths ?? []
  assert.equal(first?.id, 'cfn-resource-types')
  assert.match(
    first?.title ?? '',
    /resource types, 2 of them in this template, e\.g\. AWS::Events::EventBus, AWS::IAM::ManagedPolicy/,
  )
  const machines = inTemplate({ Policy: managed, Machine: { Type: 'AWS::EC2::Instance', Properties: {} } })
  assert.ok(machines[0]?.servicePaths.slice(0, 3).some(({ id }) => id === 'cfn-ec2-run'))
})

test('nothing comes first in a policy that stands alone', () => {
  const [alone] = findingsOf({ head: JSON.stringify(document(denyOutside())) }, rule)
  const types = alone?.servicePaths.find(({ id }) => id === 'cfn-resource-types')
  assert.doesNotMatch(types?.title ?? '', /in this template/)
})

test('a role that a service assumes is held against the calls made with it, and says so', () => {
  const role = {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: document({
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
      Policies: [{ PolicyName: 'p', PolicyDocument: document(denyOutside()) }],
    },
  }
  const [found] = inTemplate({ Role: role })
  assert.ok(
    found?.servicePaths.every(({ mechanism, via }) => mechanism === 'service-role' && via === 'lambda.amazonaws.com'),
  )
  assert.match(found?.policyTypeBasis ?? '', /a role that lambda\.amazonaws\.com assumes has it/)
})
