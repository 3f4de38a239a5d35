// Regular expressions in a source, and whether some text makes one take more than linear time.
import { parseSync, Visitor } from 'oxc-parser'
import { check } from 'recheck'

/** The literals of a file with their places, and the places where an expression is put together when the program runs. */
export function expressionsOf(file, text) {
  const literals = []
  const others = []
  const placeOf = ({ start }) => `${file}:${text.slice(0, start).split('\n').length}`
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  const onCall = (node) => {
    if (node.callee.type === 'Identifier' && node.callee.name === 'RegExp') others.push(placeOf(node))
  }
  new Visitor({
    Literal(node) {
      if (!('regex' in node)) return
      const { pattern, flags } = node.regex
      literals.push({ place: placeOf(node), name: `/${pattern}/${flags}`, pattern, flags })
    },
    NewExpression: onCall,
    CallExpression: onCall,
  }).visit(program)
  return { literals, others }
}

/** How slow it can be made, and by which text; undefined where it is shown that none does. */
export async function whySlow({ pattern, flags }) {
  const { status, complexity, attack, error } = await check(pattern, flags, { checker: 'automaton', timeout: 120_000 })
  return status === 'safe'
    ? undefined
    : `${complexity?.summary ?? error?.kind ?? status} ${attack?.pattern ?? ''}`.trim()
}
