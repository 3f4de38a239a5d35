import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Written } from '../../../src/github/answers.ts'
import type { GitHubClient } from '../../../src/github/client.ts'
import type { Conversation, Edit, PostedComment, Thread } from '../../../src/github/conversation.ts'
import { type Delivery, type DeliveryOptions, deliver } from '../../../src/report/deliver.ts'
import type { JsonFinding, JsonReport } from '../../../src/report/json-report.ts'
import { markerOf, markIn } from '../../../src/report/marker.ts'
import { draftComments } from '../../../src/report/review-comments.ts'
import { denyOutside, policyOf, reportOf } from '../inspecting.ts'

const text = policyOf(denyOutside())
const sample = reportOf({ head: text })
const finding = sample.findings.find(({ level }) => level === 'error') ?? assert.fail()

function found(fingerprint: string, file = `${fingerprint}.json`): JsonFinding {
  return { ...finding, fingerprint, file }
}

function comment(body: string, isOwn = true): PostedComment {
  return { id: `node-${body.slice(0, 5)}`, url: 'https://github.example/o/r/pull/7#discussion_r12', body, isOwn }
}

/** A thread that the guard began, with answers. */
function thread(
  fingerprint: string,
  more: Partial<Thread> & { readonly answers?: readonly PostedComment[] } = {},
): Thread {
  const { answers = [], ...rest } = more
  const body = `text\n${markerOf({ fingerprint, statement: 's', key: 'k', isSettled: false })}`
  const comments = [comment(body), ...answers]
  return {
    id: `thread-${fingerprint}`,
    path: `${fingerprint}.json`,
    isResolved: false,
    isWhole: true,
    comments,
    ...rest,
  }
}

interface Script {
  readonly findings?: readonly JsonFinding[]
  readonly problems?: JsonReport['problems']
  /** Files of which the diff shows no line. */
  readonly hidden?: readonly string[]
  readonly threads?: readonly Thread[]
  readonly head?: string
  readonly options?: Partial<DeliveryOptions>
  /** What becomes of every write, by name. */
  readonly outcomes?: Readonly<Record<string, Written<never>>>
}

interface Played extends Delivery {
  readonly writes: readonly string[]
  readonly edits: readonly Edit[]
  readonly summary: string
}

async function play({
  findings = [],
  problems = [],
  hidden = [],
  threads = [],
  head = 'head',
  ...more
}: Script): Promise<Played> {
  const { options = {}, outcomes = {} } = more
  const writes: string[] = []
  const edits: Edit[] = []
  let summary = ''
  const write = (name: string): Written<string> => {
    writes.push(name)
    return outcomes[name.split(' ')[0] ?? ''] ?? { kind: 'done', value: `https://github.example/${name}` }
  }
  const no = () => assert.fail('not to be asked')
  const conversation: Conversation = { viewer: 'guard[bot]', isOpen: true, head, threads, comments: [] }
  const client: GitHubClient = {
    conversation: async () => conversation,
    pullRequestFiles: async () => [],
    createReview: async (_, { comments }) => write(`review ${comments.length}`),
    createFileComment: async (_, { path }) => write(`file ${path}`),
    createReply: async (_, url, body) => write(`reply ${url.slice(-2)} ${markIn(body)?.isSettled}`),
    createComment: async (_, body) => {
      summary = body
      return write('summary')
    },
    edit: async (some) => {
      edits.push(...some)
      return some.map(({ kind }) => outcomes[kind] ?? { kind: 'done', value: undefined })
    },
    deleteDrafts: no,
    pullRequest: no,
    compare: no,
    compareTrees: no,
    commitDate: no,
    filesOfTree: no,
    blobTexts: no,
    filesInFolder: no,
    pullRequestsOf: no,
    blob: no,
    fileAt: no,
    tree: no,
    assertAbsent: no,
  }
  const report = { ...sample, findings, problems }
  const hunks = [{ startLine: 1, endLine: 99, addedLines: [] }]
  const files = new Map(
    findings.map(({ file }) => [file, { text, hunks: hidden.includes(file) ? undefined : hunks }] as const),
  )
  const paths = new Set([...files.keys(), ...threads.map(({ path }) => path)])
  const said = { report, drafts: draftComments(report, files, { key: 'k' }), looked: { key: 'k', files, paths } }
  const parts = { counts: '1 file checked', notes: [], unread: 0, filesUrl: 'https://github.example/o/r/blob/head' }
  const usual = {
    number: 7,
    head: 'head',
    mode: 'review',
    maxComments: 30,
    resolveThreads: false,
    dryRun: false,
  } as const
  const delivery = await deliver(client, said, { ...usual, summary: parts, ...options })
  return { ...delivery, writes, edits, summary }
}

