import type { PolicyFormat, ReadResult, StatementChange } from '../model/contracts.ts'
import type { Problem } from '../model/finding.ts'
import type { PolicyDocument, Statement } from '../model/policy.ts'
import type { SourceFile, TextEdit } from '../model/source.ts'
import { parseJson } from '../syntax/json.ts'
import { insertMember, type JsonValue } from '../syntax/json-edit.ts'
import { type Mapping, membersNamed, type Sequence, type TreeNode } from '../syntax/tree.ts'
import { isStatement, isStatementList, listed } from './embedded-shapes.ts'
import { looseConditions } from './loose-conditions.ts'
import { inferPolicyType } from './policy-type.ts'
import { isPolicyDocument, readPolicy } from './read-policy.ts'

/** IAM policies as JSON and JSONC: a whole file, documents anywhere inside one, and statements without a document around them. */
export const iamJson: PolicyFormat = {
  id: 'iam-json',
  recognises: ({ path, text }) => /\.(json|jsonc|json5)$/i.test(path) || /^\ufeff?\s*[{[]/.test(text),
  read,
  edit,
}

function read(file: SourceFile): ReadResult {
  const { root, problems } = parseJson(file.text)
  const blocking = speaksOfSourceIp(file.text)
  const syntax = problems.map(({ range, message }): Problem => ({ file, range, message, help: syntaxHelp, blocking }))
  if (root === undefined || syntax.length > 0) return { policies: [], problems: syntax }
  const found = findDocuments(root, '$')
  const read = found.map(({ node, address }) => readDocument(file, node, address))
  const policies = read.flatMap((result) => result.policies)
  const told = read.flatMap((result) => result.problems)
  return { policies, problems: [...told, ...looseConditions(file, [root], { policies, problems: told })] }
}

const syntaxHelp = 'mend the JSON: a policy that cannot be read cannot be judged'

interface FoundDocument {
  readonly node: Mapping
  readonly address: string
}

/** Policy documents, lists of statements and lone statements in the order of the text; one does not hold another. */
function findDocuments(node: TreeNode, address: string): FoundDocument[] {
  const inside = (name: string) => (address === '$' ? name : `${address}.${name}`)
  if (node.kind === 'scalar') return []
  if (isListOfStatements(node)) return [{ node: listed(node), address }]
  if (node.kind === 'sequence') return node.items.flatMap((item, index) => findDocuments(item, inside(String(index))))
  if (isPolicyDocument(node)) return [{ node, address }]
  if (isStatement(node)) return [{ node: listed(node), address }]
  return node.members.flatMap(({ key, value }) => findDocuments(value, inside(key.value)))
}

/** Of a list in which policies stand too, each entry is looked at. */
function isListOfStatements(node: Mapping | Sequence): boolean {
  if (node.kind === 'mapping' || !isStatementList(node)) return false
  return !node.items.some((item) => item.kind === 'mapping' && isPolicyDocument(item))
}

function readDocument(file: SourceFile, node: Mapping, address: string): ReadResult {
  const { version, statements, problems } = readPolicy(node)
  const { type, basis } = inferPolicyType(statements, { path: file.path, address })
  const policy: PolicyDocument = {
    file,
    formatId: iamJson.id,
    address,
    range: node.range,
    version,
    type,
    typeBasis: basis,
    assumedBy: [],
    statements,
  }
  const located = problems.map(({ range, message, help, statement }): Problem => {
    const scope = statement === undefined ? policy : statements[statement]
    return { file, range, message, help, blocking: scope !== undefined && mayHideDeny(file, scope) }
  })
  return { policies: [policy], problems: located }
}

/** Whether a Deny on `aws:SourceIp` may be what a mistake hides. */
function mayHideDeny({ text }: SourceFile, scope: PolicyDocument | Statement): boolean {
  if ('effect' in scope && scope.effect === 'Allow') return false
  return speaksOfSourceIp(text.slice(scope.range.start, scope.range.end))
}

/** Broken or not: could the key be in here, spelt out or in escapes? */
function speaksOfSourceIp(text: string): boolean {
  return /aws:sourceip/i.test(text) || text.includes('\\u00')
}

function edit(policy: PolicyDocument, statement: Statement, changes: readonly StatementChange[]): readonly TextEdit[] {
  const root = editedTree(policy.file)
  const node = root && mappingAt(root, statement.range.start)
  if (node === undefined) return []
  const edits = changes.map((change) => addCondition(policy.file.text, node, change))
  return edits.every(({ length }) => length > 0) ? edits.flat() : []
}

/** Trees of files that are edited: many edits of one file are tried. */
const trees = new WeakMap<SourceFile, TreeNode | undefined>()

function editedTree(file: SourceFile): TreeNode | undefined {
  const known = trees.get(file)
  if (known !== undefined || trees.has(file)) return known
  const { root } = parseJson(file.text)
  trees.set(file, root)
  return root
}

function mappingAt(node: TreeNode, start: number): Mapping | undefined {
  if (start < node.range.start || start >= node.range.end) return undefined
  if (node.kind === 'mapping' && node.range.start === start) return node
  const children =
    node.kind === 'sequence' ? node.items : node.kind === 'mapping' ? node.members.map(({ value }) => value) : []
  for (const child of children) {
    const found = mappingAt(child, start)
    if (found !== undefined) return found
  }
  return undefined
}

/** None where the key already stands in that block: a second one would be a duplicate. */
function addCondition(text: string, statement: Mapping, { operator, key, values }: StatementChange): TextEdit[] {
  const [only, ...more] = values
  const value: JsonValue = only !== undefined && more.length === 0 ? only : values
  const condition = membersNamed(statement, 'Condition')[0]?.value
  if (condition === undefined) return insertMember(text, statement, 'Condition', { [operator]: { [key]: value } })
  if (condition.kind !== 'mapping') return []
  const block = membersNamed(condition, operator)[0]?.value
  if (block === undefined) return insertMember(text, condition, operator, { [key]: value })
  if (block.kind !== 'mapping') return []
  const taken = block.members.some((member) => member.key.value.toLowerCase() === key.toLowerCase())
  return taken ? [] : insertMember(text, block, key, value)
}
