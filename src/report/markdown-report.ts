import {
  background,
  bestRemedy,
  byLevel,
  capital,
  type DocsUrl,
  headline,
  pathList,
  proof,
  way,
  why,
} from './finding-markdown.ts'
import type { JsonFinding, JsonProblem, JsonReport } from './json-report.ts'
import { codeBlock, codeSpan, encodedPath, link, prose } from './safe-text.ts'

export interface MarkdownOptions {
  /** How many files, findings and problems there are, in a sentence. */
  readonly counts: string
  /** What else is to be told, a sentence each: what was not posted, and why. */
  readonly notes?: readonly string[]
  /** Where the files of the head can be seen: `https://github.com/owner/repo/blob/<commit>`. */
  readonly filesUrl?: string
  readonly docsUrl?: DocsUrl
}

/** In bytes: GitHub refuses the summary of a step above 1 MiB. */
const largest = 1_000_000

/** The whole report as Markdown. Cut between findings where it would be too long; the JSON report has the rest. */
export function markdownReport(report: JsonReport, { counts, notes = [], filesUrl, docsUrl }: MarkdownOptions): string {
  const { findings, problems, conclusion } = report
  const minor = findings.filter(isMinor)
  const parts = [
    ...problems.map((problem) => problemPart(problem, filesUrl)),
    ...findings
      .filter((finding) => !isMinor(finding))
      .toSorted(byLevel)
      .map((finding) => findingPart(finding, filesUrl, docsUrl)),
    ...(minor.length === 0 ? [] : ['### Notices and what is suppressed']),
    ...minor.map((finding) => minorPart(finding, filesUrl)),
  ]
  const head = [
    `## SourceIp Guard: ${conclusion === 'success' ? 'passed' : 'failed'}`,
    `${prose(capital(counts))}.`,
    ...notes.map((note) => `- ${prose(note)}`),
  ]
  const { kept, left } = fitted(parts, largest - Buffer.byteLength(head.join('\n\n')) - 200)
  const rest = left === 0 ? [] : [`${left} more: see the JSON report of this run.`]
  return `${[...head, ...kept, ...rest].join('\n\n')}\n`
}

/** The parts that fit into so many bytes, and how many are left: cut between two parts, never in one. */
export function fitted(parts: readonly string[], bytes: number): { kept: readonly string[]; left: number } {
  let room = bytes
  const end = parts.findIndex((part) => {
    room -= Buffer.byteLength(part) + 2
    return room < 0
  })
  return end < 0 ? { kept: parts, left: 0 } : { kept: parts.slice(0, end), left: parts.length - end }
}

/** Told in a line. */
function isMinor({ level, suppressed }: JsonFinding): boolean {
  return level === 'notice' || suppressed !== null
}

const shownPaths = 20

/** A finding with all that is known of it. */
export function findingPart(finding: JsonFinding, filesUrl: string | undefined, docsUrl: DocsUrl): string {
  const remedy = bestRemedy(finding)
  const blocks = [
    `### ${capital(finding.level)}: ${placeOf(finding, filesUrl)}`,
    headline(finding),
    why(finding),
    way(finding),
    pathList(finding, shownPaths).join('\n'),
    ...(remedy === undefined ? [] : [codeBlock(remedy.patch, 'diff'), proof(remedy)]),
    `<details>\n<summary>Other remedies, the request, sources</summary>\n\n${background(finding, docsUrl).join('\n\n')}\n\n</details>`,
  ]
  return blocks.filter((block) => block !== '').join('\n\n')
}

function minorPart(finding: JsonFinding, filesUrl: string | undefined): string {
  const { message, rule, suppressed } = finding
  const note =
    suppressed === null ? '' : `, suppressed until ${codeSpan(suppressed.expires)}: ${codeSpan(suppressed.reason)}`
  return `- ${placeOf(finding, filesUrl)}: ${prose(message)} (${codeSpan(rule)}${note})`
}

function problemPart(problem: JsonProblem, filesUrl: string | undefined): string {
  const level = problem.blocking ? 'Error' : 'Warning'
  return [
    `### ${level}: ${placeOf(problem, filesUrl)}`,
    `**${prose(capital(problem.message))}**`,
    `help: ${prose(problem.help)}`,
  ].join('\n\n')
}

interface Place {
  readonly file: string
  readonly startLine: number
  readonly endLine: number
}

/** Where something stands, as a link where the file can be seen. */
export function placeOf({ file, startLine, endLine }: Place, filesUrl: string | undefined): string {
  const lines = startLine === endLine ? `line ${startLine}` : `lines ${startLine} to ${endLine}`
  if (filesUrl === undefined) return `${codeSpan(file)}, ${lines}`
  return `${codeSpan(file)}, ${link(lines, `${filesUrl}/${encodedPath(file)}#L${startLine}-L${endLine}`)}`
}
