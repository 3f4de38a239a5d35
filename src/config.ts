import picomatch from 'picomatch'
import * as v from 'valibot'
import { type Document, isAlias, isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml'
import type { EngineSettings, PolicyHint, Registry, Suppression } from './model/contracts.ts'
import type { Level } from './model/finding.ts'
import type { PolicyType } from './model/policy.ts'
import type { ServiceCallPath } from './model/request.ts'
import type { SourceFile } from './model/source.ts'

export type CommentMode = 'review' | 'summary' | 'off'

/** What the configuration file, inputs and flags can set, merged. */
export interface GuardConfig {
  /** Globs that replace the built-in ones; `!glob` excludes. */
  readonly paths: readonly string[] | undefined
  readonly failOn: Level | 'never'
  readonly comments: CommentMode
  readonly maxComments: number
  readonly resolveThreads: boolean
  readonly contestedLevel: Level | undefined
  readonly forwardAccessSessions: EngineSettings['forwardAccessSessions']
  readonly suppressions: readonly Suppression[]
  readonly catalogue: { readonly disable: readonly string[]; readonly services: readonly string[] | undefined }
  readonly policies: readonly PolicyHint[]
}

type Overridable = Pick<GuardConfig, 'paths' | 'failOn' | 'comments' | 'maxComments' | 'resolveThreads'>
/** Settings that are given at the call: action inputs or flags; undefined: not given. They win over the file. */
export type Overrides = { readonly [K in keyof Overridable]?: Overridable[K] | undefined }

/** The configuration cannot be used. The message says where (`file:line`), what is wrong and, after `help:`, what to do. */
export class ConfigError extends Error {}

const levels = ['error', 'warning', 'notice'] as const
/** What `fail-on` may be. */
export const failOnLevels = [...levels, 'never'] as const
const commentModes = ['review', 'summary', 'off'] as const
const forwardAccessSessions = ['unknown', 'address-kept', 'address-lost'] as const

/** The ids of rules that a suppression may name. */
export const ruleIds = [
  'denies-everyone',
  'exemption-removed',
  'exemption-without-effect',
  'invalid-address',
  'ipv6-missing',
  'private-address',
  'service-call-denied',
  'vpc-endpoint-denied',
] as const

const policyTypes: Readonly<Record<string, PolicyType>> = {
  identity: 'identity',
  boundary: 'boundary',
  'permissions-boundary': 'boundary',
  session: 'session',
  scp: 'scp',
  rcp: 'rcp',
  resource: 'resource',
  trust: 'trust',
  vpce: 'vpce',
  'vpc-endpoint': 'vpce',
}

const servicePrincipal = /^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/
const textHelp = 'put it into quotes if YAML takes it for a number or a truth value'

/** What is wrong with a value, to be read after its name, and what to do: the one form of every message below. */
function says(wrong: string, help: string): string {
  return `${wrong}\n${help}`
}

function oneOf<const T extends readonly string[]>(names: T) {
  return v.picklist(names, ({ input }) => {
    const near = typeof input === 'string' ? closest(input, names) : undefined
    return says(`must be one of ${listed(names)}`, near === undefined ? 'write one of them' : didYouMean(near))
  })
}

/** A mapping of these keys and no others. */
function keysOf<const T extends v.ObjectEntries>(entries: T) {
  const names = Object.keys(entries)
  const known = `the keys here are ${listed(names)}`
  return v.pipe(
    v.custom<Readonly<Record<string, unknown>>>(isMapping, says('must be a mapping', known)),
    v.strictObject(entries, ({ expected, path }) => {
      const key = String(path?.at(-1)?.key)
      if (expected !== 'never') return says(`lacks the key ${quoted(key)}`, `add ${quoted(`${key}:`)} here`)
      const near = closest(key, names)
      return says('is an unknown key', near === undefined ? known : `${didYouMean(near)} ${known}`)
    }),
  )
}

function isMapping(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const text = v.pipe(
  v.string(says('must be text', textHelp)),
  v.check((value) => value.trim() !== '', says('must not be empty', 'write something, or leave the key out')),
)
const glob = v.pipe(
  text,
  v.check(isGlob, says('must be a glob', 'write it as in `policies/**/*.json`, with `!` before it to exclude')),
)
const listOf = <T extends v.GenericSchema>(item: T) =>
  v.pipe(
    v.array(item, says('must be a list', 'write each entry on a line of its own, after `- `')),
    v.minLength(1, says('must hold at least one entry', 'leave the key out to keep the default')),
  )
const oneOrMore = v.union(
  [text, listOf(text)],
  says('must be text or a list of texts', 'write one, or each on a line of its own after `- `'),
)
const globs = v.pipe(
  oneOrMore,
  v.transform((value) => [value].flat()),
  v.check((values) => values.every(isGlob), says('must be globs', 'write them as in `policies/**/*.json`')),
)
const attachment = v.pipe(
  oneOrMore,
  v.transform((value) => [value].flat()),
  v.check(
    (values) => values.every((value) => servicePrincipal.test(value) || value.startsWith('arn:')),
    says(
      'must be service principals or ARNs',
      'write for example `lambda.amazonaws.com` for a role that AWS Lambda assumes',
    ),
  ),
)
const date = v.pipe(
  v.string(says('must be a date', 'write it as `YYYY-MM-DD`')),
  v.check(isDate, says('must be a day of the calendar', 'write it as `YYYY-MM-DD`')),
)

const configSchema = keysOf({
  paths: v.optional(listOf(glob)),
  'fail-on': v.optional(oneOf(failOnLevels)),
  comments: v.optional(oneOf(commentModes)),
  'max-comments': v.optional(
    v.custom<number>(
      (value) => Number.isSafeInteger(value) && Number(value) >= 0,
      says('must be a whole number, 0 or more', 'the default is 30'),
    ),
  ),
  'resolve-threads': v.optional(v.boolean(says('must be true or false', 'the default is false'))),
  contested: v.optional(oneOf(levels)),
  'forward-access-sessions': v.optional(oneOf(forwardAccessSessions)),
  suppressions: v.optional(
    listOf(keysOf({ rule: oneOf(ruleIds), file: glob, sid: v.optional(text), reason: text, expires: date })),
  ),
  catalogue: v.optional(
    keysOf({
      disable: v.optional(listOf(glob)),
      services: v.optional(listOf(text)),
      paths: v.optional(v.never(says('is not supported yet', 'leave `catalogue.paths` out'))),
    }),
  ),
  policies: v.optional(
    listOf(
      keysOf({
        files: globs,
        type: v.optional(
          v.pipe(
            oneOf(Object.keys(policyTypes)),
            v.transform((name) => policyTypes[name]),
          ),
        ),
        'attached-to': v.optional(attachment),
      }),
    ),
  ),
})
type ConfigFile = v.InferOutput<typeof configSchema>

/**
 * The settings that the file and the call give together. `file` undefined: there is none, so the defaults hold.
 * Throws a `ConfigError` that lists everything that is wrong.
 */
export function readConfig(file: SourceFile | undefined, overrides: Overrides): GuardConfig {
  const badGlob = overrides.paths?.find((pattern) => !isGlob(pattern))
  if (badGlob !== undefined)
    throw new ConfigError(`\`paths\`: ${quoted(badGlob)} is not a glob\n  help: write it as in \`policies/**/*.json\``)
  const given = file === undefined ? {} : readFile(file)
  return {
    paths: overrides.paths ?? given.paths,
    failOn: overrides.failOn ?? given['fail-on'] ?? 'error',
    comments: overrides.comments ?? given.comments ?? 'review',
    maxComments: overrides.maxComments ?? given['max-comments'] ?? 30,
    resolveThreads: overrides.resolveThreads ?? given['resolve-threads'] ?? false,
    contestedLevel: given.contested,
    forwardAccessSessions: given['forward-access-sessions'] ?? 'unknown',
    suppressions: (given.suppressions ?? []).map(({ rule, file, sid, reason, expires }) => {
      return { rule, matches: matcher([file]), sid, reason, expires }
    }),
    catalogue: { disable: given.catalogue?.disable ?? [], services: given.catalogue?.services },
    policies: (given.policies ?? []).map((hint) => ({
      matches: matcher(hint.files),
      type: hint.type,
      // An ARN says on whom the policy hangs, not which service assumes it.
      assumedBy: (hint['attached-to'] ?? []).filter((name) => servicePrincipal.test(name)),
    })),
  }
}

function readFile({ path, text }: SourceFile): ConfigFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true })
  const place = (offset: number) => `${path}:${lines.linePos(offset).line}`
  const broken = [...document.errors, ...document.warnings].map(
    ({ message, pos }) => `${place(pos[0])}: ${message}\n  help: mend the YAML`,
  )
  if (broken.length > 0) throw new ConfigError(broken.join('\n'))
  const result = v.safeParse(configSchema, plainValue(document, path) ?? {})
  if (result.success) return result.output
  const found = result.issues
    .map((issue) => {
      const keys = (issue.path ?? []).map((item) => item.key)
      const [wrong = '', help = ''] = issue.message.split('\n')
      const offset = offsetOf(document, keys)
      return { offset, message: `${place(offset)}: ${nameOf(issue, keys)} ${wrong}\n  help: ${help}` }
    })
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ message }) => message)
  throw new ConfigError(found.join('\n'))
}

