/** The lines of the new file that a hunk of a diff shows, added or as context: those alone can carry a comment. */
export interface Hunk {
  /** 1-based and inclusive, as all lines here. */
  readonly startLine: number
  readonly endLine: number
  readonly addedLines: readonly number[]
}

/** Where a review comment can stand. `startLine` only where it spans several lines: GitHub refuses one that equals `line`. */
export interface Anchor {
  readonly startLine?: number
  readonly line: number
  /** Whether lines were left out that the diff does not show. */
  readonly clipped: boolean
}

export interface LineRange {
  readonly startLine: number
  readonly endLine: number
}

const header = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/

/**
 * The hunks of a `patch` as GitHub's list of changed files has it. Hunks that only remove lines show none of the new file and are
 * left out. Lines are counted, not taken from the header: a patch that GitHub has cut off shows fewer than announced.
 */
export function parseHunks(patch: string): Hunk[] {
  const hunks: { startLine: number; endLine: number; addedLines: number[] }[] = []
  let next = 0
  for (const text of patch.split('\n')) {
    const [, start] = header.exec(text) ?? []
    if (start !== undefined) {
      next = Number(start)
      hunks.push({ startLine: next, endLine: next - 1, addedLines: [] })
      continue
    }
    const open = hunks.at(-1)
    // `\ No newline at end of file` stands in a patch and is no line of either file.
    if (open === undefined || !/^[ +]/.test(text)) continue
    if (text.startsWith('+')) open.addedLines.push(next)
    open.endLine = next
    next += 1
  }
  return hunks.filter(({ startLine, endLine }) => startLine <= endLine)
}

/**
 * Where a comment on `lines` can stand: on all of them where one hunk shows them all, else on the part that a hunk shows, preferably
 * one with added lines. Undefined where no hunk shows any. A range over two hunks would be refused.
 */
export function anchorFor(lines: LineRange, hunks: readonly Hunk[]): Anchor | undefined {
  const parts = hunks.flatMap((hunk) => {
    const startLine = Math.max(lines.startLine, hunk.startLine)
    const endLine = Math.min(lines.endLine, hunk.endLine)
    const added = hunk.addedLines.filter((line) => line >= startLine && line <= endLine).length
    return startLine <= endLine ? [{ startLine, endLine, added }] : []
  })
  const [best] = parts.toSorted((a, b) => b.added - a.added || b.endLine - b.startLine - (a.endLine - a.startLine))
  if (best === undefined) return undefined
  const { startLine, endLine: line } = best
  const clipped = startLine !== lines.startLine || line !== lines.endLine
  return startLine === line ? { line, clipped } : { startLine, line, clipped }
}
