import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cloudformation } from '../../../src/formats/cloudformation.ts'
import { lineAt, lineStartsOf } from '../../../src/model/lines.ts'
import type { PolicyDocument, Selector, Value } from '../../../src/model/policy.ts'
import { applyEdits } from '../../../src/model/source.ts'
import { testCases } from './case-folder.ts'

testCases(cloudformation, 'cloudformation')

const read = (text: string, path = 'template.yaml') => cloudformation.read({ path, text })
const shown = (value: Value) => (value.kind === 'literal' ? value.text : `?${value.expression}`)
const patterns = (selector: Selector | undefined) => selector?.patterns.map(shown)

function only(text: string): PolicyDocument {
  const { policies, problems } = read(text)
  assert.deepEqual(problems, [])
  const [policy, ...more] = policies
  assert.ok(policy !== undefined && more.length === 0, `${policies.length} policies`)
  return policy
}

/** A template with one resource, its properties given in braces. */
const resource = (type: string, properties: string) =>
  `Resources:\n  It:\n    Type: ${type}\n    Properties: ${properties}\n`
const deny = '{Effect: Deny, Action: "*", Resource: "*", Condition: {NotIpAddress: {aws:SourceIp: 192.0.2.0/24}}}'
const denyAll = deny.replace('{Effect', '{Principal: "*", Effect')
const document = `{Version: 2012-10-17, Statement: [${deny}]}`
const resourceDocument = `{Version: 2012-10-17, Statement: [${denyAll}]}`
const inRole = (services: string) =>
  `{AssumeRolePolicyDocument: {Statement: {Effect: Allow, Action: sts:AssumeRole, Principal: ${services}}}, Policies: [{PolicyDocument: ${document}}]}`

type TypeRow = readonly [type: string, properties: string, expected: string, address: string]
const types: readonly TypeRow[] = [
  ['AWS::IAM::ManagedPolicy', `{PolicyDocument: ${document}}`, 'identity', 'PolicyDocument'],
  ['AWS::IAM::Policy', `{PolicyDocument: ${document}}`, 'identity', 'PolicyDocument'],
  ['AWS::IAM::UserPolicy', `{PolicyDocument: ${document}}`, 'identity', 'PolicyDocument'],
  ['AWS::IAM::User', `{Policies: [{PolicyDocument: ${document}}]}`, 'identity', 'Policies.0.PolicyDocument'],
  ['AWS::IAM::Group', `{Policies: [{PolicyDocument: ${document}}]}`, 'identity', 'Policies.0.PolicyDocument'],
  ['AWS::IAM::Role', `{AssumeRolePolicyDocument: ${resourceDocument}}`, 'trust', 'AssumeRolePolicyDocument'],
  ['AWS::S3::BucketPolicy', `{PolicyDocument: ${resourceDocument}}`, 'resource', 'PolicyDocument'],
  ['AWS::SQS::QueuePolicy', `{PolicyDocument: ${resourceDocument}}`, 'resource', 'PolicyDocument'],
  ['AWS::SNS::TopicPolicy', `{PolicyDocument: ${resourceDocument}}`, 'resource', 'PolicyDocument'],
  ['AWS::KMS::Key', `{KeyPolicy: ${resourceDocument}}`, 'resource', 'KeyPolicy'],
  ['AWS::SecretsManager::ResourcePolicy', `{ResourcePolicy: ${resourceDocument}}`, 'resource', 'ResourcePolicy'],
  ['AWS::ECR::Repository', `{RepositoryPolicyText: ${resourceDocument}}`, 'resource', 'RepositoryPolicyText'],
  ['AWS::EC2::VPCEndpoint', `{PolicyDocument: ${resourceDocument}}`, 'vpce', 'PolicyDocument'],
  ['AWS::Organizations::Policy', `{Type: SERVICE_CONTROL_POLICY, Content: ${document}}`, 'scp', 'Content'],
  ['AWS::Organizations::Policy', `{Content: ${resourceDocument}, Type: RESOURCE_CONTROL_POLICY}`, 'rcp', 'Content'],
  ['OC::ORG::ServiceControlPolicy', `{PolicyDocument: ${document}}`, 'scp', 'PolicyDocument'],
  ['AWS::SSO::PermissionSet', `{InlinePolicy: ${document}}`, 'identity', 'InlinePolicy'],
  ['AWS::Serverless::Function', `{Policies: [AWSLambdaBasicExecutionRole, ${document}]}`, 'identity', 'Policies.1'],
  [
    'AWS::Serverless::Api',
    `{Auth: {ResourcePolicy: {CustomStatements: [${denyAll}]}}}`,
    'resource',
    'Auth.ResourcePolicy.CustomStatements',
  ],
  ['AWS::Events::EventBusPolicy', `{StatementId: x, Statement: ${denyAll}}`, 'resource', 'Statement'],
  ['AWS::RolesAnywhere::Profile', `{SessionPolicy: ${document}}`, 'session', 'SessionPolicy'],
  ['Custom::Fence', `{Anything: {Deep: ${document}}}`, 'identity', 'Anything.Deep'],
  ['Custom::Fence', `{Anything: {Deep: ${resourceDocument}}}`, 'resource', 'Anything.Deep'],
]
for (const [type, properties, expected, address] of types) {
  test(`type of a policy in ${type} ${address}: ${expected}`, () => {
    const policy = only(resource(type, properties))
    assert.equal(policy.type, expected)
    assert.equal(policy.address, `Resources.It.Properties.${address}`)
    assert.match(policy.typeBasis, /^[a-z]/)
  })
}

