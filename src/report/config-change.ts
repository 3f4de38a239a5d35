import type { Report } from '../model/finding.ts'
import { counted } from './wording.ts'

/** What a change of the configuration would do: settings that differ, as written, and the report under each. */
export interface ConfigChange {
  readonly settings: readonly { readonly key: string; readonly before: string; readonly after: string }[]
  readonly before: Report
  readonly after: Report
}

const lead = 'This pull request changes the configuration. It counts from the base branch on, so not yet; with it'

/** One sentence on what the change of the configuration would do to this very pull request. */
export function configChangeText({ settings, before, after }: ConfigChange): string {
  const effects = [
    ...settings.map(({ key, before: from, after: to }) => `\`${key}\` would be \`${to}\` and not \`${from}\``),
    ...reportEffects(before, after),
  ]
  return `${lead} ${effects.length === 0 ? 'nothing would be different here' : effects.join(', ')}.`
}

/** The new configuration could not be used. */
export function unusableConfigText(message: string): string {
  return `This pull request changes the configuration into one that cannot be used: ${message}`
}

type Findings = ReadonlyMap<string, Report['findings'][number]>

function reportEffects(before: Report, after: Report): string[] {
  const [old, now] = [byFingerprint(before), byFingerprint(after)]
  const counts: readonly [number: number, effect: string][] = [
    [countOf(old, now, ([, one], other) => !one.suppressed && other?.suppressed !== undefined), 'would be suppressed'],
    [
      countOf(old, now, ([, one], other) => !!one.suppressed && other !== undefined && !other.suppressed),
      'would count again',
    ],
    [countOf(old, now, (_, other) => other === undefined), 'would not be found'],
    [countOf(now, old, (_, other) => other === undefined), 'would be new'],
    [
      countOf(old, now, ([, one], other) => other !== undefined && other.finding.level !== one.finding.level),
      'would have another level',
    ],
  ]
  const verdicts = { success: 'pass', failure: 'fail' } as const
  const verdict =
    before.conclusion === after.conclusion
      ? []
      : [`the check would ${verdicts[after.conclusion]} where it does ${verdicts[before.conclusion]}`]
  const told = counts.flatMap(([count, effect]) => (count === 0 ? [] : [`${counted(count, 'finding')} ${effect}`]))
  return [...told, ...verdict]
}

function byFingerprint({ findings }: Report): Findings {
  return new Map(findings.map((finding) => [finding.fingerprint, finding]))
}

function countOf(
  some: Findings,
  others: Findings,
  counts: (
    entry: readonly [string, Report['findings'][number]],
    other: Report['findings'][number] | undefined,
  ) => boolean,
): number {
  return [...some].filter((entry) => counts(entry, others.get(entry[0]))).length
}
