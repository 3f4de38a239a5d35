import type { Range } from '../model/source.ts'
import { type Mapping, type Member, membersNamed, type Scalar, type Sequence, type TreeNode } from '../syntax/tree.ts'
import { exampleOfService } from './terraform-arns.ts'
import { isExact, type Notes, type Scope, uncertain, unknownName } from './terraform-values.ts'

/** Elements of a statement as `aws_iam_policy_document`, and modules that are fed like it, call them. */
export const elements: Readonly<Record<string, string>> = {
  sid: 'Sid',
  effect: 'Effect',
  actions: 'Action',
  action: 'Action',
  not_actions: 'NotAction',
  resources: 'Resource',
  resource: 'Resource',
  not_resources: 'NotResource',
}

/** An object of these members, all with the range of the whole. */
export function objectOf(members: Readonly<Record<string, TreeNode>>, range: Range): Mapping {
  return {
    kind: 'mapping',
    range,
    members: Object.entries(members).map(([key, value]) => ({ key: { value: key, range }, value })),
  }
}

interface Party {
  readonly type: TreeNode | undefined
  readonly identifiers: TreeNode | undefined
}

interface Test {
  readonly test: TreeNode | undefined
  readonly variable: TreeNode | undefined
  readonly values: TreeNode | undefined
  readonly isOptional: boolean
}

interface Place {
  readonly range: Range
  /** Where a statement without an `effect` is said to allow. */
  readonly header: Range
  readonly notes: Notes
}

interface Parts {
  readonly simple: readonly Member[]
  readonly principals: readonly Party[]
  readonly notPrincipals: readonly Party[]
  readonly conditions: readonly Test[]
  readonly place: Place
}

/** Parts of a statement in Terraform's manner as one in IAM's. A statement without an effect allows. */
export function assembled({ simple, principals, notPrincipals, conditions, place }: Parts): Mapping {
  const { range, header, notes } = place
  const member = (key: string, value: TreeNode | undefined): Member[] =>
    value === undefined ? [] : [{ key: { value: key, range: header }, value: withVariables(value) }]
  const effect = simple.some(({ key }) => key.value === 'Effect')
    ? []
    : member('Effect', { kind: 'scalar', type: 'string', text: 'Allow', range: header })
  const members = [
    ...simple.map(({ key, value }) => ({ key, value: withVariables(value) })),
    ...effect,
    ...member('Principal', principalOf(principals, range)),
    ...member('NotPrincipal', principalOf(notPrincipals, range)),
    ...member('Condition', conditionOf(conditions, place)),
  ]
  return statementInWordsOfIam({ kind: 'mapping', range, members }, notes)
}

/** `&{aws:username}` is how these documents write `${aws:username}`. */
function withVariables(node: TreeNode): TreeNode {
  if (node.kind === 'scalar') {
    return node.type === 'string' && node.text.includes('&{')
      ? { ...node, text: node.text.replaceAll('&{', '${') }
      : node
  }
  if (node.kind === 'sequence') return { ...node, items: node.items.map(withVariables) }
  return { ...node, members: node.members.map(({ key, value }) => ({ key, value: withVariables(value) })) }
}

/** Principals by kind; of a kind that is not in the file, people, roles and services are possible. */
function principalOf(parties: readonly Party[], range: Range): Mapping | undefined {
  if (parties.length === 0) return undefined
  const found = new Map<string, TreeNode[]>()
  for (const { type, identifiers } of parties) {
    const unknown = type?.kind === 'scalar' ? uncertain(type) : unknownName('principals', range)
    // IAM takes `"*": "*"` for `"AWS": "*"`.
    const kinds = isExact(type) ? [type.text === '*' ? 'AWS' : type.text] : anyKind
    const items = isExact(type) && identifiers !== undefined ? itemsOf(identifiers) : [unknown]
    for (const kind of kinds) found.set(kind, [...(found.get(kind) ?? []), ...items])
  }
  return objectOf(Object.fromEntries([...found].map(([kind, items]) => [kind, sequence(items, range)])), range)
}

const anyKind = ['AWS', 'Service']

function itemsOf(node: TreeNode): readonly TreeNode[] {
  return node.kind === 'sequence' ? node.items : [node]
}

function sequence(items: readonly TreeNode[], range: Range): Sequence {
  const [first, last] = [items[0], items.at(-1)]
  return { kind: 'sequence', items, range: first && last ? { start: first.range.start, end: last.range.end } : range }
}

/**
 * Conditions by operator and key; values of the same two are put together, as the provider does. What is not in the file stays as
 * the expression that it is, and what may not be there is noted.
 */
