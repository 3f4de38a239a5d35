import { capital } from './headline.ts'
import type { JsonFinding, JsonProblem, JsonReport } from './json-report.ts'
import { remediesPage, remedyPages, rulePage } from './pages.ts'
import { visibleLines } from './plain-text.ts'
import { ruleHelp } from './rule-help.ts'
import { encodedPath, link, prose, unlinked } from './safe-text.ts'

const levels = { error: 'error', warning: 'warning', notice: 'note' } as const
const unreadable = 'unreadable-policy'

/** The report as SARIF 2.1.0, for code scanning. `rules`: the titles of the rules, in the order of the registry. */
export function sarifReport(
  report: JsonReport,
  rules: readonly { readonly id: string; readonly title: string }[],
): object {
  const described = [...rules, { id: unreadable, title: 'a file that may hold such a Deny cannot be read' }]
  const ids = described.map(({ id }) => id)
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'SourceIp Guard',
            semanticVersion: report.tool.version,
            rules: described.map(ruleDescription),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [
          ...report.problems.map((problem) => problemResult(problem, ids)),
          ...report.findings.map((finding) => findingResult(finding, ids)),
        ],
      },
    ],
  }
}

function ruleDescription({ id, title }: { readonly id: string; readonly title: string }): object {
  const text = ruleHelp(id)
  // What cannot be read has no rule and no page.
  const page = id === unreadable ? undefined : rulePage(id)
  const pages = page && `${link('The page of this rule', page)}; ${link('all remedies', remediesPage)}.`
  return {
    id,
    shortDescription: { text: capital(title) },
    ...(page === undefined ? {} : { helpUri: page }),
    help: {
      text: page === undefined ? text : `${text} See ${page}`,
      markdown: pages === undefined ? prose(text) : `${prose(text)}\n\n${pages}`,
    },
    properties: { tags: ['security', 'aws', 'iam'] },
  }
}

function findingResult(finding: JsonFinding, ids: readonly string[]): object {
  const { rule, level, message, fingerprint, suppressed } = finding
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: levels[level],
    message: { text: plainMessage(message) },
    locations: [location(finding)],
    partialFingerprints: { 'sourceipGuard/v1': fingerprint },
    ...fixesOf(finding),
    ...(suppressed === null
      ? {}
      : {
          suppressions: [
            {
              kind: 'external',
              status: 'accepted',
              justification: plainMessage(`${suppressed.reason} (until ${suppressed.expires})`),
            },
          ],
        }),
  }
}

function problemResult(problem: JsonProblem, ids: readonly string[]): object {
  return {
    ruleId: unreadable,
    ruleIndex: ids.indexOf(unreadable),
    level: problem.blocking ? 'error' : 'warning',
    message: { text: plainMessage(`${problem.message}; ${problem.help}`) },
    locations: [location(problem)],
  }
}

/** What may be committed as it is: every remedy that opens nothing. */
function fixesOf({ file, remedies }: JsonFinding): { fixes?: readonly object[] } {
  const fixes = remedies
    .filter(({ opens, edits }) => opens.length === 0 && edits.length > 0)
    .map(({ id, title, edits }) => ({
      description: {
        // The addresses are ours, and may be followed.
        text: `${plainMessage(title)}; see ${remedyPages(id)
          .map(({ url }) => url)
          .join(' and ')}`,
        markdown: `${prose(title)} (${remedyPages(id)
          .map((page) => link(page.id, page.url))
          .join(', ')})`,
      },
      artifactChanges: [
        {
          artifactLocation: { uri: encodedPath(file), uriBaseId: '%SRCROOT%' },
          // Without columns a region ends before the last line's end, as the replacement does.
          replacements: edits.map(({ startLine, endLine, replacement }) => ({
            deletedRegion: { startLine, endLine },
            insertedContent: { text: replacement },
          })),
        },
      ],
    }))
  return fixes.length === 0 ? {} : { fixes }
}

interface Place {
  readonly file: string
  readonly startLine: number
  readonly endLine: number
}

function location({ file, startLine, endLine }: Place): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: encodedPath(file), uriBaseId: '%SRCROOT%' },
      region: { startLine, endLine },
    },
  }
}

/** SARIF takes brackets in a plain message for a link; those who show it may link addresses and mentions as well. */
function plainMessage(text: string): string {
  return unlinked(visibleLines(text)).replaceAll(/[\\[\]]/g, '\\$&')
}
