import assert from 'node:assert/strict'
import { test } from 'node:test'
import { terraform } from '../../../src/formats/terraform.ts'
import { describeFile } from './case-folder.ts'

const read = (text: string) => terraform.read({ path: 'main.tf', text })
const described = (text: string) => describeFile(terraform, { path: 'main.tf', text })

const surroundings = `
variable "given" { default = ["192.0.2.1", "192.0.2.2"] }
variable "empty" { default = [] }
variable "nothing" { default = null }
locals {
  list = ["192.0.2.7"]
  deep = { a = { b = ["192.0.2.8"] } }
  self = local.self
  both = concat(local.list, var.given)
}
resource "aws_s3_bucket" "named" { bucket = "barley" }
`
const values: readonly (readonly [why: string, place: 'values' | 'resources', expression: string, expected: string])[] =
  [
    ['a list as it is', 'values', '["a", "b"]', 'a b'],
    ['a local', 'values', 'local.list', '192.0.2.7'],
    ['a local within a list', 'values', '[local.list, "x"]', '192.0.2.7 x'],
    ['a way into a local', 'values', 'local.deep.a["b"]', '192.0.2.8'],
    ['a local that is itself', 'values', 'local.self', '<local.self>'],
    ['a default', 'values', 'var.given', '192.0.2.1 192.0.2.2'],
    ['a default of nothing', 'values', 'var.empty', '<var.empty>'],
    ['a default of null', 'values', 'var.nothing', '<var.nothing>'],
    ['no default', 'values', 'var.other', '<var.other>'],
    ['an interpolation that is all', 'values', '["${var.other}"]', '<var.other>'],
    ['lists put together', 'values', 'concat(var.other, ["b"], local.list)', '<var.other> b 192.0.2.7'],
    [
      'lists through functions',
      'values',
      'distinct(compact(flatten([local.both, [["c"]]])))',
      '192.0.2.7 192.0.2.1 192.0.2.2 c',
    ],
    [
      'for over what is there',
      'values',
      '[for ip in local.both : "${ip}/32"]',
      '192.0.2.7/32 192.0.2.1/32 192.0.2.2/32',
    ],
    ['for over what is not', 'values', '[for ip in var.other : "${ip}/32"]', '<[for ip in var.other : "${ip}/32"]>'],
    [
      'for with a condition',
      'values',
      '[for ip in local.both : ip if ip != ""]',
      '<[for ip in local.both : ip if ip != ""]>',
    ],
    ['branches that agree', 'values', 'var.x ? local.list : ["192.0.2.7"]', '192.0.2.7'],
    ['branches that do not', 'values', 'var.x ? local.list : ["192.0.2.9"]', '<var.x ? local.list : ["192.0.2.9"]>'],
    [
      'an account that is anybody’s own',
      'values',
      '["arn:aws:iam::${data.aws_caller_identity.me.account_id}:role/x"]',
      '~arn:aws:iam::111122223333:role/x',
    ],
    ['no example of a condition’s value', 'values', '["arn:aws:s3:::${var.name}"]', '<arn:aws:s3:::${var.name}>'],
    ['no example of an address', 'values', '[aws_s3_bucket.named.arn]', '<aws_s3_bucket.named.arn>'],
    ['IAM’s variables', 'values', '["$${aws:username}", "&{aws:userid}"]', '${aws:username} ${aws:userid}'],
    ['the ARN of a bucket', 'resources', '[aws_s3_bucket.other.arn]', '~arn:aws:s3:::example'],
    ['of one whose name is here', 'resources', '["${aws_s3_bucket.named.arn}/*"]', '~arn:aws:s3:::barley/*'],
    ['one of many', 'resources', '[one(aws_s3_bucket.named[*].arn)]', '~arn:aws:s3:::barley'],
    ['an ARN without its name', 'resources', '["arn:aws:s3:::${var.name}-logs/*"]', '~arn:aws:s3:::example-logs/*'],
    [
      'an ARN without its surroundings',
      'resources',
      '["arn:${var.p}:sqs:${var.r}:${var.a}:queue"]',
      '~arn:aws:sqs:us-east-1:111122223333:queue',
    ],
    ['an ARN without its service', 'resources', '["arn:aws:${var.service}:::x"]', '<arn:aws:${var.service}:::x>'],
    [
      'what is called an ARN',
      'resources',
      '[module.logs.bucket_arn, "${local.x.arn}/${var.y}/*"]',
      '~arn:aws:s3:::example ~arn:aws:s3:::example/example/*',
    ],
    ['what is called anything', 'resources', '[var.target]', '<var.target>'],
    ['ARNs by format', 'resources', '[format("arn:aws:s3:::%s/*", var.name)]', '~arn:aws:s3:::example/*'],
    ['ARNs by formatlist', 'resources', 'formatlist("arn:aws:s3:::%s", ["a", "b"])', '~arn:aws:s3:::a ~arn:aws:s3:::b'],
  ]
for (const [why, place, expression, expected] of values) {
  test(`a value: ${why}`, () => {
    const text = `${surroundings}data "aws_iam_policy_document" "x" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ${place === 'resources' ? expression : '["*"]'}
    condition {
      test     = "StringEquals"
      variable = "aws:x"
      values   = ${place === 'values' ? expression : '["*"]'}
    }
  }
}
`
    const wanted =
      place === 'values' ? `on *, if StringEquals aws:x ${expected}\n` : `on ${expected}, if StringEquals aws:x *\n`
    assert.ok(described(text).endsWith(wanted), described(text))
  })
}

