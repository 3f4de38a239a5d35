import { callDiagram } from './call-diagram.ts'
import { allSettledText, restText, summaryTitle } from './delivery-wording.ts'
import { capital, type DocsUrl } from './finding-markdown.ts'
import type { JsonFinding } from './json-report.ts'
import { findingPart, fitted, placeOf } from './markdown-report.ts'
import { summaryMarker } from './marker.ts'
import { codeSpan, prose } from './safe-text.ts'
import { verdictText } from './wording.ts'

export interface SummaryParts {
  readonly key: string
  /** The findings that are worth a comment, gravest first. */
  readonly findings: readonly JsonFinding[]
  /** Of these, by fingerprint, the ones that a comment of their own tells. */
  readonly told: ReadonlySet<string>
  readonly counts: string
  /** What else is to be told, a sentence each. */
  readonly notes: readonly string[]
  /** How many files that may hide a Deny cannot be read. */
  readonly unread: number
  /** Where the files of the head can be seen. */
  readonly filesUrl: string
  readonly docsUrl?: DocsUrl
}

/** In bytes, the marker and the end included: less than GitHub takes. */
const largest = 60_000

/** The one comment that tells how things stand: a diagram, a table and, in full, what no comment of its own tells. */
export function summaryComment(parts: SummaryParts): string {
  const { key, findings, told, counts, notes, unread, filesUrl, docsUrl } = parts
  const diagram = callDiagram(findings)
  const head = [
    `### ${summaryTitle(findings.length, unread)}`,
    findings.length === 0 && unread === 0 ? allSettledText : `${prose(capital(counts))}.`,
    ...(notes.length === 0 ? [] : [notes.map((note) => `- ${prose(note)}`).join('\n')]),
    ...(diagram === undefined ? [] : [diagram]),
    ...(findings.length === 0 ? [] : [table(findings, told, filesUrl)]),
  ]
  const full = findings.filter(({ fingerprint }) => !told.has(fingerprint))
  const room = largest - Buffer.byteLength(head.join('\n\n')) - 300
  const { kept, left } = fitted(
    full.map((finding) => findingPart(finding, filesUrl, docsUrl)),
    room,
  )
  const rest = left === 0 ? [] : [restText(left)]
  return [...head, ...kept, ...rest, summaryMarker(key)].join('\n\n')
}

const mostRows = 30

function table(findings: readonly JsonFinding[], told: ReadonlySet<string>, filesUrl: string): string {
  const shown = findings.slice(0, mostRows).map((finding) => row(finding, told, filesUrl))
  const left = findings.length - shown.length
  const rest = left === 0 ? [] : ['', restText(left)]
  return [
    '| level | statement | who calls | what | verdict | told |',
    '| --- | --- | --- | --- | --- | --- |',
    ...shown,
    ...rest,
  ].join('\n')
}

function row(finding: JsonFinding, told: ReadonlySet<string>, filesUrl: string): string {
  const [lead, ...more] = finding.servicePaths
  const calls =
    lead === undefined
      ? ['', codeSpan(finding.rule), '']
      : [
          codeSpan(lead.via),
          `${codeSpan(lead.action)}${more.length === 0 ? '' : ` and ${more.length} more`}`,
          verdictText(lead.verdict),
        ]
  const where = told.has(finding.fingerprint) ? 'in a comment' : 'here'
  const cells = [capital(finding.level), placeOf(finding, filesUrl), ...calls, where]
  return `| ${cells.map(cell).join(' | ')} |`
}

/** A bar ends a cell of a table, in code too. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
