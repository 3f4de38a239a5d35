import type { ChangedStatement } from '../model/change.ts'
import type { PolicyDocument, Statement } from '../model/policy.ts'
import { canonicalCondition, canonicalStatement } from './canonical.ts'
import { type PairedPolicies, pairPolicies } from './pair-policies.ts'

/** The policies of one file before and after; nothing before in a new file, nothing after in a deleted one. */
export interface PolicyPair {
  readonly base: readonly PolicyDocument[]
  readonly head: readonly PolicyDocument[]
}

interface Placed {
  readonly policy: PolicyDocument
  readonly statement: Statement
  readonly meaning: string
}

/**
 * Deny statements on `aws:SourceIp` of the head that the base lacks or holds otherwise, in the order of the pairs. Statements are
 * paired by meaning, not by place: what moved within its policy, was re-indented, re-ordered or renamed is unchanged and not
 * listed; nor is a policy that left its file for another. A statement that left one policy for another is news there.
 */
export function changedStatements(pairs: readonly PolicyPair[]): ChangedStatement[] {
  const remaining = pairs.map(({ base, head }) => unequal(base, head))
  // What a policy held that its file no longer holds may have gone to another file, whole.
  const homeless = remaining.flatMap(({ left, paired }) => left.filter(({ policy }) => !paired.headOf.has(policy)))
  return remaining.flatMap(({ left, unmatched, paired }) =>
    unmatched
      .filter(({ policy, meaning }) => paired.baseOf.has(policy) || !takeEqual(homeless, meaning))
      .map((item) => changed(item, left, paired.baseOf.get(item.policy))),
  )
}

function changed(
  { policy, statement }: Placed,
  left: readonly Placed[],
  beforePolicy: PolicyDocument | undefined,
): ChangedStatement {
  const previous = predecessor(statement, left, beforePolicy)
  return {
    policy,
    statement,
    change: previous === undefined ? 'added' : 'modified',
    previous,
    before: (beforePolicy?.statements ?? []).filter(({ effect }) => effect === 'Deny'),
    beforePolicy,
  }
}

/** Every Deny statement on `aws:SourceIp`, for a tree of which no earlier state is known. */
export function allStatements(policies: readonly PolicyDocument[]): ChangedStatement[] {
  return policies.flatMap(placed).map(({ policy, statement }) => {
    return { policy, statement, change: 'existing', previous: undefined, before: [], beforePolicy: undefined }
  })
}

function placed(policy: PolicyDocument): Placed[] {
  return policy.statements
    .filter(testsSourceIp)
    .map((statement) => ({ policy, statement, meaning: canonicalStatement(statement, policy) }))
}

/** Whether a statement denies by the caller's address. */
export function testsSourceIp({ effect, conditions }: Statement): boolean {
  return effect === 'Deny' && conditions.some(({ key }) => key.value.toLowerCase() === 'aws:sourceip')
}

interface Unequal {
  /** Statements of the base that have no equal in the head's policy, and the other way round. */
  readonly left: readonly Placed[]
  readonly unmatched: readonly Placed[]
  readonly paired: PairedPolicies
}

/** Takes equals of the same policy out of both sides, one for one. */
function unequal(base: readonly PolicyDocument[], head: readonly PolicyDocument[]): Unequal {
  const paired = pairPolicies(base, head)
  const left = base.flatMap(placed)
  const unmatched = head.flatMap(placed).filter(({ policy, meaning }) => {
    const home = paired.baseOf.get(policy)
    return home === undefined || !takeEqual(left, meaning, home)
  })
  return { left, unmatched, paired }
}

/** Takes the first statement of this meaning out of `items`, of one policy where it is named; false where there is none. */
function takeEqual(items: Placed[], meaning: string, policy?: PolicyDocument): boolean {
  const at = items.findIndex((item) => item.meaning === meaning && (policy === undefined || item.policy === policy))
  if (at >= 0) items.splice(at, 1)
  return at >= 0
}

/** What the statement was before: the one with its Sid, else the most alike of its policy, if at least half is alike. */
function predecessor(
  statement: Statement,
  left: readonly Placed[],
  policy: PolicyDocument | undefined,
): Statement | undefined {
  const own = left.filter((candidate) => candidate.policy === policy).map((candidate) => candidate.statement)
  const sid = statement.sid?.value
  const named = sid === undefined ? undefined : own.find((candidate) => candidate.sid?.value === sid)
  if (named !== undefined) return named
  const [best] = own
    .map((candidate) => ({ candidate, likeness: likeness(candidate, statement) }))
    .toSorted((a, b) => b.likeness - a.likeness)
  return best !== undefined && best.likeness >= 0.5 ? best.candidate : undefined
}

/** Share of the parts of two statements that are the same, 0 to 1. */
function likeness(a: Statement, b: Statement): number {
  const left = partsOf(a)
  const right = partsOf(b)
  const common = [...left].filter((part) => right.has(part)).length
  return common / Math.max(1, left.size + right.size - common)
}

function partsOf({ actions, resources, conditions }: Statement): Set<string> {
  const texts = (selector: Statement['resources'], name: string) =>
    (selector?.patterns ?? []).map(
      (pattern) => `${name}:${pattern.kind === 'literal' ? pattern.text : pattern.expression}`,
    )
  return new Set([...texts(actions, 'action'), ...texts(resources, 'resource'), ...conditions.map(canonicalCondition)])
}
