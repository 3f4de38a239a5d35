import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newFolder, runIn } from '../fake-github/run-action.ts'
import { type FakeGitHubOptions, type FileChange, startFakeGitHub } from '../fake-github/server.ts'
import { config, denying, mission, narrow, path, policy, statement } from './policies.ts'

type Files = Readonly<Record<string, FileChange>>

interface Row {
  readonly files?: Files
  readonly change: Files
  /** What must be said: the file of a finding, or a message. None for what is, and stays, out of sight. */
  readonly told: readonly RegExp[]
  readonly options?: FakeGitHubOptions
}

let port: number | undefined
const folder = newFolder()

/** Looks at a pull request as the action does, inside this process, and gives what the verdict is made of. */
async function verdictOf({ files, change, options }: Row): Promise<{ status: number; told: string[]; asked: number }> {
  const github = await startFakeGitHub({
    ...options,
    files: { [config]: narrow, ...files },
    ...(port === undefined ? {} : { port }),
  })
  port = Number(new URL(github.url).port)
  github.commit('change', change)
  const payload = github.payload(github.openPullRequest({ head: 'change' }))
  const told: string[] = []
  const { status } = await runIn(folder, { github, payload }, async (env) => {
    Object.assign(process.env, env)
    const { check } = await import('../../src/action/check.ts')
    const { readInputs } = await import('../../src/github/inputs.ts')
    const { report } = await check(readInputs())
    const open = report.findings.filter(({ finding }) => finding.level === 'error')
    told.push(...open.map(({ finding }) => finding.subject.policy.file.path))
    told.push(...report.problems.map(({ file, message }) => `${file.path}: ${message}`))
    return { status: report.conclusion === 'success' ? 0 : 1, stdout: '', stderr: '' }
  })
  const asked = github.log.length
  await github.close()
  return { status: status ?? -1, told, asked }
}

const outside = '{ NotIpAddress = { "aws:SourceIp" = ["203.0.113.0/24"] } }'
const taken = (condition: string) => `locals {\n  outside = ${condition}\n}\n`
/** A Deny of Terraform that has its condition from another file. */
const taking = `resource "aws_iam_policy" "p" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = "*", Resource = "*", Condition = local.outside }]
  })
}
`
const long = denying('Office').replace('"*"', '"iam:*"')
const yaml = (key: string): string =>
  `Version: "2012-10-17"\nStatement:\n  - Effect: Deny\n    Action: "*"\n    Resource: "*"\n    Condition:\n      NotIpAddress:\n        ${key}: ["203.0.113.10/32"]\n`
const terraform = (key: string): string =>
  `data "aws_iam_policy_document" "d" {\n  statement {\n    effect    = "Deny"\n    actions   = ["*"]\n    resources = ["*"]\n    condition {\n      test     = "NotIpAddress"\n      variable = ${key}\n      values   = ["203.0.113.10/32"]\n    }\n  }\n}\n`
const inString = (text: string): string => JSON.stringify({ policy: text })
const hiddenKey = /not in the file: it may be aws:SourceIp/

