import type { Range } from '../model/source.ts'
import type { Expression, ObjectExpression, Template } from '../syntax/hcl-tree.ts'
import { type Mapping, membersNamed, type TreeNode } from '../syntax/tree.ts'
import { isPolicyDocument } from './read-policy.ts'
import { childrenOf, nameOf } from './terraform-expressions.ts'
import { type AddressedBlock, argumentsOf, attributesOf, type TerraformFile } from './terraform-file.ts'
import { documentOfAll, looksLikeStatement, objectStatement, statementInWordsOfIam } from './terraform-statements.ts'
import { readText, textSource } from './terraform-text.ts'
import { takesDocuments } from './terraform-uses.ts'
import { evaluate, type Scope } from './terraform-values.ts'

/** An argument, a local or a default in which a policy may stand. */
export interface Home {
  readonly address: string
  /** The block that holds it; absent at the top of a file. */
  readonly block: AddressedBlock | undefined
  /** Names of blocks and of the argument within the block. */
  readonly path: string
  readonly value: Expression
}

/** A policy that is written as an object or as text. */
export interface WrittenPolicy {
  readonly address: string
  readonly home: Home
  readonly range: Range
  /** In IAM's words. */
  readonly document: Mapping
}

const prose = new Set(['description', 'error_message'])

/** Everything in a file that a policy may be written in. */
export function homesOf({ body, blocks }: TerraformFile): Home[] {
  const top = attributesOf(body).map(
    ({ name, value }): Home => ({ address: name.value, block: undefined, path: name.value, value }),
  )
  const inside = blocks.flatMap((block) =>
    argumentsIn(block).map(
      ({ path, attribute }): Home => ({
        address:
          block.kind === 'locals'
            ? `local.${path}`
            : block.kind === 'variable'
              ? block.address
              : `${block.address}.${path}`,
        block,
        path,
        value: attribute.value,
      }),
    ),
  )
  return [...top, ...inside]
}

function argumentsIn({ kind, type, block }: AddressedBlock): ReturnType<typeof argumentsOf> {
  const all = argumentsOf(block.body)
  if (kind === 'variable') return all.filter(({ path }) => path === 'default')
  if (kind === 'data' && type === 'aws_iam_policy_document') return all.filter(({ path }) => takesDocuments(path))
  return all.filter(({ attribute }) => !prose.has(attribute.name.value))
}

interface Scan {
  readonly scope: Scope
  readonly home: Home
  readonly found: WrittenPolicy[]
  /** Statements that stand without a document around them, by the address of their list. */
  readonly loose: Map<string, Mapping[]>
}

/** The policies that are written in `home`, in the order of the text. */
export function policiesIn(home: Home, scope: Scope): readonly WrittenPolicy[] {
  const scan: Scan = { scope, home, found: [], loose: new Map() }
  const left: Place[] = [{ expression: home.value, address: home.address }]
  for (let next = left.pop(); next !== undefined; next = left.pop()) left.push(...within(next, scan).toReversed())
  const groups = [...scan.loose].map(([address, statements]) => ({ address, home, ...documentOfAll(statements) }))
  return [...scan.found, ...groups].toSorted((a, b) => a.range.start - b.range.start)
}

interface Place {
  readonly expression: Expression
  readonly address: string
}

/** Notes what an expression holds, and gives the places within it that are still to be looked at. */
function within({ expression, address }: Place, scan: Scan): Place[] {
  const e = expression
  if (e.kind === 'template' && takeText(e, address, scan)) return []
  if (e.kind === 'object' && takeObject(e, address, scan)) return []
  if (e.kind === 'call' && e.name === 'merge' && takeStatement(e, address, scan)) return []
  if (e.kind === 'tuple') return e.items.map((item, index) => ({ expression: item, address: `${address}.${index}` }))
  if (e.kind !== 'object') return childrenOf(e).map((child) => ({ expression: child, address }))
  return e.items.map(({ key, value }) => {
    const name = nameOf(key)
    return { expression: value, address: name === undefined ? address : `${address}.${name}` }
  })
}

function takeObject(object: ObjectExpression, address: string, scan: Scan): boolean {
  const names = new Set(object.items.flatMap(({ key }) => nameOf(key) ?? []))
  if (looksLikeStatement(names)) return takeStatement(object, address, scan)
  const list = names.has('Statement') ? object.items.findLast(({ key }) => nameOf(key) === 'Statement') : undefined
  if (list === undefined) return false
  const statements = statementsIn(list.value, scan.scope)
  // Rules of a firewall have a `Statement` too.
  const isPolicy = names.has('Version') || statements.some((node) => membersNamed(node, 'Effect').length > 0)
  if (statements.length === 0 || !isPolicy) return false
  const outside = object.items.filter((item) => item !== list)
  const members = outside.map(({ key, value }) => ({
    key: { value: nameOf(key) ?? '', range: key.range },
    value: evaluate(value, scan.scope),
  }))
  const { range } = list.value
  const statement = {
    key: { value: 'Statement', range: list.key.range },
    value: { kind: 'sequence', items: statements, range } as const,
  }
  scan.found.push({
    address,
    home: scan.home,
    range: object.range,
    document: { kind: 'mapping', members: [...members, statement], range: object.range },
  })
  return true
}

