import type { PolicyType } from '../model/policy.ts'
import type { Expression } from '../syntax/hcl-tree.ts'
import { referencesIn } from './terraform-expressions.ts'
import { type AddressedBlock, argumentsOf, attributeNamed, type TerraformFile } from './terraform-file.ts'
import { policyTypeIn } from './terraform-types.ts'
import { evaluate, isExact, type Scope } from './terraform-values.ts'

/** An argument that a policy goes to. */
export interface Use {
  readonly type: PolicyType | 'foreign'
  /** `aws_s3_bucket_policy.logs` */
  readonly resource: string
  readonly argument: string
}

/** Where the policies of a module go to. */
export interface Uses {
  /** Of an argument of a block. */
  readonly ofArgument: (block: AddressedBlock | undefined, path: string) => Use | undefined
  /** Of what has a name: `local.x`, `data.aws_iam_policy_document.x`. */
  readonly ofName: (name: string) => readonly Use[]
  /** Roles that the policy at this use hangs on, by address. */
  readonly rolesOf: (use: Use) => readonly string[]
}

/** Follows each argument of a module that takes a policy through locals and documents to where the policy is written. */
export function usesOf(scope: Scope): Uses {
  const { module } = scope
  const references: References = new Map(module.flatMap((file) => [...referencesOf(file)]))
  const boundaries = new Set(
    [...references.values()]
      .flat()
      .flatMap(({ path, names }) => (path === 'permissions_boundary' ? names.flatMap(resourceOf) : [])),
  )
  const ofArgument = (block: AddressedBlock | undefined, path: string): Use | undefined => {
    if (block?.kind !== 'resource') return undefined
    const type = policyTypeIn(block.type, path, organizationTypeOf(block, scope))
    if (type === undefined) return undefined
    const isBoundary = type === 'identity' && boundaries.has(block.address)
    return { type: isBoundary ? 'boundary' : type, resource: block.address, argument: path }
  }
  const byName = namedUses(module, references, ofArgument)
  const attachments = attachmentsOf(references)
  return {
    ofArgument,
    ofName: (name) => byName.get(name) ?? [],
    rolesOf: ({ resource }) => rolesOf(resource, references, attachments, module),
  }
}

const remembered = new WeakMap<TerraformFile, References>()

/** What the arguments of each block refer to; every file of a module is asked for those of all others. */
function referencesOf(file: TerraformFile): References {
  const known = remembered.get(file) ?? findReferences(file)
  remembered.set(file, known)
  return known
}

function findReferences({ blocks }: TerraformFile): References {
  return new Map(
    blocks.map((block) => {
      const all = argumentsOf(block.block.body)
      return [block, all.map(({ path, attribute }) => ({ path, names: [...referencesIn(attribute.value)] }))]
    }),
  )
}

type Module = readonly TerraformFile[]
type References = ReadonlyMap<AddressedBlock, readonly { readonly path: string; readonly names: readonly string[] }[]>

function organizationTypeOf({ block }: AddressedBlock, scope: Scope): string | undefined {
  const value = attributeNamed(block.body, 'type')?.value
  const type = value && evaluate(value, scope)
  return isExact(type) ? type.text : undefined
}

/** `aws_iam_policy.x` of `aws_iam_policy.x.arn`. */
function resourceOf(name: string): string[] {
  const [type, label] = name.split('.')
  return type?.startsWith('aws_') && label !== undefined ? [`${type}.${label}`] : []
}

/** The names of which a policy may be made: a local, a document, and what these are made of in turn. */
function sourceOf(name: string): string | undefined {
  const [root, second, third] = name.split('.')
  if (root === 'local' && second !== undefined) return `local.${second}`
  if (root === 'data' && second === 'aws_iam_policy_document' && third !== undefined) return `data.${second}.${third}`
  return undefined
}

const mergedArguments = new Set([
  'source_policy_documents',
  'override_policy_documents',
  'source_json',
  'override_json',
])

