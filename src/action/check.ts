import { warning } from '@actions/core'
import { catalogueDate } from '../catalogue/catalogue-date.ts'
import {
  type ListedChange,
  listChange,
  type PullRequestChange,
  readChange,
  type UnreadableFile,
} from '../changes/pull-request.ts'
import { fileFilter } from '../config/globs.ts'
import { type GuardConfig, guardConfig, type Overrides } from '../config/guard-config.ts'
import { ConfigError } from '../config/messages.ts'
import type { GitHubClient } from '../github/client.ts'
import { defaultConfig, type Inputs } from '../github/inputs.ts'
import { baseOf, readRepository, readTrigger } from '../github/trigger.ts'
import type { EngineSettings } from '../model/contracts.ts'
import type { Problem, Report } from '../model/finding.ts'
import { speaksOfSourceIp } from '../model/source-ip.ts'
import { configChangeText } from '../report/config-change.ts'
import { unreadableText } from '../report/wording.ts'

/** What one run looked at, and what it found. */
export interface Checked {
  readonly client: GitHubClient
  readonly listed: ListedChange
  readonly config: GuardConfig
  readonly change: PullRequestChange
  readonly report: Report
  /** What the configuration of the head would do, where that is another one. */
  readonly proposal: Proposal | undefined
  /** The day on which it was judged, `YYYY-MM-DD`. */
  readonly today: string
}

type Proposal =
  | { readonly kind: 'usable'; readonly effect: string }
  | { readonly kind: 'unusable'; readonly why: string }

/** Looks at what the event is about. Throws where it cannot be looked at, or not as a whole. */
export async function check(inputs: Inputs): Promise<Checked> {
  const trigger = readTrigger(inputs.pullRequest, process.env)
  // Not at the top: the toolkit reads the event while it is loaded, and its failures must end here, in status 2.
  const { gitHubClient } = await import('../github/client.ts')
  const client = gitHubClient({ token: inputs.token }, readRepository(process.env))
  const listing = listChange(client, trigger)
  // While GitHub lists the files, where the event tells the base.
  const base = baseOf(trigger)
  const reading = (async () => configAt(client, base ?? (await listing).base, inputs))()
  await Promise.allSettled([listing, reading])
  const [listed, config] = [await listing, await reading]
  const proposed = await proposedConfig(client, listed, inputs)
  const wants = fileFilter(config)
  const alsoWants = proposed?.kind === 'usable' ? fileFilter(proposed.config) : wants
  const selection = { wants: (path: string) => wants(path) || alsoWants(path), holds: speaksOfSourceIp }
  const reads = readChange(client, listed, selection)
  // Loaded while the files are waited for, where their diff shows that something will be judged.
  if (listed.files.some(({ patch = '' }) => speaksOfSourceIp(patch))) void preload()
  const change = await reads
  const today = new Date().toISOString().slice(0, 10)
  const dated = change.baseDate === undefined ? {} : { baseDate: change.baseDate }
  const judge = (some: GuardConfig) => judged(change, some, { scope: listed.scope, today, ...dated })
  const report = await judge(config)
  const proposal = proposed && (await proposalOf(proposed, { config, report, judge }))
  return { client, listed, config, change: narrowedTo(change, wants), report, proposal, today }
}

function narrowedTo(change: PullRequestChange, wants: (path: string) => boolean): PullRequestChange {
  return {
    ...change,
    files: change.files.filter(({ places }) => places.some(wants)),
    unreadable: change.unreadable.filter(({ places }) => places.some(wants)),
  }
}

/**
 * The report under a configuration: of the files that it wants. Where nothing is to be judged, what judges is not even loaded: most
 * pull requests change no policy.
 */
async function judged(
  change: PullRequestChange,
  config: GuardConfig,
  now: Pick<EngineSettings, 'scope' | 'today' | 'baseDate'>,
): Promise<Report> {
  const { files, unreadable } = narrowedTo(change, fileFilter(config))
  const { disable, services, paths } = config.catalogue
  const isBare = disable.length + paths.length === 0 && services === undefined
  if (files.length === 0 && isBare) return withUnreadable(nothing, unreadable, config)
  const { judge } = await import('./judge.ts')
  const report = judge(
    files.map(({ file }) => file),
    config,
    now,
  )
  return withUnreadable(report, unreadable, config)
}

/** After what is asked for by now is on its way. One that fails will fail again, where it is needed. */
async function preload(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  await import('./judge.ts').catch(() => undefined)
}

const nothing: Report = { files: [], problems: [], findings: [], conclusion: 'success', catalogueDate }

type Proposed =
  | { readonly kind: 'usable'; readonly config: GuardConfig }
  | { readonly kind: 'unusable'; readonly why: string }

/** The configuration as the change would have it; undefined where it leaves it as it is. */
async function proposedConfig(
  client: GitHubClient,
  { scope, files, head }: ListedChange,
  { config: path, overrides }: Inputs,
): Promise<Proposed | undefined> {
  const isTouched = files.some((file) => file.path === path || file.previousPath === path)
  if (scope === 'tree' || !isTouched) return undefined
  const bytes = await client.fileAt(path, head)
  return usable(async () => ({ kind: 'usable', config: await configOf(bytes, path, overrides) }))
}

/** A mistake in a proposed configuration is told, and keeps nothing from being checked. */
async function usable<T>(read: () => Promise<T>): Promise<T | { readonly kind: 'unusable'; readonly why: string }> {
  try {
    return await read()
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause
    return { kind: 'unusable', why: cause.message }
  }
}

async function proposalOf(
  proposed: Proposed,
  { config, report, judge }: { config: GuardConfig; report: Report; judge: (config: GuardConfig) => Promise<Report> },
): Promise<Proposal> {
  if (proposed.kind === 'unusable') return proposed
  return usable(async () => {
    const settings = (['failOn', 'comments', 'maxComments', 'resolveThreads'] as const).flatMap((name) => {
      const [before, after] = [String(config[name]), String(proposed.config[name])]
      const key = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      return before === after ? [] : [{ key, before, after }]
    })
    const effect = configChangeText({ settings, before: report, after: await judge(proposed.config) })
    return { kind: 'usable', effect }
  })
}

/** The configuration of the base: a change cannot disarm its own check. */
async function configAt(client: GitHubClient, base: string, { config: path, overrides }: Inputs): Promise<GuardConfig> {
  const bytes = await client.fileAt(path, base)
  // What is not found may be what cannot be read, and the defaults might let pass what the file does not.
  if (bytes === undefined) await client.assertAbsent(path, base)
  if (bytes === undefined && path !== defaultConfig)
    warning(`there is no ${JSON.stringify(path)} at the base commit ${base}: the defaults hold`)
  return configOf(bytes, path, overrides)
}

/** Where there is no file, what reads one is not loaded. */
async function configOf(bytes: Buffer | undefined, path: string, overrides: Overrides): Promise<GuardConfig> {
  if (bytes === undefined) return guardConfig(overrides)
  const { readConfig } = await import('../config.ts')
  return readConfig({ path, text: bytes.toString() }, overrides)
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
