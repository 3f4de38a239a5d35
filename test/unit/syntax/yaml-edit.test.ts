import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { embedded } from '../../../src/formats/embedded.ts'
import type { StatementChange } from '../../../src/model/contracts.ts'
import type { Statement } from '../../../src/model/policy.ts'
import { applyEdits } from '../../../src/model/source.ts'

const viaAwsService: StatementChange = {
  kind: 'add-condition',
  operator: 'BoolIfExists',
  key: 'aws:ViaAWSService',
  values: ['false'],
}
const viaService: StatementChange = {
  kind: 'add-condition',
  operator: 'Null',
  key: 'kms:ViaService',
  values: ['true'],
}
const principals: StatementChange = {
  kind: 'add-condition',
  operator: 'ArnNotLike',
  key: 'aws:PrincipalArn',
  values: ['arn:aws:iam::*:role/a', "arn:aws:iam::*:role/o'b"],
}

const read = (text: string) => embedded.read({ path: 'p.yaml', text })

function denyOf(text: string): { statement: Statement; edits: (changes: readonly StatementChange[]) => string } {
  const { policies } = read(text)
  for (const policy of policies) {
    const statement = policy.statements.find(({ effect }) => effect === 'Deny')
    if (statement === undefined) continue
    return { statement, edits: (changes) => applyEdits(text, embedded.edit(policy, statement, changes)) }
  }
  throw new assert.AssertionError({ message: `no Deny in ${text}` })
}

const edited = (text: string, changes: readonly StatementChange[] = [viaAwsService]) => denyOf(text).edits(changes)

/** The lines of a text joined, so that the indentation of a case shows. */
const lines = (...all: readonly string[]) => all.join('\n')

interface Shape {
  readonly why: string
  readonly before: string
  readonly after: string
  readonly changes?: readonly StatementChange[]
}

