import { representatives } from '../evaluate/addresses.ts'
import { evaluateCondition } from '../evaluate/condition.ts'
import { commonExample } from '../evaluate/patterns.ts'
import { takesInAll } from '../evaluate/statement.ts'
import { conditionsOn, rangesOf } from '../evaluate/witness.ts'
import type { ChangedStatement } from '../model/change.ts'
import { vpcKeys } from '../model/condition-keys.ts'
import type { Rule } from '../model/contracts.ts'
import type { PolicyVersion, Selector, Statement } from '../model/policy.ts'
import type { KeyState } from '../model/request.ts'
import { serviceCallKeys } from './direct-call.ts'

/**
 * Statements are alternatives: one that matches denies. Two lists in two statements are not joined, each must hold the caller.
 * Source: IAM User Guide, "Policy evaluation logic"; "Conditions with multiple context keys or values".
 */
export const deniesEveryone: Rule = {
  id: 'denies-everyone',
  title: 'several Deny statements let no common address through',
  check(subject) {
    if (!deniesAll(subject.statement, subject.policy.statements, subject.policy.version)) return []
    const detail =
      'together with another Deny of this policy no address is let through: each statement must list the caller'
    return [{ ruleId: deniesEveryone.id, level: 'error', subject, paths: [], detail, existing: wasSo(subject) }]
  },
}

function wasSo({ before, beforePolicy }: ChangedStatement): boolean {
  return (
    beforePolicy !== undefined &&
    before.some((earlier) => deniesAll(earlier, beforePolicy.statements, beforePolicy.version))
  )
}

/** Whether the statement lets somebody through, but with the others of its scope nobody, neither from an address nor an endpoint. */
function deniesAll(statement: Statement, all: readonly Statement[], version: PolicyVersion): boolean {
  const group = all.filter((other) => other.effect === 'Deny' && isAboutNetwork(other) && sameScope(statement, other))
  if (group.length < 2 || !group.includes(statement) || group.every((other) => other === statement)) return false
  const callers = callersOf(group)
  const passes = (members: readonly Statement[]) =>
    callers.some((keys) => members.every((member) => !matches(member, version, keys)))
  return passes([statement]) && !passes(group)
}

/** Whether network and kind of call alone decide: a statement about tags or dates lets others through. */
function isAboutNetwork({ conditions, undecidable }: Statement): boolean {
  const keys = new Set(['aws:sourceip', ...vpcKeys, ...Object.keys(serviceCallKeys)])
  const literal = conditions.every(({ values }) => values.every(({ kind }) => kind === 'literal'))
  const network = conditions.some(({ key }) => ['aws:sourceip', ...vpcKeys].includes(key.value.toLowerCase()))
  return (
    undecidable.length === 0 && literal && network && conditions.every(({ key }) => keys.has(key.value.toLowerCase()))
  )
}

function sameScope(a: Statement, b: Statement): boolean {
  return (
    overlaps(a.actions, b.actions) &&
    (a.resources === undefined || b.resources === undefined || overlaps(a.resources, b.resources))
  )
}

/** Whether two selectors have something in common for certain; negated ones are taken to, where one takes in about everything. */
function overlaps(a: Selector, b: Selector): boolean {
  if (a.negated || b.negated) return takesInAll(a) || takesInAll(b) || (a.negated && b.negated)
  return a.patterns.some((x) =>
    b.patterns.some(
      (y) => x.kind === 'literal' && y.kind === 'literal' && commonExample(x.text, y.text, 'x') !== undefined,
    ),
  )
}

type Keys = ReadonlyMap<string, KeyState>

/** Direct callers: one from each part of the address space, and one through each endpoint that a statement names. */
function callersOf(group: readonly Statement[]): Keys[] {
  const ranges = rangesOf(group.flatMap((statement) => conditionsOn(statement, 'aws:sourceip')))
  const direct = Object.entries(serviceCallKeys)
  const present = (value: string): KeyState => ({ kind: 'present', values: [value] })
  const named = vpcKeys.flatMap((key) =>
    group
      .flatMap((statement) => conditionsOn(statement, key))
      .flatMap(({ values }) => values.map((value) => [key, value.kind === 'literal' ? value.text : ''] as const)),
  )
  const publicCallers = representatives(ranges).map(
    (address) => new Map([...direct, ['aws:sourceip', present(address)]]),
  )
  const ownEndpoint = new Map([...direct, ...named.map(([key, value]) => [key, present(value)] as const)])
  return [
    ...publicCallers,
    ...named.map(([key, value]) => new Map([...direct, [key, present(value)] as const])),
    ownEndpoint,
  ]
}

function matches({ conditions }: Statement, version: PolicyVersion, keys: Keys): boolean {
  return conditions.every((condition) => evaluateCondition(condition, version, keys) === 'true')
}
