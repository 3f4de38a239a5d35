import { type ClientRequest, Agent as HttpAgent, type IncomingMessage, request as plainRequest } from 'node:http'
import { Agent as HttpsAgent, request as secureRequest } from 'node:https'
import { promisify } from 'node:util'

/** What Octokit gives to a `fetch`. */
export interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | undefined
  readonly signal?: AbortSignal
}

/** What Octokit takes from an answer: the part of `Response` that it uses. */
export interface Answer {
  readonly status: number
  readonly statusText: string
  readonly url: string
  /** By names in small letters. */
  readonly headers: ReadonlyMap<string, string>
  text(): Promise<string>
  arrayBuffer(): Promise<ArrayBuffer>
}

export type Fetch = (url: string, asked?: Asked) => Promise<Answer>

/** A repository that moved sends on once. */
const mostRedirects = 5

/**
 * A `fetch` on Node's own clients, for runners without a proxy. The global one takes longer to load than all the rest of a run on a
 * pull request without a policy.
 */
export function nodeFetch(): Fetch {
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) }
  const follow = async (url: URL, asked: Asked, redirects: number): Promise<Answer> => {
    const { message, body } = await answerTo(url, asked, agents)
    const location = message.headers.location
    if (!isRedirect(message.statusCode) || location === undefined) return await answerOf(message, body, url)
    if (redirects === 0) throw new Error('GitHub sends from one address to the next')
    const next = new URL(location, url)
    return follow(next, redirected(asked, { from: url, to: next, status: message.statusCode ?? 0 }), redirects - 1)
  }
  return (url, asked = {}) => follow(new URL(url), asked, mostRedirects)
}

interface Agents {
  readonly http: HttpAgent
  readonly https: HttpsAgent
}

/** The answer with its whole body: one that is cut off is a failure. */
function answerTo(
  url: URL,
  { method = 'GET', headers = {}, body, signal }: Asked,
  { http, https }: Agents,
): Promise<{ readonly message: IncomingMessage; readonly body: Buffer }> {
  return new Promise((resolve, reject) => {
    const sent = { method, headers: { 'accept-encoding': 'gzip', ...headers }, ...(signal ? { signal } : {}) }
    const onAnswer = (message: IncomingMessage): void => {
      const chunks: Buffer[] = []
      message.on('data', (chunk: Buffer) => chunks.push(chunk))
      message.on('error', (cause) => reject(signal?.aborted ? signal.reason : cause))
      message.on('end', () => resolve({ message, body: Buffer.concat(chunks) }))
    }
    const request: ClientRequest =
      url.protocol === 'https:'
        ? secureRequest(url, { ...sent, agent: https }, onAnswer)
        : plainRequest(url, { ...sent, agent: http }, onAnswer)
    // As `fetch` does it: what Node says of an end to the wait is taken for a wish of ours, and not tried again.
    request.on('error', (cause) => reject(signal?.aborted ? signal.reason : cause))
    request.end(body)
  })
}

async function answerOf(message: IncomingMessage, body: Buffer, url: URL): Promise<Answer> {
  const bytes = message.headers['content-encoding'] === 'gzip' ? await unzipped(body) : body
  const headers = Object.entries(message.headers).map(([name, value]): [string, string] => [name, String(value)])
  return {
    status: message.statusCode ?? 0,
    statusText: message.statusMessage ?? '',
    url: url.href,
    headers: new Map(headers),
    text: async () => bytes.toString('utf8'),
    arrayBuffer: async () => Uint8Array.from(bytes).buffer,
  }
}

async function unzipped(body: Buffer): Promise<Buffer> {
  const { gunzip } = await import('node:zlib')
  return promisify(gunzip)(body)
}

function isRedirect(status = 0): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

/** The token stays with the host that it was given to. */
function redirected(asked: Asked, { from, to, status }: { from: URL; to: URL; status: number }): Asked {
  const kept = Object.entries(asked.headers ?? {}).filter(
    ([name]) => from.origin === to.origin || !/^authorization$/i.test(name),
  )
  const headers = Object.fromEntries(kept)
  const keepsMethod = status === 307 || status === 308 || asked.method === 'GET'
  return keepsMethod ? { ...asked, headers } : { ...asked, headers, method: 'GET', body: undefined }
}
