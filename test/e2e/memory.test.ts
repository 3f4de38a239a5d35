import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { policy } from '../../tools/policy-files.mjs'
import { runCli } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'memory-'))
after(() => rmSync(folder, { recursive: true }))

const files = join(folder, 'policies')
mkdirSync(files)
for (let index = 0; index < 10_000; index++) writeFileSync(join(files, `${index}.json`), policy(index, 20))

test('ten thousand policy files are checked in some hundred megabytes', () => {
  const { text, megabytes } = checked(['--quiet'])
  assert.equal(new Set(text.match(/^[^:]+(?=:)/gm)).size, 500)
  assert.ok(megabytes > 30 && megabytes < 250, `${megabytes} MB of resident memory at the peak`)
})

test('a report in full, a megabyte for each statement, is written without being held', () => {
  const few = ['0.json', ...Array.from({ length: 59 }, (_, index) => `${(index + 1) * 20}.json`)]
  const { text, megabytes } = checked(['--format', 'json', ...few])
  assert.equal(new Set(JSON.parse(text).findings.map(({ file }: { file: string }) => file)).size, 60)
  assert.ok(megabytes > 30 && megabytes < 250, `${megabytes} MB of resident memory at the peak`)
})

/** In kB. Linux counts into `maxRSS` what the process had that started this one, the test's own reports; `VmHWM` begins anew. */
const peak = `process.platform === 'linux'
  ? /VmHWM:\\s+(\\d+)/.exec(require('node:fs').readFileSync('/proc/self/status', 'utf8'))[1]
  : String(process.resourceUsage().maxRSS)`

/** What `check` writes, and how much memory it took. */
function checked(args: readonly string[]): { readonly text: string; readonly megabytes: number } {
  const report = join(folder, 'report')
  const told = join(folder, 'peak.txt')
  const hook = join(folder, 'peak.cjs')
  writeFileSync(hook, `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(told)}, ${peak}))`)
  const run = runCli(['check', '--output', report, ...args], {
    cwd: files,
    env: { NODE_OPTIONS: `--require ${JSON.stringify(hook)}` },
  })
  assert.equal(run.status, 1, run.stderr)
  return { text: readFileSync(report, 'utf8'), megabytes: Number(readFileSync(told, 'utf8')) / 1024 }
}
