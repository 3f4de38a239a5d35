import type { Range } from '../model/source.ts'

/** Where a template puts something into a text, or decides what of it is there. */
export interface Placeholder {
  readonly range: Range
  /** `value` stands for text; `opens` and `closes` enclose text that may be there or be repeated, `turns` is an `else`. */
  readonly role: 'value' | 'opens' | 'turns' | 'closes' | 'nothing'
}

/** How the notations of template languages end; Terraform's (`${…}`, `%{…}`) end where their braces balance. */
const endings: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}', '<%': '%>' }

/** After so many `${` without an end the text is no template; looking on would take time that grows with the square. */
const mostUnclosed = 20

/**
 * The placeholders of Terraform templates, Jinja, Go templates, Handlebars and ERB in `text`, in its order. IAM's own variables
 * (`${aws:username}`) and escaped ones (`$${…}`) are text.
 */
export function findPlaceholders(text: string): Placeholder[] {
  const found: Placeholder[] = []
  const nextEnding = endingsOf(text)
  let unclosed = 0
  // Every notation starts with one of these, so the rest of the text is passed over quickly.
  const starts = /\$\$?\{|%%?\{|\{\{|\{%|\{#|<%/g
  for (let match = starts.exec(text); match !== null; match = starts.exec(text)) {
    const [start] = match
    if (start.length === 3 || isPolicyVariable(text, match.index)) continue
    const inside = match.index + 2
    const isBraced = endings[start] === undefined
    if (isBraced && unclosed >= mostUnclosed) continue
    const end = isBraced ? endOfBraces(text, inside) : nextEnding(start, inside)
    if (isBraced && end === undefined) unclosed += 1
    if (end === undefined) continue
    const range = { start: match.index, end }
    found.push({ range, role: roleOf(text.slice(range.start, range.end)) })
    starts.lastIndex = end
  }
  return found
}

/** Finds the end of a placeholder, each place of the text being looked at once; one that another starts in has none. */
function endingsOf(text: string): (start: string, from: number) => number | undefined {
  const known = new Map<string, number>()
  const next = (mark: string, from: number): number => {
    const at = known.get(mark)
    if (at !== undefined && at >= from) return at
    const found = text.indexOf(mark, from)
    known.set(mark, found < 0 ? text.length : found)
    return known.get(mark) ?? text.length
  }
  return (start, from) => {
    const ending = endings[start] ?? start
    const at = next(ending, from)
    return at < text.length && next(start, from) >= at ? at + ending.length : undefined
  }
}

/** `${aws:username}`, `${*}`, `${saml:sub, 'nobody'}`: IAM fills these in, no template does. `${AWS::Region}` is none. */
function isPolicyVariable(text: string, at: number): boolean {
  const variable = /\$\{\s*(?:[*?$]\s*|[a-z][a-z0-9.-]*:[a-z][^:{}"]*)\}/iy
  variable.lastIndex = at
  return variable.test(text)
}

/** The end of `${…}` whose inside starts at `from`: braces balance outside of strings. */
function endOfBraces(text: string, from: number): number | undefined {
  let open = 1
  const marks = /["{}]/g
  marks.lastIndex = from
  for (let match = marks.exec(text); match !== null; match = marks.exec(text)) {
    if (match[0] === '"') {
      const end = endOfString(text, match.index + 1)
      if (end === undefined) return undefined
      marks.lastIndex = end
    } else {
      open += match[0] === '{' ? 1 : -1
      if (open === 0) return match.index + 1
    }
  }
  return undefined
}

function endOfString(text: string, from: number): number | undefined {
  const marks = /\\[\s\S]|["\n]/g
  marks.lastIndex = from
  for (let match = marks.exec(text); match !== null; match = marks.exec(text)) {
    if (match[0] === '"') return match.index + 1
    if (match[0] === '\n') return undefined
  }
  return undefined
}

const opening = /^[#^]\s*\w|^(?:if|unless|for|foreach|range|with|define|block|macro|while|case)\s+[\w.$("'!-]/
const openingOfRuby = /\bdo\s*(?:\|[^|]*\|\s*)?-?%>$/
const turning = /^(?:else|elif|elsif|elseif|when)\b/
const closing = /^\/|^end(?:if|for|each|range|while|case|macro|block|with|unless)?\b/

function roleOf(markup: string): Placeholder['role'] {
  const inside = markup.slice(2).replace(/^[-~+=]?\s*/, '')
  const isOutput = markup.startsWith('${') || /^<%[-]?=/.test(markup)
  if (isOutput) return 'value'
  if (markup.startsWith('{#') || /^<%#|^\{\{[-~]?\s*(?:!|\/\*)/.test(markup)) return 'nothing'
  if (turning.test(inside)) return 'turns'
  if (closing.test(inside)) return 'closes'
  if (opening.test(inside) || openingOfRuby.test(inside)) return 'opens'
  return markup.startsWith('{{') && !/^\$?\w+\s*:?=/.test(inside) ? 'value' : 'nothing'
}

/** A part of a template that is there, or is repeated, only where a directive says so; undefined: always there. */
export interface TemplateScope {
  readonly parent: TemplateScope | undefined
}

/** Tells in which part of the template an offset lies. */
export function templateScopes(placeholders: readonly Placeholder[]): (offset: number) => TemplateScope | undefined {
  const changes: { readonly from: number; readonly scope: TemplateScope | undefined }[] = []
  let scope: TemplateScope | undefined
  for (const { range, role } of placeholders) {
    if (role === 'opens') scope = { parent: scope }
    else if (role === 'turns') scope = { parent: scope?.parent }
    else if (role === 'closes') scope = scope?.parent
    else continue
    changes.push({ from: range.end, scope })
  }
  return (offset) => {
    let low = 0
    let high = changes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((changes[middle]?.from ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return changes[low - 1]?.scope
  }
}

/** The placeholders that lie in `range`, of a list in the order of the text. */
export function placeholdersIn(placeholders: readonly Placeholder[], range: Range): readonly Placeholder[] {
  let low = 0
  let high = placeholders.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((placeholders[middle]?.range.start ?? 0) < range.start) low = middle + 1
    else high = middle
  }
  let end = low
  while ((placeholders[end]?.range.end ?? Number.POSITIVE_INFINITY) <= range.end) end += 1
  return placeholders.slice(low, end)
}

/**
 * A text in which every placeholder is as long as it was, and plain text: for languages that need no quotes. One that has its line
 * to itself may come to several lines or to none, and is left blank.
 */
export function fillPlain(text: string, placeholders: readonly Placeholder[]): string {
  let at = 0
  const pieces = placeholders.flatMap(({ range: { start, end }, role }) => {
    const isText = role === 'value' && !isAlone(text, { start, end })
    const filler = isText ? 'x'.repeat(end - start) : text.slice(start, end).replaceAll(/[^\r\n]/g, ' ')
    const before = text.slice(at, start)
    at = end
    return [before, filler]
  })
  return [...pieces, text.slice(at)].join('')
}

function isAlone(text: string, { start, end }: Range): boolean {
  const before = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 200), start)
  return before.trim() === '' && /^[ \t]*(?:\r?\n|$)/.test(text.slice(end, end + 200))
}
