// Shows of every regular expression in src/ that no text makes it take more than linear time: `npm run linear`. A text from a pull
// request must not hang the check. What was shown once is remembered in node_modules/.cache.
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync, Visitor } from 'oxc-parser'
import { check } from 'recheck'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const memory = join(root, 'node_modules/.cache/sourceip-guard/linear.json')
/** Expressions that are put together when the program runs, and why none of them can be made slow. */
const putTogether = {
  'src/cli/paths.ts': 'from an argument of whoever runs the command',
  'src/evaluate/addresses.ts': 'from one fixed text, written four times',
}

const sources = globSync('src/**/*.ts', { cwd: root }).toSorted()
const { found, others } = expressions()
const known = new Set(remembered())
const open = [...new Set(found.map(({ name }) => name))].filter((name) => !known.has(name))
const bad = new Map()
await Promise.all(Array.from({ length: availableParallelism() }, worker))
mkdirSync(dirname(memory), { recursive: true })
const names = [...new Set(found.map(({ name }) => name))].filter((name) => known.has(name))
writeFileSync(memory, JSON.stringify(names))

const complaints = [
  ...found.filter(({ name }) => bad.has(name)).map(({ place, name }) => `${place}: ${name}: ${bad.get(name)}`),
  ...others
    .filter(({ file }) => !(file in putTogether))
    .map(({ place }) => `${place}: not a literal, so nothing is shown of it`),
]
for (const complaint of complaints) console.error(complaint)
console.log(`${found.length} regular expressions, ${complaints.length} that may take more than linear time`)
process.exit(complaints.length === 0 ? 0 : 1)

function remembered() {
  try {
    return JSON.parse(readFileSync(memory, 'utf8'))
  } catch {
    return []
  }
}

/** All literals, and the places where an expression is made otherwise. */
function expressions() {
  const found = []
  const others = []
  for (const file of sources) {
    const text = readFileSync(join(root, file), 'utf8')
    const placeOf = ({ start }) => `${file}:${text.slice(0, start).split('\n').length}`
    const { program, errors } = parseSync(file, text)
    if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
    const isRegExp = ({ type, name }) => type === 'Identifier' && name === 'RegExp'
    const onCall = (node) => {
      if (isRegExp(node.callee)) others.push({ file, place: placeOf(node) })
    }
    new Visitor({
      Literal(node) {
        if ('regex' in node)
          found.push({ place: placeOf(node), name: `/${node.regex.pattern}/${node.regex.flags}`, ...node.regex })
      },
      NewExpression: onCall,
      CallExpression: onCall,
    }).visit(program)
  }
  return { found, others }
}

async function worker() {
  for (let name = open.shift(); name !== undefined; name = open.shift()) {
    const { pattern, flags } = found.find((each) => each.name === name) ?? { pattern: '', flags: '' }
    const { status, complexity, attack, error } = await check(pattern, flags, {
      checker: 'automaton',
      timeout: 120_000,
    })
    if (status === 'safe') known.add(name)
    else bad.set(name, `${complexity?.summary ?? error?.kind ?? status} ${attack?.pattern ?? ''}`.trim())
  }
}
