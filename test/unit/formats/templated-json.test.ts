import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { templatedJson } from '../../../src/formats/templated-json.ts'
import { lineAt, lineStartsOf } from '../../../src/model/lines.ts'
import { applyEdits } from '../../../src/model/source.ts'
import { findingsOf } from '../inspecting.ts'
import { caseFiles, describeFile, exemption, testCases } from './case-folder.ts'

testCases(templatedJson, 'templated')

const read = (text: string, path = 'policy.json.tpl') => templatedJson.read({ path, text })
const described = (text: string, path = 'policy.json.tpl') => describeFile(templatedJson, { path, text })

const names: readonly (readonly [why: string, path: string, text: string, expected: boolean])[] = [
  ['a template by its name', 'a.json.tpl', '', true],
  ['of Terraform', 'a.json.tftpl', '', true],
  ['of Jinja', 'a.json.j2', '', true],
  ['of YAML', 'a.yaml.j2', '', true],
  ['JSON with a bare placeholder', 'a.json', '{ "a": ${b} }', true],
  ['JSON with a bare directive', 'a.json', '{ "a": [ {% if b %} "c" {% endif %} ] }', true],
  ['JSON with placeholders in its strings', 'a.json', '{ "a": "${b}: ${c}, {{d}}" }', false],
  ['JSON with one in a comment', 'a.json', '{ // ${b}\n "a": 1 }', false],
  ['JSON with a string that looks open', 'a.json', '{ "a${": "}", "b": "${c}" }', false],
  ['JSON without any', 'a.json', '{ "a": 1 }', false],
  ['another kind of file', 'a.md', '{ "a": ${b} }', false],
]
for (const [why, path, text, expected] of names) {
  test(`${why} is ${expected ? '' : 'not '}for this format`, () => {
    assert.equal(templatedJson.recognises({ path, text }), expected)
  })
}

const deny = (inside: string) => `{ "Statement": [{ "Effect": "Deny", "Action": "*", "Resource": "*", ${inside} }] }`
const withIp = (value: string) => deny(`"Condition": { "NotIpAddress": { "aws:SourceIp": ${value} } }`)
const head = '$ (identity 2008-10-17): Deny - to *, on *'
const forms: readonly (readonly [why: string, text: string, expected: string])[] = [
  ['a bare value', withIp('${x}'), `1 ${head}, if NotIpAddress aws:SourceIp <\${x}>\n`],
  ['a value over lines', withIp('${join(",",\n  x)}'), `1 ${head}, if NotIpAddress aws:SourceIp <\${join(",", x)}>\n`],
  ['a list’s only item', withIp('[${x}]'), `1 ${head}, if NotIpAddress aws:SourceIp <\${x}>\n`],
  [
    'items beside a literal',
    withIp('[${x}, "192.0.2.1", {{ y }}]'),
    `1 ${head}, if NotIpAddress aws:SourceIp <\${x}> 192.0.2.1 <{{ y }}>\n`,
  ],
  ['a part of a string', withIp('"${x}/32"'), `1 ${head}, if NotIpAddress aws:SourceIp <\${x}/32>\n`],
  [
    'a quote within',
    withIp('"{{ x | default("192.0.2.1") }}"'),
    `1 ${head}, if NotIpAddress aws:SourceIp <{{ x | default("192.0.2.1") }}>\n`,
  ],
  ['ERB', withIp('"<%= x %>"'), `1 ${head}, if NotIpAddress aws:SourceIp <<%= x %>>\n`],
  [
    'IAM’s own variables',
    withIp('"192.0.2.1"').replace('"*", "C', '"arn:aws:iam::*:user/${aws:username}", "C'),
    `1 $ (identity 2008-10-17): Deny - to *, on arn:aws:iam::*:user/\${aws:username}, if NotIpAddress aws:SourceIp 192.0.2.1\n`,
  ],
  [
    'IAM’s variables, escaped',
    withIp('"192.0.2.1"').replace('"*", "C', '"arn:aws:iam::*:user/$${aws:username}", "C'),
    `1 $ (identity 2008-10-17): Deny - to *, on arn:aws:iam::*:user/\${aws:username}, if NotIpAddress aws:SourceIp 192.0.2.1\n`,
  ],
  [
    'an ARN without its name',
    withIp('"192.0.2.1"').replace('"*", "C', '"arn:${p}:s3:::${b}/*", "C'),
    `1 $ (identity 2008-10-17): Deny - to *, on ~arn:aws:s3:::example/*, if NotIpAddress aws:SourceIp 192.0.2.1\n`,
  ],
  [
    'a loop over items',
    withIp('[%{ for i in x }"${i}",%{ endfor }]'),
    `1 ${head}, if NotIpAddress aws:SourceIp <\${i}>\n`,
  ],
  [
    'a loop with commas between',
    withIp('[{% for i in x %}"{{ i }}"{% if not loop.last %},{% endif %}{% endfor %}]'),
    `1 ${head}, if NotIpAddress aws:SourceIp <{{ i }}>\n`,
  ],
  [
    'a condition that may not be there',
    deny('"Condition": { "NotIpAddress": { "aws:SourceIp": "192.0.2.1" }%{ if x }, "Bool": { "a:b": "c" }%{ endif } }'),
    `1 ${head}, if NotIpAddress aws:SourceIp 192.0.2.1, maybe if Bool a:b c\n`,
  ],
  [
    'conditions that come from elsewhere',
    deny('"Condition": { "NotIpAddress": { "aws:SourceIp": "192.0.2.1" }, "StringEquals": ${more} }'),
    `1 ${head}, if NotIpAddress aws:SourceIp 192.0.2.1, if what <\${more}> stands for\n`,
  ],
  [
    'the first of two branches',
    withIp('%{ if x }"192.0.2.1"%{ else }"192.0.2.2"%{ endif }'),
    `1 ${head}, if NotIpAddress aws:SourceIp 192.0.2.1\n`,
  ],
  [
    'statements that come from elsewhere',
    withIp('"192.0.2.1"').replace('}] }', '}, ${more}] }').replace('[{', '[ ${before} {'),
    `1 ${head}, if NotIpAddress aws:SourceIp 192.0.2.1\n`,
  ],
  [
    'a member that comes from elsewhere',
    withIp('"192.0.2.1"').replace('"Resource"', '${more} "Resource"'),
    `1 ${head}, if NotIpAddress aws:SourceIp 192.0.2.1\n`,
  ],
  [
    'statements without a document',
    '{ "Effect": "Deny", "Action": "${a}:*" },\n{ "Effect": "Allow", "Action": "*" }',
    '1 $ (identity): Deny - to <${a}:*>\n2 $ (identity): Allow - to *\n',
  ],
  ['a fragment that begins with a comma', ',\n{ "Effect": "Deny", "Action": "*" }', '2 $ (identity): Deny - to *\n'],
  [
    'a byte order mark before a fragment',
    '\ufeff"policy": { "Statement": [{ "Effect": "Deny", "Action": "*" }] }',
    '1 policy (identity 2008-10-17): Deny - to *\n',
  ],
]
for (const [why, text, expected] of forms) test(`read: ${why}`, () => assert.equal(described(text), expected))

