import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  cloudShell,
  consoleBackEnd,
  forwardAccessSession,
  serviceLinkedRole,
  servicePrincipal,
  serviceRole,
  stackServiceRole,
} from '../../../src/catalogue/mechanisms.ts'
import type { KeyState, ServiceCallPath } from '../../../src/model/request.ts'

const sources: ServiceCallPath['sources'] = [
  { title: 'a page', url: 'https://docs.aws.amazon.com/', retrieved: '2026' },
]
const common = { id: 'x', title: 'x', entryActions: ['s3:GetObject'], basis: 'documented', sources } as const
const decrypt = { actions: ['kms:Decrypt'] }
const getObject = { actions: ['s3:GetObject'] }
const listed: KeyState = { kind: 'listed' }
const present = (...values: readonly string[]): KeyState => ({ kind: 'present', values })
const like = (pattern: string): KeyState => ({ kind: 'like', pattern })
const unknown: KeyState = { kind: 'unknown' }
const absent: KeyState = { kind: 'absent' }
const [athena, s3, dynamodb] = ['athena.amazonaws.com', 's3.amazonaws.com', 'dynamodb.amazonaws.com']

/** What the last hop of a path sees under a key, in the first reading. */
function seen({ readings, hops }: ServiceCallPath, key: string): KeyState | undefined {
  return hops.at(-1)?.keys[key] ?? readings[0]?.keys[key]
}

const fas = (via: string, ...hops: Parameters<typeof forwardAccessSession>[0]['hops']) =>
  forwardAccessSession({ ...common, via, hops })
const role = (via: string, ...hops: Parameters<typeof serviceRole>[0]['hops']) => serviceRole({ ...common, via, hops })

