import type { StatementChange } from '../model/contracts.ts'
import type { Range, TextEdit } from '../model/source.ts'
import type { Expression, ObjectExpression, ObjectItem } from '../syntax/hcl-tree.ts'
import { nameOf } from './terraform-expressions.ts'
import { afterComma, endOfLineAfter, indentAt, lineEnding, quoted, quotedList, startsLine } from './terraform-layout.ts'

/** Adds conditions to a statement that is written as an object, in IAM's words or in Terraform's; none where there is no place. */
export function addObjectConditions(
  text: string,
  statement: ObjectExpression,
  changes: readonly StatementChange[],
): TextEdit[] {
  const listed = [...itemsNamed(statement, 'conditions'), ...itemsNamed(statement, 'condition')]
  const [list] = listed
  if (list !== undefined && listed.length === 1 && list.value.kind === 'tuple') {
    return appendTests(text, list.value, changes)
  }
  const [condition, ...more] = itemsNamed(statement, 'Condition')
  if (condition?.value.kind !== 'object' || more.length > 0) return []
  return addOperators(text, condition.value, changes)
}

function itemsNamed({ items }: ObjectExpression, name: string): readonly ObjectItem[] {
  return items.filter(({ key }) => nameOf(key) === name)
}

type Entries = ReadonlyMap<string, readonly string[]>

function addOperators(text: string, condition: ObjectExpression, changes: readonly StatementChange[]): TextEdit[] {
  const operators = new Map<string, Entries>()
  for (const { operator, key, values } of changes) {
    operators.set(operator, new Map([...(operators.get(operator) ?? []), [key, values]]))
  }
  const fresh = [...operators].filter(([operator]) => itemsNamed(condition, operator).length === 0)
  const inner = styleIn(text, condition)
  const added = fresh.map(([operator, entries]): NewItem => ({ name: operator, value: inline(entries, inner) }))
  const edits: (readonly TextEdit[] | undefined)[] = [added.length === 0 ? [] : insertItems(text, condition, added)]
  for (const [operator, entries] of operators) {
    const [present, ...more] = itemsNamed(condition, operator)
    if (present !== undefined) edits.push(more.length > 0 ? undefined : addKeys(text, present.value, entries))
  }
  return edits.some((some) => some === undefined) ? [] : edits.flatMap((some) => some ?? [])
}

/** Undefined where the block is not written out, or where it has the key already. */
function addKeys(text: string, block: Expression, entries: Entries): TextEdit[] | undefined {
  if (block.kind !== 'object') return undefined
  const taken = new Set(block.items.map(({ key }) => nameOf(key)?.toLowerCase()))
  if ([...entries.keys()].some((key) => taken.has(key.toLowerCase()))) return undefined
  return insertItems(
    text,
    block,
    [...entries].map(([name, values]) => ({ name, value: written(values) })),
  )
}

function written(values: readonly string[]): string {
  const [only, ...more] = values
  return only !== undefined && more.length === 0 ? quoted(only) : quotedList(values)
}

/** What stands between a key and its value, and inside of braces. */
interface Style {
  readonly separator: string
  readonly pad: string
}

/** The style of the objects within: of the first that has an item. */
function styleIn(text: string, object: ObjectExpression): Style {
  for (const { value } of object.items) {
    const [item] = value.kind === 'object' ? value.items : []
    if (item === undefined) continue
    const between = text.slice(item.key.range.end, item.value.range.start)
    const separator = item.separator === ':' ? oneBlankAfter(between) : ' = '
    return { separator, pad: text[value.range.start + 1] === '"' ? '' : ' ' }
  }
  return { separator: ' = ', pad: ' ' }
}

/** The text with one blank in the place of those it ends with, if any. */
function oneBlankAfter(text: string): string {
  const end = text.trimEnd()
  return end === text ? text : `${end} `
}

function inline(entries: Entries, { separator, pad }: Style): string {
  const items = [...entries].map(([key, values]) => `${quoted(key)}${separator}${written(values)}`)
  return `{${pad}${items.join(', ')}${pad}}`
}

interface NewItem {
  readonly name: string
  readonly value: string
}

/** Adds items after the last one, in its style; undefined where there is none to go by. */
function insertItems(
  text: string,
  { items, range }: ObjectExpression,
  added: readonly NewItem[],
): TextEdit[] | undefined {
  const last = items.at(-1)
  const first = items[0]
  if (last === undefined || first === undefined) return undefined
  const isMultiline = text.slice(range.start, first.range.start).includes('\n')
  const texts = added.map((item) => itemText(text, item, { last, isMultiline }))
  const comma = afterComma(text, last.range.end)
  if (!isMultiline) {
    const joined = texts.join(', ')
    return [comma === undefined ? insertion(last.range.end, `, ${joined}`) : insertion(comma, ` ${joined},`)]
  }
  const eol = lineEnding(text)
  const indent = indentAt(text, last.range.start)
  const hasCommas =
    comma !== undefined || last.separator === ':' || items.slice(0, -1).some((item) => afterComma(text, item.range.end))
  const lines = texts.map((item, index) => {
    const isFollowed = comma !== undefined || (hasCommas && index < texts.length - 1)
    return `${eol}${indent}${item}${isFollowed ? ',' : ''}`
  })
  return atEndOfLine(
    text,
    { stop: comma ?? last.range.end, needsComma: comma === undefined && hasCommas },
    lines.join(''),
  )
}

