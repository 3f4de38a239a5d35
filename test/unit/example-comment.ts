import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { inspect } from '../../src/inspect.ts'
import type { Report } from '../../src/model/finding.ts'
import { registry } from '../../src/registry.ts'
import { jsonReport } from '../../src/report/json-report.ts'
import { draftComments } from '../../src/report/review-comments.ts'
import { settings } from './inspecting.ts'

export const examplePath = 'policies/developers.json'

function read(folder: string): string {
  return readFileSync(new URL(`../../examples/demo/${folder}/${examplePath}`, import.meta.url), 'utf8')
}

export const [exampleBase, exampleHead] = [read('base'), read('change')]

/** What is found in the shipped example. */
export function exampleReport(): Report {
  const [base, head] = [exampleBase, exampleHead].map((text) => ({ path: examplePath, text }))
  return inspect([{ base, head }], registry, settings)
}

/** The comment that the shipped example gets, as it is posted, with the lines it stands on. */
export function exampleComment(): { readonly startLine: number; readonly endLine: number; readonly body: string } {
  const hunks = [{ startLine: 1, endLine: exampleHead.split('\n').length, addedLines: [] }]
  const files = new Map([[examplePath, { text: exampleHead, hunks }]])
  const docsUrl = 'https://github.com/OWNER/sourceip-guard/blob/main/docs'
  const { drafts } = draftComments(jsonReport(exampleReport(), 'x'), files, { key: 'x', docsUrl })
  const [draft] = drafts
  assert.ok(draft)
  const { startLine, line, body } = draft.comment
  return { startLine: startLine ?? line, endLine: line, body: body.replace(/\n*<!-- sourceip-guard:1 .*$/, '\n') }
}
