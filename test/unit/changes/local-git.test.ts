import assert from 'node:assert/strict'
import { existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { Selection } from '../../../src/changes/disk-file.ts'
import { ChangesError } from '../../../src/changes/git.ts'
import { type Comparison, localChange } from '../../../src/changes/local-git.ts'
import { type Repository, temporaryRepository } from './temporary-repository.ts'

const jsonFiles: Selection = { wants: (path) => path.endsWith('.json'), holds: (text) => text.includes('SourceIp') }
const lines = (from: number) => Array.from({ length: 30 }, (_, index) => `SourceIp ${from + index}\n`).join('')

function change(root: string, refs: Partial<Comparison> = {}) {
  return localChange({ root, base: 'main', head: undefined, ...refs }, jsonFiles)
}

/** `before -> after` of each file, by path; `-` where there is none. */
function names(root: string, refs: Partial<Comparison> = {}): string[] {
  return change(root, refs).files.map(({ base, head }) => `${base?.path ?? '-'} -> ${head?.path ?? '-'}`)
}

/** `main` with one policy, and a branch. */
function branched(t: TestContext): Repository {
  const repository = temporaryRepository(t)
  repository.write({ 'p.json': lines(0), 'old.json': lines(100), 'gone.json': lines(200), 'other.txt': lines(300) })
  repository.commit('base')
  repository.git('checkout', '--quiet', '-b', 'work')
  return repository
}

test('the working tree is compared: changed, staged, untracked, renamed and deleted files', (t) => {
  const { root, write, git } = branched(t)
  write({
    'p.json': `${lines(0)}SourceIp more\n`,
    'new.json': lines(400),
    'new.txt': lines(500),
    'a b.json': 'SourceIp',
  })
  git('mv', 'old.json', 'renamed.json')
  git('add', 'new.json')
  rmSync(join(root, 'gone.json'))
  assert.deepEqual(names(root), [
    '- -> a b.json',
    'gone.json -> -',
    '- -> new.json',
    'p.json -> p.json',
    'old.json -> renamed.json',
  ])
})

test('a file that was moved and changed without telling git is a rename', (t) => {
  const { root, write, git } = branched(t)
  rmSync(join(root, 'old.json'))
  write({ 'sub/moved.json': `${lines(100)}SourceIp more\n` })
  const [file] = change(root).files
  assert.equal(file?.base?.text, lines(100))
  assert.equal(file?.head?.text, `${lines(100)}SourceIp more\n`)
  assert.equal(
    git('status', '--porcelain', '--untracked-files=all'),
    ' D old.json\n?? sub/moved.json\n',
    'the index is untouched',
  )
})

test('the base is the merge base, not the tip of the branch', (t) => {
  const { root, write, git, commit } = branched(t)
  write({ 'p.json': `${lines(0)}SourceIp work\n` })
  commit('work')
  git('checkout', '--quiet', 'main')
  write({ 'p.json': `SourceIp main\n${lines(0)}`, 'main.json': 'SourceIp' })
  commit('main moves on')
  git('checkout', '--quiet', 'work')
  assert.deepEqual(names(root), ['p.json -> p.json'])
  assert.equal(change(root).files[0]?.base?.text, lines(0))
})

test('a commit as the head is read from git, whatever the working tree holds', (t) => {
  const { root, write, commit } = branched(t)
  write({ 'p.json': `${lines(0)}SourceIp committed\n` })
  commit('work')
  write({ 'p.json': 'SourceIp later', 'untracked.json': 'SourceIp' })
  const { files, onDisk } = change(root, { head: 'work' })
  assert.deepEqual(
    files.map(({ head }) => head?.text),
    [`${lines(0)}SourceIp committed\n`],
  )
  assert.deepEqual(onDisk, [])
})

test('files that do not speak of the key are not given on', (t) => {
  const { root, write } = branched(t)
  write({ 'quiet.json': '{}', 'p.json': 'no more of it' })
  assert.deepEqual(names(root), ['p.json -> p.json'], 'p.json spoke of it in the base')
})

test('what git ignores is not looked at', (t) => {
  const { root, write } = branched(t)
  write({ '.gitignore': 'ignored/\n', 'ignored/x.json': 'SourceIp' })
  assert.deepEqual(names(root), [])
})

test('names with spaces, quotes, line ends, dashes and bytes that are no text come through', (t) => {
  const { root, write, commit } = branched(t)
  write({ '-dash.json': 'SourceIp', ':(glob)*.json': 'SourceIp', 'we"ird\n.json': 'SourceIp', 'ü.json': 'SourceIp' })
  const expected = ['-dash.json', ':(glob)*.json', 'we"ird\n.json', 'ü.json']
  // Other systems refuse such a name.
  if (process.platform === 'linux') {
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.of(0xff), Buffer.from('.json')]), 'SourceIp')
    expected.splice(2, 0, '\\xff.json')
  }
  const heads = (refs: Partial<Comparison>) =>
    change(root, refs)
      .files.map(({ head }) => head?.path ?? '')
      .toSorted()
  assert.deepEqual(heads({}), expected)
  commit('odd names')
  assert.deepEqual(heads({ head: 'work' }), expected)
})

