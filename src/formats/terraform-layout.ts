/** The line end that a text uses. */
export function lineEnding(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}

/** The offset at which the line of `offset` starts. */
function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** The blanks at the start of the line of `offset`. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? ''
}

/** Whether nothing but blanks stands before `offset` on its line. */
export function startsLine(text: string, offset: number): boolean {
  return /^[ \t]*$/.test(text.slice(lineStart(text, offset), offset))
}

/** The end of the line of `offset`, where only blanks and a comment stand between; undefined where something else does. */
export function endOfLineAfter(text: string, offset: number): number | undefined {
  const feed = text.indexOf('\n', offset)
  const end = feed < 0 ? text.length : feed
  const rest = text.slice(offset, end)
  if (!/^[ \t]*(?:(?:#|\/\/).*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/[ \t]*)?\r?$/.test(rest)) return undefined
  return rest.endsWith('\r') ? end - 1 : end
}

/** The offset after a comma that follows `offset`, past blanks and comments; undefined where none does. */
export function afterComma(text: string, offset: number): number | undefined {
  let at = offset
  for (;;) {
    const blanks = /^[ \t\r\n]+|^(?:#|\/\/)[^\n]*|^\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//.exec(text.slice(at, at + 2000))
    if (blanks === null) return text[at] === ',' ? at + 1 : undefined
    at += blanks[0].length
  }
}

/** A string as Terraform writes it. */
export function quoted(text: string): string {
  return JSON.stringify(text).replaceAll('${', '$${').replaceAll('%{', '%%{')
}

/** A list of strings on one line. */
export function quotedList(texts: readonly string[]): string {
  return `[${texts.map(quoted).join(', ')}]`
}
