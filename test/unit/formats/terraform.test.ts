import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { terraform } from '../../../src/formats/terraform.ts'
import { lineAt, lineStartsOf } from '../../../src/model/lines.ts'
import type { PolicyDocument, Statement } from '../../../src/model/policy.ts'
import { caseFiles, describeFile, patched, testCases } from './case-folder.ts'

testCases(terraform, 'terraform')

const read = (text: string, path = 'main.tf') => terraform.read({ path, text })
const described = (text: string, path = 'main.tf') => describeFile(terraform, { path, text })

const names: readonly (readonly [path: string, text: string, expected: boolean])[] = [
  ['main.tf', '', true],
  ['live/TERRAGRUNT.HCL', '', true],
  ['main.tofu', '', true],
  ['prod.tfvars', '', true],
  ['main.tf.json', '{}', true],
  ['plan.json', '{ "format_version": "1.2", "planned_values": {} }', true],
  ['plan.yaml', '{ "format_version": "1.2", "planned_values": {} }', false],
  ['policy.json', '{ "Statement": [] }', false],
  ['main.tf.tpl', '', false],
]
for (const [path, text, expected] of names) {
  test(`${path} is ${expected ? '' : 'not '}for Terraform`, () => {
    assert.equal(terraform.recognises({ path, text }), expected)
  })
}

test('every range, cut out of the text, is what was read', () => {
  const text = `data "aws_iam_policy_document" "x" {
  statement {
    sid         = "A"
    not_actions = ["iam:*", "sts:*"]
    effect      = "Deny"
    condition {
      test     = "ForAnyValue:StringLike"
      variable = "aws:CalledVia"
      values   = ["a*"]
    }
    condition {
      test     = "ForAnyValue:StringLike"
      variable = "AWS:PrincipalServiceNamesList"
      values   = var.names
    }
  }
}
`
  const [policy] = read(text).policies
  const [statement] = policy?.statements ?? []
  assert.ok(policy && statement)
  const cut = ({ range }: { range: { start: number; end: number } }) => text.slice(range.start, range.end)
  assert.equal(cut(policy), text.trim())
  assert.ok(cut(statement).startsWith('statement {') && cut(statement).endsWith('}'))
  assert.equal(statement.sid && cut(statement.sid), '"A"')
  assert.deepEqual(statement.actions.patterns.map(cut), ['"iam:*"', '"sts:*"'])
  const [first, second] = statement.conditions
  assert.ok(first && second)
  assert.deepEqual([first.key, ...first.values].map(cut), ['"aws:CalledVia"', '"a*"'])
  assert.deepEqual([second.key, ...second.values].map(cut), ['"AWS:PrincipalServiceNamesList"', 'var.names'])
  const last = text.lastIndexOf('"ForAnyValue')
  assert.deepEqual(second.operator.range, { start: last, end: last + '"ForAnyValue:StringLike"'.length })
})

test('what stands in escapes and heredocs has its own place', () => {
  const text =
    'locals {\r\n  a = "[{\\"Effect\\":\\"Deny\\",\\"Action\\":\\"s\\u0033:*\\"}]"\r\n' +
    '  b = <<-E\r\n    { "Effect": "Deny", "Action": "s3:*" }\r\n  E\r\n}\r\n'
  const statements = read(text).policies.flatMap((policy) => policy.statements)
  const cut = ({ range }: { range: { start: number; end: number } }) => text.slice(range.start, range.end)
  assert.deepEqual(statements.map(cut), [
    '{\\"Effect\\":\\"Deny\\",\\"Action\\":\\"s\\u0033:*\\"}',
    '{ "Effect": "Deny", "Action": "s3:*" }',
  ])
  const actions = statements.flatMap((statement) => statement.actions.patterns)
  assert.deepEqual(actions.map(cut), ['\\"s\\u0033:*\\"', '"s3:*"'])
  assert.deepEqual(
    actions.map((action) => action.kind === 'literal' && action.text),
    ['s3:*', 's3:*'],
  )
})

