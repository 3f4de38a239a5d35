import type { Rule } from '../model/contracts.ts'
import { brokenPaths } from './broken-paths.ts'
import { gravest } from './levels.ts'

/** The mission: a Deny on `aws:SourceIp` that AWS's own calls run into. */
export const serviceCallDenied: Rule = {
  id: 'service-call-denied',
  title: 'a Deny on aws:SourceIp also denies calls that AWS services make',
  check(subject, context) {
    const paths = brokenPaths(subject, context)
    if (paths.length === 0) return []
    return [{ ruleId: serviceCallDenied.id, level: gravest(paths), subject, paths }]
  },
}
