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

test('no piece is as long as the whole, nor so short that thousands are written', () => {
  const report = reportOf({ head: policyOf(denyOutside(), denyOutside()), settings: { scope: 'tree' } })
  const lengths = [...reportText(report)].map(({ length }) => length)
  assert.ok(lengths.length > 1 && Math.max(...lengths) < 1 << 17, lengths.join())
  assert.ok(lengths.slice(0, -1).every((length) => length >= 1 << 16))
})
