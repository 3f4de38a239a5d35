/**
 * The parts of SARIF 2.1.0 that the guard writes, as a JSON Schema: what the standard (OASIS, section 3) requires of them, and closed,
 * so that a property that is not described here is a mistake. The whole schema of the standard is tried where SARIF_SCHEMA names it.
 */
const text = { type: 'string', minLength: 1 } as const
const line = { type: 'integer', minimum: 1 } as const

function object(properties: Readonly<Record<string, unknown>>, optional: readonly string[] = []): object {
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return { type: 'object', additionalProperties: false, properties, required }
}

function list(items: object, minItems = 0): object {
  return { type: 'array', items, minItems }
}

const message = object({ text, markdown: text }, ['markdown'])
const region = object({ startLine: line, endLine: line })
const artifactLocation = object({ uri: { type: 'string', format: 'uri-reference' }, uriBaseId: { const: '%SRCROOT%' } })
const level = { enum: ['none', 'note', 'warning', 'error'] }

const fix = object({
  description: message,
  artifactChanges: list(
    object({
      artifactLocation,
      replacements: list(object({ deletedRegion: region, insertedContent: object({ text: { type: 'string' } }) }), 1),
    }),
    1,
  ),
})

const result = object(
  {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: 0 },
    level,
    message,
    locations: list(object({ physicalLocation: object({ artifactLocation, region }) }), 1),
    partialFingerprints: { type: 'object', additionalProperties: text },
    fixes: list(fix, 1),
    suppressions: list(
      object({ kind: { enum: ['inSource', 'external'] }, status: { enum: ['accepted'] }, justification: text }),
    ),
  },
  ['partialFingerprints', 'fixes', 'suppressions'],
)

const rule = object(
  {
    id: text,
    shortDescription: message,
    helpUri: { type: 'string', format: 'uri' },
    help: object({ text, markdown: text }),
    properties: object({ tags: { ...list(text), uniqueItems: true } }),
  },
  ['helpUri'],
)

export const sarifSubset = object({
  $schema: { type: 'string', format: 'uri' },
  version: { const: '2.1.0' },
  runs: list(
    object({
      tool: object({
        driver: object({ name: text, semanticVersion: text, rules: { ...list(rule), uniqueItems: true } }),
      }),
      columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
      results: list(result),
    }),
    1,
  ),
})
