import { warning } from '@actions/core'
import {
  type ListedChange,
  listChange,
  type PullRequestChange,
  readChange,
  type UnreadableFile,
} from '../changes/pull-request.ts'
import { engineSettings, fileFilter, type GuardConfig, narrowed, readConfig } from '../config.ts'
import type { GitHubClient } from '../github/client.ts'
import { defaultConfig, type Inputs } from '../github/inputs.ts'
import { readRepository, readTrigger } from '../github/trigger.ts'
import { inspect, speaksOfSourceIp } from '../inspect.ts'
import type { Problem, Report } from '../model/finding.ts'
import { registry } from '../registry.ts'
import { unreadableText } from '../report/wording.ts'

/** What one run looked at, and what it found. */
export interface Checked {
  readonly client: GitHubClient
  readonly listed: ListedChange
  readonly config: GuardConfig
  readonly change: PullRequestChange
  readonly report: Report
  /** The day on which it was judged, `YYYY-MM-DD`. */
  readonly today: string
}

/** Looks at what the event is about. Throws where it cannot be looked at, or not as a whole. */
export async function check(inputs: Inputs): Promise<Checked> {
  const trigger = readTrigger(inputs.pullRequest, process.env)
  // Not at the top: the toolkit reads the event while it is loaded, and its failures must end here, in status 2.
  const { gitHubClient } = await import('../github/client.ts')
  const client = gitHubClient({ token: inputs.token }, readRepository(process.env))
  const listed = await listChange(client, trigger)
  const config = await configAt(client, listed.base, inputs)
  const today = new Date().toISOString().slice(0, 10)
  const settings = engineSettings(config, { today, scope: listed.scope })
  const known = narrowed(registry, config)
  const change = await readChange(client, listed, { wants: fileFilter(config), holds: speaksOfSourceIp })
  const files = change.files.map(({ file }) => file)
  const report = withUnreadable(inspect(files, known, settings), change.unreadable, config)
  return { client, listed, config, change, report, today }
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
