import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyEdits } from '../../../src/model/source.ts'
import { registry } from '../../../src/registry.ts'
import { type CaseFinding, caseFindings } from './every-case.ts'
import { smallFindings } from './small-registry.ts'

test('each remedy of every case makes its edits and nothing else, and keeps line ends and one-line statements', () => {
  let edited = 0
  for (const { name, finding, remedies } of caseFindings()) {
    const { statement, policy } = finding.subject
    const { text } = policy.file
    const isOneLine = !text.slice(statement.range.start, statement.range.end).includes('\n')
    for (const { id, edits, patchedText, documents } of remedies) {
      const where = `${name}: ${id}`
      assert.equal(applyEdits(text, edits), patchedText, where)
      assert.equal(edits.length === 0, documents !== undefined, where)
      edited += edits.length
      if (text.includes('\r\n') && !/(?<!\r)\n/.test(text)) assert.doesNotMatch(patchedText, /(?<!\r)\n/, where)
      if (isOneLine) assert.equal(patchedText.split('\n').length, text.split('\n').length, where)
    }
  }
  assert.ok(edited > 100)
})

test('the lists of every remedy hold the paths of its finding, each once, and each remedy is there once', () => {
  for (const { name, finding, remedies } of caseFindings()) {
    const paths = finding.paths.map(({ id }) => id)
    for (const { clears, leaves } of remedies)
      assert.deepEqual([...clears, ...leaves].toSorted(), paths.toSorted(), name)
    const ids = remedies.map(({ id }) => id)
    assert.deepEqual(ids, [...new Set(ids)], name)
    assert.ok(!ids.slice(0, -1).includes('temporary-lift'), `${name}: a lift stands last`)
    const firstOpen = remedies.findIndex(({ opens }) => opens.length > 0)
    assert.ok(firstOpen < 0 || remedies.slice(firstOpen).every(({ opens }) => opens.length > 0), name)
  }
})

/** One finding for every format, rule and remedy: all of them would take too long. */
function samples(): readonly (readonly [id: string, CaseFinding])[] {
  const kept = new Map<string, readonly [string, CaseFinding]>()
  for (const each of caseFindings()) {
    const { subject, ruleId } = each.finding
    for (const { id } of each.remedies) kept.set(`${subject.policy.formatId} ${ruleId} ${id}`, [id, each])
  }
  return [...kept.values()].filter(([id]) => id !== 'assume-role')
}

test('the whole engine agrees: what a remedy clears is silent in the patched file, and the remedy is not offered again', () => {
  for (const [id, { name, finding, remedies }] of samples()) {
    const remedy = remedies.find((each) => each.id === id)
    assert.ok(remedy)
    if (id === 'temporary-lift') continue
    const { path } = finding.subject.policy.file
    const again = smallFindings(remedy.patchedText, { path }).filter(
      (other) =>
        other.finding.ruleId === finding.ruleId &&
        other.finding.subject.policy.address === finding.subject.policy.address &&
        other.finding.subject.statement.sid?.value === finding.subject.statement.sid?.value,
    )
    const silent = new Set(remedy.clears)
    for (const { finding: left, remedies: offered } of again) {
      const sameStatement = left.subject.policy.statements.indexOf(left.subject.statement)
      if (sameStatement !== finding.subject.policy.statements.indexOf(finding.subject.statement)) continue
      assert.deepEqual(
        left.paths.filter((each) => silent.has(each.id)),
        [],
        `${name}: ${id}`,
      )
      assert.ok(!offered.some((other) => other.id === id), `${name}: ${id} is offered again`)
    }
  }
})

test('the case folders show every remedy, and every format has some', () => {
  const ids = new Set(caseFindings().flatMap(({ remedies }) => remedies.flatMap(({ id }) => id.split('+'))))
  assert.deepEqual([...ids].toSorted(), registry.strategies.map(({ id }) => id).toSorted())
  const formats = new Set(caseFindings().map(({ finding }) => finding.subject.policy.formatId))
  // In programs no policy is read.
  const reading = registry.formats.map(({ id }) => id).filter((id) => id !== 'code')
  assert.deepEqual([...formats].toSorted(), reading.toSorted())
})
