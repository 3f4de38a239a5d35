import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseHcl, parseHclTemplate } from '../../../src/syntax/hcl.ts'
import type { Body, Expression, TemplatePart } from '../../../src/syntax/hcl-tree.ts'
import { caseFiles } from '../formats/case-folder.ts'

/** An expression as a list of its kind and its parts, each part cut out of the text. */
function shape(expression: Expression, text: string): unknown {
  const cut = (part: { range: { start: number; end: number } } | undefined) =>
    part && text.slice(part.range.start, part.range.end)
  const e = expression
  switch (e.kind) {
    case 'constant':
      return [e.type, e.text]
    case 'template':
      return [e.heredoc ? 'heredoc' : 'string', ...e.parts.map((part) => partShape(part, text))]
    case 'variable':
      return [e.kind, e.name]
    case 'attribute-of':
      return [e.kind, shape(e.target, text), e.name]
    case 'index':
      return [e.kind, shape(e.target, text), cut(e.key)]
    case 'splat':
      return [e.kind, shape(e.target, text)]
    case 'call':
      return [e.kind, e.name, ...e.args.map(cut)]
    case 'tuple':
      return [e.kind, ...e.items.map(cut)]
    case 'object':
      return [e.kind, ...e.items.map(({ key, separator, value }) => [cut(key), separator, cut(value)])]
    case 'for':
      return [e.kind, e.names, cut(e.collection), cut(e.key), cut(e.value), cut(e.condition)]
    case 'unary':
      return [e.kind, cut(e.operand)]
    case 'binary':
      return [e.kind, cut(e.left), cut(e.right)]
    case 'conditional':
      return [e.kind, cut(e.test), cut(e.yes), cut(e.no)]
    case 'parentheses':
      return [e.kind, cut(e.inner)]
    default:
      return e satisfies never
  }
}

function partShape(part: TemplatePart, text: string): unknown {
  if (part.kind === 'text') return part.text
  const value = part.value && text.slice(part.value.range.start, part.value.range.end)
  return part.kind === 'directive' ? [part.word, value] : [part.kind, value]
}

const expressions: readonly (readonly [why: string, text: string, shape: unknown])[] = [
  ['a number', '1.5e-3', ['number', '1.5e-3']],
  ['a boolean', 'false', ['boolean', 'false']],
  ['null', 'null', ['null', 'null']],
  ['a name that begins like a keyword', 'nullable', ['variable', 'nullable']],
  ['a name with a dash and other letters', 'é-1', ['variable', 'é-1']],
  ['a string with escapes', '"a\\"\\\\\\n\\u00e9\\U0001f600"', ['string', 'a"\\\n\u00e9\u{1f600}']],
  ['an interpolation', '"a${b.c}d"', ['string', 'a', ['interpolation', 'b.c'], 'd']],
  ['quotes within an interpolation', '"${join(",", ["}"])}"', ['string', ['interpolation', 'join(",", ["}"])']]],
  ['strip marks', '"a${~ b ~}"', ['string', 'a', ['interpolation', 'b']]],
  ['what only looks like an interpolation', '"$${a}%%{b}$c$$%d"', ['string', '${a}%{b}$c$$%d']],
  [
    'directives',
    '"%{ if a ~}b%{ else }c%{ endif }"',
    ['string', ['if', 'a'], 'b', ['else', undefined], 'c', ['endif', undefined]],
  ],
  [
    'a loop',
    '"%{ for k, v in m }${k}%{ endfor }"',
    ['string', ['for', 'm'], ['interpolation', 'k'], ['endfor', undefined]],
  ],
  ['a heredoc', '<<E\n a "b" ${c}\n  EE\nE', ['heredoc', ' a "b" ', ['interpolation', 'c'], '\n  EE\n']],
  ['an indented heredoc, its end under it', '<<-E\r\n  a\\n\r\n  E', ['heredoc', '  a\\n\r\n']],
  ['an empty heredoc', '<<E\nE', ['heredoc']],
  [
    'attributes and indexes',
    'a.b[0].c["d"].1',
    ['index', ['index', ['attribute-of', ['index', ['attribute-of', ['variable', 'a'], 'b'], '0'], 'c'], '"d"'], '1'],
  ],
  ['splats', 'a[*].b.*', ['splat', ['attribute-of', ['splat', ['variable', 'a']], 'b']]],
  ['a call', 'merge(a, { b = 1 }...)', ['call', 'merge', 'a', '{ b = 1 }']],
  ['a call of a provider’s function', 'provider::aws::arn_parse(a)', ['call', 'provider::aws::arn_parse', 'a']],
  ['a call over lines', 'f(\n  a, # one\n  b,\n)', ['call', 'f', 'a', 'b']],
  ['a list', '[a, // one\n /* two */ b,]', ['tuple', 'a', 'b']],
  [
    'an object',
    '{ a = 1, "b" : 2\n (c) = 3\n for = 4 }',
    ['object', ['a', '=', '1'], ['"b"', ':', '2'], ['(c)', '=', '3'], ['for', '=', '4']],
  ],
  ['a value on the next line', '{ a =\n 1 }', ['object', ['a', '=', '1']]],
  ['for over a list', '[for x in y : x.z if x != null]', ['for', ['x'], 'y', undefined, 'x.z', 'x != null']],
  ['for over an object', '{for k, v in m : k => v...}', ['for', ['k', 'v'], 'm', 'k', 'v', undefined]],
  ['operators by their precedence', 'a || b && c == d + e * -f', ['binary', 'a', 'b && c == d + e * -f']],
  ['operators of one precedence', 'a - b - c', ['binary', 'a - b', 'c']],
  ['a conditional', 'a ? b : c ? d : e', ['conditional', 'a', 'b', 'c ? d : e']],
  ['a negation', '!a.b', ['unary', 'a.b']],
  ['parentheses over lines', '(\n a\n + b\n)', ['parentheses', 'a\n + b']],
]
for (const [why, text, expected] of expressions) {
  test(`an expression: ${why}`, () => {
    const source = `\ufeffx = ${text}\n`
    const { body, problems } = parseHcl(source)
    assert.deepEqual(problems, [])
    const [attribute] = body.items
    assert.ok(attribute?.kind === 'attribute')
    assert.equal(source.slice(attribute.value.range.start, attribute.value.range.end), text)
    assert.deepEqual(shape(attribute.value, source), expected)
  })
}

