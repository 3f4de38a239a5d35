import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillIn, hasVariables } from '../../../src/evaluate/variables.ts'
import type { KeyState } from '../../../src/model/request.ts'
import { absent, is, like, listed, unknown, unlisted } from './written.ts'

type Row = readonly [why: string, text: string, keys: Readonly<Record<string, KeyState>>, expected: string]
/** `expected`: the text with its variables filled in, or in brackets what it came to. */
const rows: readonly Row[] = [
  ['a value', '${aws:username}', { 'aws:username': is('alice') }, 'alice'],
  ['key names mind no case', '${AWS:UserName}', { 'aws:username': is('alice') }, 'alice'],
  ['text on both sides', 'home/${aws:username}/*', { 'aws:username': is('alice') }, 'home/alice/*'],
  ['two variables, and what stands between them', '${aws:a}-${aws:b}.', { 'aws:a': is('1'), 'aws:b': is('2') }, '1-2.'],
  ['no variable', 'plain', {}, 'plain'],
  ['a star, a question mark and a dollar sign', '${*}${?}${$}', {}, '*?$'],
  ['a default', "${aws:x, 'none'}", {}, 'none'],
  ['a default without spaces', "${aws:x,'none'}", {}, 'none'],
  ['a default among spaces', "${ aws:x , 'no one' }", {}, 'no one'],
  ['a default with a comma in it', "${aws:x, 'a,b'}", {}, 'a,b'],
  ['a value goes before a default among spaces', "${ aws:x , 'no one' }", { 'aws:x': is('some') }, 'some'],
  ['what is no default hides the value', '${aws:x, none}', { 'aws:x': is('some') }, '(missing)'],
  ['an empty default', "[${aws:x, ''}]", {}, '[]'],
  ['a value goes before the default', "${aws:x, 'none'}", { 'aws:x': is('some') }, 'some'],
  ['a key that may or may not be there has no default', "${aws:x, 'none'}", { 'aws:x': unknown }, '(unknown)'],
  ['no value', '${aws:x}', {}, '(missing)'],
  ['a key that is known to be absent', '${aws:x}', { 'aws:x': absent }, '(missing)'],
  ['a name among spaces', '${ aws:username }', { 'aws:username': is('alice') }, 'alice'],
  ['a second comma: what stands behind it is no default', "${aws:x, a, 'none'}", {}, '(missing)'],
  ['a default without quotes is none', '${aws:x, none}', {}, '(missing)'],
  ['a default with something behind it is none', "${aws:x, 'none' or}", {}, '(missing)'],
  ['one of two has no value', '${aws:a}${aws:b}', { 'aws:a': is('1') }, '(missing)'],
  ['several values', '${aws:x}', { 'aws:x': is('a', 'b') }, '(unknown)'],
  ['an empty list of values', '${aws:x}', { 'aws:x': is() }, '(unknown)'],
  ['some value of a pattern', '${aws:x}', { 'aws:x': like('a*') }, '(unknown)'],
  ['an address that nobody listed', '${aws:x}', { 'aws:x': unlisted }, '(unknown)'],
  ['an address of a list', '${aws:x}', { 'aws:x': listed }, '(unknown)'],
]
for (const [why, text, keys, expected] of rows) {
  test(`a policy variable: ${why}`, () => {
    const filled = fillIn(text, new Map(Object.entries(keys)))
    assert.equal(filled.kind === 'value' ? filled.value.text : `(${filled.kind})`, expected)
    const { units } = filled.kind === 'value' ? filled.value : { units: undefined }
    const read = units
      ?.map((unit) => (unit.kind === 'text' ? unit.character : unit.kind === 'any' ? '*' : '?'))
      .join('')
    assert.equal(read, filled.kind === 'value' ? expected : undefined, 'the units read as the text does')
  })
}

test('stars of the policy are wildcards, stars of a variable are not', () => {
  const filled = fillIn('*${aws:x}?${*}*', new Map([['aws:x', is('*?')]]))
  assert.ok(filled.kind === 'value')
  assert.deepEqual(
    filled.value.units.map(({ kind }) => kind),
    ['any', 'text', 'text', 'one', 'text', 'any'],
  )
})

test('only `${` begins a variable', () => {
  assert.deepEqual(['${aws:x}', 'a${', '$aws:x', '{x}', ''].map(hasVariables), [true, true, false, false, false])
})
