import assert from 'node:assert/strict'
import { test } from 'node:test'
import { iamJson } from '../../../src/formats/iam-json.ts'
import { applyEdits } from '../../../src/model/source.ts'

const viaAwsService = {
  kind: 'add-condition',
  operator: 'BoolIfExists',
  key: 'aws:ViaAWSService',
  values: ['false'],
} as const
const kms = { kind: 'add-condition', operator: 'Null', key: 'kms:ViaService', values: ['true'] } as const

/** Applies changes to the first statement of a policy text, as the command line would. */
function edited(text: string, changes: Parameters<typeof iamJson.edit>[2] = [viaAwsService]): string {
  const [policy] = iamJson.read({ path: 'p.json', text }).policies
  const [statement] = policy?.statements ?? []
  assert.ok(policy && statement)
  return applyEdits(text, iamJson.edit(policy, statement, changes))
}

const messages = (text: string) => iamJson.read({ path: 'p.json', text }).problems.map(({ message }) => message)

const shapes: readonly (readonly [why: string, before: string, after: string])[] = [
  [
    'two spaces, several lines',
    '{\n  "Statement": {\n    "Effect": "Deny",\n    "Condition": {\n      "NotIpAddress": { "aws:SourceIp": ["1.2.3.0/24"] }\n    }\n  }\n}\n',
    '{\n  "Statement": {\n    "Effect": "Deny",\n    "Condition": {\n      "NotIpAddress": { "aws:SourceIp": ["1.2.3.0/24"] },\n      "BoolIfExists": { "aws:ViaAWSService": "false" }\n    }\n  }\n}\n',
  ],
  [
    'tabs and CRLF stay',
    '{\r\n\t"Statement": {\r\n\t\t"Effect": "Deny",\r\n\t\t"Condition": {\r\n\t\t\t"NotIpAddress": {"aws:SourceIp": "1.2.3.4"}\r\n\t\t}\r\n\t}\r\n}',
    '{\r\n\t"Statement": {\r\n\t\t"Effect": "Deny",\r\n\t\t"Condition": {\r\n\t\t\t"NotIpAddress": {"aws:SourceIp": "1.2.3.4"},\r\n\t\t\t"BoolIfExists": { "aws:ViaAWSService": "false" }\r\n\t\t}\r\n\t}\r\n}',
  ],
  [
    'one line stays one line',
    '{ "Statement": [{ "Effect": "Deny", "Condition": { "NotIpAddress": { "aws:SourceIp": "1.2.3.4" } } }] }',
    '{ "Statement": [{ "Effect": "Deny", "Condition": { "NotIpAddress": { "aws:SourceIp": "1.2.3.4" }, "BoolIfExists": { "aws:ViaAWSService": "false" } } }] }',
  ],
  [
    'minified stays minified',
    '{"Statement":[{"Effect":"Deny","Condition":{"NotIpAddress":{"aws:SourceIp":"1.2.3.4"}}}]}',
    '{"Statement":[{"Effect":"Deny","Condition":{"NotIpAddress":{"aws:SourceIp":"1.2.3.4"},"BoolIfExists":{"aws:ViaAWSService":"false"}}}]}',
  ],
  [
    'an operator block that is there is extended',
    '{"Statement":{"Effect":"Deny","Condition":{"BoolIfExists":{"aws:PrincipalIsAWSService":"false"}}}}',
    '{"Statement":{"Effect":"Deny","Condition":{"BoolIfExists":{"aws:PrincipalIsAWSService":"false","aws:ViaAWSService":"false"}}}}',
  ],
  [
    'a trailing comma is kept as the style',
    '{\n  "Statement": {\n    "Effect": "Deny",\n    "Condition": {\n      "NotIpAddress": { "aws:SourceIp": "1.2.3.4" },\n    },\n  },\n}',
    '{\n  "Statement": {\n    "Effect": "Deny",\n    "Condition": {\n      "NotIpAddress": { "aws:SourceIp": "1.2.3.4" },\n      "BoolIfExists": { "aws:ViaAWSService": "false" },\n    },\n  },\n}',
  ],
  [
    'a comment behind the last member stays with it',
    '{\n  "Statement": {\n    "Effect": "Deny",\n    "Condition": {\n      "NotIpAddress": { "aws:SourceIp": "1.2.3.4" } // the office\n    }\n  }\n}',
    '{\n  "Statement": {\n    "Effect": "Deny",\n    "Condition": {\n      "NotIpAddress": { "aws:SourceIp": "1.2.3.4" }, // the office\n      "BoolIfExists": { "aws:ViaAWSService": "false" }\n    }\n  }\n}',
  ],
  [
    'a comment behind a trailing comma stays with its member',
    '{\n  "Statement": {\n    "Effect": "Deny",\n    "Condition": {\n      "NotIpAddress": { "aws:SourceIp": "1.2.3.4" }, // the office\n    }\n  }\n}',
    '{\n  "Statement": {\n    "Effect": "Deny",\n    "Condition": {\n      "NotIpAddress": { "aws:SourceIp": "1.2.3.4" }, // the office\n      "BoolIfExists": { "aws:ViaAWSService": "false" },\n    }\n  }\n}',
  ],
  [
    'a byte order mark stays',
    '\ufeff{"Statement":{"Effect":"Deny","Condition":{"Bool":{"a:b":"true"}}}}',
    '\ufeff{"Statement":{"Effect":"Deny","Condition":{"Bool":{"a:b":"true"},"BoolIfExists":{"aws:ViaAWSService":"false"}}}}',
  ],
  [
    'a statement without conditions gets some',
    '{"Statement":{"Effect":"Deny"}}',
    '{"Statement":{"Effect":"Deny","Condition":{"BoolIfExists":{"aws:ViaAWSService":"false"}}}}',
  ],
]
for (const [why, before, after] of shapes) {
  test(`adding a condition: ${why}`, () => {
    assert.equal(edited(before), after)
    // What was written can be read, and a second run has nothing to add.
    assert.deepEqual(messages(after), messages(before))
    assert.equal(edited(after), after)
  })
}

test('the key is there in another case: nothing is added, a duplicate would be undefined', () => {
  const text = '{"Statement":{"Effect":"Deny","Condition":{"BoolIfExists":{"AWS:viaawsservice":"true"}}}}'
  assert.equal(edited(text), text)
})

test('a change that cannot be made whole is not made in part', () => {
  const text = '{"Statement":{"Effect":"Deny","Condition":{"BoolIfExists":{"aws:ViaAWSService":"true"}}}}'
  assert.equal(edited(text, [kms, viaAwsService]), text)
})
