import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { TLSSocket } from 'node:tls'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { JsonReport } from '../../src/report/json-report.ts'
import { withGitHub } from '../fake-github/calling.ts'
import { type ActionResult, type ActionRun, runAction } from '../fake-github/run-action.ts'
import type { FakeGitHub, FakeGitHubOptions, FileChange } from '../fake-github/server.ts'
import { config, denying, mission, narrow, path, policy, statement } from './policies.ts'

interface Opened {
  readonly github: FakeGitHub
  readonly number: number
  /** Runs the action for the pull request as it is now. */
  readonly run: (more?: Partial<ActionRun>) => Promise<ActionResult>
}

interface World extends FakeGitHubOptions {
  readonly change: Readonly<Record<string, FileChange>>
  readonly fork?: boolean
}

/** A pull request with one commit on top of `files`, on a GitHub that fails the test if it saw a mistake. */
function withPullRequest({ change, fork = false, files, ...options }: World, work: (opened: Opened) => Promise<void>) {
  return withGitHub({ files: { [config]: narrow, ...files }, ...options }, (github) => {
    github.commit('change', change)
    const number = github.openPullRequest({ head: 'change', fork })
    return work({ github, number, run: (more) => runAction({ github, payload: github.payload(number), ...more }) })
  })
}

const ofLevel = ({ annotations }: ActionResult, wanted: string) => annotations.filter(({ level }) => level === wanted)

