import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createFaults, type Fault } from './faults.ts'
import { createGitRepository, type FileChange } from './git-repository.ts'
import { createFakeServer, type LogEntry, type ServerState } from './http-server.ts'
import { createPeople, type People } from './people.ts'
import { account, actionsBot, githubLimits, type Limits, type World } from './world.ts'

export { type Fault, rateLimits } from './faults.ts'
export type { FileChange } from './git-repository.ts'
export type { LogEntry } from './http-server.ts'
export type { Payload } from './payload.ts'

export interface FakeGitHubOptions {
  /** What the token may do: `read-only` is what a pull request from a fork gets. */
  readonly access?: 'write' | 'read-only'
  /** `contents: write`, which is needed for resolving threads. */
  readonly contents?: 'read' | 'write'
  /** Whose token it is: `github-actions[bot]` if not given. */
  readonly viewer?: string
  readonly owner?: string
  readonly name?: string
  /** Serve under `/api/v3` and `/api/graphql`, as GitHub Enterprise Server does. */
  readonly enterprise?: boolean
  /** GitHub's limits, made small. */
  readonly limits?: Partial<Limits>
  /** When the repository begins: its first commit has this date. 2026-01-01 if not given. */
  readonly begins?: Date
  /** The port to listen at; any if not given. */
  readonly port?: number
  /** Files of the first commit on `main`. */
  readonly files?: Readonly<Record<string, FileChange>>
}

/** The server, with everything that people do to the repository while a test runs. */
export interface FakeGitHub extends People {
  /** GITHUB_API_URL, GITHUB_GRAPHQL_URL and GITHUB_SERVER_URL. */
  readonly url: string
  readonly graphqlUrl: string
  readonly serverUrl: string
  readonly repo: { readonly owner: string; readonly name: string; readonly fullName: string }
  readonly token: string
  /** Another token, of another person or with other rights. */
  readonly addToken: (options: {
    viewer?: string
    access?: 'write' | 'read-only'
    contents?: 'read' | 'write'
  }) => string
  readonly log: readonly LogEntry[]
  /** The log entries that changed something. */
  readonly writes: () => readonly LogEntry[]
  readonly clearLog: () => void
  /** What was asked or answered against GitHub's description, or not understood. Not empty: `close` throws. */
  readonly violations: readonly string[]
  readonly failNext: (fault: Fault) => void
  /** Faults that no request has met yet, by where they wait. */
  readonly unmetFaults: () => readonly RegExp[]
  /** Takes back all faults. */
  readonly calm: () => void
  /** What is said now, to come back to: the call that it gives restores it, and takes back all faults and the log. */
  readonly remember: () => () => void
  /** Stops the server and removes the repository. Throws if there were violations, or if a fault was never met. */
  readonly close: () => Promise<void>
}

/** A stateful GitHub on a port of this machine, with one repository in a temporary folder and nothing in it but `files`. */
export async function startFakeGitHub(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const prefix = options.enterprise ? '/api/v3' : ''
  let state: ServerState | undefined
  const server = createFakeServer(() => {
    if (state === undefined) throw new Error('a request came before the server was ready')
    return state
  })
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  server.unref() // a test that fails before \`close\` must not keep its process alive
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const world = createWorld(origin, prefix, options)
  const running: ServerState = { world, faults: createFaults(), log: [], violations: [], prefix }
  state = running
  const addToken: FakeGitHub['addToken'] = ({ viewer = actionsBot.login, access = 'write', contents = 'read' }) => {
    const token = `ghs_fake${world.tokens.size}`
    world.tokens.set(token, { viewer: account(viewer), access, contents })
    return token
  }
  const people = createPeople(world)
  people.commit(world.defaultBranch, options.files ?? { 'README.md': '# example\n' })
  return {
    ...people,
    url: world.api,
    graphqlUrl: `${origin}${options.enterprise ? '/api' : ''}/graphql`,
    serverUrl: origin,
    repo: { owner: world.owner, name: world.name, fullName: `${world.owner}/${world.name}` },
    token: addToken(options),
    addToken,
    log: running.log,
    writes: () => running.log.filter(({ applied }) => applied),
    clearLog: () => running.log.splice(0),
    violations: running.violations,
    failNext: running.faults.add,
    unmetFaults: () => running.faults.unmet().map(({ path }) => path),
    calm: running.faults.clear,
    remember: () => remember(running),
    close: async () => {
      server.closeAllConnections()
      server.close()
      world.git.remove()
      const unmet = running.faults.unmet().map(({ path }) => `no request met the fault on ${path}`)
      const wrong = [...running.violations, ...unmet]
      if (wrong.length > 0) throw new Error(`fake GitHub:\n${wrong.join('\n')}`)
    },
  }
}

const newYear = new Date(Date.UTC(2026, 0, 1))

function remember({ world, faults, log }: ServerState): () => void {
  const { reviews, reviewComments, issueComments } = structuredClone({
    reviews: world.reviews,
    reviewComments: world.reviewComments,
    issueComments: world.issueComments,
  })
  return () => {
    world.reviews.splice(0, Infinity, ...structuredClone(reviews))
    world.reviewComments.splice(0, Infinity, ...structuredClone(reviewComments))
    world.issueComments.splice(0, Infinity, ...structuredClone(issueComments))
    faults.clear()
    log.splice(0)
  }
}

function createWorld(origin: string, prefix: string, options: FakeGitHubOptions): World {
  let ids = 1000
  let seconds = 0
  const beginning = Math.floor((options.begins ?? newYear).getTime() / 1000) * 1000
  return {
    git: createGitRepository(),
    limits: { ...githubLimits, ...options.limits },
    api: origin + prefix,
    web: origin,
    owner: options.owner ?? 'example-org',
    name: options.name ?? 'infrastructure',
    defaultBranch: 'main',
    branches: new Map(),
    forkBranches: new Set(),
    tokens: new Map(),
    pulls: new Map(),
    reviews: [],
    reviewComments: [],
    issueComments: [],
    diffs: new Map(),
    nextId: () => ids++,
    now: () => new Date(beginning + 1000 * seconds++).toISOString().replace('.000', ''),
  }
}
