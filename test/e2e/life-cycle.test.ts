import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { withGitHub } from '../fake-github/calling.ts'
import { type ActionResult, type ActionRun, runAction } from '../fake-github/run-action.ts'
import type { FakeGitHub, FakeGitHubOptions, FileChange } from '../fake-github/server.ts'
import { config, denying, mission, narrow, path, policy, statement } from './policies.ts'

/** What a scenario does, and what it writes down of it. */
interface Stage {
  readonly github: FakeGitHub
  readonly number: number
  /** Runs the action for the pull request as it is now, and writes down what it changed on GitHub. */
  readonly run: (step: string, more?: Partial<ActionRun>) => Promise<ActionResult>
}

interface Scenario extends FakeGitHubOptions {
  readonly name: string
  readonly change: Readonly<Record<string, FileChange>>
  readonly play: (stage: Stage) => Promise<void>
}

const noise = /[0-9a-f]{40}/g

/** One line for a request that changed something. */
function told({ operation, body }: FakeGitHub['log'][number]): string[] {
  if (operation !== 'graphql') {
    const { comments = [], path: file } = body as { comments?: readonly object[]; path?: string }
    const what = operation === 'pulls/create-review' ? ` with ${comments.length} comments` : ''
    return [`${operation}${what}${file === undefined ? '' : ` on ${file}`}`]
  }
  const { query } = body as { query: string }
  return [`graphql: ${[...query.matchAll(/: (\w+)\(input/g)].map(([, name]) => name).join(', ')}`]
}

/** How the conversation looks in the end: who says what where, without what is folded away. */
function conversation(github: FakeGitHub, number: number): string[] {
  const shown = (body: string) => {
    const text = body.replaceAll(/<details>[\s\S]*<\/details>/g, '').replaceAll(/<!-- .* -->/g, '')
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')[0]
      ?.slice(0, 100)
  }
  const threads = github.reviewComments(number).map((comment) => {
    const { path: file, line, user, in_reply_to_id, body, minimized, resolved, subject_type } = comment
    const place = subject_type === 'file' ? `${file} (file)` : `${file}:${line ?? 'outdated'}`
    const state = [...(minimized === null ? [] : [`minimized as ${minimized}`]), ...(resolved ? ['resolved'] : [])]
    return `${in_reply_to_id ? '  ' : ''}${place} ${user.login}: ${shown(body)} ${state.join(', ')}`.trimEnd()
  })
  return [...threads, ...github.issueComments(number).map(({ user, body }) => `below ${user.login}: ${shown(body)}`)]
}

/** The snapshot is what a reader of the pull request and its log would see: `UPDATE_CASES=1` writes it anew. */
function compare(name: string, lines: readonly string[]): void {
  const file = new URL(`../cases/conversations/${name.replaceAll(/\W+/g, '-')}.txt`, import.meta.url)
  const text = `${lines
    .join('\n')
    .replaceAll(noise, '<sha>')
    .replaceAll(/(Fixed in|as of|As of) [0-9a-f]{7}/g, '$1 <sha>')}\n`
  if (process.env['UPDATE_CASES'] === '1') writeFileSync(file, text)
  else assert.equal(text, existsSync(file) ? readFileSync(file, 'utf8') : '')
}

const [a, b, c] = ['policies/a.json', 'policies/b.json', 'policies/c.json'] as const
const three = { [a]: denying('A'), [b]: denying('B'), [c]: denying('C') }
const fixed = policy([
  { ...statement, Condition: { ...statement.Condition, BoolIfExists: { 'aws:ViaAWSService': 'false' } } },
])
const botComments = ({ github, number }: Stage) =>
  github.reviewComments(number).filter(({ user }) => user.login === 'github-actions[bot]')

