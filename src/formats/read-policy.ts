import type { Condition, PolicyVersion, PrincipalSelector, Selector, Statement, Value } from '../model/policy.ts'
import type { Range } from '../model/source.ts'
import { type Mapping, type Member, membersNamed, type Scalar, type TreeNode } from '../syntax/tree.ts'

/** Something that AWS would not take, or that its documents leave undefined. */
export interface GrammarProblem {
  readonly range: Range
  readonly message: string
  readonly help: string
  /** Index of the statement it lies in; absent for the document. */
  readonly statement: number | undefined
}

export interface PolicyGrammar {
  readonly version: PolicyVersion
  readonly statements: readonly Statement[]
  readonly problems: readonly GrammarProblem[]
}

const documentElements = ['Version', 'Id', 'Statement']
const statementElements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]
const operatorBases = new Set([
  ...['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', 'StringLike'],
  ...['StringNotLike', 'NumericEquals', 'NumericNotEquals', 'NumericLessThan', 'NumericLessThanEquals'],
  ...['NumericGreaterThan', 'NumericGreaterThanEquals', 'DateEquals', 'DateNotEquals', 'DateLessThan'],
  ...['DateLessThanEquals', 'DateGreaterThan', 'DateGreaterThanEquals', 'Bool', 'BinaryEquals', 'IpAddress'],
  ...['NotIpAddress', 'ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike', 'Null'],
])

type Note = (range: Range, message: string, help: string) => void

/**
 * The grammar of IAM policies, read from a tree. Everything that AWS refuses or leaves undefined becomes a problem, and the
 * statement it stands in is marked as undecidable.
 * Source: IAM User Guide, "Grammar of the IAM JSON policy language".
 */
export function readPolicy(document: Mapping): PolicyGrammar {
  const problems: GrammarProblem[] = []
  const note: Note = (range, message, help) => problems.push({ range, message, help, statement: undefined })
  const top = uniqueMembers(document, 'the policy', note)
  unknownElements(document, documentElements, 'a policy', note)
  const version = readVersion(top.get('Version'), note)
  const statements = statementNodes(top.get('Statement')).flatMap((node, index) => {
    const own: GrammarProblem[] = []
    const noteHere: Note = (range, message, help) => own.push({ range, message, help, statement: index })
    const statement = readStatement(node, noteHere)
    problems.push(...own)
    return [{ ...statement, undecidable: own.map(({ message }) => message) }]
  })
  const order = (a: GrammarProblem, b: GrammarProblem) => a.range.start - b.range.start
  return { version, statements, problems: problems.toSorted(order) }
}

/** Whether an object is a policy document: it has a `Statement` that holds at least one thing with an `Effect`. */
export function isPolicyDocument(node: Mapping): boolean {
  // One in another case, or a second one, is a mistake to be told, and not one to be hidden by.
  const members = node.members.filter(({ key }) => key.value.toLowerCase() === 'statement')
  return members
    .flatMap(statementNodes)
    .some((item) => item.kind === 'mapping' && membersNamed(item, 'Effect').length > 0)
}

function statementNodes(member: Member | undefined): readonly TreeNode[] {
  if (member === undefined) return []
  return member.value.kind === 'sequence' ? member.value.items : [member.value]
}

function readVersion(member: Member | undefined, note: Note): PolicyVersion {
  if (member === undefined) return '2008-10-17'
  const { value } = member
  if (value.kind === 'scalar' && (value.text === '2012-10-17' || value.text === '2008-10-17')) return value.text
  note(value.range, 'this is not a version of the policy language', 'write `"Version": "2012-10-17"`')
  return '2012-10-17'
}

function readStatement(node: TreeNode, note: Note): Statement {
  if (node.kind !== 'mapping') {
    note(node.range, 'a statement must be an object', 'write `{ "Effect": …, "Action": …, "Resource": … }`')
    return emptyStatement(node.range)
  }
  const members = uniqueMembers(node, 'the statement', note)
  unknownElements(node, statementElements, 'a statement', note)
  const sid = members.get('Sid')?.value
  if (sid !== undefined && (sid.kind !== 'scalar' || sid.type !== 'string')) {
    note(sid.range, '`Sid` must be a string', 'quote it')
  }
  const actions = selectorOf(members, 'Action', note)
  if (actions === undefined) note(startOf(node), 'the statement has no `Action` or `NotAction`', 'name its actions')
  return {
    sid: sid?.kind === 'scalar' ? { value: sid.text, range: sid.range } : undefined,
    effect: readEffect(effectOf(node), node, note),
    principals: principalsOf(members, note),
    actions: actions ?? { patterns: [], negated: true },
    resources: selectorOf(members, 'Resource', note),
    conditions: readConditions(members.get('Condition'), note),
    range: node.range,
    undecidable: [],
  }
}

