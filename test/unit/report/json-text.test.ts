import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jsonText, reportText } from '../../../src/report/json-text.ts'
import { denyOutside, policyOf, reportOf } from '../inspecting.ts'

for (const [what, statements] of [
  ['no finding', []],
  ['a finding', [denyOutside()]],
  ['some', [denyOutside(), { ...denyOutside(), Action: 's3:*' }, { ...denyOutside(), Sid: 'a "b"\n\u2028' }]],
] as const) {
  test(`${what}: the pieces together are the report as JSON, indented`, () => {
    const report = reportOf({ head: policyOf(...statements), settings: { scope: 'tree' } })
    assert.equal(report.findings.length > 0, statements.length > 0)
    assert.equal([...reportText(report)].join(''), jsonText(report))
  })
}

test('a piece holds one finding, so that none is as long as the whole', () => {
  const report = reportOf({ head: policyOf(denyOutside(), denyOutside()), settings: { scope: 'tree' } })
  assert.equal([...reportText(report)].length, report.findings.length + 2)
})
