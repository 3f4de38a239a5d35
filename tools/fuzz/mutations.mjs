// Ways to change a text: by its characters, by its lines, and by its tree as the brackets and the indentation show it.

const tokens = [
  '{', '}', '[', ']', '(', ')', '"', "'", ',', ':', '-', '- ', '|', '>', '<<EOF\n', 'EOF\n', '---\n', '...\n', '#', '//', '/*', '*/',
  '${', '}', '%{ if x }', '%{ endif }', '%{ for x in y }', '{{ x }}', '{{', '}}', '{% if x %}', '{% else %}', '{% endif %}', '<%= x %>',
  '&a ', '*a', '<<: *a', '!Ref x', '!Sub "${x}"', '!If [a, b, c]', '!GetAtt a.b', '? ', '~', 'null', 'true', '1e999', '-0',
  '123456789012345678901234567890', '0x7f', '\ufeff', '\u2028', '\u0000', '\ud800', '😀', 'ı', '\u202e', '\t', '\r', '\r\n', '\n', '\\',
  '\\u0000', '\\ud83d', '\\"', '\\n', '__proto__', 'constructor', 'hasOwnProperty', 'toString', 'NotAction', 'Action', 'Principal', '"*"', '*',
  'NotIpAddress', 'IpAddressIfExists', 'ForAllValues:', 'ForAnyValue:', 'aws:SourceIp', 'aws:ViaAWSService', '0.0.0.0/0', '::/0', '::ffff:1.2.3.4',
  '10.0.0.0/33', '${aws:SourceIp}', 'jsonencode(', 'file("x")', 'merge(', 'concat(', 'local.x', 'var.x', 'dynamic "statement" {', 'for_each = []',
  'arn:aws:s3:::*/*', 'Deny', 'Allow', '2008-10-17', '2012-10-17', '@', '=', '=>', '...', '?', '[*]', '.*',
] // biome-ignore format: a list to look through

