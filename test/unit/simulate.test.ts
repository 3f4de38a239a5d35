import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { simulateLine } from '../../src/simulate.ts'

const request = {
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/k',
  principal: { type: 'user', arn: 'arn:aws:iam::111122223333:user/a', account: '111122223333' },
  context: { 'AWS:SourceIp': '198.51.100.1' },
}
const statement = {
  Effect: 'Deny',
  Action: '*',
  Resource: '*',
  Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
}
const line = (fields: object): string =>
  JSON.stringify({ id: 'x', policyType: 'identity', statement, request, ...fields })
const allow = { Effect: 'Allow', Action: 's3:*', Resource: '*' }
const service = { type: 'service', service: 'cloudtrail.amazonaws.com' }

const rows: readonly (readonly [why: string, input: string, expected: object])[] = [
  ['an outsider is denied; key names ignore case', line({}), { match: 'match' }],
  [
    'an insider is not',
    line({ request: { ...request, context: { 'aws:SourceIp': '203.0.113.9' } } }),
    { match: 'no-match' },
  ],
  ['a key that is not listed is absent', line({ request: { ...request, context: {} } }), { match: 'match' }],
  [
    'null is a value not known',
    line({ request: { ...request, context: { 'aws:SourceIp': null } } }),
    { match: 'unknown' },
  ],
  [
    'an SCP does not bind a service',
    line({ policyType: 'scp', request: { ...request, principal: service } }),
    { match: 'no-match' },
  ],
  [
    'an SCP does not bind the management account',
    line({ policyType: 'scp', attachedTo: { managementAccount: true } }),
    { match: 'no-match' },
  ],
  ['a policy of somebody else', line({ attachedTo: 'arn:aws:iam::111122223333:user/b' }), { match: 'no-match' }],
  [
    'an endpoint policy is for what comes through',
    line({ policyType: 'vpc-endpoint', attachedTo: 'vpce-1' }),
    { match: 'no-match' },
  ],
  [
    'a policy in place of a statement',
    line({ policy: { Statement: [allow, statement] } }),
    { decision: 'explicit-deny', statements: [0, 1] },
  ],
  ['an allow', line({ policy: { Statement: allow } }), { decision: 'allow', statements: [0] }],
  ['nothing matches', line({ policy: { Statement: [] } }), { decision: 'implicit-deny', statements: [] }],
  [
    'a Deny that is not known leaves all open',
    line({ policy: { Statement: [allow, statement] }, request: { ...request, context: { 'aws:SourceIp': null } } }),
    { decision: 'unknown', statements: [0] },
  ],
]
for (const [why, input, expected] of rows) {
  test(why, () => {
    const { output, failed } = simulateLine(input)
    assert.equal(failed, false)
    assert.equal(output['id'], 'x')
    for (const [name, value] of Object.entries(expected)) assert.deepEqual(output[name], value)
  })
}

test('it says why in a sentence', () => {
  const inside = line({ request: { ...request, context: { 'aws:SourceIp': '203.0.113.9' } } })
  assert.equal(simulateLine(inside).output['because'], 'the condition `NotIpAddress aws:SourceIp` does not match')
})

const broken: readonly (readonly [why: string, input: string, expected: RegExp])[] = [
  ['no JSON', '{', /closing brace|property name/],
  ['no object', '[1]', /must be a JSON object/],
  ['nothing to evaluate', JSON.stringify({ id: 'x', request }), /give a `statement` or a `policy`/],
  ['a type that does not exist', line({ policyType: 'toString' }), /must be one of identity/],
  ['no action', line({ request: {} }), /`request.action` must be a string/],
  ['a version that does not exist', line({ policyVersion: '2020' }), /2012-10-17 or 2008-10-17/],
]
for (const [why, input, expected] of broken) {
  test(`a line that cannot be read: ${why}`, () => {
    const { output, failed } = simulateLine(input)
    assert.equal(failed, true)
    assert.match(String(output['error']), expected)
  })
}

const cases = new URL('../../../shared/cases/', import.meta.url)
/** Where AWS defines nothing, a test of another project's fixes its own answer: we say that it is not known. */
const leftOpen: Readonly<Record<string, string>> = {
  'arsenal/policyEvaluator#42': 'an invalid range has no documented effect',
}

for (const name of ['semantics.jsonl', 'external.jsonl']) {
  const file = new URL(name, cases)
  const skip = existsSync(file) ? false : `${name} is not beside this checkout`
  test(`every case of ${name} agrees`, { skip }, () => {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
    assert.ok(lines.length > 50)
    const wrong = lines.filter((text) => !agrees(text))
    assert.deepEqual(
      wrong.map((text) => JSON.parse(text).id),
      name === 'external.jsonl' ? Object.keys(leftOpen) : [],
    )
  })
}

function agrees(text: string): boolean {
  const { expect, policy, effect } = JSON.parse(text)
  const { output } = simulateLine(text)
  if (policy === undefined) return output['match'] === (expect === 'no-match' ? 'no-match' : 'match')
  if (effect === undefined) return (output['decision'] === 'explicit-deny') === (expect === 'deny')
  const matched = Array.isArray(output['statements']) ? output['statements'] : []
  const statements = [policy.Statement].flat()
  return (
    output['decision'] !== 'unknown' &&
    matched.some((index) => statements[index].Effect === effect) === (expect === 'match')
  )
}
