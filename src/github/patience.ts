import { setTimeout as sleep } from 'node:timers/promises'

/** What is asked, as far as waiting depends on it. */
export interface Asking {
  readonly method: string
  readonly url: string
}

export interface Answered {
  readonly headers: Readonly<Record<string, unknown>>
  readonly data: unknown
}

/** How long a connection is ready to wait, and for what. */
export interface Patience {
  /** Whether a failure that passes is tried again: a write that failed may have been done nonetheless. */
  readonly retries: boolean
  /** How long a second is, in milliseconds. */
  readonly secondInMs: number
  /** Whether a wait for a rate limit is worth it; asked before each. */
  readonly mayWait: (seconds: number) => boolean
}

type Send<T> = () => Promise<T>

/**
 * Sends as GitHub asks it of a client: writes with a pause in between, longer after what notifies people, again after the wait that a
 * rate limit asks for, and, of reads, again after a failure that passes. A wait that is not needed takes no time at all: the packages
 * for this sleep a dozen times before each request.
 */
export function patient({
  retries,
  secondInMs,
  mayWait,
}: Patience): <T extends Answered>(asking: Asking, send: Send<T>) => Promise<T> {
  const pauses = { write: pause(secondInMs), notification: pause(3 * secondInMs) }
  return async (asking, send) => {
    const isGraphQL = new URL(asking.url, 'https://api.github.com').pathname.endsWith('/graphql')
    const isRead = asking.method === 'GET' || asking.method === 'HEAD'
    if (!isRead) await pauses.write()
    if (!isGraphQL && asking.method === 'POST') await pauses.notification()
    const sendOnce = isGraphQL ? () => withoutFailure(send) : send
    const sendOften = retries ? () => triedAgain(sendOnce, secondInMs) : sendOnce
    try {
      return await sendOften()
    } catch (error) {
      const seconds = limitOf(error, isGraphQL)
      if (seconds === undefined || !mayWait(seconds)) throw error
      await sleep(seconds * secondInMs)
      return await sendOften()
    }
  }
}

/** Waits until so long after the last time. */
function pause(milliseconds: number): () => Promise<void> {
  let free = 0
  return async () => {
    const now = Date.now()
    const start = Math.max(now, free)
    free = start + milliseconds
    if (start > now) await sleep(start - now)
  }
}

const mostRetries = 3
/** Answers that stay what they are; after 403 and 429 it depends on what GitHub says of its limits. */
const finalStatus = [400, 401, 403, 404, 409, 410, 422, 429, 451]

async function triedAgain<T>(send: Send<T>, secondInMs: number): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await send()
    } catch (error) {
      const status = statusOf(error)
      if (tries > mostRetries || status < 400 || finalStatus.includes(status)) throw error
      await sleep(tries ** 2 * secondInMs)
    }
  }
}

interface GraphQLFailure {
  readonly type?: string
  readonly message?: string
}

/** GraphQL answers 200 to a request beyond the limit, and to one that its own server could not carry out. */
async function withoutFailure<T extends Answered>(send: Send<T>): Promise<T> {
  const response = await send()
  const failures = failuresIn(response.data)
  if (failures.some(({ type }) => type === 'RATE_LIMITED'))
    throw Object.assign(new Error('GraphQL Rate Limit Exceeded'), { response })
  const message = failures[0]?.message ?? ''
  if (!/Something went wrong while executing your query/.test(message)) return response
  throw Object.assign(new Error(message), { status: 500, response })
}

function failuresIn(body: unknown): readonly GraphQLFailure[] {
  if (typeof body !== 'object' || body === null || !('errors' in body) || !Array.isArray(body.errors)) return []
  return body.errors
}

/** What GitHub asks for where it does not say how long. */
const secondsUnsaid = 60

/** The seconds to wait for a rate limit; undefined where the failure is none. */
function limitOf(error: unknown, isGraphQL: boolean): number | undefined {
  const status = statusOf(error)
  const mayBeLimit = status === 403 || status === 429 || (isGraphQL && status !== 401)
  const response = responseOf(error)
  if (!mayBeLimit || response === undefined || !(error instanceof Error)) return undefined
  const { headers } = response
  if (/\bsecondary rate\b/i.test(error.message)) return Number(headers['retry-after']) || secondsUnsaid
  const isLimit = failuresIn(response.data).some(({ type }) => type === 'RATE_LIMITED')
  if (headers['x-ratelimit-remaining'] !== '0' && !isLimit) return undefined
  const reset = Math.trunc(Number(headers['x-ratelimit-reset']) || 0)
  // A second more: after the reset, not at it.
  return Math.max(Math.ceil(reset - Date.now() / 1000) + 1, 0)
}

function statusOf(error: unknown): number {
  return error instanceof Error && 'status' in error ? Number(error.status) : 0
}

function responseOf(error: unknown): Answered | undefined {
  const response = error instanceof Error && 'response' in error ? error.response : undefined
  const isAnswer = typeof response === 'object' && response !== null && 'headers' in response
  return isAnswer ? (response as Answered) : undefined // Octokit's own
}
