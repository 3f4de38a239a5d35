import type { Written } from '../github/answers.ts'
import type { GitHubClient } from '../github/client.ts'
import type { Conversation, Edit } from '../github/conversation.ts'
import {
  dryRunText,
  leftText,
  lostAnswerText,
  movedOnText,
  noPermissionText,
  noResolvingText,
  refusedReviewText,
  refusedWriteText,
  settledText,
  unplacedText,
} from './delivery-wording.ts'
import { byLevel } from './finding-markdown.ts'
import type { JsonFinding, JsonReport } from './json-report.ts'
import { markerOf, ownSummary, withoutMarker } from './marker.ts'
import { type Posting, postReview, urlsByFingerprint } from './post-review.ts'
import type { Drafts, FileDraft } from './review-comments.ts'
import { type Looked, type Standing, standingOf } from './standing.ts'
import { type SummaryParts, summaryComment } from './summary-comment.ts'

export interface DeliveryOptions {
  readonly number: number
  /** The commit that was looked at. */
  readonly head: string
  readonly mode: 'review' | 'summary'
  readonly maxComments: number
  readonly resolveThreads: boolean
  readonly dryRun: boolean
  readonly summary: Pick<SummaryParts, 'counts' | 'notes' | 'unread' | 'filesUrl' | 'docsUrl'>
}

/** What became of the comments. Whatever it is, the verdict stays. */
export interface Delivery {
  readonly reviewUrl: string | undefined
  readonly notes: readonly Note[]
}

/** What is to be told of it, in a sentence. `info`: as it should be. */
export interface Note {
  readonly level: 'info' | 'notice' | 'warning'
  readonly text: string
}

/** All that one delivery looks at. */
interface Course {
  readonly client: GitHubClient
  readonly conversation: Conversation
  readonly standing: Standing
  readonly looked: Looked
  readonly drafts: Drafts
  readonly options: DeliveryOptions
}

/**
 * Brings what is said on a pull request up to what is found: one review with what is new, the comments on what is settled edited,
 * one summary. What is said already stays as it is. Throws a `GitHubError` where it cannot be read what is there.
 */
export async function deliver(
  client: GitHubClient,
  said: { readonly report: JsonReport; readonly drafts: Drafts; readonly looked: Looked },
  options: DeliveryOptions,
): Promise<Delivery> {
  const { report, drafts, looked } = said
  const conversation = await client.conversation(options.number)
  const standing = standingOf(conversation, report, looked)
  const course: Course = { client, conversation, standing, looked, drafts, options }
  const plan = planOf(course)
  if (!conversation.isOpen || conversation.head !== options.head) {
    const isSilent = plan.comments === 0 && plan.settled === 0
    return { reviewUrl: undefined, notes: isSilent ? [] : [{ level: 'info', text: movedOnText }] }
  }
  if (options.dryRun) {
    const isSilent = plan.comments === 0 && plan.settled === 0
    return { reviewUrl: undefined, notes: isSilent ? [] : [{ level: 'info', text: dryRunText(plan) }] }
  }
  return carryOut(course)
}

function planOf(course: Course): { readonly comments: number; readonly settled: number } {
  const { standing, drafts, options } = course
  const fresh = [...drafts.drafts, ...fileDrafts(course)].filter(({ fingerprint }) => !standing.told.has(fingerprint))
  return { comments: options.mode === 'review' ? fresh.length : 0, settled: standing.settled.length }
}

/** A file that did not change takes no comment: the summary tells what is found in it. */
function fileDrafts({ drafts, looked }: Course): readonly FileDraft[] {
  return drafts.onFiles.filter(({ path }) => looked.paths.has(path))
}

async function carryOut(course: Course): Promise<Delivery> {
  const { standing } = course
  const notes: Note[] = []
  const told = new Set(standing.told)
  const posting = await reviewed(course)
  if (posting?.kind === 'no-permission') return { reviewUrl: undefined, notes: [forbidden] }
  if (posting?.kind === 'failed') notes.push({ level: 'warning', text: refusedReviewText(posting.message) })
  if (posting?.kind === 'posted') {
    for (const { fingerprint } of posting.posted) told.add(fingerprint)
    if (posting.left > 0) notes.push({ level: 'info', text: leftText(posting.left) })
  }
  const onFiles = await commentedFiles(course, told)
  if (onFiles === 'no-permission') return { reviewUrl: undefined, notes: [forbidden] }
  notes.push(...onFiles)
  for (const step of [edited, answered, summarised]) {
    if (!notes.includes(forbidden)) notes.push(...(await step(course, told)))
  }
  const unique = [...new Map(notes.map((note) => [note.text, note])).values()]
  return { reviewUrl: posting?.kind === 'posted' ? posting.url : undefined, notes: unique }
}

const forbidden: Note = { level: 'notice', text: noPermissionText }

async function reviewed({ client, conversation, standing, drafts, options }: Course): Promise<Posting | undefined> {
  const fresh = drafts.drafts.filter(({ fingerprint }) => !standing.told.has(fingerprint))
  // The limit holds for the pull request: running again must not post the next ones.
  const room = Math.max(0, options.maxComments - (drafts.drafts.length - fresh.length))
  if (options.mode !== 'review' || fresh.length === 0) return undefined
  const { number, head } = options
  if (room === 0) return { kind: 'posted', url: undefined, posted: [], left: fresh.length }
  return postReview(client, { number, head, viewer: conversation.viewer }, fresh, room)
}

/** Each costs a request and a notification. */
const mostFileComments = 5

