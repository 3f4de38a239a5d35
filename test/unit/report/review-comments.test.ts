import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTwoFilesPatch } from 'diff'
import type { NewComment } from '../../../src/github/client.ts'
import { parseHunks } from '../../../src/github/hunks.ts'
import { pageLinks } from '../../../src/report/finding-markdown.ts'
import type { JsonFinding } from '../../../src/report/json-report.ts'
import { markIn } from '../../../src/report/marker.ts'
import { type Drafts, draftComments, isCommented } from '../../../src/report/review-comments.ts'
import { type Change, denyOutside, inspectChange, office, policyOf, reportOf, settings } from '../inspecting.ts'

const path = 'policy.json'

interface Drafted extends Drafts {
  readonly findings: readonly JsonFinding[]
}

/** The comments on a change, as the diff of base and head lets them be placed, or another patch; null: GitHub shows none. */
function drafted(change: Change, patch: string | null = patchOf(change)): Drafted {
  const report = reportOf(change)
  const hunks = patch === null ? undefined : parseHunks(patch)
  return {
    ...draftComments(report, new Map([[path, { text: change.head, hunks }]]), { key: 'k' }),
    findings: report.findings,
  }
}

function patchOf({ base = '', head }: Change): string {
  return createTwoFilesPatch(path, path, base, head, '', '', { context: 3 }).replace(/^[\s\S]*?(?=@@)/, '')
}

/** The text after the button "Commit suggestion" was pressed. */
function committed(head: string, { startLine, line, body }: NewComment): string {
  const block = suggestionIn(body)
  assert.ok(block !== undefined, body)
  const lines = head.split('\n')
  return [...lines.slice(0, (startLine ?? line) - 1), ...block, ...lines.slice(line)].join('\n')
}

function suggestionIn(body: string): string[] | undefined {
  const [, , text] = /(?:^|\n)(`{3,})suggestion\n([\s\S]*?)\n\1(?:\n|$)/.exec(body) ?? []
  return text?.split('\n')
}

function only(drafts: Drafts): NewComment {
  assert.equal(drafts.drafts.length, 1)
  return drafts.drafts[0]?.comment ?? assert.fail()
}

const mission = policyOf(denyOutside())

test('the Deny of the mission gets a comment on the lines that its suggestion replaces', () => {
  const comment = only(drafted({ head: mission }))
  assert.equal(comment.path, path)
  const patched = committed(mission, comment)
  assert.deepEqual(JSON.parse(patched).Statement[0].Condition.BoolIfExists, { 'aws:ViaAWSService': 'false' })
  assert.deepEqual(
    reportOf({ head: patched }).findings.filter(({ level }) => level === 'error'),
    [],
  )
})

test('what a reader sees unfolded: what breaks, why, the way of the call, what else breaks, the change, the proof', () => {
  const { body } = only(drafted({ head: mission }))
  const [visible = ''] = body.split('\n<details>')
  const lines = visible
    .replace(/```suggestion[\s\S]*?\n```\n/, '')
    .trimEnd()
    .split('\n')
  assert.ok(lines.length <= 12, visible)
  assert.match(lines[0] ?? '', /^\*\*After this change CloudFormation can no longer create EC2 instances .*\*\*$/)
  assert.match(
    lines[2] ?? '',
    /^AWS’s documents disagree\. Denied, .*\(\[.*\]\(https:.*\)\).* Not denied, .*\(\[.*\]\(https:/,
  )
  assert.match(
    lines[4] ?? '',
    /^The call: a caller .* → `cloudformation.amazonaws.com`, .* → `ec2:RunInstances`, .* → /,
  )
  assert.match(
    lines[6] ?? '',
    /^It also meets: (`[\w:-]+` through `[\w.-]+`; ){3}and \d+ more service-call paths, among them: CloudFormation manages \d+ /,
  )
  assert.match(
    lines.at(-1) ?? '',
    /^Proven: .* work again .*, and outsiders .* are still denied in all 2\^32 \+ 2\^128 addresses\.$/,
  )
})

test('folded away: other remedies, a request, sources', () => {
  const { body } = only(drafted({ head: mission }))
  const folded = body.slice(body.indexOf('<details>'))
  assert.match(folded, /\(`via-aws-service`\): clears \d+ service-call paths, leaves 2 \(.*\); opens nothing\.\n/)
  assert.match(
    folded,
    /\(`kms-via-service`\): clears \d+ service-call paths, leaves \d+ \(.*\); opens nothing\.\n\n```diff\n/,
  )
  assert.match(folded, /\(`assume-role`\): clears \d+ .*, leaves none; an outsider could newly reach:\n\n- /)
  const [, request = ''] = /A request that the statement denies, .*\n\n```json\n([\s\S]*?)\n```/.exec(folded) ?? []
  assert.equal(typeof JSON.parse(request).action, 'string')
  assert.match(folded, /\nSources:\n\n- \[/)
  assert.match(folded, /\n<\/details>\n\n<!--/)
})

