import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ActionChange } from '../../../src/model/contracts.ts'
import type { Value } from '../../../src/model/policy.ts'
import { applyEdits } from '../../../src/model/source.ts'
import { actionEdits, changedActions, valueEdits } from '../../../src/remedies/action-edits.ts'

/**
 * The values as they stand in the text, each behind the one before; `?` before a name: one that the file does not hold; `≙` behind
 * one: what it is read as, where that is something else.
 */
function valuesIn(text: string, written: readonly string[]): Value[] {
  let from = 0
  return written.map((each) => {
    const isUnresolved = each.startsWith('?')
    const [part = '', read = part.replaceAll(/^(\\"|["'])|(\\"|["'])$/g, '')] = each.replace('?', '').split('≙')
    const start = text.indexOf(part, from)
    assert.ok(start >= 0, part)
    from = start + part.length
    const range = { start, end: from }
    return isUnresolved ? { kind: 'unresolved', expression: part, range } : { kind: 'literal', text: read, range }
  })
}

const add: ActionChange = { kind: 'add-actions', actions: ['n:1', 'n:2'] }
const leave: ActionChange = { kind: 'leave-out-actions', actions: ['k:1', 'k:2'] }
const one: ActionChange = { kind: 'leave-out-actions', actions: ['k:1'] }

