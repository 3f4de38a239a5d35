import type { SourceFile } from './source.ts'
import { speaksOfSourceIp } from './source-ip.ts'

/** Files of one module: Terraform reads all of them as if they were one. */
const ofModule = /\.(?:tf|tofu)(?:\.json)?$/i
/** What a module fills in with `templatefile`; it mostly lies in a folder below the module's. */
const template = /\.(?:tpl|tftpl|tmpl)$/i
/** How many folders above a template are looked at: `policies/`, or `templates/policies/`. */
const foldersAbove = 2

/** A module has seldom more files; of others, the first by name. */
export const mostNeighbours = 100
/** In bytes: files in which people write names and what they stand for are small. */
export const largestNeighbour = 200_000

/** Whether a file may say what a name in another file of its folder stands for. */
export function isNeighbour(path: string): boolean {
  return ofModule.test(path)
}

/** Whether a file has a Deny that may take its conditions from another file of its folder. */
export function mayTakeFromOthers({ path, text }: SourceFile): boolean {
  return isNeighbour(path) && /\bdeny\b/i.test(text)
}

/** Whether the key may stand in a Deny of the file: it is spelt there, or in a file that its Deny may take from. */
export function mayDenyByAddress(file: SourceFile): boolean {
  if (speaksOfSourceIp(file.text)) return true
  return mayTakeFromOthers(file) && (file.neighbours ?? []).some(({ text }) => speaksOfSourceIp(text))
}

/** Folders with files that may say what names in this file stand for, nearest first; `''` is the root, none for most files. */
export function neighbourFolders(path: string): readonly string[] {
  const own = folderOf(path)
  if (ofModule.test(path)) return [own]
  if (!template.test(path)) return []
  const parts = own === '' ? [] : own.split('/')
  return Array.from({ length: Math.min(foldersAbove, parts.length) + 1 }, (_, up) =>
    parts.slice(0, parts.length - up).join('/'),
  )
}

/** The folder of a file, without the slash at its end. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** The file with those that `inFolder` finds beside it. */
export function withNeighbours(file: SourceFile, inFolder: (folder: string) => readonly SourceFile[]): SourceFile {
  const others = neighbourFolders(file.path)
    .flatMap(inFolder)
    .filter(({ path }) => path !== file.path)
  return others.length === 0 ? file : { ...file, neighbours: others.slice(0, mostNeighbours) }
}
