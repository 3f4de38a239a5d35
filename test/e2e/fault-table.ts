import { type Fault, rateLimits } from '../fake-github/faults.ts'
import type { LogEntry } from '../fake-github/server.ts'

/** A way for a call to go wrong, and whether trying again helps a read. */
export interface FaultKind {
  readonly name: string
  readonly shape: Omit<Fault, 'path' | 'method' | 'skip' | 'times'>
  /** `final`: an answer that is taken for one. */
  readonly kind: 'passing' | 'final'
}

export const faultKinds: readonly FaultKind[] = [
  { name: 'the connection breaks', kind: 'passing', shape: { destroySocket: true } },
  { name: 'it is done and the connection breaks', kind: 'passing', shape: { destroySocket: true, after: true } },
  { name: 'half the answer and the connection breaks', kind: 'passing', shape: { half: 'then-cut' } },
  { name: 'half the answer as if it were all', kind: 'passing', shape: { half: 'as-if-whole' } },
  { name: 'no answer', kind: 'passing', shape: { silent: true } },
  { name: 'it is done and no answer comes', kind: 'passing', shape: { silent: true, after: true } },
  { name: 'a page in place of an answer', kind: 'passing', shape: { status: 200, html: true } },
  { name: 'a page of the front end', kind: 'passing', shape: { status: 502, html: true } },
  { name: 'it is done and answered with 502', kind: 'passing', shape: { status: 502, after: true } },
  { name: '500', kind: 'passing', shape: { status: 500 } },
  { name: '403, too many requests', kind: 'passing', shape: rateLimits.secondary(1) },
  { name: '429', kind: 'passing', shape: rateLimits.tooManyRequests(1) },
  { name: '422, too quickly', kind: 'final', shape: rateLimits.tooQuickly() },
  { name: '401', kind: 'final', shape: { status: 401, body: { message: 'Bad credentials' } } },
  { name: '403', kind: 'final', shape: { status: 403, body: { message: 'Resource not accessible by integration' } } },
  { name: '404', kind: 'final', shape: { status: 404, body: { message: 'Not Found' } } },
  { name: '409', kind: 'final', shape: { status: 409, body: { message: 'Git Repository is empty.' } } },
  { name: '422', kind: 'final', shape: { status: 422, body: { message: 'Validation Failed' } } },
]

/** A call of a run: the how manieth request of its kind it was. */
export interface KnownCall {
  readonly name: string
  readonly method: string
  readonly path: RegExp
  readonly skip: number
  /** What the call is for: `found` reads what is judged, `told` comes after the verdict. */
  readonly part: 'found' | 'told'
  /** A read that may fail without harm: what it asks for is asked for otherwise, or its absence makes the check stricter. */
  readonly isSpare: boolean
}

/** The calls of a run by its log. */
export function callsOf(log: readonly LogEntry[], base: string): KnownCall[] {
  const seen = new Map<string, number>()
  const firstTold = log.findIndex(({ body }) => /reviewThreads/.test(JSON.stringify(body ?? '')))
  return log.map(({ method, path, query, operation, body }, index) => {
    const asked = `${path}${Object.keys(query).length === 0 ? '' : `?${new URLSearchParams(query)}`}`
    const key = `${method} ${asked}`
    const skip = seen.get(key) ?? 0
    seen.set(key, skip + 1)
    const text = JSON.stringify(body ?? '')
    const what = operation === 'graphql' ? `graphql ${/mutation|reviewThreads|byteSize/.exec(text)?.[0]}` : operation
    const isBase = operation === 'repos/get-content' && query['ref'] === base && !path.endsWith('.yml')
    return {
      name: `${index}: ${what} ${operation === 'graphql' ? '' : asked.replace(/^.*?\/infrastructure/, '')}`,
      method,
      path: new RegExp(`^${escaped(path)}${Object.keys(query).length === 0 ? '$' : `\\?`}${queryPattern(query)}`),
      skip,
      part: firstTold >= 0 && index >= firstTold ? 'told' : 'found',
      isSpare: /byteSize/.test(text) || isBase,
    }
  })
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** All of the query, in whatever order and encoding. */
function queryPattern(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => `(?=.*\\b${escaped(name)}=${escaped(encodeURIComponent(value))}(?:&|$))`)
    .join('')
}
