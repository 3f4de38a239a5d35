import { closeSync, openSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { visibleLines } from '../report/plain-text.ts'

interface Stream {
  readonly isTTY?: boolean
  /** The width of a terminal. */
  readonly columns?: number
  readonly write: (text: string) => unknown
}

/** What a command sees of its caller: the current folder, the environment and three streams. */
export interface Shell {
  readonly folder: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly input: AsyncIterable<string> & { readonly isTTY?: boolean }
  readonly output: Stream
  readonly errors: Stream
}

/** Where the answer of a command goes. */
export interface Output {
  readonly write: (text: string) => void
  readonly close: () => void
  readonly colour: boolean
  /** Whether a person reads it directly, so that nothing in it may steer the terminal. */
  readonly isTerminal: boolean
}

/** Standard output, or the file that `--output` names. */
export function openOutput({ folder, env, output }: Shell, file: string | undefined): Output {
  if (file === undefined) {
    const isTerminal = output.isTTY === true
    const write = (text: string) => void output.write(text)
    return { write, close: () => {}, colour: wantsColour(isTerminal, env), isTerminal }
  }
  const descriptor = openSync(resolve(folder, file), 'w')
  const write = (text: string) => void writeSync(descriptor, text)
  return { write, close: () => closeSync(descriptor), colour: false, isTerminal: false }
}

/**
 * Colours on a terminal, none in a pipe, under NO_COLOR (no-color.org) or where the terminal has none. FORCE_COLOR (force-color.org)
 * goes before all of that; `0` and `false` in it mean none, as they do to Node.
 */
export function wantsColour(isTerminal: boolean, env: Shell['env']): boolean {
  const forced = env['FORCE_COLOR'] ?? ''
  if (forced !== '') return forced !== '0' && forced !== 'false'
  return isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb'
}

/** Tells the person at the terminal something that is not the answer. */
export function tell({ errors }: Shell, kind: 'error' | 'warning' | 'note', text: string): void {
  errors.write(`${kind}: ${visibleLines(text)}\n`)
}