/** Ways round the check that a pull request may try, and what is told. */
const rows: Readonly<Record<string, Row>> = {
  'a policy that is moved to a folder that is skipped': {
    files: { [path]: long },
    change: { 'vendor/guard.json': { rename: path, content: long.replace('iam:*', '*') } },
    told: [/^vendor\/guard\.json$/],
  },
  'a policy that is moved among the tests': {
    files: { [path]: long },
    change: { 'policies/guard.test.json': { rename: path, content: long.replace('iam:*', '*') } },
    told: [/^policies\/guard\.test\.json$/],
  },
  'a policy that gets an ending that is skipped': {
    files: { [path]: long },
    change: { 'policies/guard.txt': { rename: path, content: long.replace('iam:*', '*') } },
    told: [/^policies\/guard\.txt$/],
  },
  'a policy that becomes a page': {
    files: { [path]: long },
    change: { 'policies/guard.md': { rename: path, content: `# x\n${long.replace('iam:*', '*')}` } },
    told: [/^policies\/guard\.md: this kind of file is not read yet/],
  },
  'a policy that is deleted, and another file that holds it': {
    files: { [path]: long },
    change: { [path]: null, 'dist/other.policy': `${'\n'.repeat(60)}${JSON.stringify(JSON.parse(mission))}\n` },
    told: [/^dist\/other\.policy$/],
  },
  'a policy that is deleted, and a binary file in its place': {
    files: { [path]: long },
    change: { [path]: null, 'dist/other.bin': `${mission}\0` },
    told: [/^dist\/other\.bin: .*is not UTF-8 text/],
  },
  'a link in the place of a policy': {
    files: { [path]: policy([]) },
    change: { [path]: { symlink: '../hidden/guard.txt' }, 'hidden/guard.txt': mission },
    told: [/^hidden\/guard\.txt$/],
  },
  'a new link to a file that was there': {
    files: { 'hidden/guard.txt': mission },
    change: { [path]: { symlink: '../hidden/guard.txt' } },
    told: [/^policies\/guard\.json$/],
  },
  'a link to a folder that is skipped': {
    files: { 'vendor/p/guard.json': mission },
    change: { policies: { symlink: 'vendor/p' } },
    told: [/^policies\/guard\.json$/],
  },
  'the target of a link that was there': {
    files: { [path]: { symlink: '../hidden/guard.txt' }, 'hidden/guard.txt': long },
    change: { 'hidden/guard.txt': long.replace('iam:*', '*') },
    told: [/^hidden\/guard\.txt$/],
  },
  'a file that GitHub shows no diff of': {
    options: { limits: { patch: { bytes: 20, lines: 2 } } },
    change: { '.gitattributes': '*.json -diff linguist-generated\n', [path]: mission },
    told: [/^policies\/guard\.json$/],
  },
  'a file larger than GitHub’s contents API tells': {
    options: { limits: { contentBytes: 40 } },
    files: { [config]: narrow.trimEnd(), [path]: long },
    change: { [path]: long.replace('iam:*', '*') },
    told: [/^policies\/guard\.json$/],
  },
  'a file larger than is read': { change: { [path]: mission.padEnd(2_000_100) }, told: [/is larger than 2 MB/] },
  'a zero byte': { change: { [path]: `${mission}\0` }, told: [/is not UTF-8 text/] },
  'a byte order mark': { change: { [path]: `\ufeff${mission}` }, told: [/^policies\/guard\.json$/] },
  'UTF-16': { change: { [path]: Buffer.from(`\ufeff${mission}`, 'utf16le') }, told: [/^policies\/guard\.json$/] },
  'an ending in capitals': { change: { 'policies/GUARD.JSON': mission }, told: [/^policies\/GUARD\.JSON$/] },
  'a folder with a dot': { change: { '.github/guard.json': mission }, told: [/^\.github\/guard\.json$/] },
  'the key in odd case': { change: { [path]: mission.replace('aws:SourceIp', 'AWS:sourceIP') }, told: [/guard/] },
  'the key in escapes of JSON': {
    change: { [path]: mission.replace('aws:SourceIp', '\\u0061ws:\\u0053ourceIp') },
    told: [/^policies\/guard\.json$/],
  },
  'the key in escapes of YAML': { change: { 'a.yml': yaml('"aws:\\x53ourceIp"') }, told: [/^a\.yml$/] },
  'the key over two lines of YAML': {
    change: { 'a.yml': yaml('? "aws:Source\\\n          Ip"\n        ') },
    told: [/^a\.yml$/],
  },
  'the key behind an alias': { change: { 'a.yml': `x: &k aws:SourceIp\n${yaml('*k ')}` }, told: [/^a\.yml: `x`/] },
  'a condition in a merge key': {
    change: {
      'a.yml': `x: &c\n  NotIpAddress: { "aws:SourceIp": "203.0.113.10/32" }\nPolicyDocument:\n  Version: "2012-10-17"\n  Statement:\n    - Effect: Deny\n      Action: "*"\n      Resource: "*"\n      Condition:\n        <<: *c\n`,
    },
    told: [/^a\.yml$/],
  },
  'the key in escapes of HCL': { change: { 'a.tf': terraform('"aws:\\u0053ourceIp"') }, told: [/^a\.tf$/] },
  'the key put together in HCL': { change: { 'a.tf': terraform('"aws:${"Source"}${"Ip"}"') }, told: [/^a\.tf$/] },
  'the key put together by a function': {
    change: { 'a.tf': terraform('join("", ["aws:Source", "Ip"])') },
    told: [hiddenKey],
  },
  'the key in another file of the change': {
    change: { 'a.tf': terraform('local.k'), 'b.tf': 'locals {\n  k = "aws:SourceIp"\n}\n' },
    told: [/^a\.tf$/],
  },
  'the key in a file that was there': {
    files: { 'b.tf': 'locals {\n  k = "aws:SourceIp"\n}\n' },
    change: { 'a.tf': terraform('local.k') },
    told: [/^a\.tf$/],
  },
  'the key in a file that was there, of another folder': {
    files: { 'other/b.tf': 'locals {\n  k = "aws:SourceIp"\n}\n' },
    change: { 'a.tf': terraform('local.k') },
    told: [hiddenKey],
  },
  'a condition in another file of the change': {
    change: { 'm/main.tf': taking, 'm/locals.tf': taken(outside) },
    told: [/^m\/main\.tf$/],
  },
  'a condition that a Deny takes which did not change': {
    files: { 'm/main.tf': taking, 'm/locals.tf': taken('{ Bool = { "aws:SecureTransport" = "false" } }') },
    change: { 'm/locals.tf': taken(outside) },
    told: [/^m\/main\.tf$/],
  },
  'a condition that goes to a module': {
    change: { 'm.tf': `module "m" {\n  source = "./m"\n  condition = ${outside}\n}\n` },
    told: [/stands in no statement/],
  },
  'the key in a parameter': {
    change: {
      'a.yml': `Parameters: { K: { Type: String } }\nResources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: !Sub '${JSON.stringify(JSON.parse(mission.replace('aws:SourceIp', '${K}')))}'\n`,
    },
    told: [hiddenKey],
  },
  'a statement without a policy around it': { change: { [path]: JSON.stringify([statement]) }, told: [/guard/] },
  'a statement without an action': {
    change: { [path]: JSON.stringify([{ ...statement, Action: undefined }]) },
    told: [/has no `Action`/],
  },
  'a condition in a file of its own': {
    change: { 'policies/only.json': JSON.stringify(statement.Condition) },
    told: [/stands in no statement/],
  },
  'a policy that is encoded for an address': {
    change: { [path]: JSON.stringify({ PolicyDocument: encodeURIComponent(mission) }) },
    told: [/encoded for an address/],
  },
  'a policy in variables of Terraform': {
    change: { 'live/prod.tfvars': `policy = ${mission.replaceAll('": ', '" = ')}` },
    told: [/prod\.tfvars/],
  },
  'a policy in a string in a string': { change: { [path]: inString(inString(mission)) }, told: [/guard/] },
  'a policy in more strings than are opened': {
    change: { [path]: [1, 2, 3, 4, 5].reduce(inString, mission.replace('SourceIp', '\\u0053ourceIp')) },
    told: [/it is in a string in a string/],
  },
  'a second Statement': {
    change: { [path]: mission.replace('"Statement"', '"Statement": [], "Statement"') },
    told: [/`Statement` stands twice/],
  },
  'a second Effect': {
    change: { [path]: mission.replace('"Effect": "Deny"', '"Effect": "Deny", "Effect": "Allow"') },
    told: [/`Effect` stands twice/],
  },
  'broken syntax': { change: { [path]: `${mission}}` }, told: [/goes on after its JSON value ended/] },
  'an exemption that is taken away': {
    files: {
      [path]: policy([
        { ...statement, Condition: { ...statement.Condition, BoolIfExists: { 'aws:ViaAWSService': 'false' } } },
      ]),
    },
    change: { [path]: mission },
    told: [/^policies\/guard\.json$/],
  },
  'an own configuration, with suppressions and a catalogue of its own': {
    change: {
      [path]: mission,
      [config]: `fail-on: never\npaths: ["x/**"]\nsuppressions:\n  - { rule: service-call-denied, file: '**', reason: x, expires: 2099-01-01 }\ncatalogue:\n  services: [rds.amazonaws.com]\n`,
    },
    told: [/^policies\/guard\.json$/],
  },
}

