import type { Range } from '../model/source.ts'
import type { Block, Body } from '../syntax/hcl-tree.ts'
import type { Mapping, Member } from '../syntax/tree.ts'
import { attributeNamed, attributesOf, blocksOf, makesBlocks, type TerraformFile } from './terraform-file.ts'
import { assembled, elements, objectOf } from './terraform-statements.ts'
import { entriesOf, evaluate, named, type Scope, unknownName } from './terraform-values.ts'

/** The statements of a `data "aws_iam_policy_document"`, in IAM's own words, each with the range of its block. */
export function documentStatements(body: Body, scope: Scope): Mapping[] {
  return blocksOf(body)
    .filter((block) => makesBlocks(block, 'statement'))
    .flatMap((block): Mapping[] => {
      if (block.type.value === 'statement') return [blockStatement(block, scope)]
      const content = contentOf(block)
      // One text makes them all, so it is read once, whatever it is repeated over.
      return content === undefined ? [] : [blockStatement(content, unboundScope(block, scope))]
    })
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
  readonly body: Body
  readonly scope: Scope
  /** Whether the file says that the block is there. */
  readonly isCertain: boolean
}

/** The blocks of this name, and what `dynamic` makes of that name: once for each element of a list that is in the file. */
function roundsOf(body: Body, name: string, scope: Scope): Round[] {
  return blocksOf(body)
    .filter((block) => makesBlocks(block, name))
    .flatMap((block): Round[] => {
      if (block.type.value === name) return [{ body: block.body, scope, isCertain: true }]
      const content = contentOf(block)?.body
      if (content === undefined) return []
      const list = attributeNamed(block.body, 'for_each')?.value
      const entries = list && entriesOf(evaluate(list, scope))
      if (entries === undefined) return [{ body: content, scope: unboundScope(block, scope), isCertain: false }]
      return entries.map(([key, value]) => {
        const bound = objectOf({ key, value }, block.range)
        return { body: content, scope: named(scope, new Map([[iteratorOf(block), bound]])), isCertain: true }
      })
    })
}

function blockStatement(block: Block, scope: Scope): Mapping {
  const { body, range } = block
  const simple = attributesOf(body).flatMap(({ name, value }): Member[] => {
    const element = elements[name.value]
    return element === undefined ? [] : [{ key: { value: element, range: name.range }, value: evaluate(value, scope) }]
  })
  const argument = (round: Round, name: string) => {
    const value = attributeNamed(round.body, name)?.value
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

/** Where the statements of all documents stand. */
export function documentRanges(file: TerraformFile): Range[] {
  return documentBlocks(file)
    .flatMap(({ body }) => blocksOf(body))
    .filter((block) => makesBlocks(block, 'statement'))
    .map(({ range }) => range)
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
