import { findLine, hunkDownTo, movedLine, readHunks, type Side } from './hunks.ts'
import { type Anchor, changedFiles, differences, type Pull, type ReviewComment, type World } from './world.ts'

/** Where a client asks for a comment. */
export interface Wanted {
  readonly path: string
  readonly line?: number
  readonly side?: string
  readonly start_line?: number
  readonly start_side?: string
  readonly subject_type?: 'line' | 'file'
}

/** Why GitHub refuses a place: the field it names and the sentence of "create a review". */
export interface Refusal {
  readonly field: string
  readonly message: string
}

export type Anchored = { readonly anchor: Anchor } | { readonly refusal: Refusal }

const refuse = (field: string, message: string): Anchored => ({ refusal: { field, message } })
const thread = 'pull_request_review_thread'
const notInDiff = `Pull request review thread line must be part of the diff and Pull request review thread diff hunk can't be blank`

/** The place of a new comment on a commit of the pull request, or GitHub's reason to refuse it. */
export function anchorOf(world: World, pull: Pull, commit: string, wanted: Wanted): Anchored {
  const file = changedFiles(world, pull, commit).find(({ filename }) => filename === wanted.path)
  if (file === undefined) return refuse(`${thread}.path`, 'Pull request review thread path is invalid')
  if (wanted.subject_type === 'file') return { anchor: fileAnchor(wanted.path) }
  if (wanted.line === undefined) return refuse(`${thread}.line`, "Pull request review thread line can't be blank")
  const side = sideOf(wanted.side ?? 'RIGHT')
  const startSide = sideOf(wanted.start_side ?? wanted.side ?? 'RIGHT')
  if (side === undefined) return refuse(`${thread}.side`, 'Pull request review thread side is invalid')
  if (startSide === undefined) return refuse(`${thread}.start_side`, 'Pull request review thread start side is invalid')
  // A file without a patch (binary, too large, only renamed) has no hunk that a line could be in.
  const hunks = file.patch === undefined ? [] : readHunks(file.patch)
  const end = findLine(hunks, wanted.line, side)
  if (end === undefined) return refuse(`${thread}.line`, notInDiff)
  if (wanted.start_line !== undefined) {
    if (wanted.start_line >= wanted.line && startSide === side)
      return refuse(`${thread}.start_line`, 'Pull request review thread start line must precede the end line.')
    const start = findLine(hunks, wanted.start_line, startSide)
    if (start === undefined)
      return refuse(`${thread}.start_line`, notInDiff.replaceAll('thread line', 'thread start line'))
    if (start.hunk !== end.hunk)
      return refuse(`${thread}.start_line`, `${thread}.start_line must be part of the same hunk as the line.`)
  }
  return {
    anchor: {
      path: wanted.path,
      subject: 'line',
      side,
      line: wanted.line,
      startLine: wanted.start_line,
      startSide: wanted.start_line === undefined ? undefined : startSide,
      position: end.line.position,
      diffHunk: hunkDownTo(end.hunk, end.line),
    },
  }
}

const sideOf = (text: string): Side | undefined => (text === 'LEFT' || text === 'RIGHT' ? text : undefined)

function fileAnchor(path: string): Anchor {
  const none = { line: undefined, startLine: undefined, startSide: undefined }
  return { path, subject: 'file', side: 'RIGHT', ...none, position: 1, diffHunk: '' }
}

export interface CurrentPlace {
  readonly line: number | undefined
  readonly startLine: number | undefined
  readonly position: number
}

/**
 * Where a comment stands in the pull request as it is now; undefined if it is outdated: one of its lines was changed, the
 * file was renamed or removed, or its lines are in no hunk any more. (GitHub does not document how it decides this for
 * ranges and renames; this takes the stricter view.)
 */
export function currentPlace(world: World, pull: Pull, comment: ReviewComment): CurrentPlace | undefined {
  const { anchor } = comment
  const file = changedFiles(world, pull).find(({ filename }) => filename === anchor.path)
  if (file === undefined) return undefined
  if (anchor.subject === 'file') return { line: undefined, startLine: undefined, position: 1 }
  if (file.patch === undefined || anchor.line === undefined) return undefined
  const line = lineNow(world, pull, comment, anchor.line)
  const startLine = anchor.startLine === undefined ? undefined : lineNow(world, pull, comment, anchor.startLine)
  if (line === undefined) return undefined
  const hunks = readHunks(file.patch)
  const end = findLine(hunks, line, anchor.side)
  if (end === undefined || !rangeIsWhole(world, pull, comment, line)) return undefined
  return { line, startLine, position: end.line.position }
}

function lineNow(world: World, pull: Pull, comment: ReviewComment, line: number): number | undefined {
  if (comment.anchor.side === 'LEFT') return line
  const entries = differences(world, comment.commit, pull.headSha)
  const entry = entries.find(({ filename }) => filename === comment.anchor.path)
  if (entry === undefined) return line
  return entry.patch === undefined ? undefined : movedLine(readHunks(entry.patch), line)
}

function rangeIsWhole(world: World, pull: Pull, comment: ReviewComment, end: number): boolean {
  const { line, startLine } = comment.anchor
  if (line === undefined || startLine === undefined) return true
  for (let each = startLine; each < line; each++) {
    if (lineNow(world, pull, comment, each) !== end - (line - each)) return false
  }
  return true
}
