import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isInList, isOpenList, mayHoldAwsAddress } from '../../../src/evaluate/address-list.ts'
import { contains, formatAddress, parseAddressRange, representatives } from '../../../src/evaluate/addresses.ts'
import type { Condition } from '../../../src/model/policy.ts'
import type { Ternary } from '../../../src/model/ternary.ts'
import { conditionsOf } from './written.ts'

function listOf(...values: readonly string[]): Condition {
  const [condition] = conditionsOf({ IpAddress: { 'aws:SourceIp': values } })
  assert.ok(condition)
  return condition
}

const many = Array.from({ length: 40 }, (_, index) => `10.${(index * 7) % 40}.0.0/16`)
type Row = readonly [why: string, list: readonly string[], address: string, expected: Ternary]
const rows: readonly Row[] = [
  ['the first address of a range', ['203.0.113.0/24'], '203.0.113.0', 'true'],
  ['the last address of a range', ['203.0.113.0/24'], '203.0.113.255', 'true'],
  ['the address before it', ['203.0.113.0/24'], '203.0.112.255', 'false'],
  ['the address after it', ['203.0.113.0/24'], '203.0.114.0', 'false'],
  ['the first of many ranges', many, '10.0.0.1', 'true'],
  ['the last of many ranges', many, '10.39.255.255', 'true'],
  ['one in the middle of many', many, '10.21.3.4', 'true'],
  ['before many', many, '9.255.255.255', 'false'],
  ['behind many', many, '10.40.0.0', 'false'],
  ['between two ranges', ['10.0.0.0/24', '10.0.2.0/24', '10.0.4.0/24'], '10.0.3.1', 'false'],
  ['in the second of two', ['10.0.0.0/24', '10.0.2.0/24'], '10.0.2.7', 'true'],
  ['in the first of two', ['10.0.0.0/24', '10.0.2.0/24'], '10.0.0.7', 'true'],
  ['an empty half of the list', ['2001:db8::/32'], '10.0.0.1', 'false'],
  ['a range that is half inside is not inside', ['10.0.0.0/24'], '10.0.0.0/23', 'false'],
  ['a range inside', ['10.0.0.0/23'], '10.0.1.0/24', 'true'],
  ['an IPv6 address', ['2001:db8::/32'], '2001:db8:ffff::1', 'true'],
  ['another IPv6 address', ['2001:db8::/32'], '2001:db9::', 'false'],
  ['an IPv6 address whose number is an IPv4 one', ['0.0.0.0/8'], '::1', 'false'],
  ['an IPv4 address whose number is an IPv6 one', ['::/96'], '10.0.0.1', 'false'],
  ['an IPv6 address without a prefix may mean any IPv6 address', ['2001:db8::1'], '2001:db9::1', 'unknown'],
  ['it means no IPv4 address', ['2001:db8::1'], '10.0.0.1', 'false'],
  ['a range beside it decides', ['2001:db8::1', '2001:db9::/32'], '2001:db9::1', 'true'],
  ['a bare IPv4 address is that one', ['10.0.0.1'], '10.0.0.1', 'true'],
  ['a bare IPv4 address leaves nothing open', ['10.0.0.1'], '2001:db8::1', 'false'],
  ['an entry that is no range may mean anything', ['10.0.0.0/33', '10.1.0.0/16'], '10.0.0.1', 'unknown'],
  ['a range beside it decides', ['10.0.0.0/33', '10.1.0.0/16'], '10.1.0.1', 'true'],
  ['an entry that the file does not hold', ['<Office>'], '10.0.0.1', 'unknown'],
  ['what is no address is in no list', ['0.0.0.0/0', '::/0'], 'nonsense', 'false'],
  ['what is no address may be in a list that is not known', ['<Office>'], 'nonsense', 'unknown'],
]
for (const [why, list, address, expected] of rows) {
  test(`an address and a list: ${why}`, () => assert.equal(isInList(listOf(...list), address), expected))
}

const awsOwn: readonly (readonly [why: string, list: readonly string[], expected: Ternary])[] = [
  ['an office’s range', ['203.0.113.0/24', '2001:db8::/32'], 'false'],
  ['the widest range that is somebody’s', ['17.0.0.0/8', '2001::/16'], 'false'],
  ['a wider one', ['203.0.113.0/24', '16.0.0.0/7'], 'unknown'],
  ['a wider one of IPv6', ['203.0.113.0/24', '2000::/15'], 'unknown'],
  ['an IPv6 range of the length of an IPv4 one', ['2001:db8::/10'], 'unknown'],
  ['an entry that is no range', ['203.0.113.0/24', '203.0.113.0/99'], 'unknown'],
  ['a list of the customer’s that the file does not hold', ['<Office>', '203.0.113.0/24'], 'false'],
  ['an IPv6 address without a prefix', ['2001:db8::1'], 'false'],
]
for (const [why, list, expected] of awsOwn) {
  test(`AWS’s own addresses in a list: ${why}`, () => assert.equal(mayHoldAwsAddress(listOf(...list)), expected))
}

