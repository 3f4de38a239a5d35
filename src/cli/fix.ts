import { statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { rewriteFile } from '../changes/disk-file.ts'
import { ChangesError } from '../changes/git.ts'
import { closest } from '../config.ts'
import type { Remedy, Report, ReportedFinding } from '../model/finding.ts'
import { lineAt, lineStartsOf } from '../model/lines.ts'
import { registry } from '../registry.ts'
import { paintedDiff, painter } from '../report/paint.ts'
import { visible } from '../report/plain-text.ts'
import { unifiedDiff } from '../report/unified-diff.ts'
import { countsText, leftText } from '../report/wording.ts'
import { type Output, openOutput, type Shell, tell } from './shell.ts'
import { type Call, type Synopsis, usage } from './usage.ts'
import {
  changeSubject,
  inspectionOptions,
  inspectSubject,
  openWorkspace,
  type Subject,
  treeSubject,
  type Workspace,
} from './workspace.ts'

export const fixSynopsis: Synopsis = {
  name: 'fix',
  operands: '[FILE ...]',
  completes: 'file',
  summary: 'write verified remedies into files',
  does:
    'Writes the first verified remedy of each finding that opens no way round into\n' +
    'the files. Exit status 0: nothing at or above --fail-on is left.',
  examples: [
    'fix --dry-run policies/',
    'fix --base main',
    'fix p.json --remedy temporary-lift --until 2026-12-01T18:00:00Z',
  ],
  options: {
    remedy: {
      value: 'ID',
      help: 'write this one, also if it opens a way round (it warns)',
      completes: registry.strategies.map(({ id }) => id),
    },
    until: { value: 'DATE', help: 'end of a `temporary-lift` (default: a day, at least)' },
    base: { value: 'REF', help: 'fix what `diff --base REF` finds', completes: 'ref' },
    'dry-run': { help: 'print the unified diff and write nothing' },
    ...inspectionOptions,
  },
  maxOperands: Number.POSITIVE_INFINITY,
}

interface Applied {
  readonly path: string
  readonly line: number
  readonly remedy: Remedy
}

/** `fix`: the exit status. */
export function fix(call: Call, shell: Shell): number {
  const workspace = openWorkspace(fixSynopsis, call, shell)
  const named = call.flags.get('remedy')
  checkRemedy(named, workspace)
  const before = call.flags.has('base')
    ? narrowedTo(call.operands, workspace, changeSubject(workspace, call, shell))
    : treeSubject(workspace, call, shell)
  const { subject, report, applied } = fixAll({ ...before, liftUntil: liftEnd(call) }, workspace, named)
  const output = openOutput(shell, call.flags.get('output'))
  const written = call.switches.has('dry-run')
    ? printDiffs(before, subject, output)
    : writeFiles(before, subject, shell)
  for (const { path, line, remedy } of applied)
    for (const way of remedy.opens)
      tell(shell, 'warning', `${path}:${line}: with \`${remedy.id}\` an outsider could newly reach ${way}`)
  if (!call.switches.has('dry-run')) tellWhatWasDone({ before, subject, report, applied }, call, output)
  output.close()
  return written && report.conclusion === 'success' ? 0 : 1
}

/** A remedy's id, or those of several that stand together. */
function checkRemedy(named: string | undefined, { registry }: Workspace): void {
  const ids = registry.strategies.map(({ id }) => id)
  const unknown = named?.split('+').find((id) => !ids.includes(id))
  if (unknown === undefined) return
  throw usage(fixSynopsis, `there is no remedy \`${unknown}\`: there are ${ids.join(', ')}`, closest(unknown, ids))
}

/** The end of a lift as an instant. A day alone begins at midnight, UTC. */
function liftEnd({ flags }: Call): string | undefined {
  const given = flags.get('until')
  if (given === undefined) return undefined
  const isDate = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?Z)?$/.test(given)
  const end = isDate ? Date.parse(given) : Number.NaN
  if (Number.isNaN(end))
    throw usage(fixSynopsis, `\`--until\` must be a date such as 2026-12-01 or 2026-12-01T18:00:00Z, not \`${given}\``)
  return new Date(end).toISOString()
}

/** A line for each remedy that was written, and for each finding that is left, by file; then the counts. */
function tellWhatWasDone(
  { before, subject, report, applied }: Fixed & { readonly before: Subject },
  { flags, switches }: Call,
  { write }: Output,
): void {
  const changed = new Set(changesOf(before, subject).map(({ path }) => path))
  if (!switches.has('quiet')) {
    for (const { path, line, remedy } of applied.filter(({ path }) => changed.has(path)))
      write(`${visible(path)}:${line}: ${remedy.title} (\`${remedy.id}\`)\n`)
    for (const left of leftIn(report, before)) write(`${leftLine(left)}\n`)
  }
  for (const { remedies } of leftIn(report, before)) {
    const documents = remedies.find(({ id }) => id === flags.get('remedy'))?.documents ?? []
    for (const { title, text } of documents)
      write(`\n${visible(title)}:\n\n${text.split('\n').map(visible).join('\n')}`)
  }
  if (!switches.has('quiet')) write(`${countsText(report)}\n`)
}

