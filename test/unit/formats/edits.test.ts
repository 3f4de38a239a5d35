import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalCondition, canonicalStatement } from '../../../src/diff/canonical.ts'
import type { StatementChange } from '../../../src/model/contracts.ts'
import type { PolicyDocument, Statement } from '../../../src/model/policy.ts'
import { applyEdits, type TextEdit } from '../../../src/model/source.ts'
import { registry } from '../../../src/registry.ts'

type Json = string | readonly Json[] | { readonly [key: string]: Json }
type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>

interface Written {
  readonly Effect: string
  readonly Action: string | readonly string[]
  readonly Resource: string
  readonly Condition?: Condition
}

/** How a text is laid out: what a level is indented by (`''`: all on one line), and how lines end. */
interface Layout {
  readonly indent: string
  readonly newline: string
}

const one = (...all: readonly string[]) => fc.constantFrom(...all)
const many = (...all: readonly string[]) => fc.oneof(one(...all), fc.subarray([...all], { minLength: 1 }))
const statement: fc.Arbitrary<Written> = fc.record(
  {
    Effect: one('Deny', 'Deny', 'Allow'),
    Action: many('s3:*', 'kms:Decrypt'),
    Resource: one('*', 'arn:aws:s3:::barn/*'),
    Condition: fc.record(
      {
        NotIpAddress: fc.record({ 'aws:SourceIp': many('192.0.2.0/24', '203.0.113.7/32') }),
        BoolIfExists: fc.record({ 'aws:PrincipalIsAWSService': one('false') }),
        StringNotEquals: fc.record({ 'aws:PrincipalTag/barn': many('a', 'b') }),
      },
      { requiredKeys: [], noNullPrototype: true },
    ) as fc.Arbitrary<Condition>,
  },
  { requiredKeys: ['Effect', 'Action', 'Resource'], noNullPrototype: true },
) as fc.Arbitrary<Written>
/** Texts without the key are not looked into. */
const speaking: Written = {
  Effect: 'Deny',
  Action: '*',
  Resource: '*',
  Condition: { NotIpAddress: { 'aws:SourceIp': '198.51.100.7/32' } },
}
const layout: fc.Arbitrary<Layout> = fc.record({
  indent: one('', '  ', '    ', '\t'),
  newline: one('\n', '\r\n'),
})
const changes: readonly StatementChange[] = [
  { kind: 'add-condition', operator: 'BoolIfExists', key: 'aws:ViaAWSService', values: ['false'] },
  { kind: 'add-condition', operator: 'Null', key: 'kms:ViaService', values: ['true'] },
  { kind: 'add-condition', operator: 'StringNotEquals', key: 'aws:SourceVpc', values: ['vpc-1', 'vpc-2'] },
]

const documentOf = (statements: readonly Written[]) => ({
  Version: '2012-10-17',
  Statement: statements as readonly object[] as readonly Json[],
})

function json(value: Json, { indent, newline }: Layout): string {
  return JSON.stringify(value, null, indent).replaceAll('\n', newline)
}

function below(text: string, newline: string, by: string): string {
  return text.replaceAll(newline, newline + by)
}

/** Block style of YAML, texts in quotes. */
function yaml(value: Json, by: string, newline: string): string {
  if (typeof value === 'string') return ` ${JSON.stringify(value)}`
  const lines = Array.isArray(value)
    ? value.map((item: Json) => `${by}-${yaml(item, `${by}  `, newline).replace(new RegExp(`^${newline} *`), ' ')}`)
    : Object.entries(value).map(([key, item]) => `${by}${JSON.stringify(key)}:${yaml(item, `${by}  `, newline)}`)
  return newline + lines.join(newline)
}

