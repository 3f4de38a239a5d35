import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runUnsafeSimulation } from '@cloud-copilot/iam-simulate'
import fc from 'fast-check'
import { simulateLine } from '../../src/simulate.ts'

/** How many random requests are judged; `JUDGE_RUNS` for as many as one likes. */
const numRuns = Number(process.env['JUDGE_RUNS'] ?? 2000)

const principal = { type: 'user', arn: 'arn:aws:iam::111122223333:user/alice', account: '111122223333' }

/**
 * Where the judge is known to be wrong, or to answer what AWS leaves open; each kept out of the generated policies, with the reason.
 * - a prefix of `/0`: its mask of no bits takes in nothing
 * - Version 2008-10-17: it fills in variables all the same
 * - operators in another case: it takes them, IAM refuses the policy
 * - a bare IPv4 address and an IPv6 caller: it takes the caller to be at that address
 * - `ForAllValues` negated on an absent key, several values without a set operator: AWS's documents do not decide
 */
const ranges = ['203.0.113.0/24', '198.51.100.128/25', '192.0.2.7/32', '192.0.2.9', '2001:db8::/32', '203.0.113.77/28']
const addresses = [
  '203.0.113.9',
  '203.0.113.70',
  '198.51.100.127',
  '198.51.100.128',
  '192.0.2.7',
  '192.0.2.9',
  '192.0.2.10',
  '2001:db8::5',
  '2001:db9::5',
]
const services = ['athena.amazonaws.com', 'cloudformation.amazonaws.com', 'glue.amazonaws.com']
const arns = [
  'arn:aws:iam::111122223333:user/alice',
  'arn:aws:iam::*:user/*',
  'arn:aws:iam::111122223333:role/dev',
  'arn:aws:iam::*:role/*',
]

const some = (values: readonly string[]) => fc.subarray([...values], { minLength: 1, maxLength: 3 })
const strings = (key: string, values: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(
        'StringEquals',
        'StringNotEquals',
        'StringLike',
        'StringNotLike',
        'StringEqualsIgnoreCase',
        'StringNotEqualsIgnoreCase',
      ),
      fc.constantFrom('', 'IfExists'),
      some(values),
    )
    .map(([operator, suffix, list]) => ({ operator: operator + suffix, key, values: list }))

const conditions = fc.oneof(
  fc
    .tuple(fc.constantFrom('IpAddress', 'NotIpAddress'), fc.constantFrom('', 'IfExists'), some(ranges))
    .map(([operator, suffix, values]) => ({ operator: operator + suffix, key: 'aws:SourceIp', values })),
  fc
    .tuple(fc.constantFrom('Bool', 'BoolIfExists'), fc.constantFrom('true', 'false'))
    .map(([operator, value]) => ({ operator, key: 'aws:ViaAWSService', values: [value] })),
  fc
    .tuple(fc.constantFrom('kms:ViaService', 'aws:SourceVpce', 'aws:ViaAWSService'), fc.constantFrom('true', 'false'))
    .map(([key, value]) => ({ operator: 'Null', key, values: [value] })),
  fc
    .tuple(
      fc.constantFrom(
        'ForAnyValue:StringEquals',
        'ForAnyValue:StringNotEquals',
        'ForAllValues:StringEquals',
        'ForAnyValue:StringLike',
      ),
      some(services),
    )
    .map(([operator, values]) => ({ operator, key: 'aws:CalledVia', values })),
  strings('aws:CalledViaFirst', [...services, '*.amazonaws.com']),
  strings('aws:SourceVpce', ['vpce-1', 'vpce-*', 'vpce-2']),
  strings('aws:PrincipalTag/team', ['blue', 'Red', 'b*e', 'gr?en']),
  fc
    .tuple(fc.constantFrom('ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'), some(arns))
    .map(([operator, values]) => ({ operator, key: 'aws:PrincipalArn', values })),
)

const context = fc.record(
  {
    'aws:SourceIp': fc.constantFrom(...addresses),
    'aws:ViaAWSService': fc.constantFrom('true', 'false'),
    'aws:CalledVia': some(services),
    'aws:CalledViaFirst': fc.constantFrom(...services),
    'aws:SourceVpce': fc.constantFrom('vpce-1', 'vpce-3'),
    'aws:PrincipalTag/team': fc.constantFrom('blue', 'red', 'green', 'Blue'),
    'kms:ViaService': fc.constantFrom('s3.us-east-1.amazonaws.com'),
  },
  { requiredKeys: [] },
)
const actionLists = some(['*', 's3:*', 's3:Get*', 'S3:getobject', 'kms:*', 'kms:Decrypt', 'ec2:*', 's3:?etObject'])
const resourceLists = some([
  '*',
  'arn:aws:s3:::b/*',
  'arn:aws:s3:::b/k',
  'arn:aws:s3:::c/*',
  'arn:aws:kms:*:*:key/*',
  'arn:aws:s3:::?/k',
])
const requests = fc.constantFrom(
  ['s3:GetObject', 'arn:aws:s3:::b/k'],
  ['s3:PutObject', 'arn:aws:s3:::c/deep/er'],
  ['kms:Decrypt', 'arn:aws:kms:us-east-1:111122223333:key/1'],
)

interface Written {
  readonly operator: string
  readonly key: string
  readonly values: readonly string[]
}

function blockOf(written: readonly Written[]): Record<string, Record<string, readonly string[]>> {
  const block: Record<string, Record<string, readonly string[]>> = {}
  for (const { operator, key, values } of written) block[operator] = { ...block[operator], [key]: values }
  return block
}

const statements = fc
  .record({
    Action: fc.oneof(
      actionLists.map((list) => ({ Action: list })),
      actionLists.map((list) => ({ NotAction: list })),
    ),
    Resource: fc.oneof(
      resourceLists.map((list) => ({ Resource: list })),
      resourceLists.map((list) => ({ NotResource: list })),
    ),
    Condition: fc.array(conditions, { maxLength: 4 }).map(blockOf),
  })
  .map(({ Action, Resource, Condition }) => ({ Effect: 'Deny', ...Action, ...Resource, Condition }))

test(`the judge decides ${numRuns} random requests as the evaluator does`, () => {
  const told = { denied: 0, allowed: 0 }
  fc.assert(
    fc.property(statements, context, requests, (statement, keys, [action = '', resource = '']) => {
      fc.pre(!(JSON.stringify(statement).includes('"192.0.2.9"') && keys['aws:SourceIp']?.includes(':')))
      const full = { ...keys, 'aws:PrincipalArn': principal.arn }
      const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }, statement] }
      const verdict = runUnsafeSimulation(
        {
          request: {
            principal: principal.arn,
            action,
            resource: { resource, accountId: principal.account },
            contextVariables: full,
          },
          identityPolicies: [{ name: 'p', policy }],
          serviceControlPolicies: [],
          resourceControlPolicies: [],
        },
        {},
      )
      const { output } = simulateLine(
        JSON.stringify({ policyType: 'identity', policy, request: { action, resource, principal, context: full } }),
      )
      const judged = verdict === 'ExplicitlyDenied'
      told[judged ? 'denied' : 'allowed'] += 1
      assert.equal(
        output['decision'],
        judged ? 'explicit-deny' : 'allow',
        JSON.stringify({ statement, full, action, resource, verdict }),
      )
    }),
    { numRuns },
  )
  assert.ok(told.denied > numRuns / 20 && told.allowed > numRuns / 20, JSON.stringify(told))
})
