// Fuzzes every reader and the whole engine behind it: `npm run fuzz -- --seconds 600 --format terraform`. The same seed gives the
// same inputs. What breaks a law of `fuzz/hold.mjs` is made small, written to a folder and can be tried again with `--replay FILE`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { registry } from '../src/registry.ts'
import { broken, tally } from './fuzz/hold.mjs'
import { inputOf } from './fuzz/inputs.mjs'
import { seedFiles } from './fuzz/seeds.mjs'
import { shrunk } from './fuzz/shrink.mjs'

/** How long one input may take before the thread that tries it is given up, in milliseconds. */
const hangs = 60_000

const { byFormat, note } = seedFiles(registry.formats)
const filesOf = (formats) => formats.map((id) => byFormat.get(id))

function work({ seed, first, step, seconds, formats, clock }) {
  const until = Date.now() + seconds * 1000
  const view = new Float64Array(clock)
  let tries = 0
  for (let index = first; Date.now() < until; index += step) {
    view[0] = index
    view[1] = Date.now()
    const input = inputOf(seed, index, filesOf(formats))
    const failure = broken(input)
    tries += 1
    if (failure !== undefined) parentPort.postMessage({ index, failure })
  }
  view[1] = 0
  parentPort.postMessage({ tries, ...tally })
}

function smallest(input, law) {
  const until = Date.now() + 20_000
  const breaks = (change) => broken(change)?.law === law
  const alone = { ...input, base: undefined, scope: 'tree' }
  const start = breaks(alone) ? alone : input
  return {
    ...start,
    head: {
      ...start.head,
      text: shrunk(start.head.text, (text) => breaks({ ...start, head: { ...start.head, text } }), until),
    },
  }
}

function written(folder, name, input) {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.json`)
  writeFileSync(path, `${JSON.stringify(input, null, 2)}\n`)
  return path
}

function told({ folder, seed }, index, failure, input) {
  const small = failure.law === 'hang' ? input : smallest(input, failure.law)
  const path = written(folder, `${seed}-${index}-${failure.law}`, small)
  console.log(
    `\nFAILED ${failure.law}, seed ${seed}, try ${index}, ${input.head.path} (${input.done.join(', ')})\n${failure.why}`,
  )
  console.log(`${small.head.text.slice(0, 2000)}\nreplay: npm run fuzz -- --replay ${path}`)
}

/** One thread until it is done, or hangs. */
function watched(options, first) {
  const clock = new SharedArrayBuffer(16)
  const worker = new Worker(new URL(import.meta.url), { workerData: { ...options, first, clock } })
  const view = new Float64Array(clock)
  const result = { tries: 0, findings: 0, remedies: 0, failures: [] }
  return new Promise((resolve, reject) => {
    const timer = setInterval(() => {
      if (view[1] === 0 || Date.now() - view[1] < hangs) return
      result.failures.push({ index: view[0], failure: { law: 'hang', why: `no end after ${hangs / 1000} s` } })
      void worker.terminate()
    }, 1000)
    worker.on('message', ({ failure, index, ...counts }) => {
      if (failure === undefined) Object.assign(result, counts)
      else result.failures.push({ failure, index })
    })
    worker.on('error', reject)
    worker.on('exit', () => {
      clearInterval(timer)
      resolve(result)
    })
  })
}

function replay(path) {
  const input = JSON.parse(readFileSync(path, 'utf8'))
  const failure = broken(input)
  console.log(failure === undefined ? 'every law holds' : `FAILED ${failure.law}\n${failure.why}`)
  return failure === undefined ? 0 : 1
}

async function fuzz({ values }) {
  const formats = values.format === undefined ? [...byFormat.keys()] : [values.format]
  const known = formats.filter((id) => (byFormat.get(id) ?? []).length > 0)
  if (known.length === 0) throw new Error(`no files of the format ${values.format}: ${[...byFormat.keys()].join(', ')}`)
  const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed)
  const step = Number(values.jobs ?? Math.min(2, availableParallelism()))
  const folder = values.folder ?? join(tmpdir(), 'sourceip-guard-fuzz')
  const options = { seed, step, seconds: Number(values.seconds ?? 120), formats: known }
  if (note !== undefined) console.log(note)
  console.log(
    `seed ${seed}, ${options.seconds} s on ${step} threads: ${known.map((id) => `${id} from ${byFormat.get(id).length} files`).join(', ')}`,
  )
  const results = await Promise.all(Array.from({ length: step }, (_, first) => watched(options, first)))
  const failures = results.flatMap((each) => each.failures).toSorted((a, b) => a.index - b.index)
  // One of each kind is made small; others are often the same.
  const first = [...new Map(failures.toReversed().map((each) => [kindOf(each), each])).values()]
  for (const { index, failure } of first) told({ folder, seed }, index, failure, inputOf(seed, index, filesOf(known)))
  const [tries, findings, remedies] = ['tries', 'findings', 'remedies'].map((name) =>
    results.reduce((sum, each) => sum + each[name], 0),
  )
  console.log(`\n${tries} inputs with ${findings} findings and ${remedies} remedies, ${failures.length} failed`)
  return tries === 0 || failures.length > 0 ? 1 : 0
}

/** Failures with one law and one place of the code are taken for one. */
function kindOf({ failure: { law, why } }) {
  return `${law} ${/\bat .*/.exec(why)?.[0] ?? why.slice(0, 40)}`
}

if (isMainThread) {
  const names = ['seed', 'seconds', 'format', 'jobs', 'folder', 'replay']
  const { values } = parseArgs({ options: Object.fromEntries(names.map((name) => [name, { type: 'string' }])) })
  process.exitCode = values.replay === undefined ? await fuzz({ values }) : replay(values.replay)
} else work(workerData)