const assumed: readonly (readonly [why: string, template: string, expected: readonly string[]])[] = [
  [
    'a role that a service assumes',
    resource('AWS::IAM::Role', inRole('{Service: lambda.amazonaws.com}')),
    ['lambda.amazonaws.com'],
  ],
  [
    'two services, one by its Region',
    resource('AWS::IAM::Role', inRole('{Service: [ec2.amazonaws.com, !Sub "logs.${AWS::Region}.amazonaws.com"]}')),
    ['ec2.amazonaws.com', 'logs.us-east-1.amazonaws.com'],
  ],
  ['a role of people', resource('AWS::IAM::Role', inRole('{AWS: "arn:aws:iam::111122223333:user/x"}')), []],
  ['a function of SAM', resource('AWS::Serverless::Function', `{Policies: ${document}}`), ['lambda.amazonaws.com']],
  [
    'a state machine of SAM',
    resource('AWS::Serverless::StateMachine', `{Policies: [${document}]}`),
    ['states.amazonaws.com'],
  ],
  [
    'a policy that names its role',
    `${resource('AWS::IAM::Policy', `{Roles: [!Ref Worker], PolicyDocument: ${document}}`)}  Worker: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: glue.amazonaws.com}, Action: sts:AssumeRole}]}}}\n`,
    ['glue.amazonaws.com'],
  ],
  [
    'a policy that names its role by its name',
    `${resource('AWS::IAM::Policy', `{Roles: [worker], PolicyDocument: ${document}}`)}  Worker: {Type: AWS::IAM::Role, Properties: {RoleName: worker, AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: glue.amazonaws.com}, Action: sts:AssumeRole}]}}}\n`,
    ['glue.amazonaws.com'],
  ],
  [
    'a managed policy that the role names',
    `${resource('AWS::IAM::ManagedPolicy', `{PolicyDocument: ${document}}`)}  Worker: {Type: AWS::IAM::Role, Properties: {ManagedPolicyArns: [!Ref It], AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: glue.amazonaws.com}, Action: sts:AssumeRole}]}}}\n`,
    ['glue.amazonaws.com'],
  ],
  [
    'a managed policy that a function of SAM names',
    `${resource('AWS::IAM::ManagedPolicy', `{PolicyDocument: ${document}}`)}  Hook: {Type: AWS::Serverless::Function, Properties: {Policies: [!Ref It]}}\n`,
    ['lambda.amazonaws.com'],
  ],
  [
    'a role that is elsewhere',
    resource('AWS::IAM::Policy', `{Roles: [!ImportValue worker], PolicyDocument: ${document}}`),
    [],
  ],
  ['a policy of a bucket', resource('AWS::S3::BucketPolicy', `{PolicyDocument: ${resourceDocument}}`), []],
]
for (const [why, template, expected] of assumed) {
  test(`who assumes the role that a policy hangs on: ${why}`, () => {
    const policy = read(template).policies.find(({ statements }) => statements[0]?.effect === 'Deny')
    assert.deepEqual(policy?.assumedBy, expected)
  })
}

