import type { PolicyVersion, PrincipalEntry, PrincipalSelector, Selector, Statement, Value } from '../model/policy.ts'
import type { KeyState, RequestContext, RequestPrincipal } from '../model/request.ts'
import { allOf, anyOf, not, type Ternary, ternary } from '../model/ternary.ts'
import { evaluateCondition } from './condition.ts'
import { matchesAction, matchesPattern, matchesUnits } from './patterns.ts'
import { fillIn, hasVariables } from './variables.ts'

/**
 * Whether a statement applies to a request; a Deny that applies denies.
 * Source: IAM User Guide, "IAM JSON policy element reference", "Policy evaluation logic".
 */
export function evaluateStatement(statement: Statement, version: PolicyVersion, request: RequestContext): Ternary {
  const outcome = allOf(elements, (element) => element(statement, version, request))
  return outcome === 'true' && statement.undecidable.length > 0 ? 'unknown' : outcome
}

type Element = (statement: Statement, version: PolicyVersion, request: RequestContext) => Ternary

/** The parts of a statement, all of which must match; those that are quickest to fail first. */
const elements: readonly Element[] = [
  ({ actions }, _, { action }) => evaluateActions(actions, action),
  ({ principals }, _, { principal }) => evaluatePrincipals(principals, principal),
  ({ conditions }, version, { keys }) => allOf(conditions, (condition) => evaluateCondition(condition, version, keys)),
  ({ resources }, version, request) => evaluateResources(resources, version, request),
]

/** Whether `Action` or `NotAction` takes in an action. */
export function evaluateActions(selector: Selector, action: string): Ternary {
  return select(selector, (pattern) => literalTernary(pattern, (text) => ternary(matchesAction(text, action))))
}

/** Whether `Resource` or `NotResource` takes in the request's resource; a statement without either takes in all. */
export function evaluateResources(
  selector: Selector | undefined,
  version: PolicyVersion,
  { resource, keys }: Pick<RequestContext, 'resource' | 'keys'>,
): Ternary {
  if (selector === undefined) return 'true'
  return select(selector, (pattern) =>
    literalTernary(pattern, (text) => matchesResource(text, resource, version, keys)),
  )
}

/** Whether a selector takes in everything for certain; a statement without one does. */
export function takesInAll(selector: Selector | undefined): boolean {
  if (selector === undefined) return true
  return !selector.negated && selector.patterns.some((value) => value.kind === 'literal' && value.text === '*')
}

function matchesResource(text: string, resource: string, version: PolicyVersion, keys: Keys): Ternary {
  if (version === '2008-10-17' || !hasVariables(text)) return ternary(matchesPattern(text, resource))
  const filled = fillIn(text, keys)
  // A variable without a value makes the pattern match nothing ("Using policy variables in the Resource element").
  if (filled.kind === 'value') return ternary(matchesUnits(filled.value.units, resource))
  return filled.kind === 'missing' ? 'false' : 'unknown'
}

type Keys = ReadonlyMap<string, KeyState>

function select({ patterns, negated }: Selector, matches: (pattern: Value) => Ternary): Ternary {
  const matched = anyOf(patterns, matches)
  return negated ? not(matched) : matched
}

function literalTernary(value: Value, decide: (text: string) => Ternary): Ternary {
  return value.kind === 'literal' ? decide(value.text) : 'unknown'
}

/** Whether `Principal` or `NotPrincipal` takes in who signs; a statement without either is about whom it hangs on. */
export function evaluatePrincipals(selector: PrincipalSelector | undefined, principal: RequestPrincipal): Ternary {
  if (selector === undefined) return 'true'
  const matched = anyOf(selector.entries, (entry) => matchesPrincipal(entry, principal))
  return selector.negated ? not(matched) : matched
}

function matchesPrincipal({ kind, value }: PrincipalEntry, principal: RequestPrincipal): Ternary {
  if (value.kind === 'unresolved') return unresolvedPrincipal(kind, principal)
  const { text } = value
  if (text === '*' && (kind === 'AWS' || kind === 'Service'))
    return ternary(kind === 'AWS' || principal.kind === 'service')
  if (principal.kind === 'anonymous') return 'false'
  if (kind === 'Service') return ternary(principal.kind === 'service' && text === principal.name)
  if (kind === 'Federated') return ternary(principal.kind === 'federated' && text === principal.name)
  if (kind === 'CanonicalUser') return principal.kind === 'service' ? 'false' : 'unknown'
  if (principal.kind === 'service') return 'false'
  const names = [principal.name, principal.session, roleOfSession(principal.name, text)]
  return ternary(namesAccount(text, principal) || names.includes(text))
}

/** A reference in a template: to a role or a user of the customer's, never to an AWS service. */
function unresolvedPrincipal(kind: PrincipalEntry['kind'], { kind: who }: RequestPrincipal): Ternary {
  const cannotBe = kind === 'AWS' ? who === 'service' || who === 'anonymous' : kind === 'Service' && who !== 'service'
  return cannotBe ? 'false' : 'unknown'
}

/** An account, as its id or as its root's ARN, stands for everybody in it. */
function namesAccount(text: string, { account }: RequestPrincipal): boolean {
  if (account === undefined) return false
  return text === account || /^arn:aws[\w-]*:iam::(\d{12}):root$/.exec(text)?.[1] === account
}

/** `text`, where it names the role of the session `name`: a session's ARN has the role's name, not its path. */
function roleOfSession(name: string, text: string): string | undefined {
  const session = /^arn:aws[\w-]*:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(name)
  const role = /^arn:aws[\w-]*:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(text)
  if (session === null || role === null) return undefined
  return session[1] === role[1] && session[2] === role[2] ? text : undefined
}
