import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  evaluatePrincipals,
  evaluateResources,
  evaluateStatement,
  takesInAll,
} from '../../../src/evaluate/statement.ts'
import type { PolicyVersion } from '../../../src/model/policy.ts'
import { principalNamed } from '../../../src/model/principal.ts'
import type { KeyState, RequestPrincipal } from '../../../src/model/request.ts'
import type { Ternary } from '../../../src/model/ternary.ts'
import { absent, alice, is, like, requestOf, statementOf, unknown, unlisted } from './written.ts'

const elements: readonly (readonly [why: string, statement: object, expected: Ternary])[] = [
  ['an Action that takes it in', { Action: 's3:Get*', Resource: '*' }, 'true'],
  ['an Action that does not', { Action: 's3:Put*', Resource: '*' }, 'false'],
  ['Actions are alternatives', { Action: ['s3:Put*', 's3:GetObject'], Resource: '*' }, 'true'],
  ['NotAction leaves out what it names', { NotAction: ['s3:Get*', 'sts:*'], Resource: '*' }, 'false'],
  ['NotAction takes in the rest', { NotAction: 'iam:*', Resource: '*' }, 'true'],
  ['an Action that the file does not hold', { Action: ['iam:*', '<Actions>'], Resource: '*' }, 'unknown'],
  ['one Action decides, however much else is unknown', { Action: ['<Actions>', 's3:*'], Resource: '*' }, 'true'],
  ['NotAction with one that takes it in decides', { NotAction: ['<Actions>', 's3:*'], Resource: '*' }, 'false'],
  ['a Resource that takes it in', { Resource: 'arn:aws:s3:::logs/*' }, 'true'],
  ['a Resource that does not', { Resource: 'arn:aws:s3:::logs' }, 'false'],
  ['NotResource leaves out what it names', { NotResource: 'arn:aws:s3:::logs/*' }, 'false'],
  ['NotResource takes in the rest', { NotResource: 'arn:aws:s3:::other/*' }, 'true'],
  ['a Resource that the file does not hold', { Resource: '<Bucket>' }, 'unknown'],
  ['no Resource: a trust policy is about its role', { Action: '*' }, 'true'],
  ['all elements must match', { Principal: { AWS: '444455556666' }, Action: '*', Resource: '*' }, 'false'],
  ['a failing element decides beside an unknown one', { Action: 'iam:*', Resource: '<Bucket>' }, 'false'],
  [
    'all conditions must match',
    { Resource: '*', Condition: { Null: { 'aws:SourceIp': 'true' }, Bool: { 'aws:ViaAWSService': 'true' } } },
    'false',
  ],
]
for (const [why, statement, expected] of elements) {
  test(`a statement on a request: ${why}`, () =>
    assert.equal(evaluateStatement(statementOf(statement), '2012-10-17', requestOf()), expected))
}

test('a statement in doubt matches nothing for certain, and still fails for certain', () => {
  const doubtful = { ...statementOf({ Action: 's3:*', Resource: '*' }), undecidable: ['the key stands twice'] }
  assert.equal(evaluateStatement(doubtful, '2012-10-17', requestOf()), 'unknown')
  assert.equal(evaluateStatement(doubtful, '2012-10-17', requestOf({ action: 'ec2:RunInstances' })), 'false')
})

type ResourceRow = readonly [
  why: string,
  pattern: object,
  version: PolicyVersion,
  keys: Readonly<Record<string, KeyState>>,
  expected: Ternary,
]
const home = { Resource: 'arn:aws:s3:::logs/${aws:username}' }
const resources: readonly ResourceRow[] = [
  ['its variable holds it', home, '2012-10-17', { 'aws:username': is('a') }, 'true'],
  ['its variable holds something else', home, '2012-10-17', { 'aws:username': is('b') }, 'false'],
  ['a star in a variable is a star', home, '2012-10-17', { 'aws:username': is('*') }, 'false'],
  [
    'a star beside a variable is a wildcard',
    { Resource: 'arn:*/${aws:x}' },
    '2012-10-17',
    { 'aws:x': is('a') },
    'true',
  ],
  ['a missing variable matches nothing', home, '2012-10-17', { 'aws:username': absent }, 'false'],
  ['NotResource with a missing variable', { NotResource: home.Resource }, '2012-10-17', {}, 'true'],
  ['a variable that is not known', home, '2012-10-17', { 'aws:username': unknown }, 'unknown'],
  ['Version 2008-10-17 has no variables', home, '2008-10-17', { 'aws:username': is('a') }, 'false'],
]
for (const [why, pattern, version, keys, expected] of resources) {
  test(`a resource: ${why}`, () => {
    const selector = statementOf(pattern).resources
    assert.equal(evaluateResources(selector, version, requestOf({}, keys)), expected)
  })
}