test('a managed policy that is a permissions boundary is one', () => {
  const { policies } = read(
    `${resource('AWS::IAM::ManagedPolicy', `{PolicyDocument: ${document}}`)}  U: {Type: AWS::IAM::User, Properties: {PermissionsBoundary: !Ref It}}\n`,
  )
  assert.deepEqual(
    policies.map(({ type }) => type),
    ['boundary'],
  )
})

const surroundings = `Parameters:
  Name: {Type: String, Default: vault}
  Free: {Type: String}
  List: {Type: CommaDelimitedList, Default: "arn:aws:s3:::a/*, arn:aws:s3:::b/*"}
  Stored: {Type: "AWS::SSM::Parameter::Value<String>", Default: /name/in/store}
Mappings:
  Net: {prod: {name: mapped, many: [arn:aws:s3:::m, arn:aws:s3:::n]}, us-east-1: {name: regional}}
Resources:
  Bucket: {Type: AWS::S3::Bucket}
  Named: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub "\${Name}-\${AWS::AccountId}"}}
  Queue: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs}}
  Topic: {Type: AWS::SNS::Topic}
  Role: {Type: AWS::IAM::Role, Properties: {RoleName: worker}}
  Loop: {Type: AWS::S3::Bucket, Properties: {BucketName: !Ref Loop}}
`
type ValueRow = readonly [why: string, value: string, expected: readonly string[]]
const resources: readonly ValueRow[] = [
  ['as it is written', '"arn:aws:s3:::a/*"', ['arn:aws:s3:::a/*']],
  ['the ARN of a bucket without a name', '!GetAtt Bucket.Arn', ['arn:aws:s3:::example-bucket']],
  ['the long form', '{Fn::GetAtt: [Bucket, Arn]}', ['arn:aws:s3:::example-bucket']],
  ['the ARN in a text', '!Sub "${Bucket.Arn}/*"', ['arn:aws:s3:::example-bucket/*']],
  [
    'the name of a bucket in an ARN',
    '!Sub "arn:${AWS::Partition}:s3:::${Bucket}/*"',
    ['arn:aws:s3:::example-bucket/*'],
  ],
  ['a name that the template gives', '!GetAtt Named.Arn', ['arn:aws:s3:::vault-111122223333']],
  ['a queue', '!GetAtt Queue.Arn', ['arn:aws:sqs:us-east-1:111122223333:jobs']],
  ['a topic', '!Ref Topic', ['arn:aws:sns:us-east-1:111122223333:example']],
  ['joined', '!Join ["", ["arn:", !Ref AWS::Partition, ":s3:::", !Ref Name, "/*"]]', ['arn:aws:s3:::vault/*']],
  [
    'joined by the long form, with a delimiter',
    '{Fn::Join: [":", ["arn:aws:s3::", {Ref: Bucket}]]}',
    ['arn:aws:s3:::example-bucket'],
  ],
  ['a parameter without a default in an ARN', '!Sub "arn:aws:s3:::${Free}/*"', ['arn:aws:s3:::example-bucket/*']],
  [
    'an account and a Region that are parameters',
    '!Sub "arn:aws:sqs:${Free}:${Free}:jobs-${Free}"',
    ['arn:aws:sqs:us-east-1:111122223333:jobs-example'],
  ],
  ['a service that is a parameter', '!Sub "arn:aws:${Free}:::x"', ['?arn:aws:${Free}:::x']],
  ['a whole ARN that is a parameter', '!Ref Free', ['?Free']],
  ['a parameter of Parameter Store: its default is a name', '!Ref Stored', ['?Stored']],
  ['a list parameter', '!Ref List', ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*']],
  ['a variable of Fn::Sub', '!Sub ["arn:aws:s3:::${B}/*", {B: !Ref Name}]', ['arn:aws:s3:::vault/*']],
  [
    'a dollar that Fn::Sub leaves alone',
    '!Sub "arn:aws:s3:::${Name}/${!aws:username}/*"',
    ['arn:aws:s3:::vault/${aws:username}/*'],
  ],
  ['a mapping', '!Sub ["arn:aws:s3:::${B}", {B: !FindInMap [Net, prod, name]}]', ['arn:aws:s3:::mapped']],
  [
    'a mapping by Region',
    '!Join ["", ["arn:aws:s3:::", !FindInMap [Net, !Ref "AWS::Region", name]]]',
    ['arn:aws:s3:::regional'],
  ],
  ['a list of a mapping', '!FindInMap [Net, prod, many]', ['arn:aws:s3:::m', 'arn:aws:s3:::n']],
  ['an entry of a list', '!Select [1, !FindInMap [Net, prod, many]]', ['arn:aws:s3:::n']],
  ['a list that is split', '!Split [",", "arn:aws:s3:::a,arn:aws:s3:::b"]', ['arn:aws:s3:::a', 'arn:aws:s3:::b']],
  ['both branches of a condition', '!If [Prod, !GetAtt Bucket.Arn, "*"]', ['arn:aws:s3:::example-bucket', '*']],
  [
    'a branch that is nothing',
    '["arn:aws:s3:::a", !If [Prod, "arn:aws:s3:::b", !Ref AWS::NoValue]]',
    ['arn:aws:s3:::a', 'arn:aws:s3:::b'],
  ],
  ['an imported value', '!ImportValue x', ['?Fn::ImportValue x']],
  ['an attribute that is not known here', '!GetAtt Bucket.DomainName', ['?Bucket.DomainName']],
  ['a name made of itself', '!GetAtt Loop.Arn', ['arn:aws:s3:::example-bucket']],
  ['a dynamic reference in an ARN', '"arn:aws:s3:::{{resolve:ssm:/bucket}}/*"', ['arn:aws:s3:::example-bucket/*']],
]
for (const [why, value, expected] of resources) {
  test(`a resource: ${why}`, () => {
    const text = `${surroundings}  P: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Deny, Action: "*", Resource: ${value}}]}}}\n`
    assert.deepEqual(patterns(only(text).statements[0]?.resources), expected)
  })
}

test('what is only an example says so, and what is written does not', () => {
  const text = `${surroundings}  P: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: {Statement: [{Effect: Deny, Action: "*", Resource: ["*", !Sub "\${Bucket.Arn}/*"]}]}}}\n`
  const [written, example] = only(text).statements[0]?.resources?.patterns ?? []
  assert.equal(written?.expression, undefined)
  assert.equal(example?.expression, '${Bucket.Arn}/*')
  assert.equal(text.slice(example?.range.start, example?.range.end), '!Sub "${Bucket.Arn}/*"')
})

const homes: readonly (readonly [type: string, property: string, expected: string])[] = [
  ['AWS::S3::BucketPolicy', 'PolicyDocument', 'arn:aws:s3:::example-bucket'],
  ['AWS::SNS::TopicPolicy', 'PolicyDocument', 'arn:aws:sns:us-east-1:111122223333:example'],
  ['AWS::SQS::QueuePolicy', 'PolicyDocument', 'arn:aws:sqs:us-east-1:111122223333:example'],
  ['AWS::KMS::Key', 'KeyPolicy', 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'],
]
for (const [type, property, expected] of homes) {
  test(`a policy of ${type} can only be about what it protects`, () => {
    const statement = '{Effect: Deny, Principal: "*", Action: "*", Resource: [!ImportValue it, !Sub "${Free}/*"]}'
    const text = resource(type, `{${property}: {Statement: [${statement}]}}`)
    assert.deepEqual(patterns(only(text).statements[0]?.resources), [expected, `${expected}/*`])
  })
}

const conditionValues: readonly (readonly [why: string, key: string, value: string, expected: readonly string[]])[] = [
  [
    'addresses as they are written',
    'aws:SourceIp',
    '[192.0.2.0/24, "2001:db8::/32"]',
    ['192.0.2.0/24', '2001:db8::/32'],
  ],
  ['a parameter with a default is some list', 'aws:SourceIp', '!Ref Name', ['?Name']],
  ['a list parameter is one list', 'AWS:SourceIP', '!Ref List', ['?List']],
  ['a mapping is some list', 'aws:SourceIp', '!FindInMap [Net, prod, many]', ['?Fn::FindInMap [Net, prod, many]']],
  ['both branches', 'aws:SourceIp', '!If [Prod, !Ref List, [192.0.2.0/24]]', ['?List', '192.0.2.0/24']],
  ['text that no expression is in', 'aws:SourceIp', '!Sub 192.0.2.0/24', ['192.0.2.0/24']],
  ['an account is known', 'aws:PrincipalAccount', '!Ref AWS::AccountId', ['111122223333']],
  [
    'an ARN of this account is known',
    'aws:PrincipalArn',
    '!Sub "arn:aws:iam::${AWS::AccountId}:role/*"',
    ['arn:aws:iam::111122223333:role/*'],
  ],
  ['a mapping by written keys is known', 'aws:PrincipalTag/x', '!FindInMap [Net, prod, name]', ['mapped']],
  ['a default is not', 'aws:PrincipalTag/x', '!Ref Name', ['?Name']],
  ['the ARN of a role is not', 'aws:PrincipalArn', '!GetAtt Role.Arn', ['?Role.Arn']],
]
for (const [why, key, value, expected] of conditionValues) {
  test(`a value of a condition: ${why}`, () => {
    const text = `${surroundings}  P: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: {Statement: [{Effect: Deny, Action: "*", Resource: "*", Condition: {StringEquals: {"${key}": ${value}}}}]}}}\n`
    assert.deepEqual(only(text).statements[0]?.conditions[0]?.values.map(shown), expected)
  })
}

const elements: readonly (readonly [why: string, statement: string, expected: readonly unknown[]])[] = [
  [
    'actions are not guessed',
    '{Effect: Deny, Action: [s3:*, !Ref Name, !Sub "s3:${Name}"]}',
    ['Deny', ['s3:*', '?Name', '?s3:${Name}'], undefined],
  ],
  ['an effect that a parameter gives may be a Deny', '{Effect: !Ref Name, Action: "*"}', ['Deny', ['*'], undefined]],
  [
    'principals of this template',
    '{Effect: Deny, Action: "*", Principal: {AWS: [!GetAtt Role.Arn, !Sub "arn:aws:iam::${AWS::AccountId}:root"]}}',
    ['Deny', ['*'], ['arn:aws:iam::111122223333:role/worker', 'arn:aws:iam::111122223333:root']],
  ],
  [
    'a principal that is not in the file',
    '{Effect: Deny, Action: "*", Principal: !Ref Free}',
    ['Deny', ['*'], ['?Free']],
  ],
  ['everybody, by a default', '{Effect: Deny, Action: "*", Principal: !Sub "*"}', ['Deny', ['*'], ['*']]],
  [
    'a Sid with a variable',
    '{Sid: !Sub "Fence${Name}", Effect: Deny, Action: "*"}',
    ['Deny', ['*'], undefined, 'Fence${Name}'],
  ],
]
for (const [why, statement, expected] of elements) {
  test(`elements of a statement: ${why}`, () => {
    const text = `${surroundings}  P: {Type: Custom::P, Properties: {D: {Version: 2012-10-17, Statement: [${statement}]}}}\n`
    const [found] = only(text).statements
    assert.ok(found)
    const principals = found.principals?.entries.map(({ value }) => shown(value))
    assert.deepEqual(
      [found.effect, patterns(found.actions), principals, found.sid?.value].slice(0, expected.length),
      expected,
    )
  })
}

const sids = ({ statements }: PolicyDocument) =>
  statements.map(({ sid, conditions }) => `${sid?.value}:${conditions.map(({ key }) => key.value).join('+')}`)
const conditional: readonly (readonly [why: string, statements: string, expected: readonly (readonly string[])[]])[] = [
  [
    'a statement that may be left out',
    '[{Sid: A, Effect: Deny, Action: "*"}, !If [Prod, {Sid: B, Effect: Deny, Action: "*"}, !Ref AWS::NoValue]]',
    [['A:', 'B:']],
  ],
  [
    'two statements of which one is there',
    '[!If [Prod, {Sid: A, Effect: Deny, Action: "*"}, {Sid: B, Effect: Deny, Action: "*"}], {Sid: C, Effect: Deny, Action: "*"}]',
    [['A:', 'C:'], ['B:']],
  ],
  [
    'two lists of which one is there',
    '!If [Prod, [{Sid: A, Effect: Deny, Action: "*"}, {Sid: B, Effect: Deny, Action: "*"}], []]',
    [['A:', 'B:']],
  ],
  [
    'a carve-out that is there on one condition',
    '{Sid: A, Effect: Deny, Action: "*", Condition: {NotIpAddress: {aws:SourceIp: x}, BoolIfExists: !If [Prod, {aws:ViaAWSService: "false"}, !Ref AWS::NoValue]}}',
    [['A:aws:SourceIp+aws:ViaAWSService'], ['A:aws:SourceIp']],
  ],
  [
    'a key that is there on one condition',
    '{Sid: A, Effect: Deny, Action: "*", Condition: {StringNotEquals: {aws:SourceVpc: !If [Prod, vpc-1, !Ref AWS::NoValue], a:b: c}}}',
    [['A:aws:SourceVpc+a:b'], ['A:a:b']],
  ],
  [
    'all conditions',
    '{Sid: A, Effect: Deny, Action: "*", Condition: !If [Prod, {NotIpAddress: {aws:SourceIp: x}}, {Bool: {a:b: c}}]}',
    [['A:aws:SourceIp'], ['A:a:b']],
  ],
  [
    'one condition is one in the whole policy',
    '[!If [Prod, {Sid: A, Effect: Deny, Action: "*"}, {Sid: B, Effect: Deny, Action: "*"}], !If [Prod, {Sid: C, Effect: Deny, Action: "*"}, {Sid: D, Effect: Deny, Action: "*"}]]',
    [
      ['A:', 'C:'],
      ['B:', 'D:'],
    ],
  ],
  ['an effect', '{Sid: A, Effect: !If [Prod, Allow, Deny], Action: "*"}', [['A:'], ['A:']]],
  [
    'a branch within its own branch',
    '!If [Prod, !If [Prod, {Sid: A, Effect: Deny, Action: "*"}, {Sid: B, Effect: Deny, Action: "*"}], {Sid: C, Effect: Deny, Action: "*"}]',
    [['A:'], ['C:']],
  ],
]
for (const [why, statements, expected] of conditional) {
  test(`both branches are read: ${why}`, () => {
    const text = resource(
      'AWS::IAM::ManagedPolicy',
      `{PolicyDocument: {Version: 2012-10-17, Statement: ${statements}}}`,
    )
    const { policies, problems } = read(text)
    assert.deepEqual(policies.map(sids), expected)
    assert.equal(new Set(policies.map(({ address }) => address)).size, policies.length)
    assert.deepEqual(problems, [])
  })
}

test('a whole document that a condition chooses', () => {
  const { policies } = read(
    resource('AWS::S3::BucketPolicy', `{PolicyDocument: !If [Prod, ${resourceDocument}, ${resourceDocument}]}`),
  )
  assert.deepEqual(
    policies.map(({ address, type }) => [address, type]),
    [
      ['Resources.It.Properties.PolicyDocument.Fn::If.1', 'resource'],
      ['Resources.It.Properties.PolicyDocument.Fn::If.2', 'resource'],
    ],
  )
})

const json = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Deny',
      Action: '*',
      Resource: '${Bucket.Arn}',
      Condition: { NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
    },
  ],
})
const strings: readonly (readonly [why: string, value: string, expected: readonly string[]])[] = [
  ['in single quotes', `'${json}'`, ['arn:aws:s3:::example-bucket']],
  ['in double quotes, escaped', JSON.stringify(json), ['arn:aws:s3:::example-bucket']],
  ['of Fn::Sub', `!Sub '${json}'`, ['arn:aws:s3:::example-bucket']],
  [
    'of Fn::Sub with variables',
    `!Sub ['${json.replace('Bucket.Arn', 'B')}', {B: "arn:aws:s3:::v"}]`,
    ['arn:aws:s3:::v'],
  ],
  [
    'of Fn::Join',
    `!Join ["", [${JSON.stringify(json.split('${Bucket.Arn}')[0])}, !GetAtt Bucket.Arn, ${JSON.stringify(json.split('${Bucket.Arn}')[1])}]]`,
    ['arn:aws:s3:::example-bucket'],
  ],
]
for (const [why, value, expected] of strings) {
  test(`a policy in a string ${why}`, () => {
    const text = `${surroundings}  P: {Type: AWS::S3::BucketPolicy, Properties: {PolicyDocument: ${value}}}\n`
    const policy = only(text)
    assert.deepEqual(patterns(policy.statements[0]?.resources), expected)
    assert.equal(policy.address, 'Resources.P.Properties.PolicyDocument')
    assert.equal(lineAt(lineStartsOf(text), policy.statements[0]?.range.start ?? 0), text.split('\n').length - 1)
  })
}

