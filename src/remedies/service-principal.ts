import type { RemedyStrategy } from '../model/contracts.ts'

/** `BoolIfExists`: an anonymous request has no such key, and plain `Bool` would let it in. Services are exempt, forwarded calls are not. */
export const servicePrincipal: RemedyStrategy = {
  id: 'service-principal',
  title: 'exempt calls that AWS services make as themselves',
  propose: ({ paths }) =>
    paths.some(({ mechanism }) => mechanism === 'service-principal')
      ? [{ kind: 'add-condition', operator: 'BoolIfExists', key: 'aws:PrincipalIsAWSService', values: ['false'] }]
      : [],
}
