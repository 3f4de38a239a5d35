import { simulateLine } from '../simulate.ts'
import { openOutput, type Shell, tell } from './shell.ts'
import { type Call, readFlag, type Synopsis, usage } from './usage.ts'
import { outputOption } from './workspace.ts'

export const simulateSynopsis: Synopsis = {
  name: 'simulate',
  operands: '',
  summary: 'evaluate requests offline, JSON lines in and out',
  does:
    'Evaluates requests offline. Without flags: one JSON object a line from standard\n' +
    'input, one a line as the answer: {"id", "policyType", "statement" or "policy",\n' +
    '"request": {"action", "resource", "principal", "context"}}. A context key that\n' +
    'is not listed is absent; null means that its value is not known.',
  examples: ['simulate --policy p.json --request request.json', 'simulate < lines.jsonl'],
  options: {
    policy: { value: 'FILE', help: 'a policy; then each line of input is a request', completes: 'file' },
    request: { value: 'FILE', help: 'a request for that policy, not standard input', completes: 'file' },
    output: outputOption,
  },
  maxOperands: 0,
}

/** `simulate`: the exit status, 2 if any line could not be read. */
export async function simulate(call: Call, shell: Shell): Promise<number> {
  const policy = readFlag(call, simulateSynopsis, 'policy', shell.folder)
  const request = readFlag(call, simulateSynopsis, 'request', shell.folder)
  if (policy === undefined && request !== undefined) throw usage(simulateSynopsis, '`--request` needs `--policy`')
  if (request === undefined && shell.input.isTTY)
    tell(shell, 'note', 'reading lines from the terminal; end with Ctrl-D')
  const lines = request === undefined ? linesOf(shell.input) : [request]
  const { write, close } = openOutput(shell, call.flags.get('output'))
  let failed = false
  for await (const line of lines) {
    if (line.trim() === '') continue
    const answer = simulateLine(policy === undefined ? line : combined(policy, line))
    write(`${JSON.stringify(answer.output)}\n`)
    failed ||= answer.failed
  }
  close()
  return failed ? 2 : 0
}

/** As text, so that doubled keys and comments stay what they are; on lines of their own, so that a comment ends. */
function combined(policy: string, request: string): string {
  return `{"policy":\n${withoutMark(policy)}\n,"request":\n${withoutMark(request)}\n}`
}

/** Lines as they come, ended by `\n` or `\r\n` alone: a JSON string may hold other line separators. */
async function* linesOf(input: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  let isFirst = true
  for await (const chunk of input) {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      yield isFirst ? withoutMark(part) : part
      isFirst = false
    }
  }
  yield isFirst ? withoutMark(rest) : rest
}

/** Some editors begin a file with a byte order mark. */
function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '')
}