test('a statement without Resource is about any', () => {
  assert.equal(evaluateResources(undefined, '2012-10-17', requestOf()), 'true')
})

test('in Version 2008-10-17 a variable is text like any other', () => {
  const selector = statementOf(home).resources
  const request = requestOf({ resource: 'arn:aws:s3:::logs/${aws:username}' })
  assert.equal(evaluateResources(selector, '2008-10-17', request), 'true')
})

const session = 'arn:aws:sts::111122223333:assumed-role/dev/alice'
const federated: RequestPrincipal = { kind: 'federated', name: 'cognito-identity.amazonaws.com', account: undefined }
type PrincipalRow = readonly [why: string, element: object, who: RequestPrincipal | string, expected: Ternary]
const principals: readonly PrincipalRow[] = [
  ['no element: whom it hangs on', {}, alice, 'true'],
  ['`*` is everybody', { Principal: '*' }, alice, 'true'],
  ['`*` is everybody, unsigned too', { Principal: '*' }, '*', 'true'],
  ['`*` is everybody, services too', { Principal: { AWS: '*' } }, 'sns.amazonaws.com', 'true'],
  ['every service is services alone', { Principal: { Service: '*' } }, alice, 'false'],
  ['every service', { Principal: { Service: '*' } }, 'sns.amazonaws.com', 'true'],
  ['a star is no identity provider’s name', { Principal: { Federated: '*' } }, 'sns.amazonaws.com', 'false'],
  ['a star may be anybody’s canonical id', { Principal: { CanonicalUser: '*' } }, alice, 'unknown'],
  ['a user is no identity provider', { Principal: { Federated: alice.name } }, alice, 'false'],
  ['a user is no role', { Principal: { AWS: 'arn:aws:iam::111122223333:role/alice' } }, alice, 'false'],
  ['a star is no identity provider’s name', { Principal: { Federated: '*' } }, federated, 'false'],
  ['a service by its name', { Principal: { Service: 'sns.amazonaws.com' } }, 'sns.amazonaws.com', 'true'],
  ['another service', { Principal: { Service: 'sqs.amazonaws.com' } }, 'sns.amazonaws.com', 'false'],
  ['a service is no user', { Principal: { Service: alice.name } }, alice, 'false'],
  ['a service’s name is no account’s', { Principal: { AWS: 'sns.amazonaws.com' } }, 'sns.amazonaws.com', 'false'],
  ['an identity provider', { Principal: { Federated: federated.name } }, federated, 'true'],
  ['another identity provider', { Principal: { Federated: 'accounts.google.com' } }, federated, 'false'],
  ['no service is an identity provider', { Principal: { Federated: federated.name } }, federated.name, 'false'],
  ['whose canonical id it is, is not known', { Principal: { CanonicalUser: '79a5' } }, alice, 'unknown'],
  ['a service has no canonical id', { Principal: { CanonicalUser: '79a5' } }, 'sns.amazonaws.com', 'false'],
  ['nobody who signs is no account', { Principal: { AWS: '111122223333' } }, '*', 'false'],
  ['nobody who signs has no canonical id', { Principal: { CanonicalUser: '79a5' } }, '*', 'false'],
  ['a user by ARN', { Principal: { AWS: alice.name } }, alice, 'true'],
  ['another user', { Principal: { AWS: 'arn:aws:iam::111122223333:user/bob' } }, alice, 'false'],
  ['principals are alternatives', { Principal: { AWS: ['444455556666', alice.name] } }, alice, 'true'],
  ['an account by its id', { Principal: { AWS: '111122223333' } }, alice, 'true'],
  ['an account by its root', { Principal: { AWS: 'arn:aws:iam::111122223333:root' } }, alice, 'true'],
  ['an account in another partition', { Principal: { AWS: 'arn:aws-us-gov:iam::111122223333:root' } }, alice, 'true'],
  ['another account', { Principal: { AWS: 'arn:aws:iam::444455556666:root' } }, alice, 'false'],
  ['a user whose name ends in root', { Principal: { AWS: 'arn:aws:iam::111122223333:root/x' } }, alice, 'false'],
  ['what only ends like an account', { Principal: { AWS: 'x-arn:aws:iam::111122223333:root' } }, alice, 'false'],
  ['a session by its role', { Principal: { AWS: 'arn:aws:iam::111122223333:role/dev' } }, session, 'true'],
  [
    'a session by its role with a path',
    { Principal: { AWS: 'arn:aws:iam::111122223333:role/a/b/dev' } },
    session,
    'true',
  ],
  ['a session by itself', { Principal: { AWS: session } }, session, 'true'],
  ['a session of another role', { Principal: { AWS: 'arn:aws:iam::111122223333:role/ops' } }, session, 'false'],
  [
    'a role of that name in another account',
    { Principal: { AWS: 'arn:aws:iam::444455556666:role/dev' } },
    session,
    'false',
  ],
  [
    'a role whose name only ends so',
    { Principal: { AWS: 'arn:aws:iam::111122223333:role/ops-dev' } },
    session,
    'false',
  ],
  ['what only begins like its role', { Principal: { AWS: 'arn:aws:iam::111122223333:role/dev/' } }, session, 'false'],
  ['what only ends like its role', { Principal: { AWS: 'x-arn:aws:iam::111122223333:role/dev' } }, session, 'false'],
  [
    'the role of what only ends like a session',
    { Principal: { AWS: 'arn:aws:iam::111122223333:role/dev' } },
    `x-${session}`,
    'false',
  ],
  ['a user named as the role', { Principal: { AWS: 'arn:aws:iam::111122223333:user/dev' } }, session, 'false'],
  [
    'a session in another partition by its role',
    { Principal: { AWS: 'arn:aws-cn:iam::111122223333:role/dev' } },
    'arn:aws-cn:sts::111122223333:assumed-role/dev/alice',
    'true',
  ],
  [
    'a role by the ARN of its session',
    { Principal: { AWS: session } },
    { kind: 'role', name: 'arn:aws:iam::111122223333:role/dev', account: '111122223333', session },
    'true',
  ],
  ['a reference may be anybody of the customer’s', { Principal: { AWS: '<Role>' } }, alice, 'unknown'],
  ['a reference is no service', { Principal: { AWS: '<Role>' } }, 'sns.amazonaws.com', 'false'],
  ['a reference is nobody who does not sign', { Principal: { AWS: '<Role>' } }, '*', 'false'],
  ['a reference to a service is no user', { Principal: { Service: '<Service>' } }, alice, 'false'],
  ['a reference to a service', { Principal: { Service: '<Service>' } }, 'sns.amazonaws.com', 'unknown'],
  ['a reference to an identity provider', { Principal: { Federated: '<Provider>' } }, federated, 'unknown'],
  ['NotPrincipal leaves out whom it names', { NotPrincipal: { AWS: alice.name } }, alice, 'false'],
  ['NotPrincipal takes in the rest', { NotPrincipal: { AWS: 'arn:aws:iam::111122223333:user/bob' } }, alice, 'true'],
  ['NotPrincipal takes in who does not sign', { NotPrincipal: { AWS: '111122223333' } }, '*', 'true'],
]
for (const [why, element, who, expected] of principals) {
  test(`who signs: ${why}`, () => {
    const principal = typeof who === 'string' ? principalNamed(who) : who
    assert.equal(evaluatePrincipals(statementOf(element).principals, principal), expected)
  })
}

