import { posix } from 'node:path'
import type { GitHubClient, ListedFile } from '../github/client.ts'
import { isCode } from '../model/code-files.ts'
import type { Selection } from './disk-file.ts'

/** A changed file that is looked at, and the paths that are the reason: its own, or one that it has, had or stands in for. */
export interface Chosen {
  readonly listed: ListedFile
  readonly places: readonly string[]
}

/**
 * The changed files to look at. Besides those at places that `selection` wants: what is moved away from such a place, what is new
 * where a policy of such a place is gone, and what a symbolic link at such a place leads to. So nothing that was looked at goes out of
 * sight with the change that would need the look.
 */
export async function chosenFiles(
  client: Pick<GitHubClient, 'tree'>,
  {
    scope,
    files,
    head,
  }: { readonly scope: 'change' | 'tree'; readonly files: readonly ListedFile[]; readonly head: string },
  selection: Selection,
): Promise<Chosen[]> {
  const gone = files.filter((file) => isGonePolicy(file, selection)).map(({ path }) => path)
  const here = files.filter(hasContent).flatMap((listed) => {
    const places = placesOf(listed, gone, selection)
    return places.length > 0 && isWorthACall(listed) ? [{ listed, places }] : []
  })
  if (scope === 'tree') return here
  const behind = await behindLinks(client, { files: files.filter(hasContent), head }, selection)
  // What a link leads to stands in the place of the link.
  return [...new Map([...here, ...behind].map((each) => [each.listed.path, each])).values()]
}

function placesOf(listed: ListedFile, gone: readonly string[], { wants, holds }: Selection): readonly string[] {
  const { path, previousPath, status, patch } = listed
  if (wants(path)) return [path]
  if (status === 'renamed' && previousPath !== undefined && wants(previousPath)) return [previousPath]
  return status !== 'modified' && status !== 'changed' && gone.length > 0 && adds(patch, holds) ? gone : []
}

/** A removed file that was looked at and held the key, as far as the diff shows it. */
function isGonePolicy({ status, path, patch }: ListedFile, { wants, holds }: Selection): boolean {
  return status === 'removed' && wants(path) && (patch === undefined || holds(linesOf(patch, '-')))
}

/** Whether a diff adds what is looked for. One that GitHub does not show may. */
function adds(patch: string | undefined, holds: Selection['holds']): boolean {
  return patch === undefined || holds(linesOf(patch, '+'))
}

function linesOf(patch: string, sign: '+' | '-'): string {
  return patch
    .split('\n')
    .filter((line) => line.startsWith(sign))
    .map((line) => line.slice(1))
    .join('\n')
}

/** Removed files have nothing to evaluate; a submodule's content is another repository's. */
function hasContent({ status, patch, blob }: ListedFile): boolean {
  return status !== 'removed' && !(blob !== undefined && patch?.includes(`+Subproject commit ${blob}`))
}

/** Of programs only what a change adds is told: where the diff does not name the key, nothing is. */
function isWorthACall({ path, patch = '' }: ListedFile): boolean {
  return !isCode(path) || /^\+.*sourceip/im.test(patch)
}

/**
 * Files at other places that a link makes appear at a place that is looked at, where the file or the link is of this change: whoever
 * uses the policy at the link's place follows it. For one request, unless all that is changed is looked at in any case.
 */
async function behindLinks(
  client: Pick<GitHubClient, 'tree'>,
  { files: listed, head }: { readonly files: readonly ListedFile[]; readonly head: string },
  { wants }: Selection,
): Promise<Chosen[]> {
  if (!listed.some((file) => !wants(file.path) || mayBeLink(file, wants))) return []
  const { files, links } = await client.tree(head)
  const changed = new Map(listed.map((file) => [file.path, file]))
  return links.flatMap((link) => {
    const target = posix.join(posix.dirname(link.path), link.target).replace(/\/$/, '')
    return files.flatMap(({ path, blob }): Chosen[] => {
      if (path !== target && !path.startsWith(`${target}/`)) return []
      const place = link.path + path.slice(target.length)
      const own = changed.get(path) ?? (changed.has(link.path) ? appearing(place, blob) : undefined)
      return own === undefined || wants(path) || !wants(place) ? [] : [{ listed: own, places: [place] }]
    })
  })
}

/** What is at a place only now, though its content was somewhere before. */
function appearing(path: string, blob: string): ListedFile {
  return { path, blob, status: 'added', previousPath: undefined, patch: undefined, listedAt: undefined }
}

/** The content of a link is one line without an end; of a link that was moved, or a file before, there may be no diff. */
function mayBeLink({ path, previousPath = path, status, patch }: ListedFile, wants: Selection['wants']): boolean {
  if (patch !== undefined) return /^@@ [-+\d, ]* @@[^\n]*\n(?:-[^\n]*\n(?:\\[^\n]*\n)?)?\+[^\n]+\n\\[^\n]*$/.test(patch)
  return status === 'changed' || (status === 'renamed' && wants(path) && !wants(previousPath))
}