const statement = '{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "*" }'
const encoded = `jsonencode({ Version = "2012-10-17", Statement = [${statement}] })`
const types: readonly (readonly [resource: string, body: string, expected: string])[] = [
  ['aws_iam_policy', `policy = ${encoded}`, 'identity'],
  ['aws_iam_role_policy', `policy = ${encoded}`, 'identity'],
  ['aws_iam_user_policy', `policy = ${encoded}`, 'identity'],
  ['aws_iam_group_policy', `policy = ${encoded}`, 'identity'],
  ['aws_iam_role', `assume_role_policy = ${encoded}`, 'trust'],
  ['aws_iam_role', `inline_policy {\n policy = ${encoded}\n }`, 'identity'],
  ['aws_s3_bucket_policy', `policy = ${encoded}`, 'resource'],
  ['aws_sqs_queue_policy', `policy = ${encoded}`, 'resource'],
  ['aws_sns_topic_policy', `policy = ${encoded}`, 'resource'],
  ['aws_kms_key', `policy = ${encoded}`, 'resource'],
  ['aws_kms_key_policy', `policy = ${encoded}`, 'resource'],
  ['aws_secretsmanager_secret_policy', `policy = ${encoded}`, 'resource'],
  ['aws_ecr_repository_policy', `policy = ${encoded}`, 'resource'],
  ['aws_opensearch_domain', `access_policies = ${encoded}`, 'resource'],
  ['aws_api_gateway_rest_api_policy', `policy = ${encoded}`, 'resource'],
  ['aws_vpc_endpoint', `policy = ${encoded}`, 'vpce'],
  ['aws_vpc_endpoint_policy', `policy = ${encoded}`, 'vpce'],
  ['aws_transfer_user', `policy = ${encoded}`, 'session'],
  ['aws_organizations_policy', `content = ${encoded}`, 'scp'],
  ['aws_organizations_policy', `type = "RESOURCE_CONTROL_POLICY"\n content = ${encoded}`, 'rcp'],
  ['aws_organizations_policy', `type = var.type\n content = ${encoded}`, 'scp'],
  ['aws_organizations_policy', `type = "TAG_POLICY"\n content = ${encoded}`, ''],
  ['aws_ssoadmin_permission_set_inline_policy', `inline_policy = ${encoded}`, 'identity'],
  ['awscc_iam_role', `policies = [{ policy_document = ${encoded} }]`, 'identity'],
  ['awscc_iam_role', `assume_role_policy_document = ${encoded}`, 'trust'],
  ['awscc_organizations_policy', `content = ${encoded}`, 'scp'],
  ['awscc_s3_bucket_policy', `policy_document = { Statement = [${statement}] }`, 'resource'],
  ['minio_s3_bucket_policy', `policy = ${encoded}`, ''],
  ['vault_aws_secret_backend_role', `policy_document = ${encoded}`, 'resource'],
]
for (const [resource, body, expected] of types) {
  test(`the type of a policy in ${resource}, ${/^[\w ]+/.exec(body)?.[0].trim()}: ${expected || 'none of AWS'}`, () => {
    const { policies, problems } = read(`resource "${resource}" "x" {\n ${body}\n}\n`)
    assert.deepEqual(
      policies.map(({ type }) => type),
      expected === '' ? [] : [expected],
    )
    assert.ok(policies.every(({ typeBasis }) => typeBasis.length > 0))
    assert.deepEqual(problems, [])
  })
}

test('a document that goes to several places is what most calls meet, through locals and other documents', () => {
  const text = `
data "aws_iam_policy_document" "a" {
  statement {
    effect  = "Deny"
    actions = ["*"]
  }
}
data "aws_iam_policy_document" "b" {
  source_policy_documents = concat([data.aws_iam_policy_document.a.json], var.more)
}
locals {
  texts = { one = data.aws_iam_policy_document.b.json }
}
resource "aws_iam_policy" "p" {
  policy = local.texts["one"]
}
resource "aws_organizations_policy" "p" {
  content = data.aws_iam_policy_document.b.minified_json
}
`
  assert.equal(described(text), '3 data.aws_iam_policy_document.b (scp): Deny - to *\n')
})

