import type { PolicyFormat } from './contracts.ts'
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
/**
 * What judging one file may cost: a statement that differs in what it means, or in what stands around it, from those before it costs a
 * hundred and more with its values, one that means the same costs one.
 */
const mostJudged = 10_000
/** How many values one statement may have, actions and addresses aside: each is held against thousands of requests. */
const mostValues = 500
/** What proving the remedies of one file may cost: what is read again and again (`readingCost`), and what is evaluated. */
const mostProven = 2_000_000
/**
 * How many marks and line ends one file may have. A plan of Terraform's of 4 MB has about a million, those around its names and texts
 * counted; a template of the largest size 150,000; people write no file of Terraform's with a fifth of what is allowed here.
 */
const mostMarks = { json: 1_400_000, yaml: 300_000, hcl: 100_000 }
const costOfMark = { json: 1, yaml: 8, hcl: 2 }
/** How many statements: a template has at most 500 resources, and 3,000 statements fill a megabyte. */
const mostStatements = { json: 3000, yaml: 1000, hcl: 1000 }

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
  /** Texts that were edited, as they are and patched. */
  readonly edited: WeakSet<SourceFile>
  /** What was left undone, at most one of each kind. */
  readonly left: Map<'judging' | 'remedies', Problem>
}

/** Nothing yet. */
export function nothingSpent(): Spent {
  return { judged: 0, proven: 0, edited: new WeakSet(), left: new Map() }
}

/** Whether one more statement may be looked at; else that is told, and the check does not pass. */
export function mayLookAt(spent: Spent, file: SourceFile, statement: Statement): boolean {
  return mayJudge(spent, 1 + textsOf(statement).length / 20, file, statement)
}

/** As `mayLookAt`, of one that differs in what it means, or in what stands around it, from all before it. */
export function mayJudgeAnew(spent: Spent, file: SourceFile, statement: Statement): boolean {
  const weight = weighing(statement) + textsOf(statement).length / 20
  spent.proven += 10_000 * (5 + weight)
  return mayJudge(spent, 100 + weight, file, statement)
}

/** The first is judged, whatever it takes. */
function mayJudge(spent: Spent, cost: number, file: SourceFile, statement: Statement): boolean {
  if (spent.left.has('judging')) return false
  const isFirst = spent.judged < 100
  spent.judged += cost
  if (isFirst || spent.judged <= mostJudged) return true
  const message = 'from here on nothing is judged: there are too many statements that differ in this file'
  spent.left.set('judging', notJudged(file, statement.range, message))
  return false
}

/** Whether nothing is left of the allowance for proving remedies, and that was told. */
export function isSpent({ proven }: Spent): boolean {
  return proven > mostProven
}

/** The format, as long as the allowance lasts; then a patched text reads as empty, so that no remedy of it is proven. */
export function metered(format: PolicyFormat, spent: Spent, range: Range): PolicyFormat {
  const mayRead = (file: SourceFile): boolean => {
    if (!isSpent(spent)) spent.proven += readingCost(file)
    if (!isSpent(spent)) return true
    const message = 'from here on not every remedy is tried: there is too much in this file'
    const help = 'split the file if you want them all'
    if (!spent.left.has('remedies')) spent.left.set('remedies', { file, range, message, help, blocking: false })
    return false
  }
  return {
    ...format,
    read: (file) => (mayRead(file) ? format.read(file) : { policies: [], problems: [] }),
    edit: (policy, statement, changes) => {
      // A format may parse a file once more for its first edit.
      const isParsed = spent.edited.has(policy.file) && !isSpent(spent)
      spent.edited.add(policy.file)
      return isParsed || mayRead(policy.file) ? format.edit(policy, statement, changes) : []
    },
  }
}

/** Why a file is not read at all, and where its too much begins: to read and judge it would take seconds. */
export function beyondReading(file: SourceFile): Problem | undefined {
  const { text } = file
  if (!isParsed(file)) return undefined
  const kind = kindOf(file)
  const at = marksIn(text, mostMarks[kind]).at
  if (at !== undefined) return notJudged(file, { start: at, end: at + 1 }, 'this file has too many values to be read')
  let count = 0
  for (const { index } of text.matchAll(/effect|\\u00[4-7]/gi)) {
    count += 1
    if (count > mostStatements[kind])
      return notJudged(file, { start: index, end: index + 6 }, 'this file has too many statements to be read')
  }
  return undefined
}

/** By its name, or as text that begins as JSON does; nothing else has a parser. */
function isParsed({ path, text }: SourceFile): boolean {
  const names =
    /\.(?:json[c5]?|ya?ml|template|cfn|tf|tofu|hcl|tfvars|toml|tpl|tftpl|tmpl|gotmpl|j2|jinja2?|erb|hbs|mustache)$/i
  return names.test(path) || path.split('/').at(-1)?.includes('.') === false || /^\ufeff?\s*[{[]/.test(text)
}

function kindOf({ path, text }: SourceFile): keyof typeof mostMarks {
  if (/\.(tf|tofu|hcl|tfvars)$/i.test(path)) return 'hcl'
  return /\.(ya?ml|template)\b/i.test(path) && !/^\s*[[{]/.test(text) ? 'yaml' : 'json'
}

/** What reading a text costs: YAML's parser takes longer. */
function readingCost(file: SourceFile): number {
  const { text } = file
  return Math.max(marksIn(text, Number.POSITIVE_INFINITY).count, text.length / 8) * costOfMark[kindOf(file)]
}

/** Marks and line ends: what a parser stops at. `at`: where the first stands that is one too many. */
function marksIn(text: string, most: number): { readonly count: number; readonly at: number | undefined } {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 48 ? code !== 32 && code !== 46 && code !== 47 : code === 58 || (code > 90 && code < 94) || code > 122)
      count += 1
    if (count > most) return { count, at }
  }
  return { count, at: undefined }
}
