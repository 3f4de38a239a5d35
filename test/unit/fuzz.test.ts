import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from '../../src/inspect.ts'
import type { Registry } from '../../src/model/contracts.ts'
import type { Report, ReportedFinding } from '../../src/model/finding.ts'
import { broken } from '../../tools/fuzz/hold.mjs'
import { inputOf } from '../../tools/fuzz/inputs.mjs'
import { denyOutside, policyOf } from './inspecting.ts'

const allow = { Effect: 'Allow', Action: 's3:*', Resource: '*' }
const head = { path: 'p.json', text: policyOf(denyOutside(), allow) }
const change = { base: undefined, head, scope: 'tree' } as const

type Engine = typeof inspect

/** An engine that makes a mistake: the true one, but for what this changes. */
function mistaken(change: (report: Report) => Report): Engine {
  return (...args) => change(inspect(...args))
}

/** One that is mistaken in the first finding that has remedies. */
function inFinding(change: (finding: ReportedFinding) => ReportedFinding): Engine {
  return mistaken((report) => ({ ...report, findings: report.findings.map(change) }))
}

/** One whose remedies write another text: what `write` makes of the text as it is. */
function writing(write: (text: string) => string): Engine {
  return inFinding((finding) => ({
    ...finding,
    remedies: finding.remedies.map((remedy) => ({ ...remedy, patchedText: write(head.text) })),
  }))
}

const far = { start: head.text.length, end: head.text.length + 9 }
let turn = 0

const mistakes: readonly (readonly [law: string, what: string, engine: Engine])[] = [
  ['crash', 'it throws', () => assert.fail('a mistake')],
  [
    'range',
    'a finding stands beyond the end of its file',
    inFinding((each) => {
      const { finding } = each
      const statement = { ...finding.subject.statement, range: far }
      return { ...each, finding: { ...finding, subject: { ...finding.subject, statement } } }
    }),
  ],
  [
    'range',
    'a problem stands beyond the end of its file',
    mistaken((report) => ({
      ...report,
      problems: [{ file: head, range: far, message: 'x', help: 'x', blocking: true }],
    })),
  ],
  [
    'repeat',
    'it says something else each time',
    mistaken((report) => ({ ...report, findings: turn++ % 2 === 0 ? report.findings : [] })),
  ],
  ['edit', 'a remedy writes what does not read back', writing((text) => text.replace('"Deny"', '"Deny'))],
  ['edit', 'a remedy leaves the statement as it is', writing((text) => text)],
  ['edit', 'a remedy takes another statement away', writing((text) => text.replace(/,\s*\{[^{}]*"Allow"[^{}]*\}/, ''))],
  [
    'edit',
    'a remedy changes another statement',
    writing((text) => text.replace('"s3:*"', '"*"').replace('"Deny"', '"Allow"')),
  ],
  [
    'judge',
    'a remedy lets outsiders in',
    writing((text) => text.replace('"203.0.113.10/32"', '"0.0.0.0/1", "128.0.0.0/1"')),
  ],
]

test('the engine as it is breaks no law', () => {
  assert.equal(broken(change), undefined)
})

for (const [law, what, engine] of mistakes) {
  test(`fuzzing finds a planted mistake: ${what}`, () => {
    assert.equal(broken(change, engine)?.law, law)
  })
}

test('fuzzing finds a planted mistake: it takes longer than it may, twice', () => {
  const longest = 20
  const slow: Engine = (_, ...more) => {
    const { user } = process.threadCpuUsage()
    while (process.threadCpuUsage().user - user < 1100 * longest);
    return inspect([], ...more)
  }
  assert.equal(broken(change, slow, longest)?.law, 'time')
  const quick: Engine = (_, ...more) => inspect([], ...more)
  assert.equal(broken(change, quick, longest), undefined)
})

/** What a reader may not have been thought of for; the inputs come by each of them soon. */
const oddities: readonly (readonly [what: string, RegExp])[] = [
  ['half a character', /[\ud800-\udbff](?![\udc00-\udfff])/],
  ['a mark of the order of bytes within', /.\ufeff/s],
  ['a hundred brackets within each other', /(?:\[\s*){100}|(?:\(\s*){100}/],
  ['a key of the prototype', /__proto__/],
  ['a text that does not end', /"Resource": "[^"]*$/],
  ['no text at all', /^$/],
]

for (const [what, oddity] of oddities) {
  test(`fuzzing comes by a reader that crashes on ${what}`, () => {
    const crashing: Engine = (files, registry: Registry, settings) => {
      assert.ok(!files.some((file) => oddity.test(file.head?.text ?? '')))
      return inspect([], registry, settings)
    }
    const found = Array.from({ length: 4000 }, (_, index) => index).some((index) => {
      const input = inputOf(1, index, [[head]])
      return oddity.test(input.head.text) && broken(input, crashing)?.law === 'crash'
    })
    assert.ok(found)
  })
}
