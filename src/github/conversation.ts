import { GitHubError, outcomeOf, type Written } from './answers.ts'
import type { Repository } from './client.ts'
import type { GitHubApi } from './octokit.ts'

/** All that was said on a pull request, and how it stands at this moment. */
export interface Conversation {
  /** Login of whoever the token speaks for, with `[bot]` where it is one. */
  readonly viewer: string
  readonly isOpen: boolean
  readonly head: string
  readonly threads: readonly Thread[]
  /** The comments below the pull request, which stand in no thread. */
  readonly comments: readonly PostedComment[]
}

/** A review comment and its answers. */
export interface Thread {
  readonly id: string
  readonly path: string
  readonly isResolved: boolean
  /** The first is the one that was answered. Of very long threads the end is missing. */
  readonly comments: readonly PostedComment[]
  readonly isWhole: boolean
}

export interface PostedComment {
  readonly id: string
  readonly url: string
  readonly body: string
  /** Whether the viewer wrote it: by login and kind of account, since anybody can write a marker. */
  readonly isOwn: boolean
}

/** A change of what is there. `id` is the one of the comment or, for `resolve`, of the thread. */
export type Edit =
  | { readonly kind: 'update-review-comment'; readonly id: string; readonly body: string }
  | { readonly kind: 'update-comment'; readonly id: string; readonly body: string }
  /** Folds a comment away as resolved. */
  | { readonly kind: 'minimize'; readonly id: string }
  | { readonly kind: 'resolve'; readonly id: string }

const question = `query($owner: String!, $repo: String!, $number: Int!, $threads: String, $comments: String) {
  viewer { login }
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      state
      headRefOid
      reviewThreads(first: 100, after: $threads) {
        pageInfo { hasNextPage endCursor }
        nodes {
          id
          isResolved
          path
          comments(first: 50) { totalCount nodes { id url body author { __typename login } } }
        }
      }
      comments(first: 100, after: $comments) {
        pageInfo { hasNextPage endCursor }
        nodes { id url body author { __typename login } }
      }
    }
  }
}`

interface Page<T> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly nodes: readonly T[]
}

interface CommentNode {
  readonly id: string
  readonly url: string
  readonly body: string
  /** Null for users who were deleted. */
  readonly author: { readonly __typename: string; readonly login: string } | null
}

interface ThreadNode {
  readonly id: string
  readonly isResolved: boolean
  readonly path: string
  readonly comments: { readonly totalCount: number; readonly nodes: readonly CommentNode[] }
}

interface Answer {
  readonly viewer: { readonly login: string }
  readonly repository: {
    readonly pullRequest: {
      readonly state: string
      readonly headRefOid: string
      readonly reviewThreads: Page<ThreadNode>
      readonly comments: Page<CommentNode>
    } | null
  } | null
}

const mostPages = 30

/** Reads all pages of a conversation. Throws where it is not there, or too long to be read. */
export async function readConversation({ reading }: GitHubApi, at: Repository, number: number): Promise<Conversation> {
  const [threads, comments]: [ThreadNode[], CommentNode[]] = [[], []]
  let [threadsOpen, commentsOpen] = [true, true]
  const cursors: { threads: string | null; comments: string | null } = { threads: null, comments: null }
  for (let page = 1; page <= mostPages; page++) {
    const answer = await reading.graphql<Answer>(question, { ...at, number, ...cursors })
    const found = answer.repository?.pullRequest
    if (!found) throw new GitHubError(`there is no pull request #${number}`)
    // A list that has ended gives nothing more, or begins again.
    if (threadsOpen) threads.push(...found.reviewThreads.nodes)
    if (commentsOpen) comments.push(...found.comments.nodes)
    threadsOpen &&= found.reviewThreads.pageInfo.hasNextPage
    commentsOpen &&= found.comments.pageInfo.hasNextPage
    if (threadsOpen) cursors.threads = found.reviewThreads.pageInfo.endCursor
    if (commentsOpen) cursors.comments = found.comments.pageInfo.endCursor
    if (threadsOpen || commentsOpen) continue
    const { login } = answer.viewer
    const shown = (node: CommentNode) => postedComment(node, login)
    return {
      viewer: login,
      isOpen: found.state === 'OPEN',
      head: found.headRefOid,
      threads: threads.map(({ id, isResolved, path, comments: { totalCount, nodes } }) => ({
        id,
        isResolved,
        path,
        comments: nodes.map(shown),
        isWhole: nodes.length === totalCount,
      })),
      comments: comments.map(shown),
    }
  }
  throw new GitHubError(`the conversation of pull request #${number} is too long to be read`)
}

