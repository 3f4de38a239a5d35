import type { ActionChange } from '../model/contracts.ts'
import type { Selector, Value } from '../model/policy.ts'
import type { Range, TextEdit } from '../model/source.ts'

/**
 * The smallest edits of `text` that change what actions a statement is about; none where its list is written in a way that is not
 * known here. JSON, YAML and Terraform write a list of strings alike: quotes, commas, dashes. What comes out is read back like every
 * other edit (`verify.ts`), so that a guess that is wrong is dropped.
 */
export function actionEdits(text: string, selector: Selector, change: ActionChange): readonly TextEdit[] {
  const { negated, patterns } = selector
  if (change.kind === 'add-actions') return negated ? [] : added(text, patterns, change.actions)
  if (negated) return added(text, patterns, change.actions)
  const star = onlyStar(patterns)
  return star === undefined ? dropped(text, patterns, change.actions) : excluded(text, star, change.actions)
}

/** The actions that the statement is about after the change. */
export function changedActions(selector: Selector, { kind, actions }: ActionChange): Selector {
  const values = actions.map((action): Value => ({ kind: 'literal', text: action, range: { start: 0, end: 0 } }))
  if (kind === 'add-actions' || selector.negated) return { ...selector, patterns: [...selector.patterns, ...values] }
  if (onlyStar(selector.patterns) !== undefined) return { negated: true, patterns: values }
  return { ...selector, patterns: selector.patterns.filter((pattern) => !isNamed(pattern, actions)) }
}

/** New items behind the values of a condition that stands there already; none where they are no list of literals. */
export function valueEdits(text: string, values: readonly Value[], items: readonly string[]): readonly TextEdit[] {
  return added(text, values, items)
}

/** The star, where it is all that a list holds. */
function onlyStar([only, ...more]: readonly Value[]): Value | undefined {
  return only?.kind === 'literal' && only.text === '*' && more.length === 0 ? only : undefined
}

function isNamed(pattern: Value, actions: readonly string[]): boolean {
  return pattern.kind === 'literal' && actions.includes(pattern.text)
}

/** The quotation mark around a value that stands in the text as it is read; undefined where it does not. */
function quoteOf(text: string, { start, end }: Range, value: string): string | undefined {
  const written = text.slice(start, end)
  return ['"', "'", '\\"', ''].find((quote) => written === quote + value + quote)
}

/** New items behind the last one, set apart as it is from the one before. */
function added(text: string, patterns: readonly Value[], actions: readonly string[]): readonly TextEdit[] {
  const last = patterns.at(-1)
  if (last?.kind !== 'literal') return []
  const quote = quoteOf(text, last.range, last.text)
  if (quote === undefined) return []
  const items = actions.map((action) => quote + action + quote)
  const between = separator(text, last, patterns.at(-2))
  if (between !== undefined) {
    const { end } = last.range
    return [{ range: { start: end, end }, newText: items.map((item) => between + item).join('') }]
  }
  if (patterns.length > 1 || !/:\s*$|=\s*$/.test(text.slice(0, last.range.start))) return []
  const list = [text.slice(last.range.start, last.range.end), ...items]
  return [{ range: last.range, newText: `[${list.join(', ')}]` }]
}

const betweenItems = /^\s*,\s*$|^[^\S\n]*\n\s*- +$/

/** What stands between the last two items or, of one alone, would stand; undefined for a value that is no list, or a comment within. */
function separator(text: string, { range: { start } }: Value, previous: Value | undefined): string | undefined {
  if (previous !== undefined) {
    const between = text.slice(previous.range.end, start)
    if (betweenItems.test(between)) return between
    // A comment behind the item before is not repeated.
    const [, comma, indent, dash = ''] = /^(\s*,)?[^\r\n]*(\r?\n[ \t]*)(- +)?$/.exec(between) ?? []
    return indent === undefined || (comma === undefined) === (dash === '') ? undefined : (comma ?? '') + indent + dash
  }
  const bracket = /\[([ \t]*|[ \t]*\r?\n[ \t]*)$/.exec(text.slice(0, start))?.[1]
  if (bracket !== undefined) return bracket.includes('\n') ? `,${bracket}` : ', '
  return /\r?\n[ \t]*- +$/.exec(text.slice(0, start))?.[0]
}

/** `Action: *` becomes `NotAction`, which takes in all but the actions. */
function excluded(text: string, star: Value, actions: readonly string[]): readonly TextEdit[] {
  const quote = quoteOf(text, star.range, '*')
  const key = /(Action|actions)((?:\\?["'])?\s*[:=]\s*(?:\[\s*|- +)?)$/.exec(text.slice(0, star.range.start))
  if (quote === undefined || key === null) return []
  const start = key.index
  const [, name = ''] = key
  const rename = {
    range: { start, end: start + name.length },
    newText: name === 'Action' ? 'NotAction' : 'not_actions',
  }
  const items = actions.map((action) => quote + action + quote)
  const between = separator(text, star, undefined)
  const list = between === undefined && actions.length > 1 ? `[${items.join(', ')}]` : items.join(between ?? '')
  return [rename, { range: star.range, newText: list }]
}

/** The named items are cut out, each run of them with what set it apart from its neighbour. */
function dropped(text: string, patterns: readonly Value[], actions: readonly string[]): readonly TextEdit[] {
  const gaps = patterns.slice(1).map((pattern, index) => text.slice(patterns[index]?.range.end, pattern.range.start))
  const kept = patterns.filter((pattern) => !isNamed(pattern, actions))
  const [first] = kept
  if (first === undefined || !gaps.every((gap) => betweenItems.test(gap))) return []
  const lead = patterns.indexOf(first)
  const start = patterns[0]?.range.start ?? first.range.start
  const edits: TextEdit[] = lead === 0 ? [] : [{ range: { start, end: first.range.start }, newText: '' }]
  for (const [index, pattern] of patterns.entries()) {
    const before = patterns[index - 1]
    if (index > lead && before !== undefined && !kept.includes(pattern))
      edits.push({ range: { start: before.range.end, end: pattern.range.end }, newText: '' })
  }
  return edits
}
