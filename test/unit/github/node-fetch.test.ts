import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { nodeFetch } from '../../../src/github/node-fetch.ts'

const servers: { close(): void; closeAllConnections(): void }[] = []
after(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

/** Address of a server that answers so, until the tests are done. */
async function served(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  assert.ok(typeof address === 'object' && address !== null)
  return `http://127.0.0.1:${address.port}`
}

const bodyOf = async (request: IncomingMessage) => Buffer.concat(await request.toArray()).toString()
const post = { method: 'POST', headers: { authorization: 'token x' }, body: '{"a":1}' }

const redirects: readonly (readonly [why: string, status: number, method: string, body: string])[] = [
  ['a moved repository is asked again with the same call', 308, 'POST', '{"a":1}'],
  ['so is one that moved for a while', 307, 'POST', '{"a":1}'],
  ['an answer elsewhere is fetched', 302, 'GET', ''],
]
for (const [why, status, method, body] of redirects) {
  test(`${status}: ${why}`, async () => {
    const seen: string[] = []
    const url = await served(async (request, response) => {
      const text = await bodyOf(request)
      seen.push(`${request.method} ${request.url} ${request.headers.authorization} ${text}`)
      if (request.url === '/from') response.writeHead(status, { location: '/to' }).end('moved')
      else response.end('here')
    })
    const answer = await nodeFetch()(`${url}/from`, post)
    assert.deepEqual([answer.status, answer.url, await answer.text()], [200, `${url}/to`, 'here'])
    assert.deepEqual(seen, ['POST /from token x {"a":1}', `${method} /to token x ${body}`])
  })
}

test('the token is not given to another host', async () => {
  let seen: string | undefined = 'nothing'
  const other = await served((request, response) => {
    seen = request.headers.authorization
    response.end('other')
  })
  const url = await served((_, response) => response.writeHead(301, { location: `${other}/x` }).end())
  const answer = await nodeFetch()(url, { headers: { Authorization: 'token x', accept: 'text/plain' } })
  assert.deepEqual([await answer.text(), seen], ['other', undefined])
})

test('what sends in a circle ends', async () => {
  const url = await served((_, response) => response.writeHead(302, { location: '/' }).end())
  await assert.rejects(nodeFetch()(url), /from one address to the next/)
})

test('a compressed answer is unpacked', async () => {
  const url = await served((request, response) => {
    assert.equal(request.headers['accept-encoding'], 'gzip')
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'application/json' })
    response.end(gzipSync('{"é":1}'))
  })
  const answer = await nodeFetch()(url)
  assert.equal(await answer.text(), '{"é":1}')
  assert.equal(answer.headers.get('content-type'), 'application/json')
})

test('an answer that breaks off is a failure, not a short answer', async () => {
  const url = await served((_, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('half')
    setTimeout(() => response.destroy(), 20)
  })
  await assert.rejects(nodeFetch()(url), /aborted|hang up|ECONNRESET/)
})

test('a signal ends the wait', async () => {
  const url = await served(() => {})
  await assert.rejects(nodeFetch()(url, { signal: AbortSignal.timeout(50) }), { name: 'TimeoutError' })
})
