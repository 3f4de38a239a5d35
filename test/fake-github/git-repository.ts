import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import {
  type FileTable,
  type GitObject,
  objectId,
  readCommitHead,
  readTree,
  type TreeEntry,
  writeTree,
} from './git-objects.ts'

/** What a commit does with one path: new content, deletion (null), or one of the odd entries that git knows. */
export type FileChange =
  | string
  | Uint8Array
  | null
  | { readonly rename: string; readonly content?: string | Uint8Array }
  | { readonly symlink: string }
  | { readonly submodule: string }
  | { readonly executable: string }

export interface CommitRequest {
  readonly parents: readonly string[]
  readonly message: string
  /** Seconds since 1970. */
  readonly time: number
  /** Changes to the tree of the first parent; or a tree as it is. */
  readonly files?: Readonly<Record<string, FileChange>>
  readonly tree?: string
}

/**
 * A repository. Its objects are made here, in memory, and written to a temporary folder when git is to look at them: starting
 * a process costs more than all the rest. All calls are synchronous, so that a test script reads as what it does, in order.
 */
export interface GitRepository {
  readonly run: (args: readonly string[]) => Buffer
  readonly commit: (request: CommitRequest) => string
  readonly mergeBase: (one: string, other: string) => string | undefined
  /** Commits that `head` has and `base` has not, oldest first. */
  readonly commitsBetween: (base: string, head: string) => readonly string[]
  readonly object: (sha: string) => GitObject | undefined
  /** Entries below a tree or a commit, with paths from there. */
  readonly tree: (treeish: string, recursive: boolean) => readonly TreeEntry[]
  /** The tree of the merge of two commits; undefined where they conflict. */
  readonly mergeTree: (one: string, other: string) => string | undefined
  readonly remove: () => void
}

const environment = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  LC_ALL: 'C',
}
const author = 'octocat <octocat@example.com>'

