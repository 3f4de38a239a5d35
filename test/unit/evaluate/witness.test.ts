import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evaluateStatement } from '../../../src/evaluate/statement.ts'
import {
  admittedAddress,
  type CallOutcome,
  type CallTemplate,
  conditionsOn,
  entryPasses,
  findDeniedCall,
  rangesOf,
  triedCalls,
} from '../../../src/evaluate/witness.ts'
import type { PolicyVersion, Statement } from '../../../src/model/policy.ts'
import type { KeyState, RequestContext } from '../../../src/model/request.ts'
import { absent, alice, conditionsOf, is, like, listed, statementOf, unknown, unlisted } from './written.ts'

/** A forwarded call to KMS under a lost address, over what is said otherwise. */
function callOf(other: Partial<CallTemplate> = {}): CallTemplate {
  return {
    actions: ['kms:Decrypt'],
    resource: undefined,
    mechanism: 'forward-access-session',
    via: 's3.amazonaws.com',
    network: 'public',
    keys: { 'aws:sourceip': unlisted },
    ...other,
  }
}
const withKeys = (keys: Readonly<Record<string, KeyState>>, other: Partial<CallTemplate> = {}): CallTemplate =>
  callOf({ keys: { 'aws:sourceip': unlisted, ...keys }, ...other })

const never = () => false
const version = '2012-10-17'
function find(
  statement: Statement,
  call: CallTemplate,
  denied: (request: RequestContext) => boolean = never,
): CallOutcome {
  const outcome = findDeniedCall({ statement, version }, call, denied)
  if (outcome.kind === 'denied') {
    assert.equal(evaluateStatement(statement, version, outcome.request), 'true', 'a witness is denied')
    const vague = [...outcome.request.keys.values()].filter(({ kind }) => kind !== 'present')
    assert.deepEqual(vague, [], 'a witness has no unknowns')
  }
  return outcome
}
/** The witness's keys, each with its values. */
function keysOf(outcome: CallOutcome): Record<string, string> {
  assert.ok(outcome.kind === 'denied')
  return Object.fromEntries(
    [...outcome.request.keys].map(([key, state]) => [key, state.kind === 'present' ? state.values.join() : state.kind]),
  )
}

const office = { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }
const outside = (other: object = {}, elements: object = {}): Statement =>
  statementOf({ Resource: '*', ...elements, Condition: { ...office, ...other } })

