import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { registry } from '../../../src/registry.ts'
import { breakText } from '../../../src/report/headline.ts'
import type { JsonFinding, JsonServicePath } from '../../../src/report/json-report.ts'
import { denyOutside, findingsOf, policyOf } from '../inspecting.ts'

const [example] = findingsOf({ head: policyOf(denyOutside()) }, 'service-call-denied')

/** The finding of the mission, with one path of other words. */
function about(path: Partial<JsonServicePath>, change: JsonFinding['change'] = 'added'): JsonFinding {
  assert.ok(example?.servicePaths[0])
  return { ...example, change, servicePaths: [{ ...example.servicePaths[0], existing: false, ...path }] }
}

const stops = 'CloudFormation stops and starts EC2 instances when it updates a stack'
const registers = 'An ACM certificate is registered on a load balancer'
const own = 'Deployments with our role'

for (const [path, change, wanted] of [
  [
    { title: stops, verdict: 'denied' },
    'added',
    'After this change CloudFormation can no longer stop and start EC2 instances when it updates a stack',
  ],
  [
    { title: stops, verdict: 'contested' },
    'modified',
    'After this change CloudFormation can no longer stop and start EC2 instances when it updates a stack, if one set of AWS’s documents is right',
  ],
  [
    { title: stops, verdict: 'may-be-denied' },
    'added',
    'After this change CloudFormation may no longer be able to stop and start EC2 instances when it updates a stack',
  ],
  [
    { title: stops, verdict: 'denied' },
    'existing',
    'CloudFormation cannot stop and start EC2 instances when it updates a stack',
  ],
  [
    { title: stops, verdict: 'denied', existing: true },
    'modified',
    'CloudFormation cannot stop and start EC2 instances when it updates a stack',
  ],
  [
    { title: registers, verdict: 'denied' },
    'added',
    'After this change an ACM certificate can no longer be registered on a load balancer',
  ],
  [
    { title: registers, verdict: 'may-be-denied' },
    'existing',
    'An ACM certificate may fail to be registered on a load balancer',
  ],
  [{ title: own, verdict: 'denied' }, 'added', 'After this change this no longer works: Deployments with our role'],
  [
    { title: own, verdict: 'contested' },
    'existing',
    'This does not work, if one set of AWS’s documents is right: Deployments with our role',
  ],
  [
    { title: 'Our tool $& reads and $& writes', verdict: 'denied' },
    'existing',
    'Our tool $& cannot read and $& writes',
  ],
] as const) {
  test(`${path.verdict}, ${change}: ${wanted}`, () => assert.equal(breakText(about(path, change)), wanted))
}

test('what else breaks is counted, one and many', () => {
  const [path] = about({ title: stops, verdict: 'denied' }).servicePaths
  assert.ok(path && example)
  assert.match(breakText({ ...example, servicePaths: [path, path] }), / \(and 1 more service-call path\)$/)
  assert.match(breakText({ ...example, servicePaths: [path, path, path] }), / \(and 2 more service-call paths\)$/)
})

test('a finding that is not about service calls says its message', () => {
  assert.ok(example)
  assert.equal(breakText({ ...example, servicePaths: [], message: 'so it is' }), 'So it is')
})

const told = (title: string) => breakText(about({ title, verdict: 'denied' })).replace(/^After this change /, '')

test('every curated path is told in words that a reader would use (UPDATE_CASES=1 writes them)', () => {
  const lines = registry.catalogue.map(({ id, title }) => `${id}: ${told(title)}\n`).join('')
  const file = new URL('headlines.expected.txt', import.meta.url)
  if (process.env['UPDATE_CASES'] === '1') writeFileSync(file, lines)
  assert.equal(lines, readFileSync(file, 'utf8'))
})

test('every path that ships is a sentence whose verb is known', () => {
  const paths = [...registry.catalogue, ...(registry.tables?.allPaths() ?? [])]
  assert.ok(paths.length > 1500)
  for (const { title } of paths) assert.match(told(title), /^\S.* can no longer /)
})
