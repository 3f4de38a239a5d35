import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { ConfigError, engineSettings, type GuardConfig, isCalledBy, narrowed, readConfig } from '../../src/config.ts'
import { inspect } from '../../src/inspect.ts'
import type { Registry } from '../../src/model/contracts.ts'
import type { BrokenPath } from '../../src/model/finding.ts'
import { registry } from '../../src/registry.ts'
import { denyOutside, policyOf } from './inspecting.ts'

const path = '.github/sourceip-guard.yml'
const read = (text: string): GuardConfig => readConfig({ path, text }, {})
const narrowedBy = (text: string): Registry => narrowed(registry, read(text))
const schema = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('schema/config.schema.json', 'utf8')),
)

const deployRole = {
  id: 'our-deploy-role',
  title: 'Our pipeline deploys with a role of its own',
  mechanism: 'service-role',
  via: 'codebuild.amazonaws.com',
  'entry-actions': ['codebuild:StartBuild'],
  actions: ['s3:PutObject', 'cloudfront:CreateInvalidation'],
}
const principal = {
  id: 'our-log-delivery',
  title: 'The log service writes to our bucket',
  mechanism: 'service-principal',
  via: 'delivery.logs.amazonaws.com',
  actions: ['s3:PutObject'],
}
const roleArn = 'arn:aws:iam::111122223333:role/deploy-*'

/** A configuration with own paths, as JSON, which is YAML: a line for every key and every entry of a list. */
function withPaths(...paths: readonly object[]): string {
  return `${JSON.stringify({ catalogue: { paths } }, null, 2)}\n`
}

/** `deployRole` with other values; `undefined` leaves a key out. */
function deploys(other: object): string {
  return withPaths({ ...deployRole, ...other })
}

const good: readonly (readonly [string, string])[] = [
  ['a service role', withPaths(deployRole)],
  ['a role that is known by its ARN', deploys({ 'principal-arn': roleArn })],
  ['a role in any account and partition', deploys({ 'principal-arn': 'arn:*:iam::*:role/team/deploy-?' })],
  ['a role in China', deploys({ 'principal-arn': 'arn:aws-cn:iam::111122223333:role/x' })],
  ['a forward access session', deploys({ mechanism: 'forward-access-session' })],
  ['a service that calls as itself', withPaths(principal)],
  ['a service-linked role', withPaths({ ...principal, mechanism: 'service-linked-role' })],
  ['a bucket', deploys({ resource: 'arn:aws:s3:::our-site' })],
  ['objects in any partition', deploys({ resource: 'arn:*:s3:::our-site/*' })],
  ['a key in one region', deploys({ resource: 'arn:aws:kms:eu-central-1:111122223333:key/*' })],
  ['a document', deploys({ source: 'https://wiki.example.com:8443/x?page=1#deploy' })],
  ['a title in another script', deploys({ title: 'デプロイ: our role, “as is”' })],
  ['an action that no table has', deploys({ actions: ['execute-api:Invoke', 'dynamodb:PartiQLSelect'] })],
  ['an action in other letters', deploys({ actions: ['s3:putobject'] })],
  ['an action with a hyphen', deploys({ actions: ['vpc-lattice:AssociateViaAWSService-EventsAndStates'] })],
  ['two paths', withPaths(deployRole, principal)],
]
for (const [name, text] of good) {
  test(`${name} is a path of one’s own, and the schema agrees`, () => {
    assert.doesNotThrow(() => narrowedBy(text))
    assert.equal(schema(parse(text)), true, JSON.stringify(schema.errors))
  })
}

