import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from '../../../src/inspect.ts'
import type { RemedyStrategy, StatementChange } from '../../../src/model/contracts.ts'
import { registry } from '../../../src/registry.ts'
import { viaAwsService } from '../../../src/remedies/via-aws-service.ts'
import { denyOutside, findingsOf, inspectChange, outside, policyOf, settings } from '../inspecting.ts'

const rule = 'service-call-denied'

/** The remedies of the mission's rule for one statement. */
function remediesOf(statement: object, path = 'policy.json') {
  return findingsOf({ head: policyOf(statement), path }, rule).flatMap(({ remedies }) => remedies)
}

test('the first remedy of the bare Deny exempts forwarded calls, clears every such path, and opens nothing', () => {
  const [finding] = findingsOf({ head: policyOf(denyOutside()) }, rule)
  const [first] = finding?.remedies ?? []
  assert.ok(finding && first)
  assert.equal(first.id, 'via-aws-service')
  assert.deepEqual(first.opens, [])
  const forwarded = finding.servicePaths
    .filter(({ mechanism }) => mechanism === 'forward-access-session')
    .map(({ id }) => id)
  assert.ok(forwarded.length > 25 && forwarded.every((id) => first.clears.includes(id)))
  assert.match(first.patch, /^\+ {8}"BoolIfExists": \{ "aws:ViaAWSService": "false" \}$/m)
})

test('the patched text is clean: the rule is silent but for calls that no exemption of the kind reaches', () => {
  const report = inspectChange({ head: policyOf(denyOutside()) })
  const [found] = report.findings.filter(({ finding }) => finding.ruleId === rule)
  const [first] = found?.remedies ?? []
  assert.ok(first)
  const after = findingsOf({ head: first.patchedText }, rule)
  assert.deepEqual(
    new Set(after.flatMap(({ servicePaths }) => servicePaths.map(({ id }) => id))),
    new Set(first.leaves),
  )
  assert.ok(after.every(({ level }) => level === 'notice'))
})

test('the exemption of KMS calls clears those alone', () => {
  const kms = remediesOf(denyOutside()).find(({ id }) => id === 'kms-via-service')
  assert.ok(kms && kms.clears.length > 10)
  assert.ok(kms.clears.includes('s3-get-kms') && kms.leaves.includes('cfn-ec2-run'))
  assert.match(kms.patch, /"Null": \{ "kms:ViaService": "true" \}/)
})

test('where the first call is not covered, the way round is told and the remedy is no suggestion', () => {
  const [first] = remediesOf(denyOutside({ Action: 's3:*' }))
  assert.ok(first)
  assert.ok(
    first.opens.some((way) => /athena/.test(way)),
    first.opens.join('\n'),
  )
})

