import { existsSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { folderOf, isNeighbour, largestNeighbour } from '../model/neighbours.ts'
import type { SourceFile } from '../model/source.ts'
import { decodeText, readDiskFile } from './disk-file.ts'
import { git, readBlobs, splitAtNul } from './git.ts'

/** The files of a folder that may be neighbours of others. */
export type Beside = (folder: string) => readonly SourceFile[]

/** Looks beside files in the working tree at `root`; a folder is read once. */
export function neighboursOnDisk(root: string): Beside {
  const known = new Map<string, readonly SourceFile[]>()
  return (folder) => {
    const files = known.get(folder) ?? filesIn(root, folder)
    known.set(folder, files)
    return files
  }
}

function filesIn(root: string, folder: string): SourceFile[] {
  const location = join(root, folder)
  if (!existsSync(location)) return []
  const names = readdirSync(location).filter(isNeighbour).toSorted()
  return names.flatMap((name) => {
    const at = join(location, name)
    const status = lstatSync(at)
    if (!status.isFile() || status.size > largestNeighbour) return []
    return [readDiskFile(folder === '' ? name : `${folder}/${name}`, Buffer.from(at)).file]
  })
}

/** Looks beside files in a commit; `folders` are those that will be asked for. */
export function neighboursInTree(root: string, commit: string, folders: readonly string[]): Beside {
  const wanted = [...new Set(folders)]
  const below = wanted.filter((folder) => folder !== '').map((folder) => `${folder}/`)
  const listed = [
    ...(below.length < wanted.length ? listTree(root, commit, []) : []),
    ...(below.length > 0 ? listTree(root, commit, ['--', ...below]) : []),
  ]
  const blobs = readBlobs(
    root,
    listed.map(({ blob }) => blob),
  )
  const byFolder = new Map<string, SourceFile[]>(wanted.map((folder) => [folder, []]))
  for (const { path, blob } of listed) {
    byFolder.get(folderOf(path))?.push({ path, text: decodeText(blobs.get(blob) ?? Buffer.of()) })
  }
  return (folder) => byFolder.get(folder) ?? []
}

/** Files directly in folders: `MODE blob HASH SIZE<tab>NAME` each. */
function listTree(
  root: string,
  commit: string,
  places: readonly string[],
): { readonly path: string; readonly blob: string }[] {
  return splitAtNul(git(root, ['ls-tree', '-z', '--long', '--full-tree', commit, ...places])).flatMap((entry) => {
    const [, mode = '', blob = '', size = '', path = ''] =
      /^(\d+) blob (\w+) +(\d+)\t([\s\S]+)$/.exec(entry.toString()) ?? []
    const isWanted = mode.startsWith('100') && isNeighbour(path) && Number(size) <= largestNeighbour
    return isWanted ? [{ path, blob }] : []
  })
}
