import { markPlaceholders } from './template-json.ts'
import { fillPlain, type Placeholder } from './template-text.ts'
import type { SyntaxProblem, TreeNode } from './tree.ts'
import { parseYaml } from './yaml.ts'

/** What was read of a text with placeholders. */
export interface TemplatedYaml {
  readonly roots: readonly TreeNode[]
  readonly problems: readonly SyntaxProblem[]
  /** The text with fillers in place of the placeholders: YAML of the same length. */
  readonly filled: string
}

/** As `parseTemplatedJson`, for YAML: directives are left blank, so both branches are read. */
export function parseTemplatedYaml(text: string, placeholders: readonly Placeholder[]): TemplatedYaml {
  const filled = fillPlain(text, placeholders)
  const { documents, problems } = parseYaml(filled)
  return { roots: documents.map((root) => markPlaceholders(root, text, placeholders)), problems, filled }
}
