import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ChangedFile } from '../model/change.ts'
import { isNeighbour, mayTakeFromOthers, neighbourFolders, withNeighbours } from '../model/neighbours.ts'
import type { SourceFile } from '../model/source.ts'
import { neighboursInTree, neighboursOnDisk } from './beside.ts'
import { type DiskFile, joinBytes, nameText, readDiskFile, type Selection, sourceFile } from './disk-file.ts'
import { askGit, ChangesError, git, readBlobs, splitAtNul } from './git.ts'

/**
 * What to compare in the repository at `root`. `head` undefined: the working tree, or the index where `staged`. `base` undefined: the
 * remote's default branch; of the index, the last commit.
 */
export interface Comparison {
  readonly root: string
  readonly base: string | undefined
  readonly head: string | undefined
  readonly staged?: boolean
}

export interface LocalChange {
  readonly files: readonly ChangedFile[]
  /** The heads that lie in the working tree; none where a commit is the head. */
  readonly onDisk: readonly DiskFile[]
  /** When the merge base was committed, as an instant; there is none before the first commit. */
  readonly baseDate: string | undefined
  /** What was left out though it might have been meant, a sentence each. */
  readonly notes: readonly string[]
}

/**
 * What changed from the merge base to the head, with the text of renamed files under their former names. Untracked files that are
 * not ignored belong to the working tree. Nothing is fetched. Throws a `ChangesError` where there is nothing to compare.
 */
export function localChange(comparison: Comparison, selection: Selection): LocalChange {
  const { root } = comparison
  const base = mergeBase(comparison)
  const commit = headTree(comparison)
  const raw = commit === undefined ? workingTreeDiff(root, base, selection) : git(root, [...diffTree, base, commit])
  const listed = parseRaw(raw, commit === undefined ? 'working-tree' : 'commit')
  // What is moved away from where it was looked at is looked at all the same.
  const entries = listed.filter(({ name, before }) =>
    [name, ...(before === undefined ? [] : [before.name])].some((each) => selection.wants(nameText(each))),
  )
  const blobs = blobsOf(root, entries)
  const sides = entries.map((entry) => readEntry(root, entry, blobs))
  const holds = (file: SourceFile | undefined) => file !== undefined && selection.holds(file.text)
  const holding = sides.filter(({ base, head }) => holds(base) || holds(head?.file) || isTaking(head?.file))
  const beside = besideOthers(holding, { root, base, commit })
  const kept = [...beside, ...untouched(beside)].filter(({ base, head }) =>
    [base, head?.file].some((file) => holds(file) || (isTaking(file) && file?.neighbours?.some(holds))),
  )
  return {
    files: kept.map(({ base, head }) => ({ base, head: head?.file })),
    onDisk: kept.flatMap(({ head }) => (head?.location === undefined ? [] : [{ ...head, location: head.location }])),
    baseDate: dateOf(root, base),
    notes: [...new Set([...listed.flatMap(submoduleNote), ...entries.flatMap(linkNote)])],
  }
}

function isTaking(file: SourceFile | undefined): boolean {
  return file !== undefined && mayTakeFromOthers(file)
}

const diffTree = ['diff-tree', '-r', '-z', '-M', '--raw', '--no-ext-diff']
const diffIndex = ['diff-index', '-z', '-M', '--raw', '--no-ext-diff']

/** The commit, or the tree of what is staged, as a commit made now would hold it; undefined for the working tree. */
function headTree({ root, head, staged = false }: Comparison): string | undefined {
  if (staged) return git(root, ['write-tree']).toString().trim()
  return head === undefined ? undefined : commitOf(root, head)
}

/** When a commit was made, as an instant; undefined where there is no such commit, as before the first one. */
export function dateOf(root: string, commit: string): string | undefined {
  const { status, out } = askGit(root, ['rev-parse', '--quiet', '--verify', `${commit}^{commit}`])
  if (status !== 0) return undefined
  const seconds = git(root, ['show', '-s', '--format=%ct', out.toString().trim()]).toString()
  return new Date(1000 * Number(seconds)).toISOString()
}

