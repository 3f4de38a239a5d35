import type { RemedyStrategy } from '../model/contracts.ts'

/** More names than this are no narrowing, and nobody reads them. */
const mostServices = 12

/**
 * `aws:CalledViaFirst` has one value and is absent from direct calls, which a negated operator then still denies. Never
 * `ForAnyValue` on `aws:CalledVia`: that is false where the key is absent.
 */
export const calledVia: RemedyStrategy = {
  id: 'called-via',
  title: 'exempt calls made through the services named here',
  propose({ paths }) {
    const forwarded = paths.filter(({ mechanism }) => mechanism === 'forward-access-session')
    const values = [...new Set(forwarded.map(({ via }) => via))].toSorted()
    if (values.length === 0 || values.length > mostServices) return []
    return [{ kind: 'add-condition', operator: 'StringNotEquals', key: 'aws:CalledViaFirst', values }]
  },
}