const kinds = (edits: readonly Edit[]) => edits.map(({ kind }) => kind)
const levels = ({ notes }: Delivery) => notes.map(({ level }) => level)

test('where nothing was found and nothing was said nothing is written', async () => {
  const { writes, edits, notes } = await play({})
  assert.deepEqual([writes, edits, notes], [[], [], []])
})

test('five files get a comment of their own, the others stand in the summary in full', async () => {
  const findings = Array.from({ length: 8 }, (_, index) => found(`f${index}`))
  const played = await play({ findings, hidden: findings.map(({ file }) => file) })
  assert.deepEqual(played.writes, [
    'file f0.json',
    'file f1.json',
    'file f2.json',
    'file f3.json',
    'file f4.json',
    'summary',
  ])
  assert.equal(played.summary.match(/^### Error: /gm)?.length, 3)
  assert.match(played.notes[0]?.text ?? '', /^3 findings got no review comment: the diff/)
})

test('the five are counted over all runs', async () => {
  const findings = Array.from({ length: 8 }, (_, index) => found(`f${index}`))
  const threads = findings.slice(0, 4).map(({ fingerprint }) => thread(fingerprint))
  const { writes } = await play({ findings, hidden: findings.map(({ file }) => file), threads })
  assert.deepEqual(writes, ['file f4.json', 'summary'])
})

test('the limit of comments holds over all runs', async () => {
  const findings = ['a', 'b', 'c'].map((name) => found(name))
  const first = await play({ findings, options: { maxComments: 2 } })
  assert.deepEqual(first.writes, ['review 2', 'summary'])
  const again = await play({ findings, threads: [thread('a'), thread('b')], options: { maxComments: 2 } })
  assert.deepEqual(again.writes, ['summary'])
  assert.match(again.notes[0]?.text ?? '', /^1 finding got no review comment: the limit/)
})

test('an edit without an answer is no warning: the next run compares again', async () => {
  const lost = { kind: 'unknown', message: 'Bad Gateway' } as const
  const played = await play({ threads: [thread('a')], outcomes: { 'update-review-comment': lost, minimize: lost } })
  assert.deepEqual(levels(played), ['info'])
})

test('no comment is wanted, and the summary tells all', async () => {
  const { writes, summary } = await play({ findings: [found('a')], options: { maxComments: 0 } })
  assert.deepEqual(writes, ['summary'])
  assert.match(summary, /^### Error: /m)
})

test('a token that may only read is told once, and nothing more is tried', async () => {
  const refused = { review: { kind: 'no-permission' }, file: { kind: 'no-permission' } } as const
  const threads = [thread('gone')]
  for (const hidden of [[], ['a.json']]) {
    const played = await play({ findings: [found('a')], hidden, threads, outcomes: refused })
    assert.deepEqual([played.writes.length, played.edits, levels(played)], [1, [], ['notice']])
  }
  const only = await play({ threads, outcomes: { 'update-review-comment': { kind: 'no-permission' } } })
  assert.deepEqual(levels(only), ['notice'])
})

test('a pull request that went on is left to the newer run', async () => {
  const played = await play({ findings: [found('a')], threads: [thread('gone')], head: 'newer' })
  assert.deepEqual([played.writes, played.edits, levels(played)], [[], [], ['info']])
  assert.deepEqual((await play({ head: 'newer' })).notes, [])
})

test('a dry run says what it would have written', async () => {
  const played = await play({ findings: [found('a')], threads: [thread('gone')], options: { dryRun: true } })
  assert.deepEqual([played.writes, played.edits], [[], []])
  assert.match(played.notes[0]?.text ?? '', /1 review comment is not posted, 1 comment of earlier runs/)
})

test('what is fixed is marked and folded away, and a suggestion in it is none any more', async () => {
  const body = `say\n\n\`\`\`suggestion\nx\n\`\`\`\n\n${markerOf({ fingerprint: 'a', statement: 's', key: 'k', isSettled: false })}`
  const { edits } = await play({ threads: [thread('a', { comments: [comment(body)] })] })
  const [first = assert.fail(), second] = edits
  assert.ok(first.kind === 'update-review-comment')
  assert.match(first.body, /^✅ \*\*Fixed in head\.\*\*\n\n<details>[\s\S]*\n```\nx\n```\n/)
  assert.equal(markIn(first.body)?.isSettled, true)
  assert.deepEqual(second, { kind: 'minimize', id: first.id })
})

test('a thread in which a person has answered gets an answer, one that is settled nothing', async () => {
  const settled = comment(`Fixed.\n${markerOf({ fingerprint: 'b', statement: 's', key: 'k', isSettled: true })}`)
  const threads = [
    thread('a', { answers: [comment('why?', false)] }),
    thread('b', { answers: [comment('why?', false), settled] }),
    thread('c', { isWhole: false }),
  ]
  const { writes, edits } = await play({ threads })
  assert.deepEqual([writes, edits], [['reply 12 true', 'reply 12 true'], []])
})

test('comments of others, of other runs and on what cannot be read now are left alone', async () => {
  const forged = thread('a', { comments: [{ ...(thread('a').comments[0] ?? assert.fail()), isOwn: false }] })
  const other = `x\n${markerOf({ fingerprint: 'b', statement: 's', key: 'other', isSettled: false })}`
  const problem = { file: 'c.json', startLine: 1, endLine: 1, message: 'm', help: 'h', blocking: true }
  const threads = [forged, thread('b', { comments: [comment(other)] }), thread('c')]
  const { writes, edits } = await play({ threads, problems: [problem] })
  assert.deepEqual([writes, edits], [[], []])
})

test('a finding that is told stays told, whoever resolved its thread', async () => {
  const { writes } = await play({ findings: [found('a')], threads: [thread('a', { isResolved: true })] })
  assert.deepEqual(writes, ['summary'])
})

test('what is suppressed or was there before is settled as that, and a notice as fixed', async () => {
  const suppressed = { ...found('a'), suppressed: { reason: 'r', expires: '2099-01-01' } }
  const existing: JsonFinding = { ...found('b'), level: 'notice', change: 'existing' }
  const notice: JsonFinding = { ...found('c'), level: 'notice' }
  const { edits } = await play({
    findings: [suppressed, existing, notice],
    threads: ['a', 'b', 'c'].map((name) => thread(name)),
  })
  const said = edits.flatMap((edit) => ('body' in edit ? [edit.body.split('\n')[0]] : []))
  assert.deepEqual(said, [
    '✅ **Suppressed by the configuration of the base branch, as of head.**',
    '✅ **As of head the base branch has it too, so that it is not news of this pull request.**',
    '✅ **Fixed in head.**',
  ])
})

test('threads that may not be resolved are told once, and the comment never says that they are', async () => {
  const outcomes = { resolve: { kind: 'no-permission' } } as const
  const played = await play({ threads: [thread('a'), thread('b')], options: { resolveThreads: true }, outcomes })
  assert.deepEqual(kinds(played.edits), ['update-review-comment', 'resolve', 'update-review-comment', 'resolve'])
  assert.deepEqual(levels(played), ['warning'])
})

test('what GitHub refuses is a warning, and keeps the summary from nothing', async () => {
  const refused = { kind: 'refused', message: 'spam' } as const
  const findings = [found('a'), found('b')]
  const played = await play({ findings, hidden: ['b.json'], outcomes: { review: refused, file: refused } })
  assert.deepEqual(played.writes, ['review 1', 'file b.json', 'summary'])
  assert.deepEqual(levels(played), ['warning', 'warning'])
  assert.equal(played.summary.match(/^### Error: /gm)?.length, 2)
  assert.equal(played.reviewUrl, undefined)
})

test('the summary is never longer than GitHub takes, and is cut between findings', async () => {
  const findings = Array.from({ length: 60 }, (_, index) => found(`f${index}`))
  const { summary } = await play({ findings, options: { mode: 'summary' } })
  assert.ok(Buffer.byteLength(summary) <= 60_000)
  assert.match(
    summary,
    /\n<\/details>\n\n\d+ more: see the summary of the job\.\n\n<!-- sourceip-guard:1 summary key=k -->$/,
  )
})

test('names from a pull request break out of no cell of the summary’s table', async () => {
  const file = 'a`|b](https://evil.example) @org\n| x |<img>.json'
  const { summary } = await play({ findings: [found('a', file)], options: { mode: 'summary' } })
  const row = summary.split('\n').find((line) => line.startsWith('| Error')) ?? assert.fail()
  assert.equal(row.match(/(?<!\\)\|/g)?.length, 7)
  assert.ok(row.includes('``a`\\|b](https://evil.example) @org␤\\| x \\|<img>.json``'))
})