type Row = readonly [why: string, statement: Statement, call: CallTemplate, expected: CallOutcome['kind']]
const kinds: readonly Row[] = [
  ['AWS’s own address is in no list', outside(), callOf(), 'denied'],
  ['the address is kept', outside(), withKeys({ 'aws:sourceip': listed }), 'clear'],
  ['nothing is told of the address: it is AWS’s own', outside(), callOf({ keys: {} }), 'denied'],
  ['nothing is known of the address', outside(), withKeys({ 'aws:sourceip': unknown }), 'undecided'],
  [
    'the address is kept, and the statement admits nobody',
    statementOf({ Resource: '*', Condition: { StringLike: { 'aws:SourceIp': '*' } } }),
    withKeys({ 'aws:sourceip': listed }),
    'undecided',
  ],
  [
    'whom to deny is not in the file, and the address is kept',
    statementOf({ Resource: '*', Condition: { IpAddress: { 'aws:SourceIp': '<Blocked>' } } }),
    withKeys({ 'aws:sourceip': listed }),
    'clear',
  ],
  [
    'whom to admit is not in the file, and the address is kept',
    statementOf({ Resource: '*', Condition: { NotIpAddress: { 'aws:SourceIp': '<Office>' } } }),
    withKeys({ 'aws:sourceip': listed }),
    'clear',
  ],
  [
    'nobody knows whether such an address is admitted',
    statementOf({ Resource: '*', Condition: { IpAddressIfExists: { 'aws:SourceIp': '<Blocked>' } } }),
    withKeys({ 'aws:sourceip': listed }),
    'undecided',
  ],
  ['an action that the statement does not speak of', outside({}, { Action: 's3:*' }), callOf(), 'clear'],
  [
    'one of several actions',
    outside({}, { Action: 'kms:*' }),
    callOf({ actions: ['ec2:RunInstances', 'kms:Decrypt'] }),
    'denied',
  ],
  [
    'somebody else than the statement is about',
    outside({}, { Principal: { AWS: '444455556666' } }),
    callOf({ principals: [alice] }),
    'clear',
  ],
  ['no action at all', outside(), callOf({ actions: [] }), 'clear'],
  [
    'a resource that the statement does not speak of',
    outside({}, { Resource: 'arn:aws:s3:::logs' }),
    callOf(),
    'clear',
  ],
  ['a resource that the file does not hold', outside({}, { Resource: '<Key>' }), callOf(), 'undecided'],
  ['actions that the file does not hold', outside({}, { Action: '<Actions>' }), callOf(), 'undecided'],
  [
    'an exemption that the mechanism has',
    outside({ BoolIfExists: { 'aws:ViaAWSService': 'false' } }),
    withKeys({ 'aws:viaawsservice': is('true') }),
    'clear',
  ],
  [
    'an exemption that the mechanism has not',
    outside({ BoolIfExists: { 'aws:ViaAWSService': 'false' } }),
    withKeys({ 'aws:viaawsservice': is('false') }),
    'denied',
  ],
  [
    'an exemption of which nobody knows',
    outside({ BoolIfExists: { 'aws:ViaAWSService': 'false' } }),
    withKeys({ 'aws:viaawsservice': unknown }),
    'undecided',
  ],
  [
    'one exemption is enough, whatever else is open',
    outside({ BoolIfExists: { 'aws:ViaAWSService': 'false' }, StringEquals: { 'aws:SourceVpc': '<Vpc>' } }),
    withKeys({ 'aws:viaawsservice': is('true') }),
    'clear',
  ],
  [
    'a key’s pattern that is exempt',
    outside({ StringNotLike: { 'kms:ViaService': 's3.*' } }),
    withKeys({ 'kms:viaservice': like('s3.*.amazonaws.com') }),
    'clear',
  ],
  [
    'a key’s pattern that is not',
    outside({ StringNotLike: { 'kms:ViaService': 'ec2.*' } }),
    withKeys({ 'kms:viaservice': like('s3.*.amazonaws.com') }),
    'denied',
  ],
  ['the customer’s own tag', outside({ StringEquals: { 'aws:PrincipalTag/team': 'blue' } }), callOf(), 'denied'],
  [
    'a service’s role has no tags until the file says so',
    outside({ StringEquals: { 'aws:PrincipalTag/team': 'blue' } }),
    callOf({ mechanism: 'service-role' }),
    'clear',
  ],
  [
    'a service’s role has no tags until the file says so',
    outside({ StringNotEquals: { 'aws:PrincipalTag/team': 'blue' } }),
    callOf({ mechanism: 'service-role' }),
    'denied',
  ],
  [
    'a tag of the resource is the customer’s own',
    outside({ StringEquals: { 'aws:ResourceTag/team': 'blue' } }),
    callOf({ mechanism: 'service-role' }),
    'denied',
  ],
  [
    'roles are exempt, users are not',
    outside({ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } }),
    callOf(),
    'denied',
  ],
  [
    'roles are exempt',
    outside({ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } }),
    callOf({ mechanism: 'service-role' }),
    'clear',
  ],
  [
    'somebody’s role alone',
    outside({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/dev-*' } }),
    callOf(),
    'denied',
  ],
  [
    'a service has no ARN that is known',
    outside({ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } }),
    withKeys({ 'aws:principalarn': unknown }, { mechanism: 'service-principal' }),
    'undecided',
  ],
  [
    'services alone',
    outside({}, { Principal: { Service: 's3.amazonaws.com' } }),
    callOf({ mechanism: 'service-principal' }),
    'denied',
  ],
  [
    'another service alone',
    outside({}, { Principal: { Service: 'sns.amazonaws.com' } }),
    callOf({ mechanism: 'service-principal' }),
    'clear',
  ],
  [
    'another account alone',
    outside({}, { Principal: { AWS: '444455556666' } }),
    callOf({ mechanism: 'service-role' }),
    'denied',
  ],
  [
    'people of another account alone',
    outside({}, { Principal: { AWS: 'arn:aws:iam::444455556666:user/x' } }),
    callOf({ mechanism: 'service-role' }),
    'clear',
  ],
  [
    'whoever the caller is told to be',
    outside({}, { Principal: { AWS: alice.name } }),
    callOf({ principals: [{ ...alice, name: `${alice.name}s` }] }),
    'clear',
  ],
]
for (const [why, statement, call, expected] of kinds) {
  test(`a call that a service makes: ${why}: ${expected}`, () => assert.equal(find(statement, call).kind, expected))
}

