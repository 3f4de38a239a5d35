/**
 * Characters that a terminal obeys, that turn the direction of text or that show nothing at all: controls, bidirectional marks,
 * zero-width characters, tags, half surrogates. Names, Sids and addresses come from whoever opened the pull request.
 */
const invisible =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|[\u115f\u1160\u3164\uffa0]|[\u{fe00}-\u{fe0f}]|[\u{e0000}-\u{e0fff}]/gu

/** Text that does what it shows: what would be obeyed or unseen stands as `\u202e`. Line ends too; split before. */
export function visible(text: string): string {
  return text.replaceAll(invisible, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (character === '\t') return '    '
    if (code > 0xffff) return `\\u{${code.toString(16)}}`
    return `\\u${code.toString(16).padStart(4, '0')}`
  })
}

/** The same of text in several lines, which stay apart. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n')
}

/** The same for a log in which the runner looks for commands: a zero-width space keeps a line from being one. */
export function logText(text: string): string {
  return visibleLines(text).replaceAll(/^(\s*:)(?=:)|##(?=\[)/gm, '$&\u200b')
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u

/** How many cells of a terminal a text takes. */
export function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/\p{M}/u.test(character) ? 0 : wide.test(character) ? 2 : 1), 0)
}
