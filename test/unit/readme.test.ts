import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'yaml'
import { readConfig } from '../../src/config.ts'
import { registry } from '../../src/registry.ts'
import { runHere } from './cli/run-here.ts'
import { exampleComment } from './example-comment.ts'

const root = new URL('../../', import.meta.url)
const readme = new URL('README.md', root)
const text = readFileSync(readme, 'utf8')
/** The text between two markers is made, not written: `UPDATE_README=1` brings it up to date. */
function generated(name: string, wanted: string): void {
  const [begin, end] = [`<!-- ${name}:begin -->\n`, `<!-- ${name}:end -->`]
  const [before, rest = ''] = text.split(begin)
  const [shown, after = ''] = rest.split(end)
  if (process.env['UPDATE_README'] === '1') writeFileSync(readme, `${before}${begin}${wanted}${end}${after}`)
  else assert.equal(shown, wanted)
}

test('the picture of a comment shows the one that is posted today (`npm run pictures` renders it anew)', () => {
  assert.equal(readFileSync(new URL('docs/pictures/comment.md', root), 'utf8'), exampleComment().body)
})

/** The blocks of code in the README, by language. */
const blocks = (language: string) =>
  [...text.matchAll(new RegExp(`\n\`\`\`${language}\n([\\s\\S]*?)\n\`\`\``, 'g'))].map(([, code = '']) => code)

test('every block of the README is YAML, and what is no workflow is a configuration that is accepted', () => {
  assert.equal(text.match(/^```\w+$/gm)?.length, blocks('yaml').length)
  const configs = blocks('yaml').filter((code) => !/^jobs:/m.test(code))
  assert.ok(configs.length > 1)
  for (const code of configs) readConfig({ path: '.github/sourceip-guard.yml', text: code }, {})
})

test('the workflow to paste is the one that is shipped, but for comments and what limits a run', () => {
  const [pasted = ''] = blocks('yaml').filter((code) => /^jobs:/m.test(code))
  const { concurrency: _, ...shipped } = parse(
    readFileSync(new URL('examples/workflows/required-check.yml', root), 'utf8'),
  )
  for (const job of Object.values<Record<string, unknown>>(shipped.jobs)) delete job['timeout-minutes']
  assert.deepEqual(parse(pasted), shipped)
})

test('every script, command and file that the README names is there', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
  const names = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name)
  assert.ok(names.length > 1)
  for (const name of names) assert.ok(name in scripts, name)
  const files = [...text.matchAll(/(?:\]\(|src="|srcset=")(?!https:)([^)"#]+)/g)].map(([, file = '']) => file)
  assert.ok(files.length > 8)
  for (const file of files) assert.ok(existsSync(new URL(file, root)), file)
})

const commands = [...new Set([...text.matchAll(/`sourceip-guard (\w+)/g)].map(([, name = '']) => name))]
for (const name of commands) {
  test(`the command line has ${name}`, async () => {
    const { status, stdout } = await runHere([name, '--help'], { cwd: process.cwd() })
    assert.equal(status, 0)
    assert.ok(stdout.startsWith(`usage: sourceip-guard ${name} `))
  })
}

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
