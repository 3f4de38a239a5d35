import type { Range } from '../model/source.ts'
import { parseJson } from './json.ts'
import { type Placeholder, placeholdersIn } from './template-text.ts'
import type { ParsedTree, Scalar, SyntaxProblem, TreeNode } from './tree.ts'

/** What was read of a text with placeholders. */
export interface TemplatedJson extends ParsedTree {
  /** The whole text with fillers in place of the placeholders: JSON of the same length within `range`. */
  readonly filled: string
}

/**
 * Reads `range` of `text` as JSON in which placeholders stand: each is taken for a filler of its own length, so that all offsets
 * are those of `text`. A scalar with a placeholder in it is of type `expression`, and its text as written. Both branches of a
 * directive are read where that makes JSON, else the first one. A fragment may lack its outer brackets.
 */
export function parseTemplatedJson(text: string, range: Range, placeholders: readonly Placeholder[]): TemplatedJson {
  const own = placeholdersIn(placeholders, range)
  let first: TemplatedJson | undefined
  for (const chosen of own.some(({ role }) => role === 'turns') ? [own, firstBranches(own)] : [own]) {
    const filled = fill(text, range, chosen)
    for (const [before, after] of frames) {
      const read = parseFramed(filled, { range, before, after })
      const result = { ...read, root: read.root && markPlaceholders(read.root, text, own), filled }
      first ??= result
      if (read.root !== undefined && read.problems.length === 0) return result
    }
  }
  return first ?? { root: undefined, problems: [], filled: text }
}

/** A fragment is the inside of an object or of a list. */
const frames = [
  ['', ''],
  ['{', '}'],
  ['[', ']'],
] as const

interface Frame {
  readonly range: Range
  readonly before: string
  readonly after: string
}

function parseFramed(filled: string, { range, before, after }: Frame): ParsedTree {
  const source = filled.slice(range.start, range.end)
  const { root, problems } = parseJson(
    before === '' ? source : before + source.replace(/^\ufeff?\s*,?/, blanked) + after,
  )
  const by = range.start - before.length
  return { root: root && shifted(root, by), problems: problems.map((problem) => shiftedProblem(problem, by, range)) }
}

function blanked(text: string): string {
  return text.replaceAll(/[^\r\n]/g, ' ')
}

function shiftedRange({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by }
}

function shiftedProblem({ range, message }: SyntaxProblem, by: number, { start, end }: Range): SyntaxProblem {
  const moved = shiftedRange(range, by)
  return { message, range: { start: Math.max(start, moved.start), end: Math.min(end, moved.end) } }
}

/** A tree that was read from a part of a text, with offsets into the whole. */
function shifted(node: TreeNode, by: number): TreeNode {
  if (by === 0) return node
  const range = shiftedRange(node.range, by)
  if (node.kind === 'scalar') return { ...node, range }
  if (node.kind === 'sequence') return { ...node, range, items: node.items.map((item) => shifted(item, by)) }
  const members = node.members.map(({ key, value }) => ({
    key: { ...key, range: shiftedRange(key.range, by) },
    value: shifted(value, by),
  }))
  return { ...node, range, members }
}

/** A tree that was read from a filled text, with its fillers known for what they are, in values and in keys. */
export function markPlaceholders(node: TreeNode, text: string, placeholders: readonly Placeholder[]): TreeNode {
  if (node.kind === 'sequence')
    return { ...node, items: node.items.map((item) => markPlaceholders(item, text, placeholders)) }
  if (node.kind === 'scalar') return markedScalar(node, text, placeholders)
  const members = node.members.map(({ key, value }) => {
    const name = placeholdersIn(placeholders, key.range).length > 0 ? inside(text, key.range) : unescaped(key.value)
    return { key: { ...key, value: name }, value: markPlaceholders(value, text, placeholders) }
  })
  return { ...node, members }
}

function markedScalar(node: Scalar, text: string, placeholders: readonly Placeholder[]): Scalar {
  if (placeholdersIn(placeholders, node.range).length > 0) {
    return { ...node, type: 'expression', text: inside(text, node.range) }
  }
  return node.type === 'string' ? { ...node, text: unescaped(node.text) } : node
}

/** Terraform writes `$${` for the `${` of IAM's variables. */
function unescaped(text: string): string {
  return text.replaceAll('$${', '${').replaceAll('%%{', '%{')
}

/** What is written in `range`, without the quotes around it. */
function inside(text: string, { start, end }: Range): string {
  const written = text.slice(start, end)
  return isQuoted(text, { start, end }) ? written.slice(1, -1) : written
}

