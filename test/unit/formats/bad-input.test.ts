import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sourceFile } from '../../../src/changes/disk-file.ts'
import { inspect } from '../../../src/inspect.ts'
import type { SourceFile } from '../../../src/model/source.ts'
import { registry } from '../../../src/registry.ts'
import { jsonReport } from '../../../src/report/json-report.ts'
import { settings } from '../inspecting.ts'

const statement =
  '{ "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "NotIpAddress": { "aws:SourceIp": "192.0.2.0/24" } } }'
const policy = `{ "Version": "2012-10-17", "Statement": [${statement}] }`
const nested = (open: string, close: string, levels: number, inside = policy) =>
  open.repeat(levels) + inside + close.repeat(levels)
const anchors = (name: (level: number) => string, list: (level: number) => string) =>
  Array.from({ length: 12 }, (_, level) =>
    level === 0 ? `${name(0)} ${policy}` : `${name(level)} ${list(level - 1)}`,
  ).join('\n')

/** Keys of YAML each below the other. */
const indented = (levels: number) => {
  const lines = Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:`)
  return [...lines, `${' '.repeat(levels)}b: ${policy}`].join('\n')
}

/** What each format makes of a policy that is wrapped, and how deep it is taken. */
const deep: readonly (readonly [path: string, wrap: (levels: number) => string])[] = [
  ['p.json', (levels) => nested('[', ']', levels)],
  ['p.json', (levels) => nested('{ "a": ', ' }', levels)],
  ['p.json', (levels) => JSON.stringify({ text: nested('[', ']', levels) })],
  [
    'stack.json',
    (levels) => `{ "AWSTemplateFormatVersion": "2010-09-09", "Resources": ${nested('{ "a": ', '}', levels)} }`,
  ],
  ['p.yaml', (levels) => nested('[', ']', levels)],
  ['p.yaml', (levels) => indented(Math.min(levels, 1500))],
  ['p.tf', (levels) => `locals {\n  a = ${nested('[', ']', levels, `jsonencode(${policy})`)}\n}`],
  ['p.tf', (levels) => `locals {\n  a = ${nested('(', ')', levels, `jsonencode(${policy})`)}\n}`],
  ['p.tf', (levels) => `locals {\n  a = <<EOF\n${nested('[', ']', levels)}\nEOF\n}`],
  ['p.tf', (levels) => nested('a {\n', '\n}', levels, `x = jsonencode(${policy})`)],
  ['p.tf.json', (levels) => `{ "locals": { "a": ${nested('[', ']', levels)} } }`],
  [
    'plan.json',
    (levels) => {
      const resource = `{ "address": "a.b", "mode": "managed", "type": "aws_iam_policy", "values": { "policy": ${JSON.stringify(policy)} } }`
      const module = nested('{ "child_modules": [', '] }', levels, `{ "resources": [${resource}] }`)
      return `{ "format_version": "1", "planned_values": { "root_module": ${module} } }`
    },
  ],
  ['p.json.tpl', (levels) => `${nested('[', ']', levels)} \${x}`],
  ['p.yaml.j2', (levels) => `${nested('[', ']', levels)} # {{ x }}`],
  ['p.toml', (levels) => `a = ${nested('[', ']', levels, `'${policy}'`)}`],
  ['p.toml', (levels) => `[${'a.'.repeat(levels)}a]\nb = '${policy}'`],
]

/** Names that stand for lists of names. */
const bombs: readonly (readonly [path: string, text: string])[] = [
  [
    'p.yaml',
    anchors(
      (level) => `a${level}: &a${level}`,
      (level) => `[${Array(10).fill(`*a${level}`).join(', ')}]`,
    ),
  ],
  [
    'p.yaml.j2',
    anchors(
      (level) => `a${level}: &a${level}`,
      (level) => `[${Array(10).fill(`*a${level}`).join(', ')}]`,
    ),
  ],
]

const twentyMegabytes = `\n# ${'x'.repeat(996)}`.repeat(20_000)
const large: readonly (readonly [path: string, text: string])[] = [
  'p.json',
  'p.jsonc',
  'p.yaml',
  'p.tf',
  'p.json.tpl',
  'p.yaml.j2',
  'p.toml',
  'stack.template',
].map((path) => [path, policy + twentyMegabytes])

