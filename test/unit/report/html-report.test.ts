import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { sidesHtml } from '../../../src/report/html-diff.ts'
import { htmlReport } from '../../../src/report/html-report.ts'
import { blockHtml, codeHtml, escapedHtml, linkHtml, proseHtml } from '../../../src/report/html-text.ts'
import { unifiedDiff } from '../../../src/report/unified-diff.ts'
import { denyOutside, inspectChange, office, policyOf } from '../inspecting.ts'

const mission = policyOf(denyOutside())
const page = (change: Parameters<typeof inspectChange>[0]) => htmlReport(inspectChange(change), 'test')

test('a report in HTML tells what breaks, why, the steps of the call, before and after, other remedies and sources', () => {
  const html = page({ head: mission, path: 'policies/a.json' })
  for (const wanted of [
    /<h1>SourceIp Guard: <span class="failure">failed<\/span><\/h1>/,
    /<code>policies\/a.json<\/code>, lines 4 to 16, rule <code>service-call-denied<\/code>/,
    /<h2 id="finding-1-title">After this change CloudFormation can no longer create EC2 instances /,
    /AWS’s documents disagree\. Denied, if this holds: .*<a href="https:\/\/docs\.aws\.amazon\.com\//,
    /<input type="radio" name="finding-1-way" checked>/,
    /<b>Step 2\.<\/b> <code>cloudformation\.amazonaws\.com<\/code> calls with the caller’s credentials\. What becomes of the address:<ul><li>(not )?denied, if /,
    /<dt>aws:SourceIp<\/dt><dd><code>192\.0\.2\.44<\/code><\/dd>/,
    /<b>Step 4\.<\/b> All conditions .*<code>NotIpAddress aws:SourceIp<\/code> <code>203\.0\.113\.10\/32, 198\.51\.100\.0\/24<\/code>: it is <code>192\.0\.2\.44<\/code>/,
    /<ins>.*&quot;aws:ViaAWSService&quot;: &quot;false&quot; }<\/ins>/,
    /Proven: with it 291 of 293 service-call paths work again/,
    /<summary>Exempt KMS calls made through an AWS service<\/summary>/,
    /an outsider could newly reach:<\/p><ul><li>/,
    /aws iam simulate-custom-policy/,
    /<summary>Sources<\/summary>\n<ul><li><a href="https:/,
  ])
    assert.match(html, wanted)
})

test('a report of nothing says so', () => {
  const html = page({ head: policyOf({ Effect: 'Allow', Action: 's3:*', Resource: '*' }) })
  assert.match(html, /<span class="success">passed<\/span>/)
  assert.match(html, /No Deny on <code>aws:SourceIp<\/code> that breaks anything was found\./)
  assert.doesNotMatch(html, /<article/)
})

test('problems, notices and what is suppressed are told', () => {
  const suppressions = [
    { rule: 'service-call-denied', matches: () => true, sid: undefined, reason: 'agreed', expires: '2099-01-01' },
  ]
  const html = page({ head: mission, settings: { suppressions } })
  assert.match(html, /<h2 id="minor">Notices and what is suppressed<\/h2>/)
  assert.match(html, /suppressed until <code>2099-01-01<\/code>: <code>agreed<\/code>/)
  assert.match(
    page({ head: `${mission.slice(0, -20)}` }),
    /<article class="error"><p class="place"><strong class="level error">Error/,
  )
})

test('the same report gives the same bytes, and the page may load and run nothing', () => {
  const html = page({ head: mission })
  assert.equal(page({ head: mission }), html)
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? []
  const hash = createHash('sha256').update(style).digest('base64')
  assert.ok(
    html.includes(`content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`),
  )
  assert.doesNotMatch(html, /<script|\son\w+=|\sstyle=|\ssrc=|url\(|@import|<link/i)
})

const evil = '</style></code></title><script>alert(1)</script><img src=x onerror=alert(1)>"\'&\u202e\u200b`'

test('what a file says can be no markup, wherever it is shown', () => {
  const head = policyOf(
    denyOutside({
      Sid: evil,
      Resource: `arn:aws:s3:::${evil}`,
      Condition: { NotIpAddress: { 'aws:SourceIp': office }, StringNotLike: { [`aws:PrincipalTag/${evil}`]: evil } },
    }),
    denyOutside({ Sid: 'b', Condition: { NotIpAddress: { 'aws:SourceIp': [...office, evil] } } }),
  )
  const html = page({ head, path: `policies/${evil}.json` })
  assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/)
  assert.doesNotMatch(html, /<script|<img|\u202e|\u200b/)
  assert.equal(html.match(/<\/style>/g)?.length, 1)
})

const hostile = fc.string({
  unit: fc.constantFrom(
    ...['<', '>', '&', '"', "'", '`', '\n', '\r\n', '\u202e', '\u0000', '\ud800', 'a', ' ', '-->', ']]>', 'א'],
  ),
  maxLength: 20,
})

for (const [name, shown] of [
  ['a text', escapedHtml],
  ['a sentence', (text: string) => proseHtml(text).replaceAll(/<\/?code>/g, '')],
  ['a value', (text: string) => codeHtml(text).replace(/^<code>(.*)<\/code>$/, '$1')],
  ['a block', (text: string) => blockHtml(text).replace(/^<pre><code>([\s\S]*)<\/code><\/pre>$/, '$1')],
  [
    'a title',
    (text: string) =>
      linkHtml(text, 'https://x.example/')
        .replace(/^<a href="[^"<>]*" rel="noreferrer">(.*)<\/a>$/, '$1')
        .replaceAll(/<\/?code>/g, ''),
  ],
] as const) {
  test(`nothing in ${name} ends its place`, () => {
    fc.assert(
      fc.property(hostile, (text) => {
        assert.doesNotMatch(shown(text), /[<>"']|&(?!(?:amp|lt|gt|quot|#39);)|[\u202e\0\ud800]/)
      }),
    )
  })
}

test('an address that is not HTTPS is no link', () => {
  assert.equal(linkHtml('a page', 'javascript:alert(1)'), 'a page')
  assert.equal(
    linkHtml('a', 'https://x.example/"><b>'),
    '<a href="https://x.example/%22%3E%3Cb%3E" rel="noreferrer">a</a>',
  )
})

/** The lines of a side as text. */
function side(html: string, caption: string): string[] {
  const [, code = ''] = new RegExp(`${caption}</figcaption><pre><code>([\\s\\S]*?)</code>`).exec(html) ?? []
  return code.split('\n').map((line) => line.replaceAll(/<[^>]*>/g, ''))
}

const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 })

test('the two sides of a change hold the lines before and after it, with their numbers', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const text = (all: readonly string[]) => all.map((line) => `${line}\n`).join('')
      const html = sidesHtml(unifiedDiff('a.json', text(before), text(after)))
      for (const [caption, wanted] of [
        ['Before', before],
        ['After', after],
      ] as const) {
        for (const line of side(html, caption)) {
          const [, number, shown] = /^ *(\d+) [ −+] (.*)$/.exec(line) ?? []
          if (number !== undefined) assert.equal(shown, wanted[Number(number) - 1])
          else assert.match(line, /^\s*$|…/)
        }
      }
    }),
  )
})
