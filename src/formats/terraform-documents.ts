import type { Range } from '../model/source.ts'
import { type Mapping, membersNamed } from '../syntax/tree.ts'
import { documentStatements } from './terraform-blocks.ts'
import { referencesIn } from './terraform-expressions.ts'
import { type AddressedBlock, attributeNamed, type TerraformFile } from './terraform-file.ts'
import { homesOf } from './terraform-scan.ts'
import { documentOf } from './terraform-statements.ts'
import { evaluate, isExact, type Scope } from './terraform-values.ts'

/** A policy that a `data "aws_iam_policy_document"` comes to. */
export interface BlockPolicy {
  readonly address: string
  readonly range: Range
  readonly document: Mapping
}

export interface FileDocuments {
  readonly policies: readonly BlockPolicy[]
  /** All statements, those too that others replace. */
  readonly statements: readonly Mapping[]
}

const prefix = 'data.aws_iam_policy_document.'

/** Deeper layers of documents are not merged. */
const deepest = 50

/**
 * The documents of a file that are made of blocks, each with what it takes in from others of the file: earlier statements are
 * replaced by later ones of the same Sid, first come its sources, then its own, then its overrides. A document that only goes
 * into others is not listed itself. Source: the provider's documentation of `aws_iam_policy_document`.
 */
export function documentsOf(file: TerraformFile, scope: Scope): FileDocuments {
  const blocks = file.blocks.filter(({ kind, type }) => kind === 'data' && type === 'aws_iam_policy_document')
  const layers = new Map(blocks.map((block) => [block.address, layersOf(block, scope)]))
  const consumed = new Set([...layers.values()].flatMap(({ sources, overrides }) => [...sources, ...overrides]))
  const direct = directlyUsed(scope)
  const reached = new Map<string, readonly Mapping[]>()
  const own = ({ address }: AddressedBlock) => !consumed.has(address) || direct.has(address)
  const roots = blocks.filter(own).map((block) => policyOf(block, { layers, reached }, scope))
  // Documents that only take in each other.
  const others = blocks.filter(({ address }) => !reached.has(address))
  const policies = [...roots, ...others.map((block) => policyOf(block, { layers, reached }, scope))]
  return { policies, statements: [...layers.values()].flatMap(({ statements }) => statements) }
}

interface Layers {
  readonly statements: readonly Mapping[]
  readonly sources: readonly string[]
  readonly overrides: readonly string[]
}

function layersOf({ block }: AddressedBlock, scope: Scope): Layers {
  const named = (...names: readonly string[]) =>
    names.flatMap((name) => {
      const value = attributeNamed(block.body, name)?.value
      return value === undefined ? [] : documentsNamed([...referencesIn(value)])
    })
  return {
    statements: documentStatements(block.body, scope),
    sources: named('source_json', 'source_policy_documents'),
    overrides: named('override_json', 'override_policy_documents'),
  }
}

function documentsNamed(references: readonly string[]): string[] {
  return references.flatMap((name) => {
    const label = name.startsWith(prefix) ? name.slice(prefix.length).split('.')[0] : undefined
    return label === undefined ? [] : [prefix + label]
  })
}

/** Documents that something in the module other than a document refers to. */
function directlyUsed({ module }: Scope): Set<string> {
  return new Set(module.flatMap((file) => [...namedIn(file)]))
}

const remembered = new WeakMap<TerraformFile, ReadonlySet<string>>()

/** Documents to which something in a file refers that is none; every file of a module is asked for those of all others. */
function namedIn(file: TerraformFile): ReadonlySet<string> {
  const homes = () => homesOf(file).filter(({ block }) => block?.type !== 'aws_iam_policy_document')
  const known =
    remembered.get(file) ?? new Set(homes().flatMap(({ value }) => documentsNamed([...referencesIn(value)])))
  remembered.set(file, known)
  return known
}

interface Merging {
  readonly layers: ReadonlyMap<string, Layers>
  /** What each document came to that was merged so far. */
  readonly reached: Map<string, readonly Mapping[]>
}

function policyOf({ address, block }: AddressedBlock, merging: Merging, scope: Scope): BlockPolicy {
  const version = attributeNamed(block.body, 'version')?.value
  const text = version && evaluate(version, scope)
  const document = documentOf(merged(address, merging, 0), block.range, isExact(text) ? text.text : '2012-10-17')
  return { address, range: block.range, document }
}

function merged(address: string, merging: Merging, depth: number): readonly Mapping[] {
  const { layers, reached } = merging
  const own = layers.get(address)
  const known = reached.get(address)
  if (known !== undefined || own === undefined || depth > deepest) return known ?? []
  // A document that takes in itself finds nothing there.
  reached.set(address, [])
  const inner = (names: readonly string[]) => names.flatMap((name) => merged(name, merging, depth + 1))
  const statements = withoutReplaced([...inner(own.sources), ...own.statements, ...inner(own.overrides)])
  reached.set(address, statements)
  return statements
}

/** Each statement in the place of the first of its Sid, and the last of its Sid there. */
function withoutReplaced(statements: readonly Mapping[]): Mapping[] {
  const kept: Mapping[] = []
  const places = new Map<string, number>()
  for (const statement of statements) {
    const sid = sidOf(statement)
    const place = sid === undefined ? undefined : places.get(sid)
    kept[place ?? kept.length] = statement
    if (sid !== undefined && place === undefined) places.set(sid, kept.length - 1)
  }
  return kept
}

function sidOf(statement: Mapping): string | undefined {
  const sid = membersNamed(statement, 'Sid')[0]?.value
  return isExact(sid) ? sid.text : undefined
}
