import { anchorOf, type Wanted } from './anchors.ts'
import type { FileChange } from './git-repository.ts'
import { addIssueComment } from './issue-comments.ts'
import { branchPayload, mergeGroupPayload, type Payload, pullRequestPayload, workflowRunPayload } from './payload.ts'
import {
  type PresentedIssueComment,
  type PresentedReview,
  type PresentedReviewComment,
  presentIssueComment,
  presentReview,
  presentReviewComment,
} from './present-comments.ts'
import { addReply, addReview, addReviewComment, publishedComments } from './reviews.ts'
import { applied } from './suggestions.ts'
import { account, commitsOf, forkOwner, type Pull, type ReviewComment, type World } from './world.ts'

type Files = Readonly<Record<string, FileChange>>
/** What the GraphQL API did to a comment, in lower case (`resolved`); null if it is shown. */
type Minimized = { readonly minimized: string | null; readonly resolved?: boolean }

/** What people (and GitHub's own buttons) do. Everything is synchronous; numbers are pull requests, ids are comments. */
export interface People {
  /**
   * Commits to a branch and gives the commit's id; open pull requests of that branch follow. A new branch starts at
   * `from` (a branch or a commit; the default branch if not given). With `force` the branch is put onto `from` instead
   * (the parent of its tip if not given, which amends).
   */
  readonly commit: (
    branch: string,
    files: Files,
    options?: { from?: string; force?: boolean; message?: string },
  ) => string
  /** Merges another branch into a branch, as the button "Update branch" does. Throws on a conflict. */
  readonly merge: (branch: string, from: string) => string
  readonly openPullRequest: (request: {
    base?: string
    head: string
    fork?: boolean
    author?: string
    draft?: boolean
    title?: string
  }) => number
  readonly closePullRequest: (number: number) => void
  readonly reopenPullRequest: (number: number) => void
  /** A commit on the base branch of a pull request. */
  readonly moveBase: (number: number, files: Files) => string
  /** Makes another branch the base of a pull request. */
  readonly retarget: (number: number, base: string) => void
  readonly headSha: (number: number) => string
  /** The text of a file at the tip of a branch; undefined if there is none. */
  readonly fileText: (branch: string, path: string) => string | undefined
  readonly reviews: (number: number) => readonly PresentedReview[]
  /** Published comments, as the API would list them now. */
  readonly reviewComments: (number: number) => readonly (PresentedReviewComment & Minimized)[]
  readonly issueComments: (number: number) => readonly (PresentedIssueComment & Minimized)[]
  /** A comment of the conversation by somebody else; gives its id. */
  readonly comment: (number: number, comment: { body: string; author?: string }) => number
  /** A review comment by somebody else; gives its id. */
  readonly reviewComment: (number: number, comment: Wanted & { body: string; author?: string }) => number
  /** An answer in the thread of a review comment; gives its id. */
  readonly reply: (commentId: number, comment: { body: string; author?: string }) => number
  /** A pending review, by the owner of the default token if nobody is named; gives its id. */
  readonly startReview: (number: number, author?: string) => number
  /** Commits the first suggestion of a comment, and gives the commit's id. Throws where GitHub refuses. */
  readonly applySuggestion: (commentId: number) => string
  readonly batchApply: (commentIds: readonly number[]) => string
  /** `pull_request` with an activity (`opened`, `synchronize`, `reopened`, `edited`); and the other events. */
  readonly payload: (number: number, action?: string) => Payload
  readonly mergeGroupPayload: (number: number) => Payload
  readonly workflowRunPayload: (number: number) => Payload
  readonly branchPayload: (event: 'push' | 'schedule' | 'workflow_dispatch', branch?: string) => Payload
  /** The body of the `pull_request` event alone. */
  readonly eventPayload: (number: number, action?: string) => Readonly<Record<string, unknown>>
}

/** The people of one world. */
export function createPeople(world: World): People {
  const pullOf = (number: number): Pull => known(world.pulls.get(number), `pull request ${number}`)
  const commentOf = (id: number): ReviewComment =>
    known(
      world.reviewComments.find((comment) => comment.id === id),
      `review comment ${id}`,
    )
  const commit = createCommit(world)
  const batchApply = (ids: readonly number[]): string => {
    const comments = ids.map(commentOf)
    const pull = pullOf(known(comments[0], 'comment to apply').pull)
    return commit(pull.head, applied(world, pull, comments), { message: 'Apply suggestions from code review' })
  }
  return {
    commit,
    merge: (branch, from) => mergeInto(world, branch, from),
    ...pullActions(world, pullOf),
    moveBase: (number, files) => commit(pullOf(number).base, files),
    headSha: (number) => pullOf(number).headSha,
    fileText: (branch, path) => fileText(world, branch, path),
    ...lists(world, pullOf),
    ...commenting(world, pullOf, commentOf),
    applySuggestion: (id) => batchApply([id]),
    batchApply,
    ...payloads(world, pullOf),
  }
}

function known<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`there is no ${what}`)
  return found
}

function createCommit(world: World): People['commit'] {
  return (branch, files, { from, force = false, message = 'change' } = {}) => {
    const tip = world.branches.get(branch)
    const start = from === undefined ? undefined : (world.branches.get(from) ?? from)
    const parent = force
      ? (start ?? firstParent(world, tip))
      : (tip ?? start ?? world.branches.get(world.defaultBranch))
    const time = Date.parse(world.now()) / 1000
    const parents = parent === undefined ? [] : [parent]
    return moved(world, branch, world.git.commit({ parents, message, time, files }))
  }
}

function firstParent(world: World, sha: string | undefined): string | undefined {
  const text = sha === undefined ? '' : (world.git.object(sha)?.content.toString() ?? '')
  return /^parent (\w+)/m.exec(text)?.[1]
}

