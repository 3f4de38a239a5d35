import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyEdits, type SourceFile } from '../../../src/model/source.ts'
import { registry } from '../../../src/registry.ts'
import { describeFile, exemption } from './case-folder.ts'

const document = `data "aws_iam_policy_document" "door" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["\${aws_s3_bucket.logs.arn}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "NotIpAddress"
      variable = "aws:SourceIp"
      values   = concat(local.offices, var.more)
    }
  }
}
`
const names: SourceFile = {
  path: 'infra/names.tf',
  text: 'locals {\n  offices = ["203.0.113.0/24", local.tunnel]\n}\nresource "aws_s3_bucket" "logs" {\n  bucket = "rye-logs"\n}\n',
}
const variables: SourceFile = {
  path: 'infra/variables.tf.json',
  text: '{ "locals": { "tunnel": "198.51.100.7/32" }, "variable": { "more": { "default": ["192.0.2.0/24"] } } }',
}
const attached: SourceFile = {
  path: 'infra/bucket.tf',
  text: 'resource "aws_s3_bucket_policy" "logs" {\n  policy = data.aws_iam_policy_document.door.json\n}\n',
}
const role = (policy: string): SourceFile => ({
  path: 'infra/role.tf',
  text:
    `resource "aws_iam_role_policy" "r" {\n  role   = aws_iam_role.r.id\n  policy = ${policy}\n}\n` +
    'resource "aws_iam_role" "r" {\n  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole",\n' +
    '    Principal = { Service = "lambda.amazonaws.com" } }] })\n}\n',
})
const template =
  '{ "Statement": [{ "Effect": "Deny", "Action": "*", "Resource": "${bucket}/*",\n' +
  '  "Condition": { "NotIpAddress": { "aws:SourceIp": ${jsonencode(ips)} } } }] }\n'
const given = '{ ips = local.offices, bucket = aws_s3_bucket.logs.arn }'
const known = '203.0.113.0/24 198.51.100.7/32'

const statementOf =
  '{ Statement = [{ Effect = "Deny", Action = "*", Resource = "*", Condition = { NotIpAddress = { "aws:SourceIp" = "192.0.2.0/24" } } }] }'

interface Row {
  readonly why: string
  readonly path?: string
  readonly text?: string
  readonly neighbours: readonly SourceFile[]
  readonly expected: string
}

const inDocument = (kind: string, resource: string, values: string) =>
  `2 data.aws_iam_policy_document.door (${kind}): Deny - by AWS=*, to s3:*, on ~${resource}/*, if NotIpAddress aws:SourceIp ${values}\n`
const inTemplate = (kind: string, resource: string, values: string) =>
  `1 $ (${kind} 2008-10-17): Deny - to *, on ${resource}, if NotIpAddress aws:SourceIp ${values}\n`
const inFolder = { path: 'infra/policies/deny.json.tftpl', text: template }

const rows: readonly Row[] = [
  {
    why: 'without neighbours names stay open',
    neighbours: [],
    expected: inDocument('resource', 'arn:aws:s3:::example', '<local.offices> <var.more>'),
  },
  {
    why: 'locals, defaults and names of resources come from the neighbours',
    neighbours: [names, variables],
    expected: inDocument('resource', 'arn:aws:s3:::rye-logs', `${known} 192.0.2.0/24`),
  },
  {
    why: 'what uses a document gives it its type, and a role those who assume it',
    neighbours: [role('data.aws_iam_policy_document.door.json')],
    expected: inDocument(
      'identity, assumed by lambda.amazonaws.com',
      'arn:aws:s3:::example',
      '<local.offices> <var.more>',
    ),
  },
  {
    why: 'a broken neighbour costs what it says and nothing else',
    neighbours: [{ path: 'infra/broken.tf', text: 'locals {\n  offices = [' }, attached],
    expected: inDocument('resource', 'arn:aws:s3:::example', '<local.offices> <var.more>'),
  },
  {
    why: 'names that stand for each other in a ring stay open',
    neighbours: [
      { path: 'infra/a.tf', text: 'locals {\n  offices = local.ring\n}\n' },
      { path: 'infra/b.tf', text: 'locals {\n  ring = local.offices\n}\n' },
    ],
    expected: inDocument('resource', 'arn:aws:s3:::example', '<local.ring> <var.more>'),
  },
  {
    why: 'a template without a module stays open',
    ...inFolder,
    neighbours: [names],
    expected: inTemplate('identity', '<${bucket}/*>', '<${jsonencode(ips)}>'),
  },
  {
    why: 'a template is filled in by the module that uses it',
    ...inFolder,
    neighbours: [role(`templatefile("\${path.module}/policies/deny.json.tftpl", ${given})`), names, variables],
    expected: `1 $ (identity 2008-10-17, assumed by lambda.amazonaws.com): Deny - to *, on ~arn:aws:s3:::rye-logs/*, if NotIpAddress aws:SourceIp ${known}\n`,
  },
  {
    why: 'another template of the module is another',
    ...inFolder,
    neighbours: [role(`templatefile("\${path.module}/policies/allow.json.tftpl", ${given})`), names, variables],
    expected: inTemplate('identity', '<${bucket}/*>', '<${jsonencode(ips)}>'),
  },
  {
    why: 'what two calls give differently stays open',
    ...inFolder,
    neighbours: [
      {
        ...attached,
        text: `locals {\n  a = templatefile("policies/deny.json.tftpl", ${given})\n  b = templatefile("policies/deny.json.tftpl", { ips = [], bucket = aws_s3_bucket.logs.arn })\n}\n`,
      },
      names,
      variables,
    ],
    expected: inTemplate('identity', '~arn:aws:s3:::rye-logs/*', '<ips>'),
  },
]
for (const { why, path = 'infra/policy.tf', text = document, neighbours, expected } of rows) {
  test(why, () => {
    const file = { path, text, neighbours }
    const format = registry.formats.find((candidate) => candidate.recognises(file))
    assert.ok(format !== undefined)
    assert.equal(describeFile(format, file), expected)
    for (const policy of format.read(file).policies) {
      for (const statement of policy.statements) {
        for (const { values } of statement.conditions) {
          for (const { range } of values)
            assert.ok(range.start >= statement.range.start && range.end <= statement.range.end)
        }
        const patched = applyEdits(text, format.edit(policy, statement, [exemption]))
        const { policies } = format.read({ ...file, text: patched })
        assert.equal(policies[0]?.statements[0]?.conditions.length, statement.conditions.length + 1)
      }
    }
  })
}

test('in a module of many files those who assume a role are found in whichever file says so', () => {
  const files = Array.from({ length: 40 }, (_, index): SourceFile => {
    const text =
      `resource "aws_iam_role_policy" "p${index}" {\n  role = aws_iam_role.r${(index + 1) % 40}.id\n  policy = jsonencode(${statementOf})\n}\n` +
      `resource "aws_iam_role" "r${index}" {\n  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", ` +
      `Action = "sts:AssumeRole", Principal = { Service = "s${index}.amazonaws.com" } }] })\n}\n`
    return { path: `infra/${index}.tf`, text }
  })
  const format = registry.formats.find(({ id }) => id === 'terraform')
  for (const [index, file] of files.entries()) {
    const { policies } = format?.read({ ...file, neighbours: files.filter((other) => other !== file) }) ?? {}
    const own = policies?.find(({ address }) => address === `aws_iam_role_policy.p${index}.policy`)
    assert.deepEqual(own?.assumedBy, [`s${(index + 1) % 40}.amazonaws.com`])
  }
})
