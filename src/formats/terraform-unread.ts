import type { Problem } from '../model/finding.ts'
import { mayTakeFromOthers } from '../model/neighbours.ts'
import type { Range, SourceFile } from '../model/source.ts'
import type { Block, Body, Expression } from '../syntax/hcl-tree.ts'
import { looseProblem } from './loose-conditions.ts'
import { childrenOf, nameOf } from './terraform-expressions.ts'
import type { TerraformFile } from './terraform-file.ts'

/** What of a text is accounted for. */
export interface Accounted {
  /** Where condition keys are written that were read. */
  readonly read: readonly Range[]
  /** Places that are told as problems already. */
  readonly told: readonly Range[]
}

/**
 * Texts of a Terraform file that name `aws:SourceIp` beside a Deny, and not as the key of a condition that was read: a module's own way
 * to write policies, a misspelt `Condition`, a script. One problem for each block or local. Comments and descriptions are passed over.
 */
export function unreadTexts(source: SourceFile, file: TerraformFile, { read, told }: Accounted): Problem[] {
  const known = sortedRanges(read)
  const starts = told.map(({ start }) => start).toSorted((a, b) => a - b)
  return partsOf(file.body).flatMap((part) => {
    const { range, texts } = part
    const key = unreadName(source.text, texts, known)
    const isTold = (starts[firstFrom(starts, range.start)] ?? range.end) < range.end
    if (key === undefined || isTold) return []
    if (saysDeny(source.text, texts)) return [unreadProblem(source, key)]
    return isLoose(source, part) ? [looseProblem(source, key)] : []
  })
}

/** Whether it is a condition on who is elsewhere that goes to a module, or to a file that is not at hand. */
function isLoose({ text, neighbours = [] }: SourceFile, { range, name }: Part): boolean {
  if (name === undefined || !/notipaddress|ipaddressifexists/i.test(text.slice(range.start, range.end))) return false
  // A file with a Deny that may take it is judged with what it takes.
  return !neighbours.some((other) => mayTakeFromOthers(other) && isNamed(other.text, name))
}

/** `local.x` is not `local.xy`. */
function isNamed(text: string, name: string): boolean {
  const [, ...behind] = text.split(name)
  return behind.some((rest) => !/^[\w-]/.test(rest))
}

/** As `unreadTexts`, for a file that is one text; lines that are comments are passed over. */
export function unreadText(source: SourceFile, { read, told }: Accounted): Problem[] {
  if (told.length > 0) return []
  const lines = [...source.text.matchAll(/^.+$/gm)].filter(([line]) => !/^[ \t]*(?:#|\/\/)/.test(line))
  const texts = lines.map(({ index, 0: line }) => ({ start: index, end: index + line.length }))
  const key = unreadName(source.text, texts, sortedRanges(read))
  return key === undefined || !saysDeny(source.text, texts) ? [] : [unreadProblem(source, key)]
}

/** A Deny may be hidden here: told, and the check does not pass. */
export function unreadProblem(file: SourceFile, range: Range): Problem {
  const message = 'aws:SourceIp stands here beside a Deny, in no policy that can be read'
  return { file, range, message, help: 'write the policy with the names that IAM and Terraform use', blocking: true }
}

interface Part {
  readonly range: Range
  readonly texts: readonly Range[]
  /** What it is called where it is used (`local.x`), of what is used in other files. */
  readonly name: string | undefined
}

/** Strings and heredocs, by the block or the local that they stand in. */
function partsOf({ items }: Body, prefix = 'var'): Part[] {
  return items.flatMap((item) => {
    if (item.kind === 'block' && item.type.value === 'locals') return partsOf(item.body, 'local')
    const { range } = item
    if (item.kind === 'block') return [{ range, texts: textsOf(item.body), name: nameOfBlock(item) }]
    return [{ range, texts: textsIn(item.value), name: `${prefix}.${item.name.value}` }]
  })
}

/** A module has what it is given in files of its own. */
function nameOfBlock({ type, labels }: Block): string | undefined {
  if (type.value === 'module') return ` module "${labels[0]}" `
  return type.value === 'variable' ? `var.${labels[0]}` : undefined
}

const prose = /^(?:description|comment|error_message|title)$/i

function textsOf({ items }: Body): Range[] {
  return items.flatMap((item) => {
    if (item.kind === 'block') return textsOf(item.body)
    return prose.test(item.name.value) ? [] : textsIn(item.value)
  })
}

function textsIn(value: Expression): Range[] {
  const found: Range[] = []
  const left: Expression[] = [value]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (next.kind === 'template') found.push(next.range)
    else left.push(...spoken(next).toReversed())
  }
  return found
}

/** The expressions within, but for what an object says of itself in words. */
function spoken(expression: Expression): readonly Expression[] {
  if (expression.kind !== 'object') return childrenOf(expression)
  return expression.items.flatMap(({ key, value }) => (prose.test(nameOf(key) ?? '') ? [] : [key, value]))
}

/** Where a text names the key that was not read. */
function unreadName(text: string, texts: readonly Range[], read: readonly Range[]): Range | undefined {
  return firstOf(text, texts, /aws:sourceip/gi, (range) => !isWithin(range, read))
}

function saysDeny(text: string, texts: readonly Range[]): boolean {
  return firstOf(text, texts, /\bdeny\b/gi, () => true) !== undefined
}

function firstOf(
  text: string,
  texts: readonly Range[],
  pattern: RegExp,
  isWanted: (range: Range) => boolean,
): Range | undefined {
  for (const { start, end } of texts) {
    for (const match of text.slice(start, end).matchAll(pattern)) {
      const range = { start: start + match.index, end: start + match.index + match[0].length }
      if (isWanted(range)) return range
    }
  }
  return undefined
}

/** By their start, those that lie in others left out. */
function sortedRanges(ranges: readonly Range[]): Range[] {
  const kept: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (range.end > (kept.at(-1)?.end ?? -1)) kept.push(range)
  }
  return kept
}

/** The index of the first number that is not below `least`. */
function firstFrom(sorted: readonly number[], least: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

function isWithin({ start, end }: Range, sorted: readonly Range[]): boolean {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.start ?? 0) <= start) low = middle + 1
    else high = middle
  }
  return end <= (sorted[low - 1]?.end ?? -1)
}
