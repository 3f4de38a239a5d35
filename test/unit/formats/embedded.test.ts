import assert from 'node:assert/strict'
import { test } from 'node:test'
import { embedded } from '../../../src/formats/embedded.ts'
import { lineAt, lineStartsOf } from '../../../src/model/lines.ts'
import type { PolicyDocument, Statement, Value } from '../../../src/model/policy.ts'
import { applyEdits } from '../../../src/model/source.ts'
import { testCases } from './case-folder.ts'

testCases(embedded, 'embedded')

const read = (text: string, path = 'policies.yaml') => embedded.read({ path, text })
const shown = (value: Value) => (value.kind === 'literal' ? value.text : `?${value.expression}`)
const deny = '{Effect: Deny, Action: "*", Resource: "*", Condition: {NotIpAddress: {aws:SourceIp: 192.0.2.0/24}}}'
const denyAll = deny.replace('{Effect', '{Principal: "*", Effect')
const json = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Deny', Action: '*', Resource: '*', Condition: { NotIpAddress: { 'aws:SourceIp': '1.2.3.4' } } },
  ],
})

type Brief = readonly [address: string, type: string, assumedBy: readonly string[]]
const brief = ({ address, type, assumedBy }: PolicyDocument): Brief => [address, type, assumedBy]
const lambda = ['lambda.amazonaws.com']

const serverless = `service: ferry
provider:
  name: aws
  iam:
    role:
      statements: [${deny}]
  iamRoleStatements: [${deny}]
  apiGateway:
    resourcePolicy: [${denyAll}]
functions:
  list: {handler: x, iamRoleStatements: [${deny}]}
resources:
  Resources:
    Fence: {Type: AWS::S3::BucketPolicy, Properties: {PolicyDocument: {Statement: [${denyAll}]}}}
`
const ack = `apiVersion: iam.services.k8s.aws/v1alpha1
kind: Role
metadata: {name: worker}
spec:
  assumeRolePolicyDocument: >
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
     "Principal": {"Service": "lambda.amazonaws.com"}}]}
  inlinePolicies:
    fence: '${json}'
---
apiVersion: iam.services.k8s.aws/v1alpha1
kind: Policy
metadata: {name: fence}
spec: {policyDocument: '${json}'}
`
const organizations = `apiVersion: organizations.aws.upbound.io/v1beta1
kind: Policy
metadata: {name: fence}
spec:
  forProvider:
    type: SERVICE_CONTROL_POLICY
    content: '${json}'
`
const places: readonly (readonly [why: string, text: string, expected: readonly Brief[]])[] = [
  [
    'the Serverless Framework',
    serverless,
    [
      ['provider.iam.role.statements', 'identity', lambda],
      ['provider.iamRoleStatements', 'identity', lambda],
      ['provider.apiGateway.resourcePolicy', 'resource', []],
      ['functions.list.iamRoleStatements', 'identity', lambda],
      ['resources.Resources.Fence.Properties.PolicyDocument', 'resource', []],
    ],
  ],
  [
    'objects of Kubernetes, by kind and name',
    ack,
    [
      ['Role/worker.spec.inlinePolicies.fence', 'identity', lambda],
      ['Policy/fence.spec.policyDocument', 'identity', []],
    ],
  ],
  ['an object with a type of Organizations', organizations, [['Policy/fence.spec.forProvider.content', 'scp', []]]],
  [
    'a VPC endpoint of Kubernetes',
    `apiVersion: ec2.services.k8s.aws/v1alpha1\nkind: VPCEndpoint\nspec: {policyDocument: '${json}'}\n`,
    [['VPCEndpoint.spec.policyDocument', 'vpce', []]],
  ],
  ['a policy that is the whole file', `Version: "2012-10-17"\nStatement: [${deny}]\n`, [['$', 'identity', []]]],
  ['a list of statements that is the whole file', `- ${deny}\n- ${deny}\n`, [['$', 'identity', []]]],
  ['a lone statement', `a: {b: ${denyAll}}\n`, [['a.b', 'resource', []]]],
  ['a name that tells the type', `scp:\n  fence:\n    Statement: [${deny}]\n`, [['scp.fence', 'scp', []]]],
  [
    'a template in a string in a list',
    `stacks:\n  - template: |\n      Resources:\n        P:\n          Type: AWS::EC2::VPCEndpoint\n          Properties: {PolicyDocument: {Statement: [${denyAll}]}}\n`,
    [['stacks.0.template.Resources.P.Properties.PolicyDocument', 'vpce', []]],
  ],
  ['what has an Effect, but no action, is no statement', `taints: [{Effect: NoSchedule, Key: "aws:SourceIp"}]\n`, []],
  [
    'a statement under an anchor is judged where it is used',
    `x: &d ${deny}\npolicy: {Statement: [*d]}\n`,
    [['policy', 'identity', []]],
  ],
]
for (const [why, text, expected] of places) {
  test(`policies are found: ${why}`, () => {
    const { policies, problems } = read(text)
    assert.deepEqual(policies.map(brief), expected)
    assert.deepEqual(problems, [])
  })
}