test('a policy on people too is theirs, whichever role it hangs on', () => {
  const text = (attachment: string) => `
resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = { Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" } })
}
resource "aws_iam_policy" "p" {
  policy = jsonencode({ Version = "2012-10-17", Statement = { Effect = "Deny", Action = "*", Resource = "*" } })
}
resource "aws_iam_role_policy_attachment" "r" {
  role       = aws_iam_role.r.name
  policy_arn = aws_iam_policy.p.arn
}
${attachment}`
  const assumedBy = (source: string) =>
    read(source).policies.find(({ address }) => /^aws_iam_policy/.test(address))?.assumedBy
  assert.deepEqual(assumedBy(text('')), ['ec2.amazonaws.com'])
  const toGroup = 'resource "aws_iam_group_policy_attachment" "g" {\n policy_arn = aws_iam_policy.p.arn\n}\n'
  assert.deepEqual(assumedBy(text(toGroup)), [])
})

const ip = 'Condition = { NotIpAddress = { "aws:SourceIp" = "192.0.2.1" } }'
type Row = readonly [why: string, text: string, line: number, message: RegExp, blocking: boolean]
const problems: readonly Row[] = [
  [
    'a string that is not closed',
    `locals {\n a = { Effect = "Deny, ${ip} }\n}\n`,
    2,
    /string is not closed|comma/,
    true,
  ],
  [
    'a brace that is missing',
    `resource "x" "y" {\n a = jsonencode({ Statement = { Effect = "Deny", ${ip} } })\n`,
    1,
    /closing brace/,
    true,
  ],
  [
    'a mistake that hides no Deny',
    `locals {\n a = [}\n}\nresource "x" "y" {\n a = "aws:SourceIp"\n}\n`,
    2,
    /value is expected/,
    false,
  ],
  [
    'an argument of another name',
    'data "aws_iam_policy_document" "x" {\n statement {\n efect = "Deny"\n actions = ["*"]\n condition {\n test = "NotIpAddress"\n variable = "aws:SourceIp"\n values = ["192.0.2.1"]\n }\n }\n}\n',
    3,
    /`efect` is no part of `statement`/,
    true,
  ],
  [
    'an element of another name',
    `locals {\n a = { Statement = [{ Effect = "Deny", Action = "*", Resource = "*",\n Conditions = { NotIpAddress = { "aws:SourceIp" = "192.0.2.1" } } }] }\n}\n`,
    3,
    /`Conditions` is no element/,
    true,
  ],
  [
    'a module’s own words',
    'module "x" {\n rules = [{ kind = "Deny",\n key = "aws:SourceIp", except = ["192.0.2.1"] }]\n}\n',
    3,
    /in no policy that can be read/,
    true,
  ],
  [
    'a script',
    'resource "x" "y" {\n user_data = <<E\necho \'{"Effect":"Deny","Condition":{"NotIpAddress":{"aws:SourceIp":"192.0.2.1"}}}\'\nE\n}\n',
    3,
    /in no policy that can be read/,
    true,
  ],
  [
    'a condition that only an expression makes',
    'locals {\n a = jsonencode({ Statement = [{ Effect = "Deny", Action = "*", Resource = "*",\n Condition = { for o in ["NotIpAddress"] : o => { "aws:SourceIp" = var.x } } }] })\n}\n',
    3,
    /`Condition` must be an object/,
    true,
  ],
]
for (const [why, text, line, message, blocking] of problems) {
  test(`a problem: ${why}`, () => {
    const found = read(text).problems
    const match = found.find((problem) => message.test(problem.message))
    assert.ok(match, JSON.stringify(found.map((problem) => problem.message)))
    assert.equal(lineAt(lineStartsOf(text), match.range.start), line)
    assert.equal(match.blocking, blocking)
    assert.ok(match.help.length > 0)
  })
}

test('words about a policy are none, and a firewall’s rules are none', () => {
  const text = `module "x" {
  description = "Deny all but aws:SourceIp"
  rules = [{ description = "Deny unless aws:SourceIp fits", Statement = { Action = "block" } }]
}
variable "ips" {
  validation {
    condition     = length(var.ips) > 0
    error_message = "Deny on aws:SourceIp needs addresses"
  }
}
# "Deny" "aws:SourceIp"
`
  assert.deepEqual(read(text), { policies: [], problems: [] })
})