test('a list is open where the file does not hold all of it', () => {
  assert.equal(isOpenList(listOf('10.0.0.1', '<Office>')), 'true')
  assert.equal(isOpenList(listOf('10.0.0.1', 'nonsense')), 'false')
})

const outsideOrInside: readonly (readonly [range: string, address: string, expected: boolean])[] = [
  ['10.0.0.0/24', '10.0.0.0', true],
  ['10.0.0.0/24', '10.0.0.255', true],
  ['10.0.0.0/24', '10.0.1.0', false],
  ['10.0.0.0/24', '9.255.255.255', false],
  ['10.0.0.0/24', '10.0.0.0/23', false],
  ['10.0.1.0/24', '10.0.0.0/23', false],
  ['10.0.0.0/24', '10.0.0.0/24', true],
  ['::a00:0/120', '10.0.0.1', false],
]
for (const [range, address, expected] of outsideOrInside) {
  test(`${address} is ${expected ? '' : 'not '}in ${range}`, () => {
    const [outer, inner] = [parseAddressRange(range), parseAddressRange(address)]
    assert.ok(outer && inner)
    assert.equal(contains(outer, inner), expected)
  })
}

const rangesOf = (...texts: readonly string[]) => texts.flatMap((text) => parseAddressRange(text) ?? [])
const parts: readonly (readonly [why: string, ranges: readonly string[], expected: readonly string[]])[] = [
  ['nothing told apart', [], ['0.0.0.0', '::']],
  ['before, in and behind a range', ['10.0.0.0/8'], ['0.0.0.0', '10.0.0.0', '11.0.0.0', '::']],
  ['nothing is behind the last address', ['255.0.0.0/8', 'ff00::/8'], ['0.0.0.0', '255.0.0.0', '::', 'ff00::']],
  [
    'ranges side by side, in order',
    ['10.0.1.0/24', '10.0.0.0/24'],
    ['0.0.0.0', '10.0.0.0', '10.0.1.0', '10.0.2.0', '::'],
  ],
  [
    'numbers are sorted as numbers',
    ['100.0.0.0/8', '9.0.0.0/8'],
    ['0.0.0.0', '9.0.0.0', '10.0.0.0', '100.0.0.0', '101.0.0.0', '::'],
  ],
]
for (const [why, ranges, expected] of parts) {
  test(`one address out of every part: ${why}`, () => assert.deepEqual(representatives(rangesOf(...ranges)), expected))
}

const read: readonly (readonly [text: string, prefix: number | undefined])[] = [
  ['255.255.255.255', 32],
  ['249.199.99.9', 32],
  ['256.1.1.1', undefined],
  ['1.1.1', undefined],
  ['1.1.1.1.1', undefined],
  ['x1.1.1.1', undefined],
  ['1.1.1.1x', undefined],
  ['1.1.1.1/0', 0],
  ['1.1.1.1/32', 32],
  ['1.1.1.1/33', undefined],
  ['1.1.1.1/100', undefined],
  ['1.1.1.1/x8', undefined],
  ['1.1.1.1/8x', undefined],
  ['1.1.1.1/00', undefined],
  ['1.1.1.1/', undefined],
  ['1.1.1.1/8/', undefined],
  ['::/0', 0],
  ['::/128', 128],
  ['::/129', undefined],
  ['::1', 128],
  ['::g', undefined],
  ['1', undefined],
  ['abcd', undefined],
  ['fe80::1%1', undefined],
]
for (const [text, prefix] of read) {
  test(`\`${text}\` has ${prefix === undefined ? 'no range' : `a prefix of ${prefix} bits`}`, () =>
    assert.equal(parseAddressRange(text)?.prefix, prefix))
}

test('a range ends with the last address that has its prefix', () => {
  const ends = rangesOf('10.1.2.3/8', '10.1.2.3', '2001:db8::1/32', '::1').map(({ low, high, family }) => {
    return [formatAddress(low, family), formatAddress(high, family)]
  })
  assert.deepEqual(ends, [
    ['10.0.0.0', '10.255.255.255'],
    ['10.1.2.3', '10.1.2.3'],
    ['2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['::1', '::1'],
  ])
  assert.deepEqual(
    rangesOf('10.1.2.3/8', '10.0.0.0/8', '10.1.2.3').map(({ bare, hostBits }) => [bare, hostBits]),
    [
      [false, true],
      [false, false],
      [true, false],
    ],
  )
})