const cases: readonly (readonly [string, ServiceCallPath, string, KeyState])[] = [
  ['a service in AWS’s list names itself', fas(athena, getObject), 'aws:calledvia', present(athena)],
  ['and as the last one too', fas(athena, getObject), 'aws:calledvialast', present(athena)],
  ['a service in no list may or may not name itself', fas(s3, decrypt), 'aws:calledvia', unknown],
  [
    'two services name themselves in order',
    fas('cloudformation.amazonaws.com', { ...decrypt, through: [dynamodb] }),
    'aws:calledvia',
    present('cloudformation.amazonaws.com', dynamodb),
  ],
  [
    'one that is in no list leaves the chain open',
    fas(athena, { ...decrypt, through: [s3] }),
    'aws:calledvia',
    unknown,
  ],
  ['but not the first', fas(athena, { ...decrypt, through: [s3] }), 'aws:calledviafirst', present(athena)],
  ['and the last is open', fas(athena, { ...decrypt, through: [s3] }), 'aws:calledvialast', unknown],
  ['KMS is told of the service that calls it', fas(s3, decrypt), 'kms:viaservice', like('s3.*.amazonaws.com')],
  [
    'behind another service KMS is told of the last one',
    fas(athena, { ...decrypt, through: [s3] }),
    'kms:viaservice',
    like('s3.*.amazonaws.com'),
  ],
  [
    'a service without a documented name is some service',
    fas('elasticloadbalancing.amazonaws.com', decrypt),
    'kms:viaservice',
    like('*.amazonaws.com'),
  ],
  [
    'a service may be known to KMS by another name',
    fas('elasticache.amazonaws.com', { ...decrypt, kmsService: 'dax.amazonaws.com' }),
    'kms:viaservice',
    like('dax.*.amazonaws.com'),
  ],
  ['only KMS has the key', fas(s3, getObject), 'kms:viaservice', absent],
  ['a path may know more', fas(s3, { ...decrypt, keys: { 'kms:viaservice': unknown } }), 'kms:viaservice', unknown],
  [
    'a role of a service is no forward access session',
    role('lambda.amazonaws.com', getObject),
    'aws:viaawsservice',
    present('false'),
  ],
  ['its own call to KMS is made through nobody', role('lambda.amazonaws.com', decrypt), 'kms:viaservice', absent],
  [
    'what another service does for the role is one',
    role('glue.amazonaws.com', { ...decrypt, through: [s3] }),
    'aws:viaawsservice',
    present('true'),
  ],
  [
    'and KMS is told of that service',
    role('glue.amazonaws.com', { ...decrypt, through: [s3] }),
    'kms:viaservice',
    like('s3.*.amazonaws.com'),
  ],
  [
    'no marker is set unless the path says so',
    role('lambda.amazonaws.com', getObject),
    'lambda:sourcefunctionarn',
    absent,
  ],
  [
    'the code of a function has its marker',
    serviceRole({
      ...common,
      via: 'lambda.amazonaws.com',
      hops: [getObject],
      markers: { 'lambda:sourcefunctionarn': like('*') },
    }),
    'lambda:sourcefunctionarn',
    like('*'),
  ],
  [
    'CloudFormation marks the calls of a stack’s role',
    stackServiceRole({ ...common, hops: [getObject] }),
    'aws:viaawsservice',
    present('true'),
  ],
  [
    'a service as itself gives its name',
    servicePrincipal({ ...common, via: 'cloudtrail.amazonaws.com', hops: [getObject] }),
    'aws:principalservicename',
    present('cloudtrail.amazonaws.com'),
  ],
  [
    'not all of them name the account they act for',
    servicePrincipal({ ...common, via: 'cloudtrail.amazonaws.com', hops: [getObject] }),
    'aws:sourceaccount',
    unknown,
  ],
  [
    'where a guide says so, the customer’s own account is named',
    servicePrincipal({ ...common, via: 'cloudtrail.amazonaws.com', hops: [getObject], namesSource: true }),
    'aws:sourceaccount',
    listed,
  ],
  [
    'what a service as itself tells KMS is not documented',
    servicePrincipal({ ...common, via: 'cloudtrail.amazonaws.com', hops: [decrypt] }),
    'kms:viaservice',
    unknown,
  ],
  [
    'a service-linked role is known by its path',
    serviceLinkedRole({ ...common, via: 'autoscaling.amazonaws.com', hops: [getObject] }),
    'aws:principalarn',
    like('arn:*:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*'),
  ],
  [
    'of a console it is not known whether it calls via a service',
    consoleBackEnd({ ...common, via: 'cloudformation.amazonaws.com', hops: [getObject] }),
    'aws:viaawsservice',
    unknown,
  ],
  [
    'CloudShell does not',
    cloudShell({ ...common, via: 'cloudshell.amazonaws.com', hops: [getObject] }),
    'aws:viaawsservice',
    present('false'),
  ],
]

for (const [name, path, key, state] of cases) {
  test(`${key}: ${name}`, () => assert.deepEqual(seen(path, key), state))
}

const readingIds: readonly (readonly [string, ServiceCallPath, readonly string[]])[] = [
  [
    'a forward access session has two for a public caller, one behind an endpoint',
    fas(s3, decrypt),
    ['address-kept public', 'address-lost public', 'after-vpc-endpoint vpc-endpoint'],
  ],
  [
    'a console has one for each page',
    consoleBackEnd({ ...common, via: s3, hops: [getObject] }),
    ['browser-address public', 'console-address public'],
  ],
  ['a service role has one', role(s3, getObject), ['service-network public']],
]

for (const [name, { readings }, ids] of readingIds) {
  test(`readings: ${name}`, () =>
    assert.deepEqual(
      readings.map(({ id, network }) => `${id} ${network}`),
      ids,
    ))
}

test('a page of the service itself takes the place of the general one for the lost address', () => {
  const lost = {
    claim: 'it says so itself',
    source: { title: 'its page', url: 'https://docs.aws.amazon.com/its', retrieved: '2024' },
  }
  const path = forwardAccessSession({ ...common, via: athena, hops: [getObject], lost })
  const [kept, lostReading] = path.readings
  assert.equal(lostReading?.claim, lost.claim)
  assert.equal(lostReading?.source, lost.source)
  assert.deepEqual(lostReading?.keys['aws:sourceip'], { kind: 'unlisted' })
  assert.deepEqual(kept?.keys['aws:sourceip'], { kind: 'listed' })
  assert.equal('lost' in path, false)
})
