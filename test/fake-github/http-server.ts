import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type Answer, type Call, type Handler, notFound, notPermitted, ok, problem } from './answers.ts'
import { getContent } from './contents.ts'
import { type Fault, type Faults, faultAnswer } from './faults.ts'
import { compare, getBlob, getCommit, getGitCommit, getTree } from './git-data.ts'
import { answerGraphQl, isMutation } from './graphql.ts'
import { createIssueComment, deleteIssueComment, listIssueComments, updateIssueComment } from './issue-comments.ts'
import { requestViolations, responseViolations, route } from './openapi.ts'
import { presentFullRepository } from './present-repository.ts'
import { getPull, listPullFiles, listPulls } from './pulls.ts'
import {
  createReply,
  createReview,
  createReviewComment,
  deletePendingReview,
  listReviewComments,
  listReviews,
  updateReviewComment,
} from './reviews.ts'
import { repositoryId, type Token, type World } from './world.ts'

/** A request that the server has seen, and how it was answered. */
export interface LogEntry {
  readonly method: string
  /** As asked for, without the query. */
  readonly path: string
  /** GitHub's name for the call (`pulls/create-review`), `graphql`, or `unrouted`. */
  readonly operation: string
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  /** 0 if the connection was cut. */
  readonly status: number
  /** Whether it was meant to change something, and whether it did. */
  readonly write: boolean
  readonly applied: boolean
}

export interface ServerState {
  readonly world: World
  readonly faults: Faults
  readonly log: LogEntry[]
  readonly violations: string[]
  /** Before the API's paths: empty, or `/api/v3` of an enterprise server. */
  readonly prefix: string
}

const handlers: Readonly<Record<string, Handler>> = {
  'git/get-blob': getBlob,
  'git/get-commit': getGitCommit,
  'git/get-tree': getTree,
  'issues/create-comment': createIssueComment,
  'issues/delete-comment': deleteIssueComment,
  'issues/list-comments': listIssueComments,
  'issues/update-comment': updateIssueComment,
  'pulls/create-reply-for-review-comment': createReply,
  'pulls/create-review': createReview,
  'pulls/create-review-comment': createReviewComment,
  'pulls/delete-pending-review': deletePendingReview,
  'pulls/get': getPull,
  'pulls/list': listPulls,
  'pulls/list-files': listPullFiles,
  'pulls/list-review-comments': listReviewComments,
  'pulls/list-reviews': listReviews,
  'pulls/update-review-comment': updateReviewComment,
  'repos/compare-commits-with-basehead': compare,
  'repos/get': ({ world }) => ok(presentFullRepository(world)),
  'repos/get-commit': getCommit,
  'repos/get-content': getContent,
  'users/get-authenticated': () => notPermitted(),
}

interface Outcome {
  readonly operation: string
  readonly answer: Answer
  readonly applied: boolean
}

interface Asked {
  readonly method: string
  readonly url: URL
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  readonly bodyIsJson: boolean
  readonly headers: IncomingMessage['headers']
}

/** The http server of the fake. The caller makes it listen, and closes it. */
export function createFakeServer(stateOf: () => ServerState): ReturnType<typeof createServer> {
  return createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => serve(stateOf(), request, Buffer.concat(chunks), response))
  })
}

function serve(state: ServerState, request: IncomingMessage, bytes: Buffer, response: ServerResponse): void {
  const asked = readRequest(request, bytes)
  const { method, url } = asked
  const fault = state.faults.take(method, url.pathname + url.search)
  const outcome: Outcome =
    fault === undefined || fault.after || fault.half
      ? guarded(state, asked)
      : { operation: operationOf(state, asked), answer: { status: 0 }, applied: false }
  const answer = fault === undefined || fault.half ? outcome.answer : faultAnswer(fault)
  const write = outcome.operation === 'graphql' ? isMutation(asked.body) : method !== 'GET'
  const { operation, applied } = outcome
  const { query, body } = asked
  const status = fault?.destroySocket || fault?.silent ? 0 : answer.status
  state.log.push({ method, path: url.pathname, operation, query, body, status, write, applied: write && applied })
  if (fault?.silent) return
  if (fault?.destroySocket) request.socket.destroy()
  else send(answer, response, fault?.half)
}

function readRequest(request: IncomingMessage, bytes: Buffer): Asked {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
  const common = {
    method: request.method ?? 'GET',
    url,
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
  }
  if (bytes.length === 0) return { ...common, body: undefined, bodyIsJson: true }
  try {
    return { ...common, body: JSON.parse(bytes.toString()), bodyIsJson: true }
  } catch {
    return { ...common, body: bytes.toString(), bodyIsJson: false }
  }
}

