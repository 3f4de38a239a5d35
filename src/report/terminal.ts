import { keyAsWritten } from '../model/condition-keys.ts'
import type { BrokenPath, Finding, Problem, ReadingOutcome, Report, ReportedFinding } from '../model/finding.ts'
import { lineAt, lineStartsOf } from '../model/lines.ts'
import { resourceTypesPathId } from '../model/request.ts'
import type { Range, SourceFile } from '../model/source.ts'
import { excerptOf } from './excerpt.ts'
import { marksOf } from './finding-marks.ts'
import { rulePage } from './pages.ts'
import { type Paint, painter } from './paint.ts'
import { visible } from './plain-text.ts'
import { remedyLines } from './terminal-remedies.ts'
import { counted, countsText, mechanismText, messageOf, verdictText } from './wording.ts'

export interface TerminalOptions {
  readonly colour: boolean
  /** One line a finding, and none where there is nothing to tell. */
  readonly quiet: boolean
}

const shownPaths = 5
const styleOf = { error: 'red', warning: 'yellow', notice: 'blue' } as const

/** The report for people at a terminal. Text from files is shown so that it cannot steer the terminal. */
export function terminalReport(report: Report, { colour, quiet }: TerminalOptions): string {
  const paint = painter(colour)
  const problems = report.problems.map((problem) => (quiet ? [shortProblem(problem)] : longProblem(problem, paint)))
  const findings = report.findings.map((found) =>
    quiet || isMinor(found) ? [shortFinding(found, paint)] : longFinding(found, paint),
  )
  if (quiet) return asText([...problems, ...findings].flat())
  const conclusion = report.conclusion === 'success' ? paint('green', 'passed') : paint('red', 'failed')
  const sections = [...problems, ...findings.filter(isLong), findings.filter((lines) => !isLong(lines)).flat()]
  const filled = sections.filter((lines) => lines.length > 0).flatMap((lines) => [...lines, ''])
  return asText([...filled, `${countsText(report)}; ${conclusion}`])
}

function asText(lines: readonly string[]): string {
  return lines.map((line) => `${line.trimEnd()}\n`).join('')
}

function isLong(lines: readonly string[]): boolean {
  return lines.length > 1
}

/** Told in a line: notices, what was so before, and what somebody has decided to live with. */
function isMinor({ finding, suppressed }: ReportedFinding): boolean {
  return finding.level === 'notice' || suppressed !== undefined
}

function shortFinding({ finding, suppressed }: ReportedFinding, paint: Paint): string {
  const { level, ruleId, subject } = finding
  const note =
    suppressed === undefined ? '' : ` (suppressed until ${suppressed.expires}: ${visible(suppressed.reason)})`
  const place = placeOf(subject.policy.file, subject.statement.range)
  return `${place}: ${paint(styleOf[level], `${level}[${ruleId}]`)} ${visible(messageOf(finding))}${note}`
}

function shortProblem({ file, range, message, blocking }: Problem): string {
  return `${placeOf(file, range)}: ${blocking ? 'error' : 'warning'} ${visible(message)}`
}

function placeOf({ path, text }: SourceFile, { start }: Range): string {
  return `${visible(path)}:${lineAt(lineStartsOf(text), start)}`
}

/** Counted in characters from 1, as editors that are given `file:line:column` do. */
function columnOf({ text }: SourceFile, { start }: Range): number {
  const lineStart = lineStartsOf(text)[lineAt(lineStartsOf(text), start) - 1] ?? 0
  return [...text.slice(lineStart, start)].length + 1
}

function longProblem({ file, range, message, help, blocking }: Problem, paint: Paint): string[] {
  const level = blocking ? 'error' : 'warning'
  return [
    `${paint(styleOf[level], level)}${paint('bold', `: ${visible(message)}`)}`,
    ...snippet(file, range, [range], paint),
    `${paint('cyan', 'help')}: ${visible(help)}`,
  ]
}

