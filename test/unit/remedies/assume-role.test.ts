import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Advice } from '../../../src/model/contracts.ts'
import { assumeRole } from '../../../src/remedies/assume-role.ts'
import { denyOutside, office, outside, policyOf } from '../inspecting.ts'
import { context, findingIn, findingOf, policyIn, type Sketch } from './subject.ts'

const adviceFor = (statement: object, sketch?: Sketch): Advice | undefined =>
  assumeRole.advise?.(findingOf(statement, sketch))

const user = 'arn:aws:iam::444455556666:user/ops/alice'
const example = 'arn:aws:iam::111122223333:user/example'

test('the pair of policies, whole: the door checks the address, the user may go through it and do nothing else', () => {
  const fence = { NotIpAddress: { 'aws:SourceIp': office } }
  const trusting = { Principal: { AWS: example }, Action: 'sts:AssumeRole' }
  const whole = (...Statement: object[]) => `${JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)}\n`
  assert.deepEqual(adviceFor(denyOutside()), {
    principal: { kind: 'user', name: example, account: '111122223333' },
    trust: {
      title: 'trust policy of the role `from-our-addresses`; put the ARN of your user in',
      text: whole({ Effect: 'Allow', ...trusting }, { Effect: 'Deny', ...trusting, Condition: fence }),
    },
    caller: {
      title:
        'policy of the user, in the place of all others; what the user was allowed is given to the role, without the Deny',
      text: whole({
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Resource: 'arn:aws:iam::111122223333:role/from-our-addresses',
      }),
    },
    costs: [
      'The address is checked once, when the role is assumed: a session works from anywhere until it ends (15 minutes to 12 hours).',
      'CloudTrail shows the user in the AssumeRole event only; all later events carry the name of the role.',
      'To keep who did it: allow `sts:SetSourceIdentity` in both policies, and in the trust policy require `"StringEquals": { "sts:SourceIdentity": "${aws:username}" }`; CloudTrail then shows it in every event of the session.',
    ],
  })
  assert.deepEqual(assumeRole.opens?.(findingOf(denyOutside()), context), [
    'whatever the role may do, from anywhere, with the credentials of a session that has not ended',
  ])
  assert.deepEqual(assumeRole.propose(findingOf(denyOutside()), context), [])
})

const refusals: readonly (readonly [why: string, sketch: Sketch])[] = [
  ['an SCP is about everybody', { type: 'scp' }],
  ['a service assumes the role that the policy hangs on', { assumedBy: ['lambda.amazonaws.com'] }],
  ['no call is made for a user', { paths: [{ mechanism: 'service-role' }] }],
  ['no path is broken', { paths: [] }],
]
for (const [why, sketch] of refusals) {
  test(`no pair: ${why}`, () => assert.equal(adviceFor(denyOutside(), sketch), undefined))
}
test('one forwarded call among others is enough', () =>
  assert.ok(adviceFor(denyOutside(), { paths: [{ mechanism: 'cloudshell' }, {}] })))

const read = (advice: Advice | undefined) => JSON.parse(advice?.trust.text ?? '').Statement

const services = [
  'aws:ViaAWSService',
  'aws:CalledVia',
  'aws:CalledViaFirst',
  'aws:CalledViaLast',
  'aws:PrincipalIsAWSService',
  'aws:PrincipalArn',
  'kms:ViaService',
  'KMS:viaservice',
]
for (const key of services) {
  test(`${key} spares services, or names who calls: the door has no use for it`, () => {
    const [, deny] = read(adviceFor(denyOutside(outside({ StringNotEquals: { [key]: 'a' } }))))
    assert.deepEqual(deny.Condition, { NotIpAddress: { 'aws:SourceIp': office } })
  })
}
for (const key of ['aws:CalledViaX', 'xaws:ViaAWSService', 'aws:TagKeys', 'kms:ViaServiceX']) {
  test(`${key} is none of them and stays`, () => {
    const [, deny] = read(adviceFor(denyOutside(outside({ StringNotEquals: { [key]: ['a', 'b'] } }))))
    assert.deepEqual(deny.Condition.StringNotEquals, { [key]: ['a', 'b'] })
  })
}

