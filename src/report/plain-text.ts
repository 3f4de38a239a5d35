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
  return visibleLines(text).replaceAll(
    /^([^\S\n\r\u2028\u2029]*:):|##\[/gm,
    (command) => `${command.slice(0, -1)}\u200b${command.at(-1)}`,
  )
}

/** What takes two cells: East Asian Width W and F (Unicode Standard Annex 11), and emoji. */
const wide =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u3247\u3250-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18d08}\u{1aff0}-\u{1b2fb}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u
/** What is drawn over the character before it: combining marks, and the vowels and finals of Hangul syllables. */
const overdrawn = /[\p{M}\u1160-\u11ff]/u

/** How many cells of a terminal a text takes. */
export function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (overdrawn.test(character) ? 0 : wide.test(character) ? 2 : 1), 0)
}
