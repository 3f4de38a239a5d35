import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { registry } from '../../../src/registry.ts'

const titles: readonly (readonly [id: string, title: string])[] = [
  ['via-aws-service', 'exempt calls that an AWS service makes with the caller’s credentials'],
  ['called-via', 'exempt calls made through the services named here'],
  ['service-principal', 'exempt calls that AWS services make as themselves'],
  ['service-role', 'exempt roles that services assume, by their path'],
  ['kms-via-service', 'exempt KMS calls made through an AWS service'],
  ['vpc-endpoint', 'exempt calls through the VPC endpoints that the policy names'],
  ['narrow-actions', 'leave the actions that services call out of the statement'],
  ['assume-role', 'check the address when a role is assumed, and let the role’s permissions be without a Deny on it'],
  ['temporary-lift', 'suspend the Deny until a date, after which it is in force again by itself'],
]

test('the remedies and what they are called stand fast, in the order in which equals are told', () => {
  assert.deepEqual(
    registry.strategies.map(({ id, title }) => [id, title]),
    titles,
  )
})

for (const { id, docs } of registry.strategies) {
  test(`the page of ${id} tells what a reader should know of it, in whole sentences`, () => {
    const page = readFileSync(new URL(`../../../docs/remedies/${id}.md`, import.meta.url), 'utf8')
    const { source, ...told } = docs
    for (const sentence of Object.values(told)) assert.match(sentence, /^[A-Z`].*\.$/)
    const { when, clears, leaves, opens, cost } = docs
    assert.ok(page.includes(`\n## When\n\n${when}\n\n`))
    assert.ok(page.includes(`\n- Clears: ${clears}\n- Leaves: ${leaves}\n- Opens: ${opens}\n`))
    assert.ok(page.includes(`\n## What it costs\n\n${cost}\n\n`))
    assert.ok(page.endsWith(`\n## Source\n\n- ${source.title}: ${source.url}\n`))
    assert.match(source.title, /\w/)
    assert.match(source.url, /^https:\/\//)
  })
}
