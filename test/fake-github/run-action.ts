import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { Payload } from './payload.ts'
import type { FakeGitHub } from './server.ts'

export interface ActionRun {
  readonly github: FakeGitHub
  /** The event with its variables, or the body of one (then `event` names it). */
  readonly payload: Payload | Readonly<Record<string, unknown>>
  /** Inputs of the step; the others have the defaults of action.yml. */
  readonly inputs?: Readonly<Record<string, string>>
  /** `pull_request` if neither this nor the payload says otherwise. */
  readonly event?: string
  /** The node to run it with; this one if not given. */
  readonly node?: string
  /** More variables, or `undefined` to take one away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly token?: string
  /** The bundle; the project's own if not given. */
  readonly main?: string
  readonly actionFile?: string
}

/** A workflow command of the output that shows in the run (`::error file=…::message`), decoded. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly properties: Readonly<Record<string, string>>
}

export interface ActionResult {
  /** Exit status; null if it was killed. */
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  readonly annotations: readonly Annotation[]
  /** GITHUB_WORKSPACE, empty before the run. It and RUNNER_TEMP are removed when the test process ends. */
  readonly workspace: string
  /** Text of a file the action wrote: below the workspace, or at an absolute path. */
  readonly read: (path: string) => string
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const compiled = mkdtempSync(join(tmpdir(), 'run-action-compiled-'))
const folders: string[] = [compiled]
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Runs the bundled action as a runner would. It is killed after a minute. */
export function runAction(run: ActionRun): Promise<ActionResult> {
  const main = run.main ?? join(root, 'dist/index.js')
  return runIn(newFolder(), run, (env, workspace) => finished(run.node ?? process.execPath, main, workspace, env))
}

/** A folder that is removed when the test process ends. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'run-action-'))
  folders.push(folder)
  return folder
}

export type Variables = Readonly<Record<string, string | undefined>>

interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Lays out what a runner lays out, in this folder, lets `start` run the action and reads what it left behind. */
export async function runIn(
  folder: string,
  run: ActionRun,
  start: (env: Variables, workspace: string) => Promise<Ended>,
): Promise<ActionResult> {
  const place = placeIn(folder)
  writeFileSync(place.event, JSON.stringify(eventOf(run).body))
  for (const empty of [place.output, place.summary]) writeFileSync(empty, '')
  for (const created of [place.workspace, place.temp]) mkdirSync(created, { recursive: true })
  const env = { ...runnerVariables(run, place), ...inputVariables(run), ...run.env }
  const { status, stdout, stderr } = await start(env, place.workspace)
  return {
    status,
    stdout,
    stderr,
    outputs: readOutputs(readFileSync(place.output, 'utf8')),
    summary: readFileSync(place.summary, 'utf8'),
    annotations: readAnnotations(stdout),
    workspace: place.workspace,
    read: (path) => readFileSync(resolve(place.workspace, path), 'utf8'),
  }
}

type Place = Readonly<Record<'event' | 'output' | 'summary' | 'workspace' | 'temp', string>>
const placeIn = (folder: string): Place => ({
  event: join(folder, 'event.json'),
  output: join(folder, 'output'),
  summary: join(folder, 'summary'),
  workspace: join(folder, 'workspace'),
  temp: join(folder, 'temp'),
})

/** The event with its variables. `pull_request_target` has the payload of `pull_request`, but runs on the default branch. */
function eventOf({ payload, event, github }: ActionRun): Payload {
  const given = isPayload(payload) ? payload : around(github, payload, event)
  if (event !== 'pull_request_target') return { ...given, event: event ?? given.event }
  const { sha, ref } = github.branchPayload('push')
  return { ...given, event, sha, ref }
}

const isPayload = (payload: ActionRun['payload']): payload is Payload => 'headRef' in payload && 'body' in payload

function around(github: FakeGitHub, body: Readonly<Record<string, unknown>>, event = 'pull_request'): Payload {
  const number = Number(body['number'] ?? 0)
  const known = number > 0 ? github.payload(number) : github.branchPayload('push')
  return { ...known, event, body }
}

function runnerVariables(run: ActionRun, place: Place): Record<string, string> {
  const { github } = run
  const { event, sha, ref, headRef, baseRef } = eventOf(run)
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: place.temp,
    // Only to be quicker: all runs of one test process share what was compiled.
    NODE_COMPILE_CACHE: compiled,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTION_PATH: root,
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: github.url,
    GITHUB_BASE_REF: baseRef,
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: place.event,
    GITHUB_GRAPHQL_URL: github.graphqlUrl,
    GITHUB_HEAD_REF: headRef,
    GITHUB_JOB: 'guard',
    GITHUB_OUTPUT: place.output,
    GITHUB_REF: ref,
    GITHUB_REPOSITORY: github.repo.fullName,
    GITHUB_REPOSITORY_OWNER: github.repo.owner,
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_NUMBER: '7',
    GITHUB_SERVER_URL: github.serverUrl,
    GITHUB_SHA: sha,
    GITHUB_STEP_SUMMARY: place.summary,
    GITHUB_WORKFLOW: 'SourceIp Guard',
    GITHUB_WORKFLOW_REF: `${github.repo.fullName}/.github/workflows/sourceip-guard.yml@${ref}`,
    GITHUB_WORKSPACE: place.workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: 'fake',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: place.temp,
  }
}

/** `INPUT_*` as the runner makes them: upper case, spaces to underscores, dashes kept. */
function inputVariables({ github, inputs = {}, token = github.token, actionFile }: ActionRun): Record<string, string> {
  const text = readFileSync(actionFile ?? join(root, 'action.yml'), 'utf8')
  const declared = (parse(text) as { inputs?: Record<string, { default?: unknown } | null> }).inputs ?? {}
  for (const name of Object.keys(inputs)) {
    if (!Object.hasOwn(declared, name)) throw new Error(`action.yml declares no input ${name}`)
  }
  return Object.fromEntries(
    Object.entries(declared).map(([name, declaration]) => {
      const value = inputs[name] ?? String(declaration?.default ?? '')
      const variable = `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
      return [variable, value.replace(/\$\{\{ *github\.token *\}\}/g, token)]
    }),
  )
}

function finished(node: string, main: string, cwd: string, env: Variables): Promise<Ended> {
  return new Promise((settle, reject) => {
    const child = spawn(node, [main], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (status) =>
      settle({ status, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    )
  })
}

/** GITHUB_OUTPUT: `name=value` lines, and `name<<delimiter` blocks. */
function readOutputs(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {}
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const [, name = '', mark, rest = ''] = /^([^=<]+)(=|<<)(.*)$/.exec(lines[at] ?? '') ?? []
    if (mark === '=') outputs[name] = rest
    if (mark !== '<<') continue
    const end = lines.indexOf(rest, at + 1)
    if (end < 0) throw new Error(`output ${name} has no end`)
    outputs[name] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  return outputs
}

function readAnnotations(stdout: string): readonly Annotation[] {
  const decoded = (text: string): string =>
    text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%25/g, '%')
  return stdout.split('\n').flatMap((line) => {
    const match = /^::(error|warning|notice)(?: ([^:]*))?::(.*)$/.exec(line)
    if (match === null) return []
    const pairs = (match[2] ?? '').split(',').filter(Boolean)
    const properties = Object.fromEntries(
      pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), decoded(pair.slice(pair.indexOf('=') + 1))]),
    )
    const level = match[1] as Annotation['level'] // one of the three by the pattern
    return [{ level, message: decoded(match[3] ?? ''), properties }]
  })
}
