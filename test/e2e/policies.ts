/** The statement that the guard is for. */
export const statement = {
  Effect: 'Deny',
  Action: '*',
  Resource: '*',
  Condition: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.10/32', '198.51.100.0/24'] } },
}

/** A policy as people write it. */
export function policy(statements: readonly object[], indent = 2): string {
  return `${JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, indent)}\n`
}

/** A policy with the statement, under a name. */
export function denying(sid: string): string {
  return policy([{ Sid: sid, ...statement }])
}

export const mission = policy([statement])
export const path = 'policies/guard.json'

export const config = '.github/sourceip-guard.yml'
/** A configuration with fewer paths to judge, for tests that are about what is posted. */
export const narrow = 'catalogue:\n  services: [s3.amazonaws.com]\n'
