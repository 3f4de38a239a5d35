import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evaluateStatement } from '../../src/evaluate/statement.ts'
import type { Statement } from '../../src/model/policy.ts'
import { caseFindings } from '../unit/remedies/every-case.ts'
import { asJson, isDenied, judged, misjudged, principal, textsOf } from './judge.ts'

const told = { cleared: 0, direct: 0 }
const seen = new Set<string>()

test('the judge agrees on every remedy of every case: service calls pass that did not, direct ones are denied as before', () => {
  for (const each of caseFindings()) {
    const { statement, policy } = each.finding.subject
    const key = JSON.stringify([asJson(statement), each.finding.ruleId, policy.type])
    if (seen.has(key)) continue
    seen.add(key)
    for (const remedy of each.remedies) {
      const { cleared, direct, disagreements } = judged(each, remedy)
      told.cleared += cleared
      told.direct += direct
      assert.deepEqual(disagreements, [], `${each.name}: ${remedy.id}`)
    }
  }
  assert.ok(told.cleared > 100 && told.direct > 1000, JSON.stringify(told))
})

/** A Deny of everything, on the address alone: then what it says of one action it says of all. */
function isPlain({ actions, conditions }: Statement): boolean {
  const isAddress = conditions.every(({ key }) => /^aws:sourceip$/i.test(key.value))
  return isAddress && !actions.negated && textsOf(actions).join() === '*'
}

test('the judge agrees on the trust policy of assume-role: outsiders may not assume the role, insiders may', () => {
  let judged = 0
  for (const { finding, remedies } of caseFindings()) {
    const [trust, caller] = remedies.find(({ id }) => id === 'assume-role')?.documents ?? []
    if (trust === undefined || caller === undefined) continue
    const { Version: version, Statement: statements } = JSON.parse(trust.text)
    const { Principal: _, ...deny } = statements[1]
    assert.equal(JSON.parse(caller.text).Statement.length, 1)
    for (const address of ['203.0.113.200', '192.0.2.77', '198.51.100.3']) {
      // No IPv6: the judge takes such a caller to be at a bare IPv4 address.
      const keys = new Map([['aws:sourceip', { kind: 'present', values: [address] }]] as const)
      const request = { action: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/r', keys } as const
      const user = { kind: 'user', name: principal, account: '111122223333' } as const
      const asked = { ...request, action: 's3:ListAllMyBuckets', resource: '*', principal: user }
      const { statement, policy } = finding.subject
      const said = evaluateStatement(statement, policy.version, asked)
      if (said === 'unknown' || misjudged.test(trust.text) || !isPlain(statement)) continue
      judged += 1
      assert.equal(
        isDenied({ ...deny, Resource: '*' }, version, { ...request, principal: user }),
        said === 'true',
        `${policy.file.path} ${address}`,
      )
    }
  }
  assert.ok(judged > 10, String(judged))
})
