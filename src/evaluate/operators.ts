import { type Ternary, ternary } from '../model/ternary.ts'
import { matchesArn, matchesUnits, type Unit } from './patterns.ts'

/** One value of a policy, its variables filled in: the same text as units (wildcards told from literals) and as it reads. */
export interface PolicyValue {
  readonly text: string
  readonly units: readonly Unit[]
}

/** How a condition operator compares one request value with one policy value. */
export interface Operator {
  /** A negated operator holds where its positive twin does not, and for a key that is absent. */
  readonly negated: boolean
  /** Whether `${...}` is a variable in its values (IAM User Guide, "Where you can use policy variables"). */
  readonly variables: boolean
  /** `unknown` where AWS's documents do not say what such values mean. */
  readonly matches: (requestValue: string, policyValue: PolicyValue) => Ternary
}

type Compare = (a: number, b: number) => boolean
const comparisons: Readonly<Record<string, Compare>> = {
  Equals: (a, b) => a === b,
  LessThan: (a, b) => a < b,
  LessThanEquals: (a, b) => a <= b,
  GreaterThan: (a, b) => a > b,
  GreaterThanEquals: (a, b) => a >= b,
}

const equals = (a: string, { text }: PolicyValue): Ternary => ternary(a === text)
const equalsIgnoreCase = (a: string, { text }: PolicyValue): Ternary => ternary(a.toLowerCase() === text.toLowerCase())
const like = (a: string, { units }: PolicyValue): Ternary => ternary(matchesUnits(units, a))

/** Source: IAM User Guide, "IAM JSON policy elements: Condition operators". `Null` is not among them: it has no values. */
export const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ...pair('StringEquals', 'StringNotEquals', true, equals),
  ...pair('StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', true, equalsIgnoreCase),
  ...pair('StringLike', 'StringNotLike', true, like),
  ...pair('ArnLike', 'ArnNotLike', true, arnLike),
  // ArnEquals and ArnLike behave identically, wildcards and all.
  ...pair('ArnEquals', 'ArnNotEquals', true, arnLike),
  // Addresses are looked up in the whole list at once: see `address-list.ts`.
  ...pair('IpAddress', 'NotIpAddress', false, equals),
  ...ordered('Numeric', numberOf),
  ...ordered('Date', instantOf),
  ['Bool', { negated: false, variables: true, matches: sameBoolean }],
  ['BinaryEquals', { negated: false, variables: false, matches: sameBinary }],
])

function pair(
  positive: string,
  negative: string,
  variables: boolean,
  matches: Operator['matches'],
): [string, Operator][] {
  return [
    [positive, { negated: false, variables, matches }],
    [negative, { negated: true, variables, matches }],
  ]
}

function ordered(kind: string, read: (text: string) => number | undefined): [string, Operator][] {
  const matchesBy =
    (compare: Compare): Operator['matches'] =>
    (requestValue, { text }) => {
      const [a, b] = [read(requestValue), read(text)]
      if (b === undefined) return 'unknown'
      return a === undefined ? 'false' : ternary(compare(a, b))
    }
  const rows = Object.entries(comparisons).map(([name, compare]): [string, Operator] => [
    kind + name,
    { negated: false, variables: false, matches: matchesBy(compare) },
  ])
  const not: Operator = { negated: true, variables: false, matches: matchesBy((a, b) => a === b) }
  return [...rows, [`${kind}NotEquals`, not]]
}

function numberOf(text: string): number | undefined {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text.trim()) ? Number(text) : undefined
}

/** A W3C ISO 8601 date, or seconds since 1970. */
function instantOf(text: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) return text.length <= 4 ? Date.UTC(Number(text), 0) : Number(text) * 1000
  if (!/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?)?)?$/.test(text)) return undefined
  const milliseconds = Date.parse(text)
  return Number.isNaN(milliseconds) ? undefined : milliseconds
}

function sameBoolean(requestValue: string, { text }: PolicyValue): Ternary {
  const [a, b] = [requestValue.toLowerCase(), text.toLowerCase()]
  if (b !== 'true' && b !== 'false') return 'unknown'
  return ternary(a === b)
}

function sameBinary(requestValue: string, { text }: PolicyValue): Ternary {
  return ternary(withoutPadding(requestValue) === withoutPadding(text))
}

/** Base64 without the `=` at its end. */
function withoutPadding(base64: string): string {
  let end = base64.length
  while (base64[end - 1] === '=') end -= 1
  return base64.slice(0, end)
}

function arnLike(requestValue: string, { units }: PolicyValue): Ternary {
  const matched = matchesArn(units, requestValue)
  return matched === undefined ? 'false' : ternary(matched)
}
