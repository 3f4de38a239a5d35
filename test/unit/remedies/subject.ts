import assert from 'node:assert/strict'
import type { EngineSettings, Registry, RuleContext } from '../../../src/model/contracts.ts'
import type { BrokenPath, Finding } from '../../../src/model/finding.ts'
import type { PolicyDocument, PolicyType, Statement } from '../../../src/model/policy.ts'
import type { Hop, ServiceCallPath } from '../../../src/model/request.ts'
import { registry } from '../../../src/registry.ts'
import type { Workshop } from '../../../src/remedies/verify.ts'
import { policyOf, settings } from '../inspecting.ts'
import { smallRegistry } from './small-registry.ts'

/** The one policy of a file. */
export function policyIn(text: string, path = 'policy.json'): PolicyDocument {
  const file = { path, text }
  const format = registry.formats.find((candidate) => candidate.recognises(file)) ?? assert.fail(path)
  const { policies } = format.read(file)
  assert.equal(policies.length, 1, text)
  return policies[0] ?? assert.fail()
}

/** A statement in a policy of its own. */
export function placed(statement: object, path?: string): { policy: PolicyDocument; statement: Statement } {
  const policy = policyIn(policyOf(statement), path)
  return { policy, statement: policy.statements[0] ?? assert.fail() }
}

/** What a broken path is if nothing else is said of it. */
const plainPath: BrokenPath = {
  id: 'example',
  title: 'Example',
  mechanism: 'forward-access-session',
  via: 'example.amazonaws.com',
  entryActions: [],
  network: 'public',
  verdict: 'denied',
  level: 'error',
  action: 's3:GetObject',
  witness: undefined,
  readings: [],
  undecided: [],
  basis: 'documented',
  sources: [],
  existing: false,
}

export interface Sketch {
  readonly paths?: readonly Partial<BrokenPath>[]
  readonly ruleId?: string
  readonly type?: PolicyType
  readonly assumedBy?: readonly string[]
}

/** A finding in the first statement of a policy. */
export function findingIn(
  policy: PolicyDocument,
  { paths = [{}], ruleId = 'service-call-denied', type = policy.type, assumedBy = policy.assumedBy }: Sketch = {},
): Finding {
  return {
    ruleId,
    level: 'error',
    paths: paths.map((path) => ({ ...plainPath, ...path })),
    subject: {
      policy: { ...policy, type, assumedBy },
      statement: policy.statements[0] ?? assert.fail(),
      change: 'added',
      previous: undefined,
      before: [],
      beforePolicy: undefined,
    },
  }
}

export function findingOf(statement: object, sketch?: Sketch): Finding {
  return findingIn(policyIn(policyOf(statement)), sketch)
}

/** What a strategy may look at, with nothing in the catalogue. */
export const context: RuleContext = { catalogue: [], rcpServices: new Set(), tables: undefined, settings }

/** A path of a catalogue of our own. */
export function pathOf(sketch: Partial<ServiceCallPath> & { readonly keys?: Hop['keys'] } = {}): ServiceCallPath {
  const { keys = {}, ...other } = sketch
  const source = { title: 'Example', url: 'https://docs.aws.amazon.com/', retrieved: '2026-11' }
  return {
    id: 'example',
    title: 'Example',
    mechanism: 'forward-access-session',
    via: 'athena.amazonaws.com',
    entryActions: ['athena:StartQueryExecution'],
    hops: [{ actions: ['s3:GetObject'], keys: {} }],
    readings: [{ id: 'example', claim: 'example', source, network: 'public', keys }],
    basis: 'documented',
    sources: [source],
    ...other,
  }
}

/** All that a proof needs, for a file of one policy, with what the rule finds in its first statement. */
export function workbench(
  text: string,
  {
    path = 'policy.json',
    registry: own = smallRegistry,
    settings: some = {},
    ruleId = 'service-call-denied',
  }: Bench = {},
): { readonly finding: Finding; readonly workshop: Workshop } {
  const file = { path, text }
  const format = own.formats.find((candidate) => candidate.recognises(file)) ?? assert.fail(path)
  const { policies, problems } = format.read(file)
  const rule = own.rules.find(({ id }) => id === ruleId) ?? assert.fail(ruleId)
  const { catalogue, rcpServices, tables } = own
  const judged: RuleContext = { catalogue, rcpServices, tables, settings: { ...settings, ...some } }
  const sketch = findingIn(policies[0] ?? assert.fail(text))
  const [finding] = rule.check(sketch.subject, judged)
  assert.ok(finding, text)
  const place = { format, problems: problems.length, policies }
  return { finding, workshop: { ...place, rule, registry: own, context: judged, proven: (_, prove) => prove() } }
}

interface Bench {
  readonly path?: string
  readonly registry?: Registry
  readonly settings?: Partial<EngineSettings>
  readonly ruleId?: string
}
