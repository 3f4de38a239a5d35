import { closest } from './config/closest.ts'
import { readConfigFile } from './config/config-schema.ts'
import { fileFilter } from './config/globs.ts'
import { engineSettings, type GuardConfig, guardConfig, type Overrides } from './config/guard-config.ts'
import { ConfigError } from './config/messages.ts'
import { callingServices, isCalledBy, narrowed, ownPaths } from './config/narrowed.ts'
import { failOnLevels, ruleIds } from './config/words.ts'
import type { SourceFile } from './model/source.ts'

export type { GuardConfig, Overrides }
export {
  ConfigError,
  callingServices,
  closest,
  engineSettings,
  failOnLevels,
  fileFilter,
  isCalledBy,
  narrowed,
  ownPaths,
  ruleIds,
}

/**
 * The settings that the file and the call give together. `file` undefined: there is none, so the defaults hold.
 * Throws a `ConfigError` that lists everything that is wrong.
 */
export function readConfig(file: SourceFile | undefined, overrides: Overrides): GuardConfig {
  return guardConfig(overrides, file && readConfigFile(file))
}
