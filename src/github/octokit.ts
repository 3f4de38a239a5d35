import { Octokit } from '@octokit/rest'
import { type Answer, type Fetch, nodeFetch } from './node-fetch.ts'

export interface Connection {
  readonly token: string
  /** For tests. */
  readonly fetch?: Fetch
  /** How long a second is, in milliseconds, when waiting before another try. Tests wait less. */
  readonly secondInMs?: number
}

/** GitHub that is asked: reads are tried again, writes are not, since one that failed may have been done nonetheless. */
export interface GitHubApi {
  readonly reading: Octokit
  readonly writing: Octokit
}

/** Octokit without plugins that wait. */
export type Bare = typeof Octokit

const requestTimeoutMs = 60_000

/**
 * Connects to the API that the runner names (`GITHUB_API_URL`). What keeps to limits and tries again, `patient.ts`, sleeps some
 * milliseconds before each request and takes its time to load, so a read that goes well does without.
 */
export function connect({ token, fetch, secondInMs = 1000 }: Connection): GitHubApi {
  const send = wholeAnswers(fetch ?? fetchFor(process.env))
  const settings = {
    auth: token,
    userAgent: 'sourceip-guard',
    baseUrl: process.env['GITHUB_API_URL'] || 'https://api.github.com',
    request: { fetch: send },
    log: silent,
  }
  let loaded: Promise<GitHubApi> | undefined
  const patient = (): Promise<GitHubApi> => {
    loaded ??= import('./patient.ts').then(({ patientApi }) => patientApi(Octokit, settings, secondInMs))
    return loaded
  }
  const reading = new Octokit(settings)
  reading.hook.wrap('request', async (request, asked) => {
    let first: Promise<Answer> | undefined
    const sendNoted: Fetch = (url, about) => {
      first = send(url, about)
      return first
    }
    // What is handed to `request` in their place does not get beyond the next hook.
    Object.assign(asked.request, { fetch: sendNoted })
    try {
      const answer = await request(asked)
      if (!hasErrors(answer.data)) return answer
    } catch (failure) {
      if (first === undefined || isFinal(failure)) throw failure
    }
    const { request: again } = (await patient()).reading
    return again({ ...asked, request: { fetch: beginningWith(first, send) } })
  })
  const writing = new Octokit(settings)
  writing.hook.wrap('request', async (_, asked) => {
    const { request: write } = (await patient()).writing
    return write({ ...asked, request: { fetch: send } })
  })
  return { reading, writing }
}

/** What goes wrong is told once, by the one who asked. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** Answers that stay what they are, and tell of no limit. */
export const finalStatus: readonly number[] = [400, 401, 404, 409, 410, 422, 451]

function isFinal(failure: unknown): boolean {
  return failure instanceof Error && 'status' in failure && finalStatus.includes(Number(failure.status))
}

/** GraphQL tells of limits and mishaps in an answer of status 200. */
function hasErrors(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'errors' in data
}

/** Gives what came of the first try once more, instead of asking at once a second time. */
function beginningWith(first: Promise<Answer> | undefined, send: Fetch): Fetch {
  let given = first
  return (url, asked) => {
    const outcome = given ?? send(url, asked)
    given = undefined
    return outcome
  }
}

/**
 * An answer that came whole and is JSON, or a failure of the network. Octokit takes half an answer for an empty text, and a page of
 * some proxy for content: a read would find nothing in it, and a write would count as done.
 */
function wholeAnswers(fetch: Fetch): Fetch {
  return async (url, asked) => {
    const answer = await fetch(url, { ...asked, signal: AbortSignal.timeout(requestTimeoutMs) })
    if (bodiless.includes(answer.status)) return answer
    const text = await answer.text()
    if (answer.status < 300 && !isJson(text)) throw new TypeError('the answer was cut off or is no JSON')
    return { ...answer, text: async () => text }
  }
}

const bodiless = [204, 205]

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** How to ask: what knows proxies takes longer to load than a run without a policy, and is loaded where there is one. */
function fetchFor(environment: NodeJS.ProcessEnv): Fetch {
  const names = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY']
  if (!names.some((name) => environment[name])) return nodeFetch()
  return async (url, asked) => (await import('./proxy-fetch.ts')).proxyFetch(url, asked)
}