test('symbolic links and submodules are named, not read', (t) => {
  const { root, write, git } = branched(t)
  write({ 'sub/p.json': 'SourceIp' })
  git('-C', 'sub', 'init', '--quiet')
  git('-C', 'sub', 'add', '--all')
  git('-C', 'sub', '-c', 'user.name=T', '-c', 'user.email=t@example.com', 'commit', '--quiet', '--message', 'x')
  git('add', 'sub')
  symlinkSync('p.json', join(root, 'link.json'))
  const { files, notes } = change(root)
  assert.deepEqual(files, [])
  assert.deepEqual(notes.toSorted(), [
    '`link.json` is a symbolic link and is not read',
    '`sub` is a repository of its own and is not read',
  ])
})

test('a file in conflict is read as it lies there, beside its base', (t) => {
  const { root, write, git, commit } = branched(t)
  write({ 'p.json': 'SourceIp ours' })
  commit('ours')
  git('checkout', '--quiet', 'main')
  write({ 'p.json': 'SourceIp theirs' })
  commit('theirs')
  assert.throws(() => git('merge', 'work'))
  const [file] = change(root).files
  assert.equal(file?.base?.text, 'SourceIp theirs')
  assert.match(file?.head?.text ?? '', /^<<<<<<< HEAD\nSourceIp theirs\n=======\nSourceIp ours\n/)
})

test('the default base is the default branch of the remote', (t) => {
  const { root, write, git, commit } = branched(t)
  write({ 'new.json': 'SourceIp' })
  commit('work')
  assert.throws(() => change(root, { base: undefined }), /help: say what to compare with, as in `--base main`/)
  git('update-ref', 'refs/remotes/origin/master', 'work')
  assert.deepEqual(names(root, { base: undefined }), [])
  git('update-ref', 'refs/remotes/origin/main', 'main')
  assert.deepEqual(names(root, { base: undefined }), ['- -> new.json'])
  git('update-ref', 'refs/remotes/origin/trunk', 'work')
  git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk')
  assert.deepEqual(names(root, { base: undefined }), [])
})

const refusals: readonly (readonly [string, Partial<Comparison>, RegExp])[] = [
  ['an unknown base', { base: 'nowhere' }, /`nowhere` is no commit, branch or tag here/],
  ['an unknown head', { head: 'nowhere' }, /`nowhere` is no commit/],
  ['a base that looks like an option', { base: '--output=stolen' }, /`--output=stolen` is no commit/],
]
for (const [name, refs, expected] of refusals) {
  test(`${name} is refused`, (t) => {
    const { root } = branched(t)
    assert.throws(
      () => change(root, refs),
      (error) => error instanceof ChangesError && expected.test(error.message),
    )
    assert.equal(existsSync(join(root, 'stolen')), false)
  })
}

test('branches that share no commit are refused', (t) => {
  const { root, git, commit } = branched(t)
  git('checkout', '--quiet', '--orphan', 'apart')
  commit('another beginning')
  assert.throws(() => change(root), /have no commit in common/)
})

test('a repository without a commit is refused', (t) => {
  const { root } = temporaryRepository(t)
  assert.throws(() => change(root, { base: 'HEAD' }), /no commit yet/)
})

