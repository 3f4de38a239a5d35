import { randomUUID } from 'node:crypto'
import { defaults, getOctokitOptions } from '@actions/github/lib/utils'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import { Octokit } from '@octokit/rest'

export interface Connection {
  readonly token: string
  /** For tests; else the one of `@actions/github`, which knows the runner's proxy. */
  readonly fetch?: typeof globalThis.fetch
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
  const GuardOctokit = Octokit.plugin(retry, throttling)
  let patience = patienceInSeconds
  const isWorthWaiting = (seconds: number, _request: unknown, _octokit: unknown, retries: number): boolean => {
    patience -= seconds
    return retries < 1 && patience >= 0
  }
  const open = (retriesEnabled: boolean) =>
    new GuardOctokit({
      ...getOctokitOptions(token, { userAgent: 'sourceip-guard' }),
      ...defaults,
      request: { ...defaults.request, fetch: wholeAnswers(fetch ?? defaults.request?.fetch) },
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
function wholeAnswers(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (url, options) => {
    const response = await fetch(url, { ...options, signal: AbortSignal.timeout(requestTimeoutMs) })
    if (!response.ok || bodiless.includes(response.status)) return response
    const text = await response.text()
    if (!isJson(text)) throw new TypeError('the answer was cut off or is no JSON')
    return new Response(text, { status: response.status, headers: response.headers })
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
