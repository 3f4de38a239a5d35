import { type Document, isAlias, isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml'
import type { SourceFile } from '../model/source.ts'
import { ConfigError, fault } from './messages.ts'

/** What a YAML file says as plain values, and where it says it. */
export interface YamlFile {
  readonly value: unknown
  /**
   * The offset and `file:line` of the value at these keys: of its key or, in a list, of its first character. A key that is
   * missing stands where its mapping does.
   */
  readonly placeOf: (keys: readonly unknown[]) => { readonly offset: number; readonly place: string }
}

/** Throws a `ConfigError` for what is no YAML. Aliases that would blow up in memory are refused. */
export function readYaml({ path, text }: SourceFile): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true })
  const placeAt = (offset: number) => `${path}:${lines.linePos(offset).line}`
  const broken = [...document.errors, ...document.warnings].map(({ message, pos }) =>
    fault(`${placeAt(pos[0])}:`, message, 'mend the YAML'),
  )
  if (broken.length > 0) throw new ConfigError(broken.join('\n'))
  return {
    value: plainValue(document, path),
    placeOf: (keys) => {
      const offset = offsetOf(document, keys)
      return { offset, place: placeAt(offset) }
    },
  }
}

function plainValue(document: Document.Parsed, path: string): unknown {
  try {
    return document.toJS()
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new ConfigError(fault(`${path}:1:`, message, 'write values out instead of using aliases'), { cause })
  }
}

function offsetOf(document: Document.Parsed, keys: readonly unknown[]): number {
  let node: unknown = document.contents
  let offset = 0
  for (const key of keys) {
    const target: unknown = isAlias(node) ? node.resolve(document) : node
    const pair = isMap(target) ? target.items.find((item) => String(item.key) === String(key)) : undefined
    const at = isSeq(target) ? target.items[Number(key)] : pair?.key
    if (!isNode(at)) return offset
    offset = at.range?.[0] ?? offset
    node = pair === undefined ? at : pair.value
  }
  return offset
}
