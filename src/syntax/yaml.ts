import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Pair,
  Parser,
  type Range as Span,
  type Tags,
} from 'yaml'
import type { Range } from '../model/source.ts'
import type { Mapping, Member, SyntaxProblem, TreeNode } from './tree.ts'

export interface ParsedYaml {
  /** The roots of those documents that could be read; a document with a mistake in it is not among them. */
  readonly documents: readonly TreeNode[]
  /** The first mistake of each document. */
  readonly problems: readonly SyntaxProblem[]
}

/**
 * In UTF-16 units. A template of AWS CloudFormation has at most 1 MB; parsing takes about 60 times the text in memory, and of what is
 * nothing but mistakes some ten microseconds a character.
 */
const largest = 1_000_000
/** Deeper than any policy or template; far from where a recursion would run out of stack. */
const deepest = 200
/** How many values the aliases of one document may stand for: a few dozen bytes can stand for billions. */
const mostAliased = 100_000

const nestedTooDeeply = 'this YAML is nested too deeply to be read'
const wordings: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'this alias is not one: quote a value that begins with `*`',
  BAD_DQ_ESCAPE: 'a string in double quotes knows no such escape',
  BAD_INDENT: 'this line is not indented as its place asks',
  BAD_SCALAR_START: 'a value must not begin with this character: quote it',
  BLOCK_AS_IMPLICIT_KEY: 'a mapping must begin on a line of its own',
  BLOCK_IN_FLOW: 'a block must not stand inside brackets',
  MISSING_CHAR: 'a character is missing here: a quote, a bracket, a colon or a blank',
  MULTILINE_IMPLICIT_KEY: 'a key must stand on one line',
  RESOURCE_EXHAUSTION: nestedTooDeeply,
  TAB_AS_INDENT: 'tabs are not allowed as indentation in YAML',
  UNEXPECTED_TOKEN: 'this is not expected here',
}

/**
 * YAML as trees with offsets into `text` as it stands: byte order mark and line ends are counted. Short tags become what they are
 * short for, `!Sub x` the mapping `{Fn::Sub: x}` with the range of the whole; an alias becomes the node of its anchor, merge keys
 * are filled in. A key that comes twice is there twice. `yes`, `no`, `on` and `off` are booleans, as YAML 1.1 and its readers at AWS
 * have it.
 */
export function parseYaml(text: string): ParsedYaml {
  if (text.length > largest) return unreadable(text, 'this YAML is too large to be read')
  try {
    const read = compose(text).map((document) => readDocument(document, text))
    return {
      documents: read.flatMap(({ problem, root }) => (problem === undefined && root !== undefined ? [root] : [])),
      problems: read.flatMap(({ problem }) => problem ?? []),
    }
  } catch (error) {
    if (error instanceof TooMuch) return unreadable(text, error.message)
    // The stack ran out.
    if (error instanceof RangeError) return unreadable(text, nestedTooDeeply)
    throw error
  }
}

/** Thrown where a text is given up before it is parsed as a whole. */
class TooMuch extends Error {}

/** A text with more mistakes than this is read no further: each costs as much as many lines. */
const mostErrors = 20
/**
 * How many words, marks and line ends may be in it: a template of the largest size has about as many, while a text made of nothing
 * else has ten times as many and would take ten seconds.
 */
const mostLexemes = 250_000

function compose(text: string): Document.Parsed[] {
  const composer = new Composer({ uniqueKeys: false, customTags: tagsIn(text) })
  return [...composer.compose(tokensOf(text), false, text.length)]
}

/** As the parser gives them, up to a number of mistakes. What is far too deep or too much costs most, so it is given up on the way. */
function* tokensOf(text: string): Generator<CST.Token> {
  const parser = new Parser()
  let [lexemes, errors] = [0, 0]
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      yield token
      if (token.type === 'error') errors += 1
      if (errors > mostErrors) return
    }
    lexemes += 1
    if (lexemes > mostLexemes) throw new TooMuch('this YAML has too many values to be read')
    if (parser.stack.length > 2 * deepest) throw new TooMuch(nestedTooDeeply)
  }
  yield* parser.end()
}

