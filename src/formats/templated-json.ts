import type { PolicyFormat, ReadResult, StatementChange } from '../model/contracts.ts'
import type { Problem } from '../model/finding.ts'
import type { PolicyDocument, Statement } from '../model/policy.ts'
import type { SourceFile, TextEdit } from '../model/source.ts'
import { parseHclTemplate } from '../syntax/hcl.ts'
import { parseJson } from '../syntax/json.ts'
import { hasBarePlaceholder, parseTemplatedJson } from '../syntax/template-json.ts'
import { findPlaceholders, templateScopes } from '../syntax/template-text.ts'
import { parseTemplatedYaml } from '../syntax/template-yaml.ts'
import type { Mapping, SyntaxProblem, TreeNode } from '../syntax/tree.ts'
import { parseYaml } from '../syntax/yaml.ts'
import { addConditions } from './embedded-edit.ts'
import { tooLarge } from './terraform.ts'
import { editText, hostOf, mappingAt } from './terraform-edit.ts'
import { terraformFile } from './terraform-file.ts'
import { type Candidate, keyRanges, type Roles, readCandidates, rolesIn, statementNodes } from './terraform-policies.ts'
import { policiesInTree, type TreePolicies, together } from './terraform-scan.ts'
import { documentOfAll } from './terraform-statements.ts'
import { useOfTemplate } from './terraform-templatefile.ts'
import { resolveTrees, type TextSource } from './terraform-text.ts'
import { unreadText } from './terraform-unread.ts'
import type { Use } from './terraform-uses.ts'
import { fileScope, type Scope } from './terraform-values.ts'

const template = /\.(?:tpl|tftpl|tmpl|gotmpl|j2|jinja2?|erb|hbs|mustache)$/i
const json = /\.(?:json[c5]?|template|cfn)$/i
const plainYaml = /\.ya?ml$/i

/**
 * Policies in templates of JSON and YAML, and in what is no JSON or YAML before something is filled in: `"aws:SourceIp": ${list}`,
 * `{{- if .Values.fence }}` on a line of its own.
 */
