import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type AddressRange,
  complement,
  contains,
  formatAddress,
  type Interval,
  intersection,
  parseAddressRange,
  representatives,
  union,
} from '../../../src/evaluate/addresses.ts'

const refused = [
  '010.0.0.1',
  '0x0a.1',
  '10.1',
  '1',
  '10.0.0.0/08',
  '10.0.0.0/33',
  '10.0.0.0/',
  '10.0.0.0/8/8',
  ' 10.0.0.1',
  'fe80::1%eth0',
  '::/129',
  '::1/+1',
  '256.0.0.1',
  '',
  '*',
]
for (const text of refused) {
  test(`\`${text}\` is no address or range`, () => assert.equal(parseAddressRange(text), undefined))
}

const read: readonly (readonly [text: string, why: string, expected: Partial<AddressRange>])[] = [
  ['203.0.113.7', 'a bare IPv4 address is a /32', { family: 4, prefix: 32, bare: true, hostBits: false }],
  ['203.0.113.7/24', 'host bits are ignored, and told', { family: 4, prefix: 24, hostBits: true, low: 0xcb007100n }],
  ['0.0.0.0/0', 'everything of IPv4', { low: 0n, high: 0xffffffffn }],
  ['2001:db8::/32', 'an IPv6 range', { family: 6, prefix: 32, bare: false }],
  ['::ffff:10.0.0.1', 'an IPv4-mapped address stays IPv6', { family: 6, bare: true }],
]
for (const [text, why, expected] of read) {
  test(`\`${text}\`: ${why}`, () => {
    const range = parseAddressRange(text)
    assert.ok(range)
    for (const [field, value] of Object.entries(expected))
      assert.equal(Object.entries(range).find(([name]) => name === field)?.[1], value)
  })
}

// A small space (the last 8 bits) in which every address can be looked at.
const interval = fc
  .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }))
  .map(([a, b]): Interval => {
    return { low: BigInt(Math.min(a, b)), high: BigInt(Math.max(a, b)) }
  })
const intervals = fc.array(interval, { maxLength: 6 })
const has = (list: readonly Interval[], value: number): boolean =>
  list.some(({ low, high }) => low <= value && value <= high)
const everyByte = Array.from({ length: 256 }, (_, value) => value)

test('union, complement and intersection agree with looking at every address', () => {
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      const outside = complement(a, 4)
      for (const value of everyByte) {
        assert.equal(has(union(a), value), has(a, value))
        assert.equal(has(outside, value), !has(a, value))
        assert.equal(has(intersection(a, b), value), has(a, value) && has(b, value))
      }
      assert.ok(has(outside, 2 ** 32 - 1))
    }),
  )
})

test('the representatives stand for every address: one out of each part that the ranges tell apart', () => {
  const cidr = fc
    .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 24, max: 32 }))
    .map(([last, bits]) => `203.0.113.${last}/${bits}`)
  fc.assert(
    fc.property(fc.array(cidr, { maxLength: 5 }), (texts) => {
      const ranges = texts.flatMap((text) => parseAddressRange(text) ?? [])
      const memberships = (address: string) => {
        const parsed = parseAddressRange(address)
        return parsed === undefined ? '' : ranges.map((range) => contains(range, parsed)).join()
      }
      const told = new Set(representatives(ranges).map(memberships))
      for (const value of everyByte) assert.ok(told.has(memberships(`203.0.113.${value}`)))
      for (const elsewhere of ['0.0.0.0', '203.0.112.255', '203.0.114.0', '255.255.255.255', '::1', 'ffff::']) {
        assert.ok(told.has(memberships(elsewhere)))
      }
    }),
  )
})

test('an address is written as it is read', () => {
  for (const text of ['0.0.0.0', '203.0.113.7', '2001:db8::1', '::']) {
    const range = parseAddressRange(text)
    assert.ok(range)
    assert.equal(formatAddress(range.low, range.family), text)
  }
})