test('blocks have labels, bodies and ranges', () => {
  const text = 'resource "aws_iam_policy" b { # c\n  d = 1\n  e {}\n}\nf = 2'
  const { body, problems } = parseHcl(text)
  assert.deepEqual(problems, [])
  const [block, attribute] = body.items
  assert.ok(block?.kind === 'block' && attribute?.kind === 'attribute')
  assert.deepEqual(block.labels, ['aws_iam_policy', 'b'])
  assert.equal(text.slice(block.range.start, block.range.end), text.slice(0, text.indexOf('\nf')))
  assert.deepEqual(namesOf(block.body), ['d', 'e'])
})

function namesOf({ items }: Body): string[] {
  return items.map((item) => (item.kind === 'block' ? item.type.value : item.name.value))
}

const mistakes: readonly (readonly [why: string, text: string, message: RegExp, rest: readonly string[]])[] = [
  ['a string that ends with its line', 'a = "b\nc = 1', /not closed on its line/, ['c']],
  ['a bracket that never closes', 'a = [1\nb = 2\nc = 3', /closing bracket/, ['c']],
  ['a brace too many', 'a = 1\n}\nb = 2', /closes nothing/, ['a', 'b']],
  ['a brace that is missing', 'a {\nb = 1\n', /closing brace of this block is missing/, ['a']],
  ['a block’s line that goes on', 'a {} b {}\nc = 1', /line end is expected after this block/, ['a', 'b', 'c']],
  ['an argument’s line that goes on', 'a = 1 b = 2\nc = 1', /line end is expected after this argument/, ['c']],
  ['an argument without a value', 'a =\nb = 1', /value is expected/, ['b']],
  ['no name', '= 1\nb = 1', /argument or a block is expected/, ['b']],
  ['a label that is none', 'a 1 {\n}\nb = 1', /label or an opening brace/, ['b']],
  ['a comment that never ends', 'a = 1\n/* b', /comment is never closed/, ['a']],
  ['a heredoc that never ends', 'a = 1\nb = <<E\nc', /heredoc is never closed/, ['a']],
  ['a heredoc without a marker', 'b = <<\nc = 1', /needs a marker/, ['c']],
  ['an unknown directive', 'a = "%{ while b }"\nc = 1', /no such directive/, ['c']],
  ['an unknown escape', 'a = "\\x"\nc = 1', /not an escape/, ['a', 'c']],
  ['an interpolation that never ends', 'a = "${b"\nc = 1', /closing brace is expected/, ['c']],
  ['an object without a separator', 'a = { b }\nc = 1', /`=` or `:` is expected/, ['c']],
  ['an object on one line without commas', 'a = { b = 1 c = 2 }\nd = 1', /comma or a line end/, ['d']],
  ['a dot without a name', 'a = b.\nc = 1', /attribute is expected after the dot/, ['c']],
  ['a for without `in`', 'a = [for b of c : b]\nd = 1', /`in` is expected/, ['d']],
  ['a conditional without a colon', 'a = b ? c\nd = 1', /colon is expected/, ['d']],
]
for (const [why, text, message, rest] of mistakes) {
  test(`a mistake: ${why}`, () => {
    const { body, problems } = parseHcl(text)
    assert.match(problems[0]?.message ?? '', message)
    assert.deepEqual(namesOf(body), rest)
    for (const { range } of problems) assert.ok(range.start >= 0 && range.start < range.end && range.end <= text.length)
  })
}