function conditionOf(conditions: readonly Test[], { range, notes }: Place): Mapping | undefined {
  if (conditions.length === 0) return undefined
  const operators = new Map<string, Operator>()
  const elsewhere = new Map<string, Member>()
  // Those that are there for certain first: what may be there beside one makes its values uncertain.
  const certainFirst = conditions.toSorted((a, b) => Number(a.isOptional) - Number(b.isOptional))
  for (const { test, variable, values, isOptional } of certainFirst) {
    const [unknown] = [variable, test].filter(isInexact)
    if (unknown !== undefined) elsewhere.set(unknown.text, expressionMember(uncertain(unknown)))
    if (!isExact(test) || !isExact(variable) || values === undefined) continue
    const operator = operators.get(test.text) ?? { key: { value: test.text, range: test.range }, keys: new Map() }
    const key = { value: variable.text, range: variable.range }
    const known = operator.keys.get(variable.text)
    const mayMiss = isOptional && !isSourceIp(variable.text)
    if (mayMiss && known === undefined) notes.optionalKeys.add(variable.range.start)
    const items = [...(known?.items ?? []), ...itemsOf(values)]
    const isOpen = mayMiss && known !== undefined
    operator.keys.set(variable.text, { key: known?.key ?? key, items: isOpen ? items.map(uncertain) : items })
    operators.set(test.text, operator)
    notes.operators.set(variable.range.start, test.range)
  }
  const members = [...operators.values()].map(({ key, keys }) => {
    const inner = [...keys.values()].map((entry) => ({ key: entry.key, value: sequence(entry.items, range) }))
    return { key, value: { kind: 'mapping', range, members: inner } as const }
  })
  return { kind: 'mapping', range, members: [...members, ...elsewhere.values()] }
}

function isInexact(node: TreeNode | undefined): node is Scalar {
  return node?.kind === 'scalar' && !isExact(node)
}

/** Conditions that an expression stands for. */
function expressionMember(expression: Scalar): Member {
  return { key: { value: expression.text, range: expression.range }, value: expression }
}

interface Operator {
  readonly key: Member['key']
  readonly keys: Map<string, { readonly key: Member['key']; readonly items: readonly TreeNode[] }>
}

/** Of a list of addresses that may not be there, it is judged what it does where it is. */
function isSourceIp(key: string): boolean {
  return key.toLowerCase() === 'aws:sourceip'
}

/** Whether an object has the look of a statement, in IAM's words or in Terraform's. */
export function looksLikeStatement(names: ReadonlySet<string>): boolean {
  if (names.has('Effect'))
    return ['Action', 'NotAction', 'Resource', 'NotResource', 'Condition'].some((n) => names.has(n))
  if (!names.has('actions') && !names.has('not_actions')) return false
  return ['effect', 'resources', 'principals', 'conditions', 'condition'].some((name) => names.has(name))
}

/** An object that looks like a statement as one in IAM's words. */
export function objectStatement(node: Mapping, { notes }: Scope): Mapping {
  const names = new Set(node.members.map(({ key }) => key.value))
  if (names.has('Effect')) return statementInWordsOfIam(node, notes)
  const simple = node.members.flatMap(({ key, value }): Member[] => {
    const element = elements[key.value]
    const isAbsent = value.kind === 'scalar' && value.type === 'null'
    return element === undefined || isAbsent ? [] : [{ key: { ...key, value: element }, value }]
  })
  const entries = (key: string) => membersNamed(node, key).flatMap(({ value }) => objectsIn(value))
  const parties = (key: string) =>
    entries(key).map((entry) => ({ type: valueIn(entry, 'type'), identifiers: valueIn(entry, 'identifiers') }))
  const conditions = conditionLists.flatMap(entries).map((entry) => ({
    test: valueIn(entry, 'test'),
    variable: valueIn(entry, 'variable'),
    values: valueIn(entry, 'values'),
    isOptional: notes.optional.has(entry),
  }))
  const header = { start: node.range.start, end: node.range.start + 1 }
  const statement = assembled({
    simple,
    principals: parties('principals'),
    notPrincipals: parties('not_principals'),
    conditions,
    place: { range: node.range, header, notes },
  })
  const isWhole = conditions.every(({ test, variable, values }) => test && variable && values)
  if (!isWhole || node.members.some(mayMean)) notes.doubtful.add(statement)
  return statement
}

const conditionLists = ['conditions', 'condition']

/** Whether a member of a name that is not known may be an effect or a condition under another name. */
function mayMean({ key, value }: Member): boolean {
  if (elements[key.value] !== undefined || conditionLists.includes(key.value)) return false
  return textsOf(value).some((text) => /^(?:deny|aws:sourceip)$/i.test(text))
}

/** One object, a list of objects, or a map of them. */
function objectsIn(node: TreeNode): Mapping[] {
  if (node.kind === 'sequence') return node.items.flatMap(objectsIn)
  if (node.kind === 'scalar') return []
  const isOne = ['type', 'test', 'variable'].some((key) => membersNamed(node, key).length > 0)
  return isOne ? [node] : node.members.flatMap(({ value }) => objectsIn(value))
}

function valueIn(node: Mapping, key: string): TreeNode | undefined {
  return membersNamed(node, key).at(-1)?.value
}

/**
 * The statement as IAM's grammar takes it: of actions and conditions no examples are made, a resource of which only the ARN's name is
 * missing becomes an example.
 */
export function statementInWordsOfIam(node: Mapping, notes: Notes): Mapping {
  const actions = membersNamed(node, 'Action').flatMap(({ value }) => textsOf(value))
  const arn = exampleOfService(actions)
  return { ...node, members: node.members.flatMap((member) => elementInWordsOfIam(member, arn, notes)) }
}

