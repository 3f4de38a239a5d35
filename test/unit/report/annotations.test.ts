import assert from 'node:assert/strict'
import { test } from 'node:test'
import { annotationsOf } from '../../../src/report/annotations.ts'
import type { JsonFinding, JsonProblem, JsonReport } from '../../../src/report/json-report.ts'
import { denyOutside, policyOf, reportOf } from '../inspecting.ts'

const report = reportOf({ head: policyOf(denyOutside()) })
const finding = report.findings.find(({ level }) => level === 'error') ?? assert.fail()
const problem: JsonProblem = { file: 'b.json', startLine: 2, endLine: 2, message: 'a', help: 'b', blocking: true }

function annotations(findings: readonly JsonFinding[], problems: readonly JsonProblem[] = []) {
  const whole: JsonReport = { ...report, findings, problems }
  return annotationsOf(whole)
}

const many = (count: number, more: Partial<JsonFinding>) =>
  Array.from({ length: count }, (_, index) => ({ ...finding, ...more, startLine: index + 1 }))

test('a finding is shown at its lines, with what mends it', () => {
  const [only, ...more] = annotations(report.findings)
  assert.deepEqual(more, [])
  assert.deepEqual(only?.place, {
    title: 'SourceIp Guard: service-call-denied',
    file: 'policy.json',
    startLine: finding.startLine,
    endLine: finding.endLine,
  })
  assert.match(only?.message ?? '', /^After this change .*\nhelp: .*\(via-aws-service\)/)
})

test('a problem is an error where it blocks, else a warning', () => {
  const levels = annotations([], [problem, { ...problem, blocking: false }]).map(({ level }) => level)
  assert.deepEqual(levels, ['error', 'warning'])
})

test('notices, which is what was so before a change, and what is suppressed are not shown', () => {
  const suppressed = { reason: 'r', expires: '2099-01-01' }
  const silent = [{ level: 'notice', change: 'existing' }, { level: 'notice' }, { suppressed }] as const
  assert.deepEqual(annotations(silent.map((more) => ({ ...finding, ...more }))), [])
})

test('in a whole tree all is there already, and shown at its own level', () => {
  assert.equal(annotations([{ ...finding, change: 'existing' }])[0]?.level, 'error')
})

test('GitHub shows ten errors and ten warnings; the last of each says how many there are besides', () => {
  const shown = annotations([...many(13, { level: 'warning' }), ...many(11, {})], [problem])
  assert.deepEqual(
    shown.map(({ level }) => level),
    [...new Array(10).fill('error'), ...new Array(10).fill('warning')],
  )
  assert.equal(shown[0]?.place.file, 'b.json')
  assert.match(shown[9]?.message ?? '', /\n\+2 more, /)
  assert.match(shown[19]?.message ?? '', /\n\+3 more, /)
  assert.equal(shown.filter(({ message }) => message.includes('more, in the job')).length, 2)
})

test('ten are ten, and nothing is besides', () => {
  assert.ok(annotations(many(10, {})).every(({ message }) => !message.includes('more, in the job')))
})

test('a message is shorter than what the runner cuts, and shows what would be hidden', () => {
  const [long] = annotations([{ ...finding, message: '`10\u202e.0`'.padEnd(9000, 'x') }])
  assert.ok((long?.message.length ?? 0) < 4096)
  assert.match(long?.message ?? '', /^`10\\u202e\.0`/)
})
