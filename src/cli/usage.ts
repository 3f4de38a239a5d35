import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { closest } from '../config.ts'

/** The call cannot be understood. The message has a `help:` line. */
export class UsageError extends Error {}

/** What a value is, for the completion of shells: the name of a file, of a commit in git, or one of a few words. */
export type Completes = 'file' | 'ref' | readonly string[]

export interface Option {
  /** What stands for the value in the help; absent for a switch. */
  readonly value?: string
  readonly help: string
  readonly completes?: Completes
}

export interface Synopsis {
  readonly name: string
  /** What may follow the name, as the help shows it. */
  readonly operands: string
  readonly completes?: Completes
  /** For the list of commands. */
  readonly summary: string
  /** Sentences of at most 80 columns a line. */
  readonly does: string
  /** Calls without the program's name; in the shell's language behind `<` and `|`. */
  readonly examples: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  /** How many operands there may be. */
  readonly maxOperands: number
}

export interface Call {
  readonly flags: ReadonlyMap<string, string>
  readonly switches: ReadonlySet<string>
  readonly operands: readonly string[]
}

/** An option of every command. */
export const helpOption: Option = { help: 'show this' }

/** The arguments of one command. Throws a `UsageError` for what the command does not know. */
export function parseCall(synopsis: Synopsis, args: readonly string[]): Call {
  const options: ParseArgsConfig['options'] = { help: { type: 'boolean', short: 'h' } }
  for (const [name, { value }] of Object.entries(synopsis.options))
    options[name] = { type: value === undefined ? 'boolean' : 'string' }
  const { values, positionals } = parseOrExplain(synopsis, args, options)
  if (positionals.length > synopsis.maxOperands)
    throw usage(synopsis, `\`${positionals[synopsis.maxOperands]}\` is one operand too many`)
  const given = Object.entries(values)
  return {
    flags: new Map(given.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))),
    switches: new Set(given.flatMap(([name, value]) => (value === true ? [name] : []))),
    operands: positionals,
  }
}

function parseOrExplain(synopsis: Synopsis, args: readonly string[], options: NonNullable<ParseArgsConfig['options']>) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    const unknown = /^Unknown option '(--?[^']*)'/.exec(message)?.[1]
    if (unknown === undefined) throw usage(synopsis, message.split('.')[0] ?? message)
    const near = closest(
      unknown,
      Object.keys(options).map((name) => `--${name}`),
    )
    throw usage(synopsis, `unknown option \`${unknown}\``, near)
  }
}

/** An error of usage, with the way to the command's help. */
export function usage({ name }: Pick<Synopsis, 'name'>, wrong: string, near?: string): UsageError {
  const guess = near === undefined ? '' : `did you mean \`${near}\`? `
  return new UsageError(`${wrong}\n  help: ${guess}see \`sourceip-guard ${name} --help\``)
}

/** The text of the file that a flag names, looked up from `folder`; undefined where the flag is not given. */
export function readFlag({ flags }: Call, synopsis: Synopsis, flag: string, folder: string): string | undefined {
  const file = flags.get(flag)
  if (file === undefined) return undefined
  try {
    return readFileSync(resolve(folder, file), 'utf8')
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw usage(synopsis, `\`--${flag}\`: \`${file}\` cannot be read: ${reason}`)
  }
}

/** The value of a flag that takes one of a few names. */
export function choiceOf<const T extends string>(
  { flags }: Call,
  synopsis: Synopsis,
  flag: string,
  choices: readonly T[],
): T | undefined {
  const given = flags.get(flag)
  if (given === undefined) return undefined
  const chosen = choices.find((choice) => choice === given)
  if (chosen !== undefined) return chosen
  throw usage(synopsis, `\`--${flag}\` must be one of ${choices.join(', ')}, not \`${given}\``, closest(given, choices))
}

/** The help of one command, at most a screen of it. */
export function helpOf({ name, operands, does, options, examples }: Synopsis): string {
  const rows = Object.entries({ ...options, help: helpOption }).map(
    ([option, { value, help }]) => [`--${option}${value === undefined ? '' : ` ${value}`}`, help] as const,
  )
  const usage = ['usage: sourceip-guard', name, '[OPTIONS]', operands].join(' ').trimEnd()
  const calls = examples.map((example) => `  sourceip-guard ${example}\n`).join('')
  return `${usage}\n\n${does}\n\n${table(rows)}\nexamples:\n${calls}`
}

/** Two columns. */
export function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('')
}