const only = (text: string): Statement => {
  const { policies, problems } = read(text)
  assert.deepEqual(problems, [])
  const [statement, ...more] = policies.flatMap(({ statements }) => statements)
  assert.ok(statement !== undefined && more.length === 0)
  return statement
}

/** Values under a key of a condition, as people write them for template engines. */
const values: readonly (readonly [value: string, expected: string])[] = [
  ['"{{ office }}"', '?office'],
  ['{{ .Values.office }}', '?{{ .Values.office }}'],
  ['"${self:custom.office}"', '?self:custom.office'],
  ['"${file(./office.yml):${opt:stage}}"', '?file(./office.yml):${opt:stage}'],
  ['"${env:OFFICE}/32"', '?${env:OFFICE}/32'],
  ['"<%= @office %>"', '?@office'],
  ['"${AWS::AccountId}"', '111122223333'],
  ['"${aws:accountId}"', '111122223333'],
  ['"${aws:username}"', '${aws:username}'],
  [`"\${aws:PrincipalTag/team, 'none'}"`, `\${aws:PrincipalTag/team, 'none'}`],
  ['"${*}"', '${*}'],
]
for (const [value, expected] of values) {
  test(`a value of a condition that is written ${value}`, () => {
    const statement = only(
      `- {Effect: Deny, Action: "*", Resource: "*", Condition: {StringEquals: {"a:b": ${value}}}}\n`,
    )
    assert.deepEqual(statement.conditions[0]?.values.map(shown), [expected])
  })
}

const resources: readonly (readonly [value: string, expected: string])[] = [
  ['"arn:aws:s3:::{bucket_name}/*"', 'arn:aws:s3:::example-bucket/*'],
  ['"arn:aws:s3:::{{ bucket }}/${aws:username}/*"', 'arn:aws:s3:::example-bucket/${aws:username}/*'],
  ['"arn:aws:iam::{account_id}:role/${self:service}"', 'arn:aws:iam::111122223333:role/example'],
  ['"#{AWS::Partition}"', 'aws'],
  ['"{{ arn }}"', '?arn'],
]
for (const [value, expected] of resources) {
  test(`a resource that is written ${value}`, () => {
    assert.deepEqual(only(`- {Effect: Deny, Action: "*", Resource: ${value}}\n`).resources?.patterns.map(shown), [
      expected,
    ])
  })
}

const conditions = ({ conditions: all }: Statement) =>
  all.map(({ operator, key, values: list }) => `${operator.value.base} ${key.value} ${list.map(shown).join(',')}`)

test('the spelling of Crossplane', () => {
  const text = `kind: BucketPolicy
spec:
  policy:
    version: "2012-10-17"
    statements:
      - sid: Orchard
        effect: Deny
        action: [s3:*]
        principal: {awsPrincipals: [{iamRoleArn: "arn:aws:iam::111122223333:role/a"}, {iamUserArnRef: {name: b}}], service: [x.amazonaws.com]}
        notResource: ["arn:aws:s3:::fruit"]
        condition:
          - operatorKey: NotIpAddress
            conditions: [{key: "aws:SourceIp", listValue: [192.0.2.0/24]}]
          - operatorKey: Bool
            conditions: [{key: "aws:SecureTransport", booleanValue: false}, {key: "aws:ViaAWSService", stringValue: "false"}]
`
  const statement = only(text)
  assert.equal(statement.sid?.value, 'Orchard')
  assert.deepEqual(
    statement.principals?.entries.map(({ kind, value }) => `${kind} ${shown(value)}`),
    ['AWS arn:aws:iam::111122223333:role/a', 'AWS ?iamUserArnRef', 'Service x.amazonaws.com'],
  )
  assert.deepEqual(
    [statement.resources?.negated, statement.resources?.patterns.map(shown)],
    [true, ['arn:aws:s3:::fruit']],
  )
  assert.deepEqual(conditions(statement), [
    'NotIpAddress aws:SourceIp 192.0.2.0/24',
    'Bool aws:SecureTransport false',
    'Bool aws:ViaAWSService false',
  ])
  assert.equal(lineAt(lineStartsOf(text), statement.range.start), 6)
  assert.equal(read(text).policies[0]?.type, 'resource')
})

