import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RemedyStrategy } from '../../../src/model/contracts.ts'
import type { BrokenPath } from '../../../src/model/finding.ts'
import type { Statement } from '../../../src/model/policy.ts'
import { assumeRole } from '../../../src/remedies/assume-role.ts'
import type { Change } from '../../../src/remedies/read-back.ts'
import { provenRemedies } from '../../../src/remedies/remedies.ts'
import type { Proof } from '../../../src/remedies/verify.ts'
import { viaAwsService } from '../../../src/remedies/via-aws-service.ts'
import { denyOutside, policyOf } from '../inspecting.ts'
import { smallRegistry } from './small-registry.ts'
import { findingIn, workbench } from './subject.ts'

/** A strategy that adds a condition on a key of its own, `x:<id>`. */
function adding(id: string, more: Partial<RemedyStrategy> = {}): RemedyStrategy {
  const change: Change = { kind: 'add-condition', operator: 'Bool', key: `x:${id}`, values: ['true'] }
  return { id, title: `the ${id}`, docs: viaAwsService.docs, propose: () => [change], ...more }
}

const leaving = (id: string, ...actions: string[]) =>
  adding(id, { propose: () => [{ kind: 'leave-out-actions', actions }] })

/** What the statement says besides what it said at first: `a b +sqs:Send -kms:Decrypt`. */
function saidBy({ conditions, actions }: Statement): string {
  const keys = conditions.flatMap(({ key: { value } }) => (value.startsWith('x:') ? [value.slice(2)] : []))
  const named = actions.patterns.map((value) => (value.kind === 'literal' ? value.text : ''))
  const gone = listed.filter((action) => !named.includes(action)).map((action) => `-${action}`)
  const added = named.filter((action) => !listed.includes(action)).map((action) => `+${action}`)
  return [...keys, ...added, ...gone].join(' ')
}
const listed = ['s3:*', 'kms:Decrypt', 'sns:*']

const proofOf = (clears: string, more: Partial<Proof> = {}): Proof => ({
  clears: clears === '' ? [] : clears.split(' '),
  leaves: [],
  opens: [],
  firstCalls: [],
  loss: 0,
  ...more,
})
const opened = { opens: ['a way'] }

interface Situation {
  readonly strategies: readonly RemedyStrategy[]
  /** By what the statement then says; what is not here cannot be shown. */
  readonly proofs: Readonly<Record<string, Proof>>
  readonly paths?: readonly Partial<BrokenPath>[]
}

const paths: readonly Partial<BrokenPath>[] = [
  { id: 'a' },
  { id: 'b' },
  { id: 'c' },
  { id: 'w', level: 'warning' },
  { id: 'n', level: 'notice' },
]

function remediesFor({ strategies, proofs, paths: own = paths }: Situation) {
  const { finding, workshop } = workbench(policyOf(denyOutside({ Action: listed })))
  const registry = { ...smallRegistry, strategies }
  const proven = (after: Statement) => proofs[saidBy(after)]
  return provenRemedies(findingIn(finding.subject.policy, { paths: own }), { ...workshop, registry, proven })
}

const [one, two, three] = [adding('one'), adding('two'), adding('three')]

