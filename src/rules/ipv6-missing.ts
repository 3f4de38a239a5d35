import { conditionsOn } from '../evaluate/witness.ts'
import type { Rule } from '../model/contracts.ts'
import type { Statement } from '../model/policy.ts'
import { leftAlone } from './direct-call.ts'
import { hasUnresolvedAddresses, sourceAddresses } from './source-addresses.ts'

/**
 * An IPv6 caller is in no IPv4 range, and many AWS endpoints are dual-stack.
 * Source: IAM User Guide, "IP address condition operators" (mix both families to cover all your addresses).
 */
export const ipv6Missing: Rule = {
  id: 'ipv6-missing',
  title: 'only IPv4 addresses are let through',
  check(subject) {
    if (!onlyIpv4(subject.statement)) return []
    const existing = subject.before.some(onlyIpv4)
    const detail = 'only IPv4 addresses are let through: callers who reach a dual-stack endpoint over IPv6 are denied'
    return [{ ruleId: ipv6Missing.id, level: 'notice', subject, paths: [], detail, existing }]
  },
}

/** Whether a statement spares listed addresses, all of them IPv4. */
function onlyIpv4(statement: Statement): boolean {
  const spares = conditionsOn(statement, 'aws:sourceip').some(({ operator }) => operator.value.base === 'NotIpAddress')
  const own = statement.actions.patterns
  const apiOnly =
    !statement.actions.negated && own.every((value) => value.kind === 'literal' && leftAlone.test(value.text))
  const ranges = sourceAddresses(statement).flatMap(({ range }) => range ?? [])
  return (
    spares &&
    !apiOnly &&
    !hasUnresolvedAddresses(statement) &&
    ranges.length > 0 &&
    ranges.every(({ family }) => family === 4)
  )
}
