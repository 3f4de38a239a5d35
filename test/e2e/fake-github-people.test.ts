import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { call, files, numbered, openExample, withGitHub } from '../fake-github/calling.ts'
import { runAction } from '../fake-github/run-action.ts'

test('after a push comments move with their lines, and are outdated when those have changed', () =>
  withGitHub({ files }, async (github) => {
    openExample(github)
    const first = github.headSha(1)
    const five = github.reviewComment(1, { path: 'policy.json', line: 5, body: 'five', author: 'github-actions[bot]' })
    github.reviewComment(1, { path: 'policy.json', start_line: 28, line: 30, body: 'range' })
    github.reviewComment(1, { path: 'policy.json', line: 33, body: 'context' })
    const answer = github.reply(five, { body: 'answer' })
    const second = github.commit('feature', {
      'policy.json': `top\n${numbered(40, { 5: 'five', 28: '28', 30: 'thirty' })}`,
    })
    const { json } = await call(github, 'GET', '/pulls/1/comments')
    assert.deepEqual(
      json.map((each) => [each['body'], each['line'], each['position'] === null, each['original_line']]),
      [
        ['five', 6, false, 5],
        ['range', null, true, 30],
        ['context', 34, false, 33],
        ['answer', 6, false, 5],
      ],
    )
    assert.deepEqual(
      json.map((each) => [each['commit_id'], each['original_commit_id'], each['in_reply_to_id']]),
      [
        [second, first, undefined],
        [second, first, undefined],
        [second, first, undefined],
        [second, first, five],
      ],
    )
    assert.deepEqual([json[1]?.['start_line'], json[1]?.['original_start_line']], [null, 28])
    assert.equal(json[3]?.['id'], answer)
    assert.equal(github.reviews(1)[0]?.commit_id, first)
  }))

test('a force-push outdates comments and takes the old head out of the pull request', () =>
  withGitHub({ files }, async (github) => {
    openExample(github)
    const old = github.headSha(1)
    github.reviewComment(1, { path: 'policy.json', line: 5, body: 'five' })
    github.commit('feature', { 'policy.json': numbered(40, { 20: 'twenty' }) }, { force: true })
    const [comment] = github.reviewComments(1)
    assert.deepEqual([comment?.line, comment?.commit_id], [null, github.headSha(1)])
    const { status } = await call(github, 'POST', '/pulls/1/reviews', {
      body: { commit_id: old, event: 'COMMENT', body: 'x' },
    })
    assert.equal(status, 422)
  }))

suite('applies suggestions as GitHub does', () => {
  const fenced = (text: string, fence = '```'): string => `Better:\n\n${fence}suggestion\n${text}${fence}\n\nmore`
  const cases: readonly (readonly [what: string, range: object, body: string, lines: readonly string[]])[] = [
    ['one line', { line: 5 }, fenced('cinq\n'), ['line 4', 'cinq', 'line 6']],
    ['a range', { start_line: 4, line: 6 }, fenced('a\nb\n'), ['line 3', 'a', 'b', 'line 7']],
    ['nothing, which deletes the line', { line: 5 }, fenced(''), ['line 4', 'line 6']],
    ['a longer fence', { line: 5 }, fenced('```\nx\n```\n', '````'), ['line 4', '```', 'x', '```', 'line 6']],
    ['the first of two', { line: 5 }, fenced('one\n') + fenced('two\n'), ['line 4', 'one', 'line 6']],
    [
      'a block after another block',
      { line: 5 },
      `~~~\n${fenced('no\n')}\n~~~\n${fenced('yes\n')}`,
      ['line 4', 'yes', 'line 6'],
    ],
  ]
  for (const [what, range, body, lines] of cases) {
    test(what, () =>
      withGitHub({ files }, (github) => {
        openExample(github)
        const id = github.reviewComment(1, { path: 'policy.json', body, ...range })
        const sha = github.applySuggestion(id)
        assert.equal(github.headSha(1), sha)
        assert.ok(github.fileText('feature', 'policy.json')?.includes(`\n${lines.join('\n')}\n`))
        assert.equal(github.reviewComments(1)[0]?.line, null)
        assert.throws(() => github.applySuggestion(id), /outdated/)
      }),
    )
  }

  test('a last line without a newline stays so', () =>
    withGitHub({ files: { 'x.json': 'a\nb' } }, (github) => {
      github.commit('feature', { 'x.json': 'a\nc' })
      github.openPullRequest({ head: 'feature' })
      github.applySuggestion(github.reviewComment(1, { path: 'x.json', line: 2, body: fenced('d\n') }))
      assert.equal(github.fileText('feature', 'x.json'), 'a\nd')
    }))

  const refused: readonly (readonly [what: string, range: object, body: string, error: RegExp])[] = [
    ['no suggestion', { line: 5 }, 'no block', /has no suggestion/],
    ['no change', { line: 5 }, fenced('five\n'), /changes nothing/],
    ['a deleted line', { line: 5, side: 'LEFT' }, fenced('x\n'), /deleted lines/],
    ['a file', { subject_type: 'file' }, fenced('x\n'), /not on a line/],
  ]
  for (const [what, range, body, error] of refused) {
    test(`refuses ${what}`, () =>
      withGitHub({ files }, (github) => {
        openExample(github)
        const id = github.reviewComment(1, { path: 'policy.json', body, ...range })
        assert.throws(() => github.applySuggestion(id), error)
      }))
  }

  test('several in one commit, but not two on the same line, and none when closed', () =>
    withGitHub({ files }, (github) => {
      openExample(github)
      const at = (range: object, text: string): number =>
        github.reviewComment(1, { path: 'policy.json', body: fenced(text), ...range })
      const one = at({ start_line: 4, line: 5 }, 'x\n')
      const two = at({ start_line: 5, line: 6 }, 'y\n')
      const three = at({ line: 30 }, 'a\nb\n')
      assert.throws(() => github.batchApply([one, two]), /one suggestion per line/)
      github.batchApply([one, three])
      assert.equal(
        github.fileText('feature', 'policy.json'),
        numbered(40, { 4: 'x', 30: 'a\nb' }).replace('line 5\n', ''),
      )
      github.closePullRequest(1)
      assert.throws(() => github.applySuggestion(two), /closed/)
    }))
})