test('the spelling of Terraform’s modules', () => {
  const statement = only(`scp:
  statements:
    - sid: Fence
      effect: Deny
      not_actions: ["iam:*"]
      resources: ["*"]
      principals: [{type: AWS, identifiers: ["*"]}]
      conditions:
        - {test: NotIpAddress, variable: "aws:SourceIp", values: [192.0.2.0/24]}
        - {test: NotIpAddress, variable: "aws:VpcSourceIp", values: [10.0.0.0/8]}
`)
  assert.deepEqual([statement.actions.negated, statement.actions.patterns.map(shown)], [true, ['iam:*']])
  assert.deepEqual(conditions(statement), [
    'NotIpAddress aws:SourceIp 192.0.2.0/24',
    'NotIpAddress aws:VpcSourceIp 10.0.0.0/8',
  ])
})

const strings: readonly (readonly [why: string, text: string, line: number, cut: string])[] = [
  [
    'a literal block',
    `a: |\n\n    {"Statement":\n      {"Effect": "Deny", "Action": "*",\n       "Condition": {"NotIpAddress": {"aws:SourceIp": "x"}}}}\n`,
    4,
    '{"Effect": "Deny", "Action": "*",\n       "Condition": {"NotIpAddress": {"aws:SourceIp": "x"}}}',
  ],
  [
    'a folded block',
    `a: >-\n  {"Statement": [\n  {"Effect": "Deny", "Action": "*", "Condition": {"NotIpAddress": {"aws:SourceIp": "x"}}}]}\n`,
    3,
    '{"Effect": "Deny", "Action": "*", "Condition": {"NotIpAddress": {"aws:SourceIp": "x"}}}',
  ],
  [
    'a block with an indentation of its own',
    `a: |2\n    {"Effect": "Deny", "Action": "*", "Condition": {"NotIpAddress": {"aws:SourceIp": "x"}}}\n`,
    2,
    '{"Effect": "Deny", "Action": "*", "Condition": {"NotIpAddress": {"aws:SourceIp": "x"}}}',
  ],
  [
    'single quotes over two lines',
    `a: '{"Effect": "Deny", "Action": "*",\n  "Condition": {"NotIpAddress": {"aws:SourceIp": "x"}}}'\n`,
    1,
    '{"Effect": "Deny", "Action": "*",\n  "Condition": {"NotIpAddress": {"aws:SourceIp": "x"}}}',
  ],
  ['escapes: the whole string', `a: 1\nb: ${JSON.stringify(json)}\n`, 2, JSON.stringify(json)],
  [
    'a string in a string: the whole of the inner one',
    `a: |\n  {"b":\n    ${JSON.stringify(json)}}\n`,
    3,
    JSON.stringify(json),
  ],
]
for (const [why, text, line, cut] of strings) {
  test(`where a statement in a string stands: ${why}`, () => {
    for (const windows of [false, true]) {
      const file = windows ? text.replaceAll('\n', '\r\n') : text
      const { range } = only(file)
      assert.equal(lineAt(lineStartsOf(file), range.start), line)
      assert.equal(file.slice(range.start, range.end).replaceAll('\r', ''), cut)
    }
  })
}

const clean: readonly (readonly [why: string, text: string])[] = [
  ['a log format', `format: '{"from":"$context.identity.sourceIp","Effect":"x"}'\n`],
  [
    'a shell script',
    `run: |\n  aws s3api put-bucket-policy --policy '{"Statement": {"Effect": "Deny", "Condition": {"NotIpAddress": {"aws:SourceIp": "x"}}}}'\n`,
  ],
  ['prose', `description: "Deny unless aws:SourceIp is ours. Effect: none."\n`],
  ['a network policy', 'spec: {ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}\nx: aws:SourceIp\n'],
]
for (const [why, text] of clean) {
  test(`nothing to report: ${why}`, () => assert.deepEqual(read(text), { policies: [], problems: [] }))
}

const broken: readonly (readonly [why: string, text: string, line: number, message: RegExp, blocking: boolean])[] = [
  ['a document in the middle: its neighbours are read', `- ${deny}\n---\na: [\n---\n- ${deny}\n`, 4, /./, true],
  [
    'JSON in a string',
    `a: |\n  {"Statement": [{"Effect": "Deny", "Condition": {"NotIpAddress": {"aws:SourceIp": {{ x }}}}}]}\n`,
    2,
    /the policy in this string cannot be read/,
    true,
  ],
  [
    'YAML in a string',
    `a: |\n  Statement:\n    - Effect: Deny\n      x: [aws:SourceIp\n`,
    4,
    /the policy in this string cannot be read/,
    true,
  ],
  [
    'a bomb of aliases',
    `a: &a [aws:SourceIp, x]\n${Array.from({ length: 20 }, (_, n) => `b${n}: &${String.fromCharCode(98 + n)} [${`*${String.fromCharCode(97 + n)}, `.repeat(9)}]\n`).join('')}`,
    6,
    /too many values/,
    true,
  ],
  [
    'strings in strings in strings',
    `a: '${[1, 2, 3, 4, 5].reduce((inner) => `{"b": ${JSON.stringify(inner)}}`, json)}'\n`,
    1,
    /it is in a string in a string/,
    true,
  ],
  [
    'nesting in a string',
    `a: '{"aws:SourceIp": "deny", "x": ${'['.repeat(300)}${']'.repeat(300)}}'\n`,
    1,
    /nested too deeply/,
    true,
  ],
]
for (const [why, text, line, message, blocking] of broken) {
  test(`a problem: ${why}`, () => {
    const [problem] = read(text).problems
    assert.ok(problem)
    assert.match(problem.message, message)
    assert.equal(lineAt(lineStartsOf(text), problem.range.start), line)
    assert.equal(problem.blocking, blocking)
  })
}

