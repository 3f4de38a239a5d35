import type { ActionRun } from '../fake-github/run-action.ts'
import type { FakeGitHub, FakeGitHubOptions, FileChange } from '../fake-github/server.ts'
import { config, narrow, path, policy, statement } from './policies.ts'

/** A run of the action that faults are put into. */
export interface Scenario {
  readonly name: string
  readonly options: FakeGitHubOptions
  /** Brings the repository to where the run begins; `run` runs the action on the way. Gives the run. */
  readonly prepare: (github: FakeGitHub, run: (run: Run) => Promise<unknown>) => Promise<Run> | Run
  /** Exit status where nothing goes wrong. */
  readonly status: 0 | 1
}

export type Run = Omit<ActionRun, 'github'>

/** An error that is found without looking at service calls: nothing of what is tried here depends on what is found. */
const wrong = (sid: string): string =>
  policy([{ Sid: sid, ...statement, Condition: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.999/32'] } } }])
const files = { [config]: narrow, 'b.json': policy([]) }
const change: Readonly<Record<string, FileChange>> = { [path]: wrong('A'), 'b.json': wrong('B') }

const taken = (address: string) => `locals {\n  c = { NotIpAddress = { "aws:SourceIp" = ["${address}"] } }\n}\n`
const taking = `resource "aws_iam_policy" "p" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = "*", Resource = "*", Condition = local.c }]
  })
}
`

function opened(github: FakeGitHub, files: Readonly<Record<string, FileChange>> = change, fork = false): number {
  github.commit('change', files)
  return github.openPullRequest({ head: 'change', fork })
}

/** Together they make every kind of call that the action knows; a test holds that. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'two new statements',
    options: { files },
    status: 1,
    prepare: (github) => ({ payload: github.payload(opened(github)) }),
  },
  {
    name: 'both fixed, one of them answered by a person',
    options: { files },
    status: 0,
    prepare: async (github, run) => {
      const number = opened(github)
      await run({ payload: github.payload(number) })
      const [comment] = github.reviewComments(number)
      github.reply(comment?.id ?? 0, { body: 'on it' })
      github.commit('change', { [path]: policy([]), 'b.json': policy([]) })
      return { payload: github.payload(number) }
    },
  },
  {
    name: 'files without a diff, and the configuration changed',
    options: { files, limits: { patch: { bytes: 50, lines: 9 } } },
    status: 1,
    prepare: (github) => ({
      payload: github.payload(opened(github, { ...change, [config]: `${narrow}fail-on: never\n` })),
    }),
  },
  {
    name: 'a review that was begun and never sent',
    options: { files },
    status: 1,
    prepare: (github) => {
      const number = opened(github)
      github.startReview(number)
      return { payload: github.payload(number) }
    },
  },
  {
    name: 'no configuration and nothing found',
    options: { files: { 'b.json': policy([]) } },
    status: 0,
    prepare: (github) => ({ payload: github.payload(opened(github, { 'b.json': '{}' })) }),
  },
  {
    name: 'a pull request that is known by its number',
    options: { files },
    status: 1,
    prepare: (github) => {
      const number = opened(github)
      return { payload: github.workflowRunPayload(number), inputs: { 'pull-request': String(number) } }
    },
  },
  {
    name: 'a fork that is known by its branch, many files',
    options: { files },
    status: 1,
    prepare: (github) => {
      const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`a/${index}.json`, `[${index}]`]))
      return { payload: github.workflowRunPayload(opened(github, { ...change, ...many }, true)) }
    },
  },
  {
    name: 'a merge group of many files',
    options: { files },
    status: 1,
    prepare: (github) => {
      const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`a/${index}.txt`, `${index}`]))
      return { payload: github.mergeGroupPayload(opened(github, { ...change, ...many })) }
    },
  },
  {
    name: 'a module of which one file changed',
    options: { files: { [config]: narrow, 'm/main.tf': taking, 'm/locals.tf': taken('203.0.113.0/24') } },
    status: 1,
    prepare: (github) => ({ payload: github.payload(opened(github, { 'm/locals.tf': taken('203.0.113.999/32') })) }),
  },
  {
    name: 'a whole tree that GitHub lists in parts',
    options: { files: { ...files, [path]: wrong('A') }, limits: { treeEntries: 3 } },
    status: 1,
    prepare: (github) => {
      opened(github)
      return { payload: github.branchPayload('push') }
    },
  },
]
