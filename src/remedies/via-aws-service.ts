import type { RemedyStrategy } from '../model/contracts.ts'

/** `BoolIfExists`, never `Bool`: on a request without the key, `Bool` would let an outsider in. */
export const viaAwsService: RemedyStrategy = {
  id: 'via-aws-service',
  title: 'exempt calls that an AWS service makes with the caller’s credentials',
  propose: ({ paths }) =>
    paths.some(({ mechanism }) => mechanism === 'forward-access-session' || mechanism === 'service-role')
      ? [{ kind: 'add-condition', operator: 'BoolIfExists', key: 'aws:ViaAWSService', values: ['false'] }]
      : [],
}
