// Shows on a small repository what the guard says of a change. Needs Node 20, git and dist/cli.js; nothing is installed.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('..', import.meta.url))
const cli = join(home, 'dist', 'cli.js')
const meaning = {
  0: 'nothing at or above fail-on was found',
  1: 'there is a finding at or above fail-on: as a required check, this would hold back the merge',
  2: 'it could not check',
}
const identity = {
  GIT_AUTHOR_NAME: 'Demo',
  GIT_AUTHOR_EMAIL: 'demo@example.com',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
}
const env = {
  ...process.env,
  ...identity,
  GIT_COMMITTER_NAME: identity.GIT_AUTHOR_NAME,
  GIT_COMMITTER_EMAIL: identity.GIT_AUTHOR_EMAIL,
  GIT_COMMITTER_DATE: identity.GIT_AUTHOR_DATE,
  GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
}

function say(text = '') {
  process.stdout.write(`${text}\n`)
}

/** Prepares the history; its output is of no interest unless it fails. */
function git(folder, ...args) {
  const { status, stderr, error } = spawnSync('git', args, { cwd: folder, env })
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${error?.message ?? stderr}`)
}

/** Shows a command, what it prints and how it ended; gives the exit status. */
function show(folder, shown, command, ...args) {
  say(`$ ${shown}`)
  const { status, error } = spawnSync(command, args, { cwd: folder, env, stdio: ['ignore', 'inherit', 'inherit'] })
  if (error !== undefined) throw error
  return status
}

function guard(folder, expected, ...args) {
  const status = show(folder, `sourceip-guard ${args.join(' ')}`, process.execPath, cli, ...args)
  say(`\nexit status ${status}: ${meaning[status] ?? 'this should not happen'}\n`)
  if (status !== expected) throw new Error(`expected exit status ${expected} of \`sourceip-guard ${args.join(' ')}\``)
}

function demo(folder) {
  git(folder, 'init', '--quiet')
  git(folder, 'symbolic-ref', 'HEAD', 'refs/heads/main')
  cpSync(join(home, 'examples/demo/base'), folder, { recursive: true })
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message', 'Policy of the developers')
  git(folder, 'checkout', '--quiet', '-b', 'offices-only')
  cpSync(join(home, 'examples/demo/change'), folder, { recursive: true })
  git(folder, 'commit', '--quiet', '--all', '--message', 'Developers work from our offices only')

  say('A pull request adds one statement to a policy. It looks harmless:\n')
  show(folder, 'git diff main', 'git', '--no-pager', 'diff', 'main')
  say('\nWhat breaks?\n')
  guard(folder, 1, 'diff', '--base', 'main')
  say('Write the remedy that was proven:\n')
  guard(folder, 0, 'fix', '--base', 'main')
  show(folder, 'git diff', 'git', '--no-pager', 'diff')
  say('\nAnd ask again:\n')
  guard(folder, 0, 'diff', '--base', 'main')
}

const folder = mkdtempSync(join(tmpdir(), 'sourceip-guard-demo-'))
try {
  if (!existsSync(cli)) throw new Error('dist/cli.js is missing: run `npm ci && npm run build` first')
  demo(folder)
  say('Everything came out as expected.')
} catch (error) {
  process.stderr.write(`the demo failed: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
