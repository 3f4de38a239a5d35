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

/** As `all`, asking one item after the other until one says no. */
export function allOf<T>(items: readonly T[], decide: (item: T) => Ternary): Ternary {
  let outcome: Ternary = 'true'
  for (const item of items) {
    const part = decide(item)
    if (part === 'false') return 'false'
    if (part === 'unknown') outcome = 'unknown'
  }
  return outcome
}

/** One `true` decides, however much else is unknown; nothing at all is false. Asks one item after the other until one says yes. */
export function anyOf<T>(items: readonly T[], decide: (item: T) => Ternary): Ternary {
  let outcome: Ternary = 'false'
  for (const item of items) {
    const part = decide(item)
    if (part === 'true') return 'true'
    if (part === 'unknown') outcome = 'unknown'
  }
  return outcome
}

/** A boolean of the host language as a value of this logic. */
export function ternary(value: boolean): Ternary {
  return value ? 'true' : 'false'
}
