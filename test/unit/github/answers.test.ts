import assert from 'node:assert/strict'
import { test } from 'node:test'
import { written } from '../../../src/github/answers.ts'

/** An error as Octokit throws it; without an answer where the network failed. */
function failure(status: number, message: string, answered = true): Error {
  return Object.assign(new Error(message), { status, ...(answered ? { response: {} } : {}) })
}

const tooQuick = failure(422, 'Validation Failed: "was submitted too quickly" - https://docs.github.com/rest')
const abuse = failure(422, 'Validation Failed: {"code":"abuse"}')
const limit = failure(403, 'You have exceeded a secondary rate limit. Please wait a few minutes')
const noAccess = failure(403, 'Resource not accessible by integration')
const noAnswer = failure(500, 'socket hang up', false)

const cases: readonly [name: string, failures: readonly Error[], sent: number, written: object][] = [
  ['what succeeds is sent once', [], 1, { kind: 'done', value: 'url' }],
  ['what came too quickly is sent once more', [tooQuick], 2, { kind: 'done', value: 'url' }],
  ['abuse, as GitHub calls it, is the same', [abuse], 2, { kind: 'done', value: 'url' }],
  [
    'and no more than once',
    [tooQuick, tooQuick],
    2,
    { kind: 'refused', message: 'Validation Failed: "was submitted too quickly"' },
  ],
  ['the second answer counts', [tooQuick, noAccess], 2, { kind: 'no-permission' }],
  ['a secondary limit is no lack of permission', [limit], 1, { kind: 'refused', message: limit.message }],
  ['429 is a refusal', [failure(429, 'slow down')], 1, { kind: 'refused', message: 'slow down' }],
  ['what failed without an answer may have been done', [noAnswer], 1, { kind: 'unknown', message: 'socket hang up' }],
  ['as what failed with 502', [failure(502, 'Bad Gateway')], 1, { kind: 'unknown', message: 'Bad Gateway' }],
  ['other mistakes in the request are refusals', [failure(422, 'no')], 1, { kind: 'refused', message: 'no' }],
]

for (const [name, failures, times, result] of cases) {
  test(`a write: ${name}`, async () => {
    let sent = 0
    const send = async (): Promise<string> => {
      const error = failures[sent++]
      if (error !== undefined) throw error
      return 'url'
    }
    assert.deepEqual(await written(0, send), result)
    assert.equal(sent, times)
  })
}
