import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { ConfigError, readConfig } from '../../src/config.ts'

const accepts = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('schema/config.schema.json', 'utf8')),
)

/** Every configuration that users are shown: the example, and the blocks of the README that are one. */
const shown = new Map([['examples/sourceip-guard.yml', readFileSync('examples/sourceip-guard.yml', 'utf8')]])
for (const [index, [, text = '']] of [
  ...readFileSync('README.md', 'utf8').matchAll(/\n```yaml\n([\s\S]*?)\n```/g),
].entries())
  if (!/^(name|repos):/m.test(text)) shown.set(`README.md, block ${index}`, text)

test('there are configurations to look at', () => assert.ok(shown.size >= 3))

/** Whether the guard takes a configuration; JSON is YAML. */
function isTaken(value: unknown): boolean {
  try {
    readConfig({ path: 'x.yml', text: JSON.stringify(value) }, {})
    return true
  } catch (error) {
    if (error instanceof ConfigError) return false
    throw error
  }
}

for (const [name, text] of shown) {
  test(`${name} is a configuration, for the guard and for editors`, () => {
    assert.ok(isTaken(parse(text)))
    assert.equal(accepts(parse(text)), true, JSON.stringify(accepts.errors))
  })
}

test('the example names the schema that ships, and has every key of it', () => {
  const text = shown.get('examples/sourceip-guard.yml') ?? ''
  const [, path = ''] =
    /^# yaml-language-server: \$schema=https:\/\/raw\.githubusercontent\.com\/OWNER\/sourceip-guard\/main\/(\S+)\n/.exec(
      text,
    ) ?? []
  assert.ok(existsSync(path), path)
  const { properties } = JSON.parse(readFileSync(path, 'utf8'))
  assert.deepEqual(Object.keys(parse(text)).toSorted(), Object.keys(properties).toSorted())
})

const odd: readonly unknown[] = [null, '', 'x', 3, -1, 1.5, true, [], ['x'], { x: 1 }]

/** The value with each part of it in turn replaced, taken out, or given another key: what slips of the pen make of a configuration. */
function* slips(value: unknown, where = '$'): Generator<readonly [string, unknown]> {
  for (const other of odd) yield [`${where} = ${JSON.stringify(other)}`, other]
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      for (const [name, changed] of slips(item, `${where}[${index}]`)) yield [name, value.with(index, changed)]
  } else if (typeof value === 'object' && value !== null) {
    yield [`${where} with one more key`, { ...value, another: 1 }]
    for (const [key, item] of Object.entries(value)) {
      const { [key]: gone, ...rest } = { ...value } as Record<string, unknown>
      yield [`${where} without ${key}`, rest]
      yield [`${where}.${key} misspelt`, { ...rest, [`${key}s`]: gone }]
      for (const [name, changed] of slips(item, `${where}.${key}`)) yield [name, { ...value, [key]: changed }]
    }
  }
}

test('editors and the guard agree on every slip of the pen in the example', () => {
  const cases = [...slips(parse(shown.get('examples/sourceip-guard.yml') ?? ''))].map(([name, value]) => {
    return { name, isAccepted: accepts(value), isTaken: isTaken(value) }
  })
  assert.deepEqual(
    cases.filter((each) => each.isAccepted !== each.isTaken),
    [],
  )
  const taken = cases.filter((each) => each.isTaken).length
  assert.ok(taken > 30 && cases.length - taken > 300, `${taken} of ${cases.length} are configurations`)
})