const yaml = `policy:
  Statement:
    - Effect: Deny
{% if people %}
      Sid: {{ sid }}
{% endif %}
      Action: "s3:*"
      Resource: 'arn:aws:s3:::{{ bucket }}/*'
      Condition:
        NotIpAddress:
          aws:SourceIp:
            - {{ office }}
`
test('YAML is read with its placeholders, quoted or not', () => {
  assert.equal(
    described(yaml, 'policy.yaml.j2'),
    '3 policy (identity 2008-10-17): Deny {{ sid }} to s3:*, on ~arn:aws:s3:::example/*, if NotIpAddress aws:SourceIp <{{ office }}>\n',
  )
})

function edited(text: string, path = 'policy.json.tpl'): string {
  const [policy] = read(text, path).policies
  const [statement] = policy?.statements ?? []
  assert.ok(policy && statement)
  return applyEdits(text, templatedJson.edit(policy, statement, [exemption]))
}

test('YAML is edited in its own layout', () => {
  const after = `${yaml}        BoolIfExists:\n          aws:ViaAWSService: "false"\n`
  assert.equal(edited(yaml, 'policy.yaml.j2'), after)
  assert.equal(edited(after, 'policy.yaml.j2'), after)
})

test('what is added does not come to depend on a directive', () => {
  const last = deny(
    '"Condition": { "NotIpAddress": { "aws:SourceIp": "192.0.2.1" }%{ if x }, "Bool": { "a:b": "c" }%{ endif } }',
  )
  assert.equal(edited(last), last)
  const first = deny(
    '"Condition": { %{ if x }"Bool": { "a:b": "c" },%{ endif } "NotIpAddress": { "aws:SourceIp": ${y} } }',
  )
  assert.equal(edited(first), first.replace('${y} }', '${y} }, "BoolIfExists": { "aws:ViaAWSService": "false" }'))
})