/** Objects of Terraform's language, `key = value` a line. */
function hcl(value: Json, by: string, newline: string): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item: Json) => hcl(item, by, newline)).join(', ')}]`
  const lines = Object.entries(value).map(
    ([key, item]) => `${by}  ${/^\w+$/.test(key) ? key : JSON.stringify(key)} = ${hcl(item, `${by}  `, newline)}`,
  )
  return `{${newline}${lines.join(newline)}${newline}${by}}`
}

function blocks(statements: readonly Written[]): string[] {
  const list = (value: string | readonly string[]) => JSON.stringify([value].flat())
  return statements.flatMap(({ Effect, Action, Resource, Condition = {} }) => [
    '  statement {',
    `    effect    = "${Effect}"`,
    `    actions   = ${list(Action)}`,
    `    resources = ${list(Resource)}`,
    ...Object.entries(Condition).flatMap(([operator, keys]) =>
      Object.entries(keys).flatMap(([key, values]) => [
        '',
        '    condition {',
        `      test     = "${operator}"`,
        `      variable = "${key}"`,
        `      values   = ${list(values)}`,
        '    }',
      ]),
    ),
    '  }',
  ])
}

const resource = (document: Json): Json => ({
  P: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document } },
})

/** Every way in which a format holds policies. */
const homes: readonly (readonly [
  name: string,
  path: string,
  write: (statements: readonly Written[], layout: Layout) => string,
])[] = [
  ['JSON', 'p.json', (s, l) => json(documentOf(s), l) + l.newline],
  [
    'JSON with comments',
    'p.jsonc',
    (s, l) => json(documentOf(s), l).replaceAll(',' + l.newline, `, // why${l.newline}`),
  ],
  ['CloudFormation in JSON', 's.json', (s, l) => json({ Resources: resource(documentOf(s)) }, l)],
  [
    'CloudFormation in YAML',
    's.yaml',
    (s, l) =>
      `# top${l.newline}Resources:${yaml(resource(documentOf(s)), '  ', l.newline)}${l.newline}Outputs: {}${l.newline}`,
  ],
  [
    'flow style in YAML',
    's.yaml',
    (s, l) => `policy: ${json(documentOf(s), { ...l, indent: '' })} # end${l.newline}after: 1`,
  ],
  [
    'JSON in a block of YAML',
    's.yaml',
    (s, l) =>
      `policy: |${l.newline}  ${below(json(documentOf(s), { ...l, indent: '  ' }), l.newline, '  ')}${l.newline}after: 1${l.newline}`,
  ],
  [
    'documents of Terraform',
    'p.tf',
    (s, l) => ['data "aws_iam_policy_document" "p" {', ...blocks(s), '}', '# end', ''].join(l.newline),
  ],
  [
    'jsonencode',
    'p.tf',
    (s, l) => `locals {${l.newline}  p = jsonencode(${hcl(documentOf(s), '  ', l.newline)})${l.newline}}${l.newline}`,
  ],
  [
    'a heredoc',
    'p.tf',
    (s, l) =>
      `locals {${l.newline}  p = <<-EOF${l.newline}    ${below(json(documentOf(s), l), l.newline, '    ')}${l.newline}  EOF${l.newline}}${l.newline}`,
  ],
  ['Terraform in JSON', 'p.tf.json', (s, l) => json({ locals: { p: documentOf(s) } }, l)],
  [
    'a template',
    'p.json.tpl',
    (s, l) =>
      json(documentOf(s), l)
        .replaceAll(/"192\.0\.2\.0\/24"/g, '${jsonencode(office)}')
        .replaceAll('"arn:aws:s3:::barn/*"', '"arn:aws:s3:::${barn}/*"'),
  ],
  [
    'a template of YAML',
    'p.yaml.j2',
    (s, l) =>
      `# {{ top }}${l.newline}policy:${yaml(documentOf(s), '  ', l.newline)}${l.newline}after: {{ x }}${l.newline}`,
  ],
  [
    'TOML',
    'p.toml',
    (s, l) => `[a]${l.newline}p = '''${l.newline}${json(documentOf(s), l)}${l.newline}'''${l.newline}b = 1`,
  ],
]

function statementsOf(
  policies: readonly PolicyDocument[],
): { readonly policy: PolicyDocument; readonly statement: Statement }[] {
  return policies.flatMap((policy) => policy.statements.map((each) => ({ policy, statement: each })))
}

/** What an edit replaces is in what it writes, around what is new: nothing is lost. */
function onlyAdds(text: string, { range, newText }: TextEdit): boolean {
  const replaced = text.slice(range.start, range.end)
  return Array.from({ length: replaced.length + 1 }, (_, at) => at).some(
    (at) => newText.startsWith(replaced.slice(0, at)) && newText.endsWith(replaced.slice(at)),
  )
}

for (const [name, path, write] of homes) {
  test(`${name}: what is read after an edit has the change and nothing else, and every other byte is the same`, () => {
    let edited = 0
    const property = fc.property(
      fc.array(statement, { maxLength: 2 }).map((more) => [speaking, ...more]),
      layout,
      fc.constantFrom(...changes),
      fc.nat(),
      (statements, style, change, pick) => {
        const text = write(statements, style)
        const file = { path, text }
        const format = registry.formats.find((candidate) => candidate.recognises(file))
        const before = statementsOf(format?.read(file).policies ?? [])
        assert.equal(before.length, statements.length)
        const at = pick % before.length
        const target = before[at]
        if (format === undefined || target === undefined) return
        const edits = format.edit(target.policy, target.statement, [change])
        if (edits.length === 0) return
        edited += 1
        for (const edit of edits) assert.ok(onlyAdds(text, edit), JSON.stringify(edit))
        const after = format.read({ path, text: applyEdits(text, edits) })
        const told = ({ problems }: typeof after) => problems.map(({ message }) => message)
        assert.deepEqual(told(after), told(format.read(file)))
        const meaning = ({ policy, statement: each }: (typeof before)[number]) => canonicalStatement(each, policy)
        const added = (conditions: Statement['conditions']) => conditions.map(canonicalCondition)
        const wanted = before.map((each, index) =>
          index === at ? [...added(each.statement.conditions), changeText(change)].toSorted() : meaning(each),
        )
        const got = statementsOf(after.policies).map((each, index) =>
          index === at ? added(each.statement.conditions).toSorted() : meaning(each),
        )
        assert.deepEqual(got, wanted)
        const scope = (each: Statement) => canonicalStatement({ ...each, conditions: [] }, target.policy)
        assert.equal(scope(statementsOf(after.policies)[at]?.statement ?? target.statement), scope(target.statement))
      },
    )
    fc.assert(property, { numRuns: Math.min(2000, Number(process.env['SOUNDNESS_RUNS'] ?? 40)) })
    assert.ok(edited > 5, `${edited} of the runs`)
  })
}

function changeText({ operator, key, values }: StatementChange): string {
  const ifExists = operator.endsWith('IfExists')
  const base = ifExists ? operator.slice(0, -'IfExists'.length) : operator
  return JSON.stringify(['', base, ifExists, key.toLowerCase(), values.map((value) => `=${value}`).toSorted()])
}
