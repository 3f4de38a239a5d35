import type { CallTemplate } from '../evaluate/witness.ts'
import type { KeyState } from '../model/request.ts'

const absent: KeyState = { kind: 'absent' }
const no: KeyState = { kind: 'present', values: ['false'] }

/** Keys that only calls of AWS services have; in a direct call AWS sets the booleans to false. */
export const serviceCallKeys: Readonly<Record<string, KeyState>> = {
  'aws:viaawsservice': no,
  'aws:principalisawsservice': no,
  'aws:calledvia': absent,
  'aws:calledviafirst': absent,
  'aws:calledvialast': absent,
  'kms:viaservice': absent,
  'aws:principalservicename': absent,
  'aws:principalservicenameslist': absent,
  'aws:sourceaccount': absent,
  'aws:sourcearn': absent,
  'aws:sourceorgid': absent,
  'aws:sourceorgpaths': absent,
}

/** A user's own call through a VPC endpoint: no `aws:SourceIp`, and whichever VPC keys the customer has. */
export function callThroughEndpoint(actions: readonly string[]): CallTemplate {
  return {
    actions,
    resource: undefined,
    mechanism: 'console',
    via: 'a VPC endpoint',
    network: 'vpc-endpoint',
    keys: { ...serviceCallKeys, 'aws:sourceip': absent },
  }
}

/** Calls of an API of one's own, tokens for databases, console sign-in: what their callers come by is not AWS's endpoints, or is meant. */
export const leftAlone = /^(execute-api:|rds-db:|signin:|sts:assumerolewithwebidentity$)/i
