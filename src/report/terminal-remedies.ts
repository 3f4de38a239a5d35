import type { Remedy } from '../model/finding.ts'
import type { SourceFile } from '../model/source.ts'
import { remedyPages } from './pages.ts'
import { type Paint, paintedDiff } from './paint.ts'
import { visible } from './plain-text.ts'
import { unifiedDiff } from './unified-diff.ts'
import { counted, provenText, reachText } from './wording.ts'

/** Of a line of a patch: a policy may stand on one line. */
const mostColumns = 300
const shownWays = 5

/**
 * The best remedy with its proof and its patch, or the policies that stand in the place of one; the others in a line each. What opens
 * a way round is told without its patch: nobody should paste that unread.
 */
export function remedyLines(file: SourceFile, [first, ...others]: readonly Remedy[], paint: Paint): string[] {
  if (first === undefined) return []
  const { id, title, opens, costs = [], documents = [] } = first
  const pages = remedyPages(id).map(({ url }) => `  see ${paint('underline', url)}`)
  return [
    `${paint('cyan', 'help')}: ${title} (\`${id}\`)`,
    `  proven: ${provenText(first)}`,
    ...opens.slice(0, shownWays).map((way) => `  but an outsider could newly reach ${visible(way)}`),
    ...(opens.length > shownWays ? [`  and go ${counted(opens.length - shownWays, 'more way')} round it`] : []),
    ...costs.map((cost) => `  ${visible(cost)}`),
    ...patchLines(file, first, paint).map((line) => `  ${line}`),
    ...documents.flatMap(documentLines).map((line) => `  ${line}`),
    ...pages,
    ...others.map((remedy) => otherLine(remedy, paint)),
  ]
}

function otherLine({ id, title, opens, clears, leaves }: Remedy, paint: Paint): string {
  const ways = opens.length === 0 ? '' : `, but opens ${counted(opens.length, 'way')} round it`
  return `${paint('cyan', 'help')}: or ${title} (\`${id}\`): ${reachText({ clears, leaves })}${ways}`
}

function patchLines(file: SourceFile, { opens, patchedText }: Remedy, paint: Paint): string[] {
  const diff = opens.length > 0 ? '' : unifiedDiff(file.path, file.text, patchedText)
  return diff === '' ? [] : paintedDiff(diff.split('\n').map(cutShort).join('\n'), paint)
}

function cutShort(line: string): string {
  return line.length <= mostColumns ? line : `${line.slice(0, mostColumns)}… (\`fix --dry-run\` prints all of it)`
}

/** A whole policy that belongs elsewhere. */
function documentLines({ title, text }: NonNullable<Remedy['documents']>[number]): string[] {
  return [
    `${visible(title)}:`,
    ...text
      .trimEnd()
      .split('\n')
      .map((line) => `  ${visible(line)}`),
  ]
}
