import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { expressionsOf, whySlow } from '../../tools/linear/expressions.mjs'

/** Expressions that some text makes slow, which once stood in this project or are well known. */
const slow: readonly RegExp[] = [
  /\s+$/,
  /=+$/,
  /^(a+)+$/,
  /^(ab)*(ab)*$/,
  /^([a-z]*)(.*)$/,
  /^\s*([^,]+?)\s*(?:,\s*'([^']*)'\s*)?$/,
]
const quick: readonly RegExp[] = [/^\s+/, /^[^=]*=/, /^arn:[^:]*:iam::\d{12}:root$/, /"Statement"\s*:/i]

for (const { source, flags } of slow) {
  test(`an expression that some text makes slow is found: ${source}`, async () => {
    assert.match((await whySlow({ pattern: source, flags })) ?? '', /polynomial|exponential/)
  })
}
for (const { source, flags } of quick) {
  test(`an expression that no text makes slow is let pass: ${source}`, async () => {
    assert.equal(await whySlow({ pattern: source, flags }), undefined)
  })
}

test('every expression of a source is looked at, and one that is put together is told', () => {
  const text = ['const a = /x+/gi', 'if (/\\//.test(b)) c = [/d/u, "/e/"]', 'new RegExp(f)', 'RegExp(`${g}`)'].join(
    '\n',
  )
  const { literals, others } = expressionsOf('x.ts', text)
  assert.deepEqual(
    literals.map(({ place, name }) => `${place} ${name}`),
    ['x.ts:1 /x+/gi', 'x.ts:2 /\\//', 'x.ts:2 /d/u'],
  )
  assert.deepEqual(others, ['x.ts:3', 'x.ts:4'])
})

test('that every expression takes linear time is shown by CI and before a commit', () => {
  assert.match(readFileSync('.ci/run', 'utf8'), /^npm run linear$/m)
  assert.match(JSON.parse(readFileSync('package.json', 'utf8')).scripts.check, /npm run -s linear &&/)
})
