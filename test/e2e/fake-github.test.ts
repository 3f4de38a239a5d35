import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { call, files, openExample, withGitHub } from '../fake-github/calling.ts'
import { type FakeGitHub, rateLimits, startFakeGitHub } from '../fake-github/server.ts'

suite('refuses what GitHub refuses', () => {
  let github: FakeGitHub
  before(async () => {
    github = await startFakeGitHub({ files })
    openExample(github)
  })
  after(() => github.close())

  const place = { path: 'policy.json', side: 'RIGHT', body: 'text' }
  const comments: readonly (readonly [refused: string, comment: object, error: RegExp])[] = [
    ['a line in no hunk', { ...place, line: 15 }, /line must be part of the diff and .* diff hunk can't be blank/],
    ['a deleted line on the right', { ...place, line: 41 }, /must be part of the diff/],
    ['a context line on the left', { ...place, line: 4, side: 'LEFT' }, /must be part of the diff/],
    ['a range over two hunks', { ...place, start_line: 5, line: 30 }, /start_line must be part of the same hunk/],
    ['a range that starts outside the diff', { ...place, start_line: 1, line: 5 }, /start line must be part/],
    ['a range of one line', { ...place, start_line: 5, line: 5 }, /start line must precede the end line/],
    ['a range backwards', { ...place, start_line: 6, line: 5 }, /start line must precede the end line/],
    ['a file that is not in the pull request', { ...place, path: 'README.md', line: 1 }, /path is invalid/],
    ['the old name of a renamed file', { ...place, path: 'old.json', line: 1 }, /path is invalid/],
    ['a renamed file without a patch', { ...place, path: 'new.json', line: 1 }, /must be part of the diff/],
    ['a binary file', { ...place, path: 'logo.png', line: 1 }, /must be part of the diff/],
    ['no line', place, /line can't be blank/],
    ['an empty comment', { ...place, line: 5, body: '' }, /body can't be blank/],
    ['a comment that is too long', { ...place, line: 5, body: 'x'.repeat(65_537) }, /maximum is 65536 characters/],
  ]
  for (const [refused, comment, error] of comments) {
    test(`a review with ${refused}, all of it`, async () => {
      const good = { ...place, line: 5 }
      const review = { commit_id: github.headSha(1), event: 'COMMENT', comments: [good, comment] }
      const { status, json } = await call(github, 'POST', '/pulls/1/reviews', { body: review })
      assert.equal(status, 422)
      assert.equal(json['message'], 'Unprocessable Entity')
      assert.match(String(json['errors']), error)
      assert.deepEqual([github.reviews(1), github.reviewComments(1)], [[], []])
    })
  }

  const reviews: readonly (readonly [refused: string, review: () => object, error: RegExp])[] = [
    ['a commit of the base branch', () => ({ commit_id: base(), event: 'COMMENT', body: 'x' }), /end_commit_oid/],
    ['the test merge', () => ({ commit_id: github.payload(1).sha, event: 'COMMENT', body: 'x' }), /end_commit_oid/],
    ['neither text nor comments', () => ({ event: 'COMMENT' }), /can't be blank/],
    ['a demand without text', () => ({ event: 'REQUEST_CHANGES' }), /can't be blank/],
    [
      'more than 100 comments',
      () => ({ event: 'COMMENT', comments: Array.from({ length: 101 }, () => ({ ...place, line: 5 })) }),
      /Too many/,
    ],
  ]
  const base = (): string => github.branchPayload('push').sha
  for (const [refused, review, error] of reviews) {
    test(`a review with ${refused}`, async () => {
      const { status, json } = await call(github, 'POST', '/pulls/1/reviews', { body: review() })
      assert.equal(status, 422)
      assert.match(String(json['errors']), error)
      assert.deepEqual(github.reviews(1), [])
    })
  }

  const plain: readonly (readonly [what: string, method: string, path: string, body: unknown, status: number])[] = [
    ['a single comment outside the diff', 'POST', '/pulls/1/comments', { ...place, commit_id: '$head', line: 15 }, 422],
    [
      'a single comment on a foreign commit',
      'POST',
      '/pulls/1/comments',
      { ...place, commit_id: 'f'.repeat(40), line: 5 },
      422,
    ],
    ['an answer to no comment', 'POST', '/pulls/1/comments/77/replies', { body: 'x' }, 404],
    ['an edit of no comment', 'PATCH', '/pulls/comments/77', { body: 'x' }, 404],
    ['an empty comment', 'POST', '/issues/1/comments', { body: '' }, 422],
    ['a comment that is too long', 'POST', '/issues/1/comments', { body: 'x'.repeat(65_537) }, 422],
    ['a comment on no pull request', 'POST', '/issues/9/comments', { body: 'x' }, 404],
    ['deleting no comment', 'DELETE', '/issues/comments/77', undefined, 404],
    ['an unknown pull request', 'GET', '/pulls/9', undefined, 404],
    ['a file that is not there', 'GET', '/contents/nothing.json', undefined, 404],
    ['a ref that is not there', 'GET', '/contents/policy.json?ref=nowhere', undefined, 404],
    ['a blob that is not there', 'GET', `/git/blobs/${'1'.repeat(40)}`, undefined, 404],
    ['a blob by half a name', 'GET', '/git/blobs/1234', undefined, 422],
    ['a comparison with nothing', 'GET', '/compare/main...nowhere', undefined, 404],
    ['the name of an app', 'GET', '//user', undefined, 403],
    ['another repository', 'GET', '//repos/somebody/else/pulls/1', undefined, 404],
  ]
  for (const [what, method, path, body, status] of plain) {
    test(`${what}: ${status}`, async () => {
      const sent = JSON.parse(JSON.stringify(body ?? null).replace('$head', github.headSha(1)))
      const reply = await call(github, method, path, sent === null ? {} : { body: sent })
      assert.equal(reply.status, status)
      assert.equal(reply.json['status'], String(status))
      assert.deepEqual(github.writes(), [])
    })
  }

  test('requests without credentials, and with wrong ones: 401', async () => {
    const bare = await fetch(`${github.url}/repos/${github.repo.fullName}/pulls/1`)
    const wrong = await call(github, 'GET', '/pulls/1', { token: 'nobody' })
    assert.deepEqual([bare.status, wrong.status], [401, 401])
  })

  test('every write with a read-only token: 403', async () => {
    const token = github.addToken({ access: 'read-only' })
    const review = { event: 'COMMENT', body: 'x' }
    for (const [path, body] of [
      ['/pulls/1/reviews', review],
      ['/issues/1/comments', { body: 'x' }],
    ] as const) {
      const { status, json } = await call(github, 'POST', path, { token, body })
      assert.deepEqual([status, json['message']], [403, 'Resource not accessible by integration'])
    }
    assert.equal((await call(github, 'GET', '/pulls/1', { token })).status, 200)
    assert.deepEqual(github.writes(), [])
  })
})

test('approving or refusing a pull request of one’s own is refused', () =>
  withGitHub({ files }, async (github) => {
    openExample(github, { author: 'github-actions[bot]' })
    for (const [event, error] of [
      ['APPROVE', /approve your own/],
      ['REQUEST_CHANGES', /changes on your own/],
    ] as const) {
      const { status, json } = await call(github, 'POST', '/pulls/1/reviews', { body: { event, body: 'x' } })
      assert.equal(status, 422)
      assert.match(String(json['errors']), error)
    }
  }))

test('a second pending review is refused, until the first is deleted', () =>
  withGitHub({ files }, async (github) => {
    openExample(github)
    const pending = { comments: [{ path: 'policy.json', line: 5, body: 'draft' }] }
    const first = await call(github, 'POST', '/pulls/1/reviews', { body: pending })
    assert.deepEqual([first.status, first.json['state']], [200, 'PENDING'])
    assert.deepEqual((await call(github, 'GET', '/pulls/1/comments')).json, [])
    const second = await call(github, 'POST', '/pulls/1/reviews', { body: { event: 'COMMENT', body: 'x' } })
    assert.equal(second.status, 422)
    assert.match(second.text, /User can only have one pending review per pull request/)
    const others = github.addToken({ viewer: 'octocat' })
    assert.deepEqual((await call(github, 'GET', '/pulls/1/reviews', { token: others })).json, [])
    assert.equal((await call(github, 'DELETE', `/pulls/1/reviews/${first.json['id']}`)).status, 200)
    const third = await call(github, 'POST', '/pulls/1/reviews', { body: { event: 'COMMENT', body: 'x' } })
    assert.equal(third.status, 200)
    assert.equal((await call(github, 'DELETE', `/pulls/1/reviews/${third.json['id']}`)).status, 422)
  }))

suite('fails on demand', () => {
  const body = { body: 'x' }
  test('before the request is carried out', () =>
    withGitHub({ files }, async (github) => {
      openExample(github)
      github.failNext({ method: 'POST', path: /issues/, status: 502, html: true, times: 2 })
      for (const status of [502, 502, 201])
        assert.equal((await call(github, 'POST', '/issues/1/comments', { body })).status, status)
      assert.equal(github.issueComments(1).length, 1)
      assert.deepEqual(
        github.log.map(({ status, write, applied }) => [status, write, applied]),
        [
          [502, true, false],
          [502, true, false],
          [201, true, true],
        ],
      )
    }))

  test('after the request was carried out', () =>
    withGitHub({ files }, async (github) => {
      openExample(github)
      github.failNext({ path: /issues/, status: 500, after: true })
      assert.equal((await call(github, 'POST', '/issues/1/comments', { body })).status, 500)
      assert.equal(github.issueComments(1).length, 1)
      assert.equal(github.writes().length, 1)
    }))

  test('by cutting the connection', () =>
    withGitHub({ files }, async (github) => {
      openExample(github)
      github.failNext({ path: /pulls/, destroySocket: true })
      await assert.rejects(call(github, 'GET', '/pulls/1'))
      assert.equal(github.log[0]?.status, 0)
    }))

  const shapes = [
    [rateLimits.secondary(7), 403, '7', /secondary rate limit/],
    [rateLimits.tooManyRequests(), 429, '1', /secondary rate limit/],
    [rateLimits.tooQuickly(), 422, null, /was submitted too quickly/],
    [rateLimits.abuse(), 422, null, /"code":"abuse"/],
    [rateLimits.primary(), 403, null, /rate limit exceeded/],
  ] as const
  test('with each shape of a rate limit', () =>
    withGitHub({ files }, async (github) => {
      openExample(github)
      for (const [shape, status, retryAfter, text] of shapes) {
        github.failNext({ path: /reviews/, ...shape })
        const reply = await call(github, 'POST', '/pulls/1/reviews', { body: { event: 'COMMENT', body: 'x' } })
        assert.deepEqual([reply.status, reply.headers.get('retry-after')], [status, retryAfter])
        assert.match(reply.text, text)
      }
      assert.deepEqual(github.reviews(1), [])
    }))

  test('and says at the end if the fault was never met', async () => {
    const github = await startFakeGitHub()
    github.failNext({ path: /never/ })
    await assert.rejects(github.close(), /no request met the fault on \/never\//)
  })
})

suite('notes what no client should send', () => {
  const wrong: readonly (readonly [what: string, method: string, path: string, body: unknown, note: RegExp])[] = [
    ['an unknown call', 'POST', '/check-runs', {}, /no route for POST/],
    ['an unknown property', 'POST', '/issues/1/comments', { body: 'x', colour: 1 }, /additional properties.*colour/],
    [
      'a subject type inside a review',
      'POST',
      '/pulls/1/reviews',
      { event: 'COMMENT', comments: [{ path: 'policy.json', body: 'x', subject_type: 'file' }] },
      /additional properties.*subject_type/,
    ],
    [
      'a position',
      'POST',
      '/pulls/1/reviews',
      { event: 'COMMENT', comments: [{ path: 'a', body: 'x', position: 1 }] },
      /closing down/,
    ],
    [
      'a missing property',
      'POST',
      '/pulls/1/comments',
      { body: 'x', path: 'policy.json' },
      /required property 'commit_id'/,
    ],
    ['a wrong type', 'POST', '/issues/1/comments', { body: 7 }, /must be string/],
    ['an unknown query', 'GET', '/pulls/1/files?perPage=100', undefined, /additional properties.*perPage/],
    ['a query of the wrong type', 'GET', '/pulls/1/files?per_page=all', undefined, /must be integer/],
    ['a body where none belongs', 'DELETE', '/issues/comments/1', { body: 'x' }, /takes no body/],
    [
      'a mutation the fake does not know',
      'POST',
      '//graphql',
      { query: 'mutation{lockLockable(input:{lockableId:"x"}){clientMutationId}}' },
      /knows no mutation/,
    ],
    ['a field that is not there', 'POST', '//graphql', { query: '{viewer{login shoeSize}}' }, /no field shoeSize/],
  ]
  for (const [what, method, path, body, note] of wrong) {
    test(what, async () => {
      const github = await startFakeGitHub({ files })
      openExample(github)
      const { status } = await call(github, method, path, body === undefined ? {} : { body })
      assert.equal(status, 500)
      assert.match(github.violations.join('\n'), note)
      await assert.rejects(github.close(), note)
    })
  }
})

test('GraphQL tells who asks and minimises comments, unless the token may only read', () =>
  withGitHub({ files, enterprise: true }, async (github) => {
    openExample(github)
    const ask = async (body: object, token = github.token): Promise<unknown> => {
      const headers = { authorization: `token ${token}` }
      const reply = await fetch(github.graphqlUrl, { method: 'POST', headers, body: JSON.stringify(body) })
      return reply.json()
    }
    const viewer = { login: 'github-actions[bot]', databaseId: 41_898_282 }
    assert.deepEqual(await ask({ query: 'query { viewer { login, databaseId } }' }), { data: { viewer } })
    github.reviewComment(1, { path: 'policy.json', line: 5, body: 'x' })
    const query = `mutation ($id: ID!) {
      minimizeComment(input: { subjectId: $id, classifier: RESOLVED }) { minimizedComment { isMinimized } }
    }`
    const variables = { id: github.reviewComments(1)[0]?.node_id }
    const refused = await ask({ query, variables }, github.addToken({ access: 'read-only' }))
    assert.match(JSON.stringify(refused), /FORBIDDEN/)
    assert.equal(github.reviewComments(1)[0]?.minimized, null)
    await ask({ query, variables })
    assert.equal(github.reviewComments(1)[0]?.minimized, 'resolved')
    assert.match(JSON.stringify(await ask({ query, variables: { id: 'IC_1' } })), /NOT_FOUND/)
    assert.match(github.url, /\/api\/v3$/)
    assert.equal((await call(github, 'GET', '/pulls/1')).status, 200)
  }))