const rows: readonly (readonly [
  why: string,
  text: string,
  values: readonly string[],
  change: ActionChange,
  /** Undefined: nothing is changed. */
  to: string | undefined,
  negated?: boolean,
])[] = [
  [
    'a string inside a string',
    '\\"Action\\": \\"a:b\\"',
    ['\\"a:b\\"'],
    add,
    '\\"Action\\": [\\"a:b\\", \\"n:1\\", \\"n:2\\"]',
  ],
  ['a string behind an equals sign', 'Action="a:b"', ['"a:b"'], add, 'Action=["a:b", "n:1", "n:2"]'],
  ['a string behind an equals sign and space', 'Action =   "a:b"', ['"a:b"'], add, 'Action =   ["a:b", "n:1", "n:2"]'],
  ['a string close behind its key', '"Action":"a:b"', ['"a:b"'], add, '"Action":["a:b", "n:1", "n:2"]'],
  ['a string far behind its key', '"Action":  "a:b"', ['"a:b"'], add, '"Action":  ["a:b", "n:1", "n:2"]'],
  ['a string on the next line', '"Action":\n    "a:b"', ['"a:b"'], add, '"Action":\n    ["a:b", "n:1", "n:2"]'],
  ['a string that is an argument', 'Action: f("a:b")', ['"a:b"'], add, undefined],
  ['a string behind an operator', 'x = c ? "a:b" : d', ['"a:b"'], add, undefined],
  ['a string behind a word', 'a = b if "a:b"', ['"a:b"'], add, undefined],
  ['a value written otherwise', '"Action": "\\u0061:b"', ['"\\u0061:b"≙a:b'], add, undefined],
  ['nothing to add behind', '"Action": []', [], add, undefined],
  ['a last one that the file does not hold', 'a = ["a:b", var.x]', ['"a:b"', '?var.x'], add, undefined],
  [
    'one before it that the file does not hold',
    'a = [var.x, "a:b"]',
    ['?var.x', '"a:b"'],
    add,
    'a = [var.x, "a:b", "n:1", "n:2"]',
  ],

  ['space before the comma', '["a:b" ,  "c:d"]', ['"a:b"', '"c:d"'], add, '["a:b" ,  "c:d" ,  "n:1" ,  "n:2"]'],
  ['a list in a list is none', '["a:b"], ["c:d"]', ['"a:b"', '"c:d"'], add, undefined],
  ['two lists joined', 'concat(["a:b"],\n  ["c:d"])', ['"a:b"', '"c:d"'], add, undefined],
  ['a comment between, on one line', '["a:b", /* c */ "c:d"]', ['"a:b"', '"c:d"'], add, undefined],
  [
    'a comment behind the comma',
    '[\r\n\t"a:b", // why\r\n\t"c:d"\r\n]',
    ['"a:b"', '"c:d"'],
    add,
    '[\r\n\t"a:b", // why\r\n\t"c:d",\r\n\t"n:1",\r\n\t"n:2"\r\n]',
  ],
  ['a comment before the comma', '["a:b" // why\n , "c:d"]', ['"a:b"', '"c:d"'], add, undefined],
  ['a comment on a line of its own', '[\n  "a:b",\n  # why\n  "c:d"]', ['"a:b"', '"c:d"'], add, undefined],
  [
    'a dash behind a comment',
    '- a:b # why\n  -   c:d',
    ['a:b', 'c:d'],
    add,
    '- a:b # why\n  -   c:d\n  -   n:1\n  -   n:2',
  ],
  [
    'dashes with lines between',
    '- a:b\n\n  -   c:d',
    ['a:b', 'c:d'],
    add,
    '- a:b\n\n  -   c:d\n\n  -   n:1\n\n  -   n:2',
  ],
  ['a dash without its list', '- a:b,\n  - c:d', ['a:b', 'c:d'], add, undefined],
  ['a dash behind the comma and a comment', '"a:b", # why\n  - "c:d"', ['"a:b"', '"c:d"'], add, undefined],
  ['a word and no comma', '"a:b" and\n "c:d"', ['"a:b"', '"c:d"'], add, undefined],
  [
    'a block that is written with many spaces',
    'Action:\r\n\t  -   a:b',
    ['a:b'],
    add,
    'Action:\r\n\t  -   a:b\r\n\t  -   n:1\r\n\t  -   n:2',
  ],
  [
    'a list that begins on the next line',
    '[ \t\r\n\t "a:b"]',
    ['"a:b"'],
    add,
    '[ \t\r\n\t "a:b", \t\r\n\t "n:1", \t\r\n\t "n:2"]',
  ],
  ['a list with space inside', '[ \t"a:b" ]', ['"a:b"'], add, '[ \t"a:b", "n:1", "n:2" ]'],
  ['a list that begins with a comment', 'a = [ # why\n "a:b"]', ['"a:b"'], add, undefined],
  ['a list that begins two lines below', 'a = [\n\n "a:b"]', ['"a:b"'], add, undefined],
  ['a dash that is a minus', 'x\n - y - a:b', ['a:b'], add, undefined],

  ['all but some is not about more', 'NotAction: [a:b]', ['a:b'], add, undefined, true],
  ['all but some takes out more', 'NotAction: [a:b]', ['a:b'], leave, 'NotAction: [a:b, k:1, k:2]', true],
  ['all but everything is nothing', '"NotAction": ["*"]', ['"*"'], leave, '"NotAction": ["*", "k:1", "k:2"]', true],

  ['everything but one', '"Action": "*"', ['"*"'], one, '"NotAction": "k:1"'],
  ['everything but two', '"Action" : "*"', ['"*"'], leave, '"NotAction" : ["k:1", "k:2"]'],
  ['everything but one, in a string', '\\"Action\\": [ \\"*\\" ]', ['\\"*\\"'], one, '\\"NotAction\\": [ \\"k:1\\" ]'],
  ['everything but one, in Terraform', "actions = ['*']", ["'*'"], one, "not_actions = ['k:1']"],
  ['everything but one, close', 'Action="*"', ['"*"'], one, 'NotAction="k:1"'],
  ['everything but two, in a block', "Action:\n  -   '*'", ["'*'"], leave, "NotAction:\n  -   'k:1'\n  -   'k:2'"],
  ['everything, behind a comment', '"Action": [/* all */ "*"]', ['"*"'], one, undefined],
  ['everything, under another name', '"Other": "*"', ['"*"'], one, undefined],
  ['everything, in an expression', 'actions = f("*")', ['"*"'], one, undefined],
  ['everything, written otherwise', '"Action": "\\u002a"', ['"\\u002a"≙*'], one, undefined],
  ['everything and more', '["*", "k:1"]', ['"*"', '"k:1"'], one, '["*"]'],

  ['one alone', '["k:1"]', ['"k:1"'], one, undefined],
  ['one that the file does not hold', 'a = [var.x, "k:1"]', ['?var.x', '"k:1"'], one, 'a = [var.x]'],
  ['one whose expression is called so', 'a = ["a:b", k:1]', ['"a:b"', '?k:1'], one, undefined],
  ['an unknown one alone', 'a = var.x', ['?var.x'], one, undefined],
  ['a pattern is not the action', '["k:*", "k:1"]', ['"k:*"', '"k:1"'], one, '["k:*"]'],
  ['a comment somewhere else', '["k:1", "a:b", // why\n "c:d"]', ['"k:1"', '"a:b"', '"c:d"'], one, undefined],
  [
    'two runs',
    '["k:1", "k:2", "a:b", "k:1", "c:d", "k:2"]',
    ['"k:1"', '"k:2"', '"a:b"', '"k:1"', '"c:d"', '"k:2"'],
    leave,
    '["a:b", "c:d"]',
  ],
  ['out of lists that are joined', 'concat(["a:b"], ["k:1"])', ['"a:b"', '"k:1"'], one, undefined],
  ['out of words with a comma', '"a:b" or , "k:1"', ['"a:b"', '"k:1"'], one, undefined],
  ['out of words behind a comma', '"a:b" , or "k:1"', ['"a:b"', '"k:1"'], one, undefined],
  ['out of a block behind a word', 'a:b x\n - k:1', ['a:b', 'k:1'], one, undefined],
  ['out of a block with a word', 'a:b\n - x k:1', ['a:b', 'k:1'], one, undefined],
  ['out of a block without a line', 'a:b - k:1', ['a:b', 'k:1'], one, undefined],
  ['out of a block with empty lines', '- a:b\n\n  -   k:1\n', ['a:b', 'k:1'], one, '- a:b\n'],
]
for (const [why, text, written, change, to, negated = false] of rows) {
  test(`${change.kind}, ${why}: ${to === undefined ? 'left alone' : 'done'}`, () => {
    const edits = actionEdits(text, { patterns: valuesIn(text, written), negated }, change)
    assert.equal(applyEdits(text, edits), to ?? text)
    assert.equal(edits.length > 0, to !== undefined)
  })
}

