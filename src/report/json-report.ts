import type { ChangedStatement } from '../model/change.ts'
import { keyAsWritten } from '../model/condition-keys.ts'
import type { BrokenPath, Level, Remedy, Report, ReportedFinding } from '../model/finding.ts'
import { type LineEdit, type LineStarts, lineAt, lineEditsOf, lineStartsOf } from '../model/lines.ts'
import type { Citation, KeyState, RequestContext } from '../model/request.ts'
import type { Range } from '../model/source.ts'
import { policyBasis } from './policy-basis.ts'
import { simulateCommand } from './simulate-command.ts'
import { unifiedDiff } from './unified-diff.ts'
import { messageOf } from './wording.ts'

/** The report as other programs read it; `schema/report.schema.json` describes it. */
export interface JsonReport {
  readonly schemaVersion: 1
  readonly tool: { readonly name: 'sourceip-guard'; readonly version: string; readonly catalogue: string }
  readonly conclusion: 'success' | 'failure'
  readonly files: readonly { path: string; format: string; policies: number; statements: number }[]
  readonly problems: readonly JsonProblem[]
  readonly findings: readonly JsonFinding[]
}

export interface JsonProblem {
  readonly file: string
  readonly startLine: number
  readonly endLine: number
  readonly message: string
  readonly help: string
  /** Whether a Deny on `aws:SourceIp` may be hidden by it, so that the check does not pass. */
  readonly blocking: boolean
}

export interface JsonFinding {
  readonly rule: string
  readonly level: Level
  readonly file: string
  /** 1-based, inclusive: the statement in the head file. */
  readonly startLine: number
  readonly endLine: number
  readonly sid: string | null
  readonly policyType: string
  /** How the policy's type was found. */
  readonly policyTypeBasis: string
  readonly fingerprint: string
  readonly change: 'added' | 'modified' | 'existing'
  readonly message: string
  readonly servicePaths: readonly JsonServicePath[]
  readonly remedies: readonly JsonRemedy[]
  readonly suppressed: { readonly reason: string; readonly expires: string } | null
}

export interface JsonServicePath {
  readonly id: string
  readonly title: string
  readonly mechanism: string
  readonly via: string
  /** What is called first. */
  readonly entryActions: readonly string[]
  readonly network: 'public' | 'vpc-endpoint'
  readonly verdict: 'denied' | 'contested' | 'may-be-denied'
  readonly level: Level
  readonly action: string
  readonly request: JsonRequest | null
  /** A shell command that puts the request before AWS's own policy simulator; null without a request. */
  readonly command: string | null
  readonly readings: readonly {
    readonly claim: string
    readonly denied: boolean
    readonly source: { readonly title: string; readonly url: string }
  }[]
  readonly undecided: readonly string[]
  readonly sources: readonly { readonly title: string; readonly url: string }[]
  /** Whether the same call was denied before the change. */
  readonly existing: boolean
}

export interface JsonRequest {
  readonly action: string
  readonly resource: string
  readonly principal: {
    readonly type: string
    readonly arn?: string
    readonly service?: string
    readonly account?: string
  }
  readonly context: Readonly<Record<string, string | readonly string[]>>
}

export interface JsonRemedy {
  readonly id: string
  readonly title: string
  readonly clears: readonly string[]
  readonly leaves: readonly string[]
  readonly opens: readonly string[]
  readonly edits: readonly LineEdit[]
  /** Empty where `documents` stand in the place of the statement. */
  readonly patch: string
  readonly documents?: readonly { readonly title: string; readonly text: string }[]
  readonly costs?: readonly string[]
}

/** The report in the form that `interface` of the JSON output fixes; sorted as the report is. */
export function jsonReport(report: Report, version: string): JsonReport {
  return { ...jsonHead(report, version), findings: report.findings.map(jsonFinding) }
}

/** The findings one after the other, for those who keep none: with all their calls they take a megabyte each. */
export function* jsonFindings({ findings }: Report): Generator<JsonFinding> {
  for (const finding of findings) yield jsonFinding(finding)
}

/** All but the findings. */
export function jsonHead(report: Report, version: string): Omit<JsonReport, 'findings'> {
  return {
    schemaVersion: 1,
    tool: { name: 'sourceip-guard', version, catalogue: report.catalogueDate },
    conclusion: report.conclusion,
    files: report.files.map(({ path, format, policies, statements }) => ({ path, format, policies, statements })),
    problems: report.problems.map(({ file, range, message, help, blocking }) => ({
      file: file.path,
      ...linesOf(lineStartsOf(file.text), range),
      message,
      help,
      blocking,
    })),
  }
}

