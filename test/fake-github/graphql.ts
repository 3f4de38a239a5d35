import type { Answer } from './answers.ts'
import { type GraphQlError, mutations, type Resolver, repository } from './graphql-conversation.ts'
import { repositoryBlobs } from './graphql-objects.ts'
import { type Field, type GraphQlQuery, readGraphQl } from './graphql-query.ts'
import type { Token, World } from './world.ts'

type Json = Readonly<Record<string, unknown>>

const queries: Readonly<Record<string, Resolver>> = {
  viewer: (_, { viewer }) => ({
    value: { __typename: 'User', id: `U_${viewer.id}`, login: viewer.login, databaseId: viewer.id },
  }),
  repository: (world, token, args) => {
    const found = repository(world, token, args)
    return 'error' in found ? found : { value: { ...found.value, ...repositoryBlobs(world) } }
  },
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
  const errors: (GraphQlError & { path: readonly string[] })[] = []
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
  // One mutation of several may be refused: the others are done.
  const applied = errors.length < read.fields.length
  return { answer: { status: 200, json: { data, ...(errors.length > 0 ? { errors } : {}) } }, violations, applied }
}

/** Of a value what was selected, and nothing else. */
function projected(value: Json, fields: readonly Field[], violations: string[]): Json {
  const result: Record<string, unknown> = {}
  for (const { name, alias, args, fields: inner } of fields) {
    if (!Object.hasOwn(value, name)) violations.push(`GraphQL: no field ${name}`)
    const raw = value[name]
    const found = typeof raw === 'function' ? raw(args) : raw
    const page = isConnection(found) ? pageOf(found.connection, args, violations) : found
    const nested = typeof page === 'object' && page !== null
    if (nested !== inner.length > 0 && page !== null)
      violations.push(`GraphQL: ${name} ${nested ? 'needs' : 'takes no'} selection`)
    if (Array.isArray(page)) result[alias] = page.map((each: Json) => projected(each, inner, violations))
    else result[alias] = nested ? projected(page as Json, inner, violations) : page
  }
  return result
}

function isConnection(value: unknown): value is { readonly connection: readonly Json[] } {
  return typeof value === 'object' && value !== null && 'connection' in value
}

/** GitHub wants to be told how many, and gives no more than a hundred at a time. */
function pageOf(all: readonly Json[], { first, after }: Json, violations: string[]): Json {
  if (typeof first !== 'number' || first < 1 || first > 100) violations.push('GraphQL: `first` must be 1 to 100')
  const start = typeof after === 'string' ? Number(after) : 0
  const end = start + Number(first)
  return {
    totalCount: all.length,
    nodes: all.slice(start, end),
    pageInfo: { hasNextPage: end < all.length, endCursor: String(Math.min(end, all.length)) },
  }
}
