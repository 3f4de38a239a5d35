import { lstatSync, readdirSync, statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { folderOf, isNeighbour, mayTakeFromOthers, withNeighbours } from '../model/neighbours.ts'
import { neighboursOnDisk } from './beside.ts'
import { type DiskFile, joinBytes, nameText, readDiskFile, type Selection } from './disk-file.ts'
import { ChangesError, git, repositoryRoot, splitAtNul } from './git.ts'

export interface FoundFiles {
  readonly files: readonly DiskFile[]
  /** What was left out though it might have been meant, a sentence each. */
  readonly notes: readonly string[]
}

/** Where names are looked up, and from where paths are told: the repository's root, else the same folder. */
export interface Place {
  readonly folder: string
  readonly root: string
}

/**
 * The files that `names` stand for: a file that is named is read whatever it is; of a folder, what git tracks or would track
 * (outside a repository: all of it), narrowed by `selection`. Each comes with its neighbours. Throws a `ChangesError` for a name
 * that does not exist.
 */
export function findFiles(names: readonly string[], place: Place, selection: Selection): FoundFiles {
  const found = names.map((name) => findNamed(name, place, selection))
  const byPath = new Map(found.flatMap(({ files }) => files).map((file) => [file.file.path, file]))
  const inFolder = neighboursOnDisk(place.root)
  const files = [...byPath.values()].map(({ file, location }) => ({ file: withNeighbours(file, inFolder), location }))
  return { files, notes: [...new Set(found.flatMap(({ notes }) => notes))] }
}

function findNamed(name: string, place: Place, selection: Selection): FoundFiles {
  const location = resolve(place.folder, name)
  const status = statSync(location, { throwIfNoEntry: false })
  if (status === undefined)
    throw new ChangesError(`there is no file or folder \`${name}\`\n  help: names are looked up from ${place.folder}`)
  if (status.isDirectory()) return findInFolder(location, place, selection)
  return { files: [readDiskFile(pathFrom(place.root, location), Buffer.from(location))], notes: [] }
}

function pathFrom(root: string, location: string): string {
  return relative(root, location).split(sep).join('/')
}

function findInFolder(folder: string, { root }: Place, { wants, holds }: Selection): FoundFiles {
  const prefix = pathFrom(root, folder)
  const files: DiskFile[] = []
  const others: DiskFile[] = []
  const notes: string[] = []
  for (const name of listFolder(folder)) {
    const path = prefix === '' ? nameText(name) : `${prefix}/${nameText(name)}`
    const location = joinBytes(folder, name)
    // A file that git still lists may be gone from the working tree.
    const status = lstatSync(location, { throwIfNoEntry: false })
    if (status?.isDirectory()) notes.push(`\`${path}\` is a repository of its own and is not read`)
    if (status === undefined || status.isDirectory() || !wants(path, prefix)) continue
    if (status.isSymbolicLink()) notes.push(`\`${path}\` is a symbolic link and is not read`)
    if (!status.isFile()) continue
    const file = readDiskFile(path, location)
    if (holds(file.file.text)) files.push(file)
    else if (mayTakeFromOthers(file.file)) others.push(file)
  }
  const folders = new Set(files.flatMap(({ file: { path } }) => (isNeighbour(path) ? folderOf(path) : [])))
  return { files: [...files, ...others.filter(({ file: { path } }) => folders.has(folderOf(path)))], notes }
}

/** Names below a folder. One that git ignores as a whole was named on purpose, so it is walked. */
function listFolder(folder: string): Buffer[] {
  const listed =
    repositoryRoot(folder) === undefined
      ? []
      : splitAtNul(git(folder, ['ls-files', '--cached', '--others', '--exclude-standard', '-z']))
  return listed.length > 0 ? unique(listed) : walk(Buffer.from(folder), undefined)
}

/** A file in conflict is listed once for each side. */
function unique(names: readonly Buffer[]): Buffer[] {
  return [...new Map(names.map((name) => [name.toString('latin1'), name])).values()]
}

const neverWalked = ['node_modules', '.git']

function walk(folder: Buffer, prefix: Buffer | undefined): Buffer[] {
  const entries = readdirSync(folder, { withFileTypes: true, encoding: 'buffer' })
  return entries.flatMap((entry) => {
    const name = prefix === undefined ? entry.name : joinBytes(prefix, entry.name)
    if (!entry.isDirectory()) return [name]
    return neverWalked.includes(entry.name.toString()) ? [] : walk(joinBytes(folder, entry.name), name)
  })
}
