// Shows of every regular expression in src/ that no text makes it take more than linear time: `npm run linear`. A text from a pull
// request must not hang the check. What was shown once is remembered in node_modules/.cache.
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expressionsOf, whySlow } from './linear/expressions.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const memory = join(root, 'node_modules/.cache/sourceip-guard/linear.json')
/** Where expressions are put together when the program runs, and why none of them can be made slow. */
const putTogether = {
  'src/cli/paths.ts': 'from an argument of whoever runs the command',
  'src/evaluate/addresses.ts': 'from one fixed text, written four times',
}

const found = globSync('src/**/*.ts', { cwd: root })
  .toSorted()
  .map((file) => ({ file, ...expressionsOf(file, readFileSync(join(root, file), 'utf8')) }))
const literals = found.flatMap((each) => each.literals)
const distinct = new Map(literals.map((each) => [each.name, each]))
const known = new Set(remembered())
const open = [...distinct.values()].filter(({ name }) => !known.has(name))
const slow = new Map()
await Promise.all(Array.from({ length: availableParallelism() }, worker))
mkdirSync(dirname(memory), { recursive: true })
writeFileSync(memory, JSON.stringify([...distinct.keys()].filter((name) => known.has(name))))

const complaints = [
  ...literals.filter(({ name }) => slow.has(name)).map(({ place, name }) => `${place}: ${name}: ${slow.get(name)}`),
  ...found
    .filter(({ file }) => !(file in putTogether))
    .flatMap(({ others }) => others.map((place) => `${place}: put together, so nothing is shown of it`)),
]
for (const complaint of complaints) console.error(complaint)
console.log(`${literals.length} regular expressions, ${complaints.length} that may take more than linear time`)
process.exit(complaints.length === 0 ? 0 : 1)

function remembered() {
  try {
    return JSON.parse(readFileSync(memory, 'utf8'))
  } catch {
    return []
  }
}

async function worker() {
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const why = await whySlow(next)
    if (why === undefined) known.add(next.name)
    else slow.set(next.name, why)
  }
}
