import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { unescapeText } from '../../../src/syntax/escaped-text.ts'
import { hasBarePlaceholder, parseTemplatedJson, piecesOf } from '../../../src/syntax/template-json.ts'
import { fillPlain, findPlaceholders, placeholdersIn, templateScopes } from '../../../src/syntax/template-text.ts'
import { parseTemplatedYaml } from '../../../src/syntax/template-yaml.ts'
import type { TreeNode } from '../../../src/syntax/tree.ts'

const found = (text: string) =>
  findPlaceholders(text).map(({ range, role }) => `${role} ${text.slice(range.start, range.end)}`)

const placeholders: readonly (readonly [why: string, text: string, expected: readonly string[]])[] = [
  ['Terraform’s', 'a ${b} c', ['value ${b}']],
  ['braces and quotes within', '${merge({ a = "}" }, b)}', ['value ${merge({ a = "}" }, b)}']],
  ['over lines', '${f(\n  a)\n}', ['value ${f(\n  a)\n}']],
  [
    'directives',
    '%{ if a ~}%{ else }%{ endif }%{ for b in c }%{ endfor }',
    ['opens %{ if a ~}', 'turns %{ else }', 'closes %{ endif }', 'opens %{ for b in c }', 'closes %{ endfor }'],
  ],
  ['escaped ones', '$${a} %%{b}', []],
  ['IAM’s variables', "${aws:username} ${saml:sub} ${*} ${?} ${$} ${aws:PrincipalTag/x, 'y'}", []],
  ['CloudFormation’s', '${AWS::Region} ${A.B}', ['value ${AWS::Region}', 'value ${A.B}']],
  [
    'Jinja’s',
    '{{ a }}{% if b %}{% elif c %}{% endif %}{# d #}{% set e = 1 %}{%- for f in g -%}',
    [
      'value {{ a }}',
      'opens {% if b %}',
      'turns {% elif c %}',
      'closes {% endif %}',
      'nothing {# d #}',
      'nothing {% set e = 1 %}',
      'opens {%- for f in g -%}',
    ],
  ],
  [
    'Go’s',
    '{{ .A }}{{- if .B }}{{ else }}{{ end }}{{ range .C }}{{ $d := 1 }}{{/* e */}}{{ endpoint }}',
    [
      'value {{ .A }}',
      'opens {{- if .B }}',
      'turns {{ else }}',
      'closes {{ end }}',
      'opens {{ range .C }}',
      'nothing {{ $d := 1 }}',
      'nothing {{/* e */}}',
      'value {{ endpoint }}',
    ],
  ],
  [
    'Handlebars’',
    '{{#if a}}{{else}}{{/if}}{{! b }}{{range}}',
    ['opens {{#if a}}', 'turns {{else}}', 'closes {{/if}}', 'nothing {{! b }}', 'value {{range}}'],
  ],
  [
    'ERB’s',
    '<%= a %><% if b %><% end %><%# c %><% d.each do |e| %>',
    ['value <%= a %>', 'opens <% if b %>', 'closes <% end %>', 'nothing <%# c %>', 'opens <% d.each do |e| %>'],
  ],
  ['what is never closed', '${a {{ b {% c <% d', []],
  ['one that starts in another', '{{ a } {{ b }}', ['value {{ b }}']],
]
for (const [why, text, expected] of placeholders) {
  test(`placeholders: ${why}`, () => assert.deepEqual(found(text), expected))
}

test('placeholders that never end take time in proportion to the text', () => {
  for (const bit of ['${', '{{', '%{"', '<%{%', '${"a']) assert.ok(findPlaceholders(bit.repeat(50_000)).length < 50_000)
})

test('a part of a template that may not be there is a scope of its own', () => {
  const text = 'a%{ if x }b%{ else }c%{ endif }d%{ for y in z }e%{ endfor }'
  const scopeAt = templateScopes(findPlaceholders(text))
  const scopes = ['a', 'b', 'c', 'd', 'e'].map((letter) =>
    scopeAt(text.search(new RegExp(`(^|})${letter}`)) + (letter === 'a' ? 0 : 1)),
  )
  assert.deepEqual(
    scopes.map((scope) => scope === undefined),
    [true, false, false, true, false],
  )
  assert.equal(new Set(scopes).size, 4)
})

test('those in a range are found by their places', () => {
  const text = '${a} ${b} ${c}'
  const all = findPlaceholders(text)
  assert.deepEqual(placeholdersIn(all, { start: 4, end: 10 }), [all[1]])
  assert.deepEqual(placeholdersIn(all, { start: 6, end: 14 }), [all[2]])
  assert.deepEqual(placeholdersIn(all, { start: 0, end: text.length }), all)
})

/** A tree as plain values, an expression in angle brackets. */
function plain(node: TreeNode | undefined): unknown {
  if (node?.kind === 'sequence') return node.items.map(plain)
  if (node?.kind === 'mapping')
    return Object.fromEntries(node.members.map(({ key, value }) => [key.value, plain(value)]))
  return node?.type === 'expression' ? `<${node.text}>` : node?.text
}

