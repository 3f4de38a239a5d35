/** A line of a hunk. `position` counts lines below the first hunk header of the file, as GitHub's older API did. */
export interface HunkLine {
  readonly kind: 'context' | 'added' | 'deleted'
  /** 1-based line number in the old file (deleted, context). */
  readonly left: number | undefined
  /** 1-based line number in the new file (added, context). */
  readonly right: number | undefined
  readonly position: number
  readonly text: string
}

export interface Hunk {
  readonly header: string
  readonly lines: readonly HunkLine[]
}

export type Side = 'LEFT' | 'RIGHT'

/** Reads the hunks of one file's patch. Throws on what is no patch, since git made it. */
export function readHunks(patch: string): readonly Hunk[] {
  const hunks: { header: string; lines: HunkLine[] }[] = []
  let left = 0
  let right = 0
  for (const [position, text] of patch.split('\n').entries()) {
    const header = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text)
    if (header) {
      left = Number(header[1])
      right = Number(header[2])
      hunks.push({ header: text, lines: [] })
      continue
    }
    const lines = hunks.at(-1)?.lines
    if (lines === undefined) throw new Error(`no hunk header before ${JSON.stringify(text)}`)
    if (text.startsWith('\\')) continue // "\ No newline at end of file" is no line
    const kind = text.startsWith('+') ? 'added' : text.startsWith('-') ? 'deleted' : 'context'
    lines.push({
      kind,
      left: kind === 'added' ? undefined : left++,
      right: kind === 'deleted' ? undefined : right++,
      position,
      text,
    })
  }
  return hunks
}

/** The hunk that shows a line on one side, and the line. LEFT means deleted lines, RIGHT added and context lines. */
export function findLine(
  hunks: readonly Hunk[],
  line: number,
  side: Side,
): { readonly hunk: Hunk; readonly line: HunkLine } | undefined {
  for (const hunk of hunks) {
    const found = hunk.lines.find((each) =>
      side === 'RIGHT' ? each.right === line : each.kind === 'deleted' && each.left === line,
    )
    if (found) return { hunk, line: found }
  }
  return undefined
}

/** The part of the hunk down to a line: what GitHub keeps with a comment as `diff_hunk`. */
export function hunkDownTo(hunk: Hunk, last: HunkLine): string {
  const shown = hunk.lines.filter((line) => line.position <= last.position)
  return [hunk.header, ...shown.map((line) => line.text)].join('\n')
}

/**
 * Where lines of an old text are in a new one: old line number to new line number, without the lines that were changed or
 * deleted. Takes the hunks between the two texts.
 */
export function movedLine(hunks: readonly Hunk[], oldLine: number): number | undefined {
  let shift = 0
  for (const hunk of hunks) {
    for (const line of hunk.lines) {
      if (line.kind === 'context' && line.left === oldLine) return line.right
      if (line.kind === 'deleted' && line.left === oldLine) return undefined
      if (line.left !== undefined && line.left > oldLine) return oldLine + shift
      if (line.kind === 'added') shift += 1
      if (line.kind === 'deleted') shift -= 1
    }
  }
  return oldLine + shift
}
