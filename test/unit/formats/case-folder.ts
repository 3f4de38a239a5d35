import assert from 'node:assert/strict'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { PolicyFormat } from '../../../src/model/contracts.ts'
import { lineAt, lineStartsOf } from '../../../src/model/lines.ts'
import type { PolicyDocument, Statement, Value } from '../../../src/model/policy.ts'
import { applyEdits, type SourceFile } from '../../../src/model/source.ts'

/** The exemption that the fixed files get. */
export const exemption = {
  kind: 'add-condition',
  operator: 'BoolIfExists',
  key: 'aws:ViaAWSService',
  values: ['false'],
} as const

/** All that a format reads in a file, a line for each statement and each problem. */
export function describeFile(format: PolicyFormat, file: SourceFile): string {
  const { policies, problems } = format.read(file)
  const starts = lineStartsOf(file.text)
  const lines = policies.flatMap((policy) =>
    policy.statements.map((statement) => `${lineAt(starts, statement.range.start)} ${words(policy, statement)}`),
  )
  const notes = problems.map(({ range, message, blocking }) => {
    return `${lineAt(starts, range.start)} ${blocking ? 'blocking ' : ''}problem: ${message}`
  })
  return [...lines, ...notes].map((line) => `${line}\n`).join('')
}

function words({ address, type, version, assumedBy }: PolicyDocument, statement: Statement): string {
  const { sid, effect, principals, actions, resources, conditions, undecidable } = statement
  const list = (values: readonly Value[]) => values.map(valueWords).join(' ')
  const who = principals?.entries.map(({ kind, value }) => `${kind}=${valueWords(value)}`).join(' ')
  const parts = [
    ...(principals === undefined ? [] : [`${principals.negated ? 'not ' : ''}by ${who}`]),
    `${actions.negated ? 'not ' : ''}to ${list(actions.patterns)}`,
    ...(resources === undefined ? [] : [`${resources.negated ? 'not ' : ''}on ${list(resources.patterns)}`]),
    ...conditions.map(({ operator: { value }, key, values, optional }) => {
      const name = `${value.quantifier ?? ''}${value.base}${value.ifExists ? 'IfExists' : ''}`
      if (name === '') return `if what <${key.value}> stands for`
      return `${optional ? 'maybe ' : ''}if ${name} ${key.value} ${list(values)}`
    }),
    ...undecidable.map((doubt) => `but ${doubt}`),
  ]
  const roles = assumedBy.map((name) => `, assumed by ${name}`).join('')
  const kind = `${type}${version === '2012-10-17' ? '' : ` ${version}`}${roles}`
  return `${address} (${kind}): ${effect} ${sid?.value ?? '-'} ${parts.join(', ')}`
}

/** An example after a tilde, an expression in angle brackets. */
function valueWords(value: Value): string {
  if (value.kind === 'unresolved') return `<${value.expression.replaceAll(/\s+/g, ' ')}>`
  return value.expression === undefined ? value.text : `~${value.text}`
}

/** The file with the exemption in every Deny on the key whose place can take it. */
export function patched(format: PolicyFormat, file: SourceFile): string {
  const edits = format
    .read(file)
    .policies.flatMap((policy) =>
      policy.statements.filter(deniesByAddress).flatMap((statement) => format.edit(policy, statement, [exemption])),
    )
  return applyEdits(file.text, edits)
}

function deniesByAddress({ effect, conditions }: Statement): boolean {
  return effect === 'Deny' && conditions.some(({ key }) => /^aws:sourceip$/i.test(key.value))
}

const folder = 'test/cases/formats'

/** The case folders whose names begin so, as files: `head.<ending>` stands for the file `<name>.<ending>`. */
export function caseFiles(prefix: string): { readonly name: string; readonly file: SourceFile }[] {
  const names = readdirSync(folder).filter((name) => name.startsWith(`${prefix}-`))
  return names.map((name) => {
    const head = readdirSync(join(folder, name)).find((entry) => entry.startsWith('head.')) ?? ''
    const text = readFileSync(join(folder, name, head), 'utf8')
    return { name, file: { path: name + head.slice('head'.length), text } }
  })
}

function writeCase(format: PolicyFormat, { name, file }: ReturnType<typeof caseFiles>[number]): void {
  writeFileSync(join(folder, name, 'expected.txt'), describeFile(format, file))
  const place = join(folder, name, `patched${file.path.slice(name.length)}`)
  const after = patched(format, file)
  if (after === file.text) rmSync(place, { force: true })
  else writeFileSync(place, after)
}

/**
 * A folder holds `head`, what is to be read in it (`expected.txt`), and `patched`: every Deny on the key with an exemption for service
 * calls; none where no place can take one. With `UPDATE_CASES=1` both are written anew.
 */
export function testCases(format: PolicyFormat, prefix: string): void {
  const cases = caseFiles(prefix)
  if (process.env['UPDATE_CASES'] === '1') for (const one of cases) writeCase(format, one)
  test(`there are cases of ${prefix}`, () => assert.ok(cases.length > 5))
  for (const { name, file } of cases) {
    const entries = readdirSync(join(folder, name))
    test(`${name} is read as expected`, () => {
      assert.ok(format.recognises(file))
      assert.equal(describeFile(format, file), readFileSync(join(folder, name, 'expected.txt'), 'utf8'))
    })
    test(`${name} is patched as expected, and once is enough`, () => {
      const wanted = entries.find((entry) => entry.startsWith('patched.'))
      const after = patched(format, file)
      assert.equal(after, wanted === undefined ? file.text : readFileSync(join(folder, name, wanted), 'utf8'))
      assert.equal(patched(format, { ...file, text: after }), after)
    })
  }
}
