import type { Condition, PolicyDocument, Selector, Statement, Value } from '../model/policy.ts'

/**
 * A statement's meaning as text: equal texts decide every request alike. Order of elements, lists and conditions, one value or
 * a list of it, case of actions and keys, the Sid and all layout are left out.
 */
export function canonicalStatement(statement: Statement, { version, type }: PolicyDocument): string {
  return JSON.stringify([
    type,
    version,
    statement.effect,
    statement.principals === undefined
      ? null
      : [
          statement.principals.negated,
          sorted(statement.principals.entries.map(({ kind, value }) => `${kind}:${textOf(value)}`)),
        ],
    selector(statement.actions, (text) => text.toLowerCase()),
    statement.resources === undefined ? null : selector(statement.resources, (text) => text),
    sorted(statement.conditions.map(canonicalCondition)),
    statement.undecidable,
  ])
}

/** One condition as text, for comparing. */
export function canonicalCondition({ operator, key, values, optional }: Condition): string {
  const { base, ifExists, quantifier } = operator.value
  const parts = [quantifier ?? '', base, ifExists, key.value.toLowerCase(), sorted(values.map(textOf))]
  return JSON.stringify(optional ? [...parts, 'optional'] : parts)
}

function selector({ patterns, negated }: Selector, fold: (text: string) => string): [boolean, string[]] {
  return [negated, sorted(patterns.map((pattern) => fold(textOf(pattern))))]
}

function textOf(value: Value): string {
  if (value.expression !== undefined) return `\${${value.expression}}`
  return `=${value.kind === 'literal' ? value.text : ''}`
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].toSorted()
}
