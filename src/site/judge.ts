import { inspect } from '../inspect.ts'
import type { EngineSettings } from '../model/contracts.ts'
import type { PolicyType } from '../model/policy.ts'
import { registry } from '../registry.ts'
import { byLevel } from '../report/finding-markdown.ts'
import { capital } from '../report/headline.ts'
import { findingHtml, problemHtml, type ShownFinding } from '../report/html-finding.ts'
import { escapedHtml } from '../report/html-text.ts'
import { type JsonRemedy, jsonReport } from '../report/json-report.ts'
import { counted, countsText } from '../report/wording.ts'
import { version } from '../version.ts'

/** A file as it stands in the editor. */
export interface Sheet {
  /** The name decides the format, as in a repository. */
  readonly path: string
  readonly text: string
  /** The type of its policies; undefined: what the file shows. */
  readonly type: PolicyType | undefined
}

/** What is to be shown of a sheet. */
export interface Judgement {
  readonly conclusion: 'success' | 'failure'
  readonly counts: string
  /** Findings and problems, with buttons that have the number of a patch in `data-patch`. */
  readonly html: string
  /** The whole text with a patch applied, by its number. */
  readonly patches: readonly string[]
}

/** A page that is written anew at every pause must not hold up who types. */
const mostFindings = 8
const most = { drawn: 4, listed: 20 }

/** The engine on one file, as a whole tree of its own. `today` is `YYYY-MM-DD`. */
export function judge({ path, text, type }: Sheet, today: string): Judgement {
  const settings: EngineSettings = {
    failOn: 'error',
    contestedLevel: undefined,
    forwardAccessSessions: 'unknown',
    suppressions: [],
    policyHints: type === undefined ? [] : [{ matches: () => true, type, assumedBy: [] }],
    today,
    scope: 'tree',
  }
  const report = inspect([{ base: undefined, head: { path, text } }], registry, settings)
  const { conclusion, findings, problems } = jsonReport(report, version)
  const patches: string[] = []
  const shown = findings.flatMap((finding, index) => {
    const found = report.findings[index]
    if (found === undefined) return []
    const texts = new Map(finding.remedies.map((remedy, at) => [remedy, found.remedies[at]?.patchedText ?? text]))
    return [{ finding, statement: found.finding.subject.statement, texts }]
  })
  const parts = shown
    .toSorted((a, b) => byLevel(a.finding, b.finding))
    .slice(0, mostFindings)
    .map((one, index) => findingHtml(one, { id: `finding-${index + 1}`, below: taking(one, patches), most }))
  const left = shown.length - parts.length
  const rest = left === 0 ? [] : [`<p>And ${counted(left, 'more finding')}; they follow when these are mended.</p>`]
  return {
    conclusion,
    counts: `${capital(countsText(report))}.`,
    html: [...problems.slice(0, mostFindings).map(problemHtml), ...parts, ...rest].join('\n'),
    patches,
  }
}

/** A button below each patch; the patch is added to `patches`. */
function taking(
  { texts }: ShownFinding & { readonly texts: ReadonlyMap<JsonRemedy, string> },
  patches: string[],
): (remedy: JsonRemedy) => string {
  return (remedy) => {
    const text = texts.get(remedy)
    if (text === undefined || remedy.edits.length === 0) return ''
    patches.push(text)
    return `<button type="button" data-patch="${patches.length - 1}">Take this patch (${escapedHtml(remedy.id)})</button>`
  }
}
