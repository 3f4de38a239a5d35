import assert from 'node:assert/strict'
import { test } from 'node:test'
import { call, files, type Json, numbered, openExample, type Reply, withGitHub } from '../fake-github/calling.ts'
import { createGitRepository } from '../fake-github/git-repository.ts'
import type { FileChange } from '../fake-github/server.ts'

test('a review stands with its comments, on changed and on context lines, on both sides', () =>
  withGitHub({ files }, async (github) => {
    openExample(github)
    const comments = [
      { path: 'policy.json', line: 8, start_line: 2, side: 'RIGHT', start_side: 'RIGHT', body: 'context' },
      { path: 'policy.json', line: 5, side: 'LEFT', body: 'deleted' },
      { path: 'gone.json', line: 1, side: 'LEFT', body: 'removed' },
      { path: 'a `b`\n]( c.json', line: 1, body: 'added' },
    ]
    const review = { commit_id: github.headSha(1), event: 'COMMENT', body: '', comments }
    const { status } = await call(github, 'POST', '/pulls/1/reviews', { body: review })
    assert.equal(status, 200)
    const listed = await call(github, 'GET', '/pulls/1/comments')
    assert.deepEqual(
      listed.json.map(({ body, line, start_line, side, position }) => [body, line, start_line, side, position]),
      [
        ['context', 8, 2, 'RIGHT', 8],
        ['deleted', 5, null, 'LEFT', 4],
        ['removed', 1, null, 'LEFT', 1],
        ['added', 1, null, 'RIGHT', 1],
      ],
    )
    assert.equal(listed.json[1]?.['diff_hunk'], '@@ -2,7 +2,7 @@ line 1\n line 2\n line 3\n line 4\n-line 5')
    assert.deepEqual(
      github.reviews(1).map(({ state, user }) => [state, user.login, user.id]),
      [['COMMENTED', 'github-actions[bot]', 41_898_282]],
    )
  }))

test('a comment on a file needs no patch', () =>
  withGitHub({ files }, async (github) => {
    openExample(github)
    const body = { path: 'new.json', subject_type: 'file', body: 'x', commit_id: github.headSha(1) }
    const { status, json } = await call(github, 'POST', '/pulls/1/comments', { body })
    assert.deepEqual([status, json['subject_type'], json['line']], [201, 'file', null])
  }))

test('the changed files of a pull request are those of git, from the merge base', () =>
  withGitHub({ files }, async (github) => {
    openExample(github)
    github.moveBase(1, { 'later.json': 'not of this pull request\n' })
    const { json } = await call(github, 'GET', '/pulls/1/files')
    assert.deepEqual(
      json.map(({ filename, status, previous_filename, patch }) => [filename, status, previous_filename, typeof patch]),
      [
        ['a `b`\n]( c.json', 'added', undefined, 'string'],
        ['gone.json', 'removed', undefined, 'string'],
        ['logo.png', 'modified', undefined, 'undefined'],
        ['new.json', 'renamed', 'old.json', 'undefined'],
        ['policy.json', 'modified', undefined, 'string'],
      ],
    )
    const compared = await call(github, 'GET', `/compare/main...${github.headSha(1)}?per_page=1`)
    assert.deepEqual(
      [compared.json['status'], compared.json['ahead_by'], compared.json['behind_by']],
      ['diverged', 1, 1],
    )
  }))

test('lists are paged: 30 at a time, 100 at most, and the next page is named in Link', () =>
  withGitHub({}, async (github) => {
    github.commit('many', Object.fromEntries(Array.from({ length: 135 }, (_, index) => [`f${1000 + index}`, 'x\n'])))
    github.openPullRequest({ head: 'many' })
    const sizes: number[] = []
    let next: string | undefined = `${github.url}/repos/${github.repo.fullName}/pulls/1/files?per_page=1000`
    while (next !== undefined) {
      const reply: Reply = await call(github, 'GET', next.replace(github.url, '/'))
      sizes.push(reply.json.length)
      next = /<([^>]+)>; rel="next"/.exec(reply.headers.get('link') ?? '')?.[1]
    }
    assert.deepEqual(sizes, [100, 35])
    const first = await call(github, 'GET', '/pulls/1/files')
    assert.equal(first.json.length, 30)
    assert.match(first.headers.get('link') ?? '', /page=5>; rel="last"/)
    assert.deepEqual((await call(github, 'GET', '/pulls/1/files?page=9')).json, [])
  }))

