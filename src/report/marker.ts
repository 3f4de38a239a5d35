import type { Conversation, PostedComment, Thread } from '../github/conversation.ts'

/** What a comment of ours says about itself, hidden in its last line. */
export interface Mark {
  readonly fingerprint: string
  /** What the statement says, whatever its file is called: so a file can be renamed. */
  readonly statement: string
  /** What the run looked at: runs that look at other files leave each other's comments alone. */
  readonly key: string
  /** Whether there is nothing to be done about it any more. */
  readonly isSettled: boolean
}

/** The line that hides a mark. Nothing in it can end the HTML comment. */
export function markerOf({ fingerprint, statement, key, isSettled }: Mark): string {
  const parts = [`fp=${bare(fingerprint)}`, `st=${bare(statement)}`, `key=${bare(key)}`]
  return `<!-- sourceip-guard:1 ${parts.join(' ')}${isSettled ? ' settled' : ''} -->`
}

/** The line that hides what the summary is known by. */
export function summaryMarker(key: string): string {
  return `<!-- sourceip-guard:1 summary key=${bare(key)} -->`
}

function bare(value: string): string {
  return value.replaceAll(/[^A-Za-z0-9_-]/g, '')
}

const marker =
  /(?:^|\n)<!-- sourceip-guard:1 fp=([A-Za-z0-9_-]+) st=([A-Za-z0-9_-]*) key=([A-Za-z0-9_-]*)( settled)? -->\s*$/

/** The mark of a comment that carries it as its last line; a marker elsewhere is quoted, not ours. */
export function markIn(body: string): Mark | undefined {
  const [, fingerprint, statement = '', key = '', settled] = marker.exec(body) ?? []
  return fingerprint === undefined ? undefined : { fingerprint, statement, key, isSettled: settled !== undefined }
}

/** A comment without the line that hides its mark. */
export function withoutMarker(body: string): string {
  return body.replace(marker, '').trimEnd()
}

/** A thread that the guard began. */
export interface OwnThread {
  readonly mark: Mark
  readonly thread: Thread
  readonly first: PostedComment
  /** Whether somebody else said something in it. */
  readonly hasPeople: boolean
}

/** The threads that the guard began and that are not settled: known by marker and author, since anybody can write a marker. */
export function openThreads({ threads }: Conversation): OwnThread[] {
  return threads.flatMap((thread) => {
    const own = thread.comments.filter(({ isOwn }) => isOwn)
    const [first] = thread.comments
    const mark = first?.isOwn ? markIn(first.body) : undefined
    if (first === undefined || mark === undefined || own.some(({ body }) => markIn(body)?.isSettled)) return []
    return [{ mark, thread, first, hasPeople: !thread.isWhole || own.length < thread.comments.length }]
  })
}

/** The summary of the runs with this key. */
export function ownSummary({ comments }: Conversation, key: string): PostedComment | undefined {
  return comments.find(({ isOwn, body }) => isOwn && body.trimEnd().endsWith(`\n${summaryMarker(key)}`))
}
