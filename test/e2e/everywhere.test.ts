import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { parse } from 'yaml'
import { fileFilter } from '../../src/config.ts'
import { type Repository, temporaryFolder, temporaryRepository } from '../unit/changes/temporary-repository.ts'
import { deny, harmless, policy, repositoryWith } from '../unit/cli/run-here.ts'
import { runCli } from './run-cli.ts'

interface Hook {
  readonly id: string
  readonly entry: string
  readonly language: string
  readonly files?: string
  readonly pass_filenames?: boolean
}

const hooks: readonly Hook[] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'))
const { bin, files } = JSON.parse(readFileSync('package.json', 'utf8'))

/** What pre-commit knows in such a file (pre-commit.com, "Creating new hooks"). */
const fields = [
  ...[
    'id',
    'name',
    'entry',
    'language',
    'files',
    'exclude',
    'types',
    'types_or',
    'exclude_types',
    'always_run',
    'fail_fast',
  ],
  ...[
    'verbose',
    'pass_filenames',
    'require_serial',
    'description',
    'language_version',
    'minimum_pre_commit_version',
    'args',
  ],
  'stages',
]

for (const hook of hooks) {
  test(`the hook ${hook.id} has what pre-commit knows, and runs what the package installs`, () => {
    for (const field of Object.keys(hook)) assert.ok(fields.includes(field), field)
    for (const field of ['id', 'name', 'entry', 'language'] as const) assert.ok(field in hook, field)
    assert.equal(hook.language, 'node')
    const [program = ''] = hook.entry.split(' ')
    assert.ok(files.includes(bin[program].split('/')[0]))
  })
}

/** What pre-commit would run of a hook: the entry, and behind it the names of the staged files that it asks for. */
function runHook(id: string, { root, git }: Repository) {
  const {
    entry,
    files: pattern = '',
    pass_filenames: passes = true,
  } = hooks.find((hook) => hook.id === id) ?? assert.fail(id)
  const names = git('diff', '--cached', '--name-only', '-z').split('\0')
  const staged = passes ? names.filter((name) => name !== '' && new RegExp(pattern).test(name)) : []
  if (passes && staged.length === 0) return { status: 0, stdout: '', stderr: '' }
  return runCli([...entry.split(' ').slice(1), ...staged], { cwd: root })
}

test('the hook stops a commit that adds such a Deny, and no other', (t) => {
  const repository = repositoryWith(t, { 'old.json': policy(deny()), 'p.json': harmless })
  const { write, git, commit } = repository
  write({ 'p.json': policy({ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }) })
  git('add', 'p.json')
  write({ 'unstaged.json': policy(deny()) })
  assert.equal(runHook('sourceip-guard', repository).status, 0, 'what is not staged does not count')
  commit('harmless, and one that got by')
  write({ 'old.json': `${policy(deny())}\n\n` })
  git('add', 'old.json')
  assert.equal(runHook('sourceip-guard', repository).status, 0, 'what was so before does not count')
  write({ 'p.json': policy(deny()) })
  git('add', 'p.json')
  const stopped = runHook('sourceip-guard', repository)
  assert.equal(stopped.status, 1)
  assert.match(stopped.stdout, /^error\[service-call-denied\]: [\s\S]*--> p\.json:10:9\n/)
})

test('the hook on whole files looks at all that stands in the files of a commit', (t) => {
  const repository = repositoryWith(t, { 'old.json': policy(deny()), 'notes.md': 'x' })
  const { write, git } = repository
  write({ 'old.json': `${policy(deny())}\n\n` })
  git('add', 'old.json')
  assert.equal(runHook('sourceip-guard-files', repository).status, 1)
  git('reset', '--quiet')
  write({ 'notes.md': 'aws:SourceIp Deny' })
  git('add', 'notes.md')
  assert.equal(runHook('sourceip-guard-files', repository).status, 0)
})

test('the hook on whole files is given the files that are looked at by default', () => {
  const { files: pattern = '' } = hooks.find(({ id }) => id === 'sourceip-guard-files') ?? assert.fail()
  const looksAt = fileFilter({ paths: undefined }, 'tree')
  const endings = [
    'tf',
    'tf.json',
    'tofu',
    'hcl',
    'json',
    'jsonc',
    'json5',
    'yaml',
    'yml',
    'toml',
    'template',
    'tpl',
    'tftpl',
    'tmpl',
    'j2',
    ...['tfvars', 'policy', 'cfn', 'gotmpl', 'jinja', 'jinja2', 'erb', 'hbs', 'mustache'],
  ]
  for (const ending of [...endings, 'md', 'ts', 'py', 'txt', 'sh', 'xml'])
    assert.equal(new RegExp(pattern).test(`a.${ending}`), looksAt(`a.${ending}`), ending)
})

/** A repository that stands for ours where the examples clone it; its only commit has the command line. */
function released(t: TestContext): { readonly commit: string; readonly env: Readonly<Record<string, string>> } {
  const { root, git, commit } = temporaryRepository(t)
  cpSync('dist', join(root, 'dist'), { recursive: true })
  commit('release')
  const env = {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `url.${join(root, '.git')}.insteadOf`,
    GIT_CONFIG_VALUE_0: 'https://github.com/OWNER/sourceip-guard.git',
  }
  return { commit: git('rev-parse', 'HEAD').trim(), env }
}

/** A branch with a Deny that breaks calls, a configuration that would hide it, and the commit that it began at. */
function branch(t: TestContext): { readonly root: string; readonly base: string } {
  const { root, git, write, commit } = repositoryWith(t, { 'p.json': harmless })
  const base = git('rev-parse', 'HEAD').trim()
  write({ 'p.json': policy(deny()), '.github/sourceip-guard.yml': 'fail-on: never\n' })
  commit('a Deny, and a configuration that lets it through')
  return { root, base }
}

interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function bash(script: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Ran {
  const options = { cwd, encoding: 'utf8', env: { ...process.env, ...env } } as const
  const { status, stdout, stderr } = spawnSync('bash', [script, ...args], options)
  return { status, stdout, stderr }
}

const examples: readonly (readonly [string, (commit: string, folder: string) => string])[] = [
  ['examples/ci/plain.sh', (commit) => readFileSync('examples/ci/plain.sh', 'utf8').replace(/\b0{40}\b/, commit)],
  [
    'examples/ci/gitlab.yml',
    (commit, folder) => {
      const { script } = parse(readFileSync('examples/ci/gitlab.yml', 'utf8'))['sourceip-guard']
      // A runner ends a job with the first command that fails.
      return `set -eo pipefail\n${script.join('\n')}\n`.replace(/\b0{40}\b/, commit).replaceAll('/tmp/', `${folder}/`)
    },
  ],
]
for (const [name, scriptOf] of examples) {
  test(`${name} fails a change that breaks calls, by the configuration of its base`, (t) => {
    const { commit, env } = released(t)
    const folder = temporaryFolder(t)
    const script = join(folder, 'check.sh')
    writeFileSync(script, scriptOf(commit, folder))
    const { root, base } = branch(t)
    const run = (from: string) => {
      execFileSync('rm', ['-rf', join(folder, 'sourceip-guard')])
      return bash(script, name.endsWith('.sh') ? [from] : [], root, { ...env, CI_MERGE_REQUEST_DIFF_BASE_SHA: from })
    }
    const found = run(base)
    assert.equal(found.status, 1, found.stderr)
    assert.match(found.stdout, /error\[service-call-denied\]: after this change /)
    const head = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
    assert.equal(run(head).status, 0, 'nothing is changed')
    assert.equal(run('f'.repeat(40)).status, 2, 'what cannot be compared is not passed')
  })
}
