import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { commands } from '../../../src/cli/main.ts'
import { temporaryFolder, temporaryRepository } from '../changes/temporary-repository.ts'
import { runHere } from './run-here.ts'

async function scriptFor(shell: string): Promise<string> {
  const { status, stdout, stderr } = await runHere(['completion', shell], { cwd: '.' })
  assert.deepEqual([status, stderr], [0, ''])
  return stdout
}

const shells = ['bash', 'zsh', 'fish'] as const
const has = Object.fromEntries(shells.map((shell) => [shell, spawnSync(shell, ['-c', 'exit 0']).status === 0]))
/** A reason to leave a test out. */
const without = (shell: string) => ({ skip: has[shell] === false && `there is no ${shell} here` })

for (const shell of shells) {
  test(
    `the script for ${shell} is one that ${shell} can read, and names every command and option`,
    without(shell),
    async (t) => {
      const script = await scriptFor(shell)
      const file = join(temporaryFolder(t), 'completion')
      writeFileSync(file, script)
      const { status, stderr } = spawnSync(shell, ['-n', file], { encoding: 'utf8' })
      assert.deepEqual([status, stderr], [0, ''])
      for (const { synopsis } of commands) {
        assert.ok(script.includes(synopsis.name))
        for (const option of Object.keys(synopsis.options))
          assert.ok(script.includes(shell === 'fish' ? `-l ${option} ` : `--${option}`), option)
      }
    },
  )
}

test('a shell has to be named, and one that is known', async () => {
  const misuses: readonly (readonly [readonly string[], RegExp])[] = [
    [['completion'], /^error: name a shell: bash, zsh, fish\n {2}help: /],
    [['completion', 'tcsh'], /^error: there is no completion for `tcsh`: bash, zsh, fish\n/],
    [['completion', 'toString'], /^error: there is no completion for `toString`/],
  ]
  for (const [args, expected] of misuses) {
    const { status, stdout, stderr } = await runHere(args, { cwd: '.' })
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, expected)
  }
})

/** What bash offers for the last of these words. */
async function offeredByBash(t: TestContext, words: readonly string[], cwd?: string): Promise<string[]> {
  const file = join(temporaryFolder(t), 'completion.bash')
  writeFileSync(file, await scriptFor('bash'))
  const ask = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _sourceip_guard; printf '%s\\n' "\${COMPREPLY[@]}"`
  const { status, stdout, stderr } = spawnSync('bash', ['-c', ask, 'bash', file, ...words], { cwd, encoding: 'utf8' })
  assert.deepEqual([status, stderr], [0, ''])
  return stdout.split('\n').filter((line) => line !== '')
}

const asked: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['commands', ['c'], ['check', 'completion']],
  ['options before a command', ['--v'], ['--version']],
  ['options of a command', ['check', '--f'], ['--format', '--fail-on']],
  ['options of another command', ['fix', '--d'], ['--dry-run']],
  ['options after a file', ['check', 'p.json', '--q'], ['--quiet']],
  ['formats', ['diff', '--format', 's'], ['sarif']],
  ['formats after an equals sign, which bash takes for a word', ['diff', '--format', '=', 'ma'], ['markdown']],
  ['all levels after an equals sign', ['check', '--fail-on', '='], ['error', 'warning', 'notice', 'never']],
  ['remedies', ['fix', '--remedy', 'via'], ['via-aws-service']],
  ['calling services', ['paths', '--service', 'cloudf'], ['cloudformation', 'cloudfront']],
  ['shells', ['completion', ''], ['bash', 'zsh', 'fish']],
  ['no words where a file is meant, so that bash offers files', ['check', 'pol'], []],
  ['no words for the value of a file', ['check', '--config', ''], []],
  ['nothing behind a command that is not known', ['chekc', '--f'], []],
]
for (const [name, words, expected] of asked) {
  test(`bash offers ${name}: ${words.join(' ')}`, without('bash'), async (t) => {
    assert.deepEqual(await offeredByBash(t, ['sourceip-guard', ...words]), expected)
  })
}

test('branches are offered, but none whose name would do something in a shell', without('bash'), async (t) => {
  const { root, git, commit } = temporaryRepository(t)
  commit('one')
  for (const name of ['work/a-1', '$(touch${IFS}owned)', '`touch owned`', "it's", 'x;touch${IFS}owned'])
    spawnSync('git', ['-C', root, 'update-ref', `refs/heads/${name}`, 'HEAD'])
  assert.match(git('branch', '--list'), /\$\(touch/)
  assert.deepEqual(await offeredByBash(t, ['sourceip-guard', 'diff', '--base', ''], root), ['main', 'work/a-1'])
  assert.deepEqual(await offeredByBash(t, ['sourceip-guard', 'diff', '--base', 'w'], root), ['work/a-1'])
  assert.ok(!existsSync(join(root, 'owned')))
})

test('fish offers the same', without('fish'), async (t) => {
  const file = join(temporaryFolder(t), 'completion.fish')
  writeFileSync(file, await scriptFor('fish'))
  const offered = (line: string) =>
    spawnSync('fish', ['--no-config', '-c', 'source $argv[1]; complete -C $argv[2]', file, line], { encoding: 'utf8' })
      .stdout.split('\n')
      .flatMap((each) => (each === '' ? [] : [each.split('\t')[0] ?? '']))
      .toSorted()
  assert.deepEqual(offered('sourceip-guard c'), ['check', 'completion'])
  assert.deepEqual(offered('sourceip-guard check --f'), ['--fail-on', '--format'])
  assert.deepEqual(offered('sourceip-guard diff --format s'), ['sarif'])
  assert.deepEqual(offered('sourceip-guard completion '), ['bash', 'fish', 'zsh'])
})

test('zsh offers the same', without('zsh'), async (t) => {
  const folder = temporaryFolder(t)
  const start = [
    'autoload -Uz compinit',
    'compinit -D -u',
    await scriptFor('zsh'),
    "PS1='READY> '",
    'unsetopt prompt_sp',
  ]
  writeFileSync(join(folder, '.zshrc'), `${start.join('\n')}\n`)
  // zsh completes only at a terminal: one is made, a line typed with a tab behind it, and the screen read until the answer is there.
  const ask = `zmodload zsh/zpty; zpty z zsh -i; zpty -r z shown '*READY> *'
zpty -w -n z "$1"$'\\t'; zpty -r z shown "*$2*"; print -r -- $shown; zpty -d z`
  const env = { PATH: process.env['PATH'], TERM: 'dumb', ZDOTDIR: folder, HOME: folder }
  const typed = (line: string, expected: string) =>
    spawnSync('zsh', ['-f', '-c', ask, 'zsh', line, expected], { encoding: 'utf8', env, timeout: 20_000 }).status
  assert.equal(typed('sourceip-guard sim', 'simulate '), 0)
  assert.equal(typed('sourceip-guard check --form', '--format='), 0)
  assert.equal(typed('sourceip-guard completion z', 'zsh'), 0)
  assert.equal(typed('sourceip-guard check --fail-on ne', 'never'), 0)
})
