import { operatorName } from '../evaluate/explain.ts'
import { memo } from '../evaluate/memo.ts'
import type { ChangedStatement } from '../model/change.ts'
import type { ActionChange, PolicyFormat, StatementChange } from '../model/contracts.ts'
import type { PolicyDocument, Selector, Statement, Value } from '../model/policy.ts'
import { applyEdits, type TextEdit } from '../model/source.ts'
import { actionEdits, changedActions, valueEdits } from './action-edits.ts'
import { withReferences, withStandIns } from './references.ts'

/** A patched text and the statement in it, as the format reads them; what stands for an expression in the place of that. */
export interface ReadBack {
  readonly edits: readonly TextEdit[]
  readonly patchedText: string
  readonly policy: PolicyDocument
  readonly statement: Statement
}

export type Change = StatementChange | ActionChange

/**
 * The changes made in the text and read back. Undefined where the place cannot take them, or where the text then holds anything else
 * anew: a problem, another statement changed (an anchor that two share), a change of the statement besides its conditions and
 * the actions that were to change.
 */
export function readBack(
  { policy, statement }: Pick<ChangedStatement, 'policy' | 'statement'>,
  changes: readonly Change[],
  { format, problems: problemsBefore, policies: policiesBefore }: Place,
): ReadBack | undefined {
  const edits = editsOf(policy, statement, changes, format)
  if (edits.length === 0) return undefined
  const patchedText = applyEdits(policy.file.text, edits)
  const { policies, problems } = format.read({ ...policy.file, text: patchedText })
  const index = policy.statements.indexOf(statement)
  const after = policies.find(({ address }) => address === policy.address)
  const patched = after?.statements[index]
  if (after === undefined || patched === undefined || problems.length > problemsBefore) return undefined
  if (!sameElsewhere(policiesBefore, policies, statement)) return undefined
  const actions = changes.reduce<Selector>(
    (selector, change) => (change.kind === 'add-condition' ? selector : changedActions(selector, change)),
    statement.actions,
  )
  if (scopeOf({ ...statement, actions }) !== scopeOf(patched)) return undefined
  // What the configuration says of the policy goes on to hold.
  const { type, typeBasis, assumedBy } = policy
  const proven = withStandIns(patched, conditionsAmong(changes))
  return proven && { edits, patchedText, policy: { ...after, type, typeBasis, assumedBy }, statement: proven }
}

/** The file in which the statement stands. */
export interface Place {
  readonly format: PolicyFormat
  /** How many problems the file had as it is: a patch must add none. */
  readonly problems: number
  /** All policies of the file as it is. */
  readonly policies: readonly PolicyDocument[]
}

function editsOf(
  policy: PolicyDocument,
  statement: Statement,
  changes: readonly Change[],
  format: PolicyFormat,
): readonly TextEdit[] {
  const conditions = conditionsAmong(changes)
  const actions = changes.flatMap((change) => (change.kind === 'add-condition' ? [] : [change]))
  const made = [
    ...(conditions.length === 0 ? [] : [conditionEdits(policy, statement, conditions, format)]),
    ...actions.map((change) => actionEdits(policy.file.text, statement.actions, change)),
  ]
  // Calls that are left out and others that are added may both change the one text of `Action`: then they do not go together.
  return made.every((edits) => edits.length > 0) && !overlap(made.flat()) ? made.flat() : []
}

function overlap(edits: readonly TextEdit[]): boolean {
  const sorted = edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
  return sorted.some(({ range }, index) => range.start < (sorted[index - 1]?.range.end ?? 0))
}

function conditionsAmong(changes: readonly Change[]): readonly StatementChange[] {
  return changes.flatMap((change) => (change.kind === 'add-condition' ? [change] : []))
}

/** Several are added one after the other, each to the text that the one before has made: two may want the same new block. */
function conditionEdits(
  policy: PolicyDocument,
  statement: Statement,
  changes: readonly StatementChange[],
  format: PolicyFormat,
): readonly TextEdit[] {
  const [change, ...others] = changes
  if (change === undefined) return []
  const edits = conditionEdit(policy, statement, change, format)
  if (others.length === 0 || edits.length === 0) return edits
  const { text } = policy.file
  const patched = applyEdits(text, edits)
  const after = format
    .read({ ...policy.file, text: patched })
    .policies.find(({ address }) => address === policy.address)
  const inside = after?.statements[policy.statements.indexOf(statement)]
  if (after === undefined || inside === undefined) return []
  const more = conditionEdits(after, inside, others, format)
  return more.length === 0 ? [] : [difference(text, applyEdits(patched, more))]
}

function conditionEdit(
  policy: PolicyDocument,
  statement: Statement,
  change: StatementChange,
  format: PolicyFormat,
): readonly TextEdit[] {
  const same = statement.conditions.find(
    ({ operator, key }) =>
      operatorName(operator.value) === change.operator && key.value.toLowerCase() === change.key.toLowerCase(),
  )
  // A negated operator spares what is in its list: a longer list spares more.
  const edits =
    same !== undefined && /Not(Equals|Like)/.test(change.operator)
      ? valueEdits(policy.file.text, same.values, change.values)
      : format.edit(policy, statement, [change])
  return withReferences(edits, change)
}

/** The one edit between two texts: what stands between their common beginning and their common end. */
function difference(before: string, after: string): TextEdit {
  let start = 0
  while (start < before.length && before[start] === after[start]) start += 1
  let end = 0
  while (end < before.length - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return { range: { start, end: before.length - end }, newText: after.slice(start, after.length - end) }
}

const meanings = memo<string>()

/** Whether all statements of the file but one read as before. */
function sameElsewhere(
  before: readonly PolicyDocument[],
  after: readonly PolicyDocument[],
  touched: Statement,
): boolean {
  return (
    before.length === after.length &&
    before.every((policy, place) => {
      const other = after[place]
      return (
        other?.address === policy.address &&
        other.statements.length === policy.statements.length &&
        policy.statements.every((statement, index) => {
          const now = other.statements[index]
          if (statement === touched || now === undefined) return statement === touched
          // What the file holds is compared with what is read back of each remedy.
          return meanings(statement, '', () => meaningOf(statement)) === meaningOf(now)
        })
      )
    })
  )
}

function meaningOf(statement: Statement): string {
  const conditions = statement.conditions.map(({ operator, key, values, optional }) => [
    operator.value,
    key.value,
    values.map(valueText),
    optional === true,
  ])
  return JSON.stringify([statement.sid?.value ?? '', scopeOf(statement), conditions])
}

/** Effect, principals, actions and resources as text: where these are equal, decisions differ by conditions alone. */
function scopeOf(statement: Statement): string {
  return JSON.stringify([
    statement.effect,
    statement.principals && [
      statement.principals.negated,
      statement.principals.entries.map(({ kind, value }) => [kind, valueText(value)]),
    ],
    selectorText(statement.actions),
    statement.resources && selectorText(statement.resources),
    statement.undecidable,
  ])
}

function selectorText({ patterns, negated }: Selector): readonly unknown[] {
  return [negated, patterns.map(valueText)]
}

function valueText(value: Value): readonly string[] {
  return [value.kind, value.kind === 'literal' ? value.text : value.expression]
}
