import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { inspect } from '../../src/inspect.ts'
import { registry } from '../../src/registry.ts'
import { jsonReport } from '../../src/report/json-report.ts'
import { draftComments } from '../../src/report/review-comments.ts'
import { settings } from './inspecting.ts'

const readme = new URL('../../README.md', import.meta.url)
/** The text between two markers is made, not written: `UPDATE_README=1` brings it up to date. */
function generated(name: string, wanted: string): void {
  const text = readFileSync(readme, 'utf8')
  const [begin, end] = [`<!-- ${name}:begin -->\n`, `<!-- ${name}:end -->`]
  const [before, rest = ''] = text.split(begin)
  const [shown, after = ''] = rest.split(end)
  if (process.env['UPDATE_README'] === '1') writeFileSync(readme, `${before}${begin}${wanted}${end}${after}`)
  else assert.equal(shown, wanted)
}

/** The comment that the shipped example gets, as it is posted. */
function exampleComment(): string {
  const read = (folder: string) =>
    readFileSync(new URL(`../../examples/demo/${folder}/policies/developers.json`, import.meta.url), 'utf8')
  const path = 'policies/developers.json'
  const [base, head] = [read('base'), read('change')]
  const report = inspect([{ base: { path, text: base }, head: { path, text: head } }], registry, settings)
  const hunks = [{ startLine: 1, endLine: head.split('\n').length, addedLines: [] }]
  const { drafts } = draftComments(jsonReport(report, 'x'), new Map([[path, { text: head, hunks }]]), { key: 'x' })
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

test('the comment that the README shows is the one that is posted', () => {
  generated('example-comment', `${quoted(exampleComment())}\n`)
})

/** Rows of a Markdown table: how many paths of each mechanism there are, by what they rest on. */
function catalogueTable(): string {
  const bases = ['documented', 'derived', 'observed'] as const
  const mechanisms = [...new Set(registry.catalogue.map(({ mechanism }) => mechanism))].toSorted()
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  const count = (mechanism: string | undefined, basis: string) =>
    registry.catalogue.filter((path) => (mechanism ?? path.mechanism) === path.mechanism && path.basis === basis).length
  const services = new Set(registry.catalogue.map(({ via }) => via))
  const generatedPaths = registry.tables?.allPaths() ?? []
  const types = generatedPaths.filter(({ id }) => id.startsWith('cfn-type-')).length
  return [
    row(['curated paths by mechanism', ...bases]),
    row(['---', ...bases.map(() => '---')]),
    ...mechanisms.map((mechanism) => row([mechanism, ...bases.map((basis) => count(mechanism, basis))])),
    row([
      `all ${registry.catalogue.length}, through ${services.size} calling services`,
      ...bases.map((basis) => count(undefined, basis)),
    ]),
    '',
    `Generated beside them: ${types} CloudFormation resource types, and ${generatedPaths.length - types} pairs of services from AWS's`,
    `managed policies. Date of the catalogue: ${registry.catalogueDate}.`,
    '',
  ].join('\n')
}

test('the README counts the catalogue as it is', () => generated('catalogue-table', catalogueTable()))
