import assert from 'node:assert/strict'
import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { posix } from 'node:path'
import { test } from 'node:test'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { registry } from '../../src/registry.ts'
import { remediesPage, remedyPages, rulePage } from '../../src/report/pages.ts'
import { findingsOf } from './inspecting.ts'

/** The JSON blocks of a page, by the word behind the fence. */
function examplesOf(page: string, word: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`json ${word}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text = '']) => text)
}

for (const { id } of registry.rules) {
  const file = new URL(`../../docs/rules/${id}.md`, import.meta.url)
  test(`docs/rules/${id}.md is there, and its examples do what they say`, () => {
    assert.ok(existsSync(file), `docs/rules/${id}.md`)
    const page = readFileSync(file, 'utf8')
    assert.ok(page.startsWith(`# ${id}\n`))
    for (const heading of ['Why', 'What is found', 'What is not', 'How to mend it', 'When to suppress it', 'Sources']) {
      assert.match(page, new RegExp(`^## ${heading}$`, 'm'))
    }
    assert.match(page, /^- .+: https:\/\/\S+$/m)
    const [base] = examplesOf(page, 'before')
    // Of service calls some notices are left in any case: CloudShell, consoles.
    const counts = ({ level }: { level: string }) => id !== 'service-call-denied' || level !== 'notice'
    const found = (head: string) => findingsOf({ head, ...(base === undefined ? {} : { base }) }, id).some(counts)
    const fires = examplesOf(page, 'fires')
    const passes = examplesOf(page, 'passes')
    assert.ok(fires.length > 0 && passes.length > 0)
    for (const text of fires) assert.ok(found(text), text)
    for (const text of passes) assert.ok(!found(text), text)
  })
}

test('there is no page of a rule that is no more', () => {
  const pages = readdirSync('docs/rules').map((name) => name.replace(/\.md$/, ''))
  assert.deepEqual(pages.toSorted(), registry.rules.map(({ id }) => id).toSorted())
})

test('the addresses that reports link are those of pages that are there', () => {
  const strategies = registry.strategies.flatMap(({ id }) => remedyPages(id).map(({ url }) => url))
  const addresses = [...registry.rules.map(({ id }) => rulePage(id)), ...strategies, remediesPage]
  for (const address of addresses) {
    const [, path = ''] = /^https:\/\/github\.com\/OWNER\/sourceip-guard\/blob\/main\/(docs\/.+)$/.exec(address) ?? []
    assert.ok(existsSync(path), address)
  }
})

interface Node {
  readonly type: string
  readonly url?: string
  readonly value?: string
  readonly children?: readonly Node[]
}

function* nodesOf(node: Node): Generator<Node> {
  yield node
  for (const child of node.children ?? []) yield* nodesOf(child)
}

function textOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(textOf).join('')
}

function read(file: string): readonly Node[] {
  return [
    ...nodesOf(fromMarkdown(readFileSync(file, 'utf8'), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })),
  ]
}

/** As GitHub makes them of headings: small letters, hyphens for spaces, no punctuation. */
function anchorsOf(file: string): ReadonlySet<string> {
  const headings = read(file).filter(({ type }) => type === 'heading')
  return new Set(
    headings.map((heading) =>
      textOf(heading)
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )
}

const pages = ['*.md', '.github/**/*.md', 'docs/**/*.md', 'examples/**/*.md', 'src/README.md'].flatMap((glob) =>
  globSync(glob),
)

for (const page of pages.map((name) => name.replaceAll('\\', '/'))) {
  test(`${page} links to what is there`, () => {
    for (const { type, url = '' } of read(page)) {
      if (!['link', 'image', 'definition'].includes(type) || /^[a-z]+:/.test(url)) continue
      const [path = '', anchor] = url.split('#')
      const target = path === '' ? page : posix.join(posix.dirname(page), decodeURIComponent(path))
      assert.ok(existsSync(target), `${url} in ${page}`)
      if (anchor !== undefined) assert.ok(anchorsOf(target).has(anchor), `${url} in ${page}`)
    }
  })

  test(`${page} names files that are there`, () => {
    const names = read(page).flatMap(({ type, value = '' }) => (type === 'inlineCode' ? [value] : []))
    // Where a file of ours is meant: below a folder of ours, or, in the map, below `src`.
    const ours = names.filter((name) => /^(docs|examples|schema|src|test|tools)\/[\w./-]+$/.test(name))
    const mapped = page === 'src/README.md' ? names.filter((name) => /^[\w-]+\/[\w./-]+\.ts$/.test(name)) : []
    for (const name of [...ours, ...mapped])
      assert.ok(
        [name, `src/${name}`].some((path) => existsSync(path)),
        `\`${name}\` in ${page}`,
      )
  })
}

test('there are pages to look at, and links in them', () => {
  assert.ok(pages.length > 20 && pages.includes('README.md') && pages.includes('.github/CONTRIBUTING.md'))
  assert.ok(pages.flatMap(read).filter(({ type, url = '' }) => type === 'link' && !url.includes(':')).length > 10)
  assert.ok(statSync('docs/probe.md').size > 1000)
})
