import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from '../../../src/inspect.ts'
import type { PolicyFormat } from '../../../src/model/contracts.ts'
import { applyEdits } from '../../../src/model/source.ts'
import { registry } from '../../../src/registry.ts'
import { type Change, readBack } from '../../../src/remedies/read-back.ts'
import { denyOutside, outside, policyOf, settings } from '../inspecting.ts'
import { smallRegistry } from './small-registry.ts'

const add = (operator: string, key: string, ...values: string[]): Change => ({
  kind: 'add-condition',
  operator,
  key,
  values,
})
const via = add('BoolIfExists', 'aws:ViaAWSService', 'false')
const service = add('BoolIfExists', 'aws:PrincipalIsAWSService', 'false')
const viaNone = add('Null', 'kms:ViaService', 'true')
const first = add('StringNotEquals', 'aws:CalledViaFirst', 'b.amazonaws.com')
const more: Change = { kind: 'add-actions', actions: ['sqs:Send'] }
const fewer: Change = { kind: 'leave-out-actions', actions: ['s3:GetObject'] }

/** The file with the changes made in its first statement, by its format or one that is `meddled` with. */
function read(
  text: string,
  changes: readonly Change[],
  { path = 'policy.json', problems, meddle = (format) => format, at = 0 }: Reading = {},
) {
  const file = { path, text }
  const format = registry.formats.find((candidate) => candidate.recognises(file)) ?? assert.fail(path)
  const before = format.read(file)
  const policy = before.policies[at]
  const [statement] = policy?.statements ?? []
  assert.ok(policy && statement)
  const place = {
    format: meddle(format),
    problems: problems ?? before.problems.length,
    policies: before.policies,
  }
  return readBack({ policy, statement }, changes, place)
}

interface Reading {
  readonly path?: string
  readonly problems?: number
  readonly meddle?: (format: PolicyFormat) => PolicyFormat
  /** Which policy of the file. */
  readonly at?: number
}

const plain = policyOf(denyOutside({ Action: ['s3:*', 's3:GetObject'] }))

const conditions = (result: ReturnType<typeof read>) =>
  result?.statement.conditions.map(({ key, values }) =>
    [key.value, ...values.map((value) => ('text' in value ? value.text : ''))].join(' '),
  )

test('a change is applied and read back', () => {
  const result = read(plain, [via])
  assert.ok(result)
  assert.equal(applyEdits(plain, result.edits), result.patchedText)
  assert.deepEqual(conditions(result)?.slice(1), ['aws:ViaAWSService false'])
  assert.deepEqual(result.policy.statements, [result.statement])
  assert.equal(result.policy.file.text, result.patchedText)
})

const several: readonly (readonly [why: string, changes: readonly Change[], read: readonly string[], edits: number])[] =
  [
    ['two keys of one new block', [via, service], ['aws:ViaAWSService false', 'aws:PrincipalIsAWSService false'], 1],
    ['two blocks', [via, viaNone], ['aws:ViaAWSService false', 'kms:ViaService true'], 1],
    [
      'three of them',
      [via, viaNone, service],
      ['aws:ViaAWSService false', 'aws:PrincipalIsAWSService false', 'kms:ViaService true'],
      1,
    ],
    ['a condition and actions', [via, more], ['aws:ViaAWSService false'], 2],
    ['two changes of the actions', [more, fewer], [], 2],
  ]
for (const [why, changes, expected, edits] of several) {
  test(`several changes are made together: ${why}`, () => {
    const result = read(plain, changes)
    assert.deepEqual(conditions(result)?.slice(1), expected)
    assert.equal(result?.edits.length, edits)
    const actions = result.statement.actions.patterns.map((value) => ('text' in value ? value.text : ''))
    assert.equal(actions.includes('sqs:Send'), changes.includes(more))
    assert.equal(actions.includes('s3:GetObject'), !changes.includes(fewer))
  })
}

test('several changes are one edit, no longer than what differs', () => {
  const result = read(
    '{"Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {"Null": {"a:b": "true"}}}]}',
    [via, service],
  )
  assert.deepEqual(
    result?.edits.map(({ newText }) => newText),
    [', "BoolIfExists": { "aws:ViaAWSService": "false", "aws:PrincipalIsAWSService": "false" }'],
  )
})