/** What the document says as plain values. Aliases that would blow up in memory are refused by the reader of YAML. */
function plainValue(document: Document.Parsed, path: string): unknown {
  try {
    return document.toJS()
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new ConfigError(`${path}:1: ${message}\n  help: write values out instead of using aliases`, { cause })
  }
}

/** Where the value at `keys` stands: at its key or, in a list, its first character; a key that is missing: at its mapping. */
function offsetOf(document: Document.Parsed, keys: readonly unknown[]): number {
  let node: unknown = document.contents
  let offset = 0
  for (const key of keys) {
    const target: unknown = isAlias(node) ? node.resolve(document) : node
    const pair = isMap(target) ? target.items.find((item) => String(item.key) === String(key)) : undefined
    const at = isSeq(target) ? target.items[Number(key)] : pair?.key
    if (!isNode(at)) return offset
    offset = at.range?.[0] ?? offset
    node = pair === undefined ? at : pair.value
  }
  return offset
}

/** `suppressions[0].expires`; a key that is missing is named by its mapping. */
function nameOf(issue: v.BaseIssue<unknown>, keys: readonly unknown[]): string {
  const isMissing = issue.type === 'strict_object' && issue.received === 'undefined'
  const named = (isMissing ? keys.slice(0, -1) : keys).map((key) =>
    typeof key === 'number' ? `[${key}]` : `.${String(key)}`,
  )
  return named.length === 0 ? 'the file' : quoted(named.join('').replace(/^\./, ''))
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}

