import { setTimeout as sleep } from 'node:timers/promises'

/** GitHub could not be asked. The message says what was wanted, what came back and, after `help:`, what to do. */
export class GitHubError extends Error {}

/** What became of a write. None of these is a reason to fail: the verdict does not depend on what could be posted. */
export type Written<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** The token may not write here: pull requests from forks and by Dependabot, missing `permissions`. */
  | { readonly kind: 'no-permission' }
  | { readonly kind: 'refused'; readonly message: string }
  /** No answer, or a failure of the server: it may have been done nonetheless. */
  | { readonly kind: 'unknown'; readonly message: string }

/** Gives the answer of `ask`; throws a `GitHubError` for whatever goes wrong. `wanted` is read after "could not read". */
export async function answerOf<T>(wanted: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (cause) {
    if (cause instanceof GitHubError) throw cause
    throw new GitHubError(`could not read ${wanted}: ${failureText(cause)}`, { cause })
  }
}

/** An answer of 404 as undefined; other failures are thrown on. */
export async function answerOrNone<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (failureOf(error).status === 404) return undefined
    throw error
  }
}

/**
 * All items of a list in pages of 100; at most `maxPages`. An answer that is no list is an error: a body cut off on the way comes
 * as empty text with status 200, and must not count as an empty list.
 */
export async function allPages<T>(
  maxPages: number,
  askPage: (page: number) => Promise<{ readonly data: readonly T[]; readonly headers: { readonly link?: string } }>,
): Promise<readonly T[]> {
  const items: T[] = []
  for (let page = 1; page <= maxPages; page++) {
    const { data, headers } = await askPage(page)
    if (!Array.isArray(data))
      throw new GitHubError('GitHub’s answer was cut off or is no list\n  help: run the job again')
    items.push(...data)
    if (!/\brel="next"/.test(headers.link ?? '')) return items
  }
  throw new GitHubError(`GitHub’s list is longer than ${maxPages * 100} entries`)
}

/**
 * Tries a write, and once more where GitHub says that it came too quickly. Such refusals also come with status 422, which the
 * throttling plugin does not know. `secondInMs`: the length of a second when waiting.
 */
export async function written<T>(secondInMs: number, send: () => Promise<T>): Promise<Written<T>> {
  try {
    return { kind: 'done', value: await send() }
  } catch (error) {
    if (!cameTooQuickly(error)) return outcomeOf(error)
  }
  await sleep(waitSeconds * secondInMs)
  try {
    return { kind: 'done', value: await send() }
  } catch (error) {
    return outcomeOf(error)
  }
}

const waitSeconds = 60

function cameTooQuickly(error: unknown): boolean {
  const { status, message } = failureOf(error)
  return status === 422 && /submitted too quickly|"abuse"/i.test(message)
}

/** What became of a write that failed. */
export function outcomeOf(error: unknown): Exclude<Written<never>, { kind: 'done' }> {
  const { status, message, answered } = failureOf(error)
  if (!answered || status >= 500) return { kind: 'unknown', message }
  const isLimit = status === 429 || /rate limit/i.test(message)
  if ((status === 401 || status === 403 || status === 404) && !isLimit) return { kind: 'no-permission' }
  return { kind: 'refused', message }
}

function failureText(error: unknown): string {
  const { status, message, answered } = failureOf(error)
  if (status === 0) return `GitHub’s answer cannot be used (${message})\n  help: run the job again`
  if (!answered)
    return `GitHub did not answer (${message})\n  help: run the job again; see https://www.githubstatus.com`
  return `GitHub answered ${status} (${message})\n  help: ${helps.find(({ is }) => is(status, message))?.help}`
}

const helps: readonly { is(status: number, message: string): boolean; help: string }[] = [
  { is: (status, message) => status === 429 || /rate limit/i.test(message), help: 'run the job again later' },
  { is: (status) => status === 401, help: 'pass a valid token as `github-token`' },
  {
    is: (status) => status === 403 || status === 404,
    help: 'give the job `permissions: { contents: read, pull-requests: write }`',
  },
  { is: () => true, help: 'run the job again' },
]

interface Failure {
  /** 0 where it is no failure of a request. */
  readonly status: number
  readonly message: string
  /** Whether an answer came at all. Octokit gives status 500 to failures of the network as well. */
  readonly answered: boolean
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { status: 0, message: String(error), answered: false }
  const status = 'status' in error ? Number(error.status) : 0
  const answered = 'response' in error && error.response !== undefined
  return { status, message: error.message.split(' - https://')[0] ?? '', answered }
}
