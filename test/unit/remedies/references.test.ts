import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reference, StatementChange } from '../../../src/model/contracts.ts'
import type { Value } from '../../../src/model/policy.ts'
import { referenceAt, withReferences, withStandIns } from '../../../src/remedies/references.ts'
import { vpcEndpoint } from '../../../src/remedies/vpc-endpoint.ts'
import { denyOutside, outside } from '../inspecting.ts'
import { smallFindings } from './small-registry.ts'
import { placed } from './subject.ts'

/** The conditions of the first statement, which denies, and those of the second, which allows. */
interface Written {
  readonly path: string
  readonly text: (deny: string, allow: string) => string
}

const yaml: Written = {
  path: 'template.yaml',
  text: (deny, allow) => `Resources:
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Deny
            Action: '*'
            Resource: '*'
            Condition:
              NotIpAddress:
                aws:SourceIp: 203.0.113.0/24${deny}
          - Effect: Allow
            Action: 's3:*'
            Resource: '*'
            Condition:
              StringEquals:
                ${allow}
`,
}
const yamlAdded = (value: string, key = 'aws:SourceVpce') => `
              StringNotEqualsIfExists:
                ${key}: ${value}
              BoolIfExists:
                aws:ViaAWSService: 'false'`

/** Where there are braces in the statement by then, others are written. */
const inBraces = (value: string) => `
              StringNotEqualsIfExists:
                aws:SourceVpce: ${value}
              BoolIfExists: {aws:ViaAWSService: 'false'}`

const json: Written = {
  path: 'template.json',
  text: (deny, allow) => `{
  "Resources": {
    "P": {
      "Type": "AWS::IAM::ManagedPolicy",
      "Properties": {
        "PolicyDocument": {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Deny", "Action": "*", "Resource": "*",
              "Condition": { "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" }${deny} }
            },
            {
              "Effect": "Allow", "Action": "s3:*", "Resource": "*",
              "Condition": { "StringEquals": { ${allow} } }
            }
          ]
        }
      }
    }
  }
}
`,
}
const jsonAdded = (value: string, separator = ':') =>
  `, "StringNotEqualsIfExists": { "aws:SourceVpce"${separator} ${value} }, "BoolIfExists": { "aws:ViaAWSService"${separator} "false" }`

const blocks: Written = {
  path: 'main.tf',
  text: (deny, allow) => `data "aws_iam_policy_document" "d" {
  statement {
    effect    = "Deny"
    actions   = ["*"]
    resources = ["*"]
    condition {
      test     = "NotIpAddress"
      variable = "aws:SourceIp"
      values   = ["203.0.113.0/24"]
    }${deny}
  }
  statement {
    actions   = ["s3:*"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = ${allow}
    }
  }
}
`,
}
const blocksAdded = (values: string, key = 'aws:SourceVpce') => `
    condition {
      test     = "StringNotEqualsIfExists"
      variable = "${key}"
      values   = ${values}
    }
    condition {
      test     = "BoolIfExists"
      variable = "aws:ViaAWSService"
      values   = ["false"]
    }`

const encoded: Written = {
  path: 'main.tf',
  text: (deny, allow) => `resource "aws_iam_policy" "p" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Deny", Action = "*", Resource = "*"
        Condition = { NotIpAddress = { "aws:SourceIp" = "203.0.113.0/24" }${deny} }
      },
      {
        Effect = "Allow", Action = "s3:*", Resource = "*"
        Condition = { StringEquals = { ${allow} } }
      },
    ]
  })
}
`,
}
const encodedAdded = (value: string) =>
  `, StringNotEqualsIfExists = { "aws:SourceVpce" = ${value} }, BoolIfExists = { "aws:ViaAWSService" = "false" }`

const heredoc: Written = {
  path: 'main.tf',
  text: (deny, allow) => `resource "aws_iam_policy" "p" {
  policy = <<EOT
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny", "Action": "*", "Resource": "*",
      "Condition": { "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" }${deny} }
    },
    { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { ${allow} } } }
  ]
}
EOT
}
`,
}

