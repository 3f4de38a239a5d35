import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EngineSettings, Registry, RemedyStrategy, Rule } from '../../../src/model/contracts.ts'
import type { BrokenPath, Finding } from '../../../src/model/finding.ts'
import type { Change } from '../../../src/remedies/read-back.ts'
import { temporaryLift } from '../../../src/remedies/temporary-lift.ts'
import { effectOn, type Offer, type Proof, verified } from '../../../src/remedies/verify.ts'
import { viaAwsService } from '../../../src/remedies/via-aws-service.ts'
import { denyOutside, outside, policyOf, settings } from '../inspecting.ts'
import { smallRegistry } from './small-registry.ts'
import { findingOf, workbench } from './subject.ts'

const via: Change = { kind: 'add-condition', operator: 'BoolIfExists', key: 'aws:ViaAWSService', values: ['false'] }
const second: Change = { ...via, key: 'aws:MultiFactorAuthPresent' }

const strategy = (id: string, more: Partial<RemedyStrategy> = {}): RemedyStrategy => ({
  id,
  title: `the ${id}`,
  docs: viaAwsService.docs,
  propose: () => [],
  ...more,
})

/** What is offered for a statement, of changes of our making. */
function offered(
  changes: readonly Change[],
  {
    statement = denyOutside({ Action: ['s3:*', 'kms:*'] }),
    strategies = [strategy('one')],
    registry = smallRegistry,
    settings: some = {},
  }: {
    readonly statement?: object
    readonly strategies?: Offer['strategies']
    readonly registry?: Registry
    readonly settings?: Partial<EngineSettings>
  } = {},
) {
  const { finding, workshop } = workbench(policyOf(statement), { registry, settings: some })
  return verified(finding, { strategies, changes }, workshop)
}

test('what is offered carries its edits, the patched text and what was shown of it', () => {
  const offer: Offer = { strategies: [strategy('one')], changes: [via] }
  const { finding, workshop } = workbench(policyOf(denyOutside({ Action: ['s3:*', 'kms:*'] })))
  const candidate = verified(finding, offer, workshop)
  assert.ok(candidate)
  assert.deepEqual([candidate.strategies, candidate.changes], [offer.strategies, offer.changes])
  const { remedy, proof } = candidate
  assert.deepEqual([remedy.id, remedy.title], ['one', 'the one'])
  assert.deepEqual(remedy.clears, ['athena-s3-data', 's3-put-kms'])
  assert.ok(remedy.leaves.length > 0)
  assert.deepEqual([remedy.clears, remedy.leaves, remedy.opens], [proof.clears, proof.leaves, proof.opens])
  assert.deepEqual(proof.firstCalls, ['athena:GetQueryResults', 'athena:StartQueryExecution'])
  assert.ok(proof.loss > 0 && remedy.opens.length > 0)
  assert.match(remedy.patchedText, /"BoolIfExists": \{ "aws:ViaAWSService": "false" \}/)
  assert.equal(remedy.edits.length, 1)
})

test('several strategies are named and told one after the other, and each tells what it opens', () => {
  const strategies = [
    strategy('one', { opens: () => ['a', 'b'] }),
    strategy('two'),
    strategy('three', { opens: () => ['c'] }),
  ]
  const candidate = offered([via, second], { strategies, statement: denyOutside() })
  assert.deepEqual(
    [candidate?.remedy.id, candidate?.remedy.title, candidate?.remedy.opens],
    ['one+two+three', 'the one; the two; the three', ['a', 'b', 'c']],
  )
  assert.deepEqual(candidate?.proof.opens, [])
})

const refused: readonly (readonly [why: string, changes: readonly Change[], statement?: object])[] = [
  ['nothing is changed', []],
  ['the place cannot take it', [{ ...via, operator: 'NotIpAddress', key: 'aws:SourceIp' }]],
  ['it clears nothing', [second]],
  ['it lets outsiders in', [{ ...via, operator: 'Bool' }]],
  [
    'another path is denied for it',
    [
      { ...via, operator: 'Null', key: 'kms:ViaService', values: ['true'] },
      { kind: 'add-actions', actions: ['s3:GetObject'] },
    ],
    denyOutside({ Action: 'kms:*' }),
  ],
]
for (const [why, changes, statement] of refused) {
  test(`not offered: ${why}`, () =>
    assert.equal(offered(changes, statement === undefined ? {} : { statement }), undefined))
}

test('a proof that is remembered is taken, with the statement as it was read back', () => {
  const proof: Proof = { clears: ['a'], leaves: ['b'], opens: ['c'], firstCalls: [], loss: 1 }
  const { finding, workshop } = workbench(policyOf(denyOutside()))
  const asked: string[] = []
  const candidate = verified(
    finding,
    { strategies: [strategy('one', { opens: () => ['d'] })], changes: [via] },
    {
      ...workshop,
      proven: ({ conditions }) => {
        asked.push(conditions.map(({ key }) => key.value).join())
        return proof
      },
    },
  )
  assert.deepEqual(asked, ['aws:SourceIp,aws:ViaAWSService'])
  assert.equal(candidate?.proof, proof)
  assert.deepEqual(
    [candidate.remedy.clears, candidate.remedy.leaves, candidate.remedy.opens],
    [['a'], ['b'], ['c', 'd']],
  )
})

const dates = { liftUntil: '2026-12-01T00:00:00Z' }
const lift: Change = {
  kind: 'add-condition',
  operator: 'DateGreaterThan',
  key: 'aws:CurrentTime',
  values: ['2026-12-01T00:00:00Z'],
}