const shapes: readonly Shape[] = [
  {
    why: 'a block gets lines with the indentation that is there',
    before: lines(
      '- Effect: Deny',
      '  Action: "*"',
      '  Condition:',
      '     NotIpAddress:',
      '        aws:SourceIp: 1.2.3.4',
      '',
    ),
    after: lines(
      '- Effect: Deny',
      '  Action: "*"',
      '  Condition:',
      '     NotIpAddress:',
      '        aws:SourceIp: 1.2.3.4',
      '     BoolIfExists:',
      '        aws:ViaAWSService: "false"',
      '',
    ),
  },
  {
    why: 'quotes as the neighbours have them, and comments stay where they are',
    before: lines(
      "- Effect: 'Deny'",
      "  Action: '*'",
      '  Condition:',
      '    NotIpAddress:',
      "      'aws:SourceIp': # the office",
      "      - '1.2.3.4' # its router",
      '  # the end',
      '  Sid: x',
    ),
    after: lines(
      "- Effect: 'Deny'",
      "  Action: '*'",
      '  Condition:',
      '    NotIpAddress:',
      "      'aws:SourceIp': # the office",
      "      - '1.2.3.4' # its router",
      '    BoolIfExists:',
      "      'aws:ViaAWSService': 'false'",
      '  # the end',
      '  Sid: x',
    ),
  },
  {
    why: 'no line end at the end of the file, and line ends of Windows',
    before:
      'Statement:\r\n- Effect: Deny\r\n  Action: "*"\r\n  Condition:\r\n    NotIpAddress:\r\n      aws:SourceIp: 1.2.3.4',
    after:
      'Statement:\r\n- Effect: Deny\r\n  Action: "*"\r\n  Condition:\r\n    NotIpAddress:\r\n      aws:SourceIp: 1.2.3.4\r\n    BoolIfExists:\r\n      aws:ViaAWSService: "false"',
  },
  {
    why: 'a byte order mark, and a policy on the first line',
    before: '\ufeffEffect: Deny\nAction: "*"\nCondition:\n  NotIpAddress: {aws:SourceIp: 1.2.3.4}\n',
    after:
      '\ufeffEffect: Deny\nAction: "*"\nCondition:\n  NotIpAddress: {aws:SourceIp: 1.2.3.4}\n  BoolIfExists: {aws:ViaAWSService: "false"}\n',
  },
  {
    why: 'braces below a block stay braces, with their blanks',
    before: lines(
      '- Effect: Deny',
      '  Action: "*"',
      '  Condition:',
      '    NotIpAddress: { "aws:SourceIp": 1.2.3.4 } # c',
    ),
    after: lines(
      '- Effect: Deny',
      '  Action: "*"',
      '  Condition:',
      '    NotIpAddress: { "aws:SourceIp": 1.2.3.4 } # c',
      '    BoolIfExists: { "aws:ViaAWSService": "false" }',
    ),
  },
  {
    why: 'a mapping in braces stays on its line',
    before: '- {Effect: Deny, Action: "*", Condition: {NotIpAddress: {aws:SourceIp: 1.2.3.4}}} # one line',
    after:
      '- {Effect: Deny, Action: "*", Condition: {NotIpAddress: {aws:SourceIp: 1.2.3.4}, BoolIfExists: {aws:ViaAWSService: "false"}}} # one line',
  },
  {
    why: 'braces over several lines, with a comma at the end and comments',
    before: lines(
      '- Effect: Deny',
      '  Action: "*"',
      '  Condition: {',
      '    NotIpAddress: {aws:SourceIp: 1.2.3.4}, # c',
      '  }',
    ),
    after: lines(
      '- Effect: Deny',
      '  Action: "*"',
      '  Condition: {',
      '    NotIpAddress: {aws:SourceIp: 1.2.3.4}, # c',
      '    BoolIfExists: {aws:ViaAWSService: "false"},',
      '  }',
    ),
  },
  {
    why: 'braces over several lines without a comma at the end',
    before: lines(
      '- Effect: Deny',
      '  Action: "*"',
      '  Condition: {',
      '    NotIpAddress: {aws:SourceIp: 1.2.3.4} # c',
      '  }',
    ),
    after: lines(
      '- Effect: Deny',
      '  Action: "*"',
      '  Condition: {',
      '    NotIpAddress: {aws:SourceIp: 1.2.3.4}, # c',
      '    BoolIfExists: {aws:ViaAWSService: "false"}',
      '  }',
    ),
  },
  {
    why: 'an operator that is there is extended, in lines',
    before: lines(
      '- Effect: Deny',
      '  Action: "*"',
      '  Condition:',
      '    BoolIfExists:',
      '      aws:PrincipalIsAWSService: false',
      '    NotIpAddress: {}',
    ),
    after: lines(
      '- Effect: Deny',
      '  Action: "*"',
      '  Condition:',
      '    BoolIfExists:',
      '      aws:PrincipalIsAWSService: false',
      '      aws:ViaAWSService: "false"',
      '    NotIpAddress: {}',
    ),
  },
  {
    why: 'an operator that is there is extended, in braces',
    before: '- {Effect: Deny, Action: "*", Condition: {BoolIfExists: {aws:a: x}}}',
    after: '- {Effect: Deny, Action: "*", Condition: {BoolIfExists: {aws:a: x, aws:ViaAWSService: "false"}}}',
  },
  {
    why: 'a statement without conditions gets some',
    before: lines('Statement:', '  Effect: Deny', '  Action:', '    - "*"', '  # nobody else', 'Version: 2012-10-17'),
    after: lines(
      'Statement:',
      '  Effect: Deny',
      '  Action:',
      '    - "*"',
      '  Condition:',
      '    BoolIfExists:',
      '      aws:ViaAWSService: "false"',
      '  # nobody else',
      'Version: 2012-10-17',
    ),
  },
  {
    why: 'an empty block of conditions is filled',
    before: '- {Effect: Deny, Action: "*", Condition: { }}',
    after: '- {Effect: Deny, Action: "*", Condition: {BoolIfExists: {aws:ViaAWSService: "false"}}}',
  },
  {
    why: 'several values in lines, where lists are written so; a name that would be null is quoted',
    before: lines(
      '- Effect: Deny',
      '  Action: "*"',
      '  Condition:',
      '    NotIpAddress:',
      '      aws:SourceIp:',
      '        - 1.2.3.4',
    ),
    after: lines(
      '- Effect: Deny',
      '  Action: "*"',
      '  Condition:',
      '    NotIpAddress:',
      '      aws:SourceIp:',
      '        - 1.2.3.4',
      '    ArnNotLike:',
      '      aws:PrincipalArn:',
      '        - "arn:aws:iam::*:role/a"',
      `        - "arn:aws:iam::*:role/o'b"`,
      '    "Null":',
      '      kms:ViaService: "true"',
    ),
    changes: [principals, viaService],
  },
  {
    why: 'several values in brackets, where lists are written so',
    before: lines(
      "- Effect: 'Deny'",
      "  Action: ['*']",
      '  Condition:',
      '    NotIpAddress:',
      '      aws:SourceIp: [1.2.3.4]',
    ),
    after: lines(
      "- Effect: 'Deny'",
      "  Action: ['*']",
      '  Condition:',
      '    NotIpAddress:',
      '      aws:SourceIp: [1.2.3.4]',
      '    ArnNotLike:',
      "      aws:PrincipalArn: ['arn:aws:iam::*:role/a', 'arn:aws:iam::*:role/o''b']",
    ),
    changes: [principals],
  },
  {
    why: 'beside a merge key',
    before: lines(
      'x: &home',
      '  NotIpAddress: {aws:SourceIp: 1.2.3.4}',
      'Statement:',
      '  - Effect: Deny',
      '    Action: "*"',
      '    Condition:',
      '      <<: *home',
    ),
    after: lines(
      'x: &home',
      '  NotIpAddress: {aws:SourceIp: 1.2.3.4}',
      'Statement:',
      '  - Effect: Deny',
      '    Action: "*"',
      '    Condition:',
      '      <<: *home',
      '      BoolIfExists:',
      '        aws:ViaAWSService: "false"',
    ),
  },
  {
    why: 'beside a merge key in braces',
    before: lines(
      'x: &home {NotIpAddress: {aws:SourceIp: 1.2.3.4}}',
      'Statement:',
      '  - {Effect: Deny, Action: "*", Condition: {<<: *home}}',
    ),
    after: lines(
      'x: &home {NotIpAddress: {aws:SourceIp: 1.2.3.4}}',
      'Statement:',
      '  - {Effect: Deny, Action: "*", Condition: {BoolIfExists: {aws:ViaAWSService: "false"},<<: *home}}',
    ),
  },
  {
    why: 'behind an alias',
    before: lines(
      'x: &list [1.2.3.4]',
      'Statement:',
      '  - {Effect: Deny, Action: "*", Condition: {NotIpAddress: {aws:SourceIp: *list} }}',
    ),
    after: lines(
      'x: &list [1.2.3.4]',
      'Statement:',
      '  - {Effect: Deny, Action: "*", Condition: {NotIpAddress: {aws:SourceIp: *list}, BoolIfExists: {aws:ViaAWSService: "false"} }}',
    ),
  },
  {
    why: 'a statement that is an alias is edited where its anchor is',
    before: lines(
      'x: &fence',
      '  Effect: Deny',
      '  Action: "*"',
      '  Condition: {NotIpAddress: {aws:SourceIp: 1.2.3.4}}',
      'p: {Statement: [*fence]}',
    ),
    after: lines(
      'x: &fence',
      '  Effect: Deny',
      '  Action: "*"',
      '  Condition: {NotIpAddress: {aws:SourceIp: 1.2.3.4}, BoolIfExists: {aws:ViaAWSService: "false"}}',
      'p: {Statement: [*fence]}',
    ),
  },
  {
    why: 'a policy as JSON in a block',
    before: lines(
      'policy: |',
      '    {"Statement": [',
      '      {',
      '        "Effect": "Deny", "Action": "*",',
      '        "Condition": {',
      '          "NotIpAddress": {"aws:SourceIp": "1.2.3.4"}',
      '        }',
      '      }',
      '    ]}',
      'b: 1',
    ),
    after: lines(
      'policy: |',
      '    {"Statement": [',
      '      {',
      '        "Effect": "Deny", "Action": "*",',
      '        "Condition": {',
      '          "NotIpAddress": {"aws:SourceIp": "1.2.3.4"},',
      '          "BoolIfExists": { "aws:ViaAWSService": "false" }',
      '        }',
      '      }',
      '    ]}',
      'b: 1',
    ),
  },
  {
    why: 'a policy as YAML in a block',
    before: lines(
      'data:',
      '  p.yaml: |',
      '    Statement:',
      '      - Effect: Deny',
      '        Action: "*"',
      '        Condition:',
      '          NotIpAddress: {aws:SourceIp: 1.2.3.4}',
      '  q: 1',
    ),
    after: lines(
      'data:',
      '  p.yaml: |',
      '    Statement:',
      '      - Effect: Deny',
      '        Action: "*"',
      '        Condition:',
      '          NotIpAddress: {aws:SourceIp: 1.2.3.4}',
      '          BoolIfExists: {aws:ViaAWSService: "false"}',
      '  q: 1',
    ),
  },
  {
    why: 'a policy as JSON on one line in single quotes',
    before: `policy: '{"Statement":{"Effect":"Deny","Action":"*","Condition":{"NotIpAddress":{"aws:SourceIp":"1.2.3.4"}}}}'`,
    after: `policy: '{"Statement":{"Effect":"Deny","Action":"*","Condition":{"NotIpAddress":{"aws:SourceIp":"1.2.3.4"},"BoolIfExists":{"aws:ViaAWSService":"false"}}}}'`,
  },
]
for (const { why, before, after, changes = [viaAwsService] } of shapes) {
  test(`adding a condition: ${why}`, () => {
    assert.equal(edited(before, changes), after)
    assert.deepEqual(
      read(after).problems.map(({ message }) => message),
      read(before).problems.map(({ message }) => message),
    )
    // A second run has nothing to add.
    assert.equal(edited(after, changes), after)
  })
}

