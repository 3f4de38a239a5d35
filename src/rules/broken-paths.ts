import type { ChangedStatement } from '../model/change.ts'
import type { RuleContext } from '../model/contracts.ts'
import type { BrokenPath } from '../model/finding.ts'
import type { ServiceCallPath } from '../model/request.ts'
import { brokenPath, byGravity } from './broken-path.ts'
import { brokenResourceTypes, serviceOf } from './resource-types.ts'

/** The paths that a statement denies, gravest and best documented first. */
export function brokenPaths(subject: ChangedStatement, context: RuleContext): BrokenPath[] {
  const { catalogue, tables, settings } = context
  const known = [...catalogue, ...(tables?.servicePaths() ?? [])]
  const governed = subject.policy.type === 'rcp' ? known.map((path) => withinRcp(path, context)) : known
  const judged = governed.flatMap((path) => brokenPath(subject, path, settings) ?? [])
  const types = brokenResourceTypes(subject, context)
  const broken = [...judged, ...(types === undefined ? [] : [types])].toSorted(byService)
  const seen = new Map<string, number>()
  const ranked = broken.map((path) => {
    const rank = seen.get(path.via) ?? 0
    seen.set(path.via, rank + 1)
    return { path, rank }
  })
  // Each service's first path before any service's second: the few that are told show how far it goes.
  return ranked.toSorted((a, b) => byGravity(a.path, b.path) || a.rank - b.rank).map(({ path }) => path)
}

/** An RCP is evaluated on the resources of some services only. */
function withinRcp(path: ServiceCallPath, { rcpServices }: RuleContext): ServiceCallPath {
  const governed = (action: string) => rcpServices.has(serviceOf(action))
  return { ...path, hops: path.hops.map((hop) => ({ ...hop, actions: hop.actions.filter(governed) })) }
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
