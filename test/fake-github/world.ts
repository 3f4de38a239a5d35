import { type DiffEntry, diffEntries, type PatchLimits } from './diff-entries.ts'
import type { GitRepository } from './git-repository.ts'
import type { Side } from './hunks.ts'

export interface Account {
  readonly login: string
  readonly id: number
  readonly type: 'User' | 'Bot'
}

export interface Token {
  readonly viewer: Account
  readonly access: 'write' | 'read-only'
  /** Whether it may resolve threads, for which GitHub wants `contents: write`. */
  readonly contents: 'read' | 'write'
}

export interface Pull {
  readonly number: number
  readonly title: string
  readonly author: Account
  readonly head: string
  readonly fork: boolean
  readonly draft: boolean
  readonly createdAt: string
  base: string
  /** Tip of the base branch when the pull request was opened or last pushed to: it goes stale, as GitHub's does. */
  baseSha: string
  headSha: string
  state: 'open' | 'closed'
  updatedAt: string
}

export interface Review {
  readonly id: number
  readonly pull: number
  readonly author: Account
  readonly body: string
  readonly state: 'PENDING' | 'COMMENTED' | 'APPROVED' | 'CHANGES_REQUESTED'
  readonly commit: string
  readonly submittedAt: string | undefined
}

export interface Anchor {
  readonly path: string
  readonly subject: 'line' | 'file'
  readonly side: Side
  readonly line: number | undefined
  readonly startLine: number | undefined
  readonly startSide: Side | undefined
  readonly position: number
  readonly diffHunk: string
}

export interface ReviewComment {
  readonly id: number
  readonly pull: number
  readonly review: number
  readonly author: Account
  readonly commit: string
  readonly anchor: Anchor
  readonly replyTo: number | undefined
  readonly createdAt: string
  body: string
  updatedAt: string
  minimized: string | undefined
  /** Of the first comment: whether its thread is resolved. */
  resolved?: boolean
}

export interface IssueComment {
  readonly id: number
  readonly pull: number
  readonly author: Account
  readonly createdAt: string
  body: string
  updatedAt: string
  minimized: string | undefined
}

export interface Limits {
  /** Files that "list pull requests files" gives at most. */
  readonly pullFiles: number
  /** Files that "compare two commits" gives at most, and above which the diff media type is refused. */
  readonly compareFiles: number
  /** Lines above which the diff media type is refused. */
  readonly diffLines: number
  /** Above these a file has no `patch`. */
  readonly patch: PatchLimits
  /** Above this the contents API gives no content as JSON. */
  readonly contentBytes: number
  /** Entries of one tree above which it is truncated. */
  readonly treeEntries: number
  /** Characters of a comment. */
  readonly body: number
  /** Comments of one review. */
  readonly reviewComments: number
}

export const githubLimits: Limits = {
  pullFiles: 3000,
  compareFiles: 300,
  diffLines: 20_000,
  patch: { bytes: 500_000, lines: 20_000 },
  contentBytes: 1_048_576,
  treeEntries: 100_000,
  body: 65_536,
  reviewComments: 100,
}

/** Everything the fake remembers. */
export interface World {
  readonly git: GitRepository
  readonly limits: Limits
  /** Address of the REST API without a slash at its end, and of the web pages. */
  readonly api: string
  readonly web: string
  readonly owner: string
  readonly name: string
  readonly defaultBranch: string
  readonly branches: Map<string, string>
  /** Branches that live in the fork: the repository itself does not know their names. */
  readonly forkBranches: Set<string>
  readonly tokens: Map<string, Token>
  readonly pulls: Map<number, Pull>
  readonly reviews: Review[]
  readonly reviewComments: ReviewComment[]
  readonly issueComments: IssueComment[]
  readonly diffs: Map<string, readonly DiffEntry[]>
  /** The next number for comments and reviews; and for issues and pull requests. */
  readonly nextId: () => number
  /** A clock that goes on by one second at each look: the same script gives the same times and commits. */
  readonly now: () => string
}

export const repositoryId = 70_107_786
export const forkRepositoryId = 80_107_786
export const forkOwner: Account = { login: 'contributor', id: 1_000_001, type: 'User' }
export const actionsBot: Account = { login: 'github-actions[bot]', id: 41_898_282, type: 'Bot' }

/** A person (or a bot, by the name) with an id that depends on the login alone. */
export function account(login: string): Account {
  if (login === actionsBot.login) return actionsBot
  if (login === forkOwner.login) return forkOwner
  let hash = 7
  for (const letter of login) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9_000_000
  return { login, id: 2_000_000 + hash, type: login.endsWith('[bot]') ? 'Bot' : 'User' }
}

/** Differences of two commits, remembered. */
export function differences(world: World, from: string, to: string): readonly DiffEntry[] {
  const key = `${from} ${to}`
  const known = world.diffs.get(key) ?? diffEntries(world.git, from, to, world.limits.patch)
  world.diffs.set(key, known)
  return known
}

/** What a pull request changes up to one of its commits: three-dot, from the merge base with the base branch as it is now. */
export function changedFiles(world: World, pull: Pull, commit = pull.headSha): readonly DiffEntry[] {
  return differences(world, mergeBaseOf(world, pull, commit), commit)
}

export function mergeBaseOf(world: World, pull: Pull, commit = pull.headSha): string {
  const base = world.git.mergeBase(baseTip(world, pull), commit)
  if (base === undefined) throw new Error(`pull request ${pull.number} has no merge base`)
  return base
}

export function baseTip(world: World, pull: Pull): string {
  return (pull.state === 'open' ? world.branches.get(pull.base) : undefined) ?? pull.baseSha
}

/** The commits of a pull request, oldest first. */
export function commitsOf(world: World, pull: Pull): readonly string[] {
  return world.git.commitsBetween(baseTip(world, pull), pull.headSha)
}

/** A branch, full ref, pull ref or commit id of the repository (not of its fork) as commit id. */
export function resolveRef(world: World, ref: string): string | undefined {
  const pullRef = /^(?:refs\/)?pull\/(\d+)\/head$/.exec(ref)
  if (pullRef) return world.pulls.get(Number(pullRef[1]))?.headSha
  const branch = ref.replace(/^(?:refs\/)?heads\//, '')
  const tip = world.forkBranches.has(branch) ? undefined : world.branches.get(branch)
  if (tip !== undefined) return tip
  if (!/^[0-9a-f]{40}$/.test(ref)) return undefined
  return world.git.object(ref)?.type === 'commit' ? ref : undefined
}
