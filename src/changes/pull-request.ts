import { GitHubError } from '../github/answers.ts'
import type { DatedCommit, GitHubClient, ListedFile } from '../github/client.ts'
import { type Hunk, parseHunks } from '../github/hunks.ts'
import type { Trigger } from '../github/trigger.ts'
import type { ChangedFile } from '../model/change.ts'
import {
  folderOf,
  isNeighbour,
  largestNeighbour,
  mayTakeFromOthers,
  mostNeighbours,
  neighbourFolders,
  withNeighbours,
} from '../model/neighbours.ts'
import type { SourceFile } from '../model/source.ts'
import { chosenFiles } from './chosen.ts'
import { type Selection, textOf, visibleIn } from './disk-file.ts'

/** What is to be looked at: the files that differ, before any content is read. */
export interface ListedChange {
  /** `tree`: everything at a commit, with no before. */
  readonly scope: 'change' | 'tree'
  /** The number of the pull request that it is, where it is one. */
  readonly pullRequest: number | undefined
  /** Tip of the base: the configuration counts as it stands there. */
  readonly base: string
  readonly head: string
  readonly files: readonly ListedFile[]
  /** Where base and head parted: the content before the change stands there, not at the tip of the base. Of a tree, its own commit. */
  mergeBase(): Promise<DatedCommit>
}

/** A changed file that may hold what the guard looks for. */
export interface PullRequestFile {
  readonly file: ChangedFile
  /** Lines of the head that can carry a comment; undefined where GitHub shows no diff of the file. */
  readonly hunks: readonly Hunk[] | undefined
  /** The paths for which it is looked at: mostly its own. */
  readonly places: readonly string[]
}

export interface UnreadableFile {
  readonly path: string
  readonly places: readonly string[]
  /** A clause, to be read after the file's name: `is not UTF-8 text`. */
  readonly reason: string
}

export interface PullRequestChange {
  readonly files: readonly PullRequestFile[]
  /** Files that hold what the guard looks for and cannot be read. */
  readonly unreadable: readonly UnreadableFile[]
  /** When the commit was made that the change starts from; undefined where nothing was found that may need it. */
  readonly baseDate: string | undefined
}

type Listing = Pick<
  GitHubClient,
  'pullRequest' | 'pullRequestFiles' | 'compare' | 'compareTrees' | 'commitDate' | 'filesOfTree' | 'pullRequestsOf'
>

/** Lists what differs. Throws a `GitHubError`, also where GitHub does not list everything. */
export function listChange(client: Listing, trigger: Trigger): Promise<ListedChange> {
  switch (trigger.kind) {
    case 'pull-request':
      return listPullRequest(client, trigger)
    case 'branch':
      return listPullRequestOf(client, trigger)
    case 'merge-group':
      return listBetween(client, trigger.base, trigger.head)
    case 'tree':
      return listTree(client, trigger.head)
    default:
      return trigger satisfies never
  }
}

async function listPullRequest(
  client: Listing,
  { number, commits }: Pick<Extract<Trigger, { kind: 'pull-request' }>, 'number' | 'commits'>,
): Promise<ListedChange> {
  const { base, head } = commits ?? (await client.pullRequest(number))
  const files = await client.pullRequestFiles(number)
  // GitHub lists the files of the head of the moment; a run that is started again, or is late, is about an older one.
  const isListed = files.every(({ listedAt }) => listedAt === undefined || listedAt === head)
  if (!isListed) return { ...(await listBetween(client, base, head)), pullRequest: number }
  const mergeBase = async () => (await client.compare(base, head)).mergeBase
  return { scope: 'change', pullRequest: number, base, head, files, mergeBase }
}

/** The pull request whose head is this commit or, where a newer one was pushed, has been. */
async function listPullRequestOf(
  client: Listing,
  { branch, head }: Extract<Trigger, { kind: 'branch' }>,
): Promise<ListedChange> {
  const found = await client.pullRequestsOf(branch)
  const pullRequest = found.find((each) => each.head === head) ?? found[0]
  if (pullRequest !== undefined)
    return listPullRequest(client, { number: pullRequest.number, commits: { base: pullRequest.base, head } })
  throw new GitHubError(
    `no open pull request has the head \`${branch}\`\n  help: it may be closed by now; else pass its number as \`pull-request\``,
  )
}

