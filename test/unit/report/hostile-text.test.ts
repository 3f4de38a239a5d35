import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { annotationsOf } from '../../../src/report/annotations.ts'
import { type JsonReport, jsonReport } from '../../../src/report/json-report.ts'
import { jsonText } from '../../../src/report/json-text.ts'
import { markdownReport } from '../../../src/report/markdown-report.ts'
import { logText } from '../../../src/report/plain-text.ts'
import { draftComments } from '../../../src/report/review-comments.ts'
import { sarifReport } from '../../../src/report/sarif.ts'
import { summaryComment } from '../../../src/report/summary-comment.ts'
import { terminalReport } from '../../../src/report/terminal.ts'
import { denyOutside, inspectChange, policyOf, reportOf } from '../inspecting.ts'
import { naughty } from './naughty.ts'

const filesUrl = 'https://github.com/example-org/infrastructure/blob/0123456789abcdef0123456789abcdef01234567'

interface Node {
  readonly type: string
  readonly value?: string
  readonly url?: string
  readonly children?: readonly Node[]
}

function parsed(markdown: string): Node {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)]
}

/** The Markdown that is made of a report, by where it goes. */
function shown(report: JsonReport, note: string): Readonly<Record<string, string>> {
  const findings = report.findings.filter(({ suppressed }) => suppressed === null)
  const files = new Map(findings.map(({ file }) => [file, { text: 'x\n'.repeat(60), hunks: undefined }]))
  const hunks = [{ startLine: 1, endLine: 60, addedLines: [] }]
  const inDiff = new Map(findings.map(({ file }) => [file, { text: 'x\n'.repeat(60), hunks }]))
  const options = { key: 'key', note: () => note }
  const summary = { counts: note, notes: [note], unread: 1, filesUrl, key: 'key', findings, told: new Set<string>() }
  return {
    'the step summary': markdownReport(report, { counts: note, notes: [note], filesUrl }),
    'the summary comment': summaryComment(summary),
    'a comment on a file': draftComments(report, files, options).onFiles[0]?.body ?? assert.fail(),
    'a comment on lines': draftComments(report, inDiff, options).drafts[0]?.comment.body ?? assert.fail(),
  }
}

const ownHtml =
  /^(?:<details>\n<summary>[A-Z][a-z, ]+<\/summary>|<\/details>|<!-- sourceip-guard:1 [\w =-]+ -->|<details>|<summary>[A-Z][a-z, ]+<\/summary>)$/
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u
const ours = new Set<string>()

/** What should not be in a text of ours. */
function mistakesIn(markdown: string): string[] {
  const told = markdown.replaceAll(/[\n\t]/g, '').replaceAll('\u200b', '')
  return [
    ...(unseen.test(told) ? ['a letter that is obeyed or unseen'] : []),
    ...nodesOf(parsed(markdown)).flatMap((node) => mistakesOf(node)),
  ]
}

const forbidden = ['image', 'imageReference', 'linkReference', 'definition', 'footnoteReference', 'footnoteDefinition']

function mistakesOf({ type, value = '', url = '' }: Node): string[] {
  if (forbidden.includes(type)) return [type]
  if (type === 'link') return ours.has(url) || url.startsWith(`${filesUrl}/`) ? [] : [`link to ${url}`]
  if (type === 'html') return ownHtml.test(value) ? [] : [`html ${value}`]
  if (type === 'code' || type === 'inlineCode') return value.includes('\u200b') ? ['an unseen letter in code'] : []
  if (type !== 'text') return []
  const found = /@[a-z\d]|#\d|\bGH-\d|https?:\/\/|www\.|\b(?=[a-f]*\d)[0-9a-f]{7,40}\b/i.exec(value)
  return found === null ? [] : [`${found[0]} in ${value}`]
}

/** The blocks of a text, without what is said in them. */
function skeleton({ type, children = [] }: Node): string {
  const inner = children.filter(({ type: kind }) => kind !== 'text' && kind !== 'inlineCode').map(skeleton)
  return inner.length === 0 ? type : `${type}(${inner.join(' ')})`
}

/** A finding with all parts, and a problem. */
const report: JsonReport = (() => {
  const { findings, ...rest } = reportOf({ head: policyOf(denyOutside({ Sid: 'Office', Action: 's3:GetObject' })) })
  const lead = findings.find(({ rule }) => rule === 'service-call-denied') ?? assert.fail()
  const finding = {
    ...lead,
    servicePaths: lead.servicePaths.slice(0, 2).map((path) => ({ ...path, undecided: ['what'] })),
    remedies: lead.remedies.slice(0, 3),
  }
  const suppressed = { ...finding, suppressed: { reason: 'agreed', expires: '2026-12-01' } }
  const problem = { file: 'a.json', startLine: 1, endLine: 1, message: '`x` is wrong', help: 'mend it', blocking: true }
  return { ...rest, findings: [finding, suppressed, { ...finding, level: 'notice' }], problems: [problem] }
})()

for (const { sources, readings } of report.findings.flatMap(({ servicePaths }) => servicePaths))
  for (const { url } of [...sources, ...readings.map(({ source }) => source)]) ours.add(url)

/** Fields that hold no text of others: words of ours, and addresses of AWS's pages. */
const fixed =
  /(?:^|\.)(?:url|rule|level|change|verdict|mechanism|network|conclusion|fingerprint|tool|policyType|blocking)(?:\.|$)/

