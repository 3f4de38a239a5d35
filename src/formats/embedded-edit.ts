import type { StatementChange } from '../model/contracts.ts'
import type { TextEdit } from '../model/source.ts'
import { insertMember, type JsonValue } from '../syntax/json-edit.ts'
import { type Mapping, membersNamed, type TreeNode } from '../syntax/tree.ts'
import { insertYamlMembers } from '../syntax/yaml-edit.ts'
import { yamlStyleOf } from '../syntax/yaml-style.ts'
import { intrinsicOf } from './cloudformation-template.ts'
import type { Host } from './embedded-host.ts'

/** Where a statement is written. */
export interface WrittenStatement {
  readonly host: Host
  /** The statement in the host's text. */
  readonly node: Mapping
  /** How many statements of the file hold a mapping: an anchor may be used in several. */
  readonly usesOf: (mapping: Mapping) => number
}

type Members = Readonly<Record<string, JsonValue>>

/** A mapping of the statement, and what is to be added to it. */
interface Insertion {
  readonly target: Mapping
  readonly members: Members
}

/** The smallest edits of a file that add conditions to a statement; none where the place cannot take all of them. */
export function addConditions(statement: WrittenStatement, changes: readonly StatementChange[]): readonly TextEdit[] {
  const insertions = insertionsOf(statement.node, changes)
  if (insertions === undefined || insertions.some(({ target }) => statement.usesOf(target) > 1)) return []
  const edits = insertions.map((insertion) => insert(statement, insertion))
  if (edits.some((one) => one === undefined)) return []
  return statement.host.editsOf(edits.flatMap((one) => one ?? [])) ?? []
}

/** Undefined where a key stands already in its block, or where a block is not written out. */
function insertionsOf(statement: Mapping, changes: readonly StatementChange[]): Insertion[] | undefined {
  const blocks = new Map<string, Record<string, JsonValue>>()
  for (const { operator, key, values } of changes) {
    const [only, ...more] = values
    const block = blocks.get(operator) ?? {}
    block[key] = only !== undefined && more.length === 0 ? only : values
    blocks.set(operator, block)
  }
  const condition = membersNamed(statement, 'Condition')
  if (condition.length === 0) return [{ target: statement, members: { Condition: Object.fromEntries(blocks) } }]
  const [{ value: target } = { value: undefined }] = condition
  if (condition.length > 1 || !isWrittenOut(target)) return undefined
  const fresh = [...blocks].filter(([operator]) => membersNamed(target, operator).length === 0)
  const known = [...blocks].filter(([operator]) => membersNamed(target, operator).length > 0)
  const extended = known.map(([operator, members]) => extension(target, operator, members))
  if (extended.includes(undefined)) return undefined
  const added = fresh.length === 0 ? [] : [{ target, members: Object.fromEntries(fresh) }]
  return [...added, ...extended.flatMap((one) => one ?? [])]
}

function extension(condition: Mapping, operator: string, members: Members): Insertion | undefined {
  const [block, ...more] = membersNamed(condition, operator)
  if (block === undefined || more.length > 0 || !isWrittenOut(block.value)) return undefined
  const names = new Set(block.value.members.map(({ key }) => key.value.toLowerCase()))
  // A key that stands there in any case would stand there twice.
  if (Object.keys(members).some((key) => names.has(key.toLowerCase()))) return undefined
  return { target: block.value, members }
}

function isWrittenOut(node: TreeNode | undefined): node is Mapping {
  return node?.kind === 'mapping' && intrinsicOf(node) === undefined
}

function insert({ host, node }: WrittenStatement, { target, members }: Insertion): TextEdit[] | undefined {
  // A table takes lines in many places, or none.
  if (host.language === 'toml') return undefined
  if (host.language === 'yaml') return insertYamlMembers(host.text, target, members, yamlStyleOf(host.text, node))
  return Object.entries(members)
    .map(([key, value]) => insertMember(host.text, target, key, value))
    .reduce<TextEdit[] | undefined>(
      (before, edits) => (before?.length === 0 ? edits : before && joined(before, edits)),
      [],
    )
}

/** Two insertions of a member at the same place as one: `insertMember` gives a comma of its own where a comment follows. */
function joined(before: readonly TextEdit[], edits: readonly TextEdit[]): TextEdit[] | undefined {
  const [first, second] = before
  const [next, last = next] = edits
  if (first === undefined || last === undefined || before.length !== edits.length) return undefined
  if (first.range.end > first.range.start) return undefined
  return second === undefined
    ? [{ ...first, newText: first.newText + last.newText }]
    : [first, { ...second, newText: `${second.newText},${last.newText}` }]
}
