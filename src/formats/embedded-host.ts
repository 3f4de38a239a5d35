import type { Range, TextEdit } from '../model/source.ts'
import { embeddedText } from '../syntax/embedded-text.ts'
import { parseJson } from '../syntax/json.ts'
import { parseToml } from '../syntax/toml.ts'
import type { Mapping, Scalar, SyntaxProblem, TreeNode } from '../syntax/tree.ts'
import { parseYaml } from '../syntax/yaml.ts'

/** A text that holds policies: a file, or a string in one. */
export interface Host {
  readonly text: string
  readonly language: 'json' | 'yaml' | 'toml'
  readonly isFile: boolean
  /** A range of the text as one of the file. */
  readonly rangeOf: (range: Range) => Range
  /** Edits of the text as edits of the file; undefined where the place cannot take them. */
  readonly editsOf: (edits: readonly TextEdit[]) => readonly TextEdit[] | undefined
  /** The node of the text that a node of the file's tree stands for. */
  readonly nodeOf: (placed: Mapping) => Mapping
}

export interface HostedTree {
  readonly host: Host
  /** Nodes with ranges of the file. */
  readonly roots: readonly TreeNode[]
  /** With ranges of the file. */
  readonly problems: readonly SyntaxProblem[]
}

/** A file's text as trees. */
export function hostFile(text: string, language: Host['language']): HostedTree {
  const { roots, problems } = parse(text, language)
  const host: Host = {
    text,
    language,
    isFile: true,
    rangeOf: (range) => range,
    editsOf: (edits) => edits,
    nodeOf: (node) => node,
  }
  return { host, roots, problems }
}

/**
 * The text that a string holds as trees; `change` may replace scalars on the way. `local` is the string's range in the text of
 * `outer`; without it all ranges are that of the whole string, and nothing in it can be edited.
 */
export function hostString(
  scalar: Scalar,
  outer: Host | undefined,
  local: Range | undefined,
  change: (scalar: Scalar) => TreeNode,
): HostedTree {
  const language = /^\s*[{[]/.test(scalar.text) ? 'json' : 'yaml'
  const { roots, problems } = parse(scalar.text, language)
  const held = outer && local && embeddedText(outer.text, local, scalar.text)
  const rangeOf =
    outer === undefined || held === undefined
      ? () => scalar.range
      : (range: Range) => outer.rangeOf(held.rangeOf(range))
  const placed = new Map<TreeNode, TreeNode>()
  const sources = new Map<TreeNode, Mapping>()
  const place = (node: TreeNode): TreeNode => {
    const known = placed.get(node)
    if (known !== undefined) return known
    const copy = placeNode(node, rangeOf, place, change)
    placed.set(node, copy)
    if (node.kind === 'mapping') sources.set(copy, node)
    return copy
  }
  const host: Host = {
    text: scalar.text,
    language,
    isFile: false,
    rangeOf,
    editsOf: (edits) => {
      const outside = edits.flatMap((edit) => held?.insertionOf(edit) ?? [])
      return outside.length === edits.length ? outer?.editsOf(outside) : undefined
    },
    nodeOf: (node) => sources.get(node) ?? node,
  }
  const located = problems.map((problem) => ({ ...problem, range: rangeOf(problem.range) }))
  return { host, roots: roots.map(place), problems: located }
}

/** As for YAML: deeper than any policy or template. */
const deepest = 200

function parse(
  text: string,
  language: Host['language'],
): { roots: readonly TreeNode[]; problems: readonly SyntaxProblem[] } {
  if (language === 'yaml') {
    const { documents, problems } = parseYaml(text)
    return { roots: documents, problems }
  }
  const { root, problems } = language === 'toml' ? parseToml(text) : parseJson(text)
  if (root === undefined || problems.length > 0) return { roots: [], problems }
  if (!isDeeper(root, deepest)) return { roots: [root], problems }
  const range = { start: root.range.start, end: root.range.start + 1 }
  return { roots: [], problems: [{ range, message: 'this JSON is nested too deeply to be read' }] }
}

function isDeeper(root: TreeNode, limit: number): boolean {
  let level: readonly TreeNode[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true
    level = level.flatMap((node) => {
      if (node.kind === 'scalar') return []
      return node.kind === 'sequence' ? node.items : node.members.map(({ value }) => value)
    })
  }
  return false
}

function placeNode(
  node: TreeNode,
  rangeOf: (range: Range) => Range,
  place: (node: TreeNode) => TreeNode,
  change: (scalar: Scalar) => TreeNode,
): TreeNode {
  const range = rangeOf(node.range)
  if (node.kind === 'scalar') return change({ ...node, range })
  if (node.kind === 'sequence') return { ...node, range, items: node.items.map(place) }
  const members = node.members.map(({ key, value }) => {
    return { key: { ...key, range: rangeOf(key.range) }, value: place(value) }
  })
  return { ...node, range, members }
}
