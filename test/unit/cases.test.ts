import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Report } from '../../src/model/finding.ts'
import { jsonReport } from '../../src/report/json-report.ts'
import { type Change, inspectChange } from './inspecting.ts'

const changes = new URL('../cases/changes/', import.meta.url)
const writes = process.env['UPDATE_CASES'] === '1'

/** The change of a folder: `base.*` (none: the file is new) and `head.*`. */
function changeIn(folder: URL): Change & { readonly name: string } {
  const names = readdirSync(folder)
  const text = (start: string) => {
    const name = names.find((candidate) => candidate.startsWith(`${start}.`))
    return name === undefined ? undefined : readFileSync(new URL(name, folder), 'utf8')
  }
  const name = names.find((candidate) => candidate.startsWith('head.')) ?? 'head.json'
  const base = text('base')
  return { head: text('head') ?? '', path: `policies/${name}`, name, ...(base === undefined ? {} : { base }) }
}

/** What a reader would check of a report: the findings with their lines and remedies, not every path. */
function gist(report: Report): object {
  const { conclusion, findings, problems } = jsonReport(report, 'test')
  return {
    conclusion,
    problems: problems.map(({ startLine, message, blocking }) => ({ startLine, message, blocking })),
    findings: findings.map(({ rule, level, change, startLine, endLine, servicePaths, remedies }) => ({
      rule,
      level,
      change,
      lines: [startLine, endLine],
      verdicts: [...new Set(servicePaths.map(({ verdict }) => verdict))].toSorted(),
      remedies: remedies.map(({ id, opens }) => (opens.length === 0 ? id : `${id}, which opens a way round`)),
    })),
  }
}

function compare(file: URL, actual: string): void {
  if (writes) writeFileSync(file, actual)
  else assert.equal(actual, existsSync(file) ? readFileSync(file, 'utf8') : undefined)
}

const folders = readdirSync(changes).filter((name) => name !== 'clean')
assert.ok(folders.length > 5)
for (const name of folders) {
  test(`${name}: findings, lines and the patched text are as expected (UPDATE_CASES=1 writes them)`, () => {
    const folder = new URL(`${name}/`, changes)
    const change = changeIn(folder)
    const report = inspectChange(change)
    compare(new URL('expected.json', folder), `${JSON.stringify(gist(report), null, 2)}\n`)
    const remedies = report.findings.flatMap((found) => found.remedies)
    const best = remedies.find(({ opens }) => opens.length === 0)
    const patched = new URL(change.name.replace('head', 'patched'), folder)
    if (best === undefined) assert.ok(!existsSync(patched))
    else compare(patched, best.patchedText)
  })
}

for (const name of readdirSync(new URL('clean/', changes))) {
  test(`clean/${name}: nothing is said but notices, and the check passes`, () => {
    const report = inspectChange(changeIn(new URL(`clean/${name}/`, changes)))
    assert.equal(report.conclusion, 'success')
    assert.deepEqual(report.problems, [])
    assert.ok(report.findings.every(({ finding }) => finding.level === 'notice'))
  })
}
