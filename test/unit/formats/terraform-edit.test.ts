import assert from 'node:assert/strict'
import { test } from 'node:test'
import { terraform } from '../../../src/formats/terraform.ts'
import { applyEdits } from '../../../src/model/source.ts'
import { exemption } from './case-folder.ts'

const read = (text: string, path: string) => terraform.read({ path, text })

/** Applies a change to the first Deny of a text, as the command line would. */
function edited(text: string, changes: Parameters<typeof terraform.edit>[2] = [exemption], path = 'main.tf'): string {
  const found = read(text, path).policies.flatMap((policy) => policy.statements.map((inner) => ({ policy, inner })))
  const place = found.find(({ inner }) => inner.effect === 'Deny')
  assert.ok(place)
  return applyEdits(text, terraform.edit(place.policy, place.inner, changes))
}

const object = (condition: string) =>
  `locals {\n  a = { Statement = [{\n    Effect = "Deny"\n    Action = "*"\n${condition}\n  }] }\n}\n`
const block = (inside: string) =>
  `data "aws_iam_policy_document" "x" {\n  statement {\n    effect  = "Deny"\n    actions = ["*"]\n${inside}\n  }\n}\n`
const shapes: readonly (readonly [why: string, frame: (inside: string) => string, before: string, after: string])[] = [
  [
    'an object in lines, equals signs below each other',
    object,
    '    Condition = {\n      NotIpAddress = { "aws:SourceIp" = var.x }\n    }',
    '    Condition = {\n      NotIpAddress = { "aws:SourceIp" = var.x }\n      BoolIfExists = { "aws:ViaAWSService" = "false" }\n    }',
  ],
  [
    'longer names than ours',
    object,
    '    Condition = {\n      NotIpAddress                 = { "aws:SourceIp" = var.x }\n      "ForAnyValue:StringNotEquals" = { "aws:y" = "z" }\n    }',
    '    Condition = {\n      NotIpAddress                 = { "aws:SourceIp" = var.x }\n      "ForAnyValue:StringNotEquals" = { "aws:y" = "z" }\n      "BoolIfExists"                = { "aws:ViaAWSService" = "false" }\n    }',
  ],
  [
    'an object in a line',
    object,
    '    Condition = { NotIpAddress = { "aws:SourceIp" = var.x } }',
    '    Condition = { NotIpAddress = { "aws:SourceIp" = var.x }, BoolIfExists = { "aws:ViaAWSService" = "false" } }',
  ],
  [
    'JSON’s colons and quotes, a comma where one is missing',
    object,
    '    "Condition": {\n      "NotIpAddress": {\n        "aws:SourceIp": var.x\n      }\n    }',
    '    "Condition": {\n      "NotIpAddress": {\n        "aws:SourceIp": var.x\n      },\n      "BoolIfExists": { "aws:ViaAWSService": "false" }\n    }',
  ],
  [
    'blanks before colons',
    object,
    '    "Condition" : { "NotIpAddress" : { "aws:SourceIp" : var.x } }',
    '    "Condition" : { "NotIpAddress" : { "aws:SourceIp" : var.x }, "BoolIfExists" : { "aws:ViaAWSService" : "false" } }',
  ],
  [
    'a comma that is there, and a comment behind it',
    object,
    '    Condition = {\n      NotIpAddress = { "aws:SourceIp" = var.x }, # office\n    }',
    '    Condition = {\n      NotIpAddress = { "aws:SourceIp" = var.x }, # office\n      BoolIfExists = { "aws:ViaAWSService" = "false" },\n    }',
  ],
  [
    'a comment behind a value without a comma',
    object,
    '    Condition = {\n      NotIpAddress = { "aws:SourceIp" = var.x } # office\n    }',
    '    Condition = {\n      NotIpAddress = { "aws:SourceIp" = var.x } # office\n      BoolIfExists = { "aws:ViaAWSService" = "false" }\n    }',
  ],
  [
    'an operator that is there',
    object,
    '    Condition = {\n      BoolIfExists = { "aws:y" = "z" }\n      NotIpAddress = { "aws:SourceIp" = var.x }\n    }',
    '    Condition = {\n      BoolIfExists = { "aws:y" = "z", "aws:ViaAWSService" = "false" }\n      NotIpAddress = { "aws:SourceIp" = var.x }\n    }',
  ],
  [
    'a block after the last condition',
    block,
    '    condition {\n      test     = "NotIpAddress"\n      variable = "aws:SourceIp"\n      values   = var.x # ours\n    } # end\n    resources = ["*"]',
    '    condition {\n      test     = "NotIpAddress"\n      variable = "aws:SourceIp"\n      values   = var.x # ours\n    } # end\n    condition {\n      test     = "BoolIfExists"\n      variable = "aws:ViaAWSService"\n      values   = ["false"]\n    }\n    resources = ["*"]',
  ],
  [
    'a block apart from its neighbours, without columns',
    block,
    '\n\tcondition {\n\t\ttest = "NotIpAddress"\n\t\tvariable = "aws:SourceIp"\n\t\tvalues = var.x\n\t}',
    '\n\tcondition {\n\t\ttest = "NotIpAddress"\n\t\tvariable = "aws:SourceIp"\n\t\tvalues = var.x\n\t}\n\n\tcondition {\n\t\ttest = "BoolIfExists"\n\t\tvariable = "aws:ViaAWSService"\n\t\tvalues = ["false"]\n\t}',
  ],
  [
    'a module’s list of conditions',
    (inside) => `module "x" {\n  s = [{ effect = "Deny", actions = ["*"], ${inside} }]\n}\n`,
    'conditions = [{ test = "NotIpAddress", variable = "aws:SourceIp", values = var.x }]',
    'conditions = [{ test = "NotIpAddress", variable = "aws:SourceIp", values = var.x }, { test = "BoolIfExists", variable = "aws:ViaAWSService", values = ["false"] }]',
  ],
  [
    'a heredoc with an interpolation at its end',
    (inside) => `locals {\n  a = <<E\n[{ "Effect": "Deny", "Action": "*", "Condition": {\n  ${inside}\n} }]\nE\n}\n`,
    '"NotIpAddress": { "aws:SourceIp": ${jsonencode(var.x)} }',
    '"NotIpAddress": { "aws:SourceIp": ${jsonencode(var.x)} },\n  "BoolIfExists": { "aws:ViaAWSService": "false" }',
  ],
]
for (const [why, frame, before, after] of shapes) {
  test(`an edit: ${why}`, () => {
    const text = frame(before)
    assert.equal(edited(text), frame(after))
    assert.equal(edited(frame(after)), frame(after))
    const [crlf, wanted] = [text, frame(after)].map((one) => one.replaceAll('\n', '\r\n'))
    assert.equal(edited(crlf ?? ''), wanted)
  })
}

