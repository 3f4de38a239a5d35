import { vpcKeys } from '../model/condition-keys.ts'
import type { Rule } from '../model/contracts.ts'
import type { BrokenPath } from '../model/finding.ts'
import type { Condition, Statement } from '../model/policy.ts'
import { brokenPaths } from './broken-paths.ts'
import { gravest } from './levels.ts'

const carveOuts = new Set([
  ...['aws:viaawsservice', 'aws:calledvia', 'aws:calledviafirst', 'aws:calledvialast', 'kms:viaservice'],
  ...['aws:principalisawsservice', 'aws:principalservicename', 'aws:principalservicenameslist', 'aws:principalarn'],
  ...vpcKeys,
])

/** The conditions that went are put back in thought: the paths that then work again are those they kept alive. */
export const exemptionRemoved: Rule = {
  id: 'exemption-removed',
  title: 'the change took away an exemption that kept service calls working',
  check(subject, context) {
    const lost = lostCarveOuts(subject.previous, subject.statement)
    if (lost.length === 0) return []
    const news = brokenPaths(subject, context).filter(({ existing }) => !existing)
    const restored = { ...subject.statement, conditions: [...withoutKeys(subject.statement, lost), ...lost] }
    const broken = brokenPaths({ ...subject, statement: restored }, context)
    const verdicts = new Map(broken.map(({ id, verdict }) => [id, verdict]))
    // What may be there or not may have kept a call alive.
    const isSpared = ({ id, verdict }: BrokenPath) =>
      verdicts.get(id) === undefined || (verdicts.get(id) === 'may-be-denied' && verdict !== 'may-be-denied')
    const paths = news.filter(isSpared)
    if (paths.length === 0) return []
    return [{ ruleId: exemptionRemoved.id, level: gravest(paths), subject, paths }]
  },
}

/** Conditions on carve-out keys that stood in the statement and do not as they did; one that may be there or not is another one. */
function lostCarveOuts(previous: Statement | undefined, statement: Statement): readonly Condition[] {
  const kept = new Set(statement.conditions.map(textOf))
  return (previous?.conditions ?? []).filter(
    (condition) => carveOuts.has(keyOf(condition)) && !kept.has(textOf(condition)),
  )
}

function withoutKeys({ conditions }: Statement, lost: readonly Condition[]): readonly Condition[] {
  const keys = new Set(lost.map(keyOf))
  return conditions.filter((condition) => !keys.has(keyOf(condition)))
}

function keyOf({ key }: Condition): string {
  return key.value.toLowerCase()
}

function textOf({ operator, key, values, optional }: Condition): string {
  const texts = values.map((value) => (value.kind === 'literal' ? value.text : value.expression)).toSorted()
  return JSON.stringify([operator.value, key.value.toLowerCase(), texts, optional === true])
}
