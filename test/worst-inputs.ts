import type { ChangedFile } from '../src/model/change.ts'
import { beyondReading } from '../src/model/limits.ts'

/** A file that is meant to take long: `text(size)` has about so many characters. */
export interface WorstInput {
  readonly what: string
  readonly path: string
  /** As large as its kind of file may be. */
  readonly size: number
  readonly text: (size: number) => string
  /** The state before the change; else the whole tree is looked at. */
  readonly base?: (size: number) => string
}

const condition = (address = '192.0.2.0/24') => ({ NotIpAddress: { 'aws:SourceIp': address } })
const deny = (other: object = {}) => ({ Effect: 'Deny', Action: '*', Resource: '*', Condition: condition(), ...other })
const statement = JSON.stringify(deny())
const policyOf = (...statements: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements })
const policy = policyOf(deny())
/** Denies that mean something else each. */
const differing = (index: number) =>
  deny({
    Sid: `S${index}`,
    Action: [`s3:Get${letters(index)}*`, 'kms:Decrypt'],
    Resource: `arn:aws:s3:::bucket-${index}/*`,
  })
const letters = (index: number) => index.toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')

/** So many units that the text is about as long as asked for. */
function filled(size: number, unit: (index: number) => string, separator = ''): string {
  const units: string[] = []
  for (let [index, length] = [0, 0]; length < size; index++) {
    const next = unit(index)
    units.push(next)
    length += next.length + separator.length
  }
  return units.join(separator)
}

const times = (count: number, unit: (index: number) => string, separator = '') =>
  Array.from({ length: count }, (_, index) => unit(index)).join(separator)

const jsonSize = 3_980_000
const yamlSize = 980_000
const hclSize = 990_000

const list = (size: number, unit: (index: number) => string) => `[${filled(size, unit, ',')}]`
const json = (inside: (size: number) => string) => (size: number) => `{"p":${policy},"a":${inside(size)}}`
const one = (statementOf: (size: number) => object) => (size: number) => policyOf(statementOf(size))

