import type { ReadResult } from '../model/contracts.ts'
import type { Problem } from '../model/finding.ts'
import type { PolicyDocument, PolicyType, Statement } from '../model/policy.ts'
import type { Range, SourceFile } from '../model/source.ts'
import { type Mapping, membersNamed, type SyntaxProblem } from '../syntax/tree.ts'
import { governedService } from './governed-service.ts'
import { inferPolicyType } from './policy-type.ts'
import { readPolicy } from './read-policy.ts'
import { documentMistakes } from './terraform-blocks.ts'
import { documentsOf } from './terraform-documents.ts'
import type { TerraformFile } from './terraform-file.ts'
import { neighboursOf } from './terraform-module.ts'
import { type Home, homesOf, policiesIn } from './terraform-scan.ts'
import { unreadTexts } from './terraform-unread.ts'
import { type Use, type Uses, usesOf } from './terraform-uses.ts'
import { fileScope, type Notes, type Scope } from './terraform-values.ts'

/** A policy in IAM's words, before it is read. */
export interface Candidate {
  readonly address: string
  readonly range: Range
  readonly document: Mapping
  readonly uses: readonly Use[]
}

/** A policy and where it goes to. */
interface UsedPolicy {
  readonly policy: PolicyDocument
  readonly uses: readonly Use[]
}

/** What the policies of a file are read with. */
export interface Reading {
  readonly file: SourceFile
  readonly notes: Notes
  /** Parts of the text that could not be read. */
  readonly broken: readonly Range[]
  readonly formatId: string
}

/** All policies of a Terraform file, each statement once. */
export function readTerraform(
  source: SourceFile,
  file: TerraformFile,
  syntaxProblems: readonly SyntaxProblem[],
): ReadResult {
  const neighbours = neighboursOf(source)
  const scope = fileScope(file, neighbours)
  const uses = usesOf(scope)
  const { candidates, written, documents } = candidatesIn(scope, uses)
  const broken = syntaxProblems.map(({ range }) => range)
  const reading: Reading = { file: source, notes: scope.notes, broken, formatId: 'terraform' }
  const { policies, problems } = readCandidates(candidates, reading, rolesIn(scope, uses, neighbours, reading))
  const told = [...misspelt(source, file), ...problems]
  const statements = [...written.flatMap(({ document }) => statementNodes(document)), ...documents.statements]
  const skipped = [...broken, ...told.flatMap(({ range, blocking }) => (blocking ? [range] : []))]
  const unread = unreadTexts(source, file, { read: keyRanges(statements, scope.notes), told: skipped })
  return { policies, problems: [...told, ...unread] }
}

function candidatesIn(scope: Scope, uses: Uses) {
  const written = homesOf(scope.file).flatMap((home) => policiesIn(home, scope))
  const documents = documentsOf(scope.file, scope)
  const candidates: Candidate[] = [
    ...written.map((policy) => ({ ...policy, uses: usesOfHome(policy.home, uses) })),
    ...documents.policies.map((policy) => ({ ...policy, uses: uses.ofName(policy.address) })),
  ]
  return { candidates, written, documents }
}

/** What is known of the roles of a module, those of its neighbours too. */
export function rolesIn(scope: Scope, uses: Uses, neighbours: readonly TerraformFile[], reading: Reading): Roles {
  return {
    rolesOf: uses.rolesOf,
    trusts: () => neighbours.flatMap((file) => trustsIn(file, { ...scope, file }, uses, reading)),
  }
}

const remembered = new WeakMap<TerraformFile, readonly UsedPolicy[]>()

/** Trust policies of a neighbour: read for the services in them alone, and once for all that ask. */
function trustsIn(file: TerraformFile, scope: Scope, uses: Uses, reading: Reading): readonly UsedPolicy[] {
  if (!file.text.includes('assume_role_policy')) return []
  const known = remembered.get(file) ?? readTrusts(scope, uses, reading)
  remembered.set(file, known)
  return known
}

function readTrusts(scope: Scope, uses: Uses, reading: Reading): UsedPolicy[] {
  const isTrust = (places: readonly Use[]) => places.some(({ type }) => type === 'trust')
  const homes = homesOf(scope.file).filter((home) => isTrust(usesOfHome(home, uses)))
  const hasDocument = [...scope.file.byAddress.keys()].some((address) => isTrust(uses.ofName(address)))
  const documents = hasDocument ? documentsOf(scope.file, scope).policies : []
  const candidates: Candidate[] = [
    ...homes.flatMap((home) => policiesIn(home, scope).map((policy) => ({ ...policy, uses: usesOfHome(home, uses) }))),
    ...documents.map((policy) => ({ ...policy, uses: uses.ofName(policy.address) })),
  ]
  return candidates.filter(({ uses: own }) => isTrust(own)).map((candidate) => readCandidate(candidate, reading))
}

