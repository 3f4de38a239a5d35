import type { ReadResult, StatementChange } from '../model/contracts.ts'
import type { Problem } from '../model/finding.ts'
import type { PolicyDocument, Statement } from '../model/policy.ts'
import type { SourceFile, TextEdit } from '../model/source.ts'
import type { Mapping, TreeNode } from '../syntax/tree.ts'
import { type ResolvedPolicy, resolvePolicy } from './cloudformation-statements.ts'
import type { Template } from './cloudformation-template.ts'
import { addConditions, type WrittenStatement } from './embedded-edit.ts'
import { type Host, hostFile } from './embedded-host.ts'
import { elsewhere, type FoundPolicy, findPolicies, type SearchProblem } from './embedded-search.ts'
import { holdsText } from './embedded-shapes.ts'
import { governedService } from './governed-service.ts'
import { looseConditions } from './loose-conditions.ts'
import { inferPolicyType } from './policy-type.ts'
import { type GrammarProblem, readPolicy } from './read-policy.ts'

/** Where the statements that were read are written: the tree is at hand when they are edited. */
const written = new WeakMap<Statement, WrittenStatement>()

/** All policies in a file of JSON, YAML or TOML, wherever in it they stand, those in strings too. */
export function readEmbedded(file: SourceFile, formatId: string): ReadResult {
  const { host, roots, problems } = hostFile(file.text, languageOf(file))
  const blocking = speaksOfSourceIp(file.text)
  const help = 'mend the file: a policy that cannot be read cannot be judged'
  const syntax = problems.map(({ range, message }): Problem => ({ file, range, message, help, blocking }))
  const found = roots.map((root) => findPolicies(root, host))
  const uses = new Map<Mapping, number>()
  const addresses = new Map<string, number>()
  const read = found
    .flatMap(({ policies }) => policies)
    .map((policy) => readFound(file, formatId, policy, { uses, addresses }))
  const policies = read.flatMap((result) => result.policies)
  const told = [
    ...syntax,
    ...found.flatMap((one) => one.problems.map((problem) => located(file, problem))),
    ...read.flatMap((result) => result.problems),
  ]
  return { policies, problems: [...told, ...looseConditions(file, roots, { policies, problems: told })] }
}

function languageOf({ path, text }: SourceFile): Host['language'] {
  if (/\.toml$/i.test(path)) return 'toml'
  return /^\ufeff?\s*[{[]/.test(text) && !/\.ya?ml$/i.test(path) ? 'json' : 'yaml'
}

/** The edits that make changes of a statement that was read here; none where its place cannot take them. */
export function editEmbedded(statement: Statement, changes: readonly StatementChange[]): readonly TextEdit[] {
  const place = written.get(statement)
  return place === undefined ? [] : addConditions(place, changes)
}

/** What the policies of one file share. */
interface Shared {
  /** How many statements hold a mapping. */
  readonly uses: Map<Mapping, number>
  readonly addresses: Map<string, number>
}

function readFound(file: SourceFile, formatId: string, found: FoundPolicy, shared: Shared): ReadResult {
  const alternatives = resolvePolicy(found.document, found.surroundings)
  const base = unique(found.address, shared.addresses)
  const read = alternatives.map((resolved, index) => {
    const address = index === 0 ? base : `${base} (alternative ${index + 1})`
    return readAlternative(file, { formatId, address }, found, resolved, shared.uses)
  })
  const statements = new Set(alternatives.flatMap((resolved) => resolved.written))
  for (const statement of statements) countUses(found.host.nodeOf(statement), shared.uses, new Set())
  return {
    policies: read.flatMap(({ policies }) => policies),
    problems: withoutRepeats(read.flatMap(({ problems }) => problems)),
  }
}

/** Several documents of a file may have the same names in them. */
function unique(address: string, addresses: Map<string, number>): string {
  const count = (addresses.get(address) ?? 0) + 1
  addresses.set(address, count)
  return count === 1 ? address : `${address}#${count}`
}

function readAlternative(
  file: SourceFile,
  names: Pick<PolicyDocument, 'formatId' | 'address'>,
  found: FoundPolicy,
  resolved: ResolvedPolicy,
  uses: Map<Mapping, number>,
): ReadResult {
  const { version, statements, problems } = readPolicy(resolved.document)
  const { type, basis } = found.type ?? inferPolicyType(statements, { path: file.path, address: names.address })
  const hangsOnPrincipal = type === 'identity' || type === 'boundary' || type === 'session'
  const policy: PolicyDocument = {
    file,
    ...names,
    range: found.document.range,
    version,
    type,
    typeBasis: basis,
    assumedBy: hangsOnPrincipal ? found.assumedBy : [],
    ...governedService(type, found.resourceType === undefined ? [] : [found.resourceType]),
    ...createdBy(found.surroundings.template),
    statements,
  }
  for (const [index, statement] of statements.entries()) {
    const node = resolved.written[index]
    if (node === undefined || !found.editable) continue
    written.set(statement, {
      host: found.host,
      node: found.host.nodeOf(node),
      usesOf: (mapping) => uses.get(mapping) ?? 0,
    })
  }
  const nearby = holdsText(resolved.document, sourceIp)
  const missing = resolved.elsewhere.map(({ range }) => located(file, elsewhere(range, nearby)))
  return {
    policies: [policy],
    problems: [...missing, ...problems.flatMap((one) => grammarProblem(policy, resolved, one))],
  }
}

/** What a template creates. Custom resources and those of other tools are none of AWS's. */
function createdBy({ resources }: Template): Pick<PolicyDocument, 'creates'> {
  const types = new Set([...resources.values()].map(({ type }) => type).filter((type) => /^AWS::\w+::\w/.test(type)))
  return types.size === 0 ? {} : { creates: [...types].toSorted() }
}

const sourceIp = /aws:sourceip/i

/** Mistakes of statements that do not speak of the key are nobody's business here. */
function grammarProblem(
  policy: PolicyDocument,
  { document, written: nodes }: ResolvedPolicy,
  problem: GrammarProblem,
): Problem[] {
  const { statement: index, range, message, help } = problem
  const scope: TreeNode | undefined = index === undefined ? document : nodes[index]
  if (!holdsText(scope, sourceIp)) return []
  const blocking = index === undefined || policy.statements[index]?.effect === 'Deny'
  return [{ file: policy.file, range, message, help, blocking }]
}

function countUses(node: TreeNode, uses: Map<Mapping, number>, seen: Set<TreeNode>): void {
  if (node.kind === 'scalar' || seen.has(node)) return
  seen.add(node)
  if (node.kind === 'mapping') uses.set(node, (uses.get(node) ?? 0) + 1)
  const children = node.kind === 'sequence' ? node.items : node.members.map(({ value }) => value)
  for (const child of children) countUses(child, uses, seen)
}

function located(file: SourceFile, { range, message, help, blocking }: SearchProblem): Problem {
  return { file, range, message, help, blocking }
}

/** Alternatives of one statement share its mistakes. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const key = ({ range, message }: Problem) => `${range.start} ${message}`
  return [...new Map(problems.map((problem) => [key(problem), problem])).values()]
}

/** Broken or not: could the key be in here, spelt out or in escapes? */
function speaksOfSourceIp(text: string): boolean {
  return sourceIp.test(text) || /\\u00/i.test(text)
}