test('a bucket policy is not evaluated on the first call: its exemption opens ways round', () => {
  const bucket = { Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'] }
  const via = remediesOf(denyOutside(bucket)).find(({ id }) => id === 'via-aws-service')
  assert.ok(via === undefined || via.opens.length > 0)
})

/** The engine with one strategy of our making. */
function offered(change: StatementChange, statement: object): readonly string[] {
  const { docs } = viaAwsService
  const careless: RemedyStrategy = { id: 'careless', title: 'careless', docs, propose: () => [change] }
  const text = policyOf(statement)
  const files = [{ base: undefined, head: { path: 'p.json', text } }]
  const report = inspect(files, { ...registry, strategies: [careless] }, settings)
  return report.findings
    .filter(({ finding }) => finding.ruleId === rule)
    .flatMap(({ remedies }) => remedies.map(({ id }) => id))
}

const add = (operator: string, key: string, ...values: string[]): StatementChange => ({
  kind: 'add-condition',
  operator,
  key,
  values,
})
const traps: readonly (readonly [why: string, change: StatementChange])[] = [
  ['plain Bool lets an outsider in where the key is absent', add('Bool', 'aws:ViaAWSService', 'false')],
  [
    'ForAnyValue on an absent key switches the Deny off',
    add('ForAnyValue:StringNotEquals', 'aws:CalledVia', 'cloudformation.amazonaws.com'),
  ],
  ['true spares the wrong ones', add('BoolIfExists', 'aws:ViaAWSService', 'true')],
  ['a Deny for requests with an address spares every VPC endpoint in the world', add('Null', 'aws:SourceIp', 'false')],
  ['a list of everything denies nobody', add('IpAddress', 'aws:SourceIp', '203.0.113.10/32')],
  ['plain Bool on the principal lets anonymous callers in', add('Bool', 'aws:PrincipalIsAWSService', 'false')],
  ['what clears nothing is no remedy', add('BoolIfExists', 'aws:PrincipalIsAWSService', 'false')],
]
for (const [why, change] of traps) {
  test(`not offered: ${why}`, () => assert.deepEqual(offered(change, denyOutside()), []))
}

test('offered: the same machinery takes what is right', () => {
  assert.deepEqual(offered(add('BoolIfExists', 'aws:ViaAWSService', 'false'), denyOutside()), ['careless'])
})

test('a remedy extends the block that is there', () => {
  const statement = denyOutside({ ...outside({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }) })
  const [first] = remediesOf(statement)
  assert.ok(first)
  assert.match(first.patch, /^\+ {10}"aws:MultiFactorAuthPresent": "false",\n\+ {10}"aws:ViaAWSService": "false"$/m)
})

test('an RCP is not evaluated on most first calls: an exemption of forwarded ones is told with its ways round', () => {
  const remedies = remediesOf(denyOutside({ Principal: '*' }), 'rcp.json')
  assert.ok(
    remedies
      .filter(({ id }) => id === 'via-aws-service' || id === 'kms-via-service')
      .every(({ opens }) => opens.length > 0),
  )
  assert.deepEqual(remedies[0]?.id, 'service-principal')
})

test('a lift ends by itself: it stands last, tells what it opens, and clears every path until then', () => {
  const remedies = remediesOf(denyOutside())
  const last = remedies.at(-1)
  assert.equal(last?.id, 'temporary-lift')
  assert.deepEqual(last?.leaves, [])
  assert.deepEqual(last?.opens, ['everything that this statement denies, from anywhere, until 2026-11-27T00:00:00Z'])
  assert.match(last?.patch ?? '', /"DateGreaterThan": \{ "aws:CurrentTime": "2026-11-27T00:00:00Z" \}/)
})

const bucket = { Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'] }
test('a bucket policy is offered the exemption of services first: it clears log delivery and opens nothing', () => {
  const [first] = remediesOf(denyOutside(bucket))
  assert.equal(first?.id, 'service-principal')
  assert.deepEqual(first?.opens, [])
  assert.ok(first?.clears.includes('cloudtrail-s3') && first.leaves.includes('athena-s3-data'))
  assert.match(first?.patch ?? '', /"BoolIfExists": \{ "aws:PrincipalIsAWSService": "false" \}/)
})

test('roles that services assume are exempt by path, and what that costs is told', () => {
  const role = remediesOf(denyOutside(), 'scp.json').find(({ id }) => id === 'service-role')
  assert.ok(role?.clears.includes('lambda-execution-role'))
  assert.match(role?.opens.join() ?? '', /keep people from making roles there/)
  assert.equal(
    remediesOf(denyOutside()).some(({ id }) => id === 'service-role'),
    false,
  )
})

test('few services can be exempt by name, and direct calls stay denied', () => {
  const [named] = remediesOf(denyOutside({ Action: ['ssm-guiconnect:*', 'ssm:SendCommand'] })).filter(
    ({ id }) => id === 'called-via',
  )
  assert.ok(named && named.clears.length > 0)
  assert.match(named.patch, /"StringNotEquals": \{ "aws:CalledViaFirst": /)
  assert.equal(
    remediesOf(denyOutside()).some(({ id }) => id === 'called-via'),
    false,
    'a list of everything narrows nothing',
  )
})

test('a trust policy is offered the exemption of the service that assumes the role', () => {
  const trusted = { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }
  const { Resource: _, ...deny } = { Resource: '*', ...denyOutside({ Principal: '*', Action: 'sts:AssumeRole' }) }
  const remedies = findingsOf({ head: policyOf(trusted, deny) }, rule).flatMap((finding) => finding.remedies)
  assert.deepEqual([remedies[0]?.id, remedies[0]?.opens], ['service-principal', []])
})