const jsonInputs: readonly WorstInput[] = [
  ['numbers', json((size) => list(size, () => '1'))],
  ['empty arrays', json((size) => list(size, () => '[]'))],
  ['empty objects', json((size) => list(size, () => '{}'))],
  ['objects of one key', json((size) => list(size, () => '{"":1}'))],
  ['keys', json((size) => `{${filled(size, () => '"":1', ',')}}`)],
  ['keys that differ', json((size) => `{${filled(size, (index) => `"${index}":1`, ',')}}`)],
  ['one string', json((size) => `"${'x'.repeat(size)}"`)],
  ['a string of escapes', json((size) => `"${'\\u0041'.repeat(size / 6)}"`)],
  ['comments', json((size) => `1${'/**/'.repeat(size / 4)}`)],
  ['blanks', json((size) => `${' \n'.repeat(size / 2)}1`)],
  ['mistakes', json((size) => filled(size, () => '"" '))],
  ['mistakes of brackets', json((size) => '}]'.repeat(size / 2))],
  ['words that are no JSON', json((size) => filled(size, () => 'x '))],
  ['equal policies', (size: number) => list(size, () => policy)],
  ['small policies', (size: number) => list(size, () => `{"Statement":${statement}}`)],
  ['policies without a Deny', json((size) => list(size, () => '{"Statement":{"Effect":"Allow"}}'))],
  ['broken statements', json((size) => list(size, () => '{"Statement":[{"Effect":"Deny","aws:SourceIp":1}]}'))],
  [
    'policies of many statements',
    json((size) => list(size, () => `{"Statement":[${times(20, () => '{"Effect":"Allow"}', ',')}]}`)),
  ],
  ['policies that differ', (size: number) => list(size, (index) => policyOf(differing(index)))],
  [
    'policies that differ by addresses',
    (size: number) =>
      list(size, (index) => policyOf(deny({ Condition: condition(`10.${(index >> 8) & 255}.${index & 255}.0/24`) }))),
  ],
  [
    'statements that differ',
    (size: number) => policyOf(...Array.from({ length: Math.min(size, 95_000) / 160 }, (_, index) => differing(index))),
  ],
  ['statements that are equal', () => policyOf(...Array.from({ length: 1000 }, () => deny()))],
  [
    'addresses',
    one((size) =>
      deny({
        Condition: {
          NotIpAddress: {
            'aws:SourceIp': Array.from(
              { length: Math.min(size, 95_000) / 20 },
              (_, index) => `10.${(index >> 8) & 255}.${index & 255}.0/24`,
            ),
          },
        },
      }),
    ),
  ],
  [
    'actions',
    one((size) =>
      deny({ Action: Array.from({ length: Math.min(size, 95_000) / 16 }, (_, index) => `s3:Get${letters(index)}*`) }),
    ),
  ],
  ['stars', one(() => deny({ Action: Array.from({ length: 20 }, () => `s3:${'*a'.repeat(2000)}`) }))],
  [
    'stars in values',
    one(() =>
      deny({
        Condition: {
          ...condition(),
          StringNotLike: {
            'aws:PrincipalArn': Array.from({ length: 23 }, (_, index) => `arn:${'*a'.repeat(2000)}${index}`),
          },
        },
      }),
    ),
  ],
  [
    'values',
    one(() =>
      deny({
        Condition: {
          ...condition(),
          StringNotLike: {
            'aws:PrincipalArn': Array.from({ length: 499 }, (_, index) => `arn:aws:iam::*:role/*${index}*a*`),
          },
        },
      }),
    ),
  ],
  [
    'values of many keys',
    one(() =>
      deny({
        Condition: {
          ...condition(),
          StringNotLike: Object.fromEntries(
            Array.from({ length: 499 }, (_, index) => [`aws:PrincipalTag/t${index}`, `*${index}*a*`]),
          ),
        },
      }),
    ),
  ],
  [
    'resources',
    one(() => deny({ Resource: Array.from({ length: 499 }, (_, index) => `arn:aws:s3:::*b${index}*/*x*`) })),
  ],
  [
    'principals',
    one(() =>
      deny({
        NotPrincipal: { AWS: Array.from({ length: 499 }, (_, index) => `arn:aws:iam::123456789012:role/r${index}`) },
      }),
    ),
  ],
  [
    'many heavy statements',
    (size: number) =>
      list(size, (index) =>
        policyOf(
          deny({
            Sid: `s${index}`,
            Action: [`s3:Get${letters(index)}*`],
            Resource: Array.from({ length: 100 }, (_, at) => `arn:aws:s3:::*b${at}*/*x*`),
          }),
        ),
      ),
  ],
  [
    'addresses in many policies',
    (size: number) =>
      list(size, (index) =>
        policyOf(
          deny({
            Action: [`s3:Get${letters(index)}*`],
            Condition: {
              NotIpAddress: {
                'aws:SourceIp': Array.from({ length: 300 }, (_, at) => `10.${index & 255}.${at & 255}.0/24`),
              },
            },
          }),
        ),
      ),
  ],
  ['policies in strings', (size: number) => list(size, () => JSON.stringify(policy))],
  [
    'policies that differ in strings',
    (size: number) => list(size, (index) => JSON.stringify(policyOf(differing(index)))),
  ],
  ['strings in strings', (size: number) => list(size, () => JSON.stringify(JSON.stringify({ a: policy })))],
  ['a string of many policies', (size: number) => JSON.stringify({ a: list(size / 1.4, () => policy) })],
].map(([what, text]) => ({ what: `JSON: ${what}`, path: 'p.json', size: jsonSize, text: text as WorstInput['text'] }))

/** The state before and after the change, both of many policies. */
const changedInputs: readonly WorstInput[] = [
  {
    what: 'JSON: policies that all changed',
    path: 'p.json',
    size: jsonSize,
    text: (size) => list(size, (index) => policyOf(differing(index))),
    base: (size) => list(size, (index) => policyOf(differing(index + 100_000))),
  },
  {
    what: 'JSON: policies in another order',
    path: 'p.json',
    size: jsonSize,
    text: (size) => list(size, (index) => policyOf(differing(index))),
    base: (size) =>
      `[${list(size, (index) => policyOf(differing(index)))
        .slice(1, -1)
        .split(/,(?=\{"Version)/)
        .reverse()
        .join(',')}]`,
  },
  {
    what: 'JSON: one policy of statements that all changed',
    path: 'p.json',
    size: 95_000,
    text: (size) => policyOf(...Array.from({ length: size / 160 }, (_, index) => differing(index))),
    base: (size) => policyOf(...Array.from({ length: size / 160 }, (_, index) => differing(index + 100_000))),
  },
]

