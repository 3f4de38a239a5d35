import { visible } from './plain-text.ts'

/**
 * Text for Markdown that GitHub renders under a trusted name. Paths, Sids, addresses and keys come from whoever opened the pull
 * request: they stand in code only, where nothing can be a link, an image, a mention, HTML or the end of the code.
 */

/** A value inside a sentence: as code behind backticks that it does not hold, line ends shown as `␤`. */
export function codeSpan(value: string): string {
  const shown = visible(value.replaceAll(/\r\n|\r|\n/g, '␤'))
  if (shown.trim() === '') return '`(empty)`'
  const fence = '`'.repeat(longestRun(shown) + 1)
  // Markdown drops one space at both ends, so that a value may begin with a backtick.
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : ''
  return `${fence}${pad}${shown}${pad}${fence}`
}

/** A block of code behind a fence that it does not hold. What would be obeyed or unseen is shown as `\u202e`. */
export function codeBlock(text: string, language: string): string {
  return fenced(text.replace(/\n$/, '').split('\n').map(visibleButTabs).join('\n'), language)
}

/**
 * A change that can be committed with one click: exactly these lines. Undefined for lines with characters that nobody sees, which
 * would be committed unseen.
 */
export function suggestionBlock(lines: string): string | undefined {
  const text = lines.replaceAll('\r', '')
  return text.split('\n').some((line) => visibleButTabs(line) !== line) ? undefined : fenced(text, 'suggestion')
}

function fenced(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}${language}\n${text}\n${fence}`
}

function visibleButTabs(line: string): string {
  return line.split('\t').map(visible).join('\t')
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
}

/** A sentence of ours, in which backticks enclose values: those become code, the rest is escaped. */
export function prose(sentence: string): string {
  return sentence
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part.slice(1, -1)) : escaped(part)))
    .join('')
}

/** Nothing in it is markup; the zero-width space keeps GitHub from notifying people and from linking issues and addresses. */
function escaped(text: string): string {
  const plain = visible(text.replaceAll(/\r\n|\r|\n/g, '␤'))
    .replaceAll(/[\\`[\]()*_~!|#@]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
  return unlinked(plain)
}

/** Text in which GitHub finds nobody to notify and nothing to link: mentions, issues, commits, addresses. */
export function unlinked(text: string): string {
  return text
    .replaceAll(/[@#]|\bGH-(?=\d)/gi, '$&\u200b')
    .replaceAll(/:\/\/|www\./gi, (start) => `${start.slice(0, -1)}\u200b${start.slice(-1)}`)
    .replaceAll(/\b[0-9a-f]{7,64}\b/gi, (name) => (/\d/.test(name) ? name.replaceAll(/.{6}(?=.)/g, '$&\u200b') : name))
}

/** A link to a page that we name ourselves; an address that is not HTTPS is not linked. */
export function link(title: string, url: string): string {
  return url.startsWith('https://') ? `[${prose(title)}](${encodedAddress(url)})` : prose(title)
}

/** Nothing in the address ends the link. What is percent-encoded already stays so. */
function encodedAddress(url: string): string {
  return encodeURI(url).replaceAll('%25', '%').replaceAll('(', '%28').replaceAll(')', '%29')
}

/** Half of a pair: `encodeURIComponent` throws on it. */
const loneSurrogate = /\p{Cs}/gu

/** A path as part of an address. */
export function encodedPath(path: string): string {
  return path
    .split('/')
    .map((name) => encodeURIComponent(name.replaceAll(loneSurrogate, '\ufffd')))
    .join('/')
}