const s3 = 'aws_vpc_endpoint.s3.id'
const rows: readonly (readonly [
  why: string,
  written: Written,
  allow: string,
  /** What is added; undefined: nothing. */
  added: string | undefined,
  deny?: string,
])[] = [
  ['!Ref', yaml, 'aws:SourceVpce: !Ref Endpoint', yamlAdded('!Ref Endpoint')],
  ['!Ref in quotes', yaml, "aws:SourceVpce: !Ref 'Endpoint'", yamlAdded("!Ref 'Endpoint'")],
  ['!GetAtt', yaml, 'aws:SourceVpce: !GetAtt Endpoint.Id', yamlAdded('!GetAtt Endpoint.Id')],
  ['Ref in braces', yaml, 'aws:SourceVpce: {Ref: Endpoint}', inBraces('{Ref: Endpoint}')],
  ['Ref on a line of its own', yaml, 'aws:SourceVpce:\n                  Ref: Endpoint', yamlAdded('!Ref Endpoint')],
  ['a list of one', yaml, 'aws:SourceVpce: [!Ref Endpoint]', yamlAdded('!Ref Endpoint')],
  [
    'a list, sorted, ids before names',
    yaml,
    'aws:SourceVpce: [!Ref Other, vpce-0aa1, !Ref Endpoint]',
    yamlAdded("['vpce-0aa1', !Ref Endpoint, !Ref Other]"),
  ],
  [
    'a block, each once',
    yaml,
    'aws:SourceVpce:\n                  - !Ref Other\n                  - !GetAtt Endpoint.Id\n                  - !Ref Other',
    yamlAdded('[!GetAtt Endpoint.Id, !Ref Other]'),
  ],
  ['a VPC', yaml, 'aws:SourceVpc: !Ref Vpc', yamlAdded('!Ref Vpc', 'aws:SourceVpc')],
  ['a name behind a condition', yaml, 'aws:SourceVpce: !If [HasOne, !Ref Endpoint, !Ref "AWS::NoValue"]', undefined],
  ['a text that holds a name', yaml, 'aws:SourceVpce: !Sub "${Endpoint}"', undefined],
  ['a value of another stack', yaml, 'aws:SourceVpce: !ImportValue Endpoint', undefined],
  [
    'of a name that may be a list and an id the id',
    yaml,
    'aws:SourceVpce: !Ref Endpoint\n              ForAnyValue:StringEquals: {aws:SourceVpce: vpce-0aa1}',
    yamlAdded("'vpce-0aa1'"),
  ],
  [
    'a list that is there already gets the name',
    yaml,
    'aws:SourceVpce: [!Ref Endpoint]',
    undefined,
    '\n              StringNotEqualsIfExists:\n                aws:SourceVpce: vpce-0aa1',
  ],

  ['Ref', json, '"aws:SourceVpce": { "Ref": "Endpoint" }', jsonAdded('{ "Ref": "Endpoint" }')],
  ['Ref in lines', json, '"aws:SourceVpce": {\n "Ref": "Endpoint"\n }', jsonAdded('{ "Ref": "Endpoint" }')],
  [
    'several in a list',
    json,
    '"aws:SourceVpce": [{"Ref": "B"}, {"Ref": "A"}]',
    jsonAdded('[{"Ref": "A"}, {"Ref": "B"}]'),
  ],
  [
    'a name behind a condition',
    json,
    '"aws:SourceVpce": {"Fn::If": ["C", {"Ref": "A"}, {"Ref": "AWS::NoValue"}]}',
    undefined,
  ],

  ['a resource', blocks, `"aws:SourceVpce"\n      values   = [${s3}]`, blocksAdded(`[${s3}]`)],
  [
    'several, and data',
    blocks,
    `"aws:SourceVpce"\n      values   = [data.aws_vpc_endpoint.b.id, aws_vpc_endpoint.a[0].id, "vpce-0aa1"]`,
    blocksAdded('["vpce-0aa1", aws_vpc_endpoint.a[0].id, data.aws_vpc_endpoint.b.id]'),
  ],
  [
    'a VPC',
    blocks,
    '"aws:SourceVpc"\n      values   = [aws_vpc.main["a"].id]',
    blocksAdded('[aws_vpc.main["a"].id]', 'aws:SourceVpc'),
  ],
  ['a variable, which may be a list', blocks, '"aws:SourceVpce"\n      values   = var.endpoints', undefined],
  ['all of a resource’s', blocks, '"aws:SourceVpce"\n      values   = aws_vpc_endpoint.s3[*].id', undefined],
  ['an ARN is no id', blocks, '"aws:SourceVpce"\n      values   = [aws_vpc_endpoint.s3.arn]', undefined],
  ['another resource’s id', blocks, '"aws:SourceVpce"\n      values   = [aws_subnet.s3.id]', undefined],

  ['a resource', encoded, `"aws:SourceVpce" = ${s3}`, encodedAdded(s3)],
  ['a resource in a string', encoded, `"aws:SourceVpce" = "\${${s3}}"`, encodedAdded(`"\${${s3}}"`)],
  [
    'several',
    encoded,
    `"aws:SourceVpce" = [${s3}, aws_vpc_endpoint.a.id]`,
    encodedAdded(`[aws_vpc_endpoint.a.id, ${s3}]`),
  ],
  [
    'several, sorted already',
    encoded,
    '"aws:SourceVpce" = [aws_vpc_endpoint.a.id, aws_vpc_endpoint.b.id]',
    encodedAdded('[aws_vpc_endpoint.a.id, aws_vpc_endpoint.b.id]'),
  ],
  ['a resource in a text', heredoc, `"aws:SourceVpce": "\${${s3}}"`, jsonAdded(`"\${${s3}}"`)],
]

