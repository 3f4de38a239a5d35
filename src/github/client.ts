import { allPages, answerOf, GitHubError, type Written, written } from './answers.ts'
import { assertAbsent, blob, type FolderFile, fileAt, filesInFolder } from './contents.ts'
import { type Conversation, type Edit, edit, readConversation } from './conversation.ts'
import { type Connection, connect, type GitHubApi } from './octokit.ts'
import { createComment, createFileComment, createReply, createReview, deleteDrafts } from './posting.ts'
import { blobTexts, compareTrees, filesOfTree, type Tree, treeOf } from './trees.ts'

export interface Repository {
  readonly owner: string
  readonly repo: string
}

export interface PullRequest {
  readonly number: number
  readonly isOpen: boolean
  /** The tip of the base branch, and the head: full commit names. */
  readonly base: string
  readonly head: string
}

/** A file that differs, as GitHub lists it. */
export interface ListedFile {
  readonly path: string
  /** The name in the base, of a file that was renamed or copied. */
  readonly previousPath: string | undefined
  readonly status: string
  /** The blob of the head; of a submodule, a commit of another repository. */
  readonly blob: string | undefined
  /** The hunks; absent for binary files, mere renames and what is too large. */
  readonly patch: string | undefined
  /** The head that the list is about, where the entry shows it. */
  readonly listedAt: string | undefined
}

/** A commit, and when it was committed, where GitHub says so. */
export interface DatedCommit {
  readonly commit: string
  readonly date: string | undefined
}

export interface Comparison {
  readonly mergeBase: DatedCommit
  /** At most 300: GitHub gives no more. */
  readonly files: readonly ListedFile[]
}

export interface NewComment {
  readonly path: string
  /** Lines of the head, 1-based. `startLine` only where it is less than `line`. */
  readonly startLine?: number
  readonly line: number
  readonly body: string
}

export interface NewFileComment {
  readonly commit: string
  readonly path: string
  readonly body: string
}

export interface NewReview {
  /** The commit whose lines are meant; without it GitHub takes the head of the moment. */
  readonly commit: string
  readonly body: string
  readonly comments: readonly NewComment[]
}

/** All that the guard asks of GitHub. Reads throw a `GitHubError`; a write gives what became of it and never throws. */
export interface GitHubClient {
  pullRequest(number: number): Promise<PullRequest>
  /** Throws where there are 3000 files or more: GitHub lists no others, so some would go unseen. */
  pullRequestFiles(number: number): Promise<readonly ListedFile[]>
  /** What differs between the merge base of two commits and `head`. */
  compare(base: string, head: string): Promise<Comparison>
  /** What differs between two commits by their trees: all of it, without hunks. */
  compareTrees(base: string, head: string): Promise<readonly ListedFile[]>
  /** When a commit was made. */
  commitDate(commit: string): Promise<string>
  /** All files of a commit, as if they had been added. */
  filesOfTree(commit: string): Promise<readonly ListedFile[]>
  /** All files of a commit, and its symbolic links. */
  tree(commit: string): Promise<Tree>
  /** Bytes of the blobs that are plain text, many in one request; others are missing. */
  blobTexts(blobs: readonly string[]): Promise<ReadonlyMap<string, Buffer>>
  /** The open pull requests whose head is the branch `owner:branch`. */
  pullRequestsOf(branch: string): Promise<readonly PullRequest[]>
  /** Bytes of a file's content, by its blob. */
  blob(sha: string): Promise<Buffer>
  /** Bytes of a file at a commit; undefined where there is no such file. */
  fileAt(path: string, commit: string): Promise<Buffer | undefined>
  /** The files directly in a folder that is there. */
  filesInFolder(path: string, commit: string): Promise<readonly FolderFile[]>
  /** Throws where a file that was not found is there, or where that cannot be told. */
  assertAbsent(path: string, commit: string): Promise<void>
  /** Who asks, whether the pull request is open, its head of this moment, and all that was said on it: in one request for most. */
  conversation(number: number): Promise<Conversation>
  /** Posts one review that only comments: it approves and blocks nothing. Gives its address. */
  createReview(number: number, review: NewReview): Promise<Written<string>>
  /** Posts a comment on a file as a whole, which a review cannot hold. Gives its address. */
  createFileComment(number: number, comment: NewFileComment): Promise<Written<string>>
  /** Answers in the thread that `url`, the address of a review comment, stands in. */
  createReply(number: number, url: string, body: string): Promise<Written<string>>
  /** Posts a comment to the conversation. */
  createComment(number: number, body: string): Promise<Written<string>>
  /** Changes comments and threads that are there already, some in one request; gives what became of each. */
  edit(edits: readonly Edit[]): Promise<readonly Written<undefined>[]>
  /** Deletes the reviews that this viewer began and never sent: one of them keeps every other from being posted. */
  deleteDrafts(number: number, viewer: string): Promise<Written<number>>
}

