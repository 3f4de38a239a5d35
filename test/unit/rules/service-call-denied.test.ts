import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registry } from '../../../src/registry.ts'
import { simulateLine } from '../../../src/simulate.ts'
import { denyOutside, findingsOf, outside, policyOf, reportOf } from '../inspecting.ts'

const rule = 'service-call-denied'
const viaAwsService = { BoolIfExists: { 'aws:ViaAWSService': 'false' } }
const pathsOf = (statement: object, path?: string): Map<string, string> => {
  const findings = findingsOf({ head: policyOf(statement), ...(path === undefined ? {} : { path }) }, rule)
  return new Map(findings.flatMap(({ servicePaths }) => servicePaths.map(({ id, verdict }) => [id, verdict] as const)))
}

test('the bare Deny: every path that the mission names is contested, and the check does not pass', () => {
  const report = reportOf({ head: policyOf(denyOutside()) })
  assert.equal(report.conclusion, 'failure')
  const paths = pathsOf(denyOutside())
  for (const id of [
    'cfn-ec2-run',
    'cfn-ec2-stop-fas',
    'cfn-template-url-s3',
    'elb-acm-kms',
    'cloudfront-acm-kms',
    's3-get-kms',
    's3-put-kms',
  ]) {
    assert.equal(paths.get(id), 'contested', id)
  }
  const [finding] = report.findings.filter((found) => found.rule === rule)
  assert.equal(finding?.level, 'error')
  assert.equal(finding?.change, 'added')
  assert.equal(finding?.policyType, 'identity')
})

test('a contested path tells both readings with their sources, and its witness can be replayed', () => {
  const head = policyOf(denyOutside())
  const [finding] = findingsOf({ head }, rule)
  assert.ok(finding && finding.servicePaths.length > 25)
  for (const { verdict, readings, request, id, sources } of finding.servicePaths) {
    assert.ok(sources.length > 0 && readings.every(({ source }) => source.url.startsWith('https://')), id)
    if (verdict === 'may-be-denied') continue
    assert.ok(request, id)
    const line = JSON.stringify({ id, policyType: 'identity', statement: denyOutside(), request })
    assert.equal(simulateLine(line).output['match'], 'match', id)
    if (verdict === 'contested')
      assert.deepEqual(new Set(readings.map(({ denied }) => denied)), new Set([true, false]), id)
  }
})

test('with `Null kms:ViaService true` KMS through a service is silent, and the others are reported', () => {
  const paths = pathsOf(denyOutside(outside({ Null: { 'kms:ViaService': 'true' } })))
  const bare = pathsOf(denyOutside())
  const kms = registry.catalogue
    .filter(
      ({ mechanism, hops }) =>
        mechanism === 'forward-access-session' && hops.every(({ keys }) => keys['kms:viaservice']?.kind === 'like'),
    )
    .map(({ id }) => id)
    .filter((id) => bare.get(id) === 'contested')
  assert.ok(kms.length > 10)
  for (const id of kms) assert.equal(paths.has(id), false, id)
  assert.ok(paths.has('cfn-ec2-run') && paths.has('cfn-template-url-s3'))
})

test('exempt from forwarded calls, an identity policy has notices at most', () => {
  const left = findingsOf({ head: policyOf(denyOutside(outside(viaAwsService))) }, rule)
  assert.ok(left.every(({ level }) => level === 'notice'))
  assert.ok(
    left
      .flatMap(({ servicePaths }) => servicePaths)
      .every(({ mechanism }) => mechanism === 'cloudshell' || mechanism === 'console'),
  )
  assert.equal(reportOf({ head: policyOf(denyOutside(outside(viaAwsService))) }).conclusion, 'success')
})

test('the trust policy that restricts who may assume the role by address is left alone', () => {
  const trust = {
    Effect: 'Deny',
    Principal: { AWS: 'arn:aws:iam::111122223333:user/developer' },
    Action: 'sts:AssumeRole',
    Condition: { NotIpAddress: { 'aws:SourceIp': ['103.15.250.0/24', '12.148.72.0/23'] } },
  }
  const report = reportOf({ head: policyOf({ ...trust, Effect: 'Allow', Condition: {} }, trust) })
  assert.equal(report.conclusion, 'success')
  assert.deepEqual(
    report.findings.filter(({ level }) => level !== 'notice'),
    [],
  )
})

