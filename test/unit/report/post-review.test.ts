import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Written } from '../../../src/github/answers.ts'
import type { GitHubClient, NewReview, ReviewComment } from '../../../src/github/client.ts'
import { type Posting, postReview } from '../../../src/report/post-review.ts'
import type { Draft } from '../../../src/report/review-comments.ts'

function draft(fingerprint: string, path = 'a.json', line = 1): Draft {
  return { fingerprint, comment: { path, line, body: `text\n<!-- sourceip-guard:1 fp=${fingerprint} -->` } }
}

function posted(fingerprint: string, author = 'guard'): ReviewComment {
  return { ...draft(fingerprint).comment, author, url: `https://github.com/comment/${fingerprint}` }
}

interface Script {
  readonly drafts: readonly Draft[]
  readonly most?: number
  /** What GitHub lists at each look. */
  readonly comments?: readonly (readonly ReviewComment[])[]
  readonly head?: string
  readonly isOpen?: boolean
  /** What becomes of each review that is sent. */
  readonly answers?: readonly Written<string>[]
  /** The diff of `a.json` as it is now. */
  readonly patch?: string
}

interface Played {
  readonly posting: Posting
  readonly sent: readonly NewReview[]
  readonly asked: readonly string[]
}

const done: Written<string> = { kind: 'done', value: 'https://github.com/review/1' }

async function play({
  drafts,
  most = 30,
  comments = [],
  head = 'head',
  isOpen = true,
  ...rest
}: Script): Promise<Played> {
  const { answers = [done], patch = '@@ -0,0 +1,9 @@\n+1\n+2\n+3' } = rest
  const sent: NewReview[] = []
  const asked: string[] = []
  let looks = 0
  const client: Pick<GitHubClient, 'viewer' | 'pullRequest' | 'pullRequestFiles' | 'reviewComments' | 'createReview'> =
    {
      viewer: async () => {
        asked.push('viewer')
        return 'guard'
      },
      reviewComments: async () => {
        asked.push('comments')
        return comments[looks++] ?? []
      },
      pullRequest: async (number) => {
        asked.push('pull request')
        return { number, isOpen, base: 'base', head }
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
    }
  const posting = await postReview(client, { number: 7, head: 'head' }, drafts, most)
  return { posting, sent, asked }
}

const linesOf = (sent: readonly NewReview[]) =>
  sent.map(({ comments }) => comments.map(({ path, line }) => `${path}:${line}`))

test('where there is nothing to say GitHub is asked nothing', async () => {
  const { posting, sent, asked } = await play({ drafts: [] })
  assert.deepEqual([posting, sent, asked], [{ kind: 'nothing-new', known: 0 }, [], []])
})

test('one review is posted at the commit that was looked at, from the bottom of each file up', async () => {
  const drafts = [draft('a', 'b.json', 3), draft('b', 'a.json', 2), draft('c', 'a.json', 9)]
  const { posting, sent } = await play({ drafts })
  assert.deepEqual(posting, { kind: 'posted', url: 'https://github.com/review/1', comments: 3, left: 0 })
  assert.deepEqual(linesOf(sent), [['a.json:9', 'a.json:2', 'b.json:3']])
  assert.equal(sent[0]?.commit, 'head')
  assert.match(sent[0]?.body ?? '', /3 statements/)
})

test('what a comment of ours says already is not said again, whatever line that stands on', async () => {
  const { posting, sent, asked } = await play({
    drafts: [draft('a'), draft('b')],
    comments: [[posted('a'), posted('b')]],
  })
  assert.deepEqual(posting, { kind: 'nothing-new', known: 2 })
  assert.deepEqual([sent, asked.includes('pull request')], [[], false])
})

test('a marker that somebody else wrote does not count', async () => {
  const { sent } = await play({ drafts: [draft('a', 'a.json', 4)], comments: [[posted('a', 'mallory')]] })
  assert.deepEqual(linesOf(sent), [['a.json:4']])
})

test('a comment of ours that only quotes a marker does not count', async () => {
  const quote = { ...posted('a'), body: '> <!-- sourceip-guard:1 fp=a -->\n\nfixed' }
  assert.equal((await play({ drafts: [draft('a')], comments: [[quote]] })).sent.length, 1)
})

test('above the limit the first are posted, and the review says how many there are besides', async () => {
  const drafts = [draft('a', 'a.json', 1), draft('b', 'a.json', 2), draft('c', 'a.json', 3)]
  const { posting, sent } = await play({ drafts, most: 2 })
  assert.deepEqual(posting, { kind: 'posted', url: 'https://github.com/review/1', comments: 2, left: 1 })
  assert.deepEqual(linesOf(sent), [['a.json:2', 'a.json:1']])
  assert.match(sent[0]?.body ?? '', /1 more finding/)
})

test('GitHub takes a hundred comments in one review, so no more are sent', async () => {
  const drafts = Array.from({ length: 120 }, (_, index) => draft(`f${index}`, 'a.json', index + 1))
  const { posting, sent } = await play({ drafts, most: 500 })
  assert.equal(sent[0]?.comments.length, 100)
  assert.equal(posting.kind === 'posted' && posting.left, 20)
})

test('with a limit of none nothing is posted', async () => {
  assert.deepEqual((await play({ drafts: [draft('a')], most: 0 })).sent, [])
})

for (const [name, now] of [
  ['has a newer commit', { head: 'newer' }],
  ['is closed', { isOpen: false }],
] as const) {
  test(`nothing is posted on a pull request that ${name} by now`, async () => {
    const { posting, sent } = await play({ drafts: [draft('a')], ...now })
    assert.deepEqual([posting, sent], [{ kind: 'moved-on' }, []])
  })
}

test('a token that may only read is told as such', async () => {
  const { posting } = await play({ drafts: [draft('a')], answers: [{ kind: 'no-permission' }] })
  assert.deepEqual(posting, { kind: 'no-permission' })
})

const refusal: Written<string> = { kind: 'refused', message: 'line must be part of the diff' }

test('a review that is refused for its lines is sent once more without the comments that are proven bad', async () => {
  const drafts = [draft('a', 'a.json', 2), draft('b', 'a.json', 50), draft('c', 'gone.json', 1)]
  const { posting, sent } = await play({ drafts, answers: [refusal, done] })
  assert.deepEqual(linesOf(sent), [['a.json:50', 'a.json:2', 'gone.json:1'], ['a.json:2']])
  assert.deepEqual(posting, { kind: 'posted', url: 'https://github.com/review/1', comments: 1, left: 2 })
  assert.match(sent[1]?.body ?? '', /2 more findings/)
})

test('a range over two hunks is proven bad', async () => {
  const range: Draft = { fingerprint: 'a', comment: { path: 'a.json', startLine: 2, line: 8, body: '' } }
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
  const { posting, sent } = await play({ drafts: [draft('a')], comments: [[], [posted('a')]], answers: [lost] })
  assert.deepEqual(posting, { kind: 'posted', url: 'https://github.com/comment/a', comments: 1, left: 0 })
  assert.equal(sent.length, 1)
})

test('a review whose answer was lost and that is not there is posted once more, and no more than that', async () => {
  assert.equal((await play({ drafts: [draft('a')], answers: [lost, done] })).posting.kind, 'posted')
  const { posting, sent } = await play({ drafts: [draft('a')], answers: [lost, lost] })
  assert.deepEqual([posting, sent.length], [{ kind: 'failed', message: 'Bad Gateway' }, 2])
})