for (const [name, row] of Object.entries(rows)) {
  test(`${name} does not get past the check`, async () => {
    const { status, told } = await verdictOf(row)
    assert.equal(status, 1, told.join('\n'))
    for (const expected of row.told)
      assert.ok(
        told.some((each) => expected.test(each)),
        `${expected}: ${told.join('; ')}`,
      )
  })
}

/** What was always skipped, and what did not change, stays without a word and costs few requests. */
const quiet: Readonly<Record<string, Omit<Row, 'told'>>> = {
  'a new file among the tests': { change: { 'policies/guard.test.json': mission, 'vendor/x.json': mission } },
  'a changed file among the tests, beside a link to another one': {
    files: { 'vendor/x.json': long, 'policies/x.json': { symlink: '../vendor/y.json' }, 'vendor/y.json': mission },
    change: { 'vendor/x.json': mission },
  },
  'a page that speaks of a policy': { change: { 'docs/x.md': mission, 'x.txt': mission } },
  'a policy that is only moved': { files: { [path]: mission }, change: { 'vendor/guard.json': { rename: path } } },
  'a change of the mode alone': { files: { [path]: mission }, change: { [path]: { executable: mission } } },
  'a comment beside a condition that a Deny takes which did not change': {
    files: { 'm/main.tf': taking, 'm/locals.tf': taken(outside) },
    change: { 'm/locals.tf': `# of the office\n${taken(outside)}` },
  },
  'a policy that is deleted, and a page that does not quote it': {
    files: { [path]: mission },
    change: { [path]: null, 'docs/x.md': 'The Deny on addresses is gone.\n' },
  },
  'a repository in the place of a policy': {
    files: { [path]: mission },
    change: { [path]: null, policies: { submodule: 'a'.repeat(40) } },
  },
  'a Deny whose key was not in the file before either': {
    files: { 'a.tf': terraform('var.k') },
    change: { 'a.tf': `# a note\n${terraform('var.k')}` },
  },
  'a link that leads nowhere': { change: { 'policies/x.json': { symlink: '../../nowhere.json' } } },
}

for (const [name, row] of Object.entries(quiet)) {
  test(`${name} is passed without a word`, async () => {
    const { status, told, asked } = await verdictOf({ ...row, told: [] })
    assert.deepEqual([status, told], [0, []])
    assert.ok(asked <= 7, `${asked} requests`)
  })
}
