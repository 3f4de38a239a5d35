import type { ServiceCallPath } from '../../model/request.ts'
import { acmDecryptRecord, acmKeySecurity, archivedGuide, dataPerimeterRcps, sourceIpTips } from '../citations.ts'
import { forwardAccessSession, servicePrincipal } from '../mechanisms.ts'

export const elasticloadbalancingPaths: readonly ServiceCallPath[] = [
  forwardAccessSession({
    id: 'elb-acm-kms',
    title: 'An ACM certificate is registered on a load balancer, for which a grant on its key is created',
    via: 'elasticloadbalancing.amazonaws.com',
    entryActions: [
      'elasticloadbalancing:CreateLoadBalancer',
      'elasticloadbalancing:CreateListener',
      'elasticloadbalancing:ModifyListener',
      'elasticloadbalancing:AddListenerCertificates',
      'elasticloadbalancing:SetLoadBalancerListenerSSLCertificate',
      'elasticloadbalancing:CreateLoadBalancerListeners',
    ],
    hops: [{ actions: ['kms:CreateGrant'], resource: 'arn:*:kms:*:*:key/*' }],
    basis: 'documented',
    note: 'The guide says that the user implicitly creates the grant; that it is made with the credentials of the user is inferred. Later decryption is done by AWS itself, not by the user. The key is managed by AWS: key policies and RCPs do not meet the call. The name acm under kms:ViaService was listed in 2018 and is no longer.',
    sources: [acmKeySecurity, sourceIpTips, acmDecryptRecord],
  }),
  servicePrincipal({
    id: 'elb-access-logs',
    title: 'Elastic Load Balancing delivers access logs to an S3 bucket',
    via: 'logdelivery.elasticloadbalancing.amazonaws.com',
    entryActions: ['elasticloadbalancing:ModifyLoadBalancerAttributes'],
    hops: [{ actions: ['s3:PutObject'] }],
    basis: 'documented',
    note: 'In older Regions an account of AWS delivers the logs: aws:PrincipalIsAWSService does not cover it there, aws:PrincipalAccount does.',
    sources: [
      archivedGuide(
        'elb-application-load-balancers-user-guide@01a945e',
        'doc_source/enable-access-logging.md',
        'Application Load Balancers User Guide: Enable access logs for your Application Load Balancer',
        '2023-06-15',
      ),
      dataPerimeterRcps,
    ],
  }),
]
