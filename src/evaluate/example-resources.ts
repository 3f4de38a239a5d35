import { serviceOf } from '../model/action.ts'
import type { PolicyVersion, Selector, Value } from '../model/policy.ts'
import { commonArnExample, matchesPattern } from './patterns.ts'

export const exampleAccount = '111122223333'
const exampleRegion = 'us-east-1'

/** Actions that AWS authorizes on `*` alone: they have no resource (Service Authorization Reference). */
const withoutResource =
  /^(ec2|autoscaling|elasticloadbalancing|cloudwatch|tag|organizations|ds|pricing|ce):(describe|list|get)/i

/** Actions on what lies in a bucket; all others of S3 are about the bucket. */
const onObjects =
  /^s3:(getobject|putobject|deleteobject|restoreobject|abortmultipartupload|listmultipartuploadparts|replicate)|^s3:.*object(version)?(acl|tagging|retention|legalhold|attributes|torrent)?$/i

/**
 * ARNs that an action may be called on, those that the selector takes in: concrete, most natural first, at most `most`.
 * `pattern` narrows them where the path names a narrower resource. Also gives whether a value of the file that is not
 * known could take in more.
 */
export function exampleResources(
  selector: Selector | undefined,
  call: { readonly action: string; readonly pattern: string | undefined },
  most: number,
): { readonly resources: readonly string[]; readonly open: boolean } {
  const fits = (resource: string) => isResourceOf(call.action, resource)
  const natural = naturalResource(call.action, call.pattern)
  if (selector === undefined) return { resources: [natural], open: false }
  if (selector.negated) return exampleOutside(selector.patterns, natural)
  const literals = selector.patterns.flatMap((value) =>
    value.kind === 'literal' ? [exampleVariables(value.text)] : [],
  )
  const open = literals.length < selector.patterns.length
  if (literals.some((pattern) => matchesPattern(pattern, natural))) return { resources: [natural], open }
  if (natural === '*') return { resources: [], open }
  const wanted = call.pattern ?? patternOf(call.action)
  const examples = literals.flatMap((pattern) => commonArnExample(wanted, pattern, 'example') ?? [])
  return { resources: [...new Set(examples.filter(fits))].slice(0, most), open }
}

/** A resource that none of the excluded patterns takes in: the natural one, else one with another name. */
function exampleOutside(patterns: readonly Value[], natural: string): { resources: readonly string[]; open: boolean } {
  const excluded = patterns.flatMap((value) => (value.kind === 'literal' ? [value.text] : []))
  const candidates = [natural, natural.replace(/example/, 'another'), `${natural}-zz9`]
  const outside = candidates.filter((resource) => !excluded.some((pattern) => matchesPattern(pattern, resource)))
  return { resources: outside.slice(0, 1), open: excluded.length < patterns.length }
}

/** `${aws:username}` in a resource is somebody's name: any will do, see `exampleOfVariable`. */
function exampleVariables(text: string): string {
  return text.replaceAll(/\$\{([^{}]*)\}/g, (_, expression: string) => exampleOfVariable(expression))
}

/** What a policy variable is taken to hold in an example; the request must say the same. */
export function exampleOfVariable(expression: string): string {
  return ['*', '?', '$'].includes(expression) ? expression : 'example'
}

/** The keys that the variables of a selector speak of; none in Version 2008-10-17, which has no variables. */
export function variableKeys(selector: Selector | undefined, version: PolicyVersion): string[] {
  if (version === '2008-10-17') return []
  const texts = (selector?.patterns ?? []).flatMap((value) => (value.kind === 'literal' ? [value.text] : []))
  const expressions = texts.flatMap((text) =>
    [...text.matchAll(/\$\{([^{},]*)(?:,[^{}]*)?\}/g)].map((match) => match[1] ?? ''),
  )
  return expressions.map((name) => name.trim().toLowerCase()).filter((name) => !['*', '?', '$', ''].includes(name))
}

function isResourceOf(action: string, resource: string): boolean {
  if (!/^s3:/i.test(action)) return true
  return onObjects.test(action) === resource.includes('/')
}

/** A pattern of the ARNs of an action's service; the service's own prefix in all but a few. */
function patternOf(action: string): string {
  const service = serviceOf(action)
  if (service === 's3') return onObjects.test(action) ? 'arn:*:s3:::*/*' : 'arn:*:s3:::*'
  return `arn:*:${arnServices[service] ?? service}:*:*:*`
}

const arnServices: Readonly<Record<string, string>> = { 'redshift-data': 'redshift', tag: '*', aoss: 'aoss' }

function naturalResource(action: string, pattern: string | undefined): string {
  if (pattern !== undefined) return fillPattern(pattern)
  if (withoutResource.test(action)) return '*'
  const service = serviceOf(action)
  const named = naturalNames[service]
  if (service === 's3')
    return onObjects.test(action) ? 'arn:aws:s3:::example-bucket/example-object' : 'arn:aws:s3:::example-bucket'
  if (service === 'iam' || service === 'sts') return `arn:aws:iam::${exampleAccount}:role/example`
  return `arn:aws:${arnServices[service] ?? service}:${exampleRegion}:${exampleAccount}:${named ?? 'example'}`
}

const naturalNames: Readonly<Record<string, string>> = {
  kms: 'key/1234abcd-12ab-34cd-56ef-1234567890ab',
  ec2: 'instance/i-0123456789abcdef0',
  lambda: 'function:example',
  dynamodb: 'table/example',
  secretsmanager: 'secret:example-AbCdEf',
  ssm: 'parameter/example',
  logs: 'log-group:example',
}

/** Stars of an ARN pattern filled by their place: partition, service, region, account, the rest. */
export function fillPattern(pattern: string): string {
  if (!pattern.startsWith('arn:')) return pattern === '*' ? '*' : pattern.replaceAll(/[*?]+/g, 'example')
  const fillers = ['arn', 'aws', 'example', exampleRegion, exampleAccount]
  return pattern
    .split(':')
    .map((part, index) => part.replaceAll('*', fillers[index] ?? 'example').replaceAll('?', 'x'))
    .join(':')
}
