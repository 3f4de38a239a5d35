import { ChangesError } from '../changes/git.ts'
import { ConfigError, closest } from '../config.ts'
import { version } from '../version.ts'
import { completion, completionSynopsis } from './completion.ts'
import { fix, fixSynopsis } from './fix.ts'
import { check, checkSynopsis, diff, diffSynopsis } from './inspections.ts'
import { paths, pathsSynopsis } from './paths.ts'
import { probe, probeSynopsis } from './probe.ts'
import { type Shell, tell } from './shell.ts'
import { simulate, simulateSynopsis } from './simulate.ts'
import { type Call, helpOf, parseCall, type Synopsis, table, UsageError } from './usage.ts'

interface Command {
  readonly synopsis: Synopsis
  readonly run: (call: Call, shell: Shell) => number | Promise<number>
}

/** The table of commands: their helps and completions are made of it. */
export const commands: readonly Command[] = [
  { synopsis: checkSynopsis, run: check },
  { synopsis: diffSynopsis, run: diff },
  { synopsis: fixSynopsis, run: fix },
  { synopsis: simulateSynopsis, run: simulate },
  { synopsis: pathsSynopsis, run: paths },
  { synopsis: probeSynopsis, run: probe },
  {
    synopsis: completionSynopsis,
    run: (call, shell) =>
      completion(
        call,
        shell,
        commands.map(({ synopsis }) => synopsis),
      ),
  },
]

const help = `usage: sourceip-guard COMMAND [OPTIONS]

Finds IAM Deny statements on aws:SourceIp that also deny calls that AWS services
make for you, and writes remedies that are proven.

${table(commands.map(({ synopsis: { name, operands, summary } }) => [`${name} ${operands}`, summary]))}
  --version  print the version
  --help     show this; \`sourceip-guard COMMAND --help\` tells more

examples:
  sourceip-guard check policies/
  sourceip-guard diff --base main

Exit status: 0 nothing at or above --fail-on, 1 such a finding, 2 not checked
`

/** Runs the command line and gives its exit status: 0 passed, 1 failed, 2 could not check. */
export async function main(args: readonly string[], shell: Shell): Promise<0 | 1 | 2> {
  try {
    const status = await run(args, shell)
    return status === 0 || status === 1 ? status : 2
  } catch (error) {
    tell(shell, 'error', explain(error))
    return 2
  }
}

async function run([name, ...args]: readonly string[], shell: Shell): Promise<number> {
  const print = (text: string) => {
    shell.output.write(text)
    return 0
  }
  if (name === '--help' || name === '-h') return print(help)
  if (name === '--version') return print(`${version}\n`)
  const command = commands.find(({ synopsis }) => synopsis.name === name)
  if (command === undefined) throw unknownCommand(name)
  const call = parseCall(command.synopsis, args)
  return call.switches.has('help') ? print(helpOf(command.synopsis)) : command.run(call, shell)
}

function unknownCommand(name: string | undefined): UsageError {
  const names = commands.map(({ synopsis }) => synopsis.name)
  const wrong = name === undefined ? 'name a command' : `unknown command \`${name}\``
  const near = name === undefined ? undefined : closest(name, [...names, '--help', '--version'])
  const guess = near === undefined ? `the commands are ${names.join(', ')}` : `did you mean \`${near}\`?`
  return new UsageError(`${wrong}\n  help: ${guess}; see \`sourceip-guard --help\``)
}

/** What the world refused is told in a line or two; a mistake of ours with the place in the code. */
function explain(error: unknown): string {
  if (error instanceof UsageError || error instanceof ConfigError || error instanceof ChangesError) return error.message
  if (error instanceof Error && 'syscall' in error) return error.message
  return `this is a mistake of sourceip-guard's own, please report it\n${error instanceof Error ? error.stack : error}`
}
