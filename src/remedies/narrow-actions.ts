import { evaluateActions } from '../evaluate/statement.ts'
import type { RemedyStrategy, RuleContext } from '../model/contracts.ts'
import type { Finding } from '../model/finding.ts'
import type { Statement } from '../model/policy.ts'

/** More actions than this are no narrow hole in a statement. */
const mostActions = 12

/** Where no key tells a service's call apart: the statement is no longer about the actions, nor when people call them directly. */
export const narrowActions: RemedyStrategy = {
  id: 'narrow-actions',
  title: 'leave the actions that services call out of the statement',
  docs: {
    when: 'No condition tells the calls of the service apart: service roles under any path, CloudFormation of old.',
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
    const { statement } = finding.subject
    const called = calledActions(finding, context)
    if (called.length === 0 || called.length > mostActions) return []
    const actions = takesOut(statement) ? called : patternsFor(statement, called)
    return actions.length === 0 ? [] : [{ kind: 'leave-out-actions', actions }]
  },
  opens(finding, context) {
    const called = calledActions(finding, context)
    const whole = takesOut(finding.subject.statement)
      ? ''
      : ', and whatever else the patterns that are taken out stand for'
    return [`${called.join(', ')}${whole}: called directly, from anywhere`]
  },
}

/** Whether the statement can be about all but some actions. */
function takesOut({ actions: { negated, patterns } }: Statement): boolean {
  return negated || (patterns.length === 1 && patterns.every((value) => value.kind === 'literal' && value.text === '*'))
}

/** What services call on the paths that matter, as far as the statement is about it. */
function calledActions({ paths, subject: { statement } }: Finding, { catalogue }: RuleContext): string[] {
  const grave = paths.filter(({ level }) => level !== 'notice')
  const called = grave.flatMap(({ id, action }) => {
    const known = catalogue.find((path) => path.id === id)
    return known === undefined ? [action] : known.hops.flatMap((hop) => hop.actions)
  })
  return [...new Set(called)].filter((action) => evaluateActions(statement.actions, action) !== 'false').toSorted()
}

/** The statement's own patterns that stand for the actions. */
function patternsFor({ actions }: Statement, called: readonly string[]): string[] {
  return actions.patterns.flatMap((value) =>
    value.kind === 'literal' &&
    called.some((action) => evaluateActions({ patterns: [value], negated: false }, action) === 'true')
      ? [value.text]
      : [],
  )
}
