import type { PolicyFormat, ReadResult } from './contracts.ts'
import type { Problem } from './finding.ts'
import type { PolicyDocument, Selector, Statement, Value } from './policy.ts'
import type { Range, SourceFile } from './source.ts'

/**
 * How long the texts of one policy may be together. The longest that AWS takes, of a domain of OpenSearch, have 100 kB; of IAM,
 * Organizations and most resources it takes a tenth or a third of that.
 */
const longestPolicy = 100_000
/** How long one pattern or value may be: the longest ARN has 2,048 characters. */
const longestText = 4096
/** How many statements of one file are judged that differ in what they mean, or in what stands around them. */
const mostJudged = 200
/** How many values one statement may have, actions and addresses aside: each is held against thousands of requests. */
const mostValues = 500
/** What proving the remedies of one file may cost: what is read again and again (`readingCost`), and what is evaluated. */
const mostProven = 2_000_000

/** Why a policy is not judged, and where: no policy of AWS's is like it, and judging it would take long. */
export function beyondLimits({ statements, file }: PolicyDocument): Problem | undefined {
  let length = 0
  for (const statement of statements) {
    const texts = textsOf(statement)
    const long = texts.find((text) => lengthOf(text) > longestText)
    if (long !== undefined) return notJudged(file, long.range, 'this value is longer than any that AWS takes')
    if (weighing(statement) > mostValues)
      return notJudged(file, statement.range, 'this statement has more values than any that AWS takes')
    length += texts.reduce((sum, text) => sum + lengthOf(text) + 3, 60)
    if (length > longestPolicy)
      return notJudged(file, statement.range, 'this policy is longer than any that AWS takes, and is not judged')
  }
  return undefined
}

function textsOf({ principals, actions, resources, conditions }: Statement): Value[] {
  const of = (selector: Selector | undefined) => selector?.patterns ?? []
  const who = principals?.entries.map(({ value }) => value) ?? []
  return [...who, ...of(actions), ...of(resources), ...conditions.flatMap(({ values }) => values)]
}

/** How many values are compared as patterns or texts; addresses are told apart by arithmetic, actions by their service. */
function weighing({ principals, resources, conditions }: Statement): number {
  const compared = conditions.filter(({ key }) => !/^aws:(vpc)?sourceip$/i.test(key.value))
  const values = compared.reduce((sum, condition) => sum + condition.values.length, 0)
  return values + (principals?.entries.length ?? 0) + (resources?.patterns.length ?? 0)
}

function lengthOf(value: Value): number {
  return value.kind === 'literal' ? value.text.length : value.expression.length
}

function notJudged(file: SourceFile, range: Range, message: string): Problem {
  const help = 'split it, or leave this file out with `paths`'
  return { file, range, message, help, blocking: true }
}

/** What has been spent on one file in one run. It is counted, not timed: the same input gives the same report. */
export interface Spent {
  judged: number
  proven: number
  /** What was left undone, at most one of each kind. */
  readonly left: Map<'judging' | 'remedies', Problem>
}

/** Nothing yet. */
export function nothingSpent(): Spent {
  return { judged: 0, proven: 0, left: new Map() }
}

/** Whether one more statement may be judged; else that is told, and the check does not pass. */
export function mayJudge(spent: Spent, file: SourceFile, statement: Statement): boolean {
  spent.judged += 1
  spent.proven += 10_000 * (5 + weighing(statement))
  if (spent.judged <= mostJudged) return true
  const message = `from here on nothing is judged: ${mostJudged} statements before it differ from each other`
  if (!spent.left.has('judging')) spent.left.set('judging', notJudged(file, statement.range, message))
  return false
}

/** The format, as long as the allowance lasts; then a patched text reads as empty, so that no remedy of it is proven. */
export function metered(format: PolicyFormat, spent: Spent, range: Range): PolicyFormat {
  const read = (file: SourceFile): ReadResult => {
    spent.proven += readingCost(file)
    if (spent.proven <= mostProven) return format.read(file)
    const message = 'from here on not every remedy is tried: there is too much in this file'
    const help = 'split the file if you want them all'
    if (!spent.left.has('remedies')) spent.left.set('remedies', { file, range, message, help, blocking: false })
    return { policies: [], problems: [] }
  }
  return { ...format, read }
}

/** Marks and line ends: what a parser stops at. YAML's stops longer. */
function readingCost({ path, text }: SourceFile): number {
  const isYaml = /\.(ya?ml|template)\b/i.test(path) && !/^\s*[[{]/.test(text)
  let marks = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 48 ? code !== 32 && code !== 46 && code !== 47 : code === 58 || (code > 90 && code < 94) || code > 122)
      marks += 1
  }
  return marks * (isYaml ? 8 : 1)
}