/** Comments on files as a whole, for what the diff does not show. What is posted is added to `told`. */
async function commentedFiles(course: Course, told: Set<string>): Promise<Note[] | 'no-permission'> {
  const { options } = course
  if (options.mode !== 'review') return []
  const drafts = fileDrafts(course)
  const before = drafts.filter(({ fingerprint }) => told.has(fingerprint)).length
  const room = Math.max(0, Math.min(mostFileComments, options.maxComments) - before)
  const fresh = drafts.filter(({ fingerprint }) => !told.has(fingerprint))
  const notes: Note[] = []
  for (const draft of fresh.slice(0, room)) {
    const written = await commentedFile(course, draft)
    if (written.kind === 'no-permission') return 'no-permission'
    if (written.kind === 'done') told.add(draft.fingerprint)
    else notes.push({ level: 'warning', text: refusedWriteText('take a comment on a file', written.message) })
  }
  const left = Math.max(0, fresh.length - room)
  return left === 0 ? notes : [...notes, { level: 'info', text: unplacedText(left) }]
}

async function commentedFile({ client, options }: Course, draft: FileDraft): Promise<Written<string>> {
  const { fingerprint, path, body } = draft
  const send = () => client.createFileComment(options.number, { commit: options.head, path, body })
  return sentOnce(send, async () => {
    return urlsByFingerprint(await client.conversation(options.number)).get(fingerprint)
  })
}

/** A write without an answer may have been done: it is looked for before it is sent again, once. */
async function sentOnce(
  send: () => Promise<Written<string>>,
  look: () => Promise<string | undefined>,
): Promise<Written<string>> {
  const first = await send()
  if (first.kind !== 'unknown') return first
  const found = await look()
  return found === undefined ? send() : { kind: 'done', value: found }
}

/** Edits that mark the comments on what is settled and fold them away, and the one of the summary, in one request. */
async function edited(course: Course, told: ReadonlySet<string>): Promise<Note[]> {
  const { client, standing, options } = course
  const open = standing.settled.filter(({ own }) => !own.hasPeople)
  const edits = [...open.flatMap((each) => settlingEdits(each, options)), ...summaryEdits(course, told)]
  const written = edits.length === 0 ? [] : await client.edit(edits)
  const of = (kind: Edit['kind']) => written.filter((_, at) => edits[at]?.kind === kind)
  const isRefused = options.resolveThreads && of('resolve').some(({ kind }) => kind === 'no-permission')
  return [
    ...failures(of('update-review-comment'), 'change a comment'),
    ...failures(of('update-comment'), 'change the summary'),
    // Folding away is a courtesy: the comment says that it is settled. Resolving was asked for.
    ...(isRefused ? [{ level: 'warning', text: noResolvingText } as const] : []),
  ]
}

type Settled = Standing['settled'][number]

function settlingEdits({ own, settlement }: Settled, { head, resolveThreads }: DeliveryOptions): Edit[] {
  const text = settledText(settlement, head.slice(0, 7))
  const body = settledBody(text, own.first.body, markerOf({ ...own.mark, isSettled: true }))
  const fold: Edit = resolveThreads ? { kind: 'resolve', id: own.thread.id } : { kind: 'minimize', id: own.first.id }
  return [{ kind: 'update-review-comment', id: own.first.id, body }, fold]
}

/** Where a person has answered, another answer is all that is done. */
async function answered({ client, standing, options }: Course): Promise<Note[]> {
  const { number, head } = options
  const notes: Note[] = []
  for (const { own, settlement } of standing.settled.filter(({ own: { hasPeople } }) => hasPeople)) {
    const text = `${settledText(settlement, head.slice(0, 7))}\n\n${markerOf({ ...own.mark, isSettled: true })}`
    notes.push(...failures([await client.createReply(number, own.first.url, text)], 'take an answer'))
  }
  return notes
}

function failures(written: readonly Written<unknown>[], what: string): Note[] {
  return written.flatMap((one): Note[] => {
    if (one.kind === 'done') return []
    if (one.kind === 'unknown') return [{ level: 'info', text: lostAnswerText(what, one.message) }]
    return one.kind === 'no-permission'
      ? [forbidden]
      : [{ level: 'warning', text: refusedWriteText(what, one.message) }]
  })
}

/** What was said stays, folded away; a suggestion in it is one no more. */
function settledBody(text: string, body: string, mark: string): string {
  const before = withoutMarker(body).replaceAll(/^(`{3,})suggestion$/gm, '$1')
  return `✅ **${text}**\n\n<details>\n<summary>What was found</summary>\n\n${before}\n\n</details>\n\n${mark}`
}

/** The one summary as it should be. */
function summaryOf({ looked, drafts, options }: Course, told: ReadonlySet<string>): string {
  const findings = findingsOf(drafts).toSorted(byLevel)
  return summaryComment({ ...options.summary, key: looked.key, findings, told })
}

function findingsOf({ drafts, onFiles }: Drafts): JsonFinding[] {
  return [...drafts, ...onFiles].map(({ finding }) => finding)
}

function summaryEdits(course: Course, told: ReadonlySet<string>): Edit[] {
  const known = ownSummary(course.conversation, course.looked.key)
  if (known === undefined) return []
  const body = summaryOf(course, told)
  // GitHub may give line ends back as CRLF.
  const isSame = known.body.replaceAll('\r\n', '\n').trimEnd() === body
  return isSame ? [] : [{ kind: 'update-comment', id: known.id, body }]
}

/** Posts the summary where there is none: not before there was a finding. */
async function summarised(course: Course, told: ReadonlySet<string>): Promise<Note[]> {
  const { client, conversation, looked, drafts, options } = course
  if (findingsOf(drafts).length === 0 || ownSummary(conversation, looked.key) !== undefined) return []
  const send = () => client.createComment(options.number, summaryOf(course, told))
  const look = async () => ownSummary(await client.conversation(options.number), looked.key)?.url
  return failures([await sentOnce(send, look)], 'take the summary')
}
