import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import type { RemedyStrategy } from '../../../src/model/contracts.ts'
import { viaAwsService } from '../../../src/remedies/via-aws-service.ts'
import { denyOutside, office, outside } from '../inspecting.ts'
import { remedyLines, type Small, smallFindings } from './small-registry.ts'

const bucket = { Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'] }
const everywhere = { NotIpAddress: { 'aws:SourceIp': ['0.0.0.0/0', '::/0'] } }
const alice = { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/alice' } }
const ours = { StringNotEqualsIfExists: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } }

const situations: readonly (readonly [why: string, statement: object, small?: Small])[] = [
  ['a Deny of everything', denyOutside()],
  ['a Deny of everything in an SCP', denyOutside(), { path: 'scp.json' }],
  [
    'a Deny of everything in an RCP, which is not evaluated on first calls to Athena',
    denyOutside({ Principal: '*' }),
    { path: 'rcp.json' },
  ],
  ['a service alone, whose callers are few', denyOutside({ Action: 's3:*' })],
  ['one of two first calls', denyOutside({ Action: ['s3:*', 'athena:StartQueryExecution'] })],
  ['objects, on which nobody calls Athena', denyOutside({ Action: 's3:*', Resource: 'arn:aws:s3:::b/*' })],
  ['a bucket', denyOutside(bucket)],
  ['a bucket in other words', denyOutside({ ...bucket, Action: ['s3:PutObject', 's3:GetBucketAcl', 's3:GetObject'] })],
  ['a key and what is encrypted with it', denyOutside({ Action: ['kms:GenerateDataKey', 's3:PutObject'] })],
  ['keys alone', denyOutside({ Action: 'kms:*' })],
  ['all but some', denyOutside({ Action: undefined, NotAction: ['iam:*'] })],
  ['only those without an address', denyOutside({ Action: 's3:*', Condition: everywhere })],
  ['one user', denyOutside({ Action: 's3:*', ...outside(alice) })],
  ['all but an endpoint', denyOutside(outside(ours))],
  ['all but an endpoint, for one service', denyOutside({ Action: 's3:*', ...outside(ours) })],
  ['what is exempt already', denyOutside(outside({ BoolIfExists: { 'aws:ViaAWSService': 'false' } }))],
  ['a Deny of some addresses', denyOutside({ Condition: { IpAddress: { 'aws:SourceIp': office } } })],
  ['half an exemption', denyOutside(outside({ Null: { 'kms:ViaService': 'true' } }))],
  ['a Deny with a second factor', denyOutside(outside({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }))],
  ['a Deny of the signed', denyOutside({ ...bucket, ...outside({ Null: { 'aws:PrincipalArn': 'false' } }) })],
]

test('what is offered, in which order, what it clears and what it opens, is as expected (UPDATE_CASES=1 writes it)', () => {
  const parts = situations.map(([why, statement, small]) => [
    `# ${why}`,
    ...remedyLines(smallFindings([statement], small)),
  ])
  const actual = `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
  const file = new URL('proofs.expected.txt', import.meta.url)
  if (process.env['UPDATE_CASES'] === '1') writeFileSync(file, actual)
  else assert.equal(actual, existsSync(file) ? readFileSync(file, 'utf8') : '')
})

type Proposal = ReturnType<RemedyStrategy['propose']>[number]

const add = (operator: string, key: string, ...values: string[]): Proposal => ({
  kind: 'add-condition',
  operator,
  key,
  values,
})

/** Whether the proof takes changes of our making. */
function isOffered(statement: object, ...changes: readonly Proposal[]): boolean {
  const { docs } = viaAwsService
  const careless: RemedyStrategy = { id: 'careless', title: 'careless', docs, propose: () => changes }
  return remedyLines(smallFindings([statement], { strategies: [careless] })).length > 0
}

const via = add('BoolIfExists', 'aws:ViaAWSService', 'false')
const service = add('BoolIfExists', 'aws:PrincipalIsAWSService', 'false')
const objects = { Action: 's3:*', Resource: 'arn:aws:s3:::b/*' }
const decisions: readonly (readonly [
  why: string,
  statement: object,
  changes: readonly Proposal[],
  offered: boolean,
])[] = [
  ['the exemption of forwarded calls', denyOutside(), [via], true],
  ['plain Bool: the key may be absent', denyOutside(), [add('Bool', 'aws:ViaAWSService', 'false')], false],
  ['plain Bool on objects', denyOutside(objects), [add('Bool', 'aws:ViaAWSService', 'false')], false],
  ['the exemption on objects', denyOutside(objects), [via], true],
  ['true instead of false', denyOutside(), [add('BoolIfExists', 'aws:ViaAWSService', 'true')], false],
  [
    'a set operator on an absent key',
    denyOutside(),
    [add('ForAnyValue:StringNotEquals', 'aws:CalledVia', 'a.amazonaws.com')],
    false,
  ],
  ['only requests with an address', denyOutside(), [add('Null', 'aws:SourceIp', 'false')], false],
  ['one address less', denyOutside(), [via, add('NotIpAddressIfExists', 'aws:SourceIp', '8.8.8.8/32')], false],
  [
    'one IPv6 address less',
    denyOutside(),
    [via, add('NotIpAddressIfExists', 'aws:SourceIp', '2001:4860::1/128')],
    false,
  ],
  [
    'the addresses that are let in anyway',
    denyOutside(),
    [via, add('NotIpAddressIfExists', 'aws:SourceIp', '203.0.113.10/32')],
    true,
  ],
  ['any endpoint', denyOutside(), [via, add('Null', 'aws:SourceVpce', 'true')], false],
  ['one endpoint', denyOutside(), [via, add('StringNotEqualsIfExists', 'aws:SourceVpce', 'vpce-1')], true],
  [
    'one user',
    denyOutside(),
    [via, add('StringNotEquals', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:user/example')],
    false,
  ],
  [
    'the root user',
    denyOutside(),
    [via, add('StringNotEqualsIfExists', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:root')],
    false,
  ],
  [
    'services, in plain Bool: anonymous callers have no such key',
    denyOutside(bucket),
    [add('Bool', 'aws:PrincipalIsAWSService', 'false')],
    false,
  ],
  ['services', denyOutside(bucket), [service], true],
  ['services, by half', denyOutside(bucket), [service, via], true],
  ['what clears nothing', denyOutside(), [service], false],
  ['nothing at all', denyOutside(), [], false],
  [
    'actions that make another path fail',
    denyOutside({ Action: 'kms:*' }),
    [add('Null', 'kms:ViaService', 'true'), { kind: 'add-actions', actions: ['s3:GetObject'] }],
    false,
  ],
  [
    'actions that make none fail',
    denyOutside({ Action: 'kms:*' }),
    [add('Null', 'kms:ViaService', 'true'), { kind: 'add-actions', actions: ['iam:ListRoles'] }],
    true,
  ],
]
for (const [why, statement, changes, offered] of decisions) {
  test(`${offered ? 'offered' : 'not offered'}: ${why}`, () => assert.equal(isOffered(statement, ...changes), offered))
}

test('the same policy twice in a file gets the same remedies', () => {
  const findings = smallFindings([denyOutside(), denyOutside()])
  const mission = findings.filter(({ finding }) => finding.ruleId === 'service-call-denied')
  assert.equal(mission.length, 2)
  const [one, two] = mission.map((finding) => remedyLines([finding]))
  assert.deepEqual(one, two)
  assert.notEqual(mission[0]?.remedies[0]?.patchedText, mission[1]?.remedies[0]?.patchedText)
})

test('a file with a problem is patched as long as no other problem comes', () => {
  const broken = { Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: 'none' }
  const lines = remedyLines(smallFindings([denyOutside(), broken]))
  assert.match(lines[0] ?? '', /^via-aws-service/)
})
