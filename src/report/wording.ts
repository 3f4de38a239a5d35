import type { Finding, Remedy, Report, VerdictKind } from '../model/finding.ts'
import type { Mechanism } from '../model/request.ts'

/** The one sentence of a finding, without user text, without a full stop. */
export function messageOf({ paths, detail, subject }: Finding): string {
  if (detail !== undefined) return detail
  const [first, ...more] = paths
  if (first === undefined) return 'this Deny on aws:SourceIp denies calls that AWS services make'
  const verb = {
    denied: 'is denied',
    contested: 'is denied if one set of AWS’s documents is right',
    'may-be-denied': 'may be denied',
  }[first.verdict]
  const lead = subject.change === 'existing' || first.existing ? '' : 'after this change '
  const rest =
    more.length === 0 ? '' : ` (and ${more.length} more service-call ${more.length === 1 ? 'path' : 'paths'})`
  return `${lead}${first.action} called through ${first.via} ${verb}: ${first.title}${rest}`
}

const mechanisms: Readonly<Record<Mechanism, string>> = {
  'forward-access-session': 'with the caller’s credentials (forward access session)',
  'service-role': 'as a role that it assumes (service role)',
  'service-principal': 'as itself (service principal)',
  'service-linked-role': 'as its service-linked role',
  cloudshell: 'from AWS CloudShell',
  console: 'for the AWS console',
}

/** How a service makes the calls, to be read after `a service calls`. */
export function mechanismText(mechanism: Mechanism): string {
  return mechanisms[mechanism]
}

const verdicts: Readonly<Record<VerdictKind, string>> = {
  denied: 'denied',
  contested: 'denied if one set of AWS’s documents is right',
  'may-be-denied': 'may be denied',
}

/** How sure it is that a path is denied. */
export function verdictText(verdict: VerdictKind): string {
  return verdicts[verdict]
}

/** What was proven of a remedy before it was offered (`remedies/verify.ts`). */
export function provenText({ clears, leaves }: Pick<Remedy, 'clears' | 'leaves'>): string {
  const total = clears.length + leaves.length
  if (total === 0)
    return 'with it the finding is gone, no other one comes, and every direct request that was denied still is but those that are meant'
  const all = total === 1 ? 'the service-call path works' : `all ${total} service-call paths work`
  const cleared = leaves.length === 0 ? all : `${clears.length} of ${total} service-call paths work`
  return `with it ${cleared} again in every reading, and outsiders who call directly are still denied in all 2^32 + 2^128 addresses`
}

/** Why `fix` leaves a finding: what it may not write, it says. */
export function leftText(remedies: readonly Pick<Remedy, 'id' | 'edits'>[]): string {
  const [first] = remedies.filter(({ edits }) => edits.length > 0)
  if (first === undefined) return 'no change of the statement could be proven'
  return `what is proven for it has to be named: --remedy ${first.id}`
}

/** The counts at the end of a report: findings by level, what is suppressed, problems. */
export function countsText({ files, findings, problems }: Report): string {
  const open = findings.filter(({ suppressed }) => suppressed === undefined)
  const suppressed = findings.length - open.length
  const of = (level: string) => open.filter(({ finding }) => finding.level === level).length
  const parts = [
    ...(['error', 'warning', 'notice'] as const).map((level) => counted(of(level), level)),
    ...(suppressed === 0 ? [] : [`${suppressed} suppressed`]),
    ...(problems.length === 0 ? [] : [counted(problems.length, 'problem')]),
  ]
  return `${counted(files.length, 'file')} with aws:SourceIp checked: ${parts.join(', ')}`
}

/** `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** How a medium writes a sentence of ours and a source. */
export interface Medium {
  text(sentence: string): string
  source(source: { readonly title: string; readonly url: string }): string
}

interface ReadPath {
  readonly verdict: VerdictKind
  readonly readings: readonly {
    readonly claim: string
    readonly denied: boolean
    readonly source: { readonly title: string; readonly url: string }
  }[]
  readonly undecided: readonly string[]
}

/** Why a path is denied, or may be, with the sources: no more certain than AWS's documents are. */
export function whyText({ verdict, readings, undecided }: ReadPath, { text, source }: Medium): string {
  const told = (denied: boolean) =>
    readings
      .filter((reading) => reading.denied === denied)
      .map((reading) => `${text(reading.claim)} (${source(reading.source)})`)
      .join('; ')
  if (verdict === 'denied') return `${text('So AWS’s documents say:')} ${told(true)}.`
  if (verdict === 'may-be-denied')
    return text(
      `It depends on what neither the file nor a document says${undecided.length === 0 ? '' : ': '}${undecided.join('; ')}.`,
    )
  return (
    `${text('AWS’s documents disagree. Denied, if this holds:')} ${told(true)}. ` +
    `${text('Not denied, if this does:')} ${told(false)}.`
  )
}

/** What follows from documents that disagree, where a remedy is at hand. */
export const rightUnderAll =
  'The statement works only if the latter is right; with the change below it is right under both.'

/** The rest of a list of paths that is cut short. */
export function morePathsText(count: number): string {
  return `and ${counted(count, 'more service-call path')}`
}

/** How far a remedy goes. */
export function reachText({ clears, leaves }: Pick<Remedy, 'clears' | 'leaves'>): string {
  if (clears.length + leaves.length === 0) return 'ends the finding'
  const rest = leaves.length === 0 ? 'leaves none' : `leaves ${leaves.length}`
  return `clears ${counted(clears.length, 'service-call path')}, ${rest}`
}

/** What an outsider gains by a remedy; without an end, for the ways may follow. */
export function opensText({ opens }: Pick<Remedy, 'opens'>): string {
  return opens.length === 0 ? 'opens nothing' : 'an outsider could newly reach'
}

/** The change takes the lines of a file apart whose lines end in CRLF. */
export const lineEndsText =
  'The lines of this file end in CRLF and GitHub may commit these with LF: check them after committing.'

/** Why a verified change stands as a diff and not as a suggestion. */
export const noSuggestionText = 'This change cannot be committed from here; apply it by hand.'

/** Why a verified change does not stand in a comment at all. */
export const longChangeText = 'The change is too long for a comment; see the job’s summary.'

/** A file that may hold the key and cannot be read. */
export function unreadableText(reason: string): string {
  return `this file may speak of aws:SourceIp, but it ${reason}`
}

/** What the table of CloudFormation's resource types adds to a list of paths; without an end, for examples may follow. */
export function resourceTypesText(count: number): string {
  return counted(count, 'CloudFormation resource type')
}

/** What the table of AWS's managed policies adds to a list of paths; without an end too. */
export function managedPoliciesText(count: number): string {
  return `${counted(count, 'call')} of one service by another, as AWS’s managed policies show`
}
