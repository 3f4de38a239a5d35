import assert from 'node:assert/strict'
import { test } from 'node:test'
import { temporaryFolder, writeFiles } from '../changes/temporary-repository.ts'
import { deny, policy, request, runHere, simulation } from './run-here.ts'

test('simulate answers each line in order, skips blank ones and goes on after one it cannot read', async () => {
  const input = [
    `\ufeff${simulation(1, { 'aws:SourceIp': '192.0.2.1' })}`,
    '',
    simulation('two', { 'aws:SourceIp': '203.0.113.10' }),
    'no json',
    simulation('a\u2028b', { 'aws:SourceIp': null }),
  ].join('\r\n')
  const { status, stdout } = await runHere(['simulate'], { cwd: '.', input })
  assert.equal(status, 2)
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((answer) => JSON.parse(answer))
  assert.deepEqual(
    answers.map(({ id, match }) => [id, match]),
    [
      [1, 'match'],
      ['two', 'no-match'],
      [null, undefined],
      ['a\u2028b', 'unknown'],
    ],
  )
  assert.ok(answers.every(({ because, error }) => typeof (because ?? error) === 'string'))
  assert.equal((await runHere(['simulate'], { cwd: '.', input: `${simulation(1, {})}\n` })).status, 0)
  assert.deepEqual(await runHere(['simulate'], { cwd: '.', input: '' }), { status: 0, stdout: '', stderr: '' })
})

test('simulate takes policy and request from files, the policy with comments', async (t) => {
  const cwd = temporaryFolder(t)
  const allow = { Effect: 'Allow', Action: '*', Resource: '*' }
  writeFiles(cwd, {
    'p.json': `// who may do what\n${policy(allow, deny())}// end`,
    'r.json': JSON.stringify(request({ 'aws:SourceIp': '192.0.2.1' }), null, 2),
  })
  const { status, stdout } = await runHere(['simulate', '--policy', 'p.json', '--request', 'r.json'], { cwd })
  assert.equal(status, 0)
  assert.deepEqual(JSON.parse(stdout), { id: null, decision: 'explicit-deny', statements: [0, 1] })
  const input = `${JSON.stringify(request({ 'aws:SourceIp': '203.0.113.10' }))}\n`
  assert.equal(JSON.parse((await runHere(['simulate', '--policy', 'p.json'], { cwd, input })).stdout).decision, 'allow')
  assert.equal((await runHere(['simulate', '--request', 'r.json'], { cwd })).status, 2)
})
