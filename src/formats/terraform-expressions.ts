import type { Range } from '../model/source.ts'
import type { Expression } from '../syntax/hcl-tree.ts'

/** Functions that give their first argument back, or the one element of it. */
const passing = new Set([
  ...['one', 'try', 'coalesce', 'nonsensitive', 'sensitive', 'tostring', 'trimspace', 'element', 'chomp'],
  ...['tolist', 'toset', 'tomap', 'distinct', 'compact', 'flatten', 'sort', 'reverse', 'coalescelist', 'values'],
])

/** Whether a function gives its first argument back, or what is in it. */
export function passesArgument(name: string): boolean {
  return passing.has(name)
}

/** What a call comes to where it only unpacks its argument: `one(x)`, `join("", x)`. */
function argumentPassed(name: string, args: readonly Expression[]): Expression | undefined {
  if (name === 'join') return args[1]
  return passing.has(name) ? args[0] : undefined
}

/** The expressions directly within, in the order of the text. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'constant':
    case 'variable':
      return []
    case 'template':
      return expression.parts.flatMap((part) => ('value' in part && part.value !== undefined ? [part.value] : []))
    case 'attribute-of':
    case 'splat':
      return [expression.target]
    case 'index':
      return [expression.target, expression.key]
    case 'call':
      return expression.args
    case 'tuple':
      return expression.items
    case 'object':
      return expression.items.flatMap(({ key, value }) => [key, value])
    case 'for':
      return [expression.collection, expression.key, expression.value, expression.condition].filter(isExpression)
    case 'unary':
      return [expression.operand]
    case 'binary':
      return [expression.left, expression.right]
    case 'conditional':
      return [expression.test, expression.yes, expression.no]
    case 'parentheses':
      return [expression.inner]
    default:
      return expression satisfies never
  }
}

function isExpression(expression: Expression | undefined): expression is Expression {
  return expression !== undefined
}

/**
 * The names of a reference, `['aws_s3_bucket', 'logs', 'arn']`: indexes, splats and functions that only unpack are left out.
 * Undefined where it is none. No recursion: a chain may be as long as the file.
 */
export function namesOf(expression: Expression): readonly string[] | undefined {
  const names: string[] = []
  let at: Expression | undefined = expression
  while (at !== undefined) {
    if (at.kind === 'variable') return [...names, at.name].toReversed()
    if (at.kind === 'attribute-of') names.push(at.name)
    if (at.kind === 'attribute-of' || at.kind === 'index' || at.kind === 'splat') at = at.target
    else if (at.kind === 'parentheses') at = at.inner
    else at = at.kind === 'call' ? argumentPassed(at.name, at.args) : undefined
  }
  return undefined
}

/** The name of an object's item, where it is a word or a string as it is. */
export function nameOf(key: Expression): string | undefined {
  if (key.kind === 'variable') return key.name
  const part = key.kind === 'template' && key.parts.length === 1 ? key.parts[0] : undefined
  return part?.kind === 'text' ? part.text : undefined
}

/** All references in an expression as dotted names: `local.net`, `data.aws_iam_policy_document.x.json`. */
export function referencesIn(expression: Expression): Set<string> {
  const found = new Set<string>()
  const left: Expression[] = [expression]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const isReference = next.kind === 'attribute-of' || next.kind === 'variable'
    const names = isReference ? namesOf(next) : undefined
    if (names !== undefined) found.add(names.join('.'))
    // What is within a reference is part of it, but for the keys of its indexes.
    left.push(...(names === undefined ? childrenOf(next) : keysOf(next)).toReversed())
  }
  return found
}

function keysOf(reference: Expression): Expression[] {
  const keys: Expression[] = []
  let at: Expression | undefined = reference
  while (at !== undefined) {
    if (at.kind === 'index') keys.push(at.key)
    if (at.kind === 'attribute-of' || at.kind === 'index' || at.kind === 'splat') at = at.target
    else if (at.kind === 'parentheses') at = at.inner
    else {
      if (at.kind === 'call') keys.push(...at.args)
      at = undefined
    }
  }
  return keys
}

/** An expression as written, blanks made one, without quotes and braces that hold it alone. */
export function writtenAs(text: string, { start, end }: Range): string {
  const written = text.slice(start, end).replaceAll(/\s+/g, ' ').trim()
  const quoted = /^"([^"]*)"$/.exec(written)?.[1] ?? written
  return /^\$\{ ?([^{}]*?) ?\}$/.exec(quoted)?.[1] ?? quoted
}
