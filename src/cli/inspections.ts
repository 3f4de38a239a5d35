import type { Report } from '../model/finding.ts'
import { registry } from '../registry.ts'
import { jsonReport } from '../report/json-report.ts'
import { jsonText } from '../report/json-text.ts'
import { markdownReport } from '../report/markdown-report.ts'
import { sarifReport } from '../report/sarif.ts'
import { terminalReport } from '../report/terminal.ts'
import { countsText } from '../report/wording.ts'
import { version } from '../version.ts'
import { type Output, openOutput, type Shell } from './shell.ts'
import { type Call, choiceOf, type Option, type Synopsis } from './usage.ts'
import {
  changeSubject,
  inspectionOptions,
  inspectSubject,
  openWorkspace,
  type Subject,
  treeSubject,
  type Workspace,
} from './workspace.ts'

const formats: Readonly<Record<string, (report: Report, call: Call, output: Output) => string>> = {
  text: (report, { switches }, { colour }) => terminalReport(report, { colour, quiet: switches.has('quiet') }),
  json: (report) => asJson(jsonReport(report, version)),
  sarif: (report) => asJson(sarifReport(jsonReport(report, version), registry.rules)),
  markdown: (report) => markdownReport(jsonReport(report, version), { counts: countsText(report) }),
}

function asJson(report: object): string {
  return jsonText(report)
}

const formatOption: Option = { value: 'FORMAT', help: `${Object.keys(formats).join(', ')} (default: text)` }

export const checkSynopsis: Synopsis = {
  name: 'check',
  operands: '[FILE|DIR ...]',
  summary: 'check every Deny on aws:SourceIp in files, or in the working tree',
  does:
    'Checks every Deny on aws:SourceIp in the given files, or in the whole working tree. Of a folder, the files are\n' +
    'taken that git tracks or would track and that the configuration names; a file that is named is always read.',
  options: { format: formatOption, ...inspectionOptions },
  maxOperands: Number.POSITIVE_INFINITY,
}

export const diffSynopsis: Synopsis = {
  name: 'diff',
  operands: '',
  summary: 'check what changed in the local repository since the merge base',
  does:
    'Checks what changed since the merge base of two commits of the local repository; what was so before is a notice.\n' +
    'Nothing is fetched.',
  options: {
    base: { value: 'REF', help: 'what to compare with (default: the default branch of the remote `origin`)' },
    head: { value: 'REF', help: 'the commit to check (default: the working tree, untracked files included)' },
    format: formatOption,
    ...inspectionOptions,
  },
  maxOperands: 0,
}

/** `check`: the exit status. */
export function check(call: Call, shell: Shell): number {
  return answer(checkSynopsis, call, shell, (workspace) => treeSubject(workspace, call, shell))
}

/** `diff`: the exit status. */
export function diff(call: Call, shell: Shell): number {
  return answer(diffSynopsis, call, shell, (workspace) => changeSubject(workspace, call, shell))
}

function answer(synopsis: Synopsis, call: Call, shell: Shell, subjectIn: (workspace: Workspace) => Subject): number {
  const format = choiceOf(call, synopsis, 'format', Object.keys(formats)) ?? 'text'
  const workspace = openWorkspace(synopsis, call, shell)
  const report = inspectSubject(workspace, subjectIn(workspace))
  const output = openOutput(shell, call.flags.get('output'))
  output.write(formats[format]?.(report, call, output) ?? '')
  output.close()
  return report.conclusion === 'success' ? 0 : 1
}
