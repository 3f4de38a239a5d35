import assert from 'node:assert/strict'
import { availableParallelism } from 'node:os'
import { test } from 'node:test'
import { Worker } from 'node:worker_threads'
import type { Outcome } from './fault-worker.ts'

const of = Math.max(2, Math.min(4, availableParallelism()))
console.time('x')
const shares = Array.from({ length: of }, (_, share) => outcomesOf(share))
const outcomes = (await Promise.all(shares)).flat()
console.timeEnd('x')
console.log(outcomes.length)

function outcomesOf(share: number): Promise<Outcome[]> {
  const worker = new Worker(new URL('./fault-worker.ts', import.meta.url), {
    workerData: { share, of },
    execArgv: [],
  })
  return new Promise((settle, reject) => {
    worker.on('message', settle)
    worker.on('error', reject)
  })
}
const bad = outcomes.filter((o) => o.wrong.length)
test('x', () => {
  for (const b of bad.slice(0, 400))
    console.log(b.scenario, '|', b.fault, '|', b.call, '|', b.wrong.map((w) => w.slice(0, 2000)).join(' ; '))
  assert.equal(bad.length, 0)
})
