import type { Written } from '../github/answers.ts'
import type { GitHubClient, NewComment } from '../github/client.ts'
import type { Conversation } from '../github/conversation.ts'
import { parseHunks } from '../github/hunks.ts'
import { reviewText } from './delivery-wording.ts'
import { openThreads } from './marker.ts'
import type { Draft } from './review-comments.ts'

export type ReviewClient = Pick<GitHubClient, 'conversation' | 'pullRequestFiles' | 'createReview' | 'deleteDrafts'>

export interface ReviewTarget {
  readonly number: number
  /** The commit that was looked at. */
  readonly head: string
  /** Login of whoever posts. */
  readonly viewer: string
}

/** What became of the comments. Whatever it is, the verdict stays. */
export type Posting =
  | {
      readonly kind: 'posted'
      readonly url: string | undefined
      readonly posted: readonly Draft[]
      readonly left: number
    }
  | { readonly kind: 'no-permission' }
  | { readonly kind: 'failed'; readonly message: string }

/** GitHub takes no more in one review; found by users, in no document. */
const mostComments = 100

/**
 * Posts one review with the drafts, at most `most` of them, the gravest. Throws a `GitHubError` where it cannot be read whether a
 * review whose answer was lost is there. `drafts` must not be empty, nor `most` 0.
 */
export async function postReview(
  client: ReviewClient,
  target: ReviewTarget,
  drafts: readonly Draft[],
  most: number,
): Promise<Posting> {
  const chosen = drafts.slice(0, Math.min(most, mostComments))
  const left = drafts.length - chosen.length
  const first = await send(client, target, chosen, left)
  if (first.kind === 'unknown') return postAgain(client, target, chosen, left)
  if (first.kind === 'refused' && /one pending review/i.test(first.message)) {
    if (!(await areDraftsGone(client, target))) return { kind: 'failed', message: first.message }
    return outcome(await send(client, target, chosen, left), chosen, left)
  }
  if (first.kind === 'refused' && isAboutAnchors(first.message)) {
    const sound = await soundDrafts(client, target.number, chosen)
    // Nothing is proven bad: what else is wrong with it is not known, and guessing would post in bits.
    if (sound.length === 0 || sound.length === chosen.length) return { kind: 'failed', message: first.message }
    const missed = left + chosen.length - sound.length
    return outcome(await send(client, target, sound, missed), sound, missed)
  }
  return outcome(first, chosen, left)
}

/** A write without an answer may have been done; only what is not there is posted again, once. */
async function postAgain(
  client: ReviewClient,
  target: ReviewTarget,
  chosen: readonly Draft[],
  left: number,
): Promise<Posting> {
  const known = urlsByFingerprint(await client.conversation(target.number))
  const missing = chosen.filter(({ fingerprint }) => !known.has(fingerprint))
  if (missing.length > 0) return outcome(await send(client, target, missing, left), chosen, left)
  const url = known.get(chosen[0]?.fingerprint ?? '') ?? ''
  return { kind: 'posted', url, posted: chosen, left }
}

/** The comments of ours that are there, with their addresses. */
export function urlsByFingerprint(conversation: Conversation): ReadonlyMap<string, string> {
  return new Map(openThreads(conversation).map(({ mark, first }) => [mark.fingerprint, first.url]))
}

/** A bot's draft was left behind by a run that was cut off. A person's is being written, and is not ours to delete. */
async function areDraftsGone(client: ReviewClient, { number, viewer }: ReviewTarget): Promise<boolean> {
  if (!viewer.endsWith('[bot]')) return false
  const deleted = await client.deleteDrafts(number, viewer)
  return deleted.kind === 'done' && deleted.value > 0
}

function outcome(written: Written<string>, posted: readonly Draft[], left: number): Posting {
  if (written.kind === 'done') return { kind: 'posted', url: written.value, posted, left }
  return written.kind === 'no-permission' ? written : { kind: 'failed', message: written.message }
}

function send(
  client: ReviewClient,
  { number, head }: ReviewTarget,
  drafts: readonly Draft[],
  left: number,
): Promise<Written<string>> {
  const comments = drafts.map(({ comment }) => comment).toSorted(bottomUp)
  return client.createReview(number, { commit: head, body: reviewText(comments.length, left), comments })
}

/** Suggestions are applied in the order of the comments: a change must not move the lines of the next one. */
function bottomUp(a: NewComment, b: NewComment): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return b.line - a.line
}

/** A review is taken as a whole or not at all, and the answer names no comment; 422 also stands for spam and the like. */
function isAboutAnchors(message: string): boolean {
  return /\b(line|diff|hunk|path|position)\b/i.test(message)
}

/** The drafts whose lines stand in one hunk of the diff as GitHub shows it now. */
async function soundDrafts(client: ReviewClient, number: number, drafts: readonly Draft[]): Promise<Draft[]> {
  const files = await client.pullRequestFiles(number)
  const hunksOf = new Map(files.map(({ path, patch }) => [path, patch === undefined ? [] : parseHunks(patch)]))
  return drafts.filter(({ comment: { path, line, startLine = line } }) =>
    hunksOf.get(path)?.some((hunk) => hunk.startLine <= startLine && line <= hunk.endLine),
  )
}