/** A branch has a new tip: its open pull requests follow. */
function moved(world: World, branch: string, sha: string): string {
  world.branches.set(branch, sha)
  for (const pull of world.pulls.values()) {
    if (pull.head !== branch || pull.state !== 'open') continue
    pull.headSha = sha
    pull.baseSha = world.branches.get(pull.base) ?? pull.baseSha
    pull.updatedAt = world.now()
  }
  return sha
}

function mergeInto(world: World, branch: string, from: string): string {
  const one = known(world.branches.get(branch), `branch ${branch}`)
  const other = known(world.branches.get(from), `branch ${from}`)
  const tree = known(world.git.mergeTree(one, other), `merge of ${from} into ${branch} without conflicts`)
  const time = Date.parse(world.now()) / 1000
  const message = `Merge ${from} into ${branch}`
  return moved(world, branch, world.git.commit({ parents: [one, other], message, time, tree }))
}

type PullActions = 'openPullRequest' | 'closePullRequest' | 'reopenPullRequest' | 'retarget'
function pullActions(world: World, pullOf: (number: number) => Pull): Pick<People, PullActions> {
  return {
    openPullRequest: ({
      base = world.defaultBranch,
      head,
      fork = false,
      author,
      draft = false,
      title = 'A change',
    }) => {
      const number = world.pulls.size + 1
      const at = world.now()
      if (fork) world.forkBranches.add(head)
      const pull: Pull = {
        ...{ number, title, base, head, fork, draft, createdAt: at, updatedAt: at, state: 'open' },
        author: account(author ?? (fork ? forkOwner.login : 'octocat')),
        baseSha: known(world.branches.get(base), `branch ${base}`),
        headSha: known(world.branches.get(head), `branch ${head}`),
      }
      if (commitsOf(world, pull).length === 0) throw new Error(`no commits between ${base} and ${head}`)
      world.pulls.set(number, pull)
      return number
    },
    closePullRequest: (number) => {
      const pull = pullOf(number)
      pull.baseSha = world.branches.get(pull.base) ?? pull.baseSha
      pull.state = 'closed'
      pull.updatedAt = world.now()
    },
    reopenPullRequest: (number) => {
      const pull = pullOf(number)
      pull.state = 'open'
      moved(world, pull.head, known(world.branches.get(pull.head), `branch ${pull.head}`))
    },
    retarget: (number, base) => {
      const pull = pullOf(number)
      pull.baseSha = known(world.branches.get(base), `branch ${base}`)
      pull.base = base
      pull.updatedAt = world.now()
    },
  }
}

function fileText(world: World, branch: string, path: string): string | undefined {
  const entries = world.git.tree(known(world.branches.get(branch), `branch ${branch}`), true)
  const sha = entries.find((entry) => entry.path === path)?.sha
  return sha === undefined ? undefined : world.git.object(sha)?.content.toString()
}

function lists(
  world: World,
  pullOf: (number: number) => Pull,
): Pick<People, 'reviews' | 'reviewComments' | 'issueComments'> {
  return {
    reviews: (number) =>
      world.reviews.filter(({ pull }) => pull === number).map((review) => presentReview(world, review)),
    reviewComments: (number) => {
      const pull = pullOf(number)
      return publishedComments(world, pull).map((comment) => ({
        ...presentReviewComment(world, pull, comment),
        minimized: comment.minimized ?? null,
        resolved: comment.resolved === true,
      }))
    },
    issueComments: (number) =>
      world.issueComments
        .filter(({ pull }) => pull === number)
        .map((comment) => ({ ...presentIssueComment(world, comment), minimized: comment.minimized ?? null })),
  }
}

function commenting(
  world: World,
  pullOf: (number: number) => Pull,
  commentOf: (id: number) => ReviewComment,
): Pick<People, 'comment' | 'reviewComment' | 'reply' | 'startReview'> {
  return {
    comment: (number, { body, author = 'octocat' }) =>
      addIssueComment(world, { pull: pullOf(number).number, author: account(author), body }).id,
    reviewComment: (number, { body, author = 'octocat', ...wanted }) => {
      const pull = pullOf(number)
      const commit = pull.headSha
      const anchored = anchorOf(world, pull, commit, wanted)
      if ('refusal' in anchored) throw new Error(anchored.refusal.message)
      const review = { pull: number, author: account(author), body: '', state: 'COMMENTED', commit } as const
      return addReviewComment(world, { review: addReview(world, review), body, anchor: anchored.anchor }).id
    },
    reply: (id, { body, author = 'octocat' }) => {
      const parent = commentOf(id)
      return addReply(world, pullOf(parent.pull), { parent, author: account(author), body }).id
    },
    startReview: (number, author) => {
      const viewer = author === undefined ? [...world.tokens.values()][0]?.viewer : account(author)
      const pending = { pull: number, author: known(viewer, 'token'), body: '', state: 'PENDING' } as const
      return addReview(world, { ...pending, commit: pullOf(number).headSha }).id
    },
  }
}

type Payloads = 'payload' | 'mergeGroupPayload' | 'workflowRunPayload' | 'branchPayload' | 'eventPayload'
function payloads(world: World, pullOf: (number: number) => Pull): Pick<People, Payloads> {
  const payload = (number: number, action = 'opened'): Payload => {
    const pull = pullOf(number)
    return pullRequestPayload(world, pull, action, commitsOf(world, pull).at(-2))
  }
  return {
    payload,
    eventPayload: (number, action) => payload(number, action).body,
    mergeGroupPayload: (number) => mergeGroupPayload(world, pullOf(number)),
    workflowRunPayload: (number) => workflowRunPayload(world, pullOf(number)),
    branchPayload: (event, branch = world.defaultBranch) => branchPayload(world, event, branch),
  }
}
