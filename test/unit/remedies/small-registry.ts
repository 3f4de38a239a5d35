import { inspect } from '../../../src/inspect.ts'
import type { EngineSettings, Registry, RemedyStrategy } from '../../../src/model/contracts.ts'
import type { ReportedFinding } from '../../../src/model/finding.ts'
import { registry } from '../../../src/registry.ts'
import { policyOf, settings } from '../inspecting.ts'

const ids = [
  's3-put-kms',
  'athena-s3-data',
  'cloudtrail-s3',
  'lambda-execution-role',
  'obs-cloudshell',
  'autoscaling-slr',
]

/** One path of each mechanism: enough to tell every remedy apart, and judged in milliseconds. */
export const smallRegistry: Registry = {
  formats: registry.formats,
  rules: registry.rules.filter(({ id }) => id === 'service-call-denied' || id === 'vpc-endpoint-denied'),
  questions: [],
  strategies: registry.strategies,
  catalogue: registry.catalogue.filter(({ id }) => ids.includes(id)),
  catalogueDate: registry.catalogueDate,
  rcpServices: registry.rcpServices,
  controls: registry.controls,
}

export interface Small {
  readonly path?: string
  readonly settings?: Partial<EngineSettings>
  readonly strategies?: readonly RemedyStrategy[]
}

/** What is found in a file of these statements, or of this text. */
export function smallFindings(
  statements: string | readonly object[],
  { path = 'policy.json', settings: own, strategies = registry.strategies }: Small = {},
): readonly ReportedFinding[] {
  const text = typeof statements === 'string' ? statements : policyOf(...statements)
  const files = [{ base: undefined, head: { path, text } }]
  return inspect(files, { ...smallRegistry, strategies }, { ...settings, ...own }).findings
}

/** A line for each remedy: what it clears of all, and what it opens. */
export function remedyLines(findings: readonly ReportedFinding[], rule = 'service-call-denied'): string[] {
  return findings
    .filter(({ finding }) => finding.ruleId === rule)
    .flatMap(({ remedies }) => remedies)
    .map(({ id, clears, opens }) => `${id}: ${clears.join(' ')}${opens.map((way) => ` | ${way}`).join('')}`)
}
