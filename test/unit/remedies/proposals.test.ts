import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RemedyStrategy } from '../../../src/model/contracts.ts'
import type { Mechanism } from '../../../src/model/request.ts'
import { calledVia } from '../../../src/remedies/called-via.ts'
import { kmsViaService } from '../../../src/remedies/kms-via-service.ts'
import { servicePrincipal } from '../../../src/remedies/service-principal.ts'
import { serviceRole } from '../../../src/remedies/service-role.ts'
import { viaAwsService } from '../../../src/remedies/via-aws-service.ts'
import { denyOutside } from '../inspecting.ts'
import { context, findingOf, type Sketch } from './subject.ts'

const of = (mechanism: Mechanism) => ({ mechanism })
const forwarded = of('forward-access-session')
const assumed = of('service-role')
const linked = of('service-linked-role')
const itself = of('service-principal')
const shell = of('cloudshell')
const through = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...forwarded, via: `service-${String.fromCharCode(97 + index)}` }))

const viaFalse = ['BoolIfExists', 'aws:ViaAWSService', 'false']
const isService = ['BoolIfExists', 'aws:PrincipalIsAWSService', 'false']
const viaNone = ['Null', 'kms:ViaService', 'true']
const rolesUnder = (...folders: string[]) => [
  'ArnNotLikeIfExists',
  'aws:PrincipalArn',
  ...folders.map((folder) => `arn:*:iam::*:role/${folder}/*`),
]

const rows: readonly (readonly [
  why: string,
  strategy: RemedyStrategy,
  sketch: Sketch,
  proposed: readonly string[] | undefined,
])[] = [
  ['a forwarded call', viaAwsService, { paths: [shell, forwarded] }, viaFalse],
  ['a call with a role that CloudFormation may have been given', viaAwsService, { paths: [shell, assumed] }, viaFalse],
  ['neither', viaAwsService, { paths: [shell, itself, linked] }, undefined],
  ['no path', viaAwsService, { paths: [] }, undefined],

  ['a service as itself', servicePrincipal, { paths: [shell, itself] }, isService],
  ['no service as itself', servicePrincipal, { paths: [shell, forwarded, assumed, linked] }, undefined],
  ['no path', servicePrincipal, { paths: [] }, undefined],

  [
    'the services of forwarded calls, each once, sorted',
    calledVia,
    {
      paths: [
        { ...forwarded, via: 'b.amazonaws.com' },
        { ...forwarded, via: 'a.amazonaws.com' },
        { ...forwarded, via: 'b.amazonaws.com' },
        { ...assumed, via: 'c.amazonaws.com' },
      ],
    },
    ['StringNotEquals', 'aws:CalledViaFirst', 'a.amazonaws.com', 'b.amazonaws.com'],
  ],
  [
    'as many as one can read',
    calledVia,
    { paths: through(12) },
    ['StringNotEquals', 'aws:CalledViaFirst', ...through(12).map(({ via }) => via)],
  ],
  ['more than one can read', calledVia, { paths: through(13) }, undefined],
  ['none', calledVia, { paths: [assumed, shell] }, undefined],

  ['a call to KMS', kmsViaService, { paths: [{}, { action: 'kms:Decrypt' }] }, viaNone],
  ['calls to others', kmsViaService, { paths: [{ action: 's3:GetObject' }, { action: 'xkms:Get' }] }, undefined],
  ['a name that ends as the prefix does', kmsViaService, { paths: [{ action: 'x:kms:' }] }, undefined],

  [
    'roles of both kinds',
    serviceRole,
    { type: 'scp', paths: [shell, linked, assumed] },
    rolesUnder('service-role', 'aws-service-role'),
  ],
  ['a role of one’s own', serviceRole, { type: 'rcp', paths: [shell, assumed] }, rolesUnder('service-role')],
  ['a service’s own role', serviceRole, { type: 'resource', paths: [shell, linked] }, rolesUnder('aws-service-role')],
  ['no role', serviceRole, { type: 'scp', paths: [forwarded, itself, shell] }, undefined],
  ...(['identity', 'boundary', 'session'] as const).map(
    (type) => [`the very role: ${type}`, serviceRole, { type, paths: [assumed, linked] }, undefined] as const,
  ),
]
for (const [why, strategy, sketch, proposed] of rows) {
  test(`${strategy.id}, ${why}: ${proposed === undefined ? 'nothing is proposed' : proposed.join(' ')}`, () => {
    const [operator, key, ...values] = proposed ?? []
    assert.deepEqual(
      strategy.propose(findingOf(denyOutside(), sketch), context),
      proposed === undefined ? [] : [{ kind: 'add-condition', operator, key, values }],
    )
  })
}

test('roles under an exempt path act from anywhere, which is told; those that AWS makes are AWS’s', () => {
  const opens = (...paths: Sketch['paths'] & object) =>
    serviceRole.opens?.(findingOf(denyOutside(), { type: 'scp', paths }), context)
  assert.deepEqual(opens(linked, assumed), [
    'whatever a role under /service-role/ may do, from anywhere: keep people from making roles there',
  ])
  assert.deepEqual(opens(linked), [])
})
