import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EngineSettings } from '../../../src/model/contracts.ts'
import { temporaryLift } from '../../../src/remedies/temporary-lift.ts'
import { denyOutside, settings as plain } from '../inspecting.ts'
import { context, findingOf } from './subject.ts'

/** The run's day is 2026-11-25. */
const rows: readonly (readonly [why: string, dates: Partial<EngineSettings>, end: string])[] = [
  [
    'the date given, with its own zone and whatever the base',
    { liftUntil: '2026-12-24T18:00:00.900+02:00', baseDate: '2026-11-25T10:00:00Z' },
    '2026-12-24T16:00:00Z',
  ],
  ['the date given, even where it is over', { liftUntil: '2020-01-01T00:00:00Z' }, '2020-01-01T00:00:00Z'],
  ['a day after the base commit', { baseDate: '2026-11-24T00:00:01Z' }, '2026-11-25T00:00:01Z'],
  [
    'the end of tomorrow: a day after the base commit, today begins',
    { baseDate: '2026-11-24T00:00:00Z' },
    '2026-11-27T00:00:00Z',
  ],
  ['the end of tomorrow: the base commit is old', { baseDate: '2026-11-01T12:00:00Z' }, '2026-11-27T00:00:00Z'],
  ['the end of tomorrow: the date of the base commit is none', { baseDate: 'yesterday' }, '2026-11-27T00:00:00Z'],
  ['the end of tomorrow: no commit is known', {}, '2026-11-27T00:00:00Z'],
  ['a day after the base commit, late today', { baseDate: '2026-11-25T23:59:59Z' }, '2026-11-26T23:59:59Z'],
  [
    'the end of tomorrow: a commit bears any date one likes',
    { baseDate: '2099-01-01T00:00:00Z' },
    '2026-11-27T00:00:00Z',
  ],
]
for (const [why, dates, end] of rows) {
  test(`a lift ends at ${why}`, () => {
    const settings = { ...plain, ...dates }
    const finding = findingOf(denyOutside())
    assert.deepEqual(temporaryLift.propose(finding, { ...context, settings }), [
      { kind: 'add-condition', operator: 'DateGreaterThan', key: 'aws:CurrentTime', values: [end] },
    ])
    assert.deepEqual(temporaryLift.opens?.(finding, { ...context, settings }), [
      `everything that this statement denies, from anywhere, until ${end}`,
    ])
  })
}

test('a lift is judged a day before its end, when paths are clear, and a day after, when the Deny is in force', () => {
  const at = (instant: string) => ({ 'aws:currenttime': { kind: 'present', values: [instant] } })
  assert.deepEqual(temporaryLift.moments?.({ ...plain, liftUntil: '2026-12-24T18:00:00Z' }), {
    cleared: at('2026-12-23T18:00:00Z'),
    inForce: at('2026-12-25T18:00:00Z'),
  })
})

test('where no path is broken nothing is lifted; a lift is a last resort', () => {
  assert.deepEqual(temporaryLift.propose(findingOf(denyOutside(), { paths: [] }), context), [])
  assert.equal(temporaryLift.isLastResort, true)
})
