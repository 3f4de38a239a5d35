import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyEdits, areApart } from '../../../src/model/source.ts'

const edit = (start: number, end: number) => ({ range: { start, end }, newText: 'x' })
const rows: readonly [string, readonly (readonly [number, number])[], boolean][] = [
  ['none', [], true],
  ['one', [[2, 4]], true],
  [
    'one behind the other',
    [
      [0, 2],
      [2, 4],
    ],
    true,
  ],
  [
    'the same in another order',
    [
      [2, 4],
      [0, 2],
    ],
    true,
  ],
  [
    'an insertion before and one behind',
    [
      [2, 2],
      [2, 4],
      [4, 4],
    ],
    true,
  ],
  [
    'one that reaches into the next',
    [
      [0, 3],
      [2, 4],
    ],
    false,
  ],
  [
    'one inside another',
    [
      [0, 6],
      [2, 4],
    ],
    false,
  ],
  [
    'the same twice',
    [
      [2, 4],
      [2, 4],
    ],
    false,
  ],
]
for (const [why, ranges, apart] of rows) {
  test(`edits are ${apart ? '' : 'not '}apart: ${why}`, () => {
    const edits = ranges.map(([start, end]) => edit(start, end))
    assert.equal(areApart(edits), apart)
    if (apart) assert.equal(applyEdits('abcdefgh', edits).includes('x'), edits.length > 0)
    else assert.throws(() => applyEdits('abcdefgh', edits), RangeError)
  })
}
