import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  complement,
  type Interval,
  intersection,
  parseAddressRange,
  representatives,
  union,
} from '../../../src/evaluate/addresses.ts'

type Pair = readonly [low: bigint, high: bigint]
const intervals = (pairs: readonly Pair[]): Interval[] => pairs.map(([low, high]) => ({ low, high }))
const ipv4 = 2n ** 32n - 1n
const ipv6 = 2n ** 128n - 1n

const unions: readonly (readonly [why: string, of: readonly Pair[], expected: readonly Pair[]])[] = [
  ['nothing', [], []],
  [
    'sorted',
    [
      [5n, 6n],
      [1n, 2n],
    ],
    [
      [1n, 2n],
      [5n, 6n],
    ],
  ],
  [
    'that touch',
    [
      [0n, 1n],
      [2n, 3n],
    ],
    [[0n, 3n]],
  ],
  [
    'that overlap in one',
    [
      [0n, 2n],
      [2n, 3n],
    ],
    [[0n, 3n]],
  ],
  [
    'one inside the other',
    [
      [0n, 9n],
      [2n, 3n],
    ],
    [[0n, 9n]],
  ],
  [
    'one apart',
    [
      [0n, 1n],
      [3n, 4n],
    ],
    [
      [0n, 1n],
      [3n, 4n],
    ],
  ],
  [
    'beginning alike',
    [
      [0n, 1n],
      [0n, 4n],
      [0n, 2n],
    ],
    [[0n, 4n]],
  ],
]
for (const [why, of, expected] of unions) {
  test(`intervals joined: ${why}`, () => assert.deepEqual(union(intervals(of)), intervals(expected)))
}

const complements: readonly (readonly [why: string, of: readonly Pair[], family: 4 | 6, expected: readonly Pair[]])[] =
  [
    ['of nothing', [], 4, [[0n, ipv4]]],
    ['of nothing', [], 6, [[0n, ipv6]]],
    ['of everything', [[0n, ipv4]], 4, []],
    ['of everything', [[0n, ipv6]], 6, []],
    ['of the first', [[0n, 0n]], 4, [[1n, ipv4]]],
    ['of all but the last', [[0n, ipv4 - 1n]], 4, [[ipv4, ipv4]]],
    ['of the last', [[ipv4, ipv4]], 4, [[0n, ipv4 - 1n]]],
    [
      'of two',
      [
        [7n, 8n],
        [1n, 2n],
      ],
      6,
      [
        [0n, 0n],
        [3n, 6n],
        [9n, ipv6],
      ],
    ],
  ]
for (const [why, of, family, expected] of complements) {
  test(`IPv${family} addresses in none: ${why}`, () =>
    assert.deepEqual(complement(intervals(of), family), intervals(expected)))
}

const common: readonly (readonly [why: string, a: readonly Pair[], b: readonly Pair[], expected: readonly Pair[]])[] = [
  ['nothing in one', [], [[0n, 9n]], []],
  ['one address', [[0n, 2n]], [[2n, 5n]], [[2n, 2n]]],
  ['side by side', [[0n, 2n]], [[3n, 5n]], []],
  ['one inside the other', [[0n, 9n]], [[2n, 3n]], [[2n, 3n]]],
  ['the same', [[2n, 3n]], [[2n, 3n]], [[2n, 3n]]],
  [
    'one over two',
    [[0n, 9n]],
    [
      [1n, 2n],
      [5n, 12n],
    ],
    [
      [1n, 2n],
      [5n, 9n],
    ],
  ],
  [
    'two over one',
    [
      [1n, 2n],
      [5n, 12n],
    ],
    [[0n, 9n]],
    [
      [1n, 2n],
      [5n, 9n],
    ],
  ],
  [
    'ending alike',
    [
      [0n, 3n],
      [6n, 7n],
    ],
    [
      [1n, 3n],
      [7n, 9n],
    ],
    [
      [1n, 3n],
      [7n, 7n],
    ],
  ],
]
for (const [why, a, b, expected] of common) {
  test(`addresses in both: ${why}`, () =>
    assert.deepEqual(intersection(intervals(a), intervals(b)), intervals(expected)))
}

test('one IPv6 address out of every part that a range tells apart', () => {
  const ranges = ['2001:db8::/32'].flatMap((text) => parseAddressRange(text) ?? [])
  assert.deepEqual(representatives(ranges), ['0.0.0.0', '::', '2001:db8::', '2001:db9::'])
})