const bytes: readonly (readonly [why: string, text: Buffer])[] = [
  ['Latin-1', Buffer.from(policy.replace('"*"', '"caf\xe9"'), 'latin1')],
  ['UTF-16 without its mark', Buffer.from(policy, 'utf16le')],
  ['a zero byte', Buffer.from(`${policy}\0`)],
]

/** The report on one file, and whether anything in it stops the check. */
function report(head: SourceFile) {
  return jsonReport(inspect([{ base: undefined, head }], registry, { ...settings, scope: 'tree' }), 'test')
}

function isStopped(head: SourceFile): void {
  const { conclusion, problems } = report(head)
  assert.equal(conclusion, 'failure')
  assert.equal(problems.length, 1)
  for (const { message, help, startLine } of problems) assert.ok(message !== '' && help !== '' && startLine >= 1)
}

for (const [index, [path, wrap]] of deep.entries()) {
  test(`nesting, ${path}, way ${index + 1}: read or told, thousands told, never passed over`, () => {
    for (const levels of [150, 250, 1500, 6000]) {
      const { conclusion } = report({ path, text: wrap(levels) })
      assert.equal(conclusion, 'failure', `${levels} levels`)
    }
    isStopped({ path, text: wrap(30_000) })
  })
}
for (const [path, text] of bombs) test(`an alias bomb in ${path} is a problem`, () => isStopped({ path, text }))
for (const [path, text] of large) test(`20 MB of ${path} are a problem`, () => isStopped({ path, text }))
for (const [why, text] of bytes) {
  test(`${why}: a file that is not UTF-8 is a problem`, () => isStopped(sourceFile('p.json', text)))
}

test('what is not UTF-8 and does not name the key is nobody’s business', () => {
  const head = sourceFile('p.json', Buffer.from('{ "caf\xe9": 1 }', 'latin1'))
  assert.deepEqual(report(head).problems, [])
})

test('Terraform’s names that stand for ever longer lists end, and what they come to is taken as not known', () => {
  const names = Array.from({ length: 40 }, (_, level) =>
    level === 0 ? 'a0 = "192.0.2.0/24"' : `a${level} = [local.a${level - 1}, local.a${level - 1}]`,
  )
  const text = `locals {\n${names.join('\n')}\n}\nlocals {\n  p = jsonencode(${policy.replace('"192.0.2.0/24"', 'local.a39')})\n}\n`
  const { policies } = registry.formats.find(({ id }) => id === 'terraform')?.read({ path: 'p.tf', text }) ?? {}
  const values = policies?.[0]?.statements[0]?.conditions[0]?.values ?? []
  assert.ok(values.length > 0 && values.length < 200_000)
  assert.ok(values.some(({ kind }) => kind === 'unresolved'))
})

const deny = JSON.parse(statement)
const address = deny.Condition
/** More than AWS takes: nothing of it is judged, and that is told. */
const beyond: readonly (readonly [what: string, statements: readonly object[], message: RegExp])[] = [
  ['a pattern of stars', [{ ...deny, Action: `s3:${'*a'.repeat(48_000)}` }], /longer than any that AWS takes/],
  [
    'thousands of values',
    [{ ...deny, Condition: { ...address, StringNotLike: { 'aws:PrincipalArn': Array(3000).fill('arn:*a*') } } }],
    /more values than any/,
  ],
  ['thousands of statements', Array(25_000).fill(deny), /too many statements to be read/],
  ['two thousand statements', Array(2000).fill(deny), /policy is longer than any/],
]
for (const [what, statements, message] of beyond) {
  test(`${what} are a problem at once`, () => {
    const { conclusion, problems } = report({ path: 'p.json', text: JSON.stringify({ Statement: statements }) })
    assert.equal(conclusion, 'failure')
    assert.match(problems[0]?.message ?? '', message)
  })
}

test('YAML of nothing but values is a problem, not ten seconds', () => {
  isStopped({ path: 'p.yaml', text: `p: ${policy}\na: [${'1,'.repeat(490_000)}1]` })
})