/** Tags must be known to the parser, or each costs a warning. */
function tagsIn(text: string): Tags {
  const names = [...new Set(text.match(/![A-Za-z][\w:]*/g))].slice(0, 100)
  return names.flatMap((tag) => [
    { tag, resolve: (value: string) => value },
    { tag, collection: 'seq' as const },
    { tag, collection: 'map' as const },
  ])
}

function unreadable({ length }: string, message: string): ParsedYaml {
  return { documents: [], problems: [{ range: { start: 0, end: Math.min(1, length) }, message }] }
}

interface ReadDocument {
  readonly root: TreeNode | undefined
  readonly problem: SyntaxProblem | undefined
}

function readDocument({ errors, contents }: Document.Parsed, text: string): ReadDocument {
  const [error] = errors
  if (error !== undefined) {
    const start = Math.min(error.pos[0], Math.max(0, text.length - 1))
    const range = { start, end: Math.max(start + 1, Math.min(error.pos[1], text.length)) }
    return { root: undefined, problem: { range, message: wordings[error.code] ?? 'this is not YAML' } }
  }
  if (contents === null) return { root: undefined, problem: undefined }
  const reader: Reader = { text, anchors: new Map(), aliased: 0, problem: undefined }
  const { node } = readNode(contents, reader, 0)
  const isEmpty = node.kind === 'scalar' && node.type === 'null'
  return { root: isEmpty ? undefined : node, problem: reader.problem }
}

interface Reader {
  readonly text: string
  readonly anchors: Map<string, ReadNode>
  aliased: number
  problem: SyntaxProblem | undefined
}

interface ReadNode {
  readonly node: TreeNode
  /** Where the text of this place ends; for an alias, that of the alias. */
  readonly end: number
  /** How many nodes it comes to when aliases are followed. */
  readonly size: number
}

function readNode(source: unknown, reader: Reader, depth: number): ReadNode {
  if (isAlias(source)) return readAlias(source.source, spanOf(source.range), reader)
  const read = depth > deepest ? tooDeep(source, reader) : readUntagged(source, reader, depth)
  if (!isMap(source) && !isSeq(source) && !isScalar(source)) return read
  const whole = tagged(source.tag, read, reader.text)
  if (source.anchor !== undefined) reader.anchors.set(source.anchor, whole)
  return whole
}

function readUntagged(source: unknown, reader: Reader, depth: number): ReadNode {
  if (isMap(source)) {
    const range = spanOf(source.range)
    if (source.flow === true && reader.text.startsWith('{{', range.start)) return placeholder(range, reader.text)
    return readMapping(source.items, { range, flow: source.flow === true }, reader, depth)
  }
  if (isSeq(source)) {
    const range = spanOf(source.range)
    const items = source.items.map((item) => readNode(item, reader, depth + 1))
    const end = source.flow === true ? range.end : endOfLine(reader.text, items.at(-1)?.end ?? range.end)
    const size = items.reduce((sum, item) => sum + item.size, 1)
    return { node: { kind: 'sequence', range: { ...range, end }, items: items.map(({ node }) => node) }, end, size }
  }
  return readScalar(source, reader.text)
}

interface Collection {
  readonly range: Range
  readonly flow: boolean
}

/** A block ends with its last line, so that what is added to it comes after a comment there. */
function readMapping(pairs: readonly Pair[], { range, flow }: Collection, reader: Reader, depth: number): ReadNode {
  const own: Member[] = []
  const merged: TreeNode[] = []
  let [end, size] = [range.start, 1]
  for (const pair of pairs) {
    const key = keyOf(pair.key, reader.text)
    const value = pair.value === null ? emptyAt(key.range.end) : readNode(pair.value, reader, depth + 1)
    end = Math.max(key.range.end, value.end)
    size += value.size
    if (isMergeKey(pair.key)) merged.push(value.node)
    else own.push({ key, value: value.node })
  }
  const stop = flow ? range.end : endOfLine(reader.text, end)
  const node: Mapping = { kind: 'mapping', range: { ...range, end: stop }, members: withMerged(own, merged) }
  return { node, end: stop, size }
}

/** Members of the mappings under `<<` that the mapping does not have itself; of two the first has precedence. */
function withMerged(own: readonly Member[], sources: readonly TreeNode[]): readonly Member[] {
  if (sources.length === 0) return own
  const members = [...own]
  const names = new Set(own.map(({ key }) => key.value))
  for (const source of sources.flatMap((node) => (node.kind === 'sequence' ? node.items : [node]))) {
    for (const member of source.kind === 'mapping' ? source.members : []) {
      if (!names.has(member.key.value)) members.push(member)
      names.add(member.key.value)
    }
  }
  return members
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.source === '<<'
}