const refused: readonly (readonly [why: string, text: string])[] = [
  [
    'the key is there in another case',
    '- {Effect: Deny, Action: "*", Condition: {BoolIfExists: {AWS:viaawsservice: x}}}',
  ],
  [
    'an anchor that two statements use',
    lines(
      '- Effect: Deny',
      '  Action: a:*',
      '  Condition: &c {Bool: {aws:x: y}}',
      '- {Effect: Deny, Action: b:*, Condition: *c}',
    ),
  ],
  [
    'the condition comes from a function',
    '- {Effect: Deny, Action: "*", Condition: !If [Prod, {Bool: {aws:x: y}}, {Bool: {aws:z: y}}]}',
  ],
  ['the block of the operator is none', '- {Effect: Deny, Action: "*", Condition: {BoolIfExists: x}}'],
  ['two blocks of conditions', '- {Effect: Deny, Action: "*", Condition: {}, Condition: {}}'],
  [
    'a folded string',
    lines(
      'p: >',
      '  {"Statement": {"Effect": "Deny", "Action": "*",',
      '  "Condition": {"NotIpAddress": {"aws:SourceIp": "1.2.3.4"}}}}',
    ),
  ],
  [
    'a string with escapes',
    `p: ${JSON.stringify('{"Statement": {"Effect": "Deny", "Action": "*", "Condition": {"NotIpAddress": {"aws:SourceIp": "1.2.3.4"}}}}')}`,
  ],
  [
    'a string in a string',
    `p: |\n  {"q": ${JSON.stringify('{"Statement": {"Effect": "Deny", "Action": "*", "Condition": {"NotIpAddress": {"aws:SourceIp": "1.2.3.4"}}}}')}}`,
  ],
]
for (const [why, text] of refused) {
  test(`nothing is edited: ${why}`, () => assert.equal(edited(text), text))
}

