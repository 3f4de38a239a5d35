import { engineSettings, type GuardConfig } from '../config/guard-config.ts'
import { narrowed } from '../config/narrowed.ts'
import { inspect } from '../inspect.ts'
import type { ChangedFile } from '../model/change.ts'
import type { EngineSettings } from '../model/contracts.ts'
import type { Report } from '../model/finding.ts'
import { registry } from '../registry.ts'

/** The report on files under a configuration. */
export function judge(
  files: readonly ChangedFile[],
  config: GuardConfig,
  now: Pick<EngineSettings, 'today' | 'scope' | 'baseDate'>,
): Report {
  return inspect(files, narrowed(registry, config), engineSettings(config, now))
}
