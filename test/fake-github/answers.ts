import type { IncomingHttpHeaders } from 'node:http'
import type { Token, World } from './world.ts'

/** A request, routed and checked. */
export interface Call {
  readonly world: World
  readonly token: Token
  readonly operation: string
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  readonly headers: IncomingHttpHeaders
  /** The whole address as it was asked for, for `Link`. */
  readonly url: URL
}

export interface Answer {
  readonly status: number
  /** A value is sent as JSON, text and bytes as they are. */
  readonly json?: unknown
  readonly raw?: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

export type Handler = (call: Call) => Answer

export const ok = (json: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status: 200,
  json,
  headers,
})
export const created = (json: unknown): Answer => ({ status: 201, json })

const docs = 'https://docs.github.com/rest'

/** An error as GitHub words it: a message, where to read, and the status once more. */
export function problem(status: number, message: string, more: object = {}): Answer {
  return { status, json: { message, ...more, documentation_url: docs, status: String(status) } }
}

export const notFound = (): Answer => problem(404, 'Not Found')
export const notPermitted = (): Answer => problem(403, 'Resource not accessible by integration')

/** The 422 of "create a review": sentences, none of which says which comment is meant. */
export const unprocessable = (...errors: readonly string[]): Answer => problem(422, 'Unprocessable Entity', { errors })

/** The 422 of most other calls. */
export const invalid = (resource: string, field: string, message: string): Answer =>
  problem(422, 'Validation Failed', { errors: [{ resource, code: 'custom', field, message }] })

/** The kind of content a client asks for by `application/vnd.github.<kind>+json`. */
export function mediaKind(call: Call): string {
  return (
    /application\/vnd\.github\.(?:v3\.)?(raw|diff|patch|object|sha)\b/.exec(call.headers.accept ?? '')?.[1] ?? 'json'
  )
}

/** One page of a list and its `Link` header: 30 a page unless asked for, never more than 100. */
export function paged(call: Call, items: readonly unknown[]): Answer {
  const size = Math.min(Number(call.query['per_page'] ?? 30) || 30, 100)
  const page = Math.max(Number(call.query['page'] ?? 1) || 1, 1)
  const last = Math.max(Math.ceil(items.length / size), 1)
  const link = linkHeader(call, page, last)
  return ok(items.slice((page - 1) * size, page * size), link === '' ? {} : { link })
}

/** As GitHub does it, the addresses name the repository by number: a client must follow them as they are. */
export function linkHeader(call: Call, page: number, last: number): string {
  const to = (target: number, rel: string): string => {
    const url = new URL(call.url)
    url.pathname = url.pathname.replace(/\/repos\/[^/]+\/[^/]+/, `/repositories/70107786`)
    url.searchParams.set('page', String(target))
    return `<${url}>; rel="${rel}"`
  }
  const links = [
    ...(page > 1 ? [to(page - 1, 'prev')] : []),
    ...(page < last ? [to(page + 1, 'next'), to(last, 'last')] : []),
    ...(page > 1 ? [to(1, 'first')] : []),
  ]
  return links.join(', ')
}
