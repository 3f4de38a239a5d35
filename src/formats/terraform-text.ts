import type { Range } from '../model/source.ts'
import { unescapeText } from '../syntax/escaped-text.ts'
import { parseHclTemplate } from '../syntax/hcl.ts'
import type { Expression, Template, TemplatePart } from '../syntax/hcl-tree.ts'
import { parseTemplatedJson, piecesOf, type TemplatedJson } from '../syntax/template-json.ts'
import { type Placeholder, type TemplateScope, templateScopes } from '../syntax/template-text.ts'
import { parseTemplatedYaml } from '../syntax/template-yaml.ts'
import { type Mapping, membersNamed, type TreeNode } from '../syntax/tree.ts'
import { relocated } from './terraform-json.ts'
import { evaluate, joined, type Scope, uncertain } from './terraform-values.ts'

/** A text within a file: the inside of a heredoc, or a string without its escapes. */
export interface TextSource {
  readonly text: string
  readonly placeholders: readonly Placeholder[]
  readonly values: ReadonlyMap<Placeholder, Expression>
  /** The file's offset of an index of `text`. */
  readonly offsetOf: (index: number) => number
}

const roles = { if: 'opens', for: 'opens', else: 'turns', endif: 'closes', endfor: 'closes' } as const

/** The text of a heredoc (as it stands in the file) or of a string (its escapes resolved), with its interpolations. */
export function textSource(template: Template, file: string): TextSource | undefined {
  const { body, heredoc, parts } = template
  if (heredoc) {
    const text = file.slice(body.start, body.end)
    return sourceOf(text, parts, { by: -body.start, offsetOf: (index) => body.start + index })
  }
  const { text, offsetOf } = unescapeText(file, body)
  const inner = parseHclTemplate(text)
  if (inner === undefined) return undefined
  const placed = inner.parts.map((part): TemplatePart => {
    if (!('value' in part) || part.value === undefined) return part
    const range = { start: offsetOf(part.range.start), end: offsetOf(part.range.end) }
    return { ...part, value: relocated(part.value, range) }
  })
  return sourceOf(text, placed, { by: 0, offsetOf })
}

/** A string of JSON that is no template: `${` in it is text. */
export function plainSource(file: string, body: Range): TextSource {
  const { text, offsetOf } = unescapeText(file, body)
  return { text, offsetOf, placeholders: [], values: new Map() }
}

function sourceOf(
  text: string,
  parts: readonly TemplatePart[],
  { by, offsetOf }: { readonly by: number; readonly offsetOf: (index: number) => number },
): TextSource {
  const values = new Map<Placeholder, Expression>()
  const placeholders = parts.flatMap((part): Placeholder[] => {
    if (part.kind === 'text') return []
    const range = { start: part.range.start + by, end: part.range.end + by }
    const placeholder: Placeholder = { range, role: part.kind === 'interpolation' ? 'value' : roles[part.word] }
    if (part.value !== undefined) values.set(placeholder, part.value)
    return [placeholder]
  })
  return { text, placeholders, values, offsetOf }
}

/** The text as JSON, unresolved and with offsets into itself: the way to edit it. */
export function parseText({ text, placeholders }: TextSource): TemplatedJson {
  return parseTemplatedJson(text, { start: 0, end: text.length }, placeholders)
}

/**
 * The trees that a text holds as JSON, or as YAML where it does not look like JSON, with offsets into the file and interpolations
 * worked out; undefined where it is neither.
 */
export function readText(source: TextSource, scope: Scope): readonly TreeNode[] | undefined {
  const { root, problems } = parseText(source)
  if (root !== undefined && problems.length === 0) return resolveTrees([root], source, scope)
  if (!/^[ \t]*(?:- )?["']?Statement["']?:/m.test(source.text) || /^\s*[{["]/.test(source.text)) return undefined
  const yaml = parseTemplatedYaml(source.text, source.placeholders)
  return yaml.problems.length > 0 ? undefined : resolveTrees(yaml.roots, source, scope)
}

/** Trees with offsets into a text as trees with offsets into the file and interpolations worked out. */
export function resolveTrees(roots: readonly TreeNode[], source: TextSource, scope: Scope): readonly TreeNode[] {
  const reading: Reading = { source, scope, scopeAt: templateScopes(source.placeholders) }
  return roots.map((root) => resolved(root, reading, undefined))
}

interface Reading {
  readonly source: TextSource
  readonly scope: Scope
  readonly scopeAt: (offset: number) => TemplateScope | undefined
}

/** The part of the template in which the statement starts that is being read. */
interface Statement {
  readonly scope: TemplateScope | undefined
}

function resolved(node: TreeNode, reading: Reading, statement: Statement | undefined): TreeNode {
  const range = placed(node.range, reading)
  const isElsewhere = (place: Range) => statement !== undefined && reading.scopeAt(place.start) !== statement.scope
  if (node.kind === 'scalar') {
    return node.type === 'expression' ? filledIn(node.range, node.text, reading) : { ...node, range }
  }
  if (node.kind === 'sequence') {
    const items = node.items.flatMap((item) => {
      const value = resolved(item, reading, statement)
      if (item.kind === 'scalar' && isElsewhere(item.range)) return [uncertain(value)]
      return item.kind === 'scalar' && value.kind === 'sequence' ? value.items : [value]
    })
    return { kind: 'sequence', items, range }
  }
  const isStatement = membersNamed(node, 'Effect').length > 0
  const inner = isStatement ? { scope: reading.scopeAt(node.range.start) } : statement
  const members = node.members.map(({ key, value }) => {
    const scope = reading.scopeAt(key.range.start)
    const isOptional = inner !== undefined && scope !== inner.scope
    const member = resolved(value, reading, isOptional ? { scope } : inner)
    if (isOptional) reading.scope.notes.optional.add(member)
    return { key: { value: key.value, range: placed(key.range, reading) }, value: member }
  })
  return { kind: 'mapping', members, range } satisfies Mapping
}

function placed({ start, end }: Range, { source }: Reading): Range {
  return { start: source.offsetOf(start), end: source.offsetOf(end) }
}

function filledIn(range: Range, written: string, reading: Reading): TreeNode {
  const { source, scope } = reading
  const pieces = piecesOf(source.text, range, source.placeholders)
  const values = pieces.map((piece) => {
    if (typeof piece === 'string') return piece
    const expression = source.values.get(piece)
    // `${jsonencode(x)}` in JSON is x.
    const inner = expression?.kind === 'call' && expression.name === 'jsonencode' ? expression.args[0] : expression
    return inner && evaluate(inner, scope)
  })
  const [only, ...more] = values
  if (typeof only === 'object' && more.length === 0) return only
  const place = placed(range, reading)
  const unknown = { kind: 'scalar', type: 'expression', text: written, range: place } as const
  const scalars = values.map((value) => (typeof value === 'string' || value?.kind === 'scalar' ? value : unknown))
  return joined(scalars, { range: place, written }, scope.notes)
}
