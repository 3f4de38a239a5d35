import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commonArnExample, commonExample, matchesArn, matchesPattern, unitsOf } from '../../../src/evaluate/patterns.ts'

const examples: readonly (readonly [why: string, a: string, b: string, expected: string | undefined])[] = [
  ['the same text', 'ab', 'ab', 'ab'],
  ['another text', 'ab', 'ac', undefined],
  ['a longer text', 'ab', 'abc', undefined],
  ['nothing at all', '', '', ''],
  ['nothing, and a star', '', '*', ''],
  ['a question mark and a character', '?', 'a', 'a'],
  ['a character and a question mark', 'a', '?', 'a'],
  ['two question marks', '?', '?', 'x'],
  ['a question mark and nothing', '?', '', undefined],
  ['two stars', '*', '*', 'filler'],
  ['a star that ends in something, and a text', '*b', 'ab', 'ab'],
  ['a text, and a star that ends in something', 'ab', '*b', 'ab'],
  ['a star takes a question mark', '*b', '?b', 'xb'],
  ['stars of which one asks for less', '*a', '*ba', 'ba'],
  ['stars of which one asks for more', '*ba', '*a', 'ba'],
  ['stars at both ends', 'a*', '*b', 'ab'],
  ['a longer text and a star', 'aaa', '*', 'aaa'],
  ['a star and a longer text', '*', 'aaa', 'aaa'],
]
for (const [why, a, b, expected] of examples) {
  test(`a text for two patterns: ${why}`, () => {
    const found = commonExample(a, b, 'filler')
    if (found !== undefined) assert.ok(matchesPattern(a, found) && matchesPattern(b, found), found)
    assert.equal(found, expected)
  })
}

test('patterns that were made to be slow are not', () => {
  assert.equal(commonExample(`${'*a'.repeat(30)}b`, `${'*a'.repeat(30)}c`, 'x'), undefined)
})

test('beyond 262,144 pairs of positions no example is looked for', () => {
  assert.equal(commonExample('a'.repeat(511), 'a'.repeat(511), 'x'), 'a'.repeat(511))
  assert.equal(commonExample('a'.repeat(512), 'a'.repeat(512), 'x'), undefined)
})

const arnExamples: readonly (readonly [kind: string, pattern: string, expected: string | undefined])[] = [
  ['arn:*:s3:::*/*', 'arn:aws:s3:::a:b/c', 'arn:aws:s3:::a:b/c'],
  ['arn:*:sqs:*:*:*', 'arn:aws:sqs:eu-west-1:1:a:b', 'arn:aws:sqs:eu-west-1:1:a:b'],
  ['arn:*:sqs:*:*:*', 'arn:a:a:sqs:1:1:x', undefined],
  ['arn:*:sqs:*:*:x', 'arn:*:sqs:*x', 'arn:filler:sqs:::x'],
  ['arn:*:sqs:*:*:?', 'arn:aws:sqs:::y', 'arn:aws:sqs:::y'],
]
for (const [kind, pattern, expected] of arnExamples) {
  test(`an ARN of the kind ${kind} for the pattern ${pattern}`, () =>
    assert.equal(commonArnExample(kind, pattern, 'filler'), expected))
}

const arns: readonly (readonly [why: string, pattern: string, arn: string, expected: boolean | undefined])[] = [
  ['every part on its own', 'arn:aws:iam::1*:role/dev', 'arn:aws:iam::1:xrole/dev', false],
  ['the first part too', 'xrn:aws:iam::1:role/dev', 'arn:aws:iam::1:role/dev', false],
  ['the last part with its colons', 'arn:aws:sns:::a:b', 'arn:aws:sns:::a:b', true],
  ['the last part without its colons', 'arn:aws:sns:::ab', 'arn:aws:sns:::a:b', false],
  ['stars alone are any ARN', '**', 'arn:aws:iam::1:role/dev', true],
  ['nothing is no ARN', '', 'arn:aws:iam::1:role/dev', undefined],
  ['five parts are no ARN', 'arn:aws:iam::1', 'arn:aws:iam::1:role/dev', undefined],
]
for (const [why, pattern, arn, expected] of arns) {
  test(`an ARN and a pattern: ${why}`, () => assert.equal(matchesArn(unitsOf(pattern), arn), expected))
}
