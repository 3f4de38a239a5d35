import { type Answer, type Call, created, invalid, notFound, ok, paged } from './answers.ts'
import { presentIssueComment } from './present-comments.ts'
import { bodyRefusal, pullOf } from './reviews.ts'
import type { Account, IssueComment, World } from './world.ts'

/** GET issues/{n}/comments. */
export function listIssueComments(call: Call): Answer {
  const { world, query } = call
  const pull = pullOf(call)
  if (pull === undefined) return notFound()
  const shown = world.issueComments.filter(
    (comment) => comment.pull === pull.number && comment.updatedAt >= (query['since'] ?? ''),
  )
  return paged(
    call,
    shown.map((comment) => presentIssueComment(world, comment)),
  )
}

/** POST issues/{n}/comments. */
export function createIssueComment(call: Call): Answer {
  const { world, token } = call
  const pull = pullOf(call)
  if (pull === undefined) return notFound()
  const { body } = call.body as { readonly body: string } // checked against GitHub's description
  const bad = bodyRefusal(world, body)
  if (bad) return invalid('IssueComment', bad.field, bad.message)
  return created(presentIssueComment(world, addIssueComment(world, { pull: pull.number, author: token.viewer, body })))
}

export function addIssueComment(
  world: World,
  comment: { readonly pull: number; readonly author: Account; readonly body: string },
): IssueComment {
  const at = world.now()
  const added = { ...comment, id: world.nextId(), createdAt: at, updatedAt: at, minimized: undefined }
  world.issueComments.push(added)
  return added
}

const commentOf = ({ world, path }: Call): IssueComment | undefined =>
  world.issueComments.find(({ id }) => id === Number(path['comment_id']))

/** PATCH issues/comments/{id}. */
export function updateIssueComment(call: Call): Answer {
  const { world } = call
  const comment = commentOf(call)
  if (comment === undefined) return notFound()
  const { body } = call.body as { readonly body: string } // checked against GitHub's description
  const bad = bodyRefusal(world, body)
  if (bad) return invalid('IssueComment', bad.field, bad.message)
  comment.body = body
  comment.updatedAt = world.now()
  return ok(presentIssueComment(world, comment))
}

/** DELETE issues/comments/{id}. */
export function deleteIssueComment(call: Call): Answer {
  const comment = commentOf(call)
  if (comment === undefined) return notFound()
  call.world.issueComments.splice(call.world.issueComments.indexOf(comment), 1)
  return { status: 204 }
}