const actions = Array.from({ length: 100 }, (_, index) => `ec2:Example${index}`)
const moreKinds: readonly Row[] = [
  [
    'the one action that is spoken of, behind a hundred that are not',
    outside({}, { Action: 'kms:*' }),
    callOf({ actions: [...actions, 'kms:Decrypt'] }),
    'denied',
  ],
  [
    'a resource that is told beside one that the file does not hold',
    outside({}, { Resource: ['<Key>', 'arn:aws:kms:us-east-1:111122223333:key/1'] }),
    callOf(),
    'denied',
  ],
  ['a role that the file does not hold', outside({ ArnLike: { 'aws:PrincipalArn': '<Role>' } }), callOf(), 'undecided'],
  [
    'a service of which nobody knows the ARN',
    outside({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } }),
    withKeys({ 'aws:principalarn': unknown }, { mechanism: 'service-principal' }),
    'undecided',
  ],
  ['a key of every request that must be absent', outside({ Null: { 'aws:userid': 'true' } }), callOf(), 'clear'],
]
for (const [why, statement, call, expected] of moreKinds) {
  test(`a call that a service makes: ${why}: ${expected}`, () => assert.equal(find(statement, call).kind, expected))
}

test('what the mechanism tells is not contradicted for the sake of a variable', () => {
  const statement = outside(
    { StringNotEquals: { 'aws:username': 'root' } },
    { Resource: 'arn:aws:s3:::${aws:username}/*' },
  )
  const outcome = find(statement, withKeys({ 'aws:username': is('bob') }, { actions: ['s3:GetObject'] }))
  assert.ok(outcome.kind !== 'denied' || keysOf(outcome)['aws:username'] === 'bob')
})

const sixty = Array.from({ length: 60 }, (_, index) => `arn:aws:kms:us-east-1:111122223333:key/${index}`)
const someone = 'arn:aws:iam::444455556666:user/someone'
for (const [why, statement] of [
  ['Principal', outside({}, { Principal: { AWS: someone }, Resource: sixty })],
  ['a condition', outside({ ArnEquals: { 'aws:PrincipalArn': someone } }, { Resource: sixty })],
] as const) {
  test(`who cannot sign takes no place among those who are tried: ${why} names one, and sixty resources`, () => {
    const outcome = find(statement, callOf(), ({ resource }) => resource !== sixty.at(-1))
    assert.ok(outcome.kind === 'denied')
    assert.deepEqual([outcome.known, outcome.request.resource], [false, sixty.at(-1)])
  })
}

test('a statement in doubt is told as a problem, not as a denial', () => {
  assert.equal(find({ ...outside(), undecidable: ['the key stands twice'] }, callOf()).kind, 'clear')
})

test('a witness is a whole request: who, what, on what, and every key that is told', () => {
  const call = withKeys({
    'aws:viaawsservice': is('true'),
    'kms:viaservice': like('s3.*.amazonaws.com'),
    'aws:calledvia': absent,
    'aws:userid': unknown,
  })
  const outcome = find(outside({ StringEquals: { 'aws:SourceVpc': 'vpc-1' } }), call)
  assert.ok(outcome.kind === 'denied')
  assert.deepEqual([outcome.request.action, outcome.known], ['kms:Decrypt', false])
  assert.match(outcome.request.resource, /^arn:aws:kms:us-east-1:111122223333:key\//)
  assert.equal(outcome.request.principal.name, 'arn:aws:iam::111122223333:user/example')
  assert.deepEqual(keysOf(outcome), {
    'aws:viaawsservice': 'true',
    'kms:viaservice': 's3.us-east-1.amazonaws.com',
    'aws:sourcevpc': 'vpc-1',
    'aws:sourceip': '192.0.2.44',
    'aws:principalarn': 'arn:aws:iam::111122223333:user/example',
  })
})

test('what the mechanism tells as a pattern gets the value that the statement asks for', () => {
  const call = withKeys({ 'kms:viaservice': like('s3.*.amazonaws.com') })
  const statement = outside({ StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } })
  assert.equal(keysOf(find(statement, call))['kms:viaservice'], 's3.eu-west-1.amazonaws.com')
})

