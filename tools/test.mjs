// Runs all tests, or those that are named: `npm test`, `npm test -- test/unit/diff/*.test.ts`. As many at a time as the machine has
// cores, and what a process says in one piece. Most units are quick and starting a process is not: many share one. What starts the
// bundled programs has a process for each file; what needs a browser, and looks at its clock, is alone at the end.
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { argv, execPath, exit, stdout } from 'node:process'

const shares = 6
const named = argv.slice(2)
const units = globSync(['test/unit/**/*.test.ts', 'test/judge/**/*.test.ts']).toSorted()
const jobs =
  named.length > 0
    ? [named]
    : [
        ...Array.from({ length: shares }, (_, share) => units.filter((_, index) => index % shares === share)),
        ...globSync('test/e2e/**/*.test.ts')
          .toSorted(longestFirst)
          .map((file) => [file]),
      ]
const last = named.length > 0 ? [] : globSync('test/browser/**/*.test.ts').toSorted()

const waiting = [...jobs]
const failed = []
await Promise.all(Array.from({ length: availableParallelism() }, worker))
if (last.length > 0) await run(last)
console.log(failed.length === 0 ? '\nall tests passed' : `\nfailed, in: ${failed.flat().join(' ')}`)
exit(failed.length === 0 ? 0 : 1)

async function worker() {
  for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await run(job)
}

/** One process for these files; what it says is written when it ends. */
function run(files) {
  return new Promise((done) => {
    const child = spawn(execPath, ['--test', '--test-isolation=none', '--test-reporter=spec', ...files])
    const chunks = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk))
    child.on('close', (status) => {
      if (status !== 0) failed.push(files)
      stdout.write(Buffer.concat(chunks))
      done()
    })
  })
}

/** The files that take longest, so that none of them is left to the end. */
function longestFirst(a, b) {
  const long = ['action', 'life-cycle', 'faults', 'delivery']
  const rank = (file) => long.findIndex((name) => file.includes(`/${name}.`)) >>> 0
  return rank(a) - rank(b)
}
