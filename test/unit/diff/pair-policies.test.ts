import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pairPolicies } from '../../../src/diff/pair-policies.ts'
import { iamJson } from '../../../src/formats/iam-json.ts'
import type { PolicyDocument } from '../../../src/model/policy.ts'

/** A policy that allows one action, at an address: `a: s3:Get`. */
function policyFrom(written: string): PolicyDocument {
  const [address = '', action = ''] = written.split(' = ')
  const statements = action.split(' + ').map((each) => ({ Effect: 'Allow', Action: each, Resource: '*' }))
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements })
  const [policy] = iamJson.read({ path: 'p.json', text }).policies
  assert.ok(policy)
  return { ...policy, address }
}

/** `base address > head address`, in the order of the head. */
function pairsOf(base: readonly string[], head: readonly string[]): string[] {
  const before = base.map(policyFrom)
  const after = head.map(policyFrom)
  const { baseOf, headOf } = pairPolicies(before, after)
  assert.equal(baseOf.size, headOf.size)
  for (const [one, other] of baseOf) assert.equal(headOf.get(other), one, 'both ways tell the same')
  return after.flatMap((policy) => {
    const own = baseOf.get(policy)
    return own === undefined ? [] : [`${own.address} > ${policy.address}`]
  })
}

type Row = readonly [why: string, base: readonly string[], head: readonly string[], expected: readonly string[]]
const rows: readonly Row[] = [
  ['nothing on either side', [], [], []],
  ['unchanged', ['a = s3:Get', 'b = s3:Put'], ['a = s3:Get', 'b = s3:Put'], ['a > a', 'b > b']],
  [
    'policies that mean the same stay with their places',
    ['a = s3:Get', 'b = s3:Get'],
    ['b = s3:Get', 'a = s3:Get'],
    ['b > b', 'a > a'],
  ],
  ['two new ones mean what one did', ['a = s3:Get'], ['b = s3:Get', 'c = s3:Get'], ['a > b']],
  ['statements in another order mean the same', ['a = s3:Get + s3:Put'], ['b = s3:Put + s3:Get'], ['a > b']],
  [
    'meaning goes before place: a policy in front shifts the addresses of those behind it',
    ['0 = s3:Get', '1 = s3:Put'],
    ['0 = s3:New', '1 = s3:Get', '2 = s3:Put'],
    ['0 > 1', '1 > 2'],
  ],
  [
    'what means something else is told by its place',
    ['a = s3:Get', 'b = s3:Put', 'c = s3:List'],
    ['b = s3:PutX', 'a = s3:GetX', 'c = s3:ListX'],
    ['b > b', 'a > a', 'c > c'],
  ],
  ['the last one left on each side, renamed and changed', ['a = s3:Get'], ['b = s3:Put'], ['a > b']],
  [
    'the last one left beside others that are paired',
    ['a = s3:Get', 'c = s3:List'],
    ['c = s3:List', 'b = s3:Put'],
    ['c > c', 'a > b'],
  ],
  ['of two that are left nobody knows which is which', ['a = s3:Get', 'b = s3:Put'], ['c = s3:List', 'd = s3:Tag'], []],
  ['one gone and two new ones', ['a = s3:Get'], ['c = s3:List', 'd = s3:Tag'], []],
  ['two gone and one new one', ['a = s3:Get', 'b = s3:Put'], ['c = s3:List'], []],
  ['one new one, none gone', ['a = s3:Get'], ['a = s3:Get', 'b = s3:Put'], ['a > a']],
  ['one gone, none new', ['a = s3:Get', 'b = s3:Put'], ['a = s3:Get'], ['a > a']],
  ['a new file', [], ['a = s3:Get'], []],
  ['a deleted file', ['a = s3:Get'], [], []],
]
for (const [why, base, head, expected] of rows) {
  test(`pairs of policies: ${why}`, () => assert.deepEqual(pairsOf(base, head), expected))
}