test('above its limits GitHub lists less, leaves patches out and refuses diffs', () =>
  withGitHub(
    { limits: { pullFiles: 4, compareFiles: 3, patch: { bytes: 100, lines: 99 }, body: 5 } },
    async (github) => {
      const small = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`f${index}`, 'x\n']))
      github.commit('many', { ...small, big: numbered(50) })
      github.openPullRequest({ head: 'many' })
      const listed = await call(github, 'GET', '/pulls/1/files?per_page=100')
      assert.deepEqual(
        listed.json.map(({ filename, patch }) => [filename, patch !== undefined]),
        [
          ['big', false],
          ['f0', true],
          ['f1', true],
          ['f2', true],
        ],
      )
      const compared = await call(github, 'GET', '/compare/main...many')
      assert.equal((compared.json['files'] as unknown as unknown[]).length, 3)
      const diff = await call(github, 'GET', '/pulls/1', { headers: { accept: 'application/vnd.github.diff' } })
      assert.deepEqual([diff.status, diff.text.includes('too_large')], [406, true])
      const comment = await call(github, 'POST', '/issues/1/comments', { body: { body: 'longer' } })
      assert.match(comment.text, /Body is too long \(maximum is 5 characters\)/)
    },
  ))

test('content comes by path and ref, as JSON and raw, and odd entries are told apart', () =>
  withGitHub({ limits: { contentBytes: 100 } }, async (github) => {
    const sub = { submodule: 'c'.repeat(40) }
    github.commit('main', {
      'd/p.json': '{}\n',
      'd/link.json': { symlink: 'p.json' },
      'd/sub': sub,
      'd/big': numbered(50),
    })
    const file = await call(github, 'GET', '/contents/d/p.json?ref=main')
    assert.equal(Buffer.from(String(file.json['content']), 'base64').toString(), '{}\n')
    const raw = await call(github, 'GET', '/contents/d%2Fp.json', {
      headers: { accept: 'application/vnd.github.raw+json' },
    })
    assert.equal(raw.text, '{}\n')
    const link = await call(github, 'GET', '/contents/d/link.json')
    assert.deepEqual([link.json['type'], link.json['path'], link.json['size']], ['file', 'd/link.json', 3])
    const big = await call(github, 'GET', '/contents/d/big')
    assert.deepEqual([big.json['content'], big.json['encoding']], ['', 'none'])
    const folder = await call(github, 'GET', '/contents/d')
    assert.deepEqual(
      folder.json.map(({ name, type }) => [name, type]),
      [
        ['big', 'file'],
        ['link.json', 'symlink'],
        ['p.json', 'file'],
        ['sub', 'file'],
      ],
    )
    assert.equal((await call(github, 'GET', '/contents/d/sub')).json['type'], 'submodule')
    assert.equal((await call(github, 'GET', `/git/blobs/${sub.submodule}`)).status, 404)
    const tree = await call(github, 'GET', '/git/trees/main?recursive=1')
    assert.deepEqual(
      (tree.json['tree'] as unknown as Json).map(({ mode }) => mode),
      ['100644', '040000', '100644', '120000', '100644', '160000'],
    )
  }))

