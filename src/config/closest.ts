/**
 * The candidate that `word` is most likely a slip of, by at most `most` slips; undefined where none is near. The first of
 * equals wins.
 */
export function closest(word: string, candidates: readonly string[], most = 3): string | undefined {
  const limit = Math.min(most, Math.max(1, Math.floor(word.length / 2)))
  const [best] = candidates
    .filter((candidate) => Math.abs(candidate.length - word.length) <= limit)
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase(), limit) }))
    .filter(({ distance }) => distance <= limit)
    .toSorted((a, b) => a.distance - b.distance)
  return best?.candidate
}

/** Levenshtein's distance, where two letters changed over count as one slip; anything above `limit` if it is more. */
function editDistance(a: string, b: string, limit: number): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)]
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(Math.min(replaced, at(i - 1, j) + 1, at(i, j - 1) + 1, swapped ? at(i - 2, j - 2) + 1 : Infinity))
    }
    // A row is reached from the two above it, and never for less.
    if (Math.min(...row, ...(rows[i - 1] ?? [])) > limit) return Infinity
  }
  return at(a.length, b.length)
}
