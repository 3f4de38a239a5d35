import type { Statement } from '../model/policy.ts'
import { bestRemedy, capital, shortened } from './finding-markdown.ts'
import { breakText } from './headline.ts'
import { sidesHtml } from './html-diff.ts'
import { blockHtml, codeHtml, escapedHtml, foldedHtml, linkHtml, listHtml, proseHtml } from './html-text.ts'
import { wayHtml } from './html-way.ts'
import type { JsonFinding, JsonRemedy, JsonServicePath } from './json-report.ts'
import { ruleHelp } from './rule-help.ts'
import {
  type Medium,
  morePathsText,
  opensText,
  provenText,
  reachText,
  rightUnderAll,
  verdictText,
  whyText,
} from './wording.ts'

/** A finding with the statement it is about. */
export interface ShownFinding {
  readonly finding: JsonFinding
  readonly statement: Statement
}

export interface HtmlFindingOptions {
  /** Unique on the page. */
  readonly id: string
  /** What stands below a change that can be made, as HTML: a button. */
  readonly below?: (remedy: JsonRemedy) => string
}

const html: Medium = { text: proseHtml, source: ({ title, url }) => linkHtml(title, url) }

/** Paths with a picture of their own, and paths with a line. */
const [drawnPaths, listedPaths] = [12, 100]

/** A finding with all that is known of it: what breaks, why, the way of the call, before and after, what else can be done, sources. */
export function findingHtml({ finding, statement }: ShownFinding, { id, below }: HtmlFindingOptions): string {
  const { level, rule, servicePaths, remedies } = finding
  const [lead, ...others] = servicePaths
  const best = bestRemedy(finding)
  const rest = remedies.filter((remedy) => remedy !== best)
  return [
    `<article id="${id}" class="finding ${level}" aria-labelledby="${id}-title">`,
    `<p class="place"><strong class="level ${level}">${capital(level)}</strong> ${placeHtml(finding)}, rule ${codeHtml(rule)}</p>`,
    `<h2 id="${id}-title">${proseHtml(shortened(breakText(finding), 1000))}</h2>`,
    lead === undefined ? `<p>${proseHtml(ruleHelp(rule))}</p>` : `<p>${whyHtml(lead, best)}</p>`,
    ...(lead === undefined ? [] : [wayHtml(lead, statement, `${id}-way`)]),
    ...(others.length === 0 ? [] : [otherPathsHtml(others, statement, id)]),
    ...(best === undefined ? [] : [`<h3>The change</h3>${changeHtml(best, below)}`]),
    ...(rest.length === 0 ? [] : ['<h3>What else can be done</h3>', ...rest.map((remedy) => otherHtml(remedy, below))]),
    backgroundHtml(finding),
    '</article>',
  ].join('\n')
}

/** Where something stands. */
export function placeHtml({ file, startLine, endLine }: Pick<JsonFinding, 'file' | 'startLine' | 'endLine'>): string {
  return `${codeHtml(file)}, ${startLine === endLine ? `line ${startLine}` : `lines ${startLine} to ${endLine}`}`
}

function whyHtml(lead: JsonServicePath, best: JsonRemedy | undefined): string {
  const mended = lead.verdict === 'contested' && best?.clears.includes(lead.id) === true
  return whyText(lead, html) + (mended ? ` ${escapedHtml(rightUnderAll)}` : '')
}

function otherPathsHtml(paths: readonly JsonServicePath[], statement: Statement, id: string): string {
  const line = ({ title, action, via, verdict }: JsonServicePath) =>
    `${proseHtml(title)}: ${codeHtml(action)} through ${codeHtml(via)}, ${escapedHtml(verdictText(verdict))}`
  const drawn = paths
    .slice(0, drawnPaths)
    .map((path, index) => foldedHtml(line(path), wayHtml(path, statement, `${id}-way-${index + 2}`)))
  const listed = paths.slice(drawnPaths, drawnPaths + listedPaths).map(line)
  const left = paths.length - drawn.length - listed.length
  const more = [...listed, ...(left === 0 ? [] : [escapedHtml(`${morePathsText(left)}: see the JSON report`)])]
  return foldedHtml(
    escapedHtml(`It also meets ${paths.length} other service-call ${paths.length === 1 ? 'path' : 'paths'}`),
    [...drawn, listHtml(more)].join('\n'),
  )
}

function changeHtml(remedy: JsonRemedy, below: HtmlFindingOptions['below']): string {
  return [
    `<p>${capital(reachHtml(remedy))}.</p>`,
    sidesHtml(remedy.patch),
    `<p class="proof">Proven: ${escapedHtml(provenText(remedy))}.</p>`,
    below?.(remedy) ?? '',
  ].join('\n')
}

function otherHtml(remedy: JsonRemedy, below: HtmlFindingOptions['below']): string {
  const { title, opens, patch, documents = [], costs = [] } = remedy
  const parts = [
    `<p>${capital(reachHtml(remedy))}${opens.length === 0 ? '.' : ':'}</p>${listHtml(opens.map(proseHtml))}`,
    ...(opens.length > 0 || patch === '' ? [] : [sidesHtml(patch), below?.(remedy) ?? '']),
    ...documents.map((document) => `<p>${proseHtml(capital(document.title))}:</p>${blockHtml(document.text)}`),
    ...costs.map((cost) => `<p>${proseHtml(cost)}</p>`),
  ]
  return foldedHtml(proseHtml(capital(title)), parts.join('\n'))
}

/** What a remedy clears, leaves and opens. */
function reachHtml(remedy: JsonRemedy): string {
  const { id, title, leaves } = remedy
  const left = leaves.slice(0, 10).map(codeHtml).join(', ')
  const more = leaves.length > 10 ? ` and ${leaves.length - 10} more` : ''
  const cleared = `${escapedHtml(reachText(remedy))}${left === '' ? '' : ` (${left}${more})`}`
  return `${proseHtml(title)} (${codeHtml(id)}): ${cleared}; ${escapedHtml(opensText(remedy))}`
}

function backgroundHtml({ policyType, policyTypeBasis, servicePaths }: JsonFinding): string {
  const shown = servicePaths.find(({ request }) => request !== null)
  const cited = servicePaths
    .slice(0, 5)
    .flatMap((path) => [...path.sources, ...path.readings.map(({ source }) => source)])
  const links = [...new Set(cited.map(({ title, url }) => linkHtml(title, url)))].slice(0, 12)
  return [
    ...(shown === undefined
      ? []
      : [
          foldedHtml(
            'A request that the statement denies',
            [
              blockHtml(JSON.stringify(shown.request, null, 2)),
              ...(shown.command === null
                ? []
                : ['<p>The same before AWS’s own simulator:</p>', blockHtml(shown.command)]),
            ].join('\n'),
          ),
        ]),
    ...(links.length === 0 ? [] : [foldedHtml('Sources', listHtml(links))]),
    `<p class="basis">Read as a policy of type ${codeHtml(policyType)}: ${proseHtml(policyTypeBasis)}.</p>`,
  ].join('\n')
}
