import { canonicalStatement } from './diff/canonical.ts'
import { allStatements, changedStatements } from './diff/changed-statements.ts'
import { fingerprintOf } from './diff/fingerprint.ts'
import { hiddenKeys } from './diff/hidden-keys.ts'
import type { ChangedFile, ChangedStatement } from './model/change.ts'
import type { EngineSettings, PolicyFormat, ReadResult, Registry, RuleContext } from './model/contracts.ts'
import type { Finding, InspectedFile, Level, Problem, Report, ReportedFinding } from './model/finding.ts'
import type { PolicyDocument, Statement } from './model/policy.ts'
import type { SourceFile } from './model/source.ts'
import { speaksOfSourceIp } from './model/source-ip.ts'
import { provenRemedies } from './remedies/remedies.ts'
import type { Workshop } from './remedies/verify.ts'

/** A file that speaks of `aws:SourceIp`, read before and after. */
interface ReadFile {
  readonly head: SourceFile
  /** The file's name in the base; a renamed file keeps its identity. */
  readonly basePath: string
  readonly format: PolicyFormat | undefined
  readonly before: readonly PolicyDocument[]
  readonly after: ReadResult
}

/**
 * The whole engine: what a set of changed files breaks, and what would mend it. Files without `aws:SourceIp` are done at once; one
 * that has it and is of no known format is a problem, since nothing unreadable counts as clean.
 */
export function inspect(files: readonly ChangedFile[], registry: Registry, settings: EngineSettings): Report {
  const read = files
    .flatMap((file) => readFile(file, registry, settings))
    .toSorted((a, b) => order(a.head.path, b.head.path))
  const { catalogue, rcpServices, tables } = registry
  const context: RuleContext = { catalogue, rcpServices, tables, settings }
  const pairs = read.map(({ before, after }) => ({ base: before, head: after.policies }))
  const subjects =
    settings.scope === 'tree' ? allStatements(pairs.flatMap(({ head }) => head)) : changedStatements(pairs)
  const bench: Bench = {
    files: new Map(read.map((file) => [file.head.path, file])),
    registry,
    context,
    memory: memory(),
  }
  const findings = subjects.flatMap((subject) => findingsOf(subject, bench))
  const questions = subjects.flatMap((subject) => openQuestions(subject, registry))
  const problems = [...read.flatMap(({ after }) => after.problems), ...questions].toSorted(byPlace)
  return {
    files: read.map(inspectedFile),
    problems,
    findings: numbered(findings).toSorted(byFindingPlace),
    conclusion: concludes(findings, problems, settings),
    catalogueDate: registry.catalogueDate,
  }
}

function readFile({ base, head }: ChangedFile, registry: Registry, settings: EngineSettings): ReadFile[] {
  if (head === undefined || !speaksOfSourceIp(head.text)) return []
  if (head.unreadable !== undefined) return [unreadableFile(head, head.unreadable)]
  const format = formatOf(head, registry)
  if (format === undefined) return unknownFormat(head)
  const isRead = base !== undefined && base.unreadable === undefined && speaksOfSourceIp(base.text)
  const before = isRead ? (formatOf(base, registry)?.read(base).policies ?? []) : []
  const after = format.read(head)
  const policies = after.policies.map((policy) => hinted(policy, settings))
  const problems = [...after.problems, ...hiddenKeys(before, after.policies), ...(format.news?.(base, head) ?? [])]
  return [
    {
      head,
      basePath: base?.path ?? head.path,
      format,
      before: before.map((policy) => hinted(policy, settings)),
      after: { policies, problems },
    },
  ]
}

function formatOf(file: SourceFile, { formats }: Registry): PolicyFormat | undefined {
  return formats.find((candidate) => candidate.recognises(file))
}

/** It names the key, and nothing of it can be read. */
function unreadableFile(head: SourceFile, reason: string): ReadFile {
  const range = { start: 0, end: Math.min(1, head.text.length) }
  const help = 'keep policies in UTF-8 files, or leave such files out with `paths`'
  const problem: Problem = { file: head, range, message: `this file ${reason}`, help, blocking: true }
  return { head, basePath: head.path, format: undefined, before: [], after: { policies: [], problems: [problem] } }
}

/** A Deny on `aws:SourceIp` may stand in it, and nobody here can tell. */
function unknownFormat(head: SourceFile): ReadFile[] {
  const at = head.text.search(/aws:sourceip/i)
  if (at < 0 || !/deny/i.test(head.text)) return []
  const problem: Problem = {
    file: head,
    range: { start: at, end: at + 'aws:SourceIp'.length },
    message: 'this kind of file is not read yet, and it names aws:SourceIp beside a Deny',
    help: 'keep the policy in a JSON file, or leave such files out with `paths`',
    blocking: true,
  }
  return [{ head, basePath: head.path, format: undefined, before: [], after: { policies: [], problems: [problem] } }]
}

/** What the configuration says of a policy goes before what its content suggests. */
function hinted(policy: PolicyDocument, { policyHints }: EngineSettings): PolicyDocument {
  const hints = policyHints.filter(({ matches }) => matches(policy.file.path))
  const type = hints.findLast((hint) => hint.type !== undefined)?.type
  const assumedBy = hints.flatMap((hint) => hint.assumedBy)
  const typed = type === undefined ? policy : { ...policy, type, typeBasis: 'the configuration says so' }
  return assumedBy.length === 0 ? typed : { ...typed, assumedBy }
}