const planOf = (resources: string) =>
  `{"format_version":"1.2","planned_values":{"root_module":{"resources":[${resources}]}}}`
const planned = (values: string, index: number) =>
  `{"address":"aws_iam_policy.p${index}","mode":"managed","type":"aws_iam_policy","values":${values}}`
const plannedPolicy = (text: string, index: number) => planned(`{"policy":${JSON.stringify(text)}}`, index)
const planInputs: readonly WorstInput[] = [
  ['numbers', (size: number) => planOf(`${plannedPolicy(policy, 0)},${planned(`{"a":${list(size, () => '1')}}`, 1)}`)],
  [
    'resources',
    (size: number) => planOf(`${plannedPolicy(policy, 0)},${filled(size, (index) => planned('{}', index), ',')}`),
  ],
  ['policies', (size: number) => planOf(filled(size, (index) => plannedPolicy(policy, index), ','))],
  [
    'policies that differ',
    (size: number) => planOf(filled(size, (index) => plannedPolicy(policyOf(differing(index)), index), ',')),
  ],
  [
    'role policies',
    (size: number) =>
      planOf(
        filled(
          size,
          (index) =>
            `{"address":"r${index}","mode":"managed","type":"aws_iam_role_policy","values":{"role":"r${index}","policy":${JSON.stringify(policy)}}},{"address":"x${index}","mode":"managed","type":"aws_iam_role","values":{"name":"r${index}"}}`,
          ',',
        ),
      ),
  ],
  [
    'documents',
    (size: number) =>
      planOf(
        filled(
          size,
          (index) =>
            `{"address":"d${index}","mode":"data","type":"aws_iam_policy_document","values":{"statement":[{"effect":"Deny","condition":[{"test":"NotIpAddress","variable":"aws:SourceIp","values":["192.0.2.0/24"]}]}]}}`,
          ',',
        ),
      ),
  ],
  [
    'modules',
    (size: number) =>
      `{"format_version":"1.2","planned_values":{"root_module":{"child_modules":[${filled(size, (index) => `{"resources":[${plannedPolicy(policy, index)}]}`, ',')}]}}}`,
  ],
  [
    'holes in policies',
    (size: number) =>
      planOf(filled(size, (index) => plannedPolicy(policy.replace('"*"', '"${aws:username}"'), index), ',')),
  ],
].map(([what, text]) => ({
  what: `plan: ${what}`,
  path: 'plan.json',
  size: jsonSize,
  text: text as WorstInput['text'],
}))

const jsonencoded = `jsonencode(${policy})`
const hclPolicy = (index: number, text: string) => `resource "aws_iam_policy" "p${index}" {\n  policy = ${text}\n}\n`
const hclDocument = (index: number, extra = '') =>
  `data "aws_iam_policy_document" "d${index}" {\n${extra}  statement {\n    effect = "Deny"\n    actions = ["*"]\n    resources = ["*"]\n    condition {\n      test = "NotIpAddress"\n      variable = "aws:SourceIp"\n      values = ["192.0.2.0/24"]\n    }\n  }\n}\n`
