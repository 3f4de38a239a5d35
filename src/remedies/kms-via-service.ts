import type { RemedyStrategy } from '../model/contracts.ts'

/** Helps calls to KMS alone: the key is absent from all others, and `Null true` then still holds. */
export const kmsViaService: RemedyStrategy = {
  id: 'kms-via-service',
  title: 'exempt KMS calls made through an AWS service',
  docs: {
    when: 'Only calls to KMS fail: disks, buckets, certificates and secrets that are encrypted.',
    clears: 'Calls to KMS that a service makes, whoever’s credentials it uses.',
    leaves: 'All calls to other services: the key is in requests to KMS alone.',
    opens: 'Where the statement does not deny the first call: the use of keys through a service.',
    cost: 'Nothing is said of which service: all of them are exempt.',
    source: {
      title: 'KMS Developer Guide: AWS KMS condition keys, kms:ViaService',
      url: 'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html',
    },
  },
  propose: ({ paths }) =>
    paths.some(({ action }) => action.startsWith('kms:'))
      ? [{ kind: 'add-condition', operator: 'Null', key: 'kms:ViaService', values: ['true'] }]
      : [],
}
