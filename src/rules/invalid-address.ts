import type { ChangedStatement } from '../model/change.ts'
import type { Rule } from '../model/contracts.ts'
import type { Finding, Level } from '../model/finding.ts'
import { enumerate, type SourceAddress, sourceAddresses, wereThere } from './source-addresses.ts'

interface Kind {
  readonly level: Level
  readonly concerns: (address: SourceAddress) => boolean
  readonly words: (addresses: string, several: boolean) => string
}

/** The gravest kind that occurs is told. */
const kinds: readonly Kind[] = [
  {
    level: 'error',
    concerns: ({ range }) => range === undefined,
    words: (addresses, several) =>
      `${addresses} under aws:SourceIp ${several ? 'are no addresses or CIDR ranges' : 'is no address or CIDR range'}, and AWS does not document what then happens`,
  },
  {
    level: 'warning',
    concerns: ({ range }) => range?.prefix === 0,
    words: (addresses) =>
      `${addresses} under aws:SourceIp takes in every address, so this condition no longer tells callers apart`,
  },
  {
    level: 'notice',
    concerns: ({ range }) => range?.hostBits === true,
    words: (addresses) =>
      `${addresses} has bits set after its prefix, which AWS ignores: the range is wider than the address reads`,
  },
]

/** Source: IAM User Guide, "IP address condition operators"; Access Analyzer, "Invalid CIDR block", "Improve IP range". */
export const invalidAddress: Rule = {
  id: 'invalid-address',
  title: 'an entry under aws:SourceIp is not what AWS takes for an address or a range',
  check(subject) {
    const finding = kinds.map((kind) => findingOf(subject, kind)).find((found) => found !== undefined)
    return finding === undefined ? [] : [finding]
  },
}

function findingOf(subject: ChangedStatement, { level, concerns, words }: Kind): Finding | undefined {
  const addresses = sourceAddresses(subject.statement).filter(concerns)
  if (addresses.length === 0) return undefined
  const existing = wereThere(subject, concerns)
  return {
    ruleId: invalidAddress.id,
    level,
    subject,
    paths: [],
    detail: words(enumerate(addresses), addresses.length > 1),
    existing,
  }
}
