import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { simulateLine } from '../../../src/simulate.ts'
import { denyOutside, findingsOf, office, policyOf } from '../inspecting.ts'

/** The words of a command as a shell takes it apart. */
function words(command: string): string[] {
  return execFileSync('sh', ['-c', `printf '%s\\n' ${command.replace(/^aws /, '')}`], { encoding: 'utf8' })
    .trimEnd()
    .split('\n')
}

function argument(list: readonly string[], flag: string): string {
  return list[list.indexOf(flag) + 1] ?? ''
}

test('the command of every witness holds a policy and a request which the evaluator answers with a denial', () => {
  const paths = findingsOf({ head: policyOf(denyOutside()) }, 'service-call-denied').flatMap(
    ({ servicePaths }) => servicePaths,
  )
  const commands = paths.flatMap(({ command }) => command ?? [])
  assert.ok(commands.length > 25)
  for (const command of commands.slice(0, 8)) {
    const list = words(command)
    assert.deepEqual(list.slice(0, 2), ['iam', 'simulate-custom-policy'])
    const entries: { ContextKeyName: string; ContextKeyValues: string[] }[] = JSON.parse(
      argument(list, '--context-entries'),
    )
    const context = Object.fromEntries(
      entries.map(({ ContextKeyName, ContextKeyValues }) => [ContextKeyName, ContextKeyValues]),
    )
    const request = { action: argument(list, '--action-names'), resource: argument(list, '--resource-arns'), context }
    const policy = JSON.parse(argument(list, '--policy-input-list'))
    assert.equal(simulateLine(JSON.stringify({ policy, request })).output['decision'], 'explicit-deny')
  }
})

test('what a file says stays inside quotes', () => {
  const evil = "x'; touch /tmp/owned; echo '"
  const statement = denyOutside({
    Condition: { NotIpAddress: { 'aws:SourceIp': office }, StringNotEquals: { 'aws:PrincipalTag/a': evil } },
  })
  const [finding] = findingsOf({ head: policyOf(statement) }, 'service-call-denied')
  const command = finding?.servicePaths[0]?.command ?? ''
  const policy = JSON.parse(argument(words(command), '--policy-input-list'))
  assert.deepEqual(policy.Statement[1].Condition.StringNotEquals['aws:PrincipalTag/a'], [evil])
})

test('no command where the file does not hold a value', () => {
  const statement = denyOutside({ Condition: { NotIpAddress: { 'aws:SourceIp': { Ref: 'Office' } } } })
  const [finding] = findingsOf({ head: policyOf(statement) }, 'service-call-denied')
  assert.ok(finding?.servicePaths.every(({ command }) => command === null))
})
