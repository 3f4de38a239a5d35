import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vpcEndpoint } from '../../../src/remedies/vpc-endpoint.ts'
import { denyOutside, outside, policyOf } from '../inspecting.ts'
import { context, findingIn, policyIn } from './subject.ts'

const ours = 'vpce-0123456789abcdef0'
const allow = (Condition: object) => ({ Effect: 'Allow', Action: '*', Resource: '*', Condition })
const deny = (Condition: object) => ({ Effect: 'Deny', Action: '*', Resource: '*', Condition })

const rows: readonly (readonly [
  why: string,
  others: readonly object[],
  /** The key and what it is to name; none: nothing is proposed. */
  proposed: readonly string[],
])[] = [
  ['an Allow for it', [allow({ StringEquals: { 'aws:SourceVpce': ours } })], ['aws:SourceVpce', ours]],
  ['an Allow for such a pattern', [allow({ StringLike: { 'aws:SourceVpce': ours } })], ['aws:SourceVpce', ours]],
  ['a Deny for all others', [deny({ StringNotEquals: { 'AWS:sourcevpce': [ours] } })], ['aws:SourceVpce', ours]],
  ['an Allow for all others', [allow({ StringNotEquals: { 'aws:SourceVpce': ours } })], []],
  ['a Deny for it', [deny({ StringEquals: { 'aws:SourceVpce': ours } })], []],
  ['a pattern', [allow({ StringLike: { 'aws:SourceVpce': 'vpce-*' } })], []],
  ['what only begins like an id', [allow({ StringLike: { 'aws:SourceVpce': 'vpce-1?' } })], []],
  ['what only ends like an id', [allow({ StringLike: { 'aws:SourceVpce': 'x-vpce-1' } })], []],
  ['nothing', [allow({ StringEquals: { 'aws:SourceAccount': ours } })], []],
  ['no other statement', [], []],
  [
    'several, each once, sorted',
    [
      allow({ StringEquals: { 'aws:SourceVpce': ['vpce-2', 'vpce-1'] } }),
      deny({ StringNotEqualsIfExists: { 'aws:SourceVpce': ['vpce-1', 'vpce-0'] } }),
    ],
    ['aws:SourceVpce', 'vpce-0', 'vpce-1', 'vpce-2'],
  ],
  ['a VPC', [allow({ StringEquals: { 'aws:SourceVpc': ['vpc-1'] } })], ['aws:SourceVpc', 'vpc-1']],
  [
    'endpoints go before VPCs',
    [allow({ StringEquals: { 'aws:SourceVpc': 'vpc-1', 'aws:SourceVpce': ours } })],
    ['aws:SourceVpce', ours],
  ],
]
for (const [why, others, [key = '', ...values]] of rows) {
  test(`exempt is what the policy trusts elsewhere: ${why}: ${values.join() || 'nothing'}`, () => {
    const finding = findingIn(policyIn(policyOf(denyOutside(), ...others)), { ruleId: 'vpc-endpoint-denied' })
    const named = { kind: 'add-condition', operator: 'StringNotEqualsIfExists', key, values }
    const spares = { kind: 'add-condition', operator: 'BoolIfExists', key: 'aws:ViaAWSService', values: ['false'] }
    assert.deepEqual(vpcEndpoint.propose(finding, context), values.length === 0 ? [] : [named, spares])
    assert.deepEqual(
      vpcEndpoint.opens?.(finding, context),
      key === 'aws:SourceVpce'
        ? []
        : ['all of it, from a VPC in another Region that has the same id as one of the named'],
    )
  })
}

test('an endpoint that the statement itself names is not trusted for that', () => {
  const own = denyOutside(outside({ StringNotEquals: { 'aws:SourceVpce': ours } }))
  const finding = findingIn(policyIn(policyOf(own)), { ruleId: 'vpc-endpoint-denied' })
  assert.deepEqual(vpcEndpoint.propose(finding, context), [])
})

const trusting = allow({ StringEquals: { 'aws:SourceVpce': ours } })

test('services are spared once, in any case of the key', () => {
  const spared = denyOutside(outside({ BoolIfExists: { 'AWS:viaAWSservice': 'false' } }))
  const finding = findingIn(policyIn(policyOf(spared, trusting)), { ruleId: 'vpc-endpoint-denied' })
  assert.deepEqual(
    vpcEndpoint.propose(finding, context).map((change) => ('key' in change ? change.key : '')),
    ['aws:SourceVpce'],
  )
})

test('it helps nobody but those who come through an endpoint', () => {
  const finding = findingIn(policyIn(policyOf(denyOutside(), trusting)), { ruleId: 'service-call-denied' })
  assert.deepEqual(vpcEndpoint.propose(finding, context), [])
})

test('a name that may stand for a list is not put beside others that the statement has already', () => {
  const text = (own: string) => `Resources:
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Deny, Action: '*', Resource: '*', Condition: {NotIpAddress: {aws:SourceIp: 192.0.2.0/24}${own}}}
          - {Effect: Allow, Action: '*', Resource: '*', Condition: {StringEquals: {aws:SourceVpce: !Ref Endpoints}}}
`
  const proposed = (own: string) =>
    vpcEndpoint.propose(findingIn(policyIn(text(own), 't.yaml'), { ruleId: 'vpc-endpoint-denied' }), context).length
  assert.deepEqual(proposed(''), 2)
  assert.deepEqual(proposed(', StringNotEqualsIfExists: {AWS:SourceVPCE: vpce-1}'), 0)
})