type AddressRow = readonly [
  why: string,
  list: readonly string[],
  other: Partial<CallTemplate>,
  expected: string | undefined,
]
const shown: readonly AddressRow[] = [
  ['one of those set aside for documentation', ['10.0.0.0/8'], {}, '192.0.2.44'],
  ['another one, where that is listed', ['192.0.2.0/24'], {}, '198.51.100.44'],
  ['the third, where both are listed', ['192.0.2.0/24', '198.51.100.0/24'], {}, '203.0.113.44'],
  ['any, where all are listed', ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'], {}, '0.0.0.0'],
  ['none, where the file does not hold the list', ['<Office>', '10.0.0.0/8'], {}, undefined],
  ['none behind an endpoint', ['10.0.0.0/8'], { network: 'vpc-endpoint' }, undefined],
  ['none for a service', ['10.0.0.0/8'], { mechanism: 'service-principal' }, undefined],
]
for (const [why, list, other, expected] of shown) {
  test(`the address in a witness: ${why}`, () => {
    const statement = statementOf({ Resource: '*', Condition: { NotIpAddress: { 'aws:SourceIp': list } } })
    assert.equal(keysOf(find(statement, callOf(other)))['aws:sourceip'], expected)
  })
}

test('a service that signs with its name has no ARN in the witness', () => {
  const outcome = find(outside(), callOf({ mechanism: 'service-principal', keys: {} }))
  assert.deepEqual(keysOf(outcome), {})
})

test('nobody who signs has no ARN in the witness', () => {
  const anonymous = { kind: 'anonymous', name: '', account: undefined } as const
  assert.deepEqual(Object.keys(keysOf(find(outside(), callOf({ principals: [anonymous] })))), ['aws:sourceip'])
})

test('a variable in a resource has the value that the resource was made with', () => {
  const home = { Resource: 'arn:aws:s3:::home/${aws:username}' }
  const call = callOf({ actions: ['s3:GetObject'] })
  const outcome = find(outside({}, home), call)
  assert.equal(keysOf(outcome)['aws:username'], 'example')
  assert.ok(outcome.kind === 'denied' && outcome.request.resource === 'arn:aws:s3:::home/example')
  assert.equal(find(outside({ StringEquals: { 'aws:username': 'example' } }, home), call).kind, 'denied')
})

const both = callOf({ actions: ['kms:Decrypt', 'kms:Encrypt'] })
test('a call that was not denied before goes before one that was', () => {
  const outcome = find(outside(), both, ({ action }) => action === 'kms:Decrypt')
  assert.ok(outcome.kind === 'denied')
  assert.deepEqual([outcome.request.action, outcome.known], ['kms:Encrypt', false])
})

test('where all were denied before, the first is told, as known', () => {
  const outcome = find(outside(), both, () => true)
  assert.ok(outcome.kind === 'denied')
  assert.deepEqual([outcome.request.action, outcome.known], ['kms:Decrypt', true])
})

test('whether it was denied before is asked of the address as the documents leave it', () => {
  const asked: (KeyState | undefined)[] = []
  const remember = ({ keys }: RequestContext) => {
    asked.push(keys.get('aws:sourceip'))
    return true
  }
  const outcome = find(outside(), callOf(), remember)
  assert.deepEqual(asked.slice(0, 1), [unlisted])
  assert.equal(keysOf(outcome)['aws:sourceip'], '192.0.2.44', 'the witness keeps its example')
  const told = withKeys({ 'aws:sourceip': is('198.51.100.7') })
  asked.length = 0
  find(outside(), callOf({ keys: {} }), remember)
  assert.notEqual(asked[0], undefined, 'where nothing is told of the address, there is one')
  asked.length = 0
  find(outside(), told, remember)
  assert.deepEqual(asked.slice(0, 1), [is('198.51.100.7')])
})

type OpenRow = readonly [why: string, statement: Statement, call: CallTemplate, expected: readonly string[]]
const undecided: readonly OpenRow[] = [
  [
    'a key of which nobody knows',
    outside({ Bool: { 'aws:ViaAWSService': 'false' } }),
    withKeys({ 'aws:viaawsservice': unknown }),
    ['the condition `Bool aws:ViaAWSService`'],
  ],
  [
    'a key of which nobody knows, whoever signs',
    outside({ Bool: { 'aws:ViaAWSService': 'false' }, ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } }),
    withKeys({ 'aws:viaawsservice': unknown }),
    ['the condition `Bool aws:ViaAWSService`'],
  ],
  [
    'an address of which nobody knows whether it is admitted',
    statementOf({ Resource: '*', Condition: { StringLike: { 'aws:SourceIp': '*' } } }),
    withKeys({ 'aws:sourceip': listed }),
    ['the condition `StringLike aws:SourceIp`'],
  ],
  [
    'a value that the file does not hold',
    outside({ StringEquals: { 'aws:SourceVpc': ['vpc-1', '<Vpc>'] } }),
    withKeys({ 'aws:sourcevpc': is('vpc-2') }),
    ['the condition `StringEquals aws:SourceVpc`'],
  ],
  ['actions', outside({}, { Action: ['s3:*', '<Actions>'] }), callOf(), ['the actions that the file does not hold']],
  [
    'resources',
    outside({}, { Resource: ['arn:aws:s3:::logs', '<Key>'] }),
    callOf(),
    ['the resources that the file does not hold'],
  ],
  [
    'several things, each once',
    outside(
      { 'ForAnyValue:StringLikeIfExists': { 'aws:CalledVia': 'a' }, Bool: { 'aws:ViaAWSService': 'true' } },
      { Action: '<A>', Resource: '<B>' },
    ),
    withKeys({ 'aws:calledvia': unknown, 'aws:viaawsservice': is('true') }),
    [
      'the condition `ForAnyValue:StringLikeIfExists aws:CalledVia`',
      'the actions that the file does not hold',
      'the resources that the file does not hold',
    ],
  ],
  [
    'what AWS’s documents leave open',
    outside({ 'ForAllValues:StringNotEquals': { 'aws:CalledVia': 'a' } }),
    withKeys({ 'aws:calledvia': absent }),
    ['what s3.amazonaws.com sends along is not documented'],
  ],
  [
    'what AWS’s documents leave open, without Resource',
    statementOf({ Condition: { ...office, 'ForAllValues:StringNotEquals': { 'aws:CalledVia': 'a' } } }),
    withKeys({ 'aws:calledvia': absent }),
    ['what s3.amazonaws.com sends along is not documented'],
  ],
]
for (const [why, statement, call, expected] of undecided) {
  test(`what would decide it: ${why}`, () => {
    const outcome = find(statement, call)
    assert.ok(outcome.kind === 'undecided', outcome.kind)
    assert.deepEqual(outcome.because, expected)
  })
}

