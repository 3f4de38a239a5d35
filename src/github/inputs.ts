import { getInput, getMultilineInput } from '@actions/core'
import type { Level } from '../model/finding.ts'

/** An input of the action cannot be used. The message says which, why and, after `help:`, what to do. */
export class InputError extends Error {}

export interface Inputs {
  readonly token: string
  readonly config: string
  readonly pullRequest: number | undefined
  readonly dryRun: boolean
  readonly sarifFile: string | undefined
  readonly jsonFile: string | undefined
  /** What the configuration file may set as well; undefined where the input is not given, so that the file's value holds. */
  readonly overrides: {
    readonly paths: readonly string[] | undefined
    readonly failOn: Level | 'never' | undefined
    readonly comments: 'review' | 'summary' | 'off' | undefined
    readonly maxComments: number | undefined
    readonly resolveThreads: boolean | undefined
  }
}

/** The inputs of the action. Throws an `InputError`. */
export function readInputs(): Inputs {
  const token = given('github-token')
  if (token === undefined)
    throw new InputError('`github-token` is empty\n  help: leave it out, or pass `${{ github.token }}`')
  const paths = getMultilineInput('paths')
  return {
    token,
    config: given('config') ?? defaultConfig,
    pullRequest: wholeNumber('pull-request', 1),
    dryRun: truth('dry-run') ?? false,
    sarifFile: given('sarif-file'),
    jsonFile: given('json-file'),
    overrides: {
      paths: paths.length === 0 ? undefined : paths,
      failOn: oneOf('fail-on', ['error', 'warning', 'notice', 'never']),
      comments: oneOf('comments', ['review', 'summary', 'off']),
      maxComments: wholeNumber('max-comments', 0),
      resolveThreads: truth('resolve-threads'),
    },
  }
}

export const defaultConfig = '.github/sourceip-guard.yml'

function given(name: string): string | undefined {
  const value = getInput(name)
  return value === '' ? undefined : value
}

function oneOf<const T extends string>(name: string, allowed: readonly T[]): T | undefined {
  const value = given(name)
  if (value === undefined) return undefined
  const found = allowed.find((candidate) => candidate === value)
  if (found !== undefined) return found
  throw new InputError(`\`${name}\` cannot be \`${value}\`\n  help: use one of ${allowed.join(', ')}`)
}

function wholeNumber(name: string, least: number): number | undefined {
  const value = given(name)
  if (value === undefined) return undefined
  if (/^\d{1,15}$/.test(value) && Number(value) >= least) return Number(value)
  throw new InputError(`\`${name}\` cannot be \`${value}\`\n  help: use a whole number, ${least} or more`)
}

/** The truth values that YAML 1.2 knows, as the toolkit of Actions takes them. */
function truth(name: string): boolean | undefined {
  const value = given(name)
  if (value === undefined) return undefined
  if (/^(true|True|TRUE)$/.test(value)) return true
  if (/^(false|False|FALSE)$/.test(value)) return false
  throw new InputError(`\`${name}\` cannot be \`${value}\`\n  help: use true or false`)
}