const remedyFor = ({ path, text }: Written, deny: string, allow: string) =>
  smallFindings(text(deny, allow), { path, strategies: [vpcEndpoint] })
    .filter(({ finding }) => finding.ruleId === 'vpc-endpoint-denied')
    .flatMap(({ remedies }) => remedies)

for (const [why, written, allow, added, deny = ''] of rows) {
  const outcome = added === undefined ? 'left alone' : 'written as it is there'
  test(`an endpoint named by an expression, ${written.path}, ${why}: ${outcome}`, () => {
    const [remedy] = remedyFor(written, deny, allow)
    assert.equal(remedy?.patchedText, added === undefined ? undefined : written.text(deny + added, allow))
  })
}

/** The value that stands between the bars. */
function valueBetween(marked: string, expression: string): { readonly text: string; readonly value: Value } {
  const [before = '', written = '', after = ''] = marked.split('|')
  const range = { start: before.length, end: before.length + written.length }
  return { text: before + written + after, value: { kind: 'unresolved', expression, range } }
}

const key = 'aws:SourceVpce'
const readings: readonly (readonly [
  marked: string,
  expression: string,
  /** How it is written elsewhere; undefined: not at all. */
  written: string | undefined,
  more?: Partial<Reference>,
])[] = [
  ['aws:SourceVpce: |!Ref X|', 'X', '!Ref X', { mayBeList: true }],
  ['aws:SourceVpce: |!Ref  "X"|', 'X', '!Ref "X"', { mayBeList: true }],
  ['aws:SourceVpce: |!Ref "X|', 'X', undefined],
  ['aws:SourceVpce: |x!Ref X|', 'X', undefined],
  ['aws:SourceVpce: |!Ref X Y|', 'X', undefined],
  ['aws:SourceVpce: |!Ref\nX|', 'X', undefined],
  ['aws:SourceVpce: |!GetAtt X.Id|', 'X.Id', '!GetAtt X.Id'],
  ['aws:SourceVpce: |Ref: X|', 'X', '!Ref X', { mayBeList: true }],
  ['aws:SourceVpce: |Ref:   X1|', 'X1', '!Ref X1', { mayBeList: true }],
  ['aws:SourceVpce: |xRef: X|', 'X', undefined],
  ['aws:SourceVpce: |Ref: X Y|', 'X', undefined],
  ['"AWS:sourceVPCE": |{"Ref":"X"}|', 'X', '{"Ref":"X"}', { mayBeList: true }],
  ["\"aws:SourceVpce\": |{\r\n\t'Ref' : 'Xy'\r\n}|", 'Xy', "{ 'Ref' : 'Xy' }", { mayBeList: true }],
  ['"aws:SourceVpce": |{"Ref": "X", "Y": 1}|', 'X', undefined],
  ['"aws:SourceVpce": |x{"Ref": "X"}|', 'X', undefined],
  ['"aws:SourceVpce": |{"Ref": "X"}x|', 'X', undefined],
  ['"aws:SourceVpce": |{"Ref: "X"}|', 'X', undefined],
  ['"aws:SourceVpce": |{"Fn::Sub": "X"}|', 'X', undefined],
  ['aws:SourceVpce: [|!Ref X|]', 'X', '!Ref X'],
  ['aws:SourceVpce: ["a",  |!Ref X|]', 'X', '!Ref X'],
  ['aws:SourceVpce:\n  -  |!Ref X|', 'X', '!Ref X'],
  ['aws:SourceVpce:\n\n- |Ref: X|', 'X', '!Ref X'],
  ['x: [y]\naws:SourceVpce: |!Ref X|', 'X', '!Ref X', { mayBeList: true }],
  ['aws:SourceVpce: [y] |!Ref X|', 'X', '!Ref X', { mayBeList: true }],
  ['aws:SourceVpce: y - |!Ref X|', 'X', '!Ref X', { mayBeList: true }],
  ['aws:SourceVpce:\n - y |!Ref X|', 'X', '!Ref X', { mayBeList: true }],
  ['aws:SourceVpce: !If [C, |!Ref X|]', 'X', undefined],
  ['"aws:SourceVpce": {"Fn::If": ["C", |{"Ref": "X"}|]}', 'X', undefined],
  ['x: !If [C, d, e]\naws:SourceVpce: |!Ref X|', 'X', '!Ref X', { mayBeList: true }],
  ...[
    'aws_vpc_endpoint.s3.id',
    'aws_vpc.main-1.id',
    'data.aws_vpc.x.id',
    'data.aws_vpc_endpoint.x[0].id',
    'aws_vpc.x[12].id',
    'aws_vpc.x["a b"].id',
    'aws_vpc.x[each.key].id',
  ].map((name) => [`values = [|${name}|]`, name, name] as const),
  ...[
    'x.aws_vpc.x.id',
    'xaws_vpc.x.id',
    'aws_vpc.x.ids',
    'aws_vpc.x',
    'aws_vpc.x.y.id',
    'aws_vpcs.x.id',
    'aws_vpc_endpoint_x.x.id',
    'data_aws_vpc.x.id',
    'dataaws_vpc.x.id',
    'aws_vpc.x[*].id',
    'aws_vpc.x[each.key.y].id',
    'aws_vpc.x["a"b"].id',
    'aws_vpc.x[].id',
    'local.x.id',
  ].map((name) => [`values = [|${name}|]`, name, undefined] as const),
  ['values = [|aws_vpc.x.id|]', 'aws_vpc.y.id', undefined],
  ['"${|aws_vpc.x.id|}"', 'aws_vpc.x.id', 'aws_vpc.x.id', { isInString: true }],
  ['"$${a}{|aws_vpc.x.id|}"', 'aws_vpc.x.id', 'aws_vpc.x.id'],
]
for (const [marked, expression, written, more = {}] of readings) {
  test(`${JSON.stringify(marked)} is ${written === undefined ? 'written nowhere else' : `written as ${written}`}`, () => {
    const { text, value } = valueBetween(marked, expression)
    const plain = { standIn: 'vpce-0', expression, written: written ?? '', isInString: false, mayBeList: false }
    assert.deepEqual(
      referenceAt(text, value, { key, standIn: 'vpce-0' }),
      written === undefined ? undefined : { ...plain, ...more },
    )
  })
}
test('what the file holds is no expression, whatever it was made of', () => {
  const { text, value } = valueBetween('aws:SourceVpce: |!Ref X|', 'X')
  const literal: Value = { kind: 'literal', text: 'vpce-1', range: value.range, expression: 'X' }
  assert.equal(referenceAt(text, literal, { key, standIn: 'vpce-0' }), undefined)
})