const orders: readonly (readonly [why: string, situation: Situation, order: readonly string[]])[] = [
  ['nothing is proposed', { strategies: [], proofs: {} }, []],
  ['what cannot be shown is not offered', { strategies: [one, two], proofs: { two: proofOf('a') } }, ['two']],
  [
    'equals keep the order of the registry',
    { strategies: [two, one], proofs: { one: proofOf('a'), two: proofOf('a') } },
    ['two', 'one'],
  ],
  [
    'what opens nothing stands first, whatever it clears',
    { strategies: [one, two], proofs: { one: proofOf('a b c', opened), two: proofOf('n', { loss: 9 }) } },
    ['two', 'one'],
  ],
  [
    'then what clears more of the gravest',
    { strategies: [one, two], proofs: { one: proofOf('a w n'), two: proofOf('a b', { loss: 9 }) } },
    ['two', 'one'],
  ],
  [
    'then what gives up less',
    { strategies: [one, two], proofs: { one: proofOf('a w n', { loss: 2 }), two: proofOf('b', { loss: 1 }) } },
    ['two', 'one'],
  ],
  [
    'then what clears more',
    { strategies: [one, two], proofs: { one: proofOf('a'), two: proofOf('a n') } },
    ['two', 'one'],
  ],
  [
    'warnings are the gravest where there is no error',
    {
      strategies: [one, two],
      proofs: { one: proofOf('n m'), two: proofOf('w', { loss: 9 }) },
      paths: [
        { id: 'w', level: 'warning' },
        { id: 'n', level: 'notice' },
        { id: 'm', level: 'notice' },
      ],
    },
    ['two', 'one'],
  ],
  [
    'notices are, where there is nothing else',
    {
      strategies: [one, two],
      proofs: { one: proofOf('n'), two: proofOf('n m', { loss: 9 }) },
      paths: [
        { id: 'n', level: 'notice' },
        { id: 'm', level: 'notice' },
      ],
    },
    ['two', 'one'],
  ],
  [
    'where no path is broken',
    { strategies: [one, two], proofs: { one: proofOf('', { loss: 1 }), two: proofOf('') }, paths: [] },
    ['two', 'one'],
  ],
  [
    'what lasts for a while stands last',
    {
      strategies: [adding('one', { isLastResort: true }), two],
      proofs: { one: proofOf('a b c w n'), two: proofOf('n', { ...opened, loss: 9 }) },
    },
    ['two', 'one'],
  ],
  [
    'each id once',
    { strategies: [one, adding('two'), one], proofs: { one: proofOf('a'), two: proofOf('a b') } },
    ['two', 'one'],
  ],

  [
    'what several clear, and none alone, is cleared together',
    { strategies: [one, two], proofs: { one: proofOf('a'), two: proofOf('b c'), 'two one': proofOf('a b c') } },
    ['two+one', 'two', 'one'],
  ],
  [
    'three together',
    {
      strategies: [one, two, three],
      proofs: { one: proofOf('a'), two: proofOf('b'), three: proofOf('c'), 'one two three': proofOf('a b c') },
    },
    ['one+two+three', 'one', 'two', 'three'],
  ],
  [
    'a part that the others make up for is left out: the one that stands behind',
    {
      strategies: [one, two, three],
      proofs: { one: proofOf('a b'), two: proofOf('b c'), three: proofOf('b'), 'one two': proofOf('a b c') },
    },
    ['one+two', 'one', 'two', 'three'],
  ],
  [
    'of two that clear alike, the first is part of it',
    {
      strategies: [one, two, three],
      proofs: { one: proofOf('a'), two: proofOf('a'), three: proofOf('b'), 'one three': proofOf('a b') },
    },
    ['one+three', 'one', 'two', 'three'],
  ],
  [
    'one that clears all stands alone',
    { strategies: [one, two], proofs: { one: proofOf('a b'), two: proofOf('b'), 'one two': proofOf('a b') } },
    ['one', 'two'],
  ],
  [
    'together they cannot be shown',
    { strategies: [one, two], proofs: { one: proofOf('a'), two: proofOf('b') } },
    ['one', 'two'],
  ],
  [
    'together they clear no more than one',
    { strategies: [one, two], proofs: { one: proofOf('a'), two: proofOf('b'), 'one two': proofOf('b') } },
    ['one', 'two'],
  ],
  [
    'parts that open nothing are put together without those that do, and then with them',
    {
      strategies: [one, two, three],
      proofs: {
        one: proofOf('a'),
        two: proofOf('b'),
        three: proofOf('c', opened),
        'one two': proofOf('a b'),
        'one two three': proofOf('a b c', opened),
      },
    },
    ['one+two', 'one', 'two', 'one+two+three', 'three'],
  ],
  [
    'what lasts for a while is no part',
    {
      strategies: [one, adding('two', { isLastResort: true })],
      proofs: { one: proofOf('a'), two: proofOf('b'), 'one two': proofOf('a b') },
    },
    ['one', 'two'],
  ],
  [
    'what takes actions out is no part',
    {
      strategies: [one, leaving('two', 'kms:Decrypt')],
      proofs: { one: proofOf('a'), '-kms:Decrypt': proofOf('b'), 'one -kms:Decrypt': proofOf('a b') },
    },
    ['one', 'two'],
  ],
  [
    'two that make the same change make it once',
    {
      strategies: [
        one,
        adding('two', { propose: (...all) => [...one.propose(...all), ...adding('two').propose(...all)] }),
      ],
      proofs: { one: proofOf('a'), 'one two': proofOf('b c') },
    },
    ['two', 'one'],
  ],
]
for (const [why, situation, order] of orders) {
  test(`which remedies are offered, best first: ${why}`, () =>
    assert.deepEqual(
      remediesFor(situation).map(({ id }) => id),
      order,
    ))
}

