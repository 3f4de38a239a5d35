import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runHere } from './run-here.ts'

interface Listed {
  readonly id: string
  readonly via: string
  readonly actions: readonly string[]
  readonly sources: readonly { readonly url: string }[]
}

test('paths lists, narrows and tells one', async () => {
  const list = async (...args: readonly string[]): Promise<Listed[]> =>
    JSON.parse((await runHere(['paths', '--format', 'json', ...args], { cwd: '.' })).stdout)
  const all = await list()
  assert.ok(all.length > 50)
  assert.deepEqual(Object.keys(all[0] ?? {}), [
    'id',
    'title',
    'mechanism',
    'via',
    'entryActions',
    'actions',
    'basis',
    'sources',
  ])
  assert.ok(all.every(({ sources }) => sources.length > 0 && sources.every(({ url }) => url.startsWith('https://'))))
  const athena = await list('--service', 'athena')
  assert.ok(athena.length > 0 && athena.every(({ via }) => via === 'athena.amazonaws.com'))
  const decrypting = await list('--action', 'KMS:decrypt')
  assert.ok(decrypting.length > 0 && decrypting.length < all.length)
  assert.ok(decrypting.every(({ actions }) => actions.some((action) => /^(kms:(Decrypt|\*)|\*)/.test(action))))
  assert.deepEqual(await list('--action', 'nothing:Known'), [])
  const [one] = athena
  assert.deepEqual(await list(one?.id ?? ''), [one])
  const told = (await runHere(['paths', one?.id ?? ''], { cwd: '.' })).stdout
  assert.match(
    told,
    /^athena-.*the user calls athena:.*\n {2}1\. .*what the target may see.*\nsources:\n {4}.*\n {4}https:/s,
  )
  assert.match(
    (await runHere(['paths'], { cwd: '.' })).stdout,
    /^a service calls with the caller’s credentials.*a service calls as itself/s,
  )
})
