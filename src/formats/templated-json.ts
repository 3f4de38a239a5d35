import type { PolicyFormat, ReadResult, StatementChange } from '../model/contracts.ts'
import type { Problem } from '../model/finding.ts'
import type { PolicyDocument, Statement } from '../model/policy.ts'
import type { Range, SourceFile, TextEdit } from '../model/source.ts'
import { hasBarePlaceholder, parseTemplatedJson } from '../syntax/template-json.ts'
import {
  fillPlain,
  findPlaceholders,
  type Placeholder,
  placeholdersIn,
  templateScopes,
} from '../syntax/template-text.ts'
import type { Mapping, Scalar, SyntaxProblem, TreeNode } from '../syntax/tree.ts'
import { parseYaml } from '../syntax/yaml.ts'
import { addConditions } from './embedded-edit.ts'
import { editText, hostOf, mappingAt } from './terraform-edit.ts'
import { terraformFile } from './terraform-file.ts'
import { readCandidates } from './terraform-policies.ts'
import { policiesInTree, type TreePolicies } from './terraform-scan.ts'
import { documentOf } from './terraform-statements.ts'
import { resolveText, type TextSource } from './terraform-text.ts'
import { fileScope, joined, type Notes, type Scope } from './terraform-values.ts'

const template = /\.(?:tpl|tftpl|tmpl|gotmpl|j2|jinja2?|erb|hbs|mustache)$/i
const json = /\.json[c5]?$/i

/** Policies in templates of JSON and YAML, and JSON that is none before something is filled in: `"aws:SourceIp": ${list}`. */
export const templatedJson: PolicyFormat = {
  id: 'templated-json',
  recognises: ({ path, text }) =>
    template.test(path) || (json.test(path) && hasBarePlaceholder(text, findPlaceholders(text))),
  read,
  edit,
}

/** A template's text as trees: with offsets of the file, its placeholders known as expressions. */
interface ReadTemplate {
  readonly roots: readonly TreeNode[]
  readonly problems: readonly SyntaxProblem[]
}

function read(file: SourceFile): ReadResult {
  const { text } = file
  const body = { range: { start: 0, end: text.length }, items: [] }
  const scope = fileScope(terraformFile(text, body))
  const placeholders = findPlaceholders(text)
  const { roots, problems } = isYaml(file) ? readYaml(text, placeholders, scope) : readJson(text, placeholders, scope)
  const blocking = /aws:sourceip|\\u00/i.test(text)
  const syntax = problems.map((problem): Problem => ({ file, ...problem, help, blocking }))
  const candidates = roots.flatMap((root) => candidatesOf(policiesInTree(root, '', scope)))
  const reading = { file, notes: scope.notes, broken: [], formatId: templatedJson.id }
  const result = readCandidates(candidates, reading, () => [])
  return { policies: result.policies, problems: [...syntax, ...result.problems] }
}

const help =
  'mend the template so that it is JSON or YAML but for its placeholders: what cannot be read cannot be judged'

/** By its name, or by what it begins with. */
function isYaml({ path, text }: SourceFile): boolean {
  if (/\.ya?ml\.\w+$/i.test(path)) return true
  return !/\.json\b/i.test(path) && !/^\ufeff?\s*(?:[{["%<,$]|\/[/*])/.test(text)
}

function readJson(text: string, placeholders: readonly Placeholder[], scope: Scope): ReadTemplate {
  const { root, problems } = parseTemplatedJson(text, { start: 0, end: text.length }, placeholders)
  if (root === undefined || problems.length > 0) return { roots: [], problems }
  return { roots: [resolveText(root, sourceOf(text, placeholders), scope)], problems: [] }
}

function sourceOf(text: string, placeholders: readonly Placeholder[]): TextSource {
  return { text, placeholders, values: new Map(), offsetOf: (index) => index }
}

function readYaml(text: string, placeholders: readonly Placeholder[], { notes }: Scope): ReadTemplate {
  const { documents, problems } = parseYaml(fillPlain(text, placeholders))
  return { roots: documents.map((root) => marked(root, { text, placeholders, notes })), problems }
}

interface Marking {
  readonly text: string
  readonly placeholders: readonly Placeholder[]
  readonly notes: Notes
}

/** The tree with its fillers known for what they are. */
function marked(node: TreeNode, marking: Marking): TreeNode {
  if (node.kind === 'sequence') return { ...node, items: node.items.map((item) => marked(item, marking)) }
  if (node.kind === 'scalar') return markedScalar(node, marking)
  const members = node.members.map(({ key, value }) => ({ key, value: marked(value, marking) }))
  return { ...node, members }
}

function markedScalar(node: Scalar, { text, placeholders, notes }: Marking): Scalar {
  const own = placeholdersIn(placeholders, node.range)
  if (own.length === 0) return node
  const raw = text.slice(node.range.start, node.range.end)
  const isQuoted = /^["']/.test(raw) && raw.at(0) === raw.at(-1)
  const inside: Range = isQuoted ? { start: node.range.start + 1, end: node.range.end - 1 } : node.range
  const written = text.slice(inside.start, inside.end)
  const unknown: Scalar = { kind: 'scalar', type: 'expression', text: written, range: node.range }
  const pieces: (string | Scalar)[] = []
  let at = inside.start
  for (const { range } of own) {
    if (range.start > at) pieces.push(text.slice(at, range.start))
    pieces.push(unknown)
    at = range.end
  }
  if (at < inside.end) pieces.push(text.slice(at, inside.end))
  return joined(pieces, { range: node.range, written }, notes)
}

function candidatesOf({ documents, loose }: TreePolicies): Parameters<typeof readCandidates>[0] {
  const lists = new Map<string, Mapping[]>()
  for (const { list, statement } of loose) lists.set(list, [...(lists.get(list) ?? []), statement])
  const groups = [...lists].map(([address, statements]) => {
    const ranges = statements.map(({ range }) => range)
    const range = { start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0 }
    return { address, range, document: documentOf(statements, range, '2012-10-17') }
  })
  return [...documents, ...groups].map(({ address, range, document }) => {
    return { address: address === '' ? '$' : address, range, document, uses: [] }
  })
}

function edit(
  { file }: PolicyDocument,
  { range }: Statement,
  changes: readonly StatementChange[],
): readonly TextEdit[] {
  const { text } = file
  const placeholders = findPlaceholders(text)
  if (!isYaml(file)) return editText(sourceOf(text, placeholders), range, changes)
  const filled = fillPlain(text, placeholders)
  const roots = parseYaml(filled).documents
  const node = roots.flatMap((root) => mappingAt(root, range) ?? [])[0]
  if (node === undefined) return []
  const edits = addConditions({ host: hostOf(filled, 'yaml'), node, usesOf: () => 1 }, changes)
  const scopeAt = templateScopes(placeholders)
  return edits.every((one) => scopeAt(one.range.start) === scopeAt(node.range.start)) ? edits : []
}