function elementInWordsOfIam({ key, value }: Member, arn: string | undefined, notes: Notes): Member[] {
  switch (key.value) {
    case 'Sid':
      return sidOf(key, value)
    case 'Effect':
      // What may be a Deny is judged as one.
      return [{ key, value: isUnknown(value) ? { ...value, type: 'string', text: 'Deny' } : value }]
    case 'Action':
    case 'NotAction':
      return [{ key, value: withoutExamples(value, notes) }]
    case 'Resource':
    case 'NotResource':
      return [{ key, value: withArn(value, arn) }]
    case 'Principal':
    case 'NotPrincipal':
      return [{ key, value: isUnknown(value) ? objectOf({ AWS: value, Service: value }, value.range) : value }]
    case 'Condition':
      return [{ key, value: value.kind === 'mapping' ? conditionInWordsOfIam(value, notes) : value }]
    default:
      return [{ key, value }]
  }
}

/** Whether only an expression is in the file. */
function isUnknown(node: TreeNode): node is Scalar {
  return node.kind === 'scalar' && node.type === 'expression'
}

/** The texts that are written in a node, those within it too. */
function textsOf(node: TreeNode): string[] {
  if (node.kind === 'sequence') return node.items.flatMap(textsOf)
  if (node.kind === 'mapping') return node.members.flatMap(({ value }) => textsOf(value))
  return isExact(node) ? [node.text] : []
}

function sidOf(key: Member['key'], value: TreeNode): Member[] {
  if (value.kind !== 'scalar') return [{ key, value }]
  if (value.type === 'null' || value.text === '') return []
  return [{ key, value: value.type === 'expression' ? { ...value, type: 'string' } : value }]
}

function withoutExamples(node: TreeNode, notes: Notes): TreeNode {
  const inner = (child: TreeNode) => withoutExamples(child, notes)
  if (node.kind === 'sequence') return { ...node, items: node.items.map(inner) }
  if (node.kind === 'mapping') {
    return { ...node, members: node.members.map(({ key, value }) => ({ key, value: inner(value) })) }
  }
  const { expression } = node
  if (expression === undefined || notes.sure.has(node)) return node
  return { kind: 'scalar', type: 'expression', text: expression, range: node.range }
}

/** `${bucket_arn}/*`, `{{ bucket_arn }}/*`, `module.logs.bucket_arn` */
const reference = /^(?:(?:\$\{|\{\{)([^{}]+)\}\}?([/:].*)?|([\w.[\]"*-]+))$/

/** A reference whose name says that it is an ARN, and what follows one, as the ARN of what the actions are about. */
function withArn(node: TreeNode, arn: string | undefined): TreeNode {
  if (arn === undefined || node.kind === 'mapping') return node
  if (node.kind === 'sequence') return { ...node, items: node.items.map((item) => withArn(item, arn)) }
  if (node.type !== 'expression') return node
  const [, inBraces, rest = '', bare] = reference.exec(node.text) ?? []
  const name = inBraces ?? bare
  if (name === undefined || (rest === '' && !/arn(?:"?\])?\s*$/i.test(name))) return node
  const text = arn + rest.replaceAll(/\$\{[^{}]*\}|\{\{[^{}]*\}\}/g, 'example')
  return { kind: 'scalar', type: 'string', text, range: node.range, expression: node.text }
}

/** A condition without examples; what of it may not be there is noted, but for the address: that is judged where it is there. */
function conditionInWordsOfIam(node: Mapping, notes: Notes): Mapping {
  const { optional, optionalKeys } = notes
  const members = node.members.map(({ key, value }): Member => {
    if (value.kind !== 'mapping') return { key, value }
    for (const member of value.members) {
      const isOptional = [node, value, member.value].some((part) => optional.has(part))
      if (isOptional && !isSourceIp(member.key.value)) optionalKeys.add(member.key.range.start)
    }
    return { key, value: withoutExamples(value, notes) }
  })
  const rest = [node, ...node.members.map(({ value }) => value)].flatMap((part) => notes.open.get(part) ?? [])
  return { ...node, members: [...members, ...rest.map(expressionMember)] }
}

/** Statements as a document. */
export function documentOf(statements: readonly Mapping[], range: Range, version: string): Mapping {
  const here = { start: range.start, end: range.start }
  return {
    kind: 'mapping',
    range,
    members: [
      { key: { value: 'Version', range: here }, value: { kind: 'scalar', type: 'string', text: version, range: here } },
      { key: { value: 'Statement', range: here }, value: { kind: 'sequence', items: statements, range } },
    ],
  }
}

/** Statements that stand without a document around them, as one that takes them all in. */
export function documentOfAll(statements: readonly Mapping[]): { readonly range: Range; readonly document: Mapping } {
  const ranges = statements.map(({ range }) => range)
  const start = ranges.reduce((least, range) => Math.min(least, range.start), ranges[0]?.start ?? 0)
  const range = { start, end: ranges.reduce((most, { end }) => Math.max(most, end), start) }
  return { range, document: documentOf(statements, range, '2012-10-17') }
}