const bad: readonly (readonly [string, string, RegExp])[] = [
  ['no list', 'catalogue:\n  paths: {}\n', /yml:2: `catalogue\.paths` must be a list/],
  ['an empty list', 'catalogue:\n  paths: []\n', /yml:2: `catalogue\.paths` must hold at least one entry/],
  [
    'an unknown key',
    deploys({ entryActions: ['codebuild:StartBuild'] }),
    /yml:16: `catalogue\.paths\[0\]\.entryActions` is an unknown key\n {2}help: did you mean `entry-actions`\?/,
  ],
  ...['id', 'title', 'mechanism', 'via', 'actions'].map(
    (key) =>
      [`no ${key}`, deploys({ [key]: undefined }), new RegExp(`yml:4: .*\`.*\` lacks the key \`${key}\``)] as const,
  ),
  [
    'a role without a first call',
    deploys({ 'entry-actions': undefined }),
    /yml:4: `catalogue\.paths\[0\]` lacks the key `entry-actions`/,
  ],
  [
    'a session without a first call',
    deploys({ mechanism: 'forward-access-session', 'entry-actions': undefined }),
    /lacks the key `entry-actions`/,
  ],
  ['an id in capitals', deploys({ id: 'OurRole' }), /yml:5: `catalogue\.paths\[0\]\.id` must be a name in kebab-case/],
  ['the id of a resource type', deploys({ id: 'cfn-type-aws-s3-bucket' }), /is kept for generated paths/],
  ['the id of all resource types', deploys({ id: 'cfn-resource-types' }), /is kept for generated paths/],
  ['the id of a generated path', deploys({ id: 'fas-s3-kms' }), /is kept for generated paths/],
  ['an empty title', deploys({ title: ' ' }), /yml:6: .*title` must be one line of at most 160 characters/],
  ['a title in two lines', deploys({ title: 'a\nb' }), /must be one line/],
  ['a title that steers the terminal', deploys({ title: 'a\u001b[2Jb' }), /must be one line/],
  ['a title that turns around', deploys({ title: 'a\u202eb' }), /must be one line/],
  ['a long title', deploys({ title: 'x'.repeat(161) }), /must be one line/],
  [
    'an unknown mechanism',
    deploys({ mechanism: 'servicerole' }),
    /yml:7: .*mechanism` must be one of `forward-access-session`.*\n {2}help: did you mean `service-role`/,
  ],
  ['the mechanism of consoles', deploys({ mechanism: 'console' }), /mechanism` must be one of/],
  ['a service that is no principal', deploys({ via: 'codebuild' }), /yml:8: .*via` must be a service principal/],
  ['a pattern of services', deploys({ via: '*.amazonaws.com' }), /must be a service principal/],
  [
    'a pattern of actions',
    deploys({ actions: ['s3:PutObject', 's3:*'] }),
    /yml:14: `catalogue\.paths\[0\]\.actions\[1\]` must be an action\n {2}help: .*no use here/,
  ],
  ['an action without a service', deploys({ actions: ['PutObject'] }), /must be an action/],
  ['a service in capitals', deploys({ actions: ['S3:PutObject'] }), /must be an action/],
  ['no actions', deploys({ actions: [] }), /yml:12: .*actions` must hold at least one entry/],
  ['one action as text', deploys({ actions: 's3:PutObject' }), /actions` must be a list/],
  ['a number as a first call', deploys({ 'entry-actions': [7] }), /yml:10: .*entry-actions\[0\]` must be text/],
  ['a bucket by its name', deploys({ resource: 'our-site' }), /resource` must be an ARN/],
  ['any resource', deploys({ resource: '*' }), /resource` must be an ARN/],
  ['an ARN of any service', deploys({ resource: 'arn:aws:*:::x' }), /resource` must be an ARN/],
  ['a partition that is half a pattern', deploys({ resource: 'arn:aws*:s3:::x' }), /resource` must be an ARN/],
  ['the ARN of a user', deploys({ 'principal-arn': 'arn:aws:iam::111122223333:user/x' }), /must be the ARN of a role/],
  ['the ARN of a session', deploys({ 'principal-arn': 'arn:aws:sts::111122223333:assumed-role/x/y' }), /of a role/],
  [
    'the ARN of a role where the caller signs',
    deploys({ mechanism: 'forward-access-session', 'principal-arn': roleArn }),
    /yml:16: `catalogue\.paths\[0\]\.principal-arn` is for service roles alone/,
  ],
  ['the ARN of a role where the service signs', withPaths({ ...principal, 'principal-arn': roleArn }), /roles alone/],
  ['a document that is not encrypted', deploys({ source: 'http://wiki.example.com' }), /source` must be an address/],
  ['a document with a password', deploys({ source: 'https://me:secret@wiki.example.com' }), /must be an address/],
  ['a document that ends a link', deploys({ source: 'https://wiki.example.com/ x' }), /must be an address/],
]
for (const [name, text, expected] of bad) {
  test(`a path of one’s own: ${name} is refused with the place, and the schema agrees`, () => {
    assert.throws(
      () => read(text),
      (error) => error instanceof ConfigError && expected.test(error.message),
    )
    assert.equal(schema(parse(text)), false)
  })
}

