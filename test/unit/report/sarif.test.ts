import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import { registry } from '../../../src/registry.ts'
import type { JsonReport } from '../../../src/report/json-report.ts'
import { sarifReport } from '../../../src/report/sarif.ts'
import { sarifSubset } from '../../schemas/sarif-subset.ts'
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
  const { fixes, ...result } = runOf(report).results[index]
  assert.ok(fixes.length > 0)
  assert.deepEqual(result, {
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

test('a fix replaces the lines of a remedy that may be committed, and of no other', () => {
  const index = report.findings.findIndex(({ level }) => level === 'error')
  const { remedies } = report.findings[index] ?? assert.fail()
  const safe = remedies.filter(({ opens }) => opens.length === 0)
  assert.ok(safe.length > 0 && safe.length < remedies.length)
  const { fixes } = runOf(report).results[index]
  assert.equal(fixes.length, safe.length)
  const [replacement] = fixes[0].artifactChanges[0].replacements
  const [edit = assert.fail()] = safe[0]?.edits ?? []
  assert.deepEqual(replacement, {
    deletedRegion: { startLine: edit.startLine, endLine: edit.endLine },
    insertedContent: { text: edit.replacement },
  })
})

test('every rule of ours links its page, and a fix those of its remedies', () => {
  const run = runOf(report)
  const pageOf = (url: string) => readFileSync(url.replace(/^.*\/blob\/main\//, ''), 'utf8')
  for (const { id, helpUri, help } of run.tool.driver.rules) {
    if (id === 'unreadable-policy') assert.equal(helpUri, undefined)
    else {
      assert.ok(pageOf(helpUri).startsWith(`# ${id}\n`))
      assert.ok(help.text.endsWith(` See ${helpUri}`) && help.markdown.includes(`](${helpUri})`))
    }
  }
  const index = report.findings.findIndex(({ level }) => level === 'error')
  const { text, markdown } = run.results[index].fixes[0].description
  const [, url = ''] = /; see (\S+)$/.exec(text) ?? []
  assert.ok(pageOf(url).startsWith('# via-aws-service\n'))
  assert.ok(markdown.endsWith(` ([via-aws-service](${url}))`), markdown)
  const [remedy = assert.fail()] = report.findings[index]?.remedies ?? []
  const joined = { ...remedy, id: 'service-principal+service-role' }
  const both = runOf({ ...report, findings: [{ ...first, remedies: [joined] }] }).results[0].fixes[0].description
  assert.match(both.text, /see \S+\/service-principal\.md and \S+\/service-role\.md$/)
  assert.match(both.markdown, /\(\[service-principal\]\(\S+\), \[service-role\]\(\S+\)\)$/)
})

const [first = assert.fail()] = report.findings
const problem = { file: 'b\u202e [x].json', startLine: 1, endLine: 1, message: 'm', help: 'h', blocking: true }
const written: JsonReport = {
  ...report,
  findings: [...report.findings, { ...first, suppressed: { reason: 'agreed', expires: '2099-01-01' } }],
  problems: [problem],
}

/** The formats that the schema names, as far as they matter here. */
const formats = {
  uri: (value: string) => URL.canParse(value),
  'uri-reference': (value: string) => URL.canParse(value, 'https://x.example/') && !/[^!-~]/.test(value),
  'date-time': true,
} as const

test('the report is SARIF 2.1.0, as far as the guard writes it', () => {
  const validate = new Ajv({ formats, allowUnionTypes: true }).compile(sarifSubset)
  assert.ok(validate(JSON.parse(JSON.stringify(sarifReport(written, registry.rules)))), JSON.stringify(validate.errors))
})

const { SARIF_SCHEMA: standard } = process.env
test('the report holds to the schema of the standard', {
  skip: standard === undefined && 'SARIF_SCHEMA is not set',
}, () => {
  const schema = JSON.parse(readFileSync(standard ?? '', 'utf8'))
  const validate = new Ajv({ formats, strict: false }).compile({ ...schema, id: undefined, $schema: undefined })
  assert.ok(validate(JSON.parse(JSON.stringify(sarifReport(written, registry.rules)))), JSON.stringify(validate.errors))
})

test('every rule that can be reported has a help of its own', () => {
  const rules: { id: string; help: { text: string } }[] = runOf(report).tool.driver.rules
  assert.ok(rules.length > registry.rules.length)
  assert.equal(new Set(rules.map(({ help }) => help.text)).size, rules.length)
})
