import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'
import { type ActionResult, type ActionRun, newFolder, runIn, type Variables } from './run-action.ts'

/** Waits of a second or more take a thousandth; a request may be without an answer for so long, in milliseconds. */
const faster = 1000
const longestRequest = 250

/**
 * Runs the action inside this thread, from its sources: some milliseconds instead of a process. For threads of their own only: it
 * takes the thread's output, variables and clock. All runs of a thread go to a GitHub at the same address, which is read once.
 */
export async function runInside(run: ActionRun): Promise<ActionResult> {
  quicken()
  return runIn(place, run, async (env) => {
    const said = captured()
    try {
      return { status: await withVariables(env), stdout: said.text(), stderr: '' }
    } finally {
      said.release()
    }
  })
}

/** One for all runs: the toolkit keeps the path of the summary. */
const place = newFolder()

async function withVariables(env: Variables): Promise<number> {
  for (const name of Object.keys(process.env)) if (/^(GITHUB|INPUT|RUNNER)_/.test(name)) delete process.env[name]
  Object.assign(process.env, env)
  const { guard } = await import('../../src/action/guard.ts')
  return guard()
}

function captured(): { readonly text: () => string; readonly release: () => void } {
  const chunks: string[] = []
  const { write } = process.stdout
  process.stdout.write = (chunk: string | Uint8Array): boolean => chunks.push(String(chunk)) > 0
  const release = (): void => {
    process.stdout.write = write
  }
  return { text: () => chunks.join(''), release }
}

let isQuick = false

/** The clock of the guard, not of what is below it: waits of less than a second are left as they are. */
function quicken(): void {
  if (isQuick) return
  isQuick = true
  const shortened = (ms = 0): number => (ms < 600 ? ms : ms / faster)
  const { setTimeout: later } = globalThis
  const { setTimeout: sleep } = timers
  globalThis.setTimeout = Object.assign(
    (work: () => void, ms?: number, ...rest: []) => later(work, shortened(ms), ...rest),
    later,
  )
  timers.setTimeout = (ms, ...rest) => sleep(shortened(ms), ...rest)
  syncBuiltinESMExports()
  const { timeout } = AbortSignal
  AbortSignal.timeout = (ms) => timeout.call(AbortSignal, Math.min(ms, longestRequest))
}
