import type { TextEdit } from '../model/source.ts'
import type { JsonValue } from './json-edit.ts'
import type { Mapping, TreeNode } from './tree.ts'

/** How the keys and values around a place are written. */
export interface YamlStyle {
  /** Quote of strings. */
  readonly quote: '"' | "'"
  /** Quote of names such as `NotIpAddress`, and of names with a colon, such as `aws:SourceIp`; empty for none. */
  readonly nameQuote: string
  readonly colonQuote: string
  /** Columns that a block stands in under its key. */
  readonly step: number
  /** How a list is written: in brackets, or in lines that stand so many columns under their key. */
  readonly list: 'flow' | number
  /** Whether new mappings are written in braces, and whether these have blanks inside. */
  readonly flow: boolean
  readonly spaced: boolean
}

/**
 * Adds members at the end of `object` and touches nothing else; undefined where the place cannot take them. In a block they get lines
 * of their own after its last line, between braces they stay between them, with the commas and the layout of their neighbours.
 */
export function insertYamlMembers(
  text: string,
  object: Mapping,
  members: Readonly<Record<string, JsonValue>>,
  style: YamlStyle,
): TextEdit[] | undefined {
  const { start, end } = object.range
  if (text[start] === '{') return insertInBraces(text, object, members, style)
  const indent = columnIndent(text, start)
  // The tree of a tagged or aliased place has its text elsewhere.
  if (indent === undefined || !/[\w"'<]/.test(text[start] ?? '')) return undefined
  const lines = Object.entries(members).flatMap(([key, value]) => blockLines(key, value, indent, style))
  return [{ range: { start: end, end }, newText: lines.map((line) => lineEnd(text) + line).join('') }]
}

/** What stands before `offset` on its line as blanks; undefined where that is more than blanks and dashes. */
function columnIndent(text: string, offset: number): string | undefined {
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, text.startsWith('\ufeff') ? 1 : 0)
  const before = text.slice(start, offset)
  return /^[ -]*$/.test(before) ? before.replaceAll('-', ' ') : undefined
}

function blockLines(key: string, value: JsonValue, indent: string, style: YamlStyle): string[] {
  const name = `${indent}${writeKey(key, style)}:`
  if (typeof value === 'string') return [`${name} ${writeString(value, style)}`]
  if (isList(value)) {
    if (style.list === 'flow') return [`${name} ${writeFlow(value, style)}`]
    const deeper = indent + ' '.repeat(style.list)
    return [name, ...value.map((item) => `${deeper}- ${writeString(item, style)}`)]
  }
  if (style.flow) return [`${name} ${writeFlow(value, style)}`]
  const deeper = indent + ' '.repeat(style.step)
  return [name, ...Object.entries(value).flatMap(([inner, content]) => blockLines(inner, content, deeper, style))]
}

function insertInBraces(
  text: string,
  object: Mapping,
  members: Readonly<Record<string, JsonValue>>,
  style: YamlStyle,
): TextEdit[] | undefined {
  const { start, end } = object.range
  const written = Object.entries(members).map(([key, value]) => `${writeKey(key, style)}: ${writeFlow(value, style)}`)
  const inside = text.slice(start + 1, end - 1)
  if (inside.trim() === '') {
    const pad = style.spaced ? ' ' : ''
    return [{ range: object.range, newText: `{${pad}${written.join(', ')}${pad}}` }]
  }
  const own = object.members.filter(({ key }) => key.range.start > start && key.range.end < end)
  const last = own.at(-1)
  // Nothing but a merge key: the new members come first.
  if (last === undefined) return [insertAt(start + 1, `${/^\s/.test(inside) ? ' ' : ''}${written.join(', ')},`)]
  const stop = endOfValue(text, last.key.range.end, last.value)
  const first = own[0] ?? last
  const multiline = text.slice(start, first.key.range.start).includes('\n')
  const gap = multiline ? lineEnd(text) + blanksBefore(text, last.key.range.start) : ' '
  const comma = commaAfter(text, stop)
  const after = comma === undefined ? stop : comma + 1
  // A comment behind the last member stays with it.
  const place = multiline && /^[ \t]+#/.test(text.slice(after)) ? endOfLine(text, after) : after
  if (comma !== undefined) return [insertAt(place, written.map((member) => `${gap}${member},`).join(''))]
  const joined = written.map((member) => gap + member).join(',')
  return place === stop ? [insertAt(stop, `,${joined}`)] : [insertAt(stop, ','), insertAt(place, joined)]
}

/** The text of an alias ends elsewhere than the node it stands for. */
function endOfValue(text: string, keyEnd: number, value: TreeNode): number {
  const [alias] = /^\s*:\s*\*[^\s,\]}]+/.exec(text.slice(keyEnd)) ?? []
  return alias === undefined ? Math.max(keyEnd, value.range.end) : keyEnd + alias.length
}

function commaAfter(text: string, from: number): number | undefined {
  const at = from + (/^(?:[ \t\r\n]+(?:#[^\n]*)?)*/.exec(text.slice(from))?.[0].length ?? 0)
  return text[at] === ',' ? at : undefined
}

function writeKey(name: string, { nameQuote, colonQuote, quote }: YamlStyle): string {
  // Plain, `Null` is the value null, which AWS takes for no key.
  const plain = /^(null|true|false|yes|no|on|off|~)$/i.test(name) ? quote : nameQuote
  const used = name.includes(':') ? colonQuote : plain
  return used === '' && /^[A-Za-z][\w:/.-]*$/.test(name) ? name : writeQuoted(name, used === "'" ? "'" : '"')
}

function writeString(value: string, { quote }: YamlStyle): string {
  return writeQuoted(value, quote)
}

function writeQuoted(value: string, quote: '"' | "'"): string {
  return quote === '"' ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`
}

function writeFlow(value: JsonValue, style: YamlStyle): string {
  if (typeof value === 'string') return writeString(value, style)
  if (isList(value)) return `[${value.map((item) => writeString(item, style)).join(', ')}]`
  const members = Object.entries(value).map(([key, item]) => `${writeKey(key, style)}: ${writeFlow(item, style)}`)
  const pad = style.spaced ? ' ' : ''
  return `{${pad}${members.join(', ')}${pad}}`
}

function isList(value: readonly string[] | { readonly [key: string]: JsonValue }): value is readonly string[] {
  return Array.isArray(value)
}

function insertAt(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText }
}

function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from)
  if (feed < 0) return text.length
  return text[feed - 1] === '\r' ? feed - 1 : feed
}

function blanksBefore(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? ''
}

function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}
