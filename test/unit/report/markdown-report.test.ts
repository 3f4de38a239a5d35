import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JsonFinding, JsonReport } from '../../../src/report/json-report.ts'
import { markdownReport } from '../../../src/report/markdown-report.ts'
import { denyOutside, policyOf, reportOf } from '../inspecting.ts'

const report = reportOf({ head: policyOf(denyOutside()), path: 'policies/a.json' })
const finding = report.findings.find(({ level }) => level === 'error') ?? assert.fail()
const options = { counts: '1 file checked', filesUrl: 'https://github.com/octo/infra/blob/head' }

test('the report leads with the verdict, then tells every error with why, paths, change and proof', () => {
  const text = markdownReport(report, { ...options, notes: ['no review was posted'] })
  const lines = text.split('\n').filter((line) => line !== '')
  assert.deepEqual(lines.slice(0, 4), [
    '## SourceIp Guard: failed',
    '1 file checked.',
    '- no review was posted',
    '### Error: `policies/a.json`, [lines 4 to 16](https://github.com/octo/infra/blob/head/policies/a.json#L4-L16)',
  ])
  assert.match(text, /\n\*\*After this change .*\*\*\n\nAWS’s documents disagree/)
  assert.match(
    text,
    /\n- and \d+ more service-call paths, among them: CloudFormation manages \d+ resource types, e.g. [\w:, ]+\n\n```diff\n--- a\/policies\/a\.json\n/,
  )
  assert.match(text, /\n\nProven: /)
})

test('notices and what is suppressed stand in a line each', () => {
  const suppressed = { reason: 'agreed in `#42`', expires: '2099-01-01' }
  const text = markdownReport({ ...report, findings: [{ ...finding, suppressed }] }, options)
  const at = text.indexOf('### Notices and what is suppressed')
  assert.ok(at > 0)
  assert.match(text.slice(at), /\n- `policies\/a\.json`, .* suppressed until `2099-01-01`: `` agreed in `#42` ``\)\n$/)
})

test('a clean report is short', () => {
  const clean: JsonReport = { ...report, conclusion: 'success', findings: [], problems: [] }
  assert.equal(markdownReport(clean, options), '## SourceIp Guard: passed\n\n1 file checked.\n')
})

test('names from a pull request do not break out of their code', () => {
  const file = 'a`](https://evil.example)|\n# @org/team <img src=x>.json'
  const problems = [{ file, startLine: 1, endLine: 1, message: 'bad `\u202ekey`', help: 'h', blocking: true }]
  const text = markdownReport({ ...report, findings: [{ ...finding, file }], problems }, options)
  const span = '``a`](https://evil.example)|␤# @org/team <img src=x>.json``'
  assert.ok(
    text.includes(`### Error: ${span}, [line 1](https://github.com/octo/infra/blob/head/a%60%5D%28https%3A//evil.`),
  )
  assert.ok(text.includes(`### Error: ${span}, [lines 4 to 16](`))
  assert.ok(text.includes('**Bad `\\u202ekey`**'))
  assert.doesNotMatch(text, /\n# @org|\u202e/)
})

test('a report that is too long for GitHub is cut between findings, and says so', () => {
  const findings: JsonFinding[] = Array.from({ length: 400 }, (_, index) => ({ ...finding, startLine: index + 1 }))
  const text = markdownReport({ ...report, findings }, options)
  assert.ok(Buffer.byteLength(text) < 1_048_576)
  const shown = text.match(/^### Error/gm)?.length ?? 0
  assert.ok(shown > 50 && shown < 400)
  assert.match(text, new RegExp(`\\n</details>\\n\\n${400 - shown} more: see the JSON report of this run\\.\\n$`))
})
