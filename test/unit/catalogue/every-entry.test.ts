import assert from 'node:assert/strict'
import { test } from 'node:test'
import { iamJson } from '../../../src/formats/iam-json.ts'
import type { BrokenPath } from '../../../src/model/finding.ts'
import type { PolicyType } from '../../../src/model/policy.ts'
import type { ServiceCallPath } from '../../../src/model/request.ts'
import { registry } from '../../../src/registry.ts'
import { brokenPath } from '../../../src/rules/broken-path.ts'
import { levelOf } from '../../../src/rules/levels.ts'
import { denyOutside, outside, policyOf, settings } from '../inspecting.ts'

/** What one path does to a Deny on its own calls in a policy of this type. */
function judged(path: ServiceCallPath, type: PolicyType, exemption: object = {}): BrokenPath | undefined {
  const principal = type === 'resource' || type === 'rcp' || type === 'trust' ? { Principal: '*' } : {}
  const trusted = { Effect: 'Allow', Principal: { Service: path.via }, Action: 'sts:AssumeRole' }
  const actions = path.hops.flatMap((hop) => hop.actions)
  const deny = denyOutside({ ...principal, Action: actions, ...outside(exemption) })
  const text = policyOf(...(type === 'trust' ? [trusted] : []), deny)
  const [policy] = iamJson.read({ path: 'p.json', text }).policies
  const statement = policy?.statements.at(-1)
  assert.ok(policy && statement)
  const assumedBy = path.mechanism === 'service-role' ? [path.via] : []
  const subject = {
    policy: { ...policy, type, assumedBy },
    statement,
    change: 'added',
    previous: undefined,
    before: [],
    beforePolicy: undefined,
  } as const
  return brokenPath(subject, path, settings)
}

const policyTypes: readonly PolicyType[] = [
  'identity',
  'boundary',
  'session',
  'scp',
  'rcp',
  'resource',
  'trust',
  'vpce',
]
const isAssuming = ({ hops }: ServiceCallPath): boolean =>
  hops.every(({ actions }) => actions.every((action) => action.startsWith('sts:')))
const meets = (path: ServiceCallPath): readonly PolicyType[] =>
  policyTypes.filter(
    (type) =>
      levelOf(path.mechanism, type) !== undefined &&
      (type === 'trust') === (isAssuming(path) && path.mechanism === 'service-principal'),
  )

/** The key by which calls of a mechanism can be exempt, and whether the documents decide it for this path. */
const exemptions = {
  'forward-access-session': { BoolIfExists: { 'aws:ViaAWSService': 'false' } },
  'service-principal': { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
  'service-role': { ArnNotLikeIfExists: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } },
  'service-linked-role': { ArnNotLikeIfExists: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/aws-service-role/*' } },
} as const
const verdicts: Readonly<Record<ServiceCallPath['mechanism'], readonly string[]>> = {
  'forward-access-session': ['contested'],
  'service-principal': ['denied'],
  'service-role': ['denied'],
  'service-linked-role': ['denied'],
  cloudshell: ['denied'],
  console: ['contested', 'may-be-denied'],
}

for (const path of registry.catalogue) {
  test(`${path.id}: a bare Deny meets it in every policy type that it can meet, and its exemption alone clears it`, () => {
    const types = meets(path)
    assert.ok(types.length > 0)
    for (const type of types) {
      assert.ok(verdicts[path.mechanism].includes(judged(path, type)?.verdict ?? 'clear'), type)
      for (const [mechanism, exemption] of Object.entries(exemptions)) {
        const left = judged(path, type, exemption)
        if (mechanism === path.mechanism) assert.equal(left, undefined, `${type}: ${mechanism}`)
        else if (!alsoClears(path, mechanism)) assert.ok(left !== undefined, `${type}: ${mechanism} must not clear it`)
      }
    }
  })
}

/** Where the documents let the exemption of one mechanism reach another: a role's ARN, or CloudFormation's calls with a stack role. */
function alsoClears({ mechanism, readings, via }: ServiceCallPath, exemption: string): boolean {
  const key = (name: string) =>
    readings.map(({ keys }) => keys[name]?.kind === 'present' && JSON.stringify(keys[name]).includes('true'))
  if (exemption === 'forward-access-session') return key('aws:viaawsservice').some(Boolean)
  if (exemption === 'service-role') return mechanism === 'service-linked-role'
  return exemption === 'service-principal' && via === 'none'
}
