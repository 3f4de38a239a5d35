import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { InputError } from '../../../src/github/inputs.ts'
import { readRepository, readTrigger, type Trigger } from '../../../src/github/trigger.ts'

const folder = mkdtempSync(join(tmpdir(), 'trigger-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function trigger(event: string, payload: unknown, input?: number): Trigger {
  const path = join(folder, 'event.json')
  writeFileSync(path, typeof payload === 'string' ? payload : JSON.stringify(payload))
  return readTrigger(input, { GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path, GITHUB_SHA: 'sha' })
}

const pullRequest = { pull_request: { number: 7, base: { sha: 'base' }, head: { sha: 'head' } } }
const named = { kind: 'pull-request', number: 7, commits: { base: 'base', head: 'head' } }
const mergeGroup = { merge_group: { base_sha: 'base', head_sha: 'head' } }
const workflowRun = {
  workflow_run: {
    event: 'pull_request',
    head_sha: 'head',
    head_branch: 'fix',
    head_repository: { owner: { login: 'octo' } },
  },
}
const byNumber = (number: number) => ({ kind: 'pull-request', number, commits: undefined })

const triggers: readonly [name: string, event: string, payload: unknown, input: number | undefined, trigger: object][] =
  [
    ['a pull request', 'pull_request', pullRequest, undefined, named],
    ['a pull request in the context of its base', 'pull_request_target', pullRequest, undefined, named],
    ['a pull request that the input names too', 'pull_request', pullRequest, 7, named],
    ['another pull request than the event’s', 'pull_request', pullRequest, 8, byNumber(8)],
    ['a pull request by number, on any event', 'workflow_run', { workflow_run: {} }, 9, byNumber(9)],
    ['everything after a push', 'push', { after: 'head' }, undefined, { kind: 'tree', head: 'sha' }],
    ['everything by the clock', 'schedule', { schedule: '0 6 * * 1' }, undefined, { kind: 'tree', head: 'sha' }],
    ['everything by hand', 'workflow_dispatch', {}, undefined, { kind: 'tree', head: 'sha' }],
    ['a pull request by hand', 'workflow_dispatch', {}, 9, byNumber(9)],
    [
      'the pull request whose run has ended',
      'workflow_run',
      workflowRun,
      undefined,
      { kind: 'branch', branch: 'octo:fix', head: 'head' },
    ],
    ['a merge group', 'merge_group', mergeGroup, undefined, { kind: 'merge-group', base: 'base', head: 'head' }],
  ]
for (const [name, event, payload, input, expected] of triggers) {
  test(`a run is about ${name}`, () => assert.deepEqual(trigger(event, payload, input), expected))
}

const refused: readonly [name: string, event: string, payload: unknown][] = [
  ['a workflow run of a push', 'workflow_run', { workflow_run: { ...workflowRun.workflow_run, event: 'push' } }],
  ['an issue', 'issues', { issue: { number: 7 } }],
  ['a workflow run without a branch', 'workflow_run', { workflow_run: {} }],
  ['a pull request without a head', 'pull_request', { pull_request: { number: 7, base: { sha: 'base' } } }],
  ['a merge group without a base', 'merge_group', { merge_group: { head_sha: 'head' } }],
  ['a payload that is no object', 'pull_request', '[]'],
  ['a payload that is no JSON', 'pull_request', '{"pull_request'],
]
for (const [name, event, payload] of refused) {
  test(`${name} is refused, not passed over`, () => {
    assert.throws(() => trigger(event, payload), InputError)
  })
}

test('without an event there is nothing to look at', () => {
  assert.throws(() => readTrigger(undefined, {}), InputError)
})

test('the repository is the one that the runner names', () => {
  assert.deepEqual(readRepository({ GITHUB_REPOSITORY: 'octo/infra' }), { owner: 'octo', repo: 'infra' })
  for (const name of ['', 'octo', '/infra']) {
    assert.throws(() => readRepository({ GITHUB_REPOSITORY: name }), InputError)
  }
})