/** By extension, since names tell little; whether a file speaks of the key at all is asked of its content. */
const builtInGlobs = [
  '**/*.{tf,tf.json,hcl,json,jsonc,json5,yaml,yml,template,tpl,tftpl,j2}',
  '!**/{node_modules,vendor,dist,.terraform,cdk.out,__snapshots__,cassettes,recordings,.git}/**',
  '!**/*.{tfstate,tfstate.*,snap,snap.json}',
  '!**/*{.test,.spec}.*',
  '!**/{test_*.py,*_test.py,*_test.go}',
  '!**/{package-lock.json,npm-shrinkwrap.json,pnpm-lock.yaml,packages.lock.json,.terraform.lock.hcl}',
  '!**/*{tfplan,.plan}.json',
]

/** Whether a path (repository-relative, `/` between folders) is one that the guard looks at. */
export function fileFilter({ paths }: GuardConfig): (path: string) => boolean {
  if (paths === undefined) return matcher(builtInGlobs)
  // Exclusions alone narrow the built-in globs: taken by themselves they would leave nothing to look at.
  return matcher(paths.every(isExclusion) ? [...builtInGlobs, ...paths] : paths)
}

/** A glob with `!` before it excludes whatever the others say; `!(a|b)` is a pattern of its own. */
function matcher(globs: readonly string[]): (path: string) => boolean {
  const compiled = (some: readonly string[]) => some.map((pattern) => picomatch(pattern, { dot: true }))
  const included = compiled(globs.filter((pattern) => !isExclusion(pattern)).map(normalGlob))
  const excluded = compiled(globs.filter(isExclusion).map((pattern) => normalGlob(pattern.slice(1))))
  return (path) => included.some((matches) => matches(path)) && !excluded.some((matches) => matches(path))
}