const moduleFiles: Selection = {
  wants: (path) => /\.(?:tf|tftpl)$/.test(path),
  holds: (text) => text.includes('SourceIp'),
}

test('files of Terraform come with the other files of their module, as these were and as they are', (t) => {
  const { root, write, git, commit } = temporaryRepository(t)
  write({
    'infra/main.tf': 'SourceIp',
    'infra/names.tf': 'old',
    'infra/sub/other.tf': 'another module',
    'infra/policies/deny.tftpl': 'SourceIp',
    'infra/large.tf': 'x'.repeat(300_000),
    'top.tf': 'SourceIp',
  })
  commit('base')
  git('checkout', '--quiet', '-b', 'work')
  write({ 'infra/main.tf': 'SourceIp 2', 'infra/policies/deny.tftpl': 'SourceIp 2', 'infra/names.tf': 'new' })
  const described = (head: string | undefined) =>
    localChange({ root, base: 'main', head }, moduleFiles).files.map(({ base, head: after }) =>
      [base, after].map((file) => [
        file?.path,
        (file?.neighbours ?? []).map(({ path, text }) => `${path} ${text.slice(0, 9)}`),
      ]),
    )
  const expected = [
    [
      ['infra/main.tf', ['infra/names.tf old']],
      ['infra/main.tf', ['infra/names.tf new']],
    ],
    [
      ['infra/policies/deny.tftpl', ['infra/main.tf SourceIp', 'infra/names.tf old', 'top.tf SourceIp']],
      ['infra/policies/deny.tftpl', ['infra/main.tf SourceIp ', 'infra/names.tf new', 'top.tf SourceIp']],
    ],
  ]
  const inWorkingTree = described(undefined)
  commit('work')
  assert.deepEqual(described('work'), inWorkingTree)
  assert.deepEqual(JSON.parse(JSON.stringify(inWorkingTree).replaceAll('SourceIp 2', 'SourceIp ')), expected)
})

const taking = 'Effect = "Deny", Condition = local.outside'

test('a Deny that may take from a file that changed comes with it, as that was and as it is', (t) => {
  const { root, write, git, commit } = temporaryRepository(t)
  write({
    'm/main.tf': taking,
    'm/allow.tf': 'Effect = "Allow"',
    'm/locals.tf': 'nothing',
    'm/policies/deny.tftpl': 'Deny',
    'other/main.tf': taking,
  })
  commit('base')
  git('checkout', '--quiet', '-b', 'work')
  write({ 'm/locals.tf': 'SourceIp' })
  const described = (head: string | undefined) =>
    localChange({ root, base: 'main', head }, moduleFiles).files.map(({ base, head: after }) =>
      [base, after].map((file) => [
        file?.path,
        file?.text,
        (file?.neighbours ?? []).map(({ path, text }) => `${path} ${text}`),
      ]),
    )
  const others = (locals: string) => ['m/allow.tf Effect = "Allow"', `m/locals.tf ${locals}`]
  const expected = [
    [
      ['m/locals.tf', 'nothing', ['m/allow.tf Effect = "Allow"', `m/main.tf ${taking}`]],
      ['m/locals.tf', 'SourceIp', ['m/allow.tf Effect = "Allow"', `m/main.tf ${taking}`]],
    ],
    [
      ['m/main.tf', taking, others('nothing')],
      ['m/main.tf', taking, others('SourceIp')],
    ],
  ]
  const sorted = (files: ReturnType<typeof described>) =>
    files.map((sides) => sides.map(([path, text, beside]) => [path, text, [...(beside ?? [])].toSorted()]))
  assert.deepEqual(sorted(described(undefined)), expected)
  commit('work')
  assert.deepEqual(sorted(described('work')), expected)
})

test('a changed file with a Deny that may take from one beside it is looked at', (t) => {
  const { root, write, commit } = temporaryRepository(t)
  write({ 'm/main.tf': 'x', 'm/locals.tf': 'SourceIp', 'n/main.tf': 'x' })
  commit('base')
  write({ 'm/main.tf': taking, 'n/main.tf': taking })
  const { files } = localChange({ root, base: 'main', head: undefined }, moduleFiles)
  assert.deepEqual(
    files.map(({ head }) => head?.path),
    ['m/main.tf'],
  )
})
