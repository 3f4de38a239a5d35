import { escapedHtml } from './html-text.ts'

/** A line of one side of a change. */
interface SideLine {
  readonly kind: 'same' | 'changed' | 'gap'
  readonly number: number | undefined
  readonly text: string
}

interface Sides {
  readonly before: readonly SideLine[]
  readonly after: readonly SideLine[]
}

/** A unified diff of one file as two texts side by side. What is changed is marked by a sign, not by its colour alone. */
export function sidesHtml(patch: string): string {
  const { before, after } = sidesOf(patch)
  return (
    '<div class="sides">' +
    `<figure><figcaption>Before</figcaption>${sideHtml(before, '−', 'del')}</figure>` +
    `<figure><figcaption>After</figcaption>${sideHtml(after, '+', 'ins')}</figure>` +
    '</div>'
  )
}

function sidesOf(patch: string): Sides {
  const before: SideLine[] = []
  const after: SideLine[] = []
  let [old, now] = [0, 0]
  const start = patch.search(/^@@ /m)
  for (const line of start < 0 ? [] : patch.slice(start).trimEnd().split('\n')) {
    const [, oldStart, newStart] = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(line) ?? []
    if (oldStart !== undefined && newStart !== undefined) {
      if (old > 0) for (const side of [before, after]) side.push({ kind: 'gap', number: undefined, text: '…' })
      ;[old, now] = [Number(oldStart), Number(newStart)]
      continue
    }
    const text = line.slice(1).replace(/\r$/, '')
    if (line.startsWith('\\')) continue
    if (!line.startsWith('+')) before.push({ kind: line.startsWith('-') ? 'changed' : 'same', number: old++, text })
    if (!line.startsWith('-')) after.push({ kind: line.startsWith('+') ? 'changed' : 'same', number: now++, text })
  }
  return { before, after }
}

function sideHtml(lines: readonly SideLine[], sign: string, tag: 'ins' | 'del'): string {
  const shown = lines.map(({ kind, number, text }) => {
    const mark = kind === 'changed' ? sign : ' '
    const content = `<span class="n">${String(number ?? '').padStart(4)} ${mark}</span> ${escapedHtml(text)}`
    return kind === 'changed' ? `<${tag}>${content}</${tag}>` : content
  })
  return `<pre><code>${shown.join('\n')}</code></pre>`
}
