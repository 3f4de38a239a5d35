import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { inspect } from '../../src/inspect.ts'
import { registry } from '../../src/registry.ts'
import { jsonReport } from '../../src/report/json-report.ts'
import { draftComments } from '../../src/report/review-comments.ts'
import { settings } from './inspecting.ts'

const readme = new URL('../../README.md', import.meta.url)
const begin = '<!-- example-comment:begin -->\n'
const end = '<!-- example-comment:end -->'

/** The comment that the shipped example gets, as it is posted. */
function exampleComment(): string {
  const read = (folder: string) =>
    readFileSync(new URL(`../../examples/demo/${folder}/policies/developers.json`, import.meta.url), 'utf8')
  const path = 'policies/developers.json'
  const [base, head] = [read('base'), read('change')]
  const report = inspect([{ base: { path, text: base }, head: { path, text: head } }], registry, settings)
  const hunks = [{ startLine: 1, endLine: head.split('\n').length, addedLines: [] }]
  const { drafts } = draftComments(jsonReport(report, 'x'), new Map([[path, { text: head, hunks }]]))
  const [draft] = drafts
  assert.ok(draft)
  return draft.comment.body.replace(/\n*<!-- sourceip-guard:1 .*$/, '')
}

/** As a quotation, since that is how GitHub frames a comment. */
function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

test('the comment that the README shows is the one that is posted (UPDATE_README=1 writes it)', () => {
  const text = readFileSync(readme, 'utf8')
  const [before, rest = ''] = text.split(begin)
  const [shown, after = ''] = rest.split(end)
  const wanted = `${quoted(exampleComment())}\n`
  if (process.env['UPDATE_README'] === '1') writeFileSync(readme, `${before}${begin}${wanted}${end}${after}`)
  else assert.equal(shown, wanted)
})