suite('the action', { concurrency: 6 }, () => {
  test('the Deny of the mission gets one comment, and once its suggestion is committed the check passes', async () => {
    const files = { [config]: 'fail-on: error\n' }
    await withPullRequest({ files, change: { [path]: mission } }, async ({ github, number, run }) => {
      const first = await run()
      assert.equal(first.status, 1, first.stdout)
      assert.equal(first.outputs['conclusion'], 'failure')
      assert.equal(first.outputs['errors'], '1')
      assert.equal(first.outputs['review-url'], github.reviews(number)[0]?.html_url)
      assert.deepEqual(
        github.reviews(number).map(({ state }) => state),
        ['COMMENTED'],
      )
      const [comment, ...others] = github.reviewComments(number)
      assert.ok(comment !== undefined && others.length === 0)
      assert.equal(comment.path, path)
      assert.match(comment.body, /"BoolIfExists": \{ "aws:ViaAWSService": "false" \}/)

      const again = await run()
      assert.deepEqual([again.status, github.reviews(number).length], [1, 1])
      assert.equal(again.outputs['review-url'], undefined)

      github.applySuggestion(comment.id)
      const [patched] = JSON.parse(github.fileText('change', path) ?? '').Statement
      const condition = { ...statement.Condition, BoolIfExists: { 'aws:ViaAWSService': 'false' } }
      assert.deepEqual(patched, { ...statement, Condition: condition })
      github.clearLog()
      const clean = await run()
      assert.equal(clean.status, 0, clean.stdout)
      assert.equal(clean.outputs['conclusion'], 'success')
      assert.deepEqual(
        github.writes().map(({ operation }) => operation),
        ['graphql'],
      )
    })
  })

  test('the log, the summary and the reports tell the same', async () => {
    await withPullRequest({ change: { [path]: mission } }, async ({ run }) => {
      const result = await run({ inputs: { 'sarif-file': 'out/guard.sarif' } })
      const [error, ...others] = ofLevel(result, 'error')
      assert.deepEqual(others, [])
      assert.deepEqual(error?.properties, {
        title: 'SourceIp Guard: service-call-denied',
        file: path,
        line: '4',
        endLine: '16',
      })
      assert.match(result.summary, /^## SourceIp Guard: failed\n/)
      assert.match(result.summary, /\n### Error: `policies\/guard\.json`, lines 4 to 16\n/)
      const report: JsonReport = JSON.parse(result.read(result.outputs['report'] ?? ''))
      assert.deepEqual([report.schemaVersion, report.conclusion], [1, 'failure'])
      const schema = JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'))
      const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema)
      const isReport: boolean = validate(report)
      assert.ok(isReport, JSON.stringify(validate.errors))
      assert.notEqual(report.tool.version, '0.0.0-source')
      const sarif = JSON.parse(result.read('out/guard.sarif'))
      assert.equal(sarif.runs[0].results.length, report.findings.length)
      assert.equal(result.stderr, '')
    })
  })

  const quiet: readonly [name: string, world: World][] = [
    [
      'the front door of a role, its trust policy,',
      {
        change: {
          'roles/trust.json': policy([
            { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:user/alice' }, Action: 'sts:AssumeRole' },
            {
              Effect: 'Deny',
              Principal: { AWS: 'arn:aws:iam::111122223333:user/alice' },
              Action: 'sts:AssumeRole',
              Condition: { NotIpAddress: { 'aws:SourceIp': ['103.15.250.0/24', '12.148.72.0/23'] } },
            },
          ]),
        },
      },
    ],
    [
      'a statement that is indented, renamed and moved',
      {
        files: { [path]: mission },
        change: {
          [path]: policy(
            [
              { Effect: 'Allow', Action: 's3:Get*', Resource: '*' },
              { Sid: 'Office', ...statement },
            ],
            4,
          ),
        },
      },
    ],
    [
      'a policy file that is renamed',
      { files: { [path]: mission }, change: { 'iam/office.json': { rename: path, content: `\n${mission}` } } },
    ],
    ['a Deny that is removed', { files: { [path]: mission }, change: { [path]: null } }],
  ]
  for (const [name, world] of quiet) {
    test(`${name} passes without a word`, async () => {
      await withPullRequest(world, async ({ github, run }) => {
        const result = await run()
        assert.equal(result.status, 0, result.stdout)
        assert.deepEqual([github.writes(), result.annotations], [[], []])
      })
    })
  }

  test('a change without policies costs few requests and says nothing', async () => {
    const change = { 'README.md': '# hello\n', 'src/index.ts': 'export {}\n', 'package.json': '{}\n' }
    await withPullRequest({ change }, async ({ github, run }) => {
      const { status, annotations, outputs } = await run()
      assert.deepEqual([status, annotations, outputs['findings']], [0, [], '0'])
      assert.ok(github.log.length <= 5, String(github.log.length))
      assert.deepEqual(github.writes(), [])
    })
  })

  test('what cannot be read and may hide the Deny fails, at its line', async () => {
    const broken = mission.replace('"Resource": "*",', '"Resource": "*"')
    await withPullRequest({ change: { [path]: broken } }, async ({ run }) => {
      const result = await run()
      assert.equal(result.status, 1)
      const [error] = ofLevel(result, 'error')
      assert.deepEqual([error?.properties['file'], error?.properties['line']], [path, '8'])
    })
  })

  test('a file that is no text and holds the key fails too', async () => {
    const bytes = Buffer.from(`${mission}\xff`, 'latin1')
    await withPullRequest({ change: { [path]: bytes } }, async ({ run }) => {
      const result = await run()
      assert.equal(result.status, 1)
      assert.match(ofLevel(result, 'error')[0]?.message ?? '', /not UTF-8/)
    })
  })

  test('a token that may only read gives the same verdict, one notice and no noise', async () => {
    await withPullRequest({ change: { [path]: mission }, access: 'read-only', fork: true }, async ({ github, run }) => {
      const result = await run()
      assert.equal(result.status, 1)
      assert.deepEqual(github.writes(), [])
      assert.deepEqual(
        result.annotations.map(({ level }) => level),
        ['error', 'notice'],
      )
      assert.match(
        ofLevel(result, 'notice')[0]?.message ?? '',
        /may only read[\s\S]*permissions: \{ contents: read, pull-/,
      )
      assert.match(result.summary, /may only read/)
    })
  })

  test('a pull request by Dependabot, whose token may only read too, is checked all the same', async () => {
    await withGitHub({ files: { [config]: narrow }, access: 'read-only' }, async (github) => {
      github.commit('dependabot/npm/x', { [path]: mission })
      const number = github.openPullRequest({ head: 'dependabot/npm/x', author: 'dependabot[bot]' })
      const result = await runAction({ github, payload: github.payload(number) })
      assert.deepEqual([result.status, github.writes()], [1, []])
      assert.equal(ofLevel(result, 'notice').length, 1)
      assert.match(result.summary, /### Error: `policies/)
    })
  })

  test('a review whose answer was lost is not posted twice', async () => {
    await withPullRequest({ change: { [path]: mission } }, async ({ github, number, run }) => {
      github.failNext({ method: 'POST', path: /\/reviews$/, after: true, status: 502 })
      const result = await run()
      assert.deepEqual([result.status, github.reviews(number).length], [1, 1])
      assert.deepEqual(ofLevel(result, 'warning'), [])
    })
  })

  test('a marker that somebody else wrote keeps nothing from being said', async () => {
    await withPullRequest({ change: { [path]: mission } }, async ({ github, number, run }) => {
      const dry = await run({ inputs: { 'dry-run': 'true' } })
      const { findings } = JSON.parse(dry.read(dry.outputs['report'] ?? ''))
      const body = findings.map(
        ({ fingerprint }: { fingerprint: string }) => `<!-- sourceip-guard:1 fp=${fingerprint} -->`,
      )
      for (const forged of body) github.reviewComment(number, { path, line: 1, body: forged, author: 'mallory' })
      const result = await run()
      assert.equal(result.status, 1, result.stderr)
      assert.equal(github.reviews(number).filter(({ user }) => user?.login === 'github-actions[bot]').length, 1)
    })
  })

  test('the configuration of the base counts, the one of the head does not', async () => {
    const disarmed = 'fail-on: never\npaths: ["nothing/**"]\ncomments: "off"\n'
    await withPullRequest({ change: { [path]: mission, [config]: disarmed } }, async ({ github, number, run }) => {
      assert.equal((await run()).status, 1)
      assert.equal(github.reviewComments(number).length, 1)
    })
    await withPullRequest({ files: { [config]: disarmed }, change: { [path]: mission } }, async ({ github, run }) => {
      assert.equal((await run()).status, 0)
      assert.deepEqual(github.writes(), [])
    })
  })

  test('an input wins over the configuration', async () => {
    const files = { '.github/sourceip-guard.yml': 'fail-on: never\n' }
    await withPullRequest({ files, change: { [path]: mission } }, async ({ github, run }) => {
      assert.equal((await run({ inputs: { comments: 'off' } })).status, 0)
      assert.equal((await run({ inputs: { comments: 'off', 'fail-on': 'error' } })).status, 1)
      assert.deepEqual(github.writes(), [])
    })
  })

  test('a dry run does everything but write', async () => {
    await withPullRequest({ change: { [path]: mission } }, async ({ github, run }) => {
      const result = await run({ inputs: { 'dry-run': 'true', 'json-file': 'out/report.json' } })
      assert.equal(result.status, 1)
      assert.deepEqual(github.writes(), [])
      assert.match(result.summary, /dry run: 1 /)
      assert.equal(JSON.parse(result.read('out/report.json')).conclusion, 'failure')
    })
  })

  test('names and Sids from the pull request break out of nothing', async () => {
    const hostile = 'policies/`](evil) @org\n::error::pwned\n# x <img src=x>|.json'
    const sid = '`]</details>\u202e\n::warning::pwned'
    await withPullRequest(
      { change: { [hostile]: policy([{ Sid: sid, ...statement }]) } },
      async ({ github, number, run }) => {
        const result = await run()
        assert.equal(result.status, 1)
        assert.deepEqual([...new Set(result.annotations.map(({ properties }) => properties['file']))], [hostile])
        assert.doesNotMatch(result.stdout, /^\s*::(error|warning)::/m)
        assert.ok(result.summary.includes('``policies/`](evil) @org␤::error::pwned␤# x <img src=x>|.json``'))
        for (const text of [result.summary, ...github.reviewComments(number).map(({ body }) => body)]) {
          assert.doesNotMatch(text, /\u202e|^# x|^::/m)
        }
        assert.equal(github.reviewComments(number).length, 1)
      },
    )
  })

  test('3000 files are more than GitHub lists: not checked, and said so', async () => {
    const change = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`a/${index}.txt`, '']))
    await withPullRequest({ change }, async ({ run }) => {
      const result = await run()
      assert.equal(result.status, 2)
      assert.match(ofLevel(result, 'error')[0]?.message ?? '', /3000 files or more/)
      assert.match(result.summary, /could not check/)
    })
  })

  const failures: readonly [name: string, more: Partial<ActionRun>, files: Record<string, string>, message: RegExp][] =
    [
      [
        'a configuration with a mistake',
        {},
        { '.github/sourceip-guard.yml': 'fail-on: sometimes\n' },
        /yml:1: [\s\S]*help: /,
      ],
      ['an input with a mistake', { inputs: { 'fail-on': 'sometimes' } }, {}, /`fail-on` cannot be `sometimes`/],
      ['no token', { inputs: { 'github-token': ' ' } }, {}, /github-token/],
      ['a token that GitHub does not know', { token: 'ghs_stranger' }, {}, /answered 401[\s\S]*github-token/],
      ['an event that is about nothing', { event: 'issues', payload: {} }, {}, /`issues` names nothing/],
      [
        'an event that is no JSON',
        { env: { GITHUB_EVENT_PATH: import.meta.filename } },
        {},
        /payload .* cannot be read/,
      ],
    ]
  for (const [name, more, files, message] of failures) {
    test(`${name} is status 2, never passed`, async () => {
      await withPullRequest({ files, change: { 'README.md': 'x' } }, async ({ github, run }) => {
        const result = await run(more)
        assert.equal(result.status, 2, result.stdout)
        assert.equal(result.outputs['conclusion'], 'failure')
        assert.match(ofLevel(result, 'error')[0]?.message ?? '', message)
        assert.deepEqual(github.writes(), [])
      })
    })
  }

  test('a page in place of GitHub’s answer is no answer: it is asked for again, and status 2 where it stays', async () => {
    await withPullRequest({ change: { [path]: mission } }, async ({ github, run }) => {
      github.failNext({ path: /\/files/, status: 200, html: true, times: Number.POSITIVE_INFINITY })
      assert.equal((await run()).status, 2)
      github.calm()
      github.failNext({ path: /\/files/, status: 200, html: true })
      assert.equal((await run()).status, 1)
    })
  })

  test('a run for an older commit judges that commit, and leaves commenting to the newer run', async () => {
    await withPullRequest({ change: { [path]: mission } }, async ({ github, number, run }) => {
      const payload = github.payload(number)
      github.commit('change', { [path]: policy([]), 'b.txt': 'later' })
      const result = await run({ payload })
      assert.equal(result.status, 1)
      assert.deepEqual(github.writes(), [])
      assert.match(result.summary, /newer commit/)
    })
  })

  test('content before the change is that of the merge base, not of the tip of the base branch', async () => {
    await withPullRequest({ files: { [path]: mission }, change: { 'b.txt': 'x' } }, async ({ github, number, run }) => {
      github.moveBase(number, { [path]: policy([]) })
      github.commit('change', { [path]: policy([statement], 4) })
      assert.equal((await run()).status, 0)
    })
  })

  const anHourAgo = new Date(Math.floor(Date.now() / 1000) * 1000 - 3_600_000)
  const aDayLater = `${new Date(anHourAgo.getTime() + 86_400_000).toISOString().slice(0, 19)}Z`
  const liftIn = (result: ActionResult) => {
    const file = result.outputs['report']
    const { findings } = JSON.parse(result.read(file ?? '')) as JsonReport
    const lift = findings.flatMap(({ remedies }) => remedies).find(({ id }) => id === 'temporary-lift')
    return /DateGreaterThan": \{ "aws:CurrentTime": "(.+?)"/.exec(lift?.patch ?? '')?.[1]
  }

  test('a lift of a pull request ends a day after the merge base was made, whatever came on top of the base since', async () => {
    const old = { files: { [path]: policy([]) }, change: { [path]: mission }, begins: anHourAgo }
    await withPullRequest(old, async ({ github, number, run }) => {
      assert.equal(liftIn(await run()), aDayLater)
      assert.equal(liftIn(await run({ payload: github.mergeGroupPayload(number) })), aDayLater)
      github.moveBase(number, { 'x.txt': 'x' })
      assert.equal(liftIn(await run()), aDayLater)
    })
  })

  test('where all that is found is new, the date of the merge base costs one request', async () => {
    await withPullRequest({ change: { [path]: mission }, begins: anHourAgo }, async ({ github, run }) => {
      assert.equal(liftIn(await run({ inputs: { comments: 'off' } })), aDayLater)
      const asked = github.log.map(({ operation }) => operation)
      assert.deepEqual(asked.filter((operation) => operation === 'repos/compare-commits-with-basehead').length, 1)
      assert.ok(asked.length <= 4, asked.join())
    })
  })

  for (const event of ['push', 'schedule', 'workflow_dispatch'] as const) {
    test(`on ${event} a lift ends a day after the commit was made, for one request, where there is something to lift`, async () => {
      const dates = (github: FakeGitHub) => github.log.filter(({ operation }) => operation === 'git/get-commit').length
      await withGitHub({ files: { [path]: mission }, begins: anHourAgo }, async (github) => {
        assert.equal(liftIn(await runAction({ github, payload: github.branchPayload(event) })), aDayLater)
        assert.equal(dates(github), 1)
      })
      await withGitHub({ files: { [path]: policy([]) } }, async (github) => {
        assert.equal((await runAction({ github, payload: github.branchPayload(event) })).status, 0)
        assert.equal(dates(github), 0)
      })
    })
  }

  for (const event of ['push', 'workflow_dispatch'] as const) {
    test(`${event} looks at the whole tree, where every statement has its own level`, async () => {
      const files = { [path]: mission, 'node_modules/x.json': mission, 'docs/link.json': { symlink: `../${path}` } }
      await withGitHub({ files }, async (github) => {
        const result = await runAction({ github, payload: github.branchPayload(event) })
        assert.equal(result.status, 1, result.stdout)
        assert.deepEqual(
          ofLevel(result, 'error').map(({ properties }) => properties['file']),
          [path],
        )
        assert.deepEqual([github.writes(), result.outputs['errors']], [[], '1'])
        assert.match(result.summary, /### Error: `policies\/guard\.json`/)
      })
    })
  }

  test('a whole tree that GitHub lists in parts is read folder by folder, its many files some at a time', async () => {
    const many = Object.fromEntries(Array.from({ length: 220 }, (_, index) => [`a/b/${index}.json`, `[${index}]\n`]))
    const latin = Buffer.from(`${mission}\xff`, 'latin1')
    await withGitHub(
      { files: { ...many, [path]: mission, 'c/latin.json': latin }, limits: { treeEntries: 225 } },
      async (github) => {
        const result = await runAction({ github, payload: github.branchPayload('schedule') })
        assert.equal(result.status, 1, result.stdout)
        assert.deepEqual(
          ofLevel(result, 'error').map(({ properties }) => properties['file']),
          ['c/latin.json', path],
        )
        assert.ok(github.log.length < 20, String(github.log.length))
      },
    )
  })

  test('a merge group of more than 300 files is compared by its trees', async () => {
    const others = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`a/${index}.txt`, `${index}`]))
    const files = { 'old/a.json': denying('A'), 'old/b.json': denying('B'), 'old/x.json': denying('C') }
    const gone = { 'old/a.json': null, 'old/b.json': null, 'old/x.json': null }
    const moved = { 'new/a.json': `\n${denying('A')}`, 'c.json': denying('B') }
    // Of two files of one name either may be the former one, so both count as new.
    const doubtful = { 'new/x.json': ` ${denying('C')}`, 'newer/x.json': `  ${denying('C')}` }
    const change = { ...others, ...gone, ...moved, ...doubtful, [path]: mission }
    await withPullRequest({ files, change }, async ({ github, number, run }) => {
      const result = await run({ payload: github.mergeGroupPayload(number) })
      assert.equal(result.status, 1, result.stdout)
      assert.deepEqual(
        ofLevel(result, 'error').map(({ properties }) => properties['file']),
        ['new/x.json', 'newer/x.json', path],
      )
      assert.ok(github.log.some(({ operation }) => operation === 'git/get-tree'))
    })
  })

  test('a workflow run finds the pull request of a fork by its branch', async () => {
    await withPullRequest({ change: { [path]: mission }, fork: true }, async ({ github, number, run }) => {
      const payload = github.workflowRunPayload(number)
      assert.deepEqual([(await run({ payload })).status, github.reviewComments(number).length], [1, 1])
      github.clearLog()
      github.commit('change', { 'later.txt': 'x' })
      const late = await run({ payload })
      assert.deepEqual([late.status, github.writes()], [1, []])
    })
  })

  test('pull_request_target comments on forks', async () => {
    await withPullRequest({ change: { [path]: mission }, fork: true }, async ({ github, number, run }) => {
      const result = await run({ event: 'pull_request_target' })
      assert.deepEqual([result.status, github.reviewComments(number).length], [1, 1])
    })
  })

  test('a merge group is judged and not commented', async () => {
    await withPullRequest({ change: { [path]: mission } }, async ({ github, number, run }) => {
      const result = await run({ payload: github.mergeGroupPayload(number) })
      assert.equal(result.status, 1)
      assert.deepEqual(github.writes(), [])
    })
  })

  test('a run that is told the number comments on that pull request', async () => {
    await withPullRequest({ change: { [path]: mission }, fork: true }, async ({ github, number, run }) => {
      const payload = github.workflowRunPayload(number)
      const result = await run({ payload, inputs: { 'pull-request': String(number) } })
      assert.deepEqual([result.status, github.reviewComments(number).length], [1, 1])
    })
  })

  test('GitHub Enterprise Server is served at its own address', async () => {
    await withPullRequest({ change: { [path]: mission }, enterprise: true }, async ({ github, number, run }) => {
      const { status, summary } = await run()
      assert.deepEqual([status, github.reviewComments(number).length, github.issueComments(number).length], [1, 1, 1])
      assert.deepEqual(
        new Set(github.log.map(({ path: at }) => at.split('/').slice(0, 3).join('/'))),
        new Set(['/api/v3', '/api/graphql']),
      )
      const said = [summary, ...github.issueComments(number).map(({ body }) => body)].join('\n')
      assert.doesNotMatch(said, new RegExp(`github\\.com/${github.repo.owner}`))
    })
  })

  test('the proxy of the runner is used', async () => {
    await withPullRequest({ change: { 'README.md': 'x' } }, async ({ github, run }) => {
      const asked: string[] = []
      const proxy = await proxyTo(new URL(github.url), (host) => asked.push(host))
      const env = { GITHUB_API_URL: 'http://github.example:8080', http_proxy: proxy.url, no_proxy: '' }
      const result = await run({ env })
      // What NO_PROXY names is asked for directly: nobody listens at this proxy.
      const past = { HTTP_PROXY: 'http://127.0.0.1:9', NO_PROXY: 'localhost,127.0.0.1' }
      const direct = await run({ env: past })
      proxy.close()
      assert.deepEqual([result.status, direct.status], [0, 0], result.stdout)
      assert.deepEqual([...new Set(asked)], ['github.example:8080'])
    })
  })

  const certificate = newCertificate()
  test('HTTPS goes through the proxy too', { skip: certificate === undefined && 'openssl is missing' }, async () => {
    await withPullRequest({ change: { 'README.md': 'x' } }, async ({ github, run }) => {
      const asked: string[] = []
      const proxy = await proxyTo(new URL(github.url), (host) => asked.push(host), certificate)
      const trusted = { NODE_EXTRA_CA_CERTS: certificate?.file }
      const env = { GITHUB_API_URL: 'https://github.example', HTTPS_PROXY: proxy.url, NO_PROXY: '', ...trusted }
      const result = await run({ env })
      proxy.close()
      assert.equal(result.status, 0, result.stdout)
      assert.deepEqual([...new Set(asked)], ['github.example:443'])
    })
  })
})

