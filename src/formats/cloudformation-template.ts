import { type Mapping, membersNamed, type TreeNode } from '../syntax/tree.ts'

/** What a template says of its own names. */
export interface Template {
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly mappings: Mapping | undefined
  readonly resources: ReadonlyMap<string, Resource>
}

export interface Parameter {
  /** Whether it is a list, written as one text with commas. */
  readonly list: boolean
  readonly default: string | undefined
}

export interface Resource {
  readonly type: string
  readonly properties: Mapping | undefined
}

export const noTemplate: Template = { parameters: new Map(), mappings: undefined, resources: new Map() }

/** The template that a mapping is; undefined where it has no `Resources` with a `Type`. */
export function templateOf(node: TreeNode | undefined): Template | undefined {
  const resources = new Map<string, Resource>()
  for (const { key, value } of mappingAt(node, 'Resources')?.members ?? []) {
    const resource = resourceOf(value)
    if (resource !== undefined) resources.set(key.value, resource)
  }
  if (resources.size === 0) return undefined
  const parameters = (mappingAt(node, 'Parameters')?.members ?? []).map(
    ({ key, value }) => [key.value, parameterOf(value)] as const,
  )
  return { parameters: new Map(parameters), mappings: mappingAt(node, 'Mappings'), resources }
}

/** A thing with a `Type` such as `AWS::S3::Bucket`, with its `Properties`. */
export function resourceOf(node: TreeNode): Resource | undefined {
  const type = node.kind === 'mapping' ? textAt(node, 'Type') : undefined
  if (node.kind !== 'mapping' || type === undefined || !/^\w+::\w/.test(type)) return undefined
  return { type, properties: mappingAt(node, 'Properties') }
}

function parameterOf(node: TreeNode): Parameter {
  if (node.kind !== 'mapping') return { list: false, default: undefined }
  const list = /^(CommaDelimitedList$|List<|AWS::SSM::Parameter::Value<(List|CommaDelimitedList))/
  return { list: list.test(textAt(node, 'Type') ?? ''), default: defaultOf(node) }
}

/** The default of a parameter that names an entry of Parameter Store is that name, not the value. */
function defaultOf(node: Mapping): string | undefined {
  return textAt(node, 'Type')?.startsWith('AWS::SSM::') ? undefined : textAt(node, 'Default')
}

/** The value of a member; of two with the same key the last. */
export function nodeAt(node: TreeNode | undefined, key: string): TreeNode | undefined {
  return node?.kind === 'mapping' ? membersNamed(node, key).at(-1)?.value : undefined
}

export function mappingAt(node: TreeNode | undefined, key: string): Mapping | undefined {
  const value = nodeAt(node, key)
  return value?.kind === 'mapping' ? value : undefined
}

/** The text of a scalar member. */
export function textAt(node: TreeNode | undefined, key: string): string | undefined {
  const value = nodeAt(node, key)
  return value?.kind === 'scalar' && value.type !== 'null' ? value.text : undefined
}

/** Name and argument of an intrinsic function: `{Ref: x}`, `{Fn::Sub: x}`. */
export function intrinsicOf(node: TreeNode): { readonly name: string; readonly argument: TreeNode } | undefined {
  if (node.kind !== 'mapping' || node.members.length !== 1) return undefined
  const [member] = node.members
  if (member === undefined || !/^(Ref|Condition|Fn::\w+)$/.test(member.key.value)) return undefined
  // A statement that holds nothing but a `Condition` block has a mapping there.
  if (member.key.value === 'Condition' && member.value.kind !== 'scalar') return undefined
  return { name: member.key.value, argument: member.value }
}

/** Items of a list; a single thing is a list of itself. */
export function itemsOf(node: TreeNode | undefined): readonly TreeNode[] {
  if (node === undefined) return []
  return node.kind === 'sequence' ? node.items : [node]
}
