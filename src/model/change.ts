import type { PolicyDocument, Statement } from './policy.ts'
import type { SourceFile } from './source.ts'

/** One file of a change. `base` is absent when the file is new, `head` when it is deleted. */
export interface ChangedFile {
  readonly base: SourceFile | undefined
  readonly head: SourceFile | undefined
}

/** A Deny statement on `aws:SourceIp` of the head, and what stood there before. */
export interface ChangedStatement {
  readonly policy: PolicyDocument
  readonly statement: Statement
  /** `existing` where no base was compared (`check`), or where the statement means what it meant. */
  readonly change: 'added' | 'modified' | 'existing'
  /** The statement that this one was, where it was `modified`. */
  readonly previous: Statement | undefined
  /** The Deny statements of the same policy in the base: what they denied is not news. */
  readonly before: readonly Statement[]
  readonly beforePolicy: PolicyDocument | undefined
}
