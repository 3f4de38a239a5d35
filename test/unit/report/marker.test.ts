import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Mark, markerOf, markIn, summaryMarker, withoutMarker } from '../../../src/report/marker.ts'

const mark: Mark = { fingerprint: 'ab-1_', statement: '0f', key: 'k', isSettled: false }
const line = '<!-- sourceip-guard:1 fp=ab-1_ st=0f key=k -->'

const marks: readonly [name: string, body: string, mark: Mark | undefined][] = [
  ['at the end', `text\n${line}`, mark],
  ['at the end, after GitHub changed the line ends', `text\r\n${line}\r\n`, mark],
  ['that is settled', `text\n${line.replace(' -->', ' settled -->')}`, { ...mark, isSettled: true }],
  ['before other text', `${line}\ntext`, undefined],
  ['in a quotation', `> ${line}`, undefined],
  ['of another version', line.replace(':1', ':2'), undefined],
  ['with something else in it', line.replace('ab-1_', 'a"b'), undefined],
  ['of a summary', summaryMarker('k'), undefined],
]
for (const [name, body, expected] of marks) {
  test(`a marker ${name} says ${expected?.fingerprint ?? 'nothing'}`, () => assert.deepEqual(markIn(body), expected))
}

test('a mark is written as it is read, and no value ends the comment that hides it', () => {
  assert.equal(markerOf(mark), line)
  assert.deepEqual(markIn(markerOf({ ...mark, isSettled: true })), { ...mark, isSettled: true })
  assert.equal(markerOf({ ...mark, key: 'k --> <img>' }), line.replace('key=k', 'key=k--img'))
})

test('a comment without its marker is what people see of it', () => {
  assert.equal(withoutMarker(`text\n\n${line}`), 'text')
  assert.equal(withoutMarker('text'), 'text')
})
