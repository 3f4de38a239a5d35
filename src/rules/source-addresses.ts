import { type AddressRange, parseAddressRange } from '../evaluate/addresses.ts'
import { conditionsOn } from '../evaluate/witness.ts'
import type { ChangedStatement } from '../model/change.ts'
import type { Statement } from '../model/policy.ts'

/** One written entry of a list under `aws:SourceIp`. */
export interface SourceAddress {
  readonly text: string
  /** Absent where the text is neither an address nor a range. */
  readonly range: AddressRange | undefined
}

/** The written entries under `aws:SourceIp` of address operators, in the order of the text. */
export function sourceAddresses(statement: Statement): SourceAddress[] {
  return conditionsOn(statement, 'aws:sourceip')
    .filter(({ operator }) => operator.value.base.endsWith('IpAddress'))
    .flatMap(({ values }) => values)
    .flatMap((value) => (value.kind === 'literal' ? [{ text: value.text, range: parseAddressRange(value.text) }] : []))
}

/** Whether some entry of the lists is one that the file does not hold. */
export function hasUnresolvedAddresses(statement: Statement): boolean {
  return conditionsOn(statement, 'aws:sourceip').some(({ values }) => values.some(({ kind }) => kind === 'unresolved'))
}

/** Whether all entries that `concerns` picks stood in the policy before. */
export function wereThere(subject: ChangedStatement, concerns: (address: SourceAddress) => boolean): boolean {
  const earlier = new Set(subject.before.flatMap(sourceAddresses).map(({ text }) => text))
  return sourceAddresses(subject.statement)
    .filter(concerns)
    .every(({ text }) => earlier.has(text))
}

/** An entry as it may be shown: what is not made of the characters of addresses is not repeated. */
export function shown({ text }: SourceAddress): string {
  return /^[0-9a-fA-F.:/x]{1,50}$/.test(text) ? `\`${text}\`` : 'an entry'
}

/** The first few entries in words: `a`, `b` and 3 more. */
export function enumerate(addresses: readonly SourceAddress[]): string {
  const names = [...new Set(addresses.map(shown))]
  const rest = names.length - 3
  return rest > 0 ? `${names.slice(0, 3).join(', ')} and ${rest} more` : names.join(' and ')
}
