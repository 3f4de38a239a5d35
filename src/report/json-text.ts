import type { JsonFinding, JsonReport } from './json-report.ts'

type Told = Omit<JsonReport, 'findings'> & { readonly findings: Iterable<JsonFinding> }

/**
 * The report as text, indented by two blanks, a piece for each finding: of a repository with hundreds of findings the whole is longer
 * than a string can be. The pieces together are what `JSON.stringify` would give, with a line end.
 */
export function* jsonText({ findings, ...rest }: Told): Generator<string> {
  const around = JSON.stringify({ ...rest, findings: [] }, null, 2)
  yield around.slice(0, -']\n}'.length)
  let isEmpty = true
  for (const finding of findings) {
    const text = JSON.stringify(finding, null, 2).replaceAll('\n', '\n    ')
    yield `${isEmpty ? '' : ','}\n    ${text}`
    isEmpty = false
  }
  yield isEmpty ? ']\n}\n' : '\n  ]\n}\n'
}
