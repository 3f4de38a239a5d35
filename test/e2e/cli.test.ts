import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { temporaryFolder } from '../unit/changes/temporary-repository.ts'
import { deny, harmless, policy, repositoryWith, simulation, workingTreeWith } from '../unit/cli/run-here.ts'
import { hostNode, runCli } from './run-cli.ts'

test('the built command line tells its version', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  assert.deepEqual(runCli(['--version']), { status: 0, stdout: `${version}\n`, stderr: '' })
})

test('bad usage ends with status 2, in a line and a hint', (t) => {
  const { status, stdout, stderr } = runCli(['chekc'], { cwd: temporaryFolder(t) })
  assert.deepEqual({ status, stdout }, { status: 2, stdout: '' })
  assert.match(stderr, /^error: unknown command `chekc`\n {2}help: did you mean `check`\?.*\n$/)
})

test('check, fix and check again: 1, 0 and 0, and the patch is in the file', (t) => {
  const { root } = workingTreeWith(t, { 'p.json': policy(deny()) })
  assert.equal(runCli(['check'], { cwd: root }).status, 1)
  assert.equal(runCli(['fix'], { cwd: root }).status, 0)
  assert.match(readFileSync(join(root, 'p.json'), 'utf8'), /"BoolIfExists": \{\s*"aws:ViaAWSService": "false"/)
  assert.equal(runCli(['check'], { cwd: root }).status, 0)
})

test('simulate reads lines from a pipe, split by line feeds alone, whatever pieces they come in', () => {
  const ids = Array.from({ length: 2000 }, (_, index) => `a\u2028ü${index}`)
  const input = ids.map((id) => `${simulation(id, { 'aws:SourceIp': '192.0.2.1' })}\r\n`).join('')
  const { status, stdout } = runCli(['simulate'], { input })
  assert.equal(status, 0)
  assert.deepEqual(
    stdout
      .trimEnd()
      .split('\n')
      .map((answer) => JSON.parse(answer).id),
    ids,
  )
})

const older = hostNode()
test('every command runs on the Node of the machine too', {
  skip: older === undefined && 'there is no Node 20 to 23 outside node_modules',
}, (t) => {
  const { root, write } = repositoryWith(t, { 'p.json': harmless })
  write({ 'p.json': policy(deny()) })
  const run = (args: readonly string[], input = '') =>
    runCli(args, { cwd: root, input, ...(older === undefined ? {} : { node: older }) })
  const diff = ['diff', '--base', 'main', '--format', 'json']
  assert.deepEqual(run(diff), runCli(diff, { cwd: root }), 'both say the same')
  assert.equal(run(['check']).status, 1)
  assert.equal(run(['simulate'], `${simulation(1, {})}\n`).status, 0)
  assert.equal(run(['paths', '--service', 'cloudformation']).status, 0)
  assert.equal(run(['fix']).status, 0)
  assert.equal(run(['check']).status, 0)
})

const hasScript = process.platform === 'linux' && spawnSync('sh', ['-c', 'command -v script']).status === 0
test('a terminal gets colours, unless NO_COLOR is set', {
  skip: !hasScript && 'there is no `script` to stand in for a terminal',
}, (t) => {
  const { root } = workingTreeWith(t, { 'p.json': policy(deny()) })
  // Without the line that tells how far a slow run is.
  const cli = `'${process.execPath}' '${join(process.cwd(), 'dist/cli.js')}' check 2>/dev/null`
  const inTerminal = (env: Readonly<Record<string, string>>) =>
    spawnSync('sh', ['-c', `exec script -qec "${cli}" /dev/null`], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], TERM: 'xterm', ...env },
    }).stdout
  assert.ok(inTerminal({}).includes('\u001b[31merror[service-call-denied]'))
  assert.match(inTerminal({ NO_COLOR: '1' }), /^error\[service-call-denied\]/)
  assert.match(inTerminal({ TERM: 'dumb' }), /^error\[service-call-denied\]/)
})

test('a reader that has seen enough ends it quietly', {
  skip: process.platform === 'win32' && 'there is no shell',
}, () => {
  const { stderr } = spawnSync('sh', ['-c', `'${process.execPath}' dist/cli.js paths | head -n 1`], {
    encoding: 'utf8',
  })
  assert.equal(stderr, '')
})
