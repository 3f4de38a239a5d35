import { isUtf8 } from 'node:buffer'
import type { World } from './world.ts'

type Json = Readonly<Record<string, unknown>>

/** Above this GraphQL cuts the text of a blob. */
const longestText = 512_000

/** What `repository` gives by `object(oid)`: the text of a blob, where it is text. */
export function repositoryBlobs(world: World): Json {
  return {
    object: ({ oid }: Json) => {
      const found = world.git.object(String(oid))
      if (found?.type !== 'blob') return null
      const isBinary = found.content.includes(0) || !isUtf8(found.content)
      const isTruncated = !isBinary && found.content.length > longestText
      const text = isBinary ? null : found.content.subarray(0, longestText).toString()
      return { __typename: 'Blob', oid, text, isBinary, isTruncated, byteSize: found.content.length }
    },
  }
}
