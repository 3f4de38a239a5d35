import { randomUUID } from 'node:crypto'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import { Octokit } from '@octokit/rest'
import { type Fetch, nodeFetch } from './node-fetch.ts'

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

const requestTimeoutMs = 60_000
/** Seconds that one run is ready to wait for rate limits, all waits together. */
const patienceInSeconds = 180
/** Answers that stay what they are; 429 is the throttling plugin's, which waits as long as GitHub asks for. */
const finalStatus = [400, 401, 403, 404, 409, 410, 422, 429, 451]

/** Connects to the API that the runner names (`GITHUB_API_URL`). */
export function connect({ token, fetch, secondInMs = 1000 }: Connection): GitHubApi {
  const send = wholeAnswers(fetch ?? fetchFor(process.env))
  const GuardOctokit = Octokit.plugin(retry, throttling)
  let patience = patienceInSeconds
  const isWorthWaiting = (seconds: number, _request: unknown, _octokit: unknown, retries: number): boolean => {
    patience -= seconds
    return retries < 1 && patience >= 0
  }
  const open = (retriesEnabled: boolean) =>
    new GuardOctokit({
      auth: token,
      userAgent: 'sourceip-guard',
      baseUrl: process.env['GITHUB_API_URL'] || 'https://api.github.com',
      request: { fetch: send },
      log: silent,
      retry: { enabled: retriesEnabled, retryAfterBaseValue: secondInMs, doNotRetry: finalStatus },
      throttle: {
        // Limiters are shared by name: without one of its own the first write would wait for reads over GraphQL.
        id: randomUUID(),
        retryAfterBaseValue: secondInMs,
        onRateLimit: isWorthWaiting,
        onSecondaryRateLimit: isWorthWaiting,
      },
    })
  return { reading: open(true), writing: open(false) }
}

/** What goes wrong is told once, by the one who asked. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/**
 * An answer that came whole and is JSON, or a failure of the network. Octokit takes half an answer for an empty text, and a page of
 * some proxy for content: a read would find nothing in it, and a write would count as done.
 */
function wholeAnswers(fetch: Fetch): Fetch {
  return async (url, asked) => {
    const answer = await fetch(url, { ...asked, signal: AbortSignal.timeout(requestTimeoutMs) })
    if (answer.status >= 300 || bodiless.includes(answer.status)) return answer
    const text = await answer.text()
    if (!isJson(text)) throw new TypeError('the answer was cut off or is no JSON')
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