/** GitHub's limit of files in a comparison. */
const mostCompared = 300

async function listBetween(client: Listing, base: string, head: string): Promise<ListedChange> {
  const compared = await client.compare(base, head)
  const mergeBase = async () => compared.mergeBase
  const files =
    compared.files.length < mostCompared ? compared.files : await client.compareTrees(compared.mergeBase.commit, head)
  return { scope: 'change', pullRequest: undefined, base, head, files, mergeBase }
}

/** All files, as if they were new. The configuration is that of the same commit. */
async function listTree(client: Listing, head: string): Promise<ListedChange> {
  const files = await client.filesOfTree(head)
  const mergeBase = async () => ({ commit: head, date: await client.commitDate(head) })
  return { scope: 'tree', pullRequest: undefined, base: head, head, files, mergeBase }
}

type Contents = Pick<GitHubClient, 'blob' | 'blobTexts' | 'fileAt' | 'filesInFolder' | 'tree'>

/** From so many files on they are read many at a time: a token has some thousand requests an hour. */
const manyFiles = 200

/**
 * Reads the files to look at (see `chosenFiles`) at the head and, of those that hold what `selection` looks for, at the merge base.
 * Nothing is checked out. Throws a `GitHubError`.
 */
export async function readChange(
  client: Contents,
  change: ListedChange,
  selection: Selection,
): Promise<PullRequestChange> {
  const chosen = await chosenFiles(client, change, selection)
  const places = new Map(chosen.map(({ listed, places: some }) => [listed.path, some]))
  const wanted = chosen.map(({ listed }) => listed)
  const many = wanted.length < manyFiles ? [] : wanted.flatMap(({ blob }) => blob ?? [])
  const texts = many.length === 0 ? new Map<string, Buffer>() : await client.blobTexts(many)
  const blobs = { fileAt: client.fileAt, blob: async (sha: string) => texts.get(sha) ?? client.blob(sha) }
  const heads = await inParallel(wanted, (listed) => readHead(blobs, change.head, listed, selection.holds))
  const candidates = wanted.flatMap((listed, index) => {
    const head = heads[index]
    return head?.kind === 'text' ? [{ listed, head: head.file }] : []
  })
  const besides = neighboursAmong(wanted, heads, candidates)
  const read = [...candidates, ...besides]
  // Where all is new there is nothing to read at it, but its date.
  const mergeBase = candidates.length > 0 ? await change.mergeBase() : undefined
  const bases = await inParallel(read, ({ listed }) => readBase(client, mergeBase?.commit ?? '', listed))
  const unchanged = await unchangedBeside(client, change, candidates)
  const before = byFolder([...bases.flatMap((base) => base ?? []), ...unchanged])
  const after = byFolder([...read.map(({ head }) => head), ...unchanged])
  const files = read.flatMap(({ listed, head }, index): PullRequestFile[] => {
    // Of those beside, what may take what they say into a Deny.
    if (index >= candidates.length && !mayTakeFromOthers(head)) return []
    const base = bases[index] && withNeighbours(bases[index], before)
    const file = { base, head: withNeighbours(head, after) }
    const hunks = listed.patch === undefined ? undefined : parseHunks(listed.patch)
    return [{ file, hunks, places: places.get(listed.path) ?? [] }]
  })
  const takers = unchanged.filter(mayTakeFromOthers).map((same): PullRequestFile => {
    const file = { base: withNeighbours(same, before), head: withNeighbours(same, after) }
    return { file, hunks: undefined, places: [same.path] }
  })
  const unreadable = heads.flatMap((head, index) => {
    const path = wanted[index]?.path ?? ''
    return head.kind === 'unreadable' ? [{ path, reason: head.reason, places: places.get(path) ?? [] }] : []
  })
  return { files: [...files, ...takers], unreadable, baseDate: mergeBase?.date }
}

interface Candidate {
  readonly listed: ListedFile
  readonly head: SourceFile
}

/** Folders of modules that are looked into besides what changed in them; each costs a request. */
const mostFolders = 50

/**
 * What did not change beside files that hold what is looked for: it says what names in them stand for, and may have a Deny that takes
 * from them. Of a whole tree there is nothing more.
 */
