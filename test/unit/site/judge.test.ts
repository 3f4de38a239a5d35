import assert from 'node:assert/strict'
import { test } from 'node:test'
import { examples } from '../../../src/site/examples.ts'
import { judge } from '../../../src/site/judge.ts'
import { fragmentOf, sheetOf } from '../../../src/site/share.ts'
import { denyOutside, policyOf } from '../inspecting.ts'

const today = '2026-11-25'

/** How many paths the first finding has besides the first. */
const pathsIn = (html: string) => Number(/\(and (\d+) more service-call paths?\)/.exec(html)?.[1] ?? 0)

for (const { name, path, text } of examples) {
  test(`the example "${name}" fails, and its first patch mends it or part of it`, () => {
    const { conclusion, html, patches } = judge({ path, text, type: undefined }, today)
    assert.equal(conclusion, 'failure')
    assert.match(html, /<article id="finding-1" class="finding error"/)
    assert.match(html, /<button type="button" data-patch="0">Take this patch/)
    const [patched = ''] = patches
    assert.notEqual(patched, text)
    const after = judge({ path, text: patched, type: undefined }, today)
    assert.ok(after.conclusion === 'success' || pathsIn(after.html) < pathsIn(html))
  })
}

test('every button has a patch of its own', () => {
  const { html, patches } = judge({ path: 'p.json', text: policyOf(denyOutside()), type: undefined }, today)
  const numbers = [...html.matchAll(/data-patch="(\d+)"/g)].map(([, number]) => Number(number))
  assert.deepEqual(
    numbers,
    patches.map((_, index) => index),
  )
  assert.ok(patches.length > 1)
})

test('the type that is chosen goes before what the file shows', () => {
  const text = policyOf(denyOutside())
  assert.match(judge({ path: 'p.json', text, type: undefined }, today).html, /of type <code>identity<\/code>/)
  assert.match(judge({ path: 'p.json', text, type: 'scp' }, today).html, /of type <code>scp<\/code>/)
})

test('of many findings a few are shown, and the rest is counted', () => {
  const statements = Array.from({ length: 12 }, (_, index) => denyOutside({ Sid: `S${index}`, Action: 'kms:*' }))
  const { html } = judge({ path: 'p.json', text: policyOf(...statements), type: undefined }, today)
  assert.equal(html.match(/<article /g)?.length, 8)
  assert.match(html, /<p>And \d+ more findings; they follow when these are mended\.<\/p>/)
})

for (const sheet of [
  { path: 'policy.json', text: policyOf(denyOutside()), type: undefined },
  { path: 'ü/東京.tf', text: '"\u0000\u202e<b>😀', type: 'scp' },
  { path: '', text: '', type: 'vpce' },
] as const) {
  test(`a link holds all of a sheet: ${JSON.stringify(sheet.path)}`, async () => {
    const fragment = await fragmentOf(sheet)
    assert.match(fragment, /^#1\.[\w-]+$/)
    assert.deepEqual(await sheetOf(fragment), sheet)
  })
}

const packed = async (value: unknown) => {
  const stream = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return `#1.${Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url')}`
}

for (const [name, fragment] of [
  ['nothing', ''],
  ['another fragment', '#finding-1'],
  ['a later version', '#2.abc'],
  ['letters that unpack to nothing', '#1.abc'],
  ['a link cut short', (await fragmentOf({ path: 'p', text: 'x'.repeat(500), type: undefined })).slice(0, -8)],
  ['another value', await packed({ path: 'p' })],
  ['other types', await packed([1, 2, 3])],
  ['what unpacks to far more than it is long', await packed(['p', 'a'.repeat(2_000_000), ''])],
] as const) {
  test(`${name} is no sheet`, async () => assert.equal(await sheetOf(fragment), undefined))
}

test('an unknown type is none', async () => {
  assert.deepEqual(await sheetOf(await packed(['p', 't', 'constructor'])), { path: 'p', text: 't', type: undefined })
})
