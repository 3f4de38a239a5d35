import { isUtf8 } from 'node:buffer'
import { readFileSync, writeFileSync } from 'node:fs'
import type { SourceFile } from '../model/source.ts'

/** A file that lies on this machine. */
export interface DiskFile {
  readonly file: SourceFile
  /** Where it lies, in the bytes of its name. */
  readonly location: Buffer
}

/** What to take of the files that are found, rather than named. */
export interface Selection {
  /** Whether the guard looks at a path that was found below `folder`, where one was named. */
  readonly wants: (path: string, folder?: string) => boolean
  /** Whether a text may hold what the guard looks for; others are not worth reading. */
  readonly holds: (text: string) => boolean
}

export function readDiskFile(path: string, location: Buffer): DiskFile {
  return { file: { path, text: decodeText(readFileSync(location)) }, location }
}

/** Text as UTF-8, or as UTF-16 where a byte order mark says so: in that, nothing would be found by its bytes. */
export function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return bytes.toString()
}

/**
 * Writes `after` in place of `before`. False where the file does not hold the very bytes of `before`: it changed meanwhile,
 * or is not UTF-8, so that bytes elsewhere in it would be lost.
 */
export function rewriteFile(location: Buffer, before: string, after: string): boolean {
  if (!readFileSync(location).equals(Buffer.from(before))) return false
  writeFileSync(location, after)
  return true
}

/** A name as text; one that is not UTF-8 keeps its bytes apart as `\xNN`. */
export function nameText(name: Buffer): string {
  if (isUtf8(name)) return name.toString()
  return name.toString('latin1').replaceAll(/[^ -~]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

/** A name below a folder. */
export function joinBytes(folder: string | Buffer, name: Buffer): Buffer {
  return Buffer.concat([Buffer.from(folder), Buffer.from('/'), name])
}
