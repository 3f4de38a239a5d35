import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Written } from '../../../src/github/answers.ts'
import type { NewReview } from '../../../src/github/client.ts'
import type { Conversation } from '../../../src/github/conversation.ts'
import { markerOf } from '../../../src/report/marker.ts'
import { type Posting, postReview, type ReviewClient } from '../../../src/report/post-review.ts'
import type { Draft } from '../../../src/report/review-comments.ts'
import { denyOutside, policyOf, reportOf } from '../inspecting.ts'

const [finding = assert.fail()] = reportOf({ head: policyOf(denyOutside()) }).findings

function bodyOf(fingerprint: string): string {
  return `text\n${markerOf({ fingerprint, statement: 's', key: 'k', isSettled: false })}`
}

function draft(fingerprint: string, path = 'a.json', line = 1): Draft {
  return { fingerprint, finding, comment: { path, line, body: bodyOf(fingerprint) } }
}

interface Script {
  readonly drafts: readonly Draft[]
  readonly most?: number
  readonly viewer?: string
  /** Fingerprints of the comments that are there when it is looked again. */
  readonly there?: readonly string[]
  /** What becomes of each review that is sent. */
  readonly answers?: readonly Written<string>[]
  /** The diff of `a.json` as it is now. */
  readonly patch?: string
  /** How many reviews were begun and never sent. */
  readonly begun?: number
}

interface Played {
  readonly posting: Posting
  readonly sent: readonly NewReview[]
  readonly asked: readonly string[]
}

const done: Written<string> = { kind: 'done', value: 'https://github.com/review/1' }

function conversationOf(fingerprints: readonly string[]): Conversation {
  const threads = fingerprints.map((id) => {
    const comment = { id, url: `https://github.com/comment/${id}`, body: bodyOf(id), isOwn: true }
    return { id, path: 'a.json', isResolved: false, isWhole: true, comments: [comment] }
  })
  return { viewer: 'guard[bot]', isOpen: true, head: 'head', threads, comments: [] }
}

async function play({ drafts, most = 30, viewer = 'guard[bot]', there = [], ...rest }: Script): Promise<Played> {
  const { answers = [done], patch = '@@ -0,0 +1,9 @@\n+1\n+2\n+3', begun = 0 } = rest
  const sent: NewReview[] = []
  const asked: string[] = []
  const client: ReviewClient = {
    conversation: async () => {
      asked.push('conversation')
      return conversationOf(there)
    },
    pullRequestFiles: async () => {
      asked.push('files')
      const file = { path: 'a.json', previousPath: undefined, status: 'added', blob: 'blob', listedAt: undefined }
      return [{ ...file, patch }]
    },
    createReview: async (_number, review) => {
      sent.push(review)
      return answers[sent.length - 1] ?? assert.fail('one review too many')
    },
    deleteDrafts: async () => {
      asked.push('delete drafts')
      return { kind: 'done', value: begun }
    },
  }
  const posting = await postReview(client, { number: 7, head: 'head', viewer }, drafts, most)
  return { posting, sent, asked }
}

const url = 'https://github.com/review/1'

const linesOf = (sent: readonly NewReview[]) =>
  sent.map(({ comments }) => comments.map(({ path, line }) => `${path}:${line}`))

test('one review is posted at the commit that was looked at, from the bottom of each file up', async () => {
  const drafts = [draft('a', 'b.json', 3), draft('b', 'a.json', 2), draft('c', 'a.json', 9)]
  const { posting, sent } = await play({ drafts })
  assert.deepEqual(posting, { kind: 'posted', url, posted: drafts, left: 0 })
  assert.deepEqual(linesOf(sent), [['a.json:9', 'a.json:2', 'b.json:3']])
  assert.equal(sent[0]?.commit, 'head')
  assert.match(sent[0]?.body ?? '', /3 statements/)
})

test('above the limit the first are posted, and the review says how many there are besides', async () => {
  const drafts = [draft('a', 'a.json', 1), draft('b', 'a.json', 2), draft('c', 'a.json', 3)]
  const { posting, sent } = await play({ drafts, most: 2 })
  assert.deepEqual(posting, { kind: 'posted', url, posted: drafts.slice(0, 2), left: 1 })
  assert.deepEqual(linesOf(sent), [['a.json:2', 'a.json:1']])
  assert.match(sent[0]?.body ?? '', /1 more finding/)
})