test('a policy of AWS IoT is none of IAM', () => {
  const text = resource('AWS::IoT::Policy', `{PolicyDocument: ${document}}`)
  assert.deepEqual(read(text), { policies: [], problems: [] })
})

test('code that makes a policy is none', () => {
  const text = `${resource('AWS::Lambda::Function', '')}      Code:\n        ZipFile: |\n          import json\n          policy = {"Statement": [{"Effect": "Deny", "Condition": {"NotIpAddress": {"aws:SourceIp": mine}}}]}\n`
  assert.deepEqual(read(text), { policies: [], problems: [] })
})

type ProblemRow = readonly [why: string, text: string, line: number, message: RegExp, blocking: boolean]
const include = '{Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://b/policy.yaml}}}'
const problems: readonly ProblemRow[] = [
  ['a tab', 'Resources:\n\tA: "aws:SourceIp"\n', 2, /tabs/, true],
  ['a tab in a file that does not name the key', 'Resources:\n\tA: sourceIp\n', 2, /tabs/, false],
  [
    'a policy that is included',
    resource('AWS::S3::BucketPolicy', `{PolicyDocument: ${include}}`),
    4,
    /taken from elsewhere/,
    false,
  ],
  [
    'a statement that is included',
    resource('AWS::S3::BucketPolicy', `{PolicyDocument: {Statement: [${denyAll}, ${include}]}}`),
    4,
    /taken from elsewhere/,
    true,
  ],
  [
    'an element that is included',
    resource(
      'AWS::S3::BucketPolicy',
      `{PolicyDocument: {Statement: [{Effect: Deny, Principal: "*", Action: "*", ${include.slice(1, -1)}}]}}`,
    ),
    4,
    /taken from elsewhere/,
    false,
  ],
  [
    'a string that breaks off',
    resource('AWS::SSO::PermissionSet', `{InlinePolicy: '${json.slice(0, -3)}'}`),
    4,
    /in this string cannot be read: a closing/,
    true,
  ],
  [
    'a broken string in a block, on its line',
    `${resource('AWS::SSO::PermissionSet', '')}      InlinePolicy: |\n        {"Statement": [{"Effect": "Deny",\n         "Condition": {"NotIpAddress": {"aws:SourceIp": x}}}]}\n`,
    7,
    /cannot be read: this is not JSON/,
    true,
  ],
  [
    'a key that comes twice',
    resource(
      'AWS::IAM::ManagedPolicy',
      `{PolicyDocument: {Statement: [{Effect: Deny, Action: a, Action: b, Resource: "*", Condition: {NotIpAddress: {aws:SourceIp: x}}}]}}`,
    ),
    4,
    /`Action` stands twice/,
    true,
  ],
  [
    'a mistake in an Allow',
    resource(
      'AWS::IAM::ManagedPolicy',
      `{PolicyDocument: {Statement: [{Effect: Allow, Foo: a, Action: b, Resource: "*", Condition: {NotIpAddress: {aws:SourceIp: x}}}]}}`,
    ),
    4,
    /`Foo` is no element/,
    false,
  ],
]
for (const [why, text, line, message, blocking] of problems) {
  test(`a problem: ${why}`, () => {
    const found = read(text).problems
    const match = found.find((problem) => message.test(problem.message))
    assert.ok(match, JSON.stringify(found.map((problem) => problem.message)))
    assert.equal(lineAt(lineStartsOf(text), match.range.start), line)
    assert.equal(match.blocking, blocking)
    assert.ok(match.help.length > 0)
  })
}

