import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { deny, policy, repositoryWith, runHere, workingTreeWith } from './run-here.ts'

const exempt = {
  Condition: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.10/32'] }, BoolIfExists: { 'aws:ViaAWSService': 'false' } },
}

test('fix writes what was proven, and a second run changes nothing', async (t) => {
  const two = policy(deny(), deny({ Sid: 'Again', Action: ['s3:*', 'cloudformation:*'] }))
  const { root } = workingTreeWith(t, { 'p.json': two, 'q.json': policy(deny()), 'kept.json': policy(deny(exempt)) })
  const texts = () => ['p.json', 'q.json', 'kept.json'].map((path) => readFileSync(join(root, path), 'utf8'))
  const first = await runHere(['fix'], { cwd: root })
  assert.equal(first.status, 0)
  assert.equal(first.stdout.match(/\(`via-aws-service`\)/g)?.length, 3)
  const fixed = texts()
  assert.deepEqual(
    fixed.map((text) => text.match(/"aws:ViaAWSService": "false"/g)?.length),
    [2, 1, 1],
  )
  assert.equal(fixed[2], policy(deny(exempt)))
  assert.equal((await runHere(['check'], { cwd: root })).status, 0)
  const second = await runHere(['fix'], { cwd: root })
  assert.equal(second.status, 0)
  assert.doesNotMatch(second.stdout, /via-aws-service/)
  assert.deepEqual(texts(), fixed)
})

test('a dry run prints a patch that git applies, and writes nothing', async (t) => {
  const before = policy(deny(), deny({ Sid: 'Again' }))
  const { root, git, write } = workingTreeWith(t, { 'p.json': before })
  const { status, stdout, stderr } = await runHere(['fix', '--dry-run'], { cwd: root })
  assert.deepEqual({ status, stderr }, { status: 0, stderr: '' })
  assert.equal(readFileSync(join(root, 'p.json'), 'utf8'), before)
  writeFileSync(join(root, 'fix.patch'), stdout)
  git('apply', 'fix.patch')
  const applied = readFileSync(join(root, 'p.json'), 'utf8')
  write({ 'p.json': before })
  assert.equal((await runHere(['fix'], { cwd: root })).status, 0)
  assert.equal(readFileSync(join(root, 'p.json'), 'utf8'), applied)
})

test('fix keeps line ends, a byte order mark and every byte elsewhere', async (t) => {
  const text = `\ufeff${policy(deny())}// Grüße\n`.replaceAll('\n', '\r\n').replace('  "Version"', '\t  "Version"')
  const { root } = workingTreeWith(t, { 'p.json': text })
  assert.equal((await runHere(['fix'], { cwd: root })).status, 0)
  const fixed = readFileSync(join(root, 'p.json'), 'utf8')
  assert.ok(fixed.includes('aws:ViaAWSService'))
  assert.doesNotMatch(fixed, /(?<!\r)\n/)
  const lines = (some: string) => new Set(some.split('\n'))
  const lost = [...lines(text)].filter((line) => !lines(fixed).has(line))
  assert.deepEqual(lost, ['        }\r'].slice(0, lost.length), 'at most the line before the new condition')
})

test('a file that is not UTF-8 is left alone and counts as not fixed', async (t) => {
  const { root } = workingTreeWith(t, {})
  const bytes = Buffer.concat([Buffer.from(policy(deny())), Buffer.from('// \xff\n', 'latin1')])
  writeFileSync(join(root, 'p.json'), bytes)
  const { status, stderr } = await runHere(['fix', 'p.json'], { cwd: root })
  assert.equal(status, 1)
  assert.match(stderr, /^warning: p\.json is not UTF-8/)
  assert.deepEqual(readFileSync(join(root, 'p.json')), bytes)
})

test('fix with a base leaves alone what was so before', async (t) => {
  const old = policy(deny())
  const { root, write } = repositoryWith(t, { 'old.json': old, 'mixed.json': policy(deny({ Action: 's3:*' })) })
  write({
    'new.json': policy(deny()),
    'mixed.json': policy(deny({ Action: 's3:*' }), deny({ Sid: 'New' })),
    'old.json': `${old}\n`,
  })
  assert.equal(
    (await runHere(['fix', '--base', 'main', 'old.json'], { cwd: root })).status,
    1,
    'other files are not fixed',
  )
  assert.equal((await runHere(['fix', '--base', 'main'], { cwd: root })).status, 0)
  const count = (path: string) => readFileSync(join(root, path), 'utf8').match(/aws:ViaAWSService/g)?.length ?? 0
  assert.deepEqual(['old.json', 'mixed.json', 'new.json'].map(count), [0, 1, 1])
})

