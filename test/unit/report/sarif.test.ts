import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registry } from '../../../src/registry.ts'
import type { JsonReport } from '../../../src/report/json-report.ts'
import { sarifReport } from '../../../src/report/sarif.ts'
import { denyOutside, policyOf, reportOf } from '../inspecting.ts'

const report = reportOf({ head: policyOf(denyOutside()), path: 'policies/a b.json' })

function runOf(whole: JsonReport) {
  const sarif = JSON.parse(JSON.stringify(sarifReport(whole, registry.rules)))
  assert.equal(sarif.version, '2.1.0')
  assert.equal(sarif.runs.length, 1)
  return sarif.runs[0]
}

test('every finding is a result of a rule that is described', () => {
  const run = runOf(report)
  assert.equal(run.results.length, report.findings.length)
  for (const result of run.results) {
    assert.equal(run.tool.driver.rules[result.ruleIndex]?.id, result.ruleId)
    assert.notEqual(run.tool.driver.rules[result.ruleIndex]?.shortDescription.text ?? '', '')
  }
})

test('a result has the place, the level and the fingerprint of its finding', () => {
  const index = report.findings.findIndex(({ level }) => level === 'error')
  const { message, fingerprint } = report.findings[index] ?? assert.fail()
  assert.deepEqual(runOf(report).results[index], {
    ruleId: 'service-call-denied',
    ruleIndex: registry.rules.findIndex(({ id }) => id === 'service-call-denied'),
    level: 'error',
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'policies/a%20b.json', uriBaseId: '%SRCROOT%' },
          region: { startLine: 4, endLine: 16 },
        },
      },
    ],
    partialFingerprints: { 'sourceipGuard/v1': fingerprint },
  })
})

test('levels are those of SARIF', () => {
  const [first = assert.fail()] = report.findings
  const findings = (['error', 'warning', 'notice'] as const).map((level) => ({ ...first, level }))
  const levels = runOf({ ...report, findings }).results.map(({ level }: { level: string }) => level)
  assert.deepEqual(levels, ['error', 'warning', 'note'])
})

test('what is suppressed is there and says why', () => {
  const [first = assert.fail()] = report.findings
  const suppressed = { reason: 'agreed', expires: '2099-01-01' }
  const [result] = runOf({ ...report, findings: [{ ...first, suppressed }] }).results
  assert.deepEqual(result.suppressions, [
    { kind: 'external', status: 'accepted', justification: 'agreed (until 2099-01-01)' },
  ])
})

test('a problem is a result too, and brackets make no link', () => {
  const problem = { file: 'b.json', startLine: 2, endLine: 2, message: 'bad `[a](1)`', help: 'mend it', blocking: true }
  const [result] = runOf({ ...report, findings: [], problems: [problem] }).results
  assert.deepEqual([result.level, result.message.text], ['error', 'bad `\\[a\\](1)`; mend it'])
  assert.deepEqual(result.locations[0].physicalLocation.region, { startLine: 2, endLine: 2 })
})
