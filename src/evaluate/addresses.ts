import ipaddr from 'ipaddr.js'

export type Family = 4 | 6

/** An inclusive range of addresses of one family, as numbers. */
export interface Interval {
  readonly low: bigint
  readonly high: bigint
}

/** What IAM takes for `aws:SourceIp`: one address or a CIDR range. */
export interface AddressRange extends Interval {
  readonly family: Family
  /** Length of the routing prefix in bits. */
  readonly prefix: number
  /** Whether the text has no prefix length: IAM documents `/32` for IPv4 and nothing for IPv6. */
  readonly bare: boolean
  /** Whether bits after the prefix are set; IAM ignores them. */
  readonly hostBits: boolean
}

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const strictIpv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`)
const strictPrefix = /^(?:0|[1-9]\d{0,2})$/

/**
 * Reads an address or a CIDR range; undefined for anything else: octal, hexadecimal or shortened IPv4, zones, a prefix too long.
 * Source: IAM User Guide, "IP address condition operators"; RFC 4632; RFC 4291.
 */
export function parseAddressRange(text: string): AddressRange | undefined {
  const [address = '', prefixText, ...more] = text.split('/')
  if (more.length > 0) return undefined
  const family = strictIpv4.test(address) ? 4 : isIpv6(address) ? 6 : undefined
  if (family === undefined) return undefined
  const bits = family === 4 ? 32 : 128
  if (prefixText !== undefined && (!strictPrefix.test(prefixText) || Number(prefixText) > bits)) return undefined
  const prefix = prefixText === undefined ? bits : Number(prefixText)
  const value = ipaddr
    .parse(address)
    .toByteArray()
    .reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  const hostMask = (1n << BigInt(bits - prefix)) - 1n
  const low = value & ~hostMask
  return { family, prefix, bare: prefixText === undefined, hostBits: low !== value, low, high: low | hostMask }
}

function isIpv6(address: string): boolean {
  return address.includes(':') && !address.includes('%') && ipaddr.IPv6.isValid(address)
}

/** Whether an address lies in a range; an address of the other family never does. */
export function contains(range: AddressRange, address: AddressRange): boolean {
  return range.family === address.family && range.low <= address.low && address.high <= range.high
}

/** An address as text: dotted for IPv4, RFC 5952 for IPv6. */
export function formatAddress(value: bigint, family: Family): string {
  const length = family === 4 ? 4 : 16
  const bytes = Array.from({ length }, (_, index) => Number((value >> BigInt((length - 1 - index) * 8)) & 255n))
  return ipaddr.fromByteArray(bytes).toString()
}

/** Sorted intervals that neither overlap nor touch. */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.toSorted((a, b) => (a.low < b.low ? -1 : a.low > b.low ? 1 : 0))
  const joined: Interval[] = []
  for (const interval of sorted) {
    const last = joined.at(-1)
    if (last === undefined || interval.low > last.high + 1n) joined.push(interval)
    else if (interval.high > last.high) joined[joined.length - 1] = { low: last.low, high: interval.high }
  }
  return joined
}

/** Every address of the family that is in none of the intervals. */
export function complement(intervals: readonly Interval[], family: Family): Interval[] {
  const gaps: Interval[] = []
  let next = 0n
  for (const { low, high } of union(intervals)) {
    if (low > next) gaps.push({ low: next, high: low - 1n })
    next = high + 1n
  }
  const last = (1n << (family === 4 ? 32n : 128n)) - 1n
  if (next <= last) gaps.push({ low: next, high: last })
  return gaps
}

/** Addresses that are in both. */
export function intersection(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const left = union(a)
  const right = union(b)
  const common: Interval[] = []
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const x = left[i]
    const y = right[j]
    if (x === undefined || y === undefined) break
    const low = x.low > y.low ? x.low : y.low
    const high = x.high < y.high ? x.high : y.high
    if (low <= high) common.push({ low, high })
    if (x.high < y.high) i += 1
    else j += 1
  }
  return common
}

/**
 * One address out of every part of the address space that the given ranges tell apart, IPv4 and IPv6. A test that only asks
 * which of these ranges an address is in decides alike within a part: what holds for the representatives holds for all
 * 2^32 + 2^128 addresses.
 */
export function representatives(ranges: readonly AddressRange[]): string[] {
  return ([4, 6] as const).flatMap((family) => {
    const own = ranges.filter((range) => range.family === family)
    const last = (1n << (family === 4 ? 32n : 128n)) - 1n
    const starts = new Set([0n])
    for (const { low, high } of own) {
      starts.add(low)
      if (high < last) starts.add(high + 1n)
    }
    return [...starts].toSorted((a, b) => (a < b ? -1 : 1)).map((start) => formatAddress(start, family))
  })
}

/** Blocks from which no request over the internet comes (RFC 1918, 6598, 1122, 3927, 4193, 4291, 1112). */
const nonPublicBlocks = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
]
  .concat(['0.0.0.0/8', '224.0.0.0/3', 'fc00::/7', 'fe80::/10', '::1/128', 'ff00::/8'])
  .flatMap((text) => parseAddressRange(text) ?? [])
// 224.0.0.0/3 is multicast and the reserved block behind it.

/** Whether no address of the range is public. */
export function isNonPublic(range: AddressRange): boolean {
  return nonPublicBlocks.some((block) => contains(block, range))
}
