import {
  deepestToml,
  expectAt,
  failAt,
  readTomlKey,
  readTomlValue,
  skipTomlBlanks,
  type TomlCursor,
  TomlSyntaxError,
} from './toml-value.ts'
import type { Member, ParsedTree, TreeNode } from './tree.ts'

/** A table while lines still add to it. */
interface Table {
  readonly kind: 'table'
  readonly start: number
  end: number
  readonly members: { readonly key: Member['key']; readonly value: Table | Tables | TreeNode }[]
}

/** What `[[name]]` adds a table to. */
interface Tables {
  readonly kind: 'tables'
  readonly items: Table[]
}

/** In UTF-16 units: far more than people write, and little enough for the memory of a runner. */
const largest = 4_000_000

/**
 * TOML as a tree with offsets into `text` as it stands; a table begins with its header and ends with the last line that adds to it.
 * Numbers and dates are texts as written, a key that comes twice is there twice. Reading ends at the first mistake.
 * Source: TOML v1.1.0.
 */
export function parseToml(text: string): ParsedTree {
  if (text.length > largest) return broken(text, 0, 'this TOML is too large to be read')
  const cursor: TomlCursor = { text, at: text.startsWith('\ufeff') ? 1 : 0 }
  try {
    return { root: nodeOf(readDocument(cursor)), problems: [] }
  } catch (error) {
    if (!(error instanceof TomlSyntaxError)) throw error
    return broken(text, error.at, error.message)
  }
}

function broken({ length }: string, at: number, message: string): ParsedTree {
  const start = Math.min(at, Math.max(0, length - 1))
  return { root: undefined, problems: [{ range: { start, end: Math.min(length, start + 1) }, message }] }
}

function readDocument(cursor: TomlCursor): Table {
  const root = tableAt(0)
  /** The tables to which the next line adds, from the root on. */
  let path = [root]
  for (;;) {
    skipTomlBlanks(cursor, true)
    if (cursor.at >= cursor.text.length) return root
    const isHeader = cursor.text[cursor.at] === '['
    const changed = isHeader ? readHeader(cursor, root) : readLine(cursor, path)
    for (const table of changed) table.end = cursor.at
    if (isHeader) path = changed
    skipTomlBlanks(cursor, false)
    const next = cursor.text.slice(cursor.at, cursor.at + 2)
    if (!/^(?:\r?\n|#|$)/.test(next)) failAt(cursor.at, 'a line end is expected here')
  }
}

/** `[a.b]` or `[[a.b]]`. Gives the tables on the way to the one that it opens. */
function readHeader(cursor: TomlCursor, root: Table): Table[] {
  const start = cursor.at
  const isList = cursor.text.startsWith('[[', start)
  cursor.at += isList ? 2 : 1
  const keys = readTomlKey(cursor)
  expectAt(cursor, isList ? ']]' : ']')
  const path = [root]
  for (const [index, key] of keys.entries()) {
    const isNew = isList && index === keys.length - 1
    path.push((isNew ? added : descended)(path.at(-1) ?? root, key, start))
  }
  return path
}

/** `a.b = value`. Gives the tables that it adds to. */
function readLine(cursor: TomlCursor, path: readonly Table[]): Table[] {
  const start = cursor.at
  const keys = readTomlKey(cursor)
  expectAt(cursor, '=')
  skipTomlBlanks(cursor, false)
  const changed = [...path]
  for (const key of keys.slice(0, -1)) changed.push(descended(changed.at(-1) ?? tableAt(start), key, start))
  const key = keys.at(-1)
  if (changed.length > deepestToml) failAt(start, 'this TOML is nested too deeply to be read')
  const value = readTomlValue(cursor, changed.length)
  if (key !== undefined) changed.at(-1)?.members.push({ key, value })
  return changed
}

function tableAt(start: number): Table {
  return { kind: 'table', start, end: start, members: [] }
}

/** The table of this name in another, made where there is none; of a list of tables the last. */
function descended(table: Table, key: Member['key'], start: number): Table {
  const known = table.members.findLast((member) => member.key.value === key.value)?.value
  if (known?.kind === 'table') return known
  if (known?.kind === 'tables') return known.items.at(-1) ?? failAt(key.range.start, 'this list has no table yet')
  if (known !== undefined) failAt(key.range.start, 'this name has a value that is no table')
  const inner = tableAt(start)
  table.members.push({ key, value: inner })
  return inner
}

/** A new table in the list of this name. */
function added(table: Table, key: Member['key'], start: number): Table {
  const inner = tableAt(start)
  const known = table.members.findLast((member) => member.key.value === key.value)?.value
  if (known?.kind === 'tables') known.items.push(inner)
  else if (known === undefined) table.members.push({ key, value: { kind: 'tables', items: [inner] } })
  else failAt(key.range.start, 'this name has a value that is no list of tables')
  return inner
}

function nodeOf(value: Table | Tables | TreeNode): TreeNode {
  if (value.kind === 'table') {
    const members = value.members.map((member) => ({ key: member.key, value: nodeOf(member.value) }))
    return { kind: 'mapping', range: { start: value.start, end: value.end }, members }
  }
  if (value.kind !== 'tables') return value
  const items = value.items.map(nodeOf)
  const start = value.items[0]?.start ?? 0
  return { kind: 'sequence', range: { start, end: value.items.at(-1)?.end ?? start }, items }
}
