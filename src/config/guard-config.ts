import type { EngineSettings, OwnPathSketch, PolicyHint, Suppression } from '../model/contracts.ts'
import type { Level } from '../model/finding.ts'
import type { readConfigFile, WrittenPath } from './config-schema.ts'
import { isGlob, matcher } from './globs.ts'
import { ConfigError, fault, quoted } from './messages.ts'
import type { CatalogueConfig } from './narrowed.ts'
import { servicePrincipal } from './words.ts'

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
 * The settings that a file, by what it says, and the call give together. Without a file the defaults hold. Throws a `ConfigError`
 * for a glob of the call that is none.
 */
export function guardConfig(overrides: Overrides, { given, placeOf }: Written = noFile): GuardConfig {
  const badGlob = overrides.paths?.find((pattern) => !isGlob(pattern))
  if (badGlob !== undefined)
    throw new ConfigError(fault('`paths`:', `${quoted(badGlob)} is not a glob`, 'write it as in `policies/**/*.json`'))
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
      assumedBy: (hint['attached-to'] ?? []).filter((name) => servicePrincipal.test(name)),
    })),
  }
}

type Written = ReturnType<typeof readConfigFile>

const noFile: Written = { given: {}, placeOf: () => ({ offset: 0, place: 'no file' }) }

function sketchOf(written: WrittenPath): OwnPathSketch {
  const { id, title, mechanism, via, actions, resource, source } = written
  const entryActions = written['entry-actions'] ?? []
  return { id, title, mechanism, via, entryActions, actions, resource, principalArn: written['principal-arn'], source }
}

/** What the engine is told: the settings, and of the run what it looks at, its day and when the base was made. */
export function engineSettings(
  config: GuardConfig,
  now: Pick<EngineSettings, 'today' | 'scope' | 'baseDate'>,
): EngineSettings {
  const { failOn, contestedLevel, forwardAccessSessions, suppressions, policies } = config
  return { failOn, contestedLevel, forwardAccessSessions, suppressions, policyHints: policies, ...now }
}
