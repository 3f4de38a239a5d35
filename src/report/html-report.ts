import { createHash } from 'node:crypto'
import type { Report } from '../model/finding.ts'
import { byLevel, capital } from './finding-markdown.ts'
import { breakText } from './headline.ts'
import { findingHtml, placeHtml, type ShownFinding } from './html-finding.ts'
import { reportStyle } from './html-style.ts'
import { codeHtml, escapedHtml, proseHtml } from './html-text.ts'
import { type JsonProblem, jsonReport } from './json-report.ts'
import { countsText } from './wording.ts'

/**
 * The whole report as one page that needs no network and no script: what it may do is nothing (see its Content-Security-Policy). The
 * same report gives the same bytes.
 */
export function htmlReport(report: Report, version: string): string {
  const { conclusion, findings, problems, tool } = jsonReport(report, version)
  const shown = findings
    .flatMap((finding, index): ShownFinding[] => {
      const statement = report.findings[index]?.finding.subject.statement
      return statement === undefined ? [] : [{ finding, statement }]
    })
    .toSorted((a, b) => byLevel(a.finding, b.finding))
  const grave = shown.filter((one) => !isMinor(one))
  const minor = shown.filter(isMinor)
  const verdict = conclusion === 'success' ? 'passed' : 'failed'
  const body = [
    `<header><h1>SourceIp Guard: <span class="${conclusion}">${verdict}</span></h1><p>${proseHtml(capital(countsText(report)))}.</p></header>`,
    ...(grave.length < 2 ? [] : [contents(grave)]),
    '<main>',
    ...problems.map(problemHtml),
    ...grave.map((one, index) => findingHtml(one, { id: idOf(index) })),
    ...(minor.length === 0 ? [] : [minorHtml(minor)]),
    ...(shown.length + problems.length === 0
      ? ['<p>No Deny on <code>aws:SourceIp</code> that breaks anything was found.</p>']
      : []),
    '</main>',
    `<footer class="foot"><p>${escapedHtml(tool.name)} ${escapedHtml(tool.version)}, catalogue of ${escapedHtml(tool.catalogue)}.</p></footer>`,
  ]
  return page(`SourceIp Guard: ${verdict}`, body.join('\n'))
}

function page(title: string, body: string): string {
  const hash = createHash('sha256').update(reportStyle).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapedHtml(title)}</title>
<style>${reportStyle}</style>
</head>
<body>
${body}
</body>
</html>
`
}

function idOf(index: number): string {
  return `finding-${index + 1}`
}

function isMinor({ finding }: ShownFinding): boolean {
  return finding.level === 'notice' || finding.suppressed !== null
}

function contents(shown: readonly ShownFinding[]): string {
  const links = shown.map(({ finding }, index) => {
    return `<li><a href="#${idOf(index)}">${proseHtml(breakText(finding))}</a> <span class="place">${placeHtml(finding)}</span></li>`
  })
  return `<nav aria-label="Findings"><ol>${links.join('\n')}</ol></nav>`
}

function problemHtml(problem: JsonProblem): string {
  const { message, help, blocking } = problem
  const level = blocking ? 'error' : 'warning'
  return (
    `<article class="${level}"><p class="place"><strong class="level ${level}">${capital(level)}</strong> ${placeHtml(problem)}</p>` +
    `<h2>${proseHtml(capital(message))}</h2><p>${proseHtml(capital(help))}.</p></article>`
  )
}

function minorHtml(minor: readonly ShownFinding[]): string {
  const lines = minor.map(({ finding }) => {
    const { suppressed } = finding
    const note =
      suppressed === null ? '' : `, suppressed until ${codeHtml(suppressed.expires)}: ${codeHtml(suppressed.reason)}`
    return `<li>${placeHtml(finding)}, rule ${codeHtml(finding.rule)}: ${proseHtml(breakText(finding))}${note}</li>`
  })
  return `<section aria-labelledby="minor"><h2 id="minor">Notices and what is suppressed</h2><ul>${lines.join('\n')}</ul></section>`
}