test('a change that cannot be made whole is not made in part', () => {
  const text = '- {Effect: Deny, Action: "*", Condition: {BoolIfExists: {aws:ViaAWSService: "true"}}}'
  assert.equal(edited(text, [viaService, viaAwsService]), text)
})

/** What a statement says, without places. */
function meaning({ effect, actions, resources, conditions, sid }: Statement): unknown {
  const texts = (values: Statement['actions']['patterns'] = []) =>
    values.map((value) => JSON.stringify({ ...value, range: 0 }))
  return [
    sid?.value,
    effect,
    texts(actions.patterns),
    texts(resources?.patterns),
    conditions.map(({ operator, key, values }) => [operator.value, key.value, texts(values)]).toSorted(),
  ]
}

type Written = string | readonly Written[] | { readonly [key: string]: Written }
interface Layout {
  readonly flow: readonly boolean[]
  readonly quotes: readonly string[]
  readonly step: number
  readonly dashes: number
  readonly comments: readonly string[]
  readonly tight: boolean
}

/** A value as YAML of some layout; the choices are taken in turn. */
function write(value: Written, { flow, quotes, step, dashes, comments, tight }: Layout): string {
  let turn = 0
  const next = <T>(choices: readonly T[], otherwise: T): T => choices[turn++ % Math.max(1, choices.length)] ?? otherwise
  const quoted = (text: string, plain: RegExp): string => {
    const quote = next(quotes, '')
    return quote === '' && plain.test(text) ? text : quote === "'" ? `'${text}'` : `"${text}"`
  }
  const key = (name: string) => quoted(name, /^(?!Null$)[A-Za-z]/)
  const pad = tight ? '' : ' '
  const inline = (node: Written): string => {
    if (typeof node === 'string') return quoted(node, /^[a-z0-9][\w:./]+$/i)
    if (isList(node)) return `[${pad}${node.map(inline).join(', ')}${pad}]`
    return `{${pad}${Object.entries(node)
      .map(([name, inner]) => `${key(name)}: ${inline(inner)}`)
      .join(', ')}${pad}}`
  }
  const comment = () => next(comments, '')
  const block = (node: Written, indent: number, isFirst: boolean): string => {
    if (typeof node === 'string' || next(flow, false)) return ` ${inline(node)}${comment()}\n`
    const blanks = ' '.repeat(indent)
    if (isList(node)) {
      const items = node.map((item) => `${blanks}-${block(item, indent + 2, true)}`)
      return `${comment()}\n${items.join('')}`
    }
    const members = Object.entries(node).map(([name, inner]) => {
      const deeper = indent + (isList(inner) ? dashes : step)
      return `${key(name)}:${block(inner, deeper, false)}`
    })
    return isFirst ? ` ${members.join(blanks)}` : `${comment()}\n${members.map((member) => blanks + member).join('')}`
  }
  return block(value, 0, false)
}