test('placeholders, tabs and CRLF stay as they are', () => {
  const text =
    '{\r\n\t"Statement": [\r\n\t\t{\r\n\t\t\t"Effect": "Deny", "Action": "*",\r\n\t\t\t"Condition": {\r\n\t\t\t\t"NotIpAddress": {"aws:SourceIp": ${jsonencode(x)\r\n\t\t\t\t}}\r\n\t\t\t}\r\n\t\t}\r\n\t]\r\n}'
  assert.equal(
    edited(text),
    text.replace('}}\r\n', '}},\r\n\t\t\t\t"BoolIfExists": { "aws:ViaAWSService": "false" }\r\n'),
  )
})

type Row = readonly [why: string, path: string, text: string, line: number, message: RegExp, blocking: boolean]
const problems: readonly Row[] = [
  ['what is no JSON even so', 'a.json.tpl', '{ "a": ${x},\n "aws:SourceIp" "b" }', 2, /colon/, true],
  ['what is no JSON and does not name the key', 'a.json.tpl', '{ "a": ${x},\n "b" "c" }', 2, /colon/, false],
  [
    'a script with a policy in it',
    'user-data.sh.tpl',
    '#!/bin/sh\necho \'{"Effect": "Deny", "aws:SourceIp": 1}\'\n',
    2,
    /in no policy that can be read/,
    true,
  ],
  [
    'a policy in a string',
    'a.yaml.j2',
    'a: |\n  { "Statement": [{ "Effect": "Deny",\n    "aws:SourceIp": "{{ x }}" }] }\n',
    3,
    /in no policy that can be read/,
    true,
  ],
  [
    'a policy beside one that is read',
    'a.json.j2',
    `{ "a": ${withIp('"192.0.2.1"')},\n "b": "{ \\"Effect\\": \\"Deny\\", \\"aws:SourceIp\\": \\"x\\" }" }`,
    2,
    /in no policy that can be read/,
    true,
  ],
]
for (const [why, path, text, line, message, blocking] of problems) {
  test(`a problem: ${why}`, () => {
    const found = read(text, path).problems
    const match = found.find((problem) => message.test(problem.message))
    assert.ok(match, JSON.stringify(found.map((problem) => problem.message)))
    assert.deepEqual([lineAt(lineStartsOf(text), match.range.start), match.blocking], [line, blocking])
    assert.ok(match.help.length > 0)
  })
}

test('comments are no policies', () => {
  assert.deepEqual(read('# deny without aws:SourceIp\na: {{ x }}\n', 'a.yaml.j2').problems, [])
})

const cases = caseFiles('templated')
test('a template with a mistake is read or said to be unread, and no range leaves the text', () => {
  const mutation = fc.record({
    which: fc.nat(cases.length - 1),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 3 }),
  })
  const isDeny = /\bdeny\b/i
  fc.assert(
    fc.property(mutation, ({ which, at, length }) => {
      const file = cases[which]?.file
      assert.ok(file)
      const start = Math.floor(at * file.text.length)
      const text = file.text.slice(0, start) + file.text.slice(start + length)
      const { policies, problems: found } = read(text, file.path)
      for (const { range } of [...found, ...policies, ...policies.flatMap(({ statements }) => statements)]) {
        assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length)
      }
      const mayDeny = isDeny.test(text) && /aws:sourceip/i.test(text)
      assert.ok(!mayDeny || policies.length > 0 || found.some(({ blocking }) => blocking), text)
    }),
    { numRuns: 150, seed: 11 },
  )
})

const openExemptions: readonly (readonly [path: string, text: string, undecided: string])[] = [
  [
    'policy.json.tftpl',
    deny(
      '"Condition": { "NotIpAddress": { "aws:SourceIp": "192.0.2.1" }%{ if x }, "Bool": { "aws:ViaAWSService": "false" }%{ endif } }',
    ),
    'whether the condition `Bool aws:ViaAWSService` is there',
  ],
  [
    'main.tf',
    'locals {\n  p = jsonencode({ Statement = [{ Effect = "Deny", Action = "*", Resource = "*", Condition = ' +
      'merge({ NotIpAddress = { "aws:SourceIp" = "192.0.2.1" } }, var.more) }] })\n}\n',
    'the conditions that `var.more` stands for',
  ],
]
for (const [path, head, undecided] of openExemptions) {
  test(`${path}: an exemption that may not be there leaves open whether service calls are denied, and says so`, () => {
    const [finding] = findingsOf({ path, head }, 'service-call-denied')
    assert.equal(finding?.level, 'warning')
    const forwarded = (finding?.servicePaths ?? []).filter(({ mechanism }) => mechanism === 'forward-access-session')
    assert.ok(forwarded.length > 0)
    for (const { verdict, undecided: open } of forwarded) {
      assert.equal(verdict, 'may-be-denied')
      assert.ok(open.includes(undecided), open.join())
    }
  })
}
