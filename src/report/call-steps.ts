import type { JsonServicePath } from './json-report.ts'
import { verdictText } from './wording.ts'

/** One step of a call on its way: sentences of ours, in which backticks enclose values. */
export interface CallStep {
  /** Who is at it. */
  readonly who: string
  /** What is called, or how the call goes on; empty where there is nothing to add. */
  readonly what: string
}

interface Way {
  readonly start: string
  /** How the service makes its calls; undefined where the caller's own machine stands with AWS. */
  readonly how: string | undefined
}

/** How a call comes about, by its mechanism; the start is followed by the first call. */
function wayOf({ mechanism, network }: JsonServicePath): Way {
  if (mechanism === 'cloudshell') return { start: 'a user, at a prompt in AWS CloudShell', how: undefined }
  if (mechanism === 'console') return { start: 'a user in the AWS console', how: 'for the console' }
  if (mechanism === 'service-role') return { start: 'a call that sets it off', how: 'as the role that it assumes' }
  if (mechanism === 'service-principal') return { start: 'a call that sets it off', how: 'as itself' }
  if (mechanism === 'service-linked-role')
    return { start: 'a call that sets it off', how: 'as its service-linked role' }
  const start = network === 'public' ? 'a caller at an allowed address' : 'a caller behind a VPC endpoint'
  return { start, how: 'with the caller’s credentials' }
}

/** The way of a call: who starts it, which service goes on, what it calls and as whom AWS sees it, and how that ends. */
export function callSteps(path: JsonServicePath): readonly CallStep[] {
  const { start, how } = wayOf(path)
  const [entry] = path.entryActions
  return [
    { who: start, what: entry === undefined || how === undefined ? '' : `\`${entry}\`` },
    ...(how === undefined ? [] : [{ who: `\`${path.via}\``, what: how }]),
    { who: `\`${path.action}\``, what: addressText(path) },
    { who: verdictText(path.verdict), what: '' },
  ]
}

/** What the witness shows of the address; nothing where there is none. */
export function addressText({ request }: Pick<JsonServicePath, 'request'>): string {
  if (request === null) return ''
  const address = request.context['aws:SourceIp']
  return address === undefined ? 'without `aws:SourceIp`' : `from an address such as \`${address}\``
}

/** The same in a row. */
export function stepsRow(path: JsonServicePath): string {
  return callSteps(path)
    .map(({ who, what }) => (what === '' ? who : `${who}, ${what}`))
    .join(' → ')
}
