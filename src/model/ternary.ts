/** Kleene's strong three-valued logic: `unknown` means "true or false, the file or AWS's documents do not say which". */
export type Ternary = 'true' | 'false' | 'unknown'

export function not(value: Ternary): Ternary {
  if (value === 'unknown') return 'unknown'
  return value === 'true' ? 'false' : 'true'
}

/** One `false` decides, however much else is unknown; nothing at all is true. */
export function all(parts: readonly Ternary[]): Ternary {
  if (parts.includes('false')) return 'false'
  return parts.includes('unknown') ? 'unknown' : 'true'
}

/** One `true` decides, however much else is unknown; nothing at all is false. */
export function any(parts: readonly Ternary[]): Ternary {
  if (parts.includes('true')) return 'true'
  return parts.includes('unknown') ? 'unknown' : 'false'
}

/** A boolean of the host language as a value of this logic. */
export function ternary(value: boolean): Ternary {
  return value ? 'true' : 'false'
}