test('one statement is asked about many calls, and each gets its own answer', () => {
  const statement = outside({
    StringNotEqualsIfExists: { 'kms:ViaService': ['s3.us-east-1.amazonaws.com', 'a,b', 'ab'] },
    BoolIfExists: { 'aws:ViaAWSService': 'false' },
  })
  const via = (state: KeyState | undefined, service?: KeyState): CallOutcome['kind'] =>
    find(
      statement,
      withKeys({ ...(state && { 'aws:viaawsservice': state }), ...(service && { 'kms:viaservice': service }) }),
    ).kind
  assert.equal(via(is('true')), 'clear')
  assert.equal(via(is('false')), 'denied')
  assert.equal(via(unknown), 'undecided')
  assert.equal(via(absent), 'denied')
  assert.equal(via(undefined), 'denied')
  assert.equal(via(is('false'), is('ab')), 'clear')
  assert.equal(via(is('false'), is('a', 'b')), 'undecided')
  assert.equal(via(is('false'), is('s3.us-east-1.amazonaws.com')), 'clear')
  assert.equal(via(is('false'), like('s3.us-east-1.amazonaws.com')), 'clear')
  assert.equal(via(is('false'), like('ec2.*.amazonaws.com')), 'denied')
  assert.equal(via(unknown, like('ec2.*.amazonaws.com')), 'undecided')
  assert.equal(via(is('true'), unknown), 'clear')
  assert.equal(find(statement, withKeys({ 'aws:sourceip': listed })).kind, 'clear')
  assert.equal(find(statement, withKeys({ 'aws:sourceip': unknown })).kind, 'undecided')
})