test('blobs and commits of a fork are found through the repository, its branches are not', () =>
  withGitHub({ files }, async (github) => {
    openExample(github, { fork: true })
    const listed = await call(github, 'GET', '/pulls/1/files')
    const blob = await call(github, 'GET', `/git/blobs/${listed.json[4]?.['sha']}`)
    assert.match(Buffer.from(String(blob.json['content']), 'base64').toString(), /^line 1\n.*five/s)
    assert.equal((await call(github, 'GET', `/contents/policy.json?ref=${github.headSha(1)}`)).status, 200)
    assert.equal((await call(github, 'GET', '/contents/policy.json?ref=feature')).status, 404)
    const pull = await call(github, 'GET', '/pulls/1')
    assert.match(JSON.stringify(pull.json['head']), /"full_name":"contributor\/infrastructure".*"fork":true/)
  }))

test('comments of the conversation are listed, edited and deleted, whoever wrote them', () =>
  withGitHub({ files }, async (github) => {
    openExample(github)
    const forged = github.comment(1, { body: '<!-- marker -->', author: 'mallory' })
    const own = await call(github, 'POST', '/issues/1/comments', { body: { body: 'first' } })
    await call(github, 'PATCH', `/issues/comments/${own.json['id']}`, { body: { body: 'second' } })
    const { json } = await call(github, 'GET', '/issues/1/comments?per_page=100')
    assert.deepEqual(
      json.map(({ body, user }) => [body, (user as { login?: string }).login]),
      [
        ['<!-- marker -->', 'mallory'],
        ['second', 'github-actions[bot]'],
      ],
    )
    assert.equal((await call(github, 'DELETE', `/issues/comments/${forged}`)).status, 204)
    assert.deepEqual(
      github.issueComments(1).map(({ body, user }) => [body, user.type]),
      [['second', 'Bot']],
    )
  }))

test('the same script gives the same commits', async () => {
  const heads: string[] = []
  for (const _ of [1, 2]) {
    await withGitHub({ files }, (github) => {
      openExample(github)
      heads.push(github.headSha(1), github.payload(1).sha)
    })
  }
  assert.deepEqual(heads.slice(0, 2), heads.slice(2))
})

test('the objects are what git would have made, and so are the merge bases', () => {
  const git = createGitRepository()
  try {
    const made: string[] = []
    const commit = (parents: readonly number[], files: Readonly<Record<string, FileChange>>): void => {
      const request = { parents: parents.map((index) => made[index] ?? ''), message: 'm', time: 1_767_225_600, files }
      made.push(git.commit(request))
    }
    commit([], { a: 'x', 'a.b/c': 'y', 'a-b': { executable: 'z' }, 'd/e/f': { symlink: '../a' } })
    commit([0], { a: null, 'a/b': 'x', 'd/e/f': null })
    commit([0], { g: { rename: 'a', content: 'x2' } })
    commit([1, 2], { h: 'h' })
    commit([2], { i: 'i' })
    commit([4, 1], { j: 'j' })
    commit([], { unrelated: '' })
    assert.equal(git.run(['fsck', '--strict', '--no-dangling', ...made]).toString(), '')
    assert.equal(git.run(['ls-tree', '-r', '--name-only', made[3] ?? '']).toString(), 'a-b\na.b/c\na/b\nh\n')
    for (const [one, other] of [
      [1, 2],
      [3, 5],
      [5, 3],
      [4, 3],
      [0, 5],
    ] as const) {
      const [from = '', to = ''] = [made[one], made[other]]
      const bases = git.run(['merge-base', '--all', from, to]).toString().split('\n')
      assert.ok(bases.includes(git.mergeBase(from, to) ?? 'none'))
      const between = git
        .run(['rev-list', to, `^${from}`])
        .toString()
        .split('\n')
        .filter(Boolean)
      assert.deepEqual([...git.commitsBetween(from, to)].sort(), between.sort())
    }
    assert.equal(git.mergeBase(made[0] ?? '', made[6] ?? ''), undefined)
    assert.throws(() => commit([0], { 'a/b': 'x' }), /both a file and a folder/)
  } finally {
    git.remove()
  }
})
