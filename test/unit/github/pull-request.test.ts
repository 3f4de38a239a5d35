import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ListedChange, listChange, readChange } from '../../../src/changes/pull-request.ts'
import type { GitHubClient, ListedFile } from '../../../src/github/client.ts'
import type { Trigger } from '../../../src/github/trigger.ts'
import type { SourceFile } from '../../../src/model/source.ts'
import { speaksOfSourceIp } from '../../../src/model/source-ip.ts'

const selection = { wants: (path: string) => /\.(json|tf|ts)$/.test(path), holds: speaksOfSourceIp }

function listed(path: string, more: Partial<ListedFile> = {}): ListedFile {
  const name = { path, previousPath: undefined, status: 'modified', blob: `head:${path}` }
  return { ...name, patch: '@@ -1 +1 @@\n-a\n+b', listedAt: undefined, ...more }
}

interface Repository {
  readonly files: readonly ListedFile[]
  /** By `head:<path>`, and for the merge base by `fork-point:<path>`. */
  readonly content: Readonly<Record<string, string | Buffer>>
  /** What stands in each folder of the head, changed or not, with its size. */
  readonly scope?: ListedChange['scope']
  readonly folders?: Readonly<Record<string, Readonly<Record<string, number>>>>
}

const forkPoint = { commit: 'fork-point', date: '2026-11-24T10:00:00Z' }

/** Reads a change and tells what was asked of GitHub. */
async function read({ files, content, folders = {}, scope = 'change' }: Repository) {
  const asked: string[] = []
  let open = 0
  let mostOpen = 0
  const answer = async (name: string): Promise<Buffer | undefined> => {
    asked.push(name)
    mostOpen = Math.max(mostOpen, ++open)
    await new Promise((resolve) => setImmediate(resolve))
    open -= 1
    const found = content[name]
    return found === undefined ? undefined : Buffer.from(found)
  }
  const client: Pick<GitHubClient, 'blob' | 'blobTexts' | 'fileAt' | 'filesInFolder' | 'tree'> = {
    tree: async () => {
      asked.push('tree')
      return { files: [], links: [] }
    },
    blobTexts: async (blobs) => {
      asked.push(`${blobs.length} blobs`)
      return new Map(blobs.slice(1).map((sha) => [sha, Buffer.from('{}')]))
    },
    blob: async (sha) => (await answer(sha)) ?? assert.fail(`no blob ${sha}`),
    fileAt: (path, commit) => answer(`${commit}:${path}`),
    filesInFolder: async (folder, commit) => {
      asked.push(`folder ${commit}:${folder}`)
      return Object.entries(folders[folder] ?? {}).map(([path, size]) => ({ path, blob: `head:${path}`, size }))
    },
  }
  const mergeBase = async () => {
    asked.push('merge base')
    return forkPoint
  }
  const change: ListedChange = { scope, pullRequest: 7, base: 'base', head: 'head', files, mergeBase }
  return { ...(await readChange(client, change, selection)), asked, mostOpen }
}

test('only files that the guard looks at are read, and of those without the key only the head', async () => {
  const { files, asked, baseDate } = await read({
    files: [listed('README.md'), listed('a.json'), listed('gone.json', { status: 'removed' })],
    content: { 'head:a.json': '{}' },
  })
  assert.deepEqual([files, baseDate], [[], undefined])
  // The tree tells whether a link leads to what is not looked at.
  assert.deepEqual(asked, ['tree', 'head:a.json'])
})

test('a new file has no base, and nothing is asked for but the date of the merge base', async () => {
  const { files, asked, baseDate } = await read({
    files: [listed('a.json', { status: 'added' })],
    content: { 'head:a.json': 'aws:SourceIp' },
  })
  assert.deepEqual(files, [
    {
      file: { base: undefined, head: { path: 'a.json', text: 'aws:SourceIp' } },
      hunks: [{ startLine: 1, endLine: 1, addedLines: [1] }],
      places: ['a.json'],
    },
  ])
  assert.deepEqual(asked, ['head:a.json', 'merge base'])
  assert.equal(baseDate, forkPoint.date)
})

