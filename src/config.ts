import { closest } from './config/closest.ts'
import { failOnLevels, isServicePrincipal, readConfigFile, ruleIds, type WrittenPath } from './config/config-schema.ts'
import { fileFilter, isGlob, matcher } from './config/globs.ts'
import { ConfigError, fault, quoted } from './config/messages.ts'
import { type CatalogueConfig, callingServices, isCalledBy, narrowed, ownPaths } from './config/narrowed.ts'
import type { EngineSettings, OwnPathSketch, PolicyHint, Suppression } from './model/contracts.ts'
import type { Level } from './model/finding.ts'
import type { SourceFile } from './model/source.ts'

export { ConfigError, callingServices, closest, failOnLevels, fileFilter, isCalledBy, narrowed, ownPaths, ruleIds }

export type CommentMode = 'review' | 'summary' | 'off'

/** What the configuration file, inputs and flags can set, merged. */
export interface GuardConfig {
  /** Globs that replace the built-in ones; `!glob` excludes. */
  readonly paths: readonly string[] | undefined
  readonly failOn: Level | 'never'
  readonly comments: CommentMode
  readonly maxComments: number
  readonly resolveThreads: boolean
  readonly contestedLevel: Level | undefined
  readonly forwardAccessSessions: EngineSettings['forwardAccessSessions']
  readonly suppressions: readonly Suppression[]
  readonly catalogue: CatalogueConfig
  readonly policies: readonly PolicyHint[]
}

type Overridable = Pick<GuardConfig, 'paths' | 'failOn' | 'comments' | 'maxComments' | 'resolveThreads'>
/** Settings that are given at the call: action inputs or flags; undefined: not given. They win over the file. */
export type Overrides = { readonly [K in keyof Overridable]?: Overridable[K] | undefined }

/**
 * The settings that the file and the call give together. `file` undefined: there is none, so the defaults hold.
 * Throws a `ConfigError` that lists everything that is wrong.
 */
export function readConfig(file: SourceFile | undefined, overrides: Overrides): GuardConfig {
  const badGlob = overrides.paths?.find((pattern) => !isGlob(pattern))
  if (badGlob !== undefined)
    throw new ConfigError(fault('`paths`:', `${quoted(badGlob)} is not a glob`, 'write it as in `policies/**/*.json`'))
  const { given, placeOf } = file === undefined ? noFile : readConfigFile(file)
  return {
    paths: overrides.paths ?? given.paths,
    failOn: overrides.failOn ?? given['fail-on'] ?? 'error',
    comments: overrides.comments ?? given.comments ?? 'review',
    maxComments: overrides.maxComments ?? given['max-comments'] ?? 30,
    resolveThreads: overrides.resolveThreads ?? given['resolve-threads'] ?? false,
    contestedLevel: given.contested,
    forwardAccessSessions: given['forward-access-sessions'] ?? 'unknown',
    suppressions: (given.suppressions ?? []).map(({ rule, file: glob, sid, reason, expires }) => {
      return { rule, matches: matcher([glob]), sid, reason, expires }
    }),
    catalogue: {
      disable: given.catalogue?.disable ?? [],
      services: given.catalogue?.services,
      paths: (given.catalogue?.paths ?? []).map(sketchOf),
      placeOf: (keys) => placeOf(keys).place,
    },
    policies: (given.policies ?? []).map((hint) => ({
      matches: matcher(hint.files),
      type: hint.type,
      // An ARN says on whom the policy hangs, not which service assumes it.
      assumedBy: (hint['attached-to'] ?? []).filter(isServicePrincipal),
    })),
  }
}

const noFile: ReturnType<typeof readConfigFile> = { given: {}, placeOf: () => ({ offset: 0, place: 'no file' }) }

function sketchOf(written: WrittenPath): OwnPathSketch {
  const { id, title, mechanism, via, actions, resource, source } = written
  const entryActions = written['entry-actions'] ?? []
  return { id, title, mechanism, via, entryActions, actions, resource, principalArn: written['principal-arn'], source }
}

/** What the engine is told: the settings, the day (`YYYY-MM-DD`) and whether a change or a whole tree is looked at. */
export function engineSettings(
  config: GuardConfig,
  now: { readonly today: string; readonly scope: 'change' | 'tree' },
): EngineSettings {
  const { failOn, contestedLevel, forwardAccessSessions, suppressions, policies } = config
  return { failOn, contestedLevel, forwardAccessSessions, suppressions, policyHints: policies, ...now }
}
