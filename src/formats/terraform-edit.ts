import type { StatementChange } from '../model/contracts.ts'
import type { Range, SourceFile, TextEdit } from '../model/source.ts'
import { parseHcl } from '../syntax/hcl.ts'
import type { Block, Body, Expression, ObjectExpression, Template } from '../syntax/hcl-tree.ts'
import { parseJson } from '../syntax/json.ts'
import { templateScopes } from '../syntax/template-text.ts'
import { type Mapping, membersNamed, type TreeNode } from '../syntax/tree.ts'
import { addConditions } from './embedded-edit.ts'
import type { Host } from './embedded-host.ts'
import { addConditionBlocks } from './terraform-edit-blocks.ts'
import { addObjectConditions, appendObjects } from './terraform-edit-objects.ts'
import { childrenOf } from './terraform-expressions.ts'
import { parseText, type TextSource, textSource } from './terraform-text.ts'

/** Edits of a file in Terraform's own language that add conditions to the statement at `range`. */
export function editNative(
  { text }: SourceFile,
  range: Range,
  changes: readonly StatementChange[],
): readonly TextEdit[] {
  const place = placeIn(parseHcl(text).body, range)
  if (place === undefined) return []
  if (place.kind === 'block') return addConditionBlocks(text, place, changes)
  if (place.kind === 'object') return addObjectConditions(text, place, changes)
  const source = place.heredoc ? textSource(place, text) : undefined
  return source === undefined ? [] : editText(source, range, changes)
}

/** The block, the object or the heredoc that a statement is written in. */
function placeIn(body: Body, range: Range): Block | ObjectExpression | Template | undefined {
  for (const item of body.items) {
    if (!encloses(item.range, range)) continue
    if (item.kind === 'attribute') return placeWithin(item.value, range)
    return sameRange(item.range, range) ? item : placeIn(item.body, range)
  }
  return undefined
}

function placeWithin(value: Expression, range: Range): ObjectExpression | Template | undefined {
  let at: Expression | undefined = value
  while (at !== undefined && encloses(at.range, range)) {
    if (at.kind === 'object' && sameRange(at.range, range)) return at
    const inner: Expression | undefined = childrenOf(at).find((child) => encloses(child.range, range))
    if (at.kind === 'template' && inner === undefined) return at
    at = inner
  }
  return undefined
}

function encloses(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

function sameRange(a: Range, b: Range): boolean {
  return a.start === b.start && a.end === b.end
}

/**
 * Edits of a text with placeholders that stands in the file as it is. None where a directive decides whether the end of the
 * condition is there: what is added would depend on it too.
 */
export function editText(source: TextSource, range: Range, changes: readonly StatementChange[]): readonly TextEdit[] {
  const by = source.offsetOf(0)
  const { root, filled } = parseText(source)
  const node = root && mappingAt(root, { start: range.start - by, end: range.end - by })
  if (node === undefined) return []
  const scopeAt = templateScopes(source.placeholders)
  const edits = addConditions({ host: hostOf(filled, 'json'), node, usesOf: () => 1 }, changes)
  const isSure = edits.every((edit) => scopeAt(edit.range.start) === scopeAt(node.range.start))
  return isSure ? edits.map((edit) => ({ ...edit, range: shifted(edit.range, by) })) : []
}

/** A text to be edited as it stands. */
export function hostOf(text: string, language: Host['language']): Host {
  return {
    text,
    language,
    isFile: true,
    rangeOf: (range) => range,
    editsOf: (edits) => edits,
    nodeOf: (mapping) => mapping,
  }
}

function shifted({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by }
}

/** Edits of a `.tf.json` file: of a statement that is written as an object, not of one in a string. */
export function editJson({ text }: SourceFile, range: Range, changes: readonly StatementChange[]): readonly TextEdit[] {
  const { root } = parseJson(text)
  const node = root && mappingAt(root, range)
  if (node === undefined) return []
  if (membersNamed(node, 'Effect').length > 0) {
    const source: TextSource = { text, placeholders: [], values: new Map(), offsetOf: (index) => index }
    return editText(source, range, changes)
  }
  const listed = [...membersNamed(node, 'condition'), ...membersNamed(node, 'conditions')]
  const list = listed.length === 1 ? listed[0]?.value : undefined
  const last = list?.kind === 'sequence' ? list.items.at(-1) : undefined
  const [first] = last?.kind === 'mapping' ? last.members : []
  if (list?.kind !== 'sequence' || last === undefined || first === undefined) return []
  if (changes.some((change) => list.items.some((item) => tests(item, change)))) return []
  const style = { separator: ': ', isQuoted: true, hasCommas: true }
  const added = changes.map((change) => ({ change, style }))
  return [appendObjects(text, { range: last.range, firstKey: first.key.range.start }, added)]
}

function tests(node: TreeNode, { operator, key }: StatementChange): boolean {
  const text = (name: string) => {
    const value = node.kind === 'mapping' ? membersNamed(node, name)[0]?.value : undefined
    return value?.kind === 'scalar' ? value.text : undefined
  }
  return text('test') === operator && text('variable')?.toLowerCase() === key.toLowerCase()
}

/** The mapping that has exactly this range. */
export function mappingAt(node: TreeNode, range: Range): Mapping | undefined {
  let at: TreeNode | undefined = node
  while (at !== undefined && at.kind !== 'scalar') {
    if (at.kind === 'mapping' && sameRange(at.range, range)) return at
    const children: readonly TreeNode[] = at.kind === 'sequence' ? at.items : at.members.map(({ value }) => value)
    at = children.find((child) => encloses(child.range, range))
  }
  return undefined
}
