import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'

export interface Repository {
  readonly root: string
  readonly git: (...args: readonly string[]) => string
  /** Writes files by their path below the root. */
  readonly write: (files: Readonly<Record<string, string>>) => void
  /** Commits all there is. */
  readonly commit: (message: string) => void
}

/** An empty folder that goes when the test ends. */
export function temporaryFolder(t: TestContext): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sourceip-guard-test-')))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

const configuration = `[core]
  repositoryformatversion = 0
  bare = false
  autocrlf = false
[user]
  name = Test
  email = test@example.com
[gc]
  auto = 0
`

/** A repository of its own on branch `main`, without any commit, deaf to the configuration of whoever runs the tests. */
export function temporaryRepository(t: TestContext): Repository {
  const root = temporaryFolder(t)
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  // What `git init` would write, without the time that starting git takes.
  mkdirSync(join(root, '.git/objects'), { recursive: true })
  mkdirSync(join(root, '.git/refs/heads'), { recursive: true })
  writeFiles(root, { '.git/HEAD': 'ref: refs/heads/main\n', '.git/config': configuration })
  return {
    root,
    git,
    write: (files) => writeFiles(root, files),
    commit: (message) => {
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '--message', message)
    },
  }
}
