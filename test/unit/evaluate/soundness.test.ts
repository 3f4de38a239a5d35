import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { evaluateStatement } from '../../../src/evaluate/statement.ts'
import { readPolicy } from '../../../src/formats/read-policy.ts'
import type { Statement } from '../../../src/model/policy.ts'
import type { KeyState, RequestContext } from '../../../src/model/request.ts'
import { parseJson } from '../../../src/syntax/json.ts'

/** How many random statements are tried; `SOUNDNESS_RUNS` for as many as one likes. */
const numRuns = Number(process.env['SOUNDNESS_RUNS'] ?? 5_000)

const is = (...values: string[]): KeyState => ({ kind: 'present', values })
const absent: KeyState = { kind: 'absent' }

/** A key, what it may hold in a request for certain, and which of that each vague state stands for. */
interface Domain {
  readonly key: string
  readonly concrete: readonly KeyState[]
  readonly values: readonly string[]
  readonly operators: readonly string[]
}

const strings = [
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringNotLike',
  'StringEqualsIfExists',
  'StringNotEqualsIfExists',
  'Null',
]
const domains: readonly Domain[] = [
  {
    key: 'aws:SourceIp',
    concrete: [absent, is('203.0.113.9'), is('198.51.100.7'), is('192.0.2.1'), is('2001:db8::1'), is('2001:db9::1')],
    values: ['203.0.113.0/24', '198.51.100.0/24', '2001:db8::/32'],
    operators: ['IpAddress', 'NotIpAddress', 'IpAddressIfExists', 'NotIpAddressIfExists', 'Null'],
  },
  {
    key: 'aws:ViaAWSService',
    concrete: [absent, is('true'), is('false')],
    values: ['true', 'false'],
    operators: ['Bool', 'BoolIfExists', 'Null'],
  },
  {
    key: 'aws:CalledVia',
    concrete: [absent, is('a'), is('a', 'b'), is('c'), is('b', 'c')],
    values: ['a', 'b'],
    operators: ['StringEquals', 'StringNotEquals', 'StringLike'].flatMap((name) => [
      `ForAnyValue:${name}`,
      `ForAllValues:${name}`,
    ]),
  },
  {
    key: 'kms:ViaService',
    concrete: [absent, is('s3.us-east-1.amazonaws.com'), is('ec2.eu-west-1.amazonaws.com')],
    values: ['s3.*', 's3.us-east-1.amazonaws.com', 'true', 'false'],
    operators: strings,
  },
]

const condition = (domain: Domain) =>
  fc
    .tuple(fc.constantFrom(...domain.operators), fc.subarray([...domain.values], { minLength: 1 }))
    .map(([operator, values]) => {
      return {
        operator,
        key: domain.key,
        values: operator === 'Null' ? ['true', 'false'].filter((_, index) => index === values.length % 2) : values,
      }
    })
const conditions = fc.tuple(...domains.map((domain) => fc.option(condition(domain), { nil: undefined })))

/** What is known of each key: one state for certain, or a vague one with all that it may stand for. */
interface Known {
  readonly key: string
  readonly state: KeyState
  readonly worlds: readonly KeyState[]
}

const known = (domain: Domain) => {
  const certain = fc
    .constantFrom(...domain.concrete)
    .map((state): Known => ({ key: domain.key, state, worlds: [state] }))
  const nothing = fc.constant<Known>({ key: domain.key, state: { kind: 'unknown' }, worlds: domain.concrete })
  if (domain.key === 'aws:SourceIp') {
    const outside = [absent, is('192.0.2.1'), is('2001:db9::1')]
    return fc.oneof(
      certain,
      nothing,
      fc.constant<Known>({ key: domain.key, state: { kind: 'unlisted' }, worlds: outside }),
    )
  }
  if (domain.key !== 'kms:ViaService') return fc.oneof(certain, nothing)
  const present = domain.concrete.filter(({ kind }) => kind === 'present')
  return fc.oneof(
    certain,
    nothing,
    fc.constant<Known>({ key: domain.key, state: { kind: 'like', pattern: '*' }, worlds: present }),
  )
}
const contexts = fc.tuple(...domains.map(known))

function statementOf(
  parts: readonly ({ operator: string; key: string; values: readonly string[] } | undefined)[],
): Statement {
  const block: Record<string, Record<string, readonly string[]>> = {}
  for (const part of parts) {
    if (part !== undefined) block[part.operator] = { ...block[part.operator], [part.key]: part.values }
  }
  const { root } = parseJson(
    JSON.stringify({ Statement: { Effect: 'Deny', Action: '*', Resource: '*', Condition: block } }),
  )
  assert.ok(root?.kind === 'mapping')
  const [statement] = readPolicy(root).statements
  assert.ok(statement)
  return statement
}

function requestWith(states: readonly (readonly [string, KeyState])[]): RequestContext {
  const principal = { kind: 'user', name: 'arn:aws:iam::111122223333:user/a', account: '111122223333' } as const
  return {
    action: 'kms:Decrypt',
    resource: '*',
    principal,
    keys: new Map(states.map(([key, state]) => [key.toLowerCase(), state])),
  }
}

function worldsOf(context: readonly Known[]): (readonly (readonly [string, KeyState])[])[] {
  return context.reduce<(readonly (readonly [string, KeyState])[])[]>(
    (worlds, { key, worlds: states }) =>
      worlds.flatMap((world) => states.map((state) => [...world, [key, state] as const])),
    [[]],
  )
}

test(`a definite answer holds in every world that the known part allows (${numRuns} statements)`, () => {
  const seen = { definite: 0, unknown: 0, vague: 0 }
  fc.assert(
    fc.property(conditions, contexts, (parts, context) => {
      const statement = statementOf(parts)
      const answer = evaluateStatement(
        statement,
        '2012-10-17',
        requestWith(context.map(({ key, state }) => [key, state])),
      )
      const worlds = worldsOf(context)
      if (answer === 'unknown') {
        seen.unknown += 1
        return
      }
      seen.definite += 1
      if (worlds.length > 1) seen.vague += 1
      for (const world of worlds) {
        const there = evaluateStatement(statement, '2012-10-17', requestWith(world))
        // A world may itself be undecided by AWS's documents (ForAllValues, negated, absent); it never says the contrary.
        assert.ok(there === answer || there === 'unknown', `${answer}, but ${there} with ${JSON.stringify(world)}`)
      }
    }),
    { numRuns },
  )
  assert.ok(seen.vague > numRuns / 10 && seen.unknown > numRuns / 20, JSON.stringify(seen))
})

test('what is known in whole is decided, but for what AWS leaves open', () => {
  fc.assert(
    fc.property(conditions, contexts, (parts, context) => {
      const open = parts.some((part) => part !== undefined && /^ForAllValues:.*Not/.test(part.operator))
      const [world] = worldsOf(context)
      const answer = evaluateStatement(statementOf(parts), '2012-10-17', requestWith(world ?? []))
      assert.ok(open || answer !== 'unknown')
    }),
    { numRuns: 2000 },
  )
})