function mergeBase({ root, base, head, staged = false }: Comparison): string {
  if (staged && base === undefined) return lastCommit(root)
  const from = commitOf(root, base ?? defaultBranch(root))
  const to = commitOf(root, head ?? 'HEAD')
  const { status, out } = askGit(root, ['merge-base', from, to])
  if (status === 0) return out.toString().trim()
  throw new ChangesError(
    `\`${base ?? defaultBranch(root)}\` and \`${head ?? 'HEAD'}\` have no commit in common\n` +
      '  help: a shallow clone lacks history: fetch more with `git fetch --unshallow`',
  )
}

/** The commit on which the next one will stand; before the first one, the tree without any file. */
function lastCommit(root: string): string {
  const { status, out } = askGit(root, ['rev-parse', '--quiet', '--verify', 'HEAD^{commit}'])
  return (status === 0 ? out : git(root, ['mktree'])).toString().trim()
}

/** The full name of a commit. A ref that looks like an option is a ref nonetheless. */
function commitOf(root: string, ref: string): string {
  const { status, out } = askGit(root, ['rev-parse', '--quiet', '--verify', '--end-of-options', `${ref}^{commit}`])
  if (status === 0) return out.toString().trim()
  throw new ChangesError(
    ref === 'HEAD'
      ? 'this repository has no commit yet\n  help: use `sourceip-guard check`'
      : `\`${ref}\` is no commit, branch or tag here\n  help: \`git branch --all\` lists the branches; \`git fetch\` brings new ones`,
  )
}

function defaultBranch(root: string): string {
  const { status, out } = askGit(root, ['symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD'])
  const candidates = [status === 0 ? out.toString().trim() : undefined, 'origin/main', 'origin/master']
  const found = candidates.find(
    (ref) => ref !== undefined && askGit(root, ['rev-parse', '--quiet', '--verify', `${ref}^{commit}`]).status === 0,
  )
  if (found !== undefined) return found
  throw new ChangesError(
    'no default branch of a remote is known here\n  help: say what to compare with, as in `--base main`',
  )
}

/**
 * Compares with the working tree through a copy of the index in which untracked files are announced: so git finds renames among
 * them as well, and the user's index stays as it is.
 */