test('the base is what stood at the merge base under the former name', async () => {
  const { files, asked } = await read({
    files: [
      listed('a.json'),
      listed('new.json', { status: 'renamed', previousPath: 'old.json', patch: undefined }),
      listed('copy.json', { status: 'copied', previousPath: 'a.json' }),
    ],
    content: {
      'head:a.json': 'sourceip 1',
      'fork-point:a.json': 'before 1',
      'head:new.json': 'sourceip 2',
      'fork-point:old.json': 'before 2',
      'head:copy.json': 'sourceip 3',
    },
  })
  assert.deepEqual(
    files.map(({ file }) => file.base),
    [{ path: 'a.json', text: 'before 1' }, { path: 'old.json', text: 'before 2' }, undefined],
  )
  assert.deepEqual(files[1]?.hunks, undefined)
  assert.equal(asked.filter((name) => name === 'merge base').length, 1)
})

test('changed files beside one of Terraform are its neighbours, for one call more each, and are not looked at for themselves', async () => {
  const { files, asked } = await read({
    files: [
      listed('infra/main.tf'),
      listed('infra/names.tf'),
      listed('infra/new.tf', { status: 'added' }),
      listed('infra/x.json'),
      listed('y.tf'),
    ],
    content: {
      'head:infra/main.tf': 'sourceip',
      'fork-point:infra/main.tf': 'before',
      'head:infra/names.tf': 'names',
      'fork-point:infra/names.tf': 'names before',
      'head:infra/new.tf': 'new names',
      'head:infra/x.json': '{}',
      'head:y.tf': 'elsewhere',
    },
  })
  assert.deepEqual(
    files.map(({ file }) => file),
    [
      {
        base: { path: 'infra/main.tf', text: 'before', neighbours: [{ path: 'infra/names.tf', text: 'names before' }] },
        head: {
          path: 'infra/main.tf',
          text: 'sourceip',
          neighbours: [
            { path: 'infra/names.tf', text: 'names' },
            { path: 'infra/new.tf', text: 'new names' },
          ],
        },
      },
    ],
  )
  assert.deepEqual(asked.slice(5), [
    'merge base',
    'fork-point:infra/main.tf',
    'fork-point:infra/names.tf',
    'folder head:infra',
  ])
})

test('what did not change beside one of Terraform is its neighbour, and looked at where it has a Deny that may take from it', async () => {
  const { files, asked } = await read({
    files: [listed('m/locals.tf'), listed('m/note.md')],
    content: {
      'head:m/locals.tf': 'sourceip',
      'fork-point:m/locals.tf': 'before',
      'head:m/main.tf': 'Effect = "Deny"',
    },
    folders: {
      m: {
        'm/locals.tf': 10,
        'm/main.tf': 10,
        'm/variables.tf': 10,
        'm/large.tf': 200_001,
        'm/note.md': 10,
        'm/data.json': 10,
      },
    },
  })
  const names = (file: SourceFile | undefined) => file && [file.path, file.neighbours?.map(({ text }) => text)]
  assert.deepEqual(
    files.map(({ file, hunks, places }) => [names(file.base), names(file.head), hunks !== undefined, places]),
    [
      [['m/locals.tf', ['Effect = "Deny"', '{}']], ['m/locals.tf', ['Effect = "Deny"', '{}']], true, ['m/locals.tf']],
      [['m/main.tf', ['before', '{}']], ['m/main.tf', ['sourceip', '{}']], false, ['m/main.tf']],
    ],
  )
  // Of the texts that are asked for at once, one is missing in this answer, and read by itself.
  assert.deepEqual(asked.slice(-3), ['folder head:m', '2 blobs', 'head:m/main.tf'])
})

test('of a whole tree nothing more is read', async () => {
  const { asked } = await read({
    files: [listed('m/locals.tf')],
    content: { 'head:m/locals.tf': 'sourceip' },
    scope: 'tree',
  })
  assert.ok(!asked.some((each) => each.startsWith('folder')))
})