test('mistakes in statements that do not speak of the key are no problem here', () => {
  const text = resource(
    'AWS::IAM::ManagedPolicy',
    `{PolicyDocument: {Statement: [{Effect: Deny, Foo: x, Action: "*"}, ${deny}]}}`,
  )
  assert.deepEqual(read(text).problems, [])
})

test('several templates in one file, with the same names in them', () => {
  const one = resource('AWS::IAM::ManagedPolicy', `{PolicyDocument: ${document}}`)
  assert.deepEqual(
    read(`---\n${one}---\n${one}`).policies.map(({ address }) => address),
    ['Resources.It.Properties.PolicyDocument', 'Resources.It.Properties.PolicyDocument#2'],
  )
})

test('a template in JSON is read and edited as JSON', () => {
  const statement = {
    Effect: 'Deny',
    Action: '*',
    Resource: { 'Fn::Sub': '${B.Arn}/*' },
    Condition: { NotIpAddress: { 'aws:SourceIp': { Ref: 'Office' } } },
  }
  const template = {
    Resources: {
      B: { Type: 'AWS::S3::Bucket' },
      P: { Type: 'AWS::S3::BucketPolicy', Properties: { PolicyDocument: { Statement: [statement] } } },
    },
  }
  const text = JSON.stringify(template, null, 2)
  const file = { path: 'cdk.out/Stack.template.json', text }
  assert.ok(cloudformation.recognises(file))
  const [policy] = cloudformation.read(file).policies
  const [read] = policy?.statements ?? []
  assert.ok(policy && read)
  assert.deepEqual(patterns(read.resources), ['arn:aws:s3:::example-bucket/*'])
  const edits = cloudformation.edit(policy, read, [
    { kind: 'add-condition', operator: 'BoolIfExists', key: 'aws:ViaAWSService', values: ['false'] },
  ])
  const patched = JSON.parse(applyEdits(text, edits))
  const wanted = structuredClone(template)
  Object.assign(wanted.Resources.P.Properties.PolicyDocument.Statement[0]?.Condition ?? {}, {
    BoolIfExists: { 'aws:ViaAWSService': 'false' },
  })
  assert.deepEqual(patched, wanted)
})

const recognised: readonly (readonly [path: string, text: string, expected: boolean])[] = [
  ['a.yaml', 'AWSTemplateFormatVersion: "2010-09-09"\n', true],
  ['a.template', '{"AWSTemplateFormatVersion": "2010-09-09"}', true],
  ['a.yml', 'Transform: x\nResources:\n  A:\n    Type: AWS::S3::Bucket\n', true],
  ['template', '{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}', true],
  ['a.yml', 'service: x\nresources:\n  Resources:\n    A:\n      Type: AWS::S3::Bucket\n', false],
  ['a.yaml', 'Resources:\n  - Type: file\n', false],
  ['a.md', 'AWSTemplateFormatVersion: "2010-09-09"\n', false],
  ['a.py', 'AWSTemplateFormatVersion: "2010-09-09"\n', false],
]
for (const [path, text, expected] of recognised) {
  test(`${path} that begins with ${JSON.stringify(text.slice(0, 25))} is ${expected ? 'a' : 'no'} template`, () => {
    assert.equal(cloudformation.recognises({ path, text }), expected)
  })
}