/** The statements that are written in a list: in both branches, in parts that are put together, once for a `for`. */
function statementsIn(expression: Expression, scope: Scope): Mapping[] {
  const e = expression
  switch (e.kind) {
    case 'object':
      return [statementInWordsOfIam(asMapping(evaluate(e, scope), e.range), scope.notes)]
    case 'tuple':
      return e.items.flatMap((item) => statementsIn(item, scope))
    case 'conditional':
      return [e.yes, e.no].flatMap((branch) => statementsIn(branch, scope))
    case 'parentheses':
      return statementsIn(e.inner, scope)
    case 'for':
      return statementsIn(e.value, scope)
    case 'call': {
      if (e.name !== 'merge') return e.args.flatMap((argument) => statementsIn(argument, scope))
      const statement = mergedStatement(e, scope)
      return statement === undefined ? [] : [statement]
    }
    default:
      // What has a name is read where it is written.
      return []
  }
}

function asMapping(node: TreeNode, range: Range): Mapping {
  return node.kind === 'mapping' ? node : { kind: 'mapping', members: [], range }
}

function mergedStatement(call: Expression, scope: Scope): Mapping | undefined {
  const node = evaluate(call, scope)
  if (node.kind !== 'mapping' || !looksLikeStatement(new Set(node.members.map(({ key }) => key.value))))
    return undefined
  return objectStatement(node, scope)
}

function takeStatement(expression: Expression, address: string, scan: Scan): boolean {
  const statement = mergedStatement(expression, scan.scope)
  if (statement === undefined) return false
  addLoose(scan, address.replace(/\.\d+$/, ''), statement)
  return true
}

function addLoose({ loose }: Scan, address: string, statement: Mapping): void {
  const group = loose.get(address) ?? []
  loose.set(address, group)
  group.push(statement)
}

/** The policies that a heredoc or a string holds; false where there is something else to look at in it. */
function takeText(template: Template, address: string, scan: Scan): boolean {
  const { file } = scan.scope
  const raw = file.text.slice(template.body.start, template.body.end)
  if (!/statement|effect/i.test(raw)) return false
  const source = textSource(template, file.text)
  const roots = (source && readText(source, scan.scope)) ?? []
  const { documents, loose } = together(roots.map((root) => policiesInTree(root, address, scan.scope)))
  scan.found.push(...documents.map((document) => ({ ...document, home: scan.home })))
  for (const { list, statement } of loose) addLoose(scan, list, statement)
  return documents.length + loose.length > 0
}

/** What a tree of JSON or YAML holds in policies, in IAM's words. */
export interface TreePolicies {
  readonly documents: readonly Omit<WrittenPolicy, 'home'>[]
  /** Statements without a document around them, with the address of their list. */
  readonly loose: readonly { readonly list: string; readonly statement: Mapping }[]
}

/** Gathers the policies of a tree; `address` is that of `node`, empty at the root. */
export function policiesInTree(node: TreeNode, address: string, scope: Scope): TreePolicies {
  const inside = (name: string) => (address === '' ? name : `${address}.${name}`)
  const nothing: TreePolicies = { documents: [], loose: [] }
  if (node.kind === 'scalar') return nothing
  if (node.kind === 'sequence') {
    return together(node.items.map((item, index) => policiesInTree(item, inside(String(index)), scope)))
  }
  if (isPolicyDocument(node)) {
    const document = documentInWordsOfIam(node, scope)
    return { ...nothing, documents: [{ address, range: node.range, document }] }
  }
  if (!looksLikeStatement(new Set(node.members.map(({ key }) => key.value)))) {
    return together(node.members.map(({ key, value }) => policiesInTree(value, inside(key.value), scope)))
  }
  const list = address.replace(/(?:^|\.)\d+$/, '')
  return { ...nothing, loose: [{ list, statement: objectStatement(node, scope) }] }
}

/** Policies of several trees as those of one. */
export function together(parts: readonly TreePolicies[]): TreePolicies {
  return {
    documents: parts.flatMap(({ documents }) => documents),
    loose: parts.flatMap(({ loose }) => loose),
  }
}

/** A policy document of which some statements are expressions: those are written elsewhere. */
export function documentInWordsOfIam(document: Mapping, { notes }: Scope): Mapping {
  const members = document.members.map((member) => {
    if (member.key.value !== 'Statement') return member
    const items = member.value.kind === 'sequence' ? member.value.items : [member.value]
    const statements = items.flatMap((item): TreeNode[] => {
      if (item.kind === 'mapping') return [statementInWordsOfIam(item, notes)]
      return item.kind === 'scalar' && item.type === 'expression' ? [] : [item]
    })
    return { key: member.key, value: { kind: 'sequence', items: statements, range: member.value.range } as const }
  })
  return { ...document, members }
}
