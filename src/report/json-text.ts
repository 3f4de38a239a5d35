import type { JsonFinding, JsonReport } from './json-report.ts'

/** Controls beyond those that JSON escapes, and what turns text or shows nothing: a terminal that prints JSON must not obey them. */
const invisible =
  /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|[\u{fe00}-\u{fe0f}]|[\u{e0000}-\u{e0fff}]/gu

/** JSON, indented or on one line, in which every character does what it shows; programs read the same values. */
export function jsonText(value: unknown, indent: 0 | 2 = 2): string {
  return `${inert(value, indent)}\n`
}

type Told = Omit<JsonReport, 'findings'> & { readonly findings: Iterable<JsonFinding> }

/**
 * The report as such text, a piece for each finding: of a repository with hundreds of findings the whole is longer than a string can
 * be. The pieces together are what `jsonText` would give.
 */
export function* reportText({ findings, ...rest }: Told): Generator<string> {
  const around = inert({ ...rest, findings: [] }, 2)
  yield around.slice(0, -']\n}'.length)
  let isEmpty = true
  for (const finding of findings) {
    const text = inert(finding, 2).replaceAll('\n', '\n    ')
    yield `${isEmpty ? '' : ','}\n    ${text}`
    isEmpty = false
  }
  yield isEmpty ? ']\n}\n' : '\n  ]\n}\n'
}

function inert(value: unknown, indent: 0 | 2): string {
  return JSON.stringify(value, null, indent).replaceAll(invisible, (found) =>
    Array.from({ length: found.length }, (_, at) => unit(found, at)).join(''),
  )
}

function unit(text: string, at: number): string {
  return `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`
}
