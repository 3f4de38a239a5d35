import type { Range } from '../model/source.ts'
import type { TreeNode } from '../syntax/tree.ts'
import type { Notes } from './terraform-values.ts'

/** A copy of a node of another text, as it stands at a place of this one. */
export function movedTo(node: TreeNode, range: Range, notes: Notes): TreeNode {
  const copy = movedKind(node, range, notes)
  for (const set of [notes.optional, notes.doubtful, notes.sure]) if (set.has(node)) set.add(copy)
  const open = notes.open.get(node)
  if (open !== undefined)
    notes.open.set(
      copy,
      open.map((expression) => ({ ...expression, range })),
    )
  return copy
}

function movedKind(node: TreeNode, range: Range, notes: Notes): TreeNode {
  if (node.kind === 'scalar') return { ...node, range }
  if (node.kind === 'sequence') return { ...node, range, items: node.items.map((item) => movedTo(item, range, notes)) }
  const members = node.members.map(({ key, value }) => {
    return { key: { ...key, range }, value: movedTo(value, range, notes) }
  })
  return { ...node, range, members }
}
