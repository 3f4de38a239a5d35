import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TreeNode } from '../../../src/syntax/tree.ts'
import { parseYaml } from '../../../src/syntax/yaml.ts'

/** What a tree says, without places. */
function plain(node: TreeNode): unknown {
  if (node.kind === 'scalar') return node.type === 'string' ? node.text : { [node.type]: node.text }
  if (node.kind === 'sequence') return node.items.map(plain)
  return node.members.map(({ key, value }) => [key.value, plain(value)])
}

/** The texts of all nodes, cut out by their ranges, keys before values. */
function cuts(node: TreeNode, text: string): string[] {
  const own = text.slice(node.range.start, node.range.end)
  if (node.kind === 'scalar') return [own]
  if (node.kind === 'sequence') return [own, ...node.items.flatMap((item) => cuts(item, text))]
  const members = node.members.flatMap(({ key, value }) => [
    text.slice(key.range.start, key.range.end),
    ...cuts(value, text),
  ])
  return [own, ...members]
}

const rootOf = (text: string): TreeNode => {
  const { documents, problems } = parseYaml(text)
  assert.deepEqual(problems, [])
  const [root] = documents
  assert.ok(root)
  return root
}

type Row = readonly [why: string, text: string, expected: unknown]
const values: readonly Row[] = [
  [
    'scalars by type',
    'a: x\nb: 12\nc: True\nd:\ne: ~',
    [
      ['a', 'x'],
      ['b', { number: '12' }],
      ['c', { boolean: 'true' }],
      ['d', { null: 'null' }],
      ['e', { null: 'null' }],
    ],
  ],
  ['a version is no date', 'Version: 2012-10-17', [['Version', '2012-10-17']]],
  ['an account id keeps its noughts', 'a: 012345678901', [['a', { number: '012345678901' }]]],
  [
    'what YAML 1.1 takes for booleans',
    'a: yes\nb: Off\nc: "no"',
    [
      ['a', { boolean: 'true' }],
      ['b', { boolean: 'false' }],
      ['c', 'no'],
    ],
  ],
  ['Null is a key like any other', 'Null: {"a:b": "true"}', [['Null', [['a:b', 'true']]]]],
  ['a reference', 'a: !Ref Office', [['a', [['Ref', 'Office']]]]],
  ['a condition of a template', 'a: !Condition Prod', [['a', [['Condition', 'Prod']]]]],
  ['a reference to what looks like a boolean', 'a: !Ref On', [['a', [['Ref', 'On']]]]],
  [
    'short and long are the same',
    'a: !Sub "${B}"\nb: {Fn::Sub: "${B}"}',
    [
      ['a', [['Fn::Sub', '${B}']]],
      ['b', [['Fn::Sub', '${B}']]],
    ],
  ],
  [
    'a tag on a list',
    'a: !Split\n  - ","\n  - !ImportValue x',
    [['a', [['Fn::Split', [',', [['Fn::ImportValue', 'x']]]]]]],
  ],
  ['a tag on a mapping', 'a: !Transform {Name: x}', [['a', [['Fn::Transform', [['Name', 'x']]]]]]],
  ['a tag of YAML itself', 'a: !!str 12', [['a', '12']]],
  [
    'an alias',
    'a: &x [1.2.3.4/32]\nb: *x',
    [
      ['a', ['1.2.3.4/32']],
      ['b', ['1.2.3.4/32']],
    ],
  ],
  [
    'a later anchor of the same name',
    'a: &x one\nb: *x\nc: &x two\nd: *x',
    [
      ['a', 'one'],
      ['b', 'one'],
      ['c', 'two'],
      ['d', 'two'],
    ],
  ],
  [
    'a merge key: own members win',
    'a: &x {p: one, q: two}\nb:\n  <<: *x\n  q: own',
    [
      [
        'a',
        [
          ['p', 'one'],
          ['q', 'two'],
        ],
      ],
      [
        'b',
        [
          ['q', 'own'],
          ['p', 'one'],
        ],
      ],
    ],
  ],
  [
    'merge keys: the first of a list wins',
    'a: &x {p: one}\nb: &y {p: two, q: two}\nc: {<<: [*x, *y]}',
    [
      ['a', [['p', 'one']]],
      [
        'b',
        [
          ['p', 'two'],
          ['q', 'two'],
        ],
      ],
      [
        'c',
        [
          ['p', 'one'],
          ['q', 'two'],
        ],
      ],
    ],
  ],
  ['a quoted << is a key', 'a: {"<<": x}', [['a', [['<<', 'x']]]]],
  [
    'a key that comes twice is there twice',
    'a: one\na: two',
    [
      ['a', 'one'],
      ['a', 'two'],
    ],
  ],
  [
    'what a template engine fills in',
    'a: {{ .Values.x }}\nb: [{{ y }}]',
    [
      ['a', { expression: '{{ .Values.x }}' }],
      ['b', [{ expression: '{{ y }}' }]],
    ],
  ],
  [
    'block scalars',
    'a: |\n  {"x":\n    1}\n\nb: >-\n  one\n  two\n',
    [
      ['a', '{"x":\n  1}\n'],
      ['b', 'one two'],
    ],
  ],
]
for (const [why, text, expected] of values) {
  test(`YAML is read: ${why}`, () => assert.deepEqual(plain(rootOf(text)), expected))
}