const after = (text: (size: number) => string) => (size: number) => `${hclPolicy(0, jsonencoded)}${text(size)}`
const inPolicy = (inside: string) => hclPolicy(1, `jsonencode(${policy.replace('"192.0.2.0/24"', inside)})`)
const terraformInputs: readonly WorstInput[] = [
  ['numbers', after((size) => `locals {\n  a = ${list(size, () => '1')}\n}\n`)],
  ['empty lists', after((size) => `locals {\n  a = ${list(size, () => '[]')}\n}\n`)],
  ['objects', after((size) => `locals {\n  a = ${list(size, () => '{a=1}')}\n}\n`)],
  ['templates', after((size) => `locals {\n  a = "${'${a}'.repeat(size / 4)}"\n}\n`)],
  ['calls', after((size) => `locals {\n  a = ${list(size, () => 'f(a)')}\n}\n`)],
  ['sums', after((size) => `locals {\n  a = ${list(size, () => times(300, () => 'a', '+'))}\n}\n`)],
  ['empty blocks', after((size) => filled(size, () => 'a {\n}\n'))],
  ['resources', after((size) => filled(size, (index) => `resource "aws_iam_role" "r${index}" {\n}\n`))],
  ['arguments', after((size) => filled(size, (index) => `a${index} = 1\n`))],
  ['mistakes', after((size) => filled(size, () => 'a = = \n'))],
  ['brackets that never close', after((size) => filled(size, () => 'a = [\n'))],
  ['quotes that never close', after((size) => filled(size, () => 'a = "\n'))],
  ['locals', after((size) => `locals {\n${filled(size, (index) => `a${index} = ${index}\n`)}}\n`)],
  [
    'locals in a chain',
    (size: number) =>
      `locals {\n  a0 = "192.0.2.0/24"\n${filled(size, (index) => `a${index + 1} = local.a${index}\n`)}}\n${inPolicy('local.a9999')}`,
  ],
  [
    'locals in a chain, each used',
    (size: number) =>
      `locals {\n  a0 = "192.0.2.0/24"\n${filled(size / 2, (index) => `a${index + 1} = local.a${index}\n`)}}\n${filled(size / 2, (index) => inPolicy(`local.a${index}`).replace('p1', `p${index}`))}`,
  ],
  [
    'locals that hold policies',
    (size: number) => filled(size, (index) => `locals {\n  a${index} = ${jsonencoded}\n}\n`),
  ],
  [
    'one block of locals that hold policies',
    (size: number) => `locals {\n${filled(size, (index) => `  a${index} = ${jsonencoded}\n`)}}\n`,
  ],
  ['policies', (size: number) => filled(size, (index) => hclPolicy(index, jsonencoded))],
  [
    'policies that differ',
    (size: number) => filled(size, (index) => hclPolicy(index, `jsonencode(${policyOf(differing(index))})`)),
  ],
  ['calls of jsonencode', (size: number) => `locals {\n  a = ${list(size, () => jsonencoded)}\n}\n`],
  [
    'small calls of jsonencode',
    after((size) => `locals {\n  a = ${list(size, () => 'jsonencode({Statement={Effect="Deny"}})')}\n}\n`),
  ],
  ['heredocs', (size: number) => filled(size, (index) => hclPolicy(index, `<<EOF\n${policy}\nEOF`))],
  ['a heredoc of many policies', (size: number) => hclPolicy(0, `<<EOF\n${list(size, () => policy)}\nEOF`)],
  ['strings', (size: number) => filled(size, (index) => hclPolicy(index, JSON.stringify(policy)))],
  ['documents', (size: number) => filled(size, (index) => hclDocument(index))],
  [
    'documents that differ',
    (size: number) => filled(size, (index) => hclDocument(index).replace('"*"', `"s3:Get${letters(index)}*"`)),
  ],
  [
    'documents that hold documents',
    (size: number) =>
      filled(size, (index) =>
        hclDocument(index, `  source_policy_documents = [data.aws_iam_policy_document.d${index - 1}.json]\n`),
      ),
  ],
  [
    'documents used',
    (size: number) =>
      filled(size, (index) => hclDocument(index) + hclPolicy(index, `data.aws_iam_policy_document.d${index}.json`)),
  ],
  [
    'one document used everywhere',
    (size: number) =>
      hclDocument(0) + filled(size, (index) => hclPolicy(index, 'data.aws_iam_policy_document.d0.json')),
  ],
  [
    'attachments',
    (size: number) =>
      hclPolicy(0, jsonencoded) +
      filled(
        size,
        (index) =>
          `resource "aws_iam_role_policy_attachment" "a${index}" {\n  role = aws_iam_role.r${index}.name\n  policy_arn = aws_iam_policy.p0.arn\n}\n`,
      ),
  ],
  [
    'policies attached to roles',
    (size: number) =>
      filled(
        size,
        (index) =>
          `${hclPolicy(index, jsonencoded)}resource "aws_iam_role" "r${index}" {\n  assume_role_policy = jsonencode({Statement={Effect="Allow",Principal={Service="ec2.amazonaws.com"},Action="sts:AssumeRole"}})\n}\nresource "aws_iam_role_policy_attachment" "a${index}" {\n  role = aws_iam_role.r${index}.name\n  policy_arn = aws_iam_policy.p${index}.arn\n}\n`,
      ),
  ],
  [
    'templates in one policy',
    (size: number) =>
      hclPolicy(
        0,
        `<<EOF\n${policyOf(deny({ Resource: ['R'] })).replace(
          '"R"',
          filled(size, (index) => `"\${var.a${index}}"`, ','),
        )}\nEOF`,
      ),
  ],
  [
    'templates in one policy, 90 kB',
    () =>
      hclPolicy(
        0,
        `<<EOF\n${policyOf(deny({ Action: ['R'] })).replace(
          '"R"',
          filled(90_000, (index) => `"\${var.a${index}}"`, ','),
        )}\nEOF`,
      ),
  ],
  [
    'templates in one value',
    (size: number) =>
      hclPolicy(
        0,
        `<<EOF\n${policyOf(deny({ Sid: 'R' })).replace(
          'R',
          filled(size, () => '${a}'),
        )}\nEOF`,
      ),
  ],
  [
    'conditional lines',
    (size: number) =>
      hclPolicy(
        0,
        `<<EOF\n${policyOf(deny({ Action: ['R'] })).replace('"R"', `"a"${filled(size, () => '%{ if a },"b"%{ endif }')}`)}\nEOF`,
      ),
  ],
  [
    'dynamic blocks',
    (size: number) =>
      filled(
        size,
        (index) =>
          `data "aws_iam_policy_document" "d${index}" {\n  dynamic "statement" {\n    for_each = var.a\n    content {\n      effect = "Deny"\n      condition {\n        test = "NotIpAddress"\n        variable = "aws:SourceIp"\n        values = statement.value\n      }\n    }\n  }\n}\n`,
      ),
  ],
  [
    'for_each of a list',
    () =>
      `locals {\n  l = [${times(20_000, (index) => `"10.${index >> 8}.${index & 255}.0/24"`, ',')}]\n}\n${filled(1, () => 'data "aws_iam_policy_document" "d" {\n  dynamic "statement" {\n    for_each = local.l\n    content {\n      effect = "Deny"\n      condition {\n        test = "NotIpAddress"\n        variable = "aws:SourceIp"\n        values = [statement.value]\n      }\n    }\n  }\n}\n')}`,
  ],
  [
    'a long list used often',
    (size: number) =>
      `locals {\n  l = [${times(20_000, (index) => `"10.${index >> 8}.${index & 255}.0/24"`, ',')}]\n}\n${filled(Math.min(size, 1_000_000), (index) => inPolicy('local.l').replace('p1', `p${index}`))}`,
  ],
  [
    'concat',
    (size: number) =>
      `locals {\n  l = ["192.0.2.0/24"]\n}\n${inPolicy(`concat(${filled(size, () => 'local.l', ',')})`)}`,
  ],
  [
    'for expressions',
    (size: number) =>
      `locals {\n  l = [${times(1000, (index) => `"a${index}"`, ',')}]\n  m = ${list(size, () => '[for a in local.l : [for b in local.l : "${a}${b}"]]')}\n}\n${inPolicy('local.m')}`,
  ],
].map(([what, text]) => ({
  what: `Terraform: ${what}`,
  path: 'main.tf',
  size: hclSize,
  text: text as WorstInput['text'],
}))

