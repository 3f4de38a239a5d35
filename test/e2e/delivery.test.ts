import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { withGitHub } from '../fake-github/calling.ts'
import { type ActionResult, type ActionRun, runAction } from '../fake-github/run-action.ts'
import { type FakeGitHub, type FakeGitHubOptions, type FileChange, rateLimits } from '../fake-github/server.ts'
import { config, denying, mission, narrow, path, policy, statement } from './policies.ts'

interface Opened {
  readonly github: FakeGitHub
  readonly number: number
  readonly run: (more?: Partial<ActionRun>) => Promise<ActionResult>
}

interface World extends FakeGitHubOptions {
  readonly change: Readonly<Record<string, FileChange>>
}

function withPullRequest({ change, files, ...options }: World, work: (opened: Opened) => Promise<void>) {
  return withGitHub({ files: { [config]: narrow, ...files }, ...options }, (github) => {
    github.commit('change', change)
    const number = github.openPullRequest({ head: 'change' })
    return work({ github, number, run: (more) => runAction({ github, payload: github.payload(number), ...more }) })
  })
}

const operations = (github: FakeGitHub) => github.writes().map(({ operation }) => operation)
const summaryOf = (github: FakeGitHub, number: number) => {
  const [only = assert.fail('no summary'), ...others] = github.issueComments(number)
  assert.deepEqual(others, [])
  return only.body
}
const three = { 'a.json': denying('A'), 'b.json': denying('B'), 'c.json': denying('C') }

