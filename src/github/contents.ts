import { answerOrNone, GitHubError } from './answers.ts'
import type { Repository } from './client.ts'
import type { GitHubApi } from './octokit.ts'

/** Bytes of a blob. */
export async function blob({ reading }: GitHubApi, at: Repository, sha: string): Promise<Buffer> {
  const { data } = await reading.rest.git.getBlob({ ...at, file_sha: sha })
  return decoded(data)
}

/** Bytes of a file at a commit; undefined where GitHub knows none. */
export async function fileAt(
  api: GitHubApi,
  at: Repository,
  path: string,
  commit: string,
): Promise<Buffer | undefined> {
  const answer = await answerOrNone(() => api.reading.rest.repos.getContent({ ...at, path, ref: commit }))
  if (answer === undefined) return undefined
  const { data } = answer
  // A folder comes as a list; symbolic links and submodules are no files.
  if (Array.isArray(data) || data.type !== 'file' || !('content' in data)) return undefined
  // Above 1 MB the content is left out, and the blob still has it.
  return data.encoding === 'base64' ? decoded(data) : blob(api, at, data.sha)
}

/** A file of a folder; `size` in bytes. */
export interface FolderFile {
  readonly path: string
  readonly blob: string
  readonly size: number
}

/** The files directly in a folder that is there; GitHub lists at most a thousand. */
export async function filesInFolder(
  { reading }: GitHubApi,
  at: Repository,
  path: string,
  commit: string,
): Promise<FolderFile[]> {
  const { data } = await reading.rest.repos.getContent({ ...at, path, ref: commit })
  if (!Array.isArray(data)) throw new GitHubError('GitHub’s answer is no list of files\n  help: run the job again')
  return data.flatMap(({ type, path, sha, size }) => (type === 'file' ? [{ path, blob: sha, size }] : []))
}

/** Throws where the content is not what the answer says of it: half a file must not be judged. */
function decoded({ content, encoding, size }: { content: string; encoding: string; size: number | null }): Buffer {
  const bytes = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8')
  if (size === null || bytes.length === size) return bytes
  throw new GitHubError('GitHub’s answer was cut off\n  help: run the job again')
}

/**
 * Throws where a file that GitHub did not find is there nonetheless, or where that cannot be told: 404 is also the answer to a token
 * that may not read, and to a fault. The nearest folder that is there says what is in it.
 */
export async function assertAbsent(
  { reading }: GitHubApi,
  at: Repository,
  path: string,
  commit: string,
): Promise<void> {
  const names = path.split('/').filter((name) => name !== '')
  for (let depth = names.length - 1; depth >= 0; depth--) {
    const folder = names.slice(0, depth).join('/')
    const answer = await answerOrNone(() => reading.rest.repos.getContent({ ...at, path: folder, ref: commit }))
    if (answer === undefined) continue
    const entries = Array.isArray(answer.data) ? answer.data : []
    if (entries.every(({ name }) => name !== names[depth])) return
    throw new GitHubError('it is there, and GitHub did not find it\n  help: run the job again')
  }
  throw new GitHubError('GitHub finds nothing at this commit\n  help: give the job `permissions: { contents: read }`')
}
