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
 * The report as such text, in pieces: of a repository with hundreds of findings the whole is longer than a string can be. The pieces
 * together are what `jsonText` would give.
 */
export function* reportText(report: Told): Generator<string> {
  let gathered = ''
  for (const piece of reportPieces(report)) {
    gathered += piece
    if (gathered.length < longPiece) continue
    yield gathered
    gathered = ''
  }
  yield gathered
}

/** Shorter ones are written together. */
const longPiece = 1 << 16

function* reportPieces({ findings, ...rest }: Told): Generator<string> {
  const around = inert({ ...rest, findings: [] }, 2)
  yield around.slice(0, -']\n}'.length)
  let isEmpty = true
  for (const finding of findings) {
    yield isEmpty ? '\n    ' : ',\n    '
    yield* findingText(finding)
    isEmpty = false
  }
  yield isEmpty ? ']\n}\n' : '\n  ]\n}\n'
}

/** The calls take nearly all of the room. */
function* findingText(finding: JsonFinding): Generator<string> {
  const { servicePaths } = finding
  const around = indented({ ...finding, servicePaths: [] }, 4)
  // A line break within a value is escaped, so that this place is ours.
  const place = around.indexOf(noPaths) + noPaths.length
  yield around.slice(0, place - ']'.length)
  for (const [index, path] of servicePaths.entries()) {
    yield `${index === 0 ? '' : ','}\n        ${indented(path, 8)}`
  }
  yield `${servicePaths.length === 0 ? '' : '\n      '}${around.slice(place - ']'.length)}`
}

const noPaths = '\n      "servicePaths": []'

function indented(value: unknown, columns: number): string {
  return inert(value, 2).replaceAll('\n', `\n${' '.repeat(columns)}`)
}

function inert(value: unknown, indent: 0 | 2): string {
  const text = JSON.stringify(value, null, indent)
  // Most is plain, which is seen in a tenth of the time.
  if (/^[\n -~]*$/.test(text)) return text
  return text.replaceAll(invisible, (found) =>
    Array.from({ length: found.length }, (_, at) => unit(found, at)).join(''),
  )
}

function unit(text: string, at: number): string {
  return `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`
}