suite('what is posted', { concurrency: 6 }, () => {
  test('a statement half outside the diff gets its comment on the part inside, with the patch as a diff', async () => {
    const addresses = Array.from({ length: 30 }, (_, index) => `203.0.113.${index}/32`)
    const long = (action: string) =>
      policy([{ ...statement, Action: action, Condition: { NotIpAddress: { 'aws:SourceIp': addresses } } }])
    const world = { files: { [path]: long('iam:GetUser') }, change: { [path]: long('*') } }
    await withPullRequest(world, async ({ github, number, run }) => {
      assert.equal((await run()).status, 1)
      const [comment = assert.fail(), ...others] = github.reviewComments(number)
      assert.deepEqual([others, comment.start_line, comment.line], [[], 4, 9])
      assert.doesNotMatch(comment.body, /```suggestion/)
      assert.match(comment.body, /\n```diff\n--- a\/policies\/guard\.json\n/)
    })
  })

  test('files of which GitHub shows no diff get comments as a whole, and settle as others do', async () => {
    const world = {
      change: { 'a.json': denying('A'), 'b.json': denying('B') },
      limits: { patch: { bytes: 50, lines: 9 } },
    }
    await withPullRequest(world, async ({ github, number, run }) => {
      const first = await run()
      assert.equal(first.status, 1)
      assert.deepEqual(
        github.reviewComments(number).map(({ path: at, subject_type, line }) => [at, subject_type, line]),
        [
          ['a.json', 'file', null],
          ['b.json', 'file', null],
        ],
      )
      assert.deepEqual(operations(github), [
        'pulls/create-review-comment',
        'pulls/create-review-comment',
        'issues/create-comment',
      ])
      github.clearLog()
      github.commit('change', { 'a.json': policy([]) })
      assert.equal((await run()).status, 1)
      assert.deepEqual(operations(github), ['graphql'])
      assert.match(github.reviewComments(number)[0]?.body ?? '', /^✅ \*\*Fixed in [0-9a-f]{7}\.\*\*/)
    })
  })

  test('what is found in a file that did not change is told by the summary alone', async () => {
    const taking = `resource "aws_iam_policy" "p" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = "*", Resource = "*", Condition = local.outside }]
  })
}
`
    const taken = (operator: string) =>
      `locals {\n  outside = { ${operator} = { "aws:SourceIp" = ["203.0.113.0/24"] } }\n}\n`
    const world = {
      files: { 'm/main.tf': taking, 'm/locals.tf': taken('IpAddress') },
      change: { 'm/locals.tf': taken('NotIpAddress') },
    }
    await withPullRequest(world, async ({ github, number, run }) => {
      const result = await run()
      assert.equal(result.status, 1)
      assert.deepEqual(operations(github), ['issues/create-comment'])
      assert.match(summaryOf(github, number), /m\/main\.tf/)
      assert.equal(result.annotations.find(({ level }) => level === 'error')?.properties['file'], 'm/main.tf')
      assert.deepEqual(
        result.annotations.filter(({ level }) => level === 'warning'),
        [],
      )
      // The same again says nothing new.
      assert.equal((await run()).status, 1)
      assert.deepEqual(operations(github), ['issues/create-comment'])
    })
  })

  test('above the limit the gravest are commented, and the summary tells the others in full', async () => {
    await withPullRequest({ change: three }, async ({ github, number, run }) => {
      const result = await run({ inputs: { 'max-comments': '1' } })
      assert.equal(result.status, 1)
      assert.equal(github.reviewComments(number).length, 1)
      const summary = summaryOf(github, number)
      assert.equal(summary.match(/^\| Error /gm)?.length, 3)
      assert.equal(summary.match(/^### Error: /gm)?.length, 2)
      assert.match(result.summary, /2 findings got no review comment: the limit is/)
    })
  })

  test('the summary shows who calls whom in at most twelve nodes, with a table beside it and the lines linked', async () => {
    await withPullRequest({ change: { [path]: mission }, files: { [config]: 'fail-on: error\n' } }, async (opened) => {
      const { github, number, run } = opened
      await run()
      const summary = summaryOf(github, number)
      const [, diagram = ''] = /```mermaid\nflowchart LR\n([\s\S]*?)\n```/.exec(summary) ?? []
      const nodes = diagram.split('\n').filter((line) => /^ {2}\w+[[(]/.test(line))
      assert.ok(nodes.length > 3 && nodes.length <= 12, diagram)
      assert.match(diagram, /^ {2}n\d+ --x\|"as the caller: denied in some readings"\| n\d+$/m)
      const head = github.headSha(number)
      const link = `${github.serverUrl}/${github.repo.fullName}/blob/${head}/${path}#L4-L16`
      assert.doesNotMatch(summary, /github\.com\/example-org/)
      // Only addresses of HTTPS become links, and the fake has none.
      assert.ok(!summary.includes(link))
      assert.match(
        summary,
        /\n\| Error \| `policies\/guard\.json`, lines 4 to 16 \| `\w+\.amazonaws\.com` \| `\w+:\w+` and \d+ more \|/,
      )
    })
  })

  test('a review that was begun and never sent is deleted, and the new one is posted', async () => {
    await withPullRequest({ change: { [path]: mission } }, async ({ github, number, run }) => {
      github.startReview(number)
      assert.equal((await run()).status, 1)
      assert.deepEqual(
        github.reviews(number).map(({ state }) => state),
        ['COMMENTED'],
      )
      assert.deepEqual(operations(github), [
        'pulls/delete-pending-review',
        'pulls/create-review',
        'issues/create-comment',
      ])
    })
  })

  test('a review that GitHub refuses becomes no heap of single comments: the summary tells all', async () => {
    await withPullRequest({ change: three }, async ({ github, number, run }) => {
      const errors = ['Pull request review thread line must be part of the diff']
      github.failNext({
        method: 'POST',
        path: /\/reviews$/,
        status: 422,
        body: { message: 'Unprocessable Entity', errors },
      })
      const result = await run()
      assert.equal(result.status, 1)
      assert.deepEqual(operations(github), ['issues/create-comment'])
      assert.equal(summaryOf(github, number).match(/^### Error: /gm)?.length, 3)
      assert.equal(result.annotations.filter(({ level }) => level === 'warning').length, 1)
    })
  })

  test('limits are waited for as long as GitHub asks, by reads and by writes', async () => {
    await withPullRequest({ change: { [path]: mission } }, async ({ github, number, run }) => {
      github.failNext({ path: /\/files/, ...rateLimits.secondary(1) })
      github.failNext({ path: /\/git\/blobs/, ...rateLimits.primary(1) })
      github.failNext({ method: 'POST', path: /\/reviews$/, ...rateLimits.tooManyRequests(1) })
      const result = await run()
      assert.equal(result.status, 1)
      assert.deepEqual([github.reviews(number).length, github.issueComments(number).length], [1, 1])
      assert.deepEqual(
        result.annotations.map(({ level }) => level),
        ['error'],
      )
    })
  })

  test('a summary and edits whose answer was lost are not made twice', async () => {
    await withPullRequest({ change: { [path]: mission } }, async ({ github, number, run }) => {
      github.failNext({ method: 'POST', path: /\/issues\/\d+\/comments$/, after: true, status: 502 })
      assert.equal((await run()).status, 1)
      summaryOf(github, number)
      github.commit('change', { [path]: policy([]) })
      // The first request over GraphQL reads.
      github.failNext({ method: 'POST', path: /\/graphql$/, after: true, status: 502, skip: 1 })
      assert.equal((await run()).status, 0)
      assert.deepEqual(
        operations(github).filter((operation) => operation === 'graphql'),
        ['graphql'],
      )
    })
  })

  test('requests stay within what was promised: four, one for each 100 files, two for each candidate; two writes', async () => {
    const others = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`x/${index}.txt`, `${index}`]))
    const world = { files: { 'b.json': '{}', 'c.json': '{}' }, change: { ...others, ...three } }
    await withPullRequest(world, async ({ github, run }) => {
      assert.equal((await run()).status, 1)
      const reads = github.log.filter(({ write }) => !write).length
      assert.ok(reads <= 4 + 2 + 2 * 3, `${reads} reads`)
      assert.deepEqual(operations(github), ['pulls/create-review', 'issues/create-comment'])
    })
  })

  test('a pull request that changes the configuration is told what that would do', async () => {
    const disarmed = `${narrow}fail-on: never\nsuppressions:\n  - rule: service-call-denied\n    file: '**'\n    reason: x\n    expires: 2099-01-01\n`
    await withPullRequest({ change: { [path]: mission, [config]: disarmed } }, async ({ github, number, run }) => {
      const result = await run()
      assert.equal(result.status, 1)
      const effect =
        /with it `fail-on` would be `never` and not `error`, 1 finding would be suppressed, the check would pass where it does fail\./
      assert.match(result.annotations.find(({ level }) => level === 'notice')?.message ?? '', effect)
      assert.match(result.summary, effect)
      assert.match(summaryOf(github, number), effect)
    })
    await withPullRequest({ change: { 'x.txt': 'x', [config]: 'fail-on: sometimes\n' } }, async ({ run }) => {
      const result = await run()
      assert.equal(result.status, 0)
      assert.match(result.annotations[0]?.message ?? '', /cannot be used: .*yml:1: [\s\S]*must be one of/)
    })
  })

  test('a suppression counts until its day; from then on the finding is back and says why', async () => {
    const suppressed = (expires: string) =>
      `${narrow}suppressions:\n  - rule: service-call-denied\n    file: policies/**\n    reason: until the move\n    expires: ${expires}\n`
    await withPullRequest(
      { files: { [config]: suppressed('2099-01-01') }, change: { [path]: mission } },
      async (opened) => {
        const result = await opened.run()
        assert.deepEqual([result.status, result.outputs['suppressed'], opened.github.writes()], [0, '1', []])
      },
    )
    await withPullRequest(
      { files: { [config]: suppressed('2026-01-01') }, change: { [path]: mission } },
      async (opened) => {
        const result = await opened.run()
        assert.equal(result.status, 1)
        assert.match(result.summary, /The suppression of 1 finding has ended; it counts again/)
        assert.match(
          opened.github.reviewComments(opened.number)[0]?.body ?? '',
          /\nIts suppression ended on 2026-01-01. The reason was: `until the move`/,
        )
      },
    )
  })

  test('what is suppressed on the base branch later is told as such', async () => {
    await withPullRequest({ change: { [path]: mission } }, async ({ github, number, run }) => {
      await run()
      const suppressions = `${narrow}suppressions:\n  - { rule: service-call-denied, file: '**', reason: x, expires: 2099-01-01 }\n`
      github.moveBase(number, { [config]: suppressions })
      github.commit('change', { 'x.txt': 'x' })
      assert.equal((await run()).status, 0)
      assert.match(github.reviewComments(number)[0]?.body ?? '', /^✅ \*\*Suppressed by the configuration/)
    })
  })
})
