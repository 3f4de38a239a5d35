// Mutation testing of the evaluator, of the pairing of statements and of remedies: `npm run mutation`, or, while writing tests for
// one file, `npm run mutation -- --quick src/diff/canonical.ts`, which leaves out the tests of the whole engine. Remedies are mutated
// where they are named (`src/remedies/verify.ts`): most of their tests run the whole engine.
// `MUTATION_CONCURRENCY` says how many are tried at a time.
// Stryker is fetched into a temporary folder and is no dependency of the project. Fails where fewer than 90 % of the mutants are
// killed, or where one survives that `test/mutation/survivors.md` does not explain.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, dirname, join } from 'node:path'
import { argv, env, execPath, exit } from 'node:process'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const listFile = 'test/mutation/survivors.md'
const least = 90
/** The runner's releases ask for the core of the very same number. */
const packages = { '@stryker-mutator/core': '10.0.0', '@stryker-mutator/tap-runner': '10.0.0' }

/**
 * The tests that speak of what is mutated, a process a group, one after the other until one fails: tables, which take a moment and of
 * which only those run that come by the mutant; for what they let live random tests; then those that run the whole engine.
 */
const groups = {
  '1-diff': tables('test/unit/diff/*.test.ts'),
  '2-evaluate': tables('test/unit/evaluate/!(example-*|witness).test.ts'),
  '3-requests': tables('test/unit/evaluate/{example-*,witness}.test.ts', 'test/unit/simulate.test.ts'),
  '4-random': pathsOf('test/unit/{evaluate,diff}/*.test.ts', 'test/judge/*.test.ts').filter(isRandom),
  // What a remedy says of itself is met by every test that loads it: the pages alone look at it.
  '5-pages': pathsOf('test/unit/remedies/pages.test.ts'),
  ...alone('5-remedies', tables('test/unit/remedies/!(pages|proofs|docs|strategies|verified|every-case).test.ts')),
  '6-proofs': pathsOf('test/unit/remedies/proofs.test.ts'),
  '7-engine': pathsOf('test/unit/rules/*.test.ts', 'test/unit/remedies/{docs,strategies,verified}.test.ts'),
  '8-cases': pathsOf('test/unit/remedies/every-case.test.ts', 'test/judge/remedies.test.ts'),
}

/** A group for each file: their modules are told apart well, and a process that loads one is quick. */
function alone(prefix, paths) {
  return Object.fromEntries(paths.map((path) => [`${prefix}-${basename(path, '.test.ts')}`, [path]]))
}

function tables(...patterns) {
  return pathsOf(...patterns).filter((path) => !isRandom(path))
}

function pathsOf(...patterns) {
  return globSync(patterns, { cwd: root }).toSorted()
}

function isRandom(path) {
  return readFileSync(join(root, path), 'utf8').includes("from 'fast-check'")
}

/** Random tests are as good at telling a mutant in fewer runs; a fixed environment, so that two runs agree. */
const runs = { SOUNDNESS_RUNS: '500', JUDGE_RUNS: '200' }

const quick = argv.includes('--quick')
const named = argv.slice(2).filter((argument) => argument !== '--quick')
const mutated = named.length > 0 ? named : ['src/evaluate/**/*.ts', 'src/diff/**/*.ts']
/** What takes longest is left out by `--quick`. */
const slow = ['7-engine', '8-cases']
const home = env['MUTATION_FOLDER'] ?? join(tmpdir(), 'sourceip-guard-mutation')
const project = join(home, 'project')

install()
copyProject()
const report = mutate()
const mutants = Object.entries(report.files).flatMap(([file, { source, mutants: found }]) =>
  found.map((mutant) => ({ ...mutant, file, change: changeOf(source, mutant) })),
)
exit(judge(mutants, readList()) ? 0 : 1)

/** The tool, in a folder of its own, once. */
function install() {
  mkdirSync(home, { recursive: true })
  const wanted = JSON.stringify({ private: true, dependencies: packages })
  const file = join(home, 'package.json')
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted && existsSync(join(home, 'node_modules'))) return
  writeFileSync(file, wanted)
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: home, stdio: 'inherit' })
}

