// How quick it is and how much it takes, as ratios within one run: `npm run bench`; with `-- --write` the table goes into
// docs/performance.md, with the machine it was taken on. Needs dist/ as the source builds to.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { parseTree } from 'jsonc-parser'
import { inspect } from '../src/inspect.ts'
import { registry } from '../src/registry.ts'
import { mission, path } from '../test/e2e/policies.ts'
import { withGitHub } from '../test/fake-github/calling.ts'
import { runAction } from '../test/fake-github/run-action.ts'
import { settings } from '../test/unit/inspecting.ts'
import { policy } from './policy-files.mjs'

const runs = 15

/** The shortest of some runs, in milliseconds: whatever else the machine does makes a run only longer. */
async function shortest(work) {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    await work()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

function emptyNode() {
  return new Promise((resolve) => spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }).on('close', resolve))
}

/** From the start of the action to its exit, on a pull request of this change; GitHub is a server on this machine. */
async function actionOn(change, status) {
  let spent = 0
  // Where an action runs there is a workflow.
  const files = { 'README.md': 'x', '.github/workflows/guard.yml': 'on: pull_request\n' }
  await withGitHub({ files }, async (github) => {
    github.commit('change', change)
    const payload = github.payload(github.openPullRequest({ head: 'change' }))
    // A runner is new for every job: nothing was compiled before.
    const run = async (urls) => {
      const { status: ended, stdout } = await runAction({
        github: { ...github, ...urls },
        payload,
        inputs: { 'dry-run': 'true' },
        env: { NODE_COMPILE_CACHE: undefined },
      })
      if (ended !== status) throw new Error(`the action ended with ${ended}: ${stdout}`)
    }
    const replay = await replayOf(github.url, run)
    spent = await shortest(() => run(replay.urls))
    await replay.close()
  })
  return spent
}

/**
 * A server that has the answers ready which the fake gave in one run: the fake works them out with git, on the processor that is measured.
 */
async function replayOf(url, run) {
  const answers = new Map()
  let isRecording = true
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray())
    const key = `${request.method} ${request.url} ${body}`
    if (isRecording && !answers.has(key)) answers.set(key, await asked(new URL(request.url ?? '', url), request, body))
    const { status, headers, bytes } = answers.get(key) ?? { status: 500, headers: {}, bytes: '' }
    response.writeHead(status, headers).end(bytes)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const own = `http://127.0.0.1:${server.address().port}`
  const urls = { url: own, graphqlUrl: `${own}/graphql` }
  await run(urls)
  isRecording = false
  return { urls, close: () => new Promise((resolve) => server.close(resolve)) }
}

async function asked(url, { method, headers }, body) {
  const { host, connection, 'accept-encoding': _, ...sent } = headers
  const answer = await fetch(url, { method, headers: sent, ...(body.length === 0 ? {} : { body }) })
  const kept = [...answer.headers].filter(([name]) => /^(content-type|link|x-ratelimit.*)$/.test(name))
  return { status: answer.status, headers: Object.fromEntries(kept), bytes: Buffer.from(await answer.arrayBuffer()) }
}

async function starts() {
  const empty = await shortest(emptyNode)
  const row = (what, spent, goal) => ({
    what,
    measured: `${spent.toFixed(0)} ms`,
    ratio: `${(spent / empty).toFixed(1)} x`,
    goal,
  })
  return [
    row('an empty Node process', empty, ''),
    row('the action on a pull request without a policy', await actionOn({ 'README.md': 'y' }, 0), '3 x'),
    row('the action on a pull request with one policy', await actionOn({ [path]: mission }, 1), '5 x'),
  ]
}

/** Reading and judging so many files, of which one in 20 has a Deny on addresses, beside parsing the same bytes. */
function growth() {
  const counts = [100, 1000, 10_000]
  return counts.map((count) => {
    const texts = Array.from({ length: count }, (_, index) => policy(index, 20))
    const files = texts.map((text, index) => ({ base: undefined, head: { path: `policies/${index}.json`, text } }))
    const parsed = once(() => texts.map((text) => parseTree(text)?.length))
    const whole = once(() => inspect(files, registry, { ...settings, scope: 'tree' }))
    const each = `${((whole / count) * 1000).toFixed(0)} µs a file`
    const goal = count === 10_000 ? '4 x' : ''
    return {
      what: `${count} files`,
      measured: `${whole.toFixed(0)} ms, ${each}`,
      ratio: `${(whole / parsed).toFixed(1)} x parseTree`,
      goal,
    }
  })
}

function once(work) {
  const times = [0, 1, 2].map(() => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...times)
}

/** The most memory that a check of ten thousand files takes, one in 20 with a Deny on addresses. */
function memory() {
  const folder = mkdtempSync(join(tmpdir(), 'performance-'))
  const files = join(folder, 'files')
  mkdirSync(files)
  for (let index = 0; index < 10_000; index++) writeFileSync(join(files, `${index}.json`), policy(index, 20))
  const hook = join(folder, 'hook.cjs')
  const told = join(folder, 'told')
  const tells = `require('node:fs').writeFileSync(${JSON.stringify(told)}, String(process.resourceUsage().maxRSS))`
  writeFileSync(hook, `process.on('exit', () => ${tells})`)
  const rows = ['text', 'json'].map((format) => {
    const args = [resolve('dist/cli.js'), 'check', '.', '--format', format, '--output', join(folder, 'report')]
    const { status, stderr } = spawnSync(process.execPath, ['--require', hook, ...args], { cwd: files })
    if (status !== 1) throw new Error(`the check ended with ${status}: ${stderr}`)
    const megabytes = Number(readFileSync(told, 'utf8')) / 1024
    return { what: `10000 files, ${format}`, measured: `${megabytes.toFixed(0)} MB`, ratio: '', goal: '200 MB' }
  })
  rmSync(folder, { recursive: true })
  return rows
}

function sizes() {
  const files = readdirSync('dist').filter((name) => name.endsWith('.js'))
  const bytes = (names) => names.reduce((sum, name) => sum + statSync(`dist/${name}`).size, 0)
  const row = (what, names, goal) => ({ what, measured: `${(bytes(names) / 1e6).toFixed(2)} MB`, ratio: '', goal })
  return [
    row('what the action begins with', ['index.js'], ''),
    row(
      'all of the action and the command line, without the client for proxies',
      files.filter((name) => !name.startsWith('proxy-fetch-')),
      '1.5 MB',
    ),
    row(
      'the client for proxies, loaded where there is one',
      files.filter((name) => name.startsWith('proxy-fetch-')),
      '',
    ),
  ]
}

function table(title, rows) {
  const lines = rows.map(({ what, measured, ratio, goal }) => `| ${what} | ${measured} | ${ratio} | ${goal} |`)
  return `## ${title}\n\n| | measured | ratio | goal at most |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`
}

const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}`
const parts = [
  table('From start to exit', await starts()),
  table('Many files, one in 20 with a Deny on addresses', growth()),
  table('Memory at the peak', memory()),
  table('Size', sizes()),
]
const page = `# Performance

Made by \`npm run bench -- --write\`; do not edit. Times depend on the machine and on what else it does, so look at the ratios: each is of
two things that were measured in the same run.

Taken on: ${machine}.

${parts.join('\n')}
With one policy the goal is not met: what runs for the first time is interpreted, and a first statement is held against some three hundred
paths in all their readings, once as it is and once for each remedy. The ones after it in the same run take about a tenth of that.

What one file may cost is limited, see \`src/model/limits.ts\`. Beyond a limit stands a problem with file and line.
`
console.log(page)
if (process.argv.includes('--write')) writeFileSync('docs/performance.md', page)