test('two that make the same change are proven together with it made once', () => {
  const both = adding('two', { propose: (...all) => [...one.propose(...all), ...adding('two').propose(...all)] })
  const [together] = remediesFor({
    strategies: [adding('one', { propose: (...all) => [...one.propose(...all), ...three.propose(...all)] }), both],
    proofs: { 'one three': proofOf('a'), 'one two': proofOf('b'), 'one three two': proofOf('a b') },
  })
  assert.deepEqual([together?.id, together?.title], ['one+two', 'the one; the two'])
  assert.equal(together?.patchedText.match(/x:one/g)?.length, 1)
})

const start = 'athena:StartQueryExecution'
const first = { ...opened, firstCalls: [start] }
const calls = (count: number) =>
  Array.from({ length: count }, (_, index) => `athena:Get${String.fromCharCode(65 + index)}`)

test('where the way round is a first call that is not denied, the same is offered with that call denied too', () => {
  const [remedy, ...others] = remediesFor({
    strategies: [one],
    proofs: { one: proofOf('a b', first), [`one +${start}`]: proofOf('a b') },
  })
  assert.equal(others.length, 0)
  assert.deepEqual(
    [remedy?.id, remedy?.title, remedy?.opens],
    ['one', 'the one, and deny outsiders the first call too', []],
  )
  assert.match(remedy?.patchedText ?? '', /"sns:\*",\s+"athena:StartQueryExecution"/)
})

const uncovered: readonly (readonly [why: string, proofs: Situation['proofs']])[] = [
  ['that cannot be shown', { one: proofOf('a b', first) }],
  ['something is open still', { one: proofOf('a b', first), [`one +${start}`]: proofOf('a b', opened) }],
  ['less is cleared', { one: proofOf('a b', first), [`one +${start}`]: proofOf('a') }],
  ['there is no first call', { one: proofOf('a b', opened), [`one +${start}`]: proofOf('a b') }],
  [
    'there are more than one can read',
    {
      one: proofOf('a b', { ...opened, firstCalls: calls(13) }),
      [`one ${calls(13)
        .map((call) => `+${call}`)
        .join(' ')}`]: proofOf('a b'),
    },
  ],
]
for (const [why, proofs] of uncovered) {
  test(`it is offered as it is where ${why}`, () => {
    const [remedy] = remediesFor({ strategies: [one], proofs })
    assert.deepEqual([remedy?.title, remedy?.opens], ['the one', ['a way']])
  })
}
test('more may be cleared with the first calls denied, and twelve can be read', () => {
  const said = `one ${calls(12)
    .map((call) => `+${call}`)
    .join(' ')}`
  const proofs = { one: proofOf('a', { ...opened, firstCalls: calls(12) }), [said]: proofOf('a b') }
  const [remedy] = remediesFor({ strategies: [one], proofs })
  assert.deepEqual([remedy?.opens, remedy?.clears], [[], ['a', 'b']])
})

test('first calls of several parts are added at one go, each once, sorted', () => {
  const proofs = {
    one: proofOf('a', { ...opened, firstCalls: ['x:B', 'x:A'] }),
    'one +x:A +x:B': proofOf('a'),
    two: proofOf('b', { ...opened, firstCalls: ['x:C', 'x:B'] }),
    'two +x:B +x:C': proofOf('b'),
    'one two +x:A +x:B +x:C': proofOf('a b'),
  }
  assert.deepEqual(
    remediesFor({ strategies: [one, two], proofs }).map(({ id }) => id),
    ['one+two', 'one', 'two'],
  )
})

test('actions that are left out are left out beside first calls that are added', () => {
  const strategy = leaving('one', 'kms:Decrypt')
  const proofs = { '-kms:Decrypt': proofOf('a', first), [`+${start} -kms:Decrypt`]: proofOf('a') }
  const [remedy] = remediesFor({ strategies: [strategy], proofs })
  // Both change one list, at two places that touch: what is read then is what counts.
  assert.equal(remedy?.id, 'one')
})

test('policies in the place of the statement are ranked among the others', () => {
  const { finding, workshop } = workbench(policyOf(denyOutside()))
  const registry = { ...smallRegistry, strategies: [assumeRole, viaAwsService] }
  const ids = provenRemedies(finding, { ...workshop, registry }).map(({ id }) => id)
  assert.deepEqual(ids, ['via-aws-service', 'assume-role'])
})