async function unchangedBeside(
  client: Pick<Contents, 'blob' | 'blobTexts' | 'filesInFolder'>,
  { scope, head, files }: ListedChange,
  candidates: readonly Candidate[],
): Promise<SourceFile[]> {
  const folders = new Set(
    scope === 'tree' ? [] : candidates.flatMap((candidate) => neighbourFolders(candidate.head.path)),
  )
  const changed = new Set(files.map(({ path }) => path))
  const lists = await inParallel([...folders].slice(0, mostFolders), (folder) => client.filesInFolder(folder, head))
  const wanted = lists.flatMap((list) => {
    const others = list.filter(({ path, size }) => isNeighbour(path) && size <= largestNeighbour && !changed.has(path))
    return others.slice(0, mostNeighbours)
  })
  const texts = wanted.length === 0 ? undefined : await client.blobTexts(wanted.map(({ blob }) => blob))
  const read = await inParallel(wanted, async ({ path, blob }): Promise<SourceFile[]> => {
    const text = textOf(texts?.get(blob) ?? (await client.blob(blob)))
    return text === undefined ? [] : [{ path, text }]
  })
  return read.flat()
}

/** Of the changed files that do not hold what is looked for, those that may say what names in the others stand for. */
function neighboursAmong(
  wanted: readonly ListedFile[],
  heads: readonly Head[],
  candidates: readonly Candidate[],
): Candidate[] {
  const folders = new Set(candidates.flatMap(({ head }) => neighbourFolders(head.path)))
  return wanted.flatMap((listed, index) => {
    const head = heads[index]
    const isBeside = head?.kind === 'nothing' && folders.has(folderOf(listed.path))
    return isBeside && head.file !== undefined ? [{ listed, head: head.file }] : []
  })
}

/** Looks for neighbours among these files. */
function byFolder(files: readonly SourceFile[]): (folder: string) => readonly SourceFile[] {
  const besides = files.filter(({ path, text }) => isNeighbour(path) && text.length <= largestNeighbour)
  return (folder) => besides.filter(({ path }) => folderOf(path) === folder)
}

/** A file's name before the change. A copy is a new file: what stands in the original stays there. */
function basePath({ status, path, previousPath }: ListedFile): string | undefined {
  if (status === 'added' || status === 'copied') return undefined
  return previousPath ?? path
}

type Head =
  | { readonly kind: 'text'; readonly file: SourceFile }
  /** `file`: a text without what is looked for that may be a neighbour of others. */
  | { readonly kind: 'nothing'; readonly file: SourceFile | undefined }
  | { readonly kind: 'unreadable'; readonly reason: string }

/** A policy of AWS has at most some 40 kB; a file of many is not larger than this, in bytes. */
const largest = 2_000_000

async function readHead(
  client: Pick<Contents, 'blob' | 'fileAt'>,
  commit: string,
  { path, blob }: ListedFile,
  holds: Selection['holds'],
): Promise<Head> {
  const bytes = blob === undefined ? await client.fileAt(path, commit) : await client.blob(blob)
  if (bytes === undefined) return { kind: 'nothing', file: undefined }
  const text = textOf(bytes)
  if (!holds(text ?? visibleIn(bytes)))
    return { kind: 'nothing', file: text !== undefined && isNeighbour(path) ? { path, text } : undefined }
  if (text === undefined) return { kind: 'unreadable', reason: 'is not UTF-8 text' }
  if (bytes.length > largest) return { kind: 'unreadable', reason: 'is larger than 2 MB' }
  return { kind: 'text', file: { path, text } }
}

async function readBase(
  client: Pick<Contents, 'fileAt'>,
  mergeBase: string,
  listed: ListedFile,
): Promise<SourceFile | undefined> {
  const path = basePath(listed)
  const bytes = path === undefined ? undefined : await client.fileAt(path, mergeBase)
  const text = bytes && textOf(bytes)
  return path === undefined || text === undefined ? undefined : { path, text }
}

/** Requests at a time: GitHub asks for few. */
const atOnce = 4

/** `work` on all items, a few at a time, results in the order of the items. */
async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at]
      if (item !== undefined) results[at] = await work(item)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return results
}