/** What cannot be read may be anything: a Deny on everything is the careful assumption. */
function emptyStatement(range: Range): Statement {
  const anything: Selector = { patterns: [], negated: true }
  const nothing = { sid: undefined, principals: undefined, resources: undefined, conditions: [], undecidable: [] }
  return { ...nothing, effect: 'Deny', actions: anything, range }
}

/** The last one, as parsers take it; of several, one that is no Allow, for AWS does not say which holds. */
function effectOf(node: Mapping): Member | undefined {
  const members = membersNamed(node, 'Effect')
  return members.find(({ value }) => value.kind !== 'scalar' || value.text !== 'Allow') ?? members.at(-1)
}

/** Effect is case-sensitive; what is neither word is taken for a Deny, so that it is not passed over. */
function readEffect(member: Member | undefined, node: Mapping, note: Note): 'Allow' | 'Deny' {
  const help = 'write `"Effect": "Deny"` or `"Effect": "Allow"`; AWS minds the case'
  if (member === undefined) {
    note(startOf(node), 'the statement has no `Effect`', help)
    return 'Deny'
  }
  const { value } = member
  if (value.kind === 'scalar' && (value.text === 'Allow' || value.text === 'Deny')) return value.text
  note(value.range, '`Effect` must be `Allow` or `Deny`', help)
  return 'Deny'
}

function selectorOf(members: Members, name: 'Action' | 'Resource', note: Note): Selector | undefined {
  const plain = members.get(name)
  const negated = members.get(`Not${name}`)
  if (plain !== undefined && negated !== undefined) {
    note(negated.key.range, `\`${name}\` and \`Not${name}\` exclude each other`, 'keep one of them')
  }
  const member = plain ?? negated
  if (member === undefined) return undefined
  return { patterns: valuesOf(member.value, `\`${member.key.value}\``, note), negated: plain === undefined }
}

function principalsOf(members: Members, note: Note): PrincipalSelector | undefined {
  const plain = members.get('Principal')
  const negated = members.get('NotPrincipal')
  if (plain !== undefined && negated !== undefined) {
    note(negated.key.range, '`Principal` and `NotPrincipal` exclude each other', 'keep one of them')
  }
  const member = plain ?? negated
  if (member === undefined) return undefined
  return { entries: principalEntries(member.value, note), negated: plain === undefined }
}

function principalEntries(node: TreeNode, note: Note): PrincipalSelector['entries'] {
  if (node.kind === 'scalar' && node.text === '*') return [{ kind: 'AWS', value: literal(node.text, node.range) }]
  if (node.kind !== 'mapping') {
    note(node.range, 'a principal must be `"*"` or an object', 'write `{ "AWS": … }` or `{ "Service": … }`')
    return []
  }
  return [...uniqueMembers(node, 'the principal', note).values()].flatMap(({ key, value }) => {
    const kind = principalKinds.find((name) => name === key.value)
    if (kind !== undefined) return valuesOf(value, `\`${kind}\``, note).map((entry) => ({ kind, value: entry }))
    note(key.range, 'AWS knows no such kind of principal', 'use `AWS`, `Service`, `Federated` or `CanonicalUser`')
    return []
  })
}

const principalKinds = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const

function readConditions(member: Member | undefined, note: Note): Condition[] {
  if (member === undefined) return []
  const open = openCondition(member.value)
  if (open !== undefined) return [open]
  const block = mappingOr(member.value, '`Condition`', note)
  if (block === undefined) return []
  return [...uniqueMembers(block, 'the condition', note).values()].flatMap((operator) => readOperator(operator, note))
}

/** An expression in the place of conditions; one that names the key itself is a mistake, not a reference. */
function openCondition(node: TreeNode): Condition | undefined {
  if (node.kind !== 'scalar' || node.type !== 'expression' || /aws:sourceip/i.test(node.text)) return undefined
  const operator = { value: parseOperator(''), range: node.range }
  return { operator, key: { value: node.text, range: node.range }, values: [scalarValue(node)] }
}

