import { type Answer, type Call, linkHeader, mediaKind, notFound, ok, problem } from './answers.ts'
import { presentCommit, presentDiffEntry, presentGitCommit } from './present-git.ts'
import { differences, resolveRef, type World } from './world.ts'

const wrongSha = (): Answer =>
  problem(422, 'The sha parameter must be exactly 40 characters and contain only [0-9a-f].')
const isSha = (text: string): boolean => /^[0-9a-f]{40}$/.test(text)

/** GitHub breaks base64 into lines of 60 characters. */
export function base64Lines(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('base64')
    .replace(/.{1,60}/g, '$&\n')
}

/** Bytes as they are, under the media type that was asked for. */
export function rawAnswer(content: Uint8Array): Answer {
  return { status: 200, raw: content, headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' } }
}

/** GET git/blobs/{sha}: any blob of the network of forks, in base64. A submodule's id is no blob here. */
export function getBlob(call: Call): Answer {
  const sha = call.path['file_sha'] ?? ''
  if (!isSha(sha)) return wrongSha()
  const found = call.world.git.object(sha)
  if (found?.type !== 'blob') return notFound()
  if (mediaKind(call) === 'raw') return rawAnswer(found.content)
  return ok({
    sha,
    node_id: `B_${sha}`,
    size: found.content.length,
    url: `${repositoryOf(call.world)}/git/blobs/${sha}`,
    content: base64Lines(found.content),
    encoding: 'base64',
  })
}

export const repositoryOf = (world: World): string => `${world.api}/repos/${world.owner}/${world.name}`

/** GET git/trees/{sha or ref}: `recursive` counts by being there, whatever its value. */
export function getTree(call: Call): Answer {
  const { world } = call
  const asked = call.path['tree_sha'] ?? ''
  const treeish = isSha(asked) ? asked : resolveRef(world, asked)
  const found = treeish === undefined ? undefined : world.git.object(treeish)
  if (treeish === undefined || (found?.type !== 'commit' && found?.type !== 'tree')) return notFound()
  const entries = world.git.tree(treeish, call.query['recursive'] !== undefined)
  const base = repositoryOf(world)
  const sha = found.type === 'tree' ? treeish : (/^tree ([0-9a-f]{40})/.exec(found.content.toString())?.[1] ?? '')
  return ok({
    sha,
    url: `${base}/git/trees/${sha}`,
    tree: entries.slice(0, world.limits.treeEntries).map(({ path, mode, type, sha: id }) => ({
      ...{ path, mode, type, sha: id },
      ...(type === 'blob' ? { size: world.git.object(id)?.content.length } : {}),
      ...(type === 'commit' ? {} : { url: `${base}/git/${type}s/${id}` }),
    })),
    truncated: entries.length > world.limits.treeEntries,
  })
}

/** GET git/commits/{sha}. */
export function getGitCommit(call: Call): Answer {
  const sha = call.path['commit_sha'] ?? ''
  const found = isSha(sha) ? call.world.git.object(sha) : undefined
  return found?.type === 'commit' ? ok(presentGitCommit(call.world, sha)) : notFound()
}

/** GET commits/{ref}: against its first parent. */
export function getCommit(call: Call): Answer {
  const { world } = call
  const ref = call.path['ref'] ?? ''
  const sha = resolveRef(world, ref)
  if (sha === undefined) return isSha(ref) ? problem(422, `No commit found for SHA: ${ref}`) : notFound()
  if (mediaKind(call) === 'sha') return { status: 200, raw: sha, headers: { 'content-type': 'text/plain' } }
  return ok(presentCommit(world, sha, true))
}

/** GET compare/{base}...{head}: from the merge base; files on the first page alone, and never more than 300. */
export function compare(call: Call): Answer {
  const { world, query } = call
  const [one, other] = (call.path['basehead'] ?? '').split('...')
  const base = resolveRef(world, one ?? '')
  const head = resolveRef(world, (other ?? '').replace(/^[^:]+:/, ''))
  if (base === undefined || head === undefined) return notFound()
  const mergeBase = world.git.mergeBase(base, head)
  if (mergeBase === undefined) return problem(404, `No common ancestor between ${one} and ${other}.`)
  const ahead = world.git.commitsBetween(base, head)
  const behind = world.git.commitsBetween(head, base).length
  const size = Math.min(Number(query['per_page'] ?? 250), query['page'] || query['per_page'] ? 100 : 250)
  const page = Number(query['page'] ?? 1)
  const html = `${world.web}/${world.owner}/${world.name}/compare/${base}...${head}`
  const link = linkHeader(call, page, Math.max(1, Math.ceil(ahead.length / size)))
  const files = differences(world, mergeBase, head).slice(0, world.limits.compareFiles)
  return ok(
    {
      url: `${repositoryOf(world)}/compare/${base}...${head}`,
      html_url: html,
      permalink_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      base_commit: presentCommit(world, base, false),
      merge_base_commit: presentCommit(world, mergeBase, false),
      status: statusOf(ahead.length, behind),
      ahead_by: ahead.length,
      behind_by: behind,
      total_commits: ahead.length,
      commits: ahead.slice((page - 1) * size, page * size).map((sha) => presentCommit(world, sha, false)),
      ...(page === 1 ? { files: files.map((file) => presentDiffEntry(world, head, file)) } : {}),
    },
    link === '' ? {} : { link },
  )
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead'
  return behind > 0 ? 'behind' : 'identical'
}