const yamlInputs: readonly WorstInput[] = [
  ['numbers', (size: number) => `p: ${policy}\na: ${list(size, () => '1')}\n`],
  ['lines', (size: number) => `p: ${policy}\na:\n${filled(size, () => '- 1\n')}`],
  ['keys', (size: number) => `p: ${policy}\na:\n${filled(size, (index) => ` a${index}: 1\n`)}`],
  ['documents', (size: number) => `p: ${policy}\n${filled(size, () => '---\na: 1\n')}`],
  ['comments', (size: number) => `p: ${policy}\n${filled(size, () => '#\n')}`],
  ['tags', (size: number) => `p: ${policy}\na:\n${filled(size, () => '- !Ref a\n')}`],
  ['tags that differ', (size: number) => `p: ${policy}\na:\n${filled(size, (index) => `- !A${letters(index)} a\n`)}`],
  ['anchors', (size: number) => `p: ${policy}\na:\n${filled(size, (index) => `- &a${index} 1\n- *a${index}\n`)}`],
  ['aliases of a policy', (size: number) => `p: &p ${policy}\na:\n${filled(size, () => '- *p\n')}`],
  ['merge keys', (size: number) => `p: &p ${policy}\na:\n${filled(size, () => '- <<: *p\n')}`],
  ['quotes', (size: number) => `p: ${policy}\na: "${'\\n'.repeat(size / 2)}"\n`],
  ['one block of text', (size: number) => `p: ${policy}\na: |\n${filled(size, () => ' a\n')}`],
  ['plain text of many lines', (size: number) => `p: ${policy}\na:\n${filled(size, () => ' a\n')}`],
  ['policies', (size: number) => filled(size, (index) => `p${index}: ${policy}\n`)],
  ['policies that differ', (size: number) => filled(size, (index) => `p${index}: ${policyOf(differing(index))}\n`)],
  ['policies in quotes', (size: number) => filled(size, (index) => `p${index}: '${policy}'\n`)],
  [
    'policies that differ in quotes',
    (size: number) => filled(size, (index) => `p${index}: '${policyOf(differing(index))}'\n`),
  ],
  ['policies in blocks', (size: number) => filled(size, (index) => `p${index}: |\n  ${policy}\n`)],
  [
    'small statements',
    (size: number) => filled(size, () => `- {Effect: Deny, Condition: {NotIpAddress: {aws:SourceIp: a}}}\n`),
  ],
].map(([what, text]) => ({ what: `YAML: ${what}`, path: 'p.yaml', size: yamlSize, text: text as WorstInput['text'] }))