test('every range, cut out of the text, is what was read', () => {
  const text =
    '\ufeff# é 🙂\r\nStatement:\r\n  - Sid: "a" # first\r\n    Action: [ \'s3:*\', !Sub "k${B}" ]   \r\n\r\n  # after\r\nx: |\r\n  { }\r\n\r\n'
  const statement = 'Sid: "a" # first\r\n    Action: [ \'s3:*\', !Sub "k${B}" ]   '
  assert.deepEqual(cuts(rootOf(text), text), [
    text.slice(text.indexOf('Statement'), text.lastIndexOf('{ }') + 3),
    'Statement',
    `- ${statement}`,
    statement,
    'Sid',
    '"a"',
    'Action',
    '[ \'s3:*\', !Sub "k${B}" ]',
    "'s3:*'",
    '!Sub "k${B}"',
    '!Sub',
    '"k${B}"',
    'x',
    '|\r\n  { }',
  ])
})

test('a tag apart from its value is part of it', () => {
  const text = 'a: !If # which\n  - Prod\n  - !Ref A\n'
  const root = rootOf(text)
  assert.equal(cuts(root, text)[2], '!If # which\n  - Prod\n  - !Ref A')
})

test('an alias stands where its anchor stands', () => {
  const text = 'x: &home\n  Effect: Deny\nStatement:\n  - *home\n'
  const root = rootOf(text)
  assert.ok(root.kind === 'mapping')
  const [anchor, list] = root.members
  assert.ok(list?.value.kind === 'sequence')
  assert.equal(list.value.items[0], anchor?.value)
})

test('several documents, and one that is broken', () => {
  const { documents, problems } = parseYaml('a: 1\n---\nb: [\n---\n# nothing\n---\nc: 3\n')
  assert.deepEqual(documents.map(plain), [[['a', { number: '1' }]], [['c', { number: '3' }]]])
  assert.equal(problems.length, 1)
})

type Broken = readonly [why: string, text: string, start: number, message: RegExp]
const broken: readonly Broken[] = [
  ['a tab as indentation', 'a:\n\t- b', 3, /tabs are not allowed/],
  ['a string without an end', 'a: "b', 4, /character is missing/],
  ['a star that is no alias', 'Action: *', 8, /quote a value that begins with `\*`/],
  ['an alias without an anchor', 'a: *nobody', 3, /no anchor before it/],
  ['an alias within its own anchor', 'a: &x [*x]', 7, /no anchor before it/],
  ['a percent sign', 'a: %x', 3, /must not begin with this character/],
]
for (const [why, text, start, message] of broken) {
  test(`not YAML: ${why}`, () => {
    const { documents, problems } = parseYaml(text)
    assert.deepEqual(documents, [])
    assert.match(problems[0]?.message ?? '', message)
    assert.equal(problems[0]?.range.start, start)
    assert.ok((problems[0]?.range.end ?? 0) > start)
  })
}

test('aliases that stand for billions of values are a problem, at once', () => {
  const levels = Array.from({ length: 12 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n}, `.repeat(10)}]`)
  const { documents, problems } = parseYaml(`l0: &l0 [x]\n${levels.join('\n')}\n`)
  assert.deepEqual(documents, [])
  assert.match(problems[0]?.message ?? '', /too many values/)
})

const deep: readonly (readonly [why: string, text: string])[] = [
  ['brackets', `a: ${'['.repeat(5000)}${']'.repeat(5000)}`],
  ['brackets that are too few for the parser', `a: ${'['.repeat(300)}${']'.repeat(300)}`],
  ['dashes', `${'- '.repeat(20_000)}x`],
  ['mappings', Array.from({ length: 400 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
]
for (const [why, text] of deep) {
  test(`nesting too deep is a problem, not a crash: ${why}`, () => {
    const { documents, problems } = parseYaml(text)
    assert.deepEqual(documents, [])
    assert.match(problems[0]?.message ?? '', /nested too deeply/)
  })
}

test('a text that is too large is a problem', () => {
  const { problems } = parseYaml(`a: ${'x'.repeat(4_000_001)}`)
  assert.match(problems[0]?.message ?? '', /too large/)
})
