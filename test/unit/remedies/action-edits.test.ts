import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ActionChange } from '../../../src/model/contracts.ts'
import { applyEdits } from '../../../src/model/source.ts'
import { registry } from '../../../src/registry.ts'
import { actionEdits, changedActions } from '../../../src/remedies/action-edits.ts'

/** The text with the change made in its first Deny, and the actions that are then read in it. */
function changed(path: string, text: string, change: ActionChange) {
  const file = { path, text }
  const format = registry.formats.find((candidate) => candidate.recognises(file)) ?? assert.fail()
  const denied = (source: string) =>
    format
      .read({ path, text: source })
      .policies.flatMap(({ statements }) => statements)
      .find(({ effect }) => effect === 'Deny') ?? assert.fail(source)
  const { actions } = denied(text)
  const patched = applyEdits(text, actionEdits(text, actions, change))
  const plain = ({ negated, patterns }: typeof actions) => [
    negated,
    ...patterns.map((value) => ('text' in value ? value.text : '')),
  ]
  return { patched, read: plain(denied(patched).actions), wanted: plain(changedActions(actions, change)) }
}

const json = (actions: string) =>
  `{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", ${actions}, "Resource": "*", "Condition": {"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}}}]}\n`
const yaml = (actions: string) =>
  `Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: '2012-10-17'\n        Statement:\n          - Effect: Deny\n            ${actions}\n            Resource: '*'\n            Condition:\n              NotIpAddress:\n                aws:SourceIp: 203.0.113.0/24\n`
const hcl = (actions: string) =>
  `data "aws_iam_policy_document" "p" {\n  statement {\n    effect = "Deny"\n    ${actions}\n    resources = ["*"]\n    condition {\n      test = "NotIpAddress"\n      variable = "aws:SourceIp"\n      values = ["203.0.113.0/24"]\n    }\n  }\n}\n`

const add: ActionChange = { kind: 'add-actions', actions: ['athena:GetX', 'glue:GetY'] }
const leave: ActionChange = { kind: 'leave-out-actions', actions: ['kms:Decrypt', 'kms:Encrypt'] }

