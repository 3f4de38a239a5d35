import assert from 'node:assert/strict'
import { parentPort, workerData } from 'node:worker_threads'
import type { Fault } from '../fake-github/faults.ts'
import type { ActionResult } from '../fake-github/run-action.ts'
import { runInside } from '../fake-github/run-inside.ts'
import { type FakeGitHub, startFakeGitHub } from '../fake-github/server.ts'
import { type Run, type Scenario, scenarios } from './fault-scenarios.ts'
import { callsOf, type FaultKind, faultKinds, type KnownCall } from './fault-table.ts'

/** What one fault did to one scenario, and whatever of it should not be. */
export interface Outcome {
  readonly scenario: string
  readonly fault: string
  readonly call: string
  readonly wrong: readonly string[]
}

/** A scenario as it goes when nothing goes wrong. */
interface Course {
  readonly scenario: Scenario
  readonly github: FakeGitHub
  readonly run: Run
  readonly restore: () => void
  readonly calls: readonly KnownCall[]
  readonly clean: ActionResult
  /** The conversation in the end. */
  readonly end: string
  /** What the next run makes of a conversation, by the conversation: it depends on nothing else. */
  readonly next: Map<string, readonly string[]>
}

const { share, of } = workerData as { readonly share: number; readonly of: number }
const outcomes: Outcome[] = []
const tried = new Set<string>()
let turn = 0
let port: number | undefined
for (const scenario of scenarios) {
  const github = await startFakeGitHub({ ...scenario.options, ...(port === undefined ? {} : { port }) })
  port = Number(new URL(github.url).port)
  const course = await courseOf(scenario, github)
  for (const call of course.calls.filter(isNew)) {
    for (const kind of faultKinds) {
      for (const times of [1, Number.POSITIVE_INFINITY]) {
        if (turn++ % of !== share) continue
        const wrong = await faulty(course, call, kind, times)
        outcomes.push({
          scenario: scenario.name,
          fault: `${kind.name}, ${times === 1 ? 'once' : 'always'}`,
          call: call.name,
          wrong,
        })
      }
    }
  }
  for (const index of course.calls.keys()) {
    for (const after of [false, true]) {
      if (turn++ % of !== share) continue
      const fault = `killed ${after ? 'while it waits for the answer of' : 'before'}`
      outcomes.push({
        scenario: scenario.name,
        fault,
        call: course.calls[index]?.name ?? '',
        wrong: await killed(course, index, after),
      })
    }
  }
  course.restore()
  await github.close()
}
parentPort?.postMessage(outcomes)

/** A call that no scenario before has made in the same part of the run. */
function isNew({ name, part }: KnownCall): boolean {
  const key = `${part} ${name.replaceAll(/^\d+: |[0-9a-f]{40}/g, '')}`
  return tried.size < tried.add(key).size
}

async function courseOf(scenario: Scenario, github: FakeGitHub): Promise<Course> {
  const run = await scenario.prepare(github, (each) => runInside({ github, ...each }))
  github.clearLog()
  const restore = github.remember()
  const clean = await runInside({ github, ...run })
  assert.equal(clean.status, scenario.status, clean.stdout)
  const base = github.log.find(({ operation }) => operation === 'repos/compare-commits-with-basehead')
  const mergeBase = /compare\/(\w+)\.\.\./.exec(base?.path ?? '')?.[1] ?? ''
  return {
    scenario,
    github,
    run,
    restore,
    clean,
    calls: callsOf(github.log, mergeBase),
    end: conversation(github),
    next: new Map(),
  }
}

/** One run with the fault, and one after it. */
async function faulty(course: Course, call: KnownCall, kind: FaultKind, times: number): Promise<string[]> {
  const { github, run, restore } = course
  restore()
  const { method, path, skip } = call
  github.failNext({ ...kind.shape, method, path, skip, times })
  const result = await runInside({ github, ...run })
  const isMet = github.unmetFaults().length === 0
  const wrong = [
    ...(isMet ? [] : ['no request met the fault']),
    ...statusMistakes(course, call, kind, times, result),
    ...tellingMistakes(course, result),
    ...repetitions(github),
  ]
  github.calm()
  return [...wrong, ...(await mendingMistakes(course))]
}

