import { memo } from '../evaluate/memo.ts'
import type { ChangedStatement } from '../model/change.ts'
import type { RuleContext } from '../model/contracts.ts'
import type { BrokenPath } from '../model/finding.ts'
import type { PolicyDocument } from '../model/policy.ts'
import { resourceTypesPathId, type ServiceCallPath } from '../model/request.ts'
import { brokenPath, byGravity } from './broken-path.ts'
import { type Governed, governedBy } from './governed.ts'
import { brokenResourceTypes } from './resource-types.ts'

/** The paths that a statement denies, gravest and best documented first. */
export function brokenPaths(subject: ChangedStatement, context: RuleContext): BrokenPath[] {
  const { catalogue, tables, settings } = context
  const known = [...catalogue, ...(tables?.servicePaths() ?? [])]
  const governs = governedBy(subject.policy, context)
  const met = governs === undefined ? known : known.map((path) => within(path, governs))
  const judged = met.flatMap((path) => brokenPath(subject, path, settings) ?? [])
  const types = brokenResourceTypes(subject, context)
  const broken = [...judged, ...(types === undefined ? [] : [types])].toSorted(byService)
  const seen = new Map<string, number>()
  const ranked = broken.map((path) => {
    const rank = seen.get(path.via) ?? 0
    seen.set(path.via, rank + 1)
    return { path, rank }
  })
  const isOfTemplate = callsOfTemplate(subject.policy, context)
  // What the file itself leads to first; then each service's first path before any service's second: the few that are told show
  // how far it goes.
  return ranked
    .toSorted((a, b) => {
      const own = Number(isOfTemplate(b.path)) - Number(isOfTemplate(a.path))
      return byGravity(a.path, b.path) || own || a.rank - b.rank
    })
    .map(({ path }) => path)
}

const narrowed = memo<ServiceCallPath>()

/** A path with those of its calls that the policy is evaluated on. */
function within(path: ServiceCallPath, { name, has }: Governed): ServiceCallPath {
  return narrowed(path, name, () => {
    return { ...path, hops: path.hops.map((hop) => ({ ...hop, actions: hop.actions.filter(has) })) }
  })
}

const created = memo<ReadonlySet<string>>()

/** Whether CloudFormation makes the call to create what the policy's own template creates. */
function callsOfTemplate({ creates }: PolicyDocument, { tables }: RuleContext): (path: BrokenPath) => boolean {
  if (creates === undefined || tables === undefined) return () => false
  const actions = created(tables, creates.join(), () => {
    const types = tables.typesCalling(() => true).filter(({ type }) => creates.includes(type))
    return new Set(types.flatMap((type) => type.actions.map((action) => action.toLowerCase())))
  })
  return ({ id, via, action }) =>
    via === 'cloudformation.amazonaws.com' && (id === resourceTypesPathId || actions.has(action.toLowerCase()))
}

const basisOrder = ['user', 'documented', 'observed', 'derived']

/** What most readers have met, in the order in which it is told. */
const wellKnown = [
  'cfn-ec2-run',
  's3-get-kms',
  'elb-acm-kms',
  'cloudfront-acm-kms',
  'ebs-attach-kms',
  'athena-s3-data',
].concat([
  'lambda-env-kms',
  'cloudtrail-s3',
  's3-server-access-logs',
  'lambda-execution-role',
  'trust-assume-by-lambda',
])

function byService(a: BrokenPath, b: BrokenPath): number {
  return (
    byGravity(a, b) ||
    fame(a) - fame(b) ||
    basisOrder.indexOf(a.basis) - basisOrder.indexOf(b.basis) ||
    (a.id < b.id ? -1 : 1)
  )
}

function fame({ id }: BrokenPath): number {
  const at = wellKnown.indexOf(id)
  return at < 0 ? wellKnown.length : at
}