/** Findings in the files at hand that somebody has to do something about. */
function leftIn({ findings }: Report, { onDisk, scope }: Subject): readonly ReportedFinding[] {
  const paths = new Set(onDisk.map(({ file }) => file.path))
  return findings.filter(
    ({ finding: { subject, level }, suppressed }) =>
      suppressed === undefined &&
      level !== 'notice' &&
      paths.has(subject.policy.file.path) &&
      !(scope === 'change' && subject.change === 'existing'),
  )
}

function leftLine({ finding, remedies }: ReportedFinding): string {
  const { policy, statement } = finding.subject
  const line = lineAt(lineStartsOf(policy.file.text), statement.range.start)
  return `${visible(policy.file.path)}:${line}: left as it is (${finding.ruleId}): ${leftText(remedies)}`
}

/** Of a change, the files that are named or lie in a named folder. */
function narrowedTo(names: readonly string[], { folder, root }: Workspace, subject: Subject): Subject {
  if (names.length === 0) return subject
  const wanted = names.map((name) => {
    const location = resolve(folder, name)
    if (statSync(location, { throwIfNoEntry: false }) === undefined)
      throw new ChangesError(`there is no file or folder \`${name}\`\n  help: names are looked up from ${folder}`)
    return relative(root, location).replaceAll('\\', '/')
  })
  const isNamed = (path: string) => wanted.some((name) => name === '' || path === name || path.startsWith(`${name}/`))
  return { ...subject, onDisk: subject.onDisk.filter(({ file }) => isNamed(file.path)) }
}

interface Fixed {
  readonly subject: Subject
  readonly report: Report
  readonly applied: readonly Applied[]
}

/** Applies a remedy to each file and inspects again, until there is nothing more to apply. */
function fixAll(start: Subject, workspace: Workspace, named: string | undefined): Fixed {
  let subject = start
  let report = inspectSubject(workspace, subject)
  const applied: Applied[] = []
  // Every remedy clears a path, so this ends by itself; the bound holds should one that is not proven creep in.
  const bound = report.findings.length * workspace.registry.strategies.length
  for (let round = 0; round < bound; round++) {
    const next = firstOfEachFile(report, subject, named)
    if (next.size === 0) break
    applied.push(...next.values())
    subject = patched(subject, next)
    report = inspectSubject(workspace, subject)
  }
  return { subject, report, applied }
}

/** By path: the remedy of the first finding that has one to apply. */
function firstOfEachFile(
  { findings }: Report,
  { onDisk, scope }: Subject,
  named: string | undefined,
): Map<string, Applied> {
  const paths = new Set(onDisk.map(({ file }) => file.path))
  const chosen = new Map<string, Applied>()
  for (const found of findings) {
    const { policy, statement, change } = found.finding.subject
    const { path, text } = policy.file
    const isOld = scope === 'change' && change === 'existing'
    const remedy = remedyOf(found, named)
    if (remedy === undefined || isOld || found.suppressed !== undefined || chosen.has(path) || !paths.has(path))
      continue
    chosen.set(path, { path, line: lineAt(lineStartsOf(text), statement.range.start), remedy })
  }
  return chosen
}

function remedyOf({ remedies }: ReportedFinding, named: string | undefined): Remedy | undefined {
  return remedies.find(
    ({ id, opens, edits }) => edits.length > 0 && (named === undefined ? opens.length === 0 : id === named),
  )
}

function patched(subject: Subject, next: ReadonlyMap<string, Applied>): Subject {
  const files = subject.files.map(({ base, head }) => {
    const applied = head && next.get(head.path)
    return { base, head: head && applied ? { ...head, text: applied.remedy.patchedText } : head }
  })
  return { ...subject, files }
}

/** The text of each file before and after, of those that differ. */
function changesOf(before: Subject, after: Subject) {
  const texts = new Map(
    after.files.flatMap(({ head }) => (head === undefined ? [] : [[head.path, head.text] as const])),
  )
  return before.onDisk.flatMap(({ file, location }) => {
    const text = texts.get(file.path) ?? file.text
    return text === file.text ? [] : [{ path: file.path, location, before: file.text, after: text }]
  })
}

/** To a person in colours and made harmless, to a program as it is: `git apply` takes it. */
function printDiffs(before: Subject, after: Subject, { write, colour, isTerminal }: Output): boolean {
  for (const change of changesOf(before, after)) {
    const diff = unifiedDiff(change.path, change.before, change.after)
    write(isTerminal ? `${paintedDiff(diff, painter(colour)).join('\n')}\n` : diff)
  }
  return true
}

/** Whether every file could be written without losing bytes. */
function writeFiles(before: Subject, after: Subject, shell: Shell): boolean {
  for (const { file } of before.onDisk) {
    if (file.unreadable !== undefined) tell(shell, 'warning', `${file.path} ${file.unreadable}: it was left as it is`)
  }
  const refused = changesOf(before, after).filter(
    (change) => !rewriteFile(change.location, change.before, change.after),
  )
  for (const { path } of refused)
    tell(shell, 'warning', `${path} is not UTF-8 or was changed meanwhile: it was not written`)
  return refused.length === 0
}
