import { createHash } from 'node:crypto'
import type { NewComment } from '../github/client.ts'
import { anchorFor, type Hunk } from '../github/hunks.ts'
import { type LineEdit, lineStartsOf } from '../model/lines.ts'
import {
  background,
  bestRemedy,
  byLevel,
  type DocsUrl,
  headline,
  otherPaths,
  proof,
  way,
  why,
} from './finding-markdown.ts'
import type { JsonFinding, JsonRemedy, JsonReport } from './json-report.ts'
import { markerOf } from './marker.ts'
import { codeBlock, prose, suggestionBlock } from './safe-text.ts'
import { lineEndsText, longChangeText, noSuggestionText } from './wording.ts'

/** A file of the head and the lines of it that can carry a comment; no hunks: none can. */
export interface CommentableFile {
  readonly text: string
  readonly hunks: readonly Hunk[] | undefined
}

/** What one comment would say. */
export interface Draft {
  readonly fingerprint: string
  readonly finding: JsonFinding
  readonly comment: NewComment
}

/** The same on a file as a whole: the diff shows no line that it could stand on. */
export interface FileDraft {
  readonly fingerprint: string
  readonly finding: JsonFinding
  readonly path: string
  readonly body: string
}

export interface Drafts {
  /** Gravest first. */
  readonly drafts: readonly Draft[]
  readonly onFiles: readonly FileDraft[]
}

export interface DraftOptions {
  /** See `Mark`. */
  readonly key: string
  /** What else is to be told of a finding, in a sentence. */
  readonly note?: (finding: JsonFinding) => string | undefined
  readonly docsUrl?: DocsUrl
}

/**
 * The comments on what the change made worse: errors and warnings that nobody has suppressed. Notices make no comment. `files` by
 * path of the head.
 */
export function draftComments(
  { findings }: JsonReport,
  files: ReadonlyMap<string, CommentableFile>,
  options: DraftOptions,
): Drafts {
  const drafts: Draft[] = []
  const onFiles: FileDraft[] = []
  const taken: Lines[] = []
  for (const finding of findings.filter(isCommented).filter(notToldBy(findings)).toSorted(byLevel)) {
    const file = files.get(finding.file)
    const { fingerprint } = finding
    const comment = file && commentOn(finding, file, { taken, options })
    if (comment !== undefined) drafts.push({ fingerprint, finding, comment })
    else onFiles.push({ fingerprint, finding, path: finding.file, body: fileComment(finding, file, options) })
  }
  return { drafts, onFiles }
}

/** The comment on a file as a whole, or in the summary: the patch stands in it as a diff. */
function fileComment(finding: JsonFinding, file: CommentableFile | undefined, options: DraftOptions): string {
  const remedy = bestRemedy(finding)
  return commentBody(finding, remedy && { remedy, suggestion: undefined }, { ...options, text: file?.text ?? '' })
}

/** Whether a finding is worth a comment: of what was so before, what is suppressed and what is a notice there is none. */
export function isCommented({ level, change, suppressed }: JsonFinding): boolean {
  return level !== 'notice' && change !== 'existing' && suppressed === null
}

/** A lost exemption explains the calls that it kept alive: these are not told a second time at the same statement. */
function notToldBy(findings: readonly JsonFinding[]): (finding: JsonFinding) => boolean {
  const removed = findings.filter(({ rule, suppressed }) => rule === 'exemption-removed' && suppressed === null)
  return ({ rule, file, startLine, servicePaths }) => {
    const told = removed.find((other) => other.file === file && other.startLine === startLine)?.servicePaths
    if (rule !== 'service-call-denied' || told === undefined) return true
    const ids = new Set(told.map(({ id }) => id))
    return servicePaths.some(({ id, existing }) => !existing && !ids.has(id))
  }
}

/** Lines that a suggestion replaces. */
interface Lines {
  readonly file: string
  readonly startLine: number
  readonly endLine: number
}

/** A comment on the lines of its suggestion, or else of the statement. A suggestion's lines are added to `taken`. */
function commentOn(
  finding: JsonFinding,
  file: CommentableFile,
  { taken, options }: { readonly taken: Lines[]; readonly options: DraftOptions },
): NewComment | undefined {
  const { hunks, text } = file
  if (hunks === undefined) return undefined
  const remedy = bestRemedy(finding)
  const suggestion = remedy && suggestionOf(remedy, { file: finding.file, ...file, hunks }, taken)
  const anchor = anchorFor(suggestion?.lines ?? finding, hunks)
  if (anchor === undefined) return undefined
  if (suggestion !== undefined) taken.push({ file: finding.file, ...suggestion.lines })
  const { startLine, line } = anchor
  const body = commentBody(finding, remedy && { remedy, suggestion }, { ...options, text })
  return { path: finding.file, ...(startLine === undefined ? {} : { startLine }), line, body }
}

