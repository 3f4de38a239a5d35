import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { callDiagram } from '../../../src/report/call-diagram.ts'
import type { JsonFinding, JsonServicePath } from '../../../src/report/json-report.ts'
import { denyOutside, policyOf, reportOf } from '../inspecting.ts'

const { findings } = reportOf({ head: policyOf(denyOutside()) })
const finding = findings.find(({ servicePaths }) => servicePaths.length > 0) ?? assert.fail()
const [first = assert.fail()] = finding.servicePaths

function withPaths(paths: readonly Partial<JsonServicePath>[]): JsonFinding {
  return { ...finding, servicePaths: paths.map((path) => ({ ...first, existing: false, ...path })) }
}

const linesOf = (diagram: string | undefined) => (diagram ?? '').split('\n').slice(2, -1)

test('who calls whom and where it is denied', () => {
  const paths = [
    { via: 'athena.amazonaws.com', action: 's3:GetObject', mechanism: 'forward-access-session', verdict: 'contested' },
    { via: 'cloudtrail.amazonaws.com', action: 's3:PutObject', mechanism: 'service-principal', verdict: 'denied' },
    { via: 'athena.amazonaws.com', action: 'kms:Decrypt', mechanism: 'service-role', verdict: 'may-be-denied' },
  ] as const
  assert.deepEqual(linesOf(callDiagram([withPaths(paths)])), [
    '  caller(["caller from an allowed address"])',
    '  n1["athena.amazonaws.com"]',
    '  n2[/"s3:GetObject"/]',
    '  n3["cloudtrail.amazonaws.com"]',
    '  n4[/"s3:PutObject"/]',
    '  n5[/"kms:Decrypt"/]',
    '  caller --> n1',
    '  n1 --x|"as the caller: denied in some readings"| n2',
    '  n3 --x|"as itself: denied"| n4',
    '  n1 --x|"as a role: may be denied"| n5',
  ])
})

test('no finding takes all the room: the first path of each comes before the second of any', () => {
  const many = withPaths(
    Array.from({ length: 20 }, (_, index) => ({ via: `a${index}.amazonaws.com`, action: `a:${index}` })),
  )
  const other = withPaths([{ via: 'b.amazonaws.com', action: 'b:B' }])
  const lines = linesOf(callDiagram([many, other]))
  assert.ok(lines.includes('  n3["b.amazonaws.com"]'))
  assert.ok(lines.includes('  more["and 16 more"]'))
})

test('without calls, or with none that are news, there is no diagram', () => {
  assert.equal(callDiagram([]), undefined)
  assert.equal(callDiagram([withPaths([])]), undefined)
  assert.equal(callDiagram([withPaths([{ existing: true }])]), undefined)
})

/** All that the diagram may hold: nodes and edges, with the letters of names. */
const line =
  /^ {2}(caller\(\["caller from an allowed address"\]\)|more\["and \d+ more"\]|n\d+(\["[\w.:*-]*"\]|\[\/"[\w.:*-]*"\/\])|caller --> n\d+|n\d+ --x\|"[a-z :]+"\| n\d+)$/

test('whatever paths are called, the diagram holds its form and at most twelve nodes', () => {
  const name = fc.oneof(
    fc.string(),
    fc.constantFrom('a"]\n  click n1 "https://evil.example"', 'end', '%%{init}%%', '```\n# x'),
  )
  const path = fc.record({
    via: name,
    action: name,
    mechanism: fc.constantFrom('forward-access-session', 'service-role', 'console', 'service-linked-role', 'other'),
  })
  fc.assert(
    fc.property(fc.array(fc.array(path, { maxLength: 9 }), { maxLength: 9 }), (lists) => {
      const diagram = callDiagram(lists.map(withPaths))
      for (const each of linesOf(diagram)) assert.match(each, line)
      assert.ok(linesOf(diagram).filter((each) => /^ {2}\w+[[(]/.test(each)).length <= 12)
    }),
    { numRuns: 200 },
  )
})
