import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import type { RemedyStrategy } from '../../../src/model/contracts.ts'
import { registry } from '../../../src/registry.ts'
import type { JsonRemedy } from '../../../src/report/json-report.ts'
import { denyOutside, findingsOf, policyOf } from '../inspecting.ts'

const folder = new URL('../../../docs/remedies/', import.meta.url)

/** These files are made, not written: `UPDATE_README=1` brings them up to date. */
function generated(file: URL, wanted: string): void {
  if (process.env['UPDATE_README'] === '1') {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, wanted)
  } else assert.equal(existsSync(file) ? readFileSync(file, 'utf8') : '', wanted)
}

test('docs/remedies.md has a row for every remedy, in the order of the registry', () => {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const rows = registry.strategies.map(({ id, docs }) => {
    const { when, clears, leaves, opens, cost, source } = docs
    return row([
      `[\`${id}\`](remedies/${id}.md)`,
      when,
      clears,
      leaves,
      opens,
      cost,
      `[${source.title}](${source.url})`,
    ])
  })
  const lines = [
    '# Remedies',
    '',
    'Every remedy that is offered was applied to the text, read back and evaluated: the paths it clears are denied in no reading of',
    'AWS’s documents, and every direct request that was denied still is, from every address. One that opens a way round says so and is',
    'never offered for committing. Where no single one clears what several do, these are offered together, their ids joined by `+`.',
    '',
    'They are told in this order: what opens nothing first; then what clears more of the gravest paths; then what gives up less of the',
    'Deny, counted over every kind of call that the catalogue and the controls know; a lift for a while last.',
    '',
    row(['remedy', 'when', 'clears', 'leaves', 'opens', 'cost', 'source']),
    row(['---', '---', '---', '---', '---', '---', '---']),
    ...rows,
  ]
  generated(new URL('../remedies.md', folder), `${lines.join('\n')}\n`)
})

const bucket = { Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::logs', 'arn:aws:s3:::logs/*'] }
const twoServices = denyOutside({ Action: ['s3:PutObject', 'kms:GenerateDataKey'] })
const endpoint = { StringEquals: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } }

/** Policies for which each remedy is offered. */
const examples: Readonly<Record<string, readonly object[]>> = {
  'via-aws-service': [denyOutside()],
  'called-via': [denyOutside({ Action: ['ssm-guiconnect:*', 'ssm:SendCommand', 'iam:ListRoles'] })],
  'kms-via-service': [denyOutside()],
  'service-principal': [denyOutside(bucket)],
  'service-role': [denyOutside(bucket)],
  'vpc-endpoint': [denyOutside(), { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Condition: endpoint }],
  'narrow-actions': [twoServices],
  'assume-role': [denyOutside()],
  'temporary-lift': [denyOutside()],
}

function offered(id: string): JsonRemedy {
  const remedies = findingsOf({ head: policyOf(...(examples[id] ?? [])) }).flatMap((finding) => finding.remedies)
  return remedies.find((remedy) => remedy.id === id) ?? assert.fail(`${id} is not offered for its example`)
}

function shown({ patch, documents = [], costs = [] }: JsonRemedy): string[] {
  if (patch !== '') return ['```diff', patch.trimEnd(), '```']
  const policies = documents.flatMap(({ title, text }) => [`The ${title}:`, '', '```json', text.trimEnd(), '```', ''])
  return [...policies, ...costs.map((cost) => `- ${cost}`)]
}

function pageOf({ id, title, docs }: RemedyStrategy): string {
  const remedy = offered(id)
  const lines = [
    `# ${id}`,
    '',
    `${title.slice(0, 1).toUpperCase()}${title.slice(1)}.`,
    '',
    '## When',
    '',
    docs.when,
    '',
    '## What it clears, leaves and opens',
    '',
    `- Clears: ${docs.clears}`,
    `- Leaves: ${docs.leaves}`,
    `- Opens: ${docs.opens}`,
    '',
    '## What it costs',
    '',
    docs.cost,
    '',
    '## Example',
    '',
    'As it is offered for a policy, proven:',
    '',
    ...shown(remedy),
    '',
    '## Source',
    '',
    `- ${docs.source.title}: ${docs.source.url}`,
  ]
  return `${lines.join('\n')}\n`
}

for (const strategy of registry.strategies) {
  test(`docs/remedies/${strategy.id}.md shows what is offered`, () => {
    generated(new URL(`${strategy.id}.md`, folder), pageOf(strategy))
  })
}

test('there is no page of a remedy that is no more', () => {
  const pages = readdirSync(folder).map((name) => name.replace(/\.md$/, ''))
  assert.deepEqual(pages.toSorted(), registry.strategies.map(({ id }) => id).toSorted())
})
