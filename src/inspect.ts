import { canonicalStatement } from './diff/canonical.ts'
import { allStatements, changedStatements } from './diff/changed-statements.ts'
import { fingerprintOf, shortOf } from './diff/fingerprint.ts'
import { hiddenKeys } from './diff/hidden-keys.ts'
import type { ChangedFile, ChangedStatement } from './model/change.ts'
import type { EngineSettings, PolicyFormat, ReadResult, Registry, Rule, RuleContext } from './model/contracts.ts'
import type { Finding, InspectedFile, Level, Problem, Report, ReportedFinding } from './model/finding.ts'
import {
  beyondLimits,
  beyondReading,
  isSpent,
  mayJudgeAnew,
  mayLookAt,
  metered,
  nothingSpent,
  type Spent,
} from './model/limits.ts'
import { mayDenyByAddress } from './model/neighbours.ts'
import type { PolicyDocument, Statement } from './model/policy.ts'
import type { SourceFile } from './model/source.ts'
import { type CommonList, commonList, namesSame, withoutAddresses } from './remedies/alike.ts'
import { provenRemedies } from './remedies/remedies.ts'
import type { Proof, Workshop } from './remedies/verify.ts'

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
    .flatMap((file, index) => {
      settings.onStep?.({ kind: 'file', index, count: files.length, path: file.head?.path ?? '' })
      return readFile(file, registry, settings)
    })
    .toSorted((a, b) => order(a.head.path, b.head.path))
  const { catalogue, rcpServices, tables } = registry
  const context: RuleContext = { catalogue, rcpServices, tables, settings }
  const beyond = read.flatMap(({ after }) => after.policies.flatMap(notJudged))
  const pairs = read.map(({ before, after }) => ({ base: withinLimits(before), head: withinLimits(after.policies) }))
  const subjects =
    settings.scope === 'tree' ? allStatements(pairs.flatMap(({ head }) => head)) : changedStatements(pairs)
  const bench: Bench = {
    files: new Map(read.map((file) => [file.head.path, file])),
    registry,
    context,
    judged: new Map(),
    surroundings: new WeakMap(),
    spent: new Map(read.map((file) => [file.head.path, nothingSpent()])),
  }
  const findings = subjects.flatMap((subject, index) => {
    const step = { kind: 'statement', index, count: subjects.length, path: subject.policy.file.path } as const
    return findingsOf(subject, bench, () => settings.onStep?.(step))
  })
  const questions = subjects.flatMap((subject) => openQuestions(subject, registry))
  const left = [...bench.spent.values()].flatMap((spent) => [...spent.left.values()])
  const problems = [...read.flatMap(({ after }) => after.problems), ...beyond, ...questions, ...left].toSorted(byPlace)
  return {
    files: read.map(inspectedFile),
    problems,
    findings: numbered(findings).toSorted(byFindingPlace),
    conclusion: concludes(findings, problems, settings),
    catalogueDate: registry.catalogueDate,
  }
}

function readFile({ base, head }: ChangedFile, registry: Registry, settings: EngineSettings): ReadFile[] {
  if (head === undefined || !mayDenyByAddress(head)) return []
  if (head.unreadable !== undefined) return [unreadableFile(head, head.unreadable)]
  const beyond = beyondReading(head)
  if (beyond !== undefined) return [notRead(head, beyond)]
  const format = formatOf(head, registry)
  if (format === undefined) return unknownFormat(head)
  const isRead =
    base !== undefined && base.unreadable === undefined && mayDenyByAddress(base) && beyondReading(base) === undefined
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
  return notRead(head, { file: head, range, message: `this file ${reason}`, help, blocking: true })
}

function notRead(head: SourceFile, problem: Problem): ReadFile {
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
  return [notRead(head, problem)]
}

/** What the configuration says of a policy goes before what its content suggests. */
function hinted(policy: PolicyDocument, { policyHints }: EngineSettings): PolicyDocument {
  const hints = policyHints.filter(({ matches }) => matches(policy.file.path))
  const type = hints.findLast((hint) => hint.type !== undefined)?.type
  const assumedBy = hints.flatMap((hint) => hint.assumedBy)
  const typed = type === undefined ? policy : { ...policy, type, typeBasis: 'the configuration says so' }
  return assumedBy.length === 0 ? typed : { ...typed, assumedBy }
}

/** A policy that no policy of AWS's is like, where there is something to judge in it. */
function notJudged(policy: PolicyDocument): Problem[] {
  const problem = beyondLimits(policy)
  return problem === undefined || allStatements([policy]).length === 0 ? [] : [problem]
}

function withinLimits(policies: readonly PolicyDocument[]): readonly PolicyDocument[] {
  return policies.filter((policy) => beyondLimits(policy) === undefined)
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
  /** By what a statement and those around it mean: the same Deny stands in many a policy, and it means the same everywhere. */
  readonly judged: Map<string, Judged>
  /** By policy. */
  readonly surroundings: WeakMap<PolicyDocument, Surroundings>
  /** By path. */
  readonly spent: ReadonlyMap<string, Spent>
}

