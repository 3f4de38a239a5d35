import type { Attribute, Block, Body, Expression } from '../syntax/hcl-tree.ts'

/** What a Terraform file holds, by address. */
export interface TerraformFile {
  readonly text: string
  readonly body: Body
  readonly blocks: readonly AddressedBlock[]
  readonly byAddress: ReadonlyMap<string, AddressedBlock>
  /** Expressions of `locals`, by name. */
  readonly locals: ReadonlyMap<string, Expression>
  /** Defaults of variables, by name. */
  readonly defaults: ReadonlyMap<string, Expression>
}

/** A block at the top of a file. */
export interface AddressedBlock {
  /** `aws_s3_bucket_policy.logs`, `data.aws_iam_policy_document.logs`, `module.logs`; empty for `locals`. */
  readonly address: string
  /** `resource`, `data`, `module`, `variable`, `locals`, … */
  readonly kind: string
  /** The first label: the type of a resource. */
  readonly type: string
  readonly block: Block
}

/** An argument anywhere in a block. */
export interface Argument {
  /** Names of the blocks on the way and of the argument, `inline_policy.policy`. */
  readonly path: string
  readonly attribute: Attribute
}

/** A parsed file, sorted by what its blocks are. */
export function terraformFile(text: string, body: Body): TerraformFile {
  const blocks = body.items.flatMap((item) => (item.kind === 'block' ? [addressed(item)] : []))
  const locals = blocks.filter(({ kind }) => kind === 'locals').flatMap(({ block }) => attributesOf(block.body))
  const defaults = blocks.flatMap(({ kind, type, block }): [string, Expression][] => {
    const value = kind === 'variable' ? attributeNamed(block.body, 'default')?.value : undefined
    return value === undefined ? [] : [[type, value]]
  })
  return {
    text,
    body,
    blocks,
    byAddress: new Map(blocks.map((block) => [block.address, block])),
    locals: new Map(locals.map(({ name, value }) => [name.value, value])),
    defaults: new Map(defaults),
  }
}

function addressed(block: Block): AddressedBlock {
  const kind = block.type.value
  const [type = ''] = block.labels
  const name = block.labels.join('.')
  if (kind === 'locals') return { address: '', kind, type, block }
  const prefix = kind === 'resource' ? '' : kind === 'variable' ? 'var.' : `${kind}.`
  return { address: `${prefix}${name}`, kind, type, block }
}

/** The arguments of a body, those of blocks within it left out. */
export function attributesOf(body: Body): Attribute[] {
  return body.items.flatMap((item) => (item.kind === 'attribute' ? [item] : []))
}

/** The blocks of a body. */
export function blocksOf(body: Body): Block[] {
  return body.items.flatMap((item) => (item.kind === 'block' ? [item] : []))
}

/** The first argument of this name; undefined where there is none. */
export function attributeNamed(body: Body, name: string): Attribute | undefined {
  return attributesOf(body).find((attribute) => attribute.name.value === name)
}

/** All arguments of a block, those of the blocks within it too. */
export function argumentsOf(body: Body, prefix = ''): Argument[] {
  return body.items.flatMap((item) => {
    if (item.kind === 'attribute') return [{ path: prefix + item.name.value, attribute: item }]
    if (item.type.value === 'content') return argumentsOf(item.body, prefix)
    const name = item.type.value === 'dynamic' ? (item.labels[0] ?? '') : item.type.value
    return argumentsOf(item.body, `${prefix}${name}.`)
  })
}

/** Whether a block is of this type, or a `dynamic` one that makes such blocks. */
export function makesBlocks({ type, labels }: Block, name: string): boolean {
  return type.value === name || (type.value === 'dynamic' && labels[0] === name)
}
