import { currentPlace } from './anchors.ts'
import { presentAccount } from './present-repository.ts'
import type { IssueComment, Pull, Review, ReviewComment, World } from './world.ts'

type Json = Readonly<Record<string, unknown>>

export interface PresentedAccount {
  readonly login: string
  readonly id: number
  readonly type: string
}

/** A review comment as GitHub's REST API gives it; `minimized` is what GraphQL knows and is given to tests alone. */
export interface PresentedReviewComment {
  readonly id: number
  readonly node_id: string
  readonly pull_request_review_id: number
  readonly path: string
  readonly body: string
  readonly user: PresentedAccount
  readonly commit_id: string
  readonly original_commit_id: string
  readonly line: number | null
  readonly start_line: number | null
  readonly side: 'LEFT' | 'RIGHT'
  readonly start_side: 'LEFT' | 'RIGHT' | null
  readonly position: number | null
  readonly original_line: number | null
  readonly original_start_line: number | null
  readonly subject_type: 'line' | 'file'
  readonly diff_hunk: string
  readonly in_reply_to_id?: number
}

export interface PresentedReview {
  readonly id: number
  readonly node_id: string
  readonly user: PresentedAccount
  readonly body: string
  readonly state: string
  readonly commit_id: string
  readonly html_url: string
}

export interface PresentedIssueComment {
  readonly id: number
  readonly node_id: string
  readonly user: PresentedAccount
  readonly body: string
}

const presentUser = (world: World, comment: { readonly author: Review['author'] }): PresentedAccount & Json => ({
  ...presentAccount(world, comment.author),
  ...comment.author,
})

function addresses(world: World, pull: number): { readonly api: string; readonly html: string; readonly self: string } {
  const api = `${world.api}/repos/${world.owner}/${world.name}`
  return { api, html: `${world.web}/${world.owner}/${world.name}/pull/${pull}`, self: `${api}/pulls/${pull}` }
}

/** A review comment as it looks now: outdated comments have no line and no position, and keep where they once were. */
export function presentReviewComment(world: World, pull: Pull, comment: ReviewComment): PresentedReviewComment & Json {
  const { api, html, self } = addresses(world, pull.number)
  const { anchor } = comment
  const now = currentPlace(world, pull, comment)
  const url = `${api}/pulls/comments/${comment.id}`
  const page = `${html}#discussion_r${comment.id}`
  return {
    id: comment.id,
    node_id: `PRRC_${comment.id}`,
    url,
    pull_request_review_id: comment.review,
    diff_hunk: anchor.diffHunk,
    path: anchor.path,
    // Of a comment, `commit_id` moves on with the head, even if it is outdated; `original_commit_id` stays.
    commit_id: pull.headSha,
    original_commit_id: comment.commit,
    user: presentUser(world, comment),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: page,
    pull_request_url: self,
    author_association: association(comment.author.type),
    _links: { self: { href: url }, html: { href: page }, pull_request: { href: self } },
    line: now?.line ?? null,
    original_line: anchor.line ?? null,
    start_line: now?.startLine ?? null,
    original_start_line: anchor.startLine ?? null,
    side: anchor.side,
    start_side: anchor.startSide ?? null,
    position: now?.position ?? null,
    original_position: anchor.position,
    subject_type: anchor.subject,
    reactions: noReactions(`${url}/reactions`),
    ...(comment.replyTo === undefined ? {} : { in_reply_to_id: comment.replyTo }),
  }
}

/** A review: its `commit_id` is frozen, unlike that of its comments. */
export function presentReview(world: World, review: Review): PresentedReview & Json {
  const { html, self } = addresses(world, review.pull)
  const page = `${html}#pullrequestreview-${review.id}`
  return {
    id: review.id,
    node_id: `PRR_${review.id}`,
    user: presentUser(world, review),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url: self,
    author_association: association(review.author.type),
    _links: { html: { href: page }, pull_request: { href: self } },
    ...(review.submittedAt === undefined ? {} : { submitted_at: review.submittedAt }),
    commit_id: review.commit,
  }
}

/** A comment of the conversation. */
export function presentIssueComment(world: World, comment: IssueComment): PresentedIssueComment & Json {
  const { api, html } = addresses(world, comment.pull)
  const url = `${api}/issues/comments/${comment.id}`
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url,
    html_url: `${html}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${comment.pull}`,
    user: presentUser(world, comment),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(comment.author.type),
    body: comment.body,
    reactions: noReactions(`${url}/reactions`),
    performed_via_github_app: null,
  }
}

const association = (type: string): string => (type === 'Bot' ? 'NONE' : 'CONTRIBUTOR')

const noReactions = (url: string): Json => ({
  url,
  total_count: 0,
  '+1': 0,
  '-1': 0,
  laugh: 0,
  hooray: 0,
  confused: 0,
  heart: 0,
  rocket: 0,
  eyes: 0,
})
