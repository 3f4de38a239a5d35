import type { Range } from '../model/source.ts'
import type { Block, Body, Expression } from '../syntax/hcl-tree.ts'
import type { Mapping, Member } from '../syntax/tree.ts'
import { attributeNamed, attributesOf, blocksOf, makesBlocks, type TerraformFile } from './terraform-file.ts'
import { assembled, elements, objectOf } from './terraform-statements.ts'
import { entriesOf, evaluate, named, type Scope, unknownName } from './terraform-values.ts'

/**
 * The statements of a `data "aws_iam_policy_document"`, in IAM's own words, each with the range of its block. What `dynamic` makes is
 * read once for each element of a list that is in the file, else once.
 */
export function documentStatements(body: Body, scope: Scope): Mapping[] {
  return roundsOf(body, 'statement', scope).map((round) => blockStatement(round.block, round.scope))
}

function contentOf(block: Block): Block | undefined {
  return blocksOf(block.body).find(({ type }) => type.value === 'content')
}

function iteratorOf(block: Block): string {
  const value = attributeNamed(block.body, 'iterator')?.value
  return value?.kind === 'variable' ? value.name : (block.labels[0] ?? '')
}

function unboundScope(block: Block, scope: Scope): Scope {
  const name = iteratorOf(block)
  return named(scope, new Map([[name, unknownName(name, block.range)]]))
}

interface Round {
  readonly block: Block
  readonly scope: Scope
  /** Whether the file says that the block is there. */
  readonly isCertain: boolean
}

/** The blocks of this name, and what `dynamic` makes of that name: once for each element of a list that is in the file. */
function roundsOf(body: Body, name: string, scope: Scope): Round[] {
  return blocksOf(body)
    .filter((block) => makesBlocks(block, name))
    .flatMap((block): Round[] => {
      if (block.type.value === name) return [{ block, scope, isCertain: true }]
      const content = contentOf(block)
      if (content === undefined) return []
      const list = attributeNamed(block.body, 'for_each')?.value
      const branches = list === undefined ? [] : branchesOf(list)
      const rounds = branches.flatMap((branch) => boundScopes(block, branch, scope))
      if (rounds.length === 0) return [{ block: content, scope: unboundScope(block, scope), isCertain: false }]
      return rounds.map((bound) => ({ block: content, scope: bound, isCertain: branches.length === 1 }))
    })
}

/** What an expression may come to: one expression, or the two branches of a conditional. */
function branchesOf(expression: Expression): readonly Expression[] {
  if (expression.kind === 'parentheses') return branchesOf(expression.inner)
  return expression.kind === 'conditional' ? [expression.yes, expression.no].flatMap(branchesOf) : [expression]
}

/** A scope for each element of a list that is in the file, none where it is not. */
function boundScopes(block: Block, list: Expression, scope: Scope): Scope[] {
  const entries = entriesOf(evaluate(list, scope)) ?? []
  return entries.map(([key, value]) => {
    const bound = objectOf({ key, value }, block.range)
    return named(scope, new Map([[iteratorOf(block), bound]]))
  })
}

function blockStatement(block: Block, scope: Scope): Mapping {
  const { body, range } = block
  const simple = attributesOf(body).flatMap(({ name, value }): Member[] => {
    const element = elements[name.value]
    return element === undefined ? [] : [{ key: { value: element, range: name.range }, value: evaluate(value, scope) }]
  })
  const argument = (round: Round, name: string) => {
    const value = attributeNamed(round.block.body, name)?.value
    return value && evaluate(value, round.scope)
  }
  const parties = (name: string) =>
    roundsOf(body, name, scope).map((round) => ({
      type: argument(round, 'type'),
      identifiers: argument(round, 'identifiers'),
    }))
  const conditions = roundsOf(body, 'condition', scope).map((round) => ({
    test: argument(round, 'test'),
    variable: argument(round, 'variable'),
    values: argument(round, 'values'),
    isOptional: !round.isCertain,
  }))
  return assembled({
    simple,
    principals: parties('principals'),
    notPrincipals: parties('not_principals'),
    conditions,
    place: { range, header: block.type.range, notes: scope.notes },
  })
}

/** A name in a document that Terraform does not know there. */
export interface DocumentMistake {
  readonly range: Range
  readonly message: string
  readonly help: string
  /** The whole document. */
  readonly block: Range
}

function documentBlocks(file: TerraformFile): readonly Block[] {
  const blocks = file.blocks.filter(({ kind, type }) => kind === 'data' && type === 'aws_iam_policy_document')
  return blocks.map(({ block }) => block)
}

/** What may stand in each kind of block. Source: the provider's documentation of `aws_iam_policy_document`. */
const known: Readonly<Record<string, readonly string[]>> = {
  aws_iam_policy_document: [
    ...['version', 'policy_id', 'statement', 'source_json', 'override_json', 'source_policy_documents'],
    ...['override_policy_documents', 'count', 'for_each', 'provider', 'depends_on', 'lifecycle', 'region'],
  ],
  statement: [
    ...['sid', 'effect', 'actions', 'not_actions', 'resources', 'not_resources'],
    ...['principals', 'not_principals', 'condition'],
  ],
  principals: ['type', 'identifiers'],
  not_principals: ['type', 'identifiers'],
  condition: ['test', 'variable', 'values'],
}

/** Names in the documents of a file that Terraform would refuse: one of them may have been meant for a Deny. */
export function documentMistakes(file: TerraformFile): DocumentMistake[] {
  return documentBlocks(file).flatMap((block) =>
    mistakesIn(block.body, 'aws_iam_policy_document').map((mistake) => ({ ...mistake, block: block.range })),
  )
}

function mistakesIn(body: Body, kind: string): Omit<DocumentMistake, 'block'>[] {
  const names = known[kind]
  if (names === undefined) return []
  return body.items.flatMap((item) => {
    const { value: name, range } = item.kind === 'attribute' ? item.name : item.type
    if (item.kind === 'block' && name === 'dynamic') return mistakesInDynamic(item)
    if (names.includes(name)) return item.kind === 'block' ? mistakesIn(item.body, name) : []
    const message = `\`${name}\` is no part of \`${kind}\``
    return [{ range, message, help: `Terraform knows ${names.join(', ')} there` }]
  })
}

function mistakesInDynamic(block: Block): Omit<DocumentMistake, 'block'>[] {
  const content = contentOf(block)
  if (content !== undefined) return mistakesIn(content.body, block.labels[0] ?? '')
  const message = 'a `dynamic` block without `content` makes nothing'
  return [{ range: block.type.range, message, help: 'put what it is to make into a `content` block' }]
}
