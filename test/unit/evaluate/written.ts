import assert from 'node:assert/strict'
import { readPolicy } from '../../../src/formats/read-policy.ts'
import type { Condition, Statement, Value } from '../../../src/model/policy.ts'
import type { KeyState, RequestContext, RequestPrincipal } from '../../../src/model/request.ts'
import { parseJson } from '../../../src/syntax/json.ts'

export const is = (...values: string[]): KeyState => ({ kind: 'present', values })
export const like = (pattern: string): KeyState => ({ kind: 'like', pattern })
export const absent: KeyState = { kind: 'absent' }
export const unknown: KeyState = { kind: 'unknown' }
export const unlisted: KeyState = { kind: 'unlisted' }
export const listed: KeyState = { kind: 'listed' }

/** A statement as people write it, a Deny on everything where nothing is said; `<Name>` is a value that the file does not hold. */
export function statementOf(elements: object): Statement {
  const whole = 'NotAction' in elements ? { Effect: 'Deny', ...elements } : { Effect: 'Deny', Action: '*', ...elements }
  const { root } = parseJson(JSON.stringify({ Version: '2012-10-17', Statement: whole }))
  assert.ok(root?.kind === 'mapping')
  const [statement] = readPolicy(root).statements
  assert.ok(statement)
  const { principals, actions, resources, conditions } = statement
  return {
    ...statement,
    principals: principals && {
      ...principals,
      entries: principals.entries.map((entry) => ({ ...entry, value: opened(entry.value) })),
    },
    actions: { ...actions, patterns: actions.patterns.map(opened) },
    resources: resources && { ...resources, patterns: resources.patterns.map(opened) },
    conditions: conditions.map((condition) => ({ ...condition, values: condition.values.map(opened) })),
  }
}

/** The conditions of a Condition block. */
export function conditionsOf(block: object): readonly Condition[] {
  return statementOf({ Condition: block }).conditions
}

function opened(value: Value): Value {
  const name = value.kind === 'literal' ? /^<(.+)>$/.exec(value.text)?.[1] : undefined
  return name === undefined ? value : { kind: 'unresolved', expression: name, range: value.range }
}

export const alice: RequestPrincipal = {
  kind: 'user',
  name: 'arn:aws:iam::111122223333:user/alice',
  account: '111122223333',
}

/** Alice reads an object, over whatever is said otherwise. */
export function requestOf(
  other: Partial<Omit<RequestContext, 'keys'>> = {},
  keys: Readonly<Record<string, KeyState>> = {},
): RequestContext {
  const lowered = Object.entries(keys).map(([key, state]) => [key.toLowerCase(), state] as const)
  return {
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::logs/a',
    principal: alice,
    ...other,
    keys: new Map(lowered),
  }
}
