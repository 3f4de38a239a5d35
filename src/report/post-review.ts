import type { Written } from '../github/answers.ts'
import type { GitHubClient, NewComment, ReviewComment } from '../github/client.ts'
import { parseHunks } from '../github/hunks.ts'
import { type Draft, fingerprintIn } from './review-comments.ts'
import { reviewText } from './wording.ts'

type ReviewClient = Pick<
  GitHubClient,
  'viewer' | 'pullRequest' | 'pullRequestFiles' | 'reviewComments' | 'createReview'
>

export interface ReviewTarget {
  readonly number: number
  /** The commit that was looked at. */
  readonly head: string
}

/** What became of the comments. Whatever it is, the verdict stays. */
export type Posting =
  /** There was nothing to say that is not said already. */
  | { readonly kind: 'nothing-new'; readonly known: number }
  | { readonly kind: 'posted'; readonly url: string; readonly comments: number; readonly left: number }
  /** The pull request has a newer commit, or is closed: the run for that says what there is to say. */
  | { readonly kind: 'moved-on' }
  | { readonly kind: 'no-permission' }
  | { readonly kind: 'failed'; readonly message: string }

/**
 * Posts one review with the drafts that no comment of ours carries yet, at most `most` of them, the gravest. Throws a `GitHubError`
 * where it cannot be read what is there already: then nothing was posted.
 */
export async function postReview(
  client: ReviewClient,
  target: ReviewTarget,
  drafts: readonly Draft[],
  most: number,
): Promise<Posting> {
  if (drafts.length === 0) return { kind: 'nothing-new', known: 0 }
  const known = await ownFingerprints(client, target.number)
  const fresh = drafts.filter(({ fingerprint }) => !known.has(fingerprint))
  const chosen = fresh.slice(0, Math.min(most, mostComments))
  if (chosen.length === 0) return { kind: 'nothing-new', known: drafts.length - fresh.length }
  if (!(await isCurrent(client, target))) return { kind: 'moved-on' }
  return post(client, target, chosen, fresh.length - chosen.length)
}

/** GitHub takes no more in one review; found by users, in no document. */
const mostComments = 100

/** Fingerprints of the comments that are ours: by marker and author, since anybody can write a marker. */
async function ownFingerprints(client: ReviewClient, number: number): Promise<ReadonlyMap<string, ReviewComment>> {
  const [viewer, comments] = await Promise.all([client.viewer(), client.reviewComments(number)])
  const own = comments.filter(({ author }) => author === viewer)
  return new Map(
    own.flatMap((comment) => {
      const fingerprint = fingerprintIn(comment.body)
      return fingerprint === undefined ? [] : [[fingerprint, comment]]
    }),
  )
}

async function isCurrent(client: ReviewClient, { number, head }: ReviewTarget): Promise<boolean> {
  const now = await client.pullRequest(number)
  return now.isOpen && now.head === head
}

async function post(
  client: ReviewClient,
  target: ReviewTarget,
  chosen: readonly Draft[],
  left: number,
): Promise<Posting> {
  const first = await send(client, target, chosen, left)
  if (first.kind === 'unknown') return postAgain(client, target, chosen, left)
  if (first.kind === 'refused' && isAboutAnchors(first.message)) {
    const sound = await soundDrafts(client, target.number, chosen)
    // Nothing is proven bad: what else is wrong with it is not known, and guessing would post in bits.
    if (sound.length === 0 || sound.length === chosen.length) return { kind: 'failed', message: first.message }
    const missed = left + chosen.length - sound.length
    return outcome(await send(client, target, sound, missed), sound.length, missed)
  }
  return outcome(first, chosen.length, left)
}

/** A write without an answer may have been done; only what is not there is posted again, once. */
async function postAgain(
  client: ReviewClient,
  target: ReviewTarget,
  chosen: readonly Draft[],
  left: number,
): Promise<Posting> {
  const known = await ownFingerprints(client, target.number)
  const missing = chosen.filter(({ fingerprint }) => !known.has(fingerprint))
  if (missing.length > 0) return outcome(await send(client, target, missing, left), missing.length, left)
  const url = known.get(chosen[0]?.fingerprint ?? '')?.url ?? ''
  return { kind: 'posted', url, comments: chosen.length, left }
}

function outcome(written: Written<string>, comments: number, left: number): Posting {
  if (written.kind === 'done') return { kind: 'posted', url: written.value, comments, left }
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