const lists: readonly (readonly [why: string, there: object, change: Change, to: string | undefined])[] = [
  [
    'a list of what is spared grows',
    { StringNotEquals: { 'AWS:calledviafirst': ['a.amazonaws.com'] } },
    first,
    'AWS:calledviafirst a.amazonaws.com b.amazonaws.com',
  ],
  [
    'patterns that are spared grow',
    { ArnNotLikeIfExists: { 'aws:PrincipalArn': ['arn:aws:iam::*:role/a'] } },
    add('ArnNotLikeIfExists', 'aws:PrincipalArn', 'arn:aws:iam::*:role/b'),
    'aws:PrincipalArn arn:aws:iam::*:role/a arn:aws:iam::*:role/b',
  ],
  [
    'another key is another list',
    { StringNotEquals: { 'aws:userid': ['a.amazonaws.com'] } },
    first,
    'aws:userid a.amazonaws.com',
  ],
  [
    'another operator is another list',
    { StringNotEqualsIfExists: { 'aws:CalledViaFirst': ['a.amazonaws.com'] } },
    first,
    'aws:CalledViaFirst a.amazonaws.com',
  ],
  [
    'what is named does not grow',
    { Bool: { 'aws:ViaAWSService': 'false' } },
    add('Bool', 'aws:ViaAWSService', 'true'),
    undefined,
  ],
  [
    'a list of what is denied does not grow',
    { StringEquals: { 'aws:CalledViaFirst': ['a.amazonaws.com'] } },
    add('StringEquals', 'aws:CalledViaFirst', 'b.amazonaws.com'),
    undefined,
  ],
]
for (const [why, there, change, to] of lists) {
  test(`where the key stands already: ${why}`, () => {
    const result = read(policyOf(denyOutside(outside(there))), [change])
    assert.equal(conditions(result)?.[1], to)
  })
}

const refusals: readonly (readonly [why: string, changes: readonly Change[], text?: string])[] = [
  ['there is no change', []],
  ['the format has no place for it', [add('NotIpAddress', 'aws:SourceIp', '192.0.2.0/24')]],
  ['it has no place for one of them', [via, add('NotIpAddress', 'aws:SourceIp', '192.0.2.0/24')]],
  ['it has no place for the first of them', [add('NotIpAddress', 'aws:SourceIp', '192.0.2.0/24'), via]],
  ['the actions cannot be changed', [via, fewer], policyOf(denyOutside({ Action: ['sqs:*'] }))],
]
for (const [why, changes, text = plain] of refusals) {
  test(`nothing comes of it where ${why}`, () => assert.equal(read(text, changes), undefined))
}

const two = (statement: object, ...others: object[]) => policyOf(statement, ...others)
const allow = {
  Sid: 'Allowed',
  Effect: 'Allow',
  Principal: { AWS: '111122223333' },
  Action: ['s3:Get*', 's3:Put*'],
  Resource: ['a', 'b'],
  Condition: { StringEquals: { 'aws:TagKeys': ['x', 'y'] } },
}
const text = two(
  { Sid: 'Denied', ...denyOutside({ Principal: { AWS: '*' }, Action: 's3:*', Resource: ['c', 'd'] }) },
  allow,
)

/** A format that makes another change besides. */
const alsoReplacing =
  (from: string, to: string) =>
  (format: PolicyFormat): PolicyFormat => ({
    ...format,
    edit: (policy, statement, changes) => {
      const start = policy.file.text.indexOf(from)
      assert.ok(start >= 0, from)
      const edits = format.edit(policy, statement, changes)
      return [...edits, { range: { start, end: start + from.length }, newText: to }]
    },
  })