test('one statement, other signers: each call has its own', () => {
  const statement = outside({}, { Principal: '*' })
  const signer = (call: CallTemplate): string => {
    const outcome = find(statement, call)
    return outcome.kind === 'denied' ? outcome.request.principal.name : outcome.kind
  }
  const arn = (pattern: string) => withKeys({ 'aws:principalarn': like(pattern) }, { mechanism: 'service-role' })
  const told = (name: string) => callOf({ principals: [{ kind: 'user', name, account: undefined }] })
  assert.deepEqual(
    [
      signer(callOf()),
      signer(callOf({ mechanism: 'service-role' })),
      signer(callOf({ mechanism: 'service-principal' })),
      signer(callOf({ mechanism: 'service-principal', via: 'sns.amazonaws.com' })),
      signer(arn('arn:aws:iam::*:role/a')),
      signer(arn('arn:aws:iam::*:role/b')),
      signer(told('x')),
      signer(told('y')),
    ],
    [
      'arn:aws:iam::111122223333:user/example',
      'arn:aws:iam::111122223333:role/service-role/example',
      's3.amazonaws.com',
      'sns.amazonaws.com',
      'arn:aws:iam::111122223333:role/a',
      'arn:aws:iam::111122223333:role/b',
      'x',
      'y',
    ],
  )
})

test('one statement, other resources: each call has its own', () => {
  const statement = outside()
  const resource = (actions: readonly string[], pattern?: string): string => {
    const outcome = find(statement, callOf({ actions, resource: pattern }))
    return outcome.kind === 'denied' ? outcome.request.resource : outcome.kind
  }
  assert.deepEqual(
    [
      resource(['s3:GetObject']),
      resource(['s3:ListBucket']),
      resource(['s3:GetObject'], 'arn:aws:s3:::*/AWSLogs/*'),
      resource(['s3:GetObject'], 'arn:aws:s3:::a/b'),
    ],
    [
      'arn:aws:s3:::example-bucket/example-object',
      'arn:aws:s3:::example-bucket',
      'arn:aws:s3:::example/AWSLogs/example',
      'arn:aws:s3:::a/b',
    ],
  )
})

test('in another version the same statement may say something else', () => {
  const statement = outside({ StringNotEquals: { 'kms:ViaService': "${aws:x, 's3'}" } })
  const call = withKeys({ 'kms:viaservice': is('s3') })
  const outcome = (own: PolicyVersion) => findDeniedCall({ statement, version: own }, call, never).kind
  assert.deepEqual([outcome('2012-10-17'), outcome('2008-10-17')], ['clear', 'denied'])
})

test('an address that is written beside the key: the caller’s own', () => {
  const statement = statementOf({ Resource: '*', Condition: { StringLike: { 'aws:PrincipalArn': '*' } } })
  assert.equal(keysOf(find(statement, callOf()))['aws:sourceip'], '192.0.2.44', 'shown though nothing asks for it')
  assert.equal(keysOf(find(statement, callOf({ keys: {} })))['aws:sourceip'], undefined)
})

test('of a statement with thousands of resources 64 requests are tried', () => {
  const many = Array.from({ length: 500 }, (_, index) => `arn:aws:kms:us-east-1:111122223333:key/${index}`)
  const statement = outside({}, { Resource: many })
  assert.equal([...triedCalls(statement, version, callOf())].length, 64)
  const services = callOf({ mechanism: 'service-principal' })
  assert.equal([...triedCalls(statement, version, services)].length, 64)
})