const json: readonly (readonly [why: string, text: string, expected: unknown])[] = [
  ['a value', '{ "a": ${b} }', { a: '<${b}>' }],
  ['a part of a string', '{ "a": "b${c}d" }', { a: '<b${c}d>' }],
  ['a key', '{ "${a}": 1, ${b}: 2 }', { '${a}': '1', '${b}': '2' }],
  ['items', '[${a}, {{ b }}]', ['<${a}>', '<{{ b }}>']],
  ['members that are to come', '{ ${a} "b": 1, ${c} }', { b: '1' }],
  ['items that are to come', '["a" ${b}, {% c %} "d"]', ['a', 'd']],
  ['two beside each other', '{ "a": ${b}${c} }', { a: '<${b}>' }],
  ['both branches', '[%{ if a }"b",%{ else }"c",%{ endif }]', ['b', 'c']],
  ['the first branch where both are too much', '{ "a": %{ if b }1%{ else }2%{ endif } }', { a: '1' }],
  ['branches within branches', '{ "a": %{ if b }%{ if c }1%{ else }2%{ endif }%{ else }3%{ endif } }', { a: '1' }],
  ['escapes and IAM’s variables', '{ "a": "\\"$${aws:x}${aws:y}" }', { a: '"${aws:x}${aws:y}' }],
  ['one in a comment', '{ // ${a} "\n "b": ${c} }', { b: '<${c}>' }],
  ['comments with quotes', '{ // "\n "a": ${b}, /* " */ "c": 1 }', { a: '<${b}>', c: '1' }],
  ['the inside of an object', '"a": ${b}, "c": 1', { a: '<${b}>', c: '1' }],
  ['the inside of a list', ', { "a": ${b} },\n{ "c": 1 }', [{ a: '<${b}>' }, { c: '1' }]],
]
for (const [why, text, expected] of json) {
  test(`JSON with placeholders: ${why}`, () => {
    const framed = `x${text}y`
    const range = { start: 1, end: framed.length - 1 }
    const { root, problems, filled } = parseTemplatedJson(framed, range, findPlaceholders(framed))
    assert.deepEqual(problems, [])
    assert.deepEqual(plain(root), expected)
    assert.equal(filled.length, framed.length)
    checkRanges(root, framed)
  })
}

/** Every scalar, cut out of the text, is what was read. */
function checkRanges(node: TreeNode | undefined, text: string): void {
  if (node?.kind === 'sequence') for (const item of node.items) checkRanges(item, text)
  if (node?.kind === 'mapping') for (const { value } of node.members) checkRanges(value, text)
  if (node?.kind !== 'scalar') return
  const cut = text.slice(node.range.start, node.range.end).replace(/^"([\s\S]*)"$/, '$1')
  if (node.type === 'expression') assert.equal(cut, node.text)
  else assert.equal(cut.replaceAll('$${', '${').replaceAll('\\"', '"'), node.text)
}

const broken: readonly (readonly [why: string, text: string, message: RegExp])[] = [
  ['a comma that is missing', '{ "a": ${b} "c": 1 }', /comma/],
  ['nesting too deep', `${'['.repeat(2000)}\${a}${']'.repeat(2000)}`, /nested too deeply/],
]
for (const [why, text, message] of broken) {
  test(`no JSON even so: ${why}`, () => {
    const { problems } = parseTemplatedJson(text, { start: 0, end: text.length }, findPlaceholders(text))
    assert.match(problems[0]?.message ?? '', message)
  })
}

test('a scalar falls into the pieces between its placeholders', () => {
  const text = '["a\\u0062${c}${d}$${e}"]'
  const all = findPlaceholders(text)
  assert.deepEqual(piecesOf(text, { start: 1, end: text.length - 1 }, all), ['ab', all[0], all[1], '${e}'])
  const quotes = "'a{{ b }}'"
  assert.deepEqual(piecesOf(quotes, { start: 0, end: quotes.length }, findPlaceholders(quotes)).length, 2)
})

test('a placeholder stands bare only outside of strings and comments', () => {
  for (const [text, expected] of [
    ['{ "a": ${b} }', true],
    ['{ "a": "${b}", "c": "\\"${d}" }', false],
    ['{ "a": "b" /* ${c} */ }', false],
  ] as const) {
    assert.equal(hasBarePlaceholder(text, findPlaceholders(text)), expected, text)
  }
})

test('YAML keeps its lines, and what stands alone on one is left blank', () => {
  const text = 'a: {{ b }}\n{{ c }}\n{% if d %}\ne: "x{{ f }}"\n{% endif %}\ng:\n  - ${h}-i\n'
  assert.equal(fillPlain(text, findPlaceholders(text)).length, text.length)
  const { roots, problems } = parseTemplatedYaml(text, findPlaceholders(text))
  assert.deepEqual(problems, [])
  assert.deepEqual(roots.map(plain), [{ a: '<{{ b }}>', e: '<x{{ f }}>', g: ['<${h}-i>'] }])
})

test('fillers are as long as what they stand for, wherever that is', () => {
  const bits = fc.constantFrom(
    '${a}',
    '{{ b }}',
    '%{ if c }',
    '%{ else }',
    '%{ endif }',
    '"',
    ',',
    ':',
    '{',
    '}',
    '[',
    ']',
    '\\',
    '//',
    '/*',
    '\n',
    'd',
  )
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 20 }), (parts) => {
      const text = parts.join('')
      const all = findPlaceholders(text)
      const { filled, problems } = parseTemplatedJson(text, { start: 0, end: text.length }, all)
      assert.equal(filled.length, text.length)
      assert.equal(fillPlain(text, all).length, text.length)
      for (const { range } of problems) assert.ok(range.start >= 0 && range.end <= text.length)
    }),
    { numRuns: 300, seed: 5 },
  )
})

test('escapes are resolved, and each character knows its place', () => {
  const source = 'x"a\\n\\u00e9\\U0001f600\\q\\/"'
  const { text, offsetOf } = unescapeText(source, { start: 2, end: source.length - 1 })
  assert.equal(text, 'a\n\u00e9\u{1f600}\\q/')
  assert.deepEqual([0, 1, 2, 3, 5, 7, 8].map(offsetOf), [2, 3, 5, 11, 21, 23, 25])
})
