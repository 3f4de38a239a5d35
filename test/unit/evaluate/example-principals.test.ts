import assert from 'node:assert/strict'
import { test } from 'node:test'
import { examplePrincipals } from '../../../src/evaluate/example-principals.ts'
import { evaluatePrincipals } from '../../../src/evaluate/statement.ts'
import type { KeyState, Mechanism } from '../../../src/model/request.ts'
import { is, like, statementOf } from './written.ts'

const iam = 'arn:aws:iam::111122223333:'
const people = [`${iam}user/example`, `${iam}role/example`]
const serviceRole = `${iam}role/service-role/example`

interface Call {
  readonly mechanism: Mechanism
  readonly principalArn?: KeyState
  readonly conditionArns?: readonly string[]
}
type Row = readonly [why: string, call: Call, element: object, expected: readonly string[]]
const rows: readonly Row[] = [
  ['people, where nobody is named', { mechanism: 'forward-access-session' }, {}, people],
  ['a service signs with its name', { mechanism: 'service-principal' }, { Principal: '*' }, ['s3.amazonaws.com']],
  [
    'a service-linked role, of the service',
    { mechanism: 'service-linked-role' },
    {},
    [`${iam}role/aws-service-role/s3.amazonaws.com/AWSServiceRoleForExample`],
  ],
  ['a role that a service assumes', { mechanism: 'service-role' }, {}, [serviceRole]],
  [
    'the ARN that the path tells',
    { mechanism: 'service-role', principalArn: like('arn:aws:iam::*:role/aws:ec2-infrastructure') },
    {},
    [`${iam}role/aws:ec2-infrastructure`],
  ],
  [
    'the ARN that the path tells, of a service-linked role',
    { mechanism: 'service-linked-role', principalArn: like('arn:aws:iam::*:role/aws-service-role/x/*') },
    {},
    [`${iam}role/aws-service-role/x/example`],
  ],
  ['an ARN that may be any tells nothing', { mechanism: 'service-role', principalArn: like('*') }, {}, [serviceRole]],
  ['only a pattern tells', { mechanism: 'cloudshell', principalArn: is('arn:aws:iam::1:user/x') }, {}, people],
  [
    'whom the statement names',
    { mechanism: 'forward-access-session' },
    { Principal: { AWS: [`${iam}user/alice`, 'arn:aws:iam::444455556666:role/dev'] } },
    [...people, `${iam}user/alice`, 'arn:aws:iam::444455556666:role/dev'],
  ],
  [
    'an account stands for a user and a role in it',
    { mechanism: 'forward-access-session' },
    { Principal: { AWS: '444455556666' } },
    [...people, 'arn:aws:iam::444455556666:user/example', 'arn:aws:iam::444455556666:role/example'],
  ],
  [
    'an account’s root stands for them too',
    { mechanism: 'forward-access-session' },
    { Principal: { AWS: 'arn:aws-cn:iam::444455556666:root' } },
    [...people, 'arn:aws:iam::444455556666:user/example', 'arn:aws:iam::444455556666:role/example'],
  ],
  [
    'a role whose name is a number is no account',
    { mechanism: 'service-role' },
    { Principal: { AWS: 'arn:aws:iam::444455556666:role/111122223333' } },
    [serviceRole, 'arn:aws:iam::444455556666:role/111122223333'],
  ],
  ['a star names nobody', { mechanism: 'forward-access-session' }, { Principal: '*' }, people],
  [
    'services, providers and what the file does not hold are none of them',
    { mechanism: 'forward-access-session' },
    { Principal: { Service: 'sns.amazonaws.com', Federated: `${iam}user/provider`, AWS: '<Role>' } },
    people,
  ],
  [
    'roles alone for what a role does',
    { mechanism: 'service-role' },
    { Principal: { AWS: [`${iam}user/alice`, `${iam}role/dev`] } },
    [serviceRole, `${iam}role/dev`],
  ],
  [
    'no service-linked role forwards a session',
    { mechanism: 'forward-access-session' },
    { Principal: { AWS: `${iam}role/aws-service-role/x.amazonaws.com/Y` } },
    people,
  ],
  [
    'whom conditions name, patterns filled',
    { mechanism: 'forward-access-session', conditionArns: ['arn:aws:iam::*:role/dev-*'] },
    { Principal: { AWS: `${iam}user/alice` } },
    [...people, `${iam}user/alice`, `${iam}role/dev-example`],
  ],
]
for (const [why, { mechanism, principalArn, conditionArns = [] }, element, expected] of rows) {
  test(`who signs: ${why}`, () => {
    const call = { mechanism, via: 's3.amazonaws.com', principalArn }
    const found = examplePrincipals(call, statementOf(element).principals, conditionArns)
    assert.deepEqual(
      found.map(({ name }) => name),
      expected,
    )
  })
}

test('each is of the kind and the account that its ARN says', () => {
  const call = { via: 's3.amazonaws.com', principalArn: undefined }
  const kinds = (mechanism: Mechanism) =>
    examplePrincipals({ ...call, mechanism }, undefined, []).map(({ kind, account }) => `${kind} ${account}`)
  assert.deepEqual(kinds('forward-access-session'), ['user 111122223333', 'role 111122223333'])
  assert.deepEqual(kinds('service-role'), ['role 111122223333'])
  assert.deepEqual(kinds('service-linked-role'), ['service-linked-role 111122223333'])
  assert.deepEqual(kinds('service-principal'), ['service undefined'])
})

test('somebody in an account that the statement names is one whom it is about', () => {
  const { principals } = statementOf({ Principal: { AWS: '444455556666' } })
  const call = { mechanism: 'forward-access-session', via: '', principalArn: undefined } as const
  const about = examplePrincipals(call, principals, []).filter(
    (principal) => evaluatePrincipals(principals, principal) === 'true',
  )
  assert.equal(about.length, 2)
})

test('of thousands that a statement names a dozen are tried', () => {
  const named = Array.from({ length: 50 }, (_, index) => `${iam}user/u${index}`)
  const { principals } = statementOf({ Principal: { AWS: named } })
  const call = { mechanism: 'forward-access-session', via: '', principalArn: undefined } as const
  assert.equal(examplePrincipals(call, principals, []).length, people.length + 12)
})
