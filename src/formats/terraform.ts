import type { PolicyFormat, ReadResult, StatementChange } from '../model/contracts.ts'
import type { Problem } from '../model/finding.ts'
import type { PolicyDocument, Statement } from '../model/policy.ts'
import type { Range, SourceFile, TextEdit } from '../model/source.ts'
import { parseHcl } from '../syntax/hcl.ts'
import { parseJson } from '../syntax/json.ts'
import type { Mapping, SyntaxProblem } from '../syntax/tree.ts'
import { editJson, editNative } from './terraform-edit.ts'
import { terraformFile } from './terraform-file.ts'
import { bodyOfJson } from './terraform-json.ts'
import { isPlan, readPlan } from './terraform-plan.ts'
import { readTerraform } from './terraform-policies.ts'

const native = /\.(?:tf|tofu|hcl|tfvars)$/i
const json = /\.(?:tf|tofu|tfvars)\.json$/i

/** Terraform and OpenTofu: their language, the JSON that stands for it, and plans as `terraform show -json` prints them. */
export const terraform: PolicyFormat = {
  id: 'terraform',
  recognises: (file) => native.test(file.path) || json.test(file.path) || isPlan(file),
  read,
  edit,
}

/** In UTF-16 units: far more than people write, and little enough for the memory of a runner. Plans are larger, and simpler. */
const largest = { native: 1_000_000, json: 16_000_000 }

function read(file: SourceFile): ReadResult {
  const limit = native.test(file.path) ? largest.native : largest.json
  if (file.text.length > limit) return { policies: [], problems: [tooLarge(file)] }
  return readWhole(file)
}

/** A file that is not read at all. */
export function tooLarge(file: SourceFile): Problem {
  const blocking = /aws:sourceip|\\u00/i.test(file.text)
  const range = { start: 0, end: 1 }
  return {
    file,
    range,
    message: 'this file is too large to be read',
    help: 'split it, or leave it out with `paths`',
    blocking,
  }
}

function readWhole(file: SourceFile): ReadResult {
  if (!native.test(file.path)) return readJson(file)
  const { body, problems } = parseHcl(file.text)
  const result = readTerraform(file, terraformFile(file.text, body), problems)
  const items = body.items.map(({ range }) => range)
  const syntax = firstOfEach(problems, items).map((problem) => syntaxProblem(file, problem, items))
  return { policies: result.policies, problems: [...syntax, ...result.problems] }
}

function readJson(file: SourceFile): ReadResult {
  const { root, problems } = parseJson(file.text, largest.json)
  if (root?.kind === 'mapping' && problems.length === 0) return readRoot(file, root)
  return { policies: [], problems: problems.map((problem) => syntaxProblem(file, problem, [])) }
}

function readRoot(file: SourceFile, root: Mapping): ReadResult {
  return isPlan(file) ? readPlan(file, root) : readTerraform(file, terraformFile(file.text, bodyOfJson(root)), [])
}

function edit(
  { file, statements }: PolicyDocument,
  { range }: Statement,
  changes: readonly StatementChange[],
): readonly TextEdit[] {
  // What `dynamic` makes of one text would all be changed.
  const isShared = statements.filter((other) => other.range.start === range.start).length > 1
  if (isShared) return []
  if (native.test(file.path)) return editNative(file, range, changes)
  // What a plan says is written in other files.
  return isPlan(file) ? [] : editJson(file, range, changes)
}

/** One mistake often makes others after it: the first of each block is told. */
function firstOfEach(problems: readonly SyntaxProblem[], items: readonly Range[]): SyntaxProblem[] {
  const seen = new Set<Range | undefined>()
  return problems.filter((problem) => {
    const item = itemAround(problem, items)
    const isFirst = !seen.has(item)
    seen.add(item)
    return isFirst
  })
}

function itemAround({ range }: SyntaxProblem, items: readonly Range[]): Range | undefined {
  return items.find(({ start, end }) => start <= range.start && range.start < end)
}

/** A mistake hides what its block holds; outside of blocks it may hide all that the file holds. */
function syntaxProblem(file: SourceFile, problem: SyntaxProblem, items: readonly Range[]): Problem {
  const { start, end } = itemAround(problem, items) ?? { start: 0, end: file.text.length }
  const blocking = /aws:sourceip|\\u00/i.test(file.text.slice(start, end))
  const help = 'mend the file: a policy that cannot be read cannot be judged'
  return { file, range: problem.range, message: problem.message, help, blocking }
}
