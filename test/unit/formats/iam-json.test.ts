import assert from 'node:assert/strict'
import { test } from 'node:test'
import { iamJson } from '../../../src/formats/iam-json.ts'
import { lineAt, lineStartsOf } from '../../../src/model/lines.ts'
import { applyEdits } from '../../../src/model/source.ts'

const read = (text: string, path = 'policy.json') => iamJson.read({ path, text })

test('every range, cut out of the text, is what was read', () => {
  const text = `\ufeff// who may act from where
{
  "Version": "2012-10-17", /* always */
  "Statement": [
    { "Sid": "A\\u0042", "Effect": "Deny", "NotAction": ["iam:*", "sts:*",], "Resource": "*",
      "Condition": { "ForAllValues:StringLikeIfExists": { "AWS:CalledVia": ["a*", "b"] }, "Bool": { "aws:x": false } } }
  ]
}`
  const { policies, problems } = read(text)
  assert.deepEqual(problems, [])
  const [statement] = policies[0]?.statements ?? []
  assert.ok(statement)
  const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
  assert.equal(statement.sid?.value, 'AB')
  assert.equal(cut(statement.sid.range), '"A\\u0042"')
  assert.ok(cut(statement.range).startsWith('{ "Sid"') && cut(statement.range).endsWith('} }'))
  assert.deepEqual(
    statement.actions.patterns.map(({ range }) => cut(range)),
    ['"iam:*"', '"sts:*"'],
  )
  assert.equal(statement.actions.negated, true)
  const [first, second] = statement.conditions
  assert.ok(first && second)
  assert.deepEqual(first.operator.value, { base: 'StringLike', ifExists: true, quantifier: 'ForAllValues' })
  assert.equal(cut(first.operator.range), '"ForAllValues:StringLikeIfExists"')
  assert.equal(cut(first.key.range), '"AWS:CalledVia"')
  assert.deepEqual(second.values, [{ kind: 'literal', text: 'false', range: second.values[0]?.range }])
})

