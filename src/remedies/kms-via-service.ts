import type { RemedyStrategy } from '../model/contracts.ts'

/** Helps calls to KMS alone: the key is absent from all others, and `Null true` then still holds. */
export const kmsViaService: RemedyStrategy = {
  id: 'kms-via-service',
  title: 'exempt KMS calls made through an AWS service',
  propose: ({ paths }) =>
    paths.some(({ action }) => action.startsWith('kms:'))
      ? [{ kind: 'add-condition', operator: 'Null', key: 'kms:ViaService', values: ['true'] }]
      : [],
}
