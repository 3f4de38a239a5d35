import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const file = new URL('../../../shared/cases/semantics.jsonl', import.meta.url)
const skip = existsSync(file) ? false : 'semantics.jsonl is not beside this checkout'

test('the command line answers every case of semantics.jsonl as AWS’s documents do, in order', { skip }, () => {
  const input = readFileSync(file, 'utf8')
  const cases = input
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'simulate'], { input, encoding: 'utf8' })
  assert.equal(status, 0, stderr)
  const answers = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  assert.deepEqual(
    answers.map(({ id }) => id),
    cases.map(({ id }) => id),
  )
  const wrong = cases.filter(({ expect, policy }, index) => {
    const { match, decision } = answers[index]
    return policy === undefined
      ? match !== (expect === 'deny' ? 'match' : 'no-match')
      : (decision === 'explicit-deny') !== (expect === 'deny')
  })
  assert.deepEqual(
    wrong.map(({ id }) => id),
    [],
  )
})
