import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from '../../../src/inspect.ts'
import type { Advice, EngineSettings, RemedyStrategy } from '../../../src/model/contracts.ts'
import { registry } from '../../../src/registry.ts'
import { assumeRole } from '../../../src/remedies/assume-role.ts'
import {
  type Change,
  denyOutside,
  findingsOf,
  inspectChange,
  office,
  outside,
  policyOf,
  settings,
} from '../inspecting.ts'

function remediesOf(change: Change, rule = 'service-call-denied') {
  return inspectChange(change).findings.flatMap(({ finding, remedies }) => (finding.ruleId === rule ? remedies : []))
}

const idsOf = (change: Change, rule?: string) => remediesOf(change, rule).map(({ id }) => id)
const bucket = { Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'] }
const narrow = { Action: ['ssm-guiconnect:*', 'ssm:SendCommand', 'iam:ListRoles'] }

test('a bucket policy met by log delivery, by forwarded calls and by roles gets them together, proven as a whole', () => {
  const remedies = remediesOf({ head: policyOf(denyOutside(bucket)) })
  const together = remedies.find(({ id }) => id.includes('+'))
  assert.ok(together)
  assert.equal(together.id, 'service-principal+via-aws-service+service-role')
  const parts = remedies.filter(({ id }) => together.id.split('+').includes(id))
  assert.equal(parts.length, 3)
  for (const { clears } of parts) assert.ok(clears.every((id) => together.clears.includes(id)))
  assert.ok(parts.every(({ clears }) => clears.length < together.clears.length))
  assert.match(
    together.patchedText,
    /"BoolIfExists": \{ "aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false" \}/,
  )
  assert.ok(together.opens.length > 0, 'what a part opens the whole opens')
})

test('parts that open nothing are first put together without those that do', () => {
  // Everything in one account's policy: the first calls are covered, and roles are exempt only at a price.
  const ids = remediesOf({ head: policyOf(denyOutside()), path: 'scp.json' }).map(({ id, opens }) => [
    id,
    opens.length > 0,
  ])
  assert.deepEqual(ids.slice(0, 3), [
    ['via-aws-service', false],
    ['kms-via-service', false],
    ['via-aws-service+service-role', true],
  ])
})

test('one remedy that clears all that others clear stands alone', () => {
  assert.ok(idsOf({ head: policyOf(denyOutside()) }).every((id) => !id.includes('+')))
})

test('of two that clear alike, the one that gives up less of the Deny stands first', () => {
  const [first, second] = remediesOf({ head: policyOf(denyOutside(narrow)) })
  assert.deepEqual([first?.id, second?.id], ['called-via', 'via-aws-service'])
  assert.deepEqual(first?.clears, second?.clears)
})

test('what clears more of the gravest paths stands before what gives up less', () => {
  assert.deepEqual(idsOf({ head: policyOf(denyOutside()) }).slice(0, 2), ['via-aws-service', 'kms-via-service'])
})

test('a list of addresses that the file does not hold keeps outsiders out all the same: the exemption opens nothing', () => {
  const head = `data "aws_iam_policy_document" "d" {
  statement {
    effect    = "Deny"
    actions   = ["*"]
    resources = ["*"]
    condition {
      test     = "NotIpAddress"
      variable = "aws:SourceIp"
      values   = var.office
    }
  }
}
`
  const [first] = remediesOf({ head, path: 'main.tf' })
  assert.deepEqual([first?.id, first?.opens], ['via-aws-service', []])
})

test('an outsider behind an endpoint of somebody else’s who may make the first call is an outsider', () => {
  // Public callers are let in from everywhere, so that only those without an address are kept out.
  const everywhere = { NotIpAddress: { 'aws:SourceIp': ['0.0.0.0/0', '::/0'] } }
  const covered = remediesOf({ head: policyOf(denyOutside({ Condition: everywhere })) })
  const open = remediesOf({ head: policyOf(denyOutside({ Action: 's3:*', Condition: everywhere })) })
  const via = (remedies: typeof open) => remedies.find(({ id }) => id === 'via-aws-service')
  assert.deepEqual(via(covered)?.opens, [])
  assert.ok(
    via(open)?.opens.some((way) => /^s3:\w+ through athena/.test(way)),
    JSON.stringify(via(open)?.opens),
  )
})

const hardToTry: readonly (readonly [why: string, statement: object])[] = [
  ['objects alone', denyOutside({ Action: 's3:*', Resource: 'arn:aws:s3:::b/*' })],
  ['a service that only CloudFormation is known to call', denyOutside({ Action: 'amplify:*' })],
]
for (const [why, statement] of hardToTry) {
  test(`a Deny on ${why} is proven on requests that it is about: plain Bool is refused there as well`, () => {
    const offered = (operator: string) => {
      const careless: RemedyStrategy = {
        ...assumeRole,
        id: 'careless',
        propose: () => [{ kind: 'add-condition', operator, key: 'aws:ViaAWSService', values: ['false'] }],
        advise: () => undefined,
      }
      const files = [{ base: undefined, head: { path: 'p.json', text: policyOf(statement) } }]
      const { findings } = inspect(files, { ...registry, strategies: [careless] }, settings)
      return findings.some(({ remedies }) => remedies.length > 0)
    }
    assert.deepEqual([offered('Bool'), offered('BoolIfExists')], [false, true])
  })
}

const ours = 'vpce-0123456789abcdef0'
const elsewhere: readonly (readonly [why: string, statement: object, offered: boolean])[] = [
  ['an Allow for it', { Effect: 'Allow', Condition: { StringEquals: { 'aws:SourceVpce': ours } } }, true],
  ['a Deny for all others', { Effect: 'Deny', Condition: { StringNotEquals: { 'AWS:sourcevpce': [ours] } } }, true],
  ['an Allow for all others', { Effect: 'Allow', Condition: { StringNotEquals: { 'aws:SourceVpce': ours } } }, false],
  ['a Deny for it', { Effect: 'Deny', Condition: { StringEquals: { 'aws:SourceVpce': ours } } }, false],
  ['a pattern', { Effect: 'Allow', Condition: { StringLike: { 'aws:SourceVpce': 'vpce-*' } } }, false],
]
for (const [why, statement, isOffered] of elsewhere) {
  test(`an endpoint named by ${why} is ${isOffered ? '' : 'not '}exempt`, () => {
    const head = policyOf(denyOutside(), { Action: '*', Resource: '*', ...statement })
    const remedy = remediesOf({ head }, 'vpc-endpoint-denied').find(({ id }) => id === 'vpc-endpoint')
    assert.equal(remedy !== undefined, isOffered)
    if (remedy === undefined) return
    assert.deepEqual([remedy.clears, remedy.leaves, remedy.opens], [[], [], []])
    assert.match(remedy.patchedText, new RegExp(`"StringNotEqualsIfExists": \\{ "aws:SourceVpce": "${ours}" \\}`))
    // What a service does after a call through the endpoint shows nothing of it.
    assert.match(remedy.patchedText, /"aws:ViaAWSService": "false"/)
    assert.deepEqual(findingsOf({ head: remedy.patchedText }, 'vpc-endpoint-denied'), [])
  })
}

test('a VPC is unique in its Region only: to exempt it is told as a way round', () => {
  const allow = {
    Effect: 'Allow',
    Action: '*',
    Resource: '*',
    Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-0aa1' } },
  }
  const [remedy] = remediesOf({ head: policyOf(denyOutside(), allow) }, 'vpc-endpoint-denied')
  assert.equal(remedy?.id, 'vpc-endpoint')
  assert.match(remedy.opens.join(), /in another Region/)
})

test('actions are left out by service, and what is open then is told', () => {
  const two = denyOutside({ Action: ['s3:PutObject', 'kms:GenerateDataKey'] })
  const remedy = remediesOf({ head: policyOf(two) }).find(({ id }) => id === 'narrow-actions')
  assert.match(
    remedy?.opens.join('\n') ?? '',
    /^kms:GenerateDataKey, and whatever else .*: called directly, from anywhere$/m,
  )
  assert.ok(remedy?.clears.includes('s3-put-kms') && remedy.leaves.includes('dynamodb-export-s3'))
})

test('a few actions are left out of all as exceptions; many are no narrow hole', () => {
  const few = registry.catalogue.filter(({ id }) => id === 's3-put-kms' || id === 'cloudtrail-s3')
  const { tables: _, ...others } = registry
  const files = [{ base: undefined, head: { path: 'p.json', text: policyOf(denyOutside()) } }]
  const { findings } = inspect(files, { ...others, catalogue: few }, settings)
  const remedy = findings.flatMap(({ remedies }) => remedies).find(({ id }) => id === 'narrow-actions')
  assert.match(remedy?.patchedText ?? '', /"NotAction": "kms:GenerateDataKey",/)
  assert.match(remedy?.opens.at(-1) ?? '', /^kms:\w+[^;]*: called directly, from anywhere$/)
  assert.equal(idsOf({ head: policyOf(denyOutside()) }).includes('narrow-actions'), false)
})

function pairFor(statement: object, path = 'policy.json') {
  return remediesOf({ head: policyOf(statement), path }).find(({ id }) => id === 'assume-role')
}

test('assume-role writes the pair of policies for the very addresses, changes no file, and clears every path', () => {
  const pair = pairFor(denyOutside())
  assert.ok(pair)
  assert.deepEqual([pair.edits, pair.leaves], [[], []])
  const [trust, caller] = (pair.documents ?? []).map(({ text }) => JSON.parse(text))
  assert.deepEqual(trust.Statement[1].Condition, { NotIpAddress: { 'aws:SourceIp': office } })
  assert.deepEqual([trust.Statement[0].Action, trust.Statement[1].Effect], ['sts:AssumeRole', 'Deny'])
  assert.deepEqual(trust.Statement[0].Principal, trust.Statement[1].Principal)
  assert.equal(caller.Statement.length, 1)
  assert.equal(caller.Statement[0].Action, 'sts:AssumeRole')
  assert.match((pair.costs ?? []).join('\n'), /once[\s\S]*CloudTrail[\s\S]*sts:SourceIdentity/)
  assert.ok(pair.opens.length > 0, 'a stolen session works from anywhere, so nobody commits this unread')
})

test('assume-role keeps what else tells insiders apart, names the user of the statement, and drops what spares services', () => {
  const user = 'arn:aws:iam::444455556666:user/ops/alice'
  const pair = pairFor(
    denyOutside(
      outside({
        ArnEquals: { 'aws:PrincipalArn': user },
        'ForAnyValue:StringNotLike': { 'aws:TagKeys': ['a*'] },
        StringNotEqualsIfExists: { 'aws:SourceVpce': ours, 'aws:CalledViaFirst': 'athena.amazonaws.com' },
      }),
    ),
  )
  assert.ok(pair)
  const [trust, caller] = (pair.documents ?? []).map(({ text }) => JSON.parse(text))
  assert.deepEqual(trust.Statement[1].Condition, {
    NotIpAddress: { 'aws:SourceIp': office },
    'ForAnyValue:StringNotLike': { 'aws:TagKeys': 'a*' },
    StringNotEqualsIfExists: { 'aws:SourceVpce': ours },
  })
  assert.equal(trust.Statement[0].Principal.AWS, user)
  assert.equal(caller.Statement[0].Resource, 'arn:aws:iam::444455556666:role/from-our-addresses')
  assert.doesNotMatch(pair.documents?.[0]?.title ?? '', /put the ARN/)
})

const noPair: readonly (readonly [why: string, statement: object, path?: string])[] = [
  ['an SCP is about everybody', denyOutside(), 'scp.json'],
  ['a bucket’s policy is no user’s', denyOutside(bucket)],
]
for (const [why, statement, path] of noPair) {
  test(`no pair of policies: ${why}`, () => assert.equal(pairFor(statement, path), undefined))
}

/** The engine with the pair of policies changed. */
function advisedWith(change: (advice: Advice) => Advice): readonly string[] {
  const strategy: RemedyStrategy = {
    ...assumeRole,
    advise: (finding) => {
      const advice = assumeRole.advise?.(finding)
      return advice && change(advice)
    },
  }
  const files = [{ base: undefined, head: { path: 'p.json', text: policyOf(denyOutside(narrow)) } }]
  const report = inspect(files, { ...registry, strategies: [strategy] }, settings)
  return report.findings.flatMap(({ remedies }) => remedies.map(({ id }) => id))
}

const replaced = (part: 'trust' | 'caller', from: string, to: string) => (advice: Advice) => {
  assert.ok(advice[part].text.includes(from))
  return { ...advice, [part]: { ...advice[part], text: advice[part].text.replaceAll(from, to) } }
}
const badPairs: readonly (readonly [why: string, change: (advice: Advice) => Advice])[] = [
  ['a door that is open to others', replaced('trust', '198.51.100.0/24', '198.51.0.0/16')],
  ['a door that keeps insiders out', replaced('trust', '"198.51.100.0/24"', '"192.0.2.0/24"')],
  ['a door that is open without an address', replaced('trust', '"NotIpAddress"', '"IpAddress"')],
  ['a Deny for somebody else', replaced('trust', ':user/example', ':user/other')],
  ['a door without a Deny', replaced('trust', '"Deny"', '"Allow"')],
  ['text that is no policy', (advice) => ({ ...advice, trust: { title: '', text: '{' } })],
  ['a user who may do more', replaced('caller', 'sts:AssumeRole', '*')],
  ['a user who may do nothing', replaced('caller', '"Allow"', '"Deny"')],
]
for (const [why, change] of badPairs) {
  test(`no pair is offered with ${why}`, () => assert.deepEqual(advisedWith(change), []))
}
test('the same machinery takes the pair as it is', () =>
  assert.deepEqual(
    advisedWith((advice) => advice),
    ['assume-role'],
  ))

const lifts: readonly (readonly [why: string, dates: Partial<EngineSettings>, end: string])[] = [
  [
    'the date given',
    { liftUntil: '2026-12-24T18:00:00.000Z', baseDate: '2026-11-25T10:00:00Z' },
    '2026-12-24T18:00:00Z',
  ],
  ['a day after the base commit', { baseDate: '2026-11-24T10:30:15Z' }, '2026-11-25T10:30:15Z'],
  [
    'the end of tomorrow, where a day after the base commit is over',
    { baseDate: '2026-11-20T10:00:00Z' },
    '2026-11-27T00:00:00Z',
  ],
  ['the end of tomorrow, where no commit is known', {}, '2026-11-27T00:00:00Z'],
]
for (const [why, dates, end] of lifts) {
  test(`a lift ends at ${why}, and stands last`, () => {
    const last = remediesOf({ head: policyOf(denyOutside(narrow)), settings: dates }).at(-1)
    assert.equal(last?.id, 'temporary-lift')
    assert.match(last.patchedText, new RegExp(`"DateGreaterThan": \\{ "aws:CurrentTime": "${end}" \\}`))
    assert.match(last.opens.join(), new RegExp(`until ${end}$`))
  })
}

const anchored = (uses: string) => `Resources:
  One:
    Type: AWS::IAM::ManagedPolicy
    Metadata:
      Fence: &fence
        NotIpAddress:
          aws:SourceIp: 203.0.113.0/24
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Deny
            Action: '*'
            Resource: '*'
            Condition: *fence
${uses}`
test('a condition that stands behind an anchor outside the statement is changed there, where it is the only one that does', () => {
  const [first] = remediesOf({ head: anchored(''), path: 't.yaml' })
  assert.equal(first?.id, 'via-aws-service')
  assert.match(
    first.patchedText,
    /Fence: &fence\n {8}NotIpAddress:\n {10}aws:SourceIp: 203\.0\.113\.0\/24\n {8}BoolIfExists:\n/,
  )
})
test('an anchor that two statements use is left alone: the change would be of both', () => {
  const second =
    "          - Effect: Deny\n            Action: 's3:*'\n            Resource: '*'\n            Condition: *fence\n"
  const remedies = remediesOf({ head: anchored(second), path: 't.yaml' })
  assert.ok(
    remedies.every(({ edits }) => edits.length === 0),
    remedies.map(({ id }) => id).join(),
  )
})

test('a list of services that is there is made longer, not written a second time', () => {
  const statement = denyOutside({
    ...narrow,
    ...outside({ StringNotEquals: { 'aws:calledViaFirst': ['drs.amazonaws.com'] } }),
  })
  const named = remediesOf({ head: policyOf(statement) }).find(({ id }) => id === 'called-via')
  assert.equal(named?.patchedText.match(/calledviafirst/gi)?.length, 1)
  assert.match(named.patchedText, /"drs\.amazonaws\.com",\s+"cloudformation\.amazonaws\.com"/)
})
