import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { jsonReport } from '../../../src/report/json-report.ts'
import { draftComments } from '../../../src/report/review-comments.ts'
import { inspectChange } from '../inspecting.ts'

const cases = new URL('../../cases/', import.meta.url)

/** What every folder of cases holds: the file at the end of a change, and before it where there is one. */
const folders = ['changes', 'formats'].flatMap((kind) =>
  readdirSync(new URL(`${kind}/`, cases)).flatMap((name) => {
    const folder = new URL(`${kind}/${name}/`, cases)
    const names = readdirSync(folder)
    const text = (start: string) => {
      const found = names.find((candidate) => candidate.startsWith(`${start}.`))
      return found === undefined ? undefined : { name: found, text: readFileSync(new URL(found, folder), 'utf8') }
    }
    const head = text('head') ?? text('input')
    return head === undefined ? [] : [{ name: `${kind}/${name}`, head, base: text('base')?.text }]
  }),
)

/** The bodies of all comments on a change, each finding placed on the lines of its file, and on the file as a whole. */
function commentsOn({ head, base }: (typeof folders)[number]): string[] {
  const path = `policies/${head.name}`
  const report = jsonReport(inspectChange({ head: head.text, path, ...(base === undefined ? {} : { base }) }), 'test')
  const hunks = [{ startLine: 1, endLine: head.text.split('\n').length, addedLines: [] }]
  return [
    { text: head.text, hunks },
    { text: head.text, hunks: undefined },
  ].flatMap((file) => {
    const note = () => 'Its suppression ended on 2026-01-01.'
    const { drafts, onFiles } = draftComments(report, new Map([[path, file]]), { key: 'k', note })
    return [...drafts.map(({ comment }) => comment.body), ...onFiles.map(({ body }) => body)]
  })
}

/**
 * The lines that a reader meets before unfolding anything: those of the Markdown above `<details>`, empty ones too, but not the code of
 * the change, which is as long as the change is.
 */
function linesToRead(body: string): string[] {
  const [unfolded = ''] = body.split('\n<details>')
  return unfolded
    .replaceAll(/^(`{3,})(?:suggestion|diff)\n[\s\S]*?\n\1$/gm, '')
    .trim()
    .split('\n')
}

let compared = 0
for (const folder of folders) {
  test(`${folder.name}: a comment is at most twelve lines long before anything is unfolded`, () => {
    for (const body of commentsOn(folder)) {
      compared += 1
      const lines = linesToRead(body)
      assert.ok(lines.length <= 12, lines.join('\n'))
      assert.match(lines[0] ?? '', /^\*\*.+\*\*$/)
    }
  })
}
test('there were comments to measure', () => assert.ok(compared > 40, String(compared)))
