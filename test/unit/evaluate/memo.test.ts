import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memo } from '../../../src/evaluate/memo.ts'

test('what was computed for an owner under a key is not computed again, nothing included', () => {
  const remembered = memo<number | undefined>()
  const owner = {}
  let times = 0
  const compute = (): undefined => {
    times += 1
    return undefined
  }
  assert.deepEqual([remembered(owner, 'a', compute), remembered(owner, 'a', compute)], [undefined, undefined])
  assert.equal(times, 1)
})

test('owners, keys and memories are told apart', () => {
  const [one, other] = [memo<string>(), memo<string>()]
  const [first, second] = [{}, {}]
  const asked = [
    one(first, 'a', () => '1'),
    one(first, 'b', () => '2'),
    one(second, 'a', () => '3'),
    other(first, 'a', () => '4'),
    one(first, 'a', () => 'never'),
    one(first, 'b', () => 'never'),
    one(second, 'a', () => 'never'),
  ]
  assert.deepEqual(asked, ['1', '2', '3', '4', '1', '2', '3'])
})
