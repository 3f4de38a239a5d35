// Chance that can be had again: the same seed gives the same numbers.

/** Numbers of one seed. */
export function randomOf(seed) {
  let state = (seed ^ 0x9e3779b9) >>> 0
  /** A number from 0 up to 1, which is not reached (Weyl sequence, mixed by multiplications). */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit) => Math.floor(next() * limit)
  return {
    below,
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)],
    /** A span of `length`, mostly a short one: its start and its end. */
    span: (length) => {
      const start = below(length + 1)
      return [start, Math.min(length, start + Math.floor(next() ** 4 * (length + 1)))]
    },
  }
}

/** The seed of one try of many. */
export function seedOf(seed, index) {
  return Math.imul(seed ^ 0x85ebca6b, 0x27d4eb2f) ^ Math.imul(index + 1, 0x9e3779b1)
}
