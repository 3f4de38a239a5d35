import { type Answer, problem } from './answers.ts'

/** A failure that the next matching requests will meet. */
export interface Fault {
  /** Any method if not given. */
  readonly method?: string
  /** Looked for in path and query. */
  readonly path: RegExp
  readonly status?: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** The request is carried out and only its answer is lost. */
  readonly after?: boolean
  /** How often; once if not given. Infinity: for ever. */
  readonly times?: number
  /** How many matching requests pass before. */
  readonly skip?: number
  /** Cut the connection without an answer. */
  readonly destroySocket?: boolean
  /** Answer with a page, as GitHub's front end does when what is behind it is down. */
  readonly html?: boolean
  /** The request is carried out, and half of its answer comes: as if that were all, or the connection breaks after it. */
  readonly half?: 'as-if-whole' | 'then-cut'
  /** Never answer. */
  readonly silent?: boolean
}

export interface Faults {
  readonly add: (fault: Fault) => void
  readonly take: (method: string, path: string) => Fault | undefined
  /** Faults that no request has met yet. */
  readonly unmet: () => readonly Fault[]
  /** All is well from now on. */
  readonly clear: () => void
}

export function createFaults(): Faults {
  const waiting: { fault: Fault; skip: number; times: number; met: boolean }[] = []
  return {
    add: (fault) => waiting.push({ fault, skip: fault.skip ?? 0, times: fault.times ?? 1, met: false }),
    take: (method, path) => {
      const found = waiting.find(
        ({ fault, times }) => times > 0 && (fault.method ?? method) === method && fault.path.test(path),
      )
      if (found === undefined) return undefined
      if (found.skip > 0) {
        found.skip -= 1
        return undefined
      }
      found.times -= 1
      found.met = true
      return found.fault
    },
    unmet: () => waiting.filter(({ met }) => !met).map(({ fault }) => fault),
    clear: () => waiting.splice(0),
  }
}

const page =
  '<!DOCTYPE html><html><head><title>Unicorn! &middot; GitHub</title></head><body>No server is currently available.</body></html>'

/** What the client gets to see of a fault. */
export function faultAnswer({ status = 502, body, headers = {}, html }: Fault): Answer {
  if (html) return { status, raw: page, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } }
  return body === undefined ? { ...problem(status, 'Server Error'), headers } : { status, json: body, headers }
}

type Shape = Pick<Fault, 'status' | 'body' | 'headers'>
const docs = 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api'

/** How GitHub says that a client is too fast: one limit, three shapes; and the primary limit. */
export const rateLimits = {
  /** 403 with `retry-after`. */
  secondary: (retryAfter = 1): Shape => ({
    status: 403,
    headers: { 'retry-after': String(retryAfter) },
    body: {
      documentation_url: docs,
      message:
        'You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.',
    },
  }),
  tooManyRequests: (retryAfter = 1): Shape => ({
    status: 429,
    headers: { 'retry-after': String(retryAfter) },
    body: {
      documentation_url: docs,
      message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    },
  }),
  /** 422, which looks like a mistake of the client. */
  tooQuickly: (): Shape => ({
    status: 422,
    body: {
      message: 'Validation Failed',
      errors: [{ resource: 'PullRequestReview', code: 'custom', field: 'base', message: 'was submitted too quickly' }],
      documentation_url: docs,
      status: '422',
    },
  }),
  abuse: (): Shape => ({
    status: 422,
    body: {
      message: 'Validation Failed',
      errors: [{ resource: 'PullRequestReviewComment', code: 'abuse', field: 'base' }],
      documentation_url: docs,
      status: '422',
    },
  }),
  primary: (resetInSeconds = 1): Shape => ({
    status: 403,
    headers: {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + resetInSeconds),
    },
    body: { message: 'API rate limit exceeded for installation.', documentation_url: docs },
  }),
} as const
