import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callSteps, stepsRow } from '../../../src/report/call-steps.ts'
import type { JsonServicePath } from '../../../src/report/json-report.ts'
import { denyOutside, findingsOf, policyOf } from '../inspecting.ts'

const everything = policyOf(denyOutside({ Principal: '*' }))
const paths = [
  ...findingsOf({ head: policyOf(denyOutside()) }, 'service-call-denied'),
  ...findingsOf({ head: everything, path: 'rcp.json', settings: hinted('rcp') }, 'service-call-denied'),
  ...findingsOf({ head: everything, path: 'bucket.json', settings: hinted('resource') }, 'service-call-denied'),
].flatMap(({ servicePaths }) => servicePaths)

function hinted(type: 'rcp' | 'resource') {
  return { policyHints: [{ matches: () => true, type, assumedBy: [] }] }
}

/** The first path that is so, as it is found in a policy. */
function found(wanted: Partial<JsonServicePath>): JsonServicePath {
  const isSo = (path: JsonServicePath) =>
    Object.entries(wanted).every(([name, value]) => Reflect.get(path, name) === value)
  return paths.find(isSo) ?? assert.fail(JSON.stringify(wanted))
}

for (const [wanted, row] of [
  [
    { mechanism: 'forward-access-session', id: 'cfn-ec2-run' },
    'a caller at an allowed address, `cloudformation:CreateStack` → `cloudformation.amazonaws.com`, with the caller’s credentials → ' +
      '`ec2:RunInstances`, from an address such as `192.0.2.44` → denied if one set of AWS’s documents is right',
  ],
  [
    { mechanism: 'service-principal', id: 'cloudtrail-s3' },
    'a call that sets it off, `cloudtrail:CreateTrail` → `cloudtrail.amazonaws.com`, as itself → `s3:PutObject`, without `aws:SourceIp` → denied',
  ],
  [
    { mechanism: 'service-role', id: 'codebuild-role' },
    'a call that sets it off, `codebuild:StartBuild` → `codebuild.amazonaws.com`, as the role that it assumes → ',
  ],
  [
    { mechanism: 'service-linked-role' },
    /^a call that sets it off, `[\w-]+:\w+` → `[\w.-]+`, as its service-linked role → /,
  ],
  [{ mechanism: 'cloudshell' }, /^a user, at a prompt in AWS CloudShell → `[\w-]+:\w+`, from an address such as /],
  [
    { mechanism: 'console' },
    /^a user in the AWS console, `cloudformation:\w+` → `cloudformation.amazonaws.com`, for the console → /,
  ],
] as const) {
  test(`a row of steps tells how a call comes about: ${wanted.mechanism}`, () => {
    const told = stepsRow(found(wanted))
    if (typeof row === 'string') assert.ok(told.startsWith(row), told)
    else assert.match(told, row)
  })
}

test('behind a VPC endpoint the caller is at no address', () => {
  const path = { ...found({ id: 'cfn-ec2-run' }), network: 'vpc-endpoint' as const }
  assert.match(stepsRow(path), /^a caller behind a VPC endpoint, /)
})

test('without a request nothing is said of the address', () => {
  const path = { ...found({ id: 'cfn-ec2-run' }), request: null, verdict: 'may-be-denied' as const }
  assert.deepEqual(callSteps(path).slice(-2), [
    { who: '`ec2:RunInstances`', what: '' },
    { who: 'may be denied', what: '' },
  ])
})
