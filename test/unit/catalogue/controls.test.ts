import assert from 'node:assert/strict'
import { test } from 'node:test'
import { controls } from '../../../src/catalogue/controls.ts'
import type { Control } from '../../../src/model/contracts.ts'

const stateOf = ({ keys }: Control, key: string) => {
  const state = keys[key]
  return state?.kind === 'present' ? state.values.join(' ') : state?.kind
}
const statesOf = (members: readonly Control[], key: string) =>
  [...new Set(members.map((control) => String(stateOf(control, key))))].toSorted()
const of = (kind: Control['principal']['kind']) => controls.filter(({ principal }) => principal.kind === kind)

test('no id stands twice', () => {
  assert.equal(new Set(controls.map(({ id }) => id)).size, controls.length)
})

for (const kind of ['user', 'role', 'root', 'federated', 'anonymous'] as const) {
  test(`${kind}: aws:ViaAWSService is tried false and absent, since AWS’s pages disagree`, () => {
    assert.deepEqual(statesOf(of(kind), 'aws:viaawsservice'), ['absent', 'false'])
  })

  test(`${kind}: calls come over the public network and through a foreign endpoint`, () => {
    assert.deepEqual(statesOf(of(kind), 'aws:sourcevpce'), ['absent', 'vpce-0f0e0d0c0b0a09080'])
  })
}

test('signed requests are never those of a service', () => {
  for (const kind of ['user', 'role', 'root', 'federated'] as const) {
    assert.deepEqual(statesOf(of(kind), 'aws:principalisawsservice'), ['false'])
  }
})

test('nobody who signs has no ARN, and may lack aws:PrincipalIsAWSService', () => {
  assert.deepEqual(statesOf(of('anonymous'), 'aws:principalarn'), ['absent'])
  assert.ok(statesOf(of('anonymous'), 'aws:principalisawsservice').includes('absent'))
})

test('the address is left to the proof, but behind an endpoint there is none', () => {
  for (const control of controls) {
    const expected = stateOf(control, 'aws:sourcevpce') === 'absent' ? 'undefined' : 'absent'
    assert.equal(String(stateOf(control, 'aws:sourceip')), expected, control.id)
  }
})

test('no control has a key by which a service would be known', () => {
  const keys = [
    'aws:calledvia',
    'aws:calledviafirst',
    'aws:calledvialast',
    'kms:viaservice',
    'aws:principalservicename',
  ]
  for (const key of [...keys, 'aws:sourceaccount', 'aws:sourcearn', 'lambda:sourcefunctionarn']) {
    assert.deepEqual(statesOf(controls, key), ['absent'], key)
  }
})

test('a control has no state that only narrows: each key is present or absent', () => {
  for (const { id, keys } of controls) {
    for (const [key, { kind }] of Object.entries(keys)) assert.match(kind, /^(present|absent)$/, `${id} ${key}`)
  }
})
