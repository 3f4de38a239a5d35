import type { JsonFinding, JsonServicePath } from './json-report.ts'

/** Mermaid gets slow and unreadable with more. */
const mostNodes = 12

/** How a service makes its calls, and whether somebody called it before. */
const mechanisms: Readonly<Record<string, { readonly how: string; readonly isCalled: boolean }>> = {
  'forward-access-session': { how: 'as the caller', isCalled: true },
  'service-role': { how: 'as a role', isCalled: true },
  'service-principal': { how: 'as itself', isCalled: false },
  'service-linked-role': { how: 'as its linked role', isCalled: false },
  cloudshell: { how: 'as the caller', isCalled: true },
  console: { how: 'as the caller', isCalled: true },
}

const verdicts: Readonly<Record<JsonServicePath['verdict'], string>> = {
  denied: 'denied',
  contested: 'denied in some readings',
  'may-be-denied': 'may be denied',
}

/**
 * Who calls whom, and where it is denied, as a Mermaid flowchart of at most twelve nodes. Its words are ours: names of services and
 * actions are those of the catalogue, bare of all that Mermaid could take for more. Undefined where no finding is about calls.
 */
export function callDiagram(findings: readonly JsonFinding[]): string | undefined {
  const paths = leadingPaths(findings)
  if (paths.length === 0) return undefined
  const nodes = new Map<string, string>([['caller', 'caller']])
  const lines = new Set<string>()
  let left = 0
  for (const path of paths) {
    const [service, action] = [bare(path.via), bare(path.action)]
    const wanted = [`service ${service}`, `action ${action}`].filter((name) => !nodes.has(name))
    // One node is kept for what is left out.
    if (nodes.size + wanted.length > mostNodes - 1) {
      left += 1
      continue
    }
    for (const name of wanted) nodes.set(name, `n${nodes.size}`)
    const { how, isCalled } = mechanisms[path.mechanism] ?? { how: 'calls', isCalled: false }
    if (isCalled) lines.add(`caller --> ${nodes.get(`service ${service}`)}`)
    const edge = `--x|"${how}: ${verdicts[path.verdict]}"|`
    lines.add(`${nodes.get(`service ${service}`)} ${edge} ${nodes.get(`action ${action}`)}`)
  }
  const declared = [...nodes].map(([name, id]) => (id === 'caller' ? callerNode : nodeOf(name, id)))
  const more = left === 0 ? [] : [`more["and ${left} more"]`]
  const shown = [...declared, ...more, ...lines].map((line) => `  ${line}`)
  return ['```mermaid', 'flowchart LR', ...shown, '```'].join('\n')
}

const callerNode = 'caller(["caller from an allowed address"])'

function nodeOf(name: string, id: string): string {
  const [kind, label] = name.split(' ')
  return kind === 'service' ? `${id}["${label}"]` : `${id}[/"${label}"/]`
}

/** The first path of every finding, then the second of each, so that no finding takes all the room. */
function leadingPaths(findings: readonly JsonFinding[]): JsonServicePath[] {
  const lists = findings.map(({ servicePaths }) => servicePaths.filter(({ existing }) => !existing))
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  const ranked = Array.from({ length: longest }, (_, rank) => lists.flatMap((list) => list[rank] ?? []))
  return [...new Map(ranked.flat().map((path) => [`${path.via} ${path.action} ${path.mechanism}`, path])).values()]
}

function bare(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9.:*-]/g, '').slice(0, 60)
}
