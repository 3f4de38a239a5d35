// Files to begin with: those of the tests and, where it lies beside the checkout, the corpus.
import { existsSync, globSync, readFileSync } from 'node:fs'

const corpus = '../shared/corpus/files'

/** The files that a format recognises, by the id of the format, in a fixed order. */
export function seedFiles(formats) {
  const beside = existsSync(corpus) ? globSync(`${corpus}/**/*.*`) : []
  const paths = [...globSync('test/cases/{changes,formats}/*/{base,head}.*'), ...beside].toSorted()
  const files = paths.map((path) => ({ path: nameOf(path), text: readFileSync(path, 'utf8') }))
  const byFormat = new Map(formats.map(({ id }) => [id, []]))
  for (const file of files) {
    const format = formats.find((candidate) => candidate.recognises(file))
    if (format !== undefined && file.text.length < 30_000) byFormat.get(format.id).push(file)
  }
  return {
    byFormat,
    note: beside.length === 0 ? `${corpus} is not there: only the cases of the tests are mutated` : undefined,
  }
}

/** What the name says of the content stays. */
function nameOf(path) {
  const [folder, file] = path.split('/').slice(-2)
  return `${folder}/${file}`
}