/** Where the condition keys of statements are written that are read without a doubt. */
export function keyRanges(statements: readonly Mapping[], { doubtful }: Notes): Range[] {
  return statements
    .filter((node) => !doubtful.has(node))
    .flatMap((node) => membersNamed(node, 'Condition'))
    .flatMap(({ value }) => (value.kind === 'mapping' ? value.members : []))
    .flatMap(({ value }) => (value.kind === 'mapping' ? value.members.map(({ key }) => key.range) : []))
}

/** Arguments that no document takes: a Deny may be what they were meant for. */
function misspelt(source: SourceFile, file: TerraformFile): Problem[] {
  return documentMistakes(file).map(({ range, message, help, block }) => {
    const blocking = /aws:sourceip|\\u00/i.test(source.text.slice(block.start, block.end))
    return { file: source, range, message, help, blocking }
  })
}

/** Where a policy goes to that is written in `home`. */
export function usesOfHome({ block, path }: Home, uses: Uses): readonly Use[] {
  if (block?.kind === 'locals') return uses.ofName(`local.${path}`)
  if (block?.kind === 'data') return uses.ofName(block.address)
  const use = uses.ofArgument(block, path)
  return use === undefined ? [] : [use]
}

/** What is known of roles outside of the policies that are read. */
export interface Roles {
  /** Tells what a policy at a use hangs on. */
  readonly rolesOf: Uses['rolesOf']
  /** Finds the trust policies that stand elsewhere. */
  readonly trusts: () => readonly UsedPolicy[]
}

/** Policies of AWS among the candidates, in the order of the text. */
export function readCandidates(
  candidates: readonly Candidate[],
  reading: Reading,
  { rolesOf, trusts }: Roles,
): ReadResult {
  const own = candidates
    .filter(({ uses }) => uses.length === 0 || uses.some(({ type }) => type !== 'foreign'))
    .toSorted((a, b) => a.range.start - b.range.start)
  const read = withAddresses(eachStatementOnce(own)).map((candidate) => readCandidate(candidate, reading))
  const services = servicesByRole([...(read.some(isOfRole(rolesOf)) ? trusts() : []), ...read])
  return {
    policies: read.map((used) => withRoles(used, services, rolesOf)),
    problems: read.flatMap(({ problems }) => problems),
  }
}

/** The statements of a document that are objects. */
export function statementNodes(document: Mapping): readonly Mapping[] {
  return membersNamed(document, 'Statement').flatMap(({ value }) => {
    const items = value.kind === 'sequence' ? value.items : [value]
    return items.flatMap((item) => (item.kind === 'mapping' ? [item] : []))
  })
}

/** A statement stays in the policy that it is written in, else in the first one that takes it in. */
function eachStatementOnce(candidates: readonly Candidate[]): Candidate[] {
  const keyOf = ({ range }: Mapping) => `${range.start}-${range.end}`
  const isHome = ({ range }: Candidate, node: Mapping) => node.range.start >= range.start && node.range.end <= range.end
  const home = new Map<string, Candidate>()
  for (const atHome of [true, false]) {
    for (const candidate of candidates) {
      for (const node of statementNodes(candidate.document)) {
        if (isHome(candidate, node) === atHome && !home.has(keyOf(node))) home.set(keyOf(node), candidate)
      }
    }
  }
  return candidates.flatMap((candidate) => {
    const isOwn = (node: Mapping) => home.get(keyOf(node)) === candidate
    const nodes = statementNodes(candidate.document)
    if (nodes.every(isOwn)) return nodes.length === 0 ? [] : [candidate]
    return nodes.some(isOwn) ? [{ ...candidate, document: keeping(candidate.document, isOwn) }] : []
  })
}

function keeping(document: Mapping, isKept: (node: Mapping) => boolean): Mapping {
  const members = document.members.map((member) => {
    if (member.key.value !== 'Statement' || member.value.kind !== 'sequence') return member
    const items = member.value.items.filter((item) => item.kind !== 'mapping' || isKept(item))
    return { ...member, value: { ...member.value, items } }
  })
  return { ...document, members }
}

/** Two policies of one address (the branches of a conditional) are told apart by a number. */
function withAddresses(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Map<string, number>()
  return candidates.map((candidate) => {
    const count = (seen.get(candidate.address) ?? 0) + 1
    seen.set(candidate.address, count)
    return count === 1 ? candidate : { ...candidate, address: `${candidate.address}#${count}` }
  })
}