function longFinding({ finding, remedies }: ReportedFinding, paint: Paint): string[] {
  const { level, ruleId, subject, paths } = finding
  const { policy, statement } = subject
  return [
    `${paint(styleOf[level], `${level}[${ruleId}]`)}${paint('bold', `: ${visible(messageOf(finding))}`)}`,
    ...snippet(policy.file, statement.range, marksOf(finding), paint),
    ...(paths.length === 0 ? [] : [...brokenPaths(paths, paint), ...example(finding, paint), ...reasons(paths, paint)]),
    ...remedyLines(policy.file, remedies, paint),
    `${paint('cyan', 'see')}: ${paint('underline', rulePage(ruleId))}`,
  ]
}

function snippet(file: SourceFile, range: Range, marks: readonly Range[], paint: Paint): string[] {
  const lines = excerptOf(file.text, range, marks)
  const width = Math.max(...lines.map((line) => (line.kind === 'text' ? String(line.line).length : 1)))
  const gutter = (label: string) => paint('blue', `${label.padStart(width)} |`)
  const shown = lines.map((line) => {
    if (line.kind === 'gap') return paint('blue', '...')
    if (line.kind === 'marks') return `${gutter('')} ${paint('red', line.text)}`
    return `${gutter(String(line.line))} ${line.text}`
  })
  const place = `${placeOf(file, marks[0] ?? range)}:${columnOf(file, marks[0] ?? range)}`
  return [`${' '.repeat(width)}${paint('blue', '-->')} ${place}`, gutter(''), ...shown, gutter('')]
}

function brokenPaths(paths: readonly BrokenPath[], paint: Paint): string[] {
  const shown = paths
    .slice(0, shownPaths)
    .flatMap(({ title, action, via, verdict }) => [
      `  - ${visible(title)}`,
      `    ${visible(action)} through ${visible(via)}: ${verdictText(verdict)}`,
    ])
  const rest = paths.slice(shownPaths)
  const mechanisms = [...new Set(rest.map(({ mechanism }) => mechanism))]
  const groups = mechanisms.map((name) => {
    const count = rest.filter(({ mechanism }) => mechanism === name).length
    return `    ${count} where a service calls ${mechanismText(name)}`
  })
  const types = rest.flatMap(({ id, title }) =>
    id === resourceTypesPathId ? [`    among them: ${visible(title)}`] : [],
  )
  const more = rest.length === 0 ? [] : [`  - and ${counted(rest.length, 'more path')}:`, ...groups, ...types]
  return [`${paint('cyan', 'denies')}: calls that AWS services make`, ...shown, ...more]
}

/** The proof: a whole request that the statement denies. */
function example({ paths, subject }: Finding, paint: Paint): string[] {
  const witness = paths.find((path) => path.witness !== undefined)?.witness?.(subject)
  if (witness === undefined) return []
  const { action, resource, principal, keys } = witness
  const present = [...keys]
    .flatMap(([key, state]) => (state.kind === 'present' ? [`${keyAsWritten(key)} = ${state.values.join(', ')}`] : []))
    .toSorted()
  return [
    `${paint('cyan', 'for example')}: ${visible(action)} on ${visible(resource)}`,
    ...[`by ${principal.name || 'anybody'}`, ...present].map((line) => `  ${visible(line)}`),
  ]
}

/** The readings of the paths that are shown, each once, with what would decide the open ones. */
function reasons(paths: readonly BrokenPath[], paint: Paint): string[] {
  const shown = paths.slice(0, shownPaths)
  const readings = new Map<string, ReadingOutcome>()
  for (const reading of shown.flatMap((path) => path.readings))
    readings.set(`${reading.denied} ${reading.claim} ${reading.source.url}`, reading)
  const undecided = [...new Set(shown.flatMap((path) => path.undecided))]
  const lead = shown.some(({ verdict }) => verdict === 'contested')
    ? 'AWS’s documents disagree'
    : 'this is what AWS’s documents say'
  return [
    `${paint('cyan', 'why')}: ${lead}`,
    ...[...readings.values()]
      .toSorted((a, b) => Number(b.denied) - Number(a.denied))
      .flatMap(({ claim, denied, source }) => [
        `  - ${denied ? 'denied' : 'not denied'}: ${visible(claim)}`,
        `    ${visible(source.title)} ${paint('underline', visible(source.url))}`,
      ]),
    ...undecided.map((clause) => `  - undecided: ${visible(clause)}`),
  ]
}