test('one operator with several keys stays one block, and a list of one is a string', () => {
  const [, deny] = read(
    adviceFor(denyOutside(outside({ StringNotEquals: { 'aws:TagKeys': ['a'], 'aws:userid': ['b', 'c'] } }))),
  )
  assert.deepEqual(deny.Condition.StringNotEquals, { 'aws:TagKeys': 'a', 'aws:userid': ['b', 'c'] })
})

const callers: readonly (readonly [why: string, condition: object, named: string])[] = [
  ['the user whom the statement names', { ArnEquals: { 'AWS:principalarn': user } }, user],
  ['the first of several', { ArnLike: { 'aws:PrincipalArn': ['arn:aws:iam::444455556666:role/r', user] } }, user],
  [
    'a user of another partition',
    { ArnLike: { 'aws:PrincipalArn': user.replace('aws', 'aws-us-gov') } },
    user.replace('aws', 'aws-us-gov'),
  ],
  ['everybody but a user is not that user', { ArnNotEquals: { 'aws:PrincipalArn': user } }, example],
  ['a pattern', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:user/*' } }, example],
  ['a pattern of one letter', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:user/a?' } }, example],
  ['a variable', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:user/${aws:username}' } }, example],
  ['no name', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:user/' } }, example],
  ['no account', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::44445555666:user/a' } }, example],
  ['what only ends like one', { ArnLike: { 'aws:PrincipalArn': `x${user}` } }, example],
  ['another key', { ArnLike: { 'aws:PrincipalArnX': user } }, example],
  ['another key that ends like it', { ArnLike: { 'xaws:PrincipalArn': user } }, example],
]
for (const [why, condition, named] of callers) {
  test(`who is sent through the door: ${why}`, () => {
    const advice = adviceFor(denyOutside(outside(condition)))
    assert.equal(advice?.principal.name, named)
    for (const { Principal } of read(advice)) assert.deepEqual(Principal, { AWS: named })
    const account = /\d{12}/.exec(named)?.[0] ?? ''
    assert.equal(advice.principal.account, account)
    assert.equal(
      JSON.parse(advice.caller.text).Statement[0].Resource,
      `arn:aws:iam::${account}:role/from-our-addresses`,
    )
    assert.equal(advice.trust.title.includes('put the ARN of your user in'), named === example)
  })
}

const template = (conditions: string) => `Resources:
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Deny
            Action: '*'
            Resource: '*'
            Condition:
${conditions}
`
const holes: readonly (readonly [why: string, conditions: string, isAdvised: boolean])[] = [
  [
    'an address that the file does not hold',
    '              NotIpAddress: {aws:SourceIp: [203.0.113.0/24, !Ref Office]}',
    false,
  ],
  ['an address that it does', '              NotIpAddress: {aws:SourceIp: 203.0.113.0/24}', true],
  [
    'a name that stands for an example',
    '              NotIpAddress: {aws:SourceIp: 203.0.113.0/24}\n              StringNotEquals: {x:y: !Sub "a-${Stage}"}',
    false,
  ],
  [
    'a user whom the file does not name',
    '              NotIpAddress: {aws:SourceIp: 203.0.113.0/24}\n              ArnEquals: {aws:PrincipalArn: !GetAtt User.Arn}',
    true,
  ],
]
for (const [why, conditions, isAdvised] of holes) {
  test(`the pair holds what the file holds: ${why}`, () => {
    const advice = assumeRole.advise?.(findingIn(policyIn(template(conditions), 't.yaml')))
    assert.equal(advice !== undefined, isAdvised)
  })
}

test('an example that stands in the place of a name is not written down as if it were one', () => {
  const finding = findingOf(denyOutside())
  const { statement } = finding.subject
  const conditions = statement.conditions.map((condition) => ({
    ...condition,
    values: condition.values.map((value) => ({ ...value, expression: 'var.office' })),
  }))
  const subject = { ...finding.subject, statement: { ...statement, conditions } }
  assert.equal(assumeRole.advise?.({ ...finding, subject }), undefined)
})

test('a statement in doubt is not taken for what it seems', () => {
  const twice = policyOf(denyOutside()).replace('"Action": "*"', '"Action": "*", "Action": "s3:*"')
  const finding = findingIn(policyIn(twice))
  assert.ok(finding.subject.statement.undecidable.length > 0)
  assert.equal(assumeRole.advise?.(finding), undefined)
})
