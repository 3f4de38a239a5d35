import type { SourceFile } from '../model/source.ts'
import { parseHcl } from '../syntax/hcl.ts'
import { parseJson } from '../syntax/json.ts'
import { type TerraformFile, terraformFile } from './terraform-file.ts'
import { bodyOfJson } from './terraform-json.ts'

/** Files are parsed once though many look at them, and though each is read again for every remedy that is tried. */
const parsed = new WeakMap<SourceFile, TerraformFile>()

/** The neighbours of a file, as Terraform has them; of one that is broken, what could be read. */
export function neighboursOf({ neighbours = [] }: SourceFile): readonly TerraformFile[] {
  return neighbours.map(asNeighbour)
}

/** A neighbour as Terraform has it. */
export function asNeighbour(file: SourceFile): TerraformFile {
  const known = parsed.get(file) ?? parse(file)
  parsed.set(file, known)
  return known
}

function parse({ path, text }: SourceFile): TerraformFile {
  if (!/\.json$/i.test(path)) return terraformFile(text, parseHcl(text).body)
  const { root } = parseJson(text)
  const nothing = { range: { start: 0, end: text.length }, items: [] }
  return terraformFile(text, root?.kind === 'mapping' ? bodyOfJson(root) : nothing)
}
