import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { assertTestExists } from './named-tests.ts'

const page = readFileSync('docs/threat-model.md', 'utf8')
/** The ways round with the test that closes each: rows that end in "`file`: `name`". */
const closed = [...page.matchAll(/^\| (.+) \| .+ \| `(test\/[\w/.-]+)`: `(.+)` \|$/gm)]

test('the page lists ways round that are closed, and says why others are not', () => {
  assert.ok(closed.length > 40, String(closed.length))
  assert.match(page, /^## What is out of its reach/m)
  const rows = [...page.matchAll(/^\| (?!way round|---)/gm)].length
  const open = page.slice(page.indexOf('## What is out of its reach')).match(/^\| (?!way round|---)/gm)?.length ?? 0
  assert.equal(rows, closed.length + open)
})

for (const [, way = '', file = '', name = ''] of closed) {
  test(`the threat model names a test that exists: ${way}`, () => assertTestExists(file, name))
}

test('every way round that is tried stands in the threat model', () => {
  const tried = readFileSync('test/e2e/hostile-changes.test.ts', 'utf8')
  const rows = tried.slice(tried.indexOf('const rows'), tried.indexOf('const quiet'))
  for (const [, name = ''] of rows.matchAll(/^ {2}'([^']+)': \{/gm)) assert.ok(page.includes(`: \`${name}\` |`), name)
})
