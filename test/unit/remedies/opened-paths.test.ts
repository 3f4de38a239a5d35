import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Control } from '../../../src/model/contracts.ts'
import type { PolicyType } from '../../../src/model/policy.ts'
import type { KeyState, ServiceCallPath } from '../../../src/model/request.ts'
import { registry } from '../../../src/registry.ts'
import { openedPaths } from '../../../src/remedies/opened-paths.ts'
import { denyOutside, outside } from '../inspecting.ts'
import { pathOf, placed } from './subject.ts'

const control = (id: string) => registry.controls.filter((each) => each.id === id)
const overPublic = control('direct-user-public-via-false')
const overEndpoint = control('direct-user-vpce-via-false')
const present = (...values: string[]): KeyState => ({ kind: 'present', values })
const viaTrue = { 'aws:viaawsservice': present('true') }
const viaFalse = { 'aws:viaawsservice': present('false') }
const path = (sketch: Parameters<typeof pathOf>[0] = {}) => pathOf({ keys: viaTrue, ...sketch })
const hop = (...actions: string[]) => ({ actions, keys: {} })

const start = 'athena:StartQueryExecution'
const way = (action: string, by = start, via = 'athena.amazonaws.com') =>
  `${action} through ${via}, by ${by}, which this statement does not deny`

const s3 = { Action: 's3:*' }
const spares = { BoolIfExists: { 'aws:ViaAWSService': 'false' } }
const everywhere = ['0.0.0.0/0', '::/0']
const alice = 'arn:aws:iam::111122223333:user/alice'

interface Situation {
  /** Over the Deny on the address, before and after. */
  readonly statement?: object
  /** Conditions besides the address: before and after. */
  readonly before?: object
  readonly after?: object
  readonly changed?: object
  readonly catalogue?: readonly ServiceCallPath[]
  readonly controls?: readonly Control[]
  readonly type?: PolicyType
  readonly governed?: readonly string[]
}

function opened(situation: Situation) {
  const { statement: base = s3, before = {}, after = spares, changed = {}, type = 'identity' } = situation
  const { policy, statement } = placed({ ...denyOutside(outside(before)), ...base })
  const patched = placed({ ...denyOutside(outside(after)), ...base, ...changed })
  const { catalogue = [path()], controls = overPublic, governed = [] } = situation
  return openedPaths(
    { policy: { ...policy, type }, before: statement, after: patched.statement, moment: {} },
    { catalogue, controls, rcpServices: new Set(governed) },
  )
}

