import assert from 'node:assert/strict'
import { test } from 'node:test'
import { configChangeText } from '../../../src/report/config-change.ts'
import { lapsedCountText, lapsedText } from '../../../src/report/lapsed.ts'
import { denyOutside, inspectChange, policyOf, reportOf } from '../inspecting.ts'

const head = policyOf(denyOutside())
const suppression = {
  rule: 'service-call-denied',
  matches: () => true,
  sid: undefined,
  reason: 'agreed in `#42`\n',
  expires: '2099-01-01',
}
const plain = inspectChange({ head })
const suppressed = inspectChange({ head, settings: { suppressions: [suppression] } })
const warned = inspectChange({ head, settings: { contestedLevel: 'warning' } })
const none = { ...plain, findings: [], conclusion: 'success' as const }

const effects: readonly [name: string, text: string, expected: RegExp][] = [
  [
    'that suppresses',
    configChangeText({ settings: [], before: plain, after: suppressed }),
    /1 finding would be suppressed, the check would pass where it does fail\./,
  ],
  [
    'that ends a suppression',
    configChangeText({ settings: [], before: suppressed, after: plain }),
    /1 finding would count again, the check would fail/,
  ],
  [
    'that looks away',
    configChangeText({ settings: [], before: plain, after: none }),
    /\d+ findings? would not be found/,
  ],
  ['that looks closer', configChangeText({ settings: [], before: none, after: plain }), /\d+ findings? would be new/],
  [
    'of a level',
    configChangeText({ settings: [], before: plain, after: warned }),
    /1 finding would have another level/,
  ],
  [
    'of nothing that matters here',
    configChangeText({ settings: [], before: plain, after: plain }),
    /with it nothing would be different here\.$/,
  ],
  [
    'of a setting',
    configChangeText({ settings: [{ key: 'fail-on', before: 'error', after: 'never' }], before: plain, after: plain }),
    /with it `fail-on` would be `never` and not `error`\.$/,
  ],
]
for (const [name, text, expected] of effects) {
  test(`a change of the configuration ${name} is told by what it would do`, () => assert.match(text, expected))
}

const [finding = assert.fail()] = reportOf({ head }).findings.filter(({ level }) => level === 'error')

test('a suppression that has ended is told with its day and its reason', () => {
  assert.match(
    lapsedText(finding, [{ ...suppression, expires: '2026-01-31' }], '2026-01-31') ?? '',
    /ended on 2026-01-31\. The reason was: `agreed in ’#42’/,
  )
  assert.match(lapsedCountText(2), /2 findings has ended; they count again/)
})

test('one that is in force, or of something else, is not', () => {
  const others = [
    suppression,
    { ...suppression, expires: '2026-01-01', rule: 'ipv6-missing' },
    { ...suppression, expires: '2026-01-01', sid: 'Other' },
    { ...suppression, expires: '2026-01-01', matches: () => false },
  ]
  assert.equal(lapsedText(finding, others, '2026-02-01'), undefined)
})
