// A plain client for the tests of the fake itself, and an example to try it on.
import { type FakeGitHub, type FakeGitHubOptions, type FileChange, startFakeGitHub } from './server.ts'

/** An answer; `json` is an object or a list, an empty object if it was no JSON. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: Json
}
export type Json = Readonly<Record<string, unknown>> & readonly Readonly<Record<string, unknown>>[]

/** A request to the repository of a fake, by a path below it; a leading `//` means below the API. */
export async function call(github: FakeGitHub, method: string, path: string, options: Options = {}): Promise<Reply> {
  const address = path.startsWith('//')
    ? github.url + path.slice(1)
    : `${github.url}/repos/${github.repo.fullName}${path}`
  const response = await fetch(address, {
    method,
    headers: { authorization: `Bearer ${options.token ?? github.token}`, ...options.headers },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  })
  const text = await response.text()
  const isJson = text !== '' && /^application\/json/.test(response.headers.get('content-type') ?? '')
  return { status: response.status, headers: response.headers, text, json: (isJson ? JSON.parse(text) : {}) as Json }
}

export interface Options {
  readonly body?: unknown
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A fake that is closed at the end of the test; `close` also fails the test if something was not understood. */
export async function withGitHub(
  options: FakeGitHubOptions,
  use: (github: FakeGitHub) => Promise<void> | void,
): Promise<void> {
  const github = await startFakeGitHub(options)
  try {
    await use(github)
  } catch (error) {
    await github.close().catch(() => undefined) // the first error is the one to show
    throw error
  }
  await github.close()
}

/** So many lines, some of them with another text. */
export const numbered = (count: number, changed: Readonly<Record<number, string>> = {}): string =>
  Array.from({ length: count }, (_, index) => `${changed[index + 1] ?? `line ${index + 1}`}\n`).join('')

/** A repository before the example's pull request. */
export const files = {
  'policy.json': numbered(40),
  'old.json': numbered(30),
  'gone.json': 'gone\n',
  'logo.png': Uint8Array.of(0x89, 0, 1, 2),
} satisfies Readonly<Record<string, FileChange>>
/** Lines 5 and 30 are changed, in two hunks: 2 to 8 and 27 to 33. */
export const changed = {
  'policy.json': numbered(40, { 5: 'five', 30: 'thirty' }),
  'new.json': { rename: 'old.json' },
  'gone.json': null,
  'logo.png': Uint8Array.of(0x89, 0, 3, 4),
  'a `b`\n]( c.json': 'added\n',
} satisfies Readonly<Record<string, FileChange>>

/** Opens a pull request with `changed`; gives its number. */
export function openExample(github: FakeGitHub, more: { fork?: boolean; author?: string } = {}): number {
  github.commit('feature', changed)
  return github.openPullRequest({ head: 'feature', ...more })
}
