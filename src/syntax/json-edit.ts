import type { TextEdit } from '../model/source.ts'
import type { Mapping } from './tree.ts'

/** What a new member holds: a string, several strings, or one member within. */
export type JsonValue = string | readonly string[] | { readonly [key: string]: JsonValue }

/**
 * Adds a member at the end of `object` and touches nothing else: the style is that of its neighbours (one line or
 * many, tabs or spaces, line ends, blanks after colons, a trailing comma).
 */
export function insertMember(text: string, object: Mapping, key: string, value: JsonValue): TextEdit[] {
  const last = object.members.at(-1)
  if (last === undefined) return [fillEmpty(text, object, key, value)]
  const first = object.members[0] ?? last
  const end = last.value.range.end
  const comma = commaAfter(text, end)
  const multiline = text.slice(object.range.start, first.key.range.start).includes('\n')
  const spaced = /^\s*:[ \t\r\n]/.test(text.slice(last.key.range.end))
  const member = `${JSON.stringify(key)}:${spaced ? ' ' : ''}${write(value, spaced)}`
  const gap = multiline ? lineEnd(text) + indentAt(text, last.key.range.start) : spaced ? ' ' : ''
  if (comma !== undefined) {
    const after = multiline ? endOfCommentedLine(text, comma + 1, object.range.end) : comma + 1
    return [insertAt(after, `${gap}${member},`)]
  }
  // Comma and member apart where a comment stands between the last value and the end of its line.
  const afterComment = multiline ? endOfCommentedLine(text, end, object.range.end) : end
  return afterComment === end
    ? [insertAt(end, `,${gap}${member}`)]
    : [insertAt(end, ','), insertAt(afterComment, gap + member)]
}

function fillEmpty(text: string, object: Mapping, key: string, value: JsonValue): TextEdit {
  const spaced = text.includes('": ') || text.includes('\n')
  const member = `${JSON.stringify(key)}:${spaced ? ' ' : ''}${write(value, spaced)}`
  return { range: object.range, newText: spaced ? `{ ${member} }` : `{${member}}` }
}

function write(value: JsonValue, spaced: boolean): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (isList(value)) return `[${value.map((item) => JSON.stringify(item)).join(spaced ? ', ' : ',')}]`
  const members = Object.entries(value).map(([k, v]) => `${JSON.stringify(k)}:${spaced ? ' ' : ''}${write(v, spaced)}`)
  return spaced ? `{ ${members.join(', ')} }` : `{${members.join(',')}}`
}

function isList(value: readonly string[] | { readonly [key: string]: JsonValue }): value is readonly string[] {
  return Array.isArray(value)
}

function insertAt(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText }
}

/** Offset of the comma that follows `from` past blanks and comments; absent where the object ends. */
function commaAfter(text: string, from: number): number | undefined {
  const at = skipBlanksAndComments(text, from)
  return text[at] === ',' ? at : undefined
}

function skipBlanksAndComments(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) at += 1
    else if (text.startsWith('//', at)) at = lineFeedFrom(text, at)
    else if (text.startsWith('/*', at)) at = Math.max(text.indexOf('*/', at + 2) + 2, at + 2)
    else break
  }
  return at
}

function lineFeedFrom(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at < 0 ? text.length : at
}

/** The end of the line on which `from` stands, where only a line comment follows; else `from` itself. */
function endOfCommentedLine(text: string, from: number, limit: number): number {
  const end = Math.min(lineFeedFrom(text, from), limit)
  const rest = text.slice(from, end)
  if (!/^[ \t]*\/\//.test(rest)) return from
  return rest.endsWith('\r') ? end - 1 : end
}

function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}

function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? ''
}
