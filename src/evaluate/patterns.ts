/**
 * IAM's wildcards as lists of units: `*` is any text, `?` is any one character, everything else stands for itself.
 * Text that came out of a policy variable stands for itself too, so a unit is more than a character.
 */
export type Unit =
  | { readonly kind: 'text'; readonly character: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'one' }

export function unitsOf(pattern: string): Unit[] {
  return [...pattern].map((character): Unit => {
    if (character === '*') return { kind: 'any' }
    return character === '?' ? { kind: 'one' } : { kind: 'text', character }
  })
}

/** Text without wildcards, every character for itself. */
export function literalUnits(text: string): Unit[] {
  return [...text].map((character) => ({ kind: 'text', character }))
}

/** Whether all of `text` fits `pattern`, in which `*` and `?` are wildcards. */
export function matchesPattern(pattern: string, text: string): boolean {
  const kinds = (at: number): UnitKind => (pattern[at] === '*' ? 'any' : pattern[at] === '?' ? 'one' : 'text')
  return fits(pattern.length, text.length, kinds, (p, t) => pattern[p] === text[t])
}

/** As `matchesPattern`, for units. */
export function matchesUnits(pattern: readonly Unit[], text: string): boolean {
  const characters = [...text]
  const same = (p: number, t: number) => {
    const unit = pattern[p]
    return unit?.kind === 'text' && unit.character === characters[t]
  }
  return fits(pattern.length, characters.length, (at) => pattern[at]?.kind ?? 'text', same)
}

type UnitKind = Unit['kind']
type Same = (patternAt: number, textAt: number) => boolean

/** Goes back to the last star only: at most pattern times text steps, no regular expression, no blow-up. */
function fits(patternLength: number, textLength: number, kindAt: (at: number) => UnitKind, same: Same): boolean {
  let p = 0
  let t = 0
  let star = -1
  let resume = 0
  while (t < textLength) {
    const kind = p < patternLength ? kindAt(p) : undefined
    if (kind === 'any') {
      star = p
      resume = t
      p += 1
    } else if (kind === 'one' || (kind === 'text' && same(p, t))) {
      p += 1
      t += 1
    } else if (star >= 0) {
      resume += 1
      t = resume
      p = star + 1
    } else return false
  }
  while (p < patternLength && kindAt(p) === 'any') p += 1
  return p === patternLength
}

/** Whether an action pattern takes in an action; service prefix and name ignore case (IAM User Guide, "Action"). */
export function matchesAction(pattern: string, action: string): boolean {
  if (pattern === '*') return true
  return matchesPattern(pattern.toLowerCase(), action.toLowerCase())
}

/**
 * Whether an ARN fits an ARN pattern: each of the six parts between colons on its own; the last part holds what colons
 * come after. Neither is an ARN: undefined. Source: IAM User Guide, "Amazon Resource Name (ARN) condition operators".
 */
export function matchesArn(pattern: readonly Unit[], arn: string): boolean | undefined {
  const patternParts = splitArn(pattern, (unit) => unit.kind === 'text' && unit.character === ':')
  const arnParts = splitArn([...arn], (character) => character === ':')
  if (arnParts === undefined) return undefined
  // A lone star is in wide use and can only mean any ARN.
  if (pattern.length > 0 && pattern.every(({ kind }) => kind === 'any')) return true
  if (patternParts === undefined) return undefined
  return patternParts.every((part, index) => matchesUnits(part, (arnParts[index] ?? []).join('')))
}

function splitArn<T>(items: readonly T[], isColon: (item: T) => boolean): T[][] | undefined {
  const parts: T[][] = [[]]
  for (const item of items) {
    if (isColon(item) && parts.length < 6) parts.push([])
    else parts.at(-1)?.push(item)
  }
  return parts.length === 6 ? parts : undefined
}

/**
 * A text that fits both patterns, the shortest in wildcards: each `*` stands for `filler` where nothing else is asked of it.
 * Undefined where no text fits both. Patterns of policies are short: beyond 262,144 pairs of positions none is looked for.
 */
export function commonExample(a: string, b: string, filler: string): string | undefined {
  return commonText(unitsOf(a), unitsOf(b), filler)
}

/**
 * An ARN of the kind `kind` (six parts, a star in one of the first five stays within it) that also fits `pattern`, whose stars go
 * over colons as they do in `Resource`.
 */
export function commonArnExample(kind: string, pattern: string, filler: string): string | undefined {
  const [, head = '', tail = ''] = /^((?:[^:]*:){5})(.*)$/.exec(kind) ?? []
  const within = unitsOf(head).map((unit): ExampleUnit => (unit.kind === 'any' ? { kind: 'part' } : unit))
  return commonText([...within, ...unitsOf(tail)], unitsOf(pattern), filler)
}

/** A wildcard of a pattern, or any text without a colon. */
type ExampleUnit = Unit | { readonly kind: 'part' }

function commonText(left: readonly ExampleUnit[], right: readonly ExampleUnit[], filler: string): string | undefined {
  if ((left.length + 1) * (right.length + 1) > 1 << 18) return undefined
  const dead = new Set<number>()
  const key = (i: number, j: number) => i * (right.length + 1) + j
  const parts: string[] = []
  const walk = (i: number, j: number): boolean => {
    if (i === left.length && j === right.length) return true
    if (dead.has(key(i, j))) return false
    for (const [di, dj, text] of steps(left[i], right[j], filler)) {
      parts.push(text)
      if (walk(i + di, j + dj)) return true
      parts.pop()
    }
    dead.add(key(i, j))
    return false
  }
  return walk(0, 0) ? parts.join('') : undefined
}

type Step = readonly [unitsOfLeft: number, unitsOfRight: number, text: string]

/** Ways on from a pair of units: how many units of each side are used up, and the text that this writes. */
function steps(x: ExampleUnit | undefined, y: ExampleUnit | undefined, filler: string): readonly Step[] {
  if (isOpen(x) && isOpen(y))
    return [
      [1, 1, filler],
      [1, 0, ''],
      [0, 1, ''],
    ]
  if (isOpen(x))
    return y === undefined ? [[1, 0, '']] : [[1, 0, ''], ...(takes(x, y) ? [[0, 1, textOf(y)] as const] : [])]
  if (isOpen(y))
    return x === undefined ? [[0, 1, '']] : [[0, 1, ''], ...(takes(y, x) ? [[1, 0, textOf(x)] as const] : [])]
  if (x === undefined || y === undefined) return []
  if (x.kind === 'text' && y.kind === 'text') return x.character === y.character ? [[1, 1, x.character]] : []
  return [[1, 1, x.kind === 'text' ? x.character : textOf(y)]]
}

function isOpen(unit: ExampleUnit | undefined): boolean {
  return unit?.kind === 'any' || unit?.kind === 'part'
}

function takes(open: ExampleUnit | undefined, unit: ExampleUnit): boolean {
  return open?.kind === 'any' || unit.kind !== 'text' || unit.character !== ':'
}

function textOf(unit: ExampleUnit): string {
  return unit.kind === 'text' ? unit.character : 'x'
}
