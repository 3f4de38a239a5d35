import { bashScript, fishScript, zshScript } from './completion-scripts.ts'
import { openOutput, type Shell } from './shell.ts'
import { type Call, type Synopsis, usage } from './usage.ts'
import { outputOption } from './workspace.ts'

const scripts: Readonly<Record<string, (synopses: readonly Synopsis[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
}
const shells = Object.keys(scripts)

export const completionSynopsis: Synopsis = {
  name: 'completion',
  operands: shells.join('|'),
  completes: shells,
  summary: 'print a script that completes calls in your shell',
  does:
    'Prints a script that makes your shell complete commands, options and their\n' +
    'values. Load it where your shell starts; in bash and zsh:\n' +
    '  source <(sourceip-guard completion bash)',
  examples: [
    'completion bash > /etc/bash_completion.d/sourceip-guard',
    'completion zsh --output ~/.zfunc/_sourceip-guard',
    'completion fish | source',
  ],
  options: { output: outputOption },
  maxOperands: 1,
}

/** `completion`: the exit status. `synopses`: those of all commands. */
export function completion(call: Call, shell: Shell, synopses: readonly Synopsis[]): number {
  const [name] = call.operands
  const script = name !== undefined && Object.hasOwn(scripts, name) ? scripts[name] : undefined
  if (script === undefined) {
    const wrong = name === undefined ? 'name a shell' : `there is no completion for \`${name}\``
    throw usage(completionSynopsis, `${wrong}: ${shells.join(', ')}`)
  }
  const { write, close } = openOutput(shell, call.flags.get('output'))
  write(script(synopses))
  close()
  return 0
}
