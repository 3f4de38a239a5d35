import type { RemedyStrategy } from '../model/contracts.ts'

/** `BoolIfExists`: an anonymous request has no such key, and plain `Bool` would let it in. Services are exempt, forwarded calls are not. */
export const servicePrincipal: RemedyStrategy = {
  id: 'service-principal',
  title: 'exempt calls that AWS services make as themselves',
  docs: {
    when: 'The policy of a bucket, key, queue, topic or role, or an RCP, where services deliver logs or assume the role.',
    clears: 'Calls that services sign as themselves.',
    leaves: 'Forward access sessions, service roles, service-linked roles.',
    opens: 'Nothing to direct callers.',
    cost:
      'A service could be made to act for somebody in another account (confused deputy): ' +
      'keep `aws:SourceAccount` or `aws:SourceOrgID` in what allows it.',
    source: {
      title: 'IAM User Guide: AWS global condition context keys',
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    },
  },
  propose: ({ paths }) =>
    paths.some(({ mechanism }) => mechanism === 'service-principal')
      ? [{ kind: 'add-condition', operator: 'BoolIfExists', key: 'aws:PrincipalIsAWSService', values: ['false'] }]
      : [],
}
