import { GitHubError } from './answers.ts'
import type { ListedFile, Repository } from './client.ts'
import type { GitHubApi } from './octokit.ts'

/** A file of a commit: what it is called and the blob of its content. */
interface TreeFile {
  readonly path: string
  readonly blob: string
}

interface Entry {
  readonly path: string
  readonly mode: string
  readonly sha: string
}

/** The files of a commit, and its symbolic links with what they point at. */
export interface Tree {
  readonly files: readonly TreeFile[]
  readonly links: readonly { readonly path: string; readonly target: string }[]
}

/**
 * A commit with its links; the targets are read many at a time. Of a tree that is too large for one list, what GitHub lists: walking
 * through it would take a request for each folder.
 */
export async function treeOf(
  api: GitHubApi,
  at: Repository,
  commit: string,
  blob: (sha: string) => Promise<Buffer>,
): Promise<Tree> {
  const { entries } = await treeAt(api, at, commit, true)
  const links = entries.filter(isLink)
  const texts =
    links.length === 0
      ? new Map<string, Buffer>()
      : await blobTexts(
          api,
          at,
          links.map(({ sha }) => sha),
        )
  const targets: { path: string; target: string }[] = []
  for (const { path, sha } of links) targets.push({ path, target: (texts.get(sha) ?? (await blob(sha))).toString() })
  return { files: entries.filter(isFile).map(treeFile), links: targets }
}

/** The files of a commit. Symbolic links and submodules are left out: what they name is somewhere else. */
export async function filesOfTree(api: GitHubApi, at: Repository, commit: string): Promise<TreeFile[]> {
  return (await entriesOf(api, at, commit)).filter(isFile).map(treeFile)
}

function treeFile({ path, sha }: Entry): TreeFile {
  return { path, blob: sha }
}

async function entriesOf(api: GitHubApi, at: Repository, commit: string): Promise<readonly Entry[]> {
  const whole = await treeAt(api, at, commit, true)
  return whole.isCut ? walk(api, at, { tree: commit, prefix: '' }) : whole.entries
}

/** GitHub cuts the list of a very large tree; folder by folder it is whole. */
async function walk(
  api: GitHubApi,
  at: Repository,
  { tree, prefix }: { readonly tree: string; readonly prefix: string },
): Promise<Entry[]> {
  const { entries } = await treeAt(api, at, tree, false)
  const found = entries.map((entry) => ({ ...entry, path: prefix + entry.path }))
  for (const { path, sha } of found.filter(isFolder))
    found.push(...(await walk(api, at, { tree: sha, prefix: `${path}/` })))
  return found
}

/**
 * What differs between two commits, by their trees: whole lists, where the comparison that GitHub makes ends at 300 files. There are
 * no hunks in it.
 */
export async function compareTrees(api: GitHubApi, at: Repository, base: string, head: string): Promise<ListedFile[]> {
  // A link is one of the files that differ: where it leads to is looked at elsewhere.
  const filesAndLinks = async (commit: string) =>
    (await entriesOf(api, at, commit)).filter((entry) => isFile(entry) || isLink(entry)).map(treeFile)
  const [before, after] = [await filesAndLinks(base), await filesAndLinks(head)]
  const [old, now] = [new Map(before.map(byPath)), new Map(after.map(byPath))]
  const gone = before.filter(({ path }) => !now.has(path))
  const changed = after.filter(({ path, blob }) => old.get(path) !== blob)
  const previous = movedFrom(
    gone,
    changed.filter(({ path }) => !old.has(path)),
  )
  return [
    ...gone.map(({ path, blob }) => listed(path, blob, 'removed', undefined)),
    ...changed.map(({ path, blob }) => {
      if (old.has(path)) return listed(path, blob, 'modified', undefined)
      const from = previous.get(path)
      return listed(path, blob, from === undefined ? 'added' : 'renamed', from)
    }),
  ]
}

/**
 * Former paths, by the new ones: a file was moved where one of the same content, else of the same name, is gone, and no other file
 * could be it. What is in doubt counts as new: nothing new must pass for old.
 */