const template = (resources: string, more = '') =>
  `AWSTemplateFormatVersion: "2010-09-09"\n${more}Resources:\n${resources}`
const managed = (index: number, document: string) =>
  ` P${index}:\n  Type: AWS::IAM::ManagedPolicy\n  Properties:\n   PolicyDocument: ${document}\n`
const withCondition = (value: string) => policy.replace('"192.0.2.0/24"', value)
const cloudFormationInputs: readonly WorstInput[] = [
  [
    'resources',
    (size: number) => template(managed(0, policy) + filled(size, (index) => ` R${index}:\n  Type: AWS::S3::Bucket\n`)),
  ],
  ['policies', (size: number) => template(filled(size, (index) => managed(index, policy)))],
  [
    'policies that differ',
    (size: number) => template(filled(size, (index) => managed(index, policyOf(differing(index))))),
  ],
  [
    'many !If in one policy',
    (size: number) =>
      template(
        managed(
          0,
          `\n     Statement:\n${filled(size, (index) => `     - !If [C${index}, ${statement}, !Ref AWS::NoValue]\n`)}`,
        ),
      ),
  ],
  [
    'one !If each policy',
    (size: number) =>
      template(filled(size, (index) => managed(index, `{"Statement":[!If [C, ${statement}, ${statement}]]}`))),
  ],
  [
    '!If in values',
    (size: number) =>
      template(managed(0, withCondition(list(size, (index) => `!If [C${index}, "10.0.0.0/8", "11.0.0.0/8"]`)))),
  ],
  ['!If in !If', () => template(managed(0, withCondition(`${'!If [C, '.repeat(90)}"a"${', "b"]'.repeat(90)}`)))],
  ['!If of ten levels, both branches', () => template(managed(0, withCondition(bothBranches(10))))],
  [
    '!If in every element',
    (size: number) =>
      template(
        filled(size, (index) =>
          managed(
            index,
            `{"Statement":[${times(6, (at) => `!If [C${at}, ${statement}, !If [D${at}, ${statement}, ${statement}]]`, ', ')}]}`,
          ),
        ),
      ),
  ],
  [
    'one long !Sub',
    (size: number) => template(managed(0, withCondition(`!Sub "${filled(size, (index) => `\${A${index}}`)}"`))),
  ],
  ['many !Sub', (size: number) => template(managed(0, withCondition(list(size, (index) => `!Sub "\${A${index}}"`))))],
  [
    '!Sub of a policy',
    (size: number) =>
      template(
        managed(
          0,
          `!Sub '${policyOf(deny({ Resource: ['R'] })).replace(
            '"R"',
            filled(size, (index) => `"\${A${index}}"`, ','),
          )}'`,
        ),
      ),
  ],
  [
    'Fn::Join in Fn::Join',
    () => template(managed(0, withCondition(`${'!Join ["", [a, '.repeat(60)}b${']]'.repeat(60)}`))),
  ],
  ['a long Fn::Join', (size: number) => template(managed(0, withCondition(`!Join ["", ${list(size, () => 'a')}]`)))],
  [
    'a policy out of Fn::Join',
    (size: number) =>
      template(managed(0, `!Join ["", ['${policy.slice(0, -1)}', ${filled(size, () => '", "', ',')}, '}']]`)),
  ],
  [
    'many Fn::Join',
    (size: number) =>
      template(filled(size, (index) => managed(index, withCondition('!Join [",", ["10.0.0.0/8", "11.0.0.0/8"]]')))),
  ],
  [
    'parameters',
    (size: number) =>
      template(
        managed(0, withCondition('!Ref A1')),
        `Parameters:\n${filled(size, (index) => ` A${index}: {Type: String, Default: "10.0.0.0/8"}\n`)}`,
      ),
  ],
  [
    'mappings',
    (size: number) =>
      template(
        filled(size / 2, (index) => managed(index, withCondition(`!FindInMap [M, a${index}, b]`))),
        `Mappings:\n M:\n${filled(size / 2, (index) => `  a${index}: {b: "10.0.0.0/8"}\n`)}`,
      ),
  ],
  [
    'conditions',
    (size: number) =>
      template(
        filled(size / 2, (index) => managed(index, withCondition(`!If [C${index}, a, b]`))),
        `Conditions:\n C0: !Equals [a, b]\n${filled(size / 2, (index) => ` C${index + 1}: !Not [!Condition C${index}]\n`)}`,
      ),
  ],
  [
    'roles',
    (size: number) =>
      template(
        filled(
          size,
          (index) =>
            ` R${index}:\n  Type: AWS::IAM::Role\n  Properties:\n   AssumeRolePolicyDocument: {Statement: {Effect: Allow, Action: sts:AssumeRole, Principal: {Service: ec2.amazonaws.com}}}\n${managed(index, policy)}   Roles: [!Ref R${index}]\n`,
        ),
      ),
  ],
  ['policies in strings', (size: number) => template(filled(size, (index) => managed(index, `'${policy}'`)))],
].map(([what, text]) => ({
  what: `CloudFormation: ${what}`,
  path: 'stack.yaml',
  size: yamlSize,
  text: text as WorstInput['text'],
}))

