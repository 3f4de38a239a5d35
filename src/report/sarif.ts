import type { JsonFinding, JsonProblem, JsonReport } from './json-report.ts'
import { encodedPath } from './safe-text.ts'

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
            rules: described.map(({ id, title }) => ({ id, shortDescription: { text: title } })),
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

function findingResult(finding: JsonFinding, ids: readonly string[]): object {
  const { rule, level, message, fingerprint, suppressed } = finding
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: levels[level],
    message: { text: plainMessage(message) },
    locations: [location(finding)],
    partialFingerprints: { 'sourceipGuard/v1': fingerprint },
    ...(suppressed === null
      ? {}
      : {
          suppressions: [
            {
              kind: 'external',
              status: 'accepted',
              justification: `${suppressed.reason} (until ${suppressed.expires})`,
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

/** SARIF takes brackets in a plain message for a link. */
function plainMessage(text: string): string {
  return text.replaceAll(/[\\[\]]/g, '\\$&')
}
