import { folderOf } from '../model/neighbours.ts'
import type { SourceFile } from '../model/source.ts'
import type { Call, Expression } from '../syntax/hcl-tree.ts'
import type { TreeNode } from '../syntax/tree.ts'
import { childrenOf, namesOf } from './terraform-expressions.ts'
import type { TerraformFile } from './terraform-file.ts'
import { asNeighbour } from './terraform-module.ts'
import { usesOfHome } from './terraform-policies.ts'
import { type Home, homesOf } from './terraform-scan.ts'
import { type Use, type Uses, usesOf } from './terraform-uses.ts'
import { evaluate, fileScope, type Notes, type Scope, sameMeaning } from './terraform-values.ts'

/** How a module fills in a template, and where what comes of it goes to. */
export interface TemplateUse {
  readonly scope: Scope
  readonly uses: Uses
  /** Files of the module. */
  readonly module: readonly TerraformFile[]
  /** The places that the policy goes to. */
  readonly places: readonly Use[]
  /** What every call gives the same, by the name it has in the template. */
  readonly given: ReadonlyMap<string, TreeNode>
}

/** The first module among the neighbours of a template that fills it in with `templatefile`; undefined where none does. */
export function useOfTemplate(file: SourceFile, notes: Notes): TemplateUse | undefined {
  const neighbours = file.neighbours ?? []
  const folders = [...new Set(neighbours.map(({ path }) => folderOf(path)))]
  for (const folder of folders) {
    const module = neighbours.filter(({ path }) => folderOf(path) === folder).map(asNeighbour)
    const use = useInModule(file.path, { folder, module, notes })
    if (use !== undefined) return use
  }
  return undefined
}

interface Place {
  readonly folder: string
  readonly module: readonly TerraformFile[]
  readonly notes: Notes
}

function useInModule(path: string, { folder, module, notes }: Place): TemplateUse | undefined {
  const calls = module
    .filter(({ text }) => text.includes('templatefile'))
    .flatMap((file) => homesOf(file).flatMap((home) => callsIn(home).map((call) => ({ file, home, call }))))
    .filter(({ call }) => call.args[0] !== undefined && names(call.args[0], path, folder))
  const [first] = calls
  if (first === undefined) return undefined
  const scopeOf = (file: TerraformFile): Scope => ({
    ...fileScope(
      file,
      module.filter((other) => other !== file),
    ),
    notes,
  })
  const scope = scopeOf(first.file)
  const uses = usesOf(scope)
  return {
    scope,
    uses,
    module,
    places: calls.flatMap(({ home }) => usesOfHome(home, uses)),
    given: agreed(calls.map(({ call, file }) => givenBy(call.args[1], scopeOf(file)))),
  }
}

function callsIn({ value }: Home): Call[] {
  const found: Call[] = []
  const left: Expression[] = [value]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (next.kind === 'call' && next.name === 'templatefile') found.push(next)
    left.push(...childrenOf(next).toReversed())
  }
  return found
}

/** Whether the first argument of `templatefile` is this path. Other folders than the module's own are not known: any will do. */
function names(argument: Expression, path: string, folder: string): boolean {
  if (argument.kind !== 'template') return false
  let isOfModule = false
  const pieces = argument.parts.map((part) => {
    if (part.kind === 'text') return part.text
    const reference = part.kind === 'interpolation' ? (namesOf(part.value) ?? []).join('.') : ''
    isOfModule ||= reference === 'path.module'
    return /^path\.(?:module|root|cwd)$/.test(reference) ? '.' : '\0'
  })
  const parts: string[] = isOfModule && folder !== '' ? folder.split('/') : []
  for (const part of pieces.join('').split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  const named = parts.join('/')
  return named !== '' && (path === named || (!isOfModule && path.endsWith(`/${named}`)))
}

function givenBy(argument: Expression | undefined, scope: Scope): ReadonlyMap<string, TreeNode> {
  const node = argument && evaluate(argument, scope)
  return new Map(node?.kind === 'mapping' ? node.members.map(({ key, value }) => [key.value, value]) : [])
}

function agreed(all: readonly ReadonlyMap<string, TreeNode>[]): ReadonlyMap<string, TreeNode> {
  const [first = new Map<string, TreeNode>(), ...others] = all
  return new Map(
    [...first].filter(([name, node]) =>
      others.every((other) => {
        const value = other.get(name)
        return value !== undefined && sameMeaning(node, value)
      }),
    ),
  )
}