function jsonFinding(reported: ReportedFinding): JsonFinding {
  const { finding, fingerprint, remedies, suppressed } = reported
  const { policy, statement, change } = finding.subject
  const forgotten = copyOf(finding.subject)
  return {
    rule: finding.ruleId,
    level: finding.level,
    file: policy.file.path,
    ...linesOf(lineStartsOf(policy.file.text), statement.range),
    sid: statement.sid?.value ?? null,
    policyType: policy.type,
    policyTypeBasis: policyBasis(policy),
    fingerprint,
    change,
    message: messageOf(finding),
    servicePaths: finding.paths.map((path) => jsonPath(path, forgotten)),
    remedies: remedies.map((remedy) => jsonRemedy(policy.file.path, policy.file.text, remedy)),
    suppressed: suppressed ?? null,
  }
}

/** What is found out of a statement is remembered for as long as it is there: of a copy, until its calls are told. */
function copyOf(subject: ChangedStatement): ChangedStatement {
  const { actions, conditions, resources } = subject.statement
  const copies = { actions: { ...actions }, conditions: conditions.map((condition) => ({ ...condition })) }
  return { ...subject, statement: { ...subject.statement, ...copies, resources: resources && { ...resources } } }
}

function jsonPath(path: BrokenPath, subject: ChangedStatement): JsonServicePath {
  const { statement, policy } = subject
  const { id, title, mechanism, via, entryActions, network, verdict, level, action, undecided, existing } = path
  const { readings, sources } = told(path)
  return {
    ...{ id, title, mechanism, via, entryActions, network, verdict, level, action },
    // Made when it is read, one after the other: a statement has hundreds, and all of all statements would fill the memory.
    get request() {
      const witness = witnessOf(path, subject)
      return witness === undefined ? null : jsonRequest(witness)
    },
    get command() {
      const witness = witnessOf(path, subject)
      return witness === undefined ? null : (simulateCommand(statement, policy.version, witness) ?? null)
    },
    ...{ readings, undecided, sources, existing },
  }
}

let lastWitness:
  | undefined
  | { readonly path: BrokenPath; readonly subject: ChangedStatement; readonly witness: RequestContext | undefined }

/** The last one is remembered: the request and its command are read one after the other, and a request is long sought for. */
function witnessOf(path: BrokenPath, subject: ChangedStatement): RequestContext | undefined {
  if (lastWitness?.path !== path || lastWitness.subject !== subject)
    lastWitness = { path, subject, witness: path.witness?.(subject) }
  return lastWitness.witness
}

type Told = Pick<JsonServicePath, 'readings' | 'sources'>
const toldBefore = new WeakMap<BrokenPath, Told>()

/** What is the same for every statement that is judged alike. */
function told(path: BrokenPath): Told {
  const known = toldBefore.get(path)
  if (known !== undefined) return known
  const readings = path.readings.map(({ claim, denied, source }) => ({ claim, denied, source: link(source) }))
  const made = { readings, sources: path.sources.map(link) }
  toldBefore.set(path, made)
  return made
}

function jsonRequest({ action, resource, principal, keys }: RequestContext): JsonRequest {
  const { kind, name, account } = principal
  return {
    action,
    resource,
    principal: {
      type: kind,
      ...(kind === 'service' ? { service: name } : name === '' ? {} : { arn: name }),
      ...(account === undefined ? {} : { account }),
    },
    context: Object.fromEntries([...keys].toSorted(byKey).flatMap(([key, state]) => contextEntry(key, state))),
  }
}

function byKey([a]: readonly [string, KeyState], [b]: readonly [string, KeyState]): number {
  return a < b ? -1 : 1
}

function contextEntry(key: string, state: KeyState): [string, string | readonly string[]][] {
  if (state.kind !== 'present') return []
  const [only, ...more] = state.values
  return [[keyAsWritten(key), only !== undefined && more.length === 0 ? only : state.values]]
}

function jsonRemedy(path: string, text: string, remedy: Remedy): JsonRemedy {
  const { id, title, clears, leaves, opens, edits, patchedText, documents, costs } = remedy
  return {
    id,
    title,
    clears,
    leaves,
    opens,
    edits: lineEditsOf(text, edits),
    patch: edits.length === 0 ? '' : unifiedDiff(path, text, patchedText),
    ...(documents === undefined ? {} : { documents }),
    ...(costs === undefined ? {} : { costs }),
  }
}

function linesOf(starts: LineStarts, range: Range): { startLine: number; endLine: number } {
  return { startLine: lineAt(starts, range.start), endLine: lineAt(starts, Math.max(range.start, range.end - 1)) }
}

function link({ title, url }: Citation): { title: string; url: string } {
  return { title, url }
}