const rows: readonly (readonly [
  why: string,
  situation: Situation,
  ways: readonly string[],
  firstCalls?: readonly string[],
])[] = [
  ['a first call that is not denied', {}, [way('s3:GetObject')], [start]],
  ['a first call that is denied', { statement: {} }, []],
  ['nothing is exempt', { after: {} }, []],
  ['nobody is known who would call', { controls: [] }, []],
  [
    'roles and the root user are taken for users',
    { controls: [...control('direct-role-public-via-false'), ...control('direct-root-public-via-false')] },
    [],
  ],
  ['a user without the key stands for nobody new', { controls: control('direct-user-public-via-absent') }, []],
  ['an outsider behind an endpoint', { controls: overEndpoint }, [way('s3:GetObject')], [start]],
  [
    'nobody is outside of everywhere but behind an endpoint',
    {
      statement: { ...s3, Condition: { NotIpAddress: { 'aws:SourceIp': everywhere } } },
      changed: { Condition: { NotIpAddress: { 'aws:SourceIp': everywhere }, ...spares } },
    },
    [],
  ],
  [
    'somebody behind an endpoint is outside of everywhere',
    {
      statement: { ...s3, Condition: { NotIpAddress: { 'aws:SourceIp': everywhere } } },
      changed: { Condition: { NotIpAddress: { 'aws:SourceIp': everywhere }, ...spares } },
      controls: [...overPublic, ...overEndpoint],
    },
    [way('s3:GetObject')],
    [start],
  ],
  [
    'a Deny of some addresses is meant for those alone: behind an endpoint nobody is',
    {
      statement: { ...s3, Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } },
      changed: { Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' }, ...spares } },
      controls: overEndpoint,
    },
    [],
  ],
  [
    'two calls of one hop that fare alike are told by the first',
    { catalogue: [path({ hops: [hop('s3:ListBucket', 's3:GetObject')] })] },
    [way('s3:ListBucket')],
    [start],
  ],
  [
    'two hops',
    { catalogue: [path({ hops: [hop('s3:GetObject'), hop('s3:PutObject')] })] },
    [way('s3:GetObject'), way('s3:PutObject')],
    [start],
  ],
  [
    'a hop that the statement is not about',
    { catalogue: [path({ hops: [hop('kms:Decrypt', 's3:GetObject'), hop('sns:Publish')] })] },
    [way('s3:GetObject')],
    [start],
  ],
  ['the same way twice is told once', { catalogue: [path(), path({ id: 'again' })] }, [way('s3:GetObject')], [start]],
  [
    'several first calls: all of them, sorted, and the first told',
    {
      catalogue: [path({ entryActions: ['glue:StartJobRun', start, 's3:GetObject'] }), path({ entryActions: [start] })],
    },
    [way('s3:GetObject', 'glue:StartJobRun'), way('s3:GetObject')],
    [start, 'glue:StartJobRun'],
  ],
  ['no first call', { catalogue: [path({ entryActions: [] })] }, []],
  ['a first call that is denied from then on', { changed: { Action: ['s3:*', start] } }, []],
  [
    'services as themselves are not sent by an outsider',
    {
      catalogue: [path({ mechanism: 'service-principal' })],
      after: { BoolIfExists: { 'aws:ViaAWSService': 'false' } },
    },
    [],
  ],
  ['service-linked roles neither', { catalogue: [path({ mechanism: 'service-linked-role' })] }, []],
  [
    'a role that a service assumes',
    { catalogue: [path({ mechanism: 'service-role' })] },
    [way('s3:GetObject')],
    [start],
  ],
  [
    'the keys of a hop go before those of the reading',
    { catalogue: [path({ hops: [{ actions: ['s3:GetObject'], keys: viaFalse }] })] },
    [],
  ],
  ['without a reading nothing is known of the key', { catalogue: [{ ...path(), readings: [] }] }, []],
  [
    'objects alone, and a call to a bucket',
    {
      statement: { ...s3, Resource: 'arn:aws:s3:::b/*' },
      catalogue: [
        path({
          hops: [
            { actions: ['s3:GetObject'], resource: 'arn:aws:s3:::other/*', keys: {} },
            { actions: ['s3:PutObject'], resource: 'arn:aws:s3:::b/x', keys: {} },
          ],
        }),
      ],
    },
    [way('s3:PutObject')],
    [start],
  ],

  [
    'one user, who may not make the first call',
    {
      statement: {},
      before: { ArnEquals: { 'aws:PrincipalArn': alice } },
      after: { ArnEquals: { 'aws:PrincipalArn': alice }, ...spares },
    },
    [],
  ],
  [
    'one user, who may',
    {
      before: { ArnEquals: { 'aws:PrincipalArn': alice } },
      after: { ArnEquals: { 'aws:PrincipalArn': alice }, ...spares },
    },
    [way('s3:GetObject')],
    [start],
  ],
  [
    'a role that a service assumes is nobody who calls first: any user is',
    {
      statement: {},
      catalogue: [path({ mechanism: 'service-role' })],
      before: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } },
      after: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' }, ...spares },
    },
    [way('s3:GetObject')],
    [start],
  ],

  [
    'a bucket’s policy does not meet a first call to Athena',
    { type: 'resource', statement: { Principal: '*' } },
    [way('s3:GetObject')],
    [start],
  ],
  [
    'it meets one to S3',
    { type: 'resource', statement: { Principal: '*' }, catalogue: [path({ entryActions: ['s3:CreateJob'] })] },
    [],
  ],
  [
    'a role’s trust policy does not meet one either',
    { type: 'trust', statement: { Principal: '*' } },
    [way('s3:GetObject')],
    [start],
  ],
  ['an RCP meets what it governs', { type: 'rcp', statement: { Principal: '*' }, governed: ['s3', 'athena'] }, []],
  [
    'an RCP does not meet a first call to what it does not govern',
    { type: 'rcp', statement: { Principal: '*' }, governed: ['s3'] },
    [way('s3:GetObject')],
    [start],
  ],
  [
    'an RCP does not meet the calls of what it does not govern at all',
    { type: 'rcp', statement: { Principal: '*' }, governed: ['athena'] },
    [],
  ],
  ['an SCP meets every first call', { type: 'scp', statement: {} }, []],
]
for (const [why, situation, ways, firstCalls = []] of rows) {
  test(`${ways.length === 0 ? 'opened is nothing' : 'opened'}: ${why}`, () =>
    assert.deepEqual(opened(situation), { ways, firstCalls }))
}
