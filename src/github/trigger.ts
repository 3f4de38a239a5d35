import { readFileSync } from 'node:fs'
import { InputError } from './inputs.ts'

/** What the run was started for. Commits are full names. */
export type Trigger =
  | {
      readonly kind: 'pull-request'
      readonly number: number
      /** Tip of the base branch and head, as the event names them; absent where only the number is known. */
      readonly commits: { readonly base: string; readonly head: string } | undefined
    }
  | { readonly kind: 'merge-group'; readonly base: string; readonly head: string }
  /** A pull request of which only the branch, `owner:branch`, and the commit are known: `workflow_run` names none for forks. */
  | { readonly kind: 'branch'; readonly branch: string; readonly head: string }
  /** Everything at a commit: there is no before. */
  | { readonly kind: 'tree'; readonly head: string }

/**
 * What the event, or the input `pull-request`, asks to look at. Throws an `InputError` for events that are not supported: passing
 * without having looked would be worse.
 */
export function readTrigger(pullRequest: number | undefined, environment: NodeJS.ProcessEnv): Trigger {
  const event = environment['GITHUB_EVENT_NAME'] ?? ''
  const payload = readPayload(environment['GITHUB_EVENT_PATH'])
  if (event === 'pull_request' || event === 'pull_request_target') {
    const named = pullRequestOf(payload)
    if (named !== undefined && (pullRequest === undefined || pullRequest === named.number)) return named
  }
  if (pullRequest !== undefined) return { kind: 'pull-request', number: pullRequest, commits: undefined }
  if (event === 'merge_group') {
    const [base, head] = [textAt(payload, 'merge_group', 'base_sha'), textAt(payload, 'merge_group', 'head_sha')]
    if (base !== undefined && head !== undefined) return { kind: 'merge-group', base, head }
  }
  if (event === 'workflow_run') {
    const named = pullRequestOfRun(payload)
    if (named !== undefined) return named
  }
  const commit = environment['GITHUB_SHA'] ?? ''
  if (wholeTreeEvents.includes(event) && commit !== '') return { kind: 'tree', head: commit }
  throw new InputError(
    `the event \`${event}\` names nothing to look at\n` +
      '  help: use `pull_request`, `pull_request_target`, `merge_group`, `workflow_run` of one of these, `push`, `schedule` or ' +
      '`workflow_dispatch`, or pass the number as `pull-request`',
  )
}

/** The commit whose configuration counts, where the event tells it. */
export function baseOf(trigger: Trigger): string | undefined {
  if (trigger.kind === 'pull-request') return trigger.commits?.base
  if (trigger.kind === 'merge-group') return trigger.base
  return trigger.kind === 'tree' ? trigger.head : undefined
}

/** Events that are about a branch as it is. */
const wholeTreeEvents: readonly string[] = ['push', 'schedule', 'workflow_dispatch']

/** The pull request whose run has ended. */
function pullRequestOfRun(payload: unknown): Trigger | undefined {
  const head = textAt(payload, 'workflow_run', 'head_sha')
  const owner = textAt(payload, 'workflow_run', 'head_repository', 'owner', 'login')
  const branch = textAt(payload, 'workflow_run', 'head_branch')
  const cause = textAt(payload, 'workflow_run', 'event') ?? ''
  if (!cause.startsWith('pull_request') || head === undefined || owner === undefined || branch === undefined)
    return undefined
  return { kind: 'branch', branch: `${owner}:${branch}`, head }
}

/** The repository that the runner names. Throws an `InputError`. */
export function readRepository(environment: NodeJS.ProcessEnv): { readonly owner: string; readonly repo: string } {
  const [owner = '', repo = ''] = (environment['GITHUB_REPOSITORY'] ?? '').split('/')
  if (owner !== '' && repo !== '') return { owner, repo }
  throw new InputError(
    '`GITHUB_REPOSITORY` is not set\n  help: this is an action for GitHub; elsewhere use `sourceip-guard`',
  )
}

function readPayload(path: string | undefined): unknown {
  if (path === undefined || path === '') return undefined
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new InputError(`the event’s payload at \`${path}\` cannot be read\n  help: run the job again`, { cause })
  }
}

function pullRequestOf(payload: unknown): Extract<Trigger, { kind: 'pull-request' }> | undefined {
  const number = valueAt(payload, 'pull_request', 'number')
  const base = textAt(payload, 'pull_request', 'base', 'sha')
  const head = textAt(payload, 'pull_request', 'head', 'sha')
  if (typeof number !== 'number' || base === undefined || head === undefined) return undefined
  return { kind: 'pull-request', number, commits: { base, head } }
}

function textAt(value: unknown, ...names: readonly string[]): string | undefined {
  const found = valueAt(value, ...names)
  return typeof found === 'string' && found !== '' ? found : undefined
}

function valueAt(value: unknown, ...names: readonly string[]): unknown {
  let found: unknown = value
  for (const name of names) found = Object.entries(found ?? {}).find(([key]) => key === name)?.[1]
  return found
}
