// The smallest input that still breaks the same law.

/** Takes away spans, ever smaller ones, first of whole lines and then of characters, as long as `stillBroken`; stops at `until`. */
export function shrunk(text, stillBroken, until) {
  const lines = reduced(text.split(/(?<=\n)/), (parts) => stillBroken(parts.join('')), until).join('')
  return reduced([...lines], (parts) => stillBroken(parts.join('')), until).join('')
}

function reduced(parts, stillBroken, until) {
  let kept = parts
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length; ) {
      if (Date.now() > until) return kept
      const fewer = kept.toSpliced(at, size)
      if (fewer.length > 0 && stillBroken(fewer)) kept = fewer
      else at += size
    }
  }
  return kept
}
