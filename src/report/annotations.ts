import { type AnnotationProperties, error, warning } from '@actions/core'
import { bestRemedy, shortened } from './finding-markdown.ts'
import { capital } from './headline.ts'
import type { JsonFinding, JsonProblem, JsonReport } from './json-report.ts'
import { visible } from './plain-text.ts'

/** What GitHub shows beside a line, and in the log. */
export interface Annotation {
  readonly level: 'error' | 'warning'
  readonly message: string
  readonly place: AnnotationProperties
}

/** GitHub shows no more of each level for one step. */
const mostOfALevel = 10
/** The runner cuts a message at 4096 characters. */
const longestMessage = 4000

/** The gravest findings and problems, at most ten errors and ten warnings; the last of each says how many there are besides. */
export function annotationsOf({ findings, problems }: JsonReport): Annotation[] {
  // What was so before a change is a notice; in a whole tree nothing is known of a before.
  const open = findings.filter(({ suppressed }) => suppressed === null)
  const all = [...problems.map(annotationOfProblem), ...open.flatMap(annotationOfFinding)]
  return (['error', 'warning'] as const).flatMap((level) => limited(all.filter((one) => one.level === level)))
}

function limited(annotations: readonly Annotation[]): Annotation[] {
  const shown = annotations.slice(0, mostOfALevel)
  const last = shown.at(-1)
  const more = annotations.length - shown.length
  if (last === undefined || more === 0) return shown
  return [...shown.slice(0, -1), { ...last, message: `${last.message}\n+${more} more, in the job’s summary` }]
}

function annotationOfProblem({ file, startLine, endLine, message, help, blocking }: JsonProblem): Annotation {
  return {
    level: blocking ? 'error' : 'warning',
    message: messageOf([capital(message), `help: ${help}`]),
    place: { title: 'SourceIp Guard', file, startLine, endLine },
  }
}

/** None for notices: those stand in the summary alone. */
function annotationOfFinding(finding: JsonFinding): Annotation[] {
  const { level, rule, file, startLine, endLine, message } = finding
  if (level === 'notice') return []
  const remedy = bestRemedy(finding)
  const help =
    remedy === undefined ? [] : [`help: ${remedy.title} (${remedy.id}): see the job’s summary for the change`]
  return [
    {
      level,
      message: messageOf([capital(message), ...help]),
      place: { title: `SourceIp Guard: ${rule}`, file, startLine, endLine },
    },
  ]
}

function messageOf(lines: readonly string[]): string {
  return shortened(lines.map(visible).join('\n'), longestMessage)
}

/** Hands the annotations to the runner. The toolkit escapes what would end a workflow command. */
export function annotate(annotations: readonly Annotation[]): void {
  for (const { level, message, place } of annotations) (level === 'error' ? error : warning)(message, place)
}
