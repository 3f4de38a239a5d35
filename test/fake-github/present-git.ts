import type { DiffEntry } from './diff-entries.ts'
import { presentAccount } from './present-repository.ts'
import { account, differences, type World } from './world.ts'

type Json = Readonly<Record<string, unknown>>

interface ReadCommit {
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: { readonly name: string; readonly email: string; readonly date: string }
  readonly message: string
}

function readCommit(world: World, sha: string): ReadCommit {
  const text = world.git.object(sha)?.content.toString() ?? ''
  const end = text.indexOf('\n\n')
  const head = text.slice(0, end)
  const [, name = '', email = '', seconds = '0'] = /^author (.*) <(.*)> (\d+)/m.exec(head) ?? []
  return {
    tree: /^tree (\w+)/m.exec(head)?.[1] ?? '',
    parents: [...head.matchAll(/^parent (\w+)/gm)].map(([, parent = '']) => parent),
    author: { name, email, date: new Date(Number(seconds) * 1000).toISOString().replace('.000', '') },
    message: text.slice(end + 2).replace(/\n$/, ''),
  }
}

const api = (world: World): string => `${world.api}/repos/${world.owner}/${world.name}`
const html = (world: World): string => `${world.web}/${world.owner}/${world.name}`
const unsigned = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }

const parentsOf = (world: World, parents: readonly string[], path: string): readonly Json[] =>
  parents.map((sha) => ({
    sha,
    url: `${api(world)}${path}/${sha}`,
    html_url: `${html(world)}/commit/${sha}`,
  }))

/** A commit of "get a commit object". */
export function presentGitCommit(world: World, sha: string): Json {
  const { tree, parents, author, message } = readCommit(world, sha)
  return {
    sha,
    node_id: `C_${sha}`,
    url: `${api(world)}/git/commits/${sha}`,
    html_url: `${html(world)}/commit/${sha}`,
    author,
    committer: author,
    tree: { sha: tree, url: `${api(world)}/git/trees/${tree}` },
    message,
    parents: parentsOf(world, parents, '/git/commits'),
    verification: unsigned,
  }
}

/** A commit of "get a commit" and of comparisons; with its files, against the first parent, if they are wanted. */
export function presentCommit(world: World, sha: string, withFiles: boolean): Json {
  const { tree, parents, author, message } = readCommit(world, sha)
  const url = `${api(world)}/commits/${sha}`
  const [parent] = parents
  const files = withFiles && parent !== undefined ? differences(world, parent, sha) : []
  const user = presentAccount(world, account(author.name))
  return {
    sha,
    node_id: `C_${sha}`,
    commit: {
      author,
      committer: author,
      message,
      tree: { sha: tree, url: `${api(world)}/git/trees/${tree}` },
      url: `${api(world)}/git/commits/${sha}`,
      comment_count: 0,
      verification: unsigned,
    },
    url,
    html_url: `${html(world)}/commit/${sha}`,
    comments_url: `${url}/comments`,
    author: user,
    committer: user,
    parents: parentsOf(world, parents, '/commits'),
    ...(withFiles ? { files: files.slice(0, 300).map((file) => presentDiffEntry(world, sha, file)) } : {}),
  }
}

/** A changed file of a pull request, a commit or a comparison. */
export function presentDiffEntry(world: World, head: string, file: DiffEntry): Json {
  const path = file.filename.split('/').map(encodeURIComponent).join('/')
  return {
    sha: file.sha,
    filename: file.filename,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${html(world)}/blob/${head}/${path}`,
    raw_url: `${html(world)}/raw/${head}/${path}`,
    contents_url: `${api(world)}/contents/${path}?ref=${head}`,
    ...(file.patch === undefined ? {} : { patch: file.patch }),
    ...(file.previousFilename === undefined ? {} : { previous_filename: file.previousFilename }),
  }
}
