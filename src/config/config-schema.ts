import * as v from 'valibot'
import { ownMechanisms } from '../model/contracts.ts'
import { policyTypes } from '../model/policy.ts'
import type { SourceFile } from '../model/source.ts'
import { closest } from './closest.ts'
import { isGlob } from './globs.ts'
import { ConfigError, didYouMean, fault, listed, nameOfKeys, quoted } from './messages.ts'
import { commentModes, failOnLevels, forwardAccessSessions, levels, ruleIds, servicePrincipal } from './words.ts'
import { readYaml, type YamlFile } from './yaml-file.ts'

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** How the ids of paths begin that come from the generated tables. */
const generatedId = /^(cfn-(type-|resource-types$)|fas-)/
/** The prefix in small letters, since KMS and the services of RCPs are told by it. */
const actionName = /^[a-z0-9-]+:[A-Za-z][A-Za-z0-9-]*$/
const resourceArn = /^arn:(\*|aws(-[a-z]+)*):[a-z0-9-]+:(\*|[a-z0-9-]*):(\*|aws|[0-9]{12})?:[!-~]+$/
const roleArn = /^arn:(\*|aws(-[a-z]+)*):iam::(\*|[0-9]{12}):role\/[!-~]+$/
const httpsAddress = /^https:\/\/[A-Za-z0-9.-]+(:[0-9]+)?([/?#][!-~]*)?$/
const oneLine = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+$/u
const titleHelp = says(
  'must be one line of at most 160 characters',
  'say what happens, as in `Our pipeline deploys with its own role`',
)
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
const like = (pattern: RegExp, wrong: string, help: string) =>
  v.pipe(v.string(says('must be text', textHelp)), v.regex(pattern, says(wrong, help)))
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

const action = like(
  actionName,
  'must be an action',
  'write it as `s3:GetObject`: a call has one name, so that patterns are of no use here',
)
/** A service that acts as itself or with its own role is called by nobody in particular. */
const needsEntry: readonly string[] = ['forward-access-session', 'service-role']
const ownPath = v.pipe(
  keysOf({
    id: v.pipe(
      like(kebab, 'must be a name in kebab-case', 'write it as `our-deploy-role`'),
      v.check(
        (id) => !generatedId.test(id),
        says('is kept for generated paths', 'choose an id that begins neither with `cfn-type-` nor `fas-`'),
      ),
    ),
    title: v.pipe(
      v.string(says('must be text', textHelp)),
      v.check((title) => oneLine.test(title) && title.trim() !== '' && [...title].length <= 160, titleHelp),
    ),
    mechanism: oneOf(ownMechanisms),
    via: like(
      servicePrincipal,
      'must be a service principal',
      'write the service that makes the calls, as `codebuild.amazonaws.com`',
    ),
    'entry-actions': v.optional(listOf(action)),
    actions: listOf(action),
    resource: v.optional(
      like(resourceArn, 'must be an ARN or a pattern of ARNs', 'write it as `arn:aws:s3:::our-logs/*`'),
    ),
    'principal-arn': v.optional(
      like(
        roleArn,
        'must be the ARN of a role, or a pattern of such ARNs',
        'write it as `arn:aws:iam::111122223333:role/deploy-*`, with `*` for any account',
      ),
    ),
    source: v.optional(like(httpsAddress, 'must be an address', 'write it as `https://wiki.example.com/deploy-role`')),
  }),
  v.check(
    ({ mechanism, 'entry-actions': entry }) => entry !== undefined || !needsEntry.includes(mechanism),
    says('lacks the key `entry-actions`', 'add what is called first, as `- codebuild:StartBuild`'),
  ),
  v.forward(
    v.check(
      ({ mechanism, 'principal-arn': arn }) => arn === undefined || mechanism === 'service-role',
      says('is for service roles alone', 'leave it out, or make the `mechanism` `service-role`'),
    ),
    ['principal-arn'],
  ),
)

/** An own path as it is written. */
export type WrittenPath = v.InferOutput<typeof ownPath>

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
      paths: v.optional(listOf(ownPath)),
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
/** What a configuration file says, its keys as they are written. */
type ConfigFile = v.InferOutput<typeof configSchema>

/** Reads and checks a configuration file. Throws a `ConfigError` that lists everything that is wrong. */
export function readConfigFile(file: SourceFile): {
  readonly given: ConfigFile
  readonly placeOf: YamlFile['placeOf']
} {
  const { value, placeOf } = readYaml(file)
  const result = v.safeParse(configSchema, value ?? {})
  if (result.success) return { given: result.output, placeOf }
  const found = result.issues
    .map((issue) => {
      const keys = (issue.path ?? []).map((item) => item.key)
      const [wrong = '', help = ''] = issue.message.split('\n')
      const { offset, place } = placeOf(keys)
      return { offset, message: fault(`${place}: ${nameOf(issue, keys)}`, wrong, help) }
    })
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ message }) => message)
  throw new ConfigError(found.join('\n'))
}

/** `suppressions[0].expires`; a key that is missing is named by its mapping. */
function nameOf(issue: v.BaseIssue<unknown>, keys: readonly unknown[]): string {
  const isMissing = issue.type === 'strict_object' && issue.received === 'undefined'
  return nameOfKeys(isMissing ? keys.slice(0, -1) : keys)
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}
