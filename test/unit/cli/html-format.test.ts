import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { deny, policy, runHere } from './run-here.ts'

const root = mkdtempSync(join(tmpdir(), 'html-format-'))
after(() => rmSync(root, { recursive: true }))
writeFileSync(join(root, 'p.json'), policy(deny()))
const config = join(root, 'few.yml')
writeFileSync(config, 'catalogue:\n  services: [cloudformation]\n')

test('a report in HTML goes to the output, or to the file that is named, and the exit status stays', async () => {
  const args = ['check', 'p.json', '--config', config, '--format', 'html']
  const printed = await runHere(args, { cwd: root })
  assert.equal(printed.status, 1)
  assert.match(printed.stdout, /^<!doctype html>\n<html lang="en">[\s\S]*<code>p\.json<\/code>[\s\S]*<\/html>\n$/)
  const written = await runHere([...args, '--output', 'report.html'], { cwd: root })
  assert.deepEqual(written, { status: 1, stdout: '', stderr: '' })
  assert.equal(readFileSync(join(root, 'report.html'), 'utf8'), printed.stdout)
})

test('the help of check and diff names the format', async () => {
  for (const command of ['check', 'diff'])
    assert.match((await runHere([command, '--help'], { cwd: root })).stdout, /--format FORMAT .*\bhtml\b/)
})
