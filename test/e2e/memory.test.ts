import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { runCli } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'memory-'))
after(() => rmSync(folder, { recursive: true }))

test('thousands of policy files are checked in a few hundred megabytes, the report in full', () => {
  const files = join(folder, 'policies')
  mkdirSync(files)
  for (let index = 0; index < 3000; index++) {
    const allow = { Effect: 'Allow', Action: ['s3:Get*', 's3:List*'], Resource: `arn:aws:s3:::team-${index}/*` }
    const condition = { NotIpAddress: { 'aws:SourceIp': `203.0.113.${index % 50}/32` } }
    const deny = { Effect: 'Deny', Action: '*', Resource: '*', Condition: condition }
    const statements = index % 50 === 0 ? [allow, deny] : [allow, allow, allow, allow]
    const text = JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
    writeFileSync(join(files, `${index}.json`), text)
  }
  const told = join(folder, 'peak.txt')
  const hook = join(folder, 'peak.cjs')
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(told)}, String(process.resourceUsage().maxRSS)))`,
  )
  const run = runCli(['check', '.', '--format', 'json', '--output', join(folder, 'report.json')], {
    cwd: files,
    env: { NODE_OPTIONS: `--require ${JSON.stringify(hook)}` },
  })
  assert.equal(run.status, 1, run.stderr)
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
  assert.equal(new Set(report.findings.map(({ file }: { file: string }) => file)).size, 60)
  const megabytes = Number(readFileSync(told, 'utf8')) / 1024
  assert.ok(megabytes > 30 && megabytes < 400, `${megabytes} MB of resident memory at the peak`)
})