const rows: readonly (readonly [
  why: string,
  path: string,
  text: (a: string) => string,
  from: string,
  change: ActionChange,
  to: string,
])[] = [
  [
    'a string becomes a list',
    'p.json',
    json,
    '"Action": "s3:*"',
    add,
    '"Action": ["s3:*", "athena:GetX", "glue:GetY"]',
  ],
  ['a list of one', 'p.json', json, '"Action": ["s3:*"]', add, '"Action": ["s3:*", "athena:GetX", "glue:GetY"]'],
  [
    'close commas stay close',
    'p.json',
    json,
    '"Action": ["s3:*","x:Y"]',
    add,
    '"Action": ["s3:*","x:Y","athena:GetX","glue:GetY"]',
  ],
  [
    'lines stay lines',
    'p.json',
    json,
    '"Action": [\n  "s3:*"\n]',
    add,
    '"Action": [\n  "s3:*",\n  "athena:GetX",\n  "glue:GetY"\n]',
  ],
  [
    'a comment is not repeated',
    'p.json',
    json,
    '"Action": [\n  "s3:*", // all\n  "x:Y" // one\n]',
    add,
    '"Action": [\n  "s3:*", // all\n  "x:Y",\n  "athena:GetX",\n  "glue:GetY" // one\n]',
  ],
  ['all but some', 'p.json', json, '"Action": "*"', leave, '"NotAction": ["kms:Decrypt", "kms:Encrypt"]'],
  [
    'all but some, in a list',
    'p.json',
    json,
    '"Action": [ "*" ]',
    leave,
    '"NotAction": [ "kms:Decrypt", "kms:Encrypt" ]',
  ],
  [
    'all but some more',
    'p.json',
    json,
    '"NotAction": ["iam:*", "sts:*"]',
    leave,
    '"NotAction": ["iam:*", "sts:*", "kms:Decrypt", "kms:Encrypt"]',
  ],
  [
    'the first ones go',
    'p.json',
    json,
    '"Action": ["kms:Decrypt", "kms:Encrypt", "s3:*", "x:Y"]',
    leave,
    '"Action": ["s3:*", "x:Y"]',
  ],
  ['the last ones go', 'p.json', json, '"Action": ["s3:*", "kms:Encrypt", "kms:Decrypt"]', leave, '"Action": ["s3:*"]'],
  [
    'here and there',
    'p.json',
    json,
    '"Action": ["kms:Encrypt", "s3:*", "kms:Decrypt", "x:Y"]',
    leave,
    '"Action": ["s3:*", "x:Y"]',
  ],
  [
    'in lines',
    'p.json',
    json,
    '"Action": [\n  "s3:*",\n  "kms:Decrypt",\n  "x:Y"\n]',
    leave,
    '"Action": [\n  "s3:*",\n  "x:Y"\n]',
  ],
  ['YAML, a plain string', 't.yaml', yaml, 'Action: s3:*', add, 'Action: [s3:*, athena:GetX, glue:GetY]'],
  [
    'YAML, a block',
    't.yaml',
    yaml,
    'Action:\n              - s3:*',
    add,
    'Action:\n              - s3:*\n              - athena:GetX\n              - glue:GetY',
  ],
  [
    'YAML, a block with quotes',
    't.yaml',
    yaml,
    "Action:\n            - 's3:*'\n            - 'x:Y'",
    add,
    "Action:\n            - 's3:*'\n            - 'x:Y'\n            - 'athena:GetX'\n            - 'glue:GetY'",
  ],
  [
    'YAML, out of a block',
    't.yaml',
    yaml,
    'Action:\n              - kms:Decrypt\n              - s3:*\n              - kms:Encrypt',
    leave,
    'Action:\n              - s3:*',
  ],
  ['YAML, all but some', 't.yaml', yaml, "Action: '*'", leave, "NotAction: ['kms:Decrypt', 'kms:Encrypt']"],
  [
    'YAML, all but some, in a block',
    't.yaml',
    yaml,
    "Action:\n              - '*'",
    leave,
    "NotAction:\n              - 'kms:Decrypt'\n              - 'kms:Encrypt'",
  ],
  ['Terraform', 'm.tf', hcl, 'actions = ["s3:*"]', add, 'actions = ["s3:*", "athena:GetX", "glue:GetY"]'],
  ['Terraform, all but some', 'm.tf', hcl, 'actions = ["*"]', leave, 'not_actions = ["kms:Decrypt", "kms:Encrypt"]'],
  [
    'Terraform, in lines',
    'm.tf',
    hcl,
    'actions = [\n      "kms:Decrypt",\n      "s3:*",\n    ]',
    leave,
    'actions = [\n      "s3:*",\n    ]',
  ],
]

for (const [why, path, text, from, change, to] of rows) {
  test(`${change.kind}: ${why}`, () => {
    const { patched, read, wanted } = changed(path, text(from), change)
    assert.equal(patched, text(to))
    assert.deepEqual(read, wanted)
  })
}

const refusals: readonly (readonly [why: string, path: string, text: string, change: ActionChange])[] = [
  ['an action more for all but some would be one less', 'p.json', json('"NotAction": ["iam:*"]'), add],
  ['nothing would be left', 'p.json', json('"Action": ["kms:Decrypt", "kms:Encrypt"]'), leave],
  ['nothing is named', 'p.json', json('"Action": ["s3:*", "kms:*"]'), leave],
  ['a comment would lose its item', 'p.json', json('"Action": ["s3:*", /* why */ "kms:Decrypt"]'), leave],
  ['escapes hide what is written', 'p.json', json('"Action": "s3:\\u002a"'), add],
  ['no list that the file holds', 'm.tf', hcl('actions = concat(["s3:*"], var.more)'), add],
]
for (const [why, path, text, change] of refusals) {
  test(`${change.kind} is left alone: ${why}`, () => assert.equal(changed(path, text, change).patched, text))
}