test('a mistake in one block leaves the others, and its own statement in doubt', () => {
  const block = (name: string, effect: string) =>
    `data "aws_iam_policy_document" "${name}" {\n statement {\n effect = ${effect}\n actions = ["*"]\n }\n}\n`
  const { policies, problems: found } = read(block('a', '"Deny') + block('b', '"Deny"'))
  assert.deepEqual(
    policies.map(({ address, statements }) => [
      address,
      statements.map(({ effect, undecidable }) => [effect, undecidable.length]),
    ]),
    [
      ['data.aws_iam_policy_document.a', [['Allow', 1]]],
      ['data.aws_iam_policy_document.b', [['Deny', 0]]],
    ],
  )
  assert.equal(found.length, 1)
})

test('a YAML template in a heredoc is read too', () => {
  const text = `resource "aws_cloudformation_stack" "x" {
  template_body = <<-E
    Resources:
      Wharf:
        Properties:
          PolicyDocument:
            Statement:
              - Effect: Deny
                Principal: "*"
                Action: s3:*
                Resource: arn:aws:s3:::\${var.bucket}/*
                Condition:
                  NotIpAddress:
                    aws:SourceIp: \${var.ips}
  E
}
`
  assert.equal(
    described(text),
    '8 aws_cloudformation_stack.x.template_body.Resources.Wharf.Properties.PolicyDocument (resource 2008-10-17): ' +
      'Deny - by AWS=*, to s3:*, on ~arn:aws:s3:::example/*, if NotIpAddress aws:SourceIp <var.ips>\n',
  )
})

test('a plan tells each policy once, as it will be, and takes no edits', () => {
  const policy = (action: string) =>
    JSON.stringify({
      Statement: [
        { Effect: 'Deny', Action: action, Resource: '*', Condition: { NotIpAddress: { 'aws:SourceIp': '192.0.2.1' } } },
      ],
    })
  const resource = (type: string, name: string, inside: object) => ({
    address: `${type}.${name}`,
    mode: 'managed',
    type,
    name,
    ...inside,
  })
  const trust = JSON.stringify({
    Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  })
  const text = JSON.stringify({
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: [resource('aws_iam_role', 'r', { values: { name: 'ferry', assume_role_policy: trust } })],
        child_modules: [
          { resources: [resource('aws_iam_role_policy', 'p', { values: { role: 'ferry', policy: policy('s3:*') } })] },
        ],
      },
    },
    resource_changes: [
      resource('aws_iam_role_policy', 'p', {
        change: { before: { policy: policy('old:*') }, after: { policy: policy('s3:*') } },
      }),
      resource('aws_iam_policy', 'late', { change: { before: null, after: { policy: policy('kms:*') } } }),
      resource('aws_iam_policy', 'gone', { change: { before: { policy: policy('old:*') }, after: null } }),
    ],
    prior_state: {
      values: {
        root_module: { resources: [resource('aws_iam_policy', 'q', { values: { policy: policy('old:*') } })] },
      },
    },
  })
  assert.equal(
    described(text, 'plan.json'),
    '1 aws_iam_role.r.assume_role_policy (trust 2008-10-17): Allow - by Service=ec2.amazonaws.com, to sts:AssumeRole\n' +
      '1 aws_iam_role_policy.p.policy (identity 2008-10-17, assumed by ec2.amazonaws.com): Deny - to s3:*, on *, if NotIpAddress aws:SourceIp 192.0.2.1\n' +
      '1 aws_iam_policy.late.policy (identity 2008-10-17): Deny - to kms:*, on *, if NotIpAddress aws:SourceIp 192.0.2.1\n',
  )
  assert.equal(patched(terraform, { path: 'plan.json', text }), text)
})

const denies = (policies: readonly PolicyDocument[]): Statement[] =>
  policies.flatMap((policy) =>
    policy.statements.filter(
      ({ effect, conditions }) => effect === 'Deny' && conditions.some(({ key }) => /^aws:sourceip$/i.test(key.value)),
    ),
  )

const cases = caseFiles('terraform').map(({ file }) => ({
  file,
  before: denies(read(file.text, file.path).policies).length,
}))