function movedFrom(gone: readonly TreeFile[], added: readonly TreeFile[]): ReadonlyMap<string, string> {
  const moved = new Map<string, string>()
  for (const keyOf of [({ blob }: TreeFile) => blob, ({ path }: TreeFile) => path.slice(path.lastIndexOf('/') + 1)]) {
    const taken = new Set(moved.values())
    const from = grouped(
      gone.filter(({ path }) => !taken.has(path)),
      keyOf,
    )
    const to = grouped(
      added.filter(({ path }) => !moved.has(path)),
      keyOf,
    )
    for (const [key, [target, ...others]] of to) {
      const [source, ...more] = from.get(key) ?? []
      if (target !== undefined && source !== undefined && others.length + more.length === 0)
        moved.set(target.path, source.path)
    }
  }
  return moved
}

function grouped(files: readonly TreeFile[], keyOf: (file: TreeFile) => string): Map<string, TreeFile[]> {
  const groups = new Map<string, TreeFile[]>()
  for (const file of files) groups.set(keyOf(file), [...(groups.get(keyOf(file)) ?? []), file])
  return groups
}

function byPath({ path, blob }: TreeFile): readonly [string, string] {
  return [path, blob]
}

function listed(path: string, blob: string, status: string, previousPath: string | undefined): ListedFile {
  return { path, previousPath, status, blob, patch: undefined, listedAt: undefined }
}

function isFile({ mode }: Entry): boolean {
  return mode === '100644' || mode === '100755'
}

function isLink({ mode }: Entry): boolean {
  return mode === '120000'
}

function isFolder({ mode }: Entry): boolean {
  return mode === '040000'
}

async function treeAt(
  { reading }: GitHubApi,
  at: Repository,
  tree: string,
  isRecursive: boolean,
): Promise<{ readonly entries: readonly Entry[]; readonly isCut: boolean }> {
  const { data } = await reading.rest.git.getTree({
    ...at,
    tree_sha: tree,
    ...(isRecursive ? { recursive: '1' } : {}),
  })
  if (!Array.isArray(data.tree)) throw new GitHubError('GitHub’s answer was cut off\n  help: run the job again')
  if (data.truncated && !isRecursive) throw new GitHubError(`the folder ${tree} has more files than GitHub lists`)
  const entries = data.tree.map(({ path = '', mode = '', sha = '' }) => ({ path, mode, sha }))
  return { entries, isCut: data.truncated }
}

const textsAtOnce = 50

interface BlobNode {
  readonly text: string | null
  readonly isTruncated: boolean
  readonly byteSize: number
}

interface BlobAnswer {
  readonly repository: Readonly<Record<string, BlobNode | null>>
}

/**
 * Texts of many blobs, fifty in one request. Blobs that are no text, or longer than GraphQL tells, are missing in the answer; they
 * can be read one by one.
 */
export async function blobTexts(
  { reading }: GitHubApi,
  at: Repository,
  blobs: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const texts = new Map<string, Buffer>()
  for (let from = 0; from < blobs.length; from += textsAtOnce) {
    const some = blobs.slice(from, from + textsAtOnce)
    const declared = some.map((_, index) => `$b${index}: GitObjectID!`).join(', ')
    const fields = some.map(
      (_, index) => `b${index}: object(oid: $b${index}) { ... on Blob { text isTruncated byteSize } }`,
    )
    const question = `query($owner: String!, $repo: String!, ${declared}) {
  repository(owner: $owner, name: $repo) {
    ${fields.join('\n    ')}
  }
}`
    const oids = Object.fromEntries(some.map((sha, index) => [`b${index}`, sha]))
    const answer = await reading
      .graphql<BlobAnswer>(question, { ...at, ...oids })
      // Too much for one answer, say; one by one they can be had, or that failure is told.
      .catch((): BlobAnswer => ({ repository: {} }))
    for (const [index, sha] of some.entries()) {
      const node = answer.repository[`b${index}`]
      if (!node || node.text === null || node.isTruncated) continue
      const bytes = Buffer.from(node.text)
      // Text that GitHub has converted is not what the file holds.
      if (bytes.length === node.byteSize) texts.set(sha, bytes)
    }
  }
  return texts
}