export const templatedJson: PolicyFormat = {
  id: 'templated-json',
  recognises: ({ path, text }) => {
    if (template.test(path)) return true
    if (text.length > largest || !/\$\{|%\{|\{\{|\{%|<%/.test(text)) return false
    return plainYaml.test(path) ? isYamlTemplate(text) : json.test(path) && isJsonTemplate(text)
  },
  read,
  edit,
}

function isJsonTemplate(text: string): boolean {
  if (!/^\ufeff?\s*(?:[{["%<$,]|\/[/*])/.test(text)) return false
  return hasBarePlaceholder(text, findPlaceholders(text)) && parseJson(text).problems.length > 0
}

/** Lines that are nothing but a directive, in what is YAML without them. */
function isYamlTemplate(text: string): boolean {
  if (!/^[ \t]*(?:\{%|\{\{|<%|%\{)/m.test(text) || parseYaml(text).problems.length === 0) return false
  return parseTemplatedYaml(text, findPlaceholders(text)).problems.length === 0
}

/** In UTF-16 units: far more than a policy takes, and little enough to be read in a few ways. */
const largest = 4_000_000

function read(file: SourceFile): ReadResult {
  const { text } = file
  if (text.length > largest) return { policies: [], problems: [tooLarge(file)] }
  const own = fileScope(terraformFile(text, { range: { start: 0, end: text.length }, items: [] }))
  const use = useOfTemplate(file, own.notes)
  const scope: Scope = use === undefined ? own : { ...own, given: use.given }
  const source = use === undefined ? sourceOf(text) : withValues(sourceOf(text))
  const { roots, problems } = isYaml(file) ? readYaml(file, source) : readJson(source)
  const trees = problems.length === 0 ? resolveTrees(roots, source, scope) : []
  const blocking = /aws:sourceip|\\u00/i.test(text)
  const syntax = problems.map((problem): Problem => ({ file, ...problem, help, blocking }))
  const { documents, loose } = together(trees.map((tree) => policiesInTree(tree, '', scope)))
  const candidates = candidatesOf(documents, loose, use?.places ?? [])
  const reading = { file, notes: scope.notes, broken: [], formatId: templatedJson.id }
  const roles = use === undefined ? noRoles : rolesIn(use.scope, use.uses, use.module, reading)
  const result = readCandidates(candidates, reading, roles)
  const told = [...syntax, ...result.problems]
  const unread = unreadText(file, {
    read: keyRanges(
      candidates.flatMap(({ document }) => statementNodes(document)),
      scope.notes,
    ),
    told: told.flatMap(({ range, blocking }) => (blocking ? [range] : [])),
  })
  return { policies: result.policies, problems: [...told, ...unread] }
}

const help =
  'mend the template so that it is JSON or YAML but for its placeholders: what cannot be read cannot be judged'

const yaml = /\.ya?ml(?:\.\w+)?$/i

/** By its name, or by what it begins with. */
function isYaml({ path, text }: SourceFile): boolean {
  if (yaml.test(path)) return true
  return !/\.json\b/i.test(path) && !/^\ufeff?\s*(?:[{["%<,$]|\/[/*])/.test(text)
}

interface Trees {
  readonly roots: readonly TreeNode[]
  readonly problems: readonly SyntaxProblem[]
}

/** What is not called YAML may be anything, and its mistakes none. */
function readYaml({ path }: SourceFile, { text, placeholders }: TextSource): Trees {
  const { roots, problems } = parseTemplatedYaml(text, placeholders)
  return { roots, problems: yaml.test(path) ? problems : [] }
}

function readJson({ text, placeholders }: TextSource): Trees {
  const { root, problems } = parseTemplatedJson(text, { start: 0, end: text.length }, placeholders)
  return { roots: root === undefined ? [] : [root], problems }
}

function sourceOf(text: string): TextSource {
  return { text, placeholders: findPlaceholders(text), values: new Map(), offsetOf: (index) => index }
}

const noRoles: Roles = { rolesOf: () => [], trusts: () => [] }

/** With the expressions that stand in Terraform's placeholders, where the text is a template of Terraform's. */
function withValues(source: TextSource): TextSource {
  const parts = parseHclTemplate(source.text)?.parts ?? []
  const places = new Map(source.placeholders.map((placeholder) => [placeholder.range.start, placeholder]))
  const values = parts.flatMap((part) => {
    const placeholder = places.get(part.range.start)
    return part.kind === 'interpolation' && placeholder !== undefined ? [[placeholder, part.value] as const] : []
  })
  return { ...source, values: new Map(values) }
}

function candidatesOf(
  documents: TreePolicies['documents'],
  loose: TreePolicies['loose'],
  uses: readonly Use[],
): Candidate[] {
  const lists = new Map<string, Mapping[]>()
  for (const { list, statement } of loose) {
    const statements = lists.get(list) ?? []
    lists.set(list, statements)
    statements.push(statement)
  }
  const groups = [...lists].map(([address, statements]) => ({ address, ...documentOfAll(statements) }))
  return [...documents, ...groups].map((policy) => ({ ...policy, address: policy.address || '$', uses }))
}

function edit(
  { file }: PolicyDocument,
  { range }: Statement,
  changes: readonly StatementChange[],
): readonly TextEdit[] {
  const source = sourceOf(file.text)
  if (!isYaml(file)) return editText(source, range, changes)
  const { roots, filled } = parseTemplatedYaml(file.text, source.placeholders)
  const node = roots.flatMap((root) => mappingAt(root, range) ?? [])[0]
  if (node === undefined) return []
  const edits = addConditions({ host: hostOf(filled, 'yaml'), node, usesOf: () => 1 }, changes)
  const scopeAt = templateScopes(source.placeholders)
  return edits.every((one) => scopeAt(one.range.start) === scopeAt(node.range.start)) ? edits : []
}