test('a broken document does not hide the others', () => {
  assert.equal(read(`- ${deny}\n---\na: [\n---\n- ${deny}\n`).policies.length, 2)
})

test('JSON is taken over where a string in it holds a policy, and that is read', () => {
  const text = JSON.stringify(
    {
      Policy: json,
      Template: JSON.stringify({
        Resources: { P: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: JSON.parse(json) } } },
      }),
    },
    null,
    2,
  )
  assert.ok(embedded.recognises({ path: 'a.json', text }))
  assert.ok(!embedded.recognises({ path: 'a.json', text: json }))
  const { policies, problems } = read(text, 'a.json')
  assert.deepEqual(problems, [])
  assert.deepEqual(
    policies.map(({ address, type }) => [address, type]),
    [
      ['Policy', 'identity'],
      ['Template.Resources.P.Properties.PolicyDocument', 'identity'],
    ],
  )
  const [policy] = policies
  assert.ok(policy?.statements[0])
  const change = {
    kind: 'add-condition',
    operator: 'BoolIfExists',
    key: 'aws:ViaAWSService',
    values: ['false'],
  } as const
  assert.deepEqual(embedded.edit(policy, policy.statements[0], [change]), [])
})

const inJson: readonly (readonly [why: string, string: string, expected: boolean])[] = [
  ['JSON', json, true],
  ['YAML', `Statement:\n  - Effect: Deny\n    Action: "*"\n    Condition: {NotIpAddress: {aws:SourceIp: x}}\n`, true],
  ['prose', 'a Deny on aws:SourceIp is a Statement of its own', false],
]
for (const [why, string, expected] of inJson) {
  test(`a string of JSON that holds ${why}`, () => {
    const escapes = [
      JSON.stringify({ a: string }),
      `{"a": "${JSON.stringify(string).slice(1, -1).replaceAll('\\"', '\\u0022')}"}`,
    ]
    for (const text of escapes) {
      assert.equal(embedded.recognises({ path: 'a.json', text }), expected, text)
      assert.equal(read(text, 'a.json').policies.length, expected ? 1 : 0)
    }
  })
}

test('of two policies in strings only the one that is meant is edited', () => {
  const text = `a: '${json}'\nb: '${json}'\n`
  const [, second] = read(text).policies
  assert.ok(second?.statements[0])
  const change = { kind: 'add-condition', operator: 'Null', key: 'kms:ViaService', values: ['true'] } as const
  const patched = applyEdits(text, embedded.edit(second, second.statements[0], [change]))
  assert.equal(
    patched,
    `a: '${json}'\nb: '${json.replace('"1.2.3.4"}', '"1.2.3.4"},"Null":{"kms:ViaService":"true"}')}'\n`,
  )
})

test('a Deny without an action is a problem wherever it stands, and what is no Deny is none', () => {
  const without = deny.replace('Action: "*", ', '')
  for (const text of [`- ${without}`, `x:\n  - ${without}`, without, `a: {b: ${without}}`]) {
    const [problem] = read(`${text}\n`).problems
    assert.match(problem?.message ?? '', /no `Action`/, text)
    assert.equal(problem?.blocking, true)
  }
  for (const text of [without.replace('Deny', 'Allow'), '{Effect: Deny, Note: aws:SourceIp}']) {
    assert.deepEqual(read(`- ${text}\n`), { policies: [], problems: [] }, text)
  }
})

test('a policy that is encoded for an address is a problem, in YAML and in JSON', () => {
  const encoded = encodeURIComponent(json)
  for (const [text, path] of [
    [`policy: "${encoded}"\n`, 'a.yaml'],
    [JSON.stringify({ Document: encoded }), 'a.json'],
    [JSON.stringify([encoded.toLowerCase()]), 'a.json'],
  ] as const) {
    assert.ok(embedded.recognises({ path, text }), text)
    const [problem] = read(text, path).problems
    assert.match(problem?.message ?? '', /encoded for an address/)
    assert.equal(problem?.blocking, true)
  }
  const harmless = JSON.stringify({ Document: encodeURIComponent(json.replace('Deny', 'Allow')) })
  assert.deepEqual(read(harmless, 'a.json'), { policies: [], problems: [] })
})
