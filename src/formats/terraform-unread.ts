import type { Problem } from '../model/finding.ts'
import type { Range, SourceFile } from '../model/source.ts'
import type { Body, Expression } from '../syntax/hcl-tree.ts'
import { childrenOf } from './terraform-expressions.ts'
import type { TerraformFile } from './terraform-file.ts'

/**
 * Texts of a Terraform file that name `aws:SourceIp` beside a Deny, and of which no statement was read: a module's own way to write
 * policies, a misspelt `Effect`, a script. One problem for each block or local. Comments and descriptions are passed over.
 */
export function unreadTexts(source: SourceFile, file: TerraformFile, covered: readonly Range[]): Problem[] {
  const places = sortedRanges(covered)
  return partsOf(file.body).flatMap((texts) => {
    const range = unreadKey(source.text, texts, places)
    return range === undefined ? [] : [unreadProblem(source, range)]
  })
}

/** As `unreadTexts`, for a file that is one text; lines that are comments are passed over. */
export function unreadText(source: SourceFile, covered: readonly Range[]): Problem[] {
  const lines = [...source.text.matchAll(/^(?![ \t]*(?:#|\/\/)).+$/gm)]
  const texts = lines.map(({ index, 0: line }) => ({ start: index, end: index + line.length }))
  const range = unreadKey(source.text, texts, sortedRanges(covered))
  return range === undefined ? [] : [unreadProblem(source, range)]
}

export function unreadProblem(file: SourceFile, range: Range): Problem {
  const message = 'aws:SourceIp stands here beside a Deny, in no policy that can be read'
  return { file, range, message, help: 'write the policy with the names that IAM and Terraform use', blocking: true }
}

/** Strings and heredocs, by the block or the local that they stand in. */
function partsOf(body: Body): readonly (readonly Range[])[] {
  return body.items.flatMap((item) => {
    if (item.kind === 'attribute') return [textsIn(item.value)]
    if (item.type.value !== 'locals') return [textsOf(item.body)]
    return item.body.items.map((local) => (local.kind === 'attribute' ? textsIn(local.value) : textsOf(local.body)))
  })
}

const prose = new Set(['description', 'error_message'])

function textsOf({ items }: Body): Range[] {
  return items.flatMap((item) => {
    if (item.kind === 'block') return textsOf(item.body)
    return prose.has(item.name.value) ? [] : textsIn(item.value)
  })
}

function textsIn(value: Expression): Range[] {
  const found: Range[] = []
  const left: Expression[] = [value]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (next.kind === 'template') found.push(next.range)
    else left.push(...childrenOf(next).toReversed())
  }
  return found
}

/** Where a text outside of what was read names the key, if one outside of it says Deny too. */
function unreadKey(text: string, texts: readonly Range[], covered: readonly Range[]): Range | undefined {
  const key = firstOutside(text, texts, { pattern: /aws:sourceip/gi, covered })
  return key && firstOutside(text, texts, { pattern: /\bdeny\b/gi, covered }) && key
}

function firstOutside(
  text: string,
  texts: readonly Range[],
  { pattern, covered }: { readonly pattern: RegExp; readonly covered: readonly Range[] },
): Range | undefined {
  for (const { start, end } of texts) {
    for (const match of text.slice(start, end).matchAll(pattern)) {
      const range = { start: start + match.index, end: start + match.index + match[0].length }
      if (!isWithin(range, covered)) return range
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
