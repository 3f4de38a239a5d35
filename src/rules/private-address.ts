import { isNonPublic } from '../evaluate/addresses.ts'
import type { Rule } from '../model/contracts.ts'
import { enumerate, type SourceAddress, sourceAddresses, wereThere } from './source-addresses.ts'

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
  return range !== undefined && isNonPublic(range)
}