/** Whether an argument of an `aws_iam_policy_document` takes in other documents. */
export function takesDocuments(path: string): boolean {
  return mergedArguments.has(path)
}

/** Locals that name each other in many ways are not followed without end. */
const mostSteps = 20_000

function namedUses(
  module: Module,
  references: References,
  ofArgument: Uses['ofArgument'],
): Map<string, readonly Use[]> {
  const found = new Map<string, Use[]>()
  let steps = 0
  const within = new Map<string, readonly string[]>()
  const namesWithin = (name: string): readonly string[] => {
    const known = within.get(name)
    if (known !== undefined) return known
    const names = madeOf(name, module, references)
    within.set(name, names)
    return names
  }
  for (const [block, args] of references) {
    for (const { path, names } of args) {
      const use = ofArgument(block, path)
      const left = use === undefined ? [] : [...names]
      const seen = new Set<string>()
      for (let next = left.pop(); use !== undefined && next !== undefined; next = left.pop()) {
        const source = sourceOf(next)
        if (source === undefined || seen.has(source) || steps >= mostSteps) continue
        steps += 1
        seen.add(source)
        found.set(source, found.get(source) ?? [])
        found.get(source)?.push(use)
        left.push(...namesWithin(source))
      }
    }
  }
  return found
}

function madeOf(name: string, module: Module, references: References): readonly string[] {
  const local = name.startsWith('local.') ? name.slice('local.'.length) : undefined
  const home = local === undefined ? undefined : module.find(({ locals }) => locals.has(local))
  const value = local === undefined ? undefined : home?.locals.get(local)
  if (value !== undefined) return namesIn(value)
  const block = blockNamed(name, module)
  const args = block === undefined ? [] : (references.get(block) ?? [])
  return args.filter(({ path }) => mergedArguments.has(path)).flatMap(({ names }) => names)
}

function blockNamed(address: string, module: Module): AddressedBlock | undefined {
  return module.find(({ byAddress }) => byAddress.has(address))?.byAddress.get(address)
}

function namesIn(expression: Expression): string[] {
  return [...referencesIn(expression)]
}

interface Attachment {
  readonly roles: readonly string[]
  /** Whether the policy goes to a user, a group or what else is no role. */
  readonly isToOthers: boolean
}

const attaches = /^aws_iam_(?:\w+_)?polic(?:y|ies)_attachments?(?:_exclusive)?$|^aws_iam_(?:role|user)$/

/** What a managed policy is attached to, by its address. */
function attachmentsOf(references: References): ReadonlyMap<string, readonly Attachment[]> {
  const found = new Map<string, Attachment[]>()
  for (const [{ kind, type, address }, args] of references) {
    if (kind !== 'resource' || !attaches.test(type)) continue
    const all = args.flatMap(({ path, names }) => (path === 'assume_role_policy' ? [] : names.flatMap(resourceOf)))
    const named = all.filter((name) => name.startsWith('aws_iam_role.'))
    const roles = type === 'aws_iam_role' ? [address] : named
    for (const policy of new Set(all.filter((name) => name.startsWith('aws_iam_policy.')))) {
      found.set(policy, found.get(policy) ?? [])
      found.get(policy)?.push({ roles, isToOthers: roles.length === 0 })
    }
  }
  return found
}

/** Roles that a policy hangs on; none where it goes to people too, since it is then theirs in the first place. */
function rolesOf(
  resource: string,
  references: References,
  attachments: ReadonlyMap<string, readonly Attachment[]>,
  module: Module,
): readonly string[] {
  const block = blockNamed(resource, module)
  if (block === undefined) return []
  if (block.type === 'aws_iam_role') return [resource]
  if (block.type === 'aws_iam_role_policy') {
    const args = references.get(block) ?? []
    return args.flatMap(({ path, names }) => (path === 'role' ? names.flatMap(resourceOf) : []))
  }
  const own = attachments.get(resource) ?? []
  return own.some(({ isToOthers }) => isToOthers) ? [] : own.flatMap(({ roles }) => roles)
}
