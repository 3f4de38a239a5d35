import type { RemedyStrategy } from '../model/contracts.ts'
import type { Finding, Remedy } from '../model/finding.ts'
import { advised } from './advice.ts'
import type { Change } from './read-back.ts'
import { type Candidate, type Offer, verified, type Workshop } from './verify.ts'

/**
 * The remedies of a finding, best first, each proven (`verify.ts`): those of each strategy, and, where no single one clears what
 * several do, these together.
 */
export function provenRemedies(finding: Finding, workshop: Workshop): Remedy[] {
  const { strategies } = workshop.registry
  const singles = strategies.flatMap((strategy) => {
    const changes = strategy.propose(finding, workshop.context)
    return coveringFirstCalls(finding, { strategies: [strategy], changes }, workshop) ?? []
  })
  const lasting = ranked(finding, singles.filter(isLasting).filter(isExemption))
  const together = [lasting.filter(isCommittable), lasting].flatMap((parts) => combined(finding, parts, workshop) ?? [])
  const advice = strategies.flatMap((strategy) => advised(finding, strategy, workshop) ?? [])
  const all = ranked(finding, [...together, ...singles, ...advice]).map(({ remedy }) => remedy)
  return all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index)
}

/**
 * Few ways round first, then much of what is gravest cleared, then little of the Deny given up, then much cleared; what is left
 * equal keeps the order of the registry. What only lasts for a while stands last.
 */
function ranked(finding: Finding, candidates: readonly Candidate[]): Candidate[] {
  const grave = new Set(finding.paths.filter(({ level }) => level === gravestOf(finding)).map(({ id }) => id))
  const cleared = ({ remedy }: Candidate) => remedy.clears.filter((id) => grave.has(id)).length
  return candidates.toSorted(
    (a, b) =>
      Number(isLasting(b)) - Number(isLasting(a)) ||
      Number(isCommittable(b)) - Number(isCommittable(a)) ||
      cleared(b) - cleared(a) ||
      a.proof.loss - b.proof.loss ||
      b.remedy.clears.length - a.remedy.clears.length,
  )
}

function gravestOf({ paths }: Finding): string | undefined {
  return ['error', 'warning', 'notice'].find((level) => paths.some((path) => path.level === level))
}

function isLasting({ strategies }: Offer): boolean {
  return strategies.every(({ isLastResort }) => isLastResort !== true)
}

/** Whether the statement goes on to be about all that it was about. */
function isExemption({ changes }: Offer): boolean {
  return changes.every(({ kind }) => kind !== 'leave-out-actions')
}

function isCommittable({ remedy }: Candidate): boolean {
  return remedy.opens.length === 0
}

/** More first calls than this are no small change of a statement, and nobody reads them. */
const mostFirstCalls = 12

/**
 * An offer; where an outsider could go through a service whose first call the statement does not deny, the same with these calls
 * denied too, if that closes every way round and clears as much.
 */
function coveringFirstCalls(finding: Finding, offer: Offer, workshop: Workshop): Candidate | undefined {
  const plain = verified(finding, offer, workshop)
  const actions = plain?.proof.firstCalls ?? []
  if (plain === undefined || actions.length === 0 || actions.length > mostFirstCalls) return plain
  const changes = joined([...offer.changes, { kind: 'add-actions', actions }])
  const title = `${plain.remedy.title}, and deny outsiders the first call too`
  const covering = verified(finding, { ...offer, changes, title }, workshop)
  if (covering === undefined || !isCommittable(covering)) return plain
  return covering.remedy.clears.length < plain.remedy.clears.length ? plain : covering
}

/** The parts together, each of which clears what those before it leave; undefined where one of them is as good alone. */
function combined(finding: Finding, parts: readonly Candidate[], workshop: Workshop): Candidate | undefined {
  const needed = neededOf(parts)
  const most = Math.max(0, ...parts.map(({ remedy }) => remedy.clears.length))
  if (needed.length < 2 || clearedBy(needed).size <= most) return undefined
  const changes = joined(needed.flatMap((part) => part.changes))
  const strategies: readonly RemedyStrategy[] = needed.flatMap((part) => part.strategies)
  const candidate = verified(finding, { strategies, changes }, workshop)
  return candidate !== undefined && candidate.remedy.clears.length > most ? candidate : undefined
}

/** Each part that clears something which no other does; of two alike, the first. */
function neededOf(parts: readonly Candidate[]): readonly Candidate[] {
  const wanted = clearedBy(parts).size
  return parts.toReversed().reduce((kept, part) => {
    const without = kept.filter((other) => other !== part)
    return clearedBy(without).size === wanted ? without : kept
  }, parts)
}

function clearedBy(parts: readonly Candidate[]): ReadonlySet<string> {
  return new Set(parts.flatMap(({ remedy }) => remedy.clears))
}

/** The same change once, and all actions that are to be added at one go. */
function joined(changes: readonly Change[]): readonly Change[] {
  const conditions = changes.filter(({ kind }) => kind === 'add-condition')
  const distinct = [...new Map(conditions.map((change) => [JSON.stringify(change), change])).values()]
  const of = (kind: 'add-actions' | 'leave-out-actions'): readonly Change[] => {
    const actions = [...new Set(changes.flatMap((change) => (change.kind === kind ? change.actions : [])))].toSorted()
    return actions.length === 0 ? [] : [{ kind, actions }]
  }
  return [...distinct, ...of('add-actions'), ...of('leave-out-actions')]
}
