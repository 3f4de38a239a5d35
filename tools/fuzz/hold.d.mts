import type { inspect } from '../../src/inspect.ts'
import type { SourceFile } from '../../src/model/source.ts'

export interface Change {
  readonly base: SourceFile | undefined
  readonly head: SourceFile
  readonly scope: 'tree' | 'change'
  /** Whether against the whole catalogue. */
  readonly whole?: boolean
}

/**
 * What does not hold of a change, as the name of the law and a sentence; undefined where all does. `engine` and `longest` are for tests
 * of the laws.
 */
export function broken(
  change: Change,
  engine?: typeof inspect,
  longest?: number,
): { readonly law: string; readonly why: string } | undefined
