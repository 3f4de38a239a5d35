import assert from 'node:assert/strict'
import { test } from 'node:test'
import { denyOutside, findingsOf, policyOf, reportOf } from '../inspecting.ts'

const viaAwsService = { BoolIfExists: { 'aws:ViaAWSService': 'false' } }
const list = (...addresses: string[]): object =>
  denyOutside({ Condition: { NotIpAddress: { 'aws:SourceIp': addresses }, ...viaAwsService } })
const condition = (Condition: object): object => denyOutside({ Condition })
const ip = { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] } }
const bucket = { Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'] }

type Row = readonly [rule: string, why: string, statements: readonly object[], level: string | undefined, path?: string]
const rows: readonly Row[] = [
  ['invalid-address', 'a prefix too long', [list('203.0.113.0/33')], 'error'],
  ['invalid-address', 'octal', [list('010.0.0.1')], 'error'],
  ['invalid-address', 'a placeholder', [list('xxx.xxx.xxx.xxx/xx')], 'error'],
  ['invalid-address', 'IPv6 without a prefix, which is told as a problem', [list('2001:db8::1')], undefined],
  [
    'ipv6-missing',
    'an API of one’s own',
    [denyOutside({ Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' })],
    undefined,
  ],
  ['invalid-address', 'everything', [list('0.0.0.0/0')], 'warning'],
  ['invalid-address', 'bits after the prefix', [list('203.0.113.77/24')], 'notice'],
  ['invalid-address', 'right', [list('203.0.113.0/24', '203.0.113.7', '2001:db8::/32')], undefined],
  ['private-address', 'RFC 1918', [list('203.0.113.0/24', '10.1.0.0/16')], 'warning'],
  ['private-address', 'carrier-grade NAT', [list('100.64.0.0/12')], 'warning'],
  ['private-address', 'unique local IPv6', [list('fd00::/8')], 'warning'],
  [
    'private-address',
    'just beside a private range',
    [list('172.32.0.0/16', '11.0.0.0/8', '192.167.0.0/16')],
    undefined,
  ],
  ['private-address', 'wider than a private range', [list('8.0.0.0/5')], undefined],
  ['ipv6-missing', 'IPv4 alone', [list('203.0.113.0/24')], 'notice'],
  ['ipv6-missing', 'both', [list('203.0.113.0/24', '2001:db8::/32')], undefined],
  [
    'ipv6-missing',
    'a list that is not known',
    [condition({ NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24', { Ref: 'More' }] } })],
    undefined,
  ],
  [
    'ipv6-missing',
    'a list of those who are kept out',
    [condition({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })],
    undefined,
  ],
  ['vpc-endpoint-denied', 'no word of endpoints', [condition({ ...ip, ...viaAwsService })], 'notice'],
  [
    'vpc-endpoint-denied',
    'an endpoint is exempt',
    [condition({ ...ip, StringNotEqualsIfExists: { 'aws:SourceVpce': 'vpce-1' } })],
    undefined,
  ],
  [
    'vpc-endpoint-denied',
    'the key must be there',
    [condition({ ...ip, Null: { 'aws:SourceIp': 'false' } })],
    undefined,
  ],
  [
    'vpc-endpoint-denied',
    'VPC keys that exempt nobody',
    [condition({ ...ip, Null: { 'aws:SourceVpce': 'false' } })],
    'warning',
  ],
  [
    'vpc-endpoint-denied',
    'the policy of an endpoint',
    [{ ...denyOutside({ Principal: '*' }) }],
    'error',
    'vpc-endpoint-policy.json',
  ],
  [
    'vpc-endpoint-denied',
    'an API of one’s own',
    [denyOutside({ Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' })],
    undefined,
  ],
  ['denies-everyone', 'two lists in two statements', [list('203.0.113.0/24'), list('198.51.100.0/24')], 'error'],
  ['denies-everyone', 'lists that overlap', [list('203.0.113.0/24'), list('203.0.113.128/25')], undefined],
  [
    'denies-everyone',
    'different actions',
    [list('203.0.113.0/24'), { ...list('198.51.100.0/24'), Action: 's3:*' }].map((each, index) =>
      index === 0 ? { ...each, Action: 'ec2:*' } : each,
    ),
    undefined,
  ],
  ['denies-everyone', 'IPv4 in one, IPv6 in the other', [list('203.0.113.0/24'), list('2001:db8::/32')], 'error'],
  [
    'denies-everyone',
    'addresses in one statement, an endpoint in the other',
    [
      denyOutside({ ...bucket, Condition: ip }),
      denyOutside({ ...bucket, Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } } }),
    ],
    'error',
  ],
  [
    'denies-everyone',
    'the other statement is about tags',
    [
      list('203.0.113.0/24'),
      condition({
        NotIpAddress: { 'aws:SourceIp': '198.51.100.0/24' },
        StringEquals: { 'aws:PrincipalTag/team': 'x' },
      }),
    ],
    undefined,
  ],
  [
    'exemption-without-effect',
    'the wrong way round',
    [condition({ ...ip, BoolIfExists: { 'aws:ViaAWSService': 'true' } })],
    'warning',
  ],
  ['exemption-without-effect', 'right', [condition({ ...ip, ...viaAwsService })], undefined],
  [
    'exemption-without-effect',
    'Null the wrong way round',
    [denyOutside({ Action: 'kms:*', Condition: { ...ip, Null: { 'kms:ViaService': 'false' } } })],
    'warning',
  ],
  [
    'exemption-without-effect',
    'KMS where there is none',
    [denyOutside({ Action: 's3:*', Condition: { ...ip, Null: { 'kms:ViaService': 'true' } } })],
    'warning',
  ],
  ['exemption-without-effect', 'KMS among all', [condition({ ...ip, Null: { 'kms:ViaService': 'true' } })], undefined],
  [
    'exemption-without-effect',
    'a misspelt key',
    [condition({ ...ip, BoolIfExists: { 'aws:ViaAwsServices': 'false' } })],
    'warning',
  ],
  [
    'exemption-without-effect',
    'a key of folklore',
    [condition({ ...ip, StringNotLike: { 'aws:invokedBy': '*.amazonaws.com' } })],
    'warning',
  ],
  ['exemption-without-effect', 'IfExists alone', [condition({ NotIpAddressIfExists: ip.NotIpAddress })], 'warning'],
  [
    'exemption-without-effect',
    'IfExists beside an exemption',
    [condition({ NotIpAddressIfExists: ip.NotIpAddress, ...viaAwsService })],
    undefined,
  ],
  [
    'exemption-without-effect',
    'switched off',
    [condition({ ...ip, 'ForAnyValue:StringNotEquals': { 'aws:CalledVia': 'athena.amazonaws.com' } })],
    'warning',
  ],
  [
    'exemption-without-effect',
    'services as themselves, in a person’s policy',
    [condition({ ...ip, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } })],
    'warning',
  ],
  [
    'exemption-without-effect',
    'services as themselves, in a bucket’s',
    [denyOutside({ ...bucket, Condition: { ...ip, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } } })],
    undefined,
  ],
]
for (const [rule, why, statements, level, path] of rows) {
  test(`${rule} ${level === undefined ? 'is silent' : `is found, ${level}`}: ${why}`, () => {
    const head = policyOf(...statements)
    const found = findingsOf({ head, ...(path === undefined ? {} : { path }) }, rule)
    assert.equal(found[0]?.level, level)
    if (level === undefined) return
    // What was so before is no news.
    const again = findingsOf(
      {
        head: head.replace('"Statement"', '"Id": "x", "Statement"').replace('"Action": "', '"Sid": "Now", "Action": "'),
        base: head,
        ...(path === undefined ? {} : { path }),
      },
      rule,
    )
    assert.ok(again.every((finding) => finding.level === 'notice'))
  })
}

test('an entry that is not made of the characters of addresses is not repeated in the message', () => {
  const [finding] = findingsOf({ head: policyOf(list('](https://evil.example) @everyone')) }, 'invalid-address')
  assert.doesNotMatch(finding?.message ?? '', /evil/)
})

test('a value that was wrong before is a notice; a new wrong one is not', () => {
  const base = policyOf(list('203.0.113.0/33'))
  const [old] = findingsOf({ base, head: policyOf(list('203.0.113.0/33', '198.51.100.0/24')) }, 'invalid-address')
  assert.equal(old?.level, 'notice')
  const [fresh] = findingsOf({ base, head: policyOf(list('203.0.113.0/33', '198.51.100.0/99')) }, 'invalid-address')
  assert.equal(fresh?.level, 'error')
})

const exempt = condition({ ...ip, ...viaAwsService })
const removals: readonly (readonly [why: string, base: object, head: object, found: boolean])[] = [
  ['taken away', exempt, condition(ip), true],
  ['turned round', exempt, condition({ ...ip, BoolIfExists: { 'aws:ViaAWSService': 'true' } }), true],
  [
    'from both keys to one',
    condition({ ...ip, ...viaAwsService, Null: { 'kms:ViaService': 'true' } }),
    condition({ ...ip, Null: { 'kms:ViaService': 'true' } }),
    true,
  ],
  [
    'another address alone',
    exempt,
    condition({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/25' }, ...viaAwsService }),
    false,
  ],
  [
    'one of two exemptions, the other suffices',
    condition({ ...ip, ...viaAwsService, Null: { 'kms:ViaService': 'true' } }),
    exempt,
    false,
  ],
  ['never there', condition(ip), condition({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/25' } }), false],
]
for (const [why, base, head, found] of removals) {
  test(`exemption-removed ${found ? 'is found' : 'is silent'}: ${why}`, () => {
    const [finding] = findingsOf({ base: policyOf(base), head: policyOf(head) }, 'exemption-removed')
    assert.equal(finding !== undefined, found)
    if (finding === undefined) return
    assert.equal(finding.level, 'error')
    assert.ok(finding.servicePaths.length > 0 && finding.servicePaths.every(({ existing }) => !existing))
  })
}

/** The Deny with an exemption that is there, that may be there, or with none. */
function fence(exemption: 'there' | 'optional' | 'none'): string {
  const block = `      test     = "BoolIfExists"
      variable = "aws:ViaAWSService"
      values   = ["false"]`
  const written = {
    there: `condition {\n${block}\n    }`,
    optional: `dynamic "condition" {\n      for_each = var.spares\n      content {\n${block}\n      }\n    }`,
    none: '',
  }
  return `data "aws_iam_policy_document" "d" {
  statement {
    effect    = "Deny"
    actions   = ["*"]
    resources = ["*"]
    condition {
      test     = "NotIpAddress"
      variable = "aws:SourceIp"
      values   = ["203.0.113.0/24"]
    }
    ${written[exemption]}
  }
}
`
}
const optionals: readonly (readonly [
  from: Parameters<typeof fence>[0],
  to: Parameters<typeof fence>[0],
  level: string | undefined,
  verdict: string | undefined,
])[] = [
  ['there', 'optional', 'warning', 'may-be-denied'],
  ['optional', 'none', 'error', 'contested'],
  ['there', 'none', 'error', 'contested'],
  ['optional', 'there', undefined, undefined],
  ['optional', 'optional', undefined, undefined],
  ['none', 'optional', undefined, undefined],
]
for (const [from, to, level, verdict] of optionals) {
  test(`exemption-removed is ${level ?? 'silent'} where an exemption was ${from} and is ${to}`, () => {
    const address = '203.0.113.0/24'
    const head = fence(to).replace(address, from === to ? '203.0.113.0/25' : address)
    const [finding] = findingsOf({ base: fence(from), head, path: 'main.tf' }, 'exemption-removed')
    assert.equal(finding?.level, level)
    const paths = finding?.servicePaths ?? []
    assert.deepEqual([...new Set(paths.map((each) => each.verdict))], verdict === undefined ? [] : [verdict])
    assert.ok(paths.every(({ mechanism }) => mechanism === 'forward-access-session'))
  })
}

test('an IPv6 address without a prefix is told as a problem', () => {
  const [problem] = reportOf({ head: policyOf(list('2001:db8::1')) }).problems
  assert.match(problem?.message ?? '', /IPv6 address without a prefix length/)
  assert.equal(problem?.blocking, false)
})
