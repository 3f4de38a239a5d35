import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Control } from '../../../src/model/contracts.ts'
import type { KeyState, ServiceCallPath } from '../../../src/model/request.ts'
import { registry } from '../../../src/registry.ts'
import { lossOf } from '../../../src/remedies/loss.ts'
import { denyOutside, outside } from '../inspecting.ts'
import { pathOf, placed } from './subject.ts'

const control = (id: string) => registry.controls.filter((each) => each.id === id)
const overPublic = control('direct-user-public-via-false')
const overEndpoint = control('direct-user-vpce-via-false')
const present = (...values: string[]): KeyState => ({ kind: 'present', values })
const viaTrue = { 'aws:viaawsservice': present('true') }
const viaFalse = { 'aws:viaawsservice': present('false') }
const forwarded = pathOf({ keys: viaTrue })
const toKms = pathOf({ via: 'ebs.amazonaws.com', keys: viaTrue, hops: [{ actions: ['kms:Decrypt'], keys: {} }] })
const assumed = pathOf({ mechanism: 'service-role', keys: viaTrue })

const bare = denyOutside()
const exempt = (other: object) => denyOutside(outside(other))
const spared = exempt({ BoolIfExists: { 'aws:ViaAWSService': 'false' } })
const notOffice = { NotIpAddress: { 'aws:SourceIp': '203.0.113.10/32' } }
const oneRole = exempt({
  ArnNotLikeIfExists: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/example' },
})

interface Known {
  readonly catalogue?: readonly ServiceCallPath[]
  readonly controls?: readonly Control[]
  readonly moment?: Readonly<Record<string, KeyState>>
}

const rows: readonly (readonly [why: string, before: object, after: object | undefined, known: Known, loss: number])[] =
  [
    ['nothing is known of any call', bare, undefined, {}, 0],
    ['a user with an address outside, and one without: both were denied', bare, undefined, { controls: overPublic }, 2],
    ['behind an endpoint there is no address', bare, undefined, { controls: overEndpoint }, 1],
    ['an outsider stays denied', bare, spared, { controls: [...overPublic, ...overEndpoint] }, 0],
    ['a service calls as a user or as a role', bare, undefined, { catalogue: [forwarded] }, 2],
    ['an exemption gives both up', bare, spared, { catalogue: [forwarded] }, 2],
    ['an exemption that does not reach the call', bare, spared, { catalogue: [pathOf({ keys: viaFalse })] }, 0],
    ['an exemption of one of them', bare, oneRole, { catalogue: [forwarded] }, 1],
    [
      'the keys of the call itself go before those of the reading',
      bare,
      spared,
      { catalogue: [pathOf({ keys: viaTrue, hops: [{ actions: ['s3:GetObject'], keys: viaFalse }] })] },
      0,
    ],
    [
      'the first reading counts',
      bare,
      spared,
      { catalogue: [{ ...forwarded, readings: [...pathOf({ keys: viaFalse }).readings, ...forwarded.readings] }] },
      0,
    ],
    ['a way without a reading', bare, spared, { catalogue: [{ ...forwarded, readings: [] }] }, 0],
    [
      'a way without a call of its own',
      bare,
      spared,
      { catalogue: [{ ...forwarded, hops: [] }], controls: overPublic },
      2,
    ],
    [
      'a service’s own address is in no list',
      bare,
      exempt({ NotIpAddressIfExists: { 'aws:SourceIp': '192.0.2.44/32' } }),
      { catalogue: [forwarded] },
      0,
    ],
    [
      'two calls of one service are one way',
      bare,
      spared,
      { catalogue: [forwarded, { ...forwarded, id: 'other' }] },
      2,
    ],
    [
      'two services are two ways, with an action of KMS and one of others each',
      bare,
      spared,
      { catalogue: [forwarded, toKms] },
      8,
    ],
    ['two mechanisms of a service are two ways', bare, spared, { catalogue: [forwarded, assumed] }, 3],
    [
      'what was not denied is not lost',
      exempt({ Bool: { 'aws:ViaAWSService': 'false' } }),
      undefined,
      { catalogue: [forwarded] },
      0,
    ],
    [
      'a wider list of addresses',
      bare,
      denyOutside({ Condition: { NotIpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } }),
      { controls: overPublic },
      1,
    ],
    ['a narrower list gives nothing up', bare, denyOutside({ Condition: notOffice }), { controls: overPublic }, 0],
    [
      'actions that are left out, besides those that are tried',
      bare,
      denyOutside({ Action: undefined, NotAction: 's3:GetObject' }),
      { catalogue: [forwarded] },
      2,
    ],
    [
      'of the actions left out those that the catalogue knows',
      denyOutside({ Action: ['iam:*', 's3:GetObject', 's3:Put*'] }),
      denyOutside({ Action: 'iam:*' }),
      { catalogue: [forwarded] },
      2,
    ],
    [
      'actions that are left out and that no service calls',
      denyOutside({ Action: ['s3:*', 'iam:*'] }),
      denyOutside({ Action: 's3:*' }),
      { catalogue: [forwarded] },
      0,
    ],
    [
      'actions that were never denied',
      denyOutside({ Action: ['iam:*', 'sts:*'] }),
      denyOutside({ Action: 'iam:*' }),
      { catalogue: [forwarded] },
      0,
    ],
    [
      'what holds at the moment that is judged',
      bare,
      exempt({ DateGreaterThan: { 'aws:CurrentTime': '2026-12-01T00:00:00Z' } }),
      { controls: overPublic, catalogue: [forwarded], moment: { 'aws:currenttime': present('2026-11-30T00:00:00Z') } },
      4,
    ],
    [
      'what holds afterwards',
      bare,
      exempt({ DateGreaterThan: { 'aws:CurrentTime': '2026-12-01T00:00:00Z' } }),
      { controls: overPublic, catalogue: [forwarded], moment: { 'aws:currenttime': present('2026-12-02T00:00:00Z') } },
      0,
    ],
    [
      'calls that nothing tells apart are counted one by one all the same',
      bare,
      undefined,
      {
        catalogue: [forwarded, pathOf({ via: 'glue.amazonaws.com', keys: viaTrue })],
        controls: [...overPublic, ...overPublic],
      },
      8,
    ],
  ]
for (const [why, before, after, { catalogue = [], controls = [], moment = {} }, loss] of rows) {
  test(`given up: ${why}: ${loss}`, () => {
    const { policy, statement } = placed(before)
    const patched = { policy, before: statement, after: after && placed(after).statement, moment }
    assert.equal(lossOf(patched, { catalogue, controls }), loss)
  })
}
