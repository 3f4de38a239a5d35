import type { Answer } from './answers.ts'
import { type Field, type GraphQlQuery, readGraphQl } from './graphql-query.ts'
import type { IssueComment, ReviewComment, Token, World } from './world.ts'

type Json = Readonly<Record<string, unknown>>
export interface GraphQlError {
  readonly type: string
  readonly message: string
}
type Resolved = { readonly value: Json } | { readonly error: GraphQlError }
type Resolver = (world: World, token: Token, args: Json) => Resolved

const classifiers = ['ABUSE', 'DUPLICATE', 'OFF_TOPIC', 'OUTDATED', 'RESOLVED', 'SPAM']

const queries: Readonly<Record<string, Resolver>> = {
  viewer: (_, { viewer }) => ({
    value: { __typename: 'User', id: `U_${viewer.id}`, login: viewer.login, databaseId: viewer.id },
  }),
}

const mutations: Readonly<Record<string, Resolver>> = {
  minimizeComment: (world, token, args) => {
    const { subjectId, classifier } = args['input'] as { subjectId?: string; classifier?: string }
    if (token.access === 'read-only') return { error: forbidden }
    if (!classifiers.includes(classifier ?? '')) return { error: { type: 'INVALID', message: 'no such classifier' } }
    const comment = commentByNode(world, subjectId ?? '')
    if (comment === undefined)
      return {
        error: { type: 'NOT_FOUND', message: `Could not resolve to a node with the global id of '${subjectId}'` },
      }
    comment.minimized = (classifier ?? '').toLowerCase()
    const state = { isMinimized: true, minimizedReason: comment.minimized, viewerCanMinimize: true }
    return { value: { clientMutationId: null, minimizedComment: { ...state, id: subjectId } } }
  },
}

const forbidden: GraphQlError = { type: 'FORBIDDEN', message: 'Resource not accessible by integration' }

function commentByNode(world: World, node: string): ReviewComment | IssueComment | undefined {
  const [kind, id] = node.split('_')
  const lists: Readonly<Record<string, readonly (ReviewComment | IssueComment)[]>> = {
    PRRC: world.reviewComments,
    IC: world.issueComments,
  }
  return lists[kind ?? '']?.find((comment) => comment.id === Number(id))
}

/** Whether a GraphQL request changes something. Text that cannot be read counts as a change. */
export function isMutation(body: unknown): boolean {
  return !/^\s*(?:query\b|\{)/.test(String((body as { query?: unknown } | undefined)?.query))
}

/** Answers a GraphQL request; what the fake does not know is a violation. Errors come with status 200, as GitHub's do. */
export function answerGraphQl(
  world: World,
  token: Token,
  body: unknown,
): { readonly answer: Answer; readonly violations: readonly string[]; readonly applied: boolean } {
  const { query, variables } = (body ?? {}) as { query?: string; variables?: Json }
  const violations: string[] = []
  let read: GraphQlQuery
  try {
    read = readGraphQl(query ?? '', variables ?? {})
  } catch (error) {
    return { answer: { status: 500 }, violations: [`GraphQL: ${String(error)} in ${query}`], applied: false }
  }
  const data: Record<string, unknown> = {}
  const errors: object[] = []
  for (const field of read.fields) {
    const resolver = (read.kind === 'query' ? queries : mutations)[field.name]
    if (resolver === undefined) {
      violations.push(`GraphQL: the fake knows no ${read.kind} ${field.name}`)
      continue
    }
    const resolved = resolver(world, token, field.args)
    if ('error' in resolved) {
      data[field.alias] = null
      errors.push({ ...resolved.error, path: [field.alias] })
    } else data[field.alias] = projected(resolved.value, field.fields, violations)
  }
  const applied = errors.length === 0
  return { answer: { status: 200, json: { data, ...(applied ? {} : { errors }) } }, violations, applied }
}

/** Of a value what was selected, and nothing else. */
function projected(value: Json, fields: readonly Field[], violations: string[]): Json {
  const result: Record<string, unknown> = {}
  for (const { name, alias, fields: inner } of fields) {
    if (!Object.hasOwn(value, name)) violations.push(`GraphQL: no field ${name}`)
    const found = value[name]
    const nested = typeof found === 'object' && found !== null
    if (nested !== inner.length > 0) violations.push(`GraphQL: ${name} ${nested ? 'needs' : 'takes no'} selection`)
    result[alias] = nested ? projected(found as Json, inner, violations) : found
  }
  return result
}