test('what works for a while is judged while it does, keeps the Deny when it is over, and is not asked for ways round', () => {
  const candidate = offered([lift], { strategies: [strategy('one'), temporaryLift], settings: dates })
  assert.deepEqual(candidate?.remedy.leaves, [])
  assert.deepEqual(candidate?.proof.firstCalls, [])
  assert.deepEqual(candidate?.proof.opens, [])
  assert.ok((candidate?.proof.loss ?? 0) > 0)
})
test('without its moments it is judged at any', () => assert.equal(offered([lift], { settings: dates }), undefined))
test('a lift the other way round would be in force first and for good later: it is not offered', () => {
  const reversed: Change = { ...lift, operator: 'DateLessThan' }
  assert.equal(offered([reversed], { strategies: [temporaryLift], settings: dates }), undefined)
})

type Found = readonly Partial<BrokenPath>[] | 'nothing'

/** A rule that finds these paths in a statement and those in the changed one; the same if not told. */
function ruleFinding(id: string, before: Found, after: Found = before): Rule {
  return {
    id,
    title: id,
    check: (subject) => {
      const found = subject.statement.conditions.length > 1 ? after : before
      return found === 'nothing' ? [] : [{ ...findingOf(denyOutside(), { paths: found, ruleId: id }), subject }]
    },
  }
}

const paths = (...ids: string[]) => ids.map((id) => ({ id }))
const verdict = (id: string, kind: BrokenPath['verdict']) => ({ id, verdict: kind })
const none: readonly Partial<BrokenPath>[] = []

const effects: readonly (readonly [
  why: string,
  rule: Rule,
  others: readonly Rule[],
  effect: Pick<Proof, 'clears' | 'leaves'> | undefined,
])[] = [
  ['all are cleared', ruleFinding('r', paths('a', 'b'), 'nothing'), [], { clears: ['a', 'b'], leaves: [] }],
  ['some are cleared', ruleFinding('r', paths('a', 'b', 'c'), paths('b')), [], { clears: ['a', 'c'], leaves: ['b'] }],
  ['none is cleared', ruleFinding('r', paths('a', 'b')), [], undefined],
  ['another one is broken', ruleFinding('r', paths('a', 'b'), paths('b', 'c')), [], undefined],
  [
    'another rule is not asked where paths are cleared',
    ruleFinding('r', paths('a'), none),
    [ruleFinding('s', 'nothing', none)],
    { clears: ['a'], leaves: [] },
  ],

  ['without paths: the rule is silent', ruleFinding('r', none, 'nothing'), [], { clears: [], leaves: [] }],
  ['without paths: the rule is not silent', ruleFinding('r', none), [], undefined],
  [
    'without paths: another rule finds something',
    ruleFinding('r', none, 'nothing'),
    [ruleFinding('s', 'nothing', none)],
    undefined,
  ],
  [
    'without paths: another rule finds what it found',
    ruleFinding('r', none, 'nothing'),
    [ruleFinding('s', none)],
    { clears: [], leaves: [] },
  ],
  [
    'without paths: another rule finds less',
    ruleFinding('r', none, 'nothing'),
    [ruleFinding('s', paths('a'), none)],
    { clears: [], leaves: [] },
  ],
  [
    'without paths: another rule finds a path more',
    ruleFinding('r', none, 'nothing'),
    [ruleFinding('s', paths('a'), paths('a', 'b'))],
    undefined,
  ],
  [
    'without paths: one of several other rules finds more',
    ruleFinding('r', none, 'nothing'),
    [ruleFinding('s', none), ruleFinding('t', 'nothing', none)],
    undefined,
  ],
  [
    'without paths: a path is denied for certain now',
    ruleFinding('r', none, 'nothing'),
    [ruleFinding('s', [verdict('a', 'contested')], [verdict('a', 'denied')])],
    undefined,
  ],
  [
    'without paths: a path is contested that might be denied',
    ruleFinding('r', none, 'nothing'),
    [ruleFinding('s', [verdict('a', 'may-be-denied')], [verdict('a', 'contested')])],
    undefined,
  ],
  [
    'without paths: a path is denied for less certain',
    ruleFinding('r', none, 'nothing'),
    [ruleFinding('s', [verdict('a', 'denied')], [verdict('a', 'may-be-denied')])],
    { clears: [], leaves: [] },
  ],
  [
    'without paths: a path that might be denied is new',
    ruleFinding('r', none, 'nothing'),
    [ruleFinding('s', none, [verdict('a', 'may-be-denied')])],
    undefined,
  ],
  [
    'without paths: a path called like a rule is no finding of it',
    ruleFinding('r', none, 'nothing'),
    [ruleFinding('s', [{ id: 's' }], [{ id: 's' }])],
    { clears: [], leaves: [] },
  ],
]
for (const [why, rule, others, effect] of effects) {
  test(`the effect of a change: ${why}`, () => {
    const rules = [rule, ...others]
    const { finding: sketch, workshop } = workbench(policyOf(denyOutside()))
    const [finding] = rule.check(sketch.subject, workshop.context) as readonly [Finding]
    const after = findingOf(denyOutside(outside({ Bool: { 'aws:SecureTransport': 'true' } }))).subject
    const own = { ...workshop, rule, registry: { ...smallRegistry, rules } }
    assert.deepEqual(effectOn(finding, after, own, { ...workshop.context, settings }), effect)
  })
}