test('of code only that is read whose diff adds a line with the key', async () => {
  const { files, asked } = await read({
    files: [
      listed('a.ts', { patch: '@@ -1 +1 @@\n-a\n+AWS:SourceIP' }),
      listed('b.ts', { patch: '@@ -1,2 +1,2 @@\n aws:SourceIp\n-aws:SourceIp\n+b' }),
      listed('c.ts', { patch: undefined }),
    ],
    content: { 'head:a.ts': 'AWS:SourceIP', 'fork-point:a.ts': 'a' },
  })
  assert.equal(files.length, 1)
  assert.deepEqual(asked, ['head:a.ts', 'merge base', 'fork-point:a.ts'])
})

const contents: readonly [name: string, bytes: string | Buffer, seen: string][] = [
  ['the key in any case', '"AWS:sourceIP"', 'read'],
  ['the key in escapes of JSON', '"aws:\\u0053ourceIp"', 'read'],
  ['no key', '{"Condition": {}}', 'dropped'],
  ['UTF-16 with its mark', Buffer.from('\ufeffaws:SourceIp', 'utf16le'), 'read'],
  ['UTF-16 without one', Buffer.from('aws:SourceIp', 'utf16le'), 'is not UTF-8 text'],
  ['the key beside bytes that are not UTF-8', Buffer.from('aws:SourceIp \xff', 'latin1'), 'is not UTF-8 text'],
  ['the key beside a zero byte', 'aws:SourceIp \0', 'is not UTF-8 text'],
  ['binary without the key', Buffer.from('\x89PNG\0\xff', 'latin1'), 'dropped'],
  ['2 MB of something else', '{}'.padEnd(2_000_001), 'dropped'],
  ['more than 2 MB with the key', 'aws:SourceIp'.padEnd(2_000_001), 'is larger than 2 MB'],
]

for (const [name, bytes, seen] of contents) {
  test(`a head with ${name}: ${seen}`, async () => {
    const { files, unreadable } = await read({
      files: [listed('a.json', { status: 'added' })],
      content: { 'head:a.json': bytes },
    })
    const outcome = unreadable[0]?.reason ?? (files.length === 1 ? 'read' : 'dropped')
    assert.equal(outcome, seen)
  })
}

test('a submodule is not asked for, whatever its name', async () => {
  const submodule = { status: 'added', patch: '@@ -0,0 +1 @@\n+Subproject commit head:a.json' }
  assert.deepEqual((await read({ files: [listed('a.json', submodule)], content: {} })).asked, [])
})

test('an entry without a blob is read by its name', async () => {
  const { files } = await read({
    files: [listed('a.json', { blob: undefined, status: 'added' })],
    content: { 'head:a.json': 'aws:SourceIp' },
  })
  assert.equal(files.length, 1)
})

test('at most four requests are open at a time, and the files keep their order', async () => {
  const paths = Array.from({ length: 20 }, (_, index) => `${index}.json`)
  const { files, mostOpen } = await read({
    files: paths.map((path) => listed(path)),
    content: Object.fromEntries(paths.map((path) => [`head:${path}`, 'aws:SourceIp'])),
  })
  assert.equal(mostOpen, 4)
  assert.deepEqual(
    files.map(({ file }) => file.head?.path),
    paths,
  )
})

const commits = { base: 'tip', head: 'head' }
const event: Trigger = { kind: 'pull-request', number: 7, commits }

