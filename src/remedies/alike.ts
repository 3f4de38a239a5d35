import { type AddressRange, isNonPublic, parseAddressRange } from '../evaluate/addresses.ts'
import { conditionsOn } from '../evaluate/witness.ts'
import type { Condition, Selector, Statement, Value } from '../model/policy.ts'

/** The one list of addresses that all conditions of some statements name. */
export interface CommonList {
  /** The entries, for telling lists apart. */
  readonly text: string
  /** What of the list decisions depend on, where it is plain: which families are in it. */
  readonly families: string
}

const sourceIp = 'aws:sourceip'

/**
 * The list under `aws:SourceIp` that is the same wherever some statements name one, if nothing but being in it or not can matter: whole
 * entries, all public, narrow enough that AWS's own addresses are outside and that each family has addresses outside. Two policies
 * that differ by such a list alone are judged alike, and a remedy for the one is a remedy for the other: the controls go through
 * one address of each part of the address space, and the parts are the same two. Undefined for every other list.
 */
export function commonList(statements: readonly Statement[]): CommonList | undefined {
  const conditions = statements.flatMap((statement) => conditionsOn(statement, sourceIp))
  const [first, ...others] = conditions
  if (first === undefined || statements.some(namesAddressInVariable)) return undefined
  const text = entriesOf(first)
  const ranges = plainRanges(first)
  if (ranges === undefined || others.some((other) => entriesOf(other) !== text)) return undefined
  if (!conditions.every(isAboutAddresses)) return undefined
  return { text, families: [...new Set(ranges.map(({ family }) => family))].toSorted().join() }
}

/** Whether a statement that is made out of one of these names the same list, and no other. */
export function namesSame(statement: Statement, { text }: CommonList): boolean {
  const conditions = conditionsOn(statement, sourceIp)
  const isSame = conditions.length > 0 && conditions.every((condition) => entriesOf(condition) === text)
  return isSame && conditions.every(isAboutAddresses) && !namesAddressInVariable(statement)
}

/** A statement with its list written as what decisions depend on: the same text for all that are judged alike. */
export function withoutAddresses(statement: Statement, { families }: CommonList): Statement {
  const values: readonly Value[] = [{ kind: 'literal', text: `public addresses ${families}`, range: statement.range }]
  const conditions = statement.conditions.map((condition) =>
    isOnAddress(condition) ? { ...condition, values } : condition,
  )
  return { ...statement, conditions }
}

function isAboutAddresses({ operator }: Condition): boolean {
  return operator.value.base === 'IpAddress' || operator.value.base === 'NotIpAddress'
}

function isOnAddress({ key }: Condition): boolean {
  return key.value.toLowerCase() === sourceIp
}

/** The entries as text; those that the file does not hold make it the text of no plain list. */
function entriesOf({ values }: Condition): string {
  return [...new Set(values.map((value) => (value.kind === 'literal' ? value.text : '')))].toSorted().join()
}

/** The ranges of a list that is plain. */
function plainRanges({ values }: Condition): readonly AddressRange[] | undefined {
  const ranges = values.map((value) =>
    value.kind === 'literal' && value.expression === undefined ? parseAddressRange(value.text) : undefined,
  )
  const known = ranges.flatMap((range) => (range !== undefined && isPlain(range) ? [range] : []))
  const isWhole = known.length === values.length && known.length > 0
  return isWhole && ([4, 6] as const).every((family) => leavesSome(known, family)) ? known : undefined
}

/** Public, and with the prefix that AWS documents; wider ranges may hold AWS's own addresses. */
function isPlain(range: AddressRange): boolean {
  const { family, prefix, bare, hostBits } = range
  return !hostBits && !isNonPublic(range) && (family === 4 ? prefix >= 8 : prefix >= 16 && !bare)
}

/** Whether the ranges are for certain not the whole of their family. */
function leavesSome(ranges: readonly AddressRange[], family: 4 | 6): boolean {
  const shares = ranges.filter((range) => range.family === family).map(({ prefix }) => 2 ** -prefix)
  return shares.reduce((sum, share) => sum + share, 0) < 1
}

/** A variable could compare the address with anything. */
function namesAddressInVariable({ conditions, resources, principals, actions }: Statement): boolean {
  const selectors: readonly (Selector | undefined)[] = [actions, resources]
  const values = [
    ...conditions.flatMap((condition) => condition.values),
    ...selectors.flatMap((selector) => selector?.patterns ?? []),
    ...(principals?.entries.map(({ value }) => value) ?? []),
  ]
  return values.some((value) => value.kind === 'literal' && value.text.split('}').some(opensOnAddress))
}

/** Whether a variable opens in a text without closing braces, and the address is spoken of in it. */
function opensOnAddress(part: string): boolean {
  const at = part.indexOf('${')
  return at >= 0 && /sourceip/i.test(part.slice(at))
}
