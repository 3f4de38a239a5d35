import type { StatementChange } from '../model/contracts.ts'
import type { TextEdit } from '../model/source.ts'
import type { Attribute, Block } from '../syntax/hcl-tree.ts'
import { nameOf } from './terraform-expressions.ts'
import { attributeNamed, makesBlocks } from './terraform-file.ts'
import { endOfLineAfter, indentAt, lineEnding, quoted, quotedList, startsLine } from './terraform-layout.ts'

/** Adds `condition` blocks to a statement of an `aws_iam_policy_document`, after its last one; none where there is no place. */
export function addConditionBlocks(text: string, statement: Block, changes: readonly StatementChange[]): TextEdit[] {
  const { items } = statement.body
  const conditions = items.filter((item) => item.kind === 'block' && makesBlocks(item, 'condition'))
  const anchor = conditions.at(-1) ?? items.at(-1)
  if (anchor === undefined || !startsLine(text, anchor.range.start)) return []
  const end = endOfLineAfter(text, anchor.range.end)
  if (
    end === undefined ||
    changes.some((change) => conditions.some((item) => item.kind === 'block' && tests(item, change)))
  ) {
    return []
  }
  const before = items[items.indexOf(anchor) - 1]
  const gap = before === undefined ? '' : text.slice(before.range.end, anchor.range.start)
  const eol = lineEnding(text)
  const isApart = anchor.kind === 'attribute' || /\n[ \t]*\r?\n/.test(gap)
  const lines = changes.flatMap((change) => [...(isApart ? [''] : []), ...blockLines(text, anchor, change)])
  return [{ range: { start: end, end }, newText: lines.map((line) => eol + line).join('') }]
}

/** Whether a block tests this key with this operator, written out: values of another block would be added to its own. */
function tests({ body }: Block, { operator, key }: StatementChange): boolean {
  const test = textOf(attributeNamed(body, 'test'))
  return test === operator && textOf(attributeNamed(body, 'variable'))?.toLowerCase() === key.toLowerCase()
}

function textOf(attribute: Attribute | undefined): string | undefined {
  return attribute?.value.kind === 'template' ? nameOf(attribute.value) : undefined
}

function blockLines(text: string, anchor: Block | Attribute, { operator, key, values }: StatementChange): string[] {
  const indent = indentAt(text, anchor.range.start)
  const sample = anchor.kind === 'block' ? anchor.body.items[0] : undefined
  const isOwnLine = sample !== undefined && startsLine(text, sample.range.start)
  const inner = isOwnLine ? indentAt(text, sample.range.start) : indent + (indent.includes('\t') ? '\t' : '  ')
  const width = isAligned(text, anchor) ? 'variable'.length : 0
  const line = (name: string, value: string) => `${inner}${name.padEnd(width)} = ${value}`
  return [
    `${indent}condition {`,
    line('test', quoted(operator)),
    line('variable', quoted(key)),
    line('values', quotedList(values)),
    `${indent}}`,
  ]
}

/** Whether equals signs stand below each other, as `terraform fmt` has them; only a single blank after `test` says no. */
function isAligned(text: string, anchor: Block | Attribute): boolean {
  const test = anchor.kind === 'block' ? attributeNamed(anchor.body, 'test') : undefined
  return test === undefined || !/^ ?=/.test(text.slice(test.name.range.end, test.value.range.start))
}
