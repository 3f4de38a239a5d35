import type { Conversation } from '../github/conversation.ts'
import type { JsonFinding, JsonReport } from './json-report.ts'
import { type OwnThread, openThreads } from './marker.ts'
import { type CommentableFile, isCommented, statementMark } from './review-comments.ts'

/** Why there is nothing to be done about a comment any more. */
export type Settlement = 'fixed' | 'suppressed' | 'existing'

/** How what was said stands to what is found now. */
export interface Standing {
  /** Findings, by fingerprint, that an open comment of ours tells. */
  readonly told: ReadonlySet<string>
  readonly settled: readonly { readonly own: OwnThread; readonly settlement: Settlement }[]
}

export interface Looked {
  /** What the run looked at, see `Mark`. */
  readonly key: string
  readonly files: ReadonlyMap<string, CommentableFile>
  /** Paths of all files of the change, the removed ones excepted. */
  readonly paths: ReadonlySet<string>
}

/**
 * Which comments still hold. A finding is known by its fingerprint; in a file that has another name by now, by what its statement
 * says. A comment on a file that cannot be read now is left alone: it is not known to be fixed.
 */
export function standingOf(conversation: Conversation, report: JsonReport, looked: Looked): Standing {
  const threads = openThreads(conversation)
  const alive = report.findings.filter(isCommented)
  const holders = new Map<OwnThread, JsonFinding>()
  const told = new Set<string>()
  const hold = (own: OwnThread, finding: JsonFinding | undefined) => {
    if (finding === undefined) return
    holders.set(own, finding)
    told.add(finding.fingerprint)
  }
  for (const own of threads) {
    hold(
      own,
      alive.find(({ fingerprint }) => fingerprint === own.mark.fingerprint),
    )
  }
  for (const own of threads.filter((thread) => !holders.has(thread))) {
    hold(
      own,
      alive.find((finding) => !told.has(finding.fingerprint) && isMoved(own, finding, looked)),
    )
  }
  const settled = threads
    .filter((own) => own.mark.key === looked.key && !holders.has(own) && isReadable(own, report, looked))
    .map((own) => ({ own, settlement: settlementOf(own, report) }))
  return { told, settled }
}

/** Whether the thread is about this statement under a name that its file no longer has, or from before the base changed. */
function isMoved({ mark, thread }: OwnThread, finding: JsonFinding, { files, paths }: Looked): boolean {
  if (thread.path !== finding.file && paths.has(thread.path)) return false
  return mark.statement === statementMark(finding, files.get(finding.file)?.text ?? '')
}

function isReadable({ thread }: OwnThread, { problems }: JsonReport, { paths }: Looked): boolean {
  const unread = problems.filter(({ blocking }) => blocking)
  // Of a file that is gone it is not known what it is called now.
  return paths.has(thread.path) ? unread.every(({ file }) => file !== thread.path) : unread.length === 0
}

function settlementOf({ mark }: OwnThread, { findings }: JsonReport): Settlement {
  const found = findings.find(({ fingerprint }) => fingerprint === mark.fingerprint)
  if (found?.suppressed) return 'suppressed'
  // What is a notice by now is not what the comment was about: a remedy may leave some.
  return found?.change === 'existing' ? 'existing' : 'fixed'
}
