/** A selected field of a GraphQL document. */
export interface Field {
  readonly name: string
  readonly alias: string
  readonly args: Readonly<Record<string, unknown>>
  readonly fields: readonly Field[]
}

export interface GraphQlQuery {
  readonly kind: 'query' | 'mutation'
  readonly fields: readonly Field[]
}

const token = /[\s,]*(?:#[^\n]*[\s,]*)*("(?:[^"\\]|\\.)*"|\.\.\.|[A-Za-z_]\w*|-?\d+(?:\.\d+)?|[{}()[\]:$!=@])/y

/** A document in reading: its tokens, where the reader stands, and the values of the variables. */
interface Reader {
  readonly peek: () => string | undefined
  /** The next token, which must be the expected one if one is. */
  readonly take: (expected?: string) => string
  /** Whether the next token was this one; if so it is taken. */
  readonly skip: (mark: string) => boolean
  readonly variables: Readonly<Record<string, unknown>>
}

/**
 * Reads the small part of GraphQL that clients of the fake write: one operation, variables, arguments, aliases and inline
 * fragments (whose fields are taken as they are). Throws on anything else.
 */
export function readGraphQl(text: string, variables: Readonly<Record<string, unknown>>): GraphQlQuery {
  const reader = readerOf(tokensOf(text), variables)
  const kind = reader.peek() === 'mutation' ? 'mutation' : 'query'
  while (reader.peek() !== '{') reader.take() // the operation's name and the types of its variables
  const fields = selection(reader)
  if (reader.peek() !== undefined) throw new Error('more than one operation')
  return { kind, fields }
}

function readerOf(tokens: readonly string[], variables: Reader['variables']): Reader {
  let at = 0
  return {
    variables,
    peek: () => tokens[at],
    take: (expected) => {
      const found = tokens[at++]
      if (found === undefined || (expected !== undefined && found !== expected))
        throw new Error(`expected ${expected ?? 'more'}, found ${found ?? 'the end'}`)
      return found
    },
    skip: (mark) => {
      if (tokens[at] !== mark) return false
      at += 1
      return true
    },
  }
}

const words: Readonly<Record<string, unknown>> = { true: true, false: false, null: null }

function value(reader: Reader): unknown {
  const found = reader.take()
  if (found === '$') return reader.variables[reader.take()]
  if (found === '{') return object(reader, '}')
  if (found === '[') {
    const items: unknown[] = []
    while (!reader.skip(']')) items.push(value(reader))
    return items
  }
  if (found.startsWith('"') || /^-?\d/.test(found)) return JSON.parse(found)
  return Object.hasOwn(words, found) ? words[found] : found
}

function object(reader: Reader, end: string): Record<string, unknown> {
  const entries: Record<string, unknown> = {}
  while (!reader.skip(end)) {
    const key = reader.take()
    reader.take(':')
    entries[key] = value(reader)
  }
  return entries
}

function selection(reader: Reader): Field[] {
  const fields: Field[] = []
  reader.take('{')
  while (!reader.skip('}')) {
    if (!reader.skip('...')) {
      fields.push(field(reader))
      continue
    }
    if (reader.take() !== 'on') throw new Error('named fragments are not understood')
    reader.take()
    fields.push(...selection(reader))
  }
  return fields
}

function field(reader: Reader): Field {
  const alias = reader.take()
  const name = reader.skip(':') ? reader.take() : alias
  const args = reader.skip('(') ? object(reader, ')') : {}
  return { name, alias, args, fields: reader.peek() === '{' ? selection(reader) : [] }
}

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = []
  const pattern = new RegExp(token)
  while (pattern.lastIndex < text.trimEnd().length) {
    const start = pattern.lastIndex
    const match = pattern.exec(text)
    if (match?.[1] === undefined) throw new Error(`cannot read ${JSON.stringify(text.slice(start, start + 20))}`)
    tokens.push(match[1])
  }
  return tokens
}