test('GitHub takes a hundred comments in one review, so no more are sent', async () => {
  const drafts = Array.from({ length: 120 }, (_, index) => draft(`f${index}`, 'a.json', index + 1))
  const { posting, sent } = await play({ drafts, most: 500 })
  assert.equal(sent[0]?.comments.length, 100)
  assert.equal(posting.kind === 'posted' && posting.left, 20)
})

test('a token that may only read is told as such', async () => {
  const { posting } = await play({ drafts: [draft('a')], answers: [{ kind: 'no-permission' }] })
  assert.deepEqual(posting, { kind: 'no-permission' })
})

const refusal: Written<string> = { kind: 'refused', message: 'line must be part of the diff' }

test('a review that is refused for its lines is sent once more without the comments that are proven bad', async () => {
  const drafts = [draft('a', 'a.json', 2), draft('b', 'a.json', 50), draft('c', 'gone.json', 1)]
  const { posting, sent } = await play({ drafts, answers: [refusal, done] })
  assert.deepEqual(linesOf(sent), [['a.json:50', 'a.json:2', 'gone.json:1'], ['a.json:2']])
  assert.deepEqual(posting, { kind: 'posted', url, posted: drafts.slice(0, 1), left: 2 })
  assert.match(sent[1]?.body ?? '', /2 more findings/)
})

test('a range over two hunks is proven bad', async () => {
  const range: Draft = { fingerprint: 'a', finding, comment: { path: 'a.json', startLine: 2, line: 8, body: '' } }
  const patch = '@@ -1,2 +1,3 @@\n 1\n+2\n 3\n@@ -6,2 +7,3 @@\n 7\n+8\n 9'
  const { sent } = await play({ drafts: [range, draft('b', 'a.json', 8)], patch, answers: [refusal, done] })
  assert.deepEqual(linesOf(sent)[1], ['a.json:8'])
})

test('a refusal that proves no comment bad is not guessed about', async () => {
  const { posting, sent } = await play({ drafts: [draft('a', 'a.json', 2)], answers: [refusal] })
  assert.deepEqual([posting, sent.length], [{ kind: 'failed', message: 'line must be part of the diff' }, 1])
})

test('nor is one of which no comment is left', async () => {
  assert.equal((await play({ drafts: [draft('a', 'gone.json')], answers: [refusal] })).sent.length, 1)
})

test('a refusal for other reasons is not tried again', async () => {
  const spam: Written<string> = { kind: 'refused', message: 'Validation Failed: was submitted too quickly' }
  const { posting, sent, asked } = await play({ drafts: [draft('a')], answers: [spam] })
  assert.deepEqual([posting.kind, sent.length, asked.includes('files')], ['failed', 1, false])
})

const lost: Written<string> = { kind: 'unknown', message: 'Bad Gateway' }

test('a review whose answer was lost and that is there is not posted again', async () => {
  const drafts = [draft('a')]
  const { posting, sent } = await play({ drafts, there: ['a'], answers: [lost] })
  assert.deepEqual(posting, { kind: 'posted', url: 'https://github.com/comment/a', posted: drafts, left: 0 })
  assert.equal(sent.length, 1)
})

test('a review whose answer was lost and that is not there is posted once more, and no more than that', async () => {
  assert.equal((await play({ drafts: [draft('a')], answers: [lost, done] })).posting.kind, 'posted')
  const { posting, sent } = await play({ drafts: [draft('a')], answers: [lost, lost] })
  assert.deepEqual([posting, sent.length], [{ kind: 'failed', message: 'Bad Gateway' }, 2])
})

const pending: Written<string> = { kind: 'refused', message: 'User can only have one pending review per pull request' }

test('a review that a bot began and never sent is deleted, once, and what was refused for it is sent again', async () => {
  const { posting, asked } = await play({ drafts: [draft('a')], answers: [pending, done], begun: 1 })
  assert.deepEqual([posting.kind, asked], ['posted', ['delete drafts']])
  const none = await play({ drafts: [draft('a')], answers: [pending], begun: 0 })
  assert.equal(none.posting.kind, 'failed')
})

test('a review that a person has begun is left alone', async () => {
  const { posting, asked } = await play({ drafts: [draft('a')], answers: [pending], viewer: 'octocat', begun: 1 })
  assert.deepEqual([posting.kind, asked], ['failed', []])
})