const meddlings: readonly (readonly [why: string, from: string, to: string, isTaken?: boolean])[] = [
  ['nothing else', '"Denied"', '"Denied"', true],
  ['the statement’s own name', '"Denied"', '"Other"', true],
  ['the effect of the statement', '"Deny"', '"Allow"'],
  ['whom the statement is about', '"*"', '"444455556666"'],
  ['whom the statement is not about', '"Principal"', '"NotPrincipal"'],
  ['another kind of principals', '"AWS"', '"Service"'],
  ['the actions of the statement', '"s3:*"', '"s3:Get*"'],
  ['the actions that the statement is not about', '"Action"', '"NotAction"'],
  ['the resources of the statement', '"c"', '"e"'],
  ['the resources that the statement is not about', '"Resource"', '"NotResource"'],
  ['a resource less', '"c",', ''],
  ['no resource at all', '"Resource"', '"Resorce"'],
  ['an element twice', '"Effect": "Deny"', '"Effect": "Deny", "Effect": "Deny"'],
  ['another statement’s name', '"Allowed"', '"Other"'],
  ['another statement’s effect', '"Allow"', '"Deny"'],
  ['another statement’s principals', '"111122223333"', '"444455556666"'],
  ['another statement’s actions', '"s3:Put*"', '"s3:*"'],
  ['another statement’s resources', '"b"', '"e"'],
  ['another statement’s operator', '"StringEquals"', '"StringNotEquals"'],
  ['another statement’s key', '"aws:TagKeys"', '"aws:userid"'],
  ['another statement’s values', '"y"', '"z"'],
  ['a value less elsewhere', '"y"', '"x"'],
  ['a statement more', '"Statement": [', '"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"},'],
  ['a file that is no policy any more', '"Statement"', '"Other"'],
  ['a problem', '"Version"', '"Other": 1, "Version"'],
]
for (const [why, from, to, isTaken = false] of meddlings) {
  test(`a patch that changes besides ${why} is ${isTaken ? 'taken' : 'dropped'}`, () =>
    assert.equal(read(text, [via], { meddle: alsoReplacing(from, to) }) !== undefined, isTaken))
}

test('a statement that takes the place of the other is not the statement', () => {
  const reversed = two(allow, denyOutside())
  const meddle = (format: PolicyFormat): PolicyFormat => ({
    ...format,
    edit: () => [{ range: { start: 0, end: text.length }, newText: reversed }],
  })
  assert.equal(read(text, [via], { meddle }), undefined)
})

for (const [from, to] of [
  ['"Statement"', '"Other"'],
  [text, '{"Version": "2012-10-17", "Statement": []}'],
] as const) {
  test(`where the first of several changes leaves no statement there is no second: ${to}`, () => {
    const meddle = (format: PolicyFormat): PolicyFormat => ({
      ...format,
      edit: () => [{ range: { start: text.indexOf(from), end: text.indexOf(from) + from.length }, newText: to }],
    })
    assert.equal(read(text, [via, viaNone], { meddle }), undefined)
  })
}

test('where the first of several changes takes the statement away, and leaves others, there is no second', () => {
  const file = { path: 'policy.json', text: two(allow, denyOutside()) }
  const format = registry.formats.find((candidate) => candidate.recognises(file)) ?? assert.fail()
  const { policies } = format.read(file)
  const [policy] = policies
  const statement = policy?.statements[1]
  assert.ok(policy && statement)
  const whole = { start: 0, end: file.text.length }
  const meddled = { ...format, edit: () => [{ range: whole, newText: two(allow) }] }
  assert.equal(readBack({ policy, statement }, [via, viaNone], { format: meddled, problems: 0, policies }), undefined)
})

test('several changes at two places are one edit that leaves alone what stands between', () => {
  const source = policyOf(
    denyOutside({ Condition: { BoolIfExists: { 'a:b': 'x' }, NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } }),
  )
  const result = read(source, [via, viaNone])
  assert.deepEqual(conditions(result), [
    'a:b x',
    'aws:ViaAWSService false',
    'aws:SourceIp 192.0.2.0/24',
    'kms:ViaService true',
  ])
  assert.equal(applyEdits(source, result?.edits ?? []), result?.patchedText)
})

test('a problem that was there does not count, one more does', () => {
  const odd = plain.replace('"Version"', '"Other": 1, "Version"')
  assert.ok(read(odd, [via]))
  assert.ok(read(odd, [via], { problems: 2 }))
  assert.equal(read(odd, [via], { problems: 0 }), undefined)
})

test('what the configuration says of the policy holds for the patched one, and the rest is read anew', () => {
  const file = { path: 'policy.json', text: plain }
  const format = registry.formats.find((candidate) => candidate.recognises(file)) ?? assert.fail()
  const { policies } = format.read(file)
  const [policy] = policies
  const [statement] = policy?.statements ?? []
  assert.ok(policy && statement)
  const told = { type: 'scp', typeBasis: 'the configuration says so', assumedBy: ['lambda.amazonaws.com'] } as const
  const place = { format, problems: 0, policies }
  const result = readBack({ policy: { ...policy, ...told }, statement }, [via], place)
  const { type, typeBasis, assumedBy, range } = result?.policy ?? assert.fail()
  assert.deepEqual({ type, typeBasis, assumedBy }, told)
  assert.ok(range.end > policy.range.end)
})