interface Certificate {
  readonly key: string
  readonly cert: string
  readonly file: string
}

/** Of `github.example`, for a day; undefined where there is no openssl. */
function newCertificate(): Certificate | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
  process.on('exit', () => rmSync(folder, { recursive: true }))
  const [key, file] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const names = ['-subj', '/CN=github.example', '-addext', 'subjectAltName=DNS:github.example']
  const { status } = spawnSync('openssl', [
    'req',
    '-x509',
    ...curve,
    ...names,
    '-days',
    '1',
    '-keyout',
    key,
    '-out',
    file,
  ])
  return status === 0 ? { key: readFileSync(key, 'utf8'), cert: readFileSync(file, 'utf8'), file } : undefined
}

/** A proxy that brings every connection to one server; with a certificate, what is behind it speaks TLS. */
async function proxyTo(target: URL, onHost: (host: string) => void, certificate?: Certificate) {
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    sockets.add(client)
    client.once('data', (request) => {
      const plainUrl = /^[A-Z]+ http:\/\/([^/ ]+)/
      const [, host = ''] = /^CONNECT (\S+) /.exec(request.toString()) ?? plainUrl.exec(request.toString()) ?? []
      onHost(host)
      // Without TLS a client asks the proxy itself, by the whole address; a server wants the path alone.
      const toServer = (chunk: Buffer) => chunk.toString('latin1').replace(/^([A-Z]+) http:\/\/[^/ ]+/, '$1 ')
      const isTunnel = request.toString('latin1').startsWith('CONNECT')
      const upstream = connect(Number(target.port), target.hostname, () => {
        sockets.add(upstream)
        if (!isTunnel) {
          upstream.pipe(client)
          upstream.write(toServer(request), 'latin1')
          client.on('data', (chunk: Buffer) => upstream.write(toServer(chunk), 'latin1'))
          return
        }
        client.write('HTTP/1.1 200 Connection established\r\n\r\n')
        const plain = certificate ? new TLSSocket(client, { isServer: true, ...certificate }) : client
        plain.on('error', () => upstream.destroy())
        plain.pipe(upstream).pipe(plain)
      })
      upstream.on('error', () => client.destroy())
      client.on('error', () => upstream.destroy())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  assert.ok(typeof address === 'object' && address !== null)
  const close = () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return { url: `http://127.0.0.1:${address.port}`, close }
}
