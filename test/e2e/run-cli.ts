import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly input?: string | Buffer
  readonly env?: Readonly<Record<string, string>>
  /** The Node to run it on; by default the one that runs the tests. */
  readonly node?: string
}

/** Runs the built command line as a user would, its output in pipes. */
export function runCli(
  args: readonly string[],
  { cwd, input = '', env = {}, node = process.execPath }: RunOptions = {},
): Run {
  const { status, stdout, stderr, error } = spawnSync(node, [cli, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  if (error !== undefined) throw error
  return { status, stdout, stderr }
}

/** The Node of the machine outside `node_modules`, if it is an older one than runs the tests; the command line must do with it. */
export function hostNode(): string | undefined {
  const candidates = spawnSync('which', ['-a', 'node'], { encoding: 'utf8' }).stdout?.split('\n') ?? []
  return candidates.find((path) => {
    if (path === '' || path.includes('node_modules')) return false
    const version = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? ''
    return /^v2[0-3]\./.test(version)
  })
}
