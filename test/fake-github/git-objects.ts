import { createHash } from 'node:crypto'

export interface GitObject {
  readonly type: string
  readonly content: Buffer
}

export interface TreeEntry {
  readonly mode: string
  readonly type: string
  readonly sha: string
  readonly path: string
}

/** Mode and id of a file, by its path. */
export type FileTable = ReadonlyMap<string, { readonly mode: string; readonly sha: string }>

/** Keeps an object and gives its id. */
export type Keep = (type: string, content: Buffer) => string

/** The id that git gives to an object. */
export function objectId({ type, content }: GitObject): string {
  return createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex')
}

/** Writes the tree objects of a table of files, and gives the id of the root. Throws where a file is a folder too. */
export function writeTree(keep: Keep, files: FileTable): string {
  interface Folder {
    readonly folders: Map<string, Folder>
    readonly files: Map<string, { readonly mode: string; readonly sha: string }>
  }
  const root: Folder = { folders: new Map(), files: new Map() }
  for (const [path, file] of files) {
    const names = path.split('/')
    const last = names.pop() ?? ''
    let at = root
    for (const name of names) {
      const next = at.folders.get(name) ?? { folders: new Map(), files: new Map() }
      at.folders.set(name, next)
      at = next
    }
    at.files.set(last, file)
  }
  const write = ({ folders, files: inside }: Folder): string => {
    const clash = [...folders.keys()].find((name) => inside.has(name))
    if (clash !== undefined) throw new Error(`${clash} is both a file and a folder`)
    const entries = [
      ...[...inside].map(([name, { mode, sha }]) => ({ key: name, name, mode, sha })),
      // git sorts a folder as if its name ended in a slash
      ...[...folders].map(([name, folder]) => ({ key: `${name}/`, name, mode: '40000', sha: write(folder) })),
    ].sort((one, other) => Buffer.compare(Buffer.from(one.key), Buffer.from(other.key)))
    const rows = entries.map(({ mode, name, sha }) =>
      Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(sha, 'hex')]),
    )
    return keep('tree', Buffer.concat(rows))
  }
  return write(root)
}

/** The entries of one tree object. */
export function readTree(content: Buffer): readonly TreeEntry[] {
  const entries: TreeEntry[] = []
  for (let at = 0; at < content.length; ) {
    const end = content.indexOf(0, at)
    const row = content.subarray(at, end).toString()
    const space = row.indexOf(' ')
    const mode = row.slice(0, space).padStart(6, '0')
    const type = mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob'
    entries.push({ mode, type, path: row.slice(space + 1), sha: content.subarray(end + 1, end + 21).toString('hex') })
    at = end + 21
  }
  return entries
}

/** The tree and the parents of a commit object. */
export function readCommitHead(content: Buffer): { readonly tree: string; readonly parents: readonly string[] } {
  const head = content.toString().split('\n\n')[0] ?? ''
  return {
    tree: /^tree (\w+)/m.exec(head)?.[1] ?? '',
    parents: [...head.matchAll(/^parent (\w+)/gm)].map(([, parent = '']) => parent),
  }
}
