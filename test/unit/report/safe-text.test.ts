import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { codeBlock, codeSpan, encodedPath, link, prose, suggestionBlock } from '../../../src/report/safe-text.ts'

const spans: readonly [name: string, value: string, shown: string][] = [
  ['a plain value', 'policies/a.json', '`policies/a.json`'],
  ['a backtick', 'a`b', '``a`b``'],
  ['backticks at the ends', '`a`', '`` `a` ``'],
  ['runs of backticks', 'a``b`c', '```a``b`c```'],
  ['line ends', 'a\r\nb\nc', '`a␤b␤c`'],
  ['text that turns direction', 'a\u202eb', '`a\\u202eb`'],
  ['letters without width', 'a\u200bb\ufeff', '`a\\u200bb\\ufeff`'],
  ['spaces at the ends', ' a ', '`  a  `'],
  ['nothing to see', ' ', '`(empty)`'],
  ['nothing', '', '`(empty)`'],
  ['a link', '](https://evil.example)', '`](https://evil.example)`'],
]
for (const [name, value, shown] of spans) {
  test(`a code span of ${name}`, () => assert.equal(codeSpan(value), shown))
}

const hostile = fc.string({
  unit: fc.constantFrom(
    ...['`', '``', '\\', '[', ']', '(', ')', '<', '>', '&', '@org/team', '#1', '*', '_', '~', '!', '|', '\n', '\r'],
    ...['\u202e', '\u200b', ' ', 'https://evil.example', 'www.evil.example', '<!--', '-->', '</details>', 'x', '```'],
  ),
  maxLength: 30,
})

test('nothing in a code span ends it', () => {
  fc.assert(
    fc.property(hostile, (value) => {
      const span = codeSpan(value)
      const fence = /^`+/.exec(span)?.[0] ?? ''
      assert.ok(span.endsWith(fence) && span.length > 2 * fence.length)
      const inside = span.slice(fence.length, -fence.length)
      assert.ok([...inside.matchAll(/`+/g)].every(([run]) => run.length !== fence.length))
      assert.ok(!inside.startsWith('`') && !inside.endsWith('`'))
      assert.doesNotMatch(span, /[\n\r\u202e\u200b]/)
    }),
  )
})

test('nothing in a block of code ends it', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const lines = codeBlock(text, 'diff').split('\n')
      const fence = /^`+/.exec(lines[0] ?? '')?.[0] ?? ''
      assert.ok(fence.length >= 3)
      assert.equal(lines.at(-1), fence)
      assert.ok(lines.slice(1, -1).every((line) => !line.includes(fence)))
    }),
  )
})

test('nothing in a sentence is markup, a mention or an address', () => {
  fc.assert(
    fc.property(hostile, (sentence) => {
      // Spans are tried above; what stands outside must be text.
      const text = prose(sentence.replaceAll('`', ''))
      assert.doesNotMatch(text.replaceAll(/\\[\\`[\]()*_~!|#@]/g, ''), /[`[\]()*_~!|<>\n\r\u202e]|https?:\/\//)
      assert.doesNotMatch(text, /[@#][^\u200b]|www\./)
    }),
  )
})

test('values in backticks stand as code, and a backtick alone is text', () => {
  assert.equal(prose('`10.0.0.0/8` is *not* public'), '`10.0.0.0/8` is \\*not\\* public')
  assert.equal(prose('one ` alone'), 'one \\` alone')
  assert.equal(prose('`<b>` and `@all`'), '`<b>` and `@all`')
})

const suggestions: readonly [name: string, lines: string, block: string | undefined][] = [
  ['lines as they are', '  "a": 1,\n\t"b": 2', '```suggestion\n  "a": 1,\n\t"b": 2\n```'],
  ['backticks in it', '````', '`````suggestion\n````\n`````'],
  ['an empty line at the end', 'a\n', '```suggestion\na\n\n```'],
  ['line ends of Windows', 'a\r\nb', '```suggestion\na\nb\n```'],
  ['letters that nobody sees', 'a\u202eb', undefined],
]
for (const [name, lines, block] of suggestions) {
  test(`a suggestion with ${name}`, () => assert.equal(suggestionBlock(lines), block))
}

test('what is hidden in a block of code is shown', () => {
  assert.equal(codeBlock('a\u202eb\n\tc\n', 'diff'), '```diff\na\\u202eb\n\tc\n```')
})

test('links go to the addresses that are meant', () => {
  assert.equal(link('a [b]', 'https://example.com/a(b)?c=d#e'), '[a \\[b\\]](https://example.com/a%28b%29?c=d#e)')
  assert.equal(link('a', 'javascript:alert(1)'), 'a')
  assert.equal(
    link('lines', `https://example.com/${encodedPath('a b/](x)#`%.json')}#L1`),
    '[lines](https://example.com/a%20b/%5D%28x%29%23%60%25.json#L1)',
  )
  assert.equal(encodedPath('a\ud800/b'), 'a%EF%BF%BD/b')
})