/** The client for one repository. */
export function gitHubClient(connection: Connection, repository: Repository): GitHubClient {
  const api = connect(connection)
  const write = <T>(send: () => Promise<T>) => written(connection.secondInMs ?? 1000, send)
  return {
    pullRequest: (number) => answerOf(`pull request #${number}`, () => pullRequest(api, repository, number)),
    pullRequestFiles: (number) =>
      answerOf(`the files of pull request #${number}`, () => pullRequestFiles(api, repository, number)),
    compare: (base, head) =>
      answerOf(`what differs from ${base} to ${head}`, () => compare(api, repository, base, head)),
    compareTrees: (base, head) =>
      answerOf(`the trees of ${base} and ${head}`, () => compareTrees(api, repository, base, head)),
    commitDate: (commit) => answerOf(`commit ${commit}`, () => commitDate(api, repository, commit)),
    filesOfTree: (commit) =>
      answerOf(`the tree of ${commit}`, async () => {
        const files = await filesOfTree(api, repository, commit)
        return files.map((file) => ({ ...file, ...asAdded }))
      }),
    tree: (commit) =>
      answerOf(`the tree of ${commit}`, () => treeOf(api, repository, commit, (sha) => blob(api, repository, sha))),
    blobTexts: (blobs) => answerOf(`${blobs.length} blobs`, () => blobTexts(api, repository, blobs)),
    pullRequestsOf: (branch) =>
      answerOf(`the pull requests of ${JSON.stringify(branch)}`, () => pullRequestsOf(api, repository, branch)),
    blob: (sha) => answerOf(`blob ${sha}`, () => blob(api, repository, sha)),
    fileAt: (path, commit) =>
      answerOf(`${JSON.stringify(path)} at ${commit}`, () => fileAt(api, repository, path, commit)),
    filesInFolder: (path, commit) =>
      answerOf(`the folder ${JSON.stringify(path)} at ${commit}`, () => filesInFolder(api, repository, path, commit)),
    assertAbsent: (path, commit) =>
      answerOf(`${JSON.stringify(path)} at ${commit}`, () => assertAbsent(api, repository, path, commit)),
    conversation: (number) =>
      answerOf(`the conversation of pull request #${number}`, () => readConversation(api, repository, number)),
    createReview: (number, review) => write(() => createReview(api, repository, number, review)),
    createFileComment: (number, comment) => write(() => createFileComment(api, repository, number, comment)),
    createReply: (number, url, body) => write(() => createReply(api, repository, { number, url, body })),
    createComment: (number, body) => write(() => createComment(api, repository, number, body)),
    edit: (edits) => edit(api, edits),
    deleteDrafts: (number, viewer) => write(() => deleteDrafts(api, repository, number, viewer)),
  }
}

const asAdded = { previousPath: undefined, status: 'added', patch: undefined, listedAt: undefined } as const

async function pullRequestsOf({ reading }: GitHubApi, at: Repository, branch: string): Promise<PullRequest[]> {
  const { data } = await reading.rest.pulls.list({ ...at, state: 'open', head: branch, per_page: 100 })
  return data.map(({ number, base, head }) => ({ number, isOpen: true, base: base.sha, head: head.sha }))
}

async function pullRequest({ reading }: GitHubApi, at: Repository, number: number): Promise<PullRequest> {
  const { data } = await reading.rest.pulls.get({ ...at, pull_number: number })
  return { number, isOpen: data.state === 'open', base: data.base.sha, head: data.head.sha }
}

/** GitHub's limit of files in a pull request's list. */
const mostFiles = 3000

async function pullRequestFiles({ reading }: GitHubApi, at: Repository, number: number): Promise<ListedFile[]> {
  const entries = await allPages(mostFiles / 100 + 1, (page) =>
    reading.rest.pulls.listFiles({ ...at, pull_number: number, per_page: 100, page }),
  )
  if (entries.length < mostFiles) return entries.map(listedFile)
  throw new GitHubError(
    `pull request #${number} changes ${mostFiles} files or more, and GitHub lists only the first ${mostFiles}\n` +
      '  help: split the pull request',
  )
}

async function compare({ reading }: GitHubApi, at: Repository, base: string, head: string): Promise<Comparison> {
  // `per_page` is about commits, which nobody reads here; the files come with the first page in any case.
  const { data } = await reading.rest.repos.compareCommitsWithBasehead({
    ...at,
    basehead: `${base}...${head}`,
    per_page: 1,
    page: 1,
  })
  if (!Array.isArray(data.files)) throw new GitHubError('GitHub’s answer was cut off\n  help: run the job again')
  const { sha, commit } = data.merge_base_commit
  return { mergeBase: { commit: sha, date: commit.committer?.date }, files: data.files.map(listedFile) }
}

async function commitDate({ reading }: GitHubApi, at: Repository, commit: string): Promise<string> {
  const { data } = await reading.rest.git.getCommit({ ...at, commit_sha: commit })
  return data.committer.date
}

interface DiffEntry {
  readonly filename: string
  readonly previous_filename?: string
  readonly status: string
  readonly sha: string | null
  readonly patch?: string
  readonly contents_url: string
}

function listedFile({ filename, previous_filename, status, sha, patch, contents_url }: DiffEntry): ListedFile {
  return {
    path: filename,
    previousPath: previous_filename,
    status,
    blob: sha ?? undefined,
    patch,
    listedAt: /[?&]ref=([0-9a-f]{40,64})$/.exec(contents_url)?.[1],
  }
}
