import { type AddressRange, contains, parseAddressRange } from '../evaluate/addresses.ts'
import type { Rule } from '../model/contracts.ts'
import { enumerate, type SourceAddress, sourceAddresses, wereThere } from './source-addresses.ts'

/** Ranges from which no request over the internet comes (RFC 1918, 6598, 1122, 3927, 4193, 4291, 1112). */
const nonPublic = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16']
  .concat(['0.0.0.0/8', '224.0.0.0/3', 'fc00::/7', 'fe80::/10', '::1/128', 'ff00::/8'])
  .flatMap((text) => parseAddressRange(text) ?? [])
// 224.0.0.0/3 is multicast and the reserved block behind it.

/**
 * `aws:SourceIp` holds public addresses only; private ones come through an endpoint, where the key is absent and
 * `aws:VpcSourceIp` holds them. Source: IAM Access Analyzer, "Private IP address"; global key `aws:VpcSourceIp`.
 */
export const privateAddress: Rule = {
  id: 'private-address',
  title: 'a private range under aws:SourceIp never matches',
  check(subject) {
    const addresses = sourceAddresses(subject.statement).filter(isPrivate)
    if (addresses.length === 0) return []
    const verb = addresses.length > 1 ? 'are' : 'is'
    const detail = `${enumerate(addresses)} ${verb} not public and never matched by aws:SourceIp: for calls from a VPC use aws:VpcSourceIp`
    return [
      {
        ruleId: privateAddress.id,
        level: 'warning',
        subject,
        paths: [],
        detail,
        existing: wereThere(subject, isPrivate),
      },
    ]
  },
}

function isPrivate({ range }: SourceAddress): boolean {
  return range !== undefined && nonPublic.some((block) => takesIn(block, range))
}

function takesIn(block: AddressRange, range: AddressRange): boolean {
  return range.prefix >= block.prefix && contains(block, range)
}
