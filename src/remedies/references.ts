import { operatorName } from '../evaluate/explain.ts'
import type { Reference, StatementChange } from '../model/contracts.ts'
import type { Condition, Statement, Value } from '../model/policy.ts'
import type { TextEdit } from '../model/source.ts'

/** `!Ref Name`, `!GetAtt Name.Id`, `{ "Ref": "Name" }`, `Ref: Name`. */
const ofTemplate =
  /^(?:!Ref|!GetAtt) +(?:[\w.]+|"[\w.]+"|'[\w.]+')$|^\{\s*(?:Ref|"Ref"|'Ref')\s*:\s*(?:\w+|"\w+"|'\w+')\s*\}$|^Ref: +\w+$/
/** The id of one resource: that of several has a star, or another name. */
const ofTerraform = /^(?:data\.)?aws_vpc(?:_endpoint)?\.[\w-]+(?:\[(?:\d+|"[^"\\]*"|each\.key)\])?\.id$/

/**
 * The expression that stands under `key` as it can be written at another place of the policy; undefined where that is not known, or
 * where it stands there under a condition. `standIn` is what it is proven with.
 */
export function referenceAt(
  text: string,
  value: Value,
  { key, standIn }: { readonly key: string; readonly standIn: string },
): Reference | undefined {
  if (value.kind === 'literal') return undefined
  const { expression, range } = value
  const written = text.slice(range.start, range.end)
  const before = text.slice(0, range.start)
  if (ofTerraform.test(written) && written === expression)
    return { standIn, expression, written, isInString: before.endsWith('${'), mayBeList: false }
  const between = before.slice(before.toLowerCase().lastIndexOf(key.toLowerCase()))
  if (!ofTemplate.test(written) || /Fn::If|!If/.test(between)) return undefined
  const mayBeList = !written.startsWith('!GetAtt') && !/[[,]\s*$|\n[^\S\n]*- +$/.test(between)
  return {
    standIn,
    expression,
    // A mapping in lines of its own does not fit behind a key.
    written: written.replaceAll(/\s+/g, ' ').replace(/^Ref: /, '!Ref '),
    isInString: false,
    mayBeList,
  }
}

/** The edits with the expressions in the place of what stands for them. */
export function withReferences(edits: readonly TextEdit[], { references = [] }: StatementChange): readonly TextEdit[] {
  return edits.map((edit) => ({ ...edit, newText: references.reduce(writeReference, edit.newText) }))
}

/** The longer ones first. */
const quotes = ['\\"', "\\'", '"', "'"]

function writeReference(text: string, { standIn, written, isInString }: Reference): string {
  if (isInString) return text.replaceAll(standIn, () => `\${${written}}`)
  return quotes.reduce((rest, quote) => rest.replaceAll(quote + standIn + quote, () => written), text)
}

/**
 * The statement with what stands for its expressions: what is shown of it holds for whichever id an expression comes to, since nothing
 * in a statement tells one id that it does not name from another. Undefined where an expression is not read where it was to be written.
 */
export function withStandIns(statement: Statement, changes: readonly StatementChange[]): Statement | undefined {
  return changes.reduce<Statement | undefined>((read, change) => read && withStandInsOf(read, change), statement)
}

function withStandInsOf(statement: Statement, change: StatementChange): Statement | undefined {
  const { references = [], operator, key } = change
  const isChanged = (condition: Condition) =>
    operatorName(condition.operator.value) === operator && condition.key.value.toLowerCase() === key.toLowerCase()
  const isRead = ({ expression }: Reference) =>
    statement.conditions.filter(isChanged).some(({ values }) => values.some((value) => isWrittenAs(value, expression)))
  if (!references.every(isRead)) return undefined
  const conditions = statement.conditions.map((condition) =>
    isChanged(condition)
      ? { ...condition, values: condition.values.map((value) => standInFor(value, references)) }
      : condition,
  )
  return { ...statement, conditions }
}

function isWrittenAs(value: Value, expression: string): boolean {
  return value.kind === 'unresolved' && value.expression === expression
}

function standInFor(value: Value, references: readonly Reference[]): Value {
  const reference = references.find(({ expression }) => isWrittenAs(value, expression))
  return reference === undefined ? value : { kind: 'literal', text: reference.standIn, range: value.range }
}
