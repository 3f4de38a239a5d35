import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import nock from 'nock'
import { GitHubError } from '../../../src/github/answers.ts'
import { type GitHubClient, gitHubClient } from '../../../src/github/client.ts'
import { type Fetch, nodeFetch } from '../../../src/github/node-fetch.ts'

const api = process.env['GITHUB_API_URL'] ?? 'https://api.github.com'
const repo = '/repos/octo/infra'
/** A client of its own for each test: the writes of one client keep their distance. */
let client: GitHubClient
let requests = 0
const github = () => nock(api, { reqheaders: { authorization: 'token ghs_test' } })

function newClient(): GitHubClient {
  const send = nodeFetch()
  const fetch: Fetch = (url, asked) => {
    requests += 1
    return send(url, asked)
  }
  return gitHubClient({ token: 'ghs_test', fetch, secondInMs: 1 }, { owner: 'octo', repo: 'infra' })
}

const head = 'a'.repeat(40)
const entry = (filename: string, more: object = {}) => ({
  filename,
  status: 'modified',
  sha: 'b'.repeat(40),
  contents_url: `${api}${repo}/contents/${filename}?ref=${head}`,
  ...more,
})
const review = {
  commit: head,
  body: 'two statements',
  comments: [
    { path: 'a.json', startLine: 3, line: 5, body: 'many lines' },
    { path: 'a.json', line: 2, body: 'one line' },
  ],
}

const allAnswered = () => assert.deepEqual(nock.pendingMocks(), [])

const failsWith = (message: RegExp) => (error: unknown) => {
  assert.ok(error instanceof GitHubError)
  assert.match(error.message, message)
  assert.match(error.message, /\n {2}help: /)
  return true
}