const template = (first: string, rest: string) => `Resources:
  A:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Deny
            Action: '*'
            Resource: '*'
            Condition:
              NotIpAddress: {aws:SourceIp: 203.0.113.0/24}
${first}  B:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
${rest}`
const simple = "          - {Effect: Allow, Action: 's3:*', Resource: '*'}\n"

const elsewhere: readonly (readonly [why: string, from: string, to: string, isTaken?: boolean])[] = [
  ['nothing else', 's3:*', 's3:*', true],
  ['a statement of another policy', 's3:*', 's3:Get*'],
  ['the name of another policy', '  B:\n', '  C:\n'],
  ['the name of the policy', '  A:\n', '  C:\n'],
  ['a statement more in another policy', simple, simple + simple],
  [
    'a policy more',
    simple,
    `${simple}${template('', simple).slice('Resources:\n'.length).replace('  A:', '  C:').replace('  B:', '  D:')}`,
  ],
  [
    'a policy less',
    "AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: '2012-10-17'\n        Statement:\n          - {",
    "AWS::S3::Bucket\n    Properties:\n      X:\n        Version: '2012-10-17'\n        Y:\n          - {",
  ],
]
for (const [why, from, to, isTaken = false] of elsewhere) {
  test(`in a file of several policies a patch that changes besides ${why} is ${isTaken ? 'taken' : 'dropped'}`, () => {
    const result = read(template('', simple), [via], { path: 't.yaml', meddle: alsoReplacing(from, to) })
    assert.equal(result !== undefined, isTaken)
  })
}

test('the policy is that of the statement, whichever of the file it is', () => {
  for (const changes of [[via], [via, viaNone]]) {
    const result = read(template('', simple.replace('Allow', 'Deny')), changes, { path: 't.yaml', at: 1 })
    assert.deepEqual(
      conditions(result),
      changes.map((change) => ('key' in change ? `${change.key} ${change.values.join()}` : '')),
    )
  }
})

test('conditions that may or may not be there, and expressions, are compared too', () => {
  const source = (condition: string, value: string) => `data "aws_iam_policy_document" "d" {
  statement {
    effect    = "Deny"
    actions   = ["*"]
    resources = ["*"]
    condition {
      test     = "NotIpAddress"
      variable = "aws:SourceIp"
      values   = ["203.0.113.0/24"]
    }
  }
  statement {
    actions   = ["s3:*"]
    resources = [${value}]
    ${condition} {
      ${condition === 'condition' ? '' : 'for_each = var.x\n      content {'}
      test     = "StringEquals"
      variable = "aws:userid"
      values   = ["a"]
      ${condition === 'condition' ? '' : '}'}
    }
  }
}
`
  const [one, other] = [source('condition', 'var.a'), source('dynamic "condition"', 'var.a')]
  const rest = (whole: string) => whole.slice(whole.indexOf('  statement {\n    actions'))
  assert.ok(read(one, [via], { path: 'm.tf' }))
  assert.ok(read(other, [via], { path: 'm.tf' }))
  for (const [from, to] of [
    [one, other],
    [one, source('condition', 'var.b')],
    [one, source('condition', '"var.a"')],
  ] as const) {
    const meddle = alsoReplacing(rest(from), rest(to))
    assert.equal(read(from, [via], { path: 'm.tf', meddle }), undefined)
  }
})

test('of two changes of the same words none is made', () => {
  assert.equal(read(policyOf(denyOutside()), [more, fewer]), undefined)
  assert.notEqual(read(policyOf(denyOutside()), [fewer, via]), undefined)
})

test('two remedies that would both change the one text of `Action` do not go together', () => {
  const text =
    '{"":"","Statement":[{"Sid":"","Effect":"Deny","Action":"*","Resource":"*","Condition":{"NotIpAddress":{"aws:SourceIp":["8.1.1.6"]},"BoolIfExists":{"aws:ViaAWSService":""}}}]}'
  const head = { path: 'policy.json', text }
  const { findings } = inspect([{ base: undefined, head }], smallRegistry, { ...settings, scope: 'tree' })
  assert.ok(findings.length > 0)
  for (const { remedies } of findings)
    for (const { edits } of remedies) assert.doesNotThrow(() => applyEdits(text, edits))
})
