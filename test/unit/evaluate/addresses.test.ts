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
  isNonPublic,
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

/** Of each block that no request over the internet comes from: its ends, and what stands beside them. */
const publicity: readonly (readonly [isNonPublic: boolean, ...texts: readonly string[]])[] = [
  [true, '10.0.0.0/8', '10.0.0.0/9', '10.0.0.0/32', '10.255.255.255/32'],
  [false, '9.255.255.255/32', '11.0.0.0/32', '10.0.0.0/7'],
  [true, '172.16.0.0/12', '172.16.0.0/32', '172.31.255.255/32'],
  [false, '172.15.255.255/32', '172.32.0.0/32', '172.16.0.0/11'],
  [true, '192.168.0.0/16', '192.168.0.0/32', '192.168.255.255'],
  [false, '192.167.255.255/32', '192.169.0.0/32', '192.168.0.0/15'],
  [true, '100.64.0.0/10', '100.64.0.0/32', '100.127.255.255/32'],
  [false, '100.63.255.255/32', '100.128.0.0/32', '100.64.0.0/9'],
  [true, '127.0.0.0/8', '127.0.0.1/32', '127.255.255.255/32'],
  [false, '126.255.255.255/32', '128.0.0.0/32', '126.0.0.0/7'],
  [true, '169.254.0.0/16', '169.254.169.254/32'],
  [false, '169.253.255.255/32', '169.255.0.0/32', '169.254.0.0/15'],
  [true, '0.0.0.0/8', '0.0.0.0/32', '0.255.255.255/32'],
  [false, '1.0.0.0/32', '0.0.0.0/7', '0.0.0.0/0'],
  [true, '224.0.0.0/3', '224.0.0.0/4', '240.0.0.0/4', '255.255.255.255/32'],
  [false, '223.255.255.255/32', '192.0.0.0/2'],
  [true, 'fc00::/7', 'fd00::1/128', 'fdff::/16'],
  [false, 'fbff::/16', 'fe00::/16', 'fc00::/6'],
  [true, 'fe80::/10', 'febf::/16'],
  [false, 'fe7f::/16', 'fec0::/16', 'fe80::/9'],
  [true, '::1/128'],
  [false, '::/128', '::2/128', '::/127', '::/0'],
  [true, 'ff00::/8', 'ff02::1/128'],
  [false, 'fe00::/7', '2001:db8::/32', '203.0.113.0/24'],
]
for (const [expected, ...texts] of publicity) {
  test(`${texts.join(', ')}: ${expected ? 'not public' : 'public, or in part'}`, () => {
    for (const text of texts) {
      const range = parseAddressRange(text)
      assert.ok(range, text)
      assert.equal(isNonPublic(range), expected, text)
    }
  })
}
