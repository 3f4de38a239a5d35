import type { ChangedStatement } from './change.ts'
import type { Citation, Mechanism, Network, RequestContext, ServiceCallPath } from './request.ts'
import type { Range, SourceFile, TextEdit } from './source.ts'

export type Level = 'error' | 'warning' | 'notice'

/**
 * `denied`: in every reading of AWS's documents. `contested`: in some readings, not in others.
 * `may-be-denied`: depends on values that the file does not hold, or that no document states.
 */
export type VerdictKind = 'denied' | 'contested' | 'may-be-denied'

/** What one reading says of the path. */
export interface ReadingOutcome {
  readonly claim: string
  readonly denied: boolean
  readonly source: Citation
}

/** A service-call path that a statement breaks, with its proof. */
export interface BrokenPath {
  readonly id: string
  readonly title: string
  readonly mechanism: Mechanism
  /** The calling service's principal. */
  readonly via: string
  readonly entryActions: readonly string[]
  readonly network: Network
  readonly verdict: VerdictKind
  readonly level: Level
  /** The first action of the path that is denied, `kms:Decrypt`. */
  readonly action: string
  /**
   * Makes a request without unknowns that was replayed and matched, for those who show it; absent for `may-be-denied`. Asked for the
   * subject of its finding: of statements that differ by the addresses they list, one is judged, and each has its own request.
   */
  readonly witness: ((subject: ChangedStatement) => RequestContext) | undefined
  readonly readings: readonly ReadingOutcome[]
  /** What would decide a `may-be-denied`. */
  readonly undecided: readonly string[]
  readonly basis: ServiceCallPath['basis']
  readonly sources: readonly Citation[]
  /** Whether the very same call was denied before the change. */
  readonly existing: boolean
}

/** What a rule found in one statement. */
export interface Finding {
  readonly ruleId: string
  readonly level: Level
  readonly subject: ChangedStatement
  readonly paths: readonly BrokenPath[]
  /** For rules that are not about paths: one sentence, without a full stop; of user text at most addresses, in backticks. */
  readonly detail?: string
  /** The condition keys that it is about, in small letters; absent: `aws:sourceip`. */
  readonly keys?: readonly string[]
  /** For rules that are not about paths: whether it was so before the change. */
  readonly existing?: boolean
}

/** A change of text that was applied, read back and evaluated: see `remedies/verify.ts` for what was proven. */
export interface Remedy {
  readonly id: string
  readonly title: string
  readonly clears: readonly string[]
  readonly leaves: readonly string[]
  /** What an outsider could newly reach through a service; empty means that it may be offered for committing. */
  readonly opens: readonly string[]
  /** None where `documents` stand in the place of the statement. */
  readonly edits: readonly TextEdit[]
  /** Whole policies, as JSON, to be put elsewhere by hand. */
  readonly documents?: readonly { readonly title: string; readonly text: string }[]
  /** What they cost, sentences with their full stops. */
  readonly costs?: readonly string[]
  /** The whole head file with the edits applied. */
  readonly patchedText: string
}

/** Something in a file that could not be read or decided. Reported, never swallowed. */
export interface Problem {
  readonly file: SourceFile
  readonly range: Range
  /** What is wrong, in lower case, without a full stop; user text in backticks. */
  readonly message: string
  /** What to do. */
  readonly help: string
  /** Whether a Deny on `aws:SourceIp` may be hidden by it: then the check does not pass. */
  readonly blocking: boolean
}

export interface ReportedFinding {
  readonly finding: Finding
  readonly remedies: readonly Remedy[]
  /** Stable under moving, re-indenting, rebasing and renaming: no line and no path of a renamed file's new name in it. */
  readonly fingerprint: string
  readonly suppressed: { readonly reason: string; readonly expires: string } | undefined
}

export interface InspectedFile {
  readonly path: string
  readonly format: string
  readonly policies: number
  readonly statements: number
}

/** All that a reporter may know. Sorted: the same input gives the same report. */
export interface Report {
  readonly files: readonly InspectedFile[]
  readonly problems: readonly Problem[]
  readonly findings: readonly ReportedFinding[]
  /** Whether nothing unsuppressed is at or above `fail-on`. */
  readonly conclusion: 'success' | 'failure'
  /** The date of the catalogue, `YYYY-MM-DD`. */
  readonly catalogueDate: string
}