function isQuoted(text: string, { start, end }: Range): boolean {
  return end - start > 1 && /["']/.test(text[start] ?? '') && text[start] === text[end - 1]
}

/** A scalar's text between its placeholders, escapes resolved, and the placeholders, in turn. */
export function piecesOf(
  text: string,
  range: Range,
  placeholders: readonly Placeholder[],
): readonly (string | Placeholder)[] {
  const quote = isQuoted(text, range) ? 1 : 0
  const pieces: (string | Placeholder)[] = []
  let at = range.start + quote
  for (const placeholder of placeholdersIn(placeholders, range)) {
    if (placeholder.range.start > at) pieces.push(resolved(text.slice(at, placeholder.range.start)))
    pieces.push(placeholder)
    at = placeholder.range.end
  }
  const end = range.end - quote
  return at < end ? [...pieces, resolved(text.slice(at, end))] : pieces
}

function resolved(raw: string): string {
  const { root } = parseJson(`"${raw}"`)
  return unescaped(root?.kind === 'scalar' ? root.text : raw)
}

/** Without what stands between an `else` and the end of its directive: that is left blank. */
function firstBranches(placeholders: readonly Placeholder[]): Placeholder[] {
  const kept: Placeholder[] = []
  let depth = 0
  let turn: { readonly start: number; readonly depth: number } | undefined
  for (const placeholder of placeholders) {
    const { range, role } = placeholder
    if (role === 'opens') depth += 1
    else if (role === 'closes') depth -= 1
    if (turn === undefined && role === 'turns') turn = { start: range.start, depth }
    else if (turn !== undefined && role === 'closes' && depth < turn.depth) {
      kept.push({ role: 'nothing', range: { start: turn.start, end: range.end } })
      turn = undefined
    } else if (turn === undefined) kept.push(placeholder)
  }
  return kept
}

/** Where the filler stands among the brackets and commas of JSON. */
interface Place {
  inString: boolean
  /** The last character outside of strings that is no blank; a quote for a string that ended. */
  last: string
  readonly open: string[]
  /** Where the last comment ends. */
  commentEnd: number
}

function startPlace(): Place {
  return { inString: false, last: '', open: [], commentEnd: 0 }
}

function fill(text: string, range: Range, placeholders: readonly Placeholder[]): string {
  const place = startPlace()
  const pieces: string[] = [text.slice(0, range.start)]
  let at = range.start
  for (const [index, placeholder] of placeholders.entries()) {
    const { start, end } = placeholder.range
    pieces.push(text.slice(at, start))
    follow(text, { start: at, end: start }, place)
    const next = nextCharacter(text, end, placeholders[index + 1]?.range.start ?? range.end)
    pieces.push(fillerOf(text.slice(start, end), placeholder, { place, next, isInComment: place.commentEnd > start }))
    at = end
  }
  return [...pieces, text.slice(at)].join('')
}

function follow(text: string, { start, end }: Range, place: Place): void {
  let at = Math.max(start, place.commentEnd)
  while (at < end) {
    const marks = place.inString ? /\\[\s\S]|"/g : /\/\/|\/\*|\S/g
    marks.lastIndex = at
    const match = marks.exec(text)
    if (match === null || match.index >= end) return
    const [mark] = match
    at = match.index + mark.length
    if (mark === '"') {
      place.inString = !place.inString
      place.last = mark
    } else if (mark.startsWith('/') && mark.length === 2) {
      place.commentEnd = endOfComment(text, at, mark)
      at = place.commentEnd
    } else if (!place.inString) step(mark, place)
  }
}

function endOfComment(text: string, from: number, mark: string): number {
  const end = text.indexOf(mark === '//' ? '\n' : '*/', from)
  return end < 0 ? text.length : end
}

function step(mark: string, place: Place): void {
  place.last = mark
  if (mark === '{' || mark === '[') place.open.push(mark)
  else if (mark === '}' || mark === ']') place.open.pop()
}

/** The next character before `end` that is no blank; empty where there is none. */
function nextCharacter(text: string, start: number, end: number): string {
  return /\S/.exec(text.slice(start, Math.min(end, start + 200)))?.[0] ?? ''
}

interface Surroundings {
  readonly place: Place
  readonly next: string
  readonly isInComment: boolean
}

function fillerOf(written: string, { role }: Placeholder, { place, next, isInComment }: Surroundings): string {
  if (place.inString) return 'x'.repeat(written.length)
  if (role !== 'value' || isInComment || !isValueOrKey(place, next)) return blanked(written)
  place.last = '"'
  return `"${'x'.repeat(written.length - 2)}"`
}

/** Whether one of the placeholders stands outside of strings: within them any JSON may hold one. */
export function hasBarePlaceholder(text: string, placeholders: readonly Placeholder[]): boolean {
  const place = startPlace()
  let at = 0
  return placeholders.some(({ range: { start, end } }) => {
    follow(text, { start: at, end: start }, place)
    at = end
    return !place.inString && place.commentEnd <= start
  })
}

/** A placeholder that stands where JSON takes no value may come to whole members or to nothing: it is left blank. */
function isValueOrKey({ last, open }: Place, next: string): boolean {
  if (last === ':') return true
  const isFree = last === ',' || last === '{' || last === '[' || last === ''
  if (open.at(-1) === '{') return isFree && next === ':'
  return isFree && (next === '' || next === ',' || next === ']')
}
