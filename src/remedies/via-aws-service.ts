import type { RemedyStrategy } from '../model/contracts.ts'

/** `BoolIfExists`, never `Bool`: on a request without the key, `Bool` would let an outsider in. */
export const viaAwsService: RemedyStrategy = {
  id: 'via-aws-service',
  title: 'exempt calls that an AWS service makes with the caller’s credentials',
  docs: {
    when: 'Services call on behalf of the caller (forward access sessions), and the statement covers the first call too.',
    clears: 'Forward access sessions of every service, and what CloudFormation does with a stack’s role.',
    leaves: 'Service roles, calls that services make as themselves, service-linked roles, CloudShell.',
    opens: 'Where the statement does not deny the first call: what a service then does for an outsider.',
    cost: 'None where the first call is denied.',
    source: {
      title: 'IAM User Guide: Forward access sessions',
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html',
    },
  },
  propose: ({ paths }) =>
    paths.some(({ mechanism }) => mechanism === 'forward-access-session' || mechanism === 'service-role')
      ? [{ kind: 'add-condition', operator: 'BoolIfExists', key: 'aws:ViaAWSService', values: ['false'] }]
      : [],
}