test('a trust policy that trusts no service has none to break', () => {
  const user = { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:user/a' }, Action: 'sts:AssumeRole' }
  assert.deepEqual(
    findingsOf({ head: policyOf(user, { ...user, Effect: 'Deny', Principal: '*', ...outside() }) }, rule),
    [],
  )
})

test('a trust policy for everybody stops the services that assume the role', () => {
  const everybody = { Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole', ...outside() }
  const trusted = { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }
  const [finding] = findingsOf({ head: policyOf(trusted, everybody) }, rule)
  assert.equal(finding?.policyType, 'trust')
  assert.deepEqual(
    finding?.servicePaths.map(({ via }) => via),
    ['lambda.amazonaws.com'],
  )
  assert.ok(
    finding?.servicePaths.every(({ mechanism, verdict }) => mechanism === 'service-principal' && verdict === 'denied'),
  )
})

const bucket = { Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::logs', 'arn:aws:s3:::logs/*'] }
test('a bucket policy meets service principals for certain, and forwarded calls under some readings', () => {
  const paths = pathsOf(denyOutside(bucket))
  assert.equal(paths.get('cloudtrail-s3'), 'denied')
  assert.equal(paths.get('s3-server-access-logs'), 'denied')
  assert.equal(paths.get('athena-s3-data') ?? paths.get('athena-s3'), 'contested')
  const found = findingsOf({ head: policyOf(denyOutside(bucket)) }, rule).flatMap(({ servicePaths }) => servicePaths)
  assert.ok(
    found.every(({ action }) => action.startsWith('s3:')),
    'a bucket policy is evaluated on S3 alone',
  )
})

type LevelRow = readonly [why: string, path: string, statement: object, id: string, level: string | undefined]
const levels: readonly LevelRow[] = [
  ['an SCP binds service roles', 'scp.json', denyOutside(), 'lambda-execution-role', 'error'],
  ['an SCP binds no service principal', 'scp.json', denyOutside(), 'cloudtrail-s3', undefined],
  ['an RCP binds service principals', 'rcp.json', denyOutside({ Principal: '*' }), 'cloudtrail-s3', 'error'],
  [
    'an RCP is evaluated on the services that it supports alone',
    'rcp.json',
    denyOutside({ Principal: '*' }),
    'cfn-ec2-run',
    undefined,
  ],
  ['code of one’s own calls a bucket directly', 'bucket.json', denyOutside(bucket), 's3-replication-role', 'warning'],
  ['a person’s policy meets no service role', 'developers.json', denyOutside(), 's3-replication-role', undefined],
  ['CloudShell is a notice', 'developers.json', denyOutside(), 'obs-cloudshell', 'notice'],
]
for (const [why, path, statement, id, level] of levels) {
  test(`level: ${why}`, () => {
    const found = findingsOf({ head: policyOf(statement), path }, rule).flatMap(({ servicePaths }) => servicePaths)
    assert.equal(found.find((candidate) => candidate.id === id)?.level, level, found.map((each) => each.id).join())
  })
}

test('an identity policy that hangs on a role which a service assumes meets that role’s calls, and nobody’s forwarded ones', () => {
  const hints = [{ matches: () => true, type: undefined, assumedBy: ['lambda.amazonaws.com'] }]
  const [finding] = findingsOf({ head: policyOf(denyOutside()), settings: { policyHints: hints } }, rule)
  assert.ok(finding && finding.servicePaths.length > 0)
  assert.ok(
    finding.servicePaths.every(
      ({ mechanism, via, level }) =>
        mechanism === 'service-role' && via === 'lambda.amazonaws.com' && level === 'error',
    ),
  )
})

test('after a call through an admitted VPC endpoint the denial is certain', () => {
  const statement = denyOutside(outside({ StringNotEqualsIfExists: { 'aws:SourceVpce': 'vpce-1' } }))
  assert.equal(pathsOf(statement).get('cfn-ec2-run'), 'denied')
})

test('a Deny on listed addresses denies no service', () => {
  assert.deepEqual([...pathsOf(denyOutside({ Condition: { IpAddress: { 'aws:SourceIp': '198.51.100.0/24' } } }))], [])
})

test('what the user has settled takes the reading out', () => {
  const head = policyOf(denyOutside())
  const verdicts = (forwardAccessSessions: 'address-kept' | 'address-lost') =>
    new Set(
      findingsOf({ head, settings: { forwardAccessSessions } }, rule)
        .flatMap(({ servicePaths }) => servicePaths)
        .filter(({ mechanism }) => mechanism === 'forward-access-session')
        .map(({ verdict }) => verdict),
    )
  assert.deepEqual(verdicts('address-kept'), new Set())
  assert.deepEqual(verdicts('address-lost'), new Set(['denied']))
})

test('the level of what is contested can be set', () => {
  const [finding] = findingsOf(
    { head: policyOf(denyOutside({ Action: 'ec2:*' })), settings: { contestedLevel: 'warning' } },
    rule,
  )
  assert.equal(finding?.level, 'warning')
})

const allow = { Effect: 'Allow', Action: '*', Resource: '*' }
const worse: readonly (readonly [why: string, base: object[], head: object[], expected: readonly string[]])[] = [
  ['a statement that only moved', [allow, denyOutside()], [denyOutside(), allow], []],
  [
    'an address more: what was denied is denied still',
    [denyOutside()],
    [denyOutside({ Condition: { NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } })],
    ['existing notice'],
  ],
  [
    'an Action more: one path is news',
    [denyOutside({ Action: 'kms:*' })],
    [denyOutside({ Action: ['kms:*', 'ec2:RunInstances'] })],
    ['modified error'],
  ],
  [
    'a second bucket is news',
    [denyOutside({ ...bucket, Resource: 'arn:aws:s3:::a/*' })],
    [denyOutside({ ...bucket, Resource: ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'] })],
    ['modified error'],
  ],
  [
    'two statements merged into one',
    [denyOutside({ Action: 'ec2:*' }), denyOutside({ Action: 'kms:*' })],
    [denyOutside({ Action: ['ec2:*', 'kms:*'] })],
    ['existing notice'],
  ],
]
for (const [why, base, head, expected] of worse) {
  test(`only what became worse: ${why}`, () => {
    const findings = findingsOf({ base: policyOf(...base), head: policyOf(...head) }, rule)
    assert.deepEqual(
      findings.map(({ change, level }) => `${change} ${level}`),
      expected,
    )
  })
}

test('a file that cannot be read is a problem, and the check does not pass', () => {
  const report = reportOf({ head: policyOf(denyOutside()).replace(/\}\s*$/, '') })
  assert.equal(report.conclusion, 'failure')
  assert.equal(report.problems.length, 1)
  assert.deepEqual(report.findings, [])
})

test('a file of a kind that is not read yet is no clean file', () => {
  const report = reportOf({ path: 'policy.rb', head: 'effect = "Deny"\nvariable = "aws:SourceIp"\n' })
  assert.equal(report.conclusion, 'failure')
  assert.equal(report.problems[0]?.startLine, 2)
})

test('a list that the file does not hold is some list of the customer’s', () => {
  const statement = denyOutside({ Condition: { NotIpAddress: { 'aws:SourceIp': { Ref: 'OfficeCidrs' } } } })
  const paths = findingsOf({ head: policyOf(statement) }, rule).flatMap(({ servicePaths }) => servicePaths)
  const run = paths.find(({ id }) => id === 'cfn-ec2-run')
  assert.equal(run?.verdict, 'contested')
  assert.equal(run?.request?.context['aws:SourceIp'], undefined)
})

test('a suppression in force keeps the finding and lets the check pass; an expired one does nothing', () => {
  const suppression = { rule, matches: () => true, sid: undefined, reason: 'a sandbox', expires: '2026-12-01' }
  const head = policyOf(denyOutside())
  const inForce = reportOf({ head, settings: { suppressions: [suppression] } })
  assert.equal(inForce.conclusion, 'success')
  assert.deepEqual(inForce.findings.find((found) => found.rule === rule)?.suppressed, {
    reason: 'a sandbox',
    expires: '2026-12-01',
  })
  const expired = reportOf({ head, settings: { suppressions: [{ ...suppression, expires: '2026-11-25' }] } })
  assert.equal(expired.conclusion, 'failure')
})

test('what AWS leaves open is told as a problem, and what hangs on it may be denied', () => {
  const statement = denyOutside(
    outside({ 'ForAllValues:StringNotEquals': { 'aws:CalledVia': ['glue.amazonaws.com'] } }),
  )
  const report = reportOf({ head: policyOf(statement) })
  assert.match(report.problems[0]?.message ?? '', /documents disagree/)
  assert.equal(report.problems[0]?.blocking, false)
})

test('a Deny on the objects of one bucket denies no call on anything else', () => {
  const found = findingsOf({ head: policyOf(denyOutside({ Resource: 'arn:aws:s3:::logs/*' })) }, rule).flatMap(
    ({ servicePaths }) => servicePaths,
  )
  assert.ok(
    found.length > 0 && found.every(({ action }) => action.startsWith('s3:')),
    found.map(({ id, action }) => `${id} ${action}`).join(),
  )
})