/** A key as it is written: `Null` is an operator's name, not the value null. */
function keyOf(key: unknown, text: string): Member['key'] {
  if (!isScalar(key)) {
    const range = isMap(key) || isSeq(key) || isAlias(key) ? spanOf(key.range) : { start: 0, end: 0 }
    return { value: text.slice(range.start, range.end), range }
  }
  const range = spanOf(key.range)
  return { value: typeof key.value === 'string' ? key.value : (key.source ?? ''), range }
}

function readScalar(source: unknown, text: string): ReadNode {
  if (!isScalar(source)) return emptyAt(0)
  const span = spanOf(source.range)
  // A block scalar's span runs on over the blank lines after it.
  const end = span.start + text.slice(span.start, span.end).trimEnd().length
  const range = { start: span.start, end: source.type?.startsWith('BLOCK') ? end : span.end }
  const written = source.source ?? ''
  const one = (type: 'string' | 'number' | 'boolean' | 'null', content: string): ReadNode => {
    return { node: { kind: 'scalar', range, type, text: content }, end: range.end, size: 1 }
  }
  const { value } = source
  if (source.tag?.startsWith('!')) return one('string', typeof value === 'string' ? value : written)
  if (source.type === 'PLAIN' && /^(yes|no|on|off)$/i.test(written))
    return one('boolean', String(/^(yes|on)$/i.test(written)))
  if (typeof value === 'string') return one('string', value)
  if (typeof value === 'boolean') return one('boolean', String(value))
  return value === null ? one('null', 'null') : one('number', written)
}

/** `{{ x }}` is meant for a template engine, not as a mapping that is a key. */
function placeholder(range: Range, text: string): ReadNode {
  const expression = text.slice(range.start, range.end)
  return { node: { kind: 'scalar', range, type: 'expression', text: expression }, end: range.end, size: 1 }
}

function emptyAt(offset: number): ReadNode {
  const range = { start: offset, end: offset }
  return { node: { kind: 'scalar', range, type: 'null', text: 'null' }, end: offset, size: 1 }
}

/** `!Sub x` as the mapping it is short for: all functions have the prefix `Fn::` but `Ref` and `Condition`. */
function tagged(tag: string | undefined, read: ReadNode, text: string): ReadNode {
  if (tag === undefined || !/^![^!]/.test(tag)) return read
  const name = tag.slice(1).replace(/^Fn::/, '')
  const start = text.lastIndexOf(tag, read.node.range.start)
  if (start < 0) return read
  const key = {
    value: name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`,
    range: { start, end: start + tag.length },
  }
  const range = { start, end: Math.max(read.node.range.end, key.range.end) }
  const node: Mapping = { kind: 'mapping', range, members: [{ key, value: read.node }] }
  return { node, end: Math.max(read.end, range.end), size: read.size + 1 }
}

function readAlias(name: string, range: Range, reader: Reader): ReadNode {
  const anchor = reader.anchors.get(name)
  if (anchor === undefined) {
    reader.problem ??= { range, message: 'this alias has no anchor before it' }
    return emptyAt(range.end)
  }
  reader.aliased += anchor.size
  if (reader.aliased > mostAliased) {
    reader.problem ??= { range, message: 'the aliases of this document stand for too many values to be read' }
    return emptyAt(range.end)
  }
  return { node: anchor.node, end: range.end, size: anchor.size }
}

function tooDeep(source: unknown, reader: Reader): ReadNode {
  const range = isMap(source) || isSeq(source) || isScalar(source) ? spanOf(source.range) : { start: 0, end: 0 }
  reader.problem ??= { range: { start: range.start, end: range.start + 1 }, message: nestedTooDeeply }
  return emptyAt(range.end)
}

function spanOf(span: Span | null | undefined): Range {
  const [start = 0, end = start] = span ?? []
  return { start, end }
}

/** Where the line on which `offset` stands ends, before its line end. */
function endOfLine(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset)
  if (feed < 0) return text.length
  return text[feed - 1] === '\r' && feed > offset ? feed - 1 : feed
}