type Row = readonly [why: string, text: string, line: number, message: RegExp, blocking: boolean]
const deny = '"Effect": "Deny", "Action": "*", "Resource": "*"'
const ip = '"NotIpAddress": { "aws:SourceIp": "1.2.3.4" }'
const problems: readonly Row[] = [
  ['broken syntax', `{ "Statement": [\n{ ${deny},\n"Condition": { ${ip} }`, 3, /closing brace is missing/, true],
  ['broken syntax in a file that cannot hold the key', '{ "sourceIp": \n', 1, /value is expected|closing brace/, false],
  [
    'the same key twice',
    `{ "Statement": {\n${deny},\n"Effect": "Allow", "Condition": { ${ip} } } }`,
    3,
    /`Effect` stands twice in the statement/,
    true,
  ],
  [
    'the same key twice in a Deny',
    `{ "Statement": {\n${deny},\n"Action": "s3:*", "Condition": { ${ip} } } }`,
    3,
    /`Action` stands twice/,
    true,
  ],
  [
    'the same operator twice',
    `{ "Statement": { ${deny}, "Condition": { ${ip},\n${ip} } } }`,
    2,
    /`NotIpAddress` stands twice in the condition/,
    true,
  ],
  [
    'one key in two spellings',
    `{ "Statement": { ${deny}, "Condition": { "NotIpAddress": { "aws:SourceIp": "1.2.3.4",\n"AWS:sourceip": "1.2.3.5" } } } }`,
    2,
    /`AWS:sourceip` stands twice in the operator/,
    true,
  ],
  [
    'an Effect in the wrong case',
    `{ "Statement": {\n"Effect": "deny", "Action": "*", "Resource": "*", "Condition": { ${ip} } } }`,
    2,
    /`Effect` must be `Allow` or `Deny`/,
    true,
  ],
  [
    'an operator in the wrong case',
    `{ "Statement": { ${deny}, "Condition": {\n"notIpAddress": { "aws:SourceIp": "1.2.3.4" } } } }`,
    2,
    /knows no such condition operator/,
    true,
  ],
  [
    'a condition that is a list',
    `{ "Statement": { ${deny}, "Condition":\n["aws:SourceIp"] } }`,
    2,
    /`Condition` must be an object/,
    true,
  ],
  [
    'a value that is an object',
    `{ "Statement": { ${deny}, "Condition": { "NotIpAddress": { "aws:SourceIp":\n{ "a": "b" } } } } }`,
    2,
    /must be a string or a list of strings/,
    true,
  ],
  [
    'an element of another name',
    `{ "Statement": { ${deny},\n"Conditions": { ${ip} } } }`,
    2,
    /`Conditions` is no element of a statement/,
    true,
  ],
  [
    'no Action',
    `{ "Statement": [\n{ "Effect": "Deny", "Resource": "*", "Condition": { ${ip} } }] }`,
    2,
    /no `Action` or `NotAction`/,
    true,
  ],
  [
    'a mistake in an Allow hides no Deny',
    `{ "Statement": { "Effect": "Allow", "Resource": "*",\n"Foo": 1, "Action": "*", "Condition": { ${ip} } } }`,
    2,
    /`Foo` is no element/,
    false,
  ],
  [
    'a version that does not exist',
    `{ "Version":\n"2012-10-18", "Statement": { ${deny} } }`,
    2,
    /not a version/,
    false,
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

test('a statement in doubt says so, and its neighbour is read', () => {
  const { policies } = read(`{ "Statement": [{ ${deny}, ${deny} }, { ${deny} }] }`)
  assert.deepEqual(
    policies[0]?.statements.map(({ undecidable }) => undecidable.length),
    [3, 0],
  )
})

const whole = `{ ${deny}, "Condition": { ${ip} } }`
const document = `{ "Version": "2012-10-17", "Statement": [${whole}] }`
const about = '{ "Effect": "Deny", "Action": "*", "Note": "a rule of some other program" }'
const loose: readonly (readonly [why: string, text: string, found: readonly string[]])[] = [
  ['a list', `[${whole}, ${whole}]`, ['$: 2']],
  ['a list under a name', `{ "statements": [${whole}] }`, ['statements: 1']],
  ['one alone', whole, ['$: 1']],
  ['some under names', `{ "a": ${whole}, "b": { "c": ${whole} } }`, ['a: 1', 'b.c: 1']],
  ['a list with something else in it', `[${whole}, 1, { "x": 2 }]`, ['$: 3']],
  ['beside policies, each is read', `[${document}, ${whole}, [${whole}]]`, ['0: 1', '1: 1', '2: 1']],
  ['in a policy there is one alone', document, ['$: 1']],
  ['what has another effect is none', '[{ "Effect": "Fade", "Action": "sourceip" }]', []],
  ['an effect alone is none', '{ "Effect": "Deny", "Note": "aws:SourceIp" }', []],
  ['an Allow with a condition and nothing more is none', `{ "Effect": "Allow", "Condition": { ${ip} } }`, []],
  ['of some other program, as long as it may be one', about, ['$: 1']],
]
for (const [why, text, found] of loose) {
  test(`statements without a policy around them: ${why}`, () => {
    const { policies } = read(text)
    assert.deepEqual(
      policies.map(({ address, statements }) => `${address}: ${statements.length}`),
      found,
    )
    assert.ok(policies.every(({ version }) => version === '2012-10-17'))
  })
}

test('a Deny without a policy around it and without an action is a problem', () => {
  for (const text of [
    `[{ "Effect": "Deny", "Condition": { ${ip} } }]`,
    `{ "a": { "Effect": "Deny", "Condition": { ${ip} } } }`,
  ]) {
    const [problem] = read(text).problems
    assert.match(problem?.message ?? '', /no `Action`/)
    assert.equal(problem?.blocking, true)
  }
})

test('a statement without a policy around it is edited', () => {
  const text = `{\n  "a": ${whole}\n}\n`
  const { policies } = read(text)
  const [policy] = policies
  const statement = policy?.statements[0]
  assert.ok(policy && statement)
  const edits = iamJson.edit(policy, statement, [
    { kind: 'add-condition', operator: 'Bool', key: 'aws:ViaAWSService', values: ['false'] },
  ])
  const { statements } = read(applyEdits(text, edits)).policies[0] ?? { statements: [] }
  assert.deepEqual(
    statements[0]?.conditions.map(({ key }) => key.value),
    ['aws:SourceIp', 'aws:ViaAWSService'],
  )
})

test('nesting too deep is a problem, not a crash', () => {
  const { problems: found } = read(`${'['.repeat(50_000)}"aws:SourceIp"`)
  assert.equal(found.length > 0, true)
})

test('a member called __proto__ is a member', () => {
  const { problems: found } = read(`{ "Statement": { ${deny}, "__proto__": { "Effect": "Allow" } } }`)
  assert.match(found[0]?.message ?? '', /`__proto__` is no element/)
})

test('documents anywhere in a file are found, each with its address', () => {
  const document = `{ "Statement": { ${deny} } }`
  const { policies } = read(
    `{ "Resources": { "R": { "Properties": { "Policies": [ { "PolicyDocument": ${document} } ] } }, "S": ${document} } }`,
  )
  assert.deepEqual(
    policies.map(({ address }) => address),
    ['Resources.R.Properties.Policies.0.PolicyDocument', 'Resources.S'],
  )
})

type TypeRow = readonly [why: string, path: string, statement: string, expected: string]
const everyone = '"Principal": "*", '
const types: readonly TypeRow[] = [
  ['no principal: a person’s or a role’s', 'developers.json', `{ ${deny} }`, 'identity'],
  ['a principal: a resource’s', 'bucket.json', `{ ${everyone}${deny} }`, 'resource'],
  [
    'only assuming: a trust policy',
    'role.json',
    `{ ${everyone}"Effect": "Deny", "Action": ["sts:AssumeRole", "sts:TagSession"] }`,
    'trust',
  ],
  ['the name of an SCP', 'org/scp-network.json', `{ ${deny} }`, 'scp'],
  ['a folder of SCPs', 'ServiceControlPolicies/network.json', `{ ${deny} }`, 'scp'],
  ['the name of an RCP', 'rcps/perimeter.json', `{ ${everyone}${deny} }`, 'rcp'],
  ['the name of a boundary', 'permissions-boundary.json', `{ ${deny} }`, 'boundary'],
  ['the innermost name speaks first', 'scp/boundary.json', `{ ${deny} }`, 'boundary'],
  ['an endpoint policy', 'vpc-endpoint-policy.json', `{ ${everyone}${deny} }`, 'vpce'],
  ['a name does not make a principal', 'trust.json', `{ ${deny} }`, 'identity'],
  ['part of a word is no name', 'discplay.json', `{ ${deny} }`, 'identity'],
]
for (const [why, path, statement, expected] of types) {
  test(`type of a policy: ${why}`, () => {
    const [policy] = read(`{ "Statement": [${statement}] }`, path).policies
    assert.equal(policy?.type, expected)
    assert.ok((policy?.typeBasis ?? '').length > 0)
  })
}