/** A new, empty repository. Calls that cannot succeed throw, with what git said. */
export function createGitRepository(): GitRepository {
  const objects = new Map<string, GitObject>()
  const keep = (type: string, content: Buffer): string => {
    const sha = objectId({ type, content })
    objects.set(sha, { type, content })
    return sha
  }
  const disk = createDisk(objects)
  const run = (args: readonly string[]): Buffer => {
    const { status, stdout, stderr, error } = disk.git(args)
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${error?.message ?? stderr.toString()}`)
    return stdout
  }
  const object = (sha: string): GitObject | undefined => objects.get(sha) ?? disk.read(sha)
  const tree = (treeish: string, recursive: boolean): readonly TreeEntry[] => entriesOf(object, treeish, recursive)
  const parentsOf = (sha: string): readonly string[] => readCommitHead(object(sha)?.content ?? Buffer.alloc(0)).parents
  return {
    run,
    object,
    tree,
    commit: ({ parents, message, time, files = {}, tree: given }) => {
      const root = given ?? writeTree(keep, changedTable(keep, tree, parents[0], files))
      const who = `${author} ${time} +0000`
      const lines = [`tree ${root}`, ...parents.map((sha) => `parent ${sha}`), `author ${who}`, `committer ${who}`]
      return keep('commit', Buffer.from(`${lines.join('\n')}\n\n${message}\n`))
    },
    mergeBase: (one, other) => mergeBaseOf(parentsOf, one, other),
    commitsBetween: (base, head) => {
      const old = ancestors(parentsOf, base)
      return [...ancestors(parentsOf, head)].filter((sha) => !old.has(sha)).reverse()
    },
    mergeTree: (one, other) => {
      if (ancestors(parentsOf, other).has(one)) return readCommitHead(object(other)?.content ?? Buffer.alloc(0)).tree
      const { status, stdout } = disk.git(['merge-tree', '--write-tree', one, other])
      return status === 0 ? stdout.toString().split('\n')[0] : undefined
    },
    remove: disk.remove,
  }
}

/** The folder where git finds the objects; it is made when git is first needed. */
function createDisk(objects: ReadonlyMap<string, GitObject>): {
  readonly git: (args: readonly string[]) => ReturnType<typeof spawnSync> & { stdout: Buffer; stderr: Buffer }
  readonly read: (sha: string) => GitObject | undefined
  readonly remove: () => void
} {
  let folder: string | undefined
  const written = new Set<string>()
  const made = new Map<string, GitObject>()
  const git = (args: readonly string[]): ReturnType<typeof spawnSync> & { stdout: Buffer; stderr: Buffer } => {
    folder ??= emptyRepository()
    for (const [sha, object] of objects) {
      if (!written.has(sha)) writeObject(folder, sha, object)
      written.add(sha)
    }
    return spawnSync('git', args, { cwd: folder, env: environment, maxBuffer: 1 << 29 })
  }
  return {
    git,
    // Objects that git itself has made, by merging.
    read: (sha) => {
      const known = made.get(sha)
      if (known !== undefined || folder === undefined) return known
      const { status, stdout } = git(['cat-file', '-t', sha])
      if (status !== 0) return undefined
      const type = stdout.toString().trim()
      const object = { type, content: git(['cat-file', type, sha]).stdout }
      made.set(sha, object)
      return object
    },
    remove: () => {
      if (folder === undefined) return
      rmSync(folder, { recursive: true, force: true })
      folders.delete(folder)
    },
  }
}

/** Folders that are still there: a test that failed before it closed its fake leaves none behind. */
const folders = new Set<string>()
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function emptyRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fake-github-'))
  folders.add(folder)
  for (const name of ['objects', 'refs']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'HEAD'), 'ref: refs/heads/main\n')
  writeFileSync(join(folder, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n\tquotePath = false\n')
  return folder
}

function writeObject(folder: string, sha: string, { type, content }: GitObject): void {
  const file = join(folder, 'objects', sha.slice(0, 2))
  mkdirSync(file, { recursive: true })
  const bytes = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content])
  writeFileSync(join(file, sha.slice(2)), deflateSync(bytes, { level: 1 }))
}

function entriesOf(object: GitRepository['object'], treeish: string, recursive: boolean): readonly TreeEntry[] {
  const found = object(treeish)
  if (found?.type === 'commit') return entriesOf(object, readCommitHead(found.content).tree, recursive)
  if (found?.type !== 'tree') throw new Error(`${treeish} is neither a commit nor a tree`)
  return readTree(found.content).flatMap((entry) => {
    if (!recursive || entry.type !== 'tree') return [entry]
    const inside = entriesOf(object, entry.sha, true)
    return [entry, ...inside.map((each) => ({ ...each, path: `${entry.path}/${each.path}` }))]
  })
}

function changedTable(
  keep: (type: string, content: Buffer) => string,
  tree: GitRepository['tree'],
  parent: string | undefined,
  changes: Readonly<Record<string, FileChange>>,
): FileTable {
  const before = parent === undefined ? [] : tree(parent, true).filter(({ type }) => type !== 'tree')
  const table = new Map(before.map(({ path, mode, sha }) => [path, { mode, sha }]))
  const old = new Map(table)
  const blob = (content: string | Uint8Array): string => keep('blob', Buffer.from(content))
  const entry = (change: Exclude<FileChange, null>): { mode: string; sha: string } | undefined => {
    if (typeof change === 'string' || change instanceof Uint8Array) return { mode: '100644', sha: blob(change) }
    if ('symlink' in change) return { mode: '120000', sha: blob(change.symlink) }
    if ('submodule' in change) return { mode: '160000', sha: change.submodule }
    if ('executable' in change) return { mode: '100755', sha: blob(change.executable) }
    return change.content === undefined ? old.get(change.rename) : { mode: '100644', sha: blob(change.content) }
  }
  // What goes, goes first, so that a path may be freed and taken in one commit.
  for (const [path, change] of Object.entries(changes)) {
    const gone = change === null ? path : typeof change === 'object' && 'rename' in change ? change.rename : undefined
    if (gone !== undefined && !table.delete(gone)) throw new Error(`there is no ${gone} to take away`)
  }
  for (const [path, change] of Object.entries(changes)) {
    const added = change === null ? undefined : entry(change)
    if (added !== undefined) table.set(path, added)
  }
  return table
}

type Parents = (sha: string) => readonly string[]

/** A commit and all that came before it, a commit always before its parents. */
function ancestors(parentsOf: Parents, sha: string): ReadonlySet<string> {
  const done = new Set<string>()
  const visit = (at: string): void => {
    const stack: { readonly sha: string; readonly rest: string[] }[] = [{ sha: at, rest: [...parentsOf(at)] }]
    const open = new Set([at])
    while (stack.length > 0) {
      const top = stack.at(-1)
      const next = top?.rest.shift()
      if (next === undefined) done.add(stack.pop()?.sha ?? '')
      else if (!open.has(next)) {
        open.add(next)
        stack.push({ sha: next, rest: [...parentsOf(next)] })
      }
    }
  }
  visit(sha)
  return new Set([...done].reverse())
}

/** The best common ancestor: one that is no ancestor of another common one. */
function mergeBaseOf(parentsOf: Parents, one: string, other: string): string | undefined {
  const theirs = ancestors(parentsOf, other)
  // Ancestors are listed before their parents, so nothing common comes before the first that is found.
  return [...ancestors(parentsOf, one)].find((sha) => theirs.has(sha))
}
