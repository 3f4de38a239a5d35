import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface OwnJob {
  readonly permissions?: Readonly<Record<string, string>>
  readonly 'timeout-minutes'?: number
  readonly steps: readonly Step[]
}

interface OwnWorkflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: unknown
  readonly jobs: Readonly<Record<string, OwnJob>>
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

/** What a job of this repository may be given: to write, only the one that releases. */
const ownAllowed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ci.yml check': { contents: 'read' },
  'ci.yml audit': { contents: 'read' },
  'ci.yml guard': { contents: 'read', 'pull-requests': 'read' },
  'fuzz.yml fuzz': { contents: 'read' },
  'release.yml release': { contents: 'write', 'id-token': 'write', attestations: 'write' },
}
const own = globSync('.github/workflows/*.yml').flatMap((file) => {
  const text = readFileSync(file, 'utf8')
  const workflow: OwnWorkflow = parse(text)
  return Object.entries(workflow.jobs).map(([id, job]) => ({ name: `${basename(file)} ${id}`, text, workflow, job }))
})

test('every job of this repository is in the table', () => {
  assert.deepEqual(own.map(({ name }) => name).toSorted(), Object.keys(ownAllowed).toSorted())
})

for (const { name, text, workflow, job } of own) {
  test(`${name} has no permission but those of the table, and an end`, () => {
    assert.deepEqual(workflow.permissions, {})
    assert.deepEqual(job.permissions, ownAllowed[name])
    assert.ok((job['timeout-minutes'] ?? 0) > 0)
    assert.ok(!('pull_request_target' in workflow.on) && !('workflow_run' in workflow.on))
    assert.doesNotMatch(text, /\bsecrets\./)
  })

  test(`${name} pins every action by its full SHA and says which release that is`, () => {
    const used = [...text.matchAll(/^.*\buses: .*$/gm)].map(([line]) => line.trim())
    assert.ok(used.length > 0)
    for (const line of used) assert.match(line, /uses: (\.\/|[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/)
  })

  test(`${name} leaves no token in the checkout, and puts no text of an event into a script`, () => {
    for (const { uses = '', run = '', with: inputs } of job.steps) {
      if (uses.startsWith('actions/checkout@')) assert.equal(inputs?.['persist-credentials'], false)
      assert.doesNotMatch(run, /\$\{\{/)
    }
  })
}

test('a change is checked by what a developer runs, and by the action itself', () => {
  const steps = own.flatMap(({ workflow, job }) => ('pull_request' in workflow.on ? job.steps : []))
  assert.ok(steps.some(({ run }) => run === 'bash .ci/run'))
  assert.ok(steps.some(({ run }) => run?.startsWith('npm audit ')))
  const guard = steps.find(({ uses }) => uses === './')
  for (const input of Object.keys(guard?.with ?? assert.fail())) assert.ok(input in action.inputs, input)
})

test('a release attests where what it holds was built, and is published when it is whole', () => {
  const steps = own.find(({ name }) => name === 'release.yml release')?.job.steps ?? []
  const at = (matches: (step: Step) => boolean) => steps.findIndex(matches)
  const checked = at(({ run }) => run === 'bash .ci/run')
  const attested = at(({ uses }) => uses?.startsWith('actions/attest-build-provenance@') === true)
  const published = at(({ run }) => /gh release create .*--draft --verify-tag[\s\S]*--draft=false/.test(run ?? ''))
  assert.ok(0 <= checked && checked < attested && attested < published, `${checked} ${attested} ${published}`)
})

test('Dependabot looks at packages and at actions, and waits until others have tried what is new', () => {
  const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8'))
  const looked = updates.map((each: Readonly<Record<string, unknown>>) => each['package-ecosystem'])
  assert.deepEqual(looked, ['npm', 'github-actions'])
  for (const { cooldown } of updates) assert.ok(cooldown['default-days'] >= 7)
})
