import type { Problem } from '../model/finding.ts'
import type { PolicyDocument, Statement } from '../model/policy.ts'
import { namesAddressOperator } from '../model/source-ip.ts'

/**
 * Deny statements that compare an address with a key which the file does not hold: a variable, or a name put together elsewhere. It
 * may be `aws:SourceIp`, so the check does not pass on them. What stood in the base, word for word, is not news.
 */
export function hiddenKeys(base: readonly PolicyDocument[], head: readonly PolicyDocument[]): Problem[] {
  const before = new Set(base.flatMap((policy) => policy.statements.map((statement) => textOf(policy, statement))))
  const found = head.flatMap((policy) =>
    policy.statements
      .filter((statement) => hidesKey(policy, statement) && !before.has(textOf(policy, statement)))
      .map(({ range }): [number, Problem] => [
        range.start,
        { file: policy.file, range, message, help, blocking: true },
      ]),
  )
  return [...new Map(found).values()]
}

const message = 'this Deny compares an address, and the key that it compares is not in the file: it may be aws:SourceIp'
const help = 'write the key out, as in `"aws:SourceIp"`'

function hidesKey(policy: PolicyDocument, { effect, conditions, range }: Statement): boolean {
  if (effect !== 'Deny' || !namesAddressOperator(policy.file.text.slice(range.start, range.end))) return false
  const compared = conditions.filter(({ operator }) => /^(not)?ipaddress$/i.test(operator.value.base))
  return compared.length === 0 || compared.some(({ key }) => !/^[\w-]+:[\w/.:@-]+$/.test(key.value))
}

function textOf({ file }: PolicyDocument, { range }: Statement): string {
  return file.text.slice(range.start, range.end)
}
