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
  /** The first of each side whose texts are equal; looked up by text, since a file may hold thousands. */
  const pair = (textOf: (policy: PolicyDocument) => string): void => {
    const waiting = new Map<string, PolicyDocument[]>()
    for (const before of base.filter((policy) => !headOf.has(policy)).toReversed()) {
      const alike = waiting.get(textOf(before)) ?? []
      waiting.set(textOf(before), alike)
      alike.push(before)
    }
    for (const after of head.filter((policy) => !baseOf.has(policy))) {
      const before = waiting.get(textOf(after))?.pop()
      if (before === undefined) continue
      baseOf.set(after, before)
      headOf.set(before, after)
    }
  }
  const meanings = new Map([...base, ...head].map((policy) => [policy, meaningOf(policy)]))
  const meaning = (policy: PolicyDocument) => meanings.get(policy) ?? ''
  pair((policy) => JSON.stringify([policy.address, meaning(policy)]))
  pair(meaning)
  pair(({ address }) => address)
  const single = head.filter((policy) => !baseOf.has(policy)).length === 1 && base.length - headOf.size === 1
  if (single) pair(() => '')
  return { baseOf, headOf }
}

function meaningOf(policy: PolicyDocument): string {
  return JSON.stringify(policy.statements.map((statement) => canonicalStatement(statement, policy)).toSorted())
}
