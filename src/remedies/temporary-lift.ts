import type { EngineSettings, RemedyStrategy } from '../model/contracts.ts'
import type { KeyState } from '../model/request.ts'

const day = 86_400_000

/** The end of the next day: from 24 to 48 hours, and no clock in it but the day that the run was given. */
function endOfLift({ today }: EngineSettings): number {
  return Date.parse(`${today}T00:00:00Z`) + 2 * day
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
  isLastResort: true,
  propose: ({ paths }, settings) =>
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
  opens: (_, settings) => [
    `everything that this statement denies, from anywhere, until ${instant(endOfLift(settings))}`,
  ],
  moments: (settings) => ({ cleared: at(endOfLift(settings) - day), inForce: at(endOfLift(settings) + day) }),
}
