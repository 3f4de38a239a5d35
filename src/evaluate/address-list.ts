import type { Condition } from '../model/policy.ts'
import { type Ternary, ternary } from '../model/ternary.ts'
import { type AddressRange, type Interval, parseAddressRange, union } from './addresses.ts'
import { memo } from './memo.ts'

/** The addresses under one condition, sorted, so that asking for one takes steps by the logarithm of their number. */
interface AddressList {
  readonly ipv4: readonly Interval[]
  readonly ipv6: readonly Interval[]
  /** An entry that is no range, or is not in the file: any address may be meant. */
  readonly open: boolean
  /** An IPv6 address without prefix, which AWS does not define: any IPv6 address may be meant. */
  readonly openIpv6: boolean
  /** A range so wide that AWS's own addresses may be in it. */
  readonly wide: boolean
  /** An entry that is neither address nor range. */
  readonly invalid: boolean
}

const lists = memo<AddressList>()

function listOf(condition: Condition): AddressList {
  return lists(condition, '', () => {
    const ranges = condition.values.map((value) =>
      value.kind === 'literal' ? parseAddressRange(value.text) : undefined,
    )
    const known = ranges.flatMap((range) => range ?? [])
    const defined = known.filter(({ family, bare }) => family === 4 || !bare)
    const invalid = condition.values.some((value, index) => value.kind === 'literal' && ranges[index] === undefined)
    return {
      ipv4: union(defined.filter(({ family }) => family === 4)),
      ipv6: union(defined.filter(({ family }) => family === 6)),
      open: known.length < condition.values.length,
      openIpv6: known.length > defined.length,
      wide: known.some(isWide),
      invalid,
    }
  })
}

const seen = new Map<string, AddressRange | undefined>()

/** The address that a request has, remembered: the same few are looked up again and again. */
function readOnce(text: string): AddressRange | undefined {
  if (seen.has(text)) return seen.get(text)
  const address = parseAddressRange(text)
  if (seen.size < 1000) seen.set(text, address)
  return address
}

/** Whether an address, as a request has it, is in the list; an address of one family is in no range of the other. */
export function isInList(condition: Condition, requestValue: string): Ternary {
  const list = listOf(condition)
  const address = readOnce(requestValue)
  if (address === undefined) return list.open ? 'unknown' : 'false'
  if (holds(address.family === 4 ? list.ipv4 : list.ipv6, address)) return 'true'
  return list.open || (address.family === 6 && list.openIpv6) ? 'unknown' : 'false'
}

/** Whether an address of AWS's own network is in the list: in none that a customer writes, unless it takes in about everything. */
export function mayHoldAwsAddress(condition: Condition): Ternary {
  const { wide, invalid } = listOf(condition)
  return wide || invalid ? 'unknown' : 'false'
}

/** Whether the list has entries that the file does not hold. */
export function isOpenList(condition: Condition): Ternary {
  return ternary(condition.values.some(({ kind }) => kind === 'unresolved'))
}

function isWide({ family, prefix }: AddressRange): boolean {
  return prefix < (family === 4 ? 8 : 16)
}

function holds(sorted: readonly Interval[], { low, high }: Interval): boolean {
  let from = 0
  let to = sorted.length - 1
  while (from <= to) {
    const middle = (from + to) >> 1
    const interval = sorted[middle]
    if (interval === undefined) return false
    if (interval.high < low) from = middle + 1
    else if (interval.low > low) to = middle - 1
    else return high <= interval.high
  }
  return false
}
