import type { Condition, PolicyVersion, Statement } from '../model/policy.ts'
import type { RequestContext } from '../model/request.ts'
import type { Ternary } from '../model/ternary.ts'
import { evaluateCondition } from './condition.ts'
import { evaluateActions, evaluatePrincipals, evaluateResources } from './statement.ts'

interface Part {
  readonly name: string
  readonly outcome: Ternary
}

/** One sentence on why a statement matches a request, does not, or cannot be decided; it may hold the statement's own text. */
export function explainStatement(statement: Statement, version: PolicyVersion, request: RequestContext): string {
  const parts = partsOf(statement, version, request)
  const failed = parts.find(({ outcome }) => outcome === 'false')
  if (failed !== undefined) return `${failed.name} does not match`
  const open = parts.filter(({ outcome }) => outcome === 'unknown').map(({ name }) => name)
  if (open.length > 0) return `not decided by what is known: ${open.join('; ')}`
  const [doubt] = statement.undecidable
  return doubt === undefined ? 'every element and every condition matches' : `the statement is in doubt: ${doubt}`
}

function partsOf(statement: Statement, version: PolicyVersion, request: RequestContext): Part[] {
  const { principals, actions, resources } = statement
  return [
    {
      name: principals?.negated ? '`NotPrincipal`' : '`Principal`',
      outcome: evaluatePrincipals(principals, request.principal),
    },
    { name: actions.negated ? '`NotAction`' : '`Action`', outcome: evaluateActions(actions, request.action) },
    {
      name: resources?.negated ? '`NotResource`' : '`Resource`',
      outcome: evaluateResources(resources, version, request),
    },
    ...statement.conditions.map((condition) => ({
      name: conditionName(condition),
      outcome: evaluateCondition(condition, version, request.keys),
    })),
  ]
}

/** A condition as it is told: what it is, and whether the file leaves it open that it is there. */
export function conditionName({ operator, key, optional }: Condition): string {
  if (operator.value.base === '') return `the conditions that \`${key.value}\` stands for`
  const written = `\`${operatorName(operator.value)} ${key.value}\``
  return optional ? `whether the condition ${written} is there` : `the condition ${written}`
}

/** An operator's name as it is written: prefix, base, suffix. */
export function operatorName({
  base,
  ifExists,
  quantifier,
}: Statement['conditions'][number]['operator']['value']): string {
  return `${quantifier === undefined ? '' : `${quantifier}:`}${base}${ifExists ? 'IfExists' : ''}`
}
