import type { Settlement } from './standing.ts'
import { counted } from './wording.ts'

/** The text above the comments of one review. `unposted` findings stand in the summary alone. */
export function reviewText(posted: number, unposted: number): string {
  const rest =
    unposted === 0 ? '' : ` ${counted(unposted, 'more finding')} ${unposted === 1 ? 'is' : 'are'} in the summary.`
  return `SourceIp Guard found ${counted(posted, 'statement')} on aws:SourceIp to look at.${rest}`
}

/** The pull request went on while it was looked at. */
export const movedOnText = 'No review was posted: the pull request has a newer commit or is closed.'

/** The token may not write: what that means and what to do. Not an error: forks and Dependabot get such tokens. */
export const noPermissionText =
  'No review was posted: the token may only read here, as it is for forks and Dependabot. The findings are in the job’s summary. ' +
  'Elsewhere give the job `permissions: { contents: read, pull-requests: write }`.'

/** GitHub took none of the comments. */
export function refusedReviewText(message: string): string {
  return `No review was posted: GitHub refused it (${message}).`
}

/** Findings above the limit. */
export function leftText(count: number): string {
  return `${counted(count, 'finding')} got no review comment: the limit is \`max-comments\`.`
}

/** Findings on lines that no comment can stand on, above what is posted on files as a whole. */
export function unplacedText(count: number): string {
  return `${counted(count, 'finding')} got no review comment: the diff does not show the lines.`
}

/** What else of the writing went wrong. */
export function refusedWriteText(what: string, message: string): string {
  return `GitHub refused to ${what} (${message}).`
}

/** It may have been done nonetheless; the next run compares again. */
export function lostAnswerText(what: string, message: string): string {
  return `GitHub did not say whether it could ${what} (${message}); the next run looks again.`
}

/** `resolve-threads` needs more than commenting does, and GitHub says so nowhere. */
export const noResolvingText =
  'The threads of what is fixed could not be resolved: give the job `permissions: { contents: write, pull-requests: write }`, ' +
  'or leave `resolve-threads` out.'

/** What a dry run would have written. */
export function dryRunText(planned: { readonly comments: number; readonly settled: number }): string {
  const { comments, settled } = planned
  const edits = settled === 0 ? '' : `, ${counted(settled, 'comment')} of earlier runs not marked as settled`
  return `dry run: ${counted(comments, 'review comment')} ${comments === 1 ? 'is' : 'are'} not posted${edits}`
}

/** Why there is nothing to be done about a comment any more; `commit` is shortened. */
export function settledText(settlement: Settlement, commit: string): string {
  if (settlement === 'fixed') return `Fixed in ${commit}.`
  if (settlement === 'suppressed') return `Suppressed by the configuration of the base branch, as of ${commit}.`
  return `As of ${commit} the base branch has it too, so that it is not news of this pull request.`
}

/** The first line of the summary comment. */
export function summaryTitle(findings: number, unread: number): string {
  if (findings > 0) return `SourceIp Guard: ${counted(findings, 'finding')} to look at`
  if (unread > 0) return `SourceIp Guard: ${counted(unread, 'file')} cannot be read, and may hide a Deny`
  return 'SourceIp Guard: nothing left to look at'
}

/** Below the title once all is settled. */
export const allSettledText = 'What was found in this pull request before is fixed, suppressed or not news any more.'

/** The rest of a list that is cut short. */
export function restText(count: number): string {
  return `${count} more: see the summary of the job.`
}
