import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseToml } from '../../../src/syntax/toml.ts'
import type { TreeNode } from '../../../src/syntax/tree.ts'

/** A tree as JSON, scalars as their texts. */
function plain(node: TreeNode): unknown {
  if (node.kind === 'scalar') return node.text
  if (node.kind === 'sequence') return node.items.map(plain)
  return Object.fromEntries(node.members.map(({ key, value }) => [key.value, plain(value)]))
}

function read(text: string): unknown {
  const { root, problems } = parseToml(text)
  assert.deepEqual(problems, [])
  return root && plain(root)
}

const documents: readonly (readonly [why: string, text: string, expected: unknown])[] = [
  ['nothing', '', {}],
  ['a byte order mark, comments and CRLF', '\ufeff# a\r\nb = "c" # d\r\n', { b: 'c' }],
  [
    'bare, quoted and dotted keys',
    'a-1 = 1\n"b c" = 2\n\'d\'."e.f".g = 3',
    { 'a-1': '1', 'b c': '2', d: { 'e.f': { g: '3' } } },
  ],
  ['dotted keys add to one table', 'a.b.c = 1\na.b.d = 2', { a: { b: { c: '1', d: '2' } } }],
  ['tables', '[a]\nb = 1\n[c.d]\ne = 2\n[a.f]\ng = 3', { a: { b: '1', f: { g: '3' } }, c: { d: { e: '2' } } }],
  [
    'lists of tables',
    '[[a]]\nb = 1\n[a.c]\nd = 2\n[[a]]\n[[a.e]]\nf = 3',
    { a: [{ b: '1', c: { d: '2' } }, { e: [{ f: '3' }] }] },
  ],
  ['lists over lines', 'a = [\n  1, # one\n  [2, 3],\n]', { a: ['1', ['2', '3']] }],
  ['inline tables', 'a = { b.c = 1, d = { e = "f" }, }', { a: { b: { c: '1' }, d: { e: 'f' } } }],
  ['escapes', String.raw`a = "\"\\\t\u0041\U0001F600\x41"`, { a: '"\\\tA😀A' }],
  ['literal text', String.raw`a = '\n"'`, { a: '\\n"' }],
  ['a long text begins after its first line end', 'a = """\nb\r\nc"""', { a: 'b\nc' }],
  ['a line that goes on', 'a = """b \\\n   c"""', { a: 'b c' }],
  ['quotes in a long text', `a = """"b"""""\nc = '''d''e'''`, { a: '"b""', c: "d''e" }],
  [
    'numbers, truth values and dates as written',
    'a = 0xdead_beef\nb = +1.5e3\nc = true\nd = 1979-05-27 07:32:00Z',
    { a: '0xdead_beef', b: '+1.5e3', c: 'true', d: '1979-05-27 07:32:00Z' },
  ],
]
for (const [why, text, expected] of documents) test(`TOML: ${why}`, () => assert.deepEqual(read(text), expected))

const mistakes: readonly (readonly [why: string, text: string, at: number])[] = [
  ['no value', 'a =', 3],
  ['a bare text', 'a = b', 4],
  ['a string without an end', 'a = "b\nc', 4],
  ['a long string without an end', "a = '''b''", 4],
  ['an escape that is none', String.raw`a = "\q"`, 4],
  ['two values in a line', 'a = 1 b = 2', 6],
  ['a list without an end', 'a = [1, 2', 9],
  ['a header without an end', '[a', 2],
  ['a table where a value is', 'a = 1\n[a]', 7],
  ['a table added to a value', 'a = 1\n[[a]]', 8],
  ['too deep in brackets', `a = ${'['.repeat(1000)}`, 204],
  ['too deep in dots', `${'a.'.repeat(1000)}a = 1`, 400],
]
for (const [why, text, at] of mistakes) {
  test(`TOML that is none: ${why}`, () => {
    const { root, problems } = parseToml(text)
    assert.equal(root, undefined)
    assert.deepEqual(
      problems.map(({ range }) => range.start),
      [Math.min(at, text.length - 1)],
    )
  })
}

const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: fc.constantFrom('a', '"', "'", '\\', '#', '=', '[', '}', '.', 'é') }),
    fc.array(tie('any')),
    fc.dictionary(fc.constantFrom('a', 'b c', '"', 'd.e'), tie('any'), { noNullPrototype: true }),
  ),
})).any

function written(node: unknown): string {
  if (typeof node === 'string') return JSON.stringify(node)
  if (Array.isArray(node)) return `[${node.map(written).join(', ')}]`
  return `{ ${Object.entries(node ?? {})
    .map(([key, inner]) => `${JSON.stringify(key)} = ${written(inner)}`)
    .join(', ')} }`
}

test('every value is read as it was written, and what a range cuts out is that value', () => {
  fc.assert(
    fc.property(value, (wanted) => {
      const text = `before = 1\n[t]\nx = ${written(wanted)} # after\n`
      assert.deepEqual(read(text), { before: '1', t: { x: wanted } })
      const check = (node: TreeNode): void => {
        assert.deepEqual(read(`x = ${text.slice(node.range.start, node.range.end)}`), { x: plain(node) })
        if (node.kind === 'sequence') node.items.forEach(check)
        if (node.kind === 'mapping') for (const member of node.members) check(member.value)
      }
      const { root } = parseToml(text)
      const table = root?.kind === 'mapping' ? root.members[1]?.value : undefined
      if (table?.kind === 'mapping') for (const member of table.members) check(member.value)
    }),
    { numRuns: 100 },
  )
})
