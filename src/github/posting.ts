import { allPages } from './answers.ts'
import type { NewFileComment, NewReview, Repository } from './client.ts'
import type { GitHubApi } from './octokit.ts'

/** Posts one review, which only comments. Gives its address. */
export async function createReview(
  { writing }: GitHubApi,
  at: Repository,
  number: number,
  { commit, body, comments }: NewReview,
): Promise<string> {
  const { data } = await writing.rest.pulls.createReview({
    ...at,
    pull_number: number,
    commit_id: commit,
    event: 'COMMENT',
    body,
    comments: comments.map(({ path, startLine, line, body }) => ({
      path,
      line,
      side: 'RIGHT',
      ...(startLine === undefined ? {} : { start_line: startLine, start_side: 'RIGHT' }),
      body,
    })),
  })
  return data.html_url
}

/** Posts a comment on a file, not on a line of it: GitHub takes such comments one by one, and in no review. */
export async function createFileComment(
  { writing }: GitHubApi,
  at: Repository,
  number: number,
  { commit, path, body }: NewFileComment,
): Promise<string> {
  const { data } = await writing.rest.pulls.createReviewComment({
    ...at,
    pull_number: number,
    commit_id: commit,
    path,
    body,
    subject_type: 'file',
  })
  return data.html_url
}

/** Answers in the thread of the review comment at `url`. GraphQL's own numbers of comments do not hold the newer ones. */
export async function createReply(
  { writing }: GitHubApi,
  at: Repository,
  { number, url, body }: { readonly number: number; readonly url: string; readonly body: string },
): Promise<string> {
  const comment_id = Number(/#discussion_r(\d+)$/.exec(url)?.[1])
  const { data } = await writing.rest.pulls.createReplyForReviewComment({
    ...at,
    pull_number: number,
    comment_id,
    body,
  })
  return data.html_url
}

/** Posts a comment to the conversation of a pull request. */
export async function createComment(
  { writing }: GitHubApi,
  at: Repository,
  number: number,
  body: string,
): Promise<string> {
  const { data } = await writing.rest.issues.createComment({ ...at, issue_number: number, body })
  return data.html_url
}

/** Deletes the pending reviews of `viewer`; gives how many there were. GitHub shows a pending review to its author alone. */
export async function deleteDrafts(
  { reading, writing }: GitHubApi,
  at: Repository,
  number: number,
  viewer: string,
): Promise<number> {
  const reviews = await allPages(20, (page) =>
    reading.rest.pulls.listReviews({ ...at, pull_number: number, per_page: 100, page }),
  )
  const drafts = reviews.filter(({ state, user }) => state === 'PENDING' && user?.login === viewer)
  for (const { id } of drafts)
    await writing.rest.pulls.deletePendingReview({ ...at, pull_number: number, review_id: id })
  return drafts.length
}
