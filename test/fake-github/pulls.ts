import { type Answer, type Call, mediaKind, notFound, ok, paged, problem } from './answers.ts'
import { presentDiffEntry } from './present-git.ts'
import { presentPull, presentSimplePull } from './present-pull.ts'
import { pullOf } from './reviews.ts'
import { changedFiles, forkOwner, mergeBaseOf, type Pull } from './world.ts'

/** GET pulls/{n}. As diff or patch it is refused for large pull requests. */
export function getPull(call: Call): Answer {
  const pull = pullOf(call)
  if (pull === undefined) return notFound()
  const kind = mediaKind(call)
  return kind === 'diff' || kind === 'patch' ? getDiff(call, pull) : ok(presentPull(call.world, pull))
}

function getDiff({ world }: Call, pull: Pull): Answer {
  const files = changedFiles(world, pull)
  const lines = files.reduce((sum, file) => sum + file.additions + file.deletions, 0)
  const { compareFiles, diffLines } = world.limits
  if (files.length > compareFiles || lines > diffLines) {
    const measure = files.length > compareFiles ? `number of files (${compareFiles})` : `number of lines (${diffLines})`
    const message = `Sorry, the diff exceeded the maximum ${measure}. Consider using 'List pull requests files' API or locally cloning the repository instead.`
    return problem(406, message, { errors: [{ resource: 'PullRequest', field: 'diff', code: 'too_large' }] })
  }
  const raw = world.git.run(['diff', '-M', mergeBaseOf(world, pull), pull.headSha])
  return { status: 200, raw, headers: { 'content-type': 'application/vnd.github.diff; charset=utf-8' } }
}

/** GET pulls: open ones unless asked for others, the newest first. */
export function listPulls(call: Call): Answer {
  const { world, query } = call
  const state = query['state'] ?? 'open'
  const label = (pull: Pull): string => `${pull.fork ? forkOwner.login : world.owner}:${pull.head}`
  const shown = [...world.pulls.values()].filter(
    (pull) =>
      (state === 'all' || pull.state === state) &&
      (query['base'] === undefined || pull.base === query['base']) &&
      (query['head'] === undefined || label(pull) === query['head']),
  )
  if ((query['direction'] ?? 'desc') === 'desc') shown.reverse()
  return paged(
    call,
    shown.map((pull) => presentSimplePull(world, pull)),
  )
}

/** GET pulls/{n}/files: at most 3000, without a word about the others. */
export function listPullFiles(call: Call): Answer {
  const { world } = call
  const pull = pullOf(call)
  if (pull === undefined) return notFound()
  const files = changedFiles(world, pull).slice(0, world.limits.pullFiles)
  return paged(
    call,
    files.map((file) => presentDiffEntry(world, pull.headSha, file)),
  )
}