const unfit: readonly (readonly [string, string, RegExp])[] = [
  [
    'an id that ships',
    deploys({ id: 'codebuild-role' }),
    /yml:5: `catalogue\.paths\[0\]\.id` is taken: `codebuild-role` is a path that ships/,
  ],
  ['an id twice', withPaths(deployRole, deployRole), /yml:18: `catalogue\.paths\[1\]\.id` stands twice/],
  [
    'a service that IAM has not',
    deploys({ actions: ['s3:PutObject', 'cloudfrnt:CreateInvalidation'] }),
    /yml:14: `catalogue\.paths\[0\]\.actions\[1\]` is of no service that IAM has: `cloudfrnt`\n {2}help: did you mean `cloudfront`\?/,
  ],
  [
    'a service that resembles none',
    deploys({ 'entry-actions': ['ourowncompany:Start'] }),
    /yml:10: .*entry-actions\[0\]` is of no service that IAM has.*\n {2}help: write the prefix/,
  ],
  [
    'a slip in an action',
    deploys({ actions: ['s3:PutObjcet'] }),
    /yml:13: .*is no action that is known: `s3:PutObjcet`\n {2}help: did you mean `s3:PutObject`\?/,
  ],
  ['a prototype’s name', deploys({ actions: ['constructor:Name'] }), /is of no service that IAM has/],
]
for (const [name, text, expected] of unfit) {
  test(`a path of one’s own: ${name} is refused with the place`, () => {
    const config = read(text)
    assert.throws(
      () => narrowed(registry, config),
      (error) => error instanceof ConfigError && expected.test(error.message),
    )
  })
}

test('all that is wrong with own paths is told at once', () => {
  assert.throws(
    () => narrowedBy(deploys({ id: 'codebuild-role', actions: ['s4:Put', 's3:PutObjcet'] })),
    /yml:5:.*yml:13:.*yml:14:/s,
  )
})

test('a registry that cannot make paths is not given any', () => {
  const { ownPath: _, ...without } = registry
  assert.throws(() => narrowed(without, read(withPaths(deployRole))), /without `ownPath`/)
  assert.doesNotThrow(() => narrowed(without, read('')))
})

test('an own path has the readings of its mechanism and says that it is the user’s', () => {
  const { catalogue } = narrowedBy(deploys({ 'principal-arn': roleArn, source: 'https://wiki.example.com/deploy' }))
  const own = catalogue.find(({ id }) => id === 'our-deploy-role')
  assert.ok(own)
  assert.deepEqual(
    [own.basis, own.via, own.entryActions],
    ['user', 'codebuild.amazonaws.com', ['codebuild:StartBuild']],
  )
  assert.equal(own.sources[0].url, 'https://wiki.example.com/deploy')
  assert.deepEqual(own.readings[0]?.keys['aws:principalarn'], { kind: 'like', pattern: roleArn })
  assert.equal(catalogue.length, registry.catalogue.length + 1)
  assert.deepEqual(
    catalogue.map(({ id }) => id),
    catalogue.map(({ id }) => id).toSorted(),
  )
})

/** What the engine finds of own paths, which stay alone, in a file with this statement. */
function foundOf(config: string, statement: object, type: string): readonly BrokenPath[] {
  const { paths } = JSON.parse(config).catalogue
  const policies = [{ files: 'p.json', type }]
  const guard = read(JSON.stringify({ catalogue: { disable: ['*'], paths }, policies }))
  const settings = engineSettings(guard, { today: '2026-11-25', scope: 'tree' })
  const head = { path: 'p.json', text: policyOf(statement) }
  const { findings } = inspect([{ base: undefined, head }], narrowed(registry, guard), settings)
  return findings.flatMap(({ finding }) => finding.paths)
}

const outcomes: readonly (readonly [string, string, object, string, readonly string[]])[] = [
  ['a Deny in an SCP breaks it', withPaths(deployRole), denyOutside(), 'scp', ['denied error']],
  [
    'a Deny that leaves the role out does not',
    deploys({ 'principal-arn': roleArn }),
    denyOutside({
      Condition: {
        NotIpAddress: { 'aws:SourceIp': '203.0.113.10/32' },
        ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/deploy-*' },
      },
    }),
    'scp',
    [],
  ],
  [
    'one that leaves another role out does',
    deploys({ 'principal-arn': roleArn }),
    denyOutside({
      Condition: {
        NotIpAddress: { 'aws:SourceIp': '203.0.113.10/32' },
        ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/other-*' },
      },
    }),
    'scp',
    ['denied error'],
  ],
  ['a Deny of other actions does not', withPaths(deployRole), denyOutside({ Action: 'ec2:*' }), 'scp', []],
  [
    'one of other resources does not',
    deploys({ actions: ['s3:PutObject'], resource: 'arn:aws:s3:::our-site/*' }),
    denyOutside({ Resource: 'arn:aws:s3:::elsewhere/*' }),
    'scp',
    [],
  ],
  ['a person’s policy never meets the role', withPaths(deployRole), denyOutside(), 'identity', []],
  [
    'a bucket’s policy meets a service that calls as itself',
    withPaths({ ...principal, id: 'our-deploy-role' }),
    denyOutside({ Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::logs/*' }),
    'resource',
    ['denied error'],
  ],
  [
    'a session of the caller is contested',
    deploys({ mechanism: 'forward-access-session' }),
    denyOutside(),
    'scp',
    ['contested error'],
  ],
  [
    'whether the build or the service calls is not said, so its mark decides nothing',
    withPaths(deployRole),
    denyOutside({
      Condition: {
        NotIpAddress: { 'aws:SourceIp': '203.0.113.10/32' },
        Null: { 'codebuild:ProjectArn': 'true' },
      },
    }),
    'scp',
    ['may-be-denied warning'],
  ],
]
for (const [name, config, statement, type, expected] of outcomes) {
  test(`a path of one’s own: ${name}`, () => {
    const found = foundOf(config, statement, type)
    assert.deepEqual(
      found.map(({ verdict, level }) => `${verdict} ${level}`),
      expected,
    )
  })
}

test('a narrowed catalogue keeps the services that are named and loses what is disabled', () => {
  const { catalogue } = narrowedBy(
    'catalogue:\n  services: [cloudformation, athena.amazonaws.com]\n  disable: [athena-s3-*]\n',
  )
  assert.ok(catalogue.length > 0)
  assert.deepEqual([...new Set(catalogue.map(({ via }) => via))].toSorted(), [
    'athena.amazonaws.com',
    'cloudformation.amazonaws.com',
  ])
  assert.ok(registry.catalogue.some(({ id }) => id.startsWith('athena-s3-')))
  assert.ok(!catalogue.some(({ id }) => id.startsWith('athena-s3-')))
})

/** How much is left of each generated list. */
function generated({ tables }: Registry): { readonly types: number; readonly services: number; readonly all: number } {
  assert.ok(tables)
  const types = tables.typesCalling(() => true).length
  return { types, services: tables.servicePaths().length, all: tables.allPaths().length }
}
const whole = generated(registry)

const left: readonly (readonly [string, string, ReturnType<typeof generated>])[] = [
  ['nothing leaves all', '', whole],
  ['`*` leaves none', 'catalogue:\n  disable: ["*"]\n', { types: 0, services: 0, all: 0 }],
  [
    'one type is left out of every list',
    'catalogue:\n  disable: [cfn-type-aws-s3-bucket]\n',
    { types: whole.types - 1, services: whole.services, all: whole.all - 1 },
  ],
  [
    'the path that stands for all types leaves them out of reports, not out of the list',
    'catalogue:\n  disable: [cfn-resource-types]\n',
    { ...whole, types: 0 },
  ],
  ['all types', 'catalogue:\n  disable: [cfn-type-*]\n', { types: 0, services: whole.services, all: whole.services }],
  [
    'all services but one',
    'catalogue:\n  disable: ["fas-*", "!fas-s3-kms"]\n',
    { types: whole.types, services: 1, all: whole.all - whole.services + 1 },
  ],
  ['a service that no curated path has', 'catalogue:\n  services: [account]\n', accountAlone()],
]
function accountAlone(): ReturnType<typeof generated> {
  const services = registry.tables?.servicePaths().filter(({ via }) => via === 'account.amazonaws.com').length ?? 0
  return { types: 0, services, all: services }
}
for (const [name, text, expected] of left) {
  test(`generated paths: ${name}`, () => assert.deepEqual(generated(narrowedBy(text)), expected))
}

test('a narrowed table tells no other actions of a type than the whole one', () => {
  const calls = ({ tables }: Registry) => tables?.typesCalling((action) => action === 'sqs:CreateQueue')
  const [all, some] = [calls(registry), calls(narrowedBy('catalogue:\n  disable: [cfn-type-aws-sqs-*]\n'))]
  assert.ok(all?.some(({ type }) => type === 'AWS::SQS::Queue'))
  assert.deepEqual(
    some,
    all?.filter(({ type }) => type !== 'AWS::SQS::Queue'),
  )
})

test('own paths stay, whatever is disabled and whichever services are kept', () => {
  const { catalogue } = narrowed(
    registry,
    read(JSON.stringify({ catalogue: { disable: ['*'], services: ['athena'], paths: [deployRole] } })),
  )
  assert.deepEqual(
    catalogue.map(({ id }) => id),
    ['our-deploy-role'],
  )
})

test('services that no path has would leave nothing to find, so each is an error with its place', () => {
  assert.throws(
    () => narrowedBy('catalogue:\n  services:\n    - cloudformatoin\n    - s3\n    - nobody-knows\n'),
    (error) =>
      error instanceof ConfigError &&
      /yml:3: `catalogue\.services\[0\]` .*\n.*did you mean `cloudformation`.*\n.*yml:5: .*`nobody-knows`/.test(
        error.message,
      ),
  )
})

test('the service of an own path may be the only one that is kept', () => {
  assert.doesNotThrow(() =>
    narrowedBy(
      JSON.stringify({
        catalogue: { services: ['our.own'], paths: [{ ...deployRole, via: 'our.own.amazonaws.com' }] },
      }),
    ),
  )
})

test('a service is known by its principal and by the first part of that', () => {
  const path = registry.catalogue.find(({ via }) => via === 'cloudformation.amazonaws.com')
  assert.ok(path)
  assert.deepEqual(
    ['CloudFormation', 'cloudformation.amazonaws.com', 'cloud', 'amazonaws'].map((name) => isCalledBy(path, name)),
    [true, true, false, false],
  )
})
