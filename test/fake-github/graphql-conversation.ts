import { presentIssueComment, presentReviewComment } from './present-comments.ts'
import { publishedComments } from './reviews.ts'
import type { Account, IssueComment, Pull, ReviewComment, Token, World } from './world.ts'

type Json = Readonly<Record<string, unknown>>
export interface GraphQlError {
  readonly type: string
  readonly message: string
}
export type Resolved = { readonly value: Json } | { readonly error: GraphQlError }
export type Resolver = (world: World, token: Token, args: Json) => Resolved

/** An author as GraphQL has it: the login of a bot without `[bot]`. */
const actor = ({ login, type }: Account): Json => ({ __typename: type, login: login.replace(/\[bot\]$/, '') })

/** A list of nodes that is resolved when its arguments are known. */
export interface Connection {
  readonly connection: readonly Json[]
}

/** What `repository(owner, name)` selects from. */
export const repository: Resolver = (world, _, { owner, name }) => {
  if (owner !== world.owner || name !== world.name)
    return { error: { type: 'NOT_FOUND', message: `Could not resolve to a Repository with the name '${name}'.` } }
  return {
    value: { __typename: 'Repository', pullRequest: (args: Json) => pullRequest(world, Number(args['number'])) },
  }
}

function pullRequest(world: World, number: number): Json | null {
  const pull = world.pulls.get(number)
  if (pull === undefined) return null
  return {
    id: `PR_${number}`,
    number,
    state: pull.state.toUpperCase(),
    headRefOid: pull.headSha,
    reviewThreads: { connection: threads(world, pull) },
    comments: {
      connection: world.issueComments
        .filter(({ pull: at }) => at === number)
        .map((comment) => common(comment, String(presentIssueComment(world, comment)['html_url']), `IC_${comment.id}`)),
    },
  }
}

function common(comment: ReviewComment | IssueComment, url: string, id: string): Json {
  const { body, author, minimized } = comment
  return { id, url, body, author: actor(author), isMinimized: minimized !== undefined }
}

function threads(world: World, pull: Pull): Json[] {
  const all = publishedComments(world, pull)
  const shown = (comment: ReviewComment): Json => {
    const { path, html_url } = presentReviewComment(world, pull, comment)
    return { ...common(comment, String(html_url), `PRRC_${comment.id}`), path }
  }
  return all
    .filter(({ replyTo }) => replyTo === undefined)
    .map((root) => ({
      id: `PRRT_${root.id}`,
      isResolved: root.resolved === true,
      path: root.anchor.path,
      comments: { connection: all.filter(({ id, replyTo }) => id === root.id || replyTo === root.id).map(shown) },
    }))
}

const forbidden: Resolved = { error: { type: 'FORBIDDEN', message: 'Resource not accessible by integration' } }
const invalid = (message: string): Resolved => ({ error: { type: 'UNPROCESSABLE', message } })
const missing = (node: string): Resolved => ({
  error: { type: 'NOT_FOUND', message: `Could not resolve to a node with the global id of '${node}'` },
})

function commentByNode(world: World, node: string): ReviewComment | IssueComment | undefined {
  const [kind, id] = node.split('_')
  const lists: Readonly<Record<string, readonly (ReviewComment | IssueComment)[]>> = {
    PRRC: world.reviewComments,
    IC: world.issueComments,
  }
  return lists[kind ?? '']?.find((comment) => comment.id === Number(id))
}

const classifiers = ['ABUSE', 'DUPLICATE', 'OFF_TOPIC', 'OUTDATED', 'RESOLVED', 'SPAM']

function minimizeComment(world: World, token: Token, input: Json): Resolved {
  const { subjectId, classifier } = input as { subjectId?: string; classifier?: string }
  if (token.access === 'read-only') return forbidden
  if (!classifiers.includes(classifier ?? '')) return { error: { type: 'INVALID', message: 'no such classifier' } }
  const comment = commentByNode(world, subjectId ?? '')
  if (comment === undefined) return missing(subjectId ?? '')
  comment.minimized = (classifier ?? '').toLowerCase()
  const state = { isMinimized: true, minimizedReason: comment.minimized, viewerCanMinimize: true }
  return { value: { clientMutationId: null, minimizedComment: { ...state, id: subjectId } } }
}

/** Of a review comment or of one of the conversation; both have an input and an answer of their own. */
function update(world: World, token: Token, node: unknown, body: unknown): Resolved {
  if (token.access === 'read-only') return forbidden
  const comment = commentByNode(world, String(node))
  if (comment === undefined) return missing(String(node))
  if (comment.author.id !== token.viewer.id) return forbidden
  if (typeof body !== 'string' || body.trim() === '') return invalid("Body can't be blank")
  if (body.length > world.limits.body) return invalid(`Body is too long (maximum is ${world.limits.body} characters)`)
  comment.body = body
  comment.updatedAt = world.now()
  return { value: { id: String(node), body } }
}

const within = (name: string, resolved: Resolved): Resolved =>
  'error' in resolved ? resolved : { value: { clientMutationId: null, [name]: resolved.value } }

/** GitHub lets no token of Actions do this without `contents: write`, which it documents nowhere. */
function resolveReviewThread(world: World, token: Token, { threadId }: Json): Resolved {
  if (token.access === 'read-only' || token.contents !== 'write') return forbidden
  const root = world.reviewComments.find(({ id }) => `PRRT_${id}` === threadId)
  if (root === undefined) return missing(String(threadId))
  root.resolved = true
  return { value: { id: threadId, isResolved: true } }
}

export const mutations: Readonly<Record<string, Resolver>> = {
  minimizeComment: (world, token, { input }) => minimizeComment(world, token, input as Json),
  updatePullRequestReviewComment: (world, token, { input }) => {
    const { pullRequestReviewCommentId, body } = input as Json
    return within('pullRequestReviewComment', update(world, token, pullRequestReviewCommentId, body))
  },
  updateIssueComment: (world, token, { input }) => {
    const { id, body } = input as Json
    return within('issueComment', update(world, token, id, body))
  },
  resolveReviewThread: (world, token, { input }) => within('thread', resolveReviewThread(world, token, input as Json)),
}
