import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { debug, error, info, notice, setOutput, summary, warning } from '@actions/core'
import { listChange, type PullRequestChange, readChange, type UnreadableFile } from './changes/pull-request.ts'
import { engineSettings, fileFilter, type GuardConfig, narrowed, readConfig } from './config.ts'
import type { GitHubClient } from './github/client.ts'
import { defaultConfig, type Inputs, readInputs } from './github/inputs.ts'
import { readRepository, readTrigger, type Trigger } from './github/trigger.ts'
import { inspect, speaksOfSourceIp } from './inspect.ts'
import type { Problem, Report } from './model/finding.ts'
import { registry } from './registry.ts'
import { annotate, annotationsOf } from './report/annotations.ts'
import { type JsonReport, jsonReport } from './report/json-report.ts'
import { markdownReport } from './report/markdown-report.ts'
import { type Posting, postReview } from './report/post-review.ts'
import { type Drafts, draftComments } from './report/review-comments.ts'
import { codeBlock } from './report/safe-text.ts'
import { sarifReport } from './report/sarif.ts'
import { countsText, postingText, unplacedText, unreadableText } from './report/wording.ts'
import { version } from './version.ts'

process.exitCode = await main()

/** 0: checked and passed; 1: checked and failed; 2: could not check. Only what was found decides, never what could be posted. */
async function main(): Promise<0 | 1 | 2> {
  try {
    const inputs = readInputs()
    const checked = await check(inputs)
    await tell(checked, inputs)
    return checked.report.conclusion === 'success' ? 0 : 1
  } catch (cause) {
    await tellFailure(cause)
    return 2
  }
}

interface Checked {
  readonly client: GitHubClient
  readonly trigger: Trigger
  readonly head: string
  readonly config: GuardConfig
  readonly change: PullRequestChange
  readonly report: Report
}

async function check(inputs: Inputs): Promise<Checked> {
  const trigger = readTrigger(inputs.pullRequest, process.env)
  // Not at the top: the toolkit reads the event while it is loaded, and its failures must end here, in status 2.
  const { gitHubClient } = await import('./github/client.ts')
  const client = gitHubClient({ token: inputs.token }, readRepository(process.env))
  const listed = await listChange(client, trigger)
  const config = await configAt(client, listed.base, inputs)
  const settings = engineSettings(config, { today: new Date().toISOString().slice(0, 10), scope: 'change' })
  const known = narrowed(registry, config)
  const change = await readChange(client, listed, { wants: fileFilter(config), holds: speaksOfSourceIp })
  const files = change.files.map(({ file }) => file)
  const report = withUnreadable(inspect(files, known, settings), change.unreadable, config)
  return { client, trigger, head: listed.head, config, change, report }
}

/** The configuration of the base: a change cannot disarm its own check. */
async function configAt(client: GitHubClient, base: string, { config: path, overrides }: Inputs): Promise<GuardConfig> {
  const bytes = await client.fileAt(path, base)
  if (bytes === undefined && path !== defaultConfig)
    warning(`there is no ${JSON.stringify(path)} at the base commit ${base}: the defaults hold`)
  return readConfig(bytes && { path, text: bytes.toString() }, overrides)
}

/** Nothing unreadable counts as clean. */
function withUnreadable(report: Report, unreadable: readonly UnreadableFile[], { failOn }: GuardConfig): Report {
  if (unreadable.length === 0) return report
  const problems = unreadable.map(({ path, reason }): Problem => {
    const help = 'keep policies in UTF-8 files of less than 2 MB, or leave this file out with `paths`'
    const file = { path, text: '' }
    return { file, range: { start: 0, end: 0 }, message: unreadableText(reason), help, blocking: true }
  })
  const conclusion = failOn === 'never' ? report.conclusion : 'failure'
  const all = [...report.problems, ...problems].toSorted(
    (a, b) => Number(a.file.path > b.file.path) - Number(a.file.path < b.file.path),
  )
  return { ...report, problems: all, conclusion }
}

/** Every way of telling is tried; one that fails is a warning and keeps none of the others from it. */
async function tell(checked: Checked, inputs: Inputs): Promise<void> {
  const { report, head } = checked
  const json = jsonReport(report, version)
  const jsonPath = inputs.jsonFile ?? join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'sourceip-guard-report.json')
  await attempt('write the JSON report', () => writeJson(jsonPath, json))
  const { sarifFile } = inputs
  if (sarifFile !== undefined)
    await attempt('write the SARIF report', () => writeJson(sarifFile, sarifReport(json, registry.rules)))
  await attempt('set the outputs', () => setOutputs(json, jsonPath))
  await attempt('annotate', () => annotate(annotationsOf(json)))
  const notes = (await attempt('post the review', () => review(checked, json, inputs.dryRun))) ?? []
  const counts = countsText(report)
  info(`${counts}; ${report.conclusion === 'success' ? 'passed' : 'failed'}`)
  await attempt('write the summary', () =>
    writeSummary(markdownReport(json, { counts, notes, filesUrl: filesUrl(process.env, head) })),
  )
}

async function attempt<T>(what: string, work: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (cause) {
    warning(`could not ${what}: ${messageOf(cause)}`)
    return undefined
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

function writeJson(path: string, value: object): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`)
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

/** Posts the review, where there is a pull request and comments are wanted. Gives what the summary should tell of it. */
async function review(
  { client, trigger, head, config, change }: Checked,
  json: JsonReport,
  dryRun: boolean,
): Promise<string[]> {
  if (trigger.kind !== 'pull-request' || config.comments !== 'review') return []
  const files = change.files.map(
    ({ file, hunks }) => [file.head?.path ?? '', { text: file.head?.text ?? '', hunks }] as const,
  )
  const { drafts, unplaced }: Drafts = draftComments(json, new Map(files))
  const notes = unplaced.length === 0 ? [] : [unplacedText(unplaced.length)]
  if (dryRun) return [...notes, `dry run: ${drafts.length} review comments are not posted`]
  const posting = await postReview(client, { number: trigger.number, head }, drafts, config.maxComments)
  const text = postingText(posting)
  tellPosting(posting, text)
  return text === undefined ? notes : [...notes, text]
}

function tellPosting(posting: Posting, text: string | undefined): void {
  if (posting.kind === 'posted') setOutput('review-url', posting.url)
  if (text === undefined) return
  const say = { 'nothing-new': info, posted: info, 'moved-on': info, 'no-permission': notice, failed: warning }
  say[posting.kind](text)
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
async function tellFailure(cause: unknown): Promise<void> {
  const message = messageOf(cause)
  error(message, { title: 'SourceIp Guard could not check' })
  if (cause instanceof Error) debug(cause.stack ?? '')
  await attempt('set the outputs', () => setOutput('conclusion', 'failure'))
  const markdown = `## SourceIp Guard: could not check\n\n${codeBlock(message, 'text')}\n`
  await attempt('write the summary', () => writeSummary(markdown))
}
