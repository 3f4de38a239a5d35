import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReportedFinding } from '../../../src/model/finding.ts'
import { caseFiles } from '../formats/case-folder.ts'
import { smallFindings } from './small-registry.ts'

export interface CaseFinding extends ReportedFinding {
  readonly name: string
}

let found: readonly CaseFinding[] | undefined

/** Every finding that has a remedy, in every case folder of every format, over one path of each mechanism; looked for once. */
export function caseFindings(): readonly CaseFinding[] {
  found ??= [...changeCases(), ...formatCases()].flatMap(({ name, path, text }) =>
    smallFindings(text, { path })
      .filter(({ remedies }) => remedies.length > 0)
      .map((finding) => ({ ...finding, name })),
  )
  return found
}

interface CaseFile {
  readonly name: string
  readonly path: string
  readonly text: string
}

function changeCases(): CaseFile[] {
  const folder = 'test/cases/changes'
  return readdirSync(folder).flatMap((name) =>
    readdirSync(join(folder, name))
      .filter((entry) => entry.startsWith('head.'))
      .map((entry) => ({ name, path: `policies/${entry}`, text: readFileSync(join(folder, name, entry), 'utf8') })),
  )
}

function formatCases(): CaseFile[] {
  return ['cloudformation', 'embedded', 'templated', 'terraform']
    .flatMap(caseFiles)
    .map(({ name, file }) => ({ name, ...file }))
}
