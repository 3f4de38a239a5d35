import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answered, patient } from '../../../src/github/patience.ts'

const read = { method: 'GET', url: 'https://api.github.com/repos/octo/infra/pulls/7' }
const write = { method: 'POST', url: 'https://api.github.com/repos/octo/infra/pulls/7/reviews' }
const query = { method: 'POST', url: 'https://ghe.example.com/api/graphql' }
const fine: Answered = { headers: {}, data: {} }
const failed = (status: number, message = 'failed', headers: Answered['headers'] = {}) =>
  Object.assign(new Error(message), { status, response: { headers, data: {} } })
const inGraphQL = (failure: object): Answered => ({
  headers: { 'x-ratelimit-reset': '0' },
  data: { errors: [failure] },
})
const slowed = failed(403, 'You have exceeded a secondary rate limit', { 'retry-after': '7' })
const used = failed(403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '0' })

/** What each of the tries meets, in order: the tries are as many, no more and no fewer. */
const rows: readonly {
  readonly what: string
  readonly asking: typeof read
  readonly retries: boolean
  readonly meets: readonly (Answered | Error)[]
  readonly waits?: readonly number[]
  readonly fails?: RegExp
}[] = [
  { what: 'an answer is taken', asking: read, retries: true, meets: [fine] },
  {
    what: 'a read goes on after failures',
    asking: read,
    retries: true,
    meets: [failed(502), failed(500), failed(503), fine],
  },
  {
    what: 'a read ends at the fourth',
    asking: read,
    retries: true,
    meets: Array(4).fill(failed(502)),
    fails: /failed/,
  },
  { what: 'a write that failed stays so', asking: write, retries: false, meets: [failed(502)], fails: /failed/ },
  { what: 'what is not there stays so', asking: read, retries: true, meets: [failed(404)], fails: /failed/ },
  {
    what: 'a mistake of ours is told at once',
    asking: read,
    retries: true,
    meets: [new TypeError('ours')],
    fails: /ours/,
  },
  { what: 'a limit says how long', asking: write, retries: false, meets: [slowed, fine], waits: [7] },
  { what: 'a limit says when it ends', asking: read, retries: true, meets: [used, fine], waits: [0] },
  {
    what: 'a limit that does not say how long',
    asking: read,
    retries: true,
    meets: [failed(429, 'secondary rate'), fine],
    waits: [60],
  },
  {
    what: 'a limit is waited for once',
    asking: read,
    retries: true,
    meets: [slowed, slowed],
    waits: [7],
    fails: /secondary/,
  },
  { what: 'no permission is no limit', asking: write, retries: false, meets: [failed(403)], fails: /failed/ },
  {
    what: 'a limit of GraphQL comes as an answer',
    asking: query,
    retries: true,
    meets: [inGraphQL({ type: 'RATE_LIMITED' }), fine],
    waits: [0],
  },
  {
    what: 'a failure of GraphQL comes as an answer',
    asking: query,
    retries: true,
    meets: [inGraphQL({ message: 'Something went wrong while executing your query.' }), fine],
  },
  {
    what: 'what GraphQL does not find is an answer',
    asking: query,
    retries: true,
    meets: [inGraphQL({ type: 'NOT_FOUND', message: 'none' })],
  },
]

for (const { what, asking, retries, meets, waits = [], fails } of rows) {
  test(`${what}: tries ${meets.length}`, async () => {
    const waited: number[] = []
    const mayWait = (seconds: number) => waited.push(seconds) > 0
    const left = [...meets]
    const send = async () => {
      const next = left.shift()
      assert.ok(next, 'one try too many')
      if (next instanceof Error) throw next
      return next
    }
    const sent = patient({ retries, secondInMs: 1, mayWait })(asking, send)
    if (fails === undefined) assert.equal(await sent, meets.at(-1))
    else await assert.rejects(sent, fails)
    assert.deepEqual({ left, waited }, { left: [], waited: waits })
  })
}

test('a limit that asks for more patience than there is left fails', async () => {
  const send = patient({ retries: true, secondInMs: 1, mayWait: () => false })
  await assert.rejects(
    send(read, async () => Promise.reject(slowed)),
    /secondary/,
  )
})

/** When each of the requests that are asked for at once goes out, in milliseconds at least after the first. */
const paces = [
  ['reads go out at once', [read, read, read], [0, 0, 0], 20_000],
  ['what notifies people waits for three seconds', [write, write], [0, 60], 20],
  ['other writes wait for one', [query, query, query], [0, 20, 40], 20],
] as const

for (const [what, askings, starts, secondInMs] of paces) {
  test(what, async () => {
    const send = patient({ retries: false, secondInMs, mayWait: () => true })
    const begin = Date.now()
    const went = await Promise.all(
      askings.map((asking) => send(asking, async () => ({ headers: {}, data: Date.now() - begin }))),
    )
    const isInTime = went.every(({ data }, index) => data >= (starts[index] ?? 0) && data < 10_000)
    assert.ok(isInTime, went.map(({ data }) => data).join())
  })
}