test('a file with a mistake is read or said to be unread: no Deny is lost in silence, no range leaves the text', () => {
  const mutation = fc.record({
    which: fc.nat(cases.length - 1),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 3 }),
  })
  const count = (text: string, pattern: RegExp) => (text.match(pattern) ?? []).length
  fc.assert(
    fc.property(mutation, ({ which, at, length }) => {
      const { file, before } = cases[which] ?? { file: undefined, before: 0 }
      assert.ok(file)
      const start = Math.floor(at * file.text.length)
      const text = file.text.slice(0, start) + file.text.slice(start + length)
      const after = read(text, file.path)
      for (const { range } of [
        ...after.problems,
        ...after.policies,
        ...after.policies.flatMap(({ statements }) => statements),
      ]) {
        assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length)
      }
      const isWhole = [/aws:sourceip/gi, /"Deny\\?"/g].every((word) => count(text, word) === count(file.text, word))
      if (!isWhole || after.problems.some(({ blocking }) => blocking)) return
      // A mistake may turn a resource into one of another cloud, or a comment into none.
      assert.ok(denies(after.policies).length >= before, text)
    }),
    { numRuns: 150, seed: 7 },
  )
})

test('a file that is too large is said to be unread', () => {
  const { policies, problems: found } = read(`# "aws:SourceIp" ${'x'.repeat(5_000_000)}\n`)
  assert.deepEqual(
    [policies, found.map(({ message, blocking }) => [message, blocking])],
    [[], [['this file is too large to be read', true]]],
  )
})

test('locals that name each other without end are read in bounded steps', () => {
  const doubled = Array.from({ length: 40 }, (_, index) => `  a${index + 1} = concat(local.a${index}, local.a${index})`)
  const text = `locals {\n  a0 = ["192.0.2.1"]\n${doubled.join('\n')}\n  s = { Effect = "Deny", Action = "*", Condition = { NotIpAddress = { "aws:SourceIp" = local.a40 } } }\n}\n`
  assert.equal(denies(read(text).policies).length, 1)
})

const outside = '{ NotIpAddress = { "aws:SourceIp" = ["203.0.113.0/24"] } }'
const listedTest = '[{ test = "NotIpAddress", variable = "aws:SourceIp", values = ["203.0.113.0/24"] }]'
const takes = (name: string) =>
  `resource "aws_iam_policy" "p" {\n  policy = jsonencode({ Statement = [{ Effect = "Deny", Action = "*", Resource = "*", Condition = ${name} }] })\n}\n`
const loose: readonly (readonly [why: string, text: string, beside: string, told: boolean, path?: string])[] = [
  ['in a local that nothing takes', `locals {\n  c = ${outside}\n}\n`, '', true],
  ['in a local that a Deny beside takes', `locals {\n  c = ${outside}\n}\n`, takes('local.c'), false],
  ['in a local, where a Deny beside takes another', `locals {\n  c = ${outside}\n}\n`, takes('local.cc'), true],
  [
    'in a local that an Allow beside takes',
    `locals {\n  c = ${outside}\n}\n`,
    takes('local.c').replace('Deny', 'Allow'),
    true,
  ],
  ['in a local that a Deny of the file takes', `locals {\n  c = ${outside}\n}\n${takes('local.c')}`, '', false],
  ['in the default of a variable', `variable "c" {\n  default = ${outside}\n}\n`, '', true],
  [
    'in the default of a variable that a Deny beside takes',
    `variable "c" {\n  default = ${outside}\n}\n`,
    takes('var.c'),
    false,
  ],
  ['in a value of a variable', `c = ${outside}\n`, '', true, 'prod.tfvars'],
  ['for a module', `module "m" {\n  source = "./m"\n  conditions = ${listedTest}\n}\n`, '', true],
  ['of an operator on who is there', `locals {\n  c = ${outside.replace('Not', '')}\n}\n`, '', false],
  ['of another key', `locals {\n  c = ${outside.replace('SourceIp', 'VpcSourceIp')}\n}\n`, '', false],
  ['in an output, which nothing takes', `output "c" {\n  value = ${outside}\n}\n`, '', false],
]
for (const [why, text, beside, told, path = 'locals.tf'] of loose) {
  test(`a condition on addresses, ${why}: ${told ? 'told' : 'not told'}`, () => {
    const file = { path, text, neighbours: [{ path: 'beside.tf', text: beside }] }
    const { problems } = terraform.read(file)
    assert.deepEqual(
      problems.map(({ message, blocking }) => [/stands in no statement/.test(message), blocking]),
      told ? [[true, true]] : [],
    )
  })
}
