import { visible } from './plain-text.ts'

/**
 * Text for HTML. Paths, Sids, addresses and keys come from whoever wrote the file: everything passes through here, where nothing can
 * end its place, and what would be obeyed or unseen stands as `\u202e`.
 */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text between tags or in a quoted attribute; line ends are shown as `␤`. */
export function escapedHtml(text: string): string {
  return visible(text.replaceAll(/\r\n|\r|\n/g, '␤')).replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
}

/** A value as code, apart from the direction of the text around it. */
export function codeHtml(value: string): string {
  return `<code>${escapedHtml(value) || '(empty)'}</code>`
}

/** A sentence of ours, in which backticks enclose values. */
export function proseHtml(sentence: string): string {
  return sentence
    .split(/`([^`]*)`/)
    .map((part, index) => (index % 2 === 1 ? codeHtml(part) : escapedHtml(part)))
    .join('')
}

/** Lines of code as they are. */
export function blockHtml(text: string): string {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  return `<pre><code>${lines.map(escapedHtml).join('\n')}</code></pre>`
}

/** A link that opens no door back; an address that is not HTTPS is not linked. */
export function linkHtml(title: string, url: string): string {
  if (!url.startsWith('https://')) return proseHtml(title)
  return `<a href="${escapedHtml(encodeURI(url).replaceAll('%25', '%'))}" rel="noreferrer">${proseHtml(title)}</a>`
}

/** A list; nothing where it would be empty. */
export function listHtml(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
}

/** What is folded away behind a line. */
export function foldedHtml(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n${content}\n</details>`
}