test('what is tried, where the file does not hold who or on what', () => {
  const tried = (elements: object, conditions: object = {}) =>
    [...triedCalls(outside(conditions, elements), version, callOf())].map(
      ({ request, outcome }) => `${request.principal.name.split(':').at(-1)} on ${request.resource}: ${outcome}`,
    )
  assert.deepEqual(tried({ Resource: '<Key>' }), ['user/example on *: unknown', 'role/example on *: unknown'])
  const key = { Resource: 'arn:aws:kms:::key' }
  assert.deepEqual(tried(key, { ArnLike: { 'aws:PrincipalArn': '<Role>' } }), [
    'user/example on arn:aws:kms:::key: unknown',
    'role/example on arn:aws:kms:::key: unknown',
  ])
  assert.deepEqual(tried(key, { Null: { 'aws:RequestedRegion': 'true' } }), [], 'the region is in every request')
})

test('of what is tried the statement never says no', () => {
  const home = { Resource: 'arn:aws:s3:::home/${aws:username}' }
  const others = { StringEquals: { 'aws:username': 'bob' }, BoolIfExists: { 'aws:ViaAWSService': 'false' } }
  for (const call of [
    callOf({ actions: ['s3:GetObject'] }),
    withKeys({ 'aws:viaawsservice': unknown }, { actions: ['s3:GetObject'] }),
  ]) {
    const statement = outside(others, home)
    for (const { request } of triedCalls(statement, version, call))
      assert.notEqual(evaluateStatement(statement, version, request), 'false')
  }
})

test('tried are the calls that the statement is not known to let pass', () => {
  const outcomes = (statement: Statement, call: CallTemplate) =>
    [...triedCalls(statement, version, call)].map(({ request, outcome }) => `${request.principal.kind} ${outcome}`)
  assert.deepEqual(outcomes(outside(), callOf()), ['user true', 'role true'])
  assert.deepEqual(outcomes(outside(), withKeys({ 'aws:sourceip': unknown })), ['user unknown', 'role unknown'])
  assert.deepEqual(outcomes(outside(), withKeys({ 'aws:sourceip': is('203.0.113.7') })), [])
  assert.deepEqual(outcomes(outside({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } }), callOf()), [
    'role true',
    'role true',
  ])
})

