import type { Finding } from '../model/finding.ts'
import type { Condition, Value } from '../model/policy.ts'
import type { Range } from '../model/source.ts'

/** A condition that is longer is marked by its operator and key alone. */
const longest = 100

/** What of its statement a finding is about: the addresses that it names, else the conditions on its keys. */
export function marksOf({ subject, detail = '', keys = ['aws:sourceip'] }: Finding): Range[] {
  const concerned = subject.statement.conditions.filter(({ key }) => keys.includes(key.value.toLowerCase()))
  const named = new Set([...detail.matchAll(/`([^`]*)`/g)].map(([, text]) => text))
  const values = concerned.flatMap((condition) => condition.values.filter((value) => named.has(textOf(value))))
  return values.length > 0 ? values.map(({ range }) => range) : concerned.flatMap(wholeOrNames)
}

function textOf(value: Value): string | undefined {
  return value.kind === 'literal' ? value.text : undefined
}

/** Whole where it is short, else by operator and key. */
function wholeOrNames({ operator, key, values }: Condition): Range[] {
  const { start } = operator.range
  const end = Math.max(key.range.end, ...values.map(({ range }) => range.end))
  return end - start <= longest ? [{ start, end }] : [operator.range, key.range]
}