function bothBranches(levels: number): string {
  return levels === 0 ? '"10.0.0.0/8"' : `!If [C${levels}, ${bothBranches(levels - 1)}, ${bothBranches(levels - 1)}]`
}

const templated: readonly (readonly [string, string, number, (size: number) => string])[] = [
  ['placeholders', 'p.json.tpl', jsonSize, (size) => `{"p":${policy},"a":[${filled(size, () => '${a}', ',')}]}`],
  [
    'placeholders in a policy',
    'p.json.tpl',
    jsonSize,
    (size) => policy.replace('"192.0.2.0/24"', `[${filled(size, () => '${a}', ',')}]`),
  ],
  ['policies', 'p.json.tpl', jsonSize, (size) => `[${filled(size, () => policy, ',')},\${a}]`],
  [
    'policies that differ',
    'p.json.tpl',
    jsonSize,
    (size) => `[${filled(size, (index) => policyOf(differing(index)), ',')},\${a}]`,
  ],
  ['numbers', 'p.json.tpl', jsonSize, (size) => `{"p":${policy},"a":[${filled(size, () => '1', ',')}],"b":\${a}}`],
  [
    'directives',
    'p.json.tpl',
    jsonSize,
    (size) => `{"p":${policy},"a":[1${filled(size, () => '%{ if a },2%{ endif }')}]}`,
  ],
  [
    'directives in directives',
    'p.json.tpl',
    jsonSize,
    (size) => `{"p":${policy},"a":[1${'%{ if a }'.repeat(size / 20)},2${'%{ endif }'.repeat(size / 20)}]}`,
  ],
  ['open marks', 'p.json.tpl', jsonSize, (size) => `{"p":${policy},"a":"${'${'.repeat(size / 2)}"}`],
  ['open marks of another kind', 'p.json.j2', jsonSize, (size) => `{"p":${policy},"a":"${'{{'.repeat(size / 2)}"}`],
  ['mistakes', 'p.json.tpl', jsonSize, (size) => `{"p":${policy},"a":${filled(size, () => '"" ${a} ')}}`],
  ['numbers', 'p.json', jsonSize, (size) => `{"p":${policy},"a":[${filled(size, () => '1', ',')}],"b":\${a}}`],
  [
    'placeholders of YAML',
    'p.yaml.j2',
    yamlSize,
    (size) => `p: ${policy}\n${filled(size, (index) => `a${index}: {{ a }}\n`)}`,
  ],
  [
    'directives of YAML',
    'p.yaml.j2',
    yamlSize,
    (size) => `p: ${policy}\n${filled(size, (index) => `{% if a %}\na${index}: 1\n{% endif %}\n`)}`,
  ],
  [
    'policies of YAML',
    'p.yaml.j2',
    yamlSize,
    (size) => `a: {{ a }}\n${filled(size, (index) => `p${index}: ${policy}\n`)}`,
  ],
  [
    'directives of plain YAML',
    'p.yaml',
    yamlSize,
    (size) => `p: ${policy}\n${filled(size, (index) => `{{- if a }}\na${index}: 1\n{{- end }}\n`)}`,
  ],
]
const templatedInputs = templated.map(
  ([what, path, size, text]): WorstInput => ({ what: `${path}: ${what}`, path, size, text }),
)

