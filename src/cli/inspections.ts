import type { Report } from '../model/finding.ts'
import { registry } from '../registry.ts'
import { jsonFindings, jsonHead, jsonReport } from '../report/json-report.ts'
import { jsonText, reportText } from '../report/json-text.ts'
import { markdownReport } from '../report/markdown-report.ts'
import { sarifReport } from '../report/sarif.ts'
import { terminalReport } from '../report/terminal.ts'
import { countsText } from '../report/wording.ts'
import { version } from '../version.ts'
import { type Output, openOutput, type Shell } from './shell.ts'
import { type Call, choiceOf, type Option, type Synopsis, usage } from './usage.ts'
import {
  changeSubject,
  inspectionOptions,
  inspectSubject,
  openWorkspace,
  type Subject,
  treeSubject,
  type Workspace,
} from './workspace.ts'

type Writer = (report: Report, call: Call, output: Output) => string | Iterable<string> | Promise<string>

const formats: Readonly<Record<string, Writer>> = {
  text: (report, { switches }, { colour }) => terminalReport(report, { colour, quiet: switches.has('quiet') }),
  json: (report) => reportText({ ...jsonHead(report, version), findings: jsonFindings(report) }),
  sarif: (report) => jsonText(sarifReport(jsonReport(report, version), registry.rules)),
  markdown: (report) => markdownReport(jsonReport(report, version), { counts: countsText(report) }),
  // Loaded when it is asked for.
  html: async (report) => (await import('../report/html-report.ts')).htmlReport(report, version),
}

const formatOption: Option = {
  value: 'FORMAT',
  help: `${Object.keys(formats).join(', ')} (default: text)`,
  completes: Object.keys(formats),
}

export const checkSynopsis: Synopsis = {
  name: 'check',
  operands: '[FILE|DIR ...]',
  completes: 'file',
  summary: 'check every Deny on aws:SourceIp in files or here',
  does:
    'Checks every Deny on aws:SourceIp in the given files, or in the whole working\n' +
    'tree. Of a folder, the files are taken that git tracks or would track and that\n' +
    'the configuration names; a file that is named is always read.',
  examples: ['check', 'check policies/ template.yaml --fail-on warning', 'check --format sarif --output guard.sarif'],
  options: { format: formatOption, ...inspectionOptions },
  maxOperands: Number.POSITIVE_INFINITY,
}

export const diffSynopsis: Synopsis = {
  name: 'diff',
  operands: '',
  summary: 'check what changed since the merge base',
  does:
    'Checks what changed since the merge base of two commits of the local\n' +
    'repository; what was so before is a notice. Nothing is fetched.',
  examples: ['diff --base main', 'diff --staged --quiet', 'diff --base v1.0 --head HEAD --format json'],
  options: {
    base: { value: 'REF', help: 'compare with it (default: the default branch of `origin`)', completes: 'ref' },
    head: { value: 'REF', help: 'the commit to check (default: the working tree)', completes: 'ref' },
    staged: { help: 'check what is staged; without --base, against the last commit' },
    format: formatOption,
    ...inspectionOptions,
  },
  maxOperands: 0,
}

/** `check`: the exit status. */
export function check(call: Call, shell: Shell): Promise<number> {
  return answer(checkSynopsis, call, shell, (workspace) => treeSubject(workspace, call, shell))
}

/** `diff`: the exit status. */
export function diff(call: Call, shell: Shell): Promise<number> {
  if (call.switches.has('staged') && call.flags.has('head'))
    throw usage(diffSynopsis, '`--staged` and `--head` are two heads: name one')
  return answer(diffSynopsis, call, shell, (workspace) => changeSubject(workspace, call, shell))
}

async function answer(
  synopsis: Synopsis,
  call: Call,
  shell: Shell,
  subjectIn: (workspace: Workspace) => Subject,
): Promise<number> {
  const format = choiceOf(call, synopsis, 'format', Object.keys(formats)) ?? 'text'
  const workspace = openWorkspace(synopsis, call, shell)
  const report = inspectSubject(workspace, subjectIn(workspace))
  const output = openOutput(shell, call.flags.get('output'))
  const text = (await formats[format]?.(report, call, output)) ?? ''
  for (const piece of typeof text === 'string' ? [text] : text) output.write(piece)
  output.close()
  return report.conclusion === 'success' ? 0 : 1
}