/** What was found out of statements that are judged alike. */
interface Judged {
  readonly found: Map<Rule, readonly Finding[]>
  /** By the finding of the rule and by what a remedy makes of the statement. */
  readonly proofs: Map<string, Proof | undefined>
}

function nothingJudged(): Judged {
  return { found: new Map(), proofs: new Map() }
}

function remembered<K, V>(answers: Map<K, V>, key: K, compute: () => V): V {
  const known = answers.get(key)
  if (known !== undefined || answers.has(key)) return known as V
  const answer = compute()
  answers.set(key, answer)
  return answer
}

function findingsOf(
  subject: ChangedStatement,
  { files, registry, context, judged, surroundings, spent: all }: Bench,
  isBusy: () => void,
): ReportedFinding[] {
  const { policy, statement } = subject
  const file = files.get(policy.file.path)
  const spent = all.get(policy.file.path)
  if (file?.format === undefined || spent === undefined) return []
  if (!mayLookAt(spent, policy.file, statement)) return []
  const situation = situationOf(subject, surroundings)
  if (!judged.has(situation.text) && !mayJudgeAnew(spent, policy.file, statement)) return []
  const format = metered(file.format, spent, statement.range)
  const { found, proofs } = remembered(judged, situation.text, nothingJudged)
  return registry.rules.flatMap((rule) => {
    isBusy()
    return remembered(found, rule, () => rule.check(subject, context)).map((each, index): ReportedFinding => {
      const finding = isExisting(each) ? asExisting({ ...each, subject }) : { ...each, subject }
      const proven: Workshop['proven'] = (after, prove) => {
        isBusy()
        return remembered(proofs, `${rule.id} ${index} ${patchedMeaning(situation, after, subject)}`, prove)
      }
      const { policies, problems } = file.after
      const place = { format, problems: problems.length, policies }
      return {
        finding,
        remedies: isSpent(spent) ? [] : provenRemedies(finding, { ...place, rule, registry, context, proven }),
        fingerprint: fingerprintOf(rule.id, file.basePath, policy, statement),
        suppressed: suppressionOf(finding, context.settings),
      }
    })
  })
}

/** All that a rule may look at, as text: equal texts are judged alike. */
interface Situation {
  readonly text: string
  /** The list of addresses that stands in the text as what decisions depend on. */
  readonly list: CommonList | undefined
}

/** What the statements of one policy have in common: worked out once, since there may be hundreds of them. */
interface Surroundings {
  readonly list: CommonList | undefined
  readonly text: string
}

/** The statement, what it was, and the statements around it, now and before. */
function situationOf(subject: ChangedStatement, known: WeakMap<PolicyDocument, Surroundings>): Situation {
  const { policy } = subject
  const surroundings = known.get(policy) ?? surroundingsOf(subject)
  known.set(policy, surroundings)
  return { text: situationText(subject, surroundings), list: surroundings.list }
}

/** The policy's statement and what it was are among those around it. */
function surroundingsOf(subject: ChangedStatement): Surroundings {
  const list = commonList([...subject.before, ...around(subject)])
  return { list, text: shortOf(surroundingText(subject, list)) }
}

/** What else of the policy is looked at: every Deny, and in a trust policy whom it trusts. */
function around({ policy }: ChangedStatement): readonly Statement[] {
  return policy.statements.filter(({ effect }) => effect === 'Deny' || policy.type === 'trust')
}

function surroundingText(subject: ChangedStatement, list: CommonList | undefined): string {
  const { policy, before, beforePolicy } = subject
  const meaning = (each: Statement) => meaningOf(each, policy, list)
  return JSON.stringify([
    beforePolicy?.version,
    policy.assumedBy,
    policy.governs,
    policy.creates,
    before.map(meaning),
    around(subject).map(meaning),
  ])
}

function situationText(
  { policy, statement, change, previous }: ChangedStatement,
  { list, text }: Surroundings,
): string {
  const meaning = (each: Statement) => meaningOf(each, policy, list)
  return JSON.stringify([meaning(statement), change, previous && meaning(previous), text])
}

function meaningOf(statement: Statement, policy: PolicyDocument, list: CommonList | undefined): string {
  return canonicalStatement(list === undefined ? statement : withoutAddresses(statement, list), policy)
}

/** What a remedy makes of a statement, as text: its addresses are left out where they are those that the situation leaves out. */
function patchedMeaning({ list }: Situation, after: Statement, subject: ChangedStatement): string {
  if (list === undefined) return meaningOf(after, subject.policy, undefined)
  if (namesSame(after, list)) return meaningOf(after, subject.policy, list)
  return `${wholeText(subject)} ${meaningOf(after, subject.policy, undefined)}`
}

function wholeText(subject: ChangedStatement): string {
  return situationText(subject, { list: undefined, text: surroundingText(subject, undefined) })
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
