import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { DiskFile, Selection } from '../changes/disk-file.ts'
import type { FoundFiles, Place } from '../changes/files.ts'
import { findFiles } from '../changes/files.ts'
import { ChangesError, repositoryRoot } from '../changes/git.ts'
import { dateOf, localChange } from '../changes/local-git.ts'
import { engineSettings, failOnLevels, fileFilter, type GuardConfig, narrowed, readConfig } from '../config.ts'
import { inspect } from '../inspect.ts'
import type { ChangedFile } from '../model/change.ts'
import type { EngineSettings, Registry } from '../model/contracts.ts'
import type { Report } from '../model/finding.ts'
import { speaksOfSourceIp } from '../model/source-ip.ts'
import { registry } from '../registry.ts'
import { openProgress, type Progress } from './progress.ts'
import { type Shell, tell } from './shell.ts'
import { type Call, choiceOf, type Option, readFlag, type Synopsis } from './usage.ts'

/** Where a command runs, and by which settings. */
export interface Workspace extends Place {
  readonly config: GuardConfig
  readonly registry: Registry
  readonly isRepository: boolean
  readonly progress: Progress
}

/** The files that a command looks at. */
export interface Subject {
  readonly files: readonly ChangedFile[]
  /** The heads that lie on this machine. */
  readonly onDisk: readonly DiskFile[]
  readonly scope: EngineSettings['scope']
  /** When the base commit was made; of a tree, the last one. */
  readonly baseDate?: string | undefined
  /** When a lift of the Deny is to end. */
  readonly liftUntil?: string | undefined
}

/** Where the configuration of a repository lies. */
export const configPath = '.github/sourceip-guard.yml'

export const configOption: Option = {
  value: 'FILE',
  help: `default: ${configPath} of the repository`,
  completes: 'file',
}
export const outputOption: Option = {
  value: 'FILE',
  help: 'write there instead of to standard output',
  completes: 'file',
}
/** The options of every command that inspects. */
export const inspectionOptions: Readonly<Record<string, Option>> = {
  config: configOption,
  'fail-on': {
    value: 'LEVEL',
    help: 'error (default), warning, notice, never: gives status 1',
    completes: failOnLevels,
  },
  output: outputOption,
  quiet: { help: 'one line a finding, `file:line: level[rule] message`' },
}

/** Finds the repository around the current folder and reads the configuration. Throws a `ConfigError`. */
export function openWorkspace(synopsis: Synopsis, call: Call, shell: Shell): Workspace {
  const { folder } = shell
  const repository = repositoryRoot(folder)
  const root = repository ?? folder
  const failOn = choiceOf(call, synopsis, 'fail-on', failOnLevels)
  const path = call.flags.get('config') ?? configPath
  const text = readFlag(call, synopsis, 'config', folder) ?? readIfThere(join(root, configPath))
  const config = readConfig(text === undefined ? undefined : { path, text }, { failOn })
  const progress = openProgress(shell, call.switches.has('quiet'))
  return {
    folder,
    root,
    isRepository: repository !== undefined,
    config,
    registry: narrowed(registry, config),
    progress,
  }
}

function readIfThere(location: string): string | undefined {
  return existsSync(location) ? readFileSync(location, 'utf8') : undefined
}

function selectionOf({ config }: Workspace, scope: Subject['scope']): Selection {
  return { wants: fileFilter(config, scope), holds: speaksOfSourceIp }
}

/** Files and folders as they are now; without names, the working tree. */
export function treeSubject(workspace: Workspace, { operands, switches }: Call, shell: Shell): Subject {
  const found: FoundFiles = findFiles(
    operands.length === 0 ? [workspace.root] : operands,
    workspace,
    selectionOf(workspace, 'tree'),
  )
  if (!switches.has('quiet')) tellNotes(found.notes, shell)
  return {
    files: found.files.map(({ file }) => ({ base: undefined, head: file })),
    onDisk: found.files,
    scope: 'tree',
    baseDate: workspace.isRepository ? dateOf(workspace.root, 'HEAD') : undefined,
  }
}

/** What changed in the repository since the merge base. Throws a `ChangesError` outside a repository. */
export function changeSubject(workspace: Workspace, { flags, switches }: Call, shell: Shell): Subject {
  if (!workspace.isRepository)
    throw new ChangesError('this is no git repository\n  help: name files with `sourceip-guard check FILE`')
  const comparison = {
    root: workspace.root,
    base: flags.get('base'),
    head: flags.get('head'),
    staged: switches.has('staged'),
  }
  const { files, onDisk, baseDate, notes } = localChange(comparison, selectionOf(workspace, 'change'))
  if (!switches.has('quiet')) tellNotes(notes, shell)
  return { files, onDisk, scope: 'change', baseDate }
}

function tellNotes(notes: readonly string[], shell: Shell): void {
  for (const note of notes) tell(shell, 'note', note)
}

const day = 86_400_000

/**
 * From so many files on V8 is kept from making ever more room for what is soon garbage: it would be twice what all findings take, and
 * nothing would be quicker for it. The flags only steer when memory is collected, and V8 looks at them each time.
 */
const manyFiles = 50
const sparing = ['--semi-space-growth-factor=1', '--heap-growing-percent=40']

/** The report on a subject, as of today. */
export function inspectSubject(
  { config, registry, progress }: Workspace,
  { files, scope, baseDate, liftUntil }: Subject,
): Report {
  if (files.length >= manyFiles) for (const flag of sparing) setFlagsFromString(flag)
  const today = new Date().toISOString().slice(0, 10)
  // A lift lasts a day from the base on. The engine knows the day, not the hour: one that is over by now nobody should write.
  const isAhead = baseDate !== undefined && Date.parse(baseDate) + day > Date.now()
  const settings = engineSettings(config, { today, scope, ...(isAhead ? { baseDate } : {}) })
  const lift = liftUntil === undefined ? {} : { liftUntil }
  try {
    return inspect(files, registry, { ...settings, ...lift, onStep: progress.step })
  } finally {
    progress.clear()
  }
}