function readCandidate(candidate: Candidate, reading: Reading): UsedPolicy & { readonly problems: readonly Problem[] } {
  const { address, range, document, uses } = candidate
  const grammar = readPolicy(document)
  const statements = grammar.statements.map((statement) => completed(statement, reading))
  const { type, basis } = typeOf(uses, statements, { path: reading.file.path, address })
  const policy: PolicyDocument = {
    file: reading.file,
    formatId: reading.formatId,
    address,
    range,
    version: grammar.version,
    type,
    typeBasis: basis,
    assumedBy: [],
    ...governedService(
      type,
      uses.map(({ resource }) => resource.replace(/^(?:module\.[^.]+\.)*/, '')),
    ),
    statements,
  }
  const problems = grammar.problems.map(({ range: place, message, help, statement }): Problem => {
    const scope = statement === undefined ? policy : statements[statement]
    return {
      file: reading.file,
      range: place,
      message,
      help,
      blocking: scope !== undefined && mayHideDeny(policy, scope),
    }
  })
  return { policy, uses, problems }
}

/** Marks a statement that could not be read as a whole, and puts operators to where they are written. */
function completed(statement: Statement, { notes, broken }: Reading): Statement {
  const { range, undecidable } = statement
  const isBroken = broken.some(({ start, end }) => start < range.end && end > range.start)
  const conditions = statement.conditions.map((condition) => {
    const place = notes.operators.get(condition.key.range.start)
    const found = place === undefined ? condition : { ...condition, operator: { ...condition.operator, range: place } }
    return notes.optionalKeys.has(condition.key.range.start) ? { ...found, optional: true as const } : found
  })
  const doubts = isBroken ? [...undecidable, 'a part of the statement could not be read'] : undecidable
  return { ...statement, conditions, undecidable: doubts }
}

/** A policy that goes to several places is taken as what most calls meet. */
const widestFirst: readonly PolicyType[] = [
  'resource',
  'rcp',
  'scp',
  'trust',
  'vpce',
  'boundary',
  'identity',
  'session',
]

function typeOf(
  uses: readonly Use[],
  statements: readonly Statement[],
  place: { readonly path: string; readonly address: string },
): { readonly type: PolicyType; readonly basis: string } {
  const type = widestFirst.find((candidate) => uses.some((use) => use.type === candidate))
  const use = uses.find((candidate) => candidate.type === type)
  if (type === undefined || use === undefined) return inferPolicyType(statements, place)
  return { type, basis: `it is the \`${use.argument}\` of \`${use.resource}\`` }
}

/** Whether a Deny on `aws:SourceIp` may be what a mistake hides. */
function mayHideDeny({ file }: PolicyDocument, scope: PolicyDocument | Statement): boolean {
  if ('effect' in scope && scope.effect === 'Allow') return false
  return /aws:sourceip|\\u00/i.test(file.text.slice(scope.range.start, scope.range.end))
}

/** Whether a policy hangs on a role, so that it is to be known who assumes that. */
function isOfRole(rolesOf: Uses['rolesOf']) {
  return ({ policy, uses }: UsedPolicy): boolean =>
    (policy.type === 'identity' || policy.type === 'boundary') && uses.some((use) => rolesOf(use).length > 0)
}

/** Services that may assume a role, by its address, as its trust policy says. */
function servicesByRole(read: readonly UsedPolicy[]): ReadonlyMap<string, readonly string[]> {
  const services = new Map<string, readonly string[]>()
  for (const { policy, uses } of read) {
    const own = policy.statements.flatMap(servicesOf)
    for (const { type, resource } of uses) {
      if (type === 'trust') services.set(resource, [...(services.get(resource) ?? []), ...own])
    }
  }
  return services
}

/** An identity policy or a boundary with the services that assume the roles that it hangs on, where it hangs on roles alone. */
function withRoles(
  { policy, uses }: UsedPolicy,
  services: ReadonlyMap<string, readonly string[]>,
  rolesOf: Uses['rolesOf'],
): PolicyDocument {
  if (policy.type !== 'identity' && policy.type !== 'boundary') return policy
  const roles = uses.map(rolesOf)
  if (roles.some((names) => names.length === 0)) return policy
  const assumedBy = roles.flat().flatMap((role) => services.get(role) ?? [])
  return { ...policy, assumedBy: [...new Set(assumedBy)].toSorted() }
}

function servicesOf({ effect, principals }: Statement): string[] {
  if (effect !== 'Allow' || principals === undefined || principals.negated) return []
  return principals.entries.flatMap(({ kind, value }) =>
    kind === 'Service' && value.kind === 'literal' ? [value.text] : [],
  )
}