test('each run that is cut out is one edit, with what set it apart', () => {
  const text = '["k:1", "a:b", "k:2"]'
  assert.deepEqual(
    actionEdits(text, { patterns: valuesIn(text, ['"k:1"', '"a:b"', '"k:2"']), negated: false }, leave),
    [
      { range: { start: 1, end: 8 }, newText: '' },
      { range: { start: 13, end: 20 }, newText: '' },
    ],
  )
})

test('values go behind those of a condition', () => {
  const text = '"aws:SourceVpce": "vpce-1"'
  assert.equal(
    applyEdits(text, valueEdits(text, valuesIn(text, ['"vpce-1"']), ['vpce-2'])),
    '"aws:SourceVpce": ["vpce-1", "vpce-2"]',
  )
})

const selectors: readonly (readonly [
  why: string,
  negated: boolean,
  before: readonly string[],
  change: ActionChange,
  after: readonly [boolean, ...string[]],
])[] = [
  ['more', false, ['a:b'], add, [false, 'a:b', 'n:1', 'n:2']],
  ['fewer', false, ['a:b', 'k:2', 'k:1'], leave, [false, 'a:b']],
  ['all but some', false, ['*'], leave, [true, 'k:1', 'k:2']],
  ['all but more', true, ['a:b'], leave, [true, 'a:b', 'k:1', 'k:2']],
  ['all but everything', true, ['*'], leave, [true, '*', 'k:1', 'k:2']],
  ['a star among others', false, ['*', 'k:1'], leave, [false, '*']],
  ['what the file does not hold stays', false, ['?k:1', '?*'], leave, [false, '?k:1', '?*']],
  ['an unknown one alone is not everything', false, ['?*'], leave, [false, '?*']],
  ['nothing is not everything', false, [], leave, [false]],
]
for (const [why, negated, before, change, after] of selectors) {
  test(`what the statement is then about: ${why}`, () => {
    const values = before.map((text): Value => {
      const range = { start: 3, end: 4 }
      return text.startsWith('?')
        ? { kind: 'unresolved', expression: text.slice(1), range }
        : { kind: 'literal', text, range }
    })
    const { negated: isNegated, patterns } = changedActions({ negated, patterns: values }, change)
    const told = patterns.map((value) => (value.kind === 'literal' ? value.text : `?${value.expression}`))
    assert.deepEqual([isNegated, ...told], after)
  })
}
