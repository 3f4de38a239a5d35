import type { Moments, PolicyFormat, Registry, RemedyStrategy, Rule, RuleContext } from '../model/contracts.ts'
import type { Finding, Remedy } from '../model/finding.ts'
import type { PolicyDocument, Selector, Statement, Value } from '../model/policy.ts'
import { applyEdits, type TextEdit } from '../model/source.ts'
import { keepsControls, openedPaths, type Patched } from './controls.ts'

/** What the proof needs besides the finding. */
export interface Workshop {
  readonly format: PolicyFormat
  /** How many problems the file had as it is: a patch must add none. */
  readonly problems: number
  readonly rule: Rule
  readonly registry: Registry
  readonly context: RuleContext
  /** Remembers a proof by the patched statement: it hangs on what the statements mean, not on where they stand. */
  readonly proven: (after: Statement, prove: () => Proof | undefined) => Proof | undefined
}

/** What was shown of a patched statement; see `Remedy`. */
export type Proof = Pick<Remedy, 'clears' | 'leaves' | 'opens'>

/**
 * The remedies of a finding, best first. Each was applied to the text, read back and evaluated again: the paths it clears are
 * denied in no reading, every control is denied as before, nothing but the statement's conditions has changed.
 */
export function verifiedRemedies(finding: Finding, workshop: Workshop): Remedy[] {
  const { strategies } = workshop.registry
  const remedies = strategies.flatMap((strategy) => {
    const remedy = verified(finding, strategy, workshop)
    return remedy === undefined ? [] : [{ remedy, isLast: strategy.isLastResort === true }]
  })
  // Few ways round first, then much cleared; what is left equal keeps the order of the registry.
  const opens = ({ remedy }: { remedy: Remedy }) => Number(remedy.opens.length > 0)
  return remedies
    .toSorted(
      (a, b) =>
        Number(a.isLast) - Number(b.isLast) || opens(a) - opens(b) || b.remedy.clears.length - a.remedy.clears.length,
    )
    .map(({ remedy }) => remedy)
}

function verified(finding: Finding, strategy: RemedyStrategy, workshop: Workshop): Remedy | undefined {
  const { policy, statement } = finding.subject
  const { settings } = workshop.context
  const changes = strategy.propose(finding, settings)
  const edits = changes.length === 0 ? [] : workshop.format.edit(policy, statement, changes)
  if (edits.length === 0) return undefined
  const patchedText = applyEdits(policy.file.text, edits)
  const readBack = statementAfter(finding, edits, patchedText, workshop)
  if (readBack === undefined || !sameScope(statement, readBack.statement)) return undefined
  const proof = workshop.proven(readBack.statement, () =>
    prove(finding, readBack, workshop, strategy.moments?.(settings)),
  )
  if (proof === undefined) return undefined
  const opens = [...proof.opens, ...(strategy.opens?.(finding, settings) ?? [])]
  return { id: strategy.id, title: strategy.title, ...proof, opens, edits, patchedText }
}

/** Both halves: paths work again and none is worse; every control is denied as before. */
function prove(
  finding: Finding,
  readBack: ReadBack,
  { rule, registry, context }: Workshop,
  moments: Moments | undefined,
): Proof | undefined {
  const { policy, statement } = finding.subject
  const subject = { ...finding.subject, ...readBack }
  const then =
    moments === undefined ? context : { ...context, settings: { ...context.settings, moment: moments.cleared } }
  const remaining = new Set(rule.check(subject, then).flatMap(({ paths }) => paths.map(({ id }) => id)))
  const ids = finding.paths.map(({ id }) => id)
  const clears = ids.filter((id) => !remaining.has(id))
  const isWorse = [...remaining].some((id) => !ids.includes(id))
  const patched: Patched = { policy, before: statement, after: readBack.statement, moment: moments?.inForce ?? {} }
  if (clears.length === 0 || isWorse || !keepsControls(patched, registry)) return undefined
  return {
    clears,
    leaves: ids.filter((id) => remaining.has(id)),
    opens: moments === undefined ? openedPaths(patched, registry) : [],
  }
}

interface ReadBack {
  readonly policy: PolicyDocument
  readonly statement: Statement
}

/** The patched statement, as the format reads it from the patched text; undefined if the text then holds anything else anew. */
function statementAfter(
  { subject: { policy, statement } }: Finding,
  edits: readonly TextEdit[],
  patchedText: string,
  { format, problems: problemsBefore }: Workshop,
): ReadBack | undefined {
  const { policies, problems } = format.read({ ...policy.file, text: patchedText })
  const after = policies.find(({ address }) => address === policy.address)
  const index = policy.statements.indexOf(statement)
  const patched = after?.statements[index]
  if (after === undefined || patched === undefined || problems.length > problemsBefore) return undefined
  if (after.statements.length !== policy.statements.length || !onlyTouches(statement, edits)) return undefined
  // What the configuration says of the policy goes on to hold.
  return {
    policy: { ...after, type: policy.type, typeBasis: policy.typeBasis, assumedBy: policy.assumedBy },
    statement: patched,
  }
}

function onlyTouches({ range }: Statement, edits: readonly TextEdit[]): boolean {
  return edits.every((edit) => edit.range.start >= range.start && edit.range.end <= range.end)
}

/** Whether effect, principals, actions and resources read as before: then decisions differ by conditions alone. */
function sameScope(a: Statement, b: Statement): boolean {
  const scope = (statement: Statement) =>
    JSON.stringify([
      statement.effect,
      statement.principals && [
        statement.principals.negated,
        statement.principals.entries.map(({ kind, value }) => [kind, valueText(value)]),
      ],
      selectorText(statement.actions),
      statement.resources && selectorText(statement.resources),
      statement.undecidable,
    ])
  return scope(a) === scope(b)
}

function selectorText({ patterns, negated }: Selector): readonly unknown[] {
  return [negated, patterns.map(valueText)]
}

function valueText(value: Value): readonly string[] {
  return [value.kind, value.kind === 'literal' ? value.text : value.expression]
}
