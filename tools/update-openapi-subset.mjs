// Run by a maintainer, by hand: takes the operations that SourceIp Guard uses out of GitHub's OpenAPI description, for the
// fake GitHub of the end-to-end tests.
//
//   npm install --prefix /tmp/openapi @octokit/openapi     (385 MB, so it is no dependency of this project)
//   node tools/update-openapi-subset.mjs /tmp/openapi/node_modules/@octokit/openapi/generated/api.github.com.json
//
// Writes test/openapi/github-subset.json. Same input, same bytes. Put the version into test/openapi/NOTICE.md.
import { readFile, writeFile } from 'node:fs/promises'

const operations = [
  'git/get-blob',
  'git/get-commit',
  'git/get-tree',
  'issues/create-comment',
  'issues/delete-comment',
  'issues/list-comments',
  'issues/update-comment',
  'pulls/create-reply-for-review-comment',
  'pulls/create-review',
  'pulls/create-review-comment',
  'pulls/delete-pending-review',
  'pulls/get',
  'pulls/list',
  'pulls/list-files',
  'pulls/list-review-comments',
  'pulls/list-reviews',
  'pulls/update-review-comment',
  'repos/compare-commits-with-basehead',
  'repos/get',
  'repos/get-commit',
  'repos/get-content',
  'users/get-authenticated',
]
/** What says nothing about validity. `default` goes too: whoever fills defaults in would hide a missing value. */
const dropped = new Set([
  'title',
  'description',
  'example',
  'examples',
  'default',
  'deprecated',
  'externalDocs',
  'discriminator',
  'nullable',
])
const holdsOneSchema = new Set(['items', 'additionalProperties', 'not'])
const holdsSchemas = new Set(['oneOf', 'anyOf', 'allOf'])

const [source] = process.argv.slice(2)
if (source === undefined) {
  console.error('usage: node tools/update-openapi-subset.mjs <api.github.com.json of @octokit/openapi>')
  process.exit(2)
}
const description = JSON.parse(await readFile(source, 'utf8'))
const schemas = new Map()

/** The thing that a `$ref` of the description points to. */
function resolve(node) {
  if (node?.$ref === undefined) return node
  const steps = node.$ref.slice(2).split('/')
  return resolve(steps.reduce((at, step) => at[step], description))
}

function reference($ref) {
  const name = $ref.replace('#/components/schemas/', '')
  if (!schemas.has(name)) {
    schemas.set(name, undefined) // the name is taken before the walk, since schemas refer to themselves
    schemas.set(name, named(name))
  }
  return { $ref: `#/schemas/${name}` }
}

/** GitHub writes `repository` and `nullable-repository` out in full, each; where they agree, one refers to the other. */
function named(name) {
  const schema = jsonSchema(description.components.schemas[name])
  const plain = description.components.schemas[name.replace(/^nullable-/, '')]
  if (plain === undefined || !name.startsWith('nullable-')) return schema
  const same = JSON.stringify(jsonSchema({ ...plain, nullable: true })) === JSON.stringify(schema)
  return same ? { anyOf: [jsonSchema({ $ref: `#/components/schemas/${name.slice(9)}` }), { type: 'null' }] } : schema
}

/** OpenAPI 3.0 says `nullable`, JSON Schema has the type `null`. An `enum` has to name null as well. */
function orNull(schema) {
  const { type, enum: values, ...rest } = schema
  if (type === undefined) return { anyOf: [schema, { type: 'null' }] }
  const widened = { type: [type, 'null'], ...rest }
  return values === undefined || values.includes(null) ? widened : { ...widened, enum: [...values, null] }
}

function jsonSchema(node) {
  if (node.$ref !== undefined) return reference(node.$ref)
  const schema = {}
  for (const key of Object.keys(node).sort()) {
    const value = node[key]
    if (dropped.has(key) || key.startsWith('x-')) continue
    if (key === 'properties') schema.properties = mapValues(value, jsonSchema)
    else if (holdsSchemas.has(key)) schema[key] = value.map(jsonSchema)
    else if (holdsOneSchema.has(key) && typeof value === 'object') schema[key] = jsonSchema(value)
    else schema[key] = value
  }
  return node.nullable === true ? orNull(schema) : schema
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]))
}

function parametersIn(place, parameters) {
  const chosen = parameters.map(resolve).filter((parameter) => parameter.in === place)
  const required = chosen.filter((parameter) => parameter.required === true).map((parameter) => parameter.name)
  const properties = Object.fromEntries(chosen.map((parameter) => [parameter.name, jsonSchema(parameter.schema)]))
  return { type: 'object', additionalProperties: false, properties, ...(required.length > 0 ? { required } : {}) }
}

function response(node) {
  const media = Object.entries(resolve(node).content ?? {})
  return Object.fromEntries(
    media.filter(([, { schema }]) => schema).map(([type, { schema }]) => [type, jsonSchema(schema)]),
  )
}

function extracted(method, path, operation) {
  const body = operation.requestBody && resolve(operation.requestBody)
  const schema = body?.content['application/json'].schema
  return {
    method: method.toUpperCase(),
    path,
    pathParameters: parametersIn('path', operation.parameters ?? []),
    query: parametersIn('query', operation.parameters ?? []),
    ...(schema ? { bodyRequired: body.required === true, body: jsonSchema(schema) } : {}),
    responses: mapValues(operation.responses, response),
  }
}

const found = new Map()
for (const [path, methods] of Object.entries(description.paths)) {
  for (const [method, operation] of Object.entries(methods)) {
    if (operations.includes(operation.operationId)) found.set(operation.operationId, extracted(method, path, operation))
  }
}
const missing = operations.filter((id) => !found.has(id))
if (missing.length > 0) {
  console.error(`the description has no operation ${missing.join(', ')}`)
  process.exit(2)
}

/** One line an entry: a change of GitHub's description then shows as a readable diff of few lines. */
function lines(entries) {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
  return sorted.map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(',\n')
}

const head = { package: '@octokit/openapi', version: description.info.version, licence: 'MIT, see NOTICE.md' }
const text = `{
  "source": ${JSON.stringify(head)},
  "operations": {
${lines(found)}
  },
  "schemas": {
${lines(schemas)}
  }
}
`
await writeFile(new URL('../test/openapi/github-subset.json', import.meta.url), text)
console.log(`${found.size} operations, ${schemas.size} schemas, ${(text.length / 1024).toFixed(0)} kB`)
