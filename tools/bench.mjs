// Speed as ratios within one run: against parsing the same bytes, and against a peer on the same requests.
import { spawnSync } from 'node:child_process'
import { runSimulation } from '@cloud-copilot/iam-simulate'
import { parseTree } from 'jsonc-parser'
import { evaluateStatement } from '../src/evaluate/statement.ts'
import { iamJson } from '../src/formats/iam-json.ts'
import { inspect } from '../src/inspect.ts'
import { registry } from '../src/registry.ts'
import { benchFormats } from './bench-formats.mjs'
import { policy } from './policy-files.mjs'

const settings = {
  failOn: 'error',
  contestedLevel: undefined,
  forwardAccessSessions: 'unknown',
  suppressions: [],
  policyHints: [],
  today: '2026-01-01',
  scope: 'tree',
}
const files = Number(process.argv[2] ?? 2000)
/** Does the work for each item; a result that nobody keeps could be left out. */
function each(items, work) {
  let kept
  for (const item of items) kept = work(item)
  return kept
}

function time(work) {
  const runs = [0, 1, 2].map(() => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return runs.sort((a, b) => a - b)[1]
}

function row(name, milliseconds, reference) {
  console.log(
    `${name.padEnd(58)} ${milliseconds.toFixed(1).padStart(9)} ms  ${(milliseconds / reference).toFixed(2).padStart(8)} x parseTree`,
  )
}

for (const every of [1, 20]) {
  const texts = Array.from({ length: files }, (_, index) => policy(index, every))
  const bytes = texts.reduce((sum, text) => sum + text.length, 0)
  console.log(`\n${files} policy files, ${(bytes / 1e6).toFixed(1)} MB, a Deny on aws:SourceIp in one of ${every}`)
  const tree = time(() => each(texts, (text) => parseTree(text)))
  row(
    'JSON.parse',
    time(() => each(texts, (text) => JSON.parse(text))),
    tree,
  )
  row('parseTree', tree, tree)
  row(
    'read into policies',
    time(() => each(texts, (text) => iamJson.read({ path: 'p.json', text }))),
    tree,
  )
  const changes = texts.map((text, index) => ({ base: undefined, head: { path: `policies/${index}.json`, text } }))
  const whole = time(() => inspect(changes, registry, settings))
  row('inspect: all paths, readings, rules, proven remedies', whole, tree)
  const readings = registry.catalogue.reduce((sum, path) => sum + path.readings.length, 0)
  const judged = (files / every) * readings
  console.log(
    `${((judged / whole) * 1000).toExponential(2)} statement-path-readings a second, remedies and proofs included`,
  )
}

benchFormats(files / 4)

const [statement] = iamJson.read({ path: 'p.json', text: policy(0, 1) }).policies[0].statements.slice(-1)
const principal = { kind: 'user', name: 'arn:aws:iam::111122223333:user/a', account: '111122223333' }
const keys = new Map([['aws:sourceip', { kind: 'present', values: ['192.0.2.1'] }]])
const request = { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', principal, keys }
const ours = 200_000
const start = performance.now()
for (let count = 0; count < ours; count++) evaluateStatement(statement, '2012-10-17', request)
const once = (performance.now() - start) / ours
const simulation = {
  request: {
    principal: principal.name,
    action: request.action,
    resource: { resource: request.resource, accountId: principal.account },
    contextVariables: { 'aws:SourceIp': '192.0.2.1' },
  },
  identityPolicies: [{ name: 'p', policy: JSON.parse(policy(0, 1)) }],
  serviceControlPolicies: [],
  resourceControlPolicies: [],
}
const peerRuns = 300
for (let count = 0; count < 50; count++) await runSimulation(simulation, {})
const peerStart = performance.now()
for (let count = 0; count < peerRuns; count++) await runSimulation(simulation, {})
const peer = (performance.now() - peerStart) / peerRuns
console.log(
  `\none evaluation ${(once * 1000).toFixed(3)} µs; one runSimulation of iam-simulate ${(peer * 1000).toFixed(0)} µs: ${(peer / once).toFixed(0)} evaluations for each`,
)

// The bundled catalogue: what a start costs without it being asked, and with.
const cli = new URL('../dist/cli.js', import.meta.url).pathname
const bare = time(() => spawnSync(process.execPath, ['-e', '0']))
for (const args of [['--version'], ['paths', '--service', 's3'], ['paths', 'cfn-type-aws-s3-bucket']]) {
  const spent = time(() => spawnSync(process.execPath, [cli, ...args]))
  console.log(
    `sourceip-guard ${args.join(' ').padEnd(42)} ${spent.toFixed(0).padStart(5)} ms  ${(spent / bare).toFixed(2)} x an empty start of Node`,
  )
}