test('an edit of a document in JSON', () => {
  const text = (more: string) =>
    `{ "data": { "aws_iam_policy_document": { "x": { "statement": { "effect": "Deny", "actions": ["*"],\n  "condition": [\n    { "test": "NotIpAddress", "variable": "aws:SourceIp", "values": ["\${var.x}"] }${more}\n  ] } } } } }\n`
  const after = text(',\n    { "test": "BoolIfExists", "variable": "aws:ViaAWSService", "values": ["false"] }')
  assert.equal(edited(text(''), [exemption], 'main.tf.json'), after)
  assert.equal(edited(after, [exemption], 'main.tf.json'), after)
})

const refused: readonly (readonly [why: string, text: string, path?: string])[] = [
  [
    'a condition that stands elsewhere',
    object('    Condition = local.c') + 'locals {\n c = { NotIpAddress = { "aws:SourceIp" = var.x } }\n}\n',
  ],
  ['a condition in two branches', object('    Condition = var.y ? { NotIpAddress = { "aws:SourceIp" = var.x } } : {}')],
  [
    'the key in another case',
    object(
      '    Condition = { BoolIfExists = { "AWS:viaawsservice" = "false" }, NotIpAddress = { "aws:SourceIp" = var.x } }',
    ),
  ],
  [
    'a block with the same test',
    block(
      '    condition {\n      test = "BoolIfExists"\n      variable = "aws:viaAwsService"\n      values = ["true"]\n    }',
    ),
  ],
  [
    'a statement that is merged',
    'locals {\n  a = { Statement = [merge(local.b, { Effect = "Deny", Action = "*" })] }\n  b = { Resource = "*" }\n}\n',
  ],
  [
    'a string',
    'locals {\n  a = "{\\"Statement\\":[{\\"Effect\\":\\"Deny\\",\\"Action\\":\\"*\\",\\"Condition\\":{\\"NotIpAddress\\":{\\"aws:SourceIp\\":\\"192.0.2.1\\"}}}]}"\n}\n',
  ],
  [
    'the end of a condition that may not be there',
    'locals {\n  a = <<E\n[{ "Effect": "Deny", "Action": "*", "Condition": { "NotIpAddress": { "aws:SourceIp": "192.0.2.1" } %{ if var.x }, "Bool": { "a": "b" } %{ endif } } }]\nE\n}\n',
  ],
  [
    'one text that makes several statements',
    'data "aws_iam_policy_document" "x" {\n dynamic "statement" {\n for_each = ["a", "b"]\n content {\n effect = "Deny"\n actions = [statement.value]\n' +
      'condition {\n test = "NotIpAddress"\n variable = "aws:SourceIp"\n values = var.x\n }\n }\n }\n}\n',
  ],
  [
    'one object where a list is needed',
    'module "x" {\n  s = [{ effect = "Deny", actions = ["*"], condition = { test = "NotIpAddress", variable = "aws:SourceIp", values = var.x } }]\n}\n',
  ],
]
for (const [why, text, path] of refused) {
  test(`no edit: ${why}`, () => assert.equal(edited(text, [exemption], path), text))
}
