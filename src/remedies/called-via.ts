import { memo } from '../evaluate/memo.ts'
import type { RemedyStrategy } from '../model/contracts.ts'
import type { BrokenPath } from '../model/finding.ts'

/** More names than this are no narrowing, and nobody reads them. */
const mostServices = 12

/**
 * `aws:CalledViaFirst` has one value and is absent from direct calls, which a negated operator then still denies. Never
 * `ForAnyValue` on `aws:CalledVia`: that is false where the key is absent.
 */
export const calledVia: RemedyStrategy = {
  id: 'called-via',
  title: 'exempt calls made through the services named here',
  docs: {
    when: 'A few services call on behalf of the caller, and set `aws:CalledVia`.',
    clears: 'Forward access sessions that begin at the named services.',
    leaves:
      'Those of every other service, and of services that do not set the key; service roles; services as themselves.',
    opens:
      'Where the statement does not deny the first call to a named service: what that service then does for an outsider.',
    cost: 'The list must grow with the services that are used.',
    source: {
      title: 'IAM User Guide: AWS global condition context keys',
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    },
  },
  propose({ paths }) {
    const values = services(paths, '', () => firstServices(paths))
    if (values.length === 0 || values.length > mostServices) return []
    return [{ kind: 'add-condition', operator: 'StringNotEquals', key: 'aws:CalledViaFirst', values }]
  },
}

const services = memo<readonly string[]>()

function firstServices(paths: readonly BrokenPath[]): readonly string[] {
  const forwarded = paths.filter(({ mechanism }) => mechanism === 'forward-access-session')
  return [...new Set(forwarded.map(({ via }) => via))].toSorted()
}
