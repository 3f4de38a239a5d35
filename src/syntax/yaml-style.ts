import type { Mapping, TreeNode } from './tree.ts'
import type { YamlStyle } from './yaml-edit.ts'

interface Seen {
  readonly values: string[]
  readonly names: string[]
  readonly colonNames: string[]
  readonly steps: number[]
  readonly lists: ('flow' | number)[]
  readonly braces: boolean[]
  readonly pads: boolean[]
}

/** How `mapping` and what stands in it is written; where it does not show, as the rest of the text, or as most people write. */
export function yamlStyleOf(text: string, mapping: Mapping): YamlStyle {
  const seen: Seen = { values: [], names: [], colonNames: [], steps: [], lists: [], braces: [], pads: [] }
  look(text, mapping, mapping, seen)
  const quotes = [...seen.values, ...seen.names, ...seen.colonNames].filter((quote) => quote !== '')
  const quote = most(quotes) ?? most([...text.matchAll(/[:[{,-] *(["'])/g)].map(([, found = '']) => found))
  const nameQuote = most(seen.names) ?? ''
  return {
    quote: quote === "'" ? "'" : '"',
    nameQuote,
    colonQuote: most(seen.colonNames) ?? nameQuote,
    step: seen.steps.at(-1) ?? 2,
    list: seen.lists.at(-1) ?? 'flow',
    flow: seen.braces.at(-1) ?? false,
    spaced: seen.pads[0] ?? false,
  }
}

/** Notes what lies within `whole`; an alias's text lies elsewhere. */
function look(text: string, node: TreeNode, whole: Mapping, seen: Seen): void {
  if (node.kind === 'scalar') {
    if (node.type === 'string') seen.values.push(quoteAt(text, node.range.start))
    return
  }
  if (node.kind === 'sequence') {
    for (const item of node.items) if (isWithin(item, whole)) look(text, item, whole, seen)
    return
  }
  const isBlock = text[node.range.start] !== '{'
  if (!isBlock) seen.pads.push(text[node.range.start + 1] === ' ')
  for (const { key, value } of node.members) {
    if (key.range.start < whole.range.start || key.range.end > whole.range.end) continue
    const names = key.value.includes(':') ? seen.colonNames : seen.names
    // `Null` must be quoted, whatever the others are.
    if (!/^!/.test(text.slice(key.range.start)) && key.value !== 'Null') names.push(quoteAt(text, key.range.start))
    if (isBlock) noteLayout(text, key.range.start, value, seen)
    if (isWithin(value, whole)) look(text, value, whole, seen)
  }
}

function noteLayout(text: string, key: number, value: TreeNode, seen: Seen): void {
  const { start } = value.range
  const deeper = columnOf(text, start) - columnOf(text, key)
  const isBelow = text.slice(key, start).includes('\n')
  if (value.kind === 'sequence') seen.lists.push(text[start] === '-' && isBelow && deeper >= 0 ? deeper : 'flow')
  if (value.kind !== 'mapping' || text[start] === '!') return
  seen.braces.push(text[start] === '{')
  if (text[start] !== '{' && isBelow && deeper > 0) seen.steps.push(deeper)
}

function isWithin({ range }: TreeNode, whole: Mapping): boolean {
  return range.start >= whole.range.start && range.end <= whole.range.end
}

function quoteAt(text: string, offset: number): string {
  const character = text[offset] ?? ''
  return character === '"' || character === "'" ? character : ''
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1)
}

/** The most frequent of the entries; of two the one that comes first. */
function most(entries: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const entry of entries) counts.set(entry, (counts.get(entry) ?? 0) + 1)
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1])
  return best?.[0]
}