type AdmittedRow = readonly [why: string, block: object, expected: KeyState | undefined]
const admitted: readonly AdmittedRow[] = [
  ['the first of a list', office, is('203.0.113.0')],
  ['an IPv6 list', { NotIpAddress: { 'aws:SourceIp': '2001:db8::/32' } }, is('2001:db8::')],
  ['who is not in a list of whom to deny', { IpAddress: { 'aws:SourceIp': '0.0.0.0/1' } }, is('128.0.0.0')],
  [
    'one that two lists have in common',
    { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' }, IpAddress: { 'aws:SourceIp': '10.0.0.0/9' } },
    is('0.0.0.0'),
  ],
  ['nobody: no condition on addresses', { Bool: { 'aws:SecureTransport': 'false' } }, undefined],
  ['nobody who has an address', { StringLike: { 'aws:SourceIp': '*' } }, undefined],
  ['nobody for certain', { NotIpAddress: { 'aws:SourceIp': 'nonsense' } }, undefined],
  ['some list of the customer’s', { NotIpAddress: { 'aws:SourceIp': '<Office>' } }, listed],
  [
    'some list of the customer’s, beside nonsense',
    { NotIpAddress: { 'aws:SourceIp': ['nonsense', '<Office>'] } },
    listed,
  ],
  [
    'an address that is told goes before a list that is not',
    { NotIpAddress: { 'aws:SourceIp': ['<Office>', '10.0.0.0/8'] } },
    is('10.0.0.0'),
  ],
  ['whoever is not in a list of whom to deny', { IpAddress: { 'aws:SourceIp': '<Blocked>' } }, unlisted],
]
for (const [why, block, expected] of admitted) {
  test(`whom a statement admits: ${why}`, () =>
    assert.deepEqual(admittedAddress(statementOf({ Condition: block }), version), expected))
}

const toKms = { Action: 'kms:*', Resource: '*', Condition: office }
const everywhere = { Resource: '*', Condition: office }
type EntryRow = readonly [
  why: string,
  statement: object,
  actions: readonly string[],
  network: 'public' | 'vpc-endpoint',
  expected: boolean,
]
const entries: readonly EntryRow[] = [
  ['from an admitted address', everywhere, ['s3:GetObject'], 'public', true],
  [
    'nobody is admitted',
    { Resource: '*', Condition: { StringLike: { 'aws:SourceIp': '*' } } },
    ['s3:GetObject'],
    'public',
    false,
  ],
  [
    'nobody is admitted, but the call is not spoken of',
    { Action: 'kms:*', Resource: '*', Condition: { StringLike: { 'aws:SourceIp': '*' } } },
    ['s3:GetObject'],
    'public',
    true,
  ],
  [
    'one of two ways to begin is not spoken of',
    { Action: 'kms:*', Resource: '*', Condition: { StringLike: { 'aws:SourceIp': '*' } } },
    ['kms:Decrypt', 's3:GetObject'],
    'public',
    true,
  ],
  [
    'both ways to begin are denied',
    { Action: 'kms:*', Resource: '*', Condition: { StringLike: { 'aws:SourceIp': '*' } } },
    ['kms:Decrypt', 'kms:Encrypt'],
    'public',
    false,
  ],
  [
    'what may be spoken of may be denied',
    { Action: '<Actions>', Resource: '*', Condition: { StringLike: { 'aws:SourceIp': '*' } } },
    ['kms:Decrypt'],
    'public',
    false,
  ],
  ['no endpoint is admitted', everywhere, ['s3:GetObject'], 'vpc-endpoint', false],
  ['no endpoint is admitted, spoken of or not', toKms, ['s3:GetObject'], 'vpc-endpoint', false],
  [
    'an endpoint is admitted',
    { Resource: '*', Condition: { ...office, StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } } },
    ['s3:GetObject'],
    'vpc-endpoint',
    true,
  ],
  [
    'a VPC is admitted',
    { Resource: '*', Condition: { ...office, StringNotEqualsIfExists: { 'AWS:sourcevpc': 'vpc-1' } } },
    ['s3:GetObject'],
    'vpc-endpoint',
    true,
  ],
  [
    'addresses in a VPC are admitted',
    { Resource: '*', Condition: { NotIpAddress: { 'aws:SourceIp': '1.1.1.1', 'aws:VpcSourceIp': '10.0.0.0/8' } } },
    ['s3:GetObject'],
    'vpc-endpoint',
    true,
  ],
  [
    'no endpoint whatever is admitted',
    { Resource: '*', Condition: { ...office, StringLike: { 'aws:SourceVpce': '*' } } },
    ['s3:GetObject'],
    'vpc-endpoint',
    false,
  ],
]
for (const [why, statement, actions, network, expected] of entries) {
  test(`a path may begin over ${network}: ${why}: ${expected}`, () =>
    assert.equal(entryPasses(statementOf(statement), version, actions, network), expected))
}

test('conditions on a key are found whatever case it is written in, with the ranges that they name', () => {
  const statement = statementOf({
    Condition: {
      NotIpAddress: { 'AWS:SOURCEIP': ['10.0.0.0/8', '<Office>', 'nonsense'], 'aws:VpcSourceIp': '10.1.0.0/16' },
      IpAddress: { 'aws:SourceIp': '::/0' },
    },
  })
  const found = conditionsOn(statement, 'aws:sourceip')
  assert.deepEqual(
    found.map(({ operator }) => operator.value.base),
    ['NotIpAddress', 'IpAddress'],
  )
  assert.deepEqual(
    rangesOf(found).map(({ family, prefix }) => [family, prefix]),
    [
      [4, 8],
      [6, 0],
    ],
  )
  assert.deepEqual(rangesOf(conditionsOf({ Bool: { 'aws:SecureTransport': 'true' } })), [])
})
