// What must hold for every file, however broken.
import { canonicalStatement } from '../../src/diff/canonical.ts'
import { inspect } from '../../src/inspect.ts'
import { registry } from '../../src/registry.ts'
import { jsonReport } from '../../src/report/json-report.ts'
import { markdownReport } from '../../src/report/markdown-report.ts'
import { sarifReport } from '../../src/report/sarif.ts'
import { judged } from '../../test/judge/judge.ts'
import { settings } from '../../test/unit/inspecting.ts'
import { smallRegistry } from '../../test/unit/remedies/small-registry.ts'

/** Milliseconds of the processor's time: what one file may take. */
const second = 1000

/** How much there was that could have failed. */
export const tally = { findings: 0, remedies: 0 }

/**
 * What does not hold of a change, as the name of the law and a sentence; undefined where all does. `engine` and `longest` are for tests
 * of the laws.
 */
export function broken(change, engine = inspect, longest = second) {
  const { base, head, scope, whole } = change
  const file = { base, head }
  const look = () => engine([file], whole ? registry : smallRegistry, { ...settings, scope })
  try {
    const { report, spent } = timed(look)
    // What is slow once may have been compiled meanwhile, or the machine had something else to do.
    if (spent > longest && timed(look).spent > longest) return { law: 'time', why: `${Math.round(spent)} ms` }
    return misplaced(report) ?? unlike(report, look) ?? wrongRemedy(report) ?? unwritten(report)
  } catch (error) {
    return { law: 'crash', why: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function timed(look) {
  const before = process.threadCpuUsage()
  const report = look()
  const { user, system } = process.threadCpuUsage(before)
  return { report, spent: (user + system) / 1000 }
}

function misplaced({ findings, problems }) {
  const ranges = [
    ...problems.map(({ range, file }) => ({ range, file })),
    ...findings.flatMap(({ finding: { subject }, remedies }) => [
      { range: subject.statement.range, file: subject.policy.file },
      ...remedies.flatMap(({ edits }) => edits.map(({ range }) => ({ range, file: subject.policy.file }))),
    ]),
  ]
  const outside = ranges.find(
    ({ range, file }) => !(0 <= range.start && range.start <= range.end && range.end <= file.text.length),
  )
  return outside && { law: 'range', why: `${JSON.stringify(outside.range)} of ${outside.file.text.length}` }
}

function unlike(report, look) {
  if (report.findings.length === 0) return undefined
  const [first, second] = [report, look()].map((each) => JSON.stringify(jsonReport(each, 'x')))
  return first === second ? undefined : { law: 'repeat', why: 'the same input gave two reports' }
}

function unwritten(report) {
  const json = jsonReport(report, 'x')
  const text = [
    markdownReport(json, { counts: '', notes: [], filesUrl: 'https://x/' }),
    JSON.stringify(sarifReport(json, registry.rules)),
  ]
  return text.every((each) => each.length > 0) ? undefined : { law: 'report', why: 'a report is empty' }
}

function wrongRemedy({ findings }) {
  for (const each of findings) {
    tally.findings += 1
    tally.remedies += each.remedies.length
    for (const remedy of each.remedies) {
      const why = strayEdit(each.finding, remedy)
      if (why !== undefined) return { law: 'edit', why: `${remedy.id}: ${why}` }
      // The judge takes a malformed statement for an error of the caller's.
      const { disagreements } = asked(each, remedy)
      if (disagreements.length > 0) return { law: 'judge', why: `${remedy.id}: ${disagreements[0]}` }
    }
  }
  return undefined
}

function asked(each, remedy) {
  const { actions, conditions, resources } = each.finding.subject.statement
  const texts = [...actions.patterns, ...(resources?.patterns ?? []), ...conditions.flatMap(({ values }) => values)]
  const isUsual = texts.every(({ kind, text = '' }) => kind === 'literal' && /^[\w.:/*?-]+$/.test(text))
  const isKnown = conditions.every(({ key, optional }) => optional === undefined && /^aws:\w+$/.test(key.value))
  // What is no ARN it takes for a mistake that matches nothing, whatever the operator.
  const areArns = conditions
    .filter(({ operator }) => operator.value.base.startsWith('Arn'))
    .every(({ values }) => values.every(({ text = '' }) => /^(arn:|\*$)/.test(text)))
  return isUsual && isKnown && areArns ? judged(each, remedy) : { disagreements: [] }
}

/** Reads the patched text: where an edit is, the statement is another; where none is, all is as it was. */
function strayEdit({ subject }, { edits, patchedText }) {
  if (edits.length === 0) return undefined
  const { policy, statement } = subject
  const format = registry.formats.find(({ id }) => id === policy.formatId)
  const before = format.read(policy.file)
  const after = format.read({ ...policy.file, text: patchedText })
  if (after.problems.length > before.problems.length) return `a problem more: ${after.problems.at(-1)?.message}`
  const [was, is] = [statementsOf(before), statementsOf(after)]
  if (was.length !== is.length) return `${was.length} statements became ${is.length}`
  for (const [index, old] of was.entries()) {
    const isTouched = edits.some(({ range }) => range.start <= old.range.end && old.range.start <= range.end)
    const isSame = old.meaning === is[index].meaning
    const isSubject = old.range.start === statement.range.start && old.range.end === statement.range.end
    if (isSubject && isSame && old.effect === 'Deny' && isTouched) return 'the statement is as it was'
    if (!isSubject && !isTouched && !isSame) return `another statement changed, at ${old.range.start}`
  }
  return undefined
}

function statementsOf({ policies }) {
  return policies.flatMap((policy) =>
    policy.statements.map((each) => ({ ...each, meaning: canonicalStatement(each, policy) })),
  )
}