function listing(files: readonly ListedFile[], compared: readonly ListedFile[] = []) {
  const asked: string[] = []
  const client: Pick<
    GitHubClient,
    'pullRequest' | 'pullRequestFiles' | 'compare' | 'compareTrees' | 'commitDate' | 'filesOfTree' | 'pullRequestsOf'
  > = {
    pullRequest: async (number) => {
      asked.push(`pull request ${number}`)
      return { number, isOpen: true, ...commits }
    },
    pullRequestFiles: async (number) => {
      asked.push(`files of ${number}`)
      return files
    },
    compare: async (base, head) => {
      asked.push(`compare ${base}...${head}`)
      return { mergeBase: forkPoint, files: compared }
    },
    compareTrees: async (base, head) => {
      asked.push(`trees ${base} ${head}`)
      return [listed('by-tree.json')]
    },
    commitDate: async (commit) => {
      asked.push(`date of ${commit}`)
      return '2026-11-25T10:00:00Z'
    },
    filesOfTree: async (commit) => {
      asked.push(`tree ${commit}`)
      return [listed('all.json', { status: 'added' })]
    },
    pullRequestsOf: async (branch) => {
      asked.push(`pull requests of ${branch}`)
      return branch === 'octo:gone' ? [] : [{ number: 7, isOpen: true, ...commits }]
    },
  }
  return { client, asked }
}

test('the files of a pull request are listed with one request', async () => {
  const { client, asked } = listing([listed('a.json', { listedAt: 'head' })])
  const change = await listChange(client, event)
  assert.deepEqual([change.base, change.head, change.files.length], ['tip', 'head', 1])
  assert.deepEqual(asked, ['files of 7'])
  assert.deepEqual(await change.mergeBase(), forkPoint)
})

test('a pull request that is known by its number alone is asked for', async () => {
  const { client, asked } = listing([])
  const change = await listChange(client, { ...event, commits: undefined })
  assert.deepEqual([change.base, change.head], ['tip', 'head'])
  assert.deepEqual(asked, ['pull request 7', 'files of 7'])
})

test('a list about another head is not taken: the commit of the run is compared instead', async () => {
  const newer = listed('other.json', { listedAt: 'newer' })
  const { client, asked } = listing([newer], [listed('a.json')])
  const change = await listChange(client, event)
  assert.deepEqual(
    change.files.map(({ path }) => path),
    ['a.json'],
  )
  assert.deepEqual(asked, ['files of 7', 'compare tip...head'])
})

test('a merge group is compared with its base', async () => {
  const { client, asked } = listing([], [listed('a.json')])
  const change = await listChange(client, { kind: 'merge-group', ...commits })
  assert.deepEqual([change.base, change.head, change.files.length], ['tip', 'head', 1])
  assert.deepEqual(asked, ['compare tip...head'])
})

test('above 300 files GitHub’s comparison is cut, so the trees are compared', async () => {
  const { client, asked } = listing([], new Array(300).fill(listed('a.json')))
  const change = await listChange(client, { kind: 'merge-group', ...commits })
  assert.deepEqual(
    change.files.map(({ path }) => path),
    ['by-tree.json'],
  )
  assert.deepEqual(asked, ['compare tip...head', 'trees fork-point head'])
})

test('a branch stands for the pull request whose head it is, at the commit of the run', async () => {
  const { client, asked } = listing([listed('a.json', { listedAt: 'older' })], [listed('b.json')])
  const change = await listChange(client, { kind: 'branch', branch: 'octo:fix', head: 'older' })
  assert.deepEqual([change.pullRequest, change.base, change.head], [7, 'tip', 'older'])
  assert.deepEqual(asked, ['pull requests of octo:fix', 'files of 7'])
  await assert.rejects(listChange(client, { kind: 'branch', branch: 'octo:gone', head: 'x' }), /no open pull request/)
})

test('a whole tree has no before, its own configuration, and a date only where that is asked for', async () => {
  const { client, asked } = listing([])
  const change = await listChange(client, { kind: 'tree', head: 'head' })
  assert.deepEqual([change.scope, change.pullRequest, change.base], ['tree', undefined, 'head'])
  assert.deepEqual(asked, ['tree head'])
  assert.deepEqual(await change.mergeBase(), { commit: 'head', date: '2026-11-25T10:00:00Z' })
  assert.deepEqual(asked, ['tree head', 'date of head'])
})

test('many files are read many at a time, and one by one where that gives no text', async () => {
  const files = Array.from({ length: 200 }, (_, index) => listed(`${index}.json`))
  const { asked } = await read({ files, content: { 'head:0.json': '{}' } })
  assert.deepEqual(asked, ['200 blobs', 'head:0.json'])
})
