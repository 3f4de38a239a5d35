import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  commonArnExample,
  commonExample,
  literalUnits,
  matchesAction,
  matchesArn,
  matchesPattern,
  matchesUnits,
  unitsOf,
} from '../../../src/evaluate/patterns.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?', '.'), maxLength: 8 })

test('wildcards agree with a regular expression that says the same', () => {
  fc.assert(
    fc.property(text, text, (pattern, value) => {
      const source = [...pattern]
        .map((c) => (c === '*' ? '.*' : c === '?' ? '.' : `\\${c}`.replace(/\\([ab:])/, '$1')))
        .join('')
      assert.equal(matchesPattern(pattern, value), new RegExp(`^${source}$`, 's').test(value))
    }),
    { numRuns: 2000 },
  )
})

test('units decide as text does', () => {
  fc.assert(
    fc.property(text, text, (pattern, value) =>
      assert.equal(matchesUnits(unitsOf(pattern), value), matchesPattern(pattern, value)),
    ),
  )
})

test('an example that fits two patterns fits both', () => {
  let found = 0
  fc.assert(
    fc.property(text, text, (a, b) => {
      const example = commonExample(a, b, 'ab')
      if (example === undefined) return
      found += 1
      assert.ok(matchesPattern(a, example) && matchesPattern(b, example), `${a} and ${b}: ${example}`)
    }),
    { numRuns: 2000 },
  )
  assert.ok(found > 100)
})

test('where a short text fits two patterns, an example is found', () => {
  fc.assert(
    fc.property(text, text, fc.string({ unit: fc.constantFrom('a', 'b', ':', '.'), maxLength: 4 }), (a, b, value) => {
      if (matchesPattern(a, value) && matchesPattern(b, value)) assert.notEqual(commonExample(a, b, 'a'), undefined)
    }),
    { numRuns: 2000 },
  )
})

test('a pattern made to be slow is not', () => assert.equal(matchesPattern('*a'.repeat(500), 'a'.repeat(5000)), true))

test('a star that came out of a variable is a star', () => {
  assert.equal(matchesUnits(literalUnits('a*'), 'ab'), false)
  assert.equal(matchesUnits(literalUnits('a*'), 'a*'), true)
})

const actions: readonly (readonly [pattern: string, action: string, expected: boolean])[] = [
  ['*', 's3:GetObject', true],
  ['S3:getobject', 's3:GetObject', true],
  ['s3:Get*', 's3:GetObject', true],
  ['s3:Get?bject', 's3:GetObject', true],
  ['s3:*', 's3-object-lambda:GetObject', false],
  ['ec2:*', 's3:GetObject', false],
]
for (const [pattern, action, expected] of actions) {
  test(`action pattern ${pattern} ${expected ? 'takes in' : 'leaves out'} ${action}`, () =>
    assert.equal(matchesAction(pattern, action), expected))
}

const arns: readonly (readonly [pattern: string, arn: string, expected: boolean | undefined, why: string])[] = [
  ['arn:aws:iam::*:role/dev', 'arn:aws:iam::111122223333:role/dev', true, 'a star in one part'],
  ['arn:aws:*:role/dev', 'arn:aws:iam::111122223333:role/dev', undefined, 'a star does not span parts'],
  ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/a:c', true, 'the last part holds further colons'],
  ['arn:aws:iam::1:role/a', 'arn:aws:iam::1:role/A', false, 'case counts'],
  ['*', 'arn:aws:iam::1:role/a', true, 'a lone star is any ARN'],
  ['arn:aws:iam::1:role/a', 'nonsense', undefined, 'what is no ARN fits none'],
]
for (const [pattern, arn, expected, why] of arns) {
  test(`ARN patterns: ${why}`, () => assert.equal(matchesArn(unitsOf(pattern), arn), expected))
}

const examples: readonly (readonly [kind: string, pattern: string, expected: string | undefined, why: string])[] = [
  ['arn:*:ec2:*:*:*', 'arn:aws:s3:::logs/*', undefined, 'an ARN of one service is none of another'],
  ['arn:*:s3:::*/*', 'arn:aws:s3:::logs/*', 'arn:aws:s3:::logs/ab', 'the object of a bucket'],
  ['arn:*:s3:::*', 'arn:aws:s3:::logs', 'arn:aws:s3:::logs', 'the bucket itself'],
  ['arn:*:kms:*:*:*', 'arn:aws:*', 'arn:aws:kms:::ab', 'a star of a policy goes over colons'],
  [
    'arn:*:kms:*:*:*',
    'arn:aws:kms:eu-west-1:*:key/*',
    'arn:aws:kms:eu-west-1:ab:key/ab',
    'parts that the policy leaves open',
  ],
]
for (const [kind, pattern, expected, why] of examples) {
  test(`an ARN of a kind in a policy's pattern: ${why}`, () => {
    const found = commonArnExample(kind, pattern, 'ab')
    assert.equal(found, expected)
    if (found !== undefined) assert.ok(matchesPattern(pattern, found) && matchesPattern(kind, found))
  })
}
