import assert from 'node:assert/strict'
import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { stripVTControlCharacters } from 'node:util'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { version } from '../../../src/version.ts'
import { temporaryFolder } from '../changes/temporary-repository.ts'
import { configFile, deny, fewPaths, harmless, policy, repositoryWith, runHere, workingTreeWith } from './run-here.ts'

const isReport = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('schema/report.schema.json', 'utf8')),
)
const exempt = {
  Condition: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.10/32'] }, BoolIfExists: { 'aws:ViaAWSService': 'false' } },
}

test('the version and the helps are told', async () => {
  assert.deepEqual(await runHere(['--version'], { cwd: '.' }), { status: 0, stdout: `${version}\n`, stderr: '' })
  const help = await runHere(['--help'], { cwd: '.' })
  assert.deepEqual([help.status, help.stderr], [0, ''])
  for (const command of ['check', 'diff', 'fix', 'simulate', 'paths', 'probe', 'completion'])
    assert.match(help.stdout, new RegExp(`^  ${command} `, 'm'))
  assert.match((await runHere(['fix', '--help'], { cwd: '.' })).stdout, /^usage: sourceip-guard fix /)
})

const misuses: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['no command', [], /^error: name a command\n {2}help: the commands are check, diff, fix/],
  ['an unknown command', ['chekc'], /^error: unknown command `chekc`\n {2}help: did you mean `check`\?/],
  [
    'an unknown option',
    ['check', '--fial-on', 'error'],
    /^error: unknown option `--fial-on`\n {2}help: did you mean `--fail-on`\?/,
  ],
  ['an unknown level', ['diff', '--fail-on', 'erorr'], /not `erorr`\n {2}help: did you mean `error`\?/],
  ['a file that is not there', ['check', 'nowhere.json'], /^error: there is no file or folder `nowhere\.json`/],
  [
    'a configuration that is not there',
    ['check', '--config', 'nowhere.yml'],
    /^error: `--config`: `nowhere\.yml` cannot be read/,
  ],
  ['a diff outside a repository', ['diff'], /^error: this is no git repository\n {2}help: name files/],
  [
    'an unknown remedy',
    ['fix', '--remedy', 'via-aws-servce'],
    /^error: there is no remedy .*\n {2}help: did you mean `via-aws-service`\?/,
  ],
  ['an unknown path', ['paths', 'cfn-s'], /^error: there is no path `cfn-s`; similar: cfn-/],
  ['an output that cannot be written', ['paths', '--output', 'nowhere/out.txt'], /^error: .*ENOENT/],
  [
    'a name that would steer the terminal',
    ['check', '\u001b[2Jx'],
    /^error: there is no file or folder `\\u001b\[2Jx`/,
  ],
]
for (const [name, args, expected] of misuses) {
  test(`${name} is refused with status 2, in a line and a hint`, async (t) => {
    const { status, stdout, stderr } = await runHere(args, { cwd: temporaryFolder(t) })
    assert.deepEqual({ status, stdout }, { status: 2, stdout: '' })
    assert.match(stderr, expected)
  })
}