function readOperator({ key, value }: Member, note: Note): Condition[] {
  const open = openCondition(value)
  if (open !== undefined) return [open]
  const keys = mappingOr(value, `the block of \`${key.value}\``, note)
  if (keys === undefined) return []
  const operator = parseOperator(key.value)
  if (!operatorBases.has(operator.base)) {
    note(key.range, 'AWS knows no such condition operator', 'check its spelling; AWS minds the case')
  }
  // Key names ignore case, so one key in two spellings is one key twice (Access Analyzer: "Duplicate key").
  return [...uniqueMembers(keys, 'the operator', note, (name) => name.toLowerCase()).values()].map((entry) => ({
    operator: { value: operator, range: key.range },
    key: entry.key,
    values: valuesOf(entry.value, 'the values of a condition key', note),
  }))
}

/** An operator's name taken apart: `ForAllValues:StringLikeIfExists` has prefix, base and suffix. */
export function parseOperator(name: string): Condition['operator']['value'] {
  const [, quantifier, base = name, ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(.+?)(IfExists)?$/.exec(name) ?? []
  return {
    base,
    ifExists: ifExists !== undefined,
    quantifier: quantifier === 'ForAllValues' || quantifier === 'ForAnyValue' ? quantifier : undefined,
  }
}

function mappingOr(node: TreeNode, what: string, note: Note): Mapping | undefined {
  if (node.kind === 'mapping') return node
  note(node.range, `${what} must be an object`, 'see the grammar of IAM policies')
  return undefined
}

/** One value or a list of them; booleans and numbers are IAM's text, an object is an expression left to others. */
function valuesOf(node: TreeNode, what: string, note: Note): Value[] {
  if (node.kind === 'sequence') {
    if (node.items.length === 0) note(node.range, `${what}: the list is empty`, 'AWS does not say what that means')
    return node.items.flatMap((item) =>
      item.kind === 'sequence' ? nestedList(item, what, note) : valuesOf(item, what, note),
    )
  }
  if (node.kind === 'mapping') return [unresolved(node, what, note)]
  if (node.type === 'null') note(node.range, `${what}: null is no value`, 'write a string, or take it out')
  return [scalarValue(node)]
}

function nestedList(node: TreeNode, what: string, note: Note): Value[] {
  note(node.range, `${what}: a list in a list`, 'write one flat list')
  return []
}

/** `{ "Ref": … }` and its like: an intrinsic function of a template. Any other object is no value. */
function unresolved(node: Mapping, what: string, note: Note): Value {
  const [only, ...more] = node.members
  const name = only?.key.value ?? ''
  if (more.length > 0 || !/^(Ref|Condition|Fn::\w+)$/.test(name)) {
    note(node.range, `${what} must be a string or a list of strings`, 'an object is no value')
  }
  return { kind: 'unresolved', expression: name, range: node.range }
}

function scalarValue({ type, text, range, expression }: Scalar): Value {
  if (type === 'expression') return { kind: 'unresolved', expression: text, range }
  return expression === undefined ? literal(text, range) : { kind: 'literal', text, range, expression }
}

function literal(text: string, range: Range): Value {
  return { kind: 'literal', text, range }
}

type Members = ReadonlyMap<string, Member>

/** Members by key; a key that comes twice is a problem, and AWS does not say which one holds. */
function uniqueMembers(mapping: Mapping, where: string, note: Note, fold = (name: string) => name): Members {
  const found = new Map<string, Member>()
  for (const member of mapping.members) {
    const name = fold(member.key.value)
    if (found.has(name)) {
      note(member.key.range, `\`${member.key.value}\` stands twice in ${where}`, 'merge both into one')
    }
    found.set(name, member)
  }
  return found
}

function unknownElements(mapping: Mapping, known: readonly string[], what: string, note: Note): void {
  for (const { key } of mapping.members) {
    if (!known.includes(key.value)) {
      note(key.range, `\`${key.value}\` is no element of ${what}`, `AWS knows ${known.join(', ')}, and minds the case`)
    }
  }
}

function startOf({ range }: TreeNode): Range {
  return { start: range.start, end: range.start + 1 }
}