/** Each takes the random numbers, a text and another text of the same format, and gives a text. */
const ways = {
  truncate: ({ below }, text) => text.slice(0, below(text.length + 1)),
  behead: ({ below }, text) => text.slice(below(text.length + 1)),
  insertToken: ({ below, pick }, text) => inserted(text, below(text.length + 1), pick(tokens)),
  insertManyTokens: ({ below, pick }, text) => inserted(text, below(text.length + 1), pick(tokens).repeat(1 + below(400))),
  replaceCharacter: ({ below, pick }, text) => {
    const at = below(text.length + 1)
    return text.slice(0, at) + pick(tokens) + text.slice(at + 1)
  },
  removeSpan: ({ span }, text) => without(text, span(text.length)),
  repeatSpan: ({ span, below }, text) => {
    const [start, end] = span(text.length)
    return inserted(text, end, text.slice(start, end).repeat(1 + below(3)))
  },
  splice: ({ span }, text, other) => {
    const [start, end] = span(text.length)
    const [from, to] = span(other.length)
    return text.slice(0, start) + other.slice(from, to) + text.slice(end)
  },
  append: (_, text, other) => `${text}\n${other}`,
  removeLines: (random, text) => byLines(text, (lines) => lines.splice(...lineSpan(random, lines))),
  repeatLines: (random, text) =>
    byLines(text, (lines) => {
      const [start, count] = lineSpan(random, lines)
      lines.splice(start, 0, ...lines.slice(start, start + count))
    }),
  moveLines: (random, text) =>
    byLines(text, (lines) => lines.splice(random.below(lines.length + 1), 0, ...lines.splice(...lineSpan(random, lines)))),
  takeLines: (random, text, other) =>
    byLines(text, (lines) => {
      const others = other.split('\n')
      const [start, count] = lineSpan(random, others)
      lines.splice(random.below(lines.length + 1), 0, ...others.slice(start, start + count))
    }),
  indentLines: (random, text) =>
    byLines(text, (lines) => {
      const [start, count] = lineSpan(random, lines)
      const by = random.pick(['  ', ' ', '\t', '    '])
      for (let at = start; at < Math.min(lines.length, start + count); at++) lines[at] = by + lines[at]
    }),
  outdentLines: (random, text) =>
    byLines(text, (lines) => {
      const [start, count] = lineSpan(random, lines)
      for (let at = start; at < Math.min(lines.length, start + count); at++) lines[at] = lines[at].replace(/^[ \t]{1,2}/, '')
    }),
  otherQuotes: ({ span, pick }, text) => {
    const [start, end] = span(text.length)
    const [from, to] = pick([['"', "'"], ["'", '"'], ['"', ''], ['"', '\\"']])
    return text.slice(0, start) + text.slice(start, end).replaceAll(from, to) + text.slice(end)
  },
  otherLineEnds: ({ pick }, text) => text.replaceAll('\r\n', '\n').replaceAll('\n', pick(['\r\n', '\r', '\n\n', '\n'])),
  mark: (_, text) => `\ufeff${text}`,
  removeNode: (random, text) => without(text, nodeOf(random, text)),
  repeatNode: (random, text) => {
    const [start, end] = nodeOf(random, text)
    return inserted(text, end, `, ${text.slice(start, end)}`)
  },
  swapNodes: (random, text) => {
    const [[a, b], [c, d]] = [nodeOf(random, text), nodeOf(random, text)].toSorted(([x], [y]) => x - y)
    return b > c ? text : text.slice(0, a) + text.slice(c, d) + text.slice(b, c) + text.slice(a, b) + text.slice(d)
  },
  takeNode: (random, text, other) => {
    const [start, end] = nodeOf(random, text)
    return text.slice(0, start) + other.slice(...nodeOf(random, other)) + text.slice(end)
  },
  nest: (random, text) => {
    const [start, end] = nodeOf(random, text)
    const [open, close] = random.pick([['[', ']'], ['{"a": ', '}'], ['{', '}'], ['(', ')'], ['jsonencode(', ')'], ['"${', '}"']])
    const levels = random.pick([1, 1, 1, 2, 5, 190, 401])
    return text.slice(0, start) + open.repeat(levels) + text.slice(start, end) + close.repeat(levels) + text.slice(end)
  },
  quoteNode: (random, text) => {
    const [start, end] = nodeOf(random, text)
    return text.slice(0, start) + JSON.stringify(text.slice(start, end)) + text.slice(end)
  },
} // biome-ignore format: a table to look through

/** Mutates a text up to a few times; gives what was done too. */
export function mutated(random, text, other) {
  const names = Object.keys(ways)
  const done = []
  let result = text
  for (let count = 1 + random.below(4); count > 0; count--) {
    const name = random.pick(names)
    done.push(name)
    result = ways[name](random, result, other)
  }
  // What makes a text as long as a book costs time and shows nothing that a shorter one does not.
  return { text: result.slice(0, 200_000), done }
}

function inserted(text, at, added) {
  return text.slice(0, at) + added + text.slice(at)
}

function without(text, [start, end]) {
  return text.slice(0, start) + text.slice(end)
}

function byLines(text, change) {
  const lines = text.split('\n')
  change(lines)
  return lines.join('\n')
}

function lineSpan({ below }, lines) {
  return [below(lines.length), 1 + below(Math.min(8, lines.length))]
}

/** A word, a quoted text, or what is between a bracket and its partner. */
function nodeOf({ below }, text) {
  const from = below(text.length + 1)
  const found = text.slice(from).search(/[[{("'\w]/)
  if (found < 0) return [0, 0]
  const start = from + found
  const first = text[start]
  if ('[{('.includes(first)) return [start, endOfBracket(text, start)]
  const end = first === '"' || first === "'" ? /["']/g : /[^\w.:/*-]/g
  end.lastIndex = start + 1
  const match = end.exec(text)
  return [start, match === null ? text.length : match.index + Number(first === match[0])]
}

function endOfBracket(text, start) {
  let open = 0
  for (let at = start; at < text.length; at++) {
    if ('[{('.includes(text[at])) open += 1
    if (']})'.includes(text[at])) open -= 1
    if (open === 0) return at + 1
  }
  return text.length
}