test('nobody of whom the account is not known is in an account', () => {
  const stranger: RequestPrincipal = { kind: 'user', name: 'arn:aws:iam::111122223333:user/x', account: undefined }
  const inAccount = statementOf({ Principal: { AWS: 'nonsense' } }).principals
  assert.equal(evaluatePrincipals(inAccount, stranger), 'false')
})

const conditions: readonly (readonly [why: string, block: object, state: KeyState, expected: Ternary])[] = [
  [
    'a pattern that the key has is a value not known',
    { StringLike: { 'aws:SourceVpce': '*' } },
    like('vpce-*'),
    'unknown',
  ],
  ['numbers of what AWS redacts are not known', { NumericEquals: { 'aws:SourceVpce': '1' } }, unlisted, 'unknown'],
]
for (const [why, block, state, expected] of conditions) {
  test(`a condition in a statement: ${why}`, () => {
    const statement = statementOf({ Resource: '*', Condition: block })
    assert.equal(evaluateStatement(statement, '2012-10-17', requestOf({}, { 'aws:SourceVpce': state })), expected)
  })
}

const selectors: readonly (readonly [element: object, expected: boolean])[] = [
  [{ Resource: '*' }, true],
  [{ Resource: ['arn:aws:s3:::logs', '*'] }, true],
  [{ Resource: ['<Bucket>', '*'] }, true],
  [{ Resource: 'arn:aws:s3:::*' }, false],
  [{ Resource: '<Bucket>' }, false],
  [{ NotResource: '*' }, false],
  [{}, true],
]
for (const [element, expected] of selectors) {
  test(`${JSON.stringify(element)} takes in ${expected ? 'everything' : 'not everything, for certain'}`, () => {
    assert.equal(takesInAll(statementOf(element).resources), expected)
  })
}