function isExclusion(pattern: string): boolean {
  return pattern.startsWith('!') && !pattern.startsWith('!(')
}

/** `./policies/` is meant as `policies/**`; taken literally it would match nothing, in silence. */
function normalGlob(pattern: string): string {
  return pattern
    .trim()
    .replace(/^(\.?\/)+/, '')
    .replace(/\/$/, '/**')
}

function isGlob(pattern: string): boolean {
  const bare = normalGlob(isExclusion(pattern) ? pattern.slice(1) : pattern)
  return bare !== '' && bare.length <= 4096
}

/** What the engine is told: the settings, the day (`YYYY-MM-DD`) and whether a change or a whole tree is looked at. */
export function engineSettings(
  config: GuardConfig,
  now: { readonly today: string; readonly scope: 'change' | 'tree' },
): EngineSettings {
  const { failOn, contestedLevel, forwardAccessSessions, suppressions, policies } = config
  return { failOn, contestedLevel, forwardAccessSessions, suppressions, policyHints: policies, ...now }
}

/**
 * The registry without the catalogue's entries that are disabled or of other services. Throws a `ConfigError` for a service that
 * no entry has: a slip of the pen would else leave nothing to find.
 */
export function narrowed(registry: Registry, { catalogue: { disable, services } }: GuardConfig): Registry {
  const unknown = services?.find((name) => !registry.catalogue.some((path) => isCalledBy(path, name)))
  if (unknown !== undefined) {
    const near = closest(
      unknown,
      registry.catalogue.map(({ via }) => shortService(via)),
    )
    const help = near === undefined ? 'list the services with `sourceip-guard paths`' : didYouMean(near)
    throw new ConfigError(
      `\`catalogue.services\`: no path of the catalogue is called by ${quoted(unknown)}\n  help: ${help}`,
    )
  }
  const isDisabled = disable.length === 0 ? () => false : matcher(disable)
  const catalogue = registry.catalogue.filter(
    (path) => !isDisabled(path.id) && (services === undefined || services.some((name) => isCalledBy(path, name))),
  )
  return { ...registry, catalogue }
}

/** Whether a service, by its principal or the first part of that (`cloudformation`), makes the calls of a path. */
export function isCalledBy({ via }: ServiceCallPath, service: string): boolean {
  const wanted = service.toLowerCase()
  return via === wanted || shortService(via) === wanted
}

function shortService(via: string): string {
  return via.replace(/\.amazonaws\.com(\.cn)?$/, '')
}

/** The candidate that `word` is most likely a slip of; undefined where none is near. The first of equals wins. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const limit = Math.min(3, Math.max(1, Math.floor(word.length / 2)))
  const [best] = candidates
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .toSorted((a, b) => a.distance - b.distance)
  return best?.candidate
}

/** Levenshtein's distance, where two letters changed over count as one slip. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)]
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(Math.min(replaced, at(i - 1, j) + 1, at(i, j - 1) + 1, swapped ? at(i - 2, j - 2) + 1 : Infinity))
    }
  }
  return at(a.length, b.length)
}

function didYouMean(name: string): string {
  return `did you mean ${quoted(name)}?`
}

function quoted(name: string): string {
  return `\`${name}\``
}

function listed(names: readonly string[]): string {
  return names.map(quoted).join(', ')
}