/** What AWS leaves open does not hide a Deny: the statement is read, and judged as far as it goes. */
function openQuestions({ policy, statement }: ChangedStatement, { questions }: Registry): Problem[] {
  return questions.flatMap(({ ask }) =>
    ask(statement).map((asked) => ({ file: policy.file, blocking: false, ...asked })),
  )
}

/** What the judging of statements shares in one run. */
interface Bench {
  readonly files: ReadonlyMap<string, ReadFile>
  readonly registry: Registry
  readonly context: RuleContext
  readonly memory: <T>(key: string, compute: () => T) => T
}

/** Remembers answers by their question: the same Deny stands in many a policy, and it means the same everywhere. */
function memory(): Bench['memory'] {
  const answers = new Map<string, unknown>()
  return <T>(key: string, compute: () => T): T => {
    if (!answers.has(key)) answers.set(key, compute())
    // The key names the kind of answer, so what lies under it is of that kind.
    return answers.get(key) as T
  }
}

function findingsOf(
  subject: ChangedStatement,
  { files, registry, context, memory: remember }: Bench,
): ReportedFinding[] {
  const { policy, statement } = subject
  const file = files.get(policy.file.path)
  const format = file?.format
  if (file === undefined || format === undefined) return []
  const situation = situationOf(subject)
  return registry.rules.flatMap((rule) => {
    const found = remember(`check ${rule.id} ${situation}`, () => rule.check(subject, context))
    return found.map((each, index): ReportedFinding => {
      const finding = isExisting(each) ? asExisting({ ...each, subject }) : { ...each, subject }
      const proven: Workshop['proven'] = (after, prove) =>
        remember(`prove ${rule.id} ${index} ${situation} ${canonicalStatement(after, policy)}`, prove)
      const { policies, problems } = file.after
      const place = { format, problems: problems.length, policies }
      return {
        finding,
        remedies: provenRemedies(finding, { ...place, rule, registry, context, proven }),
        fingerprint: fingerprintOf(rule.id, file.basePath, policy, statement),
        suppressed: suppressionOf(finding, context.settings),
      }
    })
  })
}

/** All that a rule may look at, as text: the statement, what it was, and the Deny statements around it, now and before. */
function situationOf({ policy, statement, change, previous, before, beforePolicy }: ChangedStatement): string {
  const meaning = (each: Statement) => canonicalStatement(each, policy)
  return JSON.stringify([
    meaning(statement),
    change,
    previous && meaning(previous),
    beforePolicy?.version,
    policy.assumedBy,
    policy.governs,
    policy.creates,
    before.map(meaning),
    policy.statements.filter(({ effect }) => effect === 'Deny').map(meaning),
  ])
}

/** Whether nothing of it came with the change. */
function isExisting({ paths, existing }: Finding): boolean {
  return paths.length > 0 ? paths.every((path) => path.existing) : existing === true
}

function asExisting(finding: Finding): Finding {
  return { ...finding, level: 'notice', subject: { ...finding.subject, change: 'existing' } }
}

function suppressionOf(
  { ruleId, subject }: Finding,
  { suppressions, today }: EngineSettings,
): ReportedFinding['suppressed'] {
  const found = suppressions.find(
    ({ rule, matches, sid, expires }) =>
      rule === ruleId &&
      matches(subject.policy.file.path) &&
      (sid === undefined || sid === subject.statement.sid?.value) &&
      today < expires,
  )
  return found && { reason: found.reason, expires: found.expires }
}

/** Two findings that would be known by the same fingerprint are told apart by their order. */
function numbered(findings: readonly ReportedFinding[]): ReportedFinding[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const count = (seen.get(finding.fingerprint) ?? 0) + 1
    seen.set(finding.fingerprint, count)
    return count === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${count}` }
  })
}

const gravity: readonly Level[] = ['notice', 'warning', 'error']

/** Only findings and problems decide; whether anything could be posted never does. */
function concludes(
  findings: readonly ReportedFinding[],
  problems: readonly Problem[],
  { failOn }: EngineSettings,
): 'success' | 'failure' {
  if (failOn === 'never') return 'success'
  const grave = findings.some(
    ({ finding, suppressed }) =>
      suppressed === undefined && !isExisting(finding) && gravity.indexOf(finding.level) >= gravity.indexOf(failOn),
  )
  return grave || problems.some(({ blocking }) => blocking) ? 'failure' : 'success'
}

function inspectedFile({ head, format, after }: ReadFile): InspectedFile {
  const statements = after.policies.reduce((sum, policy) => sum + policy.statements.length, 0)
  return { path: head.path, format: format?.id ?? 'unknown', policies: after.policies.length, statements }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function byPlace(a: Problem, b: Problem): number {
  return order(a.file.path, b.file.path) || a.range.start - b.range.start || order(a.message, b.message)
}

function byFindingPlace(a: ReportedFinding, b: ReportedFinding): number {
  const [x, y] = [a.finding, b.finding]
  return (
    order(x.subject.policy.file.path, y.subject.policy.file.path) ||
    x.subject.statement.range.start - y.subject.statement.range.start ||
    order(x.ruleId, y.ruleId) ||
    order(a.fingerprint, b.fingerprint)
  )
}
