import type { TestContext } from 'node:test'
import { main } from '../../../src/cli/main.ts'
import { type Repository, temporaryRepository } from '../changes/temporary-repository.ts'

export interface Run {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

interface RunOptions {
  readonly cwd: string
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
  /** Whether the output is a terminal; by default it is a pipe. */
  readonly isTTY?: boolean
}

/** Runs the command line in this process. */
export async function runHere(args: readonly string[], options: RunOptions): Promise<Run> {
  const { cwd, input = '', env = {}, isTTY = false } = options
  const told = { stdout: '', stderr: '' }
  const write = (name: keyof typeof told) => (text: string) => {
    told[name] += text
  }
  const status = await main(args, {
    folder: cwd,
    env,
    input: chunksOf(input),
    output: { isTTY, write: write('stdout') },
    errors: { write: write('stderr') },
  })
  return { status, ...told }
}

/** In pieces that end in the middle of lines, as a pipe gives them. */
async function* chunksOf(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 100) yield text.slice(at, at + 100)
}

/** A Deny of everything from outside two ranges, or with other elements in place. */
export function deny(elements: object = {}): object {
  return {
    Sid: 'Office',
    Effect: 'Deny',
    Action: '*',
    Resource: '*',
    Condition: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.10/32', '198.51.100.0/24'] } },
    ...elements,
  }
}

export function policy(...statements: readonly object[]): string {
  return `${JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)}\n`
}

export const harmless = policy({ Effect: 'Allow', Action: 's3:*', Resource: '*' })
export const configFile = '.github/sourceip-guard.yml'
/** A configuration that leaves few paths, so that the tests are quick. */
export const fewPaths = 'catalogue:\n  services: [cloudformation, cloudshell]\n'

/** A repository in whose working tree these files lie; nothing is committed. */
export function workingTreeWith(t: TestContext, files: Readonly<Record<string, string>>): Repository {
  const repository = temporaryRepository(t)
  repository.write({ [configFile]: fewPaths, ...files })
  return repository
}

/** A repository whose `main` holds these files; the branch `work` is checked out. */
export function repositoryWith(t: TestContext, files: Readonly<Record<string, string>>): Repository {
  const repository = workingTreeWith(t, files)
  repository.commit('base')
  repository.git('checkout', '--quiet', '-b', 'work')
  return repository
}

/** A request of a user, as `simulate` takes it. */
export function request(context: object): object {
  return {
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::b/k',
    principal: { type: 'user', arn: 'arn:aws:iam::111122223333:user/u' },
    context,
  }
}

/** A line for `simulate`. */
export function simulation(id: unknown, context: object): string {
  return JSON.stringify({ id, policyType: 'identity', statement: deny(), request: request(context) })
}
