import { type CallOutcome, conditionsOn, entryPasses, findDeniedCall } from '../evaluate/witness.ts'
import type { ChangedStatement } from '../model/change.ts'
import { vpcKeys } from '../model/condition-keys.ts'
import type { Rule } from '../model/contracts.ts'
import type { Level } from '../model/finding.ts'
import type { PolicyVersion, Statement } from '../model/policy.ts'
import type { ServiceCallPath } from '../model/request.ts'
import { callThroughEndpoint, leftAlone } from './direct-call.ts'

/**
 * What comes through a VPC endpoint has no `aws:SourceIp`; `NotIpAddress` then matches.
 * Source: IAM User Guide, global key `aws:SourceIp` (not available through an endpoint).
 */
export const vpcEndpointDenied: Rule = {
  id: 'vpc-endpoint-denied',
  title: 'calls through a VPC endpoint carry no aws:SourceIp and are denied',
  check(subject, { catalogue }) {
    const { statement, policy } = subject
    const actions = sampleActions(statement, catalogue)
    const outcome = endpointOutcome(statement, policy.version, actions)
    if (outcome === 'clear') return []
    const version = subject.beforePolicy?.version ?? policy.version
    const existing = subject.before.some((earlier) => endpointOutcome(earlier, version, actions) !== 'clear')
    return [
      {
        ruleId: vpcEndpointDenied.id,
        level: levelOf(subject),
        subject,
        paths: [],
        detail: detailOf(subject, outcome),
        existing,
      },
    ]
  },
}

function endpointOutcome(
  statement: Statement,
  version: PolicyVersion,
  actions: readonly string[],
): CallOutcome['kind'] {
  if (entryPasses(statement, version, actions, 'vpc-endpoint')) return 'clear'
  return findDeniedCall({ statement, version }, callThroughEndpoint(actions), () => false).kind
}

/** In the policy of an endpoint it stops everything; beside VPC keys it is a carve-out that failed. */
function levelOf({ policy, statement }: ChangedStatement): Level {
  if (policy.type === 'vpce') return 'error'
  return namesVpc(statement) ? 'warning' : 'notice'
}

function detailOf({ policy, statement }: ChangedStatement, outcome: CallOutcome['kind']): string {
  if (policy.type === 'vpce')
    return 'no call through a VPC endpoint carries aws:SourceIp, so this endpoint policy denies everybody'
  return namesVpc(statement)
    ? 'the statement names VPC keys, yet every call through a VPC endpoint is denied'
    : `calls through a VPC endpoint carry no aws:SourceIp and ${outcome === 'denied' ? 'are' : 'may be'} denied`
}

function namesVpc(statement: Statement): boolean {
  return vpcKeys.some((key) => conditionsOn(statement, key).length > 0)
}

function sampleActions({ actions }: Statement, catalogue: readonly ServiceCallPath[]): string[] {
  const own = actions.negated
    ? []
    : actions.patterns.flatMap((value) => (value.kind === 'literal' ? [value.text.replaceAll('*', 'Example')] : []))
  const known = catalogue.flatMap(({ entryActions, hops }) => [...entryActions, ...hops.flatMap((hop) => hop.actions)])
  return [...new Set([...known, ...own])].filter((action) => !leftAlone.test(action))
}
