import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registry } from '../../../src/registry.ts'

const deny = (addresses: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*",
  "Condition": { "NotIpAddress": { "aws:SourceIp": ${addresses} } } }] }`
const template = (addresses: string) =>
  `{ "AWSTemplateFormatVersion": "2010-09-09", "Resources": { "P": { "Type": "AWS::S3::BucketPolicy", "Properties": { "Bucket": "b",
  "PolicyDocument": ${deny(addresses)} } } } }`
const yaml = (line: string) => `Statement:
  - Effect: Deny
    Action: "*"
    Resource: "*"
    Condition:
      NotIpAddress:
        aws:SourceIp:
${line}
          - 192.0.2.0/24
`
const written = '"192.0.2.0/24"'

const files: readonly (readonly [path: string, text: string, format: string])[] = [
  ['policy.json', deny(written), 'iam-json'],
  ['policy.json', deny('${addresses}'), 'templated-json'],
  ['stack.json', template(written), 'cloudformation'],
  ['stack.json', template('${addresses}'), 'templated-json'],
  ['stack.template', template(written), 'cloudformation'],
  ['stack.template', template('{{ addresses }}'), 'templated-json'],
  ['stack.json', template('{ "Fn::Sub": "${Addresses}" }'), 'cloudformation'],
  ['bucket.tf.json', `{ "locals": { "p": ${deny(written)} } }`, 'terraform'],
  ['values.yaml', yaml(''), 'embedded'],
  [
    'values.yaml',
    yaml('          {{- range .Values.addresses }}\n          - {{ . }}\n          {{- end }}'),
    'templated-json',
  ],
  ['play.yml', yaml('{% for a in addresses %}\n          - "{{ a }}"\n{% endfor %}'), 'templated-json'],
  ['play.yml', yaml('          - "{{ address }}"'), 'embedded'],
  [
    'stack.yaml',
    `Resources:\n  P:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      PolicyDocument: ${deny(written).replaceAll('\n', '')}\n`,
    'cloudformation',
  ],
]
for (const [path, text, format] of files) {
  test(`${path} is read as ${format}, its Deny without a problem (${text.length} characters)`, () => {
    const reader = registry.formats.find((candidate) => candidate.recognises({ path, text }))
    assert.equal(reader?.id, format)
    const { policies, problems } = reader.read({ path, text })
    assert.deepEqual(problems, [])
    const keys = policies.flatMap(({ statements }) =>
      statements.flatMap(({ conditions }) => conditions.map(({ key }) => key.value)),
    )
    assert.deepEqual(keys, ['aws:SourceIp'])
  })
}