const scenarios: readonly Scenario[] = [
  {
    name: 'accepting one of three suggestions posts none of the others again',
    change: three,
    play: async (stage) => {
      await stage.run('opened')
      await stage.run('run again')
      const first = botComments(stage).find((comment) => comment.path === b) ?? assert.fail()
      stage.github.applySuggestion(first.id)
      await stage.run('the second suggestion is committed')
      stage.github.batchApply(botComments(stage).flatMap(({ id, path: at }) => (at === b ? [] : [id])))
      assert.equal((await stage.run('the others are committed')).status, 0)
    },
  },
  {
    name: 'a thread in which a person has replied is left alone but for a reply',
    change: { [path]: mission },
    play: async (stage) => {
      await stage.run('opened')
      const [comment = assert.fail()] = botComments(stage)
      stage.github.reply(comment.id, { body: 'Is that so?', author: 'octocat' })
      stage.github.commit('change', { [path]: fixed })
      await stage.run('fixed')
      assert.equal(botComments(stage)[0]?.body, comment.body)
      await stage.run('run again')
    },
  },
  {
    name: 'what is fixed and comes back is said again',
    change: { [path]: mission },
    play: async (stage) => {
      await stage.run('opened')
      stage.github.commit('change', { [path]: fixed })
      await stage.run('fixed')
      stage.github.commit('change', { [path]: mission })
      await stage.run('back again')
    },
  },
  {
    name: 'threads are resolved where that is asked for',
    contents: 'write',
    change: { [path]: mission },
    play: async (stage) => {
      await stage.run('opened')
      stage.github.commit('change', { [path]: fixed })
      await stage.run('fixed', { inputs: { 'resolve-threads': 'true' } })
    },
  },
  {
    name: 'a force-push and a rebase keep what was said',
    change: { [path]: mission },
    play: async (stage) => {
      const { github, number, run } = stage
      await run('opened')
      github.commit('change', { [path]: `\n${mission}`, 'x.txt': 'amended' }, { force: true })
      await run('force-push')
      github.moveBase(number, { 'y.txt': 'base' })
      github.commit('change', { [path]: mission, 'x.txt': 'rebased' }, { force: true, from: 'main' })
      await run('rebase')
    },
  },
  {
    name: 'a renamed file keeps what was said, and what somebody else forged is not touched',
    change: { [path]: mission },
    play: async ({ github, number, run }) => {
      await run('opened')
      const [ours = assert.fail()] = github.issueComments(number)
      github.comment(number, { body: ours.body, author: 'mallory' })
      github.commit('change', { [path]: null, 'iam/office.json': mission })
      await run('renamed')
      github.commit('change', { 'iam/office.json': fixed })
      await run('fixed')
    },
  },
  {
    name: 'a new base keeps what was said, and what the base has too is settled',
    change: { [path]: mission },
    play: async ({ github, number, run }) => {
      await run('opened')
      github.commit('next', { 'z.txt': 'other' }, { from: 'main' })
      github.retarget(number, 'next')
      await run('edited: another base', { payload: github.payload(number, 'edited') })
      github.commit('release', { [path]: mission }, { from: 'main' })
      github.merge('change', 'release')
      github.retarget(number, 'release')
      assert.equal(
        (await run('edited: a base that has it too', { payload: github.payload(number, 'edited') })).status,
        0,
      )
    },
  },
  {
    name: 'runs that look at other files leave each other alone',
    change: { [a]: denying('A'), [b]: denying('B') },
    play: async ({ github, run }) => {
      const [one, other] = [{ inputs: { paths: a } }, { inputs: { paths: b } }]
      await run('opened, first job', one)
      await run('opened, second job', other)
      github.commit('change', { [a]: policy([]) })
      await run('fixed, second job', other)
      await run('fixed, first job', one)
    },
  },
  {
    name: 'comments can be the summary alone',
    change: three,
    play: async ({ github, number, run }) => {
      const inputs = { comments: 'summary' }
      await run('opened', { inputs })
      github.commit('change', { [a]: policy([]) })
      await run('one is gone', { inputs })
      github.commit('change', { [b]: policy([]), [c]: policy([]) })
      await run('all are gone', { inputs })
      assert.equal(github.issueComments(number).length, 1)
    },
  },
  {
    name: 'the token of another account has comments of its own, and finds them again',
    change: { [path]: mission },
    viewer: 'guard-of-ours',
    play: async ({ run }) => {
      await run('opened')
      await run('run again')
    },
  },
]

suite('over several pushes', { concurrency: 6 }, () => {
  for (const { name, change, play, ...options } of scenarios) {
    test(name, () =>
      // Fewer paths to judge: the scenarios are about comments.
      withGitHub({ files: { [config]: narrow }, ...options }, async (github) => {
        github.commit('change', change)
        const number = github.openPullRequest({ head: 'change' })
        const lines: string[] = []
        const run: Stage['run'] = async (step, more) => {
          github.clearLog()
          const result = await runAction({ github, payload: github.payload(number), ...more })
          lines.push(
            `${step}: status ${result.status}`,
            ...github
              .writes()
              .flatMap(told)
              .map((line) => `  ${line}`),
          )
          return result
        }
        await play({ github, number, run })
        compare(name, [...lines, '', ...conversation(github, number)])
      }),
    )
  }
})
