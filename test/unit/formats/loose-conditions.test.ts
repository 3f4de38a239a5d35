import assert from 'node:assert/strict'
import { test } from 'node:test'
import { embedded } from '../../../src/formats/embedded.ts'
import { iamJson } from '../../../src/formats/iam-json.ts'

const condition = '{"NotIpAddress": {"aws:SourceIp": "192.0.2.0/24"}}'
const statement = `{"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": ${condition}}`
const anchored = `x-only: &only ${condition}\n`

/** `told`: how many conditions stand in no statement. */
const rows: readonly (readonly [why: string, text: string, told: number])[] = [
  ['a file that is one', condition, 1],
  ['under a name', `{"a": [{"Condition": ${condition}}]}`, 1],
  ['each of two', `{"a": ${condition}, "b": ${condition}}`, 2],
  ['under an operator that a Deny on some addresses has', condition.replace('Not', ''), 0],
  ['or on those and on calls without one', condition.replace('NotIpAddress', 'IpAddressIfExists'), 1],
  ['in odd case', condition.replace('NotIp', 'NOTip').replace('aws:S', 'AWS:s'), 1],
  ['with a prefix and a suffix', condition.replace('NotIpAddress', 'ForAnyValue:NotIpAddressIfExists'), 1],
  ['beside a statement', `{"a": ${statement}, "b": ${condition}}`, 1],
  ['in a statement', statement, 0],
  ['in a statement that is none of IAM’s', `{"Effect": "Allow", "Condition": ${condition}}`, 0],
  ['of another key', condition.replace('SourceIp', 'VpcSourceIp'), 0],
  ['under an operator that compares texts', condition.replace('NotIpAddress', 'StringEquals'), 0],
  ['a list of keys', '{"keys": ["aws:SourceIp"], "NotIpAddress": "aws:SourceIp"}', 0],
  ['a thousand', `[${Array.from({ length: 1000 }, () => condition).join(', ')}]`, 100],
]

for (const [why, text, told] of rows) {
  test(`a condition on addresses, ${why}: told ${told} times`, () => {
    for (const { problems } of [iamJson.read({ path: 'c.json', text }), embedded.read({ path: 'c.yaml', text })]) {
      assert.equal(problems.length, told)
      for (const { message, blocking, range } of problems) {
        assert.match(message, /stands in no statement/)
        assert.ok(blocking)
        assert.match(text.slice(range.start, range.end), /^"aws:SourceIp"$/i)
      }
    }
  })
}

test('a condition under an anchor is in the statements that use it', () => {
  const used = `${anchored}a: {Effect: Deny, Action: "*", Resource: "*", Condition: *only}\n`
  assert.deepEqual(embedded.read({ path: 'a.yaml', text: used }).problems, [])
  assert.equal(embedded.read({ path: 'a.yaml', text: anchored }).problems.length, 1)
})

test('where something cannot be read, that is told, and not what stands in no statement', () => {
  const broken = `{"Statement": [{"Effect": "Deny", "Condition": ${condition}}], "a": ${condition}}`
  const { problems } = iamJson.read({ path: 'c.json', text: broken })
  assert.ok(problems.some(({ message, blocking }) => blocking && /no `Action`/.test(message)))
  assert.ok(problems.every(({ message }) => !/stands in no statement/.test(message)))
})
