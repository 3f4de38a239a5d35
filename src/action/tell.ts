import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { debug, error, info, notice, setOutput, summary, warning } from '@actions/core'
import type { Inputs } from '../github/inputs.ts'
import { registry } from '../registry.ts'
import { annotate, annotationsOf } from '../report/annotations.ts'
import { unusableConfigText } from '../report/config-change.ts'
import { deliver, type Note } from '../report/deliver.ts'
import { type JsonReport, jsonReport } from '../report/json-report.ts'
import { jsonText } from '../report/json-text.ts'
import { lapsedCountText, lapsedText } from '../report/lapsed.ts'
import { markdownReport } from '../report/markdown-report.ts'
import { logText, visibleLines } from '../report/plain-text.ts'
import { type CommentableFile, draftComments, isCommented } from '../report/review-comments.ts'
import { codeBlock } from '../report/safe-text.ts'
import { sarifReport } from '../report/sarif.ts'
import { countsText } from '../report/wording.ts'
import { version } from '../version.ts'
import type { Checked } from './check.ts'

/** Every way of telling is tried; one that fails is a warning and keeps none of the others from it. */
export async function tell(checked: Checked, inputs: Inputs): Promise<void> {
  const { report, listed } = checked
  const json = jsonReport(report, version)
  const jsonPath = inputs.jsonFile ?? join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'sourceip-guard-report.json')
  await attempt('write the JSON report', () => writeJson(jsonPath, json))
  const { sarifFile } = inputs
  if (sarifFile !== undefined)
    await attempt('write the SARIF report', () => writeJson(sarifFile, sarifReport(json, registry.rules)))
  await attempt('set the outputs', () => setOutputs(json, jsonPath))
  await attempt('annotate', () => annotate(annotationsOf(json)))
  const told = standingNotes(checked, json)
  for (const { level, text } of told) say[level](text)
  const notes = (await attempt('bring the comments up to date', () => commented(checked, json, inputs, told))) ?? []
  const counts = countsText(report)
  say.info(`${counts}; ${report.conclusion === 'success' ? 'passed' : 'failed'}`)
  const texts = [...told, ...notes].map(({ text }) => text)
  await attempt('write the summary', () =>
    writeSummary(markdownReport(json, { counts, notes: texts, filesUrl: filesUrl(process.env, listed.head) })),
  )
}

/** The runner takes a line of the log that begins with `::`, or holds `##[`, for a command. */
const say = {
  info: (text: string) => info(logText(text)),
  notice: (text: string) => notice(visibleLines(text)),
  warning: (text: string) => warning(visibleLines(text)),
}

/** What the configuration has to do with what was found: what its change would do, and what is suppressed no more. */
function standingNotes({ proposal, config, today }: Checked, { findings }: JsonReport): Note[] {
  const notes: Note[] = []
  if (proposal?.kind === 'usable') notes.push({ level: 'notice', text: proposal.effect })
  if (proposal?.kind === 'unusable') notes.push({ level: 'warning', text: unusableConfigText(proposal.why) })
  const lapsed = findings.filter(
    (finding) => isCommented(finding) && lapsedText(finding, config.suppressions, today) !== undefined,
  )
  if (lapsed.length > 0) notes.push({ level: 'info', text: lapsedCountText(lapsed.length) })
  return notes
}

async function attempt<T>(what: string, work: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (cause) {
    say.warning(`could not ${what}: ${messageOf(cause)}`)
    return undefined
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

function writeJson(path: string, value: object): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, jsonText(value))
}

function setOutputs({ conclusion, findings }: JsonReport, path: string): void {
  const open = findings.filter(({ suppressed }) => suppressed === null)
  const ofLevel = (wanted: string) => open.filter(({ level }) => level === wanted).length
  setOutput('conclusion', conclusion)
  setOutput('findings', open.length)
  setOutput('errors', ofLevel('error'))
  setOutput('warnings', ofLevel('warning'))
  setOutput('notices', ofLevel('notice'))
  setOutput('suppressed', findings.length - open.length)
  setOutput('report', path)
}

/** Brings the comments up to date, where there is a pull request and comments are wanted. Gives what is to be told of it. */
async function commented(
  checked: Checked,
  json: JsonReport,
  inputs: Inputs,
  told: readonly Note[],
): Promise<readonly Note[]> {
  const { client, listed, config, change, report, today } = checked
  const { comments: mode, maxComments, resolveThreads } = config
  const { pullRequest: number } = listed
  if (number === undefined || mode === 'off') return []
  const files = new Map<string, CommentableFile>(
    change.files.map(({ file, hunks }) => [file.head?.path ?? '', { text: file.head?.text ?? '', hunks }]),
  )
  const paths = new Set(listed.files.filter(({ status }) => status !== 'removed').map(({ path }) => path))
  const key = keyOf(inputs)
  const drafts = draftComments(json, files, {
    key,
    note: (finding) => lapsedText(finding, config.suppressions, today),
  })
  const unread = new Set(json.problems.filter(({ blocking }) => blocking).map(({ file }) => file)).size
  const { reviewUrl, notes } = await deliver(
    client,
    { report: json, drafts, looked: { key, files, paths } },
    {
      number,
      head: listed.head,
      mode,
      maxComments,
      resolveThreads,
      dryRun: inputs.dryRun,
      summary: {
        counts: countsText(report),
        notes: told.map(({ text }) => text),
        unread,
        filesUrl: filesUrl(process.env, listed.head),
      },
    },
  )
  if (reviewUrl !== undefined) setOutput('review-url', reviewUrl)
  for (const { level, text } of notes) say[level](text)
  return notes
}

/** What tells the comments of one run from those of another that looks at other files, or with another configuration. */
function keyOf({ config, overrides: { paths } }: Inputs): string {
  const looked = JSON.stringify([config, paths ?? null])
  return createHash('sha256').update(looked).digest('hex').slice(0, 12)
}

function filesUrl(
  { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository }: NodeJS.ProcessEnv,
  head: string,
): string {
  return `${server ?? 'https://github.com'}/${repository}/blob/${head}`
}

async function writeSummary(markdown: string): Promise<void> {
  if (process.env['GITHUB_STEP_SUMMARY']) await summary.addRaw(markdown).write()
}

/** Not checked is never told as clean. */
export async function tellFailure(cause: unknown): Promise<void> {
  const message = messageOf(cause)
  error(visibleLines(message), { title: 'SourceIp Guard could not check' })
  if (cause instanceof Error) debug(cause.stack ?? '')
  await attempt('set the outputs', () => setOutput('conclusion', 'failure'))
  const markdown = `## SourceIp Guard: could not check\n\n${codeBlock(message, 'text')}\n`
  await attempt('write the summary', () => writeSummary(markdown))
}
