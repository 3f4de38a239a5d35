import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { reportOf } from '../inspecting.ts'

const cdk = `import { aws_iam as iam } from 'aws-cdk-lib'
new iam.PolicyStatement({
  effect: iam.Effect.DENY,
  actions: ['*'],
  resources: ['*'],
  conditions: { NotIpAddress: { 'aws:SourceIp': office } },
})
`
const pulumi = `import pulumi_aws as aws
aws.iam.Policy("p", policy={"Statement": [{"Effect": "Deny", "Action": "*",
    "Condition": {"NotIpAddress": {"aws:SourceIp": office}}}]})
`

interface Row {
  readonly why: string
  readonly path: string
  readonly base?: string
  readonly head: string
  /** Line of the notice and what it says is to be run; absent: nothing is told. */
  readonly told?: readonly [line: number, run: string]
}

const rows: readonly Row[] = [
  { why: 'a new file', path: 'lib/stack.ts', head: cdk, told: [6, 'cdk synth'] },
  {
    why: 'a line that is added',
    path: 'lib/stack.ts',
    base: cdk.replace('aws:SourceIp', 'x'),
    head: cdk,
    told: [6, 'cdk synth'],
  },
  {
    why: 'a second one',
    path: 'lib/stack.ts',
    base: cdk,
    head: `${cdk}const key = 'AWS:sourceip'\n`,
    told: [8, 'cdk synth'],
  },
  {
    why: 'a line that is moved and indented',
    path: 'lib/stack.ts',
    base: cdk,
    head: `\n${cdk.replaceAll('\n', '\n  ')}`,
  },
  { why: 'a change beside it', path: 'lib/stack.ts', base: cdk.replace('DENY', 'ALLOW'), head: cdk },
  { why: 'a line that goes', path: 'lib/stack.ts', base: `${cdk}// aws:SourceIp, too\n`, head: cdk },
  { why: 'Pulumi', path: 'main.py', head: pulumi, told: [3, 'pulumi preview --json > preview.json'] },
  {
    why: 'Java',
    path: 'Stack.java',
    head: `import software.amazon.awscdk.*;\n${cdk.slice(cdk.indexOf('new'))}`,
    told: [6, 'cdk synth'],
  },
  { why: 'C#', path: 'Stack.cs', head: `using Amazon.CDK;\n${cdk.slice(cdk.indexOf('new'))}`, told: [6, 'cdk synth'] },
  {
    why: 'Go',
    path: 'stack.go',
    head: `import "github.com/aws/aws-cdk-go/awscdk"\n${cdk.slice(cdk.indexOf('new'))}`,
    told: [6, 'cdk synth'],
  },
  { why: 'CDK for Terraform', path: 'main.ts', head: cdk.replace('aws-cdk-lib', 'cdktf'), told: [6, 'cdktf synth'] },
  {
    why: 'a script',
    path: 'apply.sh',
    head: 'aws iam put-user-policy --policy-document \'{ "Effect": "Deny", "aws:SourceIp": 1 }\'\n',
    told: [1, 'sourceip-guard check'],
  },
  { why: 'an Allow alone', path: 'lib/stack.ts', head: cdk.replace('DENY', 'ALLOW') },
  {
    why: 'the address of a request that is logged',
    path: 'src/log.ts',
    head: 'log(event.requestContext.identity.sourceIp, "denied")\n',
  },
]
for (const { why, path, base, head, told } of rows) {
  test(`code, ${why}: ${told === undefined ? 'nothing is told' : `line ${told[0]}, \`${told[1]}\``}`, () => {
    const report = reportOf({ path, head, ...(base === undefined ? {} : { base }) })
    assert.deepEqual(report.findings, [])
    assert.equal(report.conclusion, 'success')
    assert.deepEqual(
      report.problems.map(({ startLine, help }) => [startLine, told !== undefined && help.includes(`\`${told[1]}`)]),
      told === undefined ? [] : [[told[0], true]],
    )
  })
}

const folder = '../shared/corpus/files'
const skip = existsSync(folder) ? false : `${folder} is not beside this checkout`

test('of code in the corpus at most one notice is told, and no check fails for it', { skip }, () => {
  const names = readdirSync(folder).filter((name) => /\.(?:ts|py|go|cs|sh)$/.test(name))
  assert.ok(names.length > 8)
  for (const path of names) {
    const report = reportOf({ path, head: readFileSync(`${folder}/${path}`, 'utf8') })
    assert.ok(report.problems.length <= 1 && report.conclusion === 'success', path)
  }
})
