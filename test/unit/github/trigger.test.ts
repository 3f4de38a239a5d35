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
  return readTrigger(input, { GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path })
}

const pullRequest = { pull_request: { number: 7, base: { sha: 'base' }, head: { sha: 'head' } } }
const named = { kind: 'pull-request', number: 7, commits: { base: 'base', head: 'head' } }
const mergeGroup = { merge_group: { base_sha: 'base', head_sha: 'head' } }
const byNumber = (number: number) => ({ kind: 'pull-request', number, commits: undefined })

const triggers: readonly [name: string, event: string, payload: unknown, input: number | undefined, trigger: object][] =
  [
    ['a pull request', 'pull_request', pullRequest, undefined, named],
    ['a pull request in the context of its base', 'pull_request_target', pullRequest, undefined, named],
    ['a pull request that the input names too', 'pull_request', pullRequest, 7, named],
    ['another pull request than the event’s', 'pull_request', pullRequest, 8, byNumber(8)],
    ['a pull request by number, on any event', 'workflow_run', { workflow_run: {} }, 9, byNumber(9)],
    ['a merge group', 'merge_group', mergeGroup, undefined, { kind: 'merge-group', base: 'base', head: 'head' }],
  ]
for (const [name, event, payload, input, expected] of triggers) {
  test(`a run is about ${name}`, () => assert.deepEqual(trigger(event, payload, input), expected))
}

const refused: readonly [name: string, event: string, payload: unknown][] = [
  ['a push', 'push', { after: 'head' }],
  ['a schedule', 'schedule', { schedule: '0 6 * * 1' }],
  ['a workflow run without a number', 'workflow_run', { workflow_run: {} }],
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
