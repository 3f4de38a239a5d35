import type { ReadResult } from '../model/contracts.ts'
import type { Problem } from '../model/finding.ts'
import type { Range, SourceFile } from '../model/source.ts'
import { type Member, membersNamed, type TreeNode } from '../syntax/tree.ts'

/**
 * Conditions on `aws:SourceIp` that stand in no statement: what puts them into one is elsewhere, and it may be a Deny. One that is
 * written under an anchor and used in a statement is in that. None where a problem keeps the check from passing already.
 */
export function looseConditions(
  file: SourceFile,
  roots: readonly TreeNode[],
  { policies, problems }: ReadResult,
): Problem[] {
  if (problems.some(({ blocking }) => blocking)) return []
  const conditions = policies.flatMap(({ statements }) => statements.flatMap((statement) => statement.conditions))
  const read = new Set(conditions.map(({ key }) => key.range.start))
  // Most files name the key in conditions alone.
  if ((file.text.match(/sourceip/gi)?.length ?? 0) <= read.size) return []
  const loose = new Map<number, Range>()
  const search = (node: TreeNode): void => {
    if (node.kind === 'sequence') node.items.forEach(search)
    // What has an effect is a statement, or said to be none by who reads it.
    if (node.kind !== 'mapping' || membersNamed(node, 'Effect').length > 0) return
    for (const member of node.members) {
      for (const { range } of addressKeys(member)) if (!read.has(range.start)) loose.set(range.start, range)
      search(member.value)
    }
  }
  roots.forEach(search)
  return [...loose.values()].slice(0, mostTold).map((range) => looseProblem(file, range))
}

/** A Deny may be made of it where nobody looks: told, and the check does not pass. */
export function looseProblem(file: SourceFile, range: Range): Problem {
  return { file, range, message, help, blocking: true }
}

/** Each keeps the check from passing; nobody reads more of them. */
const mostTold = 100

const message = 'this condition on aws:SourceIp stands in no statement of this file: a Deny may be made of it elsewhere'
const help = 'write it in its statement, or leave this file out with `paths`'

/** The names of the key under an operator that a Deny on who is elsewhere has: one on who is there breaks no service's call. */
function addressKeys({ key, value }: Member): readonly Member['key'][] {
  if (
    value.kind !== 'mapping' ||
    !/^(?:for(?:all|any)values?:)?(?:notipaddress(?:ifexists)?|ipaddressifexists)$/i.test(key.value)
  )
    return []
  return value.members.map((member) => member.key).filter((name) => /^aws:sourceip$/i.test(name.value))
}
