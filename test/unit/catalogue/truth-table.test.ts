import assert from 'node:assert/strict'
import { test } from 'node:test'
import { truthTable } from '../../../src/catalogue/truth-table.ts'
import type { KeyState } from '../../../src/model/request.ts'

/** A state as a word: what is present is written out. */
function word(state: KeyState | 'path' | undefined): string {
  if (state === undefined) return 'nothing said'
  if (state === 'path') return 'path'
  return state.kind === 'present' ? state.values.join(' ') : state.kind
}

const columns = [
  'aws:sourceip',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpcsourceip',
  'aws:viaawsservice',
  'aws:calledvia',
  'kms:viaservice',
  'aws:principalisawsservice',
  'aws:principalservicename',
  'aws:sourceaccount',
  'aws:sourcearn',
  'lambda:sourcefunctionarn',
] as const

/** The rules on what a target sees, once more and by hand. `path`: it depends on the services of the path. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'forward-access-session/address-kept': row(
    'listed absent absent absent true path path false absent absent absent absent',
  ),
  'forward-access-session/address-lost': row(
    'unlisted absent absent absent true path path false absent absent absent absent',
  ),
  'forward-access-session/after-vpc-endpoint': row(
    'unlisted absent absent absent true path path false absent absent absent absent',
  ),
  'service-role/service-network': row(
    'unlisted absent absent absent false absent absent false absent absent absent path',
  ),
  'service-role/stack-service-role': row(
    'unlisted absent absent absent true path path false absent absent absent absent',
  ),
  'service-principal/redacted-network': row(
    'unlisted unlisted unlisted unlisted unknown unknown path true path path path absent',
  ),
  'service-linked-role/service-network': row(
    'unlisted absent absent absent false absent path false absent absent absent absent',
  ),
  'console/browser-address': row(
    'listed unknown unknown unknown unknown unknown path false absent absent absent absent',
  ),
  'console/console-address': row(
    'unlisted unknown unknown unknown unknown unknown path false absent absent absent absent',
  ),
  'cloudshell/cloudshell-address': row(
    'unlisted absent absent absent false absent absent false absent absent absent absent',
  ),
}

function row(words: string): readonly string[] {
  return words.split(' ')
}

test('the table has the rows that AWS documents, and no others', () => {
  const names = truthTable.map(({ mechanism, reading }) => `${mechanism}/${reading}`)
  assert.deepEqual(names.toSorted(), Object.keys(expected).toSorted())
})

for (const { mechanism, reading, cells } of truthTable) {
  const name = `${mechanism}/${reading}`
  test(`${name} decides each key as AWS documents it`, () => {
    const words = columns.map((key) => word(cells.find(({ keys }) => keys.includes(key))?.state))
    assert.deepEqual(words, expected[name])
  })

  test(`${name} decides each key once`, () => {
    const keys = cells.flatMap((cell) => cell.keys)
    assert.deepEqual(keys.toSorted(), [...new Set(keys)].toSorted())
    assert.deepEqual(
      keys.filter((key) => key !== key.toLowerCase()),
      [],
    )
  })

  test(`${name} names a page for every cell`, () => {
    for (const { keys, source } of cells) assert.match(source.url, /^https:\/\//, keys.join(', '))
  })
}

test('every row but that of service principals decides the same keys', () => {
  const keysOf = (mechanism: string) =>
    truthTable
      .filter((candidate) => candidate.mechanism === mechanism)
      .map(({ cells }) =>
        cells
          .flatMap(({ keys }) => keys)
          .filter((key) => key !== 'aws:principalarn')
          .toSorted()
          .join(' '),
      )
  const all = truthTable.flatMap(({ mechanism }) => keysOf(mechanism))
  assert.equal(new Set(all).size, 1)
})

test('only calls that keep the address of a person have a listed one', () => {
  const listed = truthTable.filter(({ cells }) =>
    cells.some(({ keys, state }) => keys.includes('aws:sourceip') && word(state) === 'listed'),
  )
  assert.deepEqual(listed.map(({ reading }) => reading).toSorted(), ['address-kept', 'browser-address'])
})
