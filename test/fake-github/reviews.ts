import { anchorOf, type Refusal, type Wanted } from './anchors.ts'
import { type Answer, type Call, created, invalid, notFound, ok, paged, unprocessable } from './answers.ts'
import { presentReview, presentReviewComment } from './present-comments.ts'
import {
  type Account,
  type Anchor,
  commitsOf,
  type Pull,
  type Review,
  type ReviewComment,
  type World,
} from './world.ts'

type DraftComment = Wanted & { readonly body: string; readonly position?: number }
interface ReviewRequest {
  readonly commit_id?: string
  readonly body?: string
  readonly event?: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT'
  readonly comments?: readonly DraftComment[]
}
type CommentRequest = DraftComment & { readonly commit_id: string; readonly in_reply_to?: number }

const states = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const
const tooLong = (world: World): string => `Body is too long (maximum is ${world.limits.body} characters)`
const onePending = 'User can only have one pending review per pull request'
const foreignCommit = 'The `end_commit_oid` is not part of the pull request'

export function pullOf(call: Call): Pull | undefined {
  return call.world.pulls.get(Number(call.path['pull_number'] ?? call.path['issue_number']))
}

/** POST pulls/{n}/reviews: all comments or none, and no word on which one was at fault. */
export function createReview(call: Call): Answer {
  const { world, token } = call
  const pull = pullOf(call)
  if (pull === undefined) return notFound()
  const request = (call.body ?? {}) as ReviewRequest // checked against GitHub's description
  const commit = request.commit_id ?? pull.headSha
  const refusals = [...reviewRefusals(world, pull, token.viewer, request), ...commitRefusals(world, pull, commit)]
  if (refusals.length > 0) return unprocessable(...refusals)
  const anchors: Anchor[] = []
  for (const comment of request.comments ?? []) {
    const anchored = anchorOf(world, pull, commit, comment)
    if ('refusal' in anchored) return unprocessable(anchored.refusal.message)
    anchors.push(anchored.anchor)
  }
  const state = request.event === undefined ? 'PENDING' : states[request.event]
  const review = addReview(world, { pull: pull.number, author: token.viewer, body: request.body ?? '', state, commit })
  for (const [index, { body }] of (request.comments ?? []).entries()) {
    const anchor = anchors[index]
    if (anchor) addReviewComment(world, { review, body, anchor })
  }
  return ok(presentReview(world, review))
}

function reviewRefusals(world: World, pull: Pull, viewer: Account, request: ReviewRequest): readonly string[] {
  const comments = request.comments ?? []
  const body = request.body ?? ''
  const own = pull.author.id === viewer.id
  const rules: readonly (readonly [refused: boolean, message: string])[] = [
    [pendingOf(world, pull, viewer) !== undefined, onePending],
    [own && request.event === 'APPROVE', 'Can not approve your own pull request'],
    [own && request.event === 'REQUEST_CHANGES', 'Can not request changes on your own pull request'],
    [request.event === 'REQUEST_CHANGES' && body === '', "Body can't be blank"],
    [request.event === 'COMMENT' && body === '' && comments.length === 0, "Body can't be blank"],
    [comments.some((comment) => comment.body.trim() === ''), "Pull request review comment body can't be blank"],
    [
      [body, ...comments.map((comment) => comment.body)].some((text) => text.length > world.limits.body),
      tooLong(world),
    ],
    [comments.length > world.limits.reviewComments, 'Too many comments'],
  ]
  return rules.filter(([refused]) => refused).map(([, message]) => message)
}

const commitRefusals = (world: World, pull: Pull, commit: string): readonly string[] =>
  commitsOf(world, pull).includes(commit) ? [] : [foreignCommit]

function pendingOf(world: World, pull: Pull, viewer: Account): Review | undefined {
  return world.reviews.find(
    ({ pull: number, author, state }) => number === pull.number && author.id === viewer.id && state === 'PENDING',
  )
}

export function addReview(world: World, review: Omit<Review, 'id' | 'submittedAt'>): Review {
  const submittedAt = review.state === 'PENDING' ? undefined : world.now()
  const added = { ...review, id: world.nextId(), submittedAt }
  world.reviews.push(added)
  return added
}

export function addReviewComment(
  world: World,
  comment: {
    readonly review: Review
    readonly body: string
    readonly anchor: Anchor
    readonly inThreadOf?: ReviewComment
  },
): ReviewComment {
  const { review, body, anchor, inThreadOf } = comment
  const at = world.now()
  const added: ReviewComment = {
    id: world.nextId(),
    pull: review.pull,
    review: review.id,
    author: review.author,
    // An answer stands, and moves, with its thread.
    commit: inThreadOf?.commit ?? review.commit,
    replyTo: inThreadOf && (inThreadOf.replyTo ?? inThreadOf.id),
    anchor,
    body,
    createdAt: at,
    updatedAt: at,
    minimized: undefined,
  }
  world.reviewComments.push(added)
  return added
}