const reference: Reference = {
  standIn: 'vpce-0',
  expression: 'X',
  written: "{ 'Ref': '$&' }",
  isInString: false,
  mayBeList: false,
}
const change: StatementChange = {
  kind: 'add-condition',
  operator: 'StringNotEqualsIfExists',
  key: 'aws:SourceVpce',
  values: ['vpce-0', 'vpce-1'],
  references: [reference],
}

const writings: readonly (readonly [newText: string, isInString: boolean, to: string])[] = [
  ['a: "vpce-0", "vpce-0"', false, "a: { 'Ref': '$&' }, { 'Ref': '$&' }"],
  ["a: 'vpce-0'", false, "a: { 'Ref': '$&' }"],
  ['a: \\"vpce-0\\"', false, "a: { 'Ref': '$&' }"],
  ['a: "vpce-01", vpce-0, "vpce-0\'', false, 'a: "vpce-01", vpce-0, "vpce-0\''],
  ['a: "vpce-0", \\"vpce-0\\"', true, "a: \"${{ 'Ref': '$&' }}\", \\\"${{ 'Ref': '$&' }}\\\""],
]
for (const [newText, isInString, to] of writings) {
  test(`what stands for an expression is written as that: ${newText}, ${isInString ? 'in a string' : 'with its quotes'}`, () => {
    const range = { start: 1, end: 2 }
    const references = [{ ...reference, isInString }]
    assert.deepEqual(withReferences([{ range, newText }], { ...change, references }), [{ range, newText: to }])
    assert.deepEqual(withReferences([{ range, newText }], { ...change, references: [] }), [{ range, newText }])
  })
}