function postedComment({ id, url, body, author }: CommentNode, viewer: string): PostedComment {
  return { id, url, body, isOwn: author !== null && isSame(author, viewer) }
}

/** GraphQL leaves `[bot]` out of the logins of authors, so that a person could have the same. */
function isSame(
  { __typename, login }: { readonly __typename: string; readonly login: string },
  viewer: string,
): boolean {
  const bare = (name: string) => name.toLowerCase().replace(/\[bot\]$/, '')
  if (bare(login) !== bare(viewer)) return false
  return !viewer.endsWith('[bot]') || __typename === 'Bot'
}

interface Mutation {
  readonly field: string
  readonly type: string
  readonly input: Readonly<Record<string, string>>
}

function mutationOf(edit: Edit): Mutation {
  const { id } = edit
  if (edit.kind === 'update-comment')
    return { field: 'updateIssueComment', type: 'UpdateIssueCommentInput', input: { id, body: edit.body } }
  if (edit.kind === 'update-review-comment') {
    const input = { pullRequestReviewCommentId: id, body: edit.body }
    return { field: 'updatePullRequestReviewComment', type: 'UpdatePullRequestReviewCommentInput', input }
  }
  return edit.kind === 'minimize'
    ? { field: 'minimizeComment', type: 'MinimizeCommentInput', input: { subjectId: id, classifier: 'RESOLVED' } }
    : { field: 'resolveReviewThread', type: 'ResolveReviewThreadInput', input: { threadId: id } }
}

const editsAtOnce = 20

/** Makes all edits, many in one request; gives what became of each. One that fails keeps none of the others from being made. */
export async function edit(api: GitHubApi, edits: readonly Edit[]): Promise<Written<undefined>[]> {
  const outcomes: Written<undefined>[] = []
  for (let from = 0; from < edits.length; from += editsAtOnce)
    outcomes.push(...(await editSome(api, edits.slice(from, from + editsAtOnce).map(mutationOf))))
  return outcomes
}

async function editSome({ writing }: GitHubApi, mutations: readonly Mutation[]): Promise<Written<undefined>[]> {
  const declared = mutations.map(({ type }, index) => `$i${index}: ${type}!`).join(', ')
  const fields = mutations.map(({ field }, index) => `e${index}: ${field}(input: $i${index}) { clientMutationId }`)
  const inputs = Object.fromEntries(mutations.map(({ input }, index) => [`i${index}`, input]))
  try {
    await writing.graphql(`mutation(${declared}) {\n${fields.join('\n')}\n}`, inputs)
    return mutations.map(() => ({ kind: 'done', value: undefined }))
  } catch (error) {
    return mutations.map((_, index) => outcomeOfEdit(error, `e${index}`))
  }
}

interface MutationError {
  readonly type?: string
  readonly message: string
  readonly path?: readonly unknown[]
}

/** GraphQL answers with status 200 and a list of what went wrong; the path of an entry names the mutation. */
function outcomeOfEdit(error: unknown, alias: string): Written<undefined> {
  if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors)) return outcomeOf(error)
  const errors: readonly MutationError[] = error.errors
  const own = errors.find(({ path }) => path === undefined || path[0] === alias)
  if (own === undefined) return { kind: 'done', value: undefined }
  return own.type === 'FORBIDDEN' ? { kind: 'no-permission' } : { kind: 'refused', message: own.message }
}
