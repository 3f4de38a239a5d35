import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stripVTControlCharacters } from 'node:util'
import { iamJson } from '../../../src/formats/iam-json.ts'
import type { BrokenPath, Finding, Problem, Remedy, Report, ReportedFinding } from '../../../src/model/finding.ts'
import { excerptOf } from '../../../src/report/excerpt.ts'
import { columnsOf, visible } from '../../../src/report/plain-text.ts'
import { terminalReport } from '../../../src/report/terminal.ts'

const plain = { colour: false, quiet: false }
const policyText = `{
  "Version": "2012-10-17",
  "Statement": {
    "Sid": "Office",
    "Effect": "Deny",
    "Action": "*",
    "Resource": "*",
    "Condition": { "NotIpAddress": { "aws:SourceIp": "203.0.113.10/32" } }
  }
}
`
const keeps = { title: 'Page A', url: 'https://docs.aws.amazon.com/a', retrieved: '2026' }
const loses = { title: 'Page B', url: 'https://docs.aws.amazon.com/b', retrieved: '2026' }
const contested: BrokenPath = {
  id: 'cfn-s3',
  title: 'CloudFormation reads a template from S3',
  mechanism: 'forward-access-session',
  via: 'cloudformation.amazonaws.com',
  entryActions: ['cloudformation:CreateStack'],
  network: 'public',
  verdict: 'contested',
  level: 'error',
  action: 's3:GetObject',
  witness: () => ({
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::bucket/key',
    principal: { kind: 'user', name: 'arn:aws:iam::111122223333:user/u', account: '111122223333' },
    keys: new Map([
      ['aws:SourceIp', { kind: 'present', values: ['192.0.2.1'] }],
      ['kms:ViaService', { kind: 'absent' }],
    ]),
  }),
  readings: [
    { claim: 'the address is kept', denied: false, source: keeps },
    { claim: 'the address is lost', denied: true, source: loses },
  ],
  undecided: [],
  basis: 'documented',
  sources: [keeps],
  existing: false,
}

function remedyFor(text: string, more: Partial<Remedy> = {}): Remedy {
  return {
    id: 'via-aws-service',
    title: 'exempt calls of services',
    clears: ['cfn-s3'],
    leaves: [],
    opens: [],
    edits: [],
    patchedText: text.replace('32" } }', '32" }, "BoolIfExists": { "aws:ViaAWSService": "false" } }'),
    ...more,
  }
}

interface Sketch {
  readonly text?: string
  readonly path?: string
  readonly finding?: Partial<Omit<Finding, 'subject'>>
  readonly remedies?: readonly Remedy[]
  readonly suppressed?: ReportedFinding['suppressed']
}

function reported({ text = policyText, path = 'policies/p.json', finding = {}, remedies = [], suppressed }: Sketch) {
  const [policy] = iamJson.read({ path, text }).policies
  const statement = policy?.statements.at(-1)
  assert.ok(policy && statement)
  const subject = {
    policy,
    statement,
    change: 'added',
    before: [],
    previous: undefined,
    beforePolicy: undefined,
  } as const
  const found: ReportedFinding = {
    finding: { ruleId: 'service-call-denied', level: 'error', subject, paths: [contested], ...finding },
    remedies,
    fingerprint: 'f',
    suppressed,
  }
  return found
}

function reportOf(findings: readonly ReportedFinding[], problems: readonly Problem[] = []): Report {
  const conclusion = findings.length + problems.length === 0 ? 'success' : 'failure'
  const files = [{ path: 'policies/p.json', format: 'iam-json', policies: 1, statements: 1 }]
  return { files, problems, findings, conclusion, catalogueDate: '2026-01-01' }
}

