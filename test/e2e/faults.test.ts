import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Worker } from 'node:worker_threads'
import type { Outcome } from './fault-worker.ts'

/** Threads that share the table: each runs the action inside itself, since a process for each run would take minutes. */
const of = 2
const outcomes = (await Promise.all(Array.from({ length: of }, (_, share) => outcomesOf(share)))).flat()

function outcomesOf(share: number): Promise<readonly Outcome[]> {
  const worker = new Worker(new URL('./fault-worker.ts', import.meta.url), { workerData: { share, of }, execArgv: [] })
  return new Promise((settle, reject) => {
    worker.on('message', settle)
    worker.on('error', reject)
  })
}

/** Every call that the action knows, by GitHub's names. */
const operations = [
  'git/get-blob',
  'git/get-commit',
  'git/get-tree',
  'graphql byteSize',
  'graphql mutation',
  'graphql reviewThreads',
  'issues/create-comment',
  'pulls/create-reply-for-review-comment',
  'pulls/create-review',
  'pulls/create-review-comment',
  'pulls/delete-pending-review',
  'pulls/get',
  'pulls/list',
  'pulls/list-files',
  'pulls/list-reviews',
  'repos/compare-commits-with-basehead',
  'repos/get-content',
]

test('faults are put into every call that the action knows', () => {
  const called = outcomes.map(({ call }) => /^\d+: (graphql \w+|\S+)/.exec(call)?.[1] ?? call)
  assert.deepEqual([...new Set(called)].toSorted(), operations)
})

const faults = [...new Set(outcomes.map(({ fault }) => fault))].toSorted()
for (const fault of faults) {
  const own = outcomes.filter((outcome) => outcome.fault === fault)
  test(`${fault}, at each of ${own.length} calls: the right status, all told, nothing twice, mended by the next run`, () => {
    const wrong = own.filter((outcome) => outcome.wrong.length > 0)
    assert.deepEqual(wrong, [])
  })
}
