import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'yaml'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Workflow {
  readonly on: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>
  readonly permissions?: Readonly<Record<string, string>>
  readonly jobs: Readonly<
    Record<
      string,
      { readonly name?: string; readonly if?: string; readonly needs?: unknown; readonly steps: readonly Step[] }
    >
  >
}

/** Every workflow that users are told to save, by where it stands. */
const workflows = new Map<string, Workflow>()
for (const file of globSync('examples/workflows/*.yml')) workflows.set(file, parse(readFileSync(file, 'utf8')))
const readme = readFileSync('README.md', 'utf8')
for (const [index, [, text = '']] of [...readme.matchAll(/\n```yaml\n([\s\S]*?)\n```/g)].entries()) {
  const value: unknown = parse(text)
  if (typeof value === 'object' && value !== null && 'jobs' in value)
    workflows.set(`README.md, block ${index}`, parse(text))
}
const action: { readonly inputs: Readonly<Record<string, unknown>> } = parse(readFileSync('action.yml', 'utf8'))

/** What a job of ours may ever be given, and what for. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  contents: ['read'],
  'pull-requests': ['write'],
  'security-events': ['write'],
}

test('there are workflows to look at, in the README too', () => {
  assert.ok(workflows.size >= 5)
  assert.ok([...workflows.keys()].some((name) => name.startsWith('README')))
})

for (const [name, { on, permissions = {}, jobs }] of workflows) {
  const steps = Object.values(jobs).flatMap((job) => job.steps)

  test(`${name} asks for no more permissions than are needed`, () => {
    assert.ok(Object.keys(permissions).length > 0)
    for (const [scope, level] of Object.entries(permissions)) assert.ok(allowed[scope]?.includes(level), scope)
    const comments = ['pull_request', 'workflow_run', 'pull_request_target'].some((event) => event in on)
    assert.equal('pull-requests' in permissions, comments)
    const uploads = steps.some(({ uses = '' }) => uses.includes('upload-sarif'))
    assert.equal('security-events' in permissions, uploads)
  })

  test(`${name} pins every action by its full SHA, checks nothing out and runs no script`, () => {
    for (const { uses, run } of steps) {
      assert.match(uses ?? '', /^[\w-]+\/[\w./-]+@[0-9a-f]{40}$/)
      assert.doesNotMatch(uses ?? '', /actions\/checkout/)
      assert.equal(run, undefined)
    }
  })

  test(`${name} gives the action inputs that it has`, () => {
    const own = steps.filter(({ uses = '' }) => uses.startsWith('OWNER/sourceip-guard@'))
    assert.equal(own.length, 1)
    for (const input of Object.keys(own[0]?.with ?? {})) assert.ok(input in action.inputs, input)
  })

  test(`${name} has jobs with stable names that no filter keeps from running`, () => {
    for (const event of Object.values(on)) assert.ok(!('paths' in (event ?? {})) && !('paths-ignore' in (event ?? {})))
    for (const job of Object.values(jobs)) {
      assert.match(job.name ?? '', /^[a-z-]+$/)
      assert.equal(job.needs, undefined)
      // A job that is skipped counts as passed.
      if ('pull_request' in on) assert.equal(job.if, undefined)
    }
  })

  test(`${name} looks at all that the check must see`, () => {
    if (!('pull_request' in on)) return
    assert.deepEqual(on['pull_request']?.['types'], ['opened', 'synchronize', 'reopened', 'edited'])
    assert.ok('merge_group' in on)
  })
}
