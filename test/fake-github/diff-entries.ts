import type { GitRepository } from './git-repository.ts'

/** One changed file, as GitHub lists it: what `git diff -M` says of it, in GitHub's words. */
export interface DiffEntry {
  readonly filename: string
  readonly previousFilename: string | undefined
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed'
  /** Of the head side; of the base side for a removed file. */
  readonly sha: string
  readonly additions: number
  readonly deletions: number
  /** The hunks alone. Undefined for binary files, pure renames, mode changes and what is above GitHub's limit. */
  readonly patch: string | undefined
}

export interface PatchLimits {
  readonly bytes: number
  readonly lines: number
}

interface RawEntry {
  readonly letter: string
  readonly path: string
  readonly previous: string | undefined
  readonly oldSha: string
  readonly newSha: string
}

/** What git said of two commits, for every world of this process: their ids are hashes of all that goes into it. */
const said = new Map<string, string>()

function diffText(git: GitRepository, from: string, to: string): string {
  const formats = ['--raw', '--numstat', '-p', '--full-index', '--no-abbrev', '--no-color']
  const key = `${from} ${to}`
  const text = said.get(key) ?? git.run(['diff-tree', '-r', '-M', ...formats, from, to]).toString()
  said.set(key, text)
  return text
}

/** The differences of two commits, in path order, renames found: all from one `git diff`. */
export function diffEntries(git: GitRepository, from: string, to: string, limits: PatchLimits): readonly DiffEntry[] {
  const text = diffText(git, from, to)
  // git quotes names with newlines in them, and only \n ends a line here, so nothing in a file can pass for these.
  const [head = '', ...sections] = text.split(/(?:^|(?<=\n))(?=diff --git )/)
  const lines = head.split('\n').filter((line) => line !== '')
  const entries = lines.filter((line) => line.startsWith(':')).map(readRaw)
  const counts = lines.filter((line) => !line.startsWith(':')).map((line) => line.split('\t'))
  let next = 0
  return entries.map((entry, index) => {
    const section = sections[next] ?? ''
    next += entry.letter === 'T' ? 2 : 1 // git shows a changed type as a deletion and a creation
    const [additions = 0, deletions = 0] = (counts[index] ?? []).map((count) => Number(count) || 0)
    const patch = entry.letter === 'T' ? undefined : hunksOf(section)
    const kept = patch === undefined || tooLarge(patch, limits) ? undefined : patch
    return toDiffEntry(entry, { additions, deletions, patch: kept })
  })
}

function readRaw(line: string): RawEntry {
  const [meta = '', first = '', second] = line.split('\t')
  const [, , oldSha = '', newSha = '', letters = ''] = meta.split(' ')
  const path = unquoted(second ?? first)
  return {
    letter: letters.slice(0, 1),
    path,
    previous: second === undefined ? undefined : unquoted(first),
    oldSha,
    newSha,
  }
}

const escapes: Readonly<Record<string, string>> = { a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r' }

/** A path as git writes it: in quotes, with the escapes of C, if there is anything odd in it. */
function unquoted(path: string): string {
  if (!path.startsWith('"')) return path
  return path
    .slice(1, -1)
    .replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
      /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
    )
}

function toDiffEntry(entry: RawEntry, rest: Pick<DiffEntry, 'additions' | 'deletions' | 'patch'>): DiffEntry {
  const removed = entry.letter === 'D'
  return {
    filename: entry.path,
    previousFilename: entry.previous,
    status: statusOf(entry),
    sha: removed ? entry.oldSha : entry.newSha,
    ...rest,
  }
}

function statusOf(entry: RawEntry): DiffEntry['status'] {
  const statuses: Readonly<Record<string, DiffEntry['status']>> = {
    A: 'added',
    D: 'removed',
    R: 'renamed',
    C: 'copied',
  }
  const changed = entry.letter === 'T' || entry.oldSha === entry.newSha
  return statuses[entry.letter] ?? (changed ? 'changed' : 'modified')
}

function hunksOf(section: string): string | undefined {
  const start = section.indexOf('\n@@ ')
  return start < 0 ? undefined : section.slice(start + 1).replace(/\n$/, '')
}

function tooLarge(patch: string, limits: PatchLimits): boolean {
  return Buffer.byteLength(patch) > limits.bytes || patch.split('\n').length > limits.lines
}