const tomlInputs: readonly WorstInput[] = [
  ['numbers', (size: number) => `p = '${policy}'\na = ${list(size, () => '1')}\n`],
  ['keys', (size: number) => `p = '${policy}'\n${filled(size, (index) => `a${index} = 1\n`)}`],
  ['tables', (size: number) => `p = '${policy}'\n${filled(size, (index) => `[a${index}]\n`)}`],
  ['lists of tables', (size: number) => `p = '${policy}'\n${filled(size, () => '[[a]]\n')}`],
  ['dotted keys', (size: number) => `p = '${policy}'\n${filled(size, (index) => `a.b.c.d.e.f.g${index} = 1\n`)}`],
  ['headers with dots', (size: number) => `p = '${policy}'\n${filled(size, (index) => `[a.b.c.d.e.f.g${index}]\n`)}`],
  ['policies', (size: number) => filled(size, (index) => `p${index} = '${policy}'\n`)],
  ['policies that differ', (size: number) => filled(size, (index) => `p${index} = '${policyOf(differing(index))}'\n`)],
].map(([what, text]) => ({ what: `TOML: ${what}`, path: 'p.toml', size: jsonSize, text: text as WorstInput['text'] }))

const otherInputs: readonly WorstInput[] = [
  {
    what: 'code: lines',
    path: 'stack.ts',
    size: jsonSize,
    text: (size) => `Deny ${filled(size, () => 'aws:SourceIp\n')}`,
  },
  {
    what: 'code: one line',
    path: 'stack.ts',
    size: jsonSize,
    text: (size) => `Deny ${filled(size, () => 'aws:SourceIp ')}`,
  },
  { what: 'unknown: near misses', path: 'a.txt', size: jsonSize, text: (size) => `${'aws:sourcei'.repeat(size / 11)}` },
  {
    what: 'Terraform JSON: numbers',
    path: 'main.tf.json',
    size: jsonSize,
    text: (size) => `{"locals":{"p":${JSON.stringify(policy)},"a":${list(size, () => '1')}}}`,
  },
  {
    what: 'Terraform JSON: policies',
    path: 'main.tf.json',
    size: jsonSize,
    text: (size) =>
      `{"resource":{"aws_iam_policy":{${filled(size, (index) => `"p${index}":{"policy":${JSON.stringify(policy)}}`, ',')}}}}`,
  },
  {
    what: 'Terraform JSON: templates',
    path: 'main.tf.json',
    size: jsonSize,
    text: (size) => `{"locals":{"p":${JSON.stringify(policy)},"a":[${filled(size, () => '"${a}"', ',')}]}}`,
  },
]

/** Inputs that are meant to take long, each as large as it may be. */
export const worstInputs: readonly WorstInput[] = [
  ...jsonInputs,
  ...changedInputs,
  ...planInputs,
  ...terraformInputs,
  ...yamlInputs,
  ...cloudFormationInputs,
  ...templatedInputs,
  ...tomlInputs,
  ...otherInputs,
]

/** The input as large as it may be without being given up before it is read. */
export function largestRead({ path, size, text, base }: WorstInput): ChangedFile {
  for (let length = size; ; ) {
    const head = { path, text: text(length) }
    const before = base && { path, text: base(length) }
    const shares = [head, ...(before === undefined ? [] : [before])].map((file) => {
      const beyond = beyondReading(file)
      return beyond === undefined ? 1 : beyond.range.start / file.text.length
    })
    const share = Math.min(...shares)
    if (share === 1) return { base: before, head }
    length *= share * 0.98
  }
}
