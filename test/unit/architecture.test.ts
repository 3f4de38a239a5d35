import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { test } from 'node:test'

/** Which zone of src may import which. A zone is a folder, or a file that lies directly in src. `src/README.md` explains it. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  syntax: ['model'],
  diff: ['model'],
  evaluate: ['model'],
  catalogue: ['model'],
  formats: ['model', 'syntax'],
  rules: ['model', 'evaluate'],
  remedies: ['model', 'evaluate'],
  github: ['model'],
  changes: ['model', 'github'],
  report: ['model', 'github'],
  'inspect.ts': ['model', 'diff', 'remedies'],
  'simulate.ts': ['model', 'syntax', 'formats', 'evaluate'],
  'registry.ts': ['model', 'formats', 'rules', 'remedies', 'catalogue'],
  'version.ts': [],
  config: ['model'],
  'config.ts': ['config', 'model'],
  'action.ts': ['action', 'github'],
  action: [
    'model',
    'catalogue',
    'changes',
    'report',
    'github',
    'inspect.ts',
    'registry.ts',
    'config.ts',
    'config',
    'version.ts',
  ],
  cli: ['model', 'changes', 'report', 'inspect.ts', 'simulate.ts', 'registry.ts', 'config.ts', 'config', 'version.ts'],
  site: ['model', 'report', 'inspect.ts', 'registry.ts', 'version.ts'],
  'cli.ts': [
    'cli',
    'model',
    'changes',
    'report',
    'inspect.ts',
    'simulate.ts',
    'registry.ts',
    'config.ts',
    'version.ts',
  ],
}
const touchesTheWorld = new Set([
  'github',
  'changes',
  'report',
  'config',
  'config.ts',
  'action',
  'action.ts',
  'cli',
  'cli.ts',
  'site',
])
/** A parser or a client is known to one file, so that it can be changed there. */
const importedOnce = ['jsonc-parser', 'ipaddr.js', 'valibot', '@octokit/rest', 'diff', '@noble/hashes/sha2.js']

const zoneOf = (path: string): string => path.split('/')[1] ?? ''
const files = globSync('src/**/*.ts').map((path) => path.replaceAll('\\', '/'))
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)[ (]+'([^']+)'/g)].map(([, specifier = '']) => specifier)

test('the map of the code has this table', () => {
  const rows = readFileSync('src/README.md', 'utf8').matchAll(/^\| (`.+) \| (.+) \| (yes|no) \|$/gm)
  const names = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
  const told = [...rows].flatMap(([, zones = '', allowed = '', world]) =>
    names(zones).map((zone) => ({ zone, allowed: allowed === 'the rest' ? undefined : names(allowed), world })),
  )
  assert.deepEqual(told.map(({ zone }) => zone).toSorted(), Object.keys(mayImport).toSorted())
  for (const { zone, allowed, world } of told) {
    if (allowed !== undefined) assert.deepEqual(allowed.toSorted(), [...(mayImport[zone] ?? [])].toSorted(), zone)
    assert.equal(world === 'yes', touchesTheWorld.has(zone), zone)
  }
})

test('there is something to look at', () => assert.ok(files.length > 20))

for (const file of files) {
  test(`${file} imports only what its zone may`, () => {
    const zone = zoneOf(file)
    const allowed = mayImport[zone]
    assert.ok(allowed, `zone ${zone} is not in the table`)
    for (const specifier of importsOf(file)) {
      const target = specifier.startsWith('.') ? zoneOf(posix.join(posix.dirname(file), specifier)) : undefined
      if (target !== undefined)
        assert.ok(target === zone || allowed.includes(target), `${zone} may not import ${specifier}`)
      else if (specifier.startsWith('node:') || specifier.startsWith('@actions/'))
        assert.ok(touchesTheWorld.has(zone), `${zone} is pure, but imports ${specifier}`)
    }
  })

  test(`${file} touches the world only where its zone may`, () => {
    if (touchesTheWorld.has(zoneOf(file))) return
    assert.doesNotMatch(
      readFileSync(file, 'utf8'),
      /\bprocess\.|\bfetch\(|Date\.now|new Date\(\)|Math\.random|\bconsole\./,
    )
  })
}

for (const name of importedOnce) {
  test(`${name} is imported in one file`, () => {
    const users = files.filter((file) => importsOf(file).includes(name))
    assert.ok(users.length === 1, `${name} is imported by ${users.join(', ') || 'none'}`)
  })
}

test('yaml is imported by the configuration and, where policies are read from it, by one file', () => {
  const users = files.filter((file) => importsOf(file).includes('yaml')).filter((file) => file !== 'src/syntax/yaml.ts')
  assert.deepEqual(users, ['src/config/yaml-file.ts'])
})

/** What a file must export to belong into a list. */
const listedIn: Readonly<Record<string, RegExp>> = {
  'src/catalogue/catalogue.ts': /^export const \w+: readonly ServiceCallPath\[\] = \[/m,
  'src/registry.ts': /^export const \w+: (PolicyFormat|Rule|Question|RemedyStrategy) = /m,
}
for (const [list, belongs] of Object.entries(listedIn)) {
  const members = files.filter((path) => path !== list && belongs.test(readFileSync(path, 'utf8')))
  test(`${list} has members`, () => assert.ok(members.length > 2))
  for (const file of members) {
    test(`${file} is listed in ${list}`, () => {
      assert.ok(readFileSync(list, 'utf8').includes(`/${posix.basename(file)}'`))
    })
  }
}
