import { presentPull } from './present-pull.ts'
import { presentAccount, presentRepository } from './present-repository.ts'
import { account, type Pull, type World } from './world.ts'

/** An event, as a runner would find it, and the variables that come with it. */
export interface Payload {
  readonly event: string
  /** GITHUB_SHA: for a pull request the commit of its test merge, not its head. */
  readonly sha: string
  readonly ref: string
  readonly headRef: string
  readonly baseRef: string
  readonly body: Readonly<Record<string, unknown>>
}

const sender = (world: World, login: string): object => ({
  repository: presentRepository(world, false),
  sender: presentAccount(world, account(login)),
})

/** The commit of merging head into base, which GitHub makes for each pull request. The head itself if they conflict. */
function testMerge(world: World, base: string, head: string): string {
  const tree = world.git.mergeTree(base, head)
  if (tree === undefined) return head
  const time = Date.parse('2026-01-01T00:00:00Z') / 1000
  return world.git.commit({ parents: [base, head], message: `Merge ${head} into ${base}`, time, tree })
}

/** `pull_request` (and `pull_request_target`): GitHub's payload of one activity. */
export function pullRequestPayload(world: World, pull: Pull, action: string, before: string | undefined): Payload {
  const pushed = action === 'synchronize' ? { before: before ?? pull.baseSha, after: pull.headSha } : {}
  return {
    event: 'pull_request',
    sha: testMerge(world, world.branches.get(pull.base) ?? pull.baseSha, pull.headSha),
    ref: `refs/pull/${pull.number}/merge`,
    headRef: pull.head,
    baseRef: pull.base,
    body: {
      action,
      number: pull.number,
      ...pushed,
      pull_request: presentPull(world, pull),
      ...sender(world, pull.author.login),
    },
  }
}

/** `merge_group`: GitHub names the last pull request in the branch, and nowhere else. */
export function mergeGroupPayload(world: World, pull: Pull): Payload {
  const base = world.branches.get(pull.base) ?? pull.baseSha
  const head = testMerge(world, base, pull.headSha)
  const ref = `refs/heads/gh-readonly-queue/${pull.base}/pr-${pull.number}-${base}`
  world.branches.set(ref.slice('refs/heads/'.length), head)
  const commit = { id: head, message: `Merge pull request #${pull.number}`, timestamp: pull.updatedAt }
  return {
    event: 'merge_group',
    sha: head,
    ref,
    headRef: '',
    baseRef: '',
    body: {
      action: 'checks_requested',
      merge_group: {
        head_sha: head,
        head_ref: ref,
        base_sha: base,
        base_ref: `refs/heads/${pull.base}`,
        head_commit: commit,
      },
      ...sender(world, pull.author.login),
    },
  }
}

/** `workflow_run`: without the pull request where it came from a fork. */
export function workflowRunPayload(world: World, pull: Pull): Payload {
  const sha = world.branches.get(world.defaultBranch) ?? ''
  const link = { number: pull.number, head: { ref: pull.head, sha: pull.headSha }, base: { ref: pull.base } }
  return {
    event: 'workflow_run',
    sha,
    ref: `refs/heads/${world.defaultBranch}`,
    headRef: '',
    baseRef: '',
    body: {
      action: 'completed',
      workflow_run: {
        event: 'pull_request',
        conclusion: 'success',
        head_sha: pull.headSha,
        head_branch: pull.head,
        head_repository: presentRepository(world, pull.fork),
        pull_requests: pull.fork ? [] : [link],
      },
      ...sender(world, pull.author.login),
    },
  }
}

/** `push`, `schedule` and `workflow_dispatch`: a branch as it is. */
export function branchPayload(world: World, event: string, branch: string): Payload {
  const sha = world.branches.get(branch) ?? ''
  const ref = `refs/heads/${branch}`
  const push = { before: '0'.repeat(40), after: sha, created: false, deleted: false, forced: false, commits: [] }
  const more: Readonly<Record<string, object>> = {
    push: { ref, ...push },
    schedule: { schedule: '0 6 * * 1' },
    workflow_dispatch: { ref, inputs: {}, workflow: '.github/workflows/sourceip-guard.yml' },
  }
  return { event, sha, ref, headRef: '', baseRef: '', body: { ...more[event], ...sender(world, world.owner) } }
}