test('events carry what a workflow gets', () =>
  withGitHub({ files }, (github) => {
    openExample(github, { fork: true })
    const { body, sha, ref } = github.payload(1, 'synchronize')
    const pull = body['pull_request'] as { head: { sha: string; repo: { fork: boolean } }; base: { ref: string } }
    assert.deepEqual([body['action'], body['number'], ref], ['synchronize', 1, 'refs/pull/1/merge'])
    assert.deepEqual([pull.head.sha, pull.head.repo.fork, pull.base.ref], [github.headSha(1), true, 'main'])
    assert.notEqual(sha, github.headSha(1))
    const queue = github.mergeGroupPayload(1)
    assert.match(queue.ref, /^refs\/heads\/gh-readonly-queue\/main\/pr-1-[0-9a-f]{40}$/)
    assert.equal('pull_request' in queue.body, false)
    assert.deepEqual(
      (github.workflowRunPayload(1).body['workflow_run'] as { pull_requests: unknown }).pull_requests,
      [],
    )
  }))

/** An action that shows what it was given, and says all that an action can say. */
const echo = String.raw`
const fs = require('node:fs')
const { env } = process
const event = JSON.parse(fs.readFileSync(env.GITHUB_EVENT_PATH, 'utf8'))
fs.appendFileSync(env.GITHUB_OUTPUT, 'plain=1\nlong<<END\na=b\nc\nEND\n')
fs.appendFileSync(env.GITHUB_STEP_SUMMARY, '# summary')
fs.writeFileSync('written.json', JSON.stringify({ env, action: event.action }))
console.log('::error file=a%2Cb.json,line=3::first%0Asecond 100%25')
console.log('no ::warning:: here')
console.error('to the other side')
process.exitCode = 2
`

test('an action runs as on a runner, and all that it says comes back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'echo-action-'))
  const [main, actionFile] = [join(folder, 'index.cjs'), join(folder, 'action.yml')]
  writeFileSync(main, echo)
  writeFileSync(
    actionFile,
    'inputs: { github-token: { default: "${{ github.token }}" }, two words: {}, fail-on: { default: error } }',
  )
  await withGitHub({ files }, async (github) => {
    openExample(github)
    const inputs = { 'two words': 'given' }
    const result = await runAction({ github, payload: github.payload(1, 'reopened'), inputs, main, actionFile })
    const { status, stderr, outputs, summary, annotations } = result
    assert.deepEqual([status, stderr, summary], [2, 'to the other side\n', '# summary'])
    assert.deepEqual(outputs, { plain: '1', long: 'a=b\nc' })
    const properties = { file: 'a,b.json', line: '3' }
    assert.deepEqual(annotations, [{ level: 'error', message: 'first\nsecond 100%', properties }])
    const { env, action } = JSON.parse(result.read('written.json'))
    assert.deepEqual(
      [action, env['GITHUB_EVENT_NAME'], env['GITHUB_REF'], env['GITHUB_API_URL'], env['GITHUB_REPOSITORY']],
      ['reopened', 'pull_request', 'refs/pull/1/merge', github.url, 'example-org/infrastructure'],
    )
    assert.deepEqual(
      [env['INPUT_GITHUB-TOKEN'], env['INPUT_TWO_WORDS'], env['INPUT_FAIL-ON']],
      [github.token, 'given', 'error'],
    )
    const unknown = { github, payload: github.payload(1), inputs: { colour: 'red' }, main, actionFile }
    await assert.rejects(runAction(unknown), /declares no input colour/)
  })
  rmSync(folder, { recursive: true })
})
