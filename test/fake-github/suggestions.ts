import { currentPlace } from './anchors.ts'
import { changedFiles, type Pull, type ReviewComment, type World } from './world.ts'

/** The text of the first suggestion block in a comment, as lines; undefined if it has none. An empty block is no lines. */
export function suggestionIn(body: string): readonly string[] | undefined {
  const lines = body.replaceAll('\r\n', '\n').split('\n')
  for (let at = 0; at < lines.length; at++) {
    const open = /^ {0,3}(`{3,}|~{3,}) *([^`]*)$/.exec(lines[at] ?? '')
    if (open === null) continue
    const fence = open[1] ?? ''
    const end = lines.findIndex((line, index) => index > at && closes(fence, line))
    const inside = lines.slice(at + 1, end < 0 ? undefined : end)
    if (/^suggestion\b/.test(open[2] ?? '')) return inside
    at = end < 0 ? lines.length : end // what stands inside another block is text
  }
  return undefined
}

function closes(fence: string, line: string): boolean {
  const run = /^ {0,3}(`+|~+) *$/.exec(line)?.[1] ?? ''
  return run.startsWith(fence)
}

interface Replacement {
  readonly path: string
  readonly first: number
  readonly last: number
  readonly lines: readonly string[]
}

/**
 * What the button "Commit suggestion" does for some comments at once: the new content of the files. Throws, with the
 * reason, where GitHub does not let it be pressed.
 */
export function applied(world: World, pull: Pull, comments: readonly ReviewComment[]): Record<string, string> {
  if (pull.state !== 'open') throw new Error('Suggestions cannot be applied on closed pull requests')
  const replacements = comments.map((comment) => replacementOf(world, pull, comment))
  // From the bottom, so that the lines above keep their numbers.
  const ordered = [...replacements].sort((one, other) => other.last - one.last)
  const contents: Record<string, string> = {}
  for (const [index, replacement] of ordered.entries()) {
    const { path, first, last, lines } = replacement
    const overlaps = ordered.slice(0, index).some((other) => other.path === path && other.first <= last)
    if (overlaps) throw new Error('Only one suggestion per line can be applied in a batch')
    const before = contents[path] ?? headText(world, pull, path)
    const after = replaceLines(before, first, last, lines)
    if (after === before) throw new Error('Suggestions cannot be applied: it changes nothing')
    contents[path] = after
  }
  return contents
}

function replacementOf(world: World, pull: Pull, comment: ReviewComment): Replacement {
  const lines = suggestionIn(comment.body)
  if (lines === undefined) throw new Error(`comment ${comment.id} has no suggestion`)
  if (comment.anchor.side === 'LEFT') throw new Error('Applying suggestions on deleted lines is not supported')
  const review = world.reviews.find(({ id }) => id === comment.review)
  if (review?.state === 'PENDING') throw new Error('Suggestions cannot be applied from pending reviews')
  const place = currentPlace(world, pull, comment)
  if (place?.line === undefined) throw new Error('This suggestion is outdated, or not on a line')
  return { path: comment.anchor.path, first: place.startLine ?? place.line, last: place.line, lines }
}

function headText(world: World, pull: Pull, path: string): string {
  const sha = changedFiles(world, pull).find(({ filename }) => filename === path)?.sha ?? ''
  const content = world.git.object(sha)?.content
  if (content === undefined) throw new Error(`${path} is not in the pull request`)
  return content.toString()
}

/**
 * Puts lines in the place of lines first to last (1-based, inclusive). GitHub writes the block's text with `\n`, whatever
 * the line ends around it, so a file with `\r\n` becomes mixed.
 */
function replaceLines(text: string, first: number, last: number, lines: readonly string[]): string {
  const all = text.split(/(?<=\n)/)
  const replaced = all.slice(first - 1, last)
  const endsOpen = last === all.length && !(replaced.at(-1) ?? '\n').endsWith('\n')
  const block = lines.map((line) => `${line}\n`).join('')
  return [...all.slice(0, first - 1), endsOpen ? block.replace(/\n$/, '') : block, ...all.slice(last)].join('')
}
