import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTwoFilesPatch } from 'diff'
import fc from 'fast-check'
import { type Anchor, anchorFor, type Hunk, parseHunks } from '../../../src/github/hunks.ts'

const hunk = (startLine: number, endLine: number, addedLines: readonly number[] = []): Hunk => {
  return { startLine, endLine, addedLines }
}

const patches: readonly [name: string, patch: readonly string[], hunks: readonly Hunk[]][] = [
  ['a new file is one hunk', ['@@ -0,0 +1,2 @@', '+{', '+}'], [hunk(1, 2, [1, 2])]],
  ['a header without counts is about one line', ['@@ -1 +1 @@', '-{', '+{}'], [hunk(1, 1, [1])]],
  ['context counts, removed lines do not', ['@@ -4,3 +5,3 @@', ' a', '-b', '+c', ' d'], [hunk(5, 7, [6])]],
  ['text behind the header is no line', ['@@ -4,2 +5,2 @@ "Statement": [', ' a', '+c'], [hunk(5, 6, [6])]],
  [
    'the note on a missing line end is no line, wherever it stands',
    ['@@ -1,2 +1,2 @@', ' a', '-b', '\\ No newline at end of file', '+c', '\\ No newline at end of file'],
    [hunk(1, 2, [2])],
  ],
  ['a hunk that only removes shows nothing', ['@@ -3,2 +2,0 @@', '-a', '-b'], []],
  [
    'every hunk is read, not the first alone',
    ['@@ -1,2 +1,2 @@', ' a', '+b', '@@ -20,1 +20,2 @@', '+c', ' d'],
    [hunk(1, 2, [2]), hunk(20, 21, [20])],
  ],
  ['a line that looks like a header is a line', ['@@ -1,1 +1,2 @@', ' a', '+@@ -9,9 +9,9 @@'], [hunk(1, 2, [2])]],
  ['a patch that is cut off shows what it shows', ['@@ -1,9 +1,9 @@', ' a', '+b'], [hunk(1, 2, [2])]],
  ['a carriage return belongs to the line', ['@@ -1,1 +1,2 @@\r', ' a\r', '+b\r'], [hunk(1, 2, [2])]],
  ['an empty patch has no hunks', [''], []],
]

for (const [name, patch, hunks] of patches) {
  test(`hunks: ${name}`, () => assert.deepEqual(parseHunks(patch.join('\n')), hunks))
}

test('hunks: every line of them is a line of the new file, and those that are missing did not change', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '{', ' x', '+', '@@ -1 +1 @@', '\\ No', ''), { maxLength: 40 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const patch = createTwoFilesPatch('a', 'b', before.join('\n'), after.join('\n'), '', '', { context: 3 })
      const body = patch.split('\n').slice(patch.startsWith('=') ? 3 : 2)
      const added = body.filter((line) => line.startsWith('+')).map((line) => line.slice(1))
      const hunks = parseHunks(body.join('\n').replace(/\n$/, ''))
      const lines = hunks.flatMap(({ addedLines }) => addedLines.map((line) => after[line - 1]))
      assert.deepEqual(lines, added)
      for (const { startLine, endLine, addedLines } of hunks) {
        assert.ok(startLine >= 1 && endLine <= after.length)
        assert.ok(addedLines.every((line) => line >= startLine && line <= endLine))
      }
    }),
  )
})

const two = [hunk(1, 10, [2, 3]), hunk(20, 30, [25, 26, 27])]
const anchors: readonly [name: string, lines: readonly [number, number], anchor: Anchor | undefined][] = [
  ['all lines in one hunk', [3, 7], { startLine: 3, line: 7, clipped: false }],
  ['a single line has no start', [3, 3], { line: 3, clipped: false }],
  ['what the diff does not show is left out', [8, 14], { startLine: 8, line: 10, clipped: true }],
  ['a range over two hunks takes the one with more new lines', [4, 25], { startLine: 20, line: 25, clipped: true }],
  ['of hunks with no new lines there, the one that shows more', [6, 21], { startLine: 6, line: 10, clipped: true }],
  ['one line that is left has no start', [10, 12], { line: 10, clipped: true }],
  ['nowhere between hunks', [11, 19], undefined],
  ['nowhere after the last hunk', [31, 40], undefined],
]

for (const [name, [startLine, endLine], anchor] of anchors) {
  test(`anchor: ${name}`, () => assert.deepEqual(anchorFor({ startLine, endLine }, two), anchor))
}

test('anchor: nowhere in a file without hunks', () =>
  assert.equal(anchorFor({ startLine: 1, endLine: 9 }, []), undefined))