type Path = readonly (string | number)[]

function textFields(value: unknown, at: Path = []): Path[] {
  if (fixed.test(at.join('.'))) return []
  if (typeof value === 'string') return [at]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => textFields(inner, [...at, name]))
}

function withText(value: unknown, [name, ...rest]: Path, text: string): unknown {
  if (name === undefined) return text
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === name ? withText(item, rest, text) : item))
  return Object.fromEntries(
    Object.entries(value as object).map(([key, inner]) => [key, key === name ? withText(inner, rest, text) : inner]),
  )
}

/** One of every kind of field: entries of lists are shown alike. */
const fields = [
  ...new Map(
    textFields(report)
      .filter((path) => path[0] !== 'findings' || path[1] !== '2')
      .map((path) => [path.map((part) => (/^\d+$/.test(String(part)) ? '*' : part)).join('.'), path] as const),
  ),
]

test('there are fields of all kinds to put texts into', () => {
  const names = fields.map(([name]) => name)
  for (const name of [
    'findings.*.file',
    'findings.*.sid',
    'findings.*.message',
    'problems.*.message',
    'problems.*.file',
  ])
    assert.ok(names.includes(name), name)
  assert.ok(names.length > 25, names.join('\n'))
})

/** The report with one text in all of its fields. */
function filledWith(text: string): JsonReport {
  return fields.reduce<unknown>((filled, [, path]) => withText(filled, path, text), report) as JsonReport
}

const usual = shown(filledWith('x y'), 'x y')

test('what is shown of a plain report holds to the rules', () => {
  for (const [place, markdown] of Object.entries(shown(report, 'a note')))
    assert.deepEqual(mistakesIn(markdown), [], place)
})

for (const [wish, text] of Object.entries(naughty)) {
  test(`${wish}: in no field does it become more than text, nor in a note`, () => {
    const filled = filledWith(text)
    for (const [place, markdown] of Object.entries(shown(filled, text))) {
      assert.deepEqual(mistakesIn(markdown), [], place)
      // A sentence of ours is never empty; one that were would be a rule across the page.
      if (text.trim() !== '') assert.equal(skeleton(parsed(markdown)), skeleton(parsed(usual[place] ?? '')), place)
    }
    for (const { message } of annotationsOf(filled)) assert.doesNotMatch(message.replaceAll('\n', ''), unseen)
  })

  test(`${wish}: in SARIF, JSON and the log it is text too`, () => {
    const filled = filledWith(text)
    for (const message of sarifTexts(sarifReport(filled, [{ id: 'service-call-denied', title: 'x' }]))) {
      assert.doesNotMatch(message, /(?<!\\)(?:\\\\)*[[\]]|https?:\/\/|@[a-z]/i)
      assert.doesNotMatch(message.replaceAll(/[\n\u200b]/g, ''), unseen)
    }
    const json = jsonText(filled)
    assert.doesNotMatch(json.replaceAll('\n', ''), unseen)
    assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(filled)))
    assert.doesNotMatch(logText(text), /^\s*::|##\[/m)
    assert.doesNotMatch(logText(text).replaceAll(/[\n\u200b]/g, ''), unseen)
  })
}

/** All that SARIF calls a message. */
function sarifTexts(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'rules' || key === 'insertedContent') return []
    if ((key === 'text' || key === 'justification') && typeof inner === 'string') return [inner]
    return sarifTexts(inner)
  })
}

/** Files with a text in every place that a policy has. */
function filesWith(text: string): Readonly<Record<string, string>> {
  const quoted = JSON.stringify(text)
  const statement = {
    Sid: text,
    Effect: 'Deny',
    Principal: { AWS: text },
    Action: ['iam:CreateUser', text],
    Resource: text,
    Condition: { NotIpAddress: { 'aws:SourceIp': [text, '203.0.113.999'] }, [`Op${text}`]: { [`key${text}`]: text } },
  }
  return {
    [`policies/${text}.json`]: policyOf(statement),
    'broken.json': `${policyOf(statement)}${text}`,
    'broken.yaml': `Statement:\n  - Effect: Deny\n    ${text}: *${text}\n    aws:SourceIp: [${text}\n`,
    'names.tf': `locals {\n  x = ${quoted}\n}\ndata "aws_iam_policy_document" ${quoted} {\n  statement {\n    sid = ${quoted}\n    effect = "Deny"\n    actions = [var.${text}]\n    condition {\n      test = "NotIpAddress"\n      variable = "aws:SourceIp"\n      values = [local.x, var.${text}]\n    }\n  }\n}\n`,
  }
}

for (const [wish, text] of Object.entries(naughty)) {
  test(`${wish}: of a file that holds it everywhere, nothing is more than text`, () => {
    for (const [path, head] of Object.entries(filesWith(text))) {
      const found = inspectChange({ head, path })
      const told = jsonReport(found, 'test')
      assert.deepEqual(mistakesIn(markdownReport(told, { counts: 'x', filesUrl })), [], path)
      const key = 'key'
      const files = new Map([[path, { text: head, hunks: [{ startLine: 1, endLine: 999, addedLines: [] }] }]])
      for (const { comment } of draftComments(told, files, { key }).drafts)
        assert.deepEqual(mistakesIn(comment.body), [], path)
      assert.doesNotMatch(terminalReport(found, { colour: false, quiet: false }).replaceAll('\n', ''), unseen, path)
    }
  })
}
