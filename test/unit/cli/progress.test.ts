import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openProgress } from '../../../src/cli/progress.ts'
import type { InspectionStep } from '../../../src/model/contracts.ts'
import { registry } from '../../../src/registry.ts'
import { jsonReport } from '../../../src/report/json-report.ts'
import { denyOutside, inspectChange, policyOf } from '../inspecting.ts'

interface Terminal {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly env?: Readonly<Record<string, string>>
  readonly quiet?: boolean
}

/** A progress whose steps come at these times, and what was written. */
function drawn(times: readonly number[], { isTTY = true, columns = 80, env = {}, quiet = false }: Terminal = {}) {
  const written: string[] = []
  const errors = { isTTY, columns, write: (text: string) => written.push(text) }
  const input = { async *[Symbol.asyncIterator]() {} }
  let time = 0
  const shell = { folder: '.', env, input, output: errors, errors }
  const { step, clear } = openProgress(shell, quiet, () => time)
  for (const [index, at] of times.entries()) {
    time = at
    step({ kind: 'statement', index, count: times.length, path: `policies/日本/\u001b[2J${index}.json` })
  }
  clear()
  clear()
  return written
}

test('a run of less than a second shows nothing, a longer one a line that is taken away once', () => {
  assert.deepEqual(drawn([0, 500, 999]), [])
  assert.deepEqual(drawn([500, 1000, 1050, 1100]), [
    '\rjudging statement 2 of 4: policies/日本/\\u001b[2J1.json\u001b[K',
    '\rjudging statement 4 of 4: policies/日本/\\u001b[2J3.json\u001b[K',
    '\r\u001b[K',
  ])
})

const silent: readonly (readonly [string, Terminal])[] = [
  ['a pipe', { isTTY: false }],
  ['a terminal that cannot take a line away', { env: { TERM: 'dumb' } }],
  ['a call that asks for quiet', { quiet: true }],
]
for (const [name, terminal] of silent) {
  test(`${name} gets no progress`, () => assert.deepEqual(drawn([2000, 4000], terminal), []))
}

test('a line never wraps, however narrow the terminal and wide its characters', () => {
  const [line = ''] = drawn([1000], { columns: 40 })
  assert.equal(line, '\rjudging statement 1 of 1: policies/日…\u001b[K')
  const [unknown = ''] = drawn([1000], { columns: 0 })
  assert.match(unknown, /0\.json/, 'a terminal that does not tell its width is taken for a usual one')
})

test('steps come while statements are judged, file by file, and have no say in the report', () => {
  const head = policyOf(denyOutside({ Action: 's3:*' }), denyOutside({ Action: 'kms:*' }))
  const steps: InspectionStep[] = []
  const watched = inspectChange({ head, settings: { onStep: (step) => steps.push(step) } })
  assert.deepEqual(jsonReport(watched, 'x'), jsonReport(inspectChange({ head }), 'x'))
  assert.deepEqual(steps[0], { kind: 'file', index: 0, count: 1, path: 'policy.json' })
  const judged = steps.slice(1).map(({ kind, index, count }) => `${kind} ${index} of ${count}`)
  assert.deepEqual([...new Set(judged)], ['statement 0 of 2', 'statement 1 of 2'])
  assert.ok(judged.length > 2 * registry.rules.length, 'also while remedies are proven')
})