test('a policy on one line does not fill the screen with its patch', () => {
  const text = policyText.replaceAll('\n', '').replace('"Sid"', `"x": "${'x'.repeat(5000)}", "Sid"`)
  const shown = terminalReport(reportOf([reported({ text, remedies: [remedyFor(text)] })]), plain)
  assert.match(shown, /^ {2}\+\{.*… \(`fix --dry-run` prints all of it\)$/m)
  assert.ok(shown.split('\n').every((line) => line.length < 400))
})

test('a finding is told with its place, its paths, the reasons and the remedy', () => {
  assert.equal(
    terminalReport(reportOf([reported({ remedies: [remedyFor(policyText)] })]), plain),
    `error[service-call-denied]: after this change s3:GetObject called through cloudformation.amazonaws.com is denied if one set of AWS’s documents is right: CloudFormation reads a template from S3
 --> policies/p.json:8:20
  |
3 |   "Statement": {
4 |     "Sid": "Office",
5 |     "Effect": "Deny",
6 |     "Action": "*",
7 |     "Resource": "*",
8 |     "Condition": { "NotIpAddress": { "aws:SourceIp": "203.0.113.10/32" } }
  |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
9 |   }
  |
denies: calls that AWS services make
  - CloudFormation reads a template from S3
    s3:GetObject through cloudformation.amazonaws.com: denied if one set of AWS’s documents is right
for example: s3:GetObject on arn:aws:s3:::bucket/key
  by arn:aws:iam::111122223333:user/u
  aws:SourceIp = 192.0.2.1
why: AWS’s documents disagree
  - denied: the address is lost
    Page B https://docs.aws.amazon.com/b
  - not denied: the address is kept
    Page A https://docs.aws.amazon.com/a
help: exempt calls of services (\`via-aws-service\`)
  proven: with it the service-call path works again in every reading, and outsiders who call directly are still denied in all 2^32 + 2^128 addresses
  --- a/policies/p.json
  +++ b/policies/p.json
  @@ -5,6 +5,6 @@
       "Effect": "Deny",
       "Action": "*",
       "Resource": "*",
  -    "Condition": { "NotIpAddress": { "aws:SourceIp": "203.0.113.10/32" } }
  +    "Condition": { "NotIpAddress": { "aws:SourceIp": "203.0.113.10/32" }, "BoolIfExists": { "aws:ViaAWSService": "false" } }
     }
   }
  see https://github.com/OWNER/sourceip-guard/blob/main/docs/remedies/via-aws-service.md
see: https://github.com/OWNER/sourceip-guard/blob/main/docs/rules/service-call-denied.md

1 file with aws:SourceIp checked: 1 error, 0 warnings, 0 notices; failed
`,
  )
})

test('five paths are told, the rest is counted by mechanism', () => {
  const more = (count: number, mechanism: BrokenPath['mechanism']) =>
    Array.from(
      { length: count },
      (_, index): BrokenPath => ({ ...contested, mechanism, title: `${mechanism} ${index}` }),
    )
  const paths = [...more(6, 'forward-access-session'), ...more(2, 'service-role')]
  const text = terminalReport(reportOf([reported({ finding: { paths } })]), plain)
  assert.match(
    text,
    / {2}- forward-access-session 4\n.*\n {2}- and 3 more paths:\n {4}1 where a service calls with .*\n {4}2 where a service calls as a role/,
  )
  assert.doesNotMatch(text, /forward-access-session 5|service-role 0/)
})

test('a remedy that opens a way round is told with it and without its patch; a second one in short', () => {
  const opening = remedyFor(policyText, { id: 'other', opens: ['s3:GetObject through athena.amazonaws.com'] })
  const [alone, second] = [[opening], [remedyFor(policyText), opening]].map((remedies) =>
    terminalReport(reportOf([reported({ remedies })]), plain),
  )
  assert.match(
    alone ?? '',
    /help: exempt .*\(`other`\)\n {2}proven: .*\n {2}but an outsider could newly reach s3:GetObject through athena/,
  )
  assert.doesNotMatch(alone ?? '', /@@/)
  assert.equal(second?.match(/@@ /g)?.length, 1)
  assert.match(
    second ?? '',
    /\nhelp: or exempt .*\(`other`\): clears 1 service-call path, leaves none, but opens 1 way round it\n/,
  )
  assert.doesNotMatch(second ?? '', /could newly reach/)
})

test('where policies stand in the place of the statement they are shown whole, with what they cost', () => {
  const documents = [
    { title: 'trust policy of the role', text: '{\n  "Version": "2012-10-17"\n}\n' },
    { title: 'policy of the user', text: '{}\n' },
  ]
  const pair = remedyFor(policyText, {
    id: 'assume-role',
    patchedText: policyText,
    opens: ['whatever the role may do'],
    costs: ['CloudTrail shows the role.'],
    documents,
  })
  const [first, second] = [[pair], [remedyFor(policyText), pair]].map((remedies) =>
    terminalReport(reportOf([reported({ remedies })]), plain),
  )
  const shownWhole =
    '  but an outsider could newly reach whatever the role may do\n  CloudTrail shows the role.\n' +
    '  trust policy of the role:\n    {\n      "Version": "2012-10-17"\n    }\n  policy of the user:\n    {}\n'
  assert.ok(first?.includes(shownWhole), first)
  assert.doesNotMatch(second ?? '', /trust policy/)
})

test('the pages of the rule and of each part of the remedy are linked', () => {
  const both = remedyFor(policyText, { id: 'service-principal+via-aws-service' })
  const shown = terminalReport(reportOf([reported({ remedies: [both] })]), plain)
  const pages = [...shown.matchAll(/^ *see:? (\S+)$/gm)].map(([, page = '']) => page.replace(/^.*\/docs\//, ''))
  assert.deepEqual(pages, [
    'remedies/service-principal.md',
    'remedies/via-aws-service.md',
    'rules/service-call-denied.md',
  ])
})

const marked: readonly (readonly [string, Partial<Omit<Finding, 'subject'>>, string, RegExp])[] = [
  [
    'an address that is named',
    { paths: [], detail: '`10.0.0.0/8` is not public' },
    '{ "NotIpAddress": { "aws:SourceIp": ["203.0.113.0/24", "10.0.0.0/8"] } }',
    /p\.json:8:75\n[\s\S]*\n {2}\| {75}\^{12}\n/,
  ],
  [
    'the condition that was meant as an exemption',
    { paths: [], detail: 'the wrong way round', keys: ['aws:viaawsservice'] },
    '{ "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" }, "Bool": { "aws:ViaAWSService": "true" } }',
    /p\.json:8:76\n[\s\S]*\n {2}\| {76}\^{37}\n/,
  ],
  [
    'operator and key of a long condition',
    {},
    `{ "NotIpAddress": { "aws:SourceIp": [${Array.from({ length: 9 }, (_, n) => `"203.0.113.${n}"`).join()}] } }`,
    /p\.json:8:22\n[\s\S]*\n {2}\| {22}\^{14} {4}\^{14}\n/,
  ],
  [
    'every condition on the key',
    {},
    '{ "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" }, "Null": { "AWS:sourceip": "false" } }',
    /p\.json:8:22\n[\s\S]*\n {2}\| {22}\^{50} {4}\^{33}\n/,
  ],
]
for (const [name, finding, condition, expected] of marked) {
  test(`${name} is underlined, not the whole statement`, () => {
    const text = policyText.replace(/"Condition": .*/, `"Condition":   ${condition}`)
    assert.match(terminalReport(reportOf([reported({ text, finding })]), plain), expected)
  })
}

test('notices and suppressed findings take a line each, and both are counted', () => {
  const notice = reported({ finding: { level: 'notice', ruleId: 'ipv6-missing', paths: [], detail: 'only IPv4' } })
  const suppressed = reported({ suppressed: { reason: 'known', expires: '2027-01-01' } })
  const text = terminalReport(reportOf([notice, suppressed]), plain)
  assert.match(text, /^policies\/p\.json:3: notice\[ipv6-missing\] only IPv4\n/)
  assert.match(text, /\npolicies\/p\.json:3: error\[service-call-denied\] .* \(suppressed until 2027-01-01: known\)\n/)
  assert.match(text, /: 0 errors, 0 warnings, 1 notice, 1 suppressed; failed\n$/)
})

test('a problem is told with its place and what to do', () => {
  const file = { path: 'p.json', text: '{\n  "Statement": [\n' }
  const problem = {
    file,
    range: { start: 17, end: 18 },
    message: 'the list is not closed',
    help: 'mend it',
    blocking: true,
  }
  const text = terminalReport(reportOf([], [problem]), plain)
  assert.match(
    text,
    /^error: the list is not closed\n --> p\.json:2:16\n {2}\|\n2 \| {3}"Statement": \[\n {2}\| {16}\^\n {2}\|\nhelp: mend it\n/,
  )
  assert.match(terminalReport(reportOf([], [{ ...problem, blocking: false }]), plain), /^warning: /)
})

test('quiet is a line for each finding and problem, and nothing for nothing', () => {
  const quiet = { colour: false, quiet: true }
  assert.equal(terminalReport(reportOf([]), quiet), '')
  assert.match(
    terminalReport(reportOf([reported({})]), quiet),
    /^policies\/p\.json:3: error\[service-call-denied\] .*\n$/,
  )
})

test('nothing found is one line', () => {
  assert.equal(
    terminalReport(reportOf([]), plain),
    '1 file with aws:SourceIp checked: 0 errors, 0 warnings, 0 notices; passed\n',
  )
})

test('colours change nothing of the words', () => {
  const report = reportOf([reported({ remedies: [remedyFor(policyText)] })])
  const coloured = terminalReport(report, { colour: true, quiet: false })
  assert.ok(coloured.includes('\u001b[31m'))
  assert.equal(stripVTControlCharacters(coloured), terminalReport(report, plain))
})

const hostile = '\u001b]0;owned\u0007\u001b[2J\u009b31m\r\u202eevil\u200b\u{e0041}\ud800'

test('what a pull request writes cannot steer the terminal', () => {
  const text = policyText
    .replace('"Action": "*"', `"Action": "*", "Sid2": "${hostile}"`)
    .replace('203.0.113.10/32', `203.0.113.10/32${hostile}`)
  const path = `policies/${hostile}\n::error::p.json`
  // A raw control character is no JSON, so the text stands in a problem.
  const file = { path, text }
  const found = reported({ path, remedies: [remedyFor(policyText)] })
  const problem = { file, range: { start: 0, end: text.length }, message: hostile, help: hostile, blocking: true }
  const suppressed = reported({ path, suppressed: { reason: hostile, expires: '2027-01-01' } })
  const opens = reported({ path, remedies: [remedyFor(policyText, { opens: [hostile] })] })
  for (const quiet of [true, false]) {
    const shown = terminalReport(reportOf([found, suppressed, opens], [problem]), { colour: false, quiet })
    assert.doesNotMatch(shown.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Cs}]/u)
    assert.doesNotMatch(shown, /^::/m)
    assert.match(shown, /\\u001b\]0;owned\\u0007/)
  }
})

const shown: readonly (readonly [string, string])[] = [
  ['plain', 'plain'],
  ['a\tb', 'a    b'],
  ['a\u001bb', 'a\\u001bb'],
  ['a\nb\r', 'a\\u000ab\\u000d'],
  ['\u202eab', '\\u202eab'],
  ['\u{e0041}', '\\u{e0041}'],
  ['\ud83d', '\\ud83d'],
  ['日本語 😀 é', '日本語 😀 é'],
]
for (const [text, expected] of shown) {
  test(`${JSON.stringify(text)} is shown as ${expected}`, () => assert.equal(visible(text), expected))
}

test('columns are those of a terminal', () => {
  const texts = ['abc', '日本', '😀', 'e\u0301', '𠮷', '한', '\u1112\u1161\u11ab', '—…']
  assert.deepEqual(texts.map(columnsOf), [3, 4, 2, 1, 2, 2, 2, 2])
})

test('marks stand below what they mark, past wide characters and tabs', () => {
  const text = '\t"日本": "aws:SourceIp"\n'
  const start = text.indexOf('aws')
  const [line, marks] = excerptOf(text, { start: 0, end: text.length - 1 }, [{ start, end: start + 12 }])
  assert.deepEqual(line, { kind: 'text', line: 1, text: '    "日本": "aws:SourceIp"' })
  assert.deepEqual(marks, { kind: 'marks', text: `${' '.repeat(13)}${'^'.repeat(12)}` })
})

test('a place is told in characters, as editors count, however wide they are', () => {
  const text = '\t"😀": [\n'
  const at = text.indexOf('[')
  const problem = { file: { path: 'p.json', text }, range: { start: at, end: at + 1 }, message: 'm', help: 'h' }
  const lines = terminalReport(reportOf([], [{ ...problem, blocking: true }]), plain).split('\n')
  assert.deepEqual(lines.slice(1, 5), [' --> p.json:1:7', '  |', '1 |     "😀": [', `  |${' '.repeat(11)}^`])
})

test('a long statement is shown around its marks, a long line too', () => {
  const text = `${Array.from({ length: 40 }, (_, index) => `line ${index + 1}`).join('\n')}\n`
  const start = text.indexOf('line 30')
  const lines = excerptOf(text, { start: 0, end: text.length - 1 }, [{ start, end: start + 4 }])
  const told = lines.map((line) => (line.kind === 'text' ? line.line : line.kind))
  assert.deepEqual(told, [1, 2, 'gap', 29, 30, 'marks', 31, 'gap', 40])
  const long = `${'x'.repeat(5000)}MARK${'y'.repeat(5000)}`
  const [cut, under] = excerptOf(long, { start: 0, end: long.length }, [{ start: 5000, end: 5004 }])
  assert.ok(cut?.kind === 'text' && under?.kind === 'marks')
  assert.equal(cut.text.length, 142)
  assert.equal(cut.text.slice(under.text.indexOf('^'), under.text.length), 'MARK')
})

test('lines that end with a carriage return are shown without it', () => {
  const text = 'a\r\nb\r\n'
  assert.deepEqual(excerptOf(text, { start: 0, end: 4 }, []), [
    { kind: 'text', line: 1, text: 'a' },
    { kind: 'text', line: 2, text: 'b' },
  ])
})
