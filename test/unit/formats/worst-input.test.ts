import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from '../../../src/inspect.ts'
import { registry } from '../../../src/registry.ts'
import { largestRead, worstInputs } from '../../worst-inputs.ts'
import { settings } from '../inspecting.ts'

/** Of each kind that once took many seconds; `tools/worst-inputs.mjs` measures all. */
const tried = [
  'JSON: objects of one key',
  'JSON: equal policies',
  'JSON: policies that differ',
  'JSON: statements that differ',
  'JSON: addresses in many policies',
  'JSON: policies that all changed',
  'plan: policies',
  'Terraform: locals in a chain, each used',
  'Terraform: calls of jsonencode',
  'YAML: policies that differ in quotes',
  'CloudFormation: policies that differ',
]

/** A policy of the length that is judged at all, and long lists of which there are few marks. */
const beyond = new Set(['JSON: statements that differ', 'JSON: addresses in many policies'])

for (const what of tried) {
  test(`${what}: as much as is read takes no longer than seconds, and does not pass`, () => {
    const input = worstInputs.find((each) => each.what === what)
    assert.ok(input)
    const file = largestRead(input)
    const start = process.cpuUsage()
    const scope = file.base === undefined ? 'tree' : 'change'
    const { conclusion } = inspect([file], registry, { ...settings, scope })
    const { user, system } = process.cpuUsage(start)
    assert.equal(conclusion, 'failure')
    assert.ok((user + system) / 1e6 < 15, `${(user + system) / 1e6} s of processor time`)
  })

  if (beyond.has(what)) continue
  test(`${what}: more than that is a problem with a place`, () => {
    const input = worstInputs.find((each) => each.what === what)
    assert.ok(input)
    const head = { path: input.path, text: input.text(input.size) }
    const { conclusion, problems } = inspect([{ base: undefined, head }], registry, { ...settings, scope: 'tree' })
    assert.equal(conclusion, 'failure')
    assert.equal(problems.length, 1)
    assert.match(problems[0]?.message ?? '', /too many (values|statements) to be read/)
  })
}
