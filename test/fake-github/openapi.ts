import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'

interface Schema {
  readonly [keyword: string]: unknown
  readonly properties?: Readonly<Record<string, Schema>>
}

interface Operation {
  readonly method: string
  readonly path: string
  readonly pathParameters: Schema
  readonly query: Schema
  readonly bodyRequired?: boolean
  readonly body?: Schema
  readonly responses: Readonly<Record<string, Readonly<Record<string, Schema>>>>
}

interface Description {
  readonly operations: Readonly<Record<string, Operation>>
  readonly schemas: Record<string, Schema>
}

/** Where GitHub's answers differ from GitHub's description: these properties are null as well. */
const alsoNull: readonly (readonly [schema: string, property: string, why: string])[] = [
  ['pull-request-review-comment', 'line', 'of an outdated comment and of a comment on a file'],
  ['pull-request-review-comment', 'position', 'of an outdated comment'],
  ['pull-request-review-comment', 'original_line', 'of a comment on a file'],
]

const text = readFileSync(new URL('../openapi/github-subset.json', import.meta.url), 'utf8')
// Absolute references, so that the operations can be compiled one by one and share the schemas.
const description = JSON.parse(text.replaceAll('"#/schemas/', '"github#/schemas/')) as Description
for (const [name, property] of alsoNull) {
  const schema = description.schemas[name]
  const known = schema?.properties?.[property]
  if (schema === undefined || known === undefined)
    throw new Error(`no ${property} in ${name}: is the errata list stale?`)
  description.schemas[name] = {
    ...schema,
    properties: { ...schema.properties, [property]: { anyOf: [known, { type: 'null' }] } },
  }
}

const formats = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
  uri: (value: string) => URL.canParse(value),
  email: /@/,
  int64: true,
} as const
/** Compiled for a short life: shared schemas become functions of their own, and nothing is optimised. */
const quick = { inlineRefs: false, validateSchema: false, code: { optimize: false } } as const
const options = { strict: false, allErrors: true, formats, ...quick } as const
const values = new Ajv(options)
/** Path and query are text; the description says what they mean. */
const parameters = new Ajv({ ...options, coerceTypes: true })
for (const ajv of [values, parameters]) ajv.addSchema({ $id: 'github', schemas: description.schemas })

const compiled = new Map<string, ValidateFunction>()

/** Compiles a schema when it is first needed: most runs need few of them. */
function validator(ajv: Ajv, key: string, schema: Schema): ValidateFunction {
  const known = compiled.get(key) ?? ajv.compile(schema)
  compiled.set(key, known)
  return known
}

function complaints(ajv: Ajv, key: string, schema: Schema, value: unknown): readonly string[] {
  const validate = validator(ajv, key, schema)
  if (validate(value)) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${key}${instancePath}: ${message} ${JSON.stringify(params)}`,
  )
}

/** GitHub ignores what it does not know; here an unknown property is a mistake in the client. */
function closed(schema: Schema): Schema {
  const { properties, items } = schema as { properties?: Record<string, Schema>; items?: Schema }
  return {
    ...schema,
    ...(items ? { items: closed(items) } : {}),
    ...(properties
      ? {
          additionalProperties: false,
          properties: Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, closed(inner)])),
        }
      : {}),
  }
}

export interface Routed {
  readonly operation: string
  readonly path: Readonly<Record<string, string>>
}

/** Parameters that may hold slashes: GitHub takes branch names and paths unencoded there. */
const greedy = new Set(['path', 'basehead', 'ref', 'tree_sha'])
const routes = Object.entries(description.operations)
  .map(([operation, { method, path }]) => {
    const names: string[] = []
    const pattern = path.replace(/\{(\w+)\}/g, (_, name: string) => {
      names.push(name)
      return greedy.has(name) ? '(.*)' : '([^/]+)'
    })
    // The contents of the root are asked for without a path.
    const shown = pattern.replace(/contents\/\(\.\*\)$/, 'contents/?(.*)')
    return { operation, method, names, pattern: new RegExp(`^${shown}$`) }
  })
  // The one with fewer parameters first: pulls/comments/{id} before pulls/{n}/….
  .sort((one, other) => one.names.length - other.names.length)

/** The operation that a request means; undefined if the description has none. */
export function route(method: string, pathname: string): Routed | undefined {
  for (const { operation, method: wanted, names, pattern } of routes) {
    const match = wanted === method ? pattern.exec(pathname) : null
    if (match === null) continue
    const path = names.map((name, index) => [name, decoded(match[index + 1] ?? '')] as const)
    return { operation, path: Object.fromEntries(path) }
  }
  return undefined
}

/** Text whose escapes are broken stays as it is: it names nothing. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What is wrong with a request by GitHub's description, taken strictly: nothing unknown may be in it. */
export function requestViolations(
  { operation, path }: Routed,
  query: Readonly<Record<string, string>>,
  body: unknown,
): readonly string[] {
  const known = description.operations[operation]
  if (known === undefined) return [`${operation} is not in the description`]
  const found = [
    ...complaints(parameters, `${operation} path`, known.pathParameters, { ...path }),
    ...complaints(parameters, `${operation} query`, known.query, { ...query }),
  ]
  if (known.body === undefined) return body === undefined ? found : [...found, `${operation} takes no body`]
  if (body === undefined) return known.bodyRequired ? [...found, `${operation} needs a body`] : found
  return [...found, ...complaints(values, `${operation} body`, closed(known.body), body)]
}

/** What is wrong with an answer: the fake must not give what GitHub would not. */
export function responseViolations(operation: string, status: number, json: unknown): readonly string[] {
  const documented = description.operations[operation]?.responses[String(status)]
  if (documented === undefined) return undocumented.has(status) ? [] : [`${operation} never answers ${status}`]
  const schemas = Object.values(documented)
  if (json === undefined || schemas.length === 0) return []
  const found = schemas.map((schema, index) =>
    complaints(values, `${operation} ${status}${index > 0 ? ` (${index + 1})` : ''}`, schema, json),
  )
  return found.some((list) => list.length === 0) ? [] : found.flat()
}

/** Statuses that every operation may have, whether or not the description lists them. */
const undocumented = new Set([401, 403, 404, 406, 410, 422, 429])
