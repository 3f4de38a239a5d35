import { memo } from '../evaluate/memo.ts'
import { evaluateActions } from '../evaluate/statement.ts'
import { serviceOf } from '../model/action.ts'
import type { RemedyStrategy, RuleContext } from '../model/contracts.ts'
import type { BrokenPath, Finding } from '../model/finding.ts'
import type { Selector, Value } from '../model/policy.ts'
import type { ServiceCallPath } from '../model/request.ts'

/** More actions than this are no narrow hole in a statement. */
const mostActions = 12

/** Where no key tells a service's call apart: the statement is no longer about the actions, nor when people call them directly. */
export const narrowActions: RemedyStrategy = {
  id: 'narrow-actions',
  title: 'leave the actions that services call out of the statement',
  docs: {
    when: 'No condition tells the calls of the service apart, as with service roles under any path.',
    clears: 'Every path whose calls are all left out.',
    leaves: 'Paths with calls that stay in the statement.',
    opens: 'The actions that are left out, to everybody whom something allows them, from anywhere.',
    cost: 'These actions need another check, such as a condition on the principal or on MFA.',
    source: {
      title: 'IAM User Guide: IAM JSON policy elements, NotAction',
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
    },
  },
  propose(finding, context) {
    const actions = leftOut(finding, context)
    return actions.length === 0 ? [] : [{ kind: 'leave-out-actions', actions }]
  },
  opens(finding, context) {
    const { actions } = finding.subject.statement
    const out = leftOut(finding, context).map((text) => ({ patterns: [literal(text)], negated: false }))
    const gone = calledActions(finding, context).filter((action) =>
      out.some((selector) => evaluateActions(selector, action) === 'true'),
    )
    const whole = takesOut(actions) ? '' : ', and whatever else the patterns that are taken out stand for'
    return [`${gone.join(', ')}${whole}: called directly, from anywhere`]
  },
}

/** The actions, or the patterns of the statement, that are taken out: all that services call, else all of the service called most. */
function leftOut(finding: Finding, context: RuleContext): readonly string[] {
  const { actions } = finding.subject.statement
  const all = calledActions(finding, context)
  if (takesOut(actions)) return all.length > mostActions ? [] : all
  const services = [...new Set(all.map(serviceOf))].map((name) => all.filter((each) => serviceOf(each) === name))
  const ways = [all, ...services.toSorted((a, b) => b.length - a.length)].map((each) => patternsFor(actions, each))
  return ways.find((patterns) => patterns.length > 0 && patterns.length < actions.patterns.length) ?? []
}

/** Whether the statement can be about all but some actions. */
function takesOut({ negated, patterns }: Selector): boolean {
  return negated || (patterns.length === 1 && patterns.every((value) => value.kind === 'literal' && value.text === '*'))
}

const called = memo<readonly string[]>()

/** What services call on the paths that matter, as far as the statement is about it. */
function calledActions({ paths, subject: { statement } }: Finding, { catalogue }: RuleContext): string[] {
  const { actions } = statement
  return called(paths, '', () => actionsOf(paths, catalogue)).filter(
    (each) => evaluateActions(actions, each) !== 'false',
  )
}

/** All that is called on the paths of the catalogue, and what is denied on a generated path, sorted. */
function actionsOf(paths: readonly BrokenPath[], catalogue: readonly ServiceCallPath[]): readonly string[] {
  const known = new Map(catalogue.map((path) => [path.id, path]))
  const grave = paths.filter(({ level }) => level !== 'notice')
  const actions = grave.flatMap(({ id, action }) => known.get(id)?.hops.flatMap((hop) => hop.actions) ?? [action])
  return [...new Set(actions)].toSorted()
}

/** The statement's own patterns that stand for the actions. */
function patternsFor({ patterns }: Selector, actions: readonly string[]): string[] {
  return patterns.flatMap((value) =>
    value.kind === 'literal' &&
    actions.some((action) => evaluateActions({ patterns: [value], negated: false }, action) === 'true')
      ? [value.text]
      : [],
  )
}

function literal(text: string): Value {
  return { kind: 'literal', text, range: { start: 0, end: 0 } }
}
