import type { Suppression } from '../model/contracts.ts'
import type { JsonFinding } from './json-report.ts'
import { counted } from './wording.ts'

/** That a finding was suppressed once, in a sentence; undefined where it never was, or is still. `today` is `YYYY-MM-DD`. */
export function lapsedText(
  { rule, file, sid, suppressed }: JsonFinding,
  suppressions: readonly Suppression[],
  today: string,
): string | undefined {
  if (suppressed !== null) return undefined
  const lapsed = suppressions
    .filter((each) => each.rule === rule && each.matches(file) && (each.sid === undefined || each.sid === sid))
    .filter(({ expires }) => expires <= today)
    .toSorted((a, b) => Number(a.expires > b.expires) - Number(a.expires < b.expires))
    .at(-1)
  if (lapsed === undefined) return undefined
  const reason = lapsed.reason.replaceAll('`', '’')
  return `Its suppression ended on ${lapsed.expires}. The reason was: \`${reason}\`. Mend it, or agree on a new date.`
}

/** How many findings count again since their suppression ended. */
export function lapsedCountText(count: number): string {
  return `The suppression of ${counted(count, 'finding')} has ended; ${count === 1 ? 'it counts' : 'they count'} again.`
}