test('rules and remedies are told with their pages, where it is known where these are', () => {
  const hunks = [{ startLine: 1, endLine: 99, addedLines: [] }]
  const files = new Map([[path, { text: mission, hunks }]])
  const bodyWith = (docsUrl: string | undefined) =>
    only(draftComments(reportOf({ head: mission }), files, { key: 'k', docsUrl })).body
  const docs = 'https://github.com/o/guard/blob/v1/docs'
  assert.ok(bodyWith(docs).includes(`\nRule [\`service-call-denied\`](${docs}/rules/service-call-denied.md); `))
  const linked = [
    ...bodyWith(docs).matchAll(/\(\[`([\w-]+)`\]\(https:\/\/github.com\/o\/guard\/blob\/v1\/docs\/remedies\/\1\.md\)/g),
  ]
  assert.deepEqual(
    linked.map(([, id]) => id),
    reportOf({ head: mission })
      .findings.find(isCommented)
      ?.remedies.map(({ id }) => id),
  )
  for (const unknown of [undefined, 'http://github.example/o/guard/blob/v1/docs'])
    assert.doesNotMatch(bodyWith(unknown), /docs\/r/)
})

test('remedies that stand together have a page each', () => {
  assert.equal(
    pageLinks('remedies', 'service-principal+via-aws-service', 'https://x.example/docs'),
    '[`service-principal`](https://x.example/docs/remedies/service-principal.md) with [`via-aws-service`](https://x.example/docs/remedies/via-aws-service.md)',
  )
})

test('the last line is the marker, by which the comment is known again', () => {
  const { drafts } = drafted({ head: mission })
  const { fingerprint, comment } = drafts[0] ?? assert.fail()
  assert.match(fingerprint, /^[A-Za-z0-9_-]+$/)
  const mark = markIn(comment.body)
  assert.match(
    comment.body.split('\n').at(-1) ?? '',
    new RegExp(`^<!-- sourceip-guard:1 fp=${fingerprint} st=[0-9a-f]{16} key=k -->$`),
  )
  assert.deepEqual([mark?.fingerprint, mark?.key, mark?.isSettled], [fingerprint, 'k', false])
})

test('notices, what was so before and what is suppressed make no comment', () => {
  const suppression = {
    rule: 'service-call-denied',
    matches: () => true,
    sid: undefined,
    reason: 'r',
    expires: '2099-01-01',
  }
  const changes: readonly Change[] = [
    { base: mission, head: mission.replace('203.0.113.10/32', '203.0.113.11/32') },
    { head: mission, settings: { suppressions: [suppression] } },
    { head: mission, settings: { contestedLevel: 'notice' } },
  ]
  for (const change of changes) {
    const { findings, drafts, onFiles } = drafted(change)
    assert.ok(findings.length > 0)
    assert.deepEqual([drafts, onFiles], [[], []])
  }
})

test('a finding that the diff does not show gets a comment on the file, with the patch as a diff', () => {
  for (const patch of [null, '@@ -30,2 +30,2 @@\n a\n+b', '']) {
    const { drafts, onFiles } = drafted({ head: mission }, patch)
    assert.deepEqual(drafts, [])
    const [onFile, ...others] = onFiles
    assert.deepEqual([onFile?.finding.rule, onFile?.path, others], ['service-call-denied', path, []])
    assert.match(onFile?.body ?? '', /\n```diff\n--- a\/policy.json\n[\s\S]*by hand\./)
    assert.equal(markIn(onFile?.body ?? '')?.fingerprint, onFile?.fingerprint)
  }
})

test('a change that lies outside the diff stands as a diff below the lines that are in it', () => {
  const comment = only(drafted({ head: mission }, '@@ -1,6 +1,6 @@\n a\n a\n a\n a\n+b\n a'))
  assert.deepEqual([comment.startLine, comment.line], [4, 6])
  assert.equal(suggestionIn(comment.body), undefined)
  assert.match(
    comment.body,
    /\n```diff\n--- a\/policy.json\n[\s\S]*\+ .*aws:ViaAWSService[\s\S]*\n```\nProven: .*by hand\./,
  )
})

test('nor is a change offered of which the diff shows a part: a suggestion replaces all of its lines', () => {
  const report = reportOf({ head: mission })
  const edit = { startLine: 13, endLine: 14, replacement: '          ]\n        }, "BoolIfExists": {}' }
  const findings = report.findings.map((finding) => {
    return { ...finding, remedies: finding.remedies.map((remedy) => ({ ...remedy, edits: [edit] })) }
  })
  for (const [lastLine, isOffered] of [
    [14, true],
    [13, false],
  ] as const) {
    const hunks = [{ startLine: 1, endLine: lastLine, addedLines: [] }]
    const drafts = draftComments({ ...report, findings }, new Map([[path, { text: mission, hunks }]]), { key: 'k' })
    assert.equal(suggestionIn(only(drafts).body) !== undefined, isOffered)
  }
})

test('in a file with line ends of Windows the suggestion has none, and says so', () => {
  const comment = only(drafted({ head: mission.replaceAll('\n', '\r\n') }))
  assert.ok(suggestionIn(comment.body)?.every((line) => !line.includes('\r')))
  assert.match(comment.body, /\nProven: .*CRLF/)
})

test('where line ends are mixed around the change there is no suggestion', () => {
  const { line } = only(drafted({ head: mission }))
  const lines = mission.split('\n')
  const mixed = lines.map((text, index) => (index === line ? `${text}\r` : text)).join('\n')
  assert.equal(suggestionIn(only(drafted({ head: mixed })).body), undefined)
})

test('lines with letters that nobody sees are not offered for committing', () => {
  const oneLine = policyOf(denyOutside({ Sid: 'Of\u202efice' })).replace(/\n\s*/g, ' ')
  const { body } = only(drafted({ head: oneLine }))
  assert.equal(suggestionIn(body), undefined)
  assert.doesNotMatch(body, /\u202e/)
  assert.match(body, /Of\\u202efice/)
})

test('two statements on the same line get two comments and one suggestion', () => {
  const both = policyOf(denyOutside({ Sid: 'A' }), denyOutside({ Sid: 'B' })).replace(/\n\s*/g, ' ')
  const { drafts } = drafted({ head: both })
  const withSuggestion = drafts.filter(({ comment }) => suggestionIn(comment.body) !== undefined)
  assert.deepEqual([drafts.length, withSuggestion.length], [2, 1])
})

test('errors come before warnings', () => {
  const warned = denyOutside({ Sid: 'A', Condition: { NotIpAddress: { 'aws:SourceIp': [...office, '10.0.0.0/8'] } } })
  const { drafts, findings } = drafted({ head: policyOf(warned) })
  const levels = drafts.map(({ fingerprint }) => findings.find((finding) => finding.fingerprint === fingerprint)?.level)
  assert.deepEqual(levels, ['error', 'warning'])
})

test('a comment is never longer than GitHub takes, and keeps its marker', () => {
  const head = policyOf(denyOutside({ Sid: 'A'.repeat(100_000) })).replace(/\n\s*/g, ' ')
  const { body } = only(drafted({ head }))
  assert.ok(body.length <= 60_000)
  assert.equal(suggestionIn(body), undefined)
  assert.ok(markIn(body) !== undefined)
  assert.match(
    body,
    /\nIt also meets: .*; and \d+ more service-call paths, among them: .*\n\nProven: .*too long for a comment/,
  )
})

test('addresses from a pull request stand in code and nowhere else', () => {
  const address = '10.0.0.0/8`](https://evil.example) @org/team <img src=x>\n# heading'
  const head = policyOf(denyOutside({ Condition: { NotIpAddress: { 'aws:SourceIp': [...office, address] } } }))
  const report = inspectChange({ head })
  assert.ok(report.findings.some(({ finding }) => finding.ruleId === 'invalid-address'))
  const { drafts } = drafted({ head, settings })
  for (const { comment } of drafts) {
    const outside = comment.body
      .replaceAll(/(?:^|\n)(`{3,})\w*\n[\s\S]*?\n\1(?=\n|$)/g, '')
      .replaceAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '')
    assert.doesNotMatch(outside, /evil\.example|@org|<img/)
    assert.doesNotMatch(comment.body, /\n# heading/)
  }
})

test('a lost exemption and the calls that it kept alive make one comment', () => {
  const exempt = {
    Condition: { NotIpAddress: { 'aws:SourceIp': office }, BoolIfExists: { 'aws:ViaAWSService': 'false' } },
  }
  const { drafts, findings } = drafted({ base: policyOf(denyOutside(exempt)), head: policyOf(denyOutside()) })
  assert.deepEqual(
    new Set(findings.filter(({ level }) => level === 'error').map(({ rule }) => rule)),
    new Set(['exemption-removed', 'service-call-denied']),
  )
  assert.equal(drafts.length, 1)
  assert.match(drafts[0]?.comment.body ?? '', /Rule `exemption-removed`/)
  assert.match(drafts[0]?.comment.body ?? '', /```suggestion\n/)
})
