import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { test } from 'node:test'
import { temporaryFolder } from '../unit/changes/temporary-repository.ts'
import { hostNode } from './run-cli.ts'

const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('sourceip-guard-demo-'))

const older = hostNode()
for (const [name, node] of [
  ['the Node of the tests', process.execPath],
  ['the Node of the machine', older],
] as const) {
  test(`the demo comes out as it says, on ${name}`, {
    skip: node === undefined && 'there is no Node 20 to 23 outside node_modules',
  }, () => {
    const before = leftovers()
    const { status, stdout, stderr } = spawnSync(node ?? '', ['tools/demo.mjs'], { encoding: 'utf8' })
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' })
    const told = [
      '$ git diff main',
      '$ sourceip-guard diff --base main',
      'error[service-call-denied]',
      'exit status 1: ',
      '$ sourceip-guard fix --base main',
      '+        "BoolIfExists": { "aws:ViaAWSService": "false" }',
      '$ sourceip-guard diff --base main',
      'exit status 0: ',
      'Everything came out as expected.',
    ]
    let from = 0
    for (const part of told) {
      const at = stdout.indexOf(part, from)
      assert.ok(at >= 0, `\`${part}\` is not told after ${from}:\n${stdout}`)
      from = at + part.length
    }
    assert.deepEqual(leftovers(), before)
  })
}

test('a demo that does not come out as it should says so', (t) => {
  // Without git on the path nothing can be shown.
  const { status, stderr } = spawnSync(process.execPath, ['tools/demo.mjs'], {
    encoding: 'utf8',
    env: { PATH: temporaryFolder(t) },
  })
  assert.equal(status, 1)
  assert.match(stderr, /^the demo failed: git init/)
})