/** The run ends where a call is made or answered, as if its machine were gone; then another one. */
async function killed(course: Course, index: number, after: boolean): Promise<string[]> {
  const { github, run, restore } = course
  restore()
  const gone: Fault = { path: /(?:)/, destroySocket: true }
  if (after) github.failNext({ ...gone, after: true, skip: index })
  github.failNext({ ...gone, skip: after ? 0 : index, times: Number.POSITIVE_INFINITY })
  await runInside({ github, ...run })
  const wrong = repetitions(github)
  github.calm()
  return [...wrong, ...(await mendingMistakes(course))]
}

/** The run after: the same as one that nothing ever happened to. */
async function mendingMistakes(course: Course): Promise<readonly string[]> {
  const before = conversation(course.github)
  const known = course.next.get(before) ?? (await nextRun(course))
  course.next.set(before, known)
  return known
}

async function nextRun({ github, run, clean, end }: Course): Promise<string[]> {
  const { status } = await runInside({ github, ...run })
  const now = conversation(github)
  return [
    ...(status === clean.status ? [] : [`the run after has status ${status}`]),
    ...repetitions(github).map((each) => `after the next run ${each}`),
    ...(now === end ? [] : [`the next run leaves another conversation:\n${now}\nand not\n${end}`]),
  ]
}

function statusMistakes(
  { scenario }: Course,
  { part, isSpare }: KnownCall,
  { kind }: FaultKind,
  times: number,
  { status }: ActionResult,
): string[] {
  const isMended = part === 'told' || (kind === 'passing' && times === 1)
  const allowed = isMended ? [scenario.status] : isSpare ? [scenario.status, 1, 2] : [2]
  return allowed.some((each) => each === status) ? [] : [`status ${status}, not ${allowed.join(' or ')}`]
}

/** What was found stands in the log and the summary of the step, whatever became of the rest. */
function tellingMistakes({ clean }: Course, { status, annotations, summary }: ActionResult): string[] {
  const errors = ({ annotations: all }: Pick<ActionResult, 'annotations'>) =>
    all.filter(({ level }) => level === 'error').map(({ message, properties }) => `${properties['file']} ${message}`)
  if (status === 2) {
    const isTold =
      /could not check/.test(summary) &&
      annotations.some(({ properties }) => properties['title'] === 'SourceIp Guard could not check')
    return isTold ? [] : ['that it could not be checked is not told']
  }
  const told = errors({ annotations })
  return [
    ...errors(clean)
      .filter((error) => !told.includes(error))
      .map((error) => `not in the log: ${error}`),
    ...headings(clean.summary)
      .filter((heading) => !summary.includes(heading))
      .map((heading) => `not in the summary: ${heading}`),
  ]
}

function headings(summary: string): string[] {
  return summary.split('\n').filter((line) => line.startsWith('### '))
}

/** Nothing is posted twice. */
function repetitions(github: FakeGitHub): string[] {
  const marks = [...github.reviewComments(1), ...github.issueComments(1)].flatMap(({ body }) => {
    return /<!-- sourceip-guard:1 (.*) -->\s*$/.exec(body)?.[1] ?? []
  })
  const twice = marks.filter((mark, index) => marks.indexOf(mark) !== index)
  return twice.map((mark) => `twice: ${mark}`)
}

/** Who says what where, without numbers and times. */
function conversation(github: FakeGitHub): string {
  const threads = github.reviewComments(1).map(({ path, line, user, body, minimized, resolved, in_reply_to_id }) => {
    return JSON.stringify([path, line, user.login, body, minimized, resolved, in_reply_to_id !== undefined])
  })
  const reviews = github.reviews(1).map(({ state, body }) => JSON.stringify([state, body]))
  const comments = github.issueComments(1).map(({ user, body }) => JSON.stringify([user.login, body]))
  return [...threads.toSorted(), ...reviews.toSorted(), ...comments].join('\n')
}