function isList(value: Written): value is readonly Written[] {
  return Array.isArray(value)
}

const texts = (...all: readonly string[]) => fc.constantFrom(...all)
const many = (...all: readonly string[]) => fc.oneof(texts(...all), fc.subarray([...all], { minLength: 1 }))
const layouts = fc.record({
  flow: fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
  quotes: fc.array(texts('', '"', "'"), { minLength: 1, maxLength: 3 }),
  step: fc.integer({ min: 1, max: 5 }),
  dashes: fc.constantFrom(0, 2, 3),
  comments: fc.array(texts('', '', ' # a: {comment', '  '), { minLength: 1, maxLength: 5 }),
  tight: fc.boolean(),
})
const statements = fc.record(
  {
    Sid: texts('Fence'),
    Effect: texts('Deny'),
    Action: many('s3:*', 'kms:Decrypt', '*'),
    Resource: many('arn:aws:s3:::b/*', '*'),
    Condition: fc.record(
      {
        NotIpAddress: fc.record({ 'aws:SourceIp': many('192.0.2.0/24', '203.0.113.7') }),
        BoolIfExists: fc.record({ 'aws:PrincipalIsAWSService': texts('false') }),
        Null: fc.record({ 'aws:SourceVpc': texts('true') }),
        StringNotEquals: fc.record({ 'aws:PrincipalTag/a b': many('x', 'y') }),
      },
      { requiredKeys: ['NotIpAddress'] },
    ),
  },
  { requiredKeys: ['Effect', 'Action', 'Condition'] },
)
const allChanges = [[viaAwsService], [viaService], [principals], [viaAwsService, viaService, principals]]

test('in any layout an edit makes its change and no other, and a second one nothing', () => {
  const property = fc.property(
    fc.array(statements, { minLength: 1, maxLength: 3 }),
    layouts,
    fc.constantFrom(...allChanges),
    fc.boolean(),
    (written, layout, changes, windows) => {
      const policy = write({ Resources: { R: { Policy: { Version: '2012-10-17', Statement: written } } } }, layout)
      const text = `# policies\n${windows ? policy.replaceAll('\n', '\r\n') : policy}`
      const before = read(text).policies.flatMap((one) => one.statements.map((statement) => ({ one, statement })))
      assert.equal(before.length, written.length, text)
      for (const [index, { one, statement }] of before.entries()) {
        const edits = embedded.edit(one, statement, changes)
        assert.ok(edits.length > 0, text)
        assert.ok(
          edits.every(
            ({ range }) =>
              range.start === range.end && range.start >= statement.range.start && range.end <= statement.range.end,
          ),
        )
        const patched = applyEdits(text, edits)
        const after = read(patched)
        assert.deepEqual(after.problems, [], patched)
        const wanted = changes.map((change) => ({ ...change, values: change.values }))
        const [now, ...others] = [after.policies[0]?.statements[index], ...before.keys()]
        assert.ok(now)
        assert.deepEqual(meaning(now), withChanges(statement, wanted), patched)
        for (const other of others.filter((n) => n !== index)) {
          const same = after.policies[0]?.statements[Number(other)]
          assert.ok(same)
          assert.deepEqual(meaning(same), meaning(before[Number(other)]?.statement ?? same), patched)
        }
        const again = after.policies[0]
        assert.ok(again)
        assert.deepEqual(embedded.edit(again, now, changes), [], patched)
      }
    },
  )
  fc.assert(property, { numRuns: Number(process.env['SOUNDNESS_RUNS'] ?? 150) })
})

function withChanges(statement: Statement, changes: readonly StatementChange[]): unknown {
  const added = changes.map(({ operator, key, values }) => {
    const [, base = operator, ifExists] = /^(.+?)(IfExists)?$/.exec(operator) ?? []
    const range = { start: 0, end: 0 }
    return {
      operator: { value: { base, ifExists: ifExists !== undefined, quantifier: undefined }, range },
      key: { value: key, range },
      values: values.map((text) => ({ kind: 'literal', text, range }) as const),
    }
  })
  return meaning({ ...statement, conditions: [...statement.conditions, ...added] })
}