test('a remedy that opens a way round is written only when it is named, with a warning', async (t) => {
  // The statement does not cover the first call, which is on no bucket, so an outsider could go through the service.
  const open = policy(deny({ Action: 's3:*', Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'] }))
  const { root } = workingTreeWith(t, { 'p.json': open })
  const refused = await runHere(['fix'], { cwd: root })
  assert.equal(refused.status, 1)
  assert.match(refused.stdout, /^p\.json:4: left as it is .*--remedy via-aws-service$/m)
  assert.equal(readFileSync(join(root, 'p.json'), 'utf8'), open)
  const named = await runHere(['fix', '--remedy', 'via-aws-service'], { cwd: root })
  assert.equal(named.status, 0)
  assert.match(named.stderr, /^warning: p\.json:4: with `via-aws-service` an outsider could newly reach s3:/)
  assert.match(readFileSync(join(root, 'p.json'), 'utf8'), /aws:ViaAWSService/)
})

test('where a few first calls are not denied, the remedy denies these too, and opens nothing', async (t) => {
  const { root } = workingTreeWith(t, { 'p.json': policy(deny({ Action: 's3:*' })) })
  const { status, stdout } = await runHere(['fix'], { cwd: root })
  assert.equal(status, 0)
  assert.match(stdout, /^p\.json:4: exempt calls .*, and deny outsiders the first call too \(`via-aws-service`\)$/m)
  const text = readFileSync(join(root, 'p.json'), 'utf8')
  assert.match(text, /"Action": \["s3:\*", "[a-z]+:\w+"/)
  assert.match(text, /aws:ViaAWSService/)
  assert.doesNotMatch((await runHere(['fix'], { cwd: root })).stdout, /exempt/)
})

test('the pair of policies is shown when it is named, and no file is written', async (t) => {
  const before = policy(deny())
  const { root } = workingTreeWith(t, { 'p.json': before })
  const { status, stdout } = await runHere(['fix', '--remedy', 'assume-role'], { cwd: root })
  assert.equal(status, 1)
  assert.match(stdout, /trust policy of the role/)
  assert.match(stdout, /"aws:SourceIp": \[\n\s+"203\.0\.113\.10\/32"/)
  assert.equal(readFileSync(join(root, 'p.json'), 'utf8'), before)
})

test('a lift ends at the date given, or a day after the base commit, and is written only when it is named', async (t) => {
  const { root, write } = repositoryWith(t, {})
  const ends = async (...flags: readonly string[]) => {
    write({ 'p.json': policy(deny()) })
    const { status } = await runHere(['fix', '--base', 'main', '--remedy', 'temporary-lift', ...flags], { cwd: root })
    return [status, /"aws:CurrentTime": "([^"]+)"/.exec(readFileSync(join(root, 'p.json'), 'utf8'))?.[1]]
  }
  assert.equal((await ends('--until', '2999-12-01'))[1], '2999-12-01T00:00:00Z')
  assert.equal((await ends('--until', '2999-12-01T18:30:00Z'))[1], '2999-12-01T18:30:00Z')
  assert.deepEqual(await ends('--until', 'tomorrow'), [2, undefined])
  const [, end = ''] = await ends()
  const hours = (Date.parse(String(end)) - Date.now()) / 3_600_000
  assert.ok(hours > 23 && hours < 25, String(end))
})

const hour = 3_600_000
const lastCommits: readonly (readonly [string, number, number, number])[] = [
  ['two hours ago ends a day after it', 2, 21, 23],
  ['more than a day ago is not over before it is written', 25, 24, 48],
]
for (const [name, age, least, most] of lastCommits) {
  test(`a lift on a tree whose last commit was made ${name}, and check says the same`, async (t) => {
    const { root } = workingTreeWith(t, { 'p.json': policy(deny()) })
    const env = { ...process.env, GIT_COMMITTER_DATE: new Date(Date.now() - age * hour).toISOString() }
    spawnSync('git', ['-C', root, 'commit', '--quiet', '--allow-empty', '--message', 'x'], { env })
    const checked = await runHere(['check', '--format', 'json'], { cwd: root })
    const [, told = ''] = /, from anywhere, until (\S+)"/.exec(checked.stdout) ?? []
    await runHere(['fix', '--remedy', 'temporary-lift'], { cwd: root })
    const [, written = ''] = /"aws:CurrentTime": "([^"]+)"/.exec(readFileSync(join(root, 'p.json'), 'utf8')) ?? []
    assert.equal(written, told)
    const hours = (Date.parse(written) - Date.now()) / hour
    assert.ok(hours > least && hours < most, written)
  })
}

test('remedies that stand together are named with a plus, and one that nobody knows ends the run', async (t) => {
  const bucket = { Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'] }
  const { root } = workingTreeWith(t, { 'p.json': policy(deny(bucket)) })
  const wrong = await runHere(['fix', '--remedy', 'service-principal+via-aws'], { cwd: root })
  assert.equal(wrong.status, 2)
  assert.match(wrong.stderr, /there is no remedy `via-aws`/)
})
