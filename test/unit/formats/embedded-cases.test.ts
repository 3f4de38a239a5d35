import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { test } from 'node:test'
import { cloudformation } from '../../../src/formats/cloudformation.ts'
import { embedded } from '../../../src/formats/embedded.ts'
import type { PolicyFormat } from '../../../src/model/contracts.ts'
import { lineAt, lineStartsOf } from '../../../src/model/lines.ts'
import type { PolicyDocument, Statement } from '../../../src/model/policy.ts'
import { applyEdits, type SourceFile } from '../../../src/model/source.ts'

/**
 * A folder holds `head`, what is to be read in it (`expected.txt`: line, address, type, who assumes the role, and the statement),
 * and `patched`: every Deny on the key with an exemption for service calls, where its place can take one.
 */
const folder = 'test/cases/formats'
const cases = readdirSync(folder).filter((name) => /^(cloudformation|embedded)-/.test(name))
const change = { kind: 'add-condition', operator: 'BoolIfExists', key: 'aws:ViaAWSService', values: ['false'] } as const

const formatOf = (file: SourceFile): PolicyFormat => {
  const format = [cloudformation, embedded].find((candidate) => candidate.recognises(file))
  assert.ok(format)
  return format
}

function describe(file: SourceFile): string {
  const { policies, problems } = formatOf(file).read(file)
  const starts = lineStartsOf(file.text)
  const lines = policies.flatMap((policy) =>
    policy.statements.map((statement) => `${lineAt(starts, statement.range.start)} ${words(policy, statement)}`),
  )
  const notes = problems.map(
    ({ range, message, blocking }) =>
      `${lineAt(starts, range.start)} ${blocking ? 'blocking ' : ''}problem: ${message}`,
  )
  return [`format: ${formatOf(file).id}`, ...lines, ...notes, ''].join('\n')
}

function words({ address, type, assumedBy }: PolicyDocument, { sid, effect, conditions }: Statement): string {
  const operators = conditions.map(({ operator: { value }, key }) => {
    return `${value.quantifier ?? ''}${value.base}${value.ifExists ? 'IfExists' : ''} ${key.value}`
  })
  const roles = assumedBy.map((name) => ` assumed by ${name}`).join('')
  return `${address} (${type}${roles}): ${effect} ${sid?.value ?? '-'} [${operators.join(', ')}]`
}

function patched(file: SourceFile): string {
  const format = formatOf(file)
  const edits = format.read(file).policies.flatMap((policy) =>
    policy.statements
      .filter(({ effect, conditions }) => {
        return effect === 'Deny' && conditions.some(({ key }) => /^aws:sourceip$/i.test(key.value))
      })
      .flatMap((statement) => format.edit(policy, statement, [change])),
  )
  return applyEdits(file.text, edits)
}

test('there are cases', () => assert.ok(cases.length > 10))

for (const name of cases) {
  const files = readdirSync(join(folder, name))
  const head = files.find((file) => file.startsWith('head.')) ?? ''
  const text = readFileSync(join(folder, name, head), 'utf8')
  const file = { path: `${name}${extname(head)}`, text }

  test(`${name} is read as expected`, () => {
    assert.equal(describe(file), readFileSync(join(folder, name, 'expected.txt'), 'utf8'))
  })

  test(`${name} is patched as expected`, () => {
    const wanted = files.find((one) => one.startsWith('patched.'))
    const after = patched(file)
    assert.equal(after, wanted === undefined ? text : readFileSync(join(folder, name, wanted), 'utf8'))
    assert.equal(patched({ ...file, text: after }), after)
  })
}