/** An exception of the fake itself is a violation too: the test must fail, not the client be puzzled. */
function guarded(state: ServerState, asked: Asked): Outcome {
  try {
    return handle(state, asked)
  } catch (error) {
    return violated(state, operationOf(state, asked), [
      error instanceof Error ? (error.stack ?? error.message) : 'error',
    ])
  }
}

function violated(state: ServerState, operation: string, violations: readonly string[]): Outcome {
  state.violations.push(...violations)
  return { operation, answer: problem(500, `fake GitHub: ${violations.join('; ')}`), applied: false }
}

function pathOf({ world, prefix }: ServerState, { url }: Asked): string {
  const path = url.pathname.startsWith(`${prefix}/`) ? url.pathname.slice(prefix.length) : url.pathname
  // The addresses in `Link` name the repository by its number.
  return path.replace(new RegExp(`^/repositories/${repositoryId}(?=/|$)`), `/repos/${world.owner}/${world.name}`)
}

const isGraphQl = ({ prefix }: ServerState, { url, method }: Asked): boolean =>
  method === 'POST' && url.pathname === (prefix === '' ? '/graphql' : '/api/graphql')

function operationOf(state: ServerState, asked: Asked): string {
  if (isGraphQl(state, asked)) return 'graphql'
  return route(asked.method, pathOf(state, asked))?.operation ?? 'unrouted'
}

function handle(state: ServerState, asked: Asked): Outcome {
  const { world } = state
  const operation = operationOf(state, asked)
  const done = (answer: Answer, applied = false): Outcome => ({ operation, answer, applied })
  const credentials = /^(?:bearer|token) (.+)$/i.exec(asked.headers.authorization ?? '')?.[1]
  if (credentials === undefined) return done(problem(401, 'Requires authentication'))
  const token = world.tokens.get(credentials)
  if (token === undefined) return done(problem(401, 'Bad credentials'))
  if (!asked.bodyIsJson) return done(problem(400, 'Problems parsing JSON'))
  if (operation === 'graphql') {
    const { answer, violations, applied } = answerGraphQl(world, token, asked.body)
    return violations.length > 0 ? violated(state, operation, violations) : done(answer, applied)
  }
  return handleRest(state, asked, token)
}

function handleRest(state: ServerState, asked: Asked, token: Token): Outcome {
  const { world } = state
  const { method, url, query, body, headers } = asked
  const routed = route(method, pathOf(state, asked))
  const handler = routed && handlers[routed.operation]
  if (!routed || !handler) return violated(state, 'unrouted', [`no route for ${method} ${url.pathname}`])
  const { operation, path } = routed
  const violations = [...requestViolations(routed, query, body), ...senseViolations(operation, body)]
  if (violations.length > 0) return violated(state, operation, violations)
  const call: Call = { world, token, operation, path, query, body, headers, url }
  const answer = answerOf(call, handler, method !== 'GET')
  const wrong = answer.raw === undefined ? responseViolations(operation, answer.status, answer.json) : []
  return wrong.length > 0
    ? violated(state, operation, wrong)
    : { operation, answer, applied: answer.status >= 200 && answer.status < 300 }
}

function answerOf(call: Call, handler: Handler, write: boolean): Answer {
  const { world, path, token } = call
  const elsewhere = path['owner'] !== undefined && (path['owner'] !== world.owner || path['repo'] !== world.name)
  if (elsewhere) return notFound()
  return write && token.access === 'read-only' ? notPermitted() : handler(call)
}

/** What GitHub still takes, but nobody should send any more. */
function senseViolations(operation: string, body: unknown): readonly string[] {
  const { position, comments = [] } = (body ?? {}) as {
    position?: unknown
    comments?: readonly { position?: unknown }[]
  }
  const used = position !== undefined || comments.some((comment) => comment.position !== undefined)
  return used ? [`${operation}: \`position\` is closing down, use \`line\``] : []
}

function send(answer: Answer, response: ServerResponse, half: Fault['half']): void {
  const text = answer.raw ?? (answer.json === undefined ? '' : JSON.stringify(answer.json))
  const whole = typeof text === 'string' ? Buffer.from(text) : text
  const body = half === undefined ? whole : whole.subarray(0, whole.length / 2)
  const type = answer.json === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }
  response.writeHead(answer.status, {
    ...type,
    'x-github-request-id': 'FAKE:0000:000000',
    'x-github-media-type': 'github.v3; format=json',
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '999',
    'x-ratelimit-reset': '4102444800',
    ...answer.headers,
    ...(half === 'then-cut' ? { 'content-length': whole.length } : {}),
  })
  if (half === 'then-cut') response.write(body, () => response.destroy())
  else response.end(body)
}
