import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
after(() => rmSync(folder, { recursive: true }))
for (const name of ['src', 'tools', 'package.json']) cpSync(name, join(folder, name), { recursive: true })
symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
execFileSync(process.execPath, ['tools/build.mjs', '--metafile', 'meta.json'], { cwd: folder })

const meta: { readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, object>> }>> } =
  JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8'))
const inputs = Object.values(meta.outputs).flatMap((output) => Object.keys(output.inputs))
const packages = [
  ...new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [])),
].map((path) => ({ path, ...JSON.parse(readFileSync(join(folder, path, 'package.json'), 'utf8')) }))
const licences = readFileSync(join(folder, 'dist/licenses.txt'), 'utf8')
/** What may be passed on in a bundle of another licence, with its text. */
const permissive = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD']
const bytesOf = (path: string) => statSync(join(folder, 'dist', path)).size

test('there are packages in the bundle, and few', () => {
  assert.ok(packages.length >= 10 && packages.length <= 30, String(packages.length))
})

for (const { path, name, version, license } of packages) {
  test(`${name} is in the bundle with the text of its licence, which may be passed on`, () => {
    assert.ok(permissive.includes(license), `${name} has the licence ${license}`)
    const part = licences.split(`\n${'-'.repeat(80)}\n\n`).find((each) => each.startsWith(`${name} ${version}\n`))
    const file = readdirSync(join(folder, path)).find((each) => /^(licen[cs]e|copying)/i.test(each))
    const text = readFileSync(join(folder, path, file ?? assert.fail(`${name} ships no licence`)), 'utf8')
    assert.ok(part?.includes(text.replaceAll('\r\n', '\n').trim()), name)
  })
}

test('nothing in the bundle is under a licence that asks for the source of all', () => {
  assert.doesNotMatch(licences, /GNU (AFFERO |LESSER )?GENERAL PUBLIC LICENSE|\bA?GPL-/i)
  assert.ok(inputs.every((path) => !path.includes('iam-simulate')))
})

test('two builds in different folders are the same, byte for byte', () => {
  const told = execFileSync(process.execPath, ['tools/reproduce.mjs'], { encoding: 'utf8' })
  assert.match(told, /^[0-9a-f]{64} {2}index\.js$/m)
})

test('what is built in a folder does not say where that is', () => {
  for (const name of readdirSync(join(folder, 'dist'))) {
    const text = readFileSync(join(folder, 'dist', name), 'utf8')
    assert.ok(!text.includes(tmpdir()) && !text.includes(process.cwd()), name)
  }
})

test('all that the action and the command line may load without a proxy has less than 1.5 MB', () => {
  const code = readdirSync(join(folder, 'dist')).filter((name) => name.endsWith('.js') && !/^proxy-fetch-/.test(name))
  const bytes = code.reduce((sum, name) => sum + bytesOf(name), 0)
  assert.ok(bytes < 1_500_000, String(bytes))
})

/** The sources in what is loaded with a file of the bundle. */
function begunWith(first: string): string[] {
  const reached = new Set<string>()
  const follow = (name: string) => {
    if (reached.has(name)) return
    reached.add(name)
    const text = readFileSync(join(folder, 'dist', name), 'utf8')
    // What is asked for later stands in a function: `Promise.resolve().then(() => … require(…))`.
    for (const [, later, next = ''] of text.matchAll(/(=>\s*[\w.]*\(?)?require\("\.\/([\w.-]+\.js)"\)/g))
      if (later === undefined) follow(next)
  }
  follow(first)
  return [...reached].flatMap((name) => Object.keys(meta.outputs[`dist/${name}`]?.inputs ?? {}))
}

test('the action begins without the engine, a parser or the client of GitHub', () => {
  const begun = begunWith('index.js')
  assert.ok(begun.includes('src/action.ts'))
  for (const late of ['src/inspect.ts', 'src/syntax/', 'node_modules/yaml/', 'node_modules/@octokit/', 'src/rules/'])
    assert.ok(!begun.some((path) => path.startsWith(late)), late)
})

test('the client begins without what waits and tries again', () => {
  const begun = begunWith(readdirSync(join(folder, 'dist')).find((name) => name.startsWith('client-')) ?? '')
  assert.ok(begun.some((path) => path.startsWith('node_modules/@octokit/request/')))
  assert.ok(!begun.some((path) => path.startsWith('node_modules/bottleneck/')))
})

test('the engine begins without the parsers of rarer formats', () => {
  const begun = begunWith(readdirSync(join(folder, 'dist')).find((name) => name.startsWith('judge-')) ?? '')
  assert.ok(begun.includes('src/inspect.ts') && begun.includes('src/syntax/json.ts'))
  const rare = ['src/syntax/yaml.ts', 'src/syntax/hcl.ts', 'src/syntax/hcl-expression.ts', 'src/syntax/toml.ts']
  for (const late of [...rare, 'node_modules/yaml/']) assert.ok(!begun.some((path) => path.startsWith(late)), late)
})
