import { spawnSync } from 'node:child_process'

/** The files to look at cannot be had. The message says why and, after `help:`, what to do. */
export class ChangesError extends Error {}

interface GitOptions {
  readonly input?: string | Buffer
  readonly env?: Readonly<Record<string, string>>
}

interface GitAnswer {
  readonly status: number
  readonly out: Buffer
  /** What git said of the failure, in English. */
  readonly error: string
}

/** No question on the terminal, no lock of the user's index, no fetch of missing objects, and paths are names, not patterns. */
const environment = {
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_LITERAL_PATHSPECS: '1',
}

/** Runs git without a shell in `folder` and tells how it ended. Throws a `ChangesError` where there is no git. */
export function askGit(folder: string, args: readonly string[], options: GitOptions = {}): GitAnswer {
  const { status, out, error } = run(folder, args, options)
  if (status !== undefined) return { status, out, error }
  throw new ChangesError(`git cannot be run: ${error}\n  help: install git, or use \`sourceip-guard check\``)
}

/** `status` undefined: git could not be started, and `error` says why. */
function run(folder: string, args: readonly string[], { input = '', env = {} }: GitOptions) {
  const { status, stdout, stderr, error } = spawnSync('git', ['-C', folder, ...args], {
    input,
    env: { ...process.env, ...environment, ...env },
    maxBuffer: Number.POSITIVE_INFINITY,
  })
  if (error !== undefined) return { status: undefined, out: Buffer.of(), error: error.message }
  return { status: status ?? -1, out: stdout, error: stderr.toString() }
}

/** What git prints. Throws a `ChangesError` with git's own words where it fails. */
export function git(folder: string, args: readonly string[], options: GitOptions = {}): Buffer {
  const { status, out, error } = askGit(folder, args, options)
  if (status === 0) return out
  const [first = `it ended with status ${status}`] = error.split('\n').filter((line) => line !== '')
  throw new ChangesError(`git ${args[0]} failed: ${first}\n  help: see what \`git status\` says of this repository`)
}

/** The root of the repository's working tree around `folder`; undefined where there is none, or no git. */
export function repositoryRoot(folder: string): string | undefined {
  const { status, out, error } = run(folder, ['rev-parse', '--show-toplevel'], {})
  if (status === undefined) return undefined
  if (status === 0) return out.toString().replace(/\r?\n$/, '')
  if (/not a git repository|must be run in a work tree/.test(error)) return undefined
  throw new ChangesError(`git cannot tell where the repository is: ${error.trim().split('\n')[0]}`)
}

/** The parts of a list that git wrote with `-z`. */
export function splitAtNul(list: Buffer): Buffer[] {
  const parts: Buffer[] = []
  let from = 0
  for (let at = list.indexOf(0); at >= 0; at = list.indexOf(0, from)) {
    parts.push(list.subarray(from, at))
    from = at + 1
  }
  return parts
}

/** The contents of blobs, by their names, all in one process. Throws a `ChangesError` where one is not in the clone. */
export function readBlobs(folder: string, names: readonly string[]): ReadonlyMap<string, Buffer> {
  const blobs = new Map<string, Buffer>()
  if (names.length === 0) return blobs
  const out = git(folder, ['cat-file', '--batch'], { input: [...new Set(names)].map((name) => `${name}\n`).join('') })
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(0x0a, at)
    const [name = '', kind, size] = out.toString('latin1', at, end).split(' ')
    if (kind !== 'blob')
      throw new ChangesError(
        `the content of ${name} is not in this clone\n  help: fetch it, for example with \`git fetch\``,
      )
    blobs.set(name, out.subarray(end + 1, end + 1 + Number(size)))
    at = end + 1 + Number(size) + 1
  }
  return blobs
}