/** A statement with these values under `StringNotEqualsIfExists`; `?` before a name: an expression. */
function reading(values: readonly string[], condition = { StringNotEqualsIfExists: { 'AWS:sourcevpce': ['a'] } }) {
  const { statement } = placed(denyOutside(outside(condition)))
  const range = { start: 0, end: 1 }
  const read = values.map(
    (text): Value =>
      text.startsWith('?')
        ? { kind: 'unresolved', expression: text.slice(1), range }
        : { kind: 'literal', text, range },
  )
  const conditions = statement.conditions.map((each) =>
    each.key.value === 'aws:SourceIp' ? each : { ...each, values: read },
  )
  return { ...statement, conditions }
}

const told = (values: readonly Value[]) =>
  values.map((value) => (value.kind === 'literal' ? value.text : `?${value.expression}`))

test('a proof takes what stands for an expression where that is read, and nothing else', () => {
  const statement = reading(['?X', 'b', '?Y', '?X'])
  const [address, changed] = withStandIns(statement, [change])?.conditions ?? []
  assert.equal(address, statement.conditions[0])
  assert.deepEqual(told(changed?.values ?? []), ['vpce-0', 'b', '?Y', 'vpce-0'])
  assert.deepEqual(withStandIns(statement, []), statement)
})
const misread: readonly (readonly [why: string, statement: ReturnType<typeof reading>])[] = [
  ['it is another expression', reading(['?Y'])],
  ['it is a text of that name', reading(['X'])],
  ['it stands under another key', reading(['?X'], { StringNotEqualsIfExists: { 'aws:SourceVpc': ['a'] } } as never)],
  ['it stands under another operator', reading(['?X'], { StringNotEquals: { 'aws:SourceVpce': ['a'] } } as never)],
]
for (const [why, statement] of misread) {
  test(`nothing is proven where the expression is not read: ${why}`, () =>
    assert.equal(withStandIns(statement, [change]), undefined))
}
test('one of several changes that is not read is enough', () => {
  const other = { ...change, references: [{ ...reference, expression: 'Z' }] }
  assert.equal(withStandIns(reading(['?X']), [change, other]), undefined)
  assert.equal(withStandIns(reading(['?X']), [other, change]), undefined)
  assert.equal(withStandIns(reading(['?X']), [{ ...change, references: [...other.references, reference] }]), undefined)
})