const documents: readonly (readonly [why: string, body: string, expected: string])[] = [
  ['no effect allows', 'statement {\n actions = ["*"]\n }', 'Allow - to *'],
  ['an effect that is not there may be a Deny', 'statement {\n effect = var.e\n actions = ["*"]\n }', 'Deny - to *'],
  ['an empty Sid is none', 'statement {\n sid = ""\n actions = ["*"]\n }', 'Allow - to *'],
  [
    'principals of one kind are put together',
    'statement {\n actions = ["*"]\n principals {\n type = "AWS"\n identifiers = ["a"]\n }\n principals {\n type = "*"\n identifiers = ["*"]\n }\n }',
    'Allow - by AWS=a AWS=*, to *',
  ],
  [
    'those who are left out',
    'statement {\n not_actions = ["iam:*"]\n not_principals {\n type = "Service"\n identifiers = ["s3.amazonaws.com"]\n }\n }',
    'Allow - not by Service=s3.amazonaws.com, not to iam:*',
  ],
  [
    'a kind of principal that is not there may be any',
    'statement {\n actions = ["*"]\n principals {\n type = var.t\n identifiers = ["*"]\n }\n }',
    'Allow - by AWS=<var.t> Service=<var.t>, to *',
  ],
  [
    'values of one key are put together',
    'statement {\n actions = ["*"]\n condition {\n test = "Bool"\n variable = "a:b"\n values = ["x"]\n }\n condition {\n test = "Bool"\n variable = "a:b"\n values = ["y"]\n }\n }',
    'Allow - to *, if Bool a:b x y',
  ],
  [
    'a condition that may not be there is read as one, the address as if it were there',
    'statement {\n actions = ["*"]\n dynamic "condition" {\n for_each = var.x ? [1] : []\n content {\n test = "Bool"\n variable = "a:b"\n values = ["x"]\n }\n }\n' +
      'dynamic "condition" {\n for_each = var.x\n content {\n test = "NotIpAddress"\n variable = "aws:SourceIp"\n values = condition.value\n }\n }\n }',
    'Allow - to *, maybe if Bool a:b x, if NotIpAddress aws:SourceIp <condition.value>',
  ],
  [
    'values that may come to a condition are not known',
    'statement {\n actions = ["*"]\n dynamic "condition" {\n for_each = var.x ? [1] : []\n content {\n test = "Bool"\n variable = "a:b"\n values = ["x"]\n }\n }\n' +
      'condition {\n test = "Bool"\n variable = "a:b"\n values = ["y"]\n }\n }',
    'Allow - to *, if Bool a:b <y> <x>',
  ],
  [
    'conditions that are not in the file',
    'statement {\n actions = ["*"]\n dynamic "condition" {\n for_each = var.x\n content {\n test = condition.value.test\n variable = condition.value.key\n values = ["x"]\n }\n }\n }',
    'Allow - to *, if what <condition.value.key> stands for',
  ],
  [
    'a statement that is made of what is not there is read once',
    'dynamic "statement" {\n for_each = var.x\n content {\n sid = statement.value\n actions = ["*"]\n }\n }',
    'Allow statement.value to *',
  ],
  [
    'a statement that is made of what may be there',
    'dynamic "statement" {\n for_each = var.x ? [{ e = "Deny", k = "aws:SourceIp" }] : []\n iterator = it\n content {\n effect = it.value.e\n actions = ["*"]\n' +
      'condition {\n test = "NotIpAddress"\n variable = it.value.k\n values = var.ips\n }\n }\n }',
    'Deny - to *, if NotIpAddress aws:SourceIp <var.ips>',
  ],
]
for (const [why, body, expected] of documents) {
  test(`a document: ${why}`, () => {
    const text = `data "aws_iam_policy_document" "x" {\n ${body}\n}\n`
    const [, words] = /^\d+ data\.aws_iam_policy_document\.x \([^)]*\): (.*)\n$/.exec(described(text)) ?? []
    assert.equal(words, expected)
  })
}

test('documents are merged by Sid, and one that goes into itself ends', () => {
  const document = (name: string, more: string, ...sids: readonly string[]) =>
    `data "aws_iam_policy_document" "${name}" {\n${more}\n${sids.map((sid) => `statement {\n sid = "${sid}"\n actions = ["${name}:*"]\n}`).join('\n')}\n}\n`
  const of = (name: string) => `data.aws_iam_policy_document.${name}.json`
  const text =
    document(
      'whole',
      `source_policy_documents = [${of('low')}]\noverride_policy_documents = [${of('high')}]`,
      'A',
      'B',
    ) +
    document('low', '', 'A', 'Z') +
    document('high', '', 'B', 'C') +
    document('round', `source_policy_documents = [${of('round')}]`, 'R')
  const words = read(text).policies.map(({ address, statements }) => [
    address.slice('data.aws_iam_policy_document.'.length),
    statements.map(
      ({ sid, actions: { patterns } }) => `${sid?.value} ${patterns[0]?.kind === 'literal' && patterns[0].text}`,
    ),
  ])
  assert.deepEqual(words, [
    ['whole', ['A whole:*', 'Z low:*', 'B high:*', 'C high:*']],
    ['round', ['R round:*']],
  ])
})
