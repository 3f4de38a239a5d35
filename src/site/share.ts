import { policyTypes } from '../model/policy.ts'
import type { Sheet } from './judge.ts'

/** Nobody types more; a link may unpack to far more than it is long. */
const mostBytes = 1_000_000

/** A sheet as the fragment of an address, which no browser sends anywhere: compressed, in letters that need no encoding. */
export async function fragmentOf({ path, text, type }: Sheet): Promise<string> {
  const json = JSON.stringify([path, text, type ?? ''])
  const packed = await collected(new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw')))
  const letters = btoa(Array.from(packed ?? [], (byte) => String.fromCharCode(byte)).join(''))
  return `#1.${letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
}

/** The sheet of a fragment; undefined where it is none of ours. */
export async function sheetOf(fragment: string): Promise<Sheet | undefined> {
  const [, letters] = /^#1\.([\w-]+)$/.exec(fragment) ?? []
  if (letters === undefined) return undefined
  try {
    const packed = Uint8Array.from(atob(letters.replaceAll('-', '+').replaceAll('_', '/')), (each) =>
      each.charCodeAt(0),
    )
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
    const bytes = await collected(stream)
    return bytes === undefined ? undefined : sheetFrom(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    // Cut short on its way, or never one: the page opens as it does without.
    return undefined
  }
}

function sheetFrom(value: unknown): Sheet | undefined {
  if (!Array.isArray(value)) return undefined
  const [path, text, type]: readonly unknown[] = value
  if (typeof path !== 'string' || typeof text !== 'string') return undefined
  return {
    path,
    text,
    type: typeof type === 'string' && Object.hasOwn(policyTypes, type) ? policyTypes[type] : undefined,
  }
}

/** All bytes of a stream; undefined where there are too many. */
async function collected(stream: ReadableStream<Uint8Array>): Promise<Uint8Array | undefined> {
  const chunks: number[] = []
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (chunks.length + next.value.length > mostBytes) return undefined
    for (const byte of next.value) chunks.push(byte)
  }
  return Uint8Array.from(chunks)
}
