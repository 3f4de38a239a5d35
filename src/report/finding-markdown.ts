import type { VerdictKind } from '../model/finding.ts'
import { resourceTypesPathId } from '../model/request.ts'
import { stepsRow } from './call-steps.ts'
import { breakText } from './headline.ts'
import type { JsonFinding, JsonRemedy, JsonServicePath } from './json-report.ts'
import { codeBlock, codeSpan, encodedPath, link, prose } from './safe-text.ts'
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

/** What depends on the file may be long: it is cut, so that the whole stays within what GitHub takes. */
const markdown: Medium = {
  text: (sentence) => prose(shortened(sentence, 1000)),
  source: ({ title, url }) => link(title, url),
}

/** Where the pages of rules and remedies can be read: `https://github.com/owner/repo/blob/<commit>/docs`; undefined: nowhere known. */
export type DocsUrl = string | undefined

/** The id of a rule, or those of remedies that stand together, with their pages. */
export function pageLinks(folder: 'rules' | 'remedies', id: string, docsUrl: DocsUrl): string {
  const link = (each: string) =>
    docsUrl?.startsWith('https://')
      ? `[${codeSpan(each)}](${docsUrl}/${folder}/${encodedPath(each)}.md)`
      : codeSpan(each)
  return id.split('+').map(link).join(' with ')
}

/** The first sentence: what breaks. */
export function headline(finding: JsonFinding): string {
  return `**${prose(shortened(breakText(finding), 600))}**`
}

/** The way of the first call in a row of steps; empty for findings that are not about service calls. */
export function way({ servicePaths: [lead] }: JsonFinding): string {
  return lead === undefined ? '' : `The call: ${prose(shortened(stepsRow(lead), 600))}`
}

/** The other paths in a line, best first; what is over `most` is counted. Empty where there are none. */
export function otherPaths({ servicePaths: [lead, ...others] }: JsonFinding, most: number): string {
  const shown = others.slice(0, most).map(({ action, via, verdict }) => {
    return `${codeSpan(action)} through ${codeSpan(via)}${verdict === lead?.verdict ? '' : `, ${verdictText(verdict)}`}`
  })
  const rest = restOf(others.slice(most))
  return shown.length === 0 ? '' : `It also meets: ${[...shown, ...rest].join('; ')}.`
}

/** One line on why, with AWS's documents quoted fairly; empty for findings that are not about service calls. */
export function why(finding: JsonFinding): string {
  const [lead] = finding.servicePaths
  if (lead === undefined) return ''
  const mended = lead.verdict === 'contested' && bestRemedy(finding)?.clears.includes(lead.id) === true
  return whyText(lead, markdown) + (mended ? ` ${prose(rightUnderAll)}` : '')
}

/** The paths, best first, as a list; what is over `most` is counted. */
export function pathList({ servicePaths }: JsonFinding, most: number): string[] {
  const shown = servicePaths.slice(0, most).map((path) => pathLine(path, servicePaths[0]?.verdict))
  return [...shown, ...restOf(servicePaths.slice(most)).map((line) => `- ${line}`)]
}

/** How many paths are not told, and what stands for most of them. */
function restOf(paths: readonly JsonServicePath[]): string[] {
  const types = paths.find(({ id }) => id === resourceTypesPathId)
  const among = types === undefined ? '' : `, among them: ${prose(types.title)}`
  return paths.length === 0 ? [] : [`${morePathsText(paths.length)}${among}`]
}

/** The verdict is told where it is not that of the first path, which the headline has. */
function pathLine({ title, action, via, verdict }: JsonServicePath, lead: VerdictKind | undefined): string {
  const own = verdict === lead ? '' : `, ${verdictText(verdict)}`
  return `- ${prose(title)}: ${codeSpan(action)} through ${codeSpan(via)}${own}`
}

/** What was proven of the change that is offered. */
export function proof(remedy: JsonRemedy): string {
  return `Proven: ${prose(provenText(remedy))}.`
}

/** A remedy that may be committed as it is. */
export function bestRemedy({ remedies }: JsonFinding): JsonRemedy | undefined {
  return remedies.find(({ opens }) => opens.length === 0)
}

/** What stands behind a finding, gravest first, each part a block of its own: other remedies, the request, sources. */
export function background(finding: JsonFinding, docsUrl: DocsUrl): string[] {
  const { rule, policyType, policyTypeBasis, remedies } = finding
  const best = bestRemedy(finding)
  const others = remedies.filter((remedy) => remedy !== best)
  const shown = finding.servicePaths.find(({ request }) => request !== null)
  return [
    `Rule ${pageLinks('rules', rule, docsUrl)}; read as a policy of type ${codeSpan(policyType)}: ${prose(policyTypeBasis)}.`,
    ...(best === undefined ? [] : [`The change: ${reach(best, docsUrl)}.`]),
    ...others.map((remedy) => `Another: ${remedyText(remedy, docsUrl)}`),
    ...(shown === undefined
      ? []
      : [
          `A request that the statement denies, evaluated again:\n\n${codeBlock(JSON.stringify(shown.request, null, 2), 'json')}`,
          ...(shown.command === null
            ? []
            : [`The same before AWS’s own simulator:\n\n${codeBlock(shown.command, 'sh')}`]),
        ]),
    ...sources(finding),
    `To live with it, add a suppression of ${codeSpan(rule)} with \`file\`, \`reason\` and \`expires\` to the configuration on the base branch.`,
  ]
}

const shownIds = 10

/** Only what opens nothing is shown as a patch: nobody should paste the others unread. */
function remedyText(remedy: JsonRemedy, docsUrl: DocsUrl): string {
  const { opens, patch, documents = [], costs = [] } = remedy
  const reached = reach(remedy, docsUrl)
  if (opens.length === 0) return `${reached}.\n\n${codeBlock(patch, 'diff')}`
  const ways = [`${reached}:`, '', ...opens.map((way) => `- ${prose(way)}`)].join('\n')
  const policies = documents.map(({ title, text }) => `${prose(capital(title))}:\n\n${codeBlock(text, 'json')}`)
  return [ways, ...policies, ...costs.map(prose)].join('\n\n')
}

/** What a remedy does, clears, leaves and opens; without an end, for the ways that it opens may follow. */
function reach(remedy: JsonRemedy, docsUrl: DocsUrl): string {
  const { id, title, leaves } = remedy
  const left = leaves.slice(0, shownIds).map(codeSpan).join(', ')
  const more = leaves.length > shownIds ? ` and ${leaves.length - shownIds} more` : ''
  const cleared = `${reachText(remedy)}${left === '' ? '' : ` (${left}${more})`}`
  return `${prose(title)} (${pageLinks('remedies', id, docsUrl)}): ${cleared}; ${opensText(remedy)}`
}

const shownSources = 10

function sources({ servicePaths }: JsonFinding): string[] {
  const cited = servicePaths
    .slice(0, 5)
    .flatMap((path) => [...path.sources, ...path.readings.map(({ source }) => source)])
  const links = [...new Set(cited.map(({ title, url }) => `- ${link(title, url)}`))].slice(0, shownSources)
  return links.length === 0 ? [] : [['Sources:', '', ...links].join('\n')]
}

export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}

export function capital(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1)
}

const gravity = ['error', 'warning', 'notice']

/** The gravest first. */
export function byLevel(a: Pick<JsonFinding, 'level'>, b: Pick<JsonFinding, 'level'>): number {
  return gravity.indexOf(a.level) - gravity.indexOf(b.level)
}
