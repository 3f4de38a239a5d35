import { posix } from 'node:path'
import { type Answer, type Call, mediaKind, notFound, ok, problem } from './answers.ts'
import { base64Lines, rawAnswer, repositoryOf } from './git-data.ts'
import { readCommitHead, type TreeEntry } from './git-objects.ts'
import { resolveRef, type World } from './world.ts'

type Json = Readonly<Record<string, unknown>>

/** GET contents/{path}: a file, a directory, a link or a submodule, at a ref or at the default branch. */
export function getContent(call: Call): Answer {
  const { world } = call
  const ref = call.query['ref'] ?? world.defaultBranch
  const commit = resolveRef(world, ref)
  if (commit === undefined) return problem(404, `No commit found for the ref ${ref}`)
  const path = (call.path['path'] ?? '').replace(/^\/+|\/+$/g, '')
  const found = entryAt(world, commit, path)
  if (found === undefined) return notFound()
  if (found.type === 'tree') return directory(call, commit, found)
  if (found.type === 'commit') return ok(submodule(world, ref, found))
  return found.mode === '120000' ? link(call, commit, found) : file(call, ref, found)
}

function entryAt(world: World, commit: string, path: string): TreeEntry | undefined {
  const root = readCommitHead(world.git.object(commit)?.content ?? Buffer.alloc(0)).tree
  if (path === '') return { mode: '040000', type: 'tree', sha: root, path }
  return world.git.tree(commit, true).find((entry) => entry.path === path)
}

function common(world: World, ref: string, entry: TreeEntry): Json {
  const path = entry.path.split('/').map(encodeURIComponent).join('/')
  const self = `${repositoryOf(world)}/contents/${path}?ref=${encodeURIComponent(ref)}`
  const git = `${repositoryOf(world)}/git/${entry.type}s/${entry.sha}`
  const html = `${world.web}/${world.owner}/${world.name}/blob/${encodeURIComponent(ref)}/${path}`
  return {
    name: posix.basename(entry.path),
    path: entry.path,
    sha: entry.sha,
    size: entry.type === 'blob' ? (world.git.object(entry.sha)?.content.length ?? 0) : 0,
    url: self,
    html_url: html,
    git_url: git,
    download_url: entry.type === 'blob' ? html.replace('/blob/', '/raw/') : null,
    _links: { self, git, html },
  }
}

function file(call: Call, ref: string, entry: TreeEntry): Answer {
  const { world } = call
  const content = world.git.object(entry.sha)?.content ?? Buffer.alloc(0)
  if (mediaKind(call) === 'raw') return rawAnswer(content)
  const large = content.length > world.limits.contentBytes
  const encoded = large ? { content: '', encoding: 'none' } : { content: base64Lines(content), encoding: 'base64' }
  return ok({ type: 'file', ...common(world, ref, entry), ...encoded })
}

/** A link to a normal file of the repository gives that file's content, under the link's own name. */
function link(call: Call, commit: string, entry: TreeEntry): Answer {
  const { world } = call
  const target = world.git.object(entry.sha)?.content.toString() ?? ''
  const aim = entryAt(world, commit, posix.join(posix.dirname(entry.path), target))
  if (aim?.type === 'blob' && aim.mode !== '120000') return file(call, commit, { ...aim, path: entry.path })
  return ok({ type: 'symlink', target, ...common(world, commit, entry) })
}

function submodule(world: World, ref: string, entry: TreeEntry): Json {
  return { type: 'submodule', submodule_git_url: `${world.web}/other/module.git`, ...common(world, ref, entry) }
}

function directory(call: Call, commit: string, entry: TreeEntry): Answer {
  const { world } = call
  const prefix = entry.path === '' ? '' : `${entry.path}/`
  const kinds: Readonly<Record<string, string>> = { tree: 'dir', commit: 'file', blob: 'file' }
  const entries = world.git.tree(entry.sha, false).map((each) => ({
    type: each.mode === '120000' ? 'symlink' : kinds[each.type],
    ...common(world, commit, { ...each, path: prefix + each.path }),
  }))
  if (mediaKind(call) !== 'object') return ok(entries)
  return ok({ type: 'dir', ...common(world, commit, entry), entries })
}