const hostile: readonly (readonly [why: string, text: string])[] = [
  ['brackets', `a = ${'['.repeat(100_000)}`],
  ['blocks', 'a {\n'.repeat(100_000)],
  ['interpolations', `a = "${'${'.repeat(100_000)}`],
  ['a chain of names', `a = b${'.c'.repeat(100_000)}`],
  ['a chain of operators', `a = 1${' + 1'.repeat(100_000)}`],
  ['a chain of conditionals', `a = ${'b ? c : '.repeat(50_000)}d`],
  ['negations', `a = ${'!'.repeat(100_000)}b`],
  ['mistakes', '=\n'.repeat(100_000)],
  ['brackets that never close, line by line', 'a = b(\n'.repeat(20_000)],
  ['markers that close nothing', `a = <<E\n${'  E x\n'.repeat(50_000)}`],
]
for (const [why, text] of hostile) {
  test(`too much of it: ${why}`, () => {
    const { problems } = parseHcl(text)
    assert.ok(problems.length > 0 && problems.length < 300)
  })
}

test('an expression that is deep enough to be read is shallow enough for those who read it', () => {
  const depth = (expression: Expression): number => {
    const inner =
      expression.kind === 'attribute-of'
        ? [expression.target]
        : expression.kind === 'binary'
          ? [expression.left, expression.right]
          : []
    return 1 + Math.max(0, ...inner.map(depth))
  }
  for (const text of [`a = b${'.c'.repeat(900)}`, `a = 1${' + 1'.repeat(900)}`]) {
    const [attribute] = parseHcl(text).body.items
    assert.ok(attribute?.kind === 'attribute' && depth(attribute.value) > 900)
  }
})

test('a bare template takes all characters as they are', () => {
  const template = parseHclTemplate('a\n"${b}" \\n %{ if c }')
  assert.deepEqual(
    template?.parts.map(({ kind }) => kind),
    ['text', 'interpolation', 'text', 'directive'],
  )
  assert.deepEqual(
    template?.parts.map(({ range }) => [range.start, range.end]),
    [
      [0, 3],
      [3, 7],
      [7, 12],
      [12, 21],
    ],
  )
  assert.equal(parseHclTemplate('${'), undefined)
})

test('whatever stands in a file, parsing ends, and every part lies in what it is a part of', () => {
  const texts = caseFiles('terraform').flatMap(({ file }) => (file.path.endsWith('.tf') ? [file.text] : []))
  const bits = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '(',
    '"',
    '${',
    '%{',
    '<<E\n',
    'E',
    '\n',
    '\\',
    ',',
    '=',
    ' for ',
    '#',
    '/*',
    '.',
    '*',
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.array(bits, { maxLength: 4 }),
      (text, at, junk) => {
        const start = Math.floor(at * text.length)
        const source = text.slice(0, start) + junk.join('') + text.slice(start)
        const { body, problems } = parseHcl(source)
        checkBody(body)
        for (const { range } of problems) assert.ok(range.start <= range.end && range.end <= source.length)
      },
    ),
    { numRuns: 200, seed: 3 },
  )
})

function checkBody({ range, items }: Body): void {
  for (const item of items) {
    assert.ok(item.range.start >= range.start && item.range.end <= range.end)
    if (item.kind === 'block') checkBody(item.body)
    else assert.ok(item.value.range.start >= item.range.start && item.value.range.end === item.range.end)
  }
}