/** A comment behind the last item stays with it: then comma and lines are put in apart. */
function atEndOfLine(
  text: string,
  { stop, needsComma }: { readonly stop: number; readonly needsComma: boolean },
  lines: string,
): TextEdit[] {
  const end = endOfLineAfter(text, stop)
  const comma = needsComma || end === undefined ? ',' : ''
  if (end === undefined || end === stop) return [insertion(stop, comma + lines)]
  return [...(comma === '' ? [] : [insertion(stop, comma)]), insertion(end, lines)]
}

function insertion(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText }
}

/** An item with the quotes and the separator of the last one; on lines of their own the equals signs stand below each other. */
function itemText(
  text: string,
  { name, value }: NewItem,
  { last: neighbour, isMultiline }: { readonly last: ObjectItem; readonly isMultiline: boolean },
): string {
  const isQuoted = neighbour.key.kind !== 'variable' || !/^[A-Za-z_]\w*$/.test(name)
  const key = isQuoted ? quoted(name) : name
  const between = text.slice(neighbour.key.range.end, neighbour.value.range.start)
  const isOneLine = !text.slice(neighbour.range.start, neighbour.range.end).includes('\n')
  if (neighbour.separator === ':') return `${key}${oneBlankAfter(between)}${value}`
  if (!/\s=/.test(between)) return `${key}${between}${value}`
  const column = text.slice(neighbour.range.start, neighbour.key.range.end + between.indexOf('=')).length
  return `${isMultiline && isOneLine ? key.padEnd(column - 1) : key} = ${value}`
}

/** How the objects of a list are written. */
export interface ListStyle {
  /** Between a key and its value; keys are quoted, and followed by commas, in JSON. */
  readonly separator: string
  readonly isQuoted: boolean
  readonly hasCommas: boolean
}

function appendTests(
  text: string,
  list: Extract<Expression, { kind: 'tuple' }>,
  changes: readonly StatementChange[],
): TextEdit[] {
  const objects = list.items.flatMap((item) => (item.kind === 'object' ? [item] : []))
  const last = list.items.at(-1)
  const sample = last?.kind === 'object' ? last.items[0] : undefined
  if (last?.kind !== 'object' || sample === undefined) return []
  const isTaken = ({ operator, key }: StatementChange) =>
    objects.some(
      (object) =>
        textIn(object, 'test') === operator && textIn(object, 'variable')?.toLowerCase() === key.toLowerCase(),
    )
  if (changes.some(isTaken)) return []
  const style: ListStyle = {
    separator: sample.separator === ':' ? ': ' : ' = ',
    isQuoted: sample.key.kind !== 'variable',
    hasCommas: last.items.slice(0, -1).some((item) => afterComma(text, item.range.end) !== undefined),
  }
  return [
    appendObjects(
      text,
      { range: last.range, firstKey: sample.range.start },
      changes.map((change) => ({ change, style })),
    ),
  ]
}

function textIn(object: ObjectExpression, name: string): string | undefined {
  const value = itemsNamed(object, name)[0]?.value
  return value && nameOf(value)
}

/** Adds an object `{test, variable, values}` for each change after the last one of a list, laid out like that one. */
export function appendObjects(
  text: string,
  last: { readonly range: Range; readonly firstKey: number },
  added: readonly { readonly change: StatementChange; readonly style: ListStyle }[],
): TextEdit {
  const eol = lineEnding(text)
  const isApart = startsLine(text, last.range.start)
  const gap = isApart ? eol + indentAt(text, last.range.start) : ' '
  const texts = added.map(({ change, style }) => gap + testText(text, last, change, style))
  const comma = afterComma(text, last.range.end)
  if (comma === undefined) return insertion(last.range.end, `,${texts.join(',')}`)
  return insertion(comma, `${texts.join(',')},`)
}

function testText(
  text: string,
  last: { readonly range: Range; readonly firstKey: number },
  { operator, key, values }: StatementChange,
  { separator, isQuoted, hasCommas }: ListStyle,
): string {
  const isMultiline = text.slice(last.range.start, last.firstKey).includes('\n')
  const width = isMultiline && separator === ' = ' ? 'variable'.length : 0
  const entry = (name: string, value: string) => `${isQuoted ? `"${name}"` : name.padEnd(width)}${separator}${value}`
  const entries = [entry('test', quoted(operator)), entry('variable', quoted(key)), entry('values', quotedList(values))]
  if (!isMultiline) {
    const pad = /\s/.test(text[last.range.start + 1] ?? '') ? ' ' : ''
    return `{${pad}${entries.join(', ')}${pad}}`
  }
  const eol = lineEnding(text)
  const lines = entries.map((line) => indentAt(text, last.firstKey) + line)
  return `{${eol}${lines.join(`${hasCommas ? ',' : ''}${eol}`)}${eol}${indentAt(text, last.range.end - 1)}}`
}