interface Suggestion {
  readonly lines: { readonly startLine: number; readonly endLine: number }
  readonly block: string
  readonly isCrlf: boolean
}

const longestSuggestion = 20_000

/**
 * The change as GitHub can commit it: it replaces exactly the lines that the comment stands on, in one place, all of them in one
 * hunk, and no line that another suggestion replaces. Undefined where that cannot be.
 */
function suggestionOf(
  { edits }: JsonRemedy,
  { file, text, hunks }: CommentableFile & { readonly file: string; readonly hunks: readonly Hunk[] },
  taken: readonly Lines[],
): Suggestion | undefined {
  const [edit, ...others] = edits
  if (edit === undefined || others.length > 0 || anchorFor(edit, hunks)?.clipped !== false) return undefined
  const isTaken = taken.some(
    (lines) => lines.file === file && lines.startLine <= edit.endLine && edit.startLine <= lines.endLine,
  )
  const { current, ends } = linesAround(text, edit)
  if (isTaken || ends.size > 1 || current === edit.replacement) return undefined
  const block = suggestionBlock(edit.replacement)
  if (block === undefined || block.length > longestSuggestion) return undefined
  return { lines: { startLine: edit.startLine, endLine: edit.endLine }, block, isCrlf: ends.has('\r\n') }
}

/** The lines that are replaced, and how they and their neighbours end. */
function linesAround(text: string, { startLine, endLine }: LineEdit): { current: string; ends: ReadonlySet<string> } {
  const starts = lineStartsOf(text)
  const from = (line: number) => starts[Math.max(0, line - 1)] ?? text.length
  const near = text.slice(from(startLine - 1), from(endLine + 2))
  return {
    current: text.slice(from(startLine), from(endLine + 1)).replace(/\r?\n$/, ''),
    ends: new Set(near.match(/\r?\n/g) ?? []),
  }
}

interface Change {
  readonly remedy: JsonRemedy
  readonly suggestion: Suggestion | undefined
}

/** Besides the first. */
const shownPaths = 3

/** In UTF-16 units: less than GitHub takes, with room for what it counts otherwise. */
const longestBody = 60_000

/**
 * At most twelve lines besides the code of the change: what breaks, why, the way of the call, what else breaks, the change and its
 * proof. Then what is folded away, last the marker by which the next run knows the comment.
 */
function commentBody(
  finding: JsonFinding,
  change: Change | undefined,
  { key, note, docsUrl, text }: DraftOptions & { readonly text: string },
): string {
  const told = note?.(finding)
  const visible = [
    headline(finding),
    ...(told === undefined ? [] : paragraph([prose(told)])),
    ...[why(finding), way(finding), otherPaths(finding, shownPaths)]
      .filter((line) => line !== '')
      .flatMap((line) => paragraph([line])),
    ...(change === undefined ? [] : changeLines(change)),
  ].join('\n')
  const mark = { fingerprint: finding.fingerprint, statement: statementMark(finding, text), key, isSettled: false }
  const end = `\n</details>\n\n${markerOf(mark)}`
  let body = `${visible}\n\n<details>\n<summary>Other remedies, the request, sources</summary>\n`
  for (const part of background(finding, docsUrl)) {
    if (body.length + part.length + end.length + 2 <= longestBody) body += `\n${part}\n`
  }
  return body + end
}

/** Lines below an empty one; nothing where there are none. */
function paragraph(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', ...lines]
}

function changeLines({ remedy, suggestion }: Change): string[] {
  if (suggestion === undefined) {
    const diff = codeBlock(remedy.patch, 'diff')
    if (diff.length > longestSuggestion) return ['', `${proof(remedy)} ${longChangeText}`]
    return ['', diff, `${proof(remedy)} ${noSuggestionText}`]
  }
  return ['', suggestion.block, suggestion.isCrlf ? `${proof(remedy)} ${lineEndsText}` : proof(remedy)]
}

/** What a statement says under its rule, whatever its file is called and however it is indented. */
export function statementMark({ rule, startLine, endLine }: JsonFinding, text: string): string {
  const lines = text.split('\n').slice(startLine - 1, endLine)
  const words = lines.join(' ').replaceAll(/\s+/g, ' ').trim()
  return createHash('sha256')
    .update(JSON.stringify([rule, words]))
    .digest('hex')
    .slice(0, 16)
}
