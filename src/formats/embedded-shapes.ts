import type { Mapping, Scalar, TreeNode } from '../syntax/tree.ts'
import { intrinsicOf, itemsOf, nodeAt, textAt } from './cloudformation-template.ts'
import { mappingOf } from './embedded-dialects.ts'

/** Statements without a document around them: whoever writes it gives it the version of today. */
export function listed(node: TreeNode): Mapping {
  const version: Scalar = { kind: 'scalar', range: node.range, type: 'string', text: '2012-10-17' }
  return mappingOf(node.range, [
    ['Version', version],
    ['Statement', node],
  ])
}

/** A policy has nothing but its elements, or says that it is one by its version. */
export function isPolicy(node: Mapping): boolean {
  // A second one is a mistake to be told, and not one to be hidden by.
  const statements = node.members.filter(({ key }) => key.value === 'Statement')
  if (!statements.some(({ value }) => holdsStatement(value))) return false
  if (/^20(08|12)-10-17$/.test(textAt(node, 'Version') ?? '')) return true
  return node.members.every(({ key }) => /^(Version|Id|Statement|Fn::Transform)$/.test(key.value))
}

/** A list in which some entry is a statement. */
export function isStatementList(node: TreeNode): boolean {
  return node.kind === 'sequence' && node.items.some((item) => branchesOf(item).some(isStatement))
}

/** A statement, or a list or a choice of them. */
function holdsStatement(node: TreeNode): boolean {
  if (node.kind === 'sequence') return node.items.some(holdsStatement)
  return branchesOf(node).some((branch) => {
    return branch === node ? nodeAt(node, 'Effect') !== undefined : holdsStatement(branch)
  })
}

/** Both branches of a choice; anything else is its own. */
function branchesOf(node: TreeNode): readonly TreeNode[] {
  const intrinsic = intrinsicOf(node)
  return intrinsic?.name === 'Fn::If' ? itemsOf(intrinsic.argument).slice(1) : [node]
}

/** `Effect` alone may be anything; with an action it is a statement, and a Deny with a condition is one whose action is missing. */
export function isStatement(node: TreeNode): boolean {
  const effect = nodeAt(node, 'Effect')
  if (effect === undefined || (effect.kind === 'scalar' && !/^(allow|deny)$/i.test(effect.text))) return false
  if (nodeAt(node, 'Action') !== undefined || nodeAt(node, 'NotAction') !== undefined) return true
  return nodeAt(node, 'Condition')?.kind === 'mapping' && (effect.kind !== 'scalar' || /^deny$/i.test(effect.text))
}

/** The statements of a policy, those of both branches of a choice. */
export function statementsOf(document: Mapping): readonly Mapping[] {
  const flat = (node: TreeNode): readonly Mapping[] => {
    if (node.kind === 'sequence') return node.items.flatMap(flat)
    return branchesOf(node).flatMap((one) => (one !== node ? flat(one) : one.kind === 'mapping' ? [one] : []))
  }
  return document.members.flatMap(({ key, value }) => (key.value === 'Statement' ? flat(value) : []))
}

/** Whether some key or text of a tree fits. */
export function holdsText(node: TreeNode | undefined, pattern: RegExp): boolean {
  if (node === undefined) return false
  if (node.kind === 'scalar') return pattern.test(node.text)
  if (node.kind === 'sequence') return node.items.some((item) => holdsText(item, pattern))
  return node.members.some(({ key, value }) => pattern.test(key.value) || holdsText(value, pattern))
}
