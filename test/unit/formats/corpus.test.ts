import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { lineAt, lineStartsOf } from '../../../src/model/lines.ts'
import type { Statement } from '../../../src/model/policy.ts'
import { registry } from '../../../src/registry.ts'

const folder = '../shared/corpus'
const skip = existsSync(folder) ? false : `${folder} is not beside this checkout`

/** A statement of the manifest. */
interface Judged {
  readonly line: number
  readonly altLines?: readonly number[]
  readonly effect: string
  /** False for what is commented out, or made by code at run time. */
  readonly active: boolean
  /** Keys, or elements that are negated. */
  readonly exemptions: readonly string[]
}

interface Row {
  readonly file: string
  /** Absent for what is to be read; `code` and `ignore` are not. */
  readonly tier?: string
  readonly statements: readonly Judged[]
  readonly expectedProblems: readonly { readonly line: number }[]
}

/** What is not found, and why that is right. */
const misses: readonly (readonly [id: string, why: string])[] = [
  ['067-spaces-bucket-other-cloud.tf:12', 'the bucket is of another cloud, where AWS services call nobody'],
  ['142-operator-twice.json:4', 'the exemption is in the first of two equal keys: the statement is told as a problem'],
]

const rows: readonly Row[] = skip
  ? []
  : readFileSync(`${folder}/manifest.jsonl`, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Row)
const policyFiles = rows.filter(({ tier }) => tier === undefined)
const fileOf = ({ file }: Row) => ({ path: file, text: readFileSync(`${folder}/files/${file}`, 'utf8') })

function readRow(row: Row) {
  const file = fileOf(row)
  const starts = lineStartsOf(file.text)
  const format = registry.formats.find((candidate) => candidate.recognises(file))
  const { policies = [], problems = [] } = format?.read(file) ?? {}
  const statements = policies.flatMap((policy) =>
    policy.statements.map((statement) => ({ statement, line: lineAt(starts, statement.range.start) })),
  )
  const blocking = problems.filter((problem) => problem.blocking).map(({ range }) => lineAt(starts, range.start))
  return { statements, blocking }
}

function isFound({ line, altLines = [], effect, exemptions }: Judged, read: ReturnType<typeof readRow>): boolean {
  return read.statements.some(
    ({ statement, line: place }) =>
      [line, ...altLines].includes(place) &&
      statement.effect === effect &&
      exemptions.every((name) => exempts(statement, name)),
  )
}

function exempts({ actions, resources, principals, conditions }: Statement, name: string): boolean {
  if (name === 'NotAction') return actions.negated
  if (name === 'NotResource') return resources?.negated === true
  if (name === 'NotPrincipal') return principals?.negated === true
  const wanted = name.toLowerCase()
  return conditions.some(({ key }) => `${key.value.toLowerCase()}/`.startsWith(`${wanted}/`))
}

test('every format reads every file of the corpus without a crash, also those that are no policies', { skip }, () => {
  assert.ok(rows.length > 120)
  for (const row of rows) {
    const file = fileOf(row)
    for (const format of registry.formats) {
      const { policies, problems } = format.read(file)
      for (const { range } of [...policies.flatMap(({ statements }) => statements), ...problems]) {
        assert.ok(range.start >= 0 && range.start <= range.end && range.end <= file.text.length, row.file)
      }
    }
  }
})

test('98 of 100 statements of the corpus are found, with line, effect and exemptions', { skip }, () => {
  const active = policyFiles.flatMap((row) => {
    const read = readRow(row)
    return row.statements
      .filter((judged) => judged.active)
      .map((judged) => ({ id: `${row.file}:${judged.line}`, found: isFound(judged, read) }))
  })
  const missed = active.filter(({ found }) => !found).map(({ id }) => id)
  assert.deepEqual(
    missed,
    misses.map(([id]) => id),
  )
  assert.ok(active.length > 130 && missed.length / active.length <= 0.02, `${missed.length} of ${active.length}`)
})

test('statements of the corpus that are in no force are not taken for such that are', { skip }, () => {
  const found = policyFiles.flatMap((row) => {
    const read = readRow(row)
    return row.statements
      .filter((judged) => !judged.active && isFound(judged, read))
      .map(({ line }) => `${row.file}:${line}`)
  })
  assert.deepEqual(found, [])
})

test('what cannot be read in the corpus is told at its line, and nothing else is', { skip }, () => {
  const told = policyFiles.flatMap((row) => readRow(row).blocking.map((line) => `${row.file}:${line}`))
  const wanted = policyFiles.flatMap((row) => row.expectedProblems.map(({ line }) => `${row.file}:${line}`))
  assert.deepEqual(told, wanted)
})
