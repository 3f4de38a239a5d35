/** Controls beyond those that JSON escapes, and what turns text or shows nothing: a terminal that prints JSON must not obey them. */
const invisible =
  /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|[\u{fe00}-\u{fe0f}]|[\u{e0000}-\u{e0fff}]/gu

/** JSON, indented or on one line, in which every character does what it shows; programs read the same values. */
export function jsonText(value: unknown, indent: 0 | 2 = 2): string {
  const text = JSON.stringify(value, null, indent)
  return `${text.replaceAll(invisible, (found) => Array.from({ length: found.length }, (_, at) => unit(found, at)).join(''))}\n`
}

function unit(text: string, at: number): string {
  return `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`
}