describe('the client', () => {
  beforeEach(() => {
    client = newClient()
    requests = 0
    nock.cleanAll()
    nock.disableNetConnect()
  })
  after(() => {
    nock.cleanAll()
    nock.enableNetConnect()
    nock.restore()
  })

  test('the files of a pull request are read page by page, a hundred at a time', async () => {
    const next = `<${api}${repo}/pulls/7/files?per_page=100&page=2>; rel="next", <x>; rel="last"`
    github()
      .get(`${repo}/pulls/7/files`)
      .query({ per_page: 100, page: 1 })
      .reply(200, [entry('a.json')], { link: next })
    github()
      .get(`${repo}/pulls/7/files`)
      .query({ per_page: 100, page: 2 })
      .reply(200, [entry('b.json', { status: 'renamed', previous_filename: 'c.json', patch: '@@ -1 +1 @@' })], {
        link: '<x>; rel="prev"',
      })
    assert.deepEqual(await client.pullRequestFiles(7), [
      {
        path: 'a.json',
        previousPath: undefined,
        status: 'modified',
        blob: 'b'.repeat(40),
        patch: undefined,
        listedAt: head,
      },
      {
        path: 'b.json',
        previousPath: 'c.json',
        status: 'renamed',
        blob: 'b'.repeat(40),
        patch: '@@ -1 +1 @@',
        listedAt: head,
      },
    ])
    allAnswered()
  })

  test('3000 files are too many: GitHub lists no others', async () => {
    const page = Array.from({ length: 100 }, (_, index) => entry(`${index}.json`))
    for (let at = 1; at <= 30; at++) {
      const link = at < 30 ? { link: '<x>; rel="next"' } : {}
      github().get(`${repo}/pulls/7/files`).query({ per_page: 100, page: at }).reply(200, page, link)
    }
    await assert.rejects(client.pullRequestFiles(7), failsWith(/3000 files or more/))
    allAnswered()
  })

  test('an answer that was cut off is an error, not an empty list', async () => {
    for (const half of ['[{"filename": "a.js', '']) {
      github()
        .get(`${repo}/pulls/7/files`)
        .query(true)
        .times(4)
        .reply(200, half, { 'content-type': 'application/json' })
      await assert.rejects(client.pullRequestFiles(7), failsWith(/cut off/))
    }
    github().get(`${repo}/pulls/7/files`).query(true).reply(200, '{}', { 'content-type': 'application/json' })
    await assert.rejects(client.pullRequestFiles(7), failsWith(/cut off/))
    github()
      .get(`${repo}/compare/main...${head}`)
      .query(true)
      .reply(200, { merge_base_commit: { sha: head } })
    await assert.rejects(client.compare('main', head), failsWith(/cut off/))
  })

  test('a page of the proxy in place of an answer is an error', async () => {
    const page = '<html>sign in</html>'
    github().get(`${repo}/pulls/7`).times(4).reply(200, page, { 'content-type': 'text/html' })
    await assert.rejects(client.pullRequest(7), failsWith(/did not answer .*is no JSON/))
    github().get(`${repo}/pulls/7`).reply(200, 'null', { 'content-type': 'application/json' })
    await assert.rejects(client.pullRequest(7), failsWith(/cannot be used/))
    github().post(`${repo}/pulls/7/reviews`).reply(200, page, { 'content-type': 'text/html' })
    assert.equal((await client.createReview(7, review)).kind, 'unknown')
  })

  test('a read is tried again after a failure of the server', async () => {
    github().get(`${repo}/pulls/7`).times(2).reply(502)
    github()
      .get(`${repo}/pulls/7`)
      .reply(200, { state: 'open', base: { sha: 'base' }, head: { sha: head } })
    assert.deepEqual(await client.pullRequest(7), { number: 7, isOpen: true, base: 'base', head })
    allAnswered()
  })

  test('a read that keeps failing is an error', async () => {
    github().get(`${repo}/pulls/7`).times(4).reply(503, 'unavailable')
    await assert.rejects(client.pullRequest(7), failsWith(/could not read pull request #7: GitHub answered 503/))
    allAnswered()
  })

  test('no answer at all is an error that says so', async () => {
    github().get(`${repo}/pulls/7`).times(4).replyWithError('connect ECONNREFUSED')
    await assert.rejects(client.pullRequest(7), failsWith(/GitHub did not answer .*ECONNREFUSED/))
  })

  for (const [status, help] of [
    [401, 'github-token'],
    [403, 'permissions: '],
    [404, 'permissions: '],
  ] as const) {
    test(`a read that is answered with ${status} is an error that says what is missing, and is not tried again`, async () => {
      github().get(`${repo}/pulls/7`).reply(status, { message: 'Resource not accessible by integration' })
      await assert.rejects(client.pullRequest(7), failsWith(new RegExp(`answered ${status}[\\s\\S]*${help}`)))
    })
  }

  test('a read waits for the rate limit once', async () => {
    const limited = { message: 'You have exceeded a secondary rate limit' }
    github().get(`${repo}/pulls/7`).reply(403, limited, { 'retry-after': '2' })
    github()
      .get(`${repo}/pulls/7`)
      .reply(200, { state: 'closed', base: { sha: 'base' }, head: { sha: head } })
    assert.equal((await client.pullRequest(7)).isOpen, false)
    github().get(`${repo}/pulls/8`).twice().reply(429, limited, { 'retry-after': '2' })
    await assert.rejects(client.pullRequest(8), failsWith(/answered 429[\s\S]*later/))
    allAnswered()
  })

  test('a file at a commit is its bytes; one that is not there is undefined', async () => {
    const bytes = Buffer.from('\ufeff{ "a": "ä" }\r\n')
    const content = { type: 'file', encoding: 'base64', content: `${bytes.toString('base64')}\n`, size: bytes.length }
    github().get(`${repo}/contents/a%20b%2Fc%23.json`).query({ ref: head }).reply(200, content)
    assert.deepEqual(await client.fileAt('a b/c#.json', head), bytes)
    github().get(`${repo}/contents/none.json`).query({ ref: head }).reply(404, { message: 'Not Found' })
    assert.equal(await client.fileAt('none.json', head), undefined)
    github().get(`${repo}/contents/folder`).query({ ref: head }).reply(200, [content])
    assert.equal(await client.fileAt('folder', head), undefined)
    github().get(`${repo}/contents/link`).query({ ref: head }).reply(200, { type: 'symlink', target: '/etc' })
    assert.equal(await client.fileAt('link', head), undefined)
  })

  test('a file above 1 MB is read by its blob', async () => {
    const large = { type: 'file', encoding: 'none', content: '', size: 5, sha: 'cafe' }
    github().get(`${repo}/contents/large.json`).query({ ref: head }).reply(200, large)
    github().get(`${repo}/git/blobs/cafe`).reply(200, { encoding: 'base64', content: 'aGVsbG8=', size: 5 })
    assert.deepEqual(await client.fileAt('large.json', head), Buffer.from('hello'))
  })

  test('a blob that is shorter than announced is an error', async () => {
    github().get(`${repo}/git/blobs/cafe`).reply(200, { encoding: 'base64', content: 'aGVsbG8=', size: 9 })
    await assert.rejects(client.blob('cafe'), failsWith(/cut off/))
  })

  const page = (nodes: readonly object[], endCursor: string | null = null) => {
    return { pageInfo: { hasNextPage: endCursor !== null, endCursor }, nodes }
  }
  const said = (id: string, login: string | null, __typename = 'Bot') => {
    const author = login === null ? null : { __typename, login }
    return { id, url: `https://github.com/c/${id}`, body: id, author }
  }
  const conversation = (viewer: string, reviewThreads: object, comments: object) => {
    const pullRequest = { state: 'OPEN', headRefOid: head, reviewThreads, comments }
    return { data: { viewer: { login: viewer }, repository: { pullRequest } } }
  }

  test('comments are our own by login and kind of account: GraphQL leaves out that a login is a bot’s', async () => {
    const comments = [
      said('a', 'github-actions'),
      said('b', 'GitHub-Actions'),
      said('c', 'github-actions', 'User'),
      said('d', 'octocat', 'User'),
      said('e', null),
    ]
    github()
      .post('/graphql')
      .reply(200, conversation('github-actions[bot]', page([]), page(comments)))
    const found = await client.conversation(7)
    assert.deepEqual(
      found.comments.map(({ id, isOwn }) => [id, isOwn]),
      [
        ['a', true],
        ['b', true],
        ['c', false],
        ['d', false],
        ['e', false],
      ],
    )
    github()
      .post('/graphql')
      .reply(200, conversation('octocat', page([]), page(comments)))
    assert.deepEqual(
      (await client.conversation(7)).comments.flatMap(({ id, isOwn }) => (isOwn ? [id] : [])),
      ['d'],
    )
  })

  test('a conversation is read page by page, and a list that has ended is not read again', async () => {
    const thread = (id: string, totalCount = 1) => {
      return { id, isResolved: false, path: 'a.json', comments: { totalCount, nodes: [said(id, 'octocat', 'User')] } }
    }
    const asked: unknown[] = []
    const answers = [
      conversation('octocat', page([thread('t1')], 'x'), page([said('c1', 'octocat', 'User')])),
      conversation('octocat', page([thread('t2', 2)]), page([said('c1', 'octocat', 'User')])),
    ]
    github()
      .post('/graphql', ({ variables }) => asked.push([variables.threads, variables.comments]) > 0)
      .twice()
      .reply(() => [200, answers[asked.length - 1]])
    const { threads, comments, isOpen } = await client.conversation(7)
    assert.deepEqual(asked.at(-1), ['x', null])
    assert.deepEqual(
      threads.map(({ id, isWhole }) => [id, isWhole]),
      [
        ['t1', true],
        ['t2', false],
      ],
    )
    assert.deepEqual([comments.length, isOpen], [1, true])
  })

  test('edits are made in one request, and each is told what became of it', async () => {
    const errors = [
      { type: 'FORBIDDEN', path: ['e1'], message: 'Resource not accessible by integration' },
      { type: 'UNPROCESSABLE', path: ['e2'], message: 'Body is too long' },
    ]
    const edits = [
      { kind: 'minimize', id: 'a' },
      { kind: 'resolve', id: 'b' },
      { kind: 'update-comment', id: 'c', body: 'x' },
    ] as const
    github()
      .post('/graphql')
      .reply(200, { data: { e0: { clientMutationId: null }, e1: null, e2: null }, errors })
    const kinds = (await client.edit(edits)).map(({ kind }) => kind)
    assert.deepEqual(kinds, ['done', 'no-permission', 'refused'])
    github().post('/graphql').reply(502)
    assert.deepEqual(
      (await client.edit(edits)).map(({ kind }) => kind),
      ['unknown', 'unknown', 'unknown'],
    )
    assert.equal(requests, 2)
  })

  const date = '2026-11-24T10:00:00Z'
  for (const [why, committer, expected] of [
    ['with its date', { date }, date],
    ['without a date, where nobody committed it', null, undefined],
  ] as const) {
    test(`a merge base comes without the commits in between, ${why}`, async () => {
      github()
        .get(`${repo}/compare/base...${head}`)
        .query({ per_page: 1, page: 1 })
        .reply(200, { merge_base_commit: { sha: 'fork-point', commit: { committer } }, files: [entry('a.json')] })
      const { mergeBase, files } = await client.compare('base', head)
      assert.deepEqual(mergeBase, { commit: 'fork-point', date: expected })
      assert.deepEqual(
        files.map(({ path }) => path),
        ['a.json'],
      )
    })
  }

  test('a commit has the date at which it was committed, not that at which it was written', async () => {
    const author = { date: '2020-01-01T00:00:00Z' }
    github().get(`${repo}/git/commits/${head}`).reply(200, { sha: head, author, committer: { date } })
    assert.equal(await client.commitDate(head), date)
  })

  test('a review only comments, on the new side, at the commit that was looked at', async () => {
    const side = { side: 'RIGHT' }
    github()
      .post(`${repo}/pulls/7/reviews`, {
        commit_id: head,
        event: 'COMMENT',
        body: 'two statements',
        comments: [
          { path: 'a.json', line: 5, start_line: 3, start_side: 'RIGHT', body: 'many lines', ...side },
          { path: 'a.json', line: 2, body: 'one line', ...side },
        ],
      })
      .reply(200, { html_url: 'https://github.com/review/1' })
    assert.deepEqual(await client.createReview(7, review), { kind: 'done', value: 'https://github.com/review/1' })
  })

  const writes: readonly [name: string, status: number, body: object, written: string][] = [
    ['a failure of the server is not tried again: it may be there', 502, {}, 'unknown'],
    ['403 is no permission', 403, { message: 'Resource not accessible by integration' }, 'no-permission'],
    ['404 is no permission', 404, { message: 'Not Found' }, 'no-permission'],
    ['422 is a refusal', 422, { message: 'Validation Failed', errors: ['line must be part of the diff'] }, 'refused'],
  ]

  for (const [name, status, body, kind] of writes) {
    test(`a write: ${name}`, async () => {
      github().post(`${repo}/pulls/7/reviews`).reply(status, body)
      assert.equal((await client.createReview(7, review)).kind, kind)
      assert.equal(requests, 1)
    })
  }

  test('a write without an answer may have been done', async () => {
    github().post(`${repo}/pulls/7/reviews`).replyWithError('socket hang up')
    assert.equal((await client.createReview(7, review)).kind, 'unknown')
    assert.equal(requests, 1)
  })
})