test('check says 1 for a finding, 0 where none is left, and colours nothing in a pipe', async (t) => {
  const { root, write } = workingTreeWith(t, { 'p.json': policy(deny()), 'README.md': 'aws:SourceIp, Deny' })
  const found = await runHere(['check'], { cwd: root })
  assert.equal(found.status, 1)
  assert.match(found.stdout, /^error\[service-call-denied\]: .*\n +--> p\.json:10:9\n/)
  assert.match(found.stdout, /\nwhy: AWS’s documents disagree\n.*https:\/\/docs\.aws\.amazon\.com\//s)
  assert.match(found.stdout, /\nhelp: .*\(`via-aws-service`\)\n {2}proven: /)
  assert.match(found.stdout, /\n1 file with aws:SourceIp checked: 1 error, .*; failed\n$/)
  assert.equal(stripVTControlCharacters(found.stdout), found.stdout)
  assert.equal((await runHere(['check', '--fail-on', 'never'], { cwd: root })).status, 0)
  write({ 'p.json': policy(deny(exempt)) })
  const clean = await runHere(['check'], { cwd: root })
  assert.equal(clean.status, 0)
  assert.match(clean.stdout, /: 0 errors, 0 warnings, .*; passed\n$/)
  assert.equal((await runHere(['check', '--fail-on', 'notice'], { cwd: root })).status, 1, 'CloudShell is a notice')
})

test('check looks at what is named, from any folder, and tells paths from the root', async (t) => {
  const { root } = workingTreeWith(t, { 'a/p.json': policy(deny()), 'b/q.txt': policy(deny()), 'b/r.json': harmless })
  const withErrors = async (args: readonly string[], cwd = root) => {
    const { stdout } = await runHere(['check', '--quiet', ...args], { cwd })
    return stdout.split('\n').flatMap((line) => /^(.*):\d+: error\[/.exec(line)?.[1] ?? [])
  }
  assert.deepEqual(await withErrors([]), ['a/p.json'])
  assert.deepEqual(await withErrors([], join(root, 'b')), ['a/p.json'], 'the working tree')
  assert.deepEqual(await withErrors(['b']), [])
  assert.deepEqual(
    await withErrors(['q.txt'], join(root, 'b')),
    ['b/q.txt'],
    'named files are read whatever they are called',
  )
  assert.deepEqual(await withErrors(['a', 'b/q.txt']), ['a/p.json', 'b/q.txt'])
})

test('the JSON report is what its schema says, the same on standard output and in a file', async (t) => {
  const { root } = workingTreeWith(t, { 'p.json': policy(deny()), 'broken.json': '{ "Statement": "aws:SourceIp Deny"' })
  const { status, stdout } = await runHere(['check', '--format', 'json'], { cwd: root })
  assert.equal(status, 1)
  const report = JSON.parse(stdout)
  assert.equal(isReport(report), true, JSON.stringify(isReport.errors))
  assert.ok(report.findings.some((finding: { rule: string }) => finding.rule === 'service-call-denied'))
  assert.equal(report.problems.length, 1)
  const saved = await runHere(['check', '--format', 'json', '--output', 'report.out'], { cwd: root })
  assert.deepEqual(saved, { status: 1, stdout: '', stderr: '' })
  assert.equal(readFileSync(join(root, 'report.out'), 'utf8'), stdout)
})

test('SARIF and Markdown tell the same findings', async (t) => {
  const { root } = workingTreeWith(t, { 'p.json': policy(deny()) })
  const sarif = await runHere(['check', '--format', 'sarif'], { cwd: root })
  assert.equal(sarif.status, 1)
  const { version, runs } = JSON.parse(sarif.stdout)
  assert.equal(version, '2.1.0')
  assert.ok(
    runs[0].results.some(
      (result: { ruleId: string; level: string }) =>
        result.ruleId === 'service-call-denied' && result.level === 'error',
    ),
  )
  const markdown = await runHere(['check', '--format', 'markdown'], { cwd: root })
  assert.equal(markdown.status, 1)
  assert.match(markdown.stdout, /^## SourceIp Guard: failed\n[^#]*### Error: `p\.json`/)
})

test('a file that may hide a Deny and cannot be read does not pass', async (t) => {
  const { root } = workingTreeWith(t, { 'p.json': '{ "Statement": [ { "Effect": "Deny", "aws:SourceIp": ' })
  const { status, stdout } = await runHere(['check'], { cwd: root })
  assert.equal(status, 1)
  assert.match(stdout, /^error: this is not JSON|^error: /)
  assert.match(stdout, /1 problem; failed\n$/)
})

test('the configuration of the repository holds, another one can be named, and a flag wins', async (t) => {
  const { root, write } = workingTreeWith(t, { 'p.json': policy(deny()) })
  write({ [configFile]: `${fewPaths}fail-on: never\n`, 'strict.yml': `${fewPaths}fail-on: error\n` })
  assert.equal((await runHere(['check'], { cwd: root })).status, 0)
  assert.equal((await runHere(['check', '--fail-on', 'error'], { cwd: root })).status, 1)
  assert.equal((await runHere(['check', '--config', 'strict.yml'], { cwd: root })).status, 1)
  write({ [configFile]: 'fail-on: nevr\n' })
  const { status, stdout, stderr } = await runHere(['check'], { cwd: root })
  assert.deepEqual({ status, stdout }, { status: 2, stdout: '' })
  assert.match(
    stderr,
    /^error: \.github\/sourceip-guard\.yml:1: `fail-on` must be one of .*\n {2}help: did you mean `never`\?/,
  )
})

test('a suppression holds until its day, and says so', async (t) => {
  const suppression = (expires: string) =>
    `${fewPaths}suppressions:\n  - {rule: service-call-denied, file: "*.json", sid: Office, reason: known, expires: ${expires}}\n`
  const { root, write } = workingTreeWith(t, { 'p.json': policy(deny()) })
  write({ [configFile]: suppression('9999-12-31') })
  const held = await runHere(['check'], { cwd: root })
  assert.equal(held.status, 0)
  assert.match(held.stdout, /\(suppressed until 9999-12-31: known\)/)
  write({ [configFile]: suppression('2020-01-01') })
  assert.equal((await runHere(['check'], { cwd: root })).status, 1)
})

test('diff tells what a branch adds; what was so before is a notice', async (t) => {
  const { root, write, commit, git } = repositoryWith(t, { 'old.json': policy(deny()), 'p.json': harmless })
  git('mv', 'old.json', 'renamed.json')
  assert.equal((await runHere(['diff', '--base', 'main'], { cwd: root })).status, 0, 'a rename is no news')
  write({ 'p.json': policy(deny()) })
  const added = await runHere(['diff', '--base', 'main', '--quiet'], { cwd: root })
  assert.equal(added.status, 1)
  assert.match(added.stdout, /^p\.json:4: error\[service-call-denied\] after this change /m)
  assert.doesNotMatch(added.stdout, /renamed\.json:\d+: (error|warning)/)
  commit('work')
  assert.equal((await runHere(['diff', '--base', 'main', '--head', 'work'], { cwd: root })).status, 1)
  assert.equal((await runHere(['diff', '--base', 'main', '--head', 'main'], { cwd: root })).status, 0)
  const noRemote = await runHere(['diff'], { cwd: root })
  assert.equal(noRemote.status, 2)
  assert.match(noRemote.stderr, /^error: no default branch of a remote is known here\n {2}help: .*--base main/)
})

test('diff tells what is staged, before the first commit too, and nothing that is not', async (t) => {
  const { root, write, commit, git } = workingTreeWith(t, { 'p.json': harmless })
  const staged = async (...args: readonly string[]) => {
    const { status, stdout, stderr } = await runHere(['diff', '--staged', '--quiet', ...args], { cwd: root })
    return [status, stdout.split('\n').flatMap((line) => /^(.*): error\[/.exec(line)?.[1] ?? []), stderr]
  }
  write({ 'new.json': policy(deny()) })
  assert.deepEqual(await staged(), [0, [], ''], 'nothing is staged')
  git('add', 'new.json')
  write({ 'new.json': harmless })
  assert.deepEqual(await staged(), [1, ['new.json:4'], ''], 'as it was when it was staged')
  commit('first')
  write({ 'p.json': policy(deny()), 'untracked.json': policy(deny()) })
  assert.deepEqual(await staged(), [0, [], ''])
  git('add', 'p.json')
  assert.deepEqual(await staged(), [1, ['p.json:4'], ''])
  commit('second')
  assert.deepEqual(await staged(), [0, [], ''], 'it is in the last commit')
  assert.deepEqual(await staged('--base', 'HEAD~1'), [1, ['p.json:4', 'untracked.json:4'], ''])
  const [status, , stderr] = await staged('--head', 'HEAD')
  assert.deepEqual(
    [status, String(stderr).split('\n')[0]],
    [2, 'error: `--staged` and `--head` are two heads: name one'],
  )
})

test('what is not read is noted on standard error, unless it should be quiet', async (t) => {
  const { root, write, git } = repositoryWith(t, { 'p.json': harmless })
  write({ 'target.txt': '' })
  symlinkSync('target.txt', join(root, 'link.json'))
  git('add', '--all')
  assert.match(
    (await runHere(['diff', '--base', 'main'], { cwd: root })).stderr,
    /^note: `link\.json` is a symbolic link/,
  )
  assert.equal((await runHere(['diff', '--base', 'main', '--quiet'], { cwd: root })).stderr, '')
})

test('a terminal gets colours, unless NO_COLOR is set', async (t) => {
  const { root } = workingTreeWith(t, { 'p.json': policy(deny()) })
  const coloured = await runHere(['check'], { cwd: root, isTTY: true })
  assert.ok(coloured.stdout.includes('\u001b[31merror[service-call-denied]'))
  const plain = await runHere(['check'], { cwd: root, isTTY: true, env: { NO_COLOR: '1' } })
  assert.equal(plain.stdout, stripVTControlCharacters(coloured.stdout))
})

test('what `cdk synth` wrote is checked where its folder is named, and only the templates', async (t) => {
  const template = JSON.stringify({
    Resources: {
      P: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: JSON.parse(policy(deny())), Users: ['u'] } },
    },
  })
  const { root, write } = repositoryWith(t, { [configFile]: fewPaths, '.gitignore': 'cdk.out/\n' })
  write({
    'cdk.out/Stack.template.json': template,
    'cdk.out/assembly-Prod/Stack.template.json': template,
    'cdk.out/tree.json': template,
    'cdk.out/manifest.json': template,
    'lib/stack.ts': `// aws-cdk-lib\n${policy(deny())}`,
  })
  const checked = async (...args: readonly string[]) => {
    const { status, stdout } = await runHere(['check', '--format', 'json', ...args], { cwd: root })
    const { files, problems } = JSON.parse(stdout)
    return [status, files.map(({ path }: { path: string }) => path), problems.length]
  }
  assert.deepEqual(await checked(), [0, [], 0])
  const templates = ['cdk.out/Stack.template.json', 'cdk.out/assembly-Prod/Stack.template.json']
  assert.deepEqual(await checked('cdk.out'), [1, templates, 0])
  assert.deepEqual(await checked('lib/stack.ts'), [0, ['lib/stack.ts'], 1])
})

test('a change that adds the key to code is told what to run, and passes', async (t) => {
  const { root, write } = repositoryWith(t, { 'lib/stack.ts': '// aws-cdk-lib\n' })
  write({ 'lib/stack.ts': `// aws-cdk-lib\n${policy(deny())}` })
  const { status, stdout } = await runHere(['diff', '--base', 'main'], { cwd: root })
  assert.equal(status, 0)
  assert.match(stdout, /lib\/stack\.ts:\d+[\s\S]*cdk synth[\s\S]*sourceip-guard check cdk\.out/)
})