/** Sources, tests, pages and settings as they stand, and the project's packages by a link. */
function copyProject() {
  rmSync(project, { recursive: true, force: true })
  mkdirSync(project)
  for (const name of ['src', 'test', 'docs', 'package.json'])
    cpSync(join(root, name), join(project, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'))
  for (const [name, paths] of Object.entries(groups)) {
    const imports = paths.map((path) => `import '../${path}'\n`)
    writeFileSync(join(project, 'test', `${name}.test.ts`), imports.join(''))
  }
}

function mutate() {
  const settings = {
    mutate: mutated,
    testRunner: 'tap',
    tap: {
      testFiles: Object.keys(groups)
        .filter((name) => !quick || !slow.includes(name))
        .map((name) => `test/${name}.test.ts`),
      nodeArgs: ['--test-reporter=tap'],
    },
    coverageAnalysis: 'perTest',
    concurrency: Number(env['MUTATION_CONCURRENCY'] ?? 2),
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: 'mutation.json' },
    timeoutMS: 20_000,
  }
  writeFileSync(join(project, 'stryker.config.json'), JSON.stringify(settings))
  const cli = join(home, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js')
  // The runner starts `node` by name: it must be the one that runs this.
  const node = {
    PATH: `${dirname(execPath)}${delimiter}${env['PATH']}`,
    NODE_COMPILE_CACHE: join(home, 'compile-cache'),
  }
  execFileSync(execPath, [cli, 'run'], { cwd: project, stdio: 'inherit', env: { ...env, ...runs, ...node } })
  return JSON.parse(readFileSync(join(project, 'mutation.json'), 'utf8'))
}

/** What a mutant does, as one would read it in a difference: the text that stood there, and what stands there instead. */
function changeOf(source, { location: { start, end }, replacement }) {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  const last = lines.length - 1
  lines[last] = lines[last].slice(0, end.column - 1)
  lines[0] = lines[0].slice(start.column - 1)
  return { before: oneLine(lines.join('\n')), after: oneLine(replacement) }
}

function oneLine(text) {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** The survivors that somebody has read, in lines as `told` writes them, under the heading of their file. */
function readList() {
  const entries = []
  let file = ''
  for (const line of readFileSync(join(root, listFile), 'utf8').split('\n')) {
    const heading = /^## `(.+)`$/.exec(line)?.[1]
    if (heading !== undefined) file = heading
    if (!line.startsWith('- ')) continue
    const { before, after } = /^- (`+) (?<before>.+?) \1 → (`+) (?<after>.*?) \3: .+$/.exec(line)?.groups ?? {}
    if (before === undefined) throw new Error(`${listFile}: there is no change or no reason in \`${line}\``)
    entries.push({ file, before, after })
  }
  return entries
}

function told({ before, after }) {
  return `- ${code(before)} → ${code(after)}: `
}

/** A code span of Markdown: its fence is longer than any run of backticks inside. */
function code(text) {
  const fence = '`'.repeat(1 + Math.max(1, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)))
  return `${fence} ${text} ${fence}`
}

/** Prints the score of each file and what survives without a reason; true where all is as it should be. */
function judge(mutants, list) {
  const valid = mutants.filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status))
  const files = [...new Set(valid.map(({ file }) => file))].toSorted()
  const scores = files.map((file) => [file, valid.filter((mutant) => mutant.file === file)])
  for (const [name, own] of [...scores, ['all', valid]]) console.log(scoreLine(name, own))
  const invalid = mutants.length - valid.length
  if (invalid > 0) console.log(`not counted: ${invalid} that no test could load`)
  const alive = valid.filter(lives)
  const unread = alive.filter((mutant) => !list.some((entry) => isSame(entry, mutant)))
  for (const { file, location, change } of unread) {
    console.log(`survives, without a reason: ${file}:${location.start.line}\n${told(change)}`)
  }
  const gone = list.filter((entry) => files.includes(entry.file) && !alive.some((mutant) => isSame(entry, mutant)))
  for (const entry of gone) console.log(`listed, but killed: ${entry.file}\n${told(entry)}`)
  return unread.length === 0 && share(valid) >= least
}

/** Lines are not looked at: they move with everything that is written above. */
function isSame(entry, { file, change }) {
  return entry.file === file && entry.before === change.before && entry.after === change.after
}

function lives({ status }) {
  return status === 'Survived' || status === 'NoCoverage'
}

function share(mutants) {
  return (100 * mutants.filter((mutant) => !lives(mutant)).length) / mutants.length
}

function scoreLine(name, mutants) {
  const count = mutants.filter((mutant) => !lives(mutant)).length
  return `${share(mutants).toFixed(1).padStart(5)} %  ${count} of ${mutants.length}  ${name}`
}