function workingTreeDiff(root: string, base: string, { wants }: Selection): Buffer {
  const untracked = splitAtNul(git(root, ['ls-files', '--others', '--exclude-standard', '-z'])).filter(
    (name) => name.at(-1) !== 0x2f && wants(nameText(name)),
  )
  if (untracked.length === 0) return git(root, [...diffIndex, base])
  const folder = mkdtempSync(join(tmpdir(), 'sourceip-guard-'))
  try {
    const index = resolve(root, git(root, ['rev-parse', '--git-path', 'index']).toString().trim())
    const copy = join(folder, 'index')
    if (existsSync(index)) copyFileSync(index, copy)
    const env = { GIT_INDEX_FILE: copy }
    const input = Buffer.concat(untracked.flatMap((name) => [name, Buffer.of(0)]))
    git(root, ['add', '--intent-to-add', '--pathspec-from-file=-', '--pathspec-file-nul'], { input, env })
    return git(root, [...diffIndex, base], { env })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Side {
  readonly name: Buffer
  /** `100644` and `100755` are files, `120000` a symbolic link, `160000` a submodule. */
  readonly mode: string
  /** Absent where the content is that of the working tree. */
  readonly blob: string | undefined
}

interface Entry {
  /** The name in the head; of a deleted file, in the base. */
  readonly name: Buffer
  readonly before: Side | undefined
  readonly after: Side | undefined
}

/** Entries of git's raw format: `:MODE MODE BLOB BLOB STATUS`, then one name, or two of a renamed file. */
function parseRaw(raw: Buffer, head: 'working-tree' | 'commit'): Entry[] {
  const parts = splitAtNul(raw)
  const entries = new Map<string, Entry>()
  while (parts.length > 0) {
    const [from = '', to = '', blobFrom, blobTo, status = ''] = (parts.shift() ?? '').toString().slice(1).split(' ')
    const oldName = parts.shift() ?? Buffer.of()
    const newName = /^[RC]/.test(status) ? (parts.shift() ?? Buffer.of()) : oldName
    const before = sideOf(oldName, from, blobFrom)
    // Of a renamed file in the working tree git tells a blob that it only computed.
    const after = sideOf(newName, status === 'U' ? '100644' : to, head === 'commit' ? blobTo : undefined)
    const key = newName.toString('latin1')
    // A file in conflict is listed a second time, without its base.
    entries.set(key, { name: newName, before: before ?? entries.get(key)?.before, after })
  }
  return [...entries.values()]
}

function sideOf(name: Buffer, mode: string, blob: string | undefined): Side | undefined {
  return mode === '000000' ? undefined : { name, mode, blob }
}

function isFile(side: Side | undefined): side is Side {
  return side?.mode.startsWith('100') ?? false
}

/** The contents that the entries tell by their names. */
function blobsOf(root: string, entries: readonly Entry[]): ReadonlyMap<string, Buffer> {
  const wanted = entries.flatMap(({ before, after }) =>
    [before, after].flatMap((side) => (isFile(side) && side.blob !== undefined ? [side.blob] : [])),
  )
  return readBlobs(root, wanted)
}

interface ReadEntry {
  readonly base: SourceFile | undefined
  readonly head: { readonly file: SourceFile; readonly location?: Buffer } | undefined
}

function readEntry(root: string, { before, after }: Entry, blobs: ReadonlyMap<string, Buffer>): ReadEntry {
  const fromBlob = ({ name, blob = '' }: Side) => sourceFile(nameText(name), blobs.get(blob) ?? Buffer.of())
  const base = isFile(before) ? fromBlob(before) : undefined
  if (!isFile(after)) return { base, head: undefined }
  if (after.blob !== undefined) return { base, head: { file: fromBlob(after) } }
  const location = joinBytes(root, after.name)
  // Of a file in conflict nothing may be left.
  return { base, head: existsSync(location) ? readDiskFile(nameText(after.name), location) : undefined }
}

/** The files with their neighbours: those of the base, and those of the head's commit or of the working tree. */
function besideOthers(
  entries: readonly ReadEntry[],
  { root, base, commit }: { readonly root: string; readonly base: string; readonly commit: string | undefined },
): ReadEntry[] {
  const folders = (files: readonly (SourceFile | undefined)[]) =>
    files.flatMap((file) => (file === undefined ? [] : neighbourFolders(file.path)))
  const before = neighboursInTree(root, base, folders(entries.map((entry) => entry.base)))
  const after =
    commit === undefined
      ? neighboursOnDisk(root)
      : neighboursInTree(root, commit, folders(entries.map(({ head }) => head?.file)))
  return entries.map((entry) => ({
    base: entry.base && withNeighbours(entry.base, before),
    head: entry.head && { ...entry.head, file: withNeighbours(entry.head.file, after) },
  }))
}

/** Files that did not change, whose Deny may take what a changed file beside them says; before and after that changed. */
function untouched(entries: readonly ReadEntry[]): ReadEntry[] {
  const baseOf = new Map(entries.flatMap(({ base, head }) => (head === undefined ? [] : [[head.file.path, base]])))
  const found = new Map<string, ReadEntry>()
  for (const { head } of entries) {
    if (head === undefined || !isNeighbour(head.file.path)) continue
    const after = [head.file, ...(head.file.neighbours ?? [])]
    const before = after.flatMap((file) => (baseOf.has(file.path) ? (baseOf.get(file.path) ?? []) : file))
    for (const file of after.filter(mayTakeFromOthers)) {
      if (!baseOf.has(file.path))
        found.set(file.path, { base: among(file, before), head: { file: among(file, after) } })
    }
  }
  return [...found.values()]
}

function among(file: SourceFile, others: readonly SourceFile[]): SourceFile {
  return withNeighbours({ path: file.path, text: file.text }, () => others)
}

function submoduleNote({ after }: Entry): string[] {
  return after?.mode === '160000' ? [`\`${nameText(after.name)}\` is a repository of its own and is not read`] : []
}

function linkNote({ after }: Entry): string[] {
  return after?.mode === '120000' ? [`\`${nameText(after.name)}\` is a symbolic link and is not read`] : []
}
