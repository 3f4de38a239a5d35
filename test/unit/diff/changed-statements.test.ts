import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedStatements } from '../../../src/diff/changed-statements.ts'
import { fingerprintOf } from '../../../src/diff/fingerprint.ts'
import { iamJson } from '../../../src/formats/iam-json.ts'
import type { PolicyDocument } from '../../../src/model/policy.ts'

const read = (text: string, path = 'p.json'): readonly PolicyDocument[] => iamJson.read({ path, text }).policies
const policy = (...statements: string[]): string =>
  `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`

const office = '"NotIpAddress": { "aws:SourceIp": ["203.0.113.0/24", "198.51.100.0/24"] }'
const deny = `{ "Effect": "Deny", "Action": ["s3:Get*", "ec2:*"], "Resource": "*", "Condition": { ${office} } }`
const named = deny.replace('{', '{ "Sid": "Office",')
const other = deny.replace('"*"', '"arn:aws:s3:::logs/*"')
const allow = '{ "Effect": "Allow", "Action": "*", "Resource": "*" }'

type Row = readonly [why: string, base: string, head: string, expected: readonly ('added' | 'modified')[]]
const rows: readonly Row[] = [
  ['a new statement', policy(allow), policy(allow, deny), ['added']],
  ['a statement that only moved', policy(allow, deny), policy(deny, allow), []],
  ['two that changed places', policy(deny, other), policy(other, deny), []],
  ['re-indented', policy(deny), JSON.stringify(JSON.parse(policy(deny)), null, '\t'), []],
  ['lists in another order', policy(deny), policy(deny.replace('["s3:Get*", "ec2:*"]', '["ec2:*", "s3:Get*"]')), []],
  [
    'actions and keys in another case',
    policy(deny),
    policy(deny.replace('s3:Get*', 'S3:get*').replace('SourceIp', 'sourceip')),
    [],
  ],
  ['a list of one and its one', policy(deny.replace('"*"', '["*"]')), policy(deny), []],
  ['comments', policy(deny), `// note\n${policy(deny)}`, []],
  ['a Sid alone', policy(deny), policy(named), []],
  ['a statement taken out', policy(deny, other), policy(deny), []],
  ['an address more', policy(deny), policy(deny.replace('["203', '["192.0.2.1", "203')), ['modified']],
  ['another Action', policy(named), policy(named.replace('ec2:*', 'kms:*')), ['modified']],
  [
    'the same Sid, all else new',
    policy(named),
    policy(
      '{ "Sid": "Office", "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "192.0.2.1" } } }',
    ),
    ['modified'],
  ],
  ['one of two equals is new', policy(deny), policy(deny, deny), ['added']],
  [
    'a Deny on something else',
    policy(allow),
    policy(
      '{ "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } } }',
    ),
    [],
  ],
  ['an Allow on addresses', policy(allow), policy(deny.replace('Deny', 'Allow')), []],
  ['an Allow that became a Deny', policy(deny.replace('Deny', 'Allow')), policy(deny), ['added']],
  ['another version: variables came alive', policy(deny), policy(deny).replace('2012', '2008'), ['modified']],
  ['a value that only looks alike', policy(deny), policy(deny.replace('"*"', '"**"')), ['modified']],
]
for (const [why, base, head, expected] of rows) {
  test(`${why}: ${expected.join() || 'nothing'}`, () => {
    const changed = changedStatements([{ base: read(base), head: read(head) }])
    assert.deepEqual(
      changed.map(({ change }) => change),
      expected,
    )
  })
}

test('a policy that went to another file, whole, is unchanged; a statement that joined another policy is news there', () => {
  const gone = { base: read(policy(deny), 'a.json'), head: [] }
  const moved = changedStatements([gone, { base: [], head: read(policy(deny), 'b.json') }])
  assert.deepEqual(moved, [])
  const joined = changedStatements([
    gone,
    { base: read(policy(allow), 'b.json'), head: read(policy(allow, deny), 'b.json') },
  ])
  assert.deepEqual(
    joined.map(({ change }) => change),
    ['added'],
  )
})

test('documents in a file are told apart by what they say before where they stand', () => {
  const list = (...documents: string[]) => `[${documents.join(', ')}]`
  const base = list(policy(deny), policy(other))
  const head = list(policy(allow, named), policy(deny), policy(other))
  const changed = changedStatements([{ base: read(base), head: read(head) }])
  assert.deepEqual(
    changed.map(({ policy: { address } }) => address),
    ['0'],
  )
})

test('what was denied before is told, of the same policy alone', () => {
  const [changed] = changedStatements([
    { base: read(policy(deny, allow)), head: read(policy(deny.replace('ec2:*', '*'))) },
  ])
  assert.deepEqual(
    changed?.before.map(({ effect }) => effect),
    ['Deny'],
  )
})

test('a fingerprint holds through moving, re-indenting and renaming, and tells rules, files and statements apart', () => {
  const first = (text: string, path?: string) => {
    const [document] = read(text, path)
    const statement = document?.statements.find(({ effect }) => effect === 'Deny')
    assert.ok(document && statement)
    return { document, statement }
  }
  const of = (text: string, rule = 'r', basePath = 'p.json') => {
    const { document, statement } = first(text)
    return fingerprintOf(rule, basePath, document, statement)
  }
  const own = of(policy(deny))
  assert.match(own, /^[0-9a-f]{32}$/)
  assert.equal(of(JSON.stringify(JSON.parse(policy(allow, deny)), null, 4)), own)
  assert.notEqual(of(policy(deny), 'other-rule'), own)
  assert.notEqual(of(policy(deny), 'r', 'q.json'), own)
  assert.notEqual(of(policy(other)), own)
  assert.equal(of(policy(named.replace('ec2:*', 'kms:*'))), of(policy(named)))
})