/** POST pulls/{n}/comments: one comment, on a line or on a file; it becomes a review of its own. */
export function createReviewComment(call: Call): Answer {
  const { world, token } = call
  const pull = pullOf(call)
  if (pull === undefined) return notFound()
  const request = call.body as CommentRequest // checked against GitHub's description
  if (request.in_reply_to !== undefined) return reply(call, pull, request.in_reply_to, request.body)
  const bad = bodyRefusal(world, request.body) ?? commentRefusal(world, pull, token.viewer, request.commit_id)
  if (bad) return refusedComment(bad)
  const anchored = anchorOf(world, pull, request.commit_id, request)
  if ('refusal' in anchored) return refusedComment(anchored.refusal)
  const review = singleReview(world, pull, token.viewer, request.commit_id)
  return shownComment(call, pull, addReviewComment(world, { review, body: request.body, anchor: anchored.anchor }))
}

function shownComment(call: Call, pull: Pull, comment: ReviewComment): Answer {
  return created(presentReviewComment(call.world, pull, comment))
}

const refusedComment = ({ field, message }: Refusal): Answer => invalid('PullRequestReviewComment', field, message)

function commentRefusal(world: World, pull: Pull, viewer: Account, commit: string): Refusal | undefined {
  if (pendingOf(world, pull, viewer)) return { field: 'user_id', message: onePending }
  const field = 'pull_request_review_thread.end_commit_oid'
  return commitRefusals(world, pull, commit).map((message) => ({ field, message }))[0]
}

/** What is wrong with the text of a comment of any kind. */
export function bodyRefusal(world: World, body: string): Refusal | undefined {
  if (body.trim() === '') return { field: 'body', message: "Body can't be blank" }
  return body.length > world.limits.body ? { field: 'body', message: tooLong(world) } : undefined
}

export function singleReview(world: World, pull: Pull, author: Account, commit: string): Review {
  return addReview(world, { pull: pull.number, author, body: '', state: 'COMMENTED', commit })
}

/** POST pulls/{n}/comments/{id}/replies. */
export function createReply(call: Call): Answer {
  const pull = pullOf(call)
  if (pull === undefined) return notFound()
  return reply(call, pull, Number(call.path['comment_id']), (call.body as { readonly body: string }).body)
}

function reply(call: Call, pull: Pull, to: number, body: string): Answer {
  const { world, token } = call
  const parent = world.reviewComments.find(({ id, pull: number }) => id === to && number === pull.number)
  if (parent === undefined) return notFound()
  const bad = bodyRefusal(world, body) ?? commentRefusal(world, pull, token.viewer, pull.headSha)
  if (bad) return refusedComment(bad)
  return shownComment(call, pull, addReply(world, pull, { parent, author: token.viewer, body }))
}

/** Answers join the thread of the first comment, whichever of its comments was answered. */
export function addReply(
  world: World,
  pull: Pull,
  { parent, author, body }: { parent: ReviewComment; author: Account; body: string },
): ReviewComment {
  const review = singleReview(world, pull, author, pull.headSha)
  return addReviewComment(world, { review, body, anchor: parent.anchor, inThreadOf: parent })
}

/** PATCH pulls/comments/{id}. */
export function updateReviewComment(call: Call): Answer {
  const { world } = call
  const comment = world.reviewComments.find(({ id }) => id === Number(call.path['comment_id']))
  const pull = comment && world.pulls.get(comment.pull)
  if (comment === undefined || pull === undefined) return notFound()
  const { body } = call.body as { readonly body: string }
  const bad = bodyRefusal(world, body)
  if (bad) return refusedComment(bad)
  comment.body = body
  comment.updatedAt = world.now()
  return ok(presentReviewComment(world, pull, comment))
}

/** GET pulls/{n}/comments: the comments of pending reviews are not among them. */
export function listReviewComments(call: Call): Answer {
  const { world, query } = call
  const pull = pullOf(call)
  if (pull === undefined) return notFound()
  const shown = publishedComments(world, pull).filter(({ updatedAt }) => updatedAt >= (query['since'] ?? ''))
  if (query['direction'] === 'desc') shown.reverse()
  return paged(
    call,
    shown.map((comment) => presentReviewComment(world, pull, comment)),
  )
}

export function publishedComments(world: World, pull: Pull): ReviewComment[] {
  const pending = new Set(world.reviews.filter(({ state }) => state === 'PENDING').map(({ id }) => id))
  return world.reviewComments.filter(({ pull: number, review }) => number === pull.number && !pending.has(review))
}

/** GET pulls/{n}/reviews: a pending one is shown to its author alone. */
export function listReviews(call: Call): Answer {
  const { world, token } = call
  const pull = pullOf(call)
  if (pull === undefined) return notFound()
  const shown = world.reviews.filter(
    (review) => review.pull === pull.number && (review.state !== 'PENDING' || review.author.id === token.viewer.id),
  )
  return paged(
    call,
    shown.map((review) => presentReview(world, review)),
  )
}

/** DELETE pulls/{n}/reviews/{id}: pending reviews only. */
export function deletePendingReview(call: Call): Answer {
  const { world, token } = call
  const index = world.reviews.findIndex(({ id }) => id === Number(call.path['review_id']))
  const review = world.reviews[index]
  if (review === undefined || (review.state === 'PENDING' && review.author.id !== token.viewer.id)) return notFound()
  if (review.state !== 'PENDING') return unprocessable('Can not delete a non-pending pull request review')
  world.reviews.splice(index, 1)
  const kept = world.reviewComments.filter((comment) => comment.review !== review.id)
  world.reviewComments.splice(0, world.reviewComments.length, ...kept)
  return ok(presentReview(world, review))
}
