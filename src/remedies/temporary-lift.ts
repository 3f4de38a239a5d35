import type { EngineSettings, RemedyStrategy } from '../model/contracts.ts'
import type { KeyState } from '../model/request.ts'

const day = 86_400_000

/**
 * When the Deny is in force again: the date given; else a day after the base commit, so that the same change gets the same date; else, or
 * where that is over already or far off, the end of the next day: whoever commits chooses the date that a commit bears. There is no
 * clock in it but the day that the run was given.
 */
function endOfLift({ liftUntil, baseDate, today }: EngineSettings): number {
  const start = Date.parse(`${today}T00:00:00Z`)
  if (liftUntil !== undefined) return Date.parse(liftUntil)
  const fromBase = baseDate === undefined ? Number.NaN : Date.parse(baseDate) + day
  const latest = start + 2 * day
  return fromBase > start && fromBase < latest ? fromBase : latest
}

function instant(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}

function at(milliseconds: number): Readonly<Record<string, KeyState>> {
  return { 'aws:currenttime': { kind: 'present', values: [instant(milliseconds)] } }
}

/** For the while that a service cannot work under the Deny at all: the statement is in force again by itself. */
export const temporaryLift: RemedyStrategy = {
  id: 'temporary-lift',
  title: 'suspend the Deny until a date, after which it is in force again by itself',
  docs: {
    when: 'A service cannot work under the Deny at all, and has to once.',
    clears: 'Every call, until the date.',
    leaves: 'Nothing, until the date; everything after it.',
    opens: 'Everything that the statement denies, from anywhere, until the date.',
    cost: 'There is no check of the address in the meantime. The Deny is in force again by itself.',
    source: {
      title: 'IAM User Guide: Condition operators, date',
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
    },
  },
  isLastResort: true,
  propose: ({ paths }, { settings }) =>
    paths.length > 0
      ? [
          {
            kind: 'add-condition',
            operator: 'DateGreaterThan',
            key: 'aws:CurrentTime',
            values: [instant(endOfLift(settings))],
          },
        ]
      : [],
  opens: (_, { settings }) => [
    `everything that this statement denies, from anywhere, until ${instant(endOfLift(settings))}`,
  ],
  moments: (settings) => ({ cleared: at(endOfLift(settings) - day), inForce: at(endOfLift(settings) + day) }),
}
