import type { PolicyDocument } from '../model/policy.ts'
import { canonicalStatement } from './canonical.ts'

/** Which policy of the base each policy of the head was, and the other way round. */
export interface PairedPolicies {
  readonly baseOf: ReadonlyMap<PolicyDocument, PolicyDocument>
  readonly headOf: ReadonlyMap<PolicyDocument, PolicyDocument>
}

/**
 * Pairs the policies of one file: those that mean the same (wherever they now stand), then those at the same place, then the
 * last one left on each side.
 */
export function pairPolicies(base: readonly PolicyDocument[], head: readonly PolicyDocument[]): PairedPolicies {
  const baseOf = new Map<PolicyDocument, PolicyDocument>()
  const headOf = new Map<PolicyDocument, PolicyDocument>()
  const pair = (same: (before: PolicyDocument, after: PolicyDocument) => boolean): void => {
    for (const after of head.filter((policy) => !baseOf.has(policy))) {
      const before = base.find((candidate) => !headOf.has(candidate) && same(candidate, after))
      if (before === undefined) continue
      baseOf.set(after, before)
      headOf.set(before, after)
    }
  }
  const meanings = new Map([...base, ...head].map((policy) => [policy, meaningOf(policy)]))
  pair((before, after) => before.address === after.address && meanings.get(before) === meanings.get(after))
  pair((before, after) => meanings.get(before) === meanings.get(after))
  pair((before, after) => before.address === after.address)
  const single = head.filter((policy) => !baseOf.has(policy)).length === 1 && base.length - headOf.size === 1
  if (single) pair(() => true)
  return { baseOf, headOf }
}

function meaningOf(policy: PolicyDocument): string {
  return JSON.stringify(policy.statements.map((statement) => canonicalStatement(statement, policy)).toSorted())
}
